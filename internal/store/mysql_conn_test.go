package store_test

import (
	"testing"
	"time"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// TestAClosedConnectionIsNotUsed has the server close what the pool keeps: the next read takes another connection, and nobody is told.
func TestAClosedConnectionIsNotUsed(t *testing.T) {
	s := storetest.Open(t, "mysql")
	reads := func() error {
		return s.View(ctx, func(v *store.View) error { return v.EachSubjectKey(model.SubjectUnit, store.AllIDs, nil) })
	}
	if err := reads(); err != nil {
		t.Fatal(err)
	}
	const kept = "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"
	open := storetest.Rows(t, s, kept)
	if len(open) == 0 {
		t.Fatal("the pool keeps no connection")
	}
	for _, row := range open {
		storetest.SQL(t, s, "KILL "+row[0])
	}
	for until := time.Now().Add(10 * time.Second); len(storetest.Rows(t, s, kept)) > 0; time.Sleep(time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("the killed connections are still there after ten seconds")
		}
	}
	if err := reads(); err != nil {
		t.Error(err)
	}
}
