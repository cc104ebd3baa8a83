package store

import (
	"slices"

	"fugai/model"
)

// What follows from what: the reads by which a writer finds the subjects whose spans a change of facts may change.

// OrganisationsBelow are the organisations that stand below others on any date, at any depth, by current facts; the others themselves
// only where they stand below one another.
func (v *View) OrganisationsBelow(ids []model.OrganisationID) ([]model.OrganisationID, error) {
	var out []model.OrganisationID
	seen := map[model.OrganisationID]bool{}
	for next := distinct(ids); len(next) > 0; {
		below, err := currentIDs[model.OrganisationID](v, "organisation_id", OrganisationFacts.Name, "parent_id", next)
		if err != nil {
			return nil, err
		}
		next = unseen(below, seen)
		out = append(out, next...)
	}
	return out, nil
}

// OrganisationsNaming are the organisations that name others as their host, or as the home of those who take part in them, by current facts.
func (v *View) OrganisationsNaming(ids []model.OrganisationID) ([]model.OrganisationID, error) {
	hosted, err := currentIDs[model.OrganisationID](v, "organisation_id", OrganisationFacts.Name, "host_id", ids)
	if err != nil {
		return nil, err
	}
	joined, err := currentIDs[model.OrganisationID](v, "organisation_id", Participations.Name, "home_organisation_id", ids)
	return distinct(append(hosted, joined...)), err
}

// SuccessorsOf are the units that go on from others, by current facts.
func (v *View) SuccessorsOf(ids []model.UnitID) ([]model.UnitID, error) {
	if some, err := v.some(Successions.Name); err != nil || !some {
		return nil, err
	}
	return currentIDs[model.UnitID](v, "unit_id", Successions.Name, "predecessor_id", ids)
}

// currentIDs are the ids in a column of the current rows in which another column holds one of some ids.
func currentIDs[Out, ID ~int64](v *View, column, table, by string, ids []ID) (out []Out, err error) {
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil, model.Current)
		text := "SELECT DISTINCT " + column + " FROM " + table + " WHERE " + by + list + named(by) + " AND until_version = ?"
		err := v.query(text, args, func(r *reader) error {
			out = append(out, Out(r.int()))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// CoverersOf are the organisations and instructors that cover units on any date, as known at a version or at any later one.
func (v *View) CoverersOf(units []model.UnitID, since model.DataVersion) (orgs []model.OrganisationID, people []model.InstructorID, err error) {
	for part := range slices.Chunk(distinct(units), Chunk) {
		list, args := among(v, part, nil, since)
		text := "SELECT DISTINCT organisation_id, instructor_id FROM covers WHERE unit_id" + list + " AND until_version >= ?"
		err := v.query(text, args, func(r *reader) error {
			if id := model.OrganisationID(r.int()); id != 0 {
				orgs = append(orgs, id)
			}
			if id := model.InstructorID(r.int()); id != 0 {
				people = append(people, id)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return distinct(orgs), distinct(people), nil
}

// OrganisationsRecordedAt are the organisations whose officers or activities a version recorded or superseded. It looks at every row.
func (v *View) OrganisationsRecordedAt(version model.DataVersion) (out []model.OrganisationID, err error) {
	for _, table := range []string{Officers.Name, Activities.Name} {
		text := "SELECT DISTINCT organisation_id FROM " + table + " WHERE since_version = ? OR until_version = ?"
		err := v.query(text, []any{version, version}, func(r *reader) error {
			out = append(out, model.OrganisationID(r.int()))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return distinct(out), nil
}

// CoverCounts are the numbers of stored covers of subjects, superseded ones too: how much their histories may hold.
func (v *View) CoverCounts(of model.Subject, ids []model.SubjectID) (map[model.SubjectID]int, error) {
	s, err := subjectOf(of)
	if err != nil {
		return nil, err
	}
	out := make(map[model.SubjectID]int, len(ids))
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil)
		text := "SELECT " + s.id + ", COUNT(*) FROM covers WHERE " + s.id + list + named(s.id) + " GROUP BY " + s.id
		err := v.query(text, args, func(r *reader) error {
			id := model.SubjectID(r.int())
			out[id] = int(r.int())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// CurrentActivities are the current activities of organisations between two days, both inclusive.
func (v *View) CurrentActivities(ids []model.OrganisationID, from, to model.Date) ([]model.Activity, error) {
	return rowsOf(v, Activities, "organisation_id", ids, " AND held_on >= ? AND held_on <= ? AND until_version = ?", "id", from, to, model.Current)
}
