package coverage

import (
	"context"

	"fugai/internal/store"
	"fugai/model"
)

// Organisation is one organisation by its code; nil where there is none on the date, or it lies outside the scope.
func (s *Service) Organisation(ctx context.Context, code string, asOf *model.Date) (*model.Organisation, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	id := q.data.Subordination.Find(code)
	if id == 0 {
		return nil, nil
	}
	found, err := q.organisationsOn([]model.OrganisationID{id})
	if o := found[id]; err != nil || o == nil || o.ValidFrom > q.asOf || !q.scope(q.asOf).sees(o.RegionID) {
		return nil, err
	}
	return found[id], nil
}

// OrganisationsInScope are organisations by id as of a date, those in the viewer's scope.
func (s *Service) OrganisationsInScope(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID]*model.Organisation, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := q.organisationsOn(ids)
	seen := q.scope(asOf)
	for id, o := range found {
		if o.ValidFrom > asOf || !seen.sees(o.RegionID) {
			delete(found, id)
		}
	}
	return found, err
}

// OrganisationsAt are organisations by id as of a date, for relations of what the viewer sees: one outside the scope is shown by
// code, name, kind, nature and region, and by none of its relations or figures. One that is not known on the date yet is shown
// as it was first known, because a cover may name it.
func (s *Service) OrganisationsAt(ctx context.Context, ids []model.OrganisationID, asOf model.Date) (map[model.OrganisationID]*model.Organisation, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := q.shownOrganisations(ids)
	seen := q.scope(asOf)
	for _, o := range found {
		if !seen.sees(o.RegionID) {
			onlyNamed(o)
		}
	}
	return found, err
}

// shownOrganisations are organisations as of the date of the question: as the tree tells of them, where it tells all that the request shows.
func (q *question) shownOrganisations(ids []model.OrganisationID) (map[model.OrganisationID]*model.Organisation, error) {
	if q.needs.OrganisationFacts {
		return q.organisationsOn(ids)
	}
	out := make(map[model.OrganisationID]*model.Organisation, len(ids))
	for _, id := range ids {
		p, name, ok := q.data.Subordination.Told(id, q.asOf)
		if !ok {
			continue
		}
		f := &model.OrganisationFact{OrganisationID: id, Valid: model.Valid{ValidFrom: p.ValidFrom, ValidTo: p.ToldTo}}
		f.Name, f.Kind, f.RegionID, f.ParentID, f.Territorial = name, p.Kind, p.RegionID, p.ParentID, p.Territorial
		out[id] = q.organisationOf(f)
		q.showOrganisation(out[id])
	}
	return out, nil
}

// Parents tells the superior of an organisation as reported for a date, 0 for none, where a pinned request shows superiors; else it is nil.
func (s *Service) Parents(ctx context.Context) func(id model.OrganisationID, on model.Date) model.OrganisationID {
	if !needsOf(ctx).Parents {
		return nil
	}
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil // who asks for the organisations themselves is told
	}
	return q.data.Subordination.Reported
}

// onlyNamed leaves of an organisation what names it.
func onlyNamed(o *model.Organisation) {
	o.OrganisationAttributes = model.OrganisationAttributes{Name: o.Name, Kind: o.Kind, Nature: o.Nature, RegionID: o.RegionID,
		EstablishedOn: o.EstablishedOn, DissolvedOn: o.DissolvedOn, Territorial: o.Territorial, EducationCommittee: o.EducationCommittee}
}

// organisationsOn fetches organisations as of the date of the question.
func (q *question) organisationsOn(ids []model.OrganisationID) (map[model.OrganisationID]*model.Organisation, error) {
	found, err := store.Get(q.ctx, q.store, func(v *store.View) (map[model.OrganisationID]*model.Organisation, error) {
		facts, err := v.OrganisationFactsOn(q.data.Version, q.asOf, ids)
		if err != nil {
			return nil, err
		}
		found := make(map[model.OrganisationID]*model.Organisation, len(facts))
		for i := range facts {
			found[facts[i].OrganisationID] = q.organisationOf(&facts[i])
		}
		return found, q.addFirst(v, ids, found)
	})
	for _, o := range found {
		q.showOrganisation(o)
	}
	return found, err
}

// addFirst adds the organisations that are not known on the date yet, as they were first known.
func (q *question) addFirst(v *store.View, ids []model.OrganisationID, found map[model.OrganisationID]*model.Organisation) error {
	var missing []model.OrganisationID
	for _, id := range ids {
		if found[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	histories, err := v.OrganisationHistory(q.data.Version, missing)
	for id, facts := range histories {
		found[id] = q.organisationOf(&facts[0])
	}
	return err
}

func (q *question) organisationOf(f *model.OrganisationFact) *model.Organisation {
	return &model.Organisation{ID: f.OrganisationID, Code: q.data.Subordination.Code(f.OrganisationID), OrganisationFact: *f}
}

// showOrganisation adds what the trees say and takes out what the viewer has no right to see: the members of an organisation
// tell those of the unit that it is the own one of.
func (q *question) showOrganisation(o *model.Organisation) {
	o.AsOf, o.Region = q.asOf, q.tree(q.asOf).Node(o.RegionID).On(q.asOf)
	if o.Nature == 0 {
		o.Nature = model.OrganisationNatureRegular
	}
	if !q.who.CanReadMemberFigures() {
		o.FullMembers, o.ProbationaryMembers = 0, 0
	}
}
