package cube

import (
	"bytes"
	"math"
	"slices"

	"fugai/model"
)

// Filter says which spans of a date count. The zero value lets all through. Whoever asks has translated codes of regions,
// zones and organisations into sets of ids, with the trees of the date.
type Filter struct {
	// Class decides on the small dimensions; nil lets all through. It is asked once a class, not once a row.
	Class func(*model.SpanClass) bool
	// Regions, Zones and Places are sets by id; nil lets all through, an id beyond the end is not in the set.
	Regions, Zones, Places []bool
	// Territories are the regions whose units pass Places where they have no other place than their territory.
	Territories []bool
	Employees   Range
	FullMembers Range
	Members     Range
	// FoundedFrom, inclusive, and FoundedBefore, exclusive; 0 is no bound.
	FoundedFrom, FoundedBefore model.Date
	Name                       *model.TextFilter
	// Units lets only these through; nil lets all through.
	Units map[model.UnitID]bool
	// Gap lets only the gaps of an indicator through; nil lets all through.
	Gap *int
	// Due lets only those through that are no gap of an indicator on the day and become one in a window behind it; nil lets all through.
	Due *DueFilter
	// Ages are the gap's ages that count, of the gap of the indicator Ages.Indicator; nil lets all through.
	Ages *AgeFilter
}

// Range bounds a count, both ends inclusive. The zero value has no bound; otherwise counts that were not reported are outside.
type Range struct {
	Set    bool
	Lo, Hi int
}

// AgeFilter keeps the gaps of an indicator by their age.
type AgeFilter struct {
	Indicator int
	Ages      []model.GapAge
}

// DueFilter keeps those whose run in the gap of an indicator begins from From to To, both inclusive, and is not yet there.
type DueFilter struct {
	Indicator int
	From, To  model.Date
}

// AgeOf is the band of a gap that has been open for so many days.
func AgeOf(days int) model.GapAge {
	switch {
	case days <= 90:
		return model.GapAgeUpTo90Days
	case days <= 365:
		return model.GapAgeFrom91To365Days
	}
	return model.GapAgeOver365Days
}

// counts are the bounds, both inclusive, as columns hold counts: the number and 1, and 0 where it was not reported.
func (r Range) counts() (lo, hi int64) { return max(1, clampCount(r.Lo)), clampCount(r.Hi) }

func clampCount(n int) int64 { return int64(max(-1, min(n, 1<<32))) + 1 }

// foundedBounds are the first and the last day, both inclusive, that a filter lets through.
func foundedBounds(f *Filter) (lo, hi int64) {
	lo, hi = math.MinInt16, math.MaxInt16
	if f.FoundedFrom != 0 {
		lo = int64(day(f.FoundedFrom))
	}
	if f.FoundedBefore != 0 {
		hi = int64(day(f.FoundedBefore)) - 1
	}
	return lo, hi
}

// matcher is a filter made ready for one cube.
type matcher struct {
	filter  *Filter
	cube    *Cube
	classes []bool
	name    func([]byte) bool
	// asked are the conditions of the filter.
	asked condition
}

func (c *Cube) matcher(f *Filter) *matcher {
	m := &matcher{filter: f, cube: c}
	if f.Gap != nil {
		m.classes = c.unmetClasses(*f.Gap)
	}
	if f.Class != nil || f.Due != nil {
		gap := m.classes
		m.classes = make([]bool, len(c.Classes))
		for i := range c.Classes {
			class := &c.Classes[i]
			m.classes[i] = (gap == nil || gap[i]) &&
				(f.Due == nil || class.Results.Of(f.Due.Indicator) != model.ResultUnmet) && (f.Class == nil || f.Class(class))
		}
	}
	m.name = textMatcher(f.Name)
	m.asked = m.conditions()
	return m
}

