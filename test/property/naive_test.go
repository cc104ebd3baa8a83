package property

import (
	"database/sql"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"

	"fugai/model"
)

//go:embed naive.sql
var naiveSQL string

// reading is one indicator as SQL over the columns of naive_row. A condition that is NULL is not known.
type reading struct {
	key model.IndicatorKey
	// population and met decide; vain is a cover in force that might have counted and does not, once a counted one that ended.
	population, met, vain, once string
}

// readings are the indicators of the specification, in its order.
var readings = []reading{
	{"ORGANISATION_COVERAGE", "1", "organised", "vainly_organised", "once_organised"},
	{"ORGANISATION_COVERAGE_RETURN", "1", "s = 1 OR j = 1", "a = 1 OR c = 1 OR u = 1", "es = 1 OR ej = 1"},
	{"STANDALONE_ESTABLISHMENT", "1", "s", "j = 1 OR a = 1 OR c = 1 OR u = 1", "es"},
	{"DUE_ESTABLISHMENT", "f >= stand_alone", "s", "j = 1 OR a = 1 OR c = 1 OR u = 1", "es"},
	{"DUE_COVERED", "f >= stand_alone", "s = 1 OR j = 1", "a = 1 OR c = 1 OR u = 1", "es = 1 OR ej = 1"},
	{"WORK_COVERAGE", "organised = 0", "worked", "vainly_worked", "once_worked"},
	{"INSTRUCTOR_SENT", "establishment LIKE 'NOT_ESTABLISHED%'", "i", "l = 1 OR t = 1 OR y = 1 OR w = 1", "ei"},
	{"TWO_COVERAGES", "1", "organised = 1 OR worked = 1", "vainly_organised = 1 OR vainly_worked = 1", "once_organised = 1 OR once_worked = 1"},
	{"MEMBER_UNITS_COVERED", "f >= 1 OR p >= 1", "organised", "vainly_organised", "once_organised"},
	{"FIFTY_WITH_MEMBERS", "non_public = 1 AND employees >= 50", "f >= 1 OR p >= 1", "0", "0"},
	{"HUNDRED_WITH_ORGANISATION", "non_public = 1 AND employees >= 100", "s = 1 OR j = 1", "a = 1 OR c = 1 OR u = 1", "es = 1 OR ej = 1"},
	{"THIRTY_STAFF_SCHOOLS", "school = 1 AND private = 1 AND employees >= 30", "s = 1 OR j = 1", "a = 1 OR c = 1 OR u = 1", "es = 1 OR ej = 1"},
}

// result is the CASE expression of one of the five results.
func (r *reading) result() string {
	return fmt.Sprintf(`CASE WHEN r.operation <> 'OPERATING' THEN 'EXEMPT' WHEN (%[1]s) IS NULL THEN 'UNKNOWN' WHEN NOT (%[1]s) THEN 'NOT_APPLICABLE'
		WHEN (%[2]s) IS NULL THEN 'UNKNOWN' WHEN (%[2]s) THEN 'MET' ELSE 'UNMET' END`, r.population, r.met)
}

func flag(condition string) string {
	return "CASE WHEN " + condition + " THEN 1 ELSE 0 END"
}

// dims are the dimensions that a unit has whatever the question, as the names that rows of answers show.
var dims = map[model.Dimension]string{
	model.DimensionDomain: "r.domain", model.DimensionControl: "r.control", model.DimensionSize: "r.size", model.DimensionKind: "r.kind",
	model.DimensionIndustry:        "CASE WHEN SUBSTR(r.industry, 1, 1) BETWEEN 'A' AND 'T' THEN SUBSTR(r.industry, 1, 1) ELSE 'UNKNOWN' END",
	model.DimensionEmployeeBand:    "r.band",
	model.DimensionAboveScale:      "CASE WHEN r.non_public = 0 AND r.state_owned = 0 THEN 'NONE' ELSE r.above_scale END",
	model.DimensionPublicOrPrivate: "CASE WHEN r.school = 0 THEN 'NONE' ELSE r.public_or_private END",
	model.DimensionOperation:       "r.operation", model.DimensionEstablishment: "r.establishment",
	model.DimensionSetUp: "COALESCE(o.way, 'NONE')", model.DimensionWorkMeans: "COALESCE(k.way, 'NONE')",
}

// placed is where a unit stands in the subordination tree: AT an organisation, at the one ABOVE it, or by its TERRITORY.
const placed = `CASE WHEN r.responsible_id <> 0 THEN 'AT'
	WHEN o.what IN ('COMMITTEE', 'WORKING_COMMITTEE') AND o.way <> 'STANDALONE' THEN 'AT' WHEN o.parent_id <> 0 THEN 'ABOVE'
	WHEN q.what IN ('COMMITTEE', 'WORKING_COMMITTEE') AND q.way <> 'STANDALONE' THEN 'AT' WHEN q.parent_id <> 0 THEN 'ABOVE'
	ELSE 'TERRITORY' END`

