package intake

import (
	"context"

	"fugai/internal/registry"
	"fugai/model"
)

// Registry is the write side, as far as an import needs it.
type Registry interface {
	// OpenImport begins an import, and records it unless it is a dry run.
	OpenImport(ctx context.Context, recorder string, dryRun bool) (Session, error)
}

// Session applies the batches of one import, in order. One goroutine plans ahead of another one that does all else.
type Session interface {
	// ID is the number of the import; 0 in a dry run.
	ID() model.ImportID
	// Plan reads and checks what it can of a batch before the ones before it are applied.
	Plan(ctx context.Context, batch *model.Batch, how model.Apply) (Planned, error)
	// Alive is a sign of life between batches: reading a large workbook takes longer than a silent import is believed in.
	Alive(ctx context.Context) error
	// Settle computes what the batches have left to the end, the spans of organisations and instructors, and tells the data version that
	// holds it. In a dry run there is nothing.
	Settle(ctx context.Context, progress func(registry.Settling)) (model.DataVersion, error)
	// Close ends the import with its state and report. It is called with a context that is not cancelled.
	Close(ctx context.Context, state model.ImportState, report []byte) error
}

// Planned is a batch that is ready to be applied.
type Planned interface {
	// Apply makes one commit of the batch, all or nothing but the faulty inputs, which it reports.
	Apply() (model.Applied, error)
}

// Through is the product's registry as an import sees it.
func Through(r *registry.Registry) Registry { return through{r} }

type through struct{ *registry.Registry }

func (t through) OpenImport(ctx context.Context, recorder string, dryRun bool) (Session, error) {
	s, err := t.Registry.OpenImport(ctx, recorder, dryRun)
	return session{s, t.Registry}, err
}

type session struct {
	*registry.ImportSession
	registry *registry.Registry
}

func (s session) Plan(ctx context.Context, batch *model.Batch, how model.Apply) (Planned, error) {
	return s.ImportSession.Plan(ctx, batch, how)
}

func (s session) Alive(ctx context.Context) error {
	if s.ID() == 0 {
		return nil // a dry run is not recorded
	}
	return s.registry.ImportAlive(ctx, s.ID())
}
