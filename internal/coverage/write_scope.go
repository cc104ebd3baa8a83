package coverage

import (
	"context"

	"fugai/internal/store"
	"fugai/model"
)

// CodeOutOfScope is the code of the problem that an input names something outside the scope of the key.
const CodeOutOfScope = "OUT_OF_SCOPE"

// WriteScope tells whether what a batch names lies in the scope of who writes. A thing that is not known yet lies in it.
type WriteScope struct {
	q             *question
	seen          scope
	organisations map[model.OrganisationID]model.RegionID
	candidates    map[string]model.UnitID
}

// WriteScope is that of the viewer, for the organisations and candidates that a batch names.
func (s *Service) WriteScope(ctx context.Context, organisations, candidates []string) (*WriteScope, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	w := &WriteScope{q: q, seen: q.scope(q.asOf), organisations: map[model.OrganisationID]model.RegionID{}, candidates: map[string]model.UnitID{}}
	if q.who.Whole() {
		return w, nil
	}
	return w, w.read(organisations, candidates)
}

func (w *WriteScope) read(organisations, candidates []string) error {
	var ids []model.OrganisationID
	for _, code := range organisations {
		ids = append(ids, w.q.data.Subordination.Find(code))
	}
	found, err := w.q.organisationsOn(ids)
	if err != nil {
		return err
	}
	for id, o := range found {
		w.organisations[id] = o.RegionID
	}
	known, err := store.Get(w.q.ctx, w.q.store, func(v *store.View) (map[string]model.Candidate, error) { return v.CandidatesByCode(candidates) })
	for code, c := range known {
		w.candidates[code] = c.UnitID
	}
	return err
}

// Whole tells whether everything lies in the scope.
func (w *WriteScope) Whole() bool { return w.q.who.Whole() }

// RegionCode is the top of the scope.
func (w *WriteScope) RegionCode() model.RegionCode { return w.q.who.RegionCode }

// Region tells whether a region lies in the scope; one that does not exist does not.
func (w *WriteScope) Region(code model.RegionCode) bool {
	n := w.q.tree(w.q.asOf).Find(code)
	return w.Whole() || n != nil && w.seen.sees(n.ID)
}

// Unit tells whether a unit is known, and whether the region that it was last reported in lies in the scope.
func (w *WriteScope) Unit(code model.CreditCode) (known, within bool) {
	id, known := w.q.data.UnitByCode(code)
	return known, !known || w.unit(id)
}

func (w *WriteScope) unit(id model.UnitID) bool {
	rows := w.q.data.RowsOf(id)
	return w.Whole() || len(rows) > 0 && w.seen.sees(w.q.data.Span(rows[len(rows)-1]).RegionID)
}

// Organisation tells whether an organisation is known, and whether its region lies in the scope.
func (w *WriteScope) Organisation(code string) (known, within bool) {
	id := w.q.data.Subordination.Find(code)
	if id == 0 {
		return false, true
	}
	return true, w.Whole() || w.seen.sees(w.organisations[id])
}

// Candidate tells whether the school of a known candidate lies in the scope.
func (w *WriteScope) Candidate(code string) bool {
	id, known := w.candidates[code]
	return !known || w.unit(id)
}
