package cube

import (
	"fugai/model"
)

// Count counts the spans that hold a day and pass the filter, by group. The groups come in no order; groups without units
// do not come. The total counts every unit once, even where a unit stands in two domain rows.
func (c *Cube) Count(on model.Date, f *Filter, g *Grouping, asks []Ask) (groups []Group, total Group) {
	m, d := c.matcher(f), day(on)
	p := m.plan(g, asks)
	if p.byClass() {
		p.countByClass(d)
	} else {
		p.makeRoom(p.size)
		m.each(d, m.asked&^ofClass, func(s *segment, sel []uint32) { p.add(s, sel, d) })
	}
	return p.fold(0)
}

// plan is a question made ready for counting: how a row becomes a counter.
type plan struct {
	m     *matcher
	g     *Grouping
	asks  []Ask
	cells *cells
	// Row dimensions, in the order of g.Dims, and how many keys each has.
	rowDims []model.Dimension
	sizes   []int
	// stride is the number of cells, size that of counters: a row of cells for each combination of keys.
	stride, size int
	// One of these counts: numbers of units where no share is weighed, counters, or a map where an array would be too large.
	units    []int32
	counters []counter
	sparse   map[int]*counter
	// weights tells which weights the asks need.
	employees, full bool
	slots           []int
}

// counter is what is added up for one cell of one group.
type counter struct {
	units                    int64
	employees, noEmployees   int64
	fullMembers, noFullCount int64
}

// maxDense bounds the counters that are laid out as one array; beyond it they are kept in a map.
const maxDense = 1 << 21

func (m *matcher) plan(g *Grouping, asks []Ask) *plan {
	p := &plan{m: m, g: g, asks: asks, cells: m.cells(g, asks)}
	for _, a := range asks {
		p.employees = p.employees || a.Weight == model.WeightEmployees
		p.full = p.full || a.Weight == model.WeightFullMembers
	}
	p.stride = max(1, len(p.cells.list))
	p.size = p.stride
	for _, d := range g.Dims {
		if !isRowDimension(d) {
			continue
		}
		p.rowDims = append(p.rowDims, d)
		n := p.keysOf(d)
		p.sizes = append(p.sizes, n)
		p.size *= n
	}
	return p
}

// weighs tells whether a share is weighed by something else than units.
func (p *plan) weighs() bool { return p.employees || p.full }

// makeRoom makes so many counters.
func (p *plan) makeRoom(n int) {
	switch {
	case n > maxDense:
		p.sparse = map[int]*counter{}
	case p.weighs():
		p.counters = make([]counter, n)
	default:
		p.units = make([]int32, n)
	}
}

// byClass tells whether the class of a row alone decides where it counts, and rows count as one.
func (p *plan) byClass() bool { return len(p.rowDims) == 0 && !p.weighs() }

// countByClass counts the rows of each class and adds classes up to cells. Where all rows of a block pass the filter, nothing is selected.
func (p *plan) countByClass(d int16) {
	m, byClass := p.m, make([]int32, len(p.m.cube.Classes))
	m.eachSegment(func(s *segment, buffer []uint32) {
		if rows, ok := m.candidates(s, d, buffer); ok {
			s.addClasses(byClass, m.keep(s, rows, d, m.asked&^ofClass))
			return
		}
		m.eachBlock(s, m.asked&^ofClass, func(begin, end int, open condition) {
			if open == 0 && s.class.narrow != nil {
				addHolding(byClass, s.class.narrow[begin:end], s.from[begin:end], s.to[begin:end], d)
				s.class.beyond.each(begin, end, func(row, class uint32) {
					n := int32(holds(s.from[row], s.to[row], d))
					byClass[escape] -= n
					byClass[class] += n
				})
				return
			}
			s.addClasses(byClass, m.keep(s, s.live(buffer, begin, end, d), d, open))
		})
	})
	p.makeRoom(p.size)
	for class, n := range byClass {
		if cell := p.cells.ofClass[class]; cell != noCell {
			p.units[cell] += n
		}
	}
}

// addHolding counts the rows that hold a day, by class.
func addHolding(byClass []int32, class []uint16, from, to []int16, d int16) {
	from, to = from[:len(class)], to[:len(class)]
	for i, c := range class {
		byClass[c] += int32(holds(from[i], to[i], d))
	}
}

