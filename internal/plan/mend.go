package plan

import (
	"slices"

	"fugai/model"
)

// common is the neighbourhood of a level that all units of a group share; false where they share none.
func (j *joiner) common(g *group, level model.PlanBasis) (place, bool) {
	at := placeOf(&j.planner.units[g.units[0]], level)
	for _, i := range g.units[1:] {
		if placeOf(&j.planner.units[i], level) != at {
			return place{}, false
		}
	}
	return at, at != place{}
}

// enter puts the open units of a neighbourhood into groups with room whose units all lie in it.
func (j *joiner) enter(hood []int32, level model.PlanBasis) {
	open := j.open(hood)
	if len(open) == 0 {
		return
	}
	seen := map[*group]bool{}
	var inside []*group
	for _, i := range hood {
		g := j.of[i]
		if g == nil || seen[g] {
			continue
		}
		seen[g] = true
		if _, ok := j.common(g, level); ok {
			inside = append(inside, g)
		}
	}
	j.fill(inside, open)
}

// borrow makes groups of open units of a neighbourhood and of units there whose groups have more members than they need.
func (j *joiner) borrow(hood []int32, level model.PlanBasis) {
	open := j.open(hood)
	if len(open) == 0 {
		return
	}
	donors := slices.Clone(hood)
	slices.SortStableFunc(donors, func(a, b int32) int { return j.planner.units[b].Full - j.planner.units[a].Full })
	for ; len(open) > 0; open = j.open(hood) {
		d := &draft{joiner: j, taken: map[*group]*group{}}
		d.gather(open, donors)
		if d.full < j.rules.StandAlone {
			return
		}
		d.settle()
		j.enter(hood, level)
	}
}

// draft is a group that may not come about: what it takes from others is noted only.
type draft struct {
	*joiner
	group
	taken map[*group]*group
}

// gather collects open units, the first whatever its members, and donors with the most members first.
func (d *draft) gather(open, donors []int32) {
	for n, i := range open {
		if full := d.planner.units[i].Full; n == 0 || full > 0 && d.full < d.rules.StandAlone {
			d.take(i)
		}
	}
	for _, i := range donors {
		if d.full >= d.rules.StandAlone && len(d.group.units) > 1 {
			return
		}
		if d.of[i] != nil && d.spares(i) && d.take(i) {
			from := d.lost(d.of[i])
			from.units, from.full = append(from.units, i), from.full+d.planner.units[i].Full
		}
	}
}

func (d *draft) take(i int32) bool {
	if !d.accepts(&d.group, i) {
		return false
	}
	u := &d.planner.units[i]
	d.group.units, d.full, d.kinds = append(d.group.units, i), d.full+u.Full, d.kinds|1<<u.Class
	return true
}

func (d *draft) lost(g *group) *group {
	if d.taken[g] == nil {
		d.taken[g] = &group{}
	}
	return d.taken[g]
}

// spares tells whether the group of a unit stays a joint branch without it, and without what was taken before.
func (d *draft) spares(i int32) bool {
	g, full := d.of[i], d.planner.units[i].Full
	lost := d.lost(g)
	return full > 0 && len(g.units)-len(lost.units) > 2 && g.full-lost.full-full >= d.rules.StandAlone
}

// settle makes the draft a group and takes its units from the groups that gave them.
func (d *draft) settle() {
	for g, lost := range d.taken {
		g.units = slices.DeleteFunc(g.units, func(i int32) bool { return slices.Contains(lost.units, i) })
		g.full, g.kinds = g.full-lost.full, 0
		for _, i := range g.units {
			g.kinds |= 1 << d.planner.units[i].Class
		}
	}
	made := &group{}
	for _, i := range d.group.units {
		d.add(made, i)
	}
	d.groups = append(d.groups, made)
}
