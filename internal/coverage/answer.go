package coverage

import (
	"cmp"
	"math"
	"slices"

	"fugai/model"
)

// answer makes rows of counts, orders them and cuts out the asked part.
func (t *table) answer(c *counts) *model.Coverage {
	groups := make([]*group, 0, len(c.groups))
	for _, g := range c.groups {
		groups = append(groups, g)
	}
	ranks := t.ranks()
	slices.SortFunc(groups, func(a, b *group) int { return t.compare(a, b, ranks) })
	out := &model.Coverage{AsOf: t.asOf, DataVersion: t.data.Version, RowCount: len(groups)}
	lo := min(deref(t.Offset), len(groups))
	hi := len(groups)
	if t.First != nil {
		hi = min(lo+*t.First, hi)
	}
	out.Rows = make([]*model.CoverageRow, 0, hi-lo)
	for _, g := range groups[lo:hi] {
		out.Rows = append(out.Rows, t.row(g))
	}
	c.total.key = key{}
	out.Total = t.totalRow(c.total)
	return out
}

// ranks order ids that are not in the order of their rows: regions, zones and organisations by code, none last.
type ranks struct {
	regions []int32
	zones   map[int64]int
}

func (t *table) ranks() *ranks {
	r := &ranks{regions: t.tree(t.asOf).Ranks(), zones: map[int64]int{0: math.MaxInt}}
	if slices.Contains(t.GroupBy, model.DimensionZone) {
		for _, d := range t.days {
			for _, z := range t.data.Zones.On(d) {
				r.zones[int64(z.ZoneID)] = len(r.zones)
			}
		}
	}
	return r
}

// compare puts groups in the asked order, then in that of the dimensions.
func (t *table) compare(a, b *group, r *ranks) int {
	for _, o := range t.OrderBy {
		var c int
		if o.Dimension != nil {
			c = t.compareKeys(a, b, slices.Index(t.GroupBy, *o.Dimension), r)
		} else {
			c = t.compareMeasures(a, b, o)
		}
		if c != 0 {
			if o.Direction == model.SortDirectionDesc {
				return -c
			}
			return c
		}
	}
	for i := range t.GroupBy {
		if c := t.compareKeys(a, b, i, r); c != 0 {
			return c
		}
	}
	return 0
}

func (t *table) compareKeys(a, b *group, i int, r *ranks) int {
	x, y := a.key[i], b.key[i]
	switch t.GroupBy[i] {
	case model.DimensionRegion:
		return cmp.Compare(rankOf(r.regions, x), rankOf(r.regions, y))
	case model.DimensionZone:
		return cmp.Compare(r.zones[x], r.zones[y])
	case model.DimensionSubordination:
		s := t.data.Subordination
		return cmp.Or(cmp.Compare(boolInt(x == 0), boolInt(y == 0)), cmp.Compare(s.Code(model.OrganisationID(x)), s.Code(model.OrganisationID(y))))
	case model.DimensionPeriod:
		return cmp.Compare(x, y)
	}
	return cmp.Or(cmp.Compare(boolInt(x == 0), boolInt(y == 0)), cmp.Compare(x, y)) // 0 is the group without
}

func rankOf(ranks []int32, id int64) int32 {
	if int(id) < len(ranks) {
		return ranks[id]
	}
	return math.MaxInt32
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// compareMeasures orders by a number; rows without one come last in either direction.
func (t *table) compareMeasures(a, b *group, o *model.CoverageOrder) int {
	x, okX := t.measure(a, o)
	y, okY := t.measure(b, o)
	if !okX || !okY {
		c := cmp.Compare(boolInt(!okX), boolInt(!okY))
		if o.Direction == model.SortDirectionDesc {
			return -c
		}
		return c
	}
	return cmp.Compare(x, y)
}

func (t *table) measure(g *group, o *model.CoverageOrder) (float64, bool) {
	ask := ShareAsk{Of: *o.Of, Weight: o.Weight}
	s := t.share(g, ask, t.upward(g), t.domainOf(g))
	number := func(n *int) (float64, bool) {
		if n == nil {
			return 0, false
		}
		return float64(*n), true
	}
	switch *o.Measure {
	case model.MeasureNumerator:
		return number(s.Numerator)
	case model.MeasureDenominator:
		return number(s.Denominator)
	case model.MeasureGap:
		return number(s.Gap)
	case model.MeasureUnknown:
		return number(s.Unknown)
	case model.MeasureNotApplicable:
		return number(s.NotApplicable)
	case model.MeasureExempt:
		return number(s.Exempt)
	case model.MeasureShortfall:
		return number(s.Shortfall)
	}
	if s.Rate == nil {
		return 0, false
	}
	return *s.Rate, true
}

// row names a group and computes its shares.
func (t *table) row(g *group) *model.CoverageRow {
	row := &model.CoverageRow{AsOf: g.day, Units: int(g.units)}
	for i, d := range t.GroupBy {
		t.label(row, d, g.key[i], g)
	}
	t.addShares(row, g)
	return row
}

func (t *table) totalRow(g *group) *model.CoverageRow {
	row := &model.CoverageRow{AsOf: g.day, Units: int(g.units)}
	if t.Periods != nil {
		row.Provisional = t.periods[g.period].Last() > g.day
	}
	total := &table{question: t.question, TableQuery: t.TableQuery, asks: t.asks, days: t.days, periods: t.periods, compared: t.compared}
	total.GroupBy = nil
	total.addShares(row, g)
	return row
}
