package coverage

import (
	"cmp"
	"context"
	"slices"

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

// noHolders are holders of which none is read yet.
func (q *question) noHolders() *store.Holders { return &store.Holders{Code: q.data.Subordination.Code} }

// withHolders joins covers with the facts of their holders, in their order: what the rules judge them by.
func (q *question) withHolders(covers []model.Cover) ([]indicator.CoverHistory, error) {
	holders := q.noHolders()
	if err := q.store.ReadAll(q.ctx, holders.Reads(covers, q.data.Version)...); err != nil {
		return nil, err
	}
	return joined(holders, covers), nil
}

// standings joins covers with as much of their holders as tells how they stand on a date: an organisation whose life has no end by any
// report is not read, because the cover's own dates say all.
func (q *question) standings(covers []model.Cover) ([]indicator.CoverHistory, error) {
	holders := q.noHolders()
	some := slices.DeleteFunc(slices.Clone(covers), func(c model.Cover) bool { return q.data.Subordination.Endless(c.OrganisationID) })
	if err := q.store.ReadAll(q.ctx, holders.Reads(some, q.data.Version)...); err != nil {
		return nil, err
	}
	return joined(holders, covers), nil
}

func joined(holders *store.Holders, covers []model.Cover) []indicator.CoverHistory {
	out := make([]indicator.CoverHistory, len(covers))
	for i := range covers {
		out[i] = holders.History(&covers[i])
	}
	return out
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
	histories, err := q.standings(rows)
	out := make(map[*model.Cover]bool, len(covers))
	for i := range histories {
		out[covers[i]] = histories[i].InForce(covers[i].AsOf)
	}
	return out, err
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
	var all []model.Cover
	for _, list := range rows {
		all = append(all, list...)
	}
	histories, err := q.standings(all)
	units := map[model.UnitID]*indicator.UnitHistory{}
	for i := range histories {
		c := &histories[i]
		if units[c.UnitID] == nil {
			units[c.UnitID] = &indicator.UnitHistory{ID: c.UnitID}
		}
		units[c.UnitID].Covers = append(units[c.UnitID].Covers, *c)
	}
	out := make(map[model.UnitID]*model.Cover, len(units))
	for id, h := range units {
		if c, _ := h.LastCover(asOf); c != nil {
			c.AsOf = asOf
			out[id] = &c.Cover
		}
	}
	return out, err
}

// sortByHome orders participations by the code of the home organisation, then by their first day.
func (q *question) sortByHome(list []*model.Participation) {
	codes := q.data.Subordination
	slices.SortStableFunc(list, func(a, b *model.Participation) int {
		return cmp.Or(codes.CompareCodes(a.HomeOrganisationID, b.HomeOrganisationID), cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
}
