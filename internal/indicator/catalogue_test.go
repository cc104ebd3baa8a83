package indicator

import (
	"strings"
	"testing"

	"fugai/model"
)

func TestCatalogue(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	if n := len(rules.Indicators()); n != 19 || n > model.MaxIndicators {
		t.Fatalf("the catalogue has %d indicators", n)
	}
	paths := map[string]bool{}
	for _, f := range (&Policy{}).fields() {
		paths[f.path] = true
	}
	for i, in := range rules.Indicators() {
		if at, ok := rules.Index(in.Key); !ok || at != i {
			t.Errorf("%s stands at %d, not at %d", in.Key, at, i)
		}
		text := rules.Formula(i, since2012)
		if in.Title == "" || in.Definitions[0].Regulation == "" || strings.ContainsAny(text.English+text.Chinese, "{}") {
			t.Errorf("%s is not described: %+v", in.Key, text)
		}
		for _, path := range in.Definitions[0].reads {
			if !paths[path] {
				t.Errorf("%s reads %q, which the policy does not have", in.Key, path)
			}
		}
	}
}

func TestUnknownIndicator(t *testing.T) {
	rules := NewRuleSet(DefaultPolicy())
	if _, ok := rules.Index("COVERAGE"); ok {
		t.Error("COVERAGE is in the catalogue")
	}
	got := UnknownIndicator("COVERAGE").Error()
	if !strings.HasPrefix(got, `there is no indicator "COVERAGE"; use one of ORGANISATION_COVERAGE, `) || !strings.HasSuffix(got, "CROSS_APPOINTMENT") {
		t.Error(got)
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
