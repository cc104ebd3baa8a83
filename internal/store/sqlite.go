package store

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"strings"

	sqlite3 "github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	"github.com/ncruces/go-sqlite3/gormlite"
)

// readers is how many connections read a SQLite file at once; each has a page cache of its own, which is small because the operating system
// keeps the pages too: with 3, 6 or 16 MiB instead of 2 no question became faster.
const readers = 4

func openSQLite(ctx context.Context, from source) (*Store, error) {
	d := sqliteDialect{newStatements()}
	beside := newCheckpoints(fileName(from.file, "deferred"))
	opened := func(c *sqlite3.Conn) error {
		beside.follow(c)
		return d.prepared.opened(c)
	}
	writing := fileName(from.file, "immediate", "page_size(8192)", "journal_mode(wal)", "cache_size(-65536)")
	write, err := openFile(ctx, from.file, writing, opened, d.prepared.closing)
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	reading := fileName(from.file, "deferred", "query_only(1)", "cache_size(-2048)")
	read, err := openFile(ctx, from.file, reading, d.prepared.opened, d.prepared.closing)
	if err != nil {
		_ = write.Close()
		return nil, err
	}
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	s, err := newStore(from, write, read, d, gormlite.OpenDB(read))
	if err == nil {
		s.beside = beside
	}
	return s, err
}

// fileName names a file to SQLite, with the settings of a connection to it.
func fileName(file, lock string, pragmas ...string) string {
	pragmas = append([]string{"busy_timeout(" + waitForWriter + "000)"}, pragmas...)
	pragmas = append(pragmas, "synchronous(normal)", "foreign_keys(1)", "temp_store(memory)", "mmap_size(268435456)")
	q := url.Values{"_pragma": pragmas, "_txlock": {lock}}
	return "file:" + (&url.URL{Path: file}).EscapedPath() + "?" + q.Encode()
}

func openFile(ctx context.Context, file, name string, hooks ...func(*sqlite3.Conn) error) (*sql.DB, error) {
	db, err := driver.Open(name, hooks...)
	if err != nil {
		return nil, err
	}
	if err := db.PingContext(ctx); err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("cannot open the SQLite file %s: %w; name a file that this account may write", file, err)
	}
	return db, nil
}

type sqliteDialect struct{ prepared *statements }

func (sqliteDialect) now() string  { return `strftime('%Y-%m-%d %H:%M:%f', 'now')` }
func (sqliteDialect) lock() string { return "" }

func (sqliteDialect) beginView() *sql.TxOptions   { return nil }
func (sqliteDialect) beginUpdate() *sql.TxOptions { return nil }

// numbers: dates are numbers already.
func (sqliteDialect) numbers(columns string) string { return columns }

// raw runs fn on SQLite's own connection, with the context of the view, past the conversions of database/sql.
func (sqliteDialect) raw(v *View, fn func(*sqlite3.Conn) error) error {
	return v.conn.Raw(func(c any) error {
		conn := c.(driver.Conn).Raw()
		old := conn.SetInterrupt(v.ctx)
		defer conn.SetInterrupt(old)
		return fn(conn)
	})
}

func (d sqliteDialect) query(v *View, text string, args []any, each func(*reader) error) error {
	return d.raw(v, func(c *sqlite3.Conn) error {
		return d.prepared.use(c, text, func(stmt *sqlite3.Stmt) error {
			if err := bindAll(stmt, args); err != nil {
				return err
			}
			r := &reader{stmt: stmt, cipher: v.s.cipher}
			for stmt.Step() {
				r.col = 0
				if err := each(r); err != nil {
					return err
				}
				if r.err != nil {
					return r.err
				}
			}
			return stmt.Err()
		})
	})
}

func (d sqliteDialect) queryMany(v *View, text string, args []any, each func(*reader) error) error {
	return d.query(v, text, args, each)
}

func (d sqliteDialect) exec(v *View, text string, args []any) (n int64, err error) {
	err = d.raw(v, func(c *sqlite3.Conn) error {
		return d.prepared.use(c, text, func(stmt *sqlite3.Stmt) error {
			if err := bindAll(stmt, args); err != nil {
				return err
			}
			err := stmt.Exec()
			n = c.Changes()
			return err
		})
	})
	return n, err
}

// in writes as many marks as the next power of two of the ids, so that few texts are prepared, and repeats the last id. Ids without a gap are
// a range, which is read in one go.
func (sqliteDialect) in(ids []int64) (string, any) {
	if gapless(ids) {
		return " BETWEEN ? AND ?", idList{[]int64{ids[0], ids[len(ids)-1]}, 2}
	}
	n := 1
	for n < len(ids) {
		n *= 2
	}
	return " IN (" + marks[:2*n-1] + ")", idList{ids, n}
}