// textMatcher tells which packed names a filter takes.
func textMatcher(f *model.TextFilter) func([]byte) bool {
	if f == nil {
		return nil
	}
	text := func(s *string) []byte {
		if s == nil {
			return nil
		}
		return pack(nil, *s)
	}
	eq, prefix, part := text(f.Eq), text(f.StartsWith), text(f.Contains)
	return func(name []byte) bool {
		return (f.Eq == nil || bytes.Equal(name, eq)) && bytes.HasPrefix(name, prefix) && holdsPacked(name, part)
	}
}

// keep drops from sel the rows that do not fulfil the asked conditions on the day; each is a pass of its own over the rows that are left.
func (m *matcher) keep(s *segment, sel []uint32, d int16, asked condition) []uint32 {
	f := m.filter
	if asked&ofClass != 0 {
		sel = inSet(sel, &s.class, m.classes)
	}
	if asked&ofRegion != 0 {
		sel = inSet(sel, &s.region, f.Regions)
	}
	if asked&ofEmployees != 0 {
		sel = inRange(sel, &s.employees, f.Employees)
	}
	if asked&ofFullMembers != 0 {
		sel = inRange(sel, &s.full, f.FullMembers)
	}
	if asked&ofMembers != 0 {
		sel = inRange(sel, &s.members, f.Members)
	}
	if asked&ofFounding != 0 {
		lo, hi := foundedBounds(f)
		sel = where(sel, func(r uint32) bool { day := int64(s.founded.at(r)); return day >= lo && day <= hi })
	}
	if asked&otherwise != 0 {
		sel = m.keepOtherwise(s, sel, d)
	}
	return sel
}

func (m *matcher) keepOtherwise(s *segment, sel []uint32, d int16) []uint32 {
	f := m.filter
	if f.Zones != nil {
		sel = inSet(sel, &s.zone, f.Zones)
	}
	if f.Places != nil {
		sel = where(sel, func(r uint32) bool { return member(f.Places, f.Territories, s.place.at(r), s.region.at(r)) })
	}
	if f.Units != nil {
		sel = where(sel, func(r uint32) bool { return f.Units[s.id(int(s.unitOf(r)))] })
	}
	if m.name != nil {
		sel = where(sel, func(r uint32) bool { return m.name(s.name(int(r))) })
	}
	if f.Ages != nil {
		sel = where(sel, func(r uint32) bool { return slices.Contains(f.Ages.Ages, m.cube.ageOf(s, r, f.Ages.Indicator, d)) })
	}
	if f.Due != nil {
		lo, hi := day(f.Due.From), day(f.Due.To)
		sel = where(sel, func(r uint32) bool { return s.begins(m.cube.Classes, r, f.Due.Indicator, lo, hi) != forever })
	}
	return sel
}

// ageOf is the age of the gap of an indicator in a row on a day; NONE where it is no gap.
func (c *Cube) ageOf(s *segment, row uint32, indicator int, d int16) model.GapAge {
	if c.Classes[s.class.at(row)].Results.Of(indicator) != model.ResultUnmet {
		return model.GapAgeNone
	}
	return AgeOf(int(d) - int(s.since(c.Classes, row, indicator)))
}

func where(sel []uint32, ok func(uint32) bool) []uint32 {
	n := 0
	for _, r := range sel {
		if ok(r) {
			sel[n] = r
			n++
		}
	}
	return sel[:n]
}

// member tells whether a place is in the set; the zero place is told by its region.
func member(places, territories []bool, place, region uint32) bool {
	if place == 0 {
		return int(region) < len(territories) && territories[region]
	}
	return int(place) < len(places) && places[place]
}

func inSet(sel []uint32, column *column, set []bool) []uint32 {
	n := 0
	for _, r := range sel {
		if id := column.at(r); int(id) < len(set) && set[id] {
			sel[n] = r
			n++
		}
	}
	return sel[:n]
}

func inRange(sel []uint32, column *column, r Range) []uint32 {
	lo, hi := r.counts()
	n := 0
	for _, row := range sel {
		sel[n] = row
		if c := int64(column.at(row)); c >= lo && c <= hi {
			n++
		}
	}
	return sel[:n]
}

