package registry

import (
	"context"
	"sync"

	"fugai/internal/store"
	"fugai/model"
)

// settler settles what is stale. Some goroutines read and compute, batch after batch, on snapshots of their own, while the one that called
// writes what they have computed, in order.
type settler struct {
	r     *Registry
	alive model.ImportID // each commit is a sign of life of this import; 0 for none
	// stands is the version after the last commit of the settler, and since the version after which only it has committed: what was read
	// at since or later holds, because a settling changes no facts.
	stands, since model.DataVersion
}

// settling is a batch on its way: which subjects, and their spans once they are computed.
type settling struct {
	of    model.Subject
	ids   []model.SubjectID
	state store.State // of the snapshot
	spans []model.Span
	err   error
	done  chan struct{}
}

// settle settles; each commit is a sign of life of the import, 0 for none.
func (r *Registry) settle(ctx context.Context, alive model.ImportID, progress func(Settling)) error {
	total, err := store.Get(ctx, r.store, countStale)
	if err != nil || total == 0 {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	todo, inOrder := make(chan *settling), make(chan *settling, workers)
	var others sync.WaitGroup
	defer others.Wait()
	defer cancel()
	var listed error
	others.Go(func() {
		defer close(inOrder)
		defer close(todo)
		listed = r.listStale(ctx, todo, inOrder)
	})
	for range workers {
		others.Go(func() {
			for b := range todo {
				b.err = r.computeStale(ctx, b)
				close(b.done)
			}
		})
	}
	s := &settler{r: r, alive: alive}
	done := 0
	for b := range inOrder {
		if err := s.take(ctx, b); err != nil {
			return err
		}
		if done += len(b.ids); progress != nil {
			progress(Settling{Done: done, Total: max(done, total)})
		}
	}
	return listed
}

// take writes a batch as soon as it is computed.
func (s *settler) take(ctx context.Context, b *settling) error {
	select {
	case <-b.done:
	case <-ctx.Done(): // perhaps nobody computes it any more
		return ctx.Err()
	}
	if b.err != nil {
		return b.err
	}
	return s.r.store.Update(ctx, func(tx *store.Tx) error { return s.write(tx, b) })
}

// listStale hands out what is stale, in batches: to those who compute, and in order to the one who writes.
func (r *Registry) listStale(ctx context.Context, todo, inOrder chan<- *settling) error {
	for _, d := range dependents {
		for last := model.SubjectID(0); ; {
			ids, err := store.Get(ctx, r.store, func(v *store.View) ([]model.SubjectID, error) {
				ids, err := v.StaleSubjects(d.subject, last, subjectBatch)
				if err != nil || len(ids) == 0 {
					return nil, err
				}
				n, err := portion(v, d.subject, ids)
				return ids[:n], err
			})
			if err != nil {
				return err
			}
			if len(ids) == 0 {
				break
			}
			last = ids[len(ids)-1]
			b := &settling{of: d.subject, ids: ids, done: make(chan struct{})}
			for _, to := range []chan<- *settling{inOrder, todo} {
				select {
				case to <- b:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
		}
	}
	return nil
}

// computeStale computes the spans of a batch by the served rule set, from a snapshot.
func (r *Registry) computeStale(ctx context.Context, b *settling) error {
	return r.store.View(ctx, func(v *store.View) error {
		b.state = v.State
		rules, err := r.ruleSet(v, v.State.RuleSetID)
		if err != nil {
			return err
		}
		spans, err := subjectSpans(v, b.of, b.ids)
		if err == nil {
			b.spans = spans(rules)
		}
		return err
	})
}

// write writes a batch. Where somebody else has committed since its snapshot, it is computed anew.
func (s *settler) write(tx *store.Tx, b *settling) error {
	if s.alive != 0 {
		if err := tx.AliveImport(s.alive); err != nil {
			return err
		}
	}
	sets, err := s.r.ruleSets(tx.View)
	if err != nil {
		return err
	}
	if tx.State.Version != s.stands {
		s.since = tx.State.Version
	}
	s.stands = tx.Version
	tx.Record(0, "spans after an import")
	if b.state.Version < s.since || b.state.RuleSetID != tx.State.RuleSetID || len(sets) > 1 {
		return recomputeSome(tx, sets, b.of, b.ids)
	}
	if err := replaceSubjectSpans(tx, sets[0].id, b.of, b.ids, b.spans); err != nil {
		return err
	}
	return settled(tx, b.of, b.ids)
}
