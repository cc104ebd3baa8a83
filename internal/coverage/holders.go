package coverage

import (
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
	return heldBy(q, ids, (*store.View).CoversOfOrganisations)
}

// UnitsOfInstructors are the units whose covers by instructors are in force on the date, each once.
func (s *Service) UnitsOfInstructors(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID][]model.UnitID, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return heldBy(q, ids, (*store.View).CoversOfInstructors)
}

func heldBy[ID ~int64](q *question, ids []ID, read func(*store.View, model.DataVersion, []ID) (map[ID][]model.Cover, error)) (map[ID][]model.UnitID, error) {
	covers, err := inForceBy(q, ids, read)
	out := make(map[ID][]model.UnitID, len(ids))
	for _, id := range ids {
		for i := range covers[id] {
			out[id] = append(out[id], covers[id][i].UnitID)
		}
		slices.Sort(out[id])
		out[id] = slices.Compact(out[id])
	}
	return out, err
}

// inForceBy are the covers of holders that are in force on the date of the question.
func inForceBy[ID ~int64](
	q *question, ids []ID, read func(*store.View, model.DataVersion, []ID) (map[ID][]model.Cover, error),
) (map[ID][]indicator.CoverHistory, error) {
	covers, err := store.Get(q.ctx, q.store, func(v *store.View) (map[ID][]model.Cover, error) { return read(v, q.data.Version, ids) })
	if err != nil {
		return nil, err
	}
	var all []model.Cover
	for _, id := range ids {
		all = append(all, covers[id]...)
	}
	histories, err := q.withHolders(all)
	if err != nil {
		return nil, err
	}
	out := make(map[ID][]indicator.CoverHistory, len(ids))
	for _, id := range ids {
		n := len(covers[id])
		for i := range histories[:n] {
			if histories[i].InForce(q.asOf) {
				out[id] = append(out[id], histories[i])
			}
		}
		histories = histories[n:]
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
	covers, err := inForceBy(q, ids, (*store.View).CoversOfOrganisations)
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
