package resolvers

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"

	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

// otherKey is a cover whose organisation's other units are asked for, on a date.
type otherKey struct {
	Cover *model.Cover
	On    model.Date
}

// unitLists reads the units of organisations, and pages of lists of units.
type unitLists interface {
	UnitsOfOrganisations(context.Context, []model.OrganisationID, model.Date) (map[model.OrganisationID][]model.UnitID, error)
	UnitLists(context.Context, [][]model.UnitID, coverage.UnitsQuery) ([]*model.UnitConnection, error)
}

// othersOf is the page of the other units of a cover's organisation, for a field with arguments.
func (l *loaders) othersOf(ctx context.Context, field *ast.Field, c *model.Cover, asked *graph.OtherUnits) (*model.UnitConnection, error) {
	key := otherKey{Cover: c, On: c.AsOf}
	if asked.AsOf != nil {
		key.On = *asked.AsOf
	}
	query := coverage.UnitsQuery{Where: asked.Where, OrderBy: asked.OrderBy, Page: pageOf(asked.First, asked.After, asked.Offset), AsOf: &key.On}
	return l.otherUnits.loadFor(ctx, field, key, l.others, then(l.readOthers(query), l.meetUnitPages))
}

// others are the companions of a cover, asked for the same date.
func (l *loaders) others(key otherKey) []otherKey {
	covers := l.coverList.of(key.Cover)
	keys := make([]otherKey, len(covers))
	for i, c := range covers {
		keys[i] = otherKey{c, key.On}
		if c.AsOf != key.Cover.AsOf {
			keys[i].On = c.AsOf
		}
	}
	return keys
}

// readOthers reads the units that the organisations of covers cover on a date, without the covers' own.
func (l *loaders) readOthers(query coverage.UnitsQuery) func(context.Context, []otherKey) (map[otherKey]*model.UnitConnection, error) {
	return func(ctx context.Context, keys []otherKey) (map[otherKey]*model.UnitConnection, error) {
		days := map[model.Date][]otherKey{}
		for _, k := range keys {
			days[k.On] = append(days[k.On], k)
		}
		out := make(map[otherKey]*model.UnitConnection, len(keys))
		for day, part := range days {
			asked := query
			asked.AsOf = &day
			if err := l.readOthersOn(ctx, part, asked, out); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
}

func (l *loaders) readOthersOn(ctx context.Context, keys []otherKey, query coverage.UnitsQuery, out map[otherKey]*model.UnitConnection) error {
	var ids []model.OrganisationID
	for _, k := range keys {
		if k.Cover.OrganisationID != 0 {
			ids = append(ids, k.Cover.OrganisationID)
		}
	}
	held, err := l.lists.UnitsOfOrganisations(ctx, ids, *query.AsOf)
	if err != nil {
		return err
	}
	lists := make([][]model.UnitID, len(keys))
	for i, k := range keys {
		for _, id := range held[k.Cover.OrganisationID] {
			if id != k.Cover.UnitID {
				lists[i] = append(lists[i], id)
			}
		}
	}
	pages, err := l.lists.UnitLists(ctx, lists, query)
	for i := range pages {
		out[keys[i]] = pages[i]
	}
	return err
}
