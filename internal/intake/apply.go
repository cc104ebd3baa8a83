package intake

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"time"

	"fugai/model"
)

// applier takes prepared batches to the registry and writes the outcome down.
type applier struct {
	session Session
	options Options
	report  *Report
	byName  map[string]*source
	meter   *meter
}

// apply runs an import: one goroutine reads and plans ahead, this one applies.
func (i *Importer) apply(ctx context.Context, dir string, sources []*source, o Options, report *Report) (err error) {
	session, err := i.registry.OpenImport(ctx, o.Recorder, o.DryRun)
	if err != nil {
		report.State = model.ImportStateFailed
		return err
	}
	report.ImportID = session.ID()
	a := &applier{session: session, options: o, report: report, byName: map[string]*source{}, meter: newMeter(i.clock, o.Progress, sources)}
	for _, s := range sources {
		a.byName[s.name] = s
	}
	if err = a.pipeline(ctx, dir, sources); err == nil {
		err = a.settle(ctx)
	}
	report.State = stateAfter(ctx, err)
	for _, s := range sources {
		err = errors.Join(err, s.conclude(o.KeepRows))
	}
	report.finish()
	text, jsonErr := json.Marshal(report.record())
	return errors.Join(err, jsonErr, session.Close(context.WithoutCancel(ctx), report.State, text))
}

// settle computes what the batches have left to the end; its version is the one that holds the whole import.
func (a *applier) settle(ctx context.Context) error {
	version, err := a.session.Settle(ctx, a.meter.settled)
	a.report.Version = max(a.report.Version, version)
	return err
}

func stateAfter(ctx context.Context, err error) model.ImportState {
	switch {
	case err == nil:
		return model.ImportStateDone
	case ctx.Err() != nil:
		return model.ImportStateInterrupted
	}
	return model.ImportStateFailed
}

// conclude reports what concerns a source as a whole, and then its faulty rows.
func (s *source) conclude(keepRows int) error {
	switch {
	case s.failure != nil:
		s.report.add(s.failure.problem(s.name, 0))
	case s.read == 0 && s.report.Rows == 0:
		s.report.add(warnf(CodeEmptyFile, "there are no rows below the header").problem(s.name, s.header.line))
	}
	slices.SortStableFunc(s.report.Problems, func(a, b model.Problem) int { return a.Line - b.Line })
	s.report.faulty, s.report.whole = &s.faulty, len(s.report.Problems)
	return s.faulty.each(func(row *faultyRow) error {
		s.report.keep(row, keepRows, s.header)
		return nil
	})
}

func (a *applier) pipeline(ctx context.Context, dir string, sources []*source) (err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	ready := make(chan *planned, 1)
	var readErr error
	var others sync.WaitGroup
	others.Go(func() {
		defer close(ready)
		next := func(ctx context.Context, b *prepared) error { return a.plan(ctx, b, ready) }
		readErr = (&preparer{dir: dir, sources: sources, next: next, meter: a.meter}).run(ctx)
	})
	if err = a.commits(ctx, ready); err != nil {
		cancel(err)
	}
	for range ready { // until the other has seen it
	}
	others.Wait()
	return cmp.Or(context.Cause(ctx), readErr)
}

// planned is a batch with its plan; nil where none of its rows is applied.
type planned struct {
	*prepared
	plan Planned
}

