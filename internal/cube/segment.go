package cube

import (
	"bytes"
	"cmp"
	"slices"
	"sync/atomic"

	"fugai/model"
)

const codeLength = 18

// segment is a part of a cube: units and their spans, those of a unit together and in order of time. In the base segment the
// units of a region lie together, so that a question about a county passes over the rest. A row takes 42 bytes; a unit 34 more,
// and its names. In the cubes of the other subjects, what is named after units here are organisations or instructors.
type segment struct {
	// Columns of rows.
	from, to  []int16
	class     []uint32
	region    []uint32
	zone      []uint32
	place     []uint32
	employees []model.Count
	full      []model.Count
	members   []model.Count
	founded   []int16
	nameAt    []uint32 // where the name begins in names: one byte of length, then the text
	unitOf    []uint32 // index of the row's unit

	// Columns of units.
	ids   []model.UnitID
	codes []byte
	// codeAt is where the codes begin, and the end of the last; nil where they are credit codes, of codeLength bytes each.
	codeAt []uint32
	first  []uint32
	names  []byte
	// byID holds the units in ascending order of their ids; nil where they lie in it.
	byID []uint32
	// regionsOf holds the regions of the rows of each block.
	regionsOf [][]uint32

	// dead is the number of rows whose unit moved to the next segment.
	dead      int
	deadUnits int
	// index is shared by all versions of the segment, because its rows stay where they are.
	index *atomic.Pointer[index]
}

// newSegment makes an empty segment of the cube with room for so many units and rows and bytes of names.
func (c *Cube) newSegment(units, rows, names int) *segment {
	s := &segment{index: &atomic.Pointer[index]{}}
	s.ids, s.codes, s.first = make([]model.UnitID, 0, units), make([]byte, 0, codeLength*units), make([]uint32, 0, units+1)
	if c.Subject != model.SubjectUnit {
		s.codeAt = append(make([]uint32, 0, units+1), 0)
	}
	s.names = make([]byte, 0, names)
	s.from, s.to = make([]int16, 0, rows), make([]int16, 0, rows)
	s.class, s.region, s.zone, s.place = make([]uint32, 0, rows), make([]uint32, 0, rows), make([]uint32, 0, rows), make([]uint32, 0, rows)
	s.employees, s.full, s.members = make([]model.Count, 0, rows), make([]model.Count, 0, rows), make([]model.Count, 0, rows)
	s.founded = make([]int16, 0, rows)
	s.nameAt, s.unitOf = make([]uint32, 0, rows), make([]uint32, 0, rows)
	return s
}

func (s *segment) unit(id model.UnitID, code model.CreditCode) {
	s.ids = append(s.ids, id)
	s.addCode([]byte(code))
	s.first = append(s.first, uint32(len(s.from)))
}

func (s *segment) addCode(code []byte) {
	if s.codeAt != nil {
		s.codes = append(s.codes, code...)
		s.codeAt = append(s.codeAt, uint32(len(s.codes)))
		return
	}
	var padded [codeLength]byte
	copy(padded[:], code)
	s.codes = append(s.codes, padded[:]...)
}

func (s *segment) span(class uint32, sp *model.Span) {
	s.from, s.to = append(s.from, day(sp.ValidFrom)), append(s.to, day(sp.ValidTo))
	s.class = append(s.class, class)
	s.region, s.zone, s.place = append(s.region, uint32(sp.RegionID)), append(s.zone, uint32(sp.ZoneID)), append(s.place, uint32(sp.Place))
	s.employees, s.full, s.members = append(s.employees, sp.Employees), append(s.full, sp.FullMembers), append(s.members, sp.Members)
	s.founded = append(s.founded, day(sp.FoundedOn))
	s.unitOf = append(s.unitOf, uint32(len(s.ids)-1))
	s.nameAt = append(s.nameAt, s.intern(sp.Name))
}

// intern stores a name once for consecutive rows of a unit that share it.
func (s *segment) intern(name string) uint32 {
	name = name[:min(len(name), 255)]
	if row := len(s.from) - 1; row > int(s.first[len(s.first)-1]) {
		if at := s.nameAt[row-1]; string(s.nameText(at)) == name {
			return at
		}
	}
	at := uint32(len(s.names))
	s.names = append(append(s.names, byte(len(name))), name...)
	return at
}

func (s *segment) nameText(at uint32) []byte {
	return s.names[at+1 : at+1+uint32(s.names[at])]
}

func (s *segment) name(row int) []byte { return s.nameText(s.nameAt[row]) }

func (s *segment) code(unit uint32) []byte {
	if s.codeAt != nil {
		return s.codes[s.codeAt[unit]:s.codeAt[unit+1]]
	}
	return s.codes[int(unit)*codeLength : (int(unit)+1)*codeLength]
}

func (s *segment) finish() {
	s.first = append(s.first, uint32(len(s.from)))
	for begin := 0; begin < len(s.region); begin += blockSize {
		regions := slices.Clone(s.region[begin:min(begin+blockSize, len(s.region))])
		slices.Sort(regions)
		s.regionsOf = append(s.regionsOf, slices.Clip(slices.Compact(regions)))
	}
}

