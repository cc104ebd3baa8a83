package indicator

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// naiveOrganisation answers for one organisation on one day, straight from the sentences of the rules, without anything of the engine.
// The policy is that of another day where by differs.
type naiveOrganisation struct {
	h   *model.OrganisationHistory
	day model.Date
	by  model.Date
	p   *Policy
	// units are those that it covers on the day, each once.
	units []naiveUnit
}

func newNaiveOrganisation(h *model.OrganisationHistory, day, by model.Date, p *Policy) naiveOrganisation {
	n := naiveOrganisation{h: h, day: day, by: by, p: p}
	n.units = n.covered()
	return n
}

func (n naiveOrganisation) begun() model.Date {
	if d := n.h.Facts[len(n.h.Facts)-1].EstablishedOn; d != 0 {
		return d
	}
	return n.h.Facts[0].ValidFrom
}

func rowOn(facts []model.OrganisationFact, day model.Date) model.OrganisationFact {
	f := facts[0]
	for _, g := range facts {
		if g.ValidFrom <= day {
			f = g
		}
	}
	if f.Kind == 0 {
		f.Kind = model.OrganisationKindBranch
	}
	if f.Nature == 0 {
		f.Nature = model.OrganisationNatureRegular
	}
	return f
}

func (n naiveOrganisation) fact() model.OrganisationFact { return rowOn(n.h.Facts, n.day) }

func deadOn(facts []model.OrganisationFact, day model.Date) bool {
	forever := model.Valid{ValidFrom: -1 << 20, ValidTo: model.Never}
	return !alive(CoverHistory{Cover: model.Cover{Valid: forever}, Organisation: facts}, day)
}

func within(v model.Valid, day model.Date) bool {
	return day >= v.ValidFrom && (v.ValidTo == 0 || day < v.ValidTo)
}

// naiveUnit is a covered unit with the covers that hold the day.
type naiveUnit struct {
	fact       model.UnitFact
	ways       []model.SetUp
	bases      []model.JointBasis // of the joint ones
	operates   bool
	inGrace    bool
	domain     model.Domain
	sort       string
	ownMembers bool
}

func (n naiveOrganisation) covered() (out []naiveUnit) {
	at := map[model.UnitID]int{}
	for _, c := range n.h.Covers {
		if !within(c.Valid, n.day) {
			continue
		}
		i, known := at[c.UnitID]
		if !known {
			i = len(out)
			at[c.UnitID] = i
			out = append(out, n.unit(c.Unit))
		}
		way := c.SetUp
		if way == 0 || way == model.SetUpNone {
			if way = n.fact().SetUp; way == 0 || way == model.SetUpNone {
				way = model.SetUpAffiliated
			}
		}
		u := &out[i]
		u.ways = append(u.ways, way)
		if way == model.SetUpJoint {
			u.bases = append(u.bases, c.Basis)
		}
		u.ownMembers = u.ownMembers || way == model.SetUpStandalone || way == model.SetUpJoint && c.Basis == model.JointBasisUnit
	}
	return out
}

func (n naiveOrganisation) unit(facts []model.UnitFact) naiveUnit {
	u := naiveUnit{fact: facts[0]}
	for _, f := range facts {
		if f.ValidFrom <= n.day {
			u.fact = f
		}
	}
	founded := facts[len(facts)-1].FoundedOn
	active := u.fact.Status == 0 || u.fact.Status == model.UnitStatusActive
	if grace := n.p.GraceMonths.On(n.by); grace > 0 && n.day < founded.AddMonths(grace) {
		u.inGrace = active && n.day >= founded
	}
	u.operates = active && n.day >= founded && !u.inGrace
	if u.domain = u.fact.Domain; u.domain == model.DomainNonPublicEnterprise && u.fact.Control == model.ControlState {
		u.domain = model.DomainStateOwnedEnterprise
	}
	switch {
	case u.domain == model.DomainSchool && u.fact.PublicOrPrivate == model.PublicOrPrivatePrivate:
		u.sort = "private"
	case u.domain == model.DomainSchool && u.fact.RegionID == 3:
		u.sort = "rural"
	case u.domain == model.DomainNonPublicEnterprise, u.domain == model.DomainStateOwnedEnterprise:
		u.sort = "enterprise"
	}
	return u
}

