package cube

import (
	"bytes"
	"cmp"
	"slices"

	"fugai/model"
)

// Order is one key of the order of a list of units. Ties of all keys go by credit code, ascending.
type Order struct {
	By   model.UnitOrderBy
	Desc bool
	// Indicator is the one whose gap SINCE orders by.
	Indicator int
	// Due makes SINCE the day on which the run will begin.
	Due *DueFilter
	// RegionRanks orders REGION: the rank, by code, of each region id.
	RegionRanks []int32
}

// Position is a place in an ordered list: the values of the order's keys and the credit code of a unit. Lists go on behind it
// even when the unit itself is gone.
type Position struct {
	Numbers []int64
	Texts   []string
	Code    model.CreditCode
}

// Pick finds the units that hold the day and pass the filter, and of these the page of at most limit behind after (nil: from
// the beginning) and offset. total is how many pass, whatever the page. It orders only the page, so that a deep page costs
// what the first costs.
func (c *Cube) Pick(on model.Date, f *Filter, orders []Order, after *Position, offset, limit int) (page []Row, total int) {
	m, d := c.matcher(f), day(on)
	k := newPicker(c, orders, d)
	if f.Name != nil && f.Name.StartsWith != nil {
		k.shared = len(pack(nil, *f.Name.StartsWith))
	}
	after = k.packed(after)
	if f.Gap != nil && f.Regions == nil && f.Units == nil && f.Name == nil {
		return k.pickGaps(m, after, offset, limit)
	}
	m.each(d, m.asked, func(s *segment, sel []uint32) {
		total += len(sel)
		k.collect(s, sel, after)
	})
	return k.page(offset, limit), total
}

// entry is a row and the first key of its order as a number, so that most comparisons touch nothing else.
type entry struct {
	key uint64
	Row
}

type picker struct {
	cube   *Cube
	orders []Order
	day    int16
	// ranks are those of the segments' units by credit code; nil until all segments are indexed.
	ranks [][]uint32
	list  []entry
	// shared is how many bytes all names begin with, so that they do not tell them apart.
	shared int
}

func newPicker(c *Cube, orders []Order, d int16) *picker {
	k := &picker{cube: c, orders: orders, day: d}
	ranks := make([][]uint32, len(c.segments))
	for i, s := range c.segments {
		ix := s.index.Load()
		if ix == nil {
			return k
		}
		ranks[i] = ix.ranks
	}
	k.ranks = ranks
	return k
}

func (k *picker) collect(s *segment, sel []uint32, after *Position) {
	number := int32(k.cube.numberOf(s))
	k.list = slices.Grow(k.list, len(sel))
	for _, r := range sel {
		row := Row{number, int32(r)}
		if after != nil && k.compareTo(row, after) <= 0 {
			continue
		}
		k.list = append(k.list, entry{k.keyOf(s, row), row})
	}
}

// page orders the entries of places offset to offset + limit, and hands out their rows.
func (k *picker) page(offset, limit int) []Row {
	lo := min(offset, len(k.list))
	hi := min(lo+limit, len(k.list))
	k.selectRange(lo, hi)
	page := make([]Row, 0, hi-lo)
	for _, e := range k.list[lo:hi] {
		page = append(page, e.Row)
	}
	return page
}

// keyOf is order-preserving: a smaller key comes first; equal keys are compared in full. With ranks a number and the rank of
// the credit code fit one key, and hardly any are equal.
func (k *picker) keyOf(s *segment, row Row) uint64 {
	unit := s.unitOf(uint32(row.row))
	if len(k.orders) == 0 {
		return k.codeKey(s, row.segment, unit)
	}
	o := &k.orders[0]
	var key uint64
	switch o.By {
	case model.UnitOrderByCreditCode:
		key = k.codeKey(s, row.segment, unit)
	case model.UnitOrderByName:
		key = firstBytes(s.name(int(row.row))[k.shared:])
	default:
		high := uint32(k.number(s, int(row.row), o) + 1<<31)
		if o.Desc {
			high = ^high
		}
		key = uint64(high) << 32
		if len(k.orders) == 1 && k.ranks != nil {
			key |= uint64(k.ranks[row.segment][unit])
		}
		return key
	}
	if o.Desc {
		return ^key
	}
	return key
}

func (k *picker) codeKey(s *segment, segment int32, unit uint32) uint64 {
	if k.ranks != nil {
		return uint64(k.ranks[segment][unit])
	}
	return firstBytes(s.code(unit))
}

