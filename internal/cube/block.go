package cube

import (
	"math"
	"slices"
)

// condition is a set of conditions of a filter.
type condition uint16

// The conditions that can be known to hold of all rows of a block, or that the caller asks by itself; otherwise is all others.
const (
	ofClass condition = 1 << iota
	ofRegion
	ofEmployees
	ofFullMembers
	ofMembers
	ofFounding
	otherwise
)

// blockSize is the number of rows that a scan works on at a time: its selection fits the first-level cache.
const blockSize = 4096

// block is what is known of the rows of a block: the regions in it, and the bounds of what filters bound. So a scan passes over blocks of
// regions that were not asked for, and does not ask a condition that all rows of a block pass.
type block struct {
	regions                  []uint32
	employees, full, members bounds
	founded                  bounds
}

// bounds are the smallest and the largest number of a block, both inclusive.
type bounds struct{ lo, hi int64 }

// within tells whether all numbers lie from lo to hi, both inclusive.
func (b bounds) within(lo, hi int64) bool { return b.lo >= lo && b.hi <= hi }

// blockOf describes the rows from begin to end. buffer is overwritten.
func (s *segment) blockOf(begin, end int, buffer []uint32) block {
	regions := buffer[:0]
	for r := begin; r < end; r++ {
		if id := s.region.at(uint32(r)); len(regions) == 0 || regions[len(regions)-1] != id {
			regions = append(regions, id)
		}
	}
	slices.Sort(regions)
	b := block{regions: slices.Clip(slices.Clone(slices.Compact(regions)))}
	b.employees, b.full, b.members = s.employees.bounds(begin, end), s.full.bounds(begin, end), s.members.bounds(begin, end)
	founded := s.founded.of(uint32(begin), uint32(end))
	b.founded = bounds{int64(slices.Min(founded)), int64(slices.Max(founded))}
	return b
}

// bounds are those of the numbers of the rows from begin to end.
func (c *column) bounds(begin, end int) bounds {
	b := bounds{math.MaxInt64, math.MinInt64}
	for r := begin; r < end; r++ {
		v := int64(c.at(uint32(r)))
		b.lo, b.hi = min(b.lo, v), max(b.hi, v)
	}
	return b
}

// conditions are those that a filter has.
func (m *matcher) conditions() (all condition) {
	f := m.filter
	for one, set := range map[condition]bool{
		ofClass: m.classes != nil, ofRegion: f.Regions != nil, ofEmployees: f.Employees.Set, ofFullMembers: f.FullMembers.Set, ofMembers: f.Members.Set,
		ofFounding: f.FoundedFrom != 0 || f.FoundedBefore != 0,
		otherwise:  f.Zones != nil || f.Places != nil || f.Units != nil || f.Name != nil || f.Ages != nil || f.Due != nil,
	} {
		if set {
			all |= one
		}
	}
	return all
}

// open are those of some conditions that not all rows of a block fulfil by themselves.
func (m *matcher) open(b *block, asked condition) condition {
	f := m.filter
	if asked&ofRegion != 0 && allIn(f.Regions, b.regions) {
		asked &^= ofRegion
	}
	for _, one := range [...]struct {
		condition
		bounds
		Range
	}{{ofEmployees, b.employees, f.Employees}, {ofFullMembers, b.full, f.FullMembers}, {ofMembers, b.members, f.Members}} {
		if asked&one.condition != 0 && one.within(one.counts()) {
			asked &^= one.condition
		}
	}
	if asked&ofFounding != 0 && b.founded.within(foundedBounds(f)) {
		asked &^= ofFounding
	}
	return asked
}

func allIn(set []bool, ids []uint32) bool {
	for _, id := range ids {
		if int(id) >= len(set) || !set[id] {
			return false
		}
	}
	return true
}
