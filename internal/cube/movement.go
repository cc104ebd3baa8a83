package cube

import "fugai/model"

// Side is one date of a movement: the day, and filter and grouping with the trees of that day. Both sides must have the same
// dimensions, and their groups the same keys.
type Side struct {
	On     model.Date
	Filter *Filter
	Group  *Grouping
}

// Change counts what moved in one group. DenominatorTo = DenominatorFrom + EnteredMet + EnteredUnmet − LeftMet − LeftUnmet, and
// NumeratorTo = NumeratorFrom + Gained − Lost + EnteredMet − LeftMet, exactly.
type Change struct {
	Keys                           []int32
	NumeratorFrom, NumeratorTo     int64
	DenominatorFrom, DenominatorTo int64
	Gained, Lost                   int64
	EnteredMet, EnteredUnmet       int64
	LeftMet, LeftUnmet             int64
}

// state is where a unit stands on one side: in a counter of the plan, or nowhere.
type state int

const absent state = -1

// Movement compares the units of two dates. A unit that changes its group leaves the one and enters the other.
func (c *Cube) Movement(from, to Side, indicator int) (groups []Change, total Change) {
	pairs, plans := c.pairs(from, to, indicator)
	f := &moves{plans: plans, indicator: indicator, groups: map[groupKey]int{}}
	for pair, n := range pairs {
		f.add(pair, n)
	}
	return f.list, f.total
}

// pairs counts the units by where they stand on both sides.
func (c *Cube) pairs(from, to Side, indicator int) (map[[2]state]int64, [2]*plan) {
	pairs := map[[2]state]int64{}
	plans := c.eachPair(from, to, indicator, func(_ *segment, _ int, pair [2]state) { pairs[pair]++ })
	return pairs, plans
}

func (c *Cube) eachPair(from, to Side, indicator int, visit func(s *segment, unit int, pair [2]state)) [2]*plan {
	var plans [2]*plan
	states := make([][2][]state, len(c.segments))
	sides := [2]Side{from, to}
	for side, one := range sides {
		plans[side] = c.matcher(one.Filter).plan(one.Group, []Ask{{Indicator: indicator}})
	}
	sameSizes(plans)
	for side, one := range sides {
		p := plans[side]
		for i, s := range c.segments {
			states[i][side] = make([]state, len(s.ids))
			for u := range states[i][side] {
				states[i][side][u] = absent
			}
		}
		d := day(one.On)
		p.m.each(d, p.m.asked&^ofClass, func(s *segment, sel []uint32) {
			rows, slots := p.slotsOf(s, sel, d)
			column := states[c.numberOf(s)][side]
			for k, r := range rows {
				column[s.unitOf(r)] = state(slots[k])
			}
		})
	}
	for i, s := range c.segments {
		for u := range s.ids {
			if pair := [2]state{states[i][0][u], states[i][1][u]}; pair != [2]state{absent, absent} {
				visit(s, u, pair)
			}
		}
	}
	return plans
}

// sameSizes lets the number of a group mean the same on both sides, though one side may know fewer regions, zones or places.
func sameSizes(plans [2]*plan) {
	for i := range plans[0].sizes {
		n := max(plans[0].sizes[i], plans[1].sizes[i])
		plans[0].sizes[i], plans[1].sizes[i] = n, n
	}
}

func (c *Cube) numberOf(s *segment) int {
	for i, o := range c.segments {
		if o == s {
			return i
		}
	}
	return -1
}

// result is the result of the indicator in a counter of a plan; 0 for absent units.
func (p *plan) result(at state, indicator int) model.Result {
	if at == absent {
		return 0
	}
	return p.cells.list[int(at)%p.stride].results.Of(indicator)
}

