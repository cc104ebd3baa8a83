// Package store is the only place for SQL: it opens SQLite or MySQL, migrates, hands out data versions, and reads and writes
// facts, spans and the log of changes in batches.
package store

import (
	"context"
	"database/sql"
	"errors"
	"sync"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// Chunk is how many ids or keys one statement takes. From 1,000 on, MariaDB makes a subquery of the list, and may read all of the table to
// join it (in_predicate_conversion_threshold).
const Chunk = 999

// Store is an open database. It is safe for concurrent use.
type Store struct {
	from source
	// write holds one connection on SQLite, because a file has one writer; on MySQL both pools are the same.
	write, read *sql.DB
	orm         *gorm.DB
	dialect     dialect
	cipher      *Cipher
	// beside makes the checkpoints of a SQLite file; nil on MySQL.
	beside *checkpoints

	classesMu sync.Mutex
	classes   *classCache
}

// dialect is what differs between the databases besides the schema.
type dialect interface {
	// now is the expression for the moment, UTC, by the database's own clock, which all replicas share.
	now() string
	// lock is appended to the SELECT that locks the row of the data version.
	lock() string
	// beginView and beginUpdate say how transactions begin.
	beginView() *sql.TxOptions
	beginUpdate() *sql.TxOptions
	// numbers has a list of columns read its dates as numbers.
	numbers(columns string) string
	// in is a condition that a column holds one of the ids, and what to bind to it first; nil where the text says all.
	in(ids []int64) (string, any)
	// query hands out rows, and queryMany does of a statement that reads most of a table; exec changes some, and tells how many; bulk writes many.
	query(v *View, text string, args []any, each func(*reader) error) error
	queryMany(v *View, text string, args []any, each func(*reader) error) error
	exec(v *View, text string, args []any) (int64, error)
	bulk(tx *Tx, name string, columns []string, rows int, write func(*binder, int)) error
}

// Option is a setting of Open.
type Option func(*Store)

// WithCipher seals names and phones of persons at rest. Without one they are stored as they are.
func WithCipher(c *Cipher) Option { return func(s *Store) { s.cipher = c } }

// Open opens the database named by sqlite:FILE or mysql://user:password@host:port/database. It creates the file or, where
// the account may, the MySQL database; it does not migrate.
func Open(ctx context.Context, dsn string, options ...Option) (*Store, error) {
	from, err := parseDSN(dsn)
	if err != nil {
		return nil, err
	}
	open := openSQLite
	if from.server != nil {
		open = openMySQL
	}
	s, err := open(ctx, from)
	if err != nil {
		return nil, err
	}
	for _, o := range options {
		o(s)
	}
	return s, nil
}

// Close closes all connections.
func (s *Store) Close() error {
	if s.read == s.write {
		return s.write.Close()
	}
	err := errors.Join(s.read.Close(), s.write.Close())
	s.beside.close()
	return err
}

// Embedded tells whether the database is a SQLite file.
func (s *Store) Embedded() bool { return s.from.server == nil }

// Name is the database for messages and health pages, without user and password.
func (s *Store) Name() string {
	if s.Embedded() {
		return "sqlite:" + s.from.file
	}
	return "mysql://" + s.from.server.Addr + "/" + s.from.server.DBName
}

// Ping tells whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return s.read.PingContext(ctx) }

func newStore(from source, write, read *sql.DB, d dialect, g gorm.Dialector) (*Store, error) {
	orm, err := gorm.Open(g, &gorm.Config{
		SkipDefaultTransaction: true,
		DisableAutomaticPing:   true,
		TranslateError:         true,
		Logger:                 logger.Discard,
	})
	if err != nil {
		return nil, err
	}
	return &Store{from: from, write: write, read: read, orm: orm, dialect: d, classes: &classCache{}}, nil
}
