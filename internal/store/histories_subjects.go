package store

import (
	"slices"

	"fugai/model"
)

// coveredReader reads covers by their holder, in order of ValidFrom, then id, each with the facts of its unit.
type coveredReader func(v *View, holder string, ids []int64, version model.DataVersion) ([]model.CoveredUnit, error)

// OrganisationHistories reads what decides the results of organisations, as it is current, in a few statements for each thousand ids of a
// kind and for each level of superiors. Of the units that they cover it reads what rules judge by, and no more: neither codes nor names.
// Organisations of which nothing is known are left out.
func (v *View) OrganisationHistories(ids []model.OrganisationID) (map[model.OrganisationID]*model.OrganisationHistory, error) {
	return v.organisationHistories(ids, Latest, (*View).judgedUnits)
}

// OrganisationHistoriesAt is OrganisationHistories as known at a data version, with all that findings tell of the units.
func (v *View) OrganisationHistoriesAt(
	ids []model.OrganisationID, version model.DataVersion,
) (map[model.OrganisationID]*model.OrganisationHistory, error) {
	return v.organisationHistories(ids, version, (*View).coveredUnits)
}

func (v *View) organisationHistories(
	ids []model.OrganisationID, version model.DataVersion, covered coveredReader,
) (map[model.OrganisationID]*model.OrganisationHistory, error) {
	facts, err := v.OrganisationHistory(version, ids)
	if err != nil {
		return nil, err
	}
	names, err := v.OrganisationCodes(ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.OrganisationID]*model.OrganisationHistory, len(facts))
	for id, list := range facts {
		out[id] = &model.OrganisationHistory{ID: id, Code: names[id], Facts: list}
	}
	covers, err := covered(v, "organisation_id", idsOf(ids), version)
	for i := range covers {
		if h := out[covers[i].OrganisationID]; h != nil {
			h.Covers = append(h.Covers, covers[i])
		}
	}
	if err != nil {
		return nil, err
	}
	if err := v.addRegionCodes(out, version); err != nil {
		return nil, err
	}
	if err := v.addOrganisationRows(out, ids, version); err != nil {
		return nil, err
	}
	return out, v.addOthers(out, version)
}

// coveredUnits reads all that is known of covers and their units.
func (v *View) coveredUnits(holder string, ids []int64, version model.DataVersion) ([]model.CoveredUnit, error) {
	covers, err := v.coversBy(holder, ids, version)
	if err != nil || len(covers) == 0 {
		return nil, err
	}
	units := make([]model.UnitID, len(covers))
	for i := range covers {
		units[i] = covers[i].UnitID
	}
	units = distinct(units)
	facts, err := v.UnitHistory(version, units)
	if err != nil {
		return nil, err
	}
	names, err := v.CreditCodes(units)
	out := make([]model.CoveredUnit, len(covers))
	for i := range covers {
		out[i] = model.CoveredUnit{Cover: covers[i], CreditCode: names[covers[i].UnitID], Unit: facts[covers[i].UnitID]}
	}
	return out, err
}

