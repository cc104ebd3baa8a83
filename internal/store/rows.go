package store

import (
	"database/sql/driver"
	"encoding"
	"fmt"
	"strconv"

	sqlite3 "github.com/ncruces/go-sqlite3"

	"fugai/model"
)

// reader hands out the columns of the current row in order. On SQLite it reads the statement's memory, on MySQL what the driver makes of the
// text of the wire; neither goes through the conversions of database/sql, which would cost more than the rest of a load.
type reader struct {
	stmt   *sqlite3.Stmt
	values []driver.Value
	col    int
	err    error
	// cipher opens what is sealed at rest.
	cipher *Cipher
	// days are those of the numbers that were read last: rows of a subject repeat their dates.
	days [16]struct {
		number int64
		day    model.Date
	}
}

// bytes is the next column; nil for NULL. It is valid until the next row.
func (r *reader) bytes() []byte {
	i := r.col
	r.col++
	if r.stmt != nil {
		return r.stmt.ColumnRawText(i)
	}
	switch v := r.values[i].(type) {
	case []byte:
		return v
	case nil:
		return nil
	default:
		return fmt.Append(nil, v)
	}
}

// number is the next column where it is a whole number already.
func (r *reader) number() (n int64, ok bool) {
	if n, ok = r.values[r.col].(int64); ok {
		r.col++
	}
	return n, ok
}

func (r *reader) text() string { return string(r.bytes()) }

// sealed is a text that is encrypted at rest.
func (r *reader) sealed() string {
	s, err := r.cipher.open(r.text())
	r.keep(err)
	return s
}

func (r *reader) int() int64 {
	if r.stmt != nil {
		r.col++
		return r.stmt.ColumnInt64(r.col - 1)
	}
	if n, ok := r.number(); ok {
		return n
	}
	b := r.bytes()
	if b == nil {
		return 0
	}
	n, err := strconv.ParseInt(string(b), 10, 64)
	r.keep(err)
	return n
}

func (r *reader) count() model.Count {
	if r.stmt != nil {
		i := r.col
		r.col++
		n := r.stmt.ColumnInt64(i)
		if n == 0 && r.stmt.ColumnType(i) == sqlite3.NULL {
			return 0
		}
		return model.Counted(int(n))
	}
	if n, ok := r.number(); ok {
		return model.Counted(int(n))
	}
	var c model.Count
	if b := r.bytes(); b != nil {
		r.keep(c.Scan(b))
	}
	return c
}

func (r *reader) date() model.Date {
	if r.stmt != nil {
		n := r.int()
		if n == 0 { // NULL
			return 0
		}
		return r.day(n)
	}
	if n, ok := r.number(); ok {
		return r.day(n)
	}
	var d model.Date
	if b := r.bytes(); b != nil {
		r.keep(d.UnmarshalText(b))
	}
	return d
}

// day is the day of a number YYYYMMDD.
func (r *reader) day(n int64) model.Date {
	known := &r.days[uint64(n)%uint64(len(r.days))]
	if known.number != n || n == 0 {
		d, err := model.DateOfNumber(n)
		if r.keep(err); err != nil {
			return 0
		}
		known.number, known.day = n, d
	}
	return known.day
}

func (r *reader) moment() model.Moment {
	var m model.Moment
	if b := r.bytes(); b != nil {
		r.keep(m.Scan(b))
	}
	return m
}

// enum reads a name; NULL and "" are the zero value.
func (r *reader) enum(into encoding.TextUnmarshaler) { r.keep(into.UnmarshalText(r.bytes())) }

func (r *reader) recorded(rec *model.Recorded) {
	rec.SinceVersion = model.DataVersion(r.int())
	rec.UntilVersion = model.DataVersion(r.int())
	rec.SourceID = model.SourceID(r.int())
}

func (r *reader) valid(v *model.Valid) { v.ValidFrom, v.ValidTo = r.date(), r.date() }

func (r *reader) keep(err error) {
	if err != nil && r.err == nil {
		r.err = fmt.Errorf("column %d: %w", r.col, err)
	}
}

// sink takes the columns of one row, in order.
type sink interface {
	int(int64)
	text(string)
	null()
}

// bound is a value that a sink has taken; NULL to begin with.
type bound struct {
	kind boundKind
	int  int64
	text string
}

type boundKind uint8

const (
	boundNull boundKind = iota
	boundInt
	boundText
)

// binder writes the model's values into a sink.
type binder struct {
	sink
	// numbers tells that dates are whole numbers, as SQLite keeps them; else they are texts.
	numbers bool
	dates   *dateTexts
	cipher  *Cipher
}

// sealed writes a text that is encrypted at rest.
func (b *binder) sealed(s string) { b.text(b.cipher.seal(s)) }

func (b *binder) date(d model.Date) {
	switch {
	case d == 0:
		b.null()
	case b.numbers:
		b.int(d.Number())
	case b.dates == nil:
		b.text(dateText(d))
	default:
		b.text(b.dates.of(d))
	}
}

func dateText(d model.Date) string {
	v, _ := d.Value()
	return v.(string)
}

// dateTexts keeps the texts of dates, because loads repeat few of them millions of times: 44 years and the open end without
// a clash.
type dateTexts [1 << 14]struct {
	day  model.Date
	text string
}

var never = dateText(model.Never)

func (t *dateTexts) of(d model.Date) string {
	if d == model.Never {
		return never
	}
	kept := &t[uint32(d)%uint32(len(t))]
	if kept.day != d {
		kept.day, kept.text = d, dateText(d)
	}
	return kept.text
}

func (b *binder) count(c model.Count) {
	if !c.Known() {
		b.null()
		return
	}
	b.int(int64(c.Int()))
}

func (b *binder) flag(v bool) {
	if v {
		b.int(1)
		return
	}
	b.int(0)
}

// name writes an enum into a column that may be NULL.
func (b *binder) name(e fmt.Stringer) {
	if s := e.String(); s != "" {
		b.text(s)
		return
	}
	b.null()
}

func (b *binder) valid(v model.Valid) {
	b.date(v.ValidFrom)
	b.date(v.ValidTo)
}

func (b *binder) recorded(r model.Recorded) {
	b.int(int64(r.SinceVersion))
	b.int(int64(r.UntilVersion))
	b.int(int64(r.SourceID))
}

// any binds an argument of a statement.
func (b *binder) any(a any) {
	switch v := a.(type) {
	case nil:
		b.null()
	case string:
		b.text(v)
	case int:
		b.int(int64(v))
	case int64:
		b.int(v)
	case bool:
		b.flag(v)
	case model.Date:
		b.date(v)
	case driver.Valuer:
		value, _ := v.Value()
		b.any(value)
	default:
		b.anyInt(a)
	}
}

// anyInt binds the typed ids and versions.
func (b *binder) anyInt(a any) {
	switch v := a.(type) {
	case model.DataVersion:
		b.int(int64(v))
	case model.UnitID:
		b.int(int64(v))
	case model.RegionID:
		b.int(int64(v))
	case model.OrganisationID:
		b.int(int64(v))
	case model.SourceID:
		b.int(int64(v))
	case model.ImportID:
		b.int(int64(v))
	case model.RuleSetID:
		b.int(int64(v))
	case model.KeyID:
		b.int(int64(v))
	case model.CreditCode:
		b.text(string(v))
	case model.RegionCode:
		b.text(string(v))
	default:
		// A type that is missing above is a fault of this package; every statement of it is run by a test.
		panic(fmt.Sprintf("store: no way to bind %T", a))
	}
}