func (k *picker) number(s *segment, row int, o *Order) int64 {
	r := uint32(row)
	switch o.By {
	case model.UnitOrderByEmployees:
		return int64(s.employees.at(r)) - 1
	case model.UnitOrderByFullMembers:
		return int64(s.full.at(r)) - 1
	case model.UnitOrderByMembers:
		return int64(s.members.at(r)) - 1
	case model.UnitOrderByFoundedOn:
		return int64(s.founded.at(r))
	case model.UnitOrderBySince:
		if o.Due != nil {
			return int64(s.begins(k.cube.Classes, r, o.Due.Indicator, day(o.Due.From), day(o.Due.To)))
		}
		return int64(s.since(k.cube.Classes, r, o.Indicator))
	case model.UnitOrderByRegion:
		if id := int(s.region.at(r)); id < len(o.RegionRanks) {
			return int64(o.RegionRanks[id])
		}
	}
	return 0
}

func (k *picker) text(s *segment, row int, o *Order) []byte {
	switch o.By {
	case model.UnitOrderByName:
		return s.name(row)
	case model.UnitOrderByCreditCode:
		return s.code(s.unitOf(uint32(row)))
	}
	return nil
}

func (k *picker) compare(a, b entry) int {
	switch {
	case a.key < b.key:
		return -1
	case a.key > b.key:
		return 1
	}
	return k.compareFully(a, b)
}

func (k *picker) compareFully(a, b entry) int {
	sa, sb := k.cube.segments[a.segment], k.cube.segments[b.segment]
	ra, rb := int(a.row), int(b.row)
	for i := range k.orders {
		o := &k.orders[i]
		c := 0
		if ta := k.text(sa, ra, o); ta != nil {
			c = bytes.Compare(ta, k.text(sb, rb, o))
		} else if i > 0 { // the first number is the key itself
			c = cmp.Compare(k.number(sa, ra, o), k.number(sb, rb, o))
		}
		if c != 0 {
			if o.Desc {
				return -c
			}
			return c
		}
	}
	return compareCodes(sa, sa.unitOf(uint32(ra)), sb, sb.unitOf(uint32(rb)))
}

// compareTo compares a row with a position of the same order.
func (k *picker) compareTo(r Row, p *Position) int {
	s, row := k.cube.segments[r.segment], int(r.row)
	numbers, texts := p.Numbers, p.Texts
	for i := range k.orders {
		o := &k.orders[i]
		var c int
		if t := k.text(s, row, o); t != nil {
			c = bytes.Compare(t, []byte(texts[0]))
			texts = texts[1:]
		} else {
			c = cmp.Compare(k.number(s, row, o), numbers[0])
			numbers = numbers[1:]
		}
		if c != 0 {
			if o.Desc {
				return -c
			}
			return c
		}
	}
	return bytes.Compare(s.code(s.unitOf(uint32(row))), []byte(p.Code))
}

// packed is a position whose names are packed, as those of rows are.
func (k *picker) packed(p *Position) *Position {
	if p == nil {
		return nil
	}
	out, at := *p, 0
	out.Texts = slices.Clone(p.Texts)
	for i := range k.orders {
		switch k.orders[i].By {
		case model.UnitOrderByName:
			out.Texts[at] = string(pack(nil, out.Texts[at]))
			at++
		case model.UnitOrderByCreditCode:
			at++
		}
	}
	return &out
}

// PositionOf is the place of a row in the order, for a cursor.
func (c *Cube) PositionOf(r Row, orders []Order) Position {
	k := &picker{cube: c, orders: orders}
	s, row := c.segments[r.segment], int(r.row)
	p := Position{Code: c.CreditCode(r)}
	for i := range orders {
		if orders[i].By == model.UnitOrderByName {
			p.Texts = append(p.Texts, unpack(s.name(row)))
		} else if t := k.text(s, row, &orders[i]); t != nil {
			p.Texts = append(p.Texts, string(t))
		} else {
			p.Numbers = append(p.Numbers, k.number(s, row, &orders[i]))
		}
	}
	return p
}

// selectRange puts the entries that belong to places lo to hi there, in order; the others stand on their side of them.
func (k *picker) selectRange(lo, hi int) {
	if lo >= hi {
		return
	}
	k.nth(0, len(k.list), lo)
	k.nth(lo, len(k.list), hi-1)
	slices.SortFunc(k.list[lo:hi], k.compare)
}

// nth is quickselect: it moves the entry of place n there, smaller ones before it and larger ones behind it.
func (k *picker) nth(begin, end, n int) {
	list := k.list
	for end-begin > 32 {
		pivot := median(list[begin], list[begin+(end-begin)/2], list[end-1], k.compare)
		i, j := begin, end-1
		for i <= j {
			for k.compare(list[i], pivot) < 0 {
				i++
			}
			for k.compare(list[j], pivot) > 0 {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			end = j + 1
		case n >= i:
			begin = i
		default:
			return
		}
	}
	slices.SortFunc(list[begin:end], k.compare)
}

func median(a, b, c entry, compare func(a, b entry) int) entry {
	if compare(a, b) > 0 {
		a, b = b, a
	}
	if compare(b, c) > 0 {
		b = c
	}
	if compare(a, b) > 0 {
		return a
	}
	return b
}