// arrange is one segment with the live units of some, those of a region together. Ids in ascending order are found by byID.
func (c *Cube) arrange(parts ...*segment) *segment {
	type unit struct {
		region, part, number uint32
		id                   model.UnitID
	}
	var units []unit
	rows, names := 0, 0
	for p, s := range parts {
		rows, names = rows+len(s.from)-s.dead, names+len(s.names)
		for u := range s.ids {
			if !s.isDead(u) && s.first[u] < s.first[u+1] {
				units = append(units, unit{s.region[s.first[u+1]-1], uint32(p), uint32(u), s.ids[u]})
			}
		}
	}
	slices.SortFunc(units, func(a, b unit) int { return cmp.Or(cmp.Compare(a.region, b.region), cmp.Compare(a.id, b.id)) })
	out := c.newSegment(len(units), rows, names)
	for _, u := range units {
		out.copyUnit(parts[u.part], int(u.number))
	}
	out.finish()
	out.byID = make([]uint32, len(units))
	for i := range out.byID {
		out.byID[i] = uint32(i)
	}
	slices.SortFunc(out.byID, func(a, b uint32) int { return cmp.Compare(out.ids[a], out.ids[b]) })
	return out
}

func (s *segment) units() int { return len(s.ids) - s.deadUnits }

// find is the index of a unit that lives in this segment.
func (s *segment) find(id model.UnitID) (int, bool) {
	u, ok := slices.BinarySearch(s.ids, id)
	if s.byID != nil {
		u, ok = slices.BinarySearchFunc(s.byID, id, func(u uint32, id model.UnitID) int { return cmp.Compare(s.ids[u], id) })
		if ok {
			u = int(s.byID[u])
		}
	}
	if !ok || s.isDead(u) {
		return 0, false
	}
	return u, true
}

// isDead tells whether a unit moved to the next segment: all its rows begin after every date.
func (s *segment) isDead(unit int) bool {
	return s.first[unit] < s.first[unit+1] && s.from[s.first[unit]] == gone
}

// without is the segment in which the rows of the changed units begin after every date, so that scans pass over them at no
// cost. Only one column is copied.
func (s *segment) without(changed []UnitSpans) *segment {
	out := *s
	out.from = slices.Clone(s.from)
	for _, ch := range changed {
		u, ok := out.find(ch.ID)
		if !ok {
			continue
		}
		for row := out.first[u]; row < out.first[u+1]; row++ {
			out.from[row] = gone
			out.dead++
		}
		out.deadUnits++
	}
	return &out
}

// copyUnit appends a unit of another segment with its rows.
func (s *segment) copyUnit(o *segment, unit int) {
	if o.isDead(unit) {
		return
	}
	a, b := o.first[unit], o.first[unit+1]
	s.ids = append(s.ids, o.ids[unit])
	s.addCode(o.code(uint32(unit)))
	s.first = append(s.first, uint32(len(s.from)))
	s.from, s.to = append(s.from, o.from[a:b]...), append(s.to, o.to[a:b]...)
	s.class = append(s.class, o.class[a:b]...)
	s.region, s.zone, s.place = append(s.region, o.region[a:b]...), append(s.zone, o.zone[a:b]...), append(s.place, o.place[a:b]...)
	s.employees, s.full, s.members = append(s.employees, o.employees[a:b]...), append(s.full, o.full[a:b]...), append(s.members, o.members[a:b]...)
	s.founded = append(s.founded, o.founded[a:b]...)
	for row := a; row < b; row++ {
		s.unitOf = append(s.unitOf, uint32(len(s.ids)-1))
		if row > a && o.nameAt[row] == o.nameAt[row-1] {
			s.nameAt = append(s.nameAt, s.nameAt[len(s.nameAt)-1])
			continue
		}
		name := o.name(int(row))
		s.nameAt = append(s.nameAt, uint32(len(s.names)))
		s.names = append(append(s.names, byte(len(name))), name...)
	}
}

// rowOn is the row of a unit that holds the day, or -1.
func (s *segment) rowOn(unit uint32, d int16) int {
	for row := s.first[unit]; row < s.first[unit+1]; row++ {
		if s.from[row] <= d && d < s.to[row] {
			return int(row)
		}
	}
	return -1
}

// since is the first day of the unbroken run of UNMET results of an indicator that ends in this row.
func (s *segment) since(classes []model.SpanClass, row int, indicator int) int16 {
	start := s.from[row]
	for r, first := row-1, int(s.first[s.unitOf[row]]); r >= first; r-- {
		if s.to[r] != start || classes[s.class[r]].Results.Of(indicator) != model.ResultUnmet {
			break
		}
		start = s.from[r]
	}
	return start
}

// begins is the first day within lo to hi, both inclusive, on which a run of UNMET results of an indicator begins after a row; forever
// where none does.
func (s *segment) begins(classes []model.SpanClass, row, indicator int, lo, hi int16) int16 {
	unmet := func(r int) bool { return classes[s.class[r]].Results.Of(indicator) == model.ResultUnmet }
	for r, end := row+1, int(s.first[s.unitOf[row]+1]); r < end && s.from[r] <= hi; r++ {
		if s.from[r] >= lo && unmet(r) && (s.to[r-1] != s.from[r] || !unmet(r-1)) {
			return s.from[r]
		}
	}
	return forever
}

// compareCodes orders units of any segments by credit code.
func compareCodes(a *segment, ua uint32, b *segment, ub uint32) int {
	return bytes.Compare(a.code(ua), b.code(ub))
}
