package store

import "fugai/model"

// Latest is the version for reads of what is current, whatever the last commit was.
const Latest = model.Current - 1

// UnitFactsOn reads the facts of units in force on a date, as known at a data version, by unit.
func (v *View) UnitFactsOn(version model.DataVersion, day model.Date, ids []model.UnitID) ([]model.UnitFact, error) {
	return factsOn(v, UnitFacts, ids, version, day)
}

// industries are the columns of unit facts that flat tables show and spans do not tell.
var industries = &Table[model.UnitFact]{
	Name: "unit_facts", columns: columns("unit_id also_domain industry"),
	read: func(r *reader, f *model.UnitFact) {
		f.UnitID = model.UnitID(r.int())
		r.enum(&f.AlsoDomain)
		f.Industry = r.text()
	},
}

// IndustriesOn reads of the facts of units in force on a date, as known at a data version, the industry and the second domain alone, in any
// order.
func (v *View) IndustriesOn(version model.DataVersion, day model.Date, ids []model.UnitID) ([]model.UnitFact, error) {
	return rowsOf(v, industries, "unit_id", ids, atVersion+onDate, "", version, version, day, day)
}

// UnitHistory reads all facts of units, in order of their dates.
func (v *View) UnitHistory(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.UnitFact, error) {
	facts, err := Facts(v, UnitFacts, ids, version)
	return grouped(facts, func(f *model.UnitFact) model.UnitID { return f.UnitID }), err
}

// SuccessionsOf reads the successions in which units take part, as successor or predecessor.
func (v *View) SuccessionsOf(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.Succession, error) {
	out := map[model.UnitID][]model.Succession{}
	later, err := rowsOf(v, Successions, "unit_id", ids, atVersion, "succeeded_on, predecessor_id", version, version)
	if err != nil {
		return nil, err
	}
	for _, s := range later {
		out[s.UnitID] = append(out[s.UnitID], s)
	}
	earlier, err := rowsOf(v, Successions, "predecessor_id", ids, atVersion, "succeeded_on, unit_id", version, version)
	for _, s := range earlier {
		out[s.PredecessorID] = append(out[s.PredecessorID], s)
	}
	return out, err
}

func (v *View) coversBy(column string, ids []int64, version model.DataVersion) ([]model.Cover, error) {
	return rowsOf(v, Covers, column, ids, named(column)+atVersion, "valid_from, id", version, version)
}

// EachCover hands out all current covers without id and recording, in order of their ids. The cover is reused.
func (v *View) EachCover(each func(*model.Cover)) error {
	var c model.Cover
	return v.queryMany(toldCovers.selection()+" WHERE until_version = ? ORDER BY id", []any{model.Current}, func(r *reader) error {
		c = model.Cover{}
		toldCovers.read(r, &c)
		each(&c)
		return nil
	})
}

// CurrentCovers reads the current covers of units without id and recording, in order of ValidFrom, then id.
func (v *View) CurrentCovers(ids []model.UnitID) (map[model.UnitID][]model.Cover, error) {
	rows, err := rowsOf(v, toldCovers, "unit_id", ids, " AND until_version = ?", "valid_from, id", model.Current)
	return grouped(rows, func(c *model.Cover) model.UnitID { return c.UnitID }), err
}

// datedCovers are the columns of covers that tell whom they cover and how.
var datedCovers = &Table[model.Cover]{
	Name: "covers", columns: columns("id unit_id organisation_id instructor_id set_up valid_from valid_to"),
	read: func(r *reader, c *model.Cover) {
		c.ID, c.UnitID = model.CoverID(r.int()), model.UnitID(r.int())
		c.OrganisationID, c.InstructorID = model.OrganisationID(r.int()), model.InstructorID(r.int())
		r.enum(&c.SetUp)
		r.valid(&c.Valid)
	},
}

// CoversOn reads of the covers of organisations or instructors those whose own dates hold a day, as known at a data version, in any order:
// whom they cover, their set-up and their dates.
func CoversOn[ID ~int64](v *View, of model.Subject, ids []ID, version model.DataVersion, day model.Date) ([]model.Cover, error) {
	s, err := subjectOf(of)
	if err != nil {
		return nil, err
	}
	return rowsOf(v, datedCovers, s.id, ids, named(s.id)+atVersion+onDate, "", version, version, day, day)
}

// CoversOfUnits reads all covers of units, whatever their dates, in order of ValidFrom, then id.
func (v *View) CoversOfUnits(version model.DataVersion, ids []model.UnitID) (map[model.UnitID][]model.Cover, error) {
	rows, err := v.coversBy("unit_id", idsOf(ids), version)
	return grouped(rows, func(c *model.Cover) model.UnitID { return c.UnitID }), err
}

// CoversOfOrganisations reads all covers that organisations hold.
func (v *View) CoversOfOrganisations(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.Cover, error) {
	rows, err := v.coversBy("organisation_id", idsOf(ids), version)
	return grouped(rows, func(c *model.Cover) model.OrganisationID { return c.OrganisationID }), err
}
