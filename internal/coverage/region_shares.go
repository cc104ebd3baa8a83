package coverage

import (
	"context"

	"fugai/model"
)

// RegionRows are the coverage rows of the subtrees of regions on a date, with an asked share or none: the batch of a loader. The
// regions of one level are counted in one scan. Regions outside the viewer's scope have no row.
func (s *Service) RegionRows(
	ctx context.Context, ids []model.RegionID, asOf model.Date, where *model.UnitFilter, asks []ShareAsk,
) (map[model.RegionID]*model.CoverageRow, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	if where != nil && where.Regions != nil {
		return nil, model.Invalid("where.regions", "the field counts the region that it stands under; leave regions out")
	}
	out := make(map[model.RegionID]*model.CoverageRow, len(ids))
	for level, codes := range q.byLevel(ids) {
		narrowed := deref(where)
		narrowed.Regions = codes
		answer, err := s.Table(ctx, TableQuery{Where: &narrowed, GroupBy: []model.Dimension{model.DimensionRegion}, RegionLevel: &level,
			AsOf: &asOf, IncludeEmpty: true, Asks: asks})
		if err != nil {
			return nil, err
		}
		for _, row := range answer.Rows {
			if row.Region != nil && row.Region.Level == level { // empty rows of the regions above stand beside
				out[row.Region.ID] = row
			}
		}
	}
	return out, nil
}

// byLevel are the codes of the regions in the viewer's scope, by level.
func (q *question) byLevel(ids []model.RegionID) map[model.RegionLevel][]model.RegionCode {
	seen := q.scope(q.asOf)
	out := map[model.RegionLevel][]model.RegionCode{}
	for _, id := range ids {
		if n := q.tree(q.asOf).Node(id); n != nil && seen.sees(id) {
			out[n.Level] = append(out[n.Level], n.Code)
		}
	}
	return out
}