// some tells of how many units something holds.
func some(units []naiveUnit, holds func(naiveUnit) bool) (n int) {
	for _, u := range units {
		if holds(u) {
			n++
		}
	}
	return n
}

func (u naiveUnit) by(way model.SetUp) bool { return slices.Contains(u.ways, way) }

// most is the value that most have, the first of several.
func most[T ~uint8](values []T) (best T) {
	slices.Sort(values)
	count := map[T]int{}
	for _, v := range values {
		count[v]++
	}
	for _, v := range values {
		if v != 0 && (best == 0 || count[v] > count[best]) {
			best = v
		}
	}
	return best
}

func judged(wrong bool) string {
	if wrong {
		return "UNMET"
	}
	return "MET"
}

func (n naiveOrganisation) result(key model.IndicatorKey) string {
	if deadOn(n.h.Facts, n.day) {
		return "EXEMPT"
	}
	for _, part := range []func(model.IndicatorKey) string{n.bySize, n.byTerm, n.byUnits, n.byPlace} {
		if r := part(key); r != "" {
			return r
		}
	}
	return "no rule"
}

func (n naiveOrganisation) isCombined() bool {
	for _, p := range n.h.Participations {
		if within(p.Valid, n.day) {
			return true
		}
	}
	return n.fact().SetUp == model.SetUpCombined || some(n.units, func(u naiveUnit) bool { return u.by(model.SetUpCombined) }) > 0
}

func (n naiveOrganisation) isTop() bool {
	f := n.fact()
	return f.Kind == model.OrganisationKindCommittee && f.ParentID == 0 && (f.Territorial || f.RegionID == 1)
}

func (n naiveOrganisation) bySize(key model.IndicatorKey) string {
	f := n.fact()
	regular := f.Nature == model.OrganisationNatureRegular
	branch := f.Kind == model.OrganisationKindBranch
	both := f.FullMembers.Known() && f.ProbationaryMembers.Known()
	m := f.FullMembers.Int() + f.ProbationaryMembers.Int() // at least
	switch key {
	case "FEWER_THAN_THREE":
		switch {
		case !branch || !regular || n.isCombined():
			return "NOT_APPLICABLE"
		case !f.FullMembers.Known():
			return "UNKNOWN"
		}
		return judged(f.FullMembers.Int() < n.p.StandAlone.On(n.by))
	case "BRANCH_OVER_FIFTY":
		switch {
		case !branch:
			return "NOT_APPLICABLE"
		case m > n.p.BranchAtMost.On(n.by):
			return "UNMET"
		case both:
			return "MET"
		}
		return "UNKNOWN"
	case "KIND_AGAINST_SIZE":
		limit := n.p.GeneralBranch.On(n.by)
		if f.Kind == model.OrganisationKindCommittee {
			limit = n.p.Committee.On(n.by)
		}
		switch {
		case branch, f.Kind == model.OrganisationKindWorkingCommittee, f.Territorial, f.EducationCommittee, n.isTop(), n.isCombined(),
			f.Nature == model.OrganisationNatureTemporary, f.Nature == model.OrganisationNatureFunctional:
			return "NOT_APPLICABLE"
		case f.ApprovalDocument != "", m >= limit:
			return "MET"
		case both:
			return "UNMET"
		}
		return "UNKNOWN"
	case "NO_RECORDED_ACTIVITY":
		if !branch || !regular {
			return "NOT_APPLICABLE"
		}
		last := model.Date(0)
		for _, a := range n.h.Activities {
			if a <= n.day {
				last = a
			}
		}
		if last == 0 {
			return "UNKNOWN"
		}
		return judged(n.day > max(last, n.begun()).AddMonths(n.p.ActivityMonths.On(n.by)))
	}
	return ""
}

// terms are the first and the last day of the term on the day; both 0 where it is not known.
func (n naiveOrganisation) terms() (began, ends model.Date) {
	f := n.fact()
	if f.TermEndsOn != 0 && f.TermBeganOn <= n.day {
		began, ends = f.TermBeganOn, f.TermEndsOn
	}
	for _, g := range n.h.Facts { // a later report of a new term that had begun
		if g.ValidFrom > f.ValidFrom && g.TermEndsOn != 0 && g.TermBeganOn != 0 && g.TermBeganOn <= n.day && g.TermBeganOn > f.TermBeganOn {
			began, ends = g.TermBeganOn, g.TermEndsOn
		}
	}
	return began, ends
}

