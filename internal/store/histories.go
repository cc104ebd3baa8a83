package store

import (
	"maps"

	"fugai/model"
)

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
	holders, err := v.HoldersOf(covers, version)
	if err != nil {
		return nil, err
	}
	for i := range covers {
		if h := out[covers[i].UnitID]; h != nil {
			h.Covers = append(h.Covers, holders.History(&covers[i]))
		}
	}
	return out, v.AddLookBack(out, ids, version)
}

// Holders are the facts of the holders of covers.
type Holders struct {
	// Code knows the codes of organisations; without it they are read into Codes.
	Code              func(model.OrganisationID) string
	Codes             map[model.OrganisationID]string
	Organisations     map[model.OrganisationID][]model.OrganisationFact
	Instructors       map[model.InstructorID][]model.InstructorFact
	MassOrganisations map[model.MassOrganisationID][]model.MassOrganisationFact
}

// History is a cover with the facts of its holder.
func (h *Holders) History(c *model.Cover) model.CoverHistory {
	code := h.Codes[c.OrganisationID]
	if h.Code != nil {
		code = h.Code(c.OrganisationID)
	}
	return model.CoverHistory{
		Cover:            *c,
		OrganisationCode: code,
		Organisation:     h.Organisations[c.OrganisationID],
		Instructor:       h.Instructors[c.InstructorID],
		MassOrganisation: h.MassOrganisations[c.MassOrganisationID],
	}
}

// Know tells whether the holder of a cover has been read.
func (h *Holders) Know(c *model.Cover) (known bool) {
	switch {
	case c.OrganisationID != 0:
		_, known = h.Organisations[c.OrganisationID]
	case c.InstructorID != 0:
		_, known = h.Instructors[c.InstructorID]
	default:
		_, known = h.MassOrganisations[c.MassOrganisationID]
	}
	return known
}

// Len is how many holders have been read.
func (h *Holders) Len() int {
	return len(h.Organisations) + len(h.Instructors) + len(h.MassOrganisations)
}

// HoldersOf reads the holders of covers as known at a data version.
func (v *View) HoldersOf(covers []model.Cover, version model.DataVersion) (*Holders, error) {
	h := &Holders{}
	for _, read := range h.Reads(covers, version) {
		if err := read(v); err != nil {
			return nil, err
		}
	}
	return h, nil
}

// Reads add the holders of covers, as known at a data version. They may run at the same time, see ReadAll; there are none where no holder is
// to be read.
func (h *Holders) Reads(covers []model.Cover, version model.DataVersion) (reads []func(*View) error) {
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
	if len(orgs) > 0 {
		reads = append(reads, func(v *View) error {
			return add(&h.Organisations, func() (map[model.OrganisationID][]model.OrganisationFact, error) {
				return v.OrganisationHistory(version, orgs)
			})
		})
	}
	if len(orgs) > 0 && h.Code == nil {
		reads = append(reads, func(v *View) error {
			return add(&h.Codes, func() (map[model.OrganisationID]string, error) { return v.OrganisationCodes(orgs) })
		})
	}
	if len(people) > 0 {
		reads = append(reads, func(v *View) error {
			return add(&h.Instructors, func() (map[model.InstructorID][]model.InstructorFact, error) {
				return v.InstructorHistory(version, people)
			})
		})
	}
	if len(masses) > 0 {
		reads = append(reads, func(v *View) error {
			return add(&h.MassOrganisations, func() (map[model.MassOrganisationID][]model.MassOrganisationFact, error) {
				return v.MassOrganisationHistory(version, masses)
			})
		})
	}
	return reads
}

// add puts what is read into a map.
func add[K comparable, V any](to *map[K]V, read func() (map[K]V, error)) error {
	found, err := read()
	if *to == nil {
		*to = found
	} else {
		maps.Copy(*to, found)
	}
	return err
}

func idsOf[ID ~int64](ids []ID) []int64 {
	out := make([]int64, len(ids))
	for i, id := range ids {
		out[i] = int64(id)
	}
	return out
}
