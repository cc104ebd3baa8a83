package indicator

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// Each testdata/*.bad.yaml begins with the messages that it must give, "# want: MESSAGE" a line.
func TestBadPolicies(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.bad.yaml")
	if len(files) < 10 {
		t.Fatalf("found %d bad policies only", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".bad.yaml"), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			for line := range strings.Lines(string(text)) {
				if message, ok := strings.CutPrefix(line, "# want: "); ok {
					want = append(want, strings.TrimSpace(message))
				}
			}
			got := messages(t, string(text))
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
			}
		})
	}
}

func messages(t *testing.T, text string) []string {
	t.Helper()
	p, err := ParsePolicy(text)
	var faults model.Errors
	if p != nil || !errors.As(err, &faults) {
		t.Fatalf("the policy was taken, or the error is none of ours: %v", err)
	}
	var all []string
	for _, f := range faults {
		if f.Code != model.CodeInvalid {
			t.Errorf("%v has code %s", f, f.Code)
		}
		all = append(all, f.Error())
	}
	return all
}

func TestWhatAFileLeavesOutIsTheDefault(t *testing.T) {
	p, err := ParsePolicy("counted: {}\n")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := NewRuleSet(p).Hash(), NewRuleSet(DefaultPolicy()).Hash(); got != want {
		t.Fatalf("rule set %s, want that of the default policy, %s", got, want)
	}
}

// Every setting of the default policy says where it comes from.
func TestDefaultPolicy(t *testing.T) {
	p := DefaultPolicy()
	if p.BranchCommittee.On(model.MustDate("2026-01-01")) != 7 || p.StandAlone.On(0) != 3 {
		t.Error("the thresholds are not 7 and 3")
	}
	if p.SetUps.Source == "" || p.SetUps.Title != "计入组织覆盖的组建方式" || p.SetUps.Scope != ScopeProduct || p.SetUps.Path != "counted.setUps" {
		t.Errorf("the setting lost its texts: %+v", p.SetUps.Setting)
	}
	for _, w := range []struct {
		width Dated[Width]
		on    bool
		units int
	}{{p.JointWidth, true, 5}, {p.PrivateSchoolWidth, false, 6}, {p.EnterpriseWidth, false, 10}, {p.RuralSchoolWidth, false, 3}} {
		if got := w.width.On(since2012); got != (Width{w.on, w.units}) {
			t.Errorf("%s is %+v", w.width.Path, got)
		}
	}
}

// changed is the default policy with one text replaced by another.
func changed(t *testing.T, from, to string) *Policy {
	t.Helper()
	text := strings.Replace(DefaultPolicyText(), from, to, 1)
	if text == DefaultPolicyText() {
		t.Fatalf("the policy does not hold %q", from)
	}
	p, err := ParsePolicy(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// The hash names what spans depend on. What does not change them must not make a new rule set of a million units.
func TestHash(t *testing.T) {
	base := NewRuleSet(DefaultPolicy()).Hash()
	same := map[string][2]string{
		"a target":      {"value: 1.00", "value: 0.99"},
		"a source":      {"source: Local practice\n", "source: Decision 7 of the city\n"},
		"a step":        {"{step: COMBINED, for: SCHOOL, on: false}", "{step: COMBINED, for: SCHOOL, on: true}"},
		"a clock":       {"talkMonths: 1", "talkMonths: 2"},
		"the order":     {"[REGULAR, MOBILE]", "[MOBILE, REGULAR]"},
		"the first day": {"versions: [{from: 1982-09-06, value: 3}]", "versions: [{from: 1992-10-18, value: 3}]"},
	}
	for what, edit := range same {
		if NewRuleSet(changed(t, edit[0], edit[1])).Hash() != base {
			t.Errorf("%s changes the hash", what)
		}
	}
	other := map[string][2]string{
		"a threshold": {"versions: [{from: 1982-09-06, value: 3}]", "versions: [{from: 1982-09-06, value: 4}]"},
		"a version":   {"versions: [{from: 1982-09-06, value: 3}]", "versions: [{from: 1982-09-06, value: 3}, {from: 2027-01-01, value: 4}]"},
		"a set-up":    {"[STANDALONE, JOINT, AFFILIATED, COMBINED]", "[STANDALONE, JOINT]"},
		"a switch":    {"value: true}", "value: false}"},
		"a width":     {"{on: false, units: 6}", "{on: true, units: 6}"},
		"a window":    {"[JOINT, COMBINED]", "[JOINT]"},
	}
	for what, edit := range other {
		if NewRuleSet(changed(t, edit[0], edit[1])).Hash() == base {
			t.Errorf("%s does not change the hash", what)
		}
	}
}

func TestTargets(t *testing.T) {
	entry := "targets:\n"
	p := changed(t, entry, entry+`
  - {indicator: TWO_COVERAGES, region: 3505, from: 2026-01-01, to: 2026-12-31, value: 0.95, source: A}
  - {indicator: TWO_COVERAGES, region: 3505, domain: SCHOOL, from: 2026-01-01, value: 0.97, source: A}
  - {indicator: TWO_COVERAGES, region: 35, from: 2026-01-01, value: 0.9, source: A}
  - {indicator: TWO_COVERAGES, from: 2026-01-01, value: 0.8, source: A}
`)
	county := []model.RegionCode{"350582000000", "350500000000", "350000000000"}
	on := model.MustDate("2026-06-30")
	for _, c := range []struct {
		name    string
		upward  []model.RegionCode
		domain  model.Domain
		on      model.Date
		want    string
		missing bool
	}{
		{"the nearest region upward", county, 0, on, "0.95", false},
		{"the domain within the nearest region", county, model.DomainSchool, on, "0.97", false},
		{"another domain takes the region's", county, model.DomainOrgan, on, "0.95", false},
		{"the last day is in the period", county, 0, model.MustDate("2026-12-31"), "0.95", false},
		{"the day after it is not", county, 0, model.MustDate("2027-01-01"), "0.9", false},
		{"the domain where no region has one", []model.RegionCode{"360000000000"}, model.DomainSchool, on, "1.00", false},
		{"then the policy", nil, model.DomainOrgan, on, "0.8", false},
		{"nothing before the first day", nil, 0, model.MustDate("2025-12-31"), "", true},
	} {
		got, ok := p.Target("TWO_COVERAGES", c.upward, c.domain, c.on)
		if ok == c.missing || ok && got.Text != c.want {
			t.Errorf("%s: got %+v, want %q", c.name, got, c.want)
		}
	}
}

// Shortfall is exact where floating point is not: 0.07 × 100 is 7, and 7.000000000000001 in floating point.
func TestShortfall(t *testing.T) {
	for _, c := range []struct {
		target                             string
		numerator, denominator, wantsUnits int64
	}{
		{"0.07", 6, 100, 1}, {"0.07", 7, 100, 0}, {"0.95", 94, 99, 1}, {"0.95", 95, 99, 0}, {"1.00", 0, 0, 0},
		{"0.731", 730, 1000, 1}, {"0", 0, 10, 0}, {"1", 3, 1000000, 999997},
	} {
		p := changed(t, "targets:\n", "targets:\n  - {indicator: DUE_COVERED, from: 2020-01-01, value: "+c.target+", source: A}\n")
		target, _ := p.Target("DUE_COVERED", nil, 0, since2012+4000)
		if got := target.Shortfall(c.numerator, c.denominator); got != c.wantsUnits {
			t.Errorf("%s of %d with %d: shortfall %d, want %d", c.target, c.denominator, c.numerator, got, c.wantsUnits)
		}
	}
}