// gapless tells whether some ids, more than two, follow one another.
func gapless(ids []int64) bool {
	for i, id := range ids {
		if id != ids[0]+int64(i) {
			return false
		}
	}
	return len(ids) > 2
}

var marks = strings.Repeat("?,", 2*Chunk)

// idList binds ids to n marks.
type idList struct {
	ids []int64
	n   int
}

func (l idList) bind(b *binder) {
	for i := range l.n {
		b.int(l.ids[min(i, len(l.ids)-1)])
	}
}

func bindAll(stmt *sqlite3.Stmt, args []any) error {
	sink := &onceSink{stmt: stmt}
	b := &binder{sink: sink, numbers: true}
	for _, a := range args {
		if list, ok := a.(idList); ok {
			list.bind(b)
			continue
		}
		b.any(a)
	}
	return sink.err
}

// insertValues is about how many values one INSERT takes. Within a statement the cursors of table and indexes stay where they
// are, which is most of what a row in order costs; longer statements gain nothing more.
const insertValues = 1000

// orFail keeps no journal of the pages as they were before a statement, which would undo the rows before one that fails: the transaction ends
// with the error, and undoes them all. It is a tenth of the writing.
const orFail = "INSERT OR FAIL"

func (d sqliteDialect) bulk(tx *Tx, name string, columns []string, rows int, write func(*binder, int)) error {
	many := max(1, insertValues/len(columns))
	whole := rows - rows%many
	if err := d.every(tx, insertText(orFail, name, columns, many), 0, whole, many, write); err != nil {
		return err
	}
	return d.every(tx, insertText(orFail, name, columns, 1), whole, rows, 1, write)
}

func insertText(insert, name string, columns []string, rows int) string {
	marks := ",(" + strings.Repeat(",?", len(columns))[1:] + ")"
	return insert + " INTO " + name + " (" + strings.Join(columns, ", ") + ") VALUES " + strings.Repeat(marks, rows)[1:]
}

// every runs a statement for the rows from one to another, so many at a time.
func (d sqliteDialect) every(tx *Tx, text string, from, to, many int, write func(*binder, int)) error {
	if from == to {
		return nil
	}
	return d.raw(tx.View, func(c *sqlite3.Conn) error {
		return d.prepared.use(c, text, func(stmt *sqlite3.Stmt) error {
			sink := &stmtSink{stmt: stmt}
			b := tx.bindFor(sink, to-from)
			for at := from; at < to; at += many {
				sink.col = 0
				for i := range many {
					write(b, at+i)
				}
				if sink.err != nil {
					return sink.err
				}
				if err := stmt.Exec(); err != nil {
					return err
				}
			}
			return stmt.ClearBindings() // the next one begins with NULLs again
		})
	})
}

// onceSink binds values to a statement that is run once with them.
type onceSink struct {
	stmt *sqlite3.Stmt
	col  int
	err  error
}

func (s *onceSink) int(v int64) {
	s.col++
	s.keep(s.stmt.BindInt64(s.col, v))
}

func (s *onceSink) text(v string) {
	s.col++
	s.keep(s.stmt.BindText(s.col, v))
}

func (s *onceSink) null() {
	s.col++
	s.keep(s.stmt.BindNull(s.col))
}

func (s *onceSink) keep(err error) {
	if err != nil && s.err == nil {
		s.err = err
	}
}

// stmtSink binds values to a prepared statement of SQLite. A value that stands from the last run is not bound again: many
// columns of a load hold the same in every row.
type stmtSink struct {
	stmt *sqlite3.Stmt
	col  int
	last []bound
	err  error
}

// next moves on to the next parameter and tells what it holds.
func (s *stmtSink) next() *bound {
	if s.col++; s.col > len(s.last) {
		s.last = append(s.last, bound{})
	}
	return &s.last[s.col-1]
}

func (s *stmtSink) int(v int64) {
	if b := s.next(); b.kind != boundInt || b.int != v {
		b.kind, b.int = boundInt, v
		s.keep(s.stmt.BindInt64(s.col, v))
	}
}

func (s *stmtSink) text(v string) {
	if b := s.next(); b.kind != boundText || b.text != v {
		b.kind, b.text = boundText, v
		s.keep(s.stmt.BindText(s.col, v))
	}
}

func (s *stmtSink) null() {
	if b := s.next(); b.kind != boundNull {
		b.kind = boundNull
		s.keep(s.stmt.BindNull(s.col))
	}
}

func (s *stmtSink) keep(err error) {
	if err != nil && s.err == nil {
		s.err = err
	}
}
