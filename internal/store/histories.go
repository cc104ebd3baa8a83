package store

import "fugai/model"

// Histories reads what decides the results of units, as it is current, in a few statements for each thousand ids of a kind.
func (v *View) Histories(ids []model.UnitID) (map[model.UnitID]*model.UnitHistory, error) {
	return v.HistoriesAt(ids, model.Current-1)
}

// HistoriesAt is Histories as known at a data version.
func (v *View) HistoriesAt(ids []model.UnitID, version model.DataVersion) (map[model.UnitID]*model.UnitHistory, error) {
	facts, err := Facts(v, UnitFacts, ids, version)
	if err != nil {
		return nil, err
	}
	out := make(map[model.UnitID]*model.UnitHistory, len(ids))
	for id, list := range grouped(facts, func(f *model.UnitFact) model.UnitID { return f.UnitID }) {
		out[id] = &model.UnitHistory{ID: id, Facts: list}
	}
	covers, err := v.coversBy("unit_id", idsOf(ids), version)
	if err != nil {
		return nil, err
	}
	holders, err := v.holdersOf(covers, version)
	if err != nil {
		return nil, err
	}
	for i := range covers {
		if h := out[covers[i].UnitID]; h != nil {
			h.Covers = append(h.Covers, holders.history(&covers[i]))
		}
	}
	return out, v.AddLookBack(out, ids, version)
}

// holders are the facts of the holders of covers, and the codes of the organisations among them.
type holders struct {
	codes             map[model.OrganisationID]string
	organisations     map[model.OrganisationID][]model.OrganisationFact
	instructors       map[model.InstructorID][]model.InstructorFact
	massOrganisations map[model.MassOrganisationID][]model.MassOrganisationFact
}

// history is a cover with the facts of its holder.
func (h *holders) history(c *model.Cover) model.CoverHistory {
	return model.CoverHistory{
		Cover:            *c,
		OrganisationCode: h.codes[c.OrganisationID],
		Organisation:     h.organisations[c.OrganisationID],
		Instructor:       h.instructors[c.InstructorID],
		MassOrganisation: h.massOrganisations[c.MassOrganisationID],
	}
}

// holdersOf reads the holders of covers as known at a data version.
func (v *View) holdersOf(covers []model.Cover, version model.DataVersion) (h *holders, err error) {
	var orgs []model.OrganisationID
	var people []model.InstructorID
	var masses []model.MassOrganisationID
	for i := range covers {
		switch c := &covers[i]; {
		case c.OrganisationID != 0:
			orgs = append(orgs, c.OrganisationID)
		case c.InstructorID != 0:
			people = append(people, c.InstructorID)
		default:
			masses = append(masses, c.MassOrganisationID)
		}
	}
	h = &holders{}
	if h.organisations, err = v.OrganisationHistory(version, orgs); err != nil {
		return nil, err
	}
	if h.codes, err = v.OrganisationCodes(orgs); err != nil {
		return nil, err
	}
	if h.instructors, err = v.InstructorHistory(version, people); err != nil {
		return nil, err
	}
	h.massOrganisations, err = v.MassOrganisationHistory(version, masses)
	return h, err
}

func idsOf[ID ~int64](ids []ID) []int64 {
	out := make([]int64, len(ids))
	for i, id := range ids {
		out[i] = int64(id)
	}
	return out
}
