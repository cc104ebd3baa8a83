// Package feed tails the change log and keeps the cube current: every replica takes over a commit within a moment, by a
// poke from its own writer or by a poll, and swaps in the next snapshot at once.
package feed

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"fugai/internal/cube"
	"fugai/internal/priority"
	"fugai/internal/store"
	"fugai/model"
)

// interval is the time between two polls of the data version.
const interval = 200 * time.Millisecond

// again is the time after which covers that could not be read are tried again.
const again = 10 * time.Second

// Feed holds the current snapshot of one replica.
type Feed struct {
	store *store.Store
	log   *slog.Logger
	// hash is that of the rule set that this binary computes; a database with another one is not served.
	hash    func(context.Context, model.RuleSetID) (ok bool, reason string)
	current atomic.Pointer[cube.Snapshot]
	reason  atomic.Pointer[string]
	poke    chan struct{}
	// covers are those that have been read whole and that no snapshot has taken over yet.
	covers atomic.Pointer[cube.Covers]

	mu      sync.Mutex
	arrived chan struct{} // closed and made anew at each swap
}

// New makes a feed that has loaded nothing yet. check tells whether this binary can serve a rule set, and why not.
func New(s *store.Store, log *slog.Logger, check func(context.Context, model.RuleSetID) (bool, string)) *Feed {
	f := &Feed{store: s, log: log, hash: check, poke: make(chan struct{}, 1), arrived: make(chan struct{})}
	f.notReady("the data are being loaded")
	return f
}

// Run loads the data and follows the change log until the context ends, all of it behind other work: behind the answers that are being given,
// and, while nothing is loaded yet, behind those of other servers of the machine.
func (f *Feed) Run(ctx context.Context) {
	var reading sync.WaitGroup
	defer reading.Wait()
	var busy atomic.Bool
	priority.Background(func() {
		ticker := time.NewTicker(interval)
		defer ticker.Stop()
		for ctx.Err() == nil {
			f.look(ctx)
			if now := f.current.Load(); now != nil && now.Covers == nil && busy.CompareAndSwap(false, true) {
				reading.Go(func() {
					defer busy.Store(false)
					f.readCovers(ctx)
				})
			}
			select {
			case <-ctx.Done():
			case <-ticker.C:
			case <-f.poke:
			}
		}
	})
}

// look is Refresh that logs its error.
func (f *Feed) look(ctx context.Context) {
	if err := f.Refresh(ctx); err != nil && ctx.Err() == nil {
		f.log.Error("the feed could not follow the change log", "error", err)
		if f.current.Load() == nil {
			f.notReady("the data could not be loaded: " + err.Error())
		}
	}
}

// readCovers is ReadCovers behind the answers. It logs its error, and waits after one.
func (f *Feed) readCovers(ctx context.Context) {
	var err error
	priority.Background(func() { err = f.ReadCovers(ctx) })
	if err == nil || ctx.Err() != nil {
		return
	}
	f.log.Error("the covers could not be read; the database is asked for them until they are", "error", err)
	select {
	case <-ctx.Done():
	case <-time.After(again):
	}
}

// Poke makes the feed look at once; the writer calls it after a commit.
func (f *Feed) Poke() {
	select {
	case f.poke <- struct{}{}:
	default:
	}
}

// ReadCovers reads all covers; the next Refresh takes them over.
func (f *Feed) ReadCovers(ctx context.Context) error {
	err := f.store.View(ctx, func(v *store.View) error {
		covers, err := cube.NewCovers(v.State.Version, v.EachCover)
		f.covers.Store(covers)
		return err
	})
	f.Poke()
	return err
}

// Ready tells whether answers can be given, and if not, why.
func (f *Feed) Ready() (ok bool, reason string) {
	if r := f.reason.Load(); r != nil {
		return false, *r
	}
	return true, ""
}

func (f *Feed) notReady(reason string) { f.reason.Store(&reason) }

// Current is the newest snapshot; an error of the code UNAVAILABLE until the first is loaded.
func (f *Feed) Current() (*cube.Snapshot, error) {
	if ok, reason := f.Ready(); !ok {
		return nil, &model.Error{Code: model.CodeUnavailable, Message: reason}
	}
	return f.current.Load(), nil
}

// Await is a snapshot that holds the given commit, or an error when it does not come before the context or the wait ends.
func (f *Feed) Await(ctx context.Context, version model.DataVersion, wait time.Duration) (*cube.Snapshot, error) {
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	for {
		f.mu.Lock()
		arrived := f.arrived
		f.mu.Unlock()
		now, err := f.Current()
		if err == nil && now.Version >= version {
			return now, nil
		}
		f.Poke()
		select {
		case <-arrived:
		case <-ctx.Done():
			if err == nil {
				err = &model.Error{Code: model.CodeUnavailable, Path: "minVersion",
					Message: fmt.Sprintf("data version %d has not arrived, this server is at %d; ask again, or without minVersion", version, now.Version)}
			}
			return nil, err
		}
	}
}

// Refresh takes over what was committed since the last look.
func (f *Feed) Refresh(ctx context.Context) error {
	state, err := f.store.State(ctx)
	if err != nil {
		return err
	}
	old := f.current.Load()
	stands := old != nil && old.Version == state.Version && old.RuleSet == state.RuleSetID && old.Demo == state.Demo
	read := f.covers.Load()
	if stands && read == nil {
		return nil
	}
	if state.RuleSetID == 0 {
		f.notReady("the database has no rule set yet; run fugai migrate")
		return nil
	}
	if ok, reason := f.hash(ctx, state.RuleSetID); !ok {
		f.notReady(reason)
		return nil
	}
	covers := read
	if covers == nil && old != nil {
		covers = old.Covers
	}
	next, err := f.load(ctx, old, covers)
	if err != nil {
		return err
	}
	f.swap(next)
	f.covers.CompareAndSwap(read, nil)
	first := old == nil || old.Covers == nil && next.Covers != nil
	go priority.Background(func() {
		next.BuildIndexes()
		if first {
			debug.FreeOSMemory() // a first load leaves more behind than all that follows needs
		}
	})
	return nil
}

func (f *Feed) swap(next *cube.Snapshot) {
	f.current.Store(next)
	f.reason.Store(nil)
	f.mu.Lock()
	close(f.arrived)
	f.arrived = make(chan struct{})
	f.mu.Unlock()
}