func (n naiveOrganisation) byTerm(key model.IndicatorKey) string {
	f := n.fact()
	began, ends := n.terms()
	switch key {
	case "TERM_OVERRUN", "TERM_REMINDER", "TERM_LENGTH":
		switch {
		case f.Nature != model.OrganisationNatureRegular || f.Kind == model.OrganisationKindWorkingCommittee:
			return "NOT_APPLICABLE"
		case ends == 0:
			return "UNKNOWN"
		case key == "TERM_OVERRUN":
			return judged(n.day > ends)
		case key == "TERM_REMINDER":
			return judged(n.day <= ends && n.day >= ends.AddMonths(-n.p.ReminderMonths.On(n.by)))
		case began == 0:
			return "UNKNOWN"
		}
		years := n.p.TermBranch.On(began)
		village := strings.Contains(f.Name, "桃源") || f.Territorial
		switch {
		case f.Kind == model.OrganisationKindCommittee:
			years = n.p.TermCommittee.On(began)
		case f.Kind == model.OrganisationKindGeneralBranch:
			years = n.p.TermGeneralBranch.On(began)
		case village && some(n.units, func(u naiveUnit) bool { return u.by(model.SetUpStandalone) }) == 0:
			years = n.p.TermVillageBranch.On(began)
		}
		late := ends - began.AddMonths(12*years)
		return judged(late != 0 && late != -1)
	case "SECRETARY_MISSING", "SECRETARY_NOT_ELIGIBLE":
		reported, in, bad, open := false, 0, false, false
		for _, o := range n.h.Officers {
			reported = reported || o.ValidFrom <= n.day
			if o.Role == model.OfficerRoleSecretary && within(o.Valid, n.day) {
				in++
				bad = bad || o.Eligibility == model.EligibilityNotEligible
				open = open || o.Eligibility == 0 || o.Eligibility == model.EligibilityUnknown
			}
		}
		switch {
		case !reported:
			return "UNKNOWN"
		case key == "SECRETARY_MISSING":
			return judged(in == 0)
		case in == 0:
			return "NOT_APPLICABLE"
		case !bad && open:
			return "UNKNOWN"
		}
		return judged(bad)
	case "TEMPORARY_OVERDUE":
		if f.Nature != model.OrganisationNatureTemporary {
			return "NOT_APPLICABLE"
		}
		if ends == 0 {
			ends = n.begun().AddMonths(n.p.TemporaryMonths.On(n.by))
		}
		return judged(n.day > ends)
	}
	return ""
}

func (n naiveOrganisation) byUnits(key model.IndicatorKey) string {
	f, units := n.fact(), n.units
	own := func(u naiveUnit) bool { return u.by(model.SetUpStandalone) }
	joint := func(u naiveUnit) bool { return u.by(model.SetUpJoint) }
	switch key {
	case "JOINT_TOO_WIDE":
		if some(units, joint) == 0 || some(units, func(u naiveUnit) bool {
			return slices.Contains(u.bases, model.JointBasisRegion) || slices.Contains(u.bases, model.JointBasisTrade)
		}) > 0 {
			return "NOT_APPLICABLE"
		}
		return judged(n.tooWide(units))
	case "SHARED_STANDALONE", "ON_DEAD_UNIT":
		switch {
		case some(units, own) == 0:
			return "NOT_APPLICABLE"
		case key == "SHARED_STANDALONE":
			return judged(some(units, func(u naiveUnit) bool { return own(u) && u.operates }) >= 2)
		}
		return judged(some(units, func(u naiveUnit) bool { return own(u) && (u.operates || u.inGrace) }) == 0)
	case "COMBINED_INVALID":
		if !n.isCombined() {
			return "NOT_APPLICABLE"
		}
		return n.combinedHolds()
	case "DECLARED_AGAINST_UNITS":
		return n.declared(units)
	case "DOCUMENT_MISSING":
		for _, way := range n.p.DocumentFor.On(n.by) {
			if f.SetUp == way || some(units, func(u naiveUnit) bool { return u.by(way) }) > 0 {
				return judged(f.ApprovalDocument == "" || f.ApprovedOn == 0)
			}
		}
		return "NOT_APPLICABLE"
	}
	return ""
}

