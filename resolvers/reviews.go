package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"fugai/graph"
	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/model"
)

// openReviewRound freezes findings as the items of a new round.
func (r *Resolver) openReviewRound(ctx context.Context, input *graph.OpenReviewRoundInput) (*model.ReviewOutcome, error) {
	if err := access.From(ctx).Need(access.Write, ""); err != nil {
		return nil, err
	}
	round, items, err := r.coverage.FreezeFindings(ctx, model.ReviewOpening{
		Code: input.Code, Title: input.Title, Region: optional(input.Region), AsOf: optional(input.AsOf), Rules: optional(input.Rules),
	})
	if err != nil {
		return nil, err
	}
	by, err := r.coverage.ReviewActor(ctx)
	if err != nil {
		return nil, err
	}
	done, err := r.writer.OpenReviewRound(ctx, round, items, by)
	return r.reviewed(ctx, &done, err)
}

// actOnReview does one act on items.
func (r *Resolver) actOnReview(ctx context.Context, ask coverage.ReviewAsk) (*model.ReviewOutcome, error) {
	if err := access.From(ctx).Need(access.Write, ""); err != nil {
		return nil, err
	}
	step, err := r.coverage.ReviewStep(ctx, ask)
	if err != nil {
		return nil, err
	}
	done, err := r.writer.ActOnReview(ctx, step)
	return r.reviewed(ctx, &done, err)
}

// closeReviewRound closes a round whose items are all closed.
func (r *Resolver) closeReviewRound(ctx context.Context, code string) (*model.ReviewOutcome, error) {
	if err := access.From(ctx).Need(access.Write, ""); err != nil {
		return nil, err
	}
	by, err := r.coverage.ReviewClosing(ctx, code)
	if err != nil {
		return nil, err
	}
	done, err := r.writer.CloseReviewRound(ctx, code, by)
	return r.reviewed(ctx, &done, err)
}

// reviewed shows what became of an act.
func (r *Resolver) reviewed(ctx context.Context, done *model.ReviewDone, err error) (*model.ReviewOutcome, error) {
	if err != nil {
		return nil, err
	}
	if !done.Refused() {
		r.changed()
	}
	out, err := r.coverage.ReviewOutcome(ctx, done)
	if err == nil {
		loadersOf(ctx).meetReviewItems(out.Items)
	}
	return out, err
}

// optional is an input that may be left out: the zero value where it was left out.
func optional[T any](v graphql.Omittable[T]) T {
	value, _ := v.ValueOK()
	return value
}

// reviewCounts are the counts of a round, read with those of its companions.
func (r *Resolver) reviewCounts(ctx context.Context, round *model.ReviewRound, query coverage.ReviewCountsQuery) ([]*model.ReviewCount, error) {
	l := loadersOf(ctx)
	read := thenEach(func(ctx context.Context, rounds []*model.ReviewRound) (map[*model.ReviewRound][]*model.ReviewCount, error) {
		return r.coverage.ReviewCounts(ctx, rounds, query)
	}, l.meetReviewCounts)
	return l.reviewCounts.load(ctx, round, l.roundList.of, read)
}

// reviewItems is the asked page of the items of a round, read with those of its companions.
func (r *Resolver) reviewItems(ctx context.Context, round *model.ReviewRound, query coverage.ReviewItemsQuery) (*model.Connection[model.ReviewItem], error) {
	l := loadersOf(ctx)
	read := then(func(ctx context.Context, rounds []*model.ReviewRound) (map[*model.ReviewRound]*model.Connection[model.ReviewItem], error) {
		return r.coverage.ReviewItems(ctx, rounds, query)
	}, func(pages []*model.Connection[model.ReviewItem]) { l.meetReviewItems(nodesOf(pages)) })
	return l.reviewItems.load(ctx, round, l.roundList.of, read)
}
