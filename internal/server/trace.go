package server

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/go-chi/chi/v5"

	"fugai/internal/access"
	"fugai/model"
)

// trace is what becomes known about a request while it is answered.
type trace struct {
	http.ResponseWriter
	status int
	bytes  int
	who    *access.Principal
}

func (t *trace) WriteHeader(status int) {
	if t.status == 0 {
		t.status = status
	}
	t.ResponseWriter.WriteHeader(status)
}

func (t *trace) Write(p []byte) (int, error) {
	if t.status == 0 {
		t.status = http.StatusOK
	}
	n, err := t.ResponseWriter.Write(p)
	t.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection, so that a long export can flush and move its deadline.
func (t *trace) Unwrap() http.ResponseWriter { return t.ResponseWriter }

// send sends an answer that is complete, so that nobody waits until it is noted.
func (t *trace) send() {
	if t.status == http.StatusNotModified || t.Header().Get("Content-Length") != "" {
		_ = http.NewResponseController(t.ResponseWriter).Flush() // a caller who has gone cannot be told
	}
}

type traceKey struct{}

// known notes who asks, for the log lines that are written when the request is over.
func known(ctx context.Context, who *access.Principal) {
	if t, ok := ctx.Value(traceKey{}).(*trace); ok {
		t.who = who
	}
}

// traced gives each request an id and afterwards counts and logs it. The query string of the address is left out: it holds
// query texts and variables.
func (s *Server) traced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := s.o.Now()
		t := &trace{ResponseWriter: w}
		id := requestID(r.Header.Get("X-Request-Id"))
		w.Header().Set("X-Request-Id", id)
		ctx := context.WithValue(access.WithRequestID(r.Context(), id), traceKey{}, t)
		s.metrics.inFlight.Inc()
		defer s.metrics.inFlight.Dec() // a panic ends the request too
		next.ServeHTTP(t, r.WithContext(ctx))
		t.send()
		s.note(ctx, r, t, id, start)
	})
}

func (s *Server) note(ctx context.Context, r *http.Request, t *trace, id string, start time.Time) {
	took, status := s.o.Now().Sub(start), max(t.status, http.StatusOK)
	s.metrics.count(chi.RouteContext(ctx).RoutePattern(), r.Method, status, took)
	name := ""
	if t.who != nil {
		name = t.who.Name
		if s.o.Access != nil {
			s.o.Access.Record(ctx, access.Entry{
				At: start, RequestID: id, Principal: t.who, Method: r.Method, Path: r.URL.Path, Status: status, Took: took,
			})
		}
	}
	s.o.Log.InfoContext(ctx, "request", "requestId", id, "method", r.Method, "path", r.URL.Path, "status", status,
		"bytes", t.bytes, "took", took, "principal", name)
}

// requestID is the id that a proxy gave, where it is a plain word, or a new one.
func requestID(given string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
	if given != "" && len(given) <= 64 && strings.Trim(given, plain) == "" {
		return given
	}
	return fmt.Sprintf("%016x", rand.Uint64())
}

// recovered turns a panic into an internal error. What was sent already cannot be taken back: then the connection ends.
func (s *Server) recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.settlePanic(w, r)
		next.ServeHTTP(w, r)
	})
}

// settlePanic is to be deferred itself, as only then can it recover.
func (s *Server) settlePanic(w http.ResponseWriter, r *http.Request) {
	fault := recover()
	if fault == nil {
		return
	}
	s.o.Log.ErrorContext(r.Context(), "a request panicked", "requestId", access.RequestID(r.Context()),
		"error", fmt.Sprint(fault), "stack", string(debug.Stack()))
	if t, ok := w.(*trace); ok && t.status != 0 {
		panic(http.ErrAbortHandler)
	}
	refuse(w, r, http.StatusInternalServerError, internal())
}

func internal() *model.Error {
	return &model.Error{Code: model.CodeInternal, Message: "a fault of ours, which is logged; tell the administrator the request id"}
}
