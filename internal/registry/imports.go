package registry

import (
	"context"
	"errors"
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
	return s.Session.Apply(batch, how)
}

// Plan plans a batch ahead in the name of the import; see Session.Plan.
func (s *ImportSession) Plan(_ context.Context, batch *model.Batch, how model.Apply) (*Planned, error) {
	if s.id != 0 {
		how.Source.ImportID = &s.id
	}
	return s.Session.Plan(batch, how)
}

// Settle computes the spans that the import has left stale, and tells the data version that holds them; in a dry run nothing is stale.
// progress may be nil.
func (s *ImportSession) Settle(ctx context.Context, progress func(Settling)) (model.DataVersion, error) {
	if s.id != 0 {
		if err := s.r.settle(ctx, s.id, progress); err != nil {
			return 0, err
		}
	}
	if s.dry != nil {
		return s.stands, nil
	}
	st, err := s.r.store.State(ctx)
	return st.Version, err
}

// Close settles what is still stale and ends the import with its state and its report as JSON. An import that was cancelled leaves the
// settling to the next one, or to a server.
func (s *ImportSession) Close(ctx context.Context, state model.ImportState, report []byte) error {
	s.Session.Close()
	if s.id == 0 {
		return nil
	}
	var err error
	if s.ctx.Err() == nil {
		if _, err = s.Settle(ctx, nil); err != nil {
			state = model.ImportStateFailed
		}
	}
	return errors.Join(err, s.r.FinishImport(ctx, s.id, state, string(report)))
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
	if err != nil || !tx.Changed() {
		return err
	}
	sets, err := r.ruleSets(tx.View)
	if err != nil {
		return err
	}
	t, err := undone(tx, changes)
	if err != nil {
		return err
	}
	ids, err := t.allUnits(tx.View)
	if err != nil {
		return err
	}
	store.Touch(tx, store.SubjectUnit, ids...)
	if err := refreshSpans(tx, sets, ids, model.UnitID(model.Current), storedHistories(tx.View)); err != nil {
		return err
	}
	for _, d := range dependents {
		ids, err := d.of(t, tx.View)
		if err != nil {
			return err
		}
		if err := recompute(tx, sets, d.subject, ids); err != nil {
			return err
		}
	}
	return nil
}

// undone is what an undo has changed: what the commits of the import touched, those that cover or covered its units, and the
// organisations whose officers and activities it takes back, which the log of changes does not name.
func undone(tx *store.Tx, changes []store.Change) (*touched, error) {
	t := touchedBy(changes)
	bodies, people, err := tx.CoverersOf(t.units, tx.Version)
	if err != nil {
		return nil, err
	}
	recorded, err := tx.OrganisationsRecordedAt(tx.Version)
	t.reported, t.named, t.superiors = t.units, t.organisations, t.organisations
	t.bodies, t.people = slices.Concat(t.organisations, bodies, recorded), slices.Concat(t.instructors, people)
	return t, err
}

// touchedBy are the units and holders that ranges of changes name.
func touchedBy(changes []store.Change) *touched {
	t := &touched{}
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
	t.units = sorted(t.units)
	return t
}