// holds is 1 where a row from one day to another (exclusive) holds the day, else 0. It has no branch, because half of all rows hold the
// day of a usual question, in no order that a processor could foretell.
func holds(from, to, d int16) uint32 {
	return (uint32(int32(from)-int32(d)-1) & uint32(int32(d)-int32(to))) >> 31
}

// live fills sel with the rows of a block that hold the day.
func (s *segment) live(sel []uint32, begin, end int, d int16) []uint32 {
	sel = sel[:cap(sel)]
	n := uint32(0)
	from, to := s.from[begin:end], s.to[begin:end]
	to = to[:len(from)]
	for i := range from {
		sel[n] = uint32(begin + i)
		n += holds(from[i], to[i], d)
	}
	return sel[:n]
}

// overlapping fills sel with the rows of a block that hold any day from first to last.
func (s *segment) overlapping(sel []uint32, begin, end int, first, last int16) []uint32 {
	sel = sel[:cap(sel)]
	n := uint32(0)
	from, to := s.from[begin:end], s.to[begin:end]
	to = to[:len(from)]
	for i := range from {
		sel[n] = uint32(begin + i)
		n += (uint32(int32(from[i])-int32(last)-1) & uint32(int32(first)-int32(to[i]))) >> 31 // as in holds
	}
	return sel[:n]
}

// each hands the rows that hold the day and fulfil the asked conditions, block by block.
func (m *matcher) each(d int16, asked condition, visit func(s *segment, sel []uint32)) {
	m.eachSegment(func(s *segment, buffer []uint32) {
		if rows, ok := m.candidates(s, d, buffer); ok {
			visit(s, m.keep(s, rows, d, asked))
			return
		}
		m.eachBlock(s, asked, func(begin, end int, open condition) {
			if sel := m.keep(s, s.live(buffer, begin, end, d), d, open); len(sel) > 0 {
				visit(s, sel)
			}
		})
	})
}

// eachBlock goes over the blocks of a segment that hold any of the asked regions, and tells which of the asked conditions not all of their
// rows fulfil.
func (m *matcher) eachBlock(s *segment, asked condition, visit func(begin, end int, open condition)) {
	for i := range s.blocks {
		if b := &s.blocks[i]; m.filter.Regions == nil || anyIn(m.filter.Regions, b.regions) {
			visit(i*blockSize, min((i+1)*blockSize, s.rows), m.open(b, asked))
		}
	}
}

func anyIn(set []bool, ids []uint32) bool {
	for _, id := range ids {
		if int(id) < len(set) && set[id] {
			return true
		}
	}
	return false
}

func (m *matcher) eachSegment(visit func(s *segment, buffer []uint32)) {
	buffer := make([]uint32, blockSize)
	for _, s := range m.cube.segments {
		if s.rows > 0 {
			visit(s, buffer)
		}
	}
}

// candidates are the rows on the day that an index or a set of units names, so that no scan is needed; false where nothing
// narrows the question.
func (m *matcher) candidates(s *segment, d int16, buffer []uint32) ([]uint32, bool) {
	switch f := m.filter; {
	case f.Units != nil && len(f.Units) < len(s.ids)/8:
		rows := buffer[:0]
		for id := range f.Units {
			if u, ok := s.find(id); ok {
				if row := s.rowOn(uint32(u), d); row >= 0 {
					rows = append(rows, uint32(row))
				}
			}
		}
		slices.Sort(rows)
		return rows, true
	case f.Name != nil && (f.Name.Eq != nil || f.Name.StartsWith != nil):
		prefix := f.Name.Eq
		if prefix == nil {
			prefix = f.Name.StartsWith
		}
		rows, ok := s.withPrefix(buffer[:0], pack(nil, *prefix))
		if !ok {
			return nil, false
		}
		return where(rows, func(r uint32) bool { return s.from[r] <= d && d < s.to[r] }), true
	}
	return nil, false
}
