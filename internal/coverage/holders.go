package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// UnitsOfOrganisations are the units whose covers by organisations are in force on the date, each once.
func (s *Service) UnitsOfOrganisations(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]model.UnitID, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return heldBy(q, model.SubjectOrganisation, ids)
}

// UnitsOfInstructors are the units whose covers by instructors are in force on the date, each once.
func (s *Service) UnitsOfInstructors(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID][]model.UnitID, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return heldBy(q, model.SubjectInstructor, ids)
}

func heldBy[ID ~int64](q *question, of model.Subject, ids []ID) (map[ID][]model.UnitID, error) {
	covers, err := inForceBy(q, of, ids)
	out := make(map[ID][]model.UnitID, len(ids))
	for id, list := range covers {
		for i := range list {
			out[id] = append(out[id], list[i].UnitID)
		}
		slices.Sort(out[id])
		out[id] = slices.Compact(out[id])
	}
	return out, err
}

// inForceBy are the covers of organisations or instructors that are in force on the date of the question.
func inForceBy[ID ~int64](q *question, of model.Subject, ids []ID) (map[ID][]indicator.CoverHistory, error) {
	covers, err := coversHeldBy(q, of, ids)
	histories := q.withHolders(covers)
	out := make(map[ID][]indicator.CoverHistory, len(ids))
	for i := range histories {
		if c := &histories[i]; c.InForce(q.asOf) {
			id := ID(cmp.Or(int64(c.OrganisationID), int64(c.InstructorID))) // a cover has one holder
			out[id] = append(out[id], *c)
		}
	}
	return out, err
}

// coversHeldBy are the covers of organisations or instructors whose own dates hold the date of the question, in any order, without id and
// recording.
func coversHeldBy[ID ~int64](q *question, of model.Subject, ids []ID) ([]model.Cover, error) {
	if q.data.Covers == nil {
		return store.Get(q.ctx, q.store, func(v *store.View) ([]model.Cover, error) {
			return store.CoversOn(v, of, ids, q.data.Version, q.asOf)
		})
	}
	var out []model.Cover
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		out = append(out, q.data.Covers.HeldOn(of, int64(id), q.asOf)...)
	}
	return out, nil
}

// SetUpsOf are the set-ups of the covers of organisations in force on the date, in the order of the enum. Of an organisation
// outside the viewer's scope only the covers of units inside it speak.
func (s *Service) SetUpsOf(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]model.SetUp, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	covers, err := inForceBy(q, model.SubjectOrganisation, ids)
	seen := q.scope(asOf)
	out := make(map[model.OrganisationID][]model.SetUp, len(ids))
	for _, id := range ids {
		for i := range covers[id] {
			c := &covers[id][i]
			own := seen.whole() || len(c.Organisation) > 0 && seen.sees(c.Organisation[len(c.Organisation)-1].RegionID)
			if own || q.seesUnit(seen, c.UnitID) {
				out[id] = append(out[id], c.SetUpOn(asOf))
			}
		}
		slices.Sort(out[id])
		out[id] = slices.Compact(out[id])
	}
	return out, err
}
