package store_test

import (
	"slices"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
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
