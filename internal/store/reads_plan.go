package store

import (
	"slices"

	"fugai/model"
)

// PlanFact is what plans need of a unit besides its span.
type PlanFact struct {
	MembersElsewhere model.Count
	SupervisorCode   model.CreditCode
}

// PlanFacts reads the plan facts of units that hold on a date, as known at a data version. Units that report neither are left out.
func (v *View) PlanFacts(version model.DataVersion, day model.Date, ids []model.UnitID) (map[model.UnitID]PlanFact, error) {
	out := map[model.UnitID]PlanFact{}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil, version, version, day, day)
		text := "SELECT unit_id, members_elsewhere, supervisor_code FROM unit_facts WHERE unit_id" + list + atVersion + onDate +
			" AND (members_elsewhere > 0 OR supervisor_code <> '')"
		err := v.query(text, args, func(r *reader) error {
			id := model.UnitID(r.int())
			out[id] = PlanFact{r.count(), model.CreditCode(r.text())}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// UnitsHeldOn are the units of the covers of every instructor whose dates hold a day, as known at a data version, each once. Whether
// the instructor still serves is for the caller to judge.
func (v *View) UnitsHeldOn(version model.DataVersion, day model.Date) (map[model.InstructorID][]model.UnitID, error) {
	out := map[model.InstructorID][]model.UnitID{}
	text := "SELECT DISTINCT instructor_id, unit_id FROM covers WHERE instructor_id <> 0" + atVersion + onDate
	err := v.query(text, []any{version, version, day, day}, func(r *reader) error {
		id := model.InstructorID(r.int())
		out[id] = append(out[id], model.UnitID(r.int()))
		return nil
	})
	return out, err
}
