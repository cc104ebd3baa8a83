package store

import "fugai/model"

// OrganisationRow is what lists of organisations are filtered and ordered by, in a period.
type OrganisationRow struct {
	ID model.OrganisationID
	model.Valid
	Name          string
	Kind          model.OrganisationKind
	Nature        model.OrganisationNature
	RegionID      model.RegionID
	ParentID      model.OrganisationID
	EstablishedOn model.Date
	DissolvedOn   model.Date
	TermEndsOn    model.Date
}

// OrganisationRows are the rows of all organisations as known at a data version, by id in order of their dates.
func (v *View) OrganisationRows(version model.DataVersion) ([]OrganisationRow, error) {
	var out []OrganisationRow
	text := "SELECT organisation_id, valid_from, valid_to, name, kind, nature, region_id, parent_id, established_on, dissolved_on, term_ends_on" +
		" FROM organisation_facts WHERE since_version <= ? AND until_version > ? ORDER BY organisation_id, valid_from"
	err := v.query(text, []any{version, version}, func(r *reader) error {
		o := OrganisationRow{ID: model.OrganisationID(r.int())}
		r.valid(&o.Valid)
		o.Name = r.text()
		r.enum(&o.Kind)
		r.enum(&o.Nature)
		o.RegionID, o.ParentID = model.RegionID(r.int()), model.OrganisationID(r.int())
		o.EstablishedOn, o.DissolvedOn, o.TermEndsOn = r.date(), r.date(), r.date()
		out = append(out, o)
		return nil
	})
	return out, err
}

// SetUpsOn are the set-ups of the covers of every organisation whose dates hold a day, as known at a data version. Whether the
// organisation still lives is for the caller to judge.
func (v *View) SetUpsOn(version model.DataVersion, day model.Date) (map[model.OrganisationID][]model.SetUp, error) {
	out := map[model.OrganisationID][]model.SetUp{}
	text := "SELECT DISTINCT organisation_id, set_up FROM covers WHERE organisation_id <> 0" + atVersion + onDate
	err := v.query(text, []any{version, version, day, day}, func(r *reader) error {
		id := model.OrganisationID(r.int())
		var s model.SetUp
		r.enum(&s)
		out[id] = append(out[id], s)
		return nil
	})
	return out, err
}

// OrganisationsWithConditions are the organisations that cover by another set-up than STANDALONE, are recorded as combined, or in
// which members of others take part, on a day as known at a data version, by id.
func (v *View) OrganisationsWithConditions(version model.DataVersion, day model.Date) ([]model.OrganisationID, error) {
	var out []model.OrganisationID
	text := "SELECT organisation_id FROM covers WHERE organisation_id <> 0 AND (set_up IS NULL OR set_up <> 'STANDALONE')" + atVersion + onDate +
		" UNION SELECT organisation_id FROM organisation_facts WHERE set_up = 'COMBINED'" + atVersion + onDate +
		" UNION SELECT organisation_id FROM participations WHERE 1 = 1" + atVersion + onDate + " ORDER BY 1"
	args := []any{version, version, day, day, version, version, day, day, version, version, day, day}
	err := v.query(text, args, func(r *reader) error {
		out = append(out, model.OrganisationID(r.int()))
		return nil
	})
	return out, err
}

// CoversByID reads covers.
func (v *View) CoversByID(version model.DataVersion, ids []model.CoverID) (map[model.CoverID]*model.Cover, error) {
	rows, err := Facts(v, Covers, ids, version)
	out := make(map[model.CoverID]*model.Cover, len(rows))
	for i := range rows {
		out[rows[i].ID] = &rows[i]
	}
	return out, err
}

// InstructorRow is what lists of instructors are filtered and ordered by, on a day.
type InstructorRow struct {
	ID          model.InstructorID
	Code        string
	RegionID    model.RegionID
	Role        model.InstructorRole
	ServiceFrom model.Date
	ServiceTo   model.Date
}

// Serves tells whether the service holds a day.
func (i *InstructorRow) Serves(day model.Date) bool {
	return i.ServiceFrom <= day && (i.ServiceTo.Open() || day < i.ServiceTo)
}

// InstructorRows are the rows of all instructors that hold on a day, as known at a data version.
func (v *View) InstructorRows(version model.DataVersion, day model.Date) ([]InstructorRow, error) {
	var out []InstructorRow
	text := "SELECT i.id, i.code, f.region_id, f.role, f.service_from, f.service_to FROM instructors i JOIN instructor_facts f ON f.instructor_id = i.id" +
		" WHERE f.since_version <= ? AND f.until_version > ? AND f.valid_from <= ? AND f.valid_to > ?"
	err := v.query(text, []any{version, version, day, day}, func(r *reader) error {
		i := InstructorRow{ID: model.InstructorID(r.int()), Code: r.text(), RegionID: model.RegionID(r.int())}
		r.enum(&i.Role)
		i.ServiceFrom, i.ServiceTo = r.date(), r.date()
		out = append(out, i)
		return nil
	})
	return out, err
}

// CandidatesWithCode is the candidate with a code as known at a data version, or none.
func (v *View) CandidatesWithCode(version model.DataVersion, code string) ([]model.Candidate, error) {
	return all(v, Candidates, " WHERE code = ?"+atVersion, code, version, version)
}
