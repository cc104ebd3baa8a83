package cube

import (
	"bytes"
	"math"
	"slices"
	"sort"
	"sync"
	"sync/atomic"

	"fugai/model"
)

const codeLength = model.CreditCodeLength

// nameLength is about how long a packed name is.
const nameLength = 24

// segment is a part of a cube: units and their spans, those of a unit together and in order of time. In the base segment the
// units of a region lie together, so that a question about a county passes over the rest. A row takes some 15 bytes; a unit 30 more,
// and its names. In the cubes of the other subjects, what is named after units here are organisations or instructors.
type segment struct {
	// Columns of rows. Counts hold the number and 1, and 0 where it was not reported.
	from, to                   []int16
	class, region, zone, place column
	employees, full, members   column
	founded                    steps[int16]
	nameAt                     steps[uint32] // where the name begins in names, see intern
	rows, dead                 int           // dead is the number of rows whose unit moved to the next segment

	// Columns of units.
	ids   []uint32
	codes []byte
	// codeAt is where the codes begin, and the end of the last; nil where they are credit codes, of codeLength bytes each.
	codeAt []uint32
	first  []uint32
	names  []byte // packed
	// named is the name that was interned last, as it came.
	named []byte
	// byID holds the units in ascending order of their ids; nil where they lie in it.
	byID []uint32
	// unitAt is the unit of every sixteenth row.
	unitAt []uint32
	// blocks tell of the rows of each block what lets a scan pass over it, or over a condition.
	blocks    []block
	deadUnits int
	// index is shared by all versions of the segment, because its rows stay where they are.
	index *atomic.Pointer[index]
}

// newSegment makes an empty segment of the cube with room for so many units and rows.
func (c *Cube) newSegment(units, rows int) *segment {
	s := &segment{index: &atomic.Pointer[index]{}}
	s.ids, s.codes, s.first = make([]uint32, 0, units), make([]byte, 0, codeLength*units), make([]uint32, 0, units+1)
	if c.Subject != model.SubjectUnit {
		s.codeAt = append(make([]uint32, 0, units+1), 0)
	}
	s.names = make([]byte, 0, nameLength*units)
	s.from, s.to = make([]int16, 0, rows), make([]int16, 0, rows)
	for _, c := range s.columns() {
		c.wide = make([]uint32, 0, rows)
	}
	return s
}

func (s *segment) columns() [7]*column {
	return [7]*column{&s.class, &s.region, &s.zone, &s.place, &s.employees, &s.full, &s.members}
}

// unit begins the next unit of a segment that is not finished.
func (s *segment) unit(id model.UnitID, code []byte) {
	s.ids = append(s.ids, uint32(id))
	s.first = append(s.first, uint32(s.rows))
	if s.codeAt != nil {
		s.codes = append(s.codes, code...)
		s.codeAt = append(s.codeAt, uint32(len(s.codes)))
		return
	}
	var padded [codeLength]byte
	copy(padded[:], code)
	s.codes = append(s.codes, padded[:]...)
}

// span adds a span to the unit begun last.
func (s *segment) span(class uint32, sp *model.Span) {
	s.nameAt.add(s.intern(sp.Name))
	s.from, s.to = append(s.from, day(sp.ValidFrom)), append(s.to, day(sp.ValidTo))
	s.class.add(class)
	s.region.add(uint32(sp.RegionID))
	s.zone.add(uint32(sp.ZoneID))
	s.place.add(uint32(sp.Place))
	s.employees.add(uint32(sp.Employees))
	s.full.add(uint32(sp.FullMembers))
	s.members.add(uint32(sp.Members))
	s.founded.add(day(sp.FoundedOn))
	s.rows++
}

// close ends the last unit; no more come.
func (s *segment) close() { s.first = append(s.first, uint32(s.rows)) }

// intern stores a name once for consecutive rows of a unit that share it: its length in one byte, or in two behind a byte of 255, and the
// packed name.
func (s *segment) intern(name string) uint32 {
	if s.rows > int(s.first[len(s.first)-1]) && string(s.named) == name {
		return s.nameAt.at(uint32(s.rows - 1))
	}
	s.named = append(s.named[:0], name...)
	at := len(s.names)
	s.names = pack(append(s.names, 0), name)
	if n := len(s.names) - at - 1; n < math.MaxUint8 {
		s.names[at] = byte(n)
	} else {
		n = min(n, math.MaxUint16) // longer than any column of a database
		s.names[at] = math.MaxUint8
		s.names = slices.Insert(s.names, at+1, byte(n>>8), byte(n))[:at+3+n]
	}
	return uint32(at)
}

func (s *segment) nameText(at uint32) []byte {
	from, to := s.nameBounds(at)
	return s.names[from:to]
}

func (s *segment) nameBounds(at uint32) (from, to uint32) {
	if n := uint32(s.names[at]); n < math.MaxUint8 {
		return at + 1, at + 1 + n
	}
	return at + 3, at + 3 + (uint32(s.names[at+1])<<8 | uint32(s.names[at+2]))
}

func (s *segment) name(row int) []byte { return s.nameText(s.nameAt.at(uint32(row))) }

func (s *segment) code(unit uint32) []byte {
	if s.codeAt != nil {
		return s.codes[s.codeAt[unit]:s.codeAt[unit+1]]
	}
	return s.codes[int(unit)*codeLength : (int(unit)+1)*codeLength]
}

// id is the id of a unit.
func (s *segment) id(unit int) model.UnitID { return model.UnitID(s.ids[unit]) }

// unitStep is how many rows share an entry of unitAt.
const unitStep = 16

// unitOf is the unit of a row.
func (s *segment) unitOf(row uint32) uint32 {
	u := s.unitAt[row/unitStep]
	for s.first[u+1] <= row {
		u++
	}
	return u
}

