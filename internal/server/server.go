// Package server is the HTTP side: routes, who asks, guards, health, metrics and the built explorer. What is answered under
// /graphql and /export comes from handlers that the caller gives.
package server

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net/http"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/prometheus/client_golang/prometheus"

	"fugai/internal/access"
	"fugai/model"
)

// State tells how far the server's data are.
type State interface {
	// Ready is nil when questions can be answered, else the reason why not.
	Ready(ctx context.Context) error
	// DataVersion is the version that answers are of.
	DataVersion() model.DataVersion
}

// Options are what a Server needs.
type Options struct {
	// GraphQL answers /graphql. It finds the principal and the request's id in the context.
	GraphQL http.Handler
	// Export answers everything under /export/, with the full path. Without it there are no such routes.
	Export http.Handler
	// Import answers POST /import and everything under /import/, with the full path. Without it there are no such routes.
	Import http.Handler
	// Assets are the built explorer, with index.html at the top and hashed files in assets/. They may be nil or empty.
	Assets fs.FS
	// Keys tells who holds a key. With Demo it may be nil.
	Keys  access.Authenticator
	State State
	// Now is the clock.
	Now func() time.Time
	// Demo answers without a key, as access.DemoViewer, and refuses whatever does not come straight from this machine.
	Demo bool
	// Origins are other origins whose pages may write with a session, for example that of a proxy which changes the Host
	// header ("https://fugai.example").
	Origins []string
	// Log takes one line a request, without query texts and variables; nil is slog's default.
	Log *slog.Logger
	// Access takes one entry a request of a principal; nil for none.
	Access access.Log
	// Metrics is the registry that /metrics shows, to which other rooms may add; nil makes a new one.
	Metrics *prometheus.Registry
}

// Server is the HTTP server.
type Server struct {
	o       Options
	origin  *http.CrossOriginProtection
	metrics *metrics
	handler http.Handler
}

// New checks the options and lays the routes.
func New(o Options) (*Server, error) {
	if o.GraphQL == nil || o.State == nil || o.Now == nil {
		return nil, errors.New("server: GraphQL, State and Now must be given")
	}
	if o.Keys == nil && !o.Demo {
		return nil, errors.New("server: Keys must be given; only the demo answers without")
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	s := &Server{o: o, origin: http.NewCrossOriginProtection()}
	for _, origin := range o.Origins {
		if err := s.origin.AddTrustedOrigin(origin); err != nil {
			return nil, model.Invalid("origins", "%q is no origin; write scheme and host, for example https://fugai.example", origin)
		}
	}
	s.metrics = newMetrics(o.Metrics, o.State)
	s.handler = s.routes()
	return s, nil
}

// Handler is the whole of the server, for tests and for embedding.
func (s *Server) Handler() http.Handler { return s.handler }

func (s *Server) routes() http.Handler {
	r := chi.NewRouter()
	r.Use(s.traced, s.recovered, secured)
	if s.o.Demo {
		r.Use(loopbackOnly)
	}
	r.NotFound(notFound)
	r.MethodNotAllowed(methodNotAllowed)
	r.Get("/healthz", s.healthz)
	r.Get("/readyz", s.readyz)
	r.Method(http.MethodGet, "/metrics", s.metrics.handler())
	r.Post("/session", s.login)
	r.Delete("/session", s.logout)
	r.Get("/graphiql", graphiql)
	r.Get("/graphiql/{file}", graphiql)
	r.Group(func(r chi.Router) {
		r.Use(s.authenticated)
		r.Handle("/graphql", s.o.GraphQL)
		if s.o.Export != nil {
			r.Handle("/export/*", s.o.Export)
		}
		if s.o.Import != nil { // GET /import is the explorer's page
			r.Method(http.MethodPost, "/import", s.o.Import)
			r.Handle("/import/*", s.o.Import)
		}
	})
	explorer := s.explorer()
	r.Method(http.MethodGet, "/*", explorer)
	r.Method(http.MethodHead, "/*", explorer)
	return r
}
