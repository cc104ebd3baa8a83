package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations
var migrations embed.FS

// Migrate brings the schema to the binary's version. A database that a newer binary migrated is refused.
func (s *Store) Migrate(ctx context.Context) error {
	db, err := s.migrationDB(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	p, err := s.provider(db)
	if err != nil {
		return err
	}
	if err := refuseNewer(ctx, p); err != nil {
		return err
	}
	_, err = p.Up(ctx)
	if err != nil {
		return fmt.Errorf("the migration of %s failed: %w", s.Name(), err)
	}
	return nil
}

// Migrated is nil when the schema is of the binary's version, else an error with the mend.
func (s *Store) Migrated(ctx context.Context) error {
	db, err := s.migrationDB(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	p, err := s.provider(db)
	if err != nil {
		return err
	}
	if err := refuseNewer(ctx, p); err != nil {
		return err
	}
	if pending, err := p.HasPending(ctx); err != nil || pending {
		return errors.Join(err, fmt.Errorf("the schema of %s is older than this binary; run fugai migrate", s.Name()))
	}
	return nil
}

// migrationDB is a pool of its own: goose reads times, which the store's own connections to MySQL leave as text.
func (s *Store) migrationDB(ctx context.Context) (*sql.DB, error) {
	if s.Embedded() {
		return openFile(ctx, s.from.file, fileName(s.from.file, "immediate"))
	}
	c := s.from.server.Clone()
	c.ParseTime = true
	return connect(ctx, c)
}

func (s *Store) provider(db *sql.DB) (*goose.Provider, error) {
	dialect, dir := goose.DialectMySQL, "migrations/mysql"
	if s.Embedded() {
		dialect, dir = goose.DialectSQLite3, "migrations/sqlite"
	}
	files, err := fs.Sub(migrations, dir)
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(dialect, db, files)
}

func refuseNewer(ctx context.Context, p *goose.Provider) error {
	sources := p.ListSources()
	known := sources[len(sources)-1].Version
	at, err := p.GetDBVersion(ctx)
	if err != nil {
		return err
	}
	if at > known {
		return fmt.Errorf("the database has schema version %d, this binary knows %d; use the newer binary that migrated it", at, known)
	}
	return nil
}
