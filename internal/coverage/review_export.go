package coverage

import (
	"context"

	"fugai/internal/store"
	"fugai/model"
)

// ReviewRow is an item of a round with what stands beside it in a flat table.
type ReviewRow struct {
	*model.ReviewItem
	Round *model.ReviewRound
	// Indicator is the rule, as the schema shows it.
	Indicator *model.Indicator
	// Assigned is the organisation that is to mend it; nil until it is assigned.
	Assigned *model.Organisation
	// StillFound tells whether the rule finds the subject on the date, by the facts as they are now.
	StillFound bool
	// Note is that of the last act, as the viewer may see it.
	Note string
}

// ExportReview is the items of a round without a cap. Of the page, First and Offset count. A round that the viewer does not see is not found.
func (s *Service) ExportReview(ctx context.Context, code string, query ReviewItemsQuery, minVersion *model.DataVersion) (*Export[ReviewRow], error) {
	q, err := s.ask(ctx, query.AsOf, minVersion)
	if err != nil {
		return nil, err
	}
	round, err := q.round(code)
	if err == nil && round == nil {
		err = model.NotFound("code", "there is no round %q", code)
	}
	if err != nil {
		return nil, err
	}
	w, asked := q.part(query.Page), q.reviewQuery([]*model.ReviewRound{round}, query.Where)
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	total, err := store.Get(ctx, s.store, func(v *store.View) (int, error) { return v.CountReviewItems(asked) })
	r := &reviewReader{question: q, round: round, asked: asked}
	e := &Export[ReviewRow]{AsOf: q.asOf, DataVersion: q.data.Version, Rows: max(0, min(total-w.offset, w.limit))}
	e.each = func(to func(*ReviewRow) error) error { return r.each(w.offset, e.Rows, to) }
	return e, err
}

// reviewReader reads the items of a round some at a time.
type reviewReader struct {
	*question
	round *model.ReviewRound
	asked *store.ReviewQuery
}

func (r *reviewReader) each(offset, rows int, to func(*ReviewRow) error) error {
	page := store.ReviewPage{Offset: offset}
	for rows > 0 {
		page.Limit = min(rows, LongestPage)
		list, err := r.read(page)
		if err != nil || len(list) == 0 {
			return err
		}
		for _, row := range list {
			if err := to(row); err != nil {
				return err
			}
		}
		rows -= len(list)
		last := list[len(list)-1]
		page = store.ReviewPage{After: &store.ReviewPlace{Rule: last.Rule, Code: last.Code}}
	}
	return nil
}

// read is a part of the items with what stands beside them.
func (r *reviewReader) read(page store.ReviewPage) ([]*ReviewRow, error) {
	items, err := store.Get(r.ctx, r.store, func(v *store.View) ([]*model.ReviewItem, error) { return v.ReviewItems(r.asked, page) })
	if err != nil {
		return nil, err
	}
	r.placeItems(items)
	ids := make([]model.OrganisationID, 0, len(items))
	for _, i := range items {
		if i.Last.AssignedTo != 0 {
			ids = append(ids, i.Last.AssignedTo)
		}
	}
	assigned, err := r.organisationsOn(ids)
	if err != nil {
		return nil, err
	}
	rows := make([]*ReviewRow, len(items))
	for k, i := range items {
		rows[k] = &ReviewRow{ReviewItem: i, Round: r.round, Assigned: assigned[i.Last.AssignedTo], StillFound: r.stillFound(i)}
		if of, index, ok := r.rules.Find(i.Rule); ok {
			rows[k].Indicator = r.rules.lists[of].shown[index]
		}
		if i.Last.Note != "" {
			rows[k].Note = r.who.Text(i.Last.Note)
		}
	}
	return rows, nil
}
