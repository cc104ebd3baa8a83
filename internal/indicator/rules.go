package indicator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// engine is the version of the way in which spans are made; a change of it makes a new rule set of the same policy.
const engine = "spans/1"

// RuleSet is the catalogue and a policy together. It does not change and may be used by many goroutines.
type RuleSet struct {
	policy *Policy
	hash   string
	days   []dayRules // in order of from; the first one holds since ever
	// cuts are the days on which a setting of a definition changes; settings are those of the policy by path.
	cuts     map[*Definition][]model.Date
	settings map[string]field
	// visitMonths are the values of quality.visitMonths, once each.
	visitMonths []int
}

// dayRules are the rules between two days on which something changes.
type dayRules struct {
	from model.Date

	countedSetUps sorts
	countedMass   sorts
	// ownInReturn are the sorts that the annual return shows as an organisation of the unit's own.
	ownInReturn  sorts
	natureCounts [8]bool

	graceMonths              int
	standAlone               int
	employeesForMembers      int
	employeesForOrganisation int
	schoolStaff              int
	thirtyStaffSchools       bool
	qualityRules

	definitions []*Definition // of units
	counts      []sorts       // by indicator of units
	// coverage has bit i set where indicator i of units is one of coverage.
	coverage uint32
	// exempt are the results of a unit that does not operate.
	exempt model.Results
	// organisations and instructors are the definitions of the other subjects.
	organisations, instructors []*Definition
}

// NewRuleSet joins the catalogue with a policy.
func NewRuleSet(p *Policy) *RuleSet {
	rs := &RuleSet{policy: p, hash: hashOf(p), cuts: settingCuts(p), settings: settingsOf(p)}
	for _, from := range cutDays(p) {
		rs.days = append(rs.days, rulesFrom(p, from))
	}
	for _, v := range p.VisitMonths.Versions {
		if !slices.Contains(rs.visitMonths, v.Value) {
			rs.visitMonths = append(rs.visitMonths, v.Value)
		}
	}
	return rs
}

func rulesFrom(p *Policy, from model.Date) dayRules {
	r := dayRules{
		from:                     from,
		ownInReturn:              standalone,
		graceMonths:              p.GraceMonths.On(from),
		standAlone:               p.StandAlone.On(from),
		employeesForMembers:      p.EmployeesForMembers.On(from),
		employeesForOrganisation: p.EmployeesForOrganisation.On(from),
		schoolStaff:              p.SchoolStaff.On(from),
		thirtyStaffSchools:       p.ThirtyStaffSchools.On(from),
		qualityRules:             qualityFrom(p, from),
	}
	for _, s := range p.SetUps.On(from) {
		r.countedSetUps |= organisationSort(s, true)
	}
	for _, k := range p.MassOrganisations.On(from) {
		r.countedMass |= workSort(model.MassMeans[k])
	}
	for _, n := range p.Natures.On(from) {
		r.natureCounts[n] = true
	}
	r.natureCounts[0] = r.natureCounts[model.OrganisationNatureRegular] // a nature that is not reported is the usual one
	if p.ReturnAffiliated.On(from) == Own {
		r.ownInReturn |= affiliated
	}
	if p.ReturnCombined.On(from) == Own {
		r.ownInReturn |= combined
	}
	r.define()
	return r
}

// define takes the definitions of the day and what each counts.
func (r *dayRules) define() {
	for i, in := range catalogue {
		d := in.On(r.from)
		counts := sorts(0)
		if d.counts != nil {
			counts = d.counts(r)
		}
		r.definitions = append(r.definitions, d)
		r.counts = append(r.counts, counts)
		r.exempt = r.exempt.With(i, model.ResultExempt)
		if in.Coverage {
			r.coverage |= 1 << i
		}
	}
	for _, in := range organisationCatalogue {
		r.organisations = append(r.organisations, in.On(r.from))
	}
	for _, in := range instructorCatalogue {
		r.instructors = append(r.instructors, in.On(r.from))
	}
}

// hashOf names what the spans depend on, and nothing else: targets, sources and comments do not enter it.
func hashOf(p *Policy) string {
	var b strings.Builder
	fmt.Fprintln(&b, engine)
	for _, in := range everyIndicator() {
		fmt.Fprint(&b, in.Key)
		for i, d := range in.Definitions {
			if i == 0 {
				fmt.Fprintf(&b, " %d", d.Number)
				continue
			}
			fmt.Fprintf(&b, " %d:%d", d.From, d.Number)
		}
		fmt.Fprintln(&b)
	}
	for _, f := range p.fields() {
		if f.spans {
			fmt.Fprintln(&b, f.canonical())
		}
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:])
}

// Hash names the rule set: rule sets with the same hash give the same spans.
func (rs *RuleSet) Hash() string { return rs.hash }

// Policy is the policy of the rule set.
func (rs *RuleSet) Policy() *Policy { return rs.policy }

// on is the rules of a day.
func (rs *RuleSet) on(day model.Date) *dayRules {
	i := len(rs.days) - 1
	for i > 0 && rs.days[i].from > day {
		i--
	}
	return &rs.days[i]
}
