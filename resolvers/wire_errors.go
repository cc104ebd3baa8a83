package resolvers

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime/debug"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fugai/internal/access"
	"fugai/model"
)

// refusal is a request that is not executed: its status by media type, and errors without data.
type refusal struct {
	plain, strict int
	allow         string
	errors        gqlerror.List
}

func (r *refusal) status(media string) int {
	if media == mediaResponse {
		return r.strict
	}
	return r.plain
}

// document refuses a well-formed request whose document or variables are at fault.
func document(faults ...*gqlerror.Error) *refusal {
	return &refusal{plain: http.StatusOK, strict: http.StatusBadRequest, errors: faults}
}

// faulty refuses because of a fault of ours.
func faulty(faults gqlerror.List) *refusal {
	return &refusal{plain: http.StatusInternalServerError, strict: http.StatusInternalServerError, errors: faults}
}

func transport(status int, format string, args ...any) *refusal {
	return &refusal{plain: status, strict: status, errors: gqlerror.List{gqlerror.Errorf(format, args...)}}
}

func malformed(format string, args ...any) *refusal {
	return transport(http.StatusBadRequest, format, args...)
}

func unsupported(format string, args ...any) *refusal {
	return transport(http.StatusUnsupportedMediaType, format, args...)
}

func notAcceptable(format string, args ...any) *refusal {
	return transport(http.StatusNotAcceptable, format, args...)
}

func notAllowed(allow, format string, args ...any) *refusal {
	r := transport(http.StatusMethodNotAllowed, format, args...)
	r.allow = allow
	return r
}

func notByGet() *refusal {
	return notAllowed(http.MethodPost, "only queries are answered by GET; send a mutation by POST")
}

// stamped gives each error of a refusal its code and the request's id.
func stamped(ctx context.Context, list gqlerror.List) gqlerror.List {
	for _, e := range list {
		if e.Extensions["code"] == nil {
			extend(e, "code", string(model.CodeBadRequest))
		}
		stamp(ctx, e)
	}
	return list
}

func stamp(ctx context.Context, e *gqlerror.Error) {
	if id := access.RequestID(ctx); id != "" {
		extend(e, "requestId", id)
	}
}

func extend(e *gqlerror.Error, name string, value any) {
	if e.Extensions == nil {
		e.Extensions = map[string]any{}
	}
	e.Extensions[name] = value
}

// graphqlErrors is an error of the parser, of the validator or of a resolver as a list.
func graphqlErrors(err error) gqlerror.List {
	if one, ok := errors.AsType[*gqlerror.Error](err); ok {
		return gqlerror.List{one}
	}
	return gqlerror.List{gqlerror.Wrap(err)}
}

// panicked is a panic with its stack, on its way to the log.
type panicked struct {
	value any
	stack []byte
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

func recovered(_ context.Context, value any) error { return &panicked{value, debug.Stack()} }

// presented keeps the cause of an error for explained. It turns what a scalar says while arguments are read into an error
// about that argument: gqlgen gives such an error a path that runs on below the field's own.
func presented(ctx context.Context, err error) *gqlerror.Error {
	e := graphql.DefaultErrorPresenter(ctx, err)
	field := graphql.GetFieldContext(ctx)
	if field == nil {
		return e
	}
	own := field.Path()
	if len(e.Path) <= len(own) {
		return e
	}
	argument := e.Path[len(own):].String()
	if _, known := errors.AsType[*model.Error](e.Err); !known {
		return &gqlerror.Error{Err: model.Invalid(argument, "%s", e.Message), Path: own, Locations: e.Locations}
	}
	return &gqlerror.Error{Err: e.Err, Path: own, Locations: e.Locations}
}

// inOrder sorts errors as the question asks for their fields, then by path: fields are resolved at the same time and fail in any
// order, and the same question is to answer with the same bytes.
func inOrder(list gqlerror.List) gqlerror.List {
	place := func(e *gqlerror.Error) (at gqlerror.Location) {
		if len(e.Locations) > 0 {
			at = e.Locations[0]
		}
		return at
	}
	slices.SortStableFunc(list, func(a, b *gqlerror.Error) int {
		x, y := place(a), place(b)
		return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column), cmp.Compare(a.Path.String(), b.Path.String()))
	})
	return list
}

// explained is what the caller is told: errors for the caller with code and argument, several at once as several, and
// everything else as an internal error that is logged once under the request's id.
func (h *Wire) explained(ctx context.Context, list gqlerror.List) gqlerror.List {
	told := make(gqlerror.List, 0, len(list))
	logged := map[string]bool{}
	for _, e := range list {
		if many, ok := errors.AsType[model.Errors](e); ok {
			for _, one := range many {
				told = append(told, forCaller(ctx, e, one))
			}
			continue
		}
		one, ok := errors.AsType[*model.Error](e)
		if !ok {
			one = h.hidden(ctx, e, logged)
		}
		told = append(told, forCaller(ctx, e, one))
	}
	return told
}

func forCaller(ctx context.Context, at *gqlerror.Error, e *model.Error) *gqlerror.Error {
	told := &gqlerror.Error{Message: e.Error(), Path: at.Path, Locations: at.Locations}
	extend(told, "code", string(e.Code))
	if e.Path != "" {
		extend(told, "argument", e.Path)
	}
	stamp(ctx, told)
	return told
}

// hidden logs a fault of ours and says no more than its request's id. The same fault in many fields is one line.
func (h *Wire) hidden(ctx context.Context, e *gqlerror.Error, logged map[string]bool) *model.Error {
	if errors.Is(e, context.Canceled) {
		return &model.Error{Code: model.CodeUnavailable, Message: "the request was cancelled; send it again"}
	}
	if text := e.Message; !logged[text] {
		logged[text] = true
		attributes := []any{"requestId", access.RequestID(ctx), "path", e.Path.String(), "error", e.Message}
		if p, ok := errors.AsType[*panicked](e); ok {
			attributes = append(attributes, "stack", string(p.stack))
		}
		h.log.ErrorContext(ctx, "a field failed", attributes...)
	}
	return &model.Error{Code: model.CodeInternal, Message: "a fault of ours, which is logged; tell the administrator the request id"}
}
