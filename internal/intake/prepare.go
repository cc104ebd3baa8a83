package intake

import (
	"context"
	"errors"
	"io"
	"strings"

	"fugai/model"
)

// batchRows is how many rows of stages without partitions one commit takes.
const batchRows = 10_000

// prepared is a batch ready to be applied, with what is to be reported of its rows.
type prepared struct {
	stage   stage
	batch   model.Batch
	records []record // of the inputs in the batch
	faulty  []faultyRecord
	skipped map[*source]int
	rows    map[*source]int // all records, by source
	total   int
}

type faultyRecord struct {
	record
	faults   []*fault
	rejected bool
}

func newPrepared(s stage) *prepared {
	return &prepared{stage: s, skipped: map[*source]int{}, rows: map[*source]int{}}
}

// preparer reads sources, stage by stage, and makes batches of them. It runs ahead of the one who applies.
type preparer struct {
	dir     string
	sources []*source
	// next takes a batch.
	next  func(context.Context, *prepared) error
	meter *meter
}

// spooled is a stage whose rows have been read.
type spooled struct {
	stage
	title string
	spool *spool
	err   error
}

// run makes the batches of one stage while the next one is read.
func (p *preparer) run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	read := make(chan spooled, 1)
	go func() {
		defer close(read)
		p.read(ctx, read)
	}()
	var err error
	for s := range read { // to the end, so that every spool is closed
		if err == nil {
			err = s.err
		}
		if err == nil {
			err = p.stage(ctx, s)
		}
		if err != nil {
			cancel()
		}
		if s.spool != nil {
			err = errors.Join(err, s.spool.Close())
		}
	}
	cancel()
	return err
}

// read reads the stages in order, up to two ahead of the one of which batches are made: units are read while organisations are written, though
// the few instructors come between.
func (p *preparer) read(ctx context.Context, out chan<- spooled) {
	for s := range stages {
		mine, size := s.sourcesOf(p.sources)
		if len(mine) == 0 {
			continue
		}
		spool, err := p.fill(ctx, s, mine, size)
		out <- spooled{s, mine[0].header.table.Title, spool, err}
		if err != nil || ctx.Err() != nil {
			return
		}
	}
}

func (p *preparer) stage(ctx context.Context, s spooled) error {
	spool := s.spool
	p.meter.read(s.stage, s.title, spool.rows())
	c := &cutter{preparer: p, stage: s.stage, now: newPrepared(s.stage)}
	for at := range spool.parts {
		if err := c.part(ctx, spool, at); err != nil {
			return err
		}
		if err := spool.parts[at].drop(); err != nil {
			return err
		}
	}
	return c.send(ctx)
}

// fill reads the sources of a stage into a spool.
func (p *preparer) fill(ctx context.Context, s stage, mine []*source, size int64) (*spool, error) {
	f := filler{stage: s, spool: newSpool(p.dir, partsFor(size)+1), late: map[string]bool{}}
	if s.ranked() {
		f.ranks = newRanks()
	}
	f.spool.bounds = bounds(mine, len(f.spool.parts)-1)
	for _, source := range mine {
		if err := f.read(ctx, source); err != nil {
			return f.spool, err
		}
	}
	if !s.ranked() {
		return f.spool, nil
	}
	sorted := newSpool(p.dir, maxRank+1)
	err := f.spool.each(0, p.sources, func(r *record) error { return sorted.add(f.ranks.of(r), r) })
	return sorted, errors.Join(err, f.spool.Close())
}

// filler spreads the records of a stage over the parts of its spool.
type filler struct {
	stage stage
	spool *spool
	ranks *ranks
	// late are units that succeed others: they and their covers are applied last, after those that they go on from.
	late map[string]bool
}

func (f *filler) read(ctx context.Context, s *source) error {
	in, err := s.file.open()
	if err != nil {
		return s.broken(err)
	}
	defer in.Close()
	rows, err := s.table(in)
	if err != nil {
		return s.broken(err)
	}
	defer rows.Close()
	n := 0
	for {
		r, err := rows.next()
		switch {
		case errors.Is(err, io.EOF):
			s.read = n
			return nil
		case err != nil:
			s.read = n
			return s.broken(err)
		case r.line <= s.header.line:
			continue
		}
		r.source = s
		if n++; n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := f.spool.add(f.part(&r), &r); err != nil {
			return err
		}
	}
}

// broken takes down that a source could not be read to its end; what was read is imported, and the report says so.
func (s *source) broken(err error) error {
	s.failure = faultf(CodeUnreadable, "the file could not be read to its end: %s", plainError(err))
	return nil
}

func (f *filler) part(r *record) int {
	h := r.source.header
	switch {
	case f.ranks != nil && r.fault == nil:
		f.ranks.note(r)
		return 0
	case h.table.partition == "":
		return 0
	}
	key := strings.ToUpper(h.cell(h.table.partition, r.cells))
	if h.table == unitTable && h.cell("succeeds_code", r.cells) != "" {
		f.late[strings.Clone(key)] = true
	}
	if f.late[key] {
		return len(f.spool.parts) - 1
	}
	return f.spool.byKey(key)
}

// cutter makes batches of the parts of a stage.
type cutter struct {
	*preparer
	stage stage
	now   *prepared
}

// part takes the rows of a part. Those of a whole stage are one batch; those of a tree go on over parts, because a batch may
// hold several ranks; all others are cut into batches of a bounded size.
func (c *cutter) part(ctx context.Context, spool *spool, at int) error {
	seen := newDuplicates()
	readers := map[*source]rowReader{}
	expected := spool.parts[at].rows
	if !c.stage.whole() {
		expected = min(expected, batchRows)
	}
	err := spool.each(at, c.sources, func(r *record) error {
		reader := readers[r.source]
		if reader == nil {
			reader = r.source.header.table.rows(r.source.header, expected)
			readers[r.source] = reader
		}
		if c.now.records == nil {
			c.now.records = make([]record, 0, expected)
		}
		c.now.take(r, reader, seen, c.sources)
		if c.stage.whole() || at == maxRank && c.stage.ranked() || c.now.total < batchRows {
			return nil
		}
		return c.send(ctx)
	})
	if err != nil || c.stage.ranked() {
		return err
	}
	return c.send(ctx)
}

func (c *cutter) send(ctx context.Context) error {
	done := c.now
	c.now = newPrepared(c.stage)
	if done.total == 0 {
		return nil
	}
	return c.next(ctx, done)
}

// take maps a record and puts it into the batch, or among the faulty or skipped ones.
func (b *prepared) take(r *record, reader rowReader, seen *duplicates, sources []*source) {
	b.total++
	b.rows[r.source]++
	if r.fault != nil {
		b.faulty = append(b.faulty, faultyRecord{*r, []*fault{r.fault}, true})
		return
	}
	o := reader.read(r, &b.batch)
	if o.skipped {
		b.skipped[r.source]++
		return
	}
	rejected := o.rejected()
	if !rejected {
		if f := seen.check(r, &o, sources); f != nil {
			o.faults, rejected = append(o.faults, f), true
			reader.undo(&b.batch)
		}
	}
	if len(o.faults) > 0 {
		b.faulty = append(b.faulty, faultyRecord{*r, o.faults, rejected})
	}
	if !rejected {
		b.records = append(b.records, *r)
	}
}
