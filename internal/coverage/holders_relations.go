package coverage

import (
	"context"

	"fugai/internal/store"
	"fugai/model"
)

// MassOrganisationsAt are mass organisations by id as of a date, those in the viewer's scope.
func (s *Service) MassOrganisationsAt(
	ctx context.Context, ids []model.MassOrganisationID, asOf model.Date,
) (map[model.MassOrganisationID]*model.MassOrganisation, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.MassOrganisationID]*model.MassOrganisation, error) {
		return v.MassOrganisationsAt(q.data.Version, asOf, ids)
	})
	seen := q.scope(asOf)
	for id, m := range found {
		if !seen.sees(m.RegionID) {
			delete(found, id)
		}
	}
	return found, err
}

// ParticipantsOf are the participations in combined organisations that are in force on the date, by code of the home
// organisation; none of an organisation outside the viewer's scope.
func (s *Service) ParticipantsOf(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]*model.Participation, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := s.OrganisationsInScope(ctx, ids, asOf)
	if err != nil {
		return nil, err
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.OrganisationID][]model.Participation, error) {
		return v.ParticipationsOf(q.data.Version, ids)
	})
	out := make(map[model.OrganisationID][]*model.Participation, len(rows))
	for id, list := range rows {
		for i := range list {
			if p := &list[i]; found[id] != nil && p.On(asOf) {
				out[id] = append(out[id], q.showParticipation(p))
			}
		}
		q.sortByHome(out[id])
	}
	return out, err
}

// showParticipation takes out the counts without the right to member figures.
func (q *question) showParticipation(p *model.Participation) *model.Participation {
	p.AsOf = q.asOf
	if !q.who.CanReadMemberFigures() {
		p.FullMembers, p.ProbationaryMembers = 0, 0
	}
	return p
}

// newestVisits is how many visits of one unit or instructor are told.
const newestVisits = 100

// VisitsOfUnits are the recorded visits to units by the date, newest first.
func (s *Service) VisitsOfUnits(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID][]*model.Visit, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.UnitID][]model.Visit, error) {
		return v.VisitsOfUnits(q.data.Version, ids)
	})
	return newest(q, rows), err
}

// VisitsOfInstructors are the recorded visits of instructors by the date, newest first: those to units in the viewer's scope.
func (s *Service) VisitsOfInstructors(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID][]*model.Visit, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.InstructorID][]model.Visit, error) {
		return v.VisitsOfInstructors(q.data.Version, ids)
	})
	return newest(q, rows), err
}

// newest turns lists in order of their days round. What was done there may name persons.
func newest[ID comparable](q *question, rows map[ID][]model.Visit) map[ID][]*model.Visit {
	seen := q.scope(q.asOf)
	out := make(map[ID][]*model.Visit, len(rows))
	for id, list := range rows {
		for i := len(list) - 1; i >= 0 && len(out[id]) < newestVisits; i-- {
			v := &list[i]
			if v.VisitedOn > q.asOf || !q.seesUnit(seen, v.UnitID) {
				continue
			}
			if v.AsOf = q.asOf; v.Content != "" {
				v.Content = q.who.Text(v.Content)
			}
			out[id] = append(out[id], v)
		}
	}
	return out
}

// SourcesByID are where facts came from.
func (s *Service) SourcesByID(ctx context.Context, ids []model.SourceID) (map[model.SourceID]*model.Source, error) {
	if _, err := s.ask(ctx, nil, nil); err != nil {
		return nil, err
	}
	return store.Get(ctx, s.store, func(v *store.View) (map[model.SourceID]*model.Source, error) { return v.SourcesByID(ids) })
}