func (n naiveOrganisation) tooWide(units []naiveUnit) bool {
	sorts, count := map[string]bool{}, 0
	for _, u := range units {
		if u.operates && u.by(model.SetUpJoint) {
			sorts[u.sort] = true
			count++
		}
	}
	limit := n.p.JointWidth.On(n.by)
	for sort, local := range map[string]Width{
		"private": n.p.PrivateSchoolWidth.On(n.by), "rural": n.p.RuralSchoolWidth.On(n.by), "enterprise": n.p.EnterpriseWidth.On(n.by),
	} {
		if len(sorts) == 1 && sorts[sort] && local.On {
			limit = local
		}
	}
	return limit.On && count > limit.Units
}

// combinedHolds judges the six conditions of DOMAIN: enough take part, none is counted whom the home does not have, homes live, an
// approval is recorded, nobody is admitted here, and the headcount holds only those who have their home here.
func (n naiveOrganisation) combinedHolds() string {
	f := n.fact()
	taking, here, silent, silentHere := 0, 0, false, false
	broken, open := f.ApprovalDocument == "" || f.ApprovedOn == 0, false
	for _, p := range n.h.Participations {
		if !within(p.Valid, n.day) {
			continue
		}
		taking += p.FullMembers.Int()
		silent = silent || !p.FullMembers.Known()
		if p.HomeOrganisationID == 1 {
			here += p.FullMembers.Int()
			silentHere = silentHere || !p.FullMembers.Known()
			continue
		}
		home := n.h.Others[p.HomeOrganisationID]
		if len(home) == 0 {
			broken, open = true, true
			continue
		}
		broken = broken || deadOn(home, n.day)
		if has := rowOn(home, n.day).FullMembers; !has.Known() || !p.FullMembers.Known() {
			open = true
		} else if p.FullMembers.Int() > has.Int() {
			broken = true
		}
	}
	if taking < n.p.CombinedParticipants.On(n.by) {
		broken, open = broken || !silent, true
	}
	broken = broken || f.ProbationaryMembers.Int() > 0
	open = open || !f.ProbationaryMembers.Known()
	if f.FullMembers.Int() > here {
		broken, open = broken || !silentHere, true
	}
	switch {
	case broken:
		return "UNMET"
	case open:
		return "UNKNOWN"
	}
	return "MET"
}

func (n naiveOrganisation) declared(units []naiveUnit) string {
	f := n.fact()
	sum, own, silent, unclear := 0, 0, !f.FullMembers.Known(), 0
	for _, u := range units {
		switch {
		case u.ownMembers:
			own++
			sum += u.fact.FullMembers.Int()
			silent = silent || !u.fact.FullMembers.Known()
		case u.by(model.SetUpJoint) && most(slices.Clone(u.bases)) == 0:
			unclear++
		case u.by(model.SetUpJoint), u.by(model.SetUpAffiliated):
			return "NOT_APPLICABLE" // it may count members of units that are not its own
		}
	}
	switch {
	case own+unclear == 0:
		return "NOT_APPLICABLE"
	case silent || unclear > 0:
		return "UNKNOWN"
	}
	allowed := n.p.HeadcountDifference.On(n.by)
	return judged(f.FullMembers.Int() > sum+allowed || f.FullMembers.Int() < sum-allowed)
}

