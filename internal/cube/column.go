package cube

import "math"

// column is a column of numbers: in 16 bits where all of them fit, in 32 where one does not, in none where all are 0. Most columns of a
// province are narrow, and a scan takes as long as the memory that it reads.
type column struct {
	narrow []uint16
	wide   []uint32
}

// at is the number of a row.
func (c *column) at(r uint32) uint32 {
	switch {
	case c.narrow != nil:
		return uint32(c.narrow[r])
	case c.wide != nil:
		return c.wide[r]
	}
	return 0
}

// add appends a number to a column that is not packed yet.
func (c *column) add(v uint32) { c.wide = append(c.wide, v) }

// packed is a column of the numbers, as narrow as they allow.
func packed(wide []uint32) column {
	most := uint32(0)
	for _, v := range wide {
		most = max(most, v)
	}
	switch {
	case most == 0:
		return column{}
	case most > math.MaxUint16:
		return column{wide: wide}
	}
	narrow := make([]uint16, len(wide))
	for i, v := range wide {
		narrow[i] = uint16(v)
	}
	return column{narrow: narrow}
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
func gatherPacked(runs []run, rows int, of func(*segment) *column) column {
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
	return packed(out)
}
