package plan

import (
	"cmp"
	"math"
	"slices"

	"fugai/model"
)

// limits are the widths of joint branches by the set of classes in them.
func limits(widths [classes]int) (out [1 << classes]int) {
	for c, w := range widths {
		if w <= 0 {
			widths[c] = math.MaxInt
		}
	}
	for set := range out {
		out[set] = math.MaxInt
		if set&(set-1) != 0 { // more than one class
			out[set] = widths[Ordinary]
		}
		for c := range widths {
			if set>>c&1 == 1 {
				out[set] = min(out[set], widths[c])
			}
		}
	}
	return out
}

// group is a joint branch on its way.
type group struct {
	units []int32
	full  int
	kinds uint8 // set of classes
}

// levels are how near neighbours can be, the nearest first.
var levels = [...]model.PlanBasis{model.PlanBasisZone, model.PlanBasisTownship, model.PlanBasisIndustry}

// place names a neighbourhood of a level; the zero value is none.
type place struct{ a, b int64 }

func placeOf(u *Unit, level model.PlanBasis) place {
	switch {
	case level == model.PlanBasisZone:
		return place{int64(u.Zone), 0}
	case level == model.PlanBasisTownship:
		return place{int64(u.Township), 0}
	case u.County != 0 && u.Industry != 0:
		return place{int64(u.County), int64(u.Industry)}
	}
	return place{}
}

// joiner forms groups of the units that try to join in one round.
type joiner struct {
	*planner
	units  []int32
	needy  []bool // by place in p.units: no later step of the unit's table would close its gap
	groups []*group
	of     []*group // by place in p.units
}

// join proposes joint branches. Nearest neighbours first; then what is left goes into branches with room, and branches with more
// members than they need give some to those that lack them.
func (p *planner) join(units []int32, round int) {
	if len(units) < 2 {
		return
	}
	j := &joiner{planner: p, units: units, needy: make([]bool, len(p.units)), of: make([]*group, len(p.units))}
	for _, i := range units {
		j.needy[i] = !p.hasOther(&p.units[i], round)
	}
	for _, level := range levels {
		j.each(level, func(hood []int32) { j.form(j.open(hood)) })
	}
	for range 2 {
		for _, level := range levels {
			j.each(level, func(hood []int32) { j.enter(hood, level); j.borrow(hood) })
		}
	}
	for _, g := range j.groups {
		j.proposeGroup(g)
	}
}

// hasOther tells whether a step after a round surely closes the unit's gap.
func (p *planner) hasOther(u *Unit, round int) bool {
	return slices.ContainsFunc(u.Steps[round+1:], func(step model.NextStep) bool { return p.rules.Closes[step] && p.possible(u, step) })
}

func (j *joiner) proposeGroup(g *group) {
	slices.Sort(g.units)
	made := Proposal{Step: model.NextStepJoin, FullMembers: g.full}
	for _, i := range g.units {
		made.Units = append(made.Units, &j.planner.units[i])
	}
	for _, level := range slices.Backward(levels[:]) {
		if j.common(g, level) {
			made.Basis = level
		}
	}
	j.propose(made, g.units...)
}

// each hands out the neighbourhoods of a level with two units or more, in the order of their first credit codes.
func (j *joiner) each(level model.PlanBasis, visit func(hood []int32)) {
	number := map[place]int{{}: -1}
	var hoods [][]int32
	for _, i := range j.units {
		at := placeOf(&j.planner.units[i], level)
		n, known := number[at]
		if !known {
			n = len(hoods)
			number[at] = n
			hoods = append(hoods, nil)
		}
		if n >= 0 {
			hoods[n] = append(hoods[n], i)
		}
	}
	for _, hood := range hoods {
		if len(hood) > 1 {
			visit(hood)
		}
	}
}

// open are the units of a neighbourhood that no group has, those without another way first.
func (j *joiner) open(hood []int32) []int32 {
	var out []int32
	for _, i := range hood {
		if j.of[i] == nil {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int32) int { return cmp.Compare(urgency(j.needy[a]), urgency(j.needy[b])) })
	return out
}

func urgency(needy bool) int {
	if needy {
		return 0
	}
	return 1
}

// form makes as many groups as the members of open units allow, and puts the other units into them.
func (j *joiner) form(open []int32) {
	s := j.stock(open)
	first := len(j.groups)
	for {
		core := s.core(j.rules.StandAlone)
		if core == nil || len(core) > j.limitOf(core) {
			break
		}
		g := &group{}
		for _, i := range core {
			j.add(g, i)
		}
		j.groups = append(j.groups, g)
	}
	j.fill(j.groups[first:], j.open(open))
}

func (j *joiner) limitOf(units []int32) int {
	kinds := uint8(0)
	for _, i := range units {
		kinds |= 1 << j.planner.units[i].Class
	}
	return j.limits[kinds]
}

func (j *joiner) add(g *group, i int32) {
	g.units = append(g.units, i)
	g.full += j.planner.units[i].Full
	g.kinds |= 1 << j.planner.units[i].Class
	j.of[i] = g
}

func (j *joiner) accepts(g *group, i int32) bool {
	return len(g.units) < j.limits[g.kinds|1<<j.planner.units[i].Class]
}

// fill puts open units into groups in turn, those without another way first. A group that is too full for a class of units stays so.
func (j *joiner) fill(groups []*group, open []int32) {
	for n := range 2 * int(classes) {
		needy, class := n < int(classes), Class(n%int(classes))
		var some []int32
		for _, i := range open {
			if j.planner.units[i].Class == class && j.needy[i] == needy {
				some = append(some, i)
			}
		}
		for room := groups; len(some) > 0 && len(room) > 0; {
			room, some = j.round(room, some)
		}
	}
}

// round gives each group one unit; groups that take none are left out of the next round.
func (j *joiner) round(room []*group, some []int32) (kept []*group, left []int32) {
	for _, g := range room {
		if len(some) == 0 {
			break
		}
		if j.accepts(g, some[0]) {
			j.add(g, some[0])
			kept, some = append(kept, g), some[1:]
		}
	}
	return kept, some
}

// stock holds units by their number of full members, each list in the order in which to take them.
type stock [][]int32

func (j *joiner) stock(open []int32) stock {
	s := make(stock, j.rules.StandAlone+1)
	for _, i := range open {
		full := min(j.planner.units[i].Full, j.rules.StandAlone)
		s[full] = append(s[full], i)
	}
	return s
}

// core takes the units of a smallest group: the one with the most members, and the least that complete it. That way the number
// of groups is the greatest possible for a threshold of three. It is nil where the stock does not reach the threshold.
func (s stock) core(threshold int) (core []int32) {
	sum := 0
	for sum < threshold || len(core) < 2 {
		n := s.least(max(1, threshold-sum))
		if len(core) == 0 || n == 0 {
			n = s.most()
		}
		if n == 0 {
			return nil
		}
		core = append(core, s[n][0])
		s[n] = s[n][1:]
		sum += n
	}
	return core
}

func (s stock) least(from int) int {
	for n := from; n < len(s); n++ {
		if len(s[n]) > 0 {
			return n
		}
	}
	return 0
}

func (s stock) most() int {
	for n := len(s) - 1; n > 0; n-- {
		if len(s[n]) > 0 {
			return n
		}
	}
	return 0
}
