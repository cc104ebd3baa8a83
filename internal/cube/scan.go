package cube

import (
	"fugai/model"
)

// Count counts the spans that hold a day and pass the filter, by group. The groups come in no order; groups without units
// do not come. The total counts every unit once, even where a unit stands in two domain rows.
func (c *Cube) Count(on model.Date, f *Filter, g *Grouping, asks []Ask) (groups []Group, total Group) {
	m := c.matcher(f)
	p := m.plan(g, asks)
	d := day(on)
	m.each(d, true, func(s *segment, sel []uint32) { p.add(s, sel, d, 1) })
	return p.fold(0)
}

// plan is a question made ready for counting: how a row becomes a counter.
type plan struct {
	m     *matcher
	g     *Grouping
	asks  []Ask
	cells *cells
	// Row dimensions, in the order of g.Dims, and how many keys each has.
	rowDims  []model.Dimension
	sizes    []int
	counters []counter
	sparse   map[int]*counter
	stride   int
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
	p := &plan{m: m, g: g, asks: asks, cells: m.cells(g, asks), slots: make([]int, blockSize)}
	for _, a := range asks {
		p.employees = p.employees || a.Weight == model.WeightEmployees
		p.full = p.full || a.Weight == model.WeightFullMembers
	}
	size := max(1, len(p.cells.list))
	p.stride = size
	for _, d := range g.Dims {
		if !isRowDimension(d) {
			continue
		}
		p.rowDims = append(p.rowDims, d)
		n := p.keysOf(d)
		p.sizes = append(p.sizes, n)
		size *= n
	}
	if size <= maxDense {
		p.counters = make([]counter, size)
	} else {
		p.sparse = map[int]*counter{}
	}
	return p
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
		if c := ofClass[s.class[r]]; c != noCell {
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
				slots[k] += stride * int(p.m.cube.ageOf(s, int(r), p.g.AgeOf, d))
			}
		case model.DimensionRegion:
			sel, slots = addGroups(sel, slots, s.region, p.g.RegionGroups, stride)
		case model.DimensionZone:
			column := s.zone
			if p.g.ZonesByPlace {
				column = s.place
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
		p.slots = make([]int, n)
	}
	return p.slots[:n]
}

// addPlaces is addGroups for the subordination tree, where the zero place is told by its region.
func (p *plan) addPlaces(s *segment, sel []uint32, slots []int, stride int) ([]uint32, []int) {
	n := 0
	for k, r := range sel {
		groups, id := p.g.PlaceGroups, s.place[r]
		if id == 0 {
			groups, id = p.g.TerritoryGroups, s.region[r]
		}
		if int(id) >= len(groups) || groups[id] < 0 {
			continue
		}
		sel[n], slots[n] = r, slots[k]+stride*int(groups[id])
		n++
	}
	return sel[:n], slots[:n]
}

func addGroups(sel []uint32, slots []int, column []uint32, groups []int32, stride int) ([]uint32, []int) {
	n := 0
	for k, r := range sel {
		id := column[r]
		if int(id) >= len(groups) || groups[id] < 0 {
			continue
		}
		sel[n], slots[n] = r, slots[k]+stride*int(groups[id])
		n++
	}
	return sel[:n], slots[:n]
}

// add counts the selected rows, sign times.
func (p *plan) add(s *segment, sel []uint32, d int16, sign int64) {
	sel, slots := p.slotsOf(s, sel, d)
	if p.sparse == nil && !p.employees && !p.full {
		for _, slot := range slots {
			p.counters[slot].units += sign
		}
		return
	}
	for k, r := range sel {
		p.count(p.at(slots[k]), s, r, sign)
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
		if e := s.employees[r]; e.Known() {
			c.employees += sign * int64(e.Int())
		} else {
			c.noEmployees += sign
		}
	}
	if p.full {
		if f := s.full[r]; f.Known() {
			c.fullMembers += sign * int64(f.Int())
		} else {
			c.noFullCount += sign
		}
	}
}

// fold adds the counters up to groups.
func (p *plan) fold(date int) ([]Group, Group) {
	f := &folder{plan: p, date: date, groups: map[groupKey]int{}, total: p.empty(date)}
	if p.sparse != nil {
		for slot, c := range p.sparse {
			f.add(slot, c)
		}
		return f.list, f.total
	}
	for slot := range p.counters {
		if c := &p.counters[slot]; *c != (counter{}) {
			f.add(slot, c)
		}
	}
	return f.list, f.total
}

func (p *plan) empty(date int) Group { return Group{Date: date, Tallies: make([]Tally, len(p.asks))} }

// groupKey names a group within one fold: the number made of its row dimensions, and its class keys.
type groupKey struct {
	row  int
	keys classKeys
}

type folder struct {
	plan   *plan
	date   int
	groups map[groupKey]int
	list   []Group
	total  Group
}

func (f *folder) add(slot int, c *counter) {
	p := f.plan
	one := &p.cells.list[slot%p.stride]
	p.tally(&f.total, one, c)
	row := slot / p.stride
	at := p.domainKey()
	if at < 0 {
		p.tally(f.group(row, one.keys), one, c)
		return
	}
	for i, domain := range [2]model.Domain{model.Domain(one.keys[at]), one.also} {
		if p.countsIn(domain, i == 1) {
			keys := one.keys
			keys[at] = int8(domain)
			p.tally(f.group(row, keys), one, c)
		}
	}
}

// domainKey is the place of DOMAIN among the class dimensions, or -1.
func (p *plan) domainKey() int {
	n := 0
	for _, d := range p.g.Dims {
		if d == model.DimensionDomain {
			return n
		}
		if !isRowDimension(d) && d != model.DimensionPeriod {
			n++
		}
	}
	return -1
}

// countsIn tells whether a domain of a cell is a row. No first domain is the row of those without one, no second one is none.
func (p *plan) countsIn(d model.Domain, second bool) bool {
	if d == 0 {
		return !second && p.g.Domains == nil
	}
	return p.wanted(d)
}

func (p *plan) wanted(d model.Domain) bool {
	for _, w := range p.g.Domains {
		if w == d {
			return true
		}
	}
	return p.g.Domains == nil
}

func (f *folder) group(row int, keys classKeys) *Group {
	key := groupKey{row, keys}
	i, ok := f.groups[key]
	if !ok {
		i = len(f.list)
		f.groups[key] = i
		g := f.plan.empty(f.date)
		g.Keys = f.plan.names(row, keys)
		f.list = append(f.list, g)
	}
	return &f.list[i]
}

// names are the keys of a group in the order of the grouping's dimensions.
func (p *plan) names(row int, keys classKeys) []int32 {
	out := make([]int32, len(p.g.Dims))
	class, rowDim := 0, 0
	for i, d := range p.g.Dims {
		switch {
		case d == model.DimensionPeriod:
		case isRowDimension(d):
			out[i] = int32(row % p.sizes[rowDim])
			row /= p.sizes[rowDim]
			rowDim++
		default:
			out[i] = int32(keys[class])
			class++
		}
	}
	return out
}

func (p *plan) tally(g *Group, one *cell, c *counter) {
	g.Units += c.units
	for i, a := range p.asks {
		result := one.results.Of(a.Indicator)
		switch a.Weight {
		case model.WeightEmployees:
			g.Tallies[i].By[result] += c.employees
			g.Tallies[i].Missing += c.noEmployees
		case model.WeightFullMembers:
			g.Tallies[i].By[result] += c.fullMembers
			g.Tallies[i].Missing += c.noFullCount
		default:
			g.Tallies[i].By[result] += c.units
		}
	}
}
