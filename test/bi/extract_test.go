package bi

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// extract runs the nightly copy twice and compares it with the API's months.
func extract(t *testing.T, w *world) {
	script, copied, table := w.copying(t)
	for range 2 {
		run(t, w.db, script)
	}
	_, got, err := rows(t.Context(), copied, `SELECT period, as_of, provisional, area_code, area_name, SUM(units), SUM(met), SUM(met + unmet)
		FROM `+table+` WHERE indicator = 'TWO_COVERAGES' AND primary_domain = 1 GROUP BY period, as_of, provisional, area_code, area_name`)
	check(t, err)
	same(t, "the copy", got, w.ask(t, fmt.Sprintf(`{ coverage(groupBy: [PERIOD, REGION], regionLevel: COUNTY, periods: {from: %q, to: %q, grain: MONTH}) {
		rows { period asOf provisional regionCode regionName units s: share(of: "TWO_COVERAGES") { numerator denominator } } } }`, w.month(t, -36), w.month(t, 0)),
		"data.coverage.rows", "period asOf provisional regionCode regionName units s.numerator s.denominator"))
}

// copying is the shipped script with this database in place of the names in it, and where the copy is found.
func (w *world) copying(t *testing.T) (script string, copied *sql.DB, table string) {
	t.Helper()
	if w.kind == "sqlite" {
		path := filepath.Join(t.TempDir(), "copy.db")
		return replaced(t, read(t, "sql", "extract-sqlite.sql"), "'fugai-bi.db'", "'"+path+"'"), open(t, "sqlite:"+path), "coverage_monthly"
	}
	name := w.database(t)
	t.Cleanup(func() {
		_, err := w.db.ExecContext(context.WithoutCancel(t.Context()), "DROP DATABASE IF EXISTS "+name+"_bi")
		check(t, err)
	})
	script = replaced(t, replaced(t, read(t, "sql", "extract.sql"), "fugai_bi", name+"_bi"), "fugai.", name+".")
	return script, w.db, name + "_bi.coverage_monthly"
}

func (w *world) database(t *testing.T) string {
	t.Helper()
	u, err := url.Parse(w.dsn)
	check(t, err)
	return strings.Trim(u.Path, "/")
}

// replaced puts the test's own name in place of one that must stand in a shipped file.
func replaced(t *testing.T, text, name, own string) string {
	t.Helper()
	if !strings.Contains(text, name) {
		t.Fatalf("%s does not stand in:\n%s", name, text)
	}
	return strings.ReplaceAll(text, name, own)
}

// run runs the statements of a script on one connection, as a command line does.
func run(t *testing.T, db *sql.DB, script string) {
	t.Helper()
	connection, err := db.Conn(t.Context())
	check(t, err)
	defer connection.Close()
	for statement := range strings.SplitSeq(uncommented(script), ";") {
		if strings.TrimSpace(statement) == "" {
			continue
		}
		if _, err := connection.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
	}
}

// uncommented is a script without its lines of comment.
func uncommented(script string) string {
	var kept []string
	for line := range strings.Lines(script) {
		if !strings.HasPrefix(line, "--") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}