// groupsIn are the groups in which a counter stands: none, one, or two where a unit counts in two domains.
func (p *plan) groupsIn(at state) []groupKey {
	if at == absent {
		return nil
	}
	one := &p.cells.list[int(at)%p.stride]
	row, domain := int(at)/p.stride, p.domainKey()
	if domain < 0 {
		return []groupKey{{row, one.keys}}
	}
	var out []groupKey
	for i, d := range [2]model.Domain{model.Domain(one.keys[domain]), one.also} {
		if p.countsIn(d, i == 1) {
			keys := one.keys
			keys[domain] = int8(d)
			out = append(out, groupKey{row, keys})
		}
	}
	return out
}

type moves struct {
	plans     [2]*plan
	indicator int
	groups    map[groupKey]int
	list      []Change
	total     Change
}

func (f *moves) add(pair [2]state, n int64) {
	was, is := f.plans[0].result(pair[0], f.indicator), f.plans[1].result(pair[1], f.indicator)
	f.total.add(was, is, n)
	before, after := f.plans[0].groupsIn(pair[0]), f.plans[1].groupsIn(pair[1])
	for _, g := range before {
		if contains(after, g) {
			f.group(g).add(was, is, n)
		} else {
			f.group(g).add(was, 0, n)
		}
	}
	for _, g := range after {
		if !contains(before, g) {
			f.group(g).add(0, is, n)
		}
	}
}

func contains(list []groupKey, g groupKey) bool {
	for _, o := range list {
		if o == g {
			return true
		}
	}
	return false
}

func (f *moves) group(key groupKey) *Change {
	i, ok := f.groups[key]
	if !ok {
		i = len(f.list)
		f.groups[key] = i
		f.list = append(f.list, Change{Keys: f.plans[0].names(key.row, key.keys)})
	}
	return &f.list[i]
}

// TermOf is the term of a movement that counts a unit with these results; 0 where nothing moved.
func TermOf(was, is model.Result) model.MovementTerm {
	in := func(r model.Result) bool { return r == model.ResultMet || r == model.ResultUnmet }
	switch {
	case was == model.ResultUnmet && is == model.ResultMet:
		return model.MovementTermGained
	case was == model.ResultMet && is == model.ResultUnmet:
		return model.MovementTermLost
	case !in(was) && is == model.ResultMet:
		return model.MovementTermEnteredMet
	case !in(was) && is == model.ResultUnmet:
		return model.MovementTermEnteredUnmet
	case was == model.ResultMet && !in(is):
		return model.MovementTermLeftMet
	case was == model.ResultUnmet && !in(is):
		return model.MovementTermLeftUnmet
	}
	return 0
}

func (c *Change) add(was, is model.Result, n int64) {
	switch was {
	case model.ResultMet:
		c.NumeratorFrom, c.DenominatorFrom = c.NumeratorFrom+n, c.DenominatorFrom+n
	case model.ResultUnmet:
		c.DenominatorFrom += n
	}
	switch is {
	case model.ResultMet:
		c.NumeratorTo, c.DenominatorTo = c.NumeratorTo+n, c.DenominatorTo+n
	case model.ResultUnmet:
		c.DenominatorTo += n
	}
	switch TermOf(was, is) {
	case model.MovementTermGained:
		c.Gained += n
	case model.MovementTermLost:
		c.Lost += n
	case model.MovementTermEnteredMet:
		c.EnteredMet += n
	case model.MovementTermEnteredUnmet:
		c.EnteredUnmet += n
	case model.MovementTermLeftMet:
		c.LeftMet += n
	case model.MovementTermLeftUnmet:
		c.LeftUnmet += n
	}
}

// Moved are the ids of the units that a term of a movement counts.
func (c *Cube) Moved(from, to Side, indicator int, term model.MovementTerm) map[model.UnitID]bool {
	moved := map[model.UnitID]bool{}
	type standing struct {
		s    *segment
		unit int
		pair [2]state
	}
	var all []standing
	plans := c.eachPair(from, to, indicator, func(s *segment, unit int, pair [2]state) {
		all = append(all, standing{s, unit, pair})
	})
	for _, one := range all {
		was, is := plans[0].result(one.pair[0], indicator), plans[1].result(one.pair[1], indicator)
		if TermOf(was, is) == term {
			moved[one.s.id(one.unit)] = true
		}
	}
	return moved
}
