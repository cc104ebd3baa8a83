package resolvers

import (
	"context"

	"fugai/model"
)

// loadUnit is a unit that an object names; nil for id 0.
func loadUnit(ctx context.Context, id model.UnitID, on model.Date) (*model.Unit, error) {
	if id == 0 {
		return nil, nil
	}
	return loadersOf(ctx).units.load(ctx, at[model.UnitID]{id, on})
}

func loadSchool(ctx context.Context, g *model.CandidateGroup) (*model.Unit, error) {
	return loadUnit(ctx, g.SchoolID, g.AsOf)
}

// meetCandidateGroups notes the regions and schools of rows.
func meetCandidateGroups[T any](ctx context.Context, rows []*T, group func(*T) *model.CandidateGroup) {
	l := loadersOf(ctx)
	l.unitsMet.meet(unique(rows, func(r *T) (at[model.UnitID], bool) { return dated(group(r).SchoolID, group(r).AsOf) }))
	l.regionList.meet(unique(rows, func(r *T) (at[model.RegionID], bool) {
		if group(r).Region == nil {
			return at[model.RegionID]{}, false
		}
		return dated(group(r).Region.ID, group(r).Region.AsOf)
	}))
}
