package plan

import (
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"fugai/model"
)

// optimum is the greatest number of gaps that any plan could close, by trying all of them.
func optimum(in Input) int {
	var joiners, sent []*Unit
	closed := 0
	for i := range in.Units {
		switch u := &in.Units[i]; u.Steps[0] {
		case model.NextStepJoin:
			joiners = append(joiners, u)
		case model.NextStepInstructor:
			sent = append(sent, u)
		case model.NextStepStandAlone:
			closed++
		}
	}
	return closed + bestGroups(in.Rules, joiners) + bestSending(in.Instructors, sent)
}

// bestGroups tries every way to cut a set of units into groups and single ones.
func bestGroups(r Rules, units []*Unit) int {
	best := make([]int, 1<<len(units))
	for set := 1; set < len(best); set++ {
		low := bits.TrailingZeros(uint(set))
		rest := set &^ (1 << low)
		best[set] = best[rest]
		if otherWay(r, units[low]) {
			best[set]++
		}
		for others := rest; others > 0; others = (others - 1) & rest {
			if group := others | 1<<low; feasible(r, units, group) {
				best[set] = max(best[set], best[set&^group]+bits.OnesCount(uint(group)))
			}
		}
	}
	return best[len(best)-1]
}

func otherWay(r Rules, u *Unit) bool {
	return slices.Contains(u.Steps, model.NextStepAffiliate) && u.Host != 0 ||
		slices.Contains(u.Steps, model.NextStepCombined) && u.Elsewhere > 0 && u.Full+u.Elsewhere >= r.Participants
}

func feasible(r Rules, units []*Unit, set int) bool {
	var group []*Unit
	full := 0
	for i, u := range units {
		if set>>i&1 == 1 {
			group, full = append(group, u), full+u.Full
		}
	}
	if full < r.StandAlone || len(group) > width(r, group) {
		return false
	}
	return slices.ContainsFunc(model.AllPlanBasis(), func(b model.PlanBasis) bool {
		return !slices.ContainsFunc(group, func(u *Unit) bool { return !near(u, group[0], b) })
	})
}

// bestSending tries every instructor for every unit.
func bestSending(people []Instructor, units []*Unit) int {
	free := make([]int, len(people))
	for i := range people {
		free[i] = people[i].Free
	}
	var from func(n int) int
	from = func(n int) int {
		if n == len(units) {
			return 0
		}
		best := from(n + 1)
		for i := range people {
			if free[i] > 0 && slices.Contains(units[n].Reach, people[i].Reach) {
				free[i]--
				best = max(best, 1+from(n+1))
				free[i]++
			}
		}
		return best
	}
	return from(0)
}

func closedBy(out Plan) (n int) {
	for _, p := range out.Proposals {
		n += len(p.Units)
	}
	return n
}

// On small cases the plan is never better than the exact optimum, which would be a broken limit, and on average close to it.
func TestPlansComeCloseToTheOptimum(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	worst, made, could, exact, cases := 1.0, 0, 0, 0, 3000
	for range cases {
		in := random(r, size{units: 4 + r.IntN(11), zones: r.IntN(4), townships: 1 + r.IntN(3), counties: 1 + r.IntN(2), instructors: r.IntN(3)})
		out := Make(in)
		if wrong := faults(in, out); len(wrong) > 0 {
			t.Fatalf("%q in %+v", wrong, in)
		}
		got, best := closedBy(out), optimum(in)
		if got > best {
			t.Fatalf("closes %d of %d that can be closed: %+v", got, best, in)
		}
		made, could = made+got, could+best
		if got == best {
			exact++
		}
		if best > 0 {
			worst = min(worst, float64(got)/float64(best))
		}
	}
	ratio := float64(made) / float64(could)
	t.Logf("closes %.4f of what could be closed, exactly the optimum in %d of %d cases, at worst %.2f", ratio, exact, cases, worst)
	if ratio < 0.98 || exact < cases*9/10 {
		t.Errorf("closes %.4f of what could be closed, exactly the optimum in %d of %d cases; want 0.98 and nine in ten", ratio, exact, cases)
	}
}

// bounds of a large case: what joining within townships alone reaches, first come first served, and what no plan can surpass,
// because a unit without another way needs a neighbourhood that reaches the threshold.
func bounds(in Input) (lower, upper int) {
	queue, joined := map[model.RegionID][]*Unit{}, map[*Unit]bool{}
	full := map[[3]int64]int{}
	sent, free := 0, 0
	for i := range in.Units {
		u := &in.Units[i]
		switch u.Steps[0] {
		case model.NextStepStandAlone:
			lower, upper = lower+1, upper+1
		case model.NextStepInstructor:
			sent++
		case model.NextStepJoin:
			for _, hood := range hoods(u) {
				full[hood] += u.Full
			}
			if u.Full > 0 {
				queue[u.Township] = append(queue[u.Township], u)
			}
			if q := queue[u.Township]; len(q) == 3 {
				for _, one := range q {
					joined[one] = true
				}
				queue[u.Township] = nil
			}
		}
	}
	for i := range in.Units {
		u := &in.Units[i]
		if u.Steps[0] != model.NextStepJoin {
			continue
		}
		if other := otherWay(in.Rules, u); joined[u] || other {
			lower, upper = lower+1, upper+1
		} else if slices.ContainsFunc(hoods(u), func(hood [3]int64) bool { return full[hood] >= in.Rules.StandAlone }) {
			upper++
		}
	}
	for _, i := range in.Instructors {
		free += i.Free
	}
	return lower, upper + min(free, sent)
}

// hoods are the neighbourhoods in which a unit may join.
func hoods(u *Unit) [][3]int64 {
	out := [][3]int64{{1, int64(u.Township)}}
	if u.Zone != 0 {
		out = append(out, [3]int64{2, int64(u.Zone)})
	}
	if u.Industry != 0 {
		out = append(out, [3]int64{3, int64(u.County), int64(u.Industry)})
	}
	return out
}

func TestLargePlansLieWithinTheirBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	for _, s := range []size{{2000, 40, 60, 6, 200}, {20000, 300, 200, 12, 3000}, {5000, 0, 2000, 300, 100}} {
		in := random(r, s)
		out := Make(in)
		if wrong := faults(in, out); len(wrong) > 0 {
			t.Fatal(wrong[:min(5, len(wrong))])
		}
		lower, upper := bounds(in)
		got := closedBy(out)
		t.Logf("%d gaps: closes %d; between %d and %d, %.4f of the upper bound", s.units, got, lower, upper, float64(got)/float64(upper))
		if got < lower || got > upper || float64(got) < 0.9*float64(upper) {
			t.Errorf("%d gaps: closes %d, which is not between %d and %d, or less than nine tenths of the upper bound", s.units, got, lower, upper)
		}
	}
}
