package coverage

import (
	"slices"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// exportChunk is how many rows are read at a time: with one statement of a kind.
const exportChunk = store.Chunk

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
		select {
		case <-done:
			return
		default:
		}
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

// exportReader reads the rows of chunks and keeps what many of them share. It belongs to one goroutine.
type exportReader struct {
	gapReader
	zones         map[model.ZoneID]*model.Zone
	organisations map[model.OrganisationID]*model.Organisation
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
	found, err := r.shownOrganisations(missing)
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
	gaps, err := r.gaps(chunk)
	if err != nil {
		return nil, err
	}
	units, holders := make([]*model.Unit, len(gaps)), make([]model.OrganisationID, 0, len(gaps))
	for i, g := range gaps {
		if units[i] = g.Unit; g.LastCover != nil {
			holders = append(holders, g.LastCover.OrganisationID)
		}
	}
	rows, err := r.besides(units)
	if err != nil {
		return nil, err
	}
	if err := r.know(holders); err != nil {
		return nil, err
	}
	out := make([]*GapRow, len(gaps))
	for i, g := range gaps {
		out[i] = &GapRow{UnitRow: *rows[i], Gap: g}
		if g.LastCover != nil {
			out[i].LastOrganisation = r.organisations[g.LastCover.OrganisationID]
		}
	}
	return out, nil
}
