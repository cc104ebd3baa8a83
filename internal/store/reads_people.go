package store

import (
	"slices"

	"fugai/model"
)

// InstructorsAt reads instructors with the facts in force on a date.
func (v *View) InstructorsAt(version model.DataVersion, day model.Date, ids []model.InstructorID) (map[model.InstructorID]*model.Instructor, error) {
	facts, err := factsOn(v, InstructorFacts, ids, version, day)
	if err != nil {
		return nil, err
	}
	keys, err := codes[string](v, "instructors", "code", ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.InstructorID]*model.Instructor, len(facts))
	for i := range facts {
		id := facts[i].InstructorID
		out[id] = &model.Instructor{ID: id, Code: keys[id], AsOf: day, InstructorFact: facts[i]}
	}
	return out, nil
}

// InstructorHistory reads all facts of instructors, in order of their dates.
func (v *View) InstructorHistory(version model.DataVersion, ids []model.InstructorID) (map[model.InstructorID][]model.InstructorFact, error) {
	facts, err := Facts(v, InstructorFacts, ids, version)
	return grouped(facts, func(f *model.InstructorFact) model.InstructorID { return f.InstructorID }), err
}

// InstructorKey is the identity of an instructor and where the service is.
type InstructorKey struct {
	ID       model.InstructorID
	Code     string
	RegionID model.RegionID
}

// Instructors are the keys of all instructors with the region in force on a date, by code: what lists and scopes need.
func (v *View) Instructors(version model.DataVersion, day model.Date) ([]InstructorKey, error) {
	var out []InstructorKey
	err := v.query("SELECT i.id, i.code, f.region_id FROM instructors i JOIN instructor_facts f ON f.instructor_id = i.id"+
		" WHERE f.since_version <= ? AND f.until_version > ? AND f.valid_from <= ? AND f.valid_to > ? ORDER BY i.code",
		[]any{version, version, day, day}, func(r *reader) error {
			out = append(out, InstructorKey{model.InstructorID(r.int()), r.text(), model.RegionID(r.int())})
			return nil
		})
	return out, err
}

// VisitsOfInstructors reads visits, in order of their days.
func (v *View) VisitsOfInstructors(version model.DataVersion, ids []model.InstructorID) (map[model.InstructorID][]model.Visit, error) {
	rows, err := rowsOf(v, Visits, "instructor_id", ids, atVersion, "visited_on, id", version, version)
	return grouped(rows, func(x *model.Visit) model.InstructorID { return x.InstructorID }), err
}

// CurrentVisits are the current visits of instructors between two days, both inclusive.
func (v *View) CurrentVisits(ids []model.InstructorID, from, to model.Date) ([]model.Visit, error) {
	return rowsOf(v, Visits, "instructor_id", ids, " AND visited_on >= ? AND visited_on <= ? AND until_version = ?", "id", from, to, model.Current)
}

// VisitsOfUnits reads visits to units, in order of their days.
func (v *View) VisitsOfUnits(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.Visit, error) {
	rows, err := rowsOf(v, Visits, "unit_id", ids, atVersion, "visited_on, id", version, version)
	return grouped(rows, func(x *model.Visit) model.UnitID { return x.UnitID }), err
}

// AllCandidates are all candidates as known at a data version, by code.
func (v *View) AllCandidates(version model.DataVersion) ([]model.Candidate, error) {
	return all(v, Candidates, " WHERE since_version <= ? AND until_version > ? ORDER BY code", version, version)
}

// CandidatesByID reads candidates.
func (v *View) CandidatesByID(version model.DataVersion, ids []model.CandidateID) (map[model.CandidateID]*model.Candidate, error) {
	rows, err := Facts(v, Candidates, ids, version)
	out := make(map[model.CandidateID]*model.Candidate, len(rows))
	for i := range rows {
		out[rows[i].ID] = &rows[i]
	}
	return out, err
}

// CandidatesOf reads the candidates of units, by code.
func (v *View) CandidatesOf(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.Candidate, error) {
	rows, err := rowsOf(v, Candidates, "unit_id", ids, atVersion, "code", version, version)
	return grouped(rows, func(c *model.Candidate) model.UnitID { return c.UnitID }), err
}

// CandidatesByCode are the current candidates with the codes.
func (v *View) CandidatesByCode(codes []string) (map[string]model.Candidate, error) {
	rows, err := byTexts(v, Candidates, "code", codes, "id")
	out := make(map[string]model.Candidate, len(rows))
	for i := range rows {
		out[rows[i].Code] = rows[i]
	}
	return out, err
}

// CandidatesOfPersons are the current candidates with the persons' codes.
func (v *View) CandidatesOfPersons(codes []string) ([]model.Candidate, error) {
	return byTexts(v, Candidates, "person_code", codes, "id")
}

// StepsOf reads the recorded steps of candidates, in order of their days.
func (v *View) StepsOf(version model.DataVersion, ids []model.CandidateID) (map[model.CandidateID][]model.CandidateStep, error) {
	rows, err := rowsOf(v, CandidateSteps, "candidate_id", ids, atVersion, "happened_on, id", version, version)
	return grouped(rows, func(s *model.CandidateStep) model.CandidateID { return s.CandidateID }), err
}

// byTexts are the current rows whose text column holds one of the keys.
func byTexts[T any, K ~string](v *View, t *Table[T], column string, keys []K, order string) ([]T, error) {
	var out []T
	keys = slices.Clone(keys)
	slices.Sort(keys)
	for part := range slices.Chunk(slices.Compact(keys), Chunk) {
		list, args := inTexts(part, []any{model.Current})
		rows, err := all(v, t, " WHERE until_version = ? AND "+column+list+" ORDER BY "+order, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}
