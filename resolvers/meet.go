package resolvers

import "fugai/model"

// unique are the keys of objects, each once, without those that stand for none.
func unique[K comparable, T any](objects []*T, key func(*T) (K, bool)) []K {
	seen := make(map[K]bool, len(objects))
	keys := make([]K, 0, len(objects))
	for _, o := range objects {
		if o == nil {
			continue
		}
		if k, ok := key(o); ok && !seen[k] {
			seen[k] = true
			keys = append(keys, k)
		}
	}
	return keys
}

// dated is the key of what an object names by id; id 0 names nothing.
func dated[ID ~int64](id ID, on model.Date) (at[ID], bool) { return at[ID]{id, on}, id != 0 }

func (l *loaders) meetUnits(list []*model.Unit) {
	l.unitList.meet(unique(list, func(u *model.Unit) (at[model.UnitID], bool) { return dated(u.ID, u.AsOf) }))
	l.historyList.meet(unique(list, func(u *model.Unit) (model.UnitID, bool) { return u.ID, true }))
	l.zonesMet.meet(unique(list, func(u *model.Unit) (at[model.ZoneID], bool) { return dated(u.ZoneID, u.AsOf) }))
	l.orgsMet.meet(unique(list, func(u *model.Unit) (at[model.OrganisationID], bool) { return dated(u.ResponsibleID, u.AsOf) }))
	l.regionList.meet(unique(list, func(u *model.Unit) (at[model.RegionID], bool) { return dated(u.RegionID, u.AsOf) }))
}

func (l *loaders) meetOrganisations(list []*model.Organisation) {
	l.orgList.meet(unique(list, func(o *model.Organisation) (at[model.OrganisationID], bool) { return dated(o.ID, o.AsOf) }))
	l.orgsMet.meet(unique(list, func(o *model.Organisation) (at[model.OrganisationID], bool) { return dated(o.ParentID, o.AsOf) }))
	l.orgsMet.meet(unique(list, func(o *model.Organisation) (at[model.OrganisationID], bool) { return dated(o.HostID, o.AsOf) }))
}

func (l *loaders) meetCovers(list []*model.Cover) {
	l.coverList.meet(unique(list, func(c *model.Cover) (*model.Cover, bool) { return c, true }))
	l.unitsMet.meet(unique(list, func(c *model.Cover) (at[model.UnitID], bool) { return dated(c.UnitID, c.AsOf) }))
	l.orgsMet.meet(unique(list, func(c *model.Cover) (at[model.OrganisationID], bool) { return dated(c.OrganisationID, c.AsOf) }))
	l.peopleMet.meet(unique(list, func(c *model.Cover) (at[model.InstructorID], bool) { return dated(c.InstructorID, c.AsOf) }))
	l.massesMet.meet(unique(list, func(c *model.Cover) (at[model.MassOrganisationID], bool) { return dated(c.MassOrganisationID, c.AsOf) }))
	l.sourcesMet.meet(unique(list, func(c *model.Cover) (model.SourceID, bool) { return c.SourceID, c.SourceID != 0 }))
}

func (l *loaders) meetVisits(list []*model.Visit) {
	l.unitsMet.meet(unique(list, func(v *model.Visit) (at[model.UnitID], bool) { return dated(v.UnitID, v.AsOf) }))
	l.peopleMet.meet(unique(list, func(v *model.Visit) (at[model.InstructorID], bool) { return dated(v.InstructorID, v.AsOf) }))
}

func (l *loaders) meetParticipations(list []*model.Participation) {
	l.orgsMet.meet(unique(list, func(p *model.Participation) (at[model.OrganisationID], bool) {
		return dated(p.HomeOrganisationID, p.AsOf)
	}))
}

func (l *loaders) meetCandidates(list []*model.CandidateView) {
	l.unitsMet.meet(unique(list, func(c *model.CandidateView) (at[model.UnitID], bool) { return dated(c.UnitID, c.AsOf) }))
}

func (l *loaders) meetInstructors(list []*model.Instructor) {
	l.peopleList.meet(unique(list, func(i *model.Instructor) (at[model.InstructorID], bool) { return dated(i.ID, i.AsOf) }))
}

func (l *loaders) meetZones(list []*model.Zone) {
	l.zoneList.meet(unique(list, func(z *model.Zone) (at[model.ZoneID], bool) { return dated(z.ID, z.AsOf) }))
	l.orgsMet.meet(unique(list, func(z *model.Zone) (at[model.OrganisationID], bool) { return dated(z.OrganisationID, z.AsOf) }))
}

func (l *loaders) meetRegions(list []*model.Region) {
	l.regionList.meet(unique(list, func(r *model.Region) (at[model.RegionID], bool) { return dated(r.ID, r.AsOf) }))
}

func (l *loaders) meetReports(list []*model.UnitReport) {
	l.sourcesMet.meet(unique(list, func(r *model.UnitReport) (model.SourceID, bool) { return r.SourceID, r.SourceID != 0 }))
}

