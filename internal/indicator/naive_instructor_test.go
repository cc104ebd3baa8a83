package indicator

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// randomInstructor is a service of some months with units that open, close and are visited, more often than in real ones.
func randomInstructor(r *rand.Rand, origin model.Date) *model.InstructorHistory {
	h := &model.InstructorHistory{ID: 9, Code: "P9"}
	day := origin + model.Date(r.IntN(20))
	for range 1 + r.IntN(4) {
		f := model.InstructorFact{InstructorID: 9, Name: "某人", RegionID: model.RegionID(1 + r.IntN(2)), Role: pick(r, model.AllInstructorRole()...)}
		f.ValidFrom = day
		f.ServiceFrom = pick(r, 0, 0, origin+10, day, day+15)
		f.ServiceTo = pick(r, 0, model.Never, model.Never, origin+model.Date(30+r.IntN(120)))
		f.Eligibility = pick(r, 0, model.EligibilityEligible, model.EligibilityNotEligible, model.EligibilityUnknown)
		h.Facts = append(h.Facts, f)
		day += model.Date(1 + r.IntN(50))
	}
	units := make([][]model.UnitFact, 3)
	for i := range units {
		units[i] = randomHistory(r, origin-20).Facts
	}
	units[r.IntN(3)] = nil
	for i := range r.IntN(5) {
		unit := r.IntN(3)
		c := model.CoveredUnit{Unit: units[unit], CreditCode: model.CreditCode(fmt.Sprintf("U%d", unit))}
		c.ID, c.UnitID, c.Kind, c.InstructorID = model.CoverID(i+1), model.UnitID(unit+1), model.CoverKindWork, 9
		c.ValidFrom = origin + model.Date(r.IntN(80))
		c.ValidTo = pick(r, 0, model.Never, model.Never, c.ValidFrom+model.Date(1+r.IntN(80)))
		h.Covers = append(h.Covers, c)
	}
	slices.SortFunc(h.Covers, func(a, b model.CoveredUnit) int { return int(a.ValidFrom - b.ValidFrom) })
	for day := origin + model.Date(r.IntN(60)); len(h.Visits) < 8 && r.IntN(6) > 0; day += model.Date(r.IntN(30)) {
		h.Visits = append(h.Visits, model.UnitVisit{UnitID: model.UnitID(1 + r.IntN(4)), On: day})
	}
	return h
}

// naiveInstructor answers for one instructor on one day, straight from the sentences of the rules.
type naiveInstructor struct {
	h   *model.InstructorHistory
	day model.Date
	p   *Policy
}

func (n naiveInstructor) fact() model.InstructorFact {
	f := n.h.Facts[0]
	for _, g := range n.h.Facts {
		if g.ValidFrom <= n.day {
			f = g
		}
	}
	return f
}

// ended goes back to the fact that holds on the day: it tells of an end by the day, or a later one might have.
func (n naiveInstructor) ended() bool {
	one := CoverHistory{Instructor: n.h.Facts}
	one.ValidFrom, one.ValidTo = 0, model.Never
	return !alive(one, n.day)
}

// open are the operating units with a cover whose own dates hold the day.
func (n naiveInstructor) open() map[model.UnitID][]model.CoveredUnit {
	found := map[model.UnitID][]model.CoveredUnit{}
	for _, c := range n.h.Covers {
		if c.ValidFrom > n.day || c.ValidTo != 0 && c.ValidTo <= n.day || len(c.Unit) == 0 || c.Unit[len(c.Unit)-1].FoundedOn > n.day {
			continue
		}
		if (naive{&UnitHistory{Facts: c.Unit}, n.day, n.p}).operation() == "OPERATING" {
			found[c.UnitID] = append(found[c.UnitID], c)
		}
	}
	return found
}

// visited tells whether one unit was visited in time, and whether that is known.
func (n naiveInstructor) visited(unit model.UnitID, covers []model.CoveredUnit) (recorded, inTime bool) {
	first, visits := model.Date(0), []model.Date{}
	for _, v := range n.h.Visits {
		if first == 0 {
			first = v.On
		}
		if v.UnitID == unit {
			visits = append(visits, v.On)
		}
	}
	for _, c := range covers {
		known, one := cameInTime(n.p, c.ValidFrom, first, visits, n.day)
		recorded, inTime = recorded || known, inTime || one
	}
	return recorded, inTime
}

