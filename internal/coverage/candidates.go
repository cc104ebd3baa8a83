package coverage

import (
	"context"
	"slices"

	"fugai/internal/access"
	"fugai/internal/store"
	"fugai/model"
)

// Candidate is one candidate by code; nil where there is none on the date, or its school lies outside the scope.
func (s *Service) Candidate(ctx context.Context, code string, asOf *model.Date) (*model.CandidateView, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	all, err := store.Get(ctx, s.store, func(v *store.View) ([]model.Candidate, error) { return v.CandidatesWithCode(q.data.Version, code) })
	if err != nil {
		return nil, err
	}
	views, err := q.candidates(all)
	if err == nil {
		views, err = q.toldOnly(views)
	}
	if len(views) == 0 || err != nil {
		return nil, err
	}
	return q.showCandidate(views[0]), nil
}

// CandidatesAt are candidates by id as of a date, those of schools in the viewer's scope.
func (s *Service) CandidatesAt(ctx context.Context, ids []model.CandidateID, asOf model.Date) (map[model.CandidateID]*model.CandidateView, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.CandidateID]*model.Candidate, error) {
		return v.CandidatesByID(q.data.Version, ids)
	})
	if err != nil {
		return nil, err
	}
	var all []model.Candidate
	for _, id := range ids {
		if c := found[id]; c != nil {
			all = append(all, *c)
		}
	}
	views, err := q.candidates(all)
	if err == nil {
		views, err = q.toldOnly(views)
	}
	out := make(map[model.CandidateID]*model.CandidateView, len(views))
	for _, c := range views {
		out[c.ID] = q.showCandidate(c)
	}
	return out, err
}

// CandidatesOfUnits are the candidates of schools, by code: the batch of a loader. Without the right to persons there are none,
// because how many a school has is a count of one or two persons.
func (s *Service) CandidatesOfUnits(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID][]*model.CandidateView, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil || !q.who.CanReadPersons() {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.UnitID][]model.Candidate, error) {
		return v.CandidatesOf(q.data.Version, ids)
	})
	if err != nil {
		return nil, err
	}
	var all []model.Candidate
	for _, id := range ids {
		all = append(all, found[id]...)
	}
	views, err := q.candidates(all)
	out := make(map[model.UnitID][]*model.CandidateView, len(ids))
	for _, c := range views {
		out[c.UnitID] = append(out[c.UnitID], q.showCandidate(c))
	}
	return out, err
}

// candidates adds what the clocks say on the date of the question, in the order of the rows. Those that had not begun by then
// and those of schools outside the viewer's scope are left out.
func (q *question) candidates(rows []model.Candidate) ([]*model.CandidateView, error) {
	views, err := q.candidatesAnywhere(rows)
	seen := q.scope(q.asOf)
	return slices.DeleteFunc(views, func(c *model.CandidateView) bool { return !q.seesUnit(seen, c.UnitID) }), err
}

// candidatesAnywhere is candidates whatever the viewer's scope.
func (q *question) candidatesAnywhere(rows []model.Candidate) ([]*model.CandidateView, error) {
	ids := make([]model.CandidateID, len(rows))
	for i := range rows {
		ids[i] = rows[i].ID
	}
	steps, err := store.Get(q.ctx, q.store, func(v *store.View) (map[model.CandidateID][]model.CandidateStep, error) {
		return v.StepsOf(q.data.Version, ids)
	})
	if err != nil {
		return nil, err
	}
	var out []*model.CandidateView
	for i := range rows {
		if c := q.candidateOn(&rows[i], steps[rows[i].ID]); c != nil {
			out = append(out, c)
		}
	}
	return out, nil
}

// candidateOn is a candidate on the date of the question; nil before the direction begins.
func (q *question) candidateOn(c *model.Candidate, steps []model.CandidateStep) *model.CandidateView {
	p := q.rules.Policy().Cultivation(c, steps, q.asOf)
	if !p.Begun {
		return nil
	}
	v := &model.CandidateView{Candidate: *c, AsOf: q.asOf, Stage: p.Stage, StageSince: p.StageSince, Pending: p.Pending,
		EarliestNextOn: p.EarliestNextOn, DueOn: p.DueOn, Duty: string(p.Duty), OverdueDays: p.OverdueDays, BlockedBy: p.BlockedBy,
		Provisional: p.Provisional, Outcome: p.Outcome, EndedOn: p.EndedOn}
	for i := range steps {
		if steps[i].On <= q.asOf {
			v.Steps = append(v.Steps, &steps[i])
		}
	}
	return v
}

// showCandidate takes out what tells of the person without the right to it: the direction and the stage tell the political
// status, and so do dates and duties that only one of them has. The school and the day of the begin would tell who it is.
func (q *question) showCandidate(c *model.CandidateView) *model.CandidateView {
	if q.who.CanReadPersons() {
		if q.forgotten(c) {
			c.Name, c.PersonCode, c.Steps = access.Masked, "", nil
		}
		return c
	}
	masked := &model.CandidateView{AsOf: c.AsOf, Stage: model.StageMasked, Pending: c.Pending, BlockedBy: []model.BlockedBy{model.BlockedByMasked}}
	masked.Candidate = model.Candidate{ID: c.ID, Code: c.Code, Name: q.who.Text(c.Name), Direction: model.DirectionMasked}
	if !c.Pending {
		masked.Outcome = model.OutcomeMasked
	}
	return masked
}

// forgotten tells whether a direction ended without completion so long ago that the policy keeps no personal fields of it.
func (q *question) forgotten(c *model.CandidateView) bool {
	if c.Pending || c.Outcome == model.OutcomeCompleted {
		return false
	}
	months := q.rules.Policy().CandidateMonths.On(q.today())
	return c.EndedOn.AddMonths(months) <= q.today()
}
