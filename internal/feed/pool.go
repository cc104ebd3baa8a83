package feed

import (
	"sync"
	"sync/atomic"

	"fugai/internal/priority"
	"fugai/internal/store"
)

// pool is work that several views of one snapshot share. Work may add further work until it is run.
type pool struct{ work []func(*store.View) error }

func (p *pool) add(work func(*store.View) error) { p.work = append(p.work, work) }

// run does all work, each view one piece after another, and tells the first error, behind which nothing more is begun. The caller's goroutine
// is the one of the first view; those of the others work in the background, as a feed does.
func (p *pool) run(views []*store.View) error {
	var (
		at    atomic.Int64
		once  sync.Once
		first error
		done  sync.WaitGroup
	)
	with := func(v *store.View) {
		for i := at.Add(1) - 1; i < int64(len(p.work)); i = at.Add(1) - 1 {
			if err := p.work[i](v); err != nil {
				once.Do(func() { first = err })
				at.Store(int64(len(p.work)))
			}
		}
	}
	for _, v := range views[1:] {
		done.Go(func() { priority.Background(func() { with(v) }) })
	}
	with(views[0])
	done.Wait()
	return first
}
