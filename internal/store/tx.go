package store

import (
	"context"
	"database/sql"
	"fmt"

	"fugai/model"
)

// Tx is the one writing transaction: it holds the lock on the data state until it ends.
type Tx struct {
	*View
	// Version is the data version that the commit will have if it changes anything.
	Version model.DataVersion

	tx      *sql.Tx
	changed bool
	source  model.SourceID
	note    string
	touched map[Subject]*idSet
	classes *classDraft
	nextIDs map[string]int64
	dates   *dateTexts
}

// Subject names a kind of thing in the log of changes.
type Subject string

// The subjects of changes.
const (
	SubjectUnit             Subject = "UNIT"
	SubjectOrganisation     Subject = "ORGANISATION"
	SubjectRegion           Subject = "REGION"
	SubjectZone             Subject = "ZONE"
	SubjectInstructor       Subject = "INSTRUCTOR"
	SubjectMassOrganisation Subject = "MASS_ORGANISATION"
	SubjectCandidate        Subject = "CANDIDATE"
	SubjectRuleSet          Subject = "RULE_SET"
	SubjectReturn           Subject = "RETURN"
	// SubjectOrganisationSpans and SubjectInstructorSpans name those whose spans were computed anew. The spans of units change with
	// SubjectUnit.
	SubjectOrganisationSpans Subject = "ORGANISATION_SPANS"
	SubjectInstructorSpans   Subject = "INSTRUCTOR_SPANS"
)

// Update runs fn in a transaction that first locks the data state, so that data versions become visible in order. Where fn
// recorded changes, they take the next data version; an error rolls everything back.
func (s *Store) Update(ctx context.Context, fn func(*Tx) error) error {
	tx, err := s.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := fn(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Begin begins a writing transaction for callers that cannot do with Update. They call Commit or Rollback.
func (s *Store) Begin(ctx context.Context) (*Tx, error) {
	conn, err := s.write.Conn(ctx)
	if err != nil {
		return nil, err
	}
	tx := &Tx{View: &View{s: s, ctx: ctx, conn: conn}, touched: map[Subject]*idSet{}, nextIDs: map[string]int64{}}
	if tx.tx, err = conn.BeginTx(ctx, s.dialect.beginUpdate()); err == nil {
		tx.State, err = tx.state(s.dialect.lock())
	}
	if err != nil {
		tx.Rollback()
		return nil, err
	}
	tx.Version = tx.State.Version + 1
	return tx, nil
}

// Commit writes the log of changes and ends the transaction.
func (tx *Tx) Commit() error {
	defer tx.Rollback()
	if err := tx.Advance(); err != nil {
		return err
	}
	if err := tx.tx.Commit(); err != nil {
		return err
	}
	tx.keepClasses()
	return nil
}

// Rollback ends the transaction and undoes what it did; after Commit it does nothing.
func (tx *Tx) Rollback() {
	if tx.conn == nil {
		return
	}
	if tx.tx != nil {
		_ = tx.tx.Rollback()
	}
	_ = tx.conn.Close()
	tx.conn = nil
}

// Record says from which source the changes come, and notes what they are.
func (tx *Tx) Record(source model.SourceID, note string) { tx.source, tx.note = source, note }

// Changed tells whether the transaction recorded anything since it began or advanced.
func (tx *Tx) Changed() bool { return tx.changed }

// Touch logs that the facts or spans of subjects changed.
func Touch[ID ~int64](tx *Tx, subject Subject, ids ...ID) {
	if len(ids) == 0 {
		return
	}
	tx.changed = true
	set := tx.touched[subject]
	if set == nil {
		set = &idSet{}
		tx.touched[subject] = set
	}
	for _, id := range ids {
		set.ids = append(set.ids, int64(id))
	}
}

// Advance writes commit and changes of the version, where there are any, and goes on to the next. Update calls it at the
// end; a dry run of many batches calls it after each, because a version writes a row once.
func (tx *Tx) Advance() error {
	if !tx.changed {
		return nil
	}
	now := tx.s.dialect.now()
	if _, err := tx.exec("INSERT INTO commits (version, committed_at, source_id, note) VALUES (?, "+now+", ?, ?)", tx.Version, tx.source, tx.note); err != nil {
		return err
	}
	if err := tx.writeChanges(); err != nil {
		return err
	}
	n, err := tx.exec("UPDATE data_state SET version = ?, changed_at = "+now+" WHERE id = 1", tx.Version)
	if err != nil {
		return err
	}
	if n != 1 {
		return fmt.Errorf("the data state took no version %d; run fugai migrate", tx.Version)
	}
	tx.State.Version = tx.Version
	tx.Version++
	tx.changed = false
	clear(tx.touched)
	return nil
}

// nextID takes n ids of a table's column, from MAX + 1, under the lock of the data state, so that nobody else takes them.
func (tx *Tx) nextID(name, column string, n int) (int64, error) {
	next, ok := tx.nextIDs[name]
	if !ok {
		top, err := tx.number("SELECT MAX(" + column + ") FROM " + name)
		if err != nil {
			return 0, err
		}
		next = top + 1
	}
	tx.nextIDs[name] = next + int64(n)
	return next, nil
}

// SetDemo marks the data as invented, or not.
func (tx *Tx) SetDemo(demo bool) error {
	if tx.State.Demo == demo {
		return nil
	}
	tx.State.Demo, tx.changed = demo, true
	_, err := tx.exec("UPDATE data_state SET demo = ? WHERE id = 1", demo)
	return err
}

// AddSource stores where facts come from.
func (tx *Tx) AddSource(src model.Source) (model.SourceID, error) {
	id, err := tx.nextID("sources", "id", 1)
	if err != nil {
		return 0, err
	}
	var importID any
	if src.ImportID != nil {
		importID = *src.ImportID
	}
	_, err = tx.exec("INSERT INTO sources (id, import_id, name, recorder) VALUES (?, ?, ?, ?)", id, importID, src.Name, src.Recorder)
	return model.SourceID(id), err
}

// manyRows is from how many rows on the texts of dates are kept.
const manyRows = 1000

// bindFor is a binder for so many rows.
func (tx *Tx) bindFor(s sink, rows int) *binder {
	numbers := tx.s.Embedded()
	if tx.dates == nil && !numbers && rows >= manyRows {
		tx.dates = &dateTexts{}
	}
	return &binder{sink: s, numbers: numbers, cipher: tx.s.cipher, dates: tx.dates}
}