func (n naiveOrganisation) byPlace(key model.IndicatorKey) string {
	f := n.fact()
	// Up to the top, to one that is not known or has ended, or round and round.
	education, cycle, cut := f.EducationCommittee, false, false
	seen := map[model.OrganisationID]bool{1: true}
	for at := f.ParentID; at != 0 && !cycle && !cut; {
		facts := n.h.Others[at]
		switch {
		case seen[at]:
			cycle = true
		case len(facts) == 0 || deadOn(facts, n.day):
			cut = true
		default:
			seen[at] = true
			education = education || rowOn(facts, n.day).EducationCommittee
			at = rowOn(facts, n.day).ParentID
		}
	}
	switch key {
	case "SUPERIOR_MISSING":
		switch parent := n.h.Others[f.ParentID]; {
		case n.isTop():
			return "NOT_APPLICABLE"
		case f.ParentID == 1:
			return "MET"
		case f.ParentID == 0, len(parent) == 0:
			return "UNMET"
		default:
			return judged(deadOn(parent, n.day))
		}
	case "SUBORDINATION_CYCLE":
		if f.ParentID == 0 {
			return "NOT_APPLICABLE"
		}
		return judged(cycle)
	case "SCHOOL_OUTSIDE_EDUCATION":
		schools := some(n.units, func(u naiveUnit) bool {
			return u.operates && u.by(model.SetUpStandalone) && (u.domain == model.DomainSchool || u.fact.AlsoDomain == model.DomainSchool)
		})
		switch {
		case schools == 0:
			return "NOT_APPLICABLE"
		case education:
			return "MET"
		case cut, f.ParentID == 0 && !n.isTop():
			return "UNKNOWN"
		}
		return "UNMET"
	}
	return ""
}

// describe writes all that a span holds of the day.
func (n naiveOrganisation) describe() string {
	f := n.fact()
	members := "?"
	if f.FullMembers.Known() && f.ProbationaryMembers.Known() {
		members = fmt.Sprint(f.FullMembers.Int() + f.ProbationaryMembers.Int())
	}
	setUp, basis, domain, operation, place := model.SetUpNone, model.JointBasis(0), model.Domain(0), "OPERATING", 1
	if deadOn(n.h.Facts, n.day) {
		operation, place = "NOT_OPERATING", int(f.ParentID)
	} else {
		var bases []model.JointBasis
		var domains []model.Domain
		for _, u := range n.units {
			setUp = min(setUp, slices.Min(u.ways))
			slices.Sort(u.bases)
			bases = append(bases, slices.Compact(u.bases)...)
			if u.operates {
				domains = append(domains, u.domain)
			}
		}
		basis, domain = most(bases), most(domains)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d at %d since %d, %v/%s %s %s %s %s %s %s", f.Name, f.RegionID, place, n.begun(), f.FullMembers, members, f.Kind, f.Nature,
		setUp, basis, domain, operation)
	for _, in := range organisationCatalogue {
		fmt.Fprintf(&b, "\n %s=%s", in.Key, n.result(in.Key))
	}
	return b.String()
}

func describeOrganisationSpan(s *model.Span) string {
	c := &s.Class
	members := "?"
	if s.Members.Known() {
		members = s.Members.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d at %d since %d, %v/%s %s %s %s %s %s %s", s.Name, s.RegionID, s.Place>>1, s.FoundedOn, s.FullMembers, members, c.OrganisationKind,
		c.Nature, c.SetUp, c.Basis, c.Domain, c.Operation)
	for i, in := range organisationCatalogue {
		fmt.Fprintf(&b, "\n %s=%s", in.Key, c.Results.Of(i))
	}
	return b.String()
}

