package reporting

import (
	"database/sql"
	"net/url"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"

	"fugai/internal/registry"
	"fugai/internal/store/storetest"
)

func TestAnAccountForReportsReadsTheViewsAndNothingElse(t *testing.T) {
	s := storetest.Open(t, "mysql")
	if _, err := registry.New(s).SetReports(t.Context(), today); err != nil {
		t.Fatal(err)
	}
	address, err := url.Parse(storetest.DSNOf(s))
	check(t, err)
	name := strings.Trim(address.Path, "/")
	account := "r" + name[len(name)-12:]
	storetest.SQL(t, s, "CREATE USER '"+account+"'@'%' IDENTIFIED BY 'report'")
	defer storetest.SQL(t, s, "DROP USER '"+account+"'@'%'")
	for _, view := range []string{"report_coverage_current", "report_coverage_monthly"} {
		storetest.SQL(t, s, "GRANT SELECT ON "+name+"."+view+" TO '"+account+"'@'%'")
	}
	c := mysql.NewConfig()
	c.Net, c.Addr, c.DBName, c.User, c.Passwd = "tcp", address.Host, name, account, "report"
	db, err := sql.Open("mysql", c.FormatDSN())
	check(t, err)
	defer db.Close()
	var rows int
	for _, view := range []string{"report_coverage_current", "report_coverage_monthly"} {
		check(t, db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM "+view).Scan(&rows))
	}
	for _, table := range []string{"unit_spans", "span_classes", "unit_facts", "report_results", "candidates"} {
		err := db.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM "+table).Scan(&rows)
		if err == nil || !strings.Contains(err.Error(), "denied") {
			t.Errorf("%s: %v, want it denied", table, err)
		}
	}
}
