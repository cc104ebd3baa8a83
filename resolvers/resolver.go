// Package resolvers answers the fields of the schema: each calls one function of the read or write side. It also holds the
// loaders, the presenter of errors and the handler of GraphQL over HTTP with its limits.
package resolvers

import (
	"context"
	"log/slog"

	"fugai/graph"
	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/model"
)

// Writer is the write side, as far as mutations need it. Its faults are problems of the outcome; an error of it is a refusal.
type Writer interface {
	Apply(ctx context.Context, batch *model.Batch, how model.Apply) (model.Applied, error)
	UndoImport(ctx context.Context, id model.ImportID, recorder string) (model.DataVersion, error)
	SetPolicy(ctx context.Context, text, recorder string) error
	OpenReviewRound(ctx context.Context, round *model.ReviewRound, items []model.ReviewItem, by model.ReviewActor) (model.ReviewDone, error)
	ActOnReview(ctx context.Context, step *model.ReviewStep) (model.ReviewDone, error)
	CloseReviewRound(ctx context.Context, code string, by model.ReviewActor) (model.ReviewDone, error)
}

// Keys makes and revokes keys.
type Keys interface {
	Create(ctx context.Context, key access.NewKey) (secret string, created *model.AccessKey, err error)
	List(ctx context.Context) ([]model.AccessKey, error)
	Revoke(ctx context.Context, id model.KeyID) error
}

// Resolver is the root of all resolvers.
type Resolver struct {
	coverage *coverage.Service
	writer   Writer
	keys     Keys
	// changed is called after each commit, so that the next question sees it at once.
	changed func()
}

// New makes the resolvers. changed is called after each commit; it may be nil.
func New(c *coverage.Service, w Writer, k Keys, changed func()) *Resolver {
	if changed == nil {
		changed = func() {}
	}
	return &Resolver{coverage: c, writer: w, keys: k, changed: changed}
}

// Handler serves the schema within limits. Who asks is in the request's context.
func (r *Resolver) Handler(limits Limits, log *slog.Logger) *Wire {
	schema := graph.NewExecutableSchema(graph.Config{Resolvers: r, Complexity: Complexity()})
	return NewWire(schema, WireOptions{Limits: limits, Begin: r.Begin, Narrow: r.Narrow, Identity: r.coverage.Identity, Plain: PlainTypes, Log: log})
}
