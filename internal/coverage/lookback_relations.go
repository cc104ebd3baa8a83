package coverage

import (
	"context"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// mostActivities is how many activities of an organisation are told.
const mostActivities = 100

// ofOrganisations reads rows of organisations in the viewer's scope.
func ofOrganisations[T any](
	ctx context.Context, s *Service, ids []model.OrganisationID, asOf model.Date,
	read func(*store.View, model.DataVersion, []model.OrganisationID) (map[model.OrganisationID][]T, error),
) (*question, map[model.OrganisationID][]T, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, nil, err
	}
	found, err := s.OrganisationsInScope(ctx, ids, asOf)
	if err != nil {
		return nil, nil, err
	}
	seen := slices.DeleteFunc(slices.Clone(ids), func(id model.OrganisationID) bool { return found[id] == nil })
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.OrganisationID][]T, error) { return read(v, q.data.Version, seen) })
	return q, rows, err
}

// OfficersOf are the officers of organisations of every date, by validFrom: the batch of a loader. What tells of the person is taken out
// without the right to persons.
func (s *Service) OfficersOf(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]*model.Officer, error) {
	q, rows, err := ofOrganisations(ctx, s, ids, asOf, (*store.View).OfficersOf)
	out := make(map[model.OrganisationID][]*model.Officer, len(rows))
	for id, list := range rows {
		for i := range list {
			o := &list[i]
			o.Name = q.who.Text(o.Name)
			if o.Eligibility == 0 || !q.who.CanReadPersons() {
				o.Eligibility = model.EligibilityUnknown
			}
			out[id] = append(out[id], o)
		}
	}
	return out, err
}

// ActivitiesOf are the recorded activities of organisations by the date, newest first: the batch of a loader. What was done there may name
// persons.
func (s *Service) ActivitiesOf(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]*model.Activity, error) {
	q, rows, err := ofOrganisations(ctx, s, ids, asOf, (*store.View).ActivitiesOf)
	out := make(map[model.OrganisationID][]*model.Activity, len(rows))
	for id, list := range rows {
		for i := len(list) - 1; i >= 0 && len(out[id]) < mostActivities; i-- {
			a := &list[i]
			if a.HeldOn > asOf {
				continue
			}
			if a.Content != "" {
				a.Content = q.who.Text(a.Content)
			}
			out[id] = append(out[id], a)
		}
	}
	return out, err
}

// LeadershipOf is how the posts of Party and management of units are filled, of every date, oldest first: the batch of a loader.
func (s *Service) LeadershipOf(ctx context.Context, ids []model.UnitID, _ model.Date) (map[model.UnitID][]*model.Leadership, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.UnitID][]model.Leadership, error) {
		return v.LeadershipOf(q.data.Version, ids)
	})
	out := make(map[model.UnitID][]*model.Leadership, len(rows))
	for id, list := range rows {
		for i := range list {
			out[id] = append(out[id], &list[i])
		}
	}
	return out, err
}

// LiveUnitsOf are the numbers of operating units whose covers by instructors are in force on the date, wherever they lie: the load of a
// person. It is the batch of a loader.
func (s *Service) LiveUnitsOf(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID]int, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	held, err := heldBy(q, model.SubjectInstructor, ids)
	out := make(map[model.InstructorID]int, len(ids))
	for id, units := range held {
		for _, unit := range units {
			if row, ok := q.data.RowOf(unit, asOf); ok && q.data.Operates(row) {
				out[id]++
			}
		}
	}
	return out, err
}

// UnitLimit is how many units the policy lets one instructor have on a date.
func (s *Service) UnitLimit(ctx context.Context, asOf model.Date) (int, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return 0, err
	}
	return q.rules.Policy().InstructorUnits.On(asOf), nil
}

// LastVisitsOf are the days of the last visits of instructors by the date, of those with one: the batch of a loader.
func (s *Service) LastVisitsOf(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID]*model.Date, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.InstructorID]model.Date, error) {
		return v.LastVisits(q.data.Version, asOf, ids)
	})
	out := make(map[model.InstructorID]*model.Date, len(found))
	for id, day := range found {
		out[id] = &day
	}
	return out, err
}