// TestOrganisationSpansAgreeWithNaive compares every day of random lives with the naive answer, and proves that spans are in order, without
// gaps, and maximal. Every result of every rule must come up, or the lives are too poor.
func TestOrganisationSpansAgreeWithNaive(t *testing.T) {
	origin := model.MustDate("2024-01-01")
	p := changingQuality(t, origin)
	rules := NewRuleSet(p)
	came := map[string]int{}
	for seed := range uint64(400) {
		h := randomOrganisation(rand.New(rand.NewPCG(seed, 11)), origin)
		spans := rules.AppendOrganisationSpans(nil, h)
		begun := naiveOrganisation{h: h}.begun()
		if spans[0].ValidFrom != begun || spans[len(spans)-1].ValidTo != model.Never || spans[0].UnitID != 1 {
			t.Fatalf("seed %d: spans do not run from the establishment to never", seed)
		}
		for i := 1; i < len(spans); i++ {
			if spans[i].ValidFrom != spans[i-1].ValidTo || spans[i].ValidFrom <= spans[i-1].ValidFrom || sameButDays(spans[i-1], spans[i]) {
				t.Fatalf("seed %d: span %d does not follow the one before it, or is not maximal", seed, i)
			}
		}
		at := 0
		for day := begun; day < origin+240; day++ {
			if !spans[at].On(day) {
				at++
			}
			want := newNaiveOrganisation(h, day, day, p).describe()
			if got := describeOrganisationSpan(&spans[at]); got != want {
				t.Fatalf("seed %d on %s: spans say\n%s\nnaive says\n%s", seed, day, got, want)
			}
			if day == spans[at].ValidFrom {
				for i, in := range organisationCatalogue {
					came[string(in.Key)+" "+spans[at].Class.Results.Of(i).String()]++
				}
			}
		}
	}
	never := map[string]bool{ // results that a rule does not have
		"SECRETARY_MISSING NOT_APPLICABLE": true, "JOINT_TOO_WIDE UNKNOWN": true, "SHARED_STANDALONE UNKNOWN": true, "ON_DEAD_UNIT UNKNOWN": true,
		"TEMPORARY_OVERDUE UNKNOWN": true, "SUPERIOR_MISSING UNKNOWN": true, "SUBORDINATION_CYCLE UNKNOWN": true, "DOCUMENT_MISSING UNKNOWN": true,
	}
	for _, in := range organisationCatalogue {
		for _, r := range model.AllResult() {
			if what := string(in.Key) + " " + r.String(); came[what] < 10 && !never[what] {
				t.Errorf("%s came up %d times", what, came[what])
			}
		}
	}
}

// TestOrganisationFindingsAgreeWithNaive asks on some days what each rule finds: it finds something exactly where the naive answer is
// UNMET, since the first day of the naive run, and by the rules where the naive answer by those of the day before is another.
func TestOrganisationFindingsAgreeWithNaive(t *testing.T) {
	origin := model.MustDate("2024-01-01")
	p := changingQuality(t, origin)
	rules := NewRuleSet(p)
	byRules, found := 0, 0
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 12))
		h := randomOrganisation(r, origin)
		begun := naiveOrganisation{h: h}.begun()
		for range 4 {
			day := max(begun, origin+model.Date(r.IntN(160)))
			for i, in := range organisationCatalogue {
				f, ok := rules.OrganisationFinding(h, i, day)
				if want := newNaiveOrganisation(h, day, day, p).result(in.Key) == "UNMET"; ok != want {
					t.Fatalf("seed %d on %s: %s found %v, not %v", seed, day, in.Key, ok, want)
				}
				if !ok {
					continue
				}
				since := day
				for since > begun && newNaiveOrganisation(h, since-1, since-1, p).result(in.Key) == "UNMET" {
					since--
				}
				ruled := since > begun && newNaiveOrganisation(h, since, since-1, p).result(in.Key) != "UNMET"
				if f.Since != since || f.ByRules != ruled || f.Indicator != in || f.Index != i {
					t.Fatalf("seed %d on %s: %s since %s by rules %v, not %s %v", seed, day, in.Key, f.Since, f.ByRules, since, ruled)
				}
				checkWords(t, f, day)
				found++
				if ruled {
					byRules++
				}
			}
		}
	}
	if byRules < 20 || found < 500 {
		t.Errorf("only %d findings, %d by rules", found, byRules)
	}
}

// checkWords wants both languages, filled in, with evidence that held on the day.
func checkWords(t *testing.T, f *Finding, day model.Date) {
	t.Helper()
	for _, s := range []Text{f.Text, f.Mend} {
		if s.English == "" || s.Chinese == "" || strings.ContainsAny(s.English+s.Chinese, "{}") || strings.Contains(s.English+s.Chinese, "%!") {
			t.Fatalf("%s says %+v", f.Indicator.Key, s)
		}
	}
	if len(f.Evidence) == 0 {
		t.Fatalf("%s has no evidence", f.Indicator.Key)
	}
	for _, e := range f.Evidence {
		if e.Name == "" || e.Title == "" || e.Value == "" || e.Chinese == "" {
			t.Fatalf("%s: evidence %+v", f.Indicator.Key, e)
		}
		if e.Since > day || e.Until <= day && e.Name != "lastSecretary" {
			t.Fatalf("%s: evidence of another day than %s: %+v", f.Indicator.Key, day, e)
		}
	}
}
