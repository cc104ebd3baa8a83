package indicator

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// naive answers for one unit on one day, straight from the sentences of the rules, without anything of the engine: it shares
// no function with it. It knows the policy as the test made it.
type naive struct {
	h   *UnitHistory
	day model.Date
	p   *Policy
}

func (n naive) fact() model.UnitFact {
	f := n.h.Facts[0]
	for _, g := range n.h.Facts {
		if g.ValidFrom <= n.day {
			f = g
		}
	}
	return f
}

// alive tells whether the cover was in force on a day.
func alive(c CoverHistory, day model.Date) bool {
	if day < c.ValidFrom || day >= c.ValidTo {
		return false
	}
	type row struct{ from, end model.Date }
	var rows []row
	for _, f := range c.Organisation {
		rows = append(rows, row{f.ValidFrom, f.DissolvedOn})
	}
	for _, f := range c.Instructor {
		rows = append(rows, row{f.ValidFrom, f.ServiceTo})
	}
	for _, f := range c.MassOrganisation {
		rows = append(rows, row{f.ValidFrom, f.DissolvedOn})
	}
	// Ended by the day, as told by the row in force on it or by a later one.
	for i, r := range rows {
		superseded := i+1 < len(rows) && rows[i+1].from <= day
		if !superseded && r.end != 0 && r.end <= day {
			return false
		}
	}
	return true
}

func (n naive) organisation(c CoverHistory, day model.Date) model.OrganisationFact {
	f := c.Organisation[0]
	for _, g := range c.Organisation {
		if g.ValidFrom <= day {
			f = g
		}
	}
	return f
}

func (n naive) means(c CoverHistory, day model.Date) model.WorkMeans {
	if len(c.MassOrganisation) > 0 {
		switch c.MassOrganisation[0].Kind {
		case model.MassOrganisationKindTradeUnion:
			return model.WorkMeansTradeUnion
		case model.MassOrganisationKindYouthLeague:
			return model.WorkMeansYouthLeague
		}
		return model.WorkMeansWomensFederation
	}
	f := c.Instructor[0]
	for _, g := range c.Instructor {
		if g.ValidFrom <= day {
			f = g
		}
	}
	if f.Role == model.InstructorRoleLiaison {
		return model.WorkMeansLiaison
	}
	return model.WorkMeansInstructor
}

// Whether a cover, as it was on a day, is of a sort that an indicator counts or might have counted.
func (n naive) counts(key model.IndicatorKey, c CoverHistory, day model.Date) bool {
	if c.Kind == model.CoverKindOrganisation {
		if !slices.Contains(n.p.Natures.On(n.day), n.organisation(c, day).Nature) {
			return false
		}
		switch key {
		case "ORGANISATION_COVERAGE", "TWO_COVERAGES", "MEMBER_UNITS_COVERED":
			return slices.Contains(n.p.SetUps.On(n.day), c.SetUp)
		case "ORGANISATION_COVERAGE_RETURN", "DUE_COVERED", "HUNDRED_WITH_ORGANISATION", "THIRTY_STAFF_SCHOOLS":
			return c.SetUp == model.SetUpStandalone || c.SetUp == model.SetUpJoint
		case "STANDALONE_ESTABLISHMENT", "DUE_ESTABLISHMENT":
			return c.SetUp == model.SetUpStandalone
		}
		return false
	}
	m := n.means(c, day)
	switch key {
	case "INSTRUCTOR_SENT":
		return m == model.WorkMeansInstructor
	case "WORK_COVERAGE", "TWO_COVERAGES":
		federation := slices.Contains(n.p.MassOrganisations.On(n.day), model.MassOrganisationKindWomensFederation)
		return m != model.WorkMeansWomensFederation || federation
	}
	return false
}

func (n naive) asks(key model.IndicatorKey, kind model.CoverKind) bool {
	switch key {
	case "FIFTY_WITH_MEMBERS":
		return false
	case "TWO_COVERAGES":
		return true
	case "WORK_COVERAGE", "INSTRUCTOR_SENT":
		return kind == model.CoverKindWork
	}
	return kind == model.CoverKindOrganisation
}

