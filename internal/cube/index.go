package cube

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sort"
)

// index orders the rows of a segment by name and its units by credit code. It is built in the background after a load,
// because nothing needs it to be right: without it the same questions are answered by a scan.
type index struct {
	byName []uint32 // the first of rows that share a name and its place, by name
	byCode []uint32 // units, by credit code
	// ranks order the units of all segments by credit code: odd numbers in the base segment; a unit of the next one has the
	// even number of the place where it would stand there, and two of them may share it.
	ranks []uint32
}

// BuildIndexes orders names and codes of every segment that is not yet ordered. It may run beside queries.
func (c *Cube) BuildIndexes() {
	for i, s := range c.segments {
		if s.index.Load() == nil {
			ix := &index{byName: s.sortNames(), byCode: s.sortCodes()}
			ix.ranks = make([]uint32, len(s.ids))
			base := c.segments[0]
			for place, u := range ix.byCode {
				if i == 0 {
					ix.ranks[u] = uint32(2*place + 1)
				} else {
					ix.ranks[u] = uint32(2 * base.placeOf(s.code(u)))
				}
			}
			s.index.Store(ix)
		}
	}
}

// placeOf is the number of units whose credit code is smaller; the segment must be indexed.
func (s *segment) placeOf(code []byte) int {
	ix := s.index.Load()
	return sort.Search(len(ix.byCode), func(i int) bool { return bytes.Compare(s.code(ix.byCode[i]), code) >= 0 })
}

// keyed is a row or unit with the first bytes of its text, so that most comparisons touch no text.
type keyed struct {
	key uint64
	n   uint32
}

func firstBytes(text []byte) uint64 {
	var b [8]byte
	copy(b[:], text)
	return binary.BigEndian.Uint64(b[:])
}

// sortNames orders the first rows of names by name: neighbouring rows mostly share a name and its place.
func (s *segment) sortNames() []uint32 {
	heads := make([]keyed, 0, len(s.ids)+len(s.ids)/8)
	for row := range uint32(s.rows) {
		if s.nameAt.begin.has(row) {
			heads = append(heads, keyed{firstBytes(s.name(int(row))), row})
		}
	}
	return sorted(heads, func(n uint32) []byte { return s.name(int(n)) })
}

func (s *segment) sortCodes() []uint32 {
	units := make([]keyed, len(s.ids))
	for u := range units {
		units[u] = keyed{firstBytes(s.code(uint32(u))), uint32(u)}
	}
	return sorted(units, s.code)
}

func sorted(list []keyed, text func(uint32) []byte) []uint32 {
	slices.SortFunc(list, func(a, b keyed) int {
		if c := cmp.Compare(a.key, b.key); c != 0 {
			return c
		}
		if c := bytes.Compare(text(a.n), text(b.n)); c != 0 {
			return c
		}
		return cmp.Compare(a.n, b.n)
	})
	out := make([]uint32, len(list))
	for i, k := range list {
		out[i] = k.n
	}
	return out
}

// withPrefix appends the rows whose name begins with the prefix; false where the index is not there yet.
func (s *segment) withPrefix(rows []uint32, prefix []byte) ([]uint32, bool) {
	ix := s.index.Load()
	if ix == nil {
		return rows, false
	}
	lo := sort.Search(len(ix.byName), func(i int) bool { return bytes.Compare(s.name(int(ix.byName[i])), prefix) >= 0 })
	for _, head := range ix.byName[lo:] {
		if !bytes.HasPrefix(s.name(int(head)), prefix) {
			break
		}
		rows = append(rows, head)
		for row := head + 1; int(row) < s.rows && !s.nameAt.begin.has(row); row++ {
			rows = append(rows, row)
		}
	}
	return rows, true
}

// unitByCode is the index of the unit with a credit code.
func (s *segment) unitByCode(code []byte) (uint32, bool) {
	if ix := s.index.Load(); ix != nil {
		i := sort.Search(len(ix.byCode), func(i int) bool { return bytes.Compare(s.code(ix.byCode[i]), code) >= 0 })
		if i < len(ix.byCode) && bytes.Equal(s.code(ix.byCode[i]), code) && !s.isDead(int(ix.byCode[i])) {
			return ix.byCode[i], true
		}
		return 0, false
	}
	for u := range s.ids {
		if bytes.Equal(s.code(uint32(u)), code) && !s.isDead(u) {
			return uint32(u), true
		}
	}
	return 0, false
}
