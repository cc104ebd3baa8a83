package cube

import (
	"slices"
	"sort"
	"sync"

	"fugai/model"
)

// gapLists keeps, for the dates and orders asked last, the gaps of an indicator in their order: what an index is to a
// database. A list is made of one scan and serves every question with other filters on the same date.
type gapLists struct {
	mu    sync.Mutex
	lists map[gapKey]*gapList
}

type gapKey struct {
	day       int16
	indicator int
	order     orderKey
}

// orderKey names an order of one key; lists in orders of several keys are not kept.
type orderKey struct {
	by        model.UnitOrderBy
	desc      bool
	indicator int
}

// gapList is the gaps of an indicator on a day: by segment in order of rows, and all in the asked order.
type gapList struct {
	rows    [][]uint32
	ordered []Row
}

// keptLists bounds the lists that are kept; one takes 12 bytes a gap.
const keptLists = 12

// pickGaps answers a page from the ordered list of gaps: it counts by columns, and walks the list only to the page's end.
func (k *picker) pickGaps(m *matcher, after *Position, offset, limit int) (page []Row, total int) {
	list := k.gapList(m)
	passing := make([]rowSet, len(list.rows))
	for i, rows := range list.rows {
		var n int
		passing[i], n = m.passing(k.cube.segments[i], rows, k.day)
		total += n
	}
	start := 0
	if after != nil {
		start = sort.Search(len(list.ordered), func(i int) bool { return k.compareTo(list.ordered[i], after) > 0 })
	}
	for _, row := range list.ordered[start:] {
		if len(page) == limit {
			break
		}
		if !passing[row.segment].has(uint32(row.row)) {
			continue
		}
		if offset > 0 {
			offset--
			continue
		}
		page = append(page, row)
	}
	return page, total
}

// rowSet is a set of rows of a segment, a bit each; nil is the set of all.
type rowSet []uint64

func (s rowSet) has(r uint32) bool { return s == nil || s[r/64]>>(r%64)&1 == 1 }

// passing are those of some gaps of a segment that pass the filter, and how many they are.
func (m *matcher) passing(s *segment, gaps []uint32, d int16) (set rowSet, n int) {
	open := m.openOfGaps(s)
	if open == 0 {
		return nil, len(gaps)
	}
	set = make(rowSet, s.rows/64+1)
	buffer := make([]uint32, 0, blockSize)
	for part := range slices.Chunk(gaps, blockSize) {
		sel := m.keep(s, append(buffer, part...), d, open)
		for _, r := range sel {
			set[r/64] |= 1 << (r % 64)
		}
		n += len(sel)
	}
	return set, n
}

// openOfGaps are the conditions that not all gaps of a segment fulfil by themselves.
func (m *matcher) openOfGaps(s *segment) (open condition) {
	asked := m.asked &^ ofClass
	for i := range m.cube.Classes {
		if !m.classes[i] && m.cube.Classes[i].Results.Of(*m.filter.Gap) == model.ResultUnmet {
			asked |= ofClass
			break
		}
	}
	for i := range s.blocks {
		open |= m.open(&s.blocks[i], asked)
	}
	return open
}

// gapList is the kept list of an order, or a new one.
func (k *picker) gapList(m *matcher) *gapList {
	key := gapKey{day: k.day, indicator: *m.filter.Gap}
	if len(k.orders) > 0 {
		key.order = orderKey{k.orders[0].By, k.orders[0].Desc, k.orders[0].Indicator}
	}
	g := &k.cube.gaps
	kept := len(k.orders) < 2
	if kept {
		g.mu.Lock()
		defer g.mu.Unlock()
		if list := g.lists[key]; list != nil {
			return list
		}
	}
	list := k.makeGapList(*m.filter.Gap)
	if kept {
		if g.lists == nil || len(g.lists) >= keptLists {
			g.lists = map[gapKey]*gapList{}
		}
		g.lists[key] = list
	}
	return list
}

func (k *picker) makeGapList(indicator int) *gapList {
	list := &gapList{rows: make([][]uint32, len(k.cube.segments))}
	m := k.cube.matcher(&Filter{Gap: &indicator})
	m.each(k.day, m.asked, func(s *segment, sel []uint32) {
		i := k.cube.numberOf(s)
		list.rows[i] = append(list.rows[i], sel...)
		k.collect(s, sel, nil)
	})
	slices.SortFunc(k.list, k.compare)
	list.ordered = make([]Row, len(k.list))
	for i, e := range k.list {
		list.ordered[i] = e.Row
	}
	return list
}