func (s *segment) addClasses(byClass []int32, sel []uint32) {
	for _, r := range sel {
		byClass[s.class.at(r)]++
	}
}

// keysOf is the number of keys of a row dimension.
func (p *plan) keysOf(d model.Dimension) int {
	if d == model.DimensionGapAge {
		return int(model.GapAgeNone) + 1
	}
	n := int32(0)
	for _, groups := range p.groupsOf(d) {
		for _, key := range groups {
			n = max(n, key+1)
		}
	}
	return int(n)
}

func (p *plan) groupsOf(d model.Dimension) [][]int32 {
	switch d {
	case model.DimensionRegion:
		return [][]int32{p.g.RegionGroups}
	case model.DimensionZone:
		return [][]int32{p.g.ZoneGroups}
	}
	return [][]int32{p.g.PlaceGroups, p.g.TerritoryGroups}
}

// slotsOf writes the number of each selected row's counter, and drops rows that stand in no group.
func (p *plan) slotsOf(s *segment, sel []uint32, d int16) ([]uint32, []int) {
	slots := p.grow(len(sel))
	n := 0
	ofClass := p.cells.ofClass
	for _, r := range sel {
		if c := ofClass[s.class.at(r)]; c != noCell {
			sel[n], slots[n] = r, int(c)
			n++
		}
	}
	sel, slots = sel[:n], slots[:n]
	stride := p.stride
	for i, dim := range p.rowDims {
		switch dim {
		case model.DimensionGapAge:
			for k, r := range sel {
				slots[k] += stride * int(p.m.cube.ageOf(s, r, p.g.AgeOf, d))
			}
		case model.DimensionRegion:
			sel, slots = addGroups(sel, slots, &s.region, p.g.RegionGroups, stride)
		case model.DimensionZone:
			column := &s.zone
			if p.g.ZonesByPlace {
				column = &s.place
			}
			sel, slots = addGroups(sel, slots, column, p.g.ZoneGroups, stride)
		default:
			sel, slots = p.addPlaces(s, sel, slots, stride)
		}
		stride *= p.sizes[i]
	}
	return sel, slots
}

func (p *plan) grow(n int) []int {
	if cap(p.slots) < n {
		p.slots = make([]int, max(n, blockSize))
	}
	return p.slots[:n]
}

// addPlaces is addGroups for the subordination tree, where the zero place is told by its region.
func (p *plan) addPlaces(s *segment, sel []uint32, slots []int, stride int) ([]uint32, []int) {
	n := 0
	for k, r := range sel {
		groups, id := p.g.PlaceGroups, s.place.at(r)
		if id == 0 {
			groups, id = p.g.TerritoryGroups, s.region.at(r)
		}
		if int(id) >= len(groups) || groups[id] < 0 {
			continue
		}
		sel[n], slots[n] = r, slots[k]+stride*int(groups[id])
		n++
	}
	return sel[:n], slots[:n]
}

func addGroups(sel []uint32, slots []int, column *column, groups []int32, stride int) ([]uint32, []int) {
	n := 0
	for k, r := range sel {
		id := column.at(r)
		if int(id) >= len(groups) || groups[id] < 0 {
			continue
		}
		sel[n], slots[n] = r, slots[k]+stride*int(groups[id])
		n++
	}
	return sel[:n], slots[:n]
}

// add counts the selected rows.
func (p *plan) add(s *segment, sel []uint32, d int16) {
	sel, slots := p.slotsOf(s, sel, d)
	if p.units != nil {
		for _, slot := range slots {
			p.units[slot]++
		}
		return
	}
	for k, r := range sel {
		p.count(p.at(slots[k]), s, r, 1)
	}
}

func (p *plan) at(slot int) *counter {
	if p.sparse == nil {
		return &p.counters[slot]
	}
	c := p.sparse[slot]
	if c == nil {
		c = &counter{}
		p.sparse[slot] = c
	}
	return c
}

func (p *plan) count(c *counter, s *segment, r uint32, sign int64) {
	c.units += sign
	if p.employees {
		if e := model.Count(s.employees.at(r)); e.Known() {
			c.employees += sign * int64(e.Int())
		} else {
			c.noEmployees += sign
		}
	}
	if p.full {
		if f := model.Count(s.full.at(r)); f.Known() {
			c.fullMembers += sign * int64(f.Int())
		} else {
			c.noFullCount += sign
		}
	}
}
