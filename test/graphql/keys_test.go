package graphql

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/internal/store"
	"fugai/model"
)

func newKeys(s *store.Store) *access.Keys {
	return access.NewKeys(&keyStore{s}, time.Now, time.Second)
}

// keyStore keeps keys in the store, as the server does.
type keyStore struct{ store *store.Store }

func (k *keyStore) InsertKey(ctx context.Context, key model.AccessKey) (id model.KeyID, err error) {
	err = k.store.Update(ctx, func(tx *store.Tx) error {
		id, err = tx.AddKey(key)
		return err
	})
	return id, err
}

func (k *keyStore) KeyByHash(ctx context.Context, hash string) (*model.AccessKey, error) {
	return store.Get(ctx, k.store, func(v *store.View) (*model.AccessKey, error) { return v.KeyByHash(hash) })
}

func (k *keyStore) ListKeys(ctx context.Context) ([]model.AccessKey, error) {
	return store.Get(ctx, k.store, (*store.View).Keys)
}

func (k *keyStore) RevokeKey(ctx context.Context, id model.KeyID) error {
	return k.store.Update(ctx, func(tx *store.Tx) error { return tx.RevokeKey(id) })
}

func (k *keyStore) CodeOfRegion(ctx context.Context, id model.RegionID) (code model.RegionCode, err error) {
	facts, err := store.Get(ctx, k.store, (*store.View).Regions)
	for i := range facts {
		if facts[i].RegionID == id {
			code = facts[i].Code
		}
	}
	return code, err
}

func TestAKeyMadeByAMutationOpensWhatItSaysAndIsRevokedByName(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		var made struct{ CreateKey struct{ Name, Secret string } }
		create := `mutation { createKey(input: {name: "county", role: READER, region: "990101"}) { name secret } }`
		p.get(t, administrator, create, nil, &made)
		keys := newKeys(p.store)
		w, err := keys.Authenticate(t.Context(), made.CreateKey.Secret)
		check(t, err)
		if got := fmt.Sprintf("%s %s", w.Role, w.RegionCode); got != "READER 990101000000" {
			t.Errorf("the key opens %s", got)
		}
		if again, _ := p.ask(t, administrator, create, nil); !strings.Contains(string(again), "CONFLICT") {
			t.Errorf("a second key of the same name: %s", again)
		}
		if denied, _ := p.ask(t, department, create, nil); !strings.Contains(string(denied), "DENIED") {
			t.Errorf("a department makes keys: %s", denied)
		}
		var revoked struct{ RevokeKey struct{ Secret *string } }
		p.get(t, administrator, `mutation { revokeKey(name: "county") { secret } }`, nil, &revoked)
		if _, err := newKeys(p.store).Authenticate(t.Context(), made.CreateKey.Secret); err == nil {
			t.Error("the revoked key still opens")
		}
	})
}
