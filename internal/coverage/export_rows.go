package coverage

import (
	"slices"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// exportChunk is how many rows are read at a time; the store reads a thousand ids with one statement.
const exportChunk = 1000

// exportReaders is how many goroutines read chunks, each on a connection of its own.
const exportReaders = 2

// exportOf is the export of a list whose rows are picked. Each reader of chunks is made by reader and belongs to one goroutine.
func exportOf[T any](l *unitList, reader func() func([]cube.Row) ([]*T, error)) *Export[T] {
	e := &Export[T]{AsOf: l.asOf, DataVersion: l.data.Version, Rows: len(l.rows)}
	rows := l.rows
	e.each = func(to func(*T) error) error { return readAhead(rows, reader, to) }
	return e
}

// part is a chunk that was read.
type part[T any] struct {
	list []*T
	err  error
}

// readAhead reads the next chunks while the receiver takes one, so that database and network wait for each other as little as can be.
// Readers take turns, so that the receiver has the chunks in order. Nothing reads any more when it returns.
func readAhead[T any](rows []cube.Row, reader func() func([]cube.Row) ([]*T, error), to func(*T) error) error {
	chunks := slices.Collect(slices.Chunk(rows, exportChunk))
	done := make(chan struct{})
	var parts [exportReaders]chan part[T]
	for i := range parts {
		parts[i] = make(chan part[T], 1)
		if i < len(chunks) {
			go readParts(chunks[i:], reader(), parts[i], done)
		} else {
			close(parts[i])
		}
	}
	defer func() {
		close(done)
		for _, c := range parts {
			for range c { // until the reader has ended
			}
		}
	}()
	for i := range chunks {
		p := <-parts[i%exportReaders]
		if p.err != nil {
			return p.err
		}
		for _, one := range p.list {
			if err := to(one); err != nil {
				return err
			}
		}
	}
	return nil
}

// readParts reads the first of some chunks and those after it whose turn it is, until one cannot be read.
func readParts[T any](chunks [][]cube.Row, read func([]cube.Row) ([]*T, error), parts chan<- part[T], done <-chan struct{}) {
	defer close(parts)
	for i := 0; i < len(chunks); i += exportReaders {
		list, err := read(chunks[i])
		select {
		case parts <- part[T]{list, err}:
		case <-done:
			return
		}
		if err != nil {
			return
		}
	}
}

// exportReader reads the rows of chunks and keeps what many of them share.
type exportReader struct {
	*unitList
	index         int
	zones         map[model.ZoneID]*model.Zone
	organisations map[model.OrganisationID]*model.Organisation
	holders       *store.Holders
	// changed remembers on which days the indicator's definition changed: rows have few days on which their gap began.
	changed map[model.Date]bool
}

func (r *exportReader) unitRows(chunk []cube.Row) ([]*UnitRow, error) {
	units, err := r.unitsOf(chunk)
	if err != nil {
		return nil, err
	}
	return r.besides(units)
}

// besides puts beside units what stands there in a flat table.
func (r *exportReader) besides(units []*model.Unit) ([]*UnitRow, error) {
	places := r.places(units)
	if err := r.know(places); err != nil {
		return nil, err
	}
	out := make([]*UnitRow, len(units))
	for i, u := range units {
		out[i] = &UnitRow{Unit: u, Zone: r.zoneAt(u.ZoneID), Superior: r.organisations[places[i]]}
	}
	return out, nil
}

// places are the superiors of units in the subordination tree of the date.
func (r *exportReader) places(units []*model.Unit) []model.OrganisationID {
	tree := r.data.Subordination.On(r.asOf)
	ids := make([]model.OrganisationID, len(units))
	for i, u := range units {
		ids[i] = tree.At(u.Span.Place, u.Span.RegionID)
	}
	return ids
}

// know reads the organisations that are not known yet.
func (r *exportReader) know(ids []model.OrganisationID) error {
	if r.organisations == nil {
		r.organisations = map[model.OrganisationID]*model.Organisation{0: nil}
	}
	var missing []model.OrganisationID
	for _, id := range ids {
		if _, known := r.organisations[id]; !known {
			r.organisations[id] = nil
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	found, err := r.organisationsOn(missing)
	for id, o := range found {
		r.organisations[id] = o
	}
	return err
}

func (r *exportReader) zoneAt(id model.ZoneID) *model.Zone {
	if r.zones == nil {
		r.zones = map[model.ZoneID]*model.Zone{0: nil}
	}
	z, known := r.zones[id]
	if !known {
		z = r.zone(id, r.asOf)
		r.zones[id] = z
	}
	return z
}

func (r *exportReader) gapRows(chunk []cube.Row) ([]*GapRow, error) {
	spans := make([]model.Span, len(chunk)) // before anything is taken out
	for i, row := range chunk {
		spans[i] = r.data.Span(row)
	}
	covers, facts, err := r.coversBehind(spans)
	if err != nil {
		return nil, err
	}
	units, err := r.unitsWith(chunk, facts)
	if err != nil {
		return nil, err
	}
	rows, err := r.besides(units)
	if err != nil {
		return nil, err
	}
	return r.join(chunk, spans, rows, func(id model.UnitID) *indicator.UnitHistory {
		return &indicator.UnitHistory{ID: id, Facts: facts[id], Covers: covers[id]}
	})
}

// join puts units and the covers behind their gaps together.
func (r *exportReader) join(chunk []cube.Row, spans []model.Span, units []*UnitRow, historyOf func(model.UnitID) *indicator.UnitHistory) ([]*GapRow, error) {
	out, holders := make([]*GapRow, len(units)), make([]model.OrganisationID, 0, len(units))
	for i, u := range units {
		h := historyOf(u.ID)
		out[i] = &GapRow{UnitRow: *u}
		if last, _ := h.LastCover(r.asOf); last != nil {
			out[i].LastCover = &last.Cover
			holders = append(holders, last.OrganisationID)
		}
		out[i].Gap = r.gap(u.Unit, chunk[i], &spans[i], h)
	}
	if err := r.know(holders); err != nil {
		return nil, err
	}
	for _, g := range out {
		if g.LastCover != nil {
			g.LastOrganisation = r.organisations[g.LastCover.OrganisationID]
		}
	}
	return out, nil
}

// gap is gapOf for many rows: the same, with what is asked again and again remembered.
func (r *exportReader) gap(u *model.Unit, row cube.Row, span *model.Span, h *indicator.UnitHistory) *model.Gap {
	g := &model.Gap{Unit: u, Indicator: r.rules.indicators[r.index], Since: r.data.Since(row, r.index)}
	g.Days = int(r.asOf - g.Since)
	g.SinceRuleChange = r.changedOn(g.Since) && g.Since > span.FoundedOn
	reasons := r.rules.SpanReasons(span, r.index, r.asOf)
	if h.Facts != nil { // without them the span tells all
		if full, ok := r.rules.Gap(h, r.index, r.asOf); ok {
			reasons, g.SinceRuleChange = full.Reasons, full.ByRules
		}
	}
	g.Reasons, g.NextSteps = r.reasons(reasons), r.steps(r.rules.NextSteps(span, r.asOf))
	return g
}

func (r *exportReader) changedOn(day model.Date) bool {
	if r.changed == nil {
		r.changed = map[model.Date]bool{}
	}
	changed, known := r.changed[day]
	if !known {
		changed = r.rules.DefinitionChanged(r.index, day-1, day)
		r.changed[day] = changed
	}
	return changed
}

// coversBehind are the covers of all units that have any, each with the facts of its holder, and all facts of the units with a cover
// behind their gap.
func (r *exportReader) coversBehind(spans []model.Span) (map[model.UnitID][]model.CoverHistory, map[model.UnitID][]model.UnitFact, error) {
	ids := make([]model.UnitID, len(spans))
	var behind []model.UnitID
	for i := range spans {
		ids[i] = spans[i].UnitID
		if c := &spans[i].Class; (c.NotCounted|c.Ended)>>r.index&1 == 1 {
			behind = append(behind, spans[i].UnitID)
		}
	}
	covers := make(map[model.UnitID][]model.CoverHistory, len(ids))
	var facts map[model.UnitID][]model.UnitFact
	err := r.store.Read(r.ctx, func(v *store.View) (err error) {
		if facts, err = v.UnitHistory(r.data.Version, behind); err != nil {
			return err
		}
		rows, err := v.CoversOfUnits(r.data.Version, ids)
		if err != nil {
			return err
		}
		if err := r.knowHolders(v, rows); err != nil {
			return err
		}
		for id, list := range rows {
			histories := make([]model.CoverHistory, len(list))
			for i := range list {
				histories[i] = r.holders.History(&list[i])
			}
			covers[id] = histories
		}
		return nil
	})
	return covers, facts, err
}

// keptHolders bounds the covers whose holders a reader keeps: those of neighbouring units are mostly the same.
const keptHolders = 20_000

// knowHolders reads the holders of covers that are not known yet.
func (r *exportReader) knowHolders(v *store.View, covers map[model.UnitID][]model.Cover) error {
	if r.holders == nil || r.holders.Len() > keptHolders {
		r.holders = &store.Holders{}
	}
	var fresh []model.Cover
	for _, list := range covers {
		for i := range list {
			if !r.holders.Know(&list[i]) {
				fresh = append(fresh, list[i])
			}
		}
	}
	return r.holders.Read(v, fresh, r.data.Version)
}
