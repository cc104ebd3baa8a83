package seeds

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fugai/model"
)

// flushAt is the number of buffered bytes after which a table writes to its file.
const flushAt = 1 << 16

// table is a CSV file that is written cell by cell. It knows no quoting: every text of the generator is free of commas,
// quotes and line breaks, which a test proves by reading the files back.
type table struct {
	file   *os.File
	buffer []byte
	days   *calendar
	err    error
}

// header joins lines of column names into one header.
func header(lines ...string) string { return strings.Join(lines, ",") }

func newTable(dir, name, columns string, days *calendar) (*table, error) {
	file, err := os.Create(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	t := &table{file: file, buffer: make([]byte, 0, flushAt+1<<12), days: days}
	t.buffer = append(append(t.buffer, columns...), '\n')
	return t, nil
}

func (t *table) text(s string) *table {
	t.buffer = append(append(t.buffer, s...), ',')
	return t
}

func (t *table) date(d model.Date) *table {
	t.buffer = append(t.days.append(t.buffer, d), ',')
	return t
}

func (t *table) count(c model.Count) *table {
	if c.Known() {
		t.buffer = strconv.AppendInt(t.buffer, int64(c.Int()), 10)
	}
	t.buffer = append(t.buffer, ',')
	return t
}

// number writes a whole number, and nothing for 0.
func (t *table) number(n int64) *table {
	if n != 0 {
		t.buffer = strconv.AppendInt(t.buffer, n, 10)
	}
	t.buffer = append(t.buffer, ',')
	return t
}

// end turns the last comma into the end of the line.
func (t *table) end() {
	t.buffer[len(t.buffer)-1] = '\n'
	if len(t.buffer) >= flushAt {
		t.flush()
	}
}

// flush keeps the first fault, so that callers ask once, at the end.
func (t *table) flush() {
	if t.err == nil {
		_, t.err = t.file.Write(t.buffer)
	}
	t.buffer = t.buffer[:0]
}

func (t *table) close() error {
	t.flush()
	return errors.Join(t.err, t.file.Close())
}

// calendar holds the text of every day that the generator writes often, because formatting one takes longer than the rest of a row.
type calendar struct {
	first model.Date
	text  []byte // 10 bytes a day
}

func newCalendar(first, last model.Date) *calendar {
	c := &calendar{first: first}
	for d := first; d <= last; d++ {
		c.text = append(c.text, d.String()...)
	}
	return c
}

func (c *calendar) append(b []byte, d model.Date) []byte {
	at := int(d-c.first) * 10
	if at < 0 || at >= len(c.text) {
		return append(b, d.String()...)
	}
	return append(b, c.text[at:at+10]...)
}
