package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// CoversOfUnits are all covers of units, of every date, by validFrom, then kind, then organisation: the batch of a loader.
func (s *Service) CoversOfUnits(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID][]*model.Cover, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	rows, err := q.coversOf(ids)
	out := make(map[model.UnitID][]*model.Cover, len(rows))
	for id, list := range rows {
		out[id] = q.dated(list)
		slices.SortStableFunc(out[id], q.compareCovers)
	}
	return out, err
}

// coversOf are all covers of units, whatever their dates, in order of ValidFrom, then id: from memory, where it holds them and tells all that
// the request shows, without id and recording.
func (q *question) coversOf(ids []model.UnitID) (map[model.UnitID][]model.Cover, error) {
	if q.data.Covers == nil || q.needs.CoverFacts {
		return store.Get(q.ctx, q.store, func(v *store.View) (map[model.UnitID][]model.Cover, error) {
			return v.CoversOfUnits(q.data.Version, ids)
		})
	}
	out := make(map[model.UnitID][]model.Cover, len(ids))
	for _, id := range ids {
		if list := q.data.Covers.OfUnit(id); list != nil {
			out[id] = list
		}
	}
	return out, nil
}

// CoversOfOrganisations are all covers that organisations hold, of units in the viewer's scope, by validFrom, then unit.
func (s *Service) CoversOfOrganisations(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID][]*model.Cover, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) (map[model.OrganisationID][]model.Cover, error) {
		return v.CoversOfOrganisations(q.data.Version, ids)
	})
	seen := q.scope(asOf)
	out := make(map[model.OrganisationID][]*model.Cover, len(rows))
	for id, list := range rows {
		list = slices.DeleteFunc(list, func(c model.Cover) bool { return !q.seesUnit(seen, c.UnitID) })
		out[id] = q.dated(list)
		slices.SortStableFunc(out[id], q.compareByUnit)
	}
	return out, err
}

// CoversByID are covers of units in the viewer's scope.
func (s *Service) CoversByID(ctx context.Context, ids []model.CoverID, asOf model.Date) (map[model.CoverID]*model.Cover, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.CoverID]*model.Cover, error) {
		return v.CoversByID(q.data.Version, ids)
	})
	seen := q.scope(asOf)
	for id, c := range found {
		if c.AsOf = asOf; !q.seesUnit(seen, c.UnitID) {
			delete(found, id)
		}
	}
	return found, err
}

// dated gives covers the date of the question.
func (q *question) dated(rows []model.Cover) []*model.Cover {
	out := make([]*model.Cover, len(rows))
	for i := range rows {
		rows[i].AsOf = q.asOf
		out[i] = &rows[i]
	}
	return out
}

func (q *question) compareCovers(a, b *model.Cover) int {
	codes := q.data.Subordination
	return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(a.Kind, b.Kind),
		codes.CompareCodes(a.OrganisationID, b.OrganisationID), cmp.Compare(a.ID, b.ID))
}

// compareByUnit orders the covers of one organisation by validFrom, then by the unit's credit code.
func (q *question) compareByUnit(a, b *model.Cover) int {
	return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(q.creditCode(a.UnitID), q.creditCode(b.UnitID)), cmp.Compare(a.ID, b.ID))
}

// creditCode is the code of a unit; "" where the cube has no span of it.
func (q *question) creditCode(id model.UnitID) model.CreditCode {
	if rows := q.data.RowsOf(id); len(rows) > 0 {
		return q.data.CreditCode(rows[0])
	}
	return ""
}

// keptHolders bounds the holders of a kind whose facts are kept: those of neighbouring units are mostly the same.
const keptHolders = 20_000

// holders tell what judges covers of their holders, from memory, and keep what covers share. They belong to one goroutine.
type holders struct {
	data              *cube.Snapshot
	organisations     map[model.OrganisationID][]model.OrganisationFact
	instructors       map[model.InstructorID][]model.InstructorFact
	massOrganisations map[model.MassOrganisationID][]model.MassOrganisationFact
}

// history is a cover with what judges it of its holder.
func (h *holders) history(c *model.Cover) indicator.CoverHistory {
	out := indicator.CoverHistory{Cover: *c}
	switch {
	case c.OrganisationID != 0:
		out.OrganisationCode = h.data.Subordination.Code(c.OrganisationID)
		out.Organisation = remembered(&h.organisations, c.OrganisationID, h.data.Subordination.Facts)
	case c.InstructorID != 0:
		out.Instructor = remembered(&h.instructors, c.InstructorID, h.data.WorkHolders.InstructorFacts)
	default:
		out.MassOrganisation = remembered(&h.massOrganisations, c.MassOrganisationID, h.data.WorkHolders.MassOrganisationFacts)
	}
	return out
}

func (h *holders) histories(covers []model.Cover) []indicator.CoverHistory {
	out := make([]indicator.CoverHistory, len(covers))
	for i := range covers {
		out[i] = h.history(&covers[i])
	}
	return out
}

func remembered[K comparable, F any](kept *map[K][]F, id K, facts func(K) []F) []F {
	list, known := (*kept)[id]
	if known {
		return list
	}
	if *kept == nil || len(*kept) >= keptHolders {
		*kept = map[K][]F{}
	}
	list = facts(id)
	(*kept)[id] = list
	return list
}

// withHolders joins covers with what judges them of their holders.
func (q *question) withHolders(covers []model.Cover) []indicator.CoverHistory {
	return (&holders{data: q.data}).histories(covers)
}

// InForce tells which covers are in force on their dates, the ends of their holders included.
func (s *Service) InForce(ctx context.Context, covers []*model.Cover) (map[*model.Cover]bool, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	rows := make([]model.Cover, len(covers))
	for i, c := range covers {
		rows[i] = *c
	}
	out := make(map[*model.Cover]bool, len(covers))
	for i, h := range q.withHolders(rows) {
		out[covers[i]] = h.InForce(covers[i].AsOf)
	}
	return out, nil
}

// LastCovers are the ended covers of either kind that ended last, of each unit that has one.
func (s *Service) LastCovers(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID]*model.Cover, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	rows, err := q.coversOf(ids)
	if err != nil {
		return nil, err
	}
	known, out := &holders{data: q.data}, make(map[model.UnitID]*model.Cover, len(rows))
	for id, list := range rows {
		h := indicator.UnitHistory{ID: id, Covers: known.histories(list)}
		if c, _ := h.LastCover(asOf); c != nil {
			c.AsOf = asOf
			out[id] = &c.Cover
		}
	}
	return out, nil
}

// sortByHome orders participations by the code of the home organisation, then by their first day.
func (q *question) sortByHome(list []*model.Participation) {
	codes := q.data.Subordination
	slices.SortStableFunc(list, func(a, b *model.Participation) int {
		return cmp.Or(codes.CompareCodes(a.HomeOrganisationID, b.HomeOrganisationID), cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
}
