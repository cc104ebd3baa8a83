package plan

import (
	"slices"

	"fugai/model"
)

// common is whether all units of a group share a neighbourhood of a level.
func (j *joiner) common(g *group, level model.PlanBasis) bool {
	at := placeOf(&j.planner.units[g.units[0]], level)
	for _, i := range g.units[1:] {
		if placeOf(&j.planner.units[i], level) != at {
			return false
		}
	}
	return at != place{}
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
		if j.common(g, level) {
			inside = append(inside, g)
		}
	}
	j.fill(inside, open)
}

// borrow makes groups of open units of a neighbourhood and of units there whose groups have more members than they need.
func (j *joiner) borrow(hood []int32) {
	open := j.open(hood)
	if len(open) == 0 {
		return
	}
	donors, members := j.donors(hood), j.withMembers(open)
	for len(open) > 0 {
		if j.of[open[0]] != nil {
			open = open[1:]
			continue
		}
		d := &draft{joiner: j, taken: map[*group]*group{}}
		d.take(open[0])
		members = d.gather(open[0], members)
		donors = d.lend(donors)
		if !d.whole() {
			return
		}
		made := d.settle()
		for len(open) > 0 && (j.of[open[0]] != nil || j.accepts(made, open[0])) {
			if j.of[open[0]] == nil {
				j.add(made, open[0])
			}
			open = open[1:]
		}
	}
}

// donors are the units that groups of a neighbourhood may lend, those with the most members first.
func (j *joiner) donors(hood []int32) (out []int32) {
	for _, i := range hood {
		if j.of[i] != nil && j.planner.units[i].Full > 0 {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int32) int { return j.planner.units[b].Full - j.planner.units[a].Full })
	return out
}

func (j *joiner) withMembers(open []int32) (out []int32) {
	for _, i := range open {
		if j.planner.units[i].Full > 0 {
			out = append(out, i)
		}
	}
	return out
}

// draft is a group that may not come about: what it takes from others is noted only.
type draft struct {
	*joiner
	group
	taken map[*group]*group
}

// whole tells whether the draft can be a joint branch.
func (d *draft) whole() bool { return d.full >= d.rules.StandAlone && len(d.group.units) > 1 }

func (d *draft) crowded() bool { return len(d.group.units) >= d.limits[d.kinds] }

// gather takes open units with members besides the first one, and hands back those that it did not come to.
func (d *draft) gather(first int32, open []int32) []int32 {
	for len(open) > 0 && !d.whole() && !d.crowded() {
		if i := open[0]; i != first && d.of[i] == nil {
			d.take(i)
		}
		open = open[1:]
	}
	return open
}

// lend takes units of groups that can spare them, and hands back those that it did not come to: what a group cannot spare now it
// cannot spare later.
func (d *draft) lend(donors []int32) []int32 {
	for len(donors) > 0 && !d.whole() && !d.crowded() {
		if i := donors[0]; d.spares(i) && d.take(i) {
			from := d.lost(d.of[i])
			from.units, from.full = append(from.units, i), from.full+d.planner.units[i].Full
		}
		donors = donors[1:]
	}
	return donors
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
func (d *draft) settle() *group {
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
	return made
}
