package indicator

import (
	"slices"

	"fugai/model"
)

// quality is the result of a rule of the look-back on units that operate; false for other indicators.
func (n naive) quality(key model.IndicatorKey) (result string, ok bool) {
	f := n.fact()
	public, private := n.control()
	stateOwned, nonPublic := n.declared()
	var population, finding, unclear bool
	switch key {
	case "JOINT_SHOULD_STAND_ALONE":
		population = n.has(model.SetUpJoint) && !n.has(model.SetUpStandalone)
		unclear = !f.FullMembers.Known()
		finding = f.FullMembers.Known() && f.FullMembers.Int() >= n.p.StandAlone.On(n.day)
	case "SEVERAL_JOINT":
		population = n.has(model.SetUpJoint)
		finding = len(n.by(model.SetUpJoint)) > 1
	case "COUNTED_TWICE":
		population, _, _ = n.coveredFor("ORGANISATION_COVERAGE")
		finding = n.doubled()
	case "DOMAIN_AGAINST_CONTROL":
		population = stateOwned || nonPublic
		unclear = !public && !private
		finding = public && nonPublic || private && stateOwned
	case "WORK_IN_NAME_ONLY":
		covered, _, _ := n.coveredFor("ORGANISATION_COVERAGE")
		some, mass, seen, unknown := n.people()
		population, unclear, finding = some && !mass && !covered, unknown && !seen, !seen
	case "SECRETARY_AND_CHAIRMAN", "CROSS_APPOINTMENT":
		stateOwned, _ := n.enterprise()
		population = n.has(model.SetUpStandalone) && stateOwned
		answer, document := n.posts(key)
		unclear = answer != model.AnswerYes && answer != model.AnswerNo
		finding = answer == model.AnswerNo && (document == "" || key == "CROSS_APPOINTMENT")
	default:
		return "", false
	}
	switch {
	case !population:
		return "NOT_APPLICABLE", true
	case unclear:
		return "UNKNOWN", true
	case finding:
		return "UNMET", true
	}
	return "MET", true
}

func (n naive) control() (public, private bool) {
	c := n.fact().Control
	return c == model.ControlState || c == model.ControlCollective, c == model.ControlPrivate || c == model.ControlForeign || c == model.ControlHkMacaoTaiwan
}

// declared tells as what kind of enterprise the unit was declared, and enterprise as what it counts after control.
func (n naive) declared() (stateOwned, nonPublic bool) {
	both := []model.Domain{n.fact().Domain, n.fact().AlsoDomain}
	return slices.Contains(both, model.DomainStateOwnedEnterprise), slices.Contains(both, model.DomainNonPublicEnterprise)
}

func (n naive) enterprise() (stateOwned, nonPublic bool) {
	public, private := n.control()
	stateOwned, nonPublic = n.declared()
	return stateOwned && !private || nonPublic && public, nonPublic && !public || stateOwned && private
}

// by are the organisations of a nature that counts that cover the unit in a way.
func (n naive) by(setUp model.SetUp) map[model.OrganisationID]bool {
	found := map[model.OrganisationID]bool{}
	for _, c := range n.h.Covers {
		one := naive{&UnitHistory{Facts: n.h.Facts, Covers: []CoverHistory{c}}, n.day, n.p}
		if one.has(setUp) {
			found[c.OrganisationID] = true
		}
	}
	return found
}

func (n naive) doubled() bool {
	for own := range n.by(model.SetUpStandalone) {
		for _, setUp := range []model.SetUp{model.SetUpJoint, model.SetUpAffiliated} {
			for other := range n.by(setUp) {
				if own != other {
					return true
				}
			}
		}
	}
	for _, p := range n.h.Predecessors {
		if n.day <= p.SucceededOn || len(p.Facts) == 0 || n.day < p.Facts[len(p.Facts)-1].FoundedOn {
			continue
		}
		other := naive{&UnitHistory{Facts: p.Facts}, n.day, n.p}
		if other.operation() == "OPERATING" {
			return true
		}
	}
	return false
}

// people tells whether instructors or liaisons cover the unit, whether a mass organisation that counts does, whether somebody came in
// time, and whether that is not known of somebody.
func (n naive) people() (some, mass, seen, unknown bool) {
	for _, c := range n.h.Covers {
		if c.Kind != model.CoverKindWork || !alive(c, n.day) {
			continue
		}
		if len(c.MassOrganisation) > 0 {
			mass = mass || slices.Contains(n.p.MassOrganisations.On(n.day), c.MassOrganisation[0].Kind)
			continue
		}
		some = true
		recorded, inTime := cameInTime(n.p, c.ValidFrom, c.FirstVisit, c.Visits, n.day)
		seen = seen || inTime
		unknown = unknown || !recorded
	}
	return some, mass, seen, unknown
}

// cameInTime goes through the visits and asks whether one is missing on a day; nothing is known before the first one of all.
func cameInTime(p *Policy, begun, first model.Date, visits []model.Date, day model.Date) (recorded, inTime bool) {
	if first == 0 || first > day {
		return false, false
	}
	clock := begun
	for _, v := range append([]model.Date{first}, visits...) {
		if v <= day && v > clock {
			clock = v
		}
	}
	return true, day <= clock.AddMonths(p.VisitMonths.On(day))
}

func (n naive) posts(key model.IndicatorKey) (answer model.Answer, document string) {
	for _, l := range n.h.Leadership {
		if l.ValidFrom > n.day {
			break
		}
		if answer, document = l.OnePerson, l.ExceptionDocument; key == "CROSS_APPOINTMENT" {
			answer = l.CrossAppointed
		}
	}
	return answer, document
}
