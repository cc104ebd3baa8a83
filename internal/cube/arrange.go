package cube

import (
	"cmp"
	"slices"
)

// arrange is one segment with the live units of some, those of a region together and in ascending order of their ids.
func (c *Cube) arrange(parts ...*segment) *segment {
	units, regions := liveUnits(parts)
	// One walk by id puts each behind those of its region that came before, in place of a sort by both; most parts come by id already.
	byID := func(a, b liveUnit) int { return cmp.Compare(a.id, b.id) }
	if !slices.IsSortedFunc(units, byID) {
		slices.SortFunc(units, byID)
	}
	place := make([]uint32, regions+1) // of the next unit of a region
	for _, u := range units {
		place[u.region+1]++
	}
	for region := range regions {
		place[region+1] += place[region]
	}
	order, places, stays := make([]uint32, len(units)), make([]uint32, len(units)), true
	for i, u := range units {
		at := place[u.region]
		place[u.region]++
		order[at], places[i] = uint32(i), at
		stays = stays && at == uint32(i)
	}
	var runs []run
	for _, i := range order {
		runs = addRun(runs, parts[units[i].part], int(units[i].number))
	}
	out := c.assemble(runs)
	if !stays {
		out.byID = places
	}
	return out
}

// liveUnit is a unit of one of several segments, with the region in which it lies last.
type liveUnit struct{ id, region, part, number uint32 }

// liveUnits are the units of segments that have rows and did not move on, and how many numbers regions take.
func liveUnits(parts []*segment) (units []liveUnit, regions uint32) {
	n := 0
	for _, s := range parts {
		n += len(s.ids)
	}
	units = make([]liveUnit, 0, n)
	for p, s := range parts {
		for u, id := range s.ids {
			if s.isDead(u) || s.first[u] == s.first[u+1] {
				continue
			}
			region := s.region.at(s.first[u+1] - 1)
			units, regions = append(units, liveUnit{id, region, uint32(p), uint32(u)}), max(regions, region+1)
		}
	}
	return units, regions
}

// addRun adds a unit to runs, to the last where it lies behind it.
func addRun(runs []run, s *segment, unit int) []run {
	if n := len(runs); n > 0 && runs[n-1].of == s && runs[n-1].to == unit {
		runs[n-1].to++
		return runs
	}
	return append(runs, run{s, unit, unit + 1})
}
