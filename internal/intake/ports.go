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

// Session applies the batches of one import, in order.
type Session interface {
	// ID is the number of the import; 0 in a dry run.
	ID() model.ImportID
	// Apply makes one commit of a batch, all or nothing but the faulty inputs, which it reports.
	Apply(ctx context.Context, batch *model.Batch, how model.Apply) (model.Applied, error)
	// Close ends the import with its state and report. It is called with a context that is not cancelled.
	Close(ctx context.Context, state model.ImportState, report []byte) error
}

// Through is the product's registry as an import sees it.
func Through(r *registry.Registry) Registry { return through{r} }

type through struct{ *registry.Registry }

func (t through) OpenImport(ctx context.Context, recorder string, dryRun bool) (Session, error) {
	return t.Registry.OpenImport(ctx, recorder, dryRun)
}
