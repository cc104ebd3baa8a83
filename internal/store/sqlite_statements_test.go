package store

import (
	"fmt"
	"path/filepath"
	"testing"

	sqlite3 "github.com/ncruces/go-sqlite3"
)

// TestStatementsAreKept runs texts again and again, and more of them than a connection keeps. A statement that was not
// ended would keep its connection from closing.
func TestStatementsAreKept(t *testing.T) {
	s, err := Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "kept.db"))
	if err != nil {
		t.Fatal(err)
	}
	prepared := s.dialect.(sqliteDialect).prepared
	err = s.Read(t.Context(), func(v *View) error {
		for n := range 2 * keptStatements {
			for range 2 {
				if got, err := v.number(fmt.Sprintf("SELECT %d + ?", n), 1); err != nil || got != int64(n+1) {
					t.Fatalf("%d + 1 is %d, %v", n, got, err)
				}
			}
		}
		return sqliteDialect{}.raw(v, func(c *sqlite3.Conn) error {
			if n := len(prepared.of(c)); n != keptStatements {
				t.Errorf("%d statements are kept, want %d", n, keptStatements)
			}
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if len(prepared.kept) != 0 {
		t.Errorf("statements of %d connections are left behind", len(prepared.kept))
	}
}