// coveredFor tells whether a cover that the indicator counts is in force, an uncounted one is, and a counting one has ended.
func (n naive) coveredFor(key model.IndicatorKey) (counted, uncounted, ended bool) {
	for _, c := range n.h.Covers {
		if alive(c, n.day) {
			if n.counts(key, c, n.day) {
				counted = true
			} else if n.asks(key, c.Kind) {
				uncounted = true
			}
			continue
		}
		for day := n.day - 1; day >= c.ValidFrom; day-- {
			if alive(c, day) {
				ended = ended || n.counts(key, c, day)
				break
			}
		}
	}
	return counted, uncounted, ended
}

func (n naive) has(setUps ...model.SetUp) bool {
	for _, c := range n.h.Covers {
		if c.Kind == model.CoverKindOrganisation && alive(c, n.day) && slices.Contains(setUps, c.SetUp) &&
			slices.Contains(n.p.Natures.On(n.day), n.organisation(c, n.day).Nature) {
			return true
		}
	}
	return false
}

func (n naive) operation() string {
	f := n.fact()
	if f.Status != model.UnitStatusActive {
		return f.Status.String()
	}
	if n.day < n.h.Facts[len(n.h.Facts)-1].FoundedOn.AddMonths(n.p.GraceMonths.On(n.day)) {
		return "GRACE"
	}
	return "OPERATING"
}

func (n naive) probationary() model.Count {
	f := n.fact()
	if !f.ProbationaryMembers.Known() && f.NoProbationaryColumn {
		return model.Counted(0)
	}
	return f.ProbationaryMembers
}

func (n naive) establishment() string {
	f, p := n.fact(), n.probationary()
	if n.operation() != "OPERATING" {
		return "NONE"
	}
	own := []model.SetUp{model.SetUpStandalone}
	if n.p.ReturnAffiliated.On(n.day) == Own {
		own = append(own, model.SetUpAffiliated)
	}
	var kinds []model.OrganisationKind
	for _, c := range n.h.Covers {
		one := naive{&UnitHistory{Facts: n.h.Facts, Covers: []CoverHistory{c}}, n.day, n.p}
		if one.has(own...) {
			kinds = append(kinds, n.organisation(c, n.day).Kind)
		}
	}
	switch {
	case slices.Contains(kinds, model.OrganisationKindCommittee) || slices.Contains(kinds, model.OrganisationKindWorkingCommittee):
		return "OWN_COMMITTEE"
	case slices.Contains(kinds, model.OrganisationKindGeneralBranch):
		return "OWN_GENERAL_BRANCH"
	case len(kinds) > 0:
		return "OWN_BRANCH"
	case n.has(model.SetUpJoint):
		return "JOINT"
	case f.FullMembers.Known() && f.FullMembers.Int() >= n.p.StandAlone.On(n.day):
		return "NOT_ESTABLISHED_DUE"
	case !f.FullMembers.Known():
		return "NOT_ESTABLISHED_NOT_REPORTED"
	case f.FullMembers.Int() >= 1 || p.Known() && p.Int() >= 1:
		return "NOT_ESTABLISHED_FEW"
	case p.Known():
		return "NOT_ESTABLISHED_NONE"
	}
	return "NOT_ESTABLISHED_NOT_REPORTED"
}

// population is "yes", "no" or "unknown".
func (n naive) population(key model.IndicatorKey) string {
	f, p := n.fact(), n.probationary()
	three := n.p.StandAlone.On(n.day)
	size := func(least int) string {
		switch {
		case !f.Employees.Known():
			return "unknown"
		case f.Employees.Int() < least:
			return "no"
		}
		return "yes"
	}
	switch key {
	case "DUE_ESTABLISHMENT", "DUE_COVERED":
		switch {
		case !f.FullMembers.Known():
			return "unknown"
		case f.FullMembers.Int() < three:
			return "no"
		}
	case "WORK_COVERAGE":
		if counted, _, _ := n.coveredFor("ORGANISATION_COVERAGE"); counted {
			return "no"
		}
	case "INSTRUCTOR_SENT":
		if !strings.HasPrefix(n.establishment(), "NOT_ESTABLISHED") {
			return "no"
		}
	case "MEMBER_UNITS_COVERED":
		return n.someMember(f.FullMembers, p)
	case "FIFTY_WITH_MEMBERS", "HUNDRED_WITH_ORGANISATION":
		if _, nonPublic := n.enterprise(); !nonPublic {
			return "no"
		}
		return size(map[model.IndicatorKey]int{"FIFTY_WITH_MEMBERS": 50, "HUNDRED_WITH_ORGANISATION": 100}[key])
	case "THIRTY_STAFF_SCHOOLS":
		if f.Domain != model.DomainSchool || f.PublicOrPrivate == model.PublicOrPrivatePublic || size(30) == "no" {
			return "no"
		}
		if f.PublicOrPrivate == 0 || size(30) == "unknown" {
			return "unknown"
		}
	}
	return "yes"
}

