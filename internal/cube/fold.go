package cube

import "fugai/model"

// fold adds the counters up to groups.
func (p *plan) fold(date int) ([]Group, Group) {
	f := &folder{plan: p, date: date, groups: map[groupKey]int{}, total: p.empty(date)}
	if p.sparse != nil {
		for slot, c := range p.sparse {
			f.add(slot, c)
		}
		return f.list, f.total
	}
	for slot, n := range p.units {
		if n != 0 {
			f.add(slot, &counter{units: int64(n)})
		}
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