// met notes the objects of a page, and hands the page on.
func met[T any](page *model.Connection[T], err error, meet func([]*T)) (*model.Connection[T], error) {
	if page != nil {
		meet(page.Nodes())
	}
	return page, err
}

func (l *loaders) meetGaps(list []*model.Gap) {
	units := make([]*model.Unit, len(list))
	var last []*model.Cover
	for i, g := range list {
		if units[i] = g.Unit; g.LastCover != nil {
			last = append(last, g.LastCover)
		}
	}
	l.meetUnits(units)
	l.meetCovers(last)
}

func (l *loaders) meetFindings(list []*model.Finding) {
	l.unitsMet.meet(unique(list, func(f *model.Finding) (at[model.UnitID], bool) {
		return at[model.UnitID]{model.UnitID(f.ID), f.AsOf}, f.Subject == model.SubjectUnit
	}))
	l.orgsMet.meet(unique(list, func(f *model.Finding) (at[model.OrganisationID], bool) {
		return at[model.OrganisationID]{model.OrganisationID(f.ID), f.AsOf}, f.Subject == model.SubjectOrganisation
	}))
	l.peopleMet.meet(unique(list, func(f *model.Finding) (at[model.InstructorID], bool) {
		return at[model.InstructorID]{model.InstructorID(f.ID), f.AsOf}, f.Subject == model.SubjectInstructor
	}))
	l.regionList.meet(unique(list, func(f *model.Finding) (at[model.RegionID], bool) {
		if f.Region == nil {
			return at[model.RegionID]{}, false
		}
		return dated(f.Region.ID, f.AsOf)
	}))
}

func (l *loaders) meetReviewRounds(list []*model.ReviewRound) {
	l.roundList.meet(unique(list, func(r *model.ReviewRound) (*model.ReviewRound, bool) { return r, true }))
	l.regionList.meet(unique(list, func(r *model.ReviewRound) (at[model.RegionID], bool) { return dated(r.RegionID, r.AsOf) }))
}

func (l *loaders) meetReviewItems(list []*model.ReviewItem) {
	l.itemList.meet(unique(list, func(i *model.ReviewItem) (at[model.ReviewItemID], bool) { return dated(i.ID, i.AsOf) }))
	l.roundsMet.meet(unique(list, func(i *model.ReviewItem) (at[model.ReviewRoundID], bool) { return dated(i.RoundID, i.AsOf) }))
	l.orgsMet.meet(unique(list, func(i *model.ReviewItem) (at[model.OrganisationID], bool) { return dated(i.Last.AssignedTo, i.AsOf) }))
	l.regionList.meet(unique(list, func(i *model.ReviewItem) (at[model.RegionID], bool) {
		if i.Region == nil {
			return at[model.RegionID]{}, false
		}
		return dated(i.Region.ID, i.Region.AsOf)
	}))
}

func (l *loaders) meetReviewEvents(list []*model.ReviewEvent) {
	l.orgsMet.meet(unique(list, func(e *model.ReviewEvent) (at[model.OrganisationID], bool) { return dated(e.AssignedTo, e.AsOf) }))
}

func (l *loaders) meetReviewCounts(list []*model.ReviewCount) {
	l.orgsMet.meet(unique(list, func(c *model.ReviewCount) (at[model.OrganisationID], bool) { return dated(c.AssignedID, c.AsOf) }))
	l.regionList.meet(unique(list, func(c *model.ReviewCount) (at[model.RegionID], bool) {
		if c.Region == nil {
			return at[model.RegionID]{}, false
		}
		return dated(c.Region.ID, c.Region.AsOf)
	}))
}

// meetRows notes the regions, zones and superiors of coverage rows.
func (l *loaders) meetRows(rows []*model.CoverageRow) {
	l.regionList.meet(unique(rows, func(r *model.CoverageRow) (at[model.RegionID], bool) {
		if r.Region == nil {
			return at[model.RegionID]{}, false
		}
		return dated(r.Region.ID, r.Region.AsOf)
	}))
	l.orgsMet.meet(unique(rows, func(r *model.CoverageRow) (at[model.OrganisationID], bool) { return dated(r.SuperiorID, r.AsOf) }))
	zones := make([]*model.Zone, len(rows))
	for i, r := range rows {
		zones[i] = r.Zone
	}
	l.meetZones(zones)
}

// groupsOf are the coverage rows of the rows of a movement.
func groupsOf(rows []*model.MovementRow) []*model.CoverageRow {
	out := make([]*model.CoverageRow, len(rows))
	for i, r := range rows {
		out[i] = r.Group
	}
	return out
}

func (l *loaders) meetUnitPages(pages []*model.UnitConnection) { l.meetUnits(nodesOf(pages)) }

func (l *loaders) meetOrganisationPages(pages []*model.OrganisationConnection) {
	l.meetOrganisations(nodesOf(pages))
}

func nodesOf[T any](pages []*model.Connection[T]) (all []*T) {
	for _, p := range pages {
		if p != nil {
			all = append(all, p.Nodes()...)
		}
	}
	return all
}
