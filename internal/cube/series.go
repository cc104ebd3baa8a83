package cube

import (
	"math"
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
	s := newSeries(c.matcher(f), on, g, asks)
	s.scan()
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

// series keeps one counter a cell, group and day, and those of a day after the last: the day is one more row dimension with the largest
// stride. Its last cell takes what no cell takes, so that a pass over all rows of a block needs no branch.
type series struct {
	*plan
	days []int16
	// offsets gives, for a day, the first counter of the first asked day on or after it, or of the day after the last. ofClass is the cell
	// of a class, for addAll. Both have an entry for all that 16 bits can say, so that nothing is looked up beyond them.
	offsets, ofClass *[1 << 16]uint32
	width            int
}

func newSeries(m *matcher, on []model.Date, g *Grouping, asks []Ask) *series {
	p := m.plan(g, asks)
	s := &series{plan: p, width: p.size + 1}
	for _, d := range on {
		s.days = append(s.days, day(d))
	}
	s.makeRoom(s.width * (len(on) + 1))
	s.fillOffsets()
	if p.byClass() && s.units != nil {
		s.fillClasses()
	}
	return s
}

// fillClasses lays out the cells of the classes that a narrow column can name.
func (s *series) fillClasses() {
	s.ofClass = new([1 << 16]uint32)
	classes := s.cells.ofClass
	for i, cell := range classes[:min(len(classes), escape)] {
		s.ofClass[i] = min(cell, uint32(s.size))
	}
	s.ofClass[escape] = uint32(s.size)
}

// fillOffsets lays out the days, so that a date finds its place without a search.
func (s *series) fillOffsets() {
	s.offsets = new([1 << 16]uint32)
	k := 0
	for d := math.MinInt16; d <= math.MaxInt16; d++ {
		if k < len(s.days) && int(s.days[k]) < d {
			k++
		}
		s.offsets[uint16(d)] = uint32(k * s.width)
	}
}

// offset is the first counter of the first asked day on or after d.
func (s *series) offset(d int16) int { return int(s.offsets[uint16(d)]) }

func (s *series) scan() {
	m, first, last := s.m, s.days[0], s.days[len(s.days)-1]
	m.eachSegment(func(seg *segment, buffer []uint32) {
		m.eachBlock(seg, m.asked&^ofClass, func(begin, end int, open condition) {
			if s.ofClass != nil && open == 0 && seg.class.narrow != nil {
				s.addAll(seg.class.narrow[begin:end], seg.from[begin:end], seg.to[begin:end])
				seg.class.beyond.each(begin, end, func(row, _ uint32) { s.addByClass(seg, []uint32{row}) })
				return
			}
			if sel := m.keep(seg, seg.overlapping(buffer, begin, end, first, last), 0, open); len(sel) > 0 {
				s.add(seg, sel)
			}
		})
	})
}

// addAll counts all rows of a block. What holds none of the days adds itself and takes itself away at the same place; so does a row whose
// unit moved to the next segment, which begins after it ends.
func (s *series) addAll(class []uint16, from, to []int16) {
	from, to = from[:len(class)], to[:len(class)]
	units, ofClass, offsets := s.units, s.ofClass, s.offsets
	for i, c := range class {
		cell, a, b := ofClass[c], offsets[uint16(from[i])], offsets[uint16(to[i])]
		units[a+cell]++
		units[max(a, b)+cell]--
	}
}

// addByClass is addAll for selected rows.
func (s *series) addByClass(seg *segment, sel []uint32) {
	units, offsets, ofClass, from, to, last := s.units, s.offsets, s.cells.ofClass, seg.from, seg.to, uint32(s.size)
	for _, r := range sel {
		cell, a, b := min(ofClass[seg.class.at(r)], last), offsets[uint16(from[r])], offsets[uint16(to[r])]
		units[a+cell]++
		units[max(a, b)+cell]--
	}
}

func (s *series) add(seg *segment, sel []uint32) {
	if s.ofClass != nil {
		s.addByClass(seg, sel)
		return
	}
	sel, slots := s.slotsOf(seg, sel, 0)
	for k, r := range sel {
		a, b := s.offset(seg.from[r])+slots[k], s.offset(seg.to[r])+slots[k]
		if s.units != nil {
			s.units[a]++
			s.units[b]--
			continue
		}
		s.count(s.at(a), seg, r, 1)
		s.count(s.at(b), seg, r, -1)
	}
}

// fold adds the days up and makes groups of each.
func (s *series) fold() (groups []Group, totals []Group) {
	sum := make(map[int]counter)
	var dense []counter
	if s.sparse == nil {
		dense = make([]counter, s.size)
	}
	for i := range s.days {
		f := &folder{plan: s.plan, date: i, groups: map[groupKey]int{}, total: s.empty(i)}
		if s.sparse == nil {
			for slot := range dense {
				s.plus(&dense[slot], i*s.width+slot)
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

// plus adds a counter of the series to a sum.
func (s *series) plus(sum *counter, at int) {
	if s.units != nil {
		sum.units += int64(s.units[at])
		return
	}
	sum.plus(&s.counters[at])
}

func (s *series) sumSparse(day int, sum map[int]counter) {
	for slot, c := range s.sparse {
		if slot/s.width == day {
			total := sum[slot%s.width]
			total.plus(c)
			sum[slot%s.width] = total
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
