package store

import "context"

// MigrateTo brings the schema to an older version, so that tests can upgrade from it.
func (s *Store) MigrateTo(ctx context.Context, version int64) error {
	db, err := s.migrationDB(ctx)
	if err != nil {
		return err
	}
	defer db.Close()
	p, err := s.provider(db)
	if err == nil {
		_, err = p.UpTo(ctx, version)
	}
	return err
}