// assemble is a finished segment of the units of runs, in their order, made by two goroutines.
func (c *Cube) assemble(runs []run) *segment {
	units, rows := 0, 0
	for _, one := range runs {
		a, b := one.rows()
		units, rows = units+one.to-one.from, rows+int(b-a)
	}
	out := &segment{index: &atomic.Pointer[index]{}, rows: rows}
	columns := out.columns()
	pack := func(some []*column, from int) {
		for i, into := range some {
			maySparse := into != &out.class // which every scan reads
			*into = gatherPacked(runs, rows, maySparse, func(s *segment) *column { return s.columns()[from+i] })
		}
	}
	var half sync.WaitGroup
	half.Go(func() { pack(columns[:4], 0) })
	pack(columns[4:], 4)
	out.from = gather(runs, rows, func(s *segment) []int16 { return s.from })
	out.to = gather(runs, rows, func(s *segment) []int16 { return s.to })
	out.founded = gatherSteps(runs, rows, func(s *segment) *steps[int16] { return &s.founded }, func(_ int, v int16) int16 { return v })
	out.takeUnits(runs, units, c.Subject != model.SubjectUnit)
	out.takeNames(runs)
	half.Wait()
	out.describe()
	return out
}

// takeUnits gathers the columns of units. coded tells that codes are of any length.
func (s *segment) takeUnits(runs []run, units int, coded bool) {
	s.ids, s.first = make([]uint32, 0, units), make([]uint32, 0, units+1)
	codes := 0
	for _, one := range runs {
		codes += len(one.of.codesOf(one))
	}
	s.codes = make([]byte, 0, codes)
	if coded {
		s.codeAt = append(make([]uint32, 0, units+1), 0)
	}
	rows := uint32(0)
	for _, one := range runs {
		s.ids = append(s.ids, one.of.ids[one.from:one.to]...)
		begin, end := one.rows()
		for u := one.from; u < one.to; u++ {
			s.first = append(s.first, rows+one.of.first[u]-begin)
			if coded {
				s.codeAt = append(s.codeAt, uint32(len(s.codes))+one.of.codeAt[u+1]-one.of.codeAt[one.from])
			}
		}
		s.codes = append(s.codes, one.of.codesOf(one)...)
		rows += end - begin
	}
	s.first = append(s.first, rows)
}

// codesOf are the codes of a run of the segment.
func (s *segment) codesOf(one run) []byte {
	if s.codeAt != nil {
		return s.codes[s.codeAt[one.from]:s.codeAt[one.to]]
	}
	return s.codes[one.from*codeLength : one.to*codeLength]
}

// takeNames gathers names; those of neighbouring rows lie together in the order of the rows.
func (s *segment) takeNames(runs []run) {
	size, moves := 0, make([]uint32, len(runs))
	for i, one := range runs {
		names, from := one.of.namesOf(one)
		moves[i] = uint32(size) - from
		size += len(names)
	}
	s.names = make([]byte, 0, size)
	for _, one := range runs {
		names, _ := one.of.namesOf(one)
		s.names = append(s.names, names...)
	}
	s.nameAt = gatherSteps(runs, s.rows, func(s *segment) *steps[uint32] { return &s.nameAt }, func(i int, at uint32) uint32 { return at + moves[i] })
}

// namesOf are the names of a run of the segment, and where they begin.
func (s *segment) namesOf(one run) ([]byte, uint32) {
	a, b := one.rows()
	if a == b {
		return nil, 0
	}
	first := s.nameAt.at(a)
	_, end := s.nameBounds(s.nameAt.at(b - 1))
	return s.names[first:end], first
}

// describe notes what is known of the rows of each block, and where units begin.
func (s *segment) describe() {
	buffer := make([]uint32, 0, blockSize)
	s.blocks = make([]block, 0, s.rows/blockSize+1)
	for begin := 0; begin < s.rows; begin += blockSize {
		s.blocks = append(s.blocks, s.blockOf(begin, min(begin+blockSize, s.rows), buffer))
	}
	s.unitAt = make([]uint32, 0, s.rows/unitStep+1)
	u := uint32(0)
	for row := 0; row < s.rows; row += unitStep {
		for s.first[u+1] <= uint32(row) {
			u++
		}
		s.unitAt = append(s.unitAt, u)
	}
}

func (s *segment) units() int { return len(s.ids) - s.deadUnits }

// find is the index of a unit that lives in this segment.
func (s *segment) find(id model.UnitID) (int, bool) {
	place := func(i int) int {
		if s.byID != nil {
			return int(s.byID[i])
		}
		return i
	}
	i := sort.Search(len(s.ids), func(i int) bool { return s.id(place(i)) >= id })
	if i == len(s.ids) || s.id(place(i)) != id || s.isDead(place(i)) {
		return 0, false
	}
	return place(i), true
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
func (s *segment) since(classes []model.SpanClass, row uint32, indicator int) int16 {
	start := s.from[row]
	for first := s.first[s.unitOf(row)]; row > first; {
		row--
		if s.to[row] != start || classes[s.class.at(row)].Results.Of(indicator) != model.ResultUnmet {
			break
		}
		start = s.from[row]
	}
	return start
}

// begins is the first day within lo to hi, both inclusive, on which a run of UNMET results of an indicator begins after a row; forever
// where none does.
func (s *segment) begins(classes []model.SpanClass, row uint32, indicator int, lo, hi int16) int16 {
	unmet := func(r uint32) bool { return classes[s.class.at(r)].Results.Of(indicator) == model.ResultUnmet }
	for r, end := row+1, s.first[s.unitOf(row)+1]; r < end && s.from[r] <= hi; r++ {
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
