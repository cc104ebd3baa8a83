// Package access knows who asks: the principal with role, rights and scope, the keys by which callers prove who they are,
// and what a caller without a right sees instead.
//
// A principal travels in the context and every read and write asks it first, so that command line, HTTP and GraphQL
// agree. Another way of proving who one is (OpenID Connect, for example) is another Authenticator.
package access

import (
	"context"
	"time"

	"fugai/model"
)

// Authenticator tells who holds a secret. Its errors are model.Error with the code UNAUTHENTICATED, anything else is a
// fault of ours.
type Authenticator interface {
	Authenticate(ctx context.Context, secret string) (*Principal, error)
}

// Log keeps who looked at what. It never sees query texts, variables or answers, which hold personal data.
type Log interface {
	Record(ctx context.Context, e Entry)
}

// Entry is one request of one principal.
type Entry struct {
	At        time.Time
	RequestID string
	Principal *Principal
	Method    string
	Path      string
	Status    int
	Took      time.Duration
}

type contextKey int

const (
	principalKey contextKey = iota
	requestIDKey
)

// WithPrincipal is a context that carries who asks.
func WithPrincipal(ctx context.Context, p *Principal) context.Context {
	return context.WithValue(ctx, principalKey, p)
}

// From is who asks. Without a principal in the context it is Nobody, who may do nothing: a forgotten check denies.
func From(ctx context.Context) *Principal {
	if p, ok := ctx.Value(principalKey).(*Principal); ok && p != nil {
		return p
	}
	return Nobody()
}

// WithRequestID is a context that carries the id under which a request is logged.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestIDKey, id)
}

// RequestID is the id under which the request is logged, "" outside a request.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey).(string)
	return id
}

func unauthenticated(format string, args ...any) *model.Error {
	e := model.Invalid("", format, args...)
	e.Code = model.CodeUnauthorised
	return e
}
