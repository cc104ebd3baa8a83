package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/model"
)

// Zone is one zone by its code; nil where there is none on the date, or it lies outside the scope.
func (s *Service) Zone(ctx context.Context, code string, asOf *model.Date) (*model.Zone, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	list := q.zoneList(q.scope(q.asOf).set, func(z *model.ZoneFact) bool { return z.Code == code })
	if len(list) == 0 {
		return nil, nil
	}
	return list[0], nil
}

// ZonesAt are zones by id as of a date, for relations of units that the viewer sees.
func (s *Service) ZonesAt(ctx context.Context, ids []model.ZoneID, asOf model.Date) (map[model.ZoneID]*model.Zone, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	wanted := make(map[model.ZoneID]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	out := make(map[model.ZoneID]*model.Zone, len(ids))
	for _, z := range q.zoneList(nil, func(z *model.ZoneFact) bool { return wanted[z.ZoneID] }) {
		out[z.ID] = z
	}
	return out, nil
}

// ZonesInScope is ZonesAt for the zones in the viewer's scope only.
func (s *Service) ZonesInScope(ctx context.Context, ids []model.ZoneID, asOf model.Date) (map[model.ZoneID]*model.Zone, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := s.ZonesAt(ctx, ids, asOf)
	seen := q.scope(asOf)
	for id, z := range found {
		if !seen.sees(z.Region.ID) {
			delete(found, id)
		}
	}
	return found, err
}

// Zones lists the zones in the viewer's scope by code.
func (s *Service) Zones(ctx context.Context, where *model.ZoneFilter, page model.Page, asOf *model.Date) (*model.ZoneConnection, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	f, asked := deref(where), openPage[string](q, page, "zones")
	list := q.zoneList(q.regions(f.Regions, q.asOf), func(z *model.ZoneFact) bool {
		return (f.Kinds == nil || slices.Contains(f.Kinds, z.Kind)) && (f.WithoutOrganisation == nil || q.hasOrganisation(z) != *f.WithoutOrganisation)
	})
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	codes := make([]string, len(list))
	for i, z := range list {
		codes[i] = z.Code
	}
	part, at, before, more := asked.cut(codes, cmp.Compare[string])
	first := 0
	if len(part) > 0 {
		first, _ = slices.BinarySearch(codes, part[0])
	}
	return connect(q, list[first:first+len(part)], len(list), more, before, at), nil
}

// hasOrganisation tells whether a zone has an organisation of its own that lives on the date.
func (q *question) hasOrganisation(z *model.ZoneFact) bool {
	return q.data.Subordination.On(q.asOf).Lives(z.OrganisationID)
}

// ZonesOf are the zones in the subtree of a region that the viewer sees, by code.
func (s *Service) ZonesOf(ctx context.Context, r *model.Region) ([]*model.Zone, error) {
	q, err := s.ask(ctx, &r.AsOf, nil)
	if err != nil {
		return nil, err
	}
	seen := q.scope(r.AsOf)
	within := q.tree(r.AsOf).Within([]*model.RegionNode{r.RegionNode})
	return q.zoneList(within, func(z *model.ZoneFact) bool { return seen.sees(z.RegionID) }), nil
}

// zoneList are the zones of the date that lie in a set of regions and pass a test, by code.
func (q *question) zoneList(regions []bool, passes func(*model.ZoneFact) bool) (out []*model.Zone) {
	for _, f := range q.data.Zones.On(q.asOf) {
		if !inScope(regions, f.RegionID) || !passes(f) {
			continue
		}
		if z := q.zoneOf(f, q.asOf); z.Region != nil {
			out = append(out, z)
		}
	}
	return out
}
