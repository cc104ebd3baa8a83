package registry

import (
	"context"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// Settling tells how far a settling is: how many of the stale subjects have their spans.
type Settling struct {
	Done, Total int
}

// Settle computes the spans of the organisations and instructors anew that imports have left stale, in batches, each a commit. An import
// calls it at its end; what a killed one has left behind is settled by the next import, or by a server; see SettleIdle. progress may be nil.
func (r *Registry) Settle(ctx context.Context, progress func(Settling)) error {
	return r.settle(ctx, 0, progress)
}

// SettleIdle is Settle unless an import runs, which settles what it leaves stale itself. It tells whether there was anything to do.
func (r *Registry) SettleIdle(ctx context.Context) (settled bool, err error) {
	idle, err := store.Get(ctx, r.store, func(v *store.View) (bool, error) {
		if running, err := v.ImportRunning(); running || err != nil {
			return false, err
		}
		n, err := countStale(v)
		return n > 0, err
	})
	if err != nil || !idle {
		return false, err
	}
	return true, r.Settle(ctx, nil)
}

func countStale(v *store.View) (sum int, err error) {
	for _, d := range dependents {
		n, err := v.CountStale(d.subject)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}

// marks are the subjects that a session has marked as stale, so that each is written once. They hold as long as nobody else commits,
// because others may settle them.
type marks struct {
	version model.DataVersion
	of      map[model.Subject][]bool // by id, of which there are no gaps
}

// follow takes the marks into a transaction: they are forgotten where others have committed since, or the last one was rolled back.
func (m *marks) follow(tx *store.Tx) {
	if m.of == nil || m.version != tx.State.Version {
		m.of = map[model.Subject][]bool{}
	}
	m.version = tx.Version
}

// mark marks subjects as stale.
func (m *marks) mark(tx *store.Tx, of model.Subject, ids []model.SubjectID) error {
	marked := m.of[of]
	fresh := make([]model.SubjectID, 0, len(ids))
	for _, id := range ids {
		if int(id) >= len(marked) || !marked[id] {
			fresh = append(fresh, id)
		}
	}
	if err := tx.MarkStale(of, fresh); err != nil {
		return err
	}
	if len(fresh) > 0 {
		if more := int(slices.Max(fresh)) + 1 - len(marked); more > 0 {
			marked = append(marked, make([]bool, more)...)
		}
	}
	for _, id := range fresh {
		marked[id] = true
	}
	m.of[of] = marked
	return nil
}
