package cube

import (
	"math/bits"
	"slices"
)

// marks are rows, a bit each, and how many lie before a row.
type marks struct {
	rows  int
	words []uint64
	// ranks are how many marks lie before each word.
	ranks []uint32
	all   uint32
}

// add appends a row.
func (m *marks) add(marked bool) {
	if m.rows%64 == 0 {
		m.words, m.ranks = append(m.words, 0), append(m.ranks, m.all)
	}
	if marked {
		m.words[m.rows/64] |= 1 << (m.rows % 64)
		m.all++
	}
	m.rows++
}

// has tells whether a row is marked.
func (m *marks) has(r uint32) bool { return m.words[r/64]>>(r%64)&1 == 1 }

// before is how many marks lie before a row.
func (m *marks) before(r uint32) uint32 {
	return m.ranks[r/64] + uint32(bits.OnesCount64(m.words[r/64]&(1<<(r%64)-1)))
}

// upTo is how many marks lie before a row or on it.
func (m *marks) upTo(r uint32) uint32 {
	return m.ranks[r/64] + uint32(bits.OnesCount64(m.words[r/64]<<(63-r%64)))
}

// steps is a column of numbers that mostly stay from row to row, as those of a unit do: each is held once, at the row where it begins.
type steps[T comparable] struct {
	begin   marks
	numbers []T
}

// add appends the number of a row.
func (s *steps[T]) add(v T) {
	n := len(s.numbers)
	begins := n == 0 || s.numbers[n-1] != v
	if s.begin.add(begins); begins {
		s.numbers = append(s.numbers, v)
	}
}

// at is the number of a row.
func (s *steps[T]) at(r uint32) T { return s.numbers[s.begin.upTo(r)-1] }

// of are the different numbers of the rows from begin to end (exclusive), at least one row, in their order.
func (s *steps[T]) of(begin, end uint32) []T {
	return s.numbers[s.begin.upTo(begin)-1 : s.begin.upTo(end-1)]
}

// gatherSteps makes such a column of the rows of runs. moved gives a number of a run, by its place among the runs, in the new column.
func gatherSteps[T comparable](runs []run, rows int, of func(*segment) *steps[T], moved func(run int, v T) T) (out steps[T]) {
	out.begin.words, out.begin.ranks = make([]uint64, 0, rows/64+1), make([]uint32, 0, rows/64+1)
	for i, one := range runs {
		from := of(one.of)
		a, b := one.rows()
		for r, k := a, uint32(0); r < b; r++ {
			switch {
			case r == a:
				k = from.begin.upTo(r)
			case from.begin.has(r):
				k++
			}
			out.add(moved(i, from.numbers[k-1]))
		}
	}
	out.numbers = slices.Clone(out.numbers) // as long as they are, because they stay
	return out
}
