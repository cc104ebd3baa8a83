package resolvers

import (
	"context"

	"fugai/graph"
	"fugai/internal/access"
	"fugai/model"
)

// createKey makes a key whose scope lies in that of who makes it.
func (r *Resolver) createKey(ctx context.Context, in graph.CreateKeyInput) (*graph.KeyPayload, error) {
	who := access.From(ctx)
	if err := who.Need(access.ManageKeys, ""); err != nil {
		return nil, err
	}
	key := access.NewKey{Name: in.Name, Role: in.Role, RegionID: who.Region}
	if code := in.Region.Value(); code != nil {
		region, err := r.coverage.Region(ctx, *code, nil)
		if err != nil {
			return nil, err
		}
		if region == nil {
			return nil, model.NotFound("input.region", "there is no region %s, or it lies outside the scope of this key", *code)
		}
		key.RegionID = region.ID
	}
	if at := in.ExpiresAt.Value(); at != nil {
		key.ExpiresAt = at.Time
	}
	if err := r.nameIsFree(ctx, in.Name); err != nil {
		return nil, err
	}
	secret, made, err := r.keys.Create(ctx, key)
	if err != nil {
		return nil, err
	}
	return &graph.KeyPayload{Name: made.Name, Secret: &secret}, nil
}

// nameIsFree refuses a name that a live key has, because keys are revoked by name.
func (r *Resolver) nameIsFree(ctx context.Context, name string) error {
	live, err := r.liveKeys(ctx, name)
	if err == nil && len(live) > 0 {
		err = model.Conflict("input.name", "a key of the name %q exists; choose another name, or revoke that key", name)
	}
	return err
}

func (r *Resolver) liveKeys(ctx context.Context, name string) (live []*model.AccessKey, err error) {
	all, err := r.keys.List(ctx)
	for i := range all {
		if all[i].Name == name && all[i].RevokedAt.IsZero() {
			live = append(live, &all[i])
		}
	}
	return live, err
}

// revokeKey revokes the keys of a name, of which there is one unless the command line made more.
func (r *Resolver) revokeKey(ctx context.Context, name string) (*graph.KeyPayload, error) {
	who := access.From(ctx)
	if err := who.Need(access.ManageKeys, ""); err != nil {
		return nil, err
	}
	live, err := r.liveKeys(ctx, name)
	if err != nil {
		return nil, err
	}
	revoked := false
	for _, k := range live {
		within, err := r.manages(ctx, who, k)
		if err != nil {
			return nil, err
		}
		if !within {
			continue
		}
		if err := r.keys.Revoke(ctx, k.ID); err != nil {
			return nil, err
		}
		revoked = true
	}
	if !revoked {
		return nil, model.NotFound("name", "there is no live key of the name %q; list them with fugai key list", name)
	}
	return &graph.KeyPayload{Name: name}, nil
}

// manages tells whether the scope of a key lies in that of who manages keys.
func (r *Resolver) manages(ctx context.Context, who *access.Principal, k *model.AccessKey) (bool, error) {
	if who.Whole() {
		return true, nil
	}
	found, err := r.coverage.RegionsInScope(ctx, []model.RegionID{k.RegionID}, r.coverage.Today())
	return found[k.RegionID] != nil, err
}
