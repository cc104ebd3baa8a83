package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"log/slog"
	"os"
	"time"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/indicator"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/model"
)

// deployment are the settings that most commands share.
type deployment struct {
	DB      string `name:"db" required:"" placeholder:"DSN" help:"sqlite:FILE or mysql://user:password@host:port/database."`
	Zone    string `default:"Asia/Shanghai" help:"Time zone in which a day begins and ends."`
	SealKey string `placeholder:"BASE64" help:"32 bytes in base64 that seal names and phones of persons at rest; without it they are stored as they are."`
}

// rooms are the rooms of the product on an open database.
type rooms struct {
	store    *store.Store
	registry *registry.Registry
	zone     *time.Location
}

// open opens the database, migrates it and makes sure that it has a rule set.
func (d *deployment) open(ctx context.Context) (*rooms, error) {
	r, err := d.openAsIs(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.store.Migrate(ctx); err != nil {
		return nil, r.closeWith(err)
	}
	if err := r.registry.EnsureRuleSet(ctx, account()); err != nil {
		return nil, r.closeWith(err)
	}
	return r, nil
}

// openAsIs opens the database without changing it.
func (d *deployment) openAsIs(ctx context.Context) (*rooms, error) {
	zone, err := time.LoadLocation(d.Zone)
	if err != nil {
		return nil, misuse("--zone: %q is no time zone; write for example Asia/Shanghai", d.Zone)
	}
	options, err := d.sealing()
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, d.DB, options...)
	if err != nil {
		return nil, err
	}
	return &rooms{store: s, registry: registry.New(s), zone: zone}, nil
}

func (d *deployment) sealing() ([]store.Option, error) {
	if d.SealKey == "" {
		return nil, nil
	}
	key, err := base64.StdEncoding.DecodeString(d.SealKey)
	if err != nil {
		return nil, misuse("--seal-key: is not base64; make one with: head -c 32 /dev/urandom | base64")
	}
	cipher, err := store.NewCipher(key)
	if err != nil {
		return nil, misuse("--seal-key: %v", err)
	}
	return []store.Option{store.WithCipher(cipher)}, nil
}

func (r *rooms) close() { _ = r.store.Close() }

func (r *rooms) closeWith(err error) error {
	r.close()
	return err
}

// today is the civil day in the deployment's zone.
func (r *rooms) today() model.Date { return model.DateOf(time.Now().In(r.zone)) }

// reading loads the data and answers questions; the feed follows the change log until ctx ends.
func (r *rooms) reading(ctx context.Context, log *slog.Logger, secrecy string) (*coverage.Service, *feed.Feed) {
	f := feed.New(r.store, log, r.servable)
	go f.Run(ctx)
	return coverage.New(r.store, f, r.today, secrecy), f
}

// servable tells whether this binary computes the rule set whose spans are stored.
func (r *rooms) servable(ctx context.Context, id model.RuleSetID) (ok bool, reason string) {
	stored, err := store.Get(ctx, r.store, func(v *store.View) (*model.StoredRuleSet, error) { return v.RuleSet(id) })
	if err != nil {
		return false, "the rule set could not be read: " + err.Error()
	}
	policy, err := indicator.ParsePolicy(stored.Policy)
	if err != nil || indicator.NewRuleSet(policy).Hash() != stored.Hash {
		return false, fmt.Sprintf("rule set %d was computed by another version of fugai; update this server, or run fugai migrate", id)
	}
	return true, ""
}

// account names who works at the command line, for the record.
func account() string {
	for _, name := range []string{"USER", "LOGNAME", "USERNAME"} {
		if user := os.Getenv(name); user != "" {
			return user
		}
	}
	return "command line"
}

// system is the context of the command line, which needs no key because it holds the database's address.
func system(ctx context.Context) context.Context {
	return access.WithPrincipal(ctx, access.System(account()))
}