const placeID = `CASE WHEN r.responsible_id <> 0 THEN r.responsible_id
	WHEN o.what IN ('COMMITTEE', 'WORKING_COMMITTEE') AND o.way <> 'STANDALONE' OR o.parent_id <> 0 THEN o.holder_id
	ELSE COALESCE(q.holder_id, 0) END`

// naiveRow is one unit on one day, as the naive side sees it.
type naiveRow struct {
	day, founded    model.Date
	unit            model.UnitID
	code, name      string
	dims            map[model.Dimension]string
	also            string
	region          model.RegionID
	zone            model.ZoneID
	placed          string
	place           model.OrganisationID
	reason          string
	employees, full sql.NullInt64
	members         sql.NullInt64
	results         []string
	vain, once      []bool
}

func (r *naiveRow) result(i int) string { return r.results[i] }

// naive is the naive side of a world: a row per unit and day, and the trees.
type naive struct {
	rows   map[model.Date][]*naiveRow
	byUnit map[model.Date]map[model.UnitID]*naiveRow
	// days are all days of the rows, ascending; every day on which anything changes is among them.
	days []model.Date
	trees
}

// evaluate runs the naive reading for some days.
func evaluate(t *testing.T, db *sql.DB, days []model.Date, p policy) *naive {
	t.Helper()
	kind := "DATE"
	if _, mariadb := db.Driver().(*mysql.MySQLDriver); !mariadb {
		kind = "INTEGER"
	}
	exec(t, db, "CREATE TABLE naive_day (d "+kind+` NOT NULL PRIMARY KEY, stand_alone INTEGER, count_joint INTEGER, count_affiliated INTEGER,
		count_combined INTEGER, count_women INTEGER, temporary INTEGER, own_affiliated INTEGER)`)
	values := make([]string, len(days))
	for i, d := range days {
		r := p.on(d)
		values[i] = fmt.Sprintf("(%d,%d,%d,%d,%d,%d,%d,%d)", d.Number(), r.standAlone, r.joint, r.affiliated, r.combined, r.women, r.temporary, r.ownAffiliated)
	}
	exec(t, db, "INSERT INTO naive_day VALUES "+strings.Join(values, ","))
	for _, statement := range strings.Split(naiveSQL, ";\n") {
		exec(t, db, statement)
	}
	n := &naive{rows: map[model.Date][]*naiveRow{}, byUnit: map[model.Date]map[model.UnitID]*naiveRow{}}
	n.readRows(t, db)
	n.readTrees(t, db)
	return n
}

func exec(t *testing.T, db *sql.DB, text string) {
	t.Helper()
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
}

// order is the order in which the columns of dims are read.
var order = model.AllDimension()

func (n *naive) readRows(t *testing.T, db *sql.DB) {
	t.Helper()
	columns := []string{"r.d", "r.founded", "r.unit_id", "u.credit_code", "r.name", "CASE WHEN r.also_domain = r.domain THEN '' ELSE r.also_domain END",
		"r.region_id", "r.zone_id", placed, placeID, "r.reason", "r.employees", "r.f", "r.f + r.p"}
	for _, d := range order {
		if dims[d] != "" {
			columns = append(columns, dims[d])
		}
	}
	for i := range readings {
		r := &readings[i]
		columns = append(columns, r.result(), flag(r.vain), flag(r.once))
	}
	rows, err := db.QueryContext(t.Context(), "SELECT "+strings.Join(columns, ", ")+` FROM naive_row r JOIN units u ON u.id = r.unit_id
		LEFT JOIN naive_strongest o ON o.d = r.d AND o.unit_id = r.unit_id LEFT JOIN naive_work k ON k.d = r.d AND k.unit_id = r.unit_id
		LEFT JOIN naive_last q ON q.d = r.d AND q.unit_id = r.unit_id ORDER BY r.d, r.unit_id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		n.add(t, rows)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func (n *naive) add(t *testing.T, rows *sql.Rows) {
	t.Helper()
	r := &naiveRow{dims: map[model.Dimension]string{}, results: make([]string, len(readings)), vain: make([]bool, len(readings)), once: make([]bool, len(readings))}
	into := []any{&r.day, &r.founded, &r.unit, &r.code, &r.name, &r.also, &r.region, &r.zone, &r.placed, &r.place, &r.reason, &r.employees, &r.full, &r.members}
	texts := make([]string, len(order))
	for i, d := range order {
		if dims[d] != "" {
			into = append(into, &texts[i])
		}
	}
	for i := range readings {
		into = append(into, &r.results[i], &r.vain[i], &r.once[i])
	}
	if err := rows.Scan(into...); err != nil {
		t.Fatal(err)
	}
	for i, d := range order {
		if dims[d] != "" {
			r.dims[d] = texts[i]
		}
	}
	n.rows[r.day] = append(n.rows[r.day], r)
	if n.byUnit[r.day] == nil {
		n.byUnit[r.day] = map[model.UnitID]*naiveRow{}
	}
	n.byUnit[r.day][r.unit] = r
}
