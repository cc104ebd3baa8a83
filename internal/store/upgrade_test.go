package store_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// descriptions are the statements that tell everything about a schema besides its rows.
var descriptions = map[string][]string{
	"sqlite": {"SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"},
	"mysql": {
		"SELECT table_name, ordinal_position, column_name, column_type, is_nullable, collation_name, column_default FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY 1, 2",
		"SELECT table_name, index_name, non_unique, seq_in_index, column_name FROM information_schema.statistics WHERE table_schema = DATABASE() ORDER BY 1, 2, 4",
		"SELECT table_name, REPLACE(view_definition, DATABASE(), ''), security_type FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY 1",
	},
}

// schemaOf describes the schema of a store, a line an object.
func schemaOf(t *testing.T, s *store.Store, kind string) (lines []string) {
	for _, text := range descriptions[kind] {
		for _, row := range storetest.Rows(t, s, text) {
			if !strings.Contains(row[0]+row[1], "goose") {
				lines = append(lines, strings.Join(row, " | "))
			}
		}
	}
	return lines
}

func TestAFreshSchemaIsAnUpgradedOne(t *testing.T) {
	for _, kind := range storetest.Kinds {
		fresh := schemaOf(t, storetest.Open(t, kind), kind)
		if !slices.ContainsFunc(fresh, func(line string) bool { return strings.Contains(line, "report_coverage_monthly") }) {
			t.Fatalf("%s: the views are not in the schema that is compared: %d objects", kind, len(fresh))
		}
		for _, from := range []int64{1, 3} {
			old := storetest.OpenEmpty(t, kind)
			if err := old.MigrateTo(ctx, from); err != nil {
				t.Fatal(err)
			}
			if before := schemaOf(t, old, kind); slices.Equal(before, fresh) {
				t.Errorf("%s: version %d is the newest already", kind, from)
			}
			if err := old.Migrate(ctx); err != nil {
				t.Fatal(err)
			}
			if upgraded := schemaOf(t, old, kind); !slices.Equal(upgraded, fresh) {
				t.Errorf("%s: upgraded from version %d:\n%s\nfresh:\n%s", kind, from, strings.Join(upgraded, "\n"), strings.Join(fresh, "\n"))
			}
		}
	}
}

// TestDatesOfOlderFilesBecomeNumbers fills every table of a file that keeps its dates as texts, and compares all that it holds afterwards.
func TestDatesOfOlderFilesBecomeNumbers(t *testing.T) {
	type column struct{ name, kind, notNull string }
	tables := func(s *store.Store) map[string][]column {
		found := map[string][]column{}
		for _, row := range storetest.Rows(t, s, `SELECT m.name, c.name, c.type, c."notnull" FROM sqlite_master m, pragma_table_info(m.name) c
			WHERE m.type = 'table' AND m.name NOT LIKE '%goose%' AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid`) {
			found[row[0]] = append(found[row[0]], column{row[1], row[2], row[3]})
		}
		return found
	}
	old, fresh := storetest.OpenEmpty(t, "sqlite"), tables(storetest.Open(t, "sqlite"))
	if err := old.MigrateTo(ctx, 5); err != nil {
		t.Fatal(err)
	}
	dates := []string{"2024-02-29", "9999-12-31", "0001-01-01", "2026-11-09"}
	numbers := strings.NewReplacer("2024-02-29", "20240229", "9999-12-31", "99991231", "0001-01-01", "10101", "2026-11-09", "20261109")
	want, seen := map[string]string{}, 0
	for name, before := range tables(old) {
		var names, values, kept []string
		for i, c := range before {
			value := strconv.Itoa(1 + i) // no two columns hold the same
			switch after := fresh[name][i]; {
			case after.name != c.name || after.notNull != c.notNull:
				t.Fatalf("column %d of %s is %v, and was %v", i, name, after, c)
			case c.kind == "TEXT" && after.kind == "INTEGER":
				value = dates[seen%len(dates)]
				if seen++; c.notNull == "0" && seen%2 == 0 {
					value = ""
				}
			case c.kind == "TEXT":
				value = c.name + "-of-2024-02-29" // stays as it is
			}
			names, values = append(names, c.name), append(values, "NULLIF('"+value+"', '')")
			if c.kind == "TEXT" && fresh[name][i].kind == "INTEGER" {
				value = numbers.Replace(value)
			}
			kept = append(kept, value)
		}
		storetest.SQL(t, old, "DELETE FROM "+name)
		storetest.SQL(t, old, "INSERT INTO "+name+" ("+strings.Join(names, ", ")+") VALUES ("+strings.Join(values, ", ")+")")
		want[name] = strings.Join(kept, "|")
	}
	if seen < 50 {
		t.Fatalf("only %d columns of dates were found", seen)
	}
	if err := old.Migrate(ctx); err != nil {
		t.Fatal(err)
	}
	for name, line := range want {
		rows := storetest.Rows(t, old, "SELECT * FROM "+name)
		if len(rows) != 1 || strings.Join(rows[0], "|") != line {
			t.Errorf("%s holds %v, want %s", name, rows, line)
		}
	}
}

// TestNamesOfOlderSpansStay reads spans that tell every name, and of which one has none.
func TestNamesOfOlderSpansStay(t *testing.T) {
	for _, kind := range storetest.Kinds {
		s := storetest.OpenEmpty(t, kind)
		if err := s.MigrateTo(ctx, 6); err != nil {
			t.Fatal(err)
		}
		want := []string{"甲支部", "甲支部", "", "", "乙支部"}
		for i, name := range want {
			from, to := "2001-01-0"+strconv.Itoa(i+1), "2001-01-0"+strconv.Itoa(i+2)
			if kind == "sqlite" {
				from, to = strings.ReplaceAll(from, "-", ""), strings.ReplaceAll(to, "-", "")
			}
			storetest.SQL(t, s, `INSERT INTO organisation_spans (rule_set_id, organisation_id, valid_from, valid_to, class_id, region_id, zone_id, place, name)
				VALUES (1, 1, ?, ?, 1, 1, 0, 0, ?)`, from, to, name)
		}
		if err := s.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		var names []string
		err := s.View(ctx, func(v *store.View) error {
			return v.LoadSubjectSpans(model.SubjectOrganisation, 1, store.AllIDs, func(sp *model.Span, _ int32) error {
				names = append(names, sp.Name)
				return nil
			})
		})
		if err != nil || !slices.Equal(names, want) {
			t.Errorf("%s: the names are %q: %v", kind, names, err)
		}
	}
}
