package store

import (
	"cmp"
	"slices"

	"fugai/model"
)

// judged is a cover with one of the facts of its unit; without one the fact has no ValidFrom.
type judged struct {
	cover model.Cover
	fact  model.UnitFact
}

// judgedBy reads what rules on organisations and instructors judge by of covers and their units. Spans are computed for very many of them at
// once, and most of what units report is text that only findings tell. The database goes from each cover to its unit by itself, because
// lists of units that are sent to it cost MariaDB more (a twentieth of an import).
const judgedBy = `SELECT c.id, c.unit_id, c.organisation_id, c.instructor_id, c.set_up, c.basis, c.valid_from, c.valid_to,
	f.valid_from, f.domain, f.also_domain, f.control, f.region_id, f.full_members, f.founded_on, f.status, f.public_or_private
	FROM covers c LEFT JOIN unit_facts f ON f.unit_id = c.unit_id AND f.since_version <= ? AND f.until_version > ?
	WHERE c.since_version <= ? AND c.until_version > ? AND c.`

func (r *reader) judged(j *judged) {
	c, f := &j.cover, &j.fact
	c.ID, c.UnitID = model.CoverID(r.int()), model.UnitID(r.int())
	c.OrganisationID, c.InstructorID = model.OrganisationID(r.int()), model.InstructorID(r.int())
	r.enum(&c.SetUp)
	r.enum(&c.Basis)
	r.valid(&c.Valid)
	f.UnitID, f.ValidFrom = c.UnitID, r.date()
	r.enum(&f.Domain)
	r.enum(&f.AlsoDomain)
	r.enum(&f.Control)
	f.RegionID, f.FullMembers, f.FoundedOn = model.RegionID(r.int()), r.count(), r.date()
	r.enum(&f.Status)
	r.enum(&f.PublicOrPrivate)
}

// judgedUnits reads of covers and their units what rules judge by. It sorts them itself, because the database would do so for every thousand
// holders by texts.
func (v *View) judgedUnits(holder string, ids []int64, version model.DataVersion) ([]model.CoveredUnit, error) {
	rows := make([]judged, 0, len(ids))
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil)
		args = append([]any{version, version, version, version}, args...)
		err := v.query(judgedBy+holder+list+" AND c."+holder+" <> 0", args, func(r *reader) error {
			rows = append(rows, judged{})
			r.judged(&rows[len(rows)-1])
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	order := make([]int32, len(rows)) // rows are large
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(i, j int32) int {
		a, b := &rows[i], &rows[j]
		return cmp.Or(cmp.Compare(a.cover.ValidFrom, b.cover.ValidFrom), cmp.Compare(a.cover.ID, b.cover.ID), cmp.Compare(a.fact.ValidFrom, b.fact.ValidFrom))
	})
	out, facts := make([]model.CoveredUnit, 0, len(rows)), make([]model.UnitFact, 0, len(rows))
	for len(order) > 0 {
		n, first, cover := 0, len(facts), &rows[order[0]].cover
		for ; n < len(order) && rows[order[n]].cover.ID == cover.ID; n++ {
			if fact := &rows[order[n]].fact; fact.ValidFrom != 0 {
				facts = append(facts, *fact)
			}
		}
		out = append(out, model.CoveredUnit{Cover: *cover, Unit: facts[first:len(facts):len(facts)]})
		order = order[n:]
	}
	return out, nil
}
