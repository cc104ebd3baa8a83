package indicator

import (
	"slices"
	"strings"

	"fugai/model"
)

// The populations of the look-back on units, and what a unit meets there.

// withoutOwn is without an organisation of its own.
func withoutOwn(d *unitDay) truth { return known(d.inForce&standalone == 0) }

func fewFullMembers(d *unitDay) truth { return not(enoughFullMembers(d)) }

func oneJoint(d *unitDay) truth { return known(!d.jointBy.several) }

func withOrganisation(d *unitDay) truth { return not(withoutOrganisation(d)) }

func countedOnce(d *unitDay) truth {
	return known(!d.ownBy.differs(d.sharedBy) && d.livingPredecessor() == nil)
}

// livingPredecessor is a unit that this one goes on from and that still operates after the day of the succession.
func (d *unitDay) livingPredecessor() *model.PredecessorHistory {
	for i := range d.h.Predecessors {
		p := &d.h.Predecessors[i]
		if d.on > p.SucceededOn && d.rules.operates(p.Facts, d.on) {
			return p
		}
	}
	return nil
}

func declaredEnterprise(d *unitDay) truth {
	return known(isEnterprise(d.fact.Domain) || isEnterprise(d.fact.AlsoDomain))
}

func isEnterprise(domain model.Domain) bool {
	return domain == model.DomainNonPublicEnterprise || domain == model.DomainStateOwnedEnterprise
}

// asControlled tells whether the declared domains are those that control gives.
func asControlled(d *unitDay) truth {
	if orElse(d.fact.Control, model.ControlUnknown) == model.ControlUnknown {
		return unknown
	}
	return known(DomainOf(d.fact.Domain, d.fact.Control) == d.fact.Domain && DomainOf(d.fact.AlsoDomain, d.fact.Control) == d.fact.AlsoDomain)
}

// byPeopleOnly is without a counted organisation and a mass organisation that counts: whoever covers it then are instructors or liaisons.
func byPeopleOnly(d *unitDay) truth {
	return known(d.inForce&(d.rules.countedSetUps|d.rules.countedMass) == 0)
}

func visitedInTime(d *unitDay) truth { return d.visited }

// stateOwned is a state-owned enterprise, after control.
func stateOwned(d *unitDay) truth { return d.isIn(model.DomainStateOwnedEnterprise) }

// leadership is the report on the posts that holds on the day; nil where none does.
func (d *unitDay) leadership() *model.Leadership {
	list := d.h.Leadership
	n, _ := slices.BinarySearchFunc(list, d.on+1, func(l model.Leadership, day model.Date) int { return int(l.ValidFrom - day) })
	if n == 0 {
		return nil
	}
	return &list[n-1]
}

func onePerson(d *unitDay) truth {
	l := d.leadership()
	if l == nil {
		return unknown
	}
	return max(answered(l.OnePerson), known(l.ExceptionDocument != "" && l.OnePerson == model.AnswerNo))
}

func crossAppointed(d *unitDay) truth {
	l := d.leadership()
	if l == nil {
		return unknown
	}
	return answered(l.CrossAppointed)
}

func answered(a model.Answer) truth {
	switch a {
	case model.AnswerYes:
		return yes
	case model.AnswerNo:
		return no
	}
	return unknown
}

// codesBy are the codes of the organisations that cover in some ways on the day, in order.
func (d *unitDay) codesBy(s sorts) []string {
	var codes []string
	for i := range d.h.Covers {
		c := &d.h.Covers[i]
		if c.InForce(d.on) && d.sortOf(c, d.on)&s != 0 && !slices.Contains(codes, c.OrganisationCode) {
			codes = append(codes, c.OrganisationCode)
		}
	}
	slices.Sort(codes)
	return codes
}

func listed(codes []string) (english, chinese string) {
	return strings.Join(codes, ", "), strings.Join(codes, "、")
}
