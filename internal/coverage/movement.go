package coverage

import (
	"context"
	"slices"

	"fugai/internal/cube"
	"fugai/model"
)

// MovementQuery is a question about what moved an indicator between two dates.
type MovementQuery struct {
	Indicator   model.IndicatorKey
	From, To    model.Date
	Where       *model.UnitFilter
	GroupBy     []model.Dimension
	RegionLevel *model.RegionLevel
	MinVersion  *model.DataVersion
	// Asks are the shares asked of the groups, on the second date.
	Asks []ShareAsk
}

// Movement answers what moved an indicator between two dates.
func (s *Service) Movement(ctx context.Context, query MovementQuery) (*model.Movement, error) {
	q, err := s.ask(ctx, &query.To, query.MinVersion)
	if err != nil {
		return nil, err
	}
	t := &table{question: q, TableQuery: TableQuery{Where: query.Where, GroupBy: query.GroupBy, RegionLevel: query.RegionLevel, Asks: query.Asks}}
	index := q.index("indicator", query.Indicator)
	t.checkMovement(query)
	if err := t.validate(); err != nil {
		return nil, err
	}
	m := &movement{table: t, query: query, index: index}
	return m.answer()
}

func (t *table) checkMovement(query MovementQuery) {
	if query.From >= query.To {
		t.wrong("from", "%s must lie before to (%s)", query.From, query.To)
	}
	for _, d := range query.GroupBy {
		if d == model.DimensionPeriod || d == model.DimensionGapAge || d == model.DimensionEstablishment && !t.who.CanReadMemberFigures() {
			t.wrong("groupBy", "a movement cannot be grouped by %s", d)
		}
	}
	if memberBased[query.Indicator] && !t.who.CanReadMemberFigures() {
		t.fault(model.Denied("indicator", "the movement of %s tells of the members of single units; use a key of the role DEPARTMENT", query.Indicator))
	}
}

type movement struct {
	*table
	query MovementQuery
	index int
}

func (m *movement) answer() (*model.Movement, error) {
	from, fromNames, err := m.side(m.query.From)
	if err != nil {
		return nil, err
	}
	to, toNames, err := m.side(m.query.To)
	if err != nil {
		return nil, err
	}
	now, err := m.count(m.days) // the groups on the second date, for their shares
	if err != nil {
		return nil, err
	}
	if err := m.countCompared(); err != nil {
		return nil, err
	}
	m.unify(from.Group, fromNames, toNames)
	changes, total := m.data.Movement(from, to, m.index)
	out := &model.Movement{Indicator: m.rules.indicators[m.index], From: m.query.From, To: m.query.To, DataVersion: m.data.Version}
	m.rows(out, toNames, changes, now)
	now.total.key = key{}
	out.Total = movementRow(m.totalRow(now.total), &total)
	return out, nil
}

func (m *movement) side(on model.Date) (cube.Side, *names, error) {
	filter, err := m.filter(m.Where, on)
	if err != nil {
		return cube.Side{}, nil, err
	}
	g, n, err := m.grouping(on)
	return cube.Side{On: on, Filter: filter, Group: g}, n, err
}

// unify gives the groups of both dates the same keys: those of the second date, and behind them what only the first has.
func (m *movement) unify(a *cube.Grouping, an, bn *names) {
	bn.regions = unifyKeys(an.regions, bn.regions, func(n *model.RegionNode) int64 { return int64(n.ID) }, a.RegionGroups)
	bn.zones = unifyKeys(an.zones, bn.zones, func(z model.ZoneID) int64 { return int64(z) }, a.ZoneGroups)
	bn.heads = unifyKeys(an.heads, bn.heads, func(o model.OrganisationID) int64 { return int64(o) }, a.PlaceGroups, a.TerritoryGroups)
}

func unifyKeys[T any](a, b []T, id func(T) int64, columns ...[]int32) []T {
	at := map[int64]int32{}
	for i, v := range b {
		at[id(v)] = int32(i)
	}
	renamed := make([]int32, len(a))
	for i, v := range a {
		k, ok := at[id(v)]
		if !ok {
			k = int32(len(b))
			b = append(b, v)
		}
		renamed[i] = k
	}
	for _, column := range columns {
		for i, k := range column {
			if k >= 0 {
				column[i] = renamed[k]
			}
		}
	}
	return b
}

func (m *movement) rows(out *model.Movement, n *names, changes []cube.Change, now *counts) {
	type pair struct {
		group  *group
		change *cube.Change
	}
	pairs := make([]pair, len(changes))
	for i := range changes {
		k := m.keyOf(n, &cube.Group{Keys: changes[i].Keys}, 0)
		g := now.groups[k]
		if g == nil {
			g = &group{key: k, day: m.query.To, before: m.query.From, tallies: make([]cube.Tally, len(m.asks))}
		}
		pairs[i] = pair{g, &changes[i]}
	}
	ranks := m.ranks()
	slices.SortFunc(pairs, func(a, b pair) int { return m.compare(a.group, b.group, ranks) })
	for _, p := range pairs {
		out.Rows = append(out.Rows, movementRow(m.row(p.group), p.change))
	}
}

func movementRow(group *model.CoverageRow, c *cube.Change) *model.MovementRow {
	return &model.MovementRow{Group: group, NumeratorFrom: int(c.NumeratorFrom), DenominatorFrom: int(c.DenominatorFrom), Gained: int(c.Gained),
		Lost: int(c.Lost), EnteredMet: int(c.EnteredMet), EnteredUnmet: int(c.EnteredUnmet), LeftMet: int(c.LeftMet), LeftUnmet: int(c.LeftUnmet),
		NumeratorTo: int(c.NumeratorTo), DenominatorTo: int(c.DenominatorTo)}
}
