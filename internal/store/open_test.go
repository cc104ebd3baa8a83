package store_test

import (
	"errors"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

func TestABadAddressNamesItsMend(t *testing.T) {
	for dsn, want := range map[string]string{
		"fugai.db":                          "has no kind; write sqlite:FILE",
		"postgres://x/y":                    `kind "postgres" is not known`,
		"sqlite:":                           "names no plain file",
		"sqlite::memory:":                   "name a file",
		"sqlite:/no/such/folder/x.db":       "the folder /no/such/folder of the database file does not exist; create it first",
		"mysql://u:p@h:3306/":               "does not name host and database",
		"mysql://u:pass%zz@h/db":            "encode special characters",
		"mysql://u:p@127.0.0.1:1/fugai":     "cannot reach the MySQL server at 127.0.0.1:1; check host and port",
		"mysql://u:p@h:3306/db?parseTime=1": "does not name host and database",
	} {
		_, err := store.Open(ctx, dsn)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", dsn, err, want)
		}
		if err != nil && strings.Contains(err.Error(), "pass%zz") {
			t.Errorf("the message shows the password: %v", err)
		}
	}
}

func TestAWrongPasswordIsNamed(t *testing.T) {
	dsn := strings.Replace(storetest.DSN(t, "mysql"), "://", "://nobody", 1)
	_, err := store.Open(ctx, dsn)
	if err == nil || !strings.Contains(err.Error(), "check user and password") {
		t.Error(err)
	}
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if err := errors.Join(s.Migrate(ctx), s.Migrated(ctx)); err != nil {
			t.Fatal("migrating again:", err)
		}
		storetest.SQL(t, s, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, 1)")
		for _, err := range []error{s.Migrate(ctx), s.Migrated(ctx)} {
			if err == nil || !strings.Contains(err.Error(), "schema version 999, this binary knows") {
				t.Errorf("a newer database was not refused: %v", err)
			}
		}
	})
}

func TestAnUnmigratedDatabaseSaysSo(t *testing.T) {
	for _, kind := range storetest.Kinds {
		s, err := store.Open(ctx, storetest.DSN(t, kind))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.Migrated(ctx); err == nil || !strings.Contains(err.Error(), "run fugai migrate") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestImportsLiveAndFallSilent(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var a, b model.ImportID
		update(t, s, func(tx *store.Tx) (err error) {
			a, err = tx.StartImport("甲")
			return err
		})
		update(t, s, func(tx *store.Tx) (err error) {
			b, err = tx.StartImport("乙")
			return errors.Join(err, tx.AliveImport(b))
		})
		running := func() bool {
			r, err := store.Get(ctx, s, func(v *store.View) (bool, error) { return v.ImportRunning() })
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		update(t, s, func(tx *store.Tx) error { return tx.FinishImport(b, model.ImportStateDone, `{"files":[]}`) })
		if !running() {
			t.Error("an import that has just begun is not running")
		}
		storetest.SQL(t, s, "UPDATE imports SET alive_at = '2026-01-01 00:00:00.000' WHERE id = 1")
		if running() {
			t.Error("a silent import is running")
		}
		list, err := store.Get(ctx, s, func(v *store.View) ([]model.Import, error) { return v.Imports(10) })
		if err != nil || len(list) != 2 || list[1].ID != a || list[1].State != model.ImportStateInterrupted ||
			list[0].State != model.ImportStateDone || list[0].FinishedAt.IsZero() || list[0].Report != `{"files":[]}` {
			t.Errorf("%+v %v", list, err)
		}
		err = s.Update(ctx, func(tx *store.Tx) error { return tx.FinishImport(99, model.ImportStateDone, "") })
		if model.CodeOf(err) != model.CodeNotFound {
			t.Error(err)
		}
	})
}

func TestKeysAreStoredFoundAndRevoked(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		update(t, s, func(tx *store.Tx) error {
			_, err := tx.AddKey(model.AccessKey{Name: "县组织部", Hash: "h1", Role: model.RoleDepartment, RegionID: 5})
			_, err2 := tx.AddKey(model.AccessKey{Name: "b", Hash: "h2", Role: model.RoleReader, ExpiresAt: model.Moment{Time: day("2027-01-01").Time()}})
			return errors.Join(err, err2, tx.RevokeKey(1))
		})
		keys, err := store.Get(ctx, s, func(v *store.View) ([]model.AccessKey, error) { return v.Keys() })
		if err != nil || len(keys) != 2 || keys[0].RevokedAt.IsZero() || keys[1].ExpiresAt.Year() != 2027 || keys[1].CreatedAt.IsZero() {
			t.Fatalf("%+v %v", keys, err)
		}
		k, err := store.Get(ctx, s, func(v *store.View) (*model.AccessKey, error) { return v.KeyByHash("h1") })
		if err != nil || k.Role != model.RoleDepartment || k.RegionID != 5 || k.Name != "县组织部" {
			t.Errorf("%+v %v", k, err)
		}
		err = s.Update(ctx, func(tx *store.Tx) error { return tx.RevokeKey(9) })
		if model.CodeOf(err) != model.CodeNotFound {
			t.Error(err)
		}
		if st, _ := s.State(ctx); st.Version != 0 {
			t.Error("keys are no data, and took a version")
		}
	})
}

func TestRuleSetsAreAddedBuiltAndSwitched(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		update(t, s, func(tx *store.Tx) error {
			id, err := tx.AddRuleSet("hash", "policy: 一", "admin")
			return errors.Join(err, tx.SetBuilding(id), tx.SwitchRuleSet(id))
		})
		st, err := s.State(ctx)
		if err != nil || st.RuleSetID != 1 || st.BuildingRuleSetID != 0 || st.Version != 1 {
			t.Errorf("%+v %v", st, err)
		}
		r, err := store.Get(ctx, s, func(v *store.View) (*model.StoredRuleSet, error) { return v.RuleSet(1) })
		if err != nil || r.Policy != "policy: 一" || r.ReadyAt.IsZero() || r.CreatedAt.IsZero() {
			t.Errorf("%+v %v", r, err)
		}
		err = s.Update(ctx, func(tx *store.Tx) error { return tx.SwitchRuleSet(7) })
		if err == nil || !strings.Contains(err.Error(), "no rule set 7") {
			t.Error(err)
		}
	})
}
