package cube

import (
	"math"
	"sort"
)

// column is a column of numbers: in 16 bits where nearly all of them fit, in 32 where they do not, by the rows that have one where most are 0,
// and in none where all are. Most columns of a province are narrow, and a scan takes as long as the memory that it reads.
type column struct {
	// narrow holds numbers below escape, and escape where beyond tells the number.
	narrow []uint16
	beyond *exceptions
	wide   []uint32
	sparse *sparse
}

// escape stands in a narrow column for a number that is not below it.
const escape = math.MaxUint16

// at is the number of a row.
func (c *column) at(r uint32) uint32 {
	if c.narrow != nil && c.narrow[r] < escape {
		return uint32(c.narrow[r])
	}
	return c.rare(r)
}

// rare is at for what does not lie in 16 bits, apart so that at is built into the loops that call it.
func (c *column) rare(r uint32) uint32 {
	switch {
	case c.beyond != nil:
		return c.beyond.at(r)
	case c.wide != nil:
		return c.wide[r]
	case c.sparse != nil:
		return c.sparse.at(r)
	}
	return 0
}

// add appends a number to a column that is not packed yet.
func (c *column) add(v uint32) { c.wide = append(c.wide, v) }

// packed is a column of the numbers, in as little memory as they allow. Where it may be sparse, numbers of few rows lie apart.
func packed(wide []uint32, maySparse bool) column {
	most, some, large := uint32(0), 0, 0
	for _, v := range wide {
		most = max(most, v)
		if v != 0 {
			some++
		}
		if v >= escape {
			large++
		}
	}
	switch {
	case some == 0:
		return column{}
	case maySparse && 3*some <= len(wide):
		return column{sparse: newSparse(wide, some)}
	case most < escape:
		return column{narrow: narrowed(wide)}
	case 16*large <= len(wide):
		return column{narrow: narrowed(wide), beyond: exceptionsOf(wide, large)}
	}
	return column{wide: wide}
}

func narrowed(wide []uint32) []uint16 {
	narrow := make([]uint16, len(wide))
	for i, v := range wide {
		narrow[i] = uint16(min(v, escape))
	}
	return narrow
}

// exceptions are the numbers of few rows, by row.
type exceptions struct{ rows, numbers []uint32 }

func exceptionsOf(wide []uint32, n int) *exceptions {
	x := &exceptions{make([]uint32, 0, n), make([]uint32, 0, n)}
	for r, v := range wide {
		if v >= escape {
			x.rows, x.numbers = append(x.rows, uint32(r)), append(x.numbers, v)
		}
	}
	return x
}

func (x *exceptions) at(r uint32) uint32 { return x.numbers[x.from(r)] }

// from is the place of the first exception on or behind a row.
func (x *exceptions) from(r uint32) int {
	return sort.Search(len(x.rows), func(i int) bool { return x.rows[i] >= r })
}

// each visits the exceptions of the rows from begin to end (exclusive).
func (x *exceptions) each(begin, end int, visit func(row, number uint32)) {
	if x == nil {
		return
	}
	for i := x.from(uint32(begin)); i < len(x.rows) && x.rows[i] < uint32(end); i++ {
		visit(x.rows[i], x.numbers[i])
	}
}

// sparse is a column of which most numbers are 0.
type sparse struct {
	of      marks
	numbers column
}

func newSparse(wide []uint32, some int) *sparse {
	s, numbers := &sparse{}, make([]uint32, 0, some)
	for _, v := range wide {
		s.of.add(v != 0)
		if v != 0 {
			numbers = append(numbers, v)
		}
	}
	s.numbers = packed(numbers, false)
	return s
}

func (s *sparse) at(r uint32) uint32 {
	if !s.of.has(r) {
		return 0
	}
	return s.numbers.at(s.of.before(r))
}

// run is a number of neighbouring units of a segment, from one to another (exclusive).
type run struct {
	of       *segment
	from, to int
}

// rows are the rows of a run, from one to another (exclusive).
func (r run) rows() (from, to uint32) { return r.of.first[r.from], r.of.first[r.to] }

// gather makes a column of plain numbers of the rows of runs.
func gather[T any](runs []run, rows int, of func(*segment) []T) []T {
	out := make([]T, 0, rows)
	for _, one := range runs {
		a, b := one.rows()
		out = append(out, of(one.of)[a:b]...)
	}
	return out
}

// gatherPacked makes a packed column of the rows of runs.
func gatherPacked(runs []run, rows int, maySparse bool, of func(*segment) *column) column {
	out := make([]uint32, 0, rows)
	for _, one := range runs {
		a, b := one.rows()
		c := of(one.of)
		if c.wide != nil {
			out = append(out, c.wide[a:b]...)
			continue
		}
		for r := a; r < b; r++ {
			out = append(out, c.at(r))
		}
	}
	return packed(out, maySparse)
}
