package registry

import (
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// dated tells how facts of a kind are compared and dated.
type dated[F comparable] struct {
	table *store.Table[F]
	valid func(*F) *model.Valid
	// begin is the founding or establishment that the facts repeat; nil for kinds without one.
	begin func(*F) *model.Date
}

// change is a change of a subject's facts.
type change[F any] struct {
	// from is the first day; until its exclusive end, 0 for as long as what it changes.
	from, until model.Date
	// correct puts the change in place of what was reported.
	correct bool
	set     func(*F)
}

// bare is a fact without its dates and recording: what two reports are compared by.
func (d *dated[F]) bare(f F) F {
	*d.table.Recorded(&f) = model.Recorded{}
	*d.valid(&f) = model.Valid{}
	return f
}

// apply is the timeline with a change. The rows are ordered and do not overlap, before and after; the slice that is passed
// stays as it is.
func (d *dated[F]) apply(rows []F, c change[F]) ([]F, outcome) {
	if len(rows) == 0 {
		return d.first(c), added
	}
	at := d.inForce(rows, c.from)
	if at >= 0 && c.correct {
		return d.correct(rows, at, c)
	}
	var base F
	limit := d.nextFrom(rows, c.from)
	until := min(end(c.until), limit)
	switch {
	case at >= 0:
		base = rows[at]
		if c.until == 0 {
			until = d.valid(&base).ValidTo
		}
	case limit < model.Never && c.from < d.valid(&rows[0]).ValidFrom:
		base = rows[0] // the first report also tells of the time before it, so what the change does not tell comes from there
	}
	fresh := d.bare(base)
	c.set(&fresh)
	if at < 0 {
		*d.valid(&fresh) = model.Valid{ValidFrom: c.from, ValidTo: until}
		return d.insert(rows, fresh), added
	}
	if fresh == d.bare(base) {
		return d.prolong(rows, at, until)
	}
	*d.valid(&fresh) = model.Valid{ValidFrom: c.from, ValidTo: until}
	return d.insert(d.truncate(rows, at, c.from), fresh), changed
}

// first is the timeline of a subject of which nothing was known.
func (d *dated[F]) first(c change[F]) []F {
	rows := make([]F, 1)
	c.set(&rows[0])
	*d.valid(&rows[0]) = model.Valid{ValidFrom: c.from, ValidTo: end(c.until)}
	return rows
}

// prolong lets a row end elsewhere.
func (d *dated[F]) prolong(rows []F, at int, until model.Date) ([]F, outcome) {
	if d.valid(&rows[at]).ValidTo == until {
		return rows, unchanged
	}
	rows = slices.Clone(rows)
	d.valid(&rows[at]).ValidTo = until
	return rows, changed
}

// correct changes the row in force in place; a corrected begin is corrected in every row.
func (d *dated[F]) correct(rows []F, at int, c change[F]) ([]F, outcome) {
	out := slices.Clone(rows)
	f := &out[at]
	before := *f
	c.set(f)
	if c.until != 0 {
		d.valid(f).ValidTo = min(c.until, d.nextFrom(rows, d.valid(f).ValidFrom))
	}
	if *f == before {
		return rows, unchanged
	}
	if d.begin != nil && *d.begin(f) != *d.begin(&before) {
		out = d.moveBegin(out, *d.begin(f), *d.begin(&before))
	}
	return out, changed
}

// moveBegin sets the begin in every row, and lets the first row hold from it where it held from the old one.
func (d *dated[F]) moveBegin(rows []F, to, from model.Date) []F {
	for i := range rows {
		*d.begin(&rows[i]) = to
	}
	for len(rows) > 1 && d.valid(&rows[1]).ValidFrom <= to {
		rows = rows[1:]
	}
	if v := d.valid(&rows[0]); v.ValidFrom == from || v.ValidFrom < to {
		v.ValidFrom = to
	}
	return rows
}

// inForce is the index of the row in force on a day; -1 without one.
func (d *dated[F]) inForce(rows []F, day model.Date) int {
	for i := len(rows) - 1; i >= 0; i-- {
		if d.valid(&rows[i]).On(day) {
			return i
		}
	}
	return -1
}

// nextFrom is the first day of the first row after a day; Never without one.
func (d *dated[F]) nextFrom(rows []F, day model.Date) model.Date {
	for i := range rows {
		if from := d.valid(&rows[i]).ValidFrom; from > day {
			return from
		}
	}
	return model.Never
}

func (d *dated[F]) truncate(rows []F, at int, day model.Date) []F {
	rows = slices.Clone(rows)
	if d.valid(&rows[at]).ValidFrom == day {
		return slices.Delete(rows, at, at+1)
	}
	d.valid(&rows[at]).ValidTo = day
	return rows
}

func (d *dated[F]) insert(rows []F, f F) []F {
	at := 0
	for at < len(rows) && d.valid(&rows[at]).ValidFrom < d.valid(&f).ValidFrom {
		at++
	}
	return slices.Insert(slices.Clone(rows), at, f)
}

// differences are the rows of old that are not in now, and the rows of now that are not in old.
func (d *dated[F]) differences(old, now []F) (gone, fresh []F) {
	kept := make([]bool, len(now))
	for i := range old {
		at := slices.IndexFunc(now, func(f F) bool { return d.same(f, old[i]) })
		if at < 0 {
			gone = append(gone, old[i])
			continue
		}
		kept[at] = true
	}
	for i := range now {
		if !kept[i] {
			f := now[i]
			*d.table.Recorded(&f) = model.Recorded{}
			fresh = append(fresh, f)
		}
	}
	return gone, fresh
}

func (d *dated[F]) same(a, b F) bool {
	return *d.valid(&a) == *d.valid(&b) && d.bare(a) == d.bare(b)
}