// addOrganisationRows adds participations, officers and days of activities.
func (v *View) addOrganisationRows(of map[model.OrganisationID]*model.OrganisationHistory, ids []model.OrganisationID, version model.DataVersion) error {
	joined, err := rowsOf(v, Participations, "organisation_id", ids, atVersion, "valid_from, id", version, version)
	for i := range joined {
		if h := of[joined[i].OrganisationID]; h != nil {
			h.Participations = append(h.Participations, joined[i])
		}
	}
	if err != nil {
		return err
	}
	officers, err := rowsOf(v, Officers, "organisation_id", ids, atVersion, "valid_from, id", version, version)
	for i := range officers {
		if h := of[officers[i].OrganisationID]; h != nil {
			h.Officers = append(h.Officers, officers[i])
		}
	}
	if err != nil {
		return err
	}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil, version, version)
		text := "SELECT DISTINCT organisation_id, held_on FROM activities WHERE organisation_id" + list + atVersion + " ORDER BY held_on"
		err := v.query(text, args, func(r *reader) error {
			if h := of[model.OrganisationID(r.int())]; h != nil {
				h.Activities = append(h.Activities, r.date())
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// addRegionCodes adds the present codes of the regions of organisations and units; the histories share the map.
func (v *View) addRegionCodes(of map[model.OrganisationID]*model.OrganisationHistory, version model.DataVersion) error {
	var ids []model.RegionID
	seen := map[model.RegionID]bool{0: true}
	add := func(id model.RegionID) {
		if !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, h := range of {
		for i := range h.Facts {
			add(h.Facts[i].RegionID)
		}
		for i := range h.Covers {
			for j := range h.Covers[i].Unit {
				add(h.Covers[i].Unit[j].RegionID)
			}
		}
	}
	facts, err := Facts(v, RegionFacts, ids, version)
	present := make(map[model.RegionID]model.RegionCode, len(ids))
	for i := range facts { // in order of their dates, so that the last one stays
		present[facts[i].RegionID] = facts[i].Code
	}
	for _, h := range of {
		h.Regions = present
	}
	return err
}

// others are the facts and codes of organisations that histories name.
type others struct {
	facts map[model.OrganisationID][]model.OrganisationFact
	codes map[model.OrganisationID]string
}

// addOthers adds the superiors up to the top, hosts and homes.
func (v *View) addOthers(of map[model.OrganisationID]*model.OrganisationHistory, version model.DataVersion) error {
	o := others{facts: make(map[model.OrganisationID][]model.OrganisationFact, len(of)), codes: map[model.OrganisationID]string{}}
	seen := make(map[model.OrganisationID]bool, len(of))
	var above, beside []model.OrganisationID
	for id, h := range of {
		o.facts[id], seen[id] = h.Facts, true
	}
	for _, h := range of {
		for i := range h.Facts {
			above, beside = append(above, h.Facts[i].ParentID), append(beside, h.Facts[i].HostID)
		}
		for i := range h.Participations {
			beside = append(beside, h.Participations[i].HomeOrganisationID)
		}
	}
	for next := unseen(above, seen); len(next) > 0; {
		list, err := v.OrganisationHistory(version, next)
		if err != nil {
			return err
		}
		above = above[:0]
		for id, facts := range list {
			o.facts[id] = facts
			for i := range facts {
				above = append(above, facts[i].ParentID)
			}
		}
		next = unseen(above, seen)
	}
	list, err := v.OrganisationHistory(version, unseen(beside, seen))
	if err != nil {
		return err
	}
	for id, facts := range list {
		o.facts[id] = facts
	}
	if o.codes, err = v.OrganisationCodes(keysOf(seen)); err != nil {
		return err
	}
	for _, h := range of {
		o.name(h)
	}
	return nil
}

// unseen are the ids that were not asked for yet, each once, and notes that they are now.
func unseen(ids []model.OrganisationID, seen map[model.OrganisationID]bool) (out []model.OrganisationID) {
	for _, id := range ids {
		if id != 0 && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

func keysOf(set map[model.OrganisationID]bool) []model.OrganisationID {
	out := make([]model.OrganisationID, 0, len(set))
	for id := range set {
		out = append(out, id)
	}
	return out
}

// name gives a history those that it names.
func (o *others) name(h *model.OrganisationHistory) {
	h.Others, h.Codes = map[model.OrganisationID][]model.OrganisationFact{}, map[model.OrganisationID]string{}
	for i := range h.Facts {
		o.climb(h, h.Facts[i].ParentID)
	}
	for i := range h.Facts {
		o.add(h, h.Facts[i].HostID)
	}
	for i := range h.Participations {
		o.add(h, h.Participations[i].HomeOrganisationID)
	}
}

// climb adds a superior and those above it.
func (o *others) climb(h *model.OrganisationHistory, id model.OrganisationID) {
	if !o.add(h, id) {
		return
	}
	for _, f := range o.facts[id] {
		o.climb(h, f.ParentID)
	}
}

// add tells whether the organisation was not there yet.
func (o *others) add(h *model.OrganisationHistory, id model.OrganisationID) bool {
	if id == 0 || h.Others[id] != nil || len(o.facts[id]) == 0 {
		return false
	}
	h.Others[id], h.Codes[id] = o.facts[id], o.codes[id]
	return true
}

// InstructorHistories reads what decides the results of instructors, as it is current; of the units that they cover it reads what rules
// judge by, and no more. Those of whom nothing is known are left out.
func (v *View) InstructorHistories(ids []model.InstructorID) (map[model.InstructorID]*model.InstructorHistory, error) {
	return v.instructorHistories(ids, Latest, (*View).judgedUnits)
}

// InstructorHistoriesAt is InstructorHistories as known at a data version, with all that findings tell of the units.
func (v *View) InstructorHistoriesAt(
	ids []model.InstructorID, version model.DataVersion,
) (map[model.InstructorID]*model.InstructorHistory, error) {
	return v.instructorHistories(ids, version, (*View).coveredUnits)
}

func (v *View) instructorHistories(
	ids []model.InstructorID, version model.DataVersion, covered coveredReader,
) (map[model.InstructorID]*model.InstructorHistory, error) {
	facts, err := v.InstructorHistory(version, ids)
	if err != nil {
		return nil, err
	}
	names, err := InstructorKeys.Of(v, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.InstructorID]*model.InstructorHistory, len(facts))
	for id, list := range facts {
		out[id] = &model.InstructorHistory{ID: id, Code: names[id], Facts: list}
	}
	covers, err := covered(v, "instructor_id", idsOf(ids), version)
	for i := range covers {
		if h := out[covers[i].InstructorID]; h != nil {
			h.Covers = append(h.Covers, covers[i])
		}
	}
	if err != nil {
		return nil, err
	}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil, version, version)
		text := "SELECT instructor_id, unit_id, visited_on FROM visits WHERE instructor_id" + list + atVersion + " ORDER BY visited_on, unit_id"
		err := v.query(text, args, func(r *reader) error {
			if h := out[model.InstructorID(r.int())]; h != nil {
				h.Visits = append(h.Visits, model.UnitVisit{UnitID: model.UnitID(r.int()), On: r.date()})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
