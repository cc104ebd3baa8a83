package access

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"sync"
	"time"

	"fugai/model"
)

// prefix marks a secret as a key of this product, so that scanners find one that leaked. secretLength is that of the
// prefix and 32 random bytes in base64.
const (
	prefix       = "fgk_"
	secretLength = len(prefix) + 43
)

// maxCached bounds the cache of authenticated keys; a deployment has tens.
const maxCached = 10_000

// KeyStore keeps keys. Its errors of the code NOT_FOUND say that there is no such key.
type KeyStore interface {
	// InsertKey stores a new key and tells its id.
	InsertKey(ctx context.Context, key model.AccessKey) (model.KeyID, error)
	// KeyByHash finds a key, revoked and expired ones too.
	KeyByHash(ctx context.Context, hash string) (*model.AccessKey, error)
	// ListKeys lists all keys in the order of their ids.
	ListKeys(ctx context.Context) ([]model.AccessKey, error)
	// RevokeKey sets the moment of revocation to now; one that is revoked already stays as it is.
	RevokeKey(ctx context.Context, id model.KeyID) error
	// CodeOfRegion is the code of a region, "" where there is none.
	CodeOfRegion(ctx context.Context, id model.RegionID) (model.RegionCode, error)
}

// Keys creates, revokes and checks keys. It implements Authenticator.
type Keys struct {
	store KeyStore
	now   func() time.Time
	keep  time.Duration

	mu    sync.RWMutex
	known map[string]cached
}

type cached struct {
	key   *model.AccessKey
	who   *Principal
	until time.Time
}

// NewKeys checks keys against a store. What was found is believed for the time keep (two seconds is a good value), so that
// a key revoked by another process works no longer than that.
func NewKeys(store KeyStore, now func() time.Time, keep time.Duration) *Keys {
	return &Keys{store: store, now: now, keep: keep, known: map[string]cached{}}
}

// NewKey says what a key may do, where and how long.
type NewKey struct {
	Name string
	Role model.Role
	// RegionID is the root of its subtree; 0 is the whole.
	RegionID model.RegionID
	// ExpiresAt is zero for a key that does not expire.
	ExpiresAt time.Time
}

// Create makes a key and returns its secret, which nobody can read again.
func (k *Keys) Create(ctx context.Context, n NewKey) (string, *model.AccessKey, error) {
	if err := k.check(n); err != nil {
		return "", nil, err
	}
	secret := newSecret()
	key := model.AccessKey{
		Name: n.Name, Hash: hash(secret), Role: n.Role, RegionID: n.RegionID,
		CreatedAt: model.Moment{Time: k.now()}, ExpiresAt: model.Moment{Time: n.ExpiresAt},
	}
	id, err := k.store.InsertKey(ctx, key)
	if err != nil {
		return "", nil, err
	}
	key.ID = id
	return secret, &key, nil
}

func (k *Keys) check(n NewKey) error {
	var faults model.Errors
	if strings.TrimSpace(n.Name) == "" {
		faults = append(faults, model.Invalid("name", "a key needs a name that tells who holds it"))
	}
	if RightsOf(n.Role) == 0 {
		faults = append(faults, model.Invalid("role", "a key needs a role; use one of %s", rolesWith(Read)))
	}
	if !n.ExpiresAt.IsZero() && !n.ExpiresAt.After(k.now()) {
		faults = append(faults, model.Invalid("expiresAt", "%s is past; a key must expire in the future", n.ExpiresAt.Format(time.RFC3339)))
	}
	return faults.OrNil()
}

// List is all keys, revoked and expired ones too.
func (k *Keys) List(ctx context.Context) ([]model.AccessKey, error) { return k.store.ListKeys(ctx) }

// Revoke ends a key at once in this process, and in others when what they have cached is too old.
func (k *Keys) Revoke(ctx context.Context, id model.KeyID) error {
	if err := k.store.RevokeKey(ctx, id); err != nil {
		return err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	clear(k.known)
	return nil
}

// Authenticate tells who holds a secret.
func (k *Keys) Authenticate(ctx context.Context, secret string) (*Principal, error) {
	if len(secret) != secretLength || !strings.HasPrefix(secret, prefix) {
		return nil, unauthenticated("this is no key; a key begins with %s", prefix)
	}
	c, err := k.find(ctx, hash(secret))
	if err != nil {
		return nil, err
	}
	if err := usable(c.key, k.now()); err != nil {
		return nil, err
	}
	return c.who, nil
}

func (k *Keys) find(ctx context.Context, hash string) (cached, error) {
	now := k.now()
	k.mu.RLock()
	c, ok := k.known[hash]
	k.mu.RUnlock()
	if ok && now.Before(c.until) {
		return c, nil
	}
	key, err := k.store.KeyByHash(ctx, hash)
	if err != nil && model.CodeOf(err) == model.CodeNotFound {
		return cached{}, unauthenticated("the key is not known; ask the administrator for one")
	}
	if err != nil {
		return cached{}, err
	}
	who, err := k.principal(ctx, key)
	if err != nil {
		return cached{}, err
	}
	c = cached{key: key, who: who, until: now.Add(k.keep)}
	k.remember(hash, c)
	return c, nil
}

func (k *Keys) remember(hash string, c cached) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.known) >= maxCached {
		clear(k.known)
	}
	k.known[hash] = c
}

func usable(key *model.AccessKey, now time.Time) error {
	switch {
	case !key.RevokedAt.IsZero():
		return unauthenticated("the key %q was revoked; ask the administrator for a new one", key.Name)
	case !key.ExpiresAt.IsZero() && !now.Before(key.ExpiresAt.Time):
		return unauthenticated("the key %q expired at %s; ask the administrator for a new one", key.Name, key.ExpiresAt.Format(time.RFC3339))
	}
	return nil
}

// principal is who holds a key. A key whose region cannot be found sees nothing rather than everything.
func (k *Keys) principal(ctx context.Context, key *model.AccessKey) (*Principal, error) {
	who := &Principal{Key: key.ID, Name: key.Name, Role: key.Role, Rights: RightsOf(key.Role), Region: key.RegionID}
	if key.RegionID == 0 {
		return who, nil
	}
	code, err := k.store.CodeOfRegion(ctx, key.RegionID)
	if err != nil {
		return nil, fmt.Errorf("the region of the key %q: %w", key.Name, err)
	}
	if code == "" {
		return nil, unauthenticated("the region of the key %q is gone; ask the administrator for a new one", key.Name)
	}
	who.RegionCode = code
	return who, nil
}

func newSecret() string {
	random := make([]byte, 32)
	_, _ = rand.Read(random) // crypto/rand never fails: it ends the program instead
	return prefix + base64.RawURLEncoding.EncodeToString(random)
}

func hash(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}
