package intake

import (
	"fmt"
	"strings"

	"fugai/model"
)

// Column is a column of an import table: what templates and documentation show.
type Column struct {
	// Name is the English header, Title the Chinese one; Synonyms are other headers that mean the same.
	Name     string
	Title    string
	Synonyms []string
	// Required: the table cannot be read without the column, and no cell of it may be empty.
	Required bool
	// ForNew: a new row needs it, so that a table without it can only change what is known; no cell of it may be empty.
	ForNew  bool
	Example string
	Note    string
	// Values lists what a cell may hold, "" where it is free.
	Values string
}

// Table is a kind of import table, with everything that is known of its columns.
type Table struct {
	// Name is the English name (units), Title the Chinese one (单位), Field the name in model.Batch and in tallies.
	Name  string
	Title string
	Field string
	// Columns in the order of the template.
	Columns []Column

	// partition is the column by whose hash rows are spread; "" where rows are not.
	partition string
	stage     stage
	rows      func(h *header, expected int) rowReader
}

// Tables are all kinds, in the order of import.
func Tables() []*Table { return tables }

// rowReader turns records of one source into inputs at the end of a batch.
type rowReader interface {
	// read appends the record's input to the batch, or reports why not. A skipped record is neither.
	read(r *record, into *model.Batch) outcome
	// undo takes the input that was appended last out of the batch.
	undo(into *model.Batch)
}

// outcome is what became of a record before the registry saw it.
type outcome struct {
	faults  []*fault
	skipped bool
	// key identifies the row for duplicates; "" for rows that were not accepted.
	key string
	// link and valid are given by tables whose rows of one link must not overlap.
	link  string
	valid model.Valid
}

func (o *outcome) rejected() bool {
	for _, f := range o.faults {
		if !f.warning {
			return true
		}
	}
	return false
}

// column is a Column with the function that sets a cell in an input.
type column[T any] struct {
	Column
	given int // number of the field in the input's Given; -1 without one
	set   func(in *T, cell string, c *cellContext) *fault
}

// def is the definition of a table of inputs of type T.
type def[T any] struct {
	name, title, field string
	partition          string
	stage              stage
	columns            []column[T]
	list               func(*model.Batch) *[]T
	origin             func(*T) *model.Origin
	given              func(*T) *model.Fields
	// skip tells whether a row is left out without a fault.
	skip func(*T) bool
	// settle completes a row and checks what concerns several cells.
	settle func(*T, *header) []*fault
	key    func(*T) string
	// span is the link and period for the check of overlaps.
	span func(*T) (string, model.Valid)
}

// table erases the type of the inputs.
func (d def[T]) table() *Table {
	t := &Table{Name: d.name, Title: d.title, Field: d.field, partition: d.partition, stage: d.stage}
	for _, c := range d.columns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.rows = func(h *header, expected int) rowReader {
		r := &typedRows[T]{def: d, header: h, expected: expected}
		for i, at := range h.places {
			if at >= 0 {
				r.columns = append(r.columns, placed[T]{&d.columns[i], at})
				if g := d.columns[i].given; g >= 0 {
					r.given = r.given.With(g)
				}
			}
		}
		return r
	}
	return t
}

type placed[T any] struct {
	*column[T]
	at int
}

type typedRows[T any] struct {
	def     def[T]
	header  *header
	columns []placed[T]
	given   model.Fields
	// expected is how many rows a batch may have: inputs are large, and lists that grow copy them.
	expected int
}

func (t *typedRows[T]) read(r *record, into *model.Batch) outcome {
	list := t.def.list(into)
	if *list == nil {
		*list = make([]T, 0, t.expected)
	}
	var zero T
	*list = append(*list, zero)
	in := &(*list)[len(*list)-1]
	o := t.fill(r, in)
	if o.skipped || o.rejected() {
		t.undo(into)
		return o
	}
	o.key = t.def.key(in)
	if t.def.span != nil {
		o.link, o.valid = t.def.span(in)
	}
	return o
}

func (t *typedRows[T]) undo(into *model.Batch) {
	list := t.def.list(into)
	*list = (*list)[:len(*list)-1]
}

func (t *typedRows[T]) fill(r *record, in *T) (o outcome) {
	if width := len(t.header.titles); len(r.cells) > width && !blank(r.cells[width:]) {
		o.faults = append(o.faults, warnf(CodeRagged, "the row has cells beyond the last column of the header; they are not read"))
	}
	for _, c := range t.columns {
		cell := ""
		if c.at < len(r.cells) {
			cell = trim(r.cells[c.at])
		}
		if f := t.cell(&c, in, cell); f != nil {
			o.faults = append(o.faults, f.at(t.header.titles[c.at]))
		}
	}
	if t.def.skip != nil && t.def.skip(in) {
		return outcome{skipped: true}
	}
	if o.rejected() {
		return o
	}
	*t.def.origin(in) = model.Origin{File: r.source.name, Line: r.line}
	if t.def.given != nil {
		*t.def.given(in) = t.given
	}
	if t.def.settle != nil {
		o.faults = append(o.faults, t.def.settle(in, t.header)...)
	}
	return o
}

func (t *typedRows[T]) cell(c *placed[T], in *T, cell string) *fault {
	switch {
	case cell == "" && (c.Required || c.ForNew):
		return faultf(CodeRequired, "the cell is empty; every row needs %s (%s)", c.Title, c.Name)
	case cell == "":
		return nil
	case cell[0] == '#' && spreadsheetError(cell):
		return faultf(CodeCellError, "the cell shows the error %s; mend the formula or enter the value", cell)
	}
	return c.set(in, cell, &t.header.cells)
}

// endAfterBegin checks that an exclusive end lies after its begin.
func endAfterBegin(begin, end model.Date, h *header, beginName, endName string) []*fault {
	if end == 0 || begin == 0 || end > begin {
		return nil
	}
	f := faultf(CodeEndBeforeBegin, "the end %s does not lie after the begin %s; ends are the first day on which it does not hold any more", end, begin)
	return []*fault{f.at(h.title(endName, beginName))}
}

// joinKey makes one key of several parts.
func joinKey(parts ...string) string { return strings.Join(parts, "\x1f") }

func tableByName(name string) (*Table, error) {
	for _, t := range tables {
		if t.Name == name {
			return t, nil
		}
	}
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.Name
	}
	return nil, fmt.Errorf("there is no import table %q; use one of %s", name, strings.Join(names, ", "))
}
