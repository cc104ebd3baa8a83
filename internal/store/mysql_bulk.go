package store

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/go-sql-driver/mysql"
)

const (
	// loadFrom is the number of rows from which LOAD DATA LOCAL is faster than a statement.
	loadFrom = 200
	// insertRows is how many rows one INSERT takes; 33 columns of it stay below the limit of 65,535 values.
	insertRows = 500
)

var loads atomic.Int64

func (d *mysqlDialect) bulk(tx *Tx, name string, columns []string, rows int, write func(*binder, int)) error {
	if d.localInfile && rows >= loadFrom {
		err := loadData(tx, name, columns, rows, write)
		if n := serverError(err); n != errLocalDenied && n != errLocalDenied2 {
			return err
		}
		d.localInfile = false
	}
	for from := 0; from < rows; from += insertRows {
		if err := insertMany(tx, name, columns, from, min(rows, from+insertRows), write); err != nil {
			return err
		}
	}
	return nil
}

func insertMany(tx *Tx, name string, columns []string, from, to int, write func(*binder, int)) error {
	text := insertText("INSERT", name, columns, to-from)
	s := &argSink{args: make([]any, 0, len(columns)*(to-from))}
	b := tx.bindFor(s, to-from)
	for i := from; i < to; i++ {
		write(b, i)
	}
	_, err := tx.conn.ExecContext(tx.ctx, text, s.args...)
	return err
}

// loadData streams the rows as tab-separated text. The server turns errors of LOCAL loads into warnings and leaves rows
// out, so both are counted afterwards.
func loadData(tx *Tx, name string, columns []string, rows int, write func(*binder, int)) error {
	handler := "rows" + strconv.FormatInt(loads.Add(1), 10)
	alike := alikeOf(tx, columns, rows, write)
	mysql.RegisterReaderHandler(handler, func() io.Reader { return newTSV(tx, rows, alike.left, write) })
	defer mysql.DeregisterReaderHandler(handler)
	result, err := tx.conn.ExecContext(tx.ctx, "LOAD DATA LOCAL INFILE 'Reader::"+handler+"' INTO TABLE "+name+
		` CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\' LINES TERMINATED BY '\n' `+alike.assignment(columns))
	if err != nil {
		return err
	}
	var warnings int
	if err := tx.conn.QueryRowContext(tx.ctx, "SELECT @@warning_count").Scan(&warnings); err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n != int64(rows) || warnings > 0 {
		return loadFault(tx, name, n, rows)
	}
	return nil
}

func loadFault(tx *Tx, name string, loaded int64, rows int) error {
	var level, message string
	var number int
	_ = tx.conn.QueryRowContext(tx.ctx, "SHOW WARNINGS LIMIT 1").Scan(&level, &number, &message)
	return fmt.Errorf("the server took %d of %d rows of %s: %s", loaded, rows, name, message)
}

// alike finds the columns that hold the same in all rows of a load: their value is written once, because the server takes longer to read a
// field than to set a constant, and loads leave most of what units may report blank. It is a sink of the rows.
type alike struct {
	col    int
	values []bound
	// left tells of each column that it is left out of the rows.
	left []bool
}

func alikeOf(tx *Tx, columns []string, rows int, write func(*binder, int)) *alike {
	s := &alike{left: slices.Repeat([]bool{true}, len(columns))}
	b := tx.bindFor(s, rows)
	for i := range rows {
		s.col = 0
		write(b, i)
	}
	if !slices.Contains(s.left, false) {
		s.left[0] = false // a line holds a field at least
	}
	return s
}

func (s *alike) add(v bound) {
	switch {
	case s.col == len(s.values): // in the first row
		s.values = append(s.values, v)
		s.left[s.col] = plainText(v.text)
	case s.left[s.col]:
		s.left[s.col] = v == s.values[s.col]
	}
	s.col++
}

// plainText tells whether a text means itself in a statement, whatever the server's mode.
func plainText(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '_' && r != '-'
	})
}

func (s *alike) int(v int64)   { s.add(bound{kind: boundInt, int: v}) }
func (s *alike) text(v string) { s.add(bound{kind: boundText, text: v}) }
func (s *alike) null()         { s.add(bound{}) }

// assignment names the columns of the rows, and gives the others their value.
func (s *alike) assignment(columns []string) string {
	var read, set []string
	for i, name := range columns {
		if !s.left[i] {
			read = append(read, name)
			continue
		}
		switch v := s.values[i]; v.kind {
		case boundInt:
			set = append(set, name+" = "+strconv.FormatInt(v.int, 10))
		case boundText:
			set = append(set, name+" = '"+v.text+"'")
		default:
			set = append(set, name+" = NULL")
		}
	}
	text := "(" + strings.Join(read, ", ") + ")"
	if len(set) > 0 {
		text += " SET " + strings.Join(set, ", ")
	}
	return text
}

// tsv is a reader of rows as the lines of LOAD DATA; it is its own sink.
type tsv struct {
	rows, next int
	write      func(*binder, int)
	b          *binder
	// left are the columns that are left out; col is the next one.
	left []bool
	col  int
	buf  []byte
	at   int
}

func newTSV(tx *Tx, rows int, left []bool, write func(*binder, int)) *tsv {
	t := &tsv{rows: rows, left: left, write: write}
	t.b = tx.bindFor(t, rows)
	return t
}

// Read fills p with lines, some hundred rows at a time.
func (t *tsv) Read(p []byte) (int, error) {
	if t.at == len(t.buf) {
		if t.next == t.rows {
			return 0, io.EOF
		}
		t.fill()
	}
	n := copy(p, t.buf[t.at:])
	t.at += n
	return n, nil
}

func (t *tsv) fill() {
	t.buf, t.at = t.buf[:0], 0
	for len(t.buf) < 1<<18 && t.next < t.rows {
		t.col = 0
		t.write(t.b, t.next)
		t.next++
		t.buf[len(t.buf)-1] = '\n' // in place of the last tab
	}
}

// skip moves on to the next column, and tells whether it is left out.
func (t *tsv) skip() bool {
	t.col++
	return t.left[t.col-1]
}

func (t *tsv) int(v int64) {
	if t.skip() {
		return
	}
	t.buf = strconv.AppendInt(t.buf, v, 10)
	t.buf = append(t.buf, '\t')
}

func (t *tsv) null() {
	if !t.skip() {
		t.buf = append(t.buf, '\\', 'N', '\t')
	}
}

func (t *tsv) text(v string) {
	if t.skip() {
		return
	}
	if !strings.ContainsAny(v, "\\\t\n\x00") {
		t.buf = append(append(t.buf, v...), '\t')
		return
	}
	for i := range len(v) {
		if bytes.IndexByte([]byte("\\\t\n\x00"), v[i]) >= 0 {
			t.buf = append(t.buf, '\\')
		}
		if v[i] == 0 {
			t.buf = append(t.buf, '0')
			continue
		}
		t.buf = append(t.buf, v[i])
	}
	t.buf = append(t.buf, '\t')
}
