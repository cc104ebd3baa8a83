package resolvers

import (
	"context"

	"fugai/internal/coverage"
	"fugai/model"
)

func pageOf(first *int, after *string, offset *int) model.Page {
	return model.Page{First: first, After: after, Offset: offset}
}

// loadOrganisation is an organisation that an object names; nil for id 0.
func loadOrganisation(ctx context.Context, id model.OrganisationID, on model.Date) (*model.Organisation, error) {
	if id == 0 {
		return nil, nil
	}
	return loadersOf(ctx).orgs.load(ctx, at[model.OrganisationID]{id, on})
}

func loadSource(ctx context.Context, id model.SourceID) (*model.Source, error) {
	if id == 0 {
		return nil, nil
	}
	return loadersOf(ctx).sources.load(ctx, id)
}

// coversInForce are the covers that are in force on their date, or the others; all of them where it was not asked.
func coversInForce(ctx context.Context, list []*model.Cover, inForce *bool) ([]*model.Cover, error) {
	if inForce == nil {
		return list, nil
	}
	out := make([]*model.Cover, 0, len(list))
	for _, c := range list {
		is, err := loadersOf(ctx).inForce.load(ctx, c)
		if err != nil {
			return nil, err
		}
		if is == *inForce {
			out = append(out, c)
		}
	}
	return out, nil
}

// firstOf is the asked part of a list of covers.
func firstOf(list []*model.Cover, first, offset *int) ([]*model.Cover, error) {
	lo, n := 0, coverage.DefaultPage
	if offset != nil {
		lo = *offset
	}
	if first != nil {
		n = *first
	}
	if lo < 0 || n < 0 || n > coverage.LongestPage {
		return nil, model.Invalid("first", "must be from 0 to %d, and offset 0 or more", coverage.LongestPage)
	}
	lo = min(lo, len(list))
	return list[lo:min(lo+n, len(list))], nil
}

// participating is the number of full members that take part; nil where one count is not reported or nobody takes part.
func participating(list []*model.Participation) *int {
	if len(list) == 0 {
		return nil
	}
	sum := 0
	for _, p := range list {
		if !p.FullMembers.Known() {
			return nil
		}
		sum += p.FullMembers.Int()
	}
	return &sum
}

// successions are those of a unit in which other tells the id of the other unit, and that have happened by the unit's date.
func successions(ctx context.Context, u *model.Unit, other func(*model.Succession) (model.UnitID, bool)) ([]*model.UnitSuccession, error) {
	list, err := loadersOf(ctx).followed.load(ctx, u.ID)
	if err != nil {
		return nil, err
	}
	out := []*model.UnitSuccession{}
	for i := range list {
		id, ok := other(&list[i])
		if !ok || list[i].SucceededOn > u.AsOf {
			continue
		}
		unit, err := loadersOf(ctx).units.load(ctx, at[model.UnitID]{id, u.AsOf})
		if err != nil {
			return nil, err
		}
		out = append(out, &model.UnitSuccession{Kind: list[i].Kind, SucceededOn: list[i].SucceededOn, Unit: unit})
	}
	return out, nil
}

// given is a text, nil where it was not reported.
func given(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

// answered is a reported yes or no; UNKNOWN where it was not reported.
func answered(a model.Answer) model.Answer {
	if a == 0 {
		return model.AnswerUnknown
	}
	return a
}

// table answers a question for a table with the shares that are asked of its rows.
func (r *Resolver) table(
	ctx context.Context, answer func(context.Context, coverage.TableQuery) (*model.Coverage, error), query coverage.TableQuery,
) (*model.Coverage, error) {
	asks, err := asksOf(ctx, "rows", "total")
	if err != nil {
		return nil, err
	}
	query.Asks = asks
	table, err := answer(ctx, query)
	if table != nil {
		loadersOf(ctx).meetRows(table.Rows)
	}
	return table, err
}

// unitPages are the pages of the units that holders cover.
func unitPages[ID ~int64](
	c *coverage.Service, held func(context.Context, []ID, model.Date) (map[ID][]model.UnitID, error), query coverage.UnitsQuery,
) func(context.Context, []at[ID]) (map[at[ID]]*model.UnitConnection, error) {
	return byDay(func(ctx context.Context, ids []ID, day model.Date) (map[ID]*model.UnitConnection, error) {
		units, err := held(ctx, ids, day)
		if err != nil {
			return nil, err
		}
		lists := make([][]model.UnitID, len(ids))
		for i, id := range ids {
			lists[i] = units[id]
		}
		asked := query
		asked.AsOf = &day
		pages, err := c.UnitLists(ctx, lists, asked)
		out := make(map[ID]*model.UnitConnection, len(ids))
		for i := range pages {
			out[ids[i]] = pages[i]
		}
		return out, err
	})
}

// regionRow is the row of a region's subtree, counted with those of its companions.
func (r *Resolver) regionRow(ctx context.Context, region *model.Region, where *model.UnitFilter, asks []coverage.ShareAsk) (*model.CoverageRow, error) {
	l := loadersOf(ctx)
	read := byDay(func(ctx context.Context, ids []model.RegionID, day model.Date) (map[model.RegionID]*model.CoverageRow, error) {
		return r.coverage.RegionRows(ctx, ids, day, where, asks)
	})
	row, err := l.regionRows.load(ctx, at[model.RegionID]{region.ID, region.AsOf}, l.regionList.of, read)
	if row == nil && err == nil {
		err = model.Denied("", "%s is outside the scope of this key; ask for figures of a region inside it", region.Code)
	}
	return row, err
}
