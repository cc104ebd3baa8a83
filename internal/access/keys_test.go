package access_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/model"
)

// memory is a key store in memory that counts the look-ups.
type memory struct {
	keys    []model.AccessKey
	lookups int
}

func (m *memory) InsertKey(_ context.Context, key model.AccessKey) (model.KeyID, error) {
	key.ID = model.KeyID(len(m.keys) + 1)
	m.keys = append(m.keys, key)
	return key.ID, nil
}

func (m *memory) KeyByHash(_ context.Context, hash string) (*model.AccessKey, error) {
	m.lookups++
	for _, key := range m.keys {
		if key.Hash == hash {
			return &key, nil
		}
	}
	return nil, model.NotFound("key", "there is no such key")
}

func (m *memory) ListKeys(context.Context) ([]model.AccessKey, error) { return m.keys, nil }

func (m *memory) RevokeKey(_ context.Context, id model.KeyID) error {
	if int(id) > len(m.keys) {
		return model.NotFound("id", "there is no key %d", id)
	}
	m.keys[id-1].RevokedAt = model.Moment{Time: time.Unix(1, 0)}
	return nil
}

func (m *memory) CodeOfRegion(_ context.Context, id model.RegionID) (model.RegionCode, error) {
	return map[model.RegionID]model.RegionCode{7: "350500000000"}[id], nil
}

// fixture is keys over a memory with a clock that the test moves.
type fixture struct {
	*access.Keys
	store *memory
	now   time.Time
}

func newFixture() *fixture {
	f := &fixture{store: &memory{}, now: time.Date(2026, 6, 30, 8, 0, 0, 0, time.UTC)}
	f.Keys = access.NewKeys(f.store, func() time.Time { return f.now }, 2*time.Second)
	return f
}

func (f *fixture) create(t *testing.T, n access.NewKey) (string, *model.AccessKey) {
	t.Helper()
	secret, key, err := f.Create(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	return secret, key
}

func (f *fixture) refused(t *testing.T, secret, message string) {
	t.Helper()
	_, err := f.Authenticate(t.Context(), secret)
	if err == nil || model.CodeOf(err) != model.CodeUnauthorised || !strings.Contains(err.Error(), message) {
		t.Errorf("got %v, want UNAUTHENTICATED with %q", err, message)
	}
}

func TestAKeyTellsWhoHoldsIt(t *testing.T) {
	f := newFixture()
	secret, key := f.create(t, access.NewKey{Name: "Quanzhou", Role: model.RoleDepartment, RegionID: 7})
	if !strings.HasPrefix(secret, "fgk_") || len(secret) != 47 {
		t.Errorf("the secret %q is not fgk_ and 43 signs", secret)
	}
	if stored := f.store.keys[0]; strings.Contains(stored.Hash, secret) || len(stored.Hash) != 64 {
		t.Errorf("stored is %q, want a SHA-256", stored.Hash)
	}
	p, err := f.Authenticate(t.Context(), secret)
	if err != nil {
		t.Fatal(err)
	}
	if p.Key != key.ID || p.Name != "Quanzhou" || p.RegionCode != "350500000000" || p.Region != 7 || !p.CanReadPersons() || p.CanImport() {
		t.Errorf("got %+v", p)
	}
	other, _ := f.create(t, access.NewKey{Name: "other", Role: model.RoleReader})
	if other == secret {
		t.Error("two keys have one secret")
	}
}

func TestKeysThatAreNotTaken(t *testing.T) {
	f := newFixture()
	secret, _ := f.create(t, access.NewKey{Name: "June", Role: model.RoleReader, ExpiresAt: f.now.Add(time.Hour)})
	f.refused(t, "", "a key begins with fgk_")
	f.refused(t, "secret", "a key begins with fgk_")
	f.refused(t, secret[:46]+"?", "is not known")
	f.now = f.now.Add(time.Hour - time.Second)
	if _, err := f.Authenticate(t.Context(), secret); err != nil {
		t.Errorf("a second before the end: %v", err)
	}
	f.now = f.now.Add(time.Second)
	f.refused(t, secret, `the key "June" expired at 2026-06-30T09:00:00Z`)
	lost, _ := f.create(t, access.NewKey{Name: "lost", Role: model.RoleReader, RegionID: 99})
	f.refused(t, lost, `the region of the key "lost" is gone`)
}

func TestRevocationWorksAtOnceHereAndWithinSecondsElsewhere(t *testing.T) {
	f := newFixture()
	secret, key := f.create(t, access.NewKey{Name: "k", Role: model.RoleReader})
	for range 100 {
		if _, err := f.Authenticate(t.Context(), secret); err != nil {
			t.Fatal(err)
		}
	}
	if f.store.lookups != 1 {
		t.Errorf("%d look-ups for 100 requests, want 1", f.store.lookups)
	}
	if err := f.store.RevokeKey(t.Context(), key.ID); err != nil { // by another process
		t.Fatal(err)
	}
	f.now = f.now.Add(2 * time.Second)
	f.refused(t, secret, `the key "k" was revoked`)

	secret, key = f.create(t, access.NewKey{Name: "l", Role: model.RoleReader})
	if _, err := f.Authenticate(t.Context(), secret); err != nil {
		t.Fatal(err)
	}
	if err := f.Revoke(t.Context(), key.ID); err != nil {
		t.Fatal(err)
	}
	f.refused(t, secret, `the key "l" was revoked`)
	if err := f.Revoke(t.Context(), 99); model.CodeOf(err) != model.CodeNotFound {
		t.Errorf("revoking a key that is not there: %v", err)
	}
}

func TestFaultsOfANewKeyAreToldAtOnce(t *testing.T) {
	f := newFixture()
	_, _, err := f.Create(t.Context(), access.NewKey{Name: " ", ExpiresAt: f.now})
	for _, want := range []string{"name: a key needs a name", "role: a key needs a role; use one of READER or", "expiresAt: 2026-06-30T08:00:00Z is past"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want also %q", err, want)
		}
	}
	if len(f.store.keys) != 0 {
		t.Error("a faulty key was stored")
	}
}
