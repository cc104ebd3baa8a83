package indicator

import (
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

func TestCatalogue(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	settings := map[string]bool{}
	for _, f := range (&Policy{}).fields() {
		settings[f.path] = f.spans
	}
	for subject, size := range map[model.Subject]int{model.SubjectUnit: 19, model.SubjectOrganisation: 19, model.SubjectInstructor: 4} {
		list := rules.Catalogue(subject)
		if len(list) != size || size > model.MaxIndicators {
			t.Fatalf("the catalogue of %s has %d indicators", subject, len(list))
		}
		for i, in := range list {
			if of, at, ok := rules.Find(in.Key); !ok || at != i || of != subject || in.Subject != subject {
				t.Errorf("%s stands at %d of %s, not at %d of %s", in.Key, at, of, i, subject)
			}
			checkDescribed(t, in, rules.FormulaOf(subject, i, since2012))
			checkReads(t, in, settings)
		}
	}
}

// checkDescribed refuses an indicator that leaves out a text, or leaves a number of the policy open in one.
func checkDescribed(t *testing.T, in *Indicator, formula Text) {
	t.Helper()
	for _, d := range in.Definitions {
		texts := []string{in.Title, d.Regulation, formula.English, formula.Chinese}
		if in.LookBack {
			texts = append(texts, d.mend.English, d.mend.Chinese)
		}
		for _, text := range texts {
			if text == "" || strings.ContainsAny(text, "{}") {
				t.Errorf("%s is not described: %q", in.Key, texts)
			}
		}
		if d.Number == 0 || d.From == 0 || !in.Coverage && !in.LookBack || len(in.Weights) == 0 {
			t.Errorf("%s: version %d from %s is not whole", in.Key, d.Number, d.From)
		}
		if told := d.told != nil || d.organisation != nil || d.instructor != nil && d.instructor.told != nil; told != in.LookBack {
			t.Errorf("%s tells what is wrong: %v", in.Key, told)
		}
	}
}

// checkReads refuses a setting that does not exist, does not cut spans, or is shown without being read.
func checkReads(t *testing.T, in *Indicator, settings map[string]bool) {
	t.Helper()
	for _, d := range in.Definitions {
		for _, path := range d.reads {
			if spans, known := settings[path]; !known || !spans {
				t.Errorf("%s reads %q, which the policy does not have, or which cuts no spans", in.Key, path)
			}
		}
		for _, shown := range placeholder.FindAllString(d.formula.English+d.formula.Chinese, -1) {
			if !slices.Contains(d.reads, strings.Trim(shown, "{}")) {
				t.Errorf("%s shows %s and does not read it", in.Key, shown)
			}
		}
	}
}

func TestUnknownIndicator(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	for _, key := range []model.IndicatorKey{"COVERAGE", "INSTRUCTOR_ENDED"} {
		if _, ok := rules.Index(key); ok {
			t.Errorf("%s is an indicator of units", key)
		}
	}
	got := UnknownIndicator("COVERAGE").Error()
	if !strings.HasPrefix(got, `there is no indicator "COVERAGE"; use one of ORGANISATION_COVERAGE, `) || !strings.HasSuffix(got, "CROSS_APPOINTMENT") {
		t.Error(got)
	}
	for _, c := range []struct {
		subject model.Subject
		key     model.IndicatorKey
		want    string
	}{
		{model.SubjectUnit, "INSTRUCTOR_ENDED", "INSTRUCTOR_ENDED is a share of instructors, not of units; ask for it with " +
			"quality(subject: INSTRUCTOR) or findings(rule: INSTRUCTOR_ENDED)"},
		{model.SubjectInstructor, "DUE_ESTABLISHMENT", "DUE_ESTABLISHMENT is a share of units, not of instructors; ask for it with " +
			"quality(subject: UNIT) or findings(rule: DUE_ESTABLISHMENT)"},
		{model.SubjectOrganisation, "TWO_COVERAGES", "TWO_COVERAGES is a share of units, not of organisations; ask for it with coverage"},
		{model.SubjectInstructor, "NOTHING", `there is no indicator "NOTHING"; use one of INSTRUCTOR_OVERLOADED, INSTRUCTOR_NOT_VISITING, ` +
			"INSTRUCTOR_ENDED, INSTRUCTOR_NOT_ELIGIBLE"},
	} {
		if got := UnknownIndicatorOf(c.subject, c.key).Error(); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

// Formulas show the values of the policy in both languages.
func TestShown(t *testing.T) {
	settings := NewRuleSet(DefaultPolicy()).settings
	for path, want := range map[string][2]string{
		"quality.documentFor":       {"JOINT, COMBINED", "联合组建、兼合式"},
		"counted.natures":           {"REGULAR, MOBILE", "常设、流动"},
		"joint.width":               {"5", "5"},
		"joint.ruralSchoolWidth":    {"no limit", "不限"},
		"quality.reminderMonths":    {"6", "6"},
		"counted.massOrganisations": {"TRADE_UNION, YOUTH_LEAGUE", "工会、共青团"},
	} {
		f := settings[path]
		if got := [2]string{f.shown(since2018, false), f.shown(since2018, true)}; got != want {
			t.Errorf("%s is shown as %q, want %q", path, got, want)
		}
	}
}

// A rule of another subject changes with the settings that it reads, and with no other.
func TestDefinitionChangedOf(t *testing.T) {
	text := "versions: [{from: 2012-03-01, value: 5}]"
	p := changed(t, text, text[:len(text)-1]+", {from: 2027-01-01, value: 8}]")
	rules := NewRuleSet(p)
	before, after := model.MustDate("2026-12-31"), model.MustDate("2027-01-01")
	for key, want := range map[model.IndicatorKey]bool{"INSTRUCTOR_OVERLOADED": true, "INSTRUCTOR_NOT_VISITING": false} {
		_, index, _ := rules.Find(key)
		if got := rules.DefinitionChangedOf(model.SubjectInstructor, index, before, after); got != want {
			t.Errorf("%s changes: %v", key, got)
		}
	}
	if got := rules.DefinitionOf(model.SubjectInstructor, 0, after); got != (DefinitionOn{1, after}) {
		t.Errorf("%+v", got)
	}
}

// A definition changes with its version and with each number that it reads, and with no other.
func TestDefinitionChanged(t *testing.T) {
	p := changed(t, "versions: [{from: 1982-09-06, value: 3}]", "versions: [{from: 1982-09-06, value: 3}, {from: 2027-01-01, value: 4}]")
	rules := NewRuleSet(p)
	before, after := model.MustDate("2026-12-31"), model.MustDate("2027-01-01")
	due, _ := rules.Index("DUE_ESTABLISHMENT")
	coverage, _ := rules.Index("ORGANISATION_COVERAGE")
	if !rules.DefinitionChanged(due, before, after) || rules.DefinitionChanged(due, after, after+400) {
		t.Error("the threshold's change does not show where it must")
	}
	if rules.DefinitionChanged(coverage, before, after) {
		t.Error("the threshold changes an indicator that does not read it")
	}
	if got := rules.DefinitionOn(due, after); got != (DefinitionOn{1, after}) {
		t.Errorf("%+v", got)
	}
}

// A new version of an indicator holds from its day, cuts spans, makes a new rule set, and a run that it begins says so.
func TestNewVersion(t *testing.T) {
	from := model.MustDate("2025-07-01")
	old := NewRuleSet(DefaultPolicy()).Hash()
	in := catalogue[0]
	next := in.Definitions[0]
	next.Number, next.From, next.counts = 2, from, only(standalone)
	in.Definitions = append(in.Definitions, next)
	defer func() { in.Definitions = in.Definitions[:1] }()
	rules := NewRuleSet(DefaultPolicy())
	c := CoverHistory{OrganisationCode: "D1"}
	c.Kind, c.SetUp, c.ValidFrom, c.ValidTo = model.CoverKindOrganisation, model.SetUpJoint, since2012, model.Never
	f := model.UnitFact{}
	f.ValidFrom, f.FoundedOn, f.Status = since2012, since2012, model.UnitStatusActive
	h := &UnitHistory{Facts: []model.UnitFact{f}, Covers: []CoverHistory{c}}
	spans := rules.Spans(h)
	if len(spans) != 2 || spans[1].ValidFrom != from || spans[0].Class.Results.Of(0) != model.ResultMet || spans[1].Class.Results.Of(0) != model.ResultUnmet {
		t.Errorf("spans %+v", spans)
	}
	if gap, ok := rules.Gap(h, 0, from+9); !ok || gap.Since != from || !gap.ByRules {
		t.Errorf("gap %+v", gap)
	}
	if !rules.DefinitionChanged(0, from-1, from) || rules.Hash() == old || rules.Explain(h, from)[0].Version != 2 {
		t.Error("the new version does not show")
	}
}
