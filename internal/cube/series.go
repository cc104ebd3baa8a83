package cube

import (
	"slices"

	"fugai/model"
)

// Series counts like Count on several days, which must ascend, in one pass: a span adds itself on the first day that it
// holds and takes itself away on the first that it does not. The filter and the grouping must be the same on all days.
func (c *Cube) Series(on []model.Date, f *Filter, g *Grouping, asks []Ask) (groups []Group, totals []Group) {
	if len(on) == 0 {
		return nil, nil
	}
	if len(on) == 1 || f.Ages != nil || slices.Contains(g.Dims, model.DimensionGapAge) {
		return c.eachDay(on, f, g, asks) // an age is another one on every day
	}
	m := c.matcher(f)
	s := newSeries(m, on, g, asks)
	m.eachOverlapping(s.days[0], s.days[len(s.days)-1], func(seg *segment, sel []uint32) { s.add(seg, sel) })
	return s.fold()
}

func (c *Cube) eachDay(on []model.Date, f *Filter, g *Grouping, asks []Ask) (groups []Group, totals []Group) {
	for i, d := range on {
		rows, total := c.Count(d, f, g, asks)
		for k := range rows {
			rows[k].Date = i
		}
		total.Date = i
		groups, totals = append(groups, rows...), append(totals, total)
	}
	return groups, totals
}

// eachOverlapping hands the rows that hold any day from first to last and pass the filter.
func (m *matcher) eachOverlapping(first, last int16, visit func(s *segment, sel []uint32)) {
	m.eachSegment(func(s *segment, buffer []uint32) {
		m.eachBlock(s, func(begin, end int) {
			if sel := m.keep(s, s.overlapping(buffer, begin, end, first, last), 0, true); len(sel) > 0 {
				visit(s, sel)
			}
		})
	})
}

// series keeps one counter a cell, group and day: the day is one more row dimension with the largest stride.
type series struct {
	*plan
	days []int16
	// index gives, for a day, the number of the first asked day on or after it.
	index  []uint16
	bottom int
	size   int
}

func newSeries(m *matcher, on []model.Date, g *Grouping, asks []Ask) *series {
	p := m.plan(g, asks)
	s := &series{plan: p, size: p.stride}
	for _, n := range p.sizes {
		s.size *= n
	}
	for _, d := range on {
		s.days = append(s.days, day(d))
	}
	if days := s.size * len(on); days <= maxDense {
		p.counters, p.sparse = make([]counter, days), nil
	} else {
		p.counters, p.sparse = nil, map[int]*counter{}
	}
	s.fillIndex()
	return s
}

// fillIndex lays out the asked days, so that a date finds its place without a search.
func (s *series) fillIndex() {
	s.bottom = int(s.days[0])
	s.index = make([]uint16, int(s.days[len(s.days)-1])-s.bottom+1)
	k := 0
	for i := range s.index {
		if int(s.days[k]) < s.bottom+i {
			k++
		}
		s.index[i] = uint16(k)
	}
}

// place is the number of the first asked day on or after d; the number of days where there is none.
func (s *series) place(d int16) int {
	i := int(d) - s.bottom
	switch {
	case i <= 0:
		return 0
	case i >= len(s.index):
		return len(s.days)
	}
	return int(s.index[i])
}

func (s *series) add(seg *segment, sel []uint32) {
	sel, slots := s.slotsOf(seg, sel, 0)
	simple := s.sparse == nil && !s.employees && !s.full
	for k, r := range sel {
		lo, hi := s.place(seg.from[r]), s.place(seg.to[r])
		if lo >= hi {
			continue
		}
		a, b := lo*s.size+slots[k], hi*s.size+slots[k]
		if simple {
			s.counters[a].units++
			if hi < len(s.days) {
				s.counters[b].units--
			}
			continue
		}
		s.count(s.at(a), seg, r, 1)
		if hi < len(s.days) {
			s.count(s.at(b), seg, r, -1)
		}
	}
}

// fold adds the days up and makes groups of each.
func (s *series) fold() (groups []Group, totals []Group) {
	sum := make(map[int]counter)
	dense := make([]counter, 0)
	if s.sparse == nil {
		dense = make([]counter, s.size)
	}
	for i := range s.days {
		f := &folder{plan: s.plan, date: i, groups: map[groupKey]int{}, total: s.empty(i)}
		if s.sparse == nil {
			for slot := range dense {
				dense[slot].plus(&s.counters[i*s.size+slot])
				if dense[slot] != (counter{}) {
					f.add(slot, &dense[slot])
				}
			}
		} else {
			s.sumSparse(i, sum)
			for slot, c := range sum {
				if c != (counter{}) {
					f.add(slot, &c)
				}
			}
		}
		groups, totals = append(groups, f.list...), append(totals, f.total)
	}
	return groups, totals
}

func (s *series) sumSparse(day int, sum map[int]counter) {
	for slot, c := range s.sparse {
		if slot/s.size == day {
			total := sum[slot%s.size]
			total.plus(c)
			sum[slot%s.size] = total
		}
	}
}

func (c *counter) plus(o *counter) {
	c.units += o.units
	c.employees += o.employees
	c.noEmployees += o.noEmployees
	c.fullMembers += o.fullMembers
	c.noFullCount += o.noFullCount
}
