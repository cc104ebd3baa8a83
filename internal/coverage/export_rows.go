package coverage

import (
	"errors"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// exportChunk is how many rows are read at a time; the store reads a thousand ids with one statement.
const exportChunk = 1000

// exportOf is the export of a list whose rows are picked.
func exportOf[T any](l *unitList, read func([]cube.Row) ([]*T, error)) *Export[T] {
	e := &Export[T]{AsOf: l.asOf, DataVersion: l.data.Version, Rows: len(l.rows)}
	rows := l.rows
	e.each = func(to func(*T) error) error { return readAhead(rows, read, to) }
	return e
}

// part is a chunk that was read.
type part[T any] struct {
	list []*T
	err  error
}

// readAhead reads a chunk while the receiver takes the one before, so that database and network wait for each other as
// little as can be. Nothing reads any more when it returns.
func readAhead[T any](rows []cube.Row, read func([]cube.Row) ([]*T, error), to func(*T) error) error {
	parts, done := make(chan part[T], 1), make(chan struct{})
	go readParts(rows, read, parts, done)
	defer func() {
		close(done)
		for range parts { // until the reader has ended
		}
	}()
	for p := range parts {
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

func readParts[T any](rows []cube.Row, read func([]cube.Row) ([]*T, error), parts chan<- part[T], done <-chan struct{}) {
	defer close(parts)
	for chunk := range slices.Chunk(rows, exportChunk) {
		list, err := read(chunk)
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
	// changed remembers on which days the indicator's definition changed: rows have few days on which their gap began.
	changed map[model.Date]bool
}

func (r *exportReader) units(chunk []cube.Row) ([]*UnitRow, error) {
	places := r.places(chunk)
	units, err := r.unitsOf(chunk)
	if err != nil {
		return nil, err
	}
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
func (r *exportReader) places(chunk []cube.Row) []model.OrganisationID {
	tree := r.data.Subordination.On(r.asOf)
	ids := make([]model.OrganisationID, len(chunk))
	for i, row := range chunk {
		span := r.data.Span(row)
		ids[i] = tree.At(span.Place, span.RegionID)
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
	type covers struct {
		histories map[model.UnitID]*indicator.UnitHistory
		err       error
	}
	behind := make(chan covers, 1)
	go func() { // beside the units, on a connection of its own
		h, err := r.coversBehind(spans)
		behind <- covers{h, err}
	}()
	units, err := r.units(chunk)
	c := <-behind
	if err = errors.Join(err, c.err); err != nil {
		return nil, err
	}
	return r.join(chunk, spans, units, c.histories)
}

// join puts units and the covers behind their gaps together.
func (r *exportReader) join(chunk []cube.Row, spans []model.Span, units []*UnitRow, histories map[model.UnitID]*indicator.UnitHistory) ([]*GapRow, error) {
	out, holders := make([]*GapRow, len(units)), make([]model.OrganisationID, 0, len(units))
	for i, u := range units {
		h := histories[u.ID]
		out[i] = &GapRow{UnitRow: *u}
		if h != nil {
			if last, _ := h.LastCover(r.asOf); last != nil {
				out[i].LastCover = &last.Cover
				holders = append(holders, last.OrganisationID)
			}
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
	if h != nil && h.Facts != nil { // without them the span tells all
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

// coversBehind are the covers of all units that have any and, for the units with a cover behind their gap, their facts too.
func (r *exportReader) coversBehind(spans []model.Span) (map[model.UnitID]*indicator.UnitHistory, error) {
	ids := make([]model.UnitID, len(spans))
	var behind []model.UnitID
	for i := range spans {
		ids[i] = spans[i].UnitID
		if c := &spans[i].Class; (c.NotCounted|c.Ended)>>r.index&1 == 1 {
			behind = append(behind, spans[i].UnitID)
		}
	}
	rows, err := store.Get(r.ctx, r.store, func(v *store.View) (map[model.UnitID][]model.Cover, error) {
		return v.CoversOfUnits(r.data.Version, ids)
	})
	if err != nil {
		return nil, err
	}
	facts, err := store.Get(r.ctx, r.store, func(v *store.View) (map[model.UnitID][]model.UnitFact, error) {
		return v.UnitHistory(r.data.Version, behind)
	})
	if err != nil {
		return nil, err
	}
	return r.joinHistories(rows, facts)
}

// joinHistories puts covers, with the facts of their holders, and facts of units together.
func (q *question) joinHistories(rows map[model.UnitID][]model.Cover,
	facts map[model.UnitID][]model.UnitFact) (map[model.UnitID]*indicator.UnitHistory, error) {
	var all []model.Cover
	for _, list := range rows {
		all = append(all, list...)
	}
	covers, err := q.withHolders(all)
	out := make(map[model.UnitID]*indicator.UnitHistory, len(rows))
	for i := range covers {
		id := covers[i].UnitID
		if out[id] == nil {
			out[id] = &indicator.UnitHistory{ID: id, Facts: facts[id]}
		}
		out[id].Covers = append(out[id].Covers, covers[i])
	}
	return out, err
}