// plan makes the plan of a batch, and hands it over. The one who makes batches plans them too: two who are always at work leave the one who
// writes a core, and writing is what an import waits for.
func (a *applier) plan(ctx context.Context, b *prepared, out chan<- *planned) error {
	next := &planned{prepared: b}
	if len(b.records) > 0 {
		var err error
		next.plan, err = a.session.Plan(ctx, &b.batch, model.Apply{
			Source: model.Source{Name: a.options.sourceName(b), Recorder: a.options.Recorder},
			AsOf:   a.options.AsOf, Correct: a.options.Correct, DryRun: a.options.DryRun, SkipFaulty: true,
		})
		if err != nil {
			return err
		}
	}
	select {
	case out <- next:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// aliveEvery is how often a sign of life is given while no batch comes.
const aliveEvery = 20 * time.Second

// commits applies the batches as they come, until the channel is closed.
func (a *applier) commits(ctx context.Context, in <-chan *planned) error {
	tick := time.NewTicker(aliveEvery)
	defer tick.Stop()
	for {
		var err error
		select {
		case b, more := <-in:
			if !more {
				return nil
			}
			err = a.commit(ctx, b)
		case <-tick.C:
			err = a.session.Alive(ctx)
		}
		if err != nil {
			return err
		}
	}
}

// commit applies one batch and reports it. Where it is not applied, nothing of it is reported.
func (a *applier) commit(ctx context.Context, b *planned) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var done model.Applied
	if b.plan != nil {
		var err error
		if done, err = b.plan.Apply(); err != nil {
			return err
		}
		a.report.Version = max(a.report.Version, done.Version)
	}
	if err := a.write(b.prepared, &done); err != nil {
		return err
	}
	a.meter.applied(b.title(), b.total)
	return nil
}

// title names the tables of a batch.
func (b *prepared) title() string {
	var titles []string
	for s := range b.rows {
		titles = append(titles, s.header.table.Title)
	}
	titles = sorted(titles)
	if len(titles) == 0 {
		return ""
	}
	return titles[0]
}

func sorted(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}

func shorten(s string, limit int) string {
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}

// rowPlace identifies a row of a source.
type rowPlace struct {
	source *source
	line   int
}

// write takes the outcome of a batch into the reports.
func (a *applier) write(b *prepared, done *model.Applied) error {
	for s, n := range b.rows {
		s.report.Rows += n
	}
	for s, n := range b.skipped {
		s.report.Skipped += n
	}
	for name, t := range done.Files {
		if s := a.byName[name]; s != nil {
			s.report.New += t.New
			s.report.Changed += t.Changed
			s.report.Unchanged += t.Unchanged
		}
	}
	faulty := map[rowPlace]*faultyRecord{}
	for i := range b.faulty {
		faulty[rowPlace{b.faulty[i].source, b.faulty[i].line}] = &b.faulty[i]
	}
	if err := a.refusals(b, done, faulty); err != nil {
		return err
	}
	for _, row := range faulty {
		if err := row.source.keepFaulty(row); err != nil {
			return err
		}
	}
	return nil
}

// refusals adds what the registry found to the rows that it found it in.
func (a *applier) refusals(b *prepared, done *model.Applied, faulty map[rowPlace]*faultyRecord) error {
	if len(done.Problems) == 0 {
		return nil
	}
	records := make(map[rowPlace]*record, len(b.records))
	for i := range b.records {
		records[rowPlace{b.records[i].source, b.records[i].line}] = &b.records[i]
	}
	for _, p := range done.Problems {
		at := rowPlace{a.byName[p.File], p.Line}
		r := records[at]
		if r == nil {
			if err := a.stray(b, p); err != nil {
				return err
			}
			continue
		}
		row := faulty[at]
		if row == nil {
			row = &faultyRecord{record: *r}
			faulty[at] = row
		}
		row.faults = append(row.faults, &fault{column: r.source.header.title(p.Column), code: p.Code, message: p.Message, warning: p.Warning})
		row.rejected = row.rejected || !p.Warning
	}
	return nil
}

// stray reports a problem that names no row of the batch with the first of its sources.
func (a *applier) stray(b *prepared, p model.Problem) error {
	names := make([]string, 0, len(b.rows))
	for s := range b.rows {
		names = append(names, s.name)
	}
	s := a.byName[slices.Min(names)]
	if s == nil {
		return nil
	}
	return s.faulty.add(&faultyRow{Row: Row{Line: p.Line, Problems: []model.Problem{p}}, stray: true})
}

// keepFaulty takes a faulty row down.
func (s *source) keepFaulty(f *faultyRecord) error {
	if f.rejected {
		s.report.Rejected++
	}
	row := &faultyRow{Row: Row{Line: f.line, Cells: f.cells}, rejected: f.rejected}
	for _, one := range f.faults {
		row.Problems = append(row.Problems, one.problem(s.name, f.line))
	}
	return s.faulty.add(row)
}
