package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"

	"fugai/graph"
	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/store"
	"fugai/model"
	"fugai/resolvers"
)

// questionHeader names the question to the reference servers.
const questionHeader = "X-Question"

type questionKey struct{}

// constant is the constant answer: the schema of the product behind the plain handler of gqlgen, with resolvers that return rows that
// lie ready. A row is made ready by the product the first time that it is asked for. What this server takes is what GraphQL
// itself costs.
type constant struct {
	graph.ResolverRoot
	begin func(context.Context) context.Context
	ready sync.Map
}

// readyKey names a result by its field and the object or question that it belongs to.
type readyKey struct {
	field string
	of    any
}

type result[T any] struct {
	value T
	err   error
}

func ready[T any](ctx context.Context, c *constant, field string, of any, produce func(context.Context) (T, error)) (T, error) {
	key := readyKey{field, of}
	if known, ok := c.ready.Load(key); ok {
		r := known.(result[T])
		return r.value, r.err
	}
	v, err := produce(c.begin(ctx))
	c.ready.Store(key, result[T]{v, err})
	return v, err
}

// newConstant serves the constant answers of a database.
func newConstant(ctx context.Context, dsn string) (*constant, error) {
	s, err := store.Open(ctx, dsn)
	if err != nil {
		return nil, err
	}
	f := feed.New(s, slog.New(slog.NewTextHandler(io.Discard, nil)), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	if err := f.Refresh(ctx); err != nil {
		return nil, err
	}
	reads := coverage.New(s, f, func() model.Date { return benchDay }, "")
	root := resolvers.New(reads, nil, nil, nil)
	c := &constant{ResolverRoot: root, begin: func(ctx context.Context) context.Context {
		return root.Begin(access.WithPrincipal(ctx, access.System("bench")))
	}}
	return c, nil
}

// handler is gqlgen's executor with its query cache, and a POST as its own transport does one. That transport itself comes with packages
// for websockets, which are not worth a dependency here.
func (c *constant) handler() http.Handler {
	exec := executor.New(graph.NewExecutableSchema(graph.Config{Resolvers: c}))
	exec.SetQueryCache(lru.New[*ast.QueryDocument](1000))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := graphql.StartOperationTrace(context.WithValue(r.Context(), questionKey{}, r.Header.Get(questionHeader)))
		asked := &graphql.RawParams{Headers: r.Header, ReadTime: graphql.TraceTiming{Start: graphql.Now(), End: graphql.Now()}}
		if err := json.NewDecoder(r.Body).Decode(asked); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		operation, faults := exec.CreateOperationContext(ctx, asked)
		w.Header().Set("Content-Type", "application/json")
		if faults != nil {
			_ = json.NewEncoder(w).Encode(exec.DispatchError(graphql.WithOperationContext(ctx, operation), faults))
			return
		}
		responses, ctx := exec.DispatchOperation(ctx, operation)
		_ = json.NewEncoder(w).Encode(responses(ctx))
	})
}

// wire serves the constant rows by the product's own handler: what its writing of plain types saves of the constant answer.
func (c *constant) wire() http.Handler {
	h := resolvers.NewWire(graph.NewExecutableSchema(graph.Config{Resolvers: c}),
		resolvers.WireOptions{Limits: resolvers.DefaultLimits(), Begin: c.begin, Plain: resolvers.PlainTypes})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), questionKey{}, r.Header.Get(questionHeader))))
	})
}

// rootOf is the question of a request and its root field: aliases and arguments are the same in all requests of a question but the bound.
func rootOf(ctx context.Context) any {
	name, _ := ctx.Value(questionKey{}).(string)
	return name + graphql.GetFieldContext(ctx).Field.Alias
}

func (c *constant) Query() graph.QueryResolver { return &constantQuery{c.ResolverRoot.Query(), c} }
func (c *constant) Unit() graph.UnitResolver   { return &constantUnit{c.ResolverRoot.Unit(), c} }
func (c *constant) Cover() graph.CoverResolver { return &constantCover{c.ResolverRoot.Cover(), c} }
func (c *constant) Organisation() graph.OrganisationResolver {
	return &constantOrganisation{c.ResolverRoot.Organisation(), c}
}

