package registry

import (
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// touched are the subjects whose change changes the spans of units. Regions and zones are not among them: spans name them
// by their leaves, and the trees are put on when a question is asked.
type touched struct {
	units             []model.UnitID
	organisations     []model.OrganisationID
	instructors       []model.InstructorID
	massOrganisations []model.MassOrganisationID
}

// allUnits are the touched units: themselves and those that touched holders cover or covered.
func (t *touched) allUnits(v *store.View) ([]model.UnitID, error) {
	ids := slices.Clone(t.units)
	orgs, err := store.CurrentBy(v, store.Covers, "organisation_id", t.organisations)
	if err != nil {
		return nil, err
	}
	people, err := store.CurrentBy(v, store.Covers, "instructor_id", t.instructors)
	if err != nil {
		return nil, err
	}
	masses, err := store.CurrentBy(v, store.Covers, "mass_organisation_id", t.massOrganisations)
	if err != nil {
		return nil, err
	}
	for _, list := range [][]model.Cover{orgs, people, masses} {
		for i := range list {
			ids = append(ids, list[i].UnitID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// differ tells whether two timelines differ in what matters to the covered units. New subjects differ from nothing, but only
// covers of the same batch can name them, and those touch their units.
func differ[F comparable](old, now []F, matters func(F) F, valid func(*F) *model.Valid) bool {
	return len(old) > 0 && !sameRows(old, now) && !slices.Equal(turns(old, matters, valid), turns(now, matters, valid))
}

// turns are the facts, reduced to what matters, at the days on which that changes.
func turns[F comparable](facts []F, matters func(F) F, valid func(*F) *model.Valid) (out []F) {
	var last F
	for _, f := range facts {
		f = matters(f)
		from := *valid(&f)
		*valid(&f) = model.Valid{}
		if f == last {
			continue
		}
		last = f
		*valid(&f) = model.Valid{ValidFrom: from.ValidFrom}
		out = append(out, f)
	}
	return out
}

// organisationMatters is what of an organisation the rules of units look at. The superior itself does not matter, because
// spans name the place by the organisation; that there is one does.
func organisationMatters(f model.OrganisationFact) model.OrganisationFact {
	parent := model.OrganisationID(0)
	if f.ParentID != 0 {
		parent = 1
	}
	return model.OrganisationFact{OrganisationID: f.OrganisationID, Valid: f.Valid, OrganisationAttributes: model.OrganisationAttributes{
		Kind: f.Kind, Nature: f.Nature, SetUp: f.SetUp, EstablishedOn: f.EstablishedOn, DissolvedOn: f.DissolvedOn, ParentID: parent}}
}

func instructorMatters(f model.InstructorFact) model.InstructorFact {
	return model.InstructorFact{InstructorID: f.InstructorID, Valid: f.Valid, Role: f.Role, ServiceFrom: f.ServiceFrom, ServiceTo: f.ServiceTo}
}

func massOrganisationMatters(f model.MassOrganisationFact) model.MassOrganisationFact {
	return model.MassOrganisationFact{MassOrganisationID: f.MassOrganisationID, Valid: f.Valid, Kind: f.Kind,
		EstablishedOn: f.EstablishedOn, DissolvedOn: f.DissolvedOn}
}
