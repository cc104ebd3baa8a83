package registry

import (
	"context"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// StartImport records that an import runs. Every batch that names it in its source is a sign of life; an import that gives
// none for a minute counts as interrupted.
func (r *Registry) StartImport(ctx context.Context, recorder string) (id model.ImportID, err error) {
	err = r.store.Update(ctx, func(tx *store.Tx) (err error) {
		id, err = tx.StartImport(recorder)
		return err
	})
	return id, err
}

// ImportAlive is a sign of life between batches.
func (r *Registry) ImportAlive(ctx context.Context, id model.ImportID) error {
	return r.store.Update(ctx, func(tx *store.Tx) error { return tx.AliveImport(id) })
}

// FinishImport records how an import ended, with its report as JSON.
func (r *Registry) FinishImport(ctx context.Context, id model.ImportID, state model.ImportState, report string) error {
	return r.store.Update(ctx, func(tx *store.Tx) error { return tx.FinishImport(id, state, report) })
}

// ImportSession applies the batches of one import and records it. In a dry run nothing is recorded.
type ImportSession struct {
	*Session
	id model.ImportID
}

// OpenImport records an import, unless it is a dry run, and begins its session.
func (r *Registry) OpenImport(ctx context.Context, recorder string, dryRun bool) (*ImportSession, error) {
	s, err := r.Begin(ctx, dryRun)
	if err != nil || dryRun {
		return &ImportSession{Session: s}, err
	}
	id, err := r.StartImport(ctx, recorder)
	return &ImportSession{s, id}, err
}

// ID is the number of the import; 0 in a dry run.
func (s *ImportSession) ID() model.ImportID { return s.id }

// Apply applies a batch in the name of the import.
func (s *ImportSession) Apply(_ context.Context, batch *model.Batch, how model.Apply) (model.Applied, error) {
	if s.id != 0 {
		how.Source.ImportID = &s.id
	}
	return s.Session.Apply(batch, how) //nolint:contextcheck // The session has the context that it was begun with.
}

// Close ends the import with its state and its report as JSON.
func (s *ImportSession) Close(ctx context.Context, state model.ImportState, report []byte) error {
	s.Session.Close()
	if s.id == 0 {
		return nil
	}
	return s.r.FinishImport(ctx, s.id, state, string(report))
}

// UndoImport takes back an import: the rows that it recorded are superseded, the rows that it superseded come back as new
// ones. It is refused, with a list, where later commits built on what it recorded.
func (r *Registry) UndoImport(ctx context.Context, id model.ImportID, recorder string) (model.DataVersion, error) {
	var version model.DataVersion
	err := r.store.Update(ctx, func(tx *store.Tx) error {
		imported, err := tx.Import(id)
		if err != nil {
			return err
		}
		if imported.State == model.ImportStateRunning || imported.State == model.ImportStateUndone {
			return model.Conflict("import", "the import %d is %s and cannot be undone", id, imported.State.Title())
		}
		if err := r.undo(tx, id, recorder); err != nil {
			return err
		}
		version = tx.State.Version
		if tx.Changed() {
			version = tx.Version
		}
		return tx.SetImportState(id, model.ImportStateUndone)
	})
	return version, err
}

func (r *Registry) undo(tx *store.Tx, id model.ImportID, recorder string) error {
	changes, err := tx.UndoImport(id, recorder)
	if err != nil || len(changes) == 0 {
		return err
	}
	sets, err := r.ruleSets(tx.View)
	if err != nil {
		return err
	}
	t := touchedBy(changes)
	ids, err := t.allUnits(tx.View)
	if err != nil {
		return err
	}
	store.Touch(tx, store.SubjectUnit, ids...)
	return refreshSpans(tx, sets, ids, model.UnitID(model.Current), storedHistories(tx.View))
}

// touchedBy are the subjects that ranges of changes name.
func touchedBy(changes []store.Change) (t touched) {
	for _, c := range changes {
		for id := c.FirstID; id <= c.LastID; id++ {
			switch c.Subject {
			case store.SubjectUnit:
				t.units = append(t.units, model.UnitID(id))
			case store.SubjectOrganisation:
				t.organisations = append(t.organisations, model.OrganisationID(id))
			case store.SubjectInstructor:
				t.instructors = append(t.instructors, model.InstructorID(id))
			case store.SubjectMassOrganisation:
				t.massOrganisations = append(t.massOrganisations, model.MassOrganisationID(id))
			}
		}
	}
	slices.Sort(t.units)
	t.units = slices.Compact(t.units)
	return t
}
