package registry

import (
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// touched is what a batch has changed, as far as the spans of anything depend on it. Regions and zones are not among it: spans name them by
// their leaves, and the trees are put on when a question is asked.
type touched struct {
	// units are those whose own rows changed: facts, covers, visits, leadership, predecessors.
	units []model.UnitID
	// reported are the units that were known before and whose facts changed: others may go on from them, and be covered with them.
	reported []model.UnitID
	// organisations, instructors and massOrganisations are the holders whose change matters to the units that they cover.
	organisations     []model.OrganisationID
	instructors       []model.InstructorID
	massOrganisations []model.MassOrganisationID
	// bodies and people are the organisations and instructors whose own rows changed: facts, covers, participations, officers, activities,
	// visits.
	bodies []model.OrganisationID
	people []model.InstructorID
	// named are the organisations that were known before and whose facts changed: others may name them as host or home. superiors are
	// those of them whose change matters to all below them.
	named, superiors []model.OrganisationID
}

// allUnits are the units whose spans may change: the touched ones, those that touched holders cover or covered, and those that go on from
// touched ones.
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
	later, err := v.SuccessorsOf(t.reported)
	return sorted(append(ids, later...)), err
}

// allOrganisations are the organisations whose spans may change: the touched ones, those below touched superiors, and those that name
// touched ones as host or home.
func (t *touched) allOrganisations(v *store.View) ([]model.SubjectID, error) {
	below, err := v.OrganisationsBelow(t.superiors)
	if err != nil {
		return nil, err
	}
	naming, err := v.OrganisationsNaming(t.named)
	return subjectIDs(slices.Concat(t.bodies, below, naming)), err
}

// allInstructors are the instructors whose spans may change.
func (t *touched) allInstructors(*store.View) ([]model.SubjectID, error) {
	return subjectIDs(t.people), nil
}

// dependents are the subjects beside units, with those of a change whose spans it may change.
var dependents = []struct {
	subject model.Subject
	of      func(*touched, *store.View) ([]model.SubjectID, error)
}{
	{model.SubjectOrganisation, (*touched).allOrganisations},
	{model.SubjectInstructor, (*touched).allInstructors},
}

// subjectIDs are ids as numbers of subjects, in order and each once.
func subjectIDs[ID ~int64](ids []ID) []model.SubjectID {
	out := make([]model.SubjectID, len(ids))
	for i, id := range ids {
		out[i] = model.SubjectID(id)
	}
	return sorted(out)
}

// sorted orders ids and drops those that stand twice, in place.
func sorted[ID ~int64](ids []ID) []ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// differ tells whether two timelines differ in what matters to others. New subjects differ from nothing, but only rows of the same batch
// can name them, and those touch what they belong to.
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

// superiorMatters is what of a superior the rules of the organisations below it look at.
func superiorMatters(f model.OrganisationFact) model.OrganisationFact {
	return model.OrganisationFact{OrganisationID: f.OrganisationID, Valid: f.Valid, OrganisationAttributes: model.OrganisationAttributes{
		ParentID: f.ParentID, DissolvedOn: f.DissolvedOn, EducationCommittee: f.EducationCommittee}}
}

func instructorMatters(f model.InstructorFact) model.InstructorFact {
	return model.InstructorFact{InstructorID: f.InstructorID, Valid: f.Valid, Role: f.Role, ServiceFrom: f.ServiceFrom, ServiceTo: f.ServiceTo}
}

func massOrganisationMatters(f model.MassOrganisationFact) model.MassOrganisationFact {
	return model.MassOrganisationFact{MassOrganisationID: f.MassOrganisationID, Valid: f.Valid, Kind: f.Kind,
		EstablishedOn: f.EstablishedOn, DissolvedOn: f.DissolvedOn}
}