func (n naiveInstructor) result(key model.IndicatorKey) string {
	open := n.open()
	serving := !n.ended() && n.fact().ServiceFrom <= n.day
	if key == "INSTRUCTOR_ENDED" {
		switch {
		case serving:
			return "MET"
		case n.ended() && len(open) > 0:
			return "UNMET"
		}
		return "EXEMPT"
	}
	if !serving {
		return "EXEMPT"
	}
	if key == "INSTRUCTOR_NOT_ELIGIBLE" {
		return map[model.Eligibility]string{0: "UNKNOWN", model.EligibilityUnknown: "UNKNOWN", model.EligibilityEligible: "MET", model.EligibilityNotEligible: "UNMET"}[n.fact().Eligibility]
	}
	if len(open) == 0 {
		return "NOT_APPLICABLE"
	}
	if key == "INSTRUCTOR_OVERLOADED" {
		return map[bool]string{true: "UNMET", false: "MET"}[len(open) > n.p.InstructorUnits.On(n.day)]
	}
	answer := "MET"
	for unit, covers := range open {
		recorded, inTime := n.visited(unit, covers)
		switch {
		case recorded && !inTime:
			return "UNMET"
		case !recorded:
			answer = "UNKNOWN"
		}
	}
	return answer
}

func reportedBegins(h *model.InstructorHistory) (days []model.Date) {
	for _, f := range h.Facts {
		days = append(days, f.ServiceFrom)
	}
	return days
}

// TestInstructorSpansAgreeWithNaive compares every day of random services with the naive answer, and the finding of each day with the runs
// of that answer.
func TestInstructorSpansAgreeWithNaive(t *testing.T) {
	origin := model.MustDate("2024-01-01")
	p := changingPolicy(t, origin)
	rules, seen := NewRuleSet(p), tally{}
	for seed := range uint64(500) {
		h := randomInstructor(rand.New(rand.NewPCG(seed, 11)), origin)
		spans := rules.AppendInstructorSpans(nil, h)
		begun := h.Facts[0].ValidFrom
		if reported := slices.DeleteFunc(reportedBegins(h), func(d model.Date) bool { return d == 0 }); len(reported) > 0 {
			begun = slices.Min(reported)
		}
		inOrder(t, spans, begun, seed)
		for day := begun; day < origin+230; day++ {
			span, n := &spans[spanAt(spans, day)], naiveInstructor{h, day, p}
			for i, in := range instructorCatalogue {
				if got, want := span.Class.Results.Of(i).String(), n.result(in.Key); got != want {
					t.Fatalf("seed %d on %s: %s is %s, want %s", seed, day, in.Key, got, want)
				}
			}
			operation := map[bool]model.Operation{true: model.OperationOperating, false: model.OperationNotOperating}[n.result("INSTRUCTOR_NOT_ELIGIBLE") != "EXEMPT"]
			if f := n.fact(); span.RegionID != f.RegionID || span.Class.Role != f.Role || span.Class.Operation != operation || span.Name != "P9" || span.FoundedOn != begun || span.UnitID != 9 {
				t.Fatalf("seed %d on %s: span %+v", seed, day, span)
			}
			seen.add(instructorCatalogue, span)
			if day%7 == 0 {
				n.findings(t, rules, begun, seed)
			}
		}
	}
	seen.complete(t, instructorCatalogue)
}

// findings compares what is found on the day with the results, and since when with the days before it.
func (n naiveInstructor) findings(t *testing.T, rules *RuleSet, begun model.Date, seed uint64) {
	t.Helper()
	for i, in := range instructorCatalogue {
		f, found := rules.InstructorFinding(n.h, i, n.day)
		if want := n.result(in.Key) == "UNMET"; found != want {
			t.Fatalf("seed %d on %s: %s found: %v, want %v", seed, n.day, in.Key, found, want)
		}
		if !found {
			continue
		}
		since := n
		for since.day > begun && (naiveInstructor{n.h, since.day - 1, n.p}).result(in.Key) == "UNMET" {
			since.day--
		}
		complete(t, f, in)
		if f.Since != since.day {
			t.Fatalf("seed %d on %s: %s since %s, want %s", seed, n.day, in.Key, f.Since, since.day)
		}
	}
}

// complete refuses a finding that leaves out what a reader needs, or names the person.
func complete(t *testing.T, f *Finding, in *Indicator) {
	t.Helper()
	if f.Indicator != in || f.Text.English == "" || f.Text.Chinese == "" || f.Mend.English == "" || f.Mend.Chinese == "" || len(f.Evidence) == 0 {
		t.Fatalf("%s: the finding is not whole: %+v", in.Key, f)
	}
	for _, text := range append(texts(f.Evidence), f.Text.English, f.Text.Chinese) {
		if strings.Contains(text, "某人") || strings.Contains(text, "%!") {
			t.Fatalf("%s says %q", in.Key, text)
		}
	}
}

func texts(list []Evidence) (all []string) {
	for _, e := range list {
		all = append(all, e.String(), e.Chinese)
	}
	return all
}
