package coverage

import (
	"reflect"
	"slices"

	"fugai/internal/cube"
	"fugai/model"
)

// Viewers without the right to member figures are told member-based shares of published cells only: whole counties, the regions
// above them, and what sits directly on those; unfiltered, by number of units, of today. A cell is published where its numbers
// leave at least three units on either side of every question that they answer about members, and so does what remains of each
// region when the published cells below it are taken away. docs/privacy.md says why nothing can be derived from differences.

// memberCounts are what member-based shares of a cell tell of members, apart from what everybody may see.
type memberCounts struct {
	// neither are the units with neither an organisation of their own nor a joint one, joint those with a joint one; due of them have
	// the members to stand alone.
	neither, neitherDue, joint, jointDue int64
	// open are the units that no counted organisation covers, with members some of them.
	open, openWith int64
	// fifty are the enterprises of fifty and more employees, with members some of them.
	fifty, fiftyWith int64
}

func (m *memberCounts) plus(o memberCounts) {
	m.neither += o.neither
	m.neitherDue += o.neitherDue
	m.joint += o.joint
	m.jointDue += o.jointDue
	m.open += o.open
	m.openWith += o.openWith
	m.fifty += o.fifty
	m.fiftyWith += o.fiftyWith
}

// mixed tells whether a number of n units leaves at least three on either side.
func mixed(with, n int64) bool { return with >= fewUnits && n-with >= fewUnits }

// tellsNothing says for each member-based indicator when its numbers tell nothing of single units.
var tellsNothing = map[model.IndicatorKey]func(memberCounts) bool{
	"DUE_ESTABLISHMENT":    memberCounts.dueIsMixed,
	"DUE_COVERED":          memberCounts.dueIsMixed,
	"MEMBER_UNITS_COVERED": func(m memberCounts) bool { return mixed(m.openWith, m.open) },
	"FIFTY_WITH_MEMBERS":   func(m memberCounts) bool { return mixed(m.fiftyWith, m.fifty) },
}

// dueIsMixed: the difference of the two indicators tells how many joint units are due. That none is, is the rule and no secret.
func (m memberCounts) dueIsMixed() bool {
	return mixed(m.neitherDue, m.neither) && (m.jointDue == 0 || mixed(m.jointDue, m.joint))
}

// empty tells whether an indicator tells nothing of the cell because it has no such units.
func (m memberCounts) empty(key model.IndicatorKey) bool {
	switch key {
	case "MEMBER_UNITS_COVERED":
		return m.open == 0
	case "FIFTY_WITH_MEMBERS":
		return m.fifty == 0
	}
	return m.neither+m.joint == 0
}

func (m memberCounts) publishable(key model.IndicatorKey) bool {
	return m.empty(key) || tellsNothing[key](m)
}

// cellName names a cell: a region with its subtree, or only what sits directly on it.
type cellName struct {
	region model.RegionID // 0 is the whole
	direct bool
}

// published are the cells of a day and data version that are published, by indicator.
type published struct {
	version model.DataVersion
	ruleSet model.RuleSetID
	day     model.Date
	cells   map[model.IndicatorKey]map[cellName]bool
}

// published is made once for a data version and a day.
func (q *question) published() *published {
	q.mu.Lock()
	known := q.publishedCells
	q.mu.Unlock()
	if known != nil && known.version == q.data.Version && known.ruleSet == q.data.RuleSet && known.day == q.today() {
		return known
	}
	p := &published{q.data.Version, q.data.RuleSet, q.today(), map[model.IndicatorKey]map[cellName]bool{}}
	counts := q.memberCounts(p.day)
	for key := range tellsNothing {
		b := &publisher{key: key, counts: counts, cells: map[cellName]bool{}}
		b.whole(q.data.Regions.On(p.day).Roots)
		p.cells[key] = b.cells
	}
	q.mu.Lock()
	q.publishedCells = p
	q.mu.Unlock()
	return p
}

// memberCounts counts all units of a day by county, or by the region above on which they sit directly.
func (q *question) memberCounts(day model.Date) map[model.RegionID]memberCounts {
	groups, nodes := q.data.Regions.On(day).Level(model.RegionLevelCounty, nil)
	out := map[model.RegionID]memberCounts{}
	count := func(of model.IndicatorKey, with model.Result, fits func(*model.SpanClass) bool, add func(m *memberCounts, n, with int64)) {
		index, ok := q.rules.Index(of)
		if !ok {
			return
		}
		operating := func(c *model.SpanClass) bool { return c.Operation == model.OperationOperating && fits(c) }
		counted, _ := q.data.Count(day, &cube.Filter{Class: operating}, &cube.Grouping{Dims: []model.Dimension{model.DimensionRegion}, RegionGroups: groups},
			[]cube.Ask{{Indicator: index, Weight: model.WeightUnits}})
		for i := range counted {
			id := nodes[counted[i].Keys[0]].ID
			m := out[id]
			add(&m, counted[i].Units, counted[i].Tallies[0].By[with])
			out[id] = m
		}
	}
	own, joint, covered := q.has("STANDALONE_ESTABLISHMENT"), q.has("ORGANISATION_COVERAGE_RETURN"), q.has("ORGANISATION_COVERAGE")
	fifty, _ := q.rules.Index("FIFTY_WITH_MEMBERS")
	count("DUE_ESTABLISHMENT", model.ResultUnmet, func(c *model.SpanClass) bool { return !joint(c) },
		func(m *memberCounts, n, with int64) { m.neither, m.neitherDue = n, with })
	count("DUE_ESTABLISHMENT", model.ResultUnmet, func(c *model.SpanClass) bool { return joint(c) && !own(c) },
		func(m *memberCounts, n, with int64) { m.joint, m.jointDue = n, with })
	count("MEMBER_UNITS_COVERED", model.ResultUnmet, func(c *model.SpanClass) bool { return !covered(c) },
		func(m *memberCounts, n, with int64) { m.open, m.openWith = n, with })
	count("FIFTY_WITH_MEMBERS", model.ResultMet, func(c *model.SpanClass) bool { return inFifty(c, fifty) },
		func(m *memberCounts, n, with int64) { m.fifty, m.fiftyWith = n, with })
	return out
}

