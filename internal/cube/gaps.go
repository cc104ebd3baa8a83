package cube

import (
	"math"
	"math/bits"
	"slices"
	"sort"

	"fugai/model"
)

// unmetClasses are the classes that are gaps of an indicator: there are tens of thousands, and each list of gaps asks.
func (c *Cube) unmetClasses(indicator int) []bool {
	return c.unmet.of(indicator, keptIndicators, func() ([]bool, bool) {
		set := make([]bool, len(c.Classes))
		for i := range c.Classes {
			set[i] = c.Classes[i].Results.Of(indicator) == model.ResultUnmet
		}
		return set, true
	})
}

// gapKey names a kept list: the gaps of an indicator on a date in an order of one key are what an index is to a database. A list is made of
// one scan and serves every question with other filters on the same date.
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

// gapList is the gaps of an indicator on a day. Each has a place: segments follow one another, each from a place that begins a word of a
// placeSet, and rows of a segment in their order.
type gapList struct {
	parts []gapPart
	// ordered are the places in the asked order.
	ordered []uint32
}

// gapPart is the gaps of one segment from a place on. Employees are those of its rows: filters bound them most, and to gather them from the
// column, row by row, costs more than all else of a page.
type gapPart struct {
	first           uint32
	rows, employees []uint32
}

// What is kept for the questions asked last: a list takes 12 bytes a gap, an indicator one a class.
const (
	keptLists      = 12
	keptIndicators = 32
)

// pickGaps answers a page from the ordered list of gaps: it counts by columns, and walks the list only to the page's end.
func (k *picker) pickGaps(m *matcher, after *Position, offset, limit int) (page []Row, total int) {
	list := k.gapList(m)
	passing := list.noPlaces()
	for i := range list.parts {
		p := &list.parts[i]
		total += m.passing(k.cube.segments[i], p, passing[p.first/64:], k.day)
	}
	start := 0
	if after != nil {
		start = sort.Search(len(list.ordered), func(i int) bool { return k.compareTo(list.row(list.ordered[i]), after) > 0 })
	}
	for _, place := range list.ordered[start:] {
		if len(page) == limit {
			break
		}
		if passing[place/64]>>(place%64)&1 == 0 {
			continue
		}
		if offset > 0 {
			offset--
			continue
		}
		page = append(page, list.row(place))
	}
	return page, total
}

// placeSet is a set of places, a bit each.
type placeSet []uint64

// noPlaces is an empty set for all places of the list.
func (l *gapList) noPlaces() placeSet {
	if len(l.parts) == 0 {
		return nil
	}
	last := &l.parts[len(l.parts)-1]
	return make(placeSet, int(last.first)/64+words(len(last.rows)))
}

// words is how many words a set of so many places takes.
func words(places int) int { return (places + 63) / 64 }

// row is the row of a place.
func (l *gapList) row(place uint32) Row {
	i := sort.Search(len(l.parts), func(i int) bool { return l.parts[i].first > place }) - 1
	return Row{int32(i), int32(l.parts[i].rows[place-l.parts[i].first])}
}

// passing adds those gaps of a segment that pass the filter to the set of its places, and tells how many they are.
func (m *matcher) passing(s *segment, p *gapPart, set placeSet, d int16) (n int) {
	set = set[:words(len(p.rows))]
	open := m.openOfGaps(s)
	lo, hi := int64(0), int64(math.MaxUint32)
	if open&ofEmployees != 0 {
		lo, hi = m.filter.Employees.counts()
	}
	within(p.employees, lo, hi, set)
	if rest := open &^ ofEmployees; rest != 0 {
		m.keepPlaces(s, p.rows, set, d, rest)
	}
	for _, word := range set {
		n += bits.OnesCount64(word)
	}
	return n
}

// within adds the places of numbers from lo to hi, both inclusive. It has no branch that a processor could not foretell.
func within(numbers []uint32, lo, hi int64, set placeSet) {
	lo, hi = max(lo, 0), min(hi, math.MaxUint32)
	if lo > hi {
		return
	}
	least, width := uint32(lo), uint64(hi-lo)
	for i := range set {
		part := numbers[64*i : min(64*i+64, len(numbers))]
		word := uint64(0)
		for j, v := range part {
			word |= (uint64(v-least) - width - 1) >> 63 << j // 1 where v - least, below 0 a large number, is at most width
		}
		set[i] = word
	}
}

// keepPlaces takes out the places of rows that do not fulfil some conditions.
func (m *matcher) keepPlaces(s *segment, rows []uint32, set placeSet, d int16, asked condition) {
	buffer := make([]uint32, 0, blockSize)
	for part := range slices.Chunk(rows, blockSize) {
		var kept [blockSize / 64]uint64
		i := 0
		for _, r := range m.keep(s, append(buffer, part...), d, asked) {
			for part[i] != r {
				i++
			}
			kept[i/64] |= 1 << (i % 64)
		}
		n := words(len(part))
		for i, word := range kept[:n] {
			set[i] &= word
		}
		set = set[n:]
	}
}

// openOfGaps are the conditions that not all gaps of a segment fulfil by themselves.
func (m *matcher) openOfGaps(s *segment) (open condition) {
	asked := m.asked &^ ofClass
	for i, gap := range m.cube.unmetClasses(*m.filter.Gap) {
		if gap && !m.classes[i] {
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
	if len(k.orders) > 1 {
		return k.makeGapList(*m.filter.Gap)
	}
	key := gapKey{day: k.day, indicator: *m.filter.Gap}
	if len(k.orders) > 0 {
		key.order = orderKey{k.orders[0].By, k.orders[0].Desc, k.orders[0].Indicator}
	}
	return k.cube.gaps.of(key, keptLists, func() (*gapList, bool) { return k.makeGapList(key.indicator), true })
}

func (k *picker) makeGapList(indicator int) *gapList {
	list := &gapList{parts: make([]gapPart, len(k.cube.segments))}
	m := k.cube.matcher(&Filter{Gap: &indicator})
	m.each(k.day, m.asked, func(s *segment, sel []uint32) {
		p := &list.parts[k.cube.numberOf(s)]
		p.rows = append(p.rows, sel...)
	})
	first := 0
	for i := range list.parts {
		p, s := &list.parts[i], k.cube.segments[i]
		p.first = uint32(first)
		p.rows = slices.Clip(p.rows)
		p.employees = make([]uint32, len(p.rows))
		for j, r := range p.rows {
			p.employees[j] = s.employees.at(r)
		}
		k.collect(s, p.rows, nil)
		first += 64 * words(len(p.rows))
	}
	slices.SortFunc(k.list, k.compare)
	list.ordered = make([]uint32, len(k.list))
	for i, e := range k.list {
		p := &list.parts[e.segment]
		at, _ := slices.BinarySearch(p.rows, uint32(e.row))
		list.ordered[i] = p.first + uint32(at)
	}
	return list
}
