package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"regexp"
	"time"

	"github.com/go-sql-driver/mysql"
	gormmysql "gorm.io/driver/mysql"
)

// Errors of the server that have a mend.
const (
	errNoDatabase   = 1049
	errDenied       = 1044
	errAccess       = 1045
	errLocalDenied  = 1148
	errLocalDenied2 = 3948
)

func openMySQL(ctx context.Context, from source) (*Store, error) {
	db, err := connect(ctx, from.server)
	if serverError(err) == errNoDatabase {
		if err = createDatabase(ctx, from.server); err == nil {
			db, err = connect(ctx, from.server)
		}
	}
	if err != nil {
		return nil, explain(err, from.server)
	}
	db.SetMaxOpenConns(32)
	db.SetMaxIdleConns(32)             // to open one takes longer than most questions, and one question may read by several
	db.SetConnMaxIdleTime(time.Minute) // after a busy moment the server has its connections back for other replicas
	d := &mysqlDialect{}
	if err := db.QueryRowContext(ctx, "SELECT @@local_infile").Scan(&d.localInfile); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return newStore(from, db, db, d, gormmysql.New(gormmysql.Config{Conn: db, SkipInitializeWithVersion: true}))
}

func connect(ctx context.Context, c *mysql.Config) (*sql.DB, error) {
	connector, err := mysql.NewConnector(c)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	if err := db.PingContext(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func createDatabase(ctx context.Context, c *mysql.Config) error {
	server := c.Clone()
	server.DBName = ""
	db, err := connect(ctx, server)
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "CREATE DATABASE IF NOT EXISTS `"+c.DBName+"` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin")
	return err
}

func serverError(err error) uint16 {
	var e *mysql.MySQLError
	if errors.As(err, &e) {
		return e.Number
	}
	return 0
}

func explain(err error, c *mysql.Config) error {
	switch serverError(err) {
	case errNoDatabase, errDenied:
		return fmt.Errorf("the database %s does not exist and the account %s may not create it; create it or grant the right: %w", c.DBName, c.User, err)
	case errAccess:
		return fmt.Errorf("the MySQL server at %s refuses the account %s; check user and password of the DSN: %w", c.Addr, c.User, err)
	}
	return fmt.Errorf("cannot reach the MySQL server at %s; check host and port of the DSN and that it runs: %w", c.Addr, err)
}

type mysqlDialect struct{ localInfile bool }

func (*mysqlDialect) now() string  { return "UTC_TIMESTAMP(6)" }
func (*mysqlDialect) lock() string { return " FOR UPDATE" }

// beginView: the first SELECT of a REPEATABLE READ transaction fixes the snapshot for all that follow.
func (*mysqlDialect) beginView() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelRepeatableRead}
}

// beginUpdate: under READ COMMITTED, what follows the locked row sees everything that was committed before the lock.
func (*mysqlDialect) beginUpdate() *sql.TxOptions {
	return &sql.TxOptions{Isolation: sql.LevelReadCommitted}
}

// in writes the ids into the text, because a statement with values to bind would take a round trip more.
func (*mysqlDialect) in(ids []int64) (string, any) { return in(ids), nil }

// query reads from the driver itself, which database/sql would have write its numbers as text again.
// numbers has a list of columns read its dates as numbers, of which the driver makes less.
func (*mysqlDialect) numbers(columns string) string {
	return dateColumns.ReplaceAllString(columns, "CAST($0 AS SIGNED)")
}

var dateColumns = regexp.MustCompile(`valid_from|valid_to|founded_on`)

func (*mysqlDialect) query(v *View, text string, args []any, each func(*reader) error) error {
	return v.conn.Raw(func(c any) error {
		rows, err := c.(driver.QueryerContext).QueryContext(v.ctx, text, numbered(plain(args)))
		if err != nil {
			return err
		}
		return errors.Join(eachRow(v, rows, each), rows.Close())
	})
}

// queryMany prepares the statement, a way over the network more, because then neither side writes or reads numbers as text.
func (*mysqlDialect) queryMany(v *View, text string, args []any, each func(*reader) error) error {
	return v.conn.Raw(func(c any) error {
		stmt, err := c.(driver.ConnPrepareContext).PrepareContext(v.ctx, text)
		if err != nil {
			return err
		}
		defer stmt.Close()
		rows, err := stmt.(driver.StmtQueryContext).QueryContext(v.ctx, numbered(plain(args)))
		if err != nil {
			return err
		}
		return errors.Join(eachRow(v, rows, each), rows.Close())
	})
}

func eachRow(v *View, rows driver.Rows, each func(*reader) error) error {
	r := &reader{values: make([]driver.Value, len(rows.Columns())), cipher: v.s.cipher}
	for {
		if err := rows.Next(r.values); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		r.col = 0
		if err := each(r); err != nil {
			return err
		}
		if r.err != nil {
			return r.err
		}
	}
}

func (*mysqlDialect) exec(v *View, text string, args []any) (int64, error) {
	res, err := v.conn.ExecContext(v.ctx, text, plain(args)...)
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

// plain turns typed ids, enums and dates into the values that the driver takes.
func plain(args []any) []any {
	s := &argSink{}
	b := &binder{sink: s}
	for _, a := range args {
		b.any(a)
	}
	return s.args
}

// numbered are arguments by their places.
func numbered(args []any) []driver.NamedValue {
	out := make([]driver.NamedValue, len(args))
	for i, a := range args {
		out[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	return out
}

// argSink collects values as arguments of a statement.
type argSink struct{ args []any }

func (s *argSink) int(v int64)   { s.args = append(s.args, v) }
func (s *argSink) text(v string) { s.args = append(s.args, v) }
func (s *argSink) null()         { s.args = append(s.args, nil) }
