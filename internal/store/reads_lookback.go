package store

import (
	"slices"

	"fugai/model"
)

// OfficersOf reads officers of organisations, whatever their dates, in order of their first days.
func (v *View) OfficersOf(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.Officer, error) {
	rows, err := rowsOf(v, Officers, "organisation_id", ids, atVersion, "valid_from, id", version, version)
	return grouped(rows, func(o *model.Officer) model.OrganisationID { return o.OrganisationID }), err
}

// ActivitiesOf reads recorded activities of organisations, in order of their days.
func (v *View) ActivitiesOf(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.Activity, error) {
	rows, err := rowsOf(v, Activities, "organisation_id", ids, atVersion, "held_on, id", version, version)
	return grouped(rows, func(a *model.Activity) model.OrganisationID { return a.OrganisationID }), err
}

// LeadershipOf reads how posts of units are filled, whatever the dates, in order of their first days.
func (v *View) LeadershipOf(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.Leadership, error) {
	rows, err := Facts(v, Leaderships, ids, version)
	return grouped(rows, func(l *model.Leadership) model.UnitID { return l.UnitID }), err
}

// LastVisits are the days of the last visits of instructors by a day, inclusive; those without one are left out.
func (v *View) LastVisits(version model.DataVersion, day model.Date, ids []model.InstructorID) (map[model.InstructorID]model.Date, error) {
	out := map[model.InstructorID]model.Date{}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil, version, version, day)
		text := "SELECT instructor_id, MAX(visited_on) FROM visits WHERE instructor_id" + list + atVersion + " AND visited_on <= ? GROUP BY instructor_id"
		err := v.query(text, args, func(r *reader) error {
			id := model.InstructorID(r.int())
			out[id] = r.date()
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// VisitedBetween are the instructors with a recorded visit from one day to another, both inclusive.
func (v *View) VisitedBetween(version model.DataVersion, from, to model.Date) (map[model.InstructorID]bool, error) {
	out := map[model.InstructorID]bool{}
	text := "SELECT DISTINCT instructor_id FROM visits WHERE visited_on >= ? AND visited_on <= ?" + atVersion
	err := v.query(text, []any{from, to, version, version}, func(r *reader) error {
		out[model.InstructorID(r.int())] = true
		return nil
	})
	return out, err
}