type constantQuery struct {
	graph.QueryResolver
	c *constant
}

func (q *constantQuery) Coverage(ctx context.Context, where *model.UnitFilter, groupBy []model.Dimension, regionLevel *model.RegionLevel, asOf *model.Date,
	periods *model.Periods, gapAgeOf *model.IndicatorKey, includeEmpty bool, orderBy []*model.CoverageOrder, first *int, offset *int, minVersion *model.DataVersion) (*model.Coverage, error) {
	return ready(ctx, q.c, "coverage", rootOf(ctx), func(ctx context.Context) (*model.Coverage, error) {
		return q.QueryResolver.Coverage(ctx, where, groupBy, regionLevel, asOf, periods, gapAgeOf, includeEmpty, orderBy, first, offset, minVersion)
	})
}

func (q *constantQuery) Gaps(ctx context.Context, indicator model.IndicatorKey, where *model.UnitFilter, orderBy []*model.UnitOrder, first *int, after *string, offset *int,
	asOf *model.Date, minVersion *model.DataVersion) (*model.Connection[model.Gap], error) {
	return ready(ctx, q.c, "gaps", rootOf(ctx), func(ctx context.Context) (*model.Connection[model.Gap], error) {
		return q.QueryResolver.Gaps(ctx, indicator, where, orderBy, first, after, offset, asOf, minVersion)
	})
}

func (q *constantQuery) Units(ctx context.Context, where *model.UnitFilter, orderBy []*model.UnitOrder, first *int, after *string, offset *int,
	asOf *model.Date, minVersion *model.DataVersion) (*model.Connection[model.Unit], error) {
	return ready(ctx, q.c, "units", rootOf(ctx), func(ctx context.Context) (*model.Connection[model.Unit], error) {
		return q.QueryResolver.Units(ctx, where, orderBy, first, after, offset, asOf, minVersion)
	})
}

func (q *constantQuery) Unit(ctx context.Context, code model.CreditCode, asOf *model.Date) (*model.Unit, error) {
	return ready(ctx, q.c, "unit", rootOf(ctx), func(ctx context.Context) (*model.Unit, error) { return q.QueryResolver.Unit(ctx, code, asOf) })
}

type constantUnit struct {
	graph.UnitResolver
	c *constant
}

func (u *constantUnit) Covers(ctx context.Context, of *model.Unit, inForce *bool) ([]*model.Cover, error) {
	return ready(ctx, u.c, "covers", of, func(ctx context.Context) ([]*model.Cover, error) { return u.UnitResolver.Covers(ctx, of, inForce) })
}

type constantCover struct {
	graph.CoverResolver
	c *constant
}

func (o *constantCover) Organisation(ctx context.Context, of *model.Cover) (*model.Organisation, error) {
	return ready(ctx, o.c, "organisation", of, func(ctx context.Context) (*model.Organisation, error) { return o.CoverResolver.Organisation(ctx, of) })
}

func (o *constantCover) OtherUnits(ctx context.Context, of *model.Cover, where *model.UnitFilter, orderBy []*model.UnitOrder, first *int, after *string, offset *int,
	asOf *model.Date) (*model.Connection[model.Unit], error) {
	return ready(ctx, o.c, "otherUnits", of, func(ctx context.Context) (*model.Connection[model.Unit], error) {
		return o.CoverResolver.OtherUnits(ctx, of, where, orderBy, first, after, offset, asOf)
	})
}

type constantOrganisation struct {
	graph.OrganisationResolver
	c *constant
}

func (o *constantOrganisation) Parent(ctx context.Context, of *model.Organisation) (*model.Organisation, error) {
	return ready(ctx, o.c, "parent", of, func(ctx context.Context) (*model.Organisation, error) { return o.OrganisationResolver.Parent(ctx, of) })
}
