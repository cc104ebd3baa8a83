package coverage

import (
	"cmp"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// organisationIndex is what lists of organisations are filtered and ordered by, of one data version. It is read when the first
// list is asked for and kept until the data change, because every list needs most of it.
type organisationIndex struct {
	version model.DataVersion
	rows    []organisationPeriods // by code
}

// organisationPeriods are the rows of one organisation, in order of their dates.
type organisationPeriods struct {
	code string
	rows []store.OrganisationRow
}

// organisationIndex is that of the question's data version.
func (q *question) organisationIndex() (*organisationIndex, error) {
	q.mu.Lock()
	known := q.organisationList
	q.mu.Unlock()
	if known != nil && known.version == q.data.Version {
		return known, nil
	}
	rows, err := store.Get(q.ctx, q.store, func(v *store.View) ([]store.OrganisationRow, error) { return v.OrganisationRows(q.data.Version) })
	if err != nil {
		return nil, err
	}
	x := &organisationIndex{version: q.data.Version}
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to].ID == rows[from].ID {
			to++
		}
		x.rows = append(x.rows, organisationPeriods{q.data.Subordination.Code(rows[from].ID), rows[from:to]})
		from = to
	}
	slices.SortFunc(x.rows, func(a, b organisationPeriods) int { return cmp.Compare(a.code, b.code) })
	q.mu.Lock()
	q.organisationList = x
	q.mu.Unlock()
	return x, nil
}

// on is the row that holds on a day; nil before the first.
func (o *organisationPeriods) on(day model.Date) *store.OrganisationRow {
	for i := range o.rows {
		if o.rows[i].On(day) {
			return &o.rows[i]
		}
	}
	return nil
}

// ended tells whether the organisation was dissolved by a day. A dissolution of May that is reported in June ended it in May,
// and later reports that name no end any more revive it: the rule by which covers end.
func (o *organisationPeriods) ended(day model.Date) bool {
	for i := range o.rows {
		end := o.rows[i].DissolvedOn
		if end.Open() || end > day || i+1 < len(o.rows) && o.rows[i+1].ValidFrom <= day {
			continue
		}
		return true
	}
	return false
}
