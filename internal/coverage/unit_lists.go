package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// UnitLists are the pages of several lists of units that differ in the units they choose from and are asked alike, of one
// date: the rows of all pages are fetched at once. The results are in the order of the lists.
func (s *Service) UnitLists(ctx context.Context, lists [][]model.UnitID, query UnitsQuery) ([]*model.UnitConnection, error) {
	return s.unitPages(ctx, len(lists), query, func(i int, l *unitList) func(*cube.Filter) {
		l.only = make(map[model.UnitID]bool, len(lists[i]))
		for _, id := range lists[i] {
			l.only[id] = true
		}
		return func(*cube.Filter) {}
	})
}

// UnitsOfZones are the pages of the units of each of several zones, asked alike, of one date.
func (s *Service) UnitsOfZones(ctx context.Context, zones []model.ZoneID, query UnitsQuery, asOf model.Date) (map[model.ZoneID]*model.UnitConnection, error) {
	query.AsOf = &asOf
	pages, err := s.unitPages(ctx, len(zones), query, func(i int, l *unitList) func(*cube.Filter) {
		return func(f *cube.Filter) {
			set := make([]bool, l.data.Zones.Size())
			set[zones[i]] = f.Zones == nil || f.Zones[zones[i]]
			f.Zones = set
		}
	})
	out := make(map[model.ZoneID]*model.UnitConnection, len(zones))
	for i, page := range pages {
		out[zones[i]] = page
	}
	return out, err
}

// unitPages are n pages that are asked alike; prepare makes ready the list of each and gives what narrows it.
func (s *Service) unitPages(ctx context.Context, n int, query UnitsQuery, prepare func(int, *unitList) func(*cube.Filter)) ([]*model.UnitConnection, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	lists := make([]*unitList, n)
	var rows []cube.Row
	for i := range lists {
		lists[i] = &unitList{question: q, UnitsQuery: query}
		if err := lists[i].pick(prepare(i, lists[i])); err != nil {
			return nil, err
		}
		rows = append(rows, lists[i].rows...)
	}
	units, err := q.unitsOf(rows)
	if err != nil {
		return nil, err
	}
	pages := make([]*model.UnitConnection, n)
	for i, l := range lists {
		k := len(l.rows)
		pages[i] = connect(q, units[:k:k], l.total, l.more, l.before, l.cursor)
		units = units[k:]
	}
	return pages, nil
}
