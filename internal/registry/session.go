package registry

import (
	"context"
	"math"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// Session applies several batches. In a dry run they share one transaction, so that later batches see earlier ones, and all
// is rolled back at the end; otherwise each batch is a commit of its own. A session belongs to one goroutine, besides another
// one that plans ahead. A dry run keeps others from writing while it lasts.
type Session struct {
	r       *Registry
	ctx     context.Context
	dry     *store.Tx
	stands  model.DataVersion // the version before a dry run, which it reports all along
	sources map[sourceKey]model.SourceID
	marks   marks
	own     ownCommits
}

type sourceKey struct {
	importID       model.ImportID
	name, recorder string
}

// Begin begins a session.
func (r *Registry) Begin(ctx context.Context, dryRun bool) (*Session, error) {
	s := &Session{r: r, ctx: ctx, sources: map[sourceKey]model.SourceID{}}
	if !dryRun {
		return s, nil
	}
	var err error
	if s.dry, err = r.store.Begin(ctx); err == nil {
		s.stands = s.dry.State.Version
	}
	return s, err
}

// Close ends the session; a dry run is rolled back.
func (s *Session) Close() {
	if s.dry != nil {
		s.dry.Rollback()
	}
}

// Apply applies a batch; see Registry.Apply.
func (s *Session) Apply(batch *model.Batch, how model.Apply) (model.Applied, error) {
	if how.AsOf == 0 {
		return model.Applied{}, model.Invalid("asOf", "the day from which changes hold is missing; give one, for example today")
	}
	if s.dry != nil {
		return s.rehearse(batch, how)
	}
	var out model.Applied
	err := s.r.store.Update(s.ctx, func(tx *store.Tx) (err error) {
		out, err = s.apply(tx, batch, how)
		return err
	})
	return out, err
}

// rehearse applies a batch within the transaction of the dry run, on a version of its own.
func (s *Session) rehearse(batch *model.Batch, how model.Apply) (model.Applied, error) {
	out, err := s.apply(s.dry, batch, how)
	if err == nil {
		err = s.dry.Advance()
	}
	out.Version = s.stands
	return out, err
}

func (s *Session) apply(tx *store.Tx, batch *model.Batch, how model.Apply) (model.Applied, error) {
	if err := s.giveLife(tx, how); err != nil {
		return model.Applied{}, err
	}
	w := newWork(tx.View, batch, how)
	w.tx = tx
	w.policy = func() (*indicator.Policy, error) { return s.r.policyOf(tx.View) }
	if err := w.plan(); err != nil {
		return model.Applied{}, err
	}
	return s.carryOut(w)
}

// giveLife is a sign of life of the import that a batch belongs to.
func (s *Session) giveLife(tx *store.Tx, how model.Apply) error {
	if how.Source.ImportID == nil || s.dry != nil {
		return nil
	}
	return tx.AliveImport(*how.Source.ImportID)
}

// carryOut writes what is planned, and the spans of what it touches.
func (s *Session) carryOut(w *work) (model.Applied, error) {
	tx := w.tx
	if w.refused() {
		return w.applied(tx.State.Version, false), nil
	}
	if !w.anything() {
		return w.applied(tx.State.Version, true), nil
	}
	t, err := w.write(func() (model.SourceID, error) { return s.source(tx, w.how.Source) })
	if err == nil && s.dry == nil {
		err = s.refresh(tx, w, t)
	}
	return w.applied(tx.Version, true), err
}

// refresh recomputes the spans of everything that is touched. In an import, organisations and instructors are only marked as stale: most of
// its batches touch most of them.
func (s *Session) refresh(tx *store.Tx, w *work, t *touched) error {
	sets, err := s.r.ruleSets(tx.View)
	if err != nil {
		return err
	}
	ids, err := t.allUnits(tx.View)
	if err != nil {
		return err
	}
	store.Touch(tx, store.SubjectUnit, ids...)
	if err := w.refreshUnits(sets, ids); err != nil {
		return err
	}
	s.marks.follow(tx)
	for _, d := range dependents {
		ids, err := d.of(t, tx.View)
		if err != nil {
			return err
		}
		if w.how.Source.ImportID != nil {
			err = s.marks.mark(tx, d.subject, ids)
		} else {
			err = recompute(tx, sets, d.subject, ids)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// firstNew is the first id of the units that are new in the batch.
func (w *work) firstNew() model.UnitID {
	first := model.UnitID(math.MaxInt64)
	for _, e := range w.units.order {
		if e.fresh {
			first = min(first, e.id)
		}
	}
	return first
}

// source stores the source of a batch, once a session.
func (s *Session) source(tx *store.Tx, src model.Source) (model.SourceID, error) {
	if src.ID != 0 {
		return src.ID, nil
	}
	key := sourceKey{name: src.Name, recorder: src.Recorder}
	if src.ImportID != nil {
		key.importID = *src.ImportID
	}
	if id, ok := s.sources[key]; ok {
		return id, nil
	}
	id, err := tx.AddSource(src)
	if err == nil {
		s.sources[key] = id
	}
	return id, err
}