func (n naive) someMember(f, p model.Count) string {
	switch {
	case f.Known() && f.Int() >= 1 || p.Known() && p.Int() >= 1:
		return "yes"
	case f.Known() && p.Known():
		return "no"
	}
	return "unknown"
}

func (n naive) result(key model.IndicatorKey) string {
	if n.operation() != "OPERATING" {
		return "EXEMPT"
	}
	if result, ok := n.quality(key); ok {
		return result
	}
	switch n.population(key) {
	case "no":
		return "NOT_APPLICABLE"
	case "unknown":
		return "UNKNOWN"
	}
	if key == "FIFTY_WITH_MEMBERS" {
		return map[string]string{"yes": "MET", "no": "UNMET", "unknown": "UNKNOWN"}[n.someMember(n.fact().FullMembers, n.probationary())]
	}
	if counted, _, _ := n.coveredFor(key); counted {
		return "MET"
	}
	return "UNMET"
}

func (n naive) reason() string {
	f, p := n.fact(), n.probationary()
	switch {
	case f.FullMembers.Known() && f.FullMembers.Int() >= n.p.StandAlone.On(n.day):
		return "DUE_NOT_ESTABLISHED"
	case !f.FullMembers.Known(), f.FullMembers.Int() == 0 && !p.Known():
		return "MEMBERS_NOT_REPORTED"
	case f.FullMembers.Int() > 0 || p.Int() > 0:
		return "MEMBERS_BELOW_THRESHOLD"
	}
	return "NO_MEMBERS"
}

// place sorts the covers as the rules order them and takes the first.
func (n naive) place() string {
	if id := n.fact().ResponsibleID; id != 0 {
		return fmt.Sprintf("at %d", id)
	}
	var live, past []CoverHistory
	ends := map[model.CoverID]model.Date{}
	for _, c := range n.h.Covers {
		if c.Kind != model.CoverKindOrganisation {
			continue
		}
		if alive(c, n.day) {
			live = append(live, c)
			continue
		}
		for day := n.day - 1; day >= c.ValidFrom; day-- {
			if alive(c, day) {
				ends[c.ID] = day + 1
				past = append(past, c)
				break
			}
		}
	}
	slices.SortFunc(live, func(a, b CoverHistory) int {
		return cmpMany(int(a.SetUp)-int(b.SetUp), int(a.ValidFrom-b.ValidFrom), strings.Compare(a.OrganisationCode, b.OrganisationCode))
	})
	slices.SortFunc(past, func(a, b CoverHistory) int {
		return cmpMany(int(ends[b.ID]-ends[a.ID]), int(b.ValidFrom-a.ValidFrom), strings.Compare(a.OrganisationCode, b.OrganisationCode))
	})
	if len(live) > 0 {
		if p := n.placeBy(live[0]); p != "" {
			return p
		}
	}
	if len(past) > 0 {
		forever := past[0]
		forever.ValidTo = model.Never
		if alive(forever, n.day) {
			return n.placeBy(past[0])
		}
	}
	return ""
}

func (n naive) placeBy(c CoverHistory) string {
	o := n.organisation(c, n.day)
	committee := o.Kind == model.OrganisationKindCommittee || o.Kind == model.OrganisationKindWorkingCommittee
	switch {
	case committee && c.SetUp != model.SetUpStandalone:
		return fmt.Sprintf("at %d", c.OrganisationID)
	case o.ParentID != 0:
		return fmt.Sprintf("above %d", c.OrganisationID)
	}
	return ""
}

func cmpMany(answers ...int) int {
	for _, a := range answers {
		if a != 0 {
			return a
		}
	}
	return 0
}
