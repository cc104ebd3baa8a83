package main

import (
	"context"
	"time"

	"fugai/internal/access"
	"fugai/internal/store"
	"fugai/model"
)

// keptKeys is how long an authenticated key is kept, so that a revocation works within seconds.
const keptKeys = 2 * time.Second

func (r *rooms) keys() *access.Keys { return access.NewKeys(&keyStore{r.store}, time.Now, keptKeys) }

// keyStore lets access keep keys in the store; the two rooms do not know each other.
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

func (k *keyStore) CodeOfRegion(ctx context.Context, id model.RegionID) (model.RegionCode, error) {
	regions, err := store.Get(ctx, k.store, func(v *store.View) ([]model.RegionFact, error) {
		return store.CurrentFacts(v, store.RegionFacts, []model.RegionID{id})
	})
	if err != nil || len(regions) == 0 {
		return "", err
	}
	return regions[len(regions)-1].Code, nil
}