// has tells of classes whether an indicator that tells nothing of members is met.
func (q *question) has(key model.IndicatorKey) func(*model.SpanClass) bool {
	index, _ := q.rules.Index(key)
	return func(c *model.SpanClass) bool { return c.Results.Of(index) == model.ResultMet }
}

// inFifty tells the enterprises whose employees put them into the population, whether or not their members are known.
func inFifty(c *model.SpanClass, index int) bool {
	switch c.Results.Of(index) {
	case model.ResultMet, model.ResultUnmet:
		return true
	case model.ResultUnknown:
		return c.EmployeeBand != model.EmployeeBandUnknown
	}
	return false
}

// publisher finds the cells that can be published for an indicator.
type publisher struct {
	key    model.IndicatorKey
	counts map[model.RegionID]memberCounts
	cells  map[cellName]bool
}

func (b *publisher) whole(roots []*model.RegionNode) {
	b.cell(cellName{}, memberCounts{}, roots)
}

// region publishes what it can of a region, and tells what remains: the cells of it that are not published, together.
func (b *publisher) region(n *model.RegionNode) (rest, all memberCounts) {
	var below []*model.RegionNode
	for _, child := range n.Below {
		if !belowCounty(child) {
			below = append(below, child)
		}
	}
	own := b.counts[n.ID]
	if n.Level >= model.RegionLevelCounty || len(below) == 0 {
		own, below = b.subtree(n), nil
	}
	return b.cell(cellName{region: n.ID}, own, below)
}

// subtree is what is counted on a region and below it.
func (b *publisher) subtree(n *model.RegionNode) memberCounts {
	all := b.counts[n.ID]
	for _, child := range n.Below {
		all.plus(b.subtree(child))
	}
	return all
}

// cell publishes a cell where both the cell and what remains of it besides the published cells below leave the members open.
func (b *publisher) cell(name cellName, own memberCounts, below []*model.RegionNode) (rest, all memberCounts) {
	rest, all = own, own
	if b.cells[cellName{name.region, true}] = own.publishable(b.key) && name.region != 0; own.publishable(b.key) {
		rest = memberCounts{}
	}
	for _, child := range below {
		r, a := b.region(child)
		rest.plus(r)
		all.plus(a)
	}
	if b.cells[name] = rest.publishable(b.key) && all.publishable(b.key); b.cells[name] {
		rest = memberCounts{}
	}
	return rest, all
}

// publishes tells whether a viewer without the right to member figures may be told a member-based share of a group.
func (t *table) publishes(g *group, a ShareAsk) bool {
	if a.Weight != model.WeightUnits || g.day != t.today() || g.before != 0 || t.Periods != nil || !t.unfiltered() {
		return false
	}
	cells := t.published().cells[a.Of]
	if len(t.GroupBy) == 0 {
		return t.publishesAll(cells)
	}
	if len(t.GroupBy) != 1 || t.GroupBy[0] != model.DimensionRegion {
		return false
	}
	return cells[t.cellOfRow(t.tree(g.day).Node(model.RegionID(g.key[0])))]
}

// noCell is the name of no cell.
var noCell = cellName{region: -1}

// cellOfRow names the cell of a row of regions; rows that part a county are none.
func (t *table) cellOfRow(n *model.RegionNode) cellName {
	if t.rowOf == nil {
		var nodes []*model.RegionNode
		if t.rowOf, nodes = t.regionGroups(t.today()); slices.ContainsFunc(nodes, belowCounty) {
			t.rowOf = []int32{}
		}
	}
	if n == nil || int(n.ID) >= len(t.rowOf) {
		return noCell
	}
	name := cellName{region: n.ID}
	for _, child := range n.Below {
		name.direct = name.direct || t.rowOf[child.ID] != t.rowOf[n.ID] // the row holds only what sits directly on it
	}
	return name
}

// unfiltered tells whether the question chooses by nothing but regions.
func (t *table) unfiltered() bool {
	where := deref(t.Where)
	where.Regions = nil
	return reflect.ValueOf(where).IsZero()
}

// publishesAll tells whether the whole of the asked regions is published: each of them is, or the viewer's scope, or everything.
func (t *table) publishesAll(cells map[cellName]bool) bool {
	tops := t.tops(t.today())
	for _, n := range tops {
		if belowCounty(n) || !cells[cellName{region: n.ID}] {
			return false
		}
	}
	return len(tops) > 0 || t.who.Whole() && cells[cellName{}]
}
