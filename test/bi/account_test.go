package bi

import (
	"context"
	"slices"
	"strings"
	"testing"
)

var views = []string{"report_coverage_current", "report_coverage_monthly"}

// account makes the shipped account and asks with it what SQLAlchemy (Superset) and JDBC drivers (Metabase, FineBI) ask before
// they show a table.
func account(t *testing.T, w *world) {
	tool := w.tool(t)
	for _, question := range []struct{ name, query, column string }{
		{"SQLAlchemy: tables", "SHOW FULL TABLES FROM `" + w.database(t) + "`", ""},
		{"JDBC: tables", `SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '` + w.database(t) + `'
			AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED', 'VIEW')`, ""},
		{"JDBC: columns", "SELECT DISTINCT TABLE_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = '" + w.database(t) + "'", ""},
		{"JDBC: privileges", "SELECT DISTINCT TABLE_NAME FROM INFORMATION_SCHEMA.TABLE_PRIVILEGES WHERE TABLE_SCHEMA = '" + w.database(t) + "'", ""},
	} {
		_, got, err := rows(t.Context(), tool.db, question.query)
		check(t, err)
		for i := range got {
			got[i], _, _ = strings.Cut(got[i], "|")
		}
		if !slices.Equal(got, views) {
			t.Errorf("%s: the account sees %q", question.name, got)
		}
	}
	for _, statement := range []string{
		"SET NAMES utf8mb4", "SET AUTOCOMMIT = 0", "ROLLBACK", "SELECT @@sql_mode", "SELECT @@lower_case_table_names", "SHOW schemas",
		"set autocommit=1, sql_mode = concat(@@sql_mode,',STRICT_TRANS_TABLES')", "set @@SQL_SELECT_LIMIT=2000",
		"SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED", "SET @@session.time_zone = '+08:00'", "SHOW GRANTS FOR CURRENT_USER()",
		"SHOW CREATE TABLE `report_coverage_current`", "DESCRIBE `report_coverage_current`", "SHOW CREATE TABLE `report_coverage_monthly`",
		"SELECT true AS _ FROM `report_coverage_monthly` WHERE 1 <> 1 LIMIT 0",
	} {
		if _, _, err := rows(t.Context(), tool.db, statement); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
	w.refuses(t, tool)
	query := read(t, "sql", "by-domain.sql")
	_, got, err := rows(t.Context(), tool.db, query)
	check(t, err)
	_, want, err := rows(t.Context(), w.db, query)
	check(t, err)
	same(t, "the account", got, want)
}

// refuses checks that everything but the two views is closed.
func (w *world) refuses(t *testing.T, tool *world) {
	t.Helper()
	_, tables, err := rows(t.Context(), w.db, "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '"+w.database(t)+"'")
	check(t, err)
	if len(tables) < 20 {
		t.Fatalf("only %d tables to try", len(tables))
	}
	closed := []string{
		"INSERT INTO report_today VALUES (9, '2020-01-01')", "UPDATE report_months SET provisional = 0", "DROP VIEW report_coverage_current",
		"CREATE TABLE mine (id INT)", "CREATE VIEW mine AS SELECT 1",
	}
	for _, table := range tables {
		if !slices.Contains(views, table) {
			closed = append(closed, "SELECT * FROM `"+table+"` LIMIT 1")
		}
	}
	for _, statement := range closed {
		if _, err := tool.db.ExecContext(t.Context(), statement); err == nil || !strings.Contains(err.Error(), "denied") {
			t.Errorf("%s: %v, want it denied", statement, err)
		}
	}
}

// tool is the world as the shipped account reaches it: the account is named after the database and comes from where this test comes.
func (w *world) tool(t *testing.T) *world {
	t.Helper()
	_, host, err := rows(t.Context(), w.db, "SELECT SUBSTRING_INDEX(USER(), '@', -1)")
	check(t, err)
	name := w.database(t)
	own := "r" + name[len(name)-12:]
	script := replaced(t, replaced(t, read(t, "sql", "account.sql"), "'report'@'%'", "'"+own+"'@'"+host[0]+"'"), "fugai.", name+".")
	run(t, w.db, script)
	t.Cleanup(func() {
		_, err := w.db.ExecContext(context.WithoutCancel(t.Context()), "DROP USER '"+own+"'@'"+host[0]+"'")
		check(t, err)
	})
	_, rest, _ := strings.Cut(w.dsn, "@")
	dsn := "mysql://" + own + ":choose-a-password@" + rest
	return &world{kind: w.kind, dsn: dsn, db: open(t, dsn)}
}
