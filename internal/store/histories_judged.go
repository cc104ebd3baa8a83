package store

import (
	"cmp"
	"slices"

	"fugai/model"
)

// judgedCovers and judgedFacts are the columns of covers and their units by which rules on organisations and instructors judge. Spans are
// computed for very many of them at once, and most of what units report is text that only findings tell.
var (
	judgedCovers = &Table[model.Cover]{
		Name: "covers", columns: columns("id unit_id organisation_id instructor_id set_up basis valid_from valid_to"),
		read: func(r *reader, c *model.Cover) {
			c.ID, c.UnitID = model.CoverID(r.int()), model.UnitID(r.int())
			c.OrganisationID, c.InstructorID = model.OrganisationID(r.int()), model.InstructorID(r.int())
			r.enum(&c.SetUp)
			r.enum(&c.Basis)
			r.valid(&c.Valid)
		},
	}
	judgedFacts = &Table[model.UnitFact]{
		Name: "unit_facts", columns: columns(`unit_id valid_from domain also_domain control region_id full_members founded_on status
			public_or_private`),
		read: func(r *reader, f *model.UnitFact) {
			f.UnitID, f.ValidFrom = model.UnitID(r.int()), r.date()
			r.enum(&f.Domain)
			r.enum(&f.AlsoDomain)
			r.enum(&f.Control)
			f.RegionID, f.FullMembers, f.FoundedOn = model.RegionID(r.int()), r.count(), r.date()
			r.enum(&f.Status)
			r.enum(&f.PublicOrPrivate)
		},
	}
)

// judgedUnits reads of covers and their units what rules judge by. It sorts the covers itself, because the database would do so for every
// thousand holders by texts.
func (v *View) judgedUnits(holder string, ids []int64, version model.DataVersion) ([]model.CoveredUnit, error) {
	covers, err := rowsOf(v, judgedCovers, holder, ids, named(holder)+atVersion, "", version, version)
	if err != nil || len(covers) == 0 {
		return nil, err
	}
	slices.SortFunc(covers, func(a, b model.Cover) int {
		return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(a.ID, b.ID))
	})
	units := make([]model.UnitID, len(covers))
	for i := range covers {
		units[i] = covers[i].UnitID
	}
	facts, err := rowsOf(v, judgedFacts, "unit_id", units, atVersion, "unit_id, valid_from", version, version)
	of := make(map[model.UnitID][]model.UnitFact, len(facts))
	for len(facts) > 0 {
		n := 1
		for n < len(facts) && facts[n].UnitID == facts[0].UnitID {
			n++
		}
		of[facts[0].UnitID], facts = facts[:n:n], facts[n:]
	}
	out := make([]model.CoveredUnit, len(covers))
	for i := range covers {
		out[i] = model.CoveredUnit{Cover: covers[i], Unit: of[covers[i].UnitID]}
	}
	return out, err
}
