// Package storetest runs tests on a fresh database of each kind.
package storetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/go-sql-driver/mysql"

	"fugai/internal/store"
)

// Kinds are the databases that every test runs on.
var Kinds = []string{"sqlite", "mysql"}

// Each runs a test on a fresh, migrated SQLite file and on a fresh, migrated MySQL database.
func Each(t *testing.T, fn func(t *testing.T, s *store.Store)) {
	t.Helper()
	for _, kind := range Kinds {
		t.Run(kind, func(t *testing.T) { fn(t, Open(t, kind)) })
	}
}

// EachB is Each for benchmarks.
func EachB(b *testing.B, fn func(b *testing.B, s *store.Store)) {
	b.Helper()
	for _, kind := range Kinds {
		b.Run(kind, func(b *testing.B) { fn(b, Open(b, kind)) })
	}
}

// Open is a fresh, migrated database of a kind, closed and dropped after the test.
func Open(t testing.TB, kind string) *store.Store {
	t.Helper()
	s := OpenEmpty(t, kind)
	if err := s.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return s
}

// OpenEmpty is Open without the migration.
func OpenEmpty(t testing.TB, kind string) *store.Store {
	t.Helper()
	dsn := DSN(t, kind)
	s, err := store.Open(context.Background(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	dsns.Store(s, dsn)
	t.Cleanup(func() { dsns.Delete(s); _ = s.Close() })
	return s
}

// DSN names a database of a kind that does not exist yet and is dropped after the test.
func DSN(t testing.TB, kind string) string {
	t.Helper()
	if kind == "sqlite" {
		return "sqlite:" + filepath.Join(t.TempDir(), "fugai.db")
	}
	server := os.Getenv("FUGAI_TEST_MYSQL")
	if server == "" {
		t.Fatal("FUGAI_TEST_MYSQL names no server; set it to mysql://user:password@host:port/ of a MySQL or MariaDB that tests may create databases on, or run make test, which starts one")
	}
	name := "fugai_" + strings.ToLower(rand.Text()[:16])
	t.Cleanup(func() { drop(t, server, name) })
	return strings.TrimSuffix(server, "/") + "/" + name
}

// dsns remembers the address of each open store.
var dsns sync.Map

// SQL runs a statement on the database of a store past the store, for tests that damage data.
func SQL(t testing.TB, s *store.Store, text string, args ...any) {
	t.Helper()
	SQLAt(t, DSNOf(s), text, args...)
}

// SQLAt is SQL for a database by its address.
func SQLAt(t testing.TB, dsn, text string, args ...any) {
	t.Helper()
	db := raw(t, dsn)
	defer db.Close()
	if _, err := db.Exec(text, args...); err != nil {
		t.Fatal(err)
	}
}

// Rows runs a query on the database of a store past the store and tells every row as texts; NULL is "".
func Rows(t testing.TB, s *store.Store, text string, args ...any) (rows [][]string) {
	t.Helper()
	return RowsAt(t, DSNOf(s), text, args...)
}

// RowsAt is Rows for a database by its address.
func RowsAt(t testing.TB, dsn, text string, args ...any) (rows [][]string) {
	t.Helper()
	db := raw(t, dsn)
	defer db.Close()
	found, err := db.Query(text, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer found.Close()
	columns, err := found.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for found.Next() {
		cells, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := found.Scan(into...); err != nil {
			t.Fatal(err)
		}
		row := make([]string, len(columns))
		for i := range cells {
			row[i] = cells[i].String
		}
		rows = append(rows, row)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return rows
}

func raw(t testing.TB, dsn string) *sql.DB {
	t.Helper()
	driver, name := "sqlite3", "file:"+strings.TrimPrefix(dsn, "sqlite:")
	if strings.HasPrefix(dsn, "mysql:") {
		driver, name = "mysql", config(t, dsn).FormatDSN()
	}
	db, err := sql.Open(driver, name)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func config(t testing.TB, dsn string) *mysql.Config {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal("FUGAI_TEST_MYSQL does not parse; write mysql://user:password@host:port/")
	}
	c := mysql.NewConfig()
	c.Net, c.Addr, c.DBName = "tcp", u.Host, strings.Trim(u.Path, "/")
	c.User = u.User.Username()
	c.Passwd, _ = u.User.Password()
	return c
}

func drop(t testing.TB, server, name string) {
	db := raw(t, strings.TrimSuffix(server, "/")+"/")
	defer db.Close()
	if _, err := db.Exec("DROP DATABASE IF EXISTS `" + name + "`"); err != nil {
		t.Errorf("the test's database %s was not dropped: %v", name, err)
	}
}

// DSNOf is the address of a store that Open opened, for tests that open it once more.
func DSNOf(s *store.Store) string {
	dsn, _ := dsns.Load(s)
	return dsn.(string)
}
