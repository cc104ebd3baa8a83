package indicator

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// TestOrganisationCatalogue wants every rule described in both languages, by a regulation, with settings that the policy has, and its
// numbers named where it reads them.
func TestOrganisationCatalogue(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	list := rules.Catalogue(model.SubjectOrganisation)
	if len(list) != 19 || len(list) > model.MaxIndicators {
		t.Fatalf("the catalogue of organisations has %d rules", len(list))
	}
	spanned := map[string]bool{}
	for _, f := range DefaultPolicy().fields() {
		spanned[f.path] = f.spans
	}
	for i, in := range list {
		d := in.Definitions[0]
		if subject, at, ok := rules.Find(in.Key); !ok || at != i || subject != model.SubjectOrganisation || in.Subject != subject {
			t.Errorf("%s is not found where it stands", in.Key)
		}
		text := rules.FormulaOf(model.SubjectOrganisation, i, since2012)
		for what, words := range map[string]Text{"formula": text, "mend": d.mend} {
			if words.English == "" || words.Chinese == "" || strings.ContainsAny(words.English+words.Chinese, "{}") {
				t.Errorf("%s has the %s %+v", in.Key, what, words)
			}
		}
		if in.Title == "" || d.Regulation == "" || d.Number != 1 || d.From == 0 || !in.LookBack || in.Coverage || len(in.Weights) == 0 {
			t.Errorf("%s is not described: %+v", in.Key, in)
		}
		if r := d.organisation; r == nil || r.judge == nil || r.told == nil || r.evidence == nil {
			t.Errorf("%s judges, tells or proves nothing", in.Key)
		}
		for _, path := range d.reads {
			if !spanned[path] {
				t.Errorf("%s reads %q, which is no setting that spans follow", in.Key, path)
			}
		}
		for _, named := range placeholder.FindAllString(d.formula.English+d.formula.Chinese, -1) {
			if path := strings.Trim(named, "{}"); !slices.Contains(d.reads, path) {
				t.Errorf("%s names %s and does not read it", in.Key, path)
			}
		}
	}
}

// TestOrganisationRulesReadWhatTheySay changes one setting after the other: only rules that say that they read it may change, and every
// rule that reads a setting changes with it in some life.
func TestOrganisationRulesReadWhatTheySay(t *testing.T) {
	origin := model.MustDate("2024-01-01")
	base := changingQuality(t, origin)
	edits := map[string]func(*Policy){
		"thresholds.standAlone":       func(p *Policy) { p.StandAlone.Versions = []Version[int]{{1, 1}} },
		"thresholds.branchAtMost":     func(p *Policy) { p.BranchAtMost.Versions = []Version[int]{{1, 1}} },
		"thresholds.generalBranch":    func(p *Policy) { p.GeneralBranch.Versions = []Version[int]{{1, 1}} },
		"thresholds.committee":        func(p *Policy) { p.Committee.Versions = []Version[int]{{1, 1}} },
		"joint.width":                 func(p *Policy) { p.JointWidth.Versions = []Version[Width]{{1, Width{}}} },
		"joint.privateSchoolWidth":    func(p *Policy) { p.PrivateSchoolWidth.Versions = []Version[Width]{{1, Width{true, 0}}} },
		"joint.enterpriseWidth":       func(p *Policy) { p.EnterpriseWidth.Versions = []Version[Width]{{1, Width{true, 0}}} },
		"joint.ruralSchoolWidth":      func(p *Policy) { p.RuralSchoolWidth.Versions = []Version[Width]{{1, Width{true, 0}}} },
		"combined.participants":       func(p *Policy) { p.CombinedParticipants.Versions = []Version[int]{{1, 9}} },
		"terms.branch":                func(p *Policy) { p.TermBranch.Versions = []Version[int]{{1, 9}} },
		"terms.villageBranch":         func(p *Policy) { p.TermVillageBranch.Versions = []Version[int]{{1, 9}} },
		"terms.generalBranch":         func(p *Policy) { p.TermGeneralBranch.Versions = []Version[int]{{1, 9}} },
		"terms.committee":             func(p *Policy) { p.TermCommittee.Versions = []Version[int]{{1, 9}} },
		"quality.activityMonths":      func(p *Policy) { p.ActivityMonths.Versions = []Version[int]{{1, 5}} },
		"quality.reminderMonths":      func(p *Policy) { p.ReminderMonths.Versions = []Version[int]{{1, 5}} },
		"quality.temporaryMonths":     func(p *Policy) { p.TemporaryMonths.Versions = []Version[int]{{1, 5}} },
		"quality.headcountDifference": func(p *Policy) { p.HeadcountDifference.Versions = []Version[int]{{1, 9}} },
		"quality.documentFor":         func(p *Policy) { p.DocumentFor.Versions = []Version[[]model.SetUp]{{1, nil}} },
		"instructor.maxUnits":         func(p *Policy) { p.InstructorUnits.Versions = []Version[int]{{1, 1}} },
		"quality.visitMonths":         func(p *Policy) { p.VisitMonths.Versions = []Version[int]{{1, 1}} },
	}
	for path, edit := range edits {
		other := changingQuality(t, origin)
		edit(other)
		if !slices.Contains(settingsNamed(base), path) {
			t.Fatalf("the policy has no %s", path)
		}
		changed := changedRules(NewRuleSet(base), NewRuleSet(other), origin)
		for _, in := range organisationCatalogue {
			if reads := slices.Contains(in.Definitions[0].reads, path); reads != changed[in.Key] {
				t.Errorf("%s: reads %s is %v, changes with it is %v", in.Key, path, reads, changed[in.Key])
			}
		}
	}
	for _, in := range organisationCatalogue {
		for _, path := range in.Definitions[0].reads {
			if edits[path] == nil {
				t.Errorf("%s reads %s, which this test does not change", in.Key, path)
			}
		}
	}
}

