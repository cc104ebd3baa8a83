package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"

	"fugai/internal/intake"
	"fugai/internal/priority"
	"fugai/model"
)

type importCommand struct {
	deployment
	Paths   []string `arg:"" name:"path" help:"Files or folders; a folder is imported in the order of its dependencies."`
	DryRun  bool     `help:"Make every check and change nothing."`
	AsOf    string   `placeholder:"DATE" help:"Day from which changed attributes hold where a file gives none; default today."`
	Correct bool     `help:"Correct what was reported in place of holding from a day on."`
	Report  string   `placeholder:"FILE.json" help:"Write the report here."`
	Rejects string   `placeholder:"DIR" help:"Write a copy of the faulty rows of each file here, with a column of reasons."`
	Source  string   `help:"Name of the register or system; default the names of the files."`
	Quiet   bool     `help:"Draw no progress bar."`
}

func (c *importCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	collectLess()
	priority.YieldProcess()
	asOf := r.today()
	if c.AsOf != "" {
		if asOf, err = model.ParseDate(c.AsOf); err != nil {
			return misuse("--as-of: %v", err)
		}
	}
	bar := newBar(t.errs, c.Quiet)
	report, err := r.intake(ctx, c.Paths, intake.Options{AsOf: asOf, Correct: c.Correct, DryRun: c.DryRun, Report: c.Report, Rejects: c.Rejects,
		Source: c.Source, Recorder: account(), Progress: bar.show})
	bar.finish()
	if report != nil {
		printReport(t, report, c.Report)
	}
	if err == nil && faulty(report) {
		return errFaults
	}
	return err
}

// faulty tells whether anything was refused.
func faulty(r *intake.Report) bool {
	if r.Total.Rejected > 0 {
		return true
	}
	for _, f := range r.Files {
		if f.Failed {
			return true
		}
	}
	return false
}

// shownProblems is how many problems of a file are printed; the report holds all.
const shownProblems = 20

func printReport(t *terminal, r *intake.Report, path string) {
	verb := "imported"
	if r.DryRun {
		verb = "checked, nothing changed"
	}
	for _, f := range r.Files {
		name := f.File
		if f.Sheet != "" {
			name += " [" + f.Sheet + "]"
		}
		t.printf("%-40s %-18s %8d rows: %d new, %d changed, %d unchanged, %d skipped, %d rejected, %d warned\n",
			name, f.Kind, f.Rows, f.New, f.Changed, f.Unchanged, f.Skipped, f.Rejected, f.Warned)
		printProblems(t, f, path)
	}
	t.printf("%s in %.1f s: %d rows, %d new, %d changed, %d unchanged, %d skipped, %d rejected, %d warned; data version %d\n",
		verb, r.Seconds, r.Total.Rows, r.Total.New, r.Total.Changed, r.Total.Unchanged, r.Total.Skipped, r.Total.Rejected, r.Total.Warned, r.Version)
}

func printProblems(t *terminal, f *intake.FileReport, path string) {
	for i, p := range f.Problems {
		if i == shownProblems {
			where := "write them all with --report FILE.json"
			if path != "" {
				where = "all are in " + path
			}
			t.printf("    … and %d more; %s\n", len(f.Problems)+f.LeftOff-i, where)
			return
		}
		kind := "error"
		if p.Warning {
			kind = "warning"
		}
		t.printf("    line %d, %s: %s %s: %s\n", p.Line, p.Column, kind, p.Code, p.Message)
	}
}

// bar draws how far an import is.
type bar struct {
	bar *progressbar.ProgressBar
}

func newBar(w io.Writer, quiet bool) *bar {
	if f, ok := w.(*os.File); quiet || !ok || !isTerminal(f) {
		return &bar{}
	}
	return &bar{progressbar.NewOptions64(1, progressbar.OptionSetWriter(w), progressbar.OptionShowCount(), progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("rows"), progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(30),
		progressbar.OptionThrottle(100*time.Millisecond))}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func (b *bar) show(p intake.Progress) {
	if b.bar == nil || p.Total == 0 {
		return
	}
	b.bar.Describe(p.Stage)
	b.bar.ChangeMax(max(p.Total, p.Rows))
	_ = b.bar.Set(p.Rows)
}

func (b *bar) finish() {
	if b.bar != nil {
		_ = b.bar.Exit()
		_, _ = fmt.Fprintln(os.Stderr)
	}
}

// intake imports paths through the registry.
func (r *rooms) intake(ctx context.Context, paths []string, o intake.Options) (*intake.Report, error) {
	return intake.New(intake.Through(r.registry), time.Now).Run(ctx, paths, o)
}

type undoCommand struct {
	deployment
	ID int64 `arg:"" help:"Number of the import, as its report and the field dataSet.imports tell."`
}

func (c *undoCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	version, err := r.registry.UndoImport(ctx, model.ImportID(c.ID), account())
	if err != nil {
		return err
	}
	t.printf("import %d was taken back; data version %d\n", c.ID, version)
	return nil
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
