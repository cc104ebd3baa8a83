package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// UnitLists are the pages of several lists of units that differ in the units they choose from and are asked alike, under one
// date: the rows of all pages are fetched at once. The results are in the order of the lists.
func (s *Service) UnitLists(ctx context.Context, lists [][]model.UnitID, query UnitsQuery) ([]*model.UnitConnection, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	pages := make([]*unitList, len(lists))
	var rows []cube.Row
	for i, ids := range lists {
		only := make(map[model.UnitID]bool, len(ids))
		for _, id := range ids {
			only[id] = true
		}
		pages[i] = &unitList{question: q, UnitsQuery: query, only: only}
		if err := pages[i].pick(func(*cube.Filter) {}); err != nil {
			return nil, err
		}
		rows = append(rows, pages[i].rows...)
	}
	units, err := q.unitsOf(rows)
	if err != nil {
		return nil, err
	}
	out := make([]*model.UnitConnection, len(pages))
	for i, l := range pages {
		n := len(l.rows)
		out[i] = connect(q, units[:n:n], l.total, l.more, l.before, l.cursor)
		units = units[n:]
	}
	return out, nil
}
