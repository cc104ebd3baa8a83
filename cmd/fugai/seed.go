package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fugai/internal/intake"
	"fugai/internal/store"
	"fugai/model"
	"fugai/seeds"
)

type seedCommand struct {
	deployment
	Units     int    `default:"20000" help:"Number of units."`
	AsOf      string `placeholder:"DATE" help:"Day up to which the province lives; default today."`
	Seed      uint64 `default:"1" help:"The same seed makes the same province."`
	Out       string `placeholder:"DIR" help:"Write the files here and keep them; with it the database may be left out of the import by --files-only."`
	FilesOnly bool   `help:"Only write the files."`
	Divisions bool   `help:"Import the real divisions of China down to townships in place of the demo province."`
	Quiet     bool   `help:"Draw no progress bar."`
}

func (c *seedCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	asOf := r.today()
	if c.AsOf != "" {
		if asOf, err = model.ParseDate(c.AsOf); err != nil {
			return misuse("--as-of: %v", err)
		}
	}
	if c.FilesOnly && c.Out == "" {
		return misuse("--files-only needs --out DIR")
	}
	if c.Divisions {
		return c.divisions(ctx, t, r, asOf)
	}
	return c.province(ctx, t, r, asOf)
}

func (c *seedCommand) province(ctx context.Context, t *terminal, r *rooms, asOf model.Date) error {
	dir, done, err := folder(c.Out)
	if err != nil {
		return err
	}
	defer done()
	if err := seeds.Generate(dir, seeds.Options{Units: c.Units, AsOf: asOf, Seed: c.Seed}); err != nil {
		return err
	}
	if c.FilesOnly {
		t.printf("the files of the demo province are in %s\n", dir)
		return nil
	}
	return r.seed(ctx, t, dir, asOf, c.Quiet)
}

// seed imports a generated province and marks the database as a demo. A database with other data is refused.
func (r *rooms) seed(ctx context.Context, t *terminal, dir string, asOf model.Date, quiet bool) error {
	empty, err := r.empty(ctx)
	if err != nil {
		return err
	}
	if !empty {
		return model.Conflict("", "the database holds data already; the demo province goes into an empty one")
	}
	if err := r.store.Update(ctx, func(tx *store.Tx) error { return tx.SetDemo(true) }); err != nil {
		return err
	}
	bar := newBar(t.errs, quiet)
	report, err := r.intake(ctx, []string{dir}, intake.Options{AsOf: asOf, Source: "demo", Recorder: account(), Progress: bar.show})
	bar.finish()
	if err != nil {
		return err
	}
	if faulty(report) {
		printReport(t, report, "")
		return fmt.Errorf("the demo province has %d faulty rows", report.Total.Rejected)
	}
	t.printf("演示数据·非真实: %d rows in %.1f s; data version %d\n", report.Total.Rows, report.Seconds, report.Version)
	return nil
}

// empty tells whether nothing was recorded yet.
func (r *rooms) empty(ctx context.Context) (bool, error) {
	ids, err := store.Get(ctx, r.store, func(v *store.View) ([]model.UnitID, error) { return v.UnitIDsAfter(0, 1) })
	if err != nil || len(ids) > 0 {
		return false, err
	}
	regions, err := store.Get(ctx, r.store, (*store.View).Regions)
	return len(regions) == 0, err
}

func (c *seedCommand) divisions(ctx context.Context, t *terminal, r *rooms, asOf model.Date) error {
	dir, done, err := folder(c.Out)
	if err != nil {
		return err
	}
	defer done()
	path := filepath.Join(dir, "regions.csv")
	if err := writeFile(path, seeds.Divisions()); err != nil {
		return err
	}
	bar := newBar(t.errs, c.Quiet)
	report, err := r.intake(ctx, []string{path}, intake.Options{AsOf: asOf, Source: "china-division", Recorder: account(), Progress: bar.show})
	bar.finish()
	if report != nil {
		printReport(t, report, "")
	}
	return err
}

func writeFile(path string, from io.Reader) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, from)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}

// folder is the named folder, or a temporary one that done removes.
func folder(name string) (dir string, done func(), err error) {
	if name != "" {
		return name, func() {}, os.MkdirAll(name, 0o755)
	}
	dir, err = os.MkdirTemp("", "fugai-seed-")
	return dir, func() { _ = os.RemoveAll(dir) }, err
}
