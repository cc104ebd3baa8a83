package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"fugai/internal/access"
	"fugai/internal/store"
	"fugai/model"
)

type checkCommand struct {
	deployment
	JSON bool `name:"json" help:"Write the report as JSON."`
}

func (c *checkCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.openAsIs(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	if err := r.store.Migrated(ctx); err != nil {
		return err
	}
	report, err := r.registry.Check(ctx, func(int) {})
	if err != nil {
		return err
	}
	if c.JSON {
		err = writeJSON(t.out, report)
	} else {
		for _, f := range report.Findings {
			t.printf("%s: %s\n", f.Code, f.Message)
		}
		t.printf("%d units, %d organisations, %d instructors, %d spans, %d of them with findings of the look-back, at data version %d: %d faults\n",
			report.Units, report.Organisations, report.Instructors, report.Spans, report.LookBack, report.Version, report.Faults)
	}
	if err == nil && report.Faults > 0 {
		return errFaults
	}
	return err
}

type migrateCommand struct{ deployment }

func (c *migrateCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	t.printf("the database and its rule set fit this binary\n")
	return nil
}

type policyCommand struct {
	Show policyShow `cmd:"" help:"Print the policy in force. Example: fugai policy show --db sqlite:fugai.db > policy.yaml"`
	Set  policySet  `cmd:"" help:"Set the policy from a file. Example: fugai policy set --db sqlite:fugai.db policy.yaml"`
}

type policyShow struct{ deployment }

func (c *policyShow) Run(ctx context.Context, t *terminal) error {
	r, err := c.openAsIs(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	text, err := r.registry.Policy(ctx)
	if err == nil {
		t.printf("%s", text)
	}
	return err
}

type policySet struct {
	deployment
	File string `arg:"" help:"The policy in YAML."`
}

func (c *policySet) Run(ctx context.Context, t *terminal) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return misuse("%v", err)
	}
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	if err := r.registry.SetPolicy(ctx, string(text), account()); err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	t.printf("the policy is in force\n")
	return nil
}

type keyCommand struct {
	Create keyCreate `cmd:"" help:"Make a key; it is shown once. Example: fugai key create --db sqlite:fugai.db --role READER --region 3505 bureau"`
	List   keyList   `cmd:"" help:"List keys. Example: fugai key list --db sqlite:fugai.db"`
	Revoke keyRevoke `cmd:"" help:"Revoke a key by its number. Example: fugai key revoke --db sqlite:fugai.db 3"`
}

type keyCreate struct {
	deployment
	Role    string `required:"" enum:"READER,ANALYST,DEPARTMENT,INTEGRATOR,ADMINISTRATOR" help:"What the key may do: ${enum}."`
	Region  string `placeholder:"CODE" help:"Top region of the scope; the whole country without."`
	Expires string `placeholder:"DATE" help:"First day on which the key is not valid any more; never without."`
	Name    string `arg:"" optional:"" default:"key" help:"Who uses it; recorded with everything it writes."`
}

func (c *keyCreate) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	role, err := model.ParseRole(c.Role)
	if err != nil {
		return misuse("--role: %v", err)
	}
	key := access.NewKey{Name: c.Name, Role: role}
	if key.RegionID, err = r.region(ctx, c.Region); err != nil {
		return err
	}
	if c.Expires != "" {
		day, err := model.ParseDate(c.Expires)
		if err != nil {
			return misuse("--expires: %v", err)
		}
		y, m, d := day.Civil()
		key.ExpiresAt = time.Date(y, m, d, 0, 0, 0, 0, r.zone)
	}
	secret, made, err := r.keys().Create(ctx, key)
	if err != nil {
		return err
	}
	t.printf("key %d for %s (%s); this is shown once:\n%s\n", made.ID, made.Name, made.Role, secret)
	return nil
}

// region finds a region by its code; "" is the whole country.
func (r *rooms) region(ctx context.Context, text string) (model.RegionID, error) {
	if text == "" {
		return 0, nil
	}
	code, err := model.ParseRegionCode(text)
	if err != nil {
		return 0, misuse("--region: %v", err)
	}
	found, err := store.Get(ctx, r.store, func(v *store.View) (map[model.RegionCode][]model.RegionFact, error) {
		return v.RegionsByCode([]model.RegionCode{code})
	})
	if err != nil {
		return 0, err
	}
	if len(found[code]) == 0 {
		return 0, misuse("--region: there is no region %s; import the divisions first", code)
	}
	return found[code][0].RegionID, nil
}

type keyList struct{ deployment }

func (c *keyList) Run(ctx context.Context, t *terminal) error {
	r, err := c.openAsIs(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	keys, err := r.keys().List(ctx)
	for _, k := range keys {
		state := "valid"
		switch {
		case !k.RevokedAt.IsZero():
			state = "revoked " + k.RevokedAt.Format(time.DateOnly)
		case !k.ExpiresAt.IsZero():
			state = "valid until " + k.ExpiresAt.Format(time.DateOnly)
		}
		t.printf("%4d  %-24s %-14s region %d  %s\n", k.ID, k.Name, k.Role, k.RegionID, state)
	}
	return err
}

type keyRevoke struct {
	deployment
	ID int64 `arg:"" help:"Number of the key, as fugai key list tells."`
}

func (c *keyRevoke) Run(ctx context.Context, t *terminal) error {
	r, err := c.openAsIs(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	if err := r.keys().Revoke(ctx, model.KeyID(c.ID)); err != nil {
		return err
	}
	t.printf("key %d is revoked\n", c.ID)
	return nil
}
