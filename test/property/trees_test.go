package property

import (
	"database/sql"
	"testing"

	"fugai/model"
)

// place is a region of one day.
type place struct {
	id     model.RegionID
	code   string
	level  model.RegionLevel
	parent model.RegionID
}

// body is a Party organisation that exists on a day.
type body struct {
	id     model.OrganisationID
	code   string
	what   string
	parent model.OrganisationID
	region model.RegionID
	// recorded tells that it is recorded as the territorial committee of its region.
	recorded bool
}

// trees are what exists on each day: regions, organisations and zones.
type trees struct {
	regions map[model.Date]map[model.RegionID]*place
	bodies  map[model.Date]map[model.OrganisationID]*body
	zones   map[model.Date]map[model.ZoneID]string
	// recorded are, by day and region, the organisations recorded as its territorial committee; committees those of the kind
	// COMMITTEE whose superior does not lie there too.
	recorded, committees map[model.Date]map[model.RegionID][]*body
}

func query(t *testing.T, db *sql.DB, text string, each func(scan func(...any))) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), text)
	if err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	defer rows.Close()
	for rows.Next() {
		each(func(into ...any) {
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
		})
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func (tr *trees) readTrees(t *testing.T, db *sql.DB) {
	t.Helper()
	tr.regions, tr.bodies = map[model.Date]map[model.RegionID]*place{}, map[model.Date]map[model.OrganisationID]*body{}
	tr.zones = map[model.Date]map[model.ZoneID]string{}
	tr.recorded, tr.committees = map[model.Date]map[model.RegionID][]*body{}, map[model.Date]map[model.RegionID][]*body{}
	query(t, db, "SELECT d FROM naive_day", func(scan func(...any)) {
		var d model.Date
		scan(&d)
		tr.regions[d], tr.bodies[d] = map[model.RegionID]*place{}, map[model.OrganisationID]*body{}
		tr.zones[d] = map[model.ZoneID]string{}
		tr.recorded[d], tr.committees[d] = map[model.RegionID][]*body{}, map[model.RegionID][]*body{}
	})
	const current = " WHERE f.valid_from <= d.d AND d.d < f.valid_to AND f.until_version = 9223372036854775807"
	query(t, db, "SELECT d.d, f.region_id, f.code, f.level, f.parent_id FROM naive_day d CROSS JOIN region_facts f"+current, func(scan func(...any)) {
		var d model.Date
		p := &place{}
		scan(&d, &p.id, &p.code, &p.level, &p.parent)
		tr.regions[d][p.id] = p
	})
	query(t, db, "SELECT d.d, f.zone_id, z.code FROM naive_day d CROSS JOIN zone_facts f JOIN zones z ON z.id = f.zone_id"+current, func(scan func(...any)) {
		var d model.Date
		var id model.ZoneID
		var code string
		scan(&d, &id, &code)
		tr.zones[d][id] = code
	})
	query(t, db, `SELECT d.d, h.id, o.code, h.what, h.parent_id, h.region_id, h.territorial FROM naive_day d CROSS JOIN naive_holder h JOIN organisations o ON o.id = h.id
		WHERE h.holder = 'O' AND h.valid_from <= d.d AND d.d < h.valid_to AND NOT EXISTS (
			SELECT 1 FROM naive_holder x WHERE x.holder = 'O' AND x.id = h.id AND x.ended_on <= d.d AND d.d < x.valid_to)`, func(scan func(...any)) {
		var d model.Date
		b := &body{}
		scan(&d, &b.id, &b.code, &b.what, &b.parent, &b.region, &b.recorded)
		tr.bodies[d][b.id] = b
	})
	for d, all := range tr.bodies {
		for _, b := range all {
			up := all[b.parent]
			if b.recorded {
				tr.recorded[d][b.region] = append(tr.recorded[d][b.region], b)
			}
			if b.what == "COMMITTEE" && (up == nil || up.region != b.region) {
				tr.committees[d][b.region] = append(tr.committees[d][b.region], b)
			}
		}
	}
}

// upward is the way from a region to the top, itself first.
func (tr *trees) upward(d model.Date, id model.RegionID) (way []*place) {
	for p := tr.regions[d][id]; p != nil; p = tr.regions[d][p.parent] {
		way = append(way, p)
	}
	return way
}

// superior is the organisation under which a unit stands on its day; nil where there is none.
func (tr *trees) superior(r *naiveRow) *body {
	all := tr.bodies[r.day]
	switch r.placed {
	case "AT":
		return all[r.place]
	case "ABOVE":
		if b := all[r.place]; b != nil {
			return all[b.parent]
		}
		return nil
	}
	for _, p := range tr.upward(r.day, r.region) {
		if p.level != model.RegionLevelTownship && p.level != model.RegionLevelCounty {
			continue
		}
		for _, list := range [][]*body{tr.recorded[r.day][p.id], tr.committees[r.day][p.id]} {
			if len(list) == 1 {
				return list[0]
			}
		}
	}
	return nil
}

// chain is the way from an organisation to the top, itself first. A superior that does not exist on the day is none.
func (tr *trees) chain(d model.Date, b *body) (way []*body) {
	for ; b != nil; b = tr.bodies[d][b.parent] {
		way = append(way, b)
	}
	return way
}

// zone is the code of the unit's zone; NONE outside every zone that exists on the day.
func (tr *trees) zone(r *naiveRow) string {
	if code, ok := tr.zones[r.day][r.zone]; ok {
		return code
	}
	return "NONE"
}