func settingsNamed(p *Policy) (paths []string) {
	for _, f := range p.fields() {
		paths = append(paths, f.path)
	}
	return paths
}

// changedRules are the rules with another result on some day of some random life.
func changedRules(a, b *RuleSet, origin model.Date) map[model.IndicatorKey]bool {
	changed := map[model.IndicatorKey]bool{}
	for seed := range uint64(120) {
		h := randomLife(seed, origin)
		one, two := a.AppendOrganisationSpans(nil, h), b.AppendOrganisationSpans(nil, h)
		for day := one[0].ValidFrom; day < origin+200; day++ {
			x, y := &one[spanAt(one, day)].Class.Results, &two[spanAt(two, day)].Class.Results
			for i, in := range organisationCatalogue {
				if x.Of(i) != y.Of(i) {
					changed[in.Key] = true
				}
			}
		}
	}
	return changed
}

// TestBusyOrganisation: what changes nothing cuts nothing. A branch that meets every week and whose units report every month has few
// spans, as many as an idle one.
func TestBusyOrganisation(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	begun := model.MustDate("2019-01-01")
	f := model.OrganisationFact{Valid: model.Valid{ValidFrom: begun, ValidTo: model.Never}}
	f.Kind, f.EstablishedOn, f.DissolvedOn, f.FullMembers, f.ParentID = model.OrganisationKindBranch, begun, model.Never, model.Counted(3), 2
	h := &model.OrganisationHistory{ID: 1, Facts: []model.OrganisationFact{f}, Others: map[model.OrganisationID][]model.OrganisationFact{2: {f}}}
	c := model.CoveredUnit{Cover: model.Cover{ID: 1, UnitID: 1, SetUp: model.SetUpStandalone, Valid: f.Valid}}
	for day := begun; day < begun+700; day += 7 {
		u := model.UnitFact{Valid: model.Valid{ValidFrom: day}}
		u.FoundedOn, u.FullMembers, u.Employees = begun, model.Counted(3), model.Counted(int(day-begun))
		c.Unit = append(c.Unit, u)
		h.Activities = append(h.Activities, day)
	}
	h.Covers = []model.CoveredUnit{c}
	// The last meeting is that of 24 November 2020.
	var got []string
	for _, s := range rules.AppendOrganisationSpans(nil, h) {
		got = append(got, s.ValidFrom.String())
	}
	if want := "[2019-01-01 2021-02-25]"; fmt.Sprint(got) != want {
		t.Errorf("spans from %v, not %s", got, want)
	}
}
