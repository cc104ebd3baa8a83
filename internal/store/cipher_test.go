package store_test

import (
	"bytes"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

func TestNamesOfPersonsAreSealedAtRest(t *testing.T) {
	if _, err := store.NewCipher([]byte("short")); err == nil || !strings.Contains(err.Error(), "needs 32") {
		t.Error(err)
	}
	for _, kind := range storetest.Kinds {
		dsn := storetest.DSN(t, kind)
		c, err := store.NewCipher(bytes.Repeat([]byte{7}, 32))
		if err != nil {
			t.Fatal(err)
		}
		other, _ := store.NewCipher(bytes.Repeat([]byte{8}, 32))
		sealed := openAt(t, dsn, c)
		if err := sealed.Migrate(ctx); err != nil {
			t.Fatal(err)
		}
		roundTrip(t, sealed, store.InstructorFacts, many(2, model.InstructorFact{Valid: always("2020-01-01"), Name: strings.Repeat("指", 255), Phone: "13800000000",
			Role: model.InstructorRoleLiaison}, func(f *model.InstructorFact, i int) { f.InstructorID = model.InstructorID(i) }))
		roundTrip(t, sealed, store.Officers, many(2, model.Officer{OrganisationID: 1, Role: model.OfficerRoleSecretary, Valid: always("2020-01-01"),
			Name: strings.Repeat("书", 255)}, func(o *model.Officer, i int) { o.ID = model.OfficerID(i) }))
		for _, text := range []string{"SELECT name FROM officers", "SELECT name FROM instructor_facts"} {
			for _, row := range storetest.RowsAt(t, dsn, text) {
				if !strings.HasPrefix(row[0], "sealed1:") {
					t.Errorf("%s: %s: a name lies open: %s", kind, text, row[0])
				}
			}
		}
		for _, s := range []*store.Store{openAt(t, dsn, nil), openAt(t, dsn, other)} {
			_, err = store.Get(ctx, s, func(v *store.View) ([]model.InstructorFact, error) { return store.AllCurrent(v, store.InstructorFacts) })
			if err == nil || !strings.Contains(err.Error(), "start with the") {
				t.Errorf("%s: sealed names were read without their key: %v", kind, err)
			}
		}
	}
}

func openAt(t *testing.T, dsn string, c *store.Cipher) *store.Store {
	t.Helper()
	s, err := store.Open(ctx, dsn, store.WithCipher(c))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
