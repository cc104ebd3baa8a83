package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// RegionShares counts a share of many regions, each over its subtree, in one scan. Regions outside the viewer's scope, or not
// there on the date, are left out. Units tells, by region, how many units were founded by the date.
func (s *Service) RegionShares(ctx context.Context, asOf model.Date, where *model.UnitFilter, regions []model.RegionID, asks []ShareAsk) (map[model.RegionID]*model.CoverageRow, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	ownNodes := model.RegionLevelVillage // the lowest level makes every node a group of its own
	t := &table{question: q, TableQuery: TableQuery{Where: where, GroupBy: []model.Dimension{model.DimensionRegion}, RegionLevel: &ownNodes, AsOf: &asOf, Asks: asks}}
	if err := t.validate(); err != nil {
		return nil, err
	}
	counted, err := t.count(t.days, t.periods)
	if err != nil {
		return nil, err
	}
	if err := t.countCompared(); err != nil {
		return nil, err
	}
	return t.sumRegions(counted, regions), nil
}

// sumRegions adds the counts of single nodes up to the asked ones.
func (t *table) sumRegions(counted *counts, regions []model.RegionID) map[model.RegionID]*model.CoverageRow {
	whole := t.upwards(counted, regions, t.asOf)
	for on, c := range t.compared {
		t.compared[on] = &counts{groups: t.upwards(c, regions, on), total: c.total}
	}
	scope := t.regions(nil, t.asOf)
	rows := map[model.RegionID]*model.CoverageRow{}
	for _, id := range regions {
		if t.tree(t.asOf).Node(id) == nil || !inScope(scope, id) {
			continue
		}
		rows[id] = t.row(whole[key{int64(id)}])
	}
	return rows
}

// upwards sums the groups of nodes into the asked regions above them.
func (t *table) upwards(c *counts, regions []model.RegionID, on model.Date) map[key]*group {
	sums := map[key]*group{}
	for _, id := range regions {
		k := key{int64(id)}
		sums[k] = &group{key: k, day: on, tallies: make([]cube.Tally, len(t.asks))}
	}
	tree := t.tree(on)
	for k, g := range c.groups {
		for n := tree.Node(model.RegionID(k[0])); n != nil; n = n.Up {
			if sum := sums[key{int64(n.ID)}]; sum != nil {
				sum.plus(g)
			}
		}
	}
	return sums
}

// plus adds the counts of another group.
func (g *group) plus(o *group) {
	g.units += o.units
	for i := range o.tallies {
		g.tallies[i].Missing += o.tallies[i].Missing
		for result, v := range o.tallies[i].By {
			g.tallies[i].By[result] += v
		}
	}
}
