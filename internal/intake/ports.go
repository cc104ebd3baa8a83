package intake

import (
	"context"

	"fugai/model"
)

// Registry is the write side, as far as an import needs it.
type Registry interface {
	// Begin opens an import; it is recorded unless it is a dry run.
	Begin(ctx context.Context, how How) (Session, error)
}

// How says how an import is made.
type How struct {
	Recorder string
	// Names are the sources of the facts, by file.
	DryRun bool
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
