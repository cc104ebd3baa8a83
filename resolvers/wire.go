package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"net/http"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"fugai/internal/access"
)

// Wire serves a schema by GraphQL over HTTP: one operation a request, by POST, queries also by GET. It has its own thin
// transport instead of gqlgen's, because the limits are checked before a document is validated, documents are measured
// once and not at each request, and errors of the request must not carry data.
type Wire struct {
	schema    graphql.ExecutableSchema
	limits    Limits
	documents *documents
	begin     func(context.Context) context.Context
	narrow    func(context.Context, Shown)
	identity  func(context.Context) string
	plain     Plain
	answers   *answers
	log       *slog.Logger
}

// WireOptions are what a Wire needs besides its schema.
type WireOptions struct {
	Limits Limits
	// Begin adds to the context what lives for one request (the loaders). It may be nil.
	Begin func(context.Context) context.Context
	// Narrow takes what the document of a request shows, after Begin and before its execution. It may be nil.
	Narrow func(context.Context, Shown)
	// Identity names the data that a request is answered from, the day included; "" where an answer must not be kept. It is
	// asked before and after the execution. Without it no answer has an ETag.
	Identity func(context.Context) string
	// Plain are the types that are written without the executor. It may be nil.
	Plain Plain
	// Log takes faults of ours, once each, under the request's id; nil is slog's default.
	Log *slog.Logger
}

// NewWire makes the handler. Who asks is in the request's context (access.WithPrincipal).
func NewWire(schema graphql.ExecutableSchema, o WireOptions) *Wire {
	if o.Begin == nil {
		o.Begin = func(ctx context.Context) context.Context { return ctx }
	}
	if o.Narrow == nil {
		o.Narrow = func(context.Context, Shown) {}
	}
	if o.Identity == nil {
		o.Identity = func(context.Context) string { return "" }
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return &Wire{schema: schema, limits: o.Limits, documents: newDocuments(schema, o.Limits), begin: o.Begin, narrow: o.Narrow, identity: o.Identity,
		plain: o.Plain, answers: newAnswers(o.Limits.Answers), log: o.Log}
}

// ServeHTTP answers one request.
func (h *Wire) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	media, refused := acceptedMedia(r.Header.Values("Accept"))
	if refused == nil {
		var given *answer
		if given, refused = h.answer(w, r, media); refused == nil {
			h.reply(w, r, media, http.StatusOK, given)
			return
		}
	}
	if refused.allow != "" {
		w.Header().Set("Allow", refused.allow)
	}
	body := encoded(&graphql.Response{Errors: stamped(r.Context(), refused.errors)})
	h.reply(w, r, media, refused.status(media), &answer{body: body})
}

// answer is a body, and its key where it may be kept. Of one that the caller holds there is the tag alone, of one that is kept compressed
// and goes out so, there is no body besides.
type answer struct {
	body  []byte
	zip   []byte
	key   answerKey
	keyed bool
	held  string
}

func (h *Wire) answer(w http.ResponseWriter, r *http.Request, media string) (*answer, *refusal) {
	asked, refused := h.read(w, r)
	if refused != nil {
		return nil, refused
	}
	ctx := h.begin(r.Context())
	key, keyed := h.keyOf(ctx, asked)
	if keyed {
		if tag := held(r, key, media); tag != "" {
			return &answer{held: tag}, nil
		}
		if given := h.answers.given(key, wantsGzip(r.Header.Get("Accept-Encoding"))); given != nil {
			return given, nil
		}
	}
	operation, refused := h.prepare(ctx, asked)
	if refused != nil {
		return nil, refused
	}
	isQuery := operation.Operation.Operation == ast.Query
	if r.Method == http.MethodGet && !isQuery {
		return nil, notByGet()
	}
	response, refused := h.execute(ctx, operation)
	if refused != nil {
		return nil, refused
	}
	given := &answer{body: encoded(response), key: key}
	given.keyed = keyed && isQuery && len(response.Errors) == 0 && h.identity(ctx) != ""
	if given.keyed {
		h.answers.put(form{answerKey: key}, given.body)
	}
	return given, nil
}

// prepare makes a request's parameters an operation with coerced variables that is within every limit.
func (h *Wire) prepare(ctx context.Context, asked parameters) (*graphql.OperationContext, *refusal) {
	start := graphql.Now()
	doc, refused := h.documents.get(asked.Query) //nolint:contextcheck // What is kept serves other requests, too.
	if refused != nil {
		return nil, refused
	}
	operation, refused := doc.operation(asked.OperationName)
	if refused != nil {
		return nil, refused
	}
	variables, refused := coerced(h.schema.Schema(), operation, asked.Variables)
	if refused != nil {
		return nil, refused
	}
	if refused := h.checkComplexity(ctx, doc, operation, variables); refused != nil {
		return nil, refused
	}
	h.narrow(ctx, Shown{doc.parsed})
	return &graphql.OperationContext{
		RawQuery: asked.Query, OperationName: asked.OperationName, Variables: variables, Extensions: asked.Extensions,
		Doc: doc.parsed, Operation: operation,
		RecoverFunc: recovered, ResolverMiddleware: plainField, RootResolverMiddleware: plainRoot,
		Stats: graphql.Stats{OperationStart: start},
	}, nil
}

// execute runs an operation, without the executor below its root fields where their results are plain.
func (h *Wire) execute(ctx context.Context, operation *graphql.OperationContext) (*graphql.Response, *refusal) {
	if plain := h.plain.run(operation); plain != nil {
		operation.ResolverMiddleware = plain.keep
		response, refused := h.dispatch(ctx, operation, plain)
		if refused != nil || !plain.broken {
			return response, refused
		}
		operation.ResolverMiddleware = plainField
	}
	return h.dispatch(ctx, operation, nil)
}

// dispatch runs an operation within the time limit. A request that is late has no data: what came in time would be an
// arbitrary part.
func (h *Wire) dispatch(ctx context.Context, operation *graphql.OperationContext, plain *plainRun) (_ *graphql.Response, refused *refusal) {
	ctx, cancel := context.WithTimeout(ctx, h.limits.Time)
	defer cancel()
	ctx = graphql.WithOperationContext(ctx, operation)
	ctx = graphql.WithResponseContext(ctx, presented, recovered)
	defer func() {
		if fault := recover(); fault != nil {
			refused = faulty(h.explained(ctx, graphqlErrors(recovered(ctx, fault))))
		}
	}()
	response := h.schema.Exec(ctx)(ctx)
	response.Errors = append(response.Errors, graphql.GetErrors(ctx)...)
	if len(response.Errors) > 0 {
		if errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, h.limits.tooLong()
		}
		response.Errors = h.explained(ctx, inOrder(response.Errors))
	}
	if plain != nil && len(response.Data) > 0 {
		if response.Data = plain.data(ctx); plain.broken && errors.Is(ctx.Err(), context.DeadlineExceeded) {
			return nil, h.limits.tooLong()
		}
	}
	response.Extensions = graphql.GetExtensions(ctx)
	return response, nil
}

func plainField(ctx context.Context, next graphql.Resolver) (any, error) { return next(ctx) }

func plainRoot(ctx context.Context, next graphql.RootResolver) graphql.Marshaler { return next(ctx) }

// queriesFreely tells whether the higher limit of complexity holds for who asks.
func queriesFreely(ctx context.Context) bool { return access.From(ctx).CanQueryFreely() }
