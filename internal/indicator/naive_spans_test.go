package indicator

import (
	"math/rand/v2"
	"testing"

	"fugai/model"
)

// A policy that changes inside the window, so that its cuts are tested with the others.
func changingPolicy(t *testing.T, origin model.Date) *Policy {
	t.Helper()
	p, err := ParsePolicy(DefaultPolicyText())
	if err != nil {
		t.Fatal(err)
	}
	p.SetUps.Versions = append(p.SetUps.Versions, Version[[]model.SetUp]{origin + 70, []model.SetUp{model.SetUpStandalone, model.SetUpJoint}})
	p.StandAlone.Versions = append(p.StandAlone.Versions, Version[int]{origin + 50, 2})
	p.GraceMonths.Versions = append(p.GraceMonths.Versions, Version[int]{origin + 20, 1})
	p.ReturnAffiliated.Versions = append(p.ReturnAffiliated.Versions, Version[ReturnPlace]{origin + 90, Own})
	p.MassOrganisations.Versions = append(p.MassOrganisations.Versions,
		Version[[]model.MassOrganisationKind]{origin + 60, model.AllMassOrganisationKind()})
	p.VisitMonths.Versions = append(p.VisitMonths.Versions, Version[int]{origin + 75, 1}, Version[int]{origin + 110, 2})
	p.InstructorUnits.Versions = append(p.InstructorUnits.Versions, Version[int]{origin + 65, 1})
	return p
}

// TestSpansAgreeWithNaive compares every day of random lives with the naive answer, and proves that spans are in order, without
// gaps, and maximal.
func TestSpansAgreeWithNaive(t *testing.T) {
	origin := model.MustDate("2024-01-01")
	p := changingPolicy(t, origin)
	rules, seen := NewRuleSet(p), tally{}
	for seed := range uint64(900) {
		r := rand.New(rand.NewPCG(seed, 7))
		h := randomHistory(r, origin)
		withQuality(r, h, origin)
		spans := rules.Spans(h)
		founded := h.Facts[len(h.Facts)-1].FoundedOn
		inOrder(t, spans, founded, seed)
		got := ""
		for day := founded; day < origin+190; day++ {
			want := naive{h, day, p}.describe()
			span := &spans[spanAt(spans, day)]
			if day == span.ValidFrom {
				got = describeSpan(span)
			}
			if got != want {
				t.Fatalf("seed %d on %s: spans say\n%s\nnaive says\n%s", seed, day, got, want)
			}
			seen.add(catalogue, span)
			if day%13 == 0 && seed < 300 {
				naive{h, day, p}.findings(t, rules, founded, seed)
			}
		}
	}
	seen.complete(t, catalogue)
}

// findings compares what is found on the day with the results, and since when with the days before it.
func (n naive) findings(t *testing.T, rules *RuleSet, founded model.Date, seed uint64) {
	t.Helper()
	for i, in := range catalogue {
		f, found := rules.UnitFinding(n.h, i, n.day)
		if want := in.LookBack && n.result(in.Key) == "UNMET"; found != want {
			t.Fatalf("seed %d on %s: %s found: %v, want %v", seed, n.day, in.Key, found, want)
		}
		if !found {
			continue
		}
		since := n.day
		for since > founded && (naive{n.h, since - 1, n.p}).result(in.Key) == "UNMET" {
			since--
		}
		complete(t, f, in)
		if f.Since != since {
			t.Fatalf("seed %d on %s: %s since %s, want %s", seed, n.day, in.Key, f.Since, since)
		}
	}
}

// inOrder proves that spans run from a day to never, in order and without gaps, and that none could be longer.
func inOrder(t *testing.T, spans []model.Span, from model.Date, seed uint64) {
	t.Helper()
	if spans[0].ValidFrom != from || spans[len(spans)-1].ValidTo != model.Never {
		t.Fatalf("seed %d: spans do not run from the first day to never", seed)
	}
	for i := 1; i < len(spans); i++ {
		if spans[i].ValidFrom != spans[i-1].ValidTo || spans[i].ValidFrom <= spans[i-1].ValidFrom {
			t.Fatalf("seed %d: span %d does not follow the one before it", seed, i)
		}
		if sameButDays(spans[i-1], spans[i]) {
			t.Fatalf("seed %d: span %d is not maximal", seed, i)
		}
	}
}

func sameButDays(a, b model.Span) bool {
	a.Valid = b.Valid
	return a == b
}

// tally counts the days of each result by indicator, to prove that random lives have them all.
type tally map[model.IndicatorKey]map[model.Result]int

func (c tally) add(list []*Indicator, s *model.Span) {
	for i, in := range list {
		if c[in.Key] == nil {
			c[in.Key] = map[model.Result]int{}
		}
		c[in.Key][s.Class.Results.Of(i)]++
	}
}

func (c tally) complete(t *testing.T, list []*Indicator) {
	t.Helper()
	for _, in := range list {
		if n := c[in.Key]; n[model.ResultMet] < 100 || n[model.ResultUnmet] < 100 || n[model.ResultExempt] < 100 {
			t.Errorf("%s: the random lives prove little: %v", in.Key, n)
		}
	}
}
