package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// csvReader reads the rows of a CSV text.
type csvReader struct {
	rows *csv.Reader
	tape *tape
	// suspect: the file holds bytes that do not fit its encoding, so that every cell is looked at.
	suspect bool
	// width is the number of cells of the header; rows must agree once it is known.
	width int
	// rest are the lines of a record that could not be read, still to be reported.
	rest []record
}

func newCSVReader(text io.Reader, comma rune, suspect bool) *csvReader {
	t := &tape{in: text}
	rows := csv.NewReader(t)
	rows.Comma, rows.ReuseRecord, rows.FieldsPerRecord = comma, true, -1
	return &csvReader{rows: rows, tape: t, suspect: suspect}
}

func (c *csvReader) Close() error { return nil }

// expect sets the number of cells that rows must have.
func (c *csvReader) expect(width int) { c.width = width }

func (c *csvReader) next() (record, error) {
	for {
		if len(c.rest) > 0 {
			r := c.rest[0]
			c.rest = c.rest[1:]
			return r, nil
		}
		cells, err := c.rows.Read()
		var wrong *csv.ParseError
		switch {
		case errors.As(err, &wrong):
			c.rest = c.unreadable(wrong)
			continue
		case err != nil:
			return record{}, err
		case blank(cells):
			c.tape.forget(c.rows.InputOffset())
			continue
		}
		c.tape.forget(c.rows.InputOffset())
		line, _ := c.rows.FieldPos(0)
		r := record{line: line, cells: cells}
		r.fault = c.check(cells)
		return r, nil
	}
}

func blank(cells []string) bool {
	for _, cell := range cells {
		if cell != "" && trim(cell) != "" {
			return false
		}
	}
	return true
}

func (c *csvReader) check(cells []string) *fault {
	if c.suspect {
		for _, cell := range cells {
			if !utf8.ValidString(cell) || strings.ContainsRune(cell, utf8.RuneError) {
				return faultf(CodeEncoding, "the row holds bytes that are no text in the file's encoding; save the file as UTF-8 again from its source")
			}
		}
	}
	switch {
	case c.width == 0 || len(cells) == c.width:
	case len(cells) < c.width:
		return faultf(CodeRagged, "the row has %d cells, the header %d; the row may be cut off, or a comma is missing", len(cells), c.width)
	case !blank(cells[c.width:]):
		return faultf(CodeRagged, "the row has %d cells, the header %d; put cells that hold a comma in quotation marks", len(cells), c.width)
	}
	return nil
}

// unreadable makes a record of every line that a wrong quotation mark spoilt, so that none is lost uncounted.
func (c *csvReader) unreadable(wrong *csv.ParseError) (lines []record) {
	raw := c.tape.upTo(c.rows.InputOffset())
	for i, text := range strings.Split(strings.TrimRight(string(raw), "\r\n"), "\n") {
		f := faultf(CodeQuote, "the quotation marks of the row that begins in line %d cannot be understood (%s); "+
			"a cell in quotation marks ends with one, and one inside it is doubled", wrong.StartLine, wrong.Err)
		lines = append(lines, record{line: wrong.StartLine + i, cells: []string{strings.TrimRight(text, "\r")}, fault: f})
	}
	c.tape.forget(c.rows.InputOffset())
	return lines
}

// tape remembers what was read since the last record, for the lines that cannot be read as one.
type tape struct {
	in     io.Reader
	held   []byte
	offset int64 // of held[0]
	mark   int64 // the end of the last record
}

func (t *tape) Read(p []byte) (int, error) {
	n, err := t.in.Read(p)
	t.held = append(t.held, p[:n]...)
	return n, err
}

// forget marks the end of a record, and drops what lies before it now and then, so that little is moved.
func (t *tape) forget(offset int64) {
	t.mark = offset
	if drop := int(offset - t.offset); drop > 1<<16 {
		t.held = append(t.held[:0], t.held[drop:]...)
		t.offset = offset
	}
}

// upTo is the text from the end of the last record to the offset.
func (t *tape) upTo(offset int64) []byte { return t.held[t.mark-t.offset : offset-t.offset] }

// comma finds the separator: comma, or tab or semicolon where the first lines hold far more of them.
func comma(sample []byte) rune {
	best, most := ',', bytes.Count(sample, []byte(","))
	for _, r := range "\t;" {
		if n := bytes.Count(sample, []byte(string(r))); n > 2*most {
			best, most = r, n
		}
	}
	return best
}
