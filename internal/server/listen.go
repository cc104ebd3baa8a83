package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"fugai/model"
)

// The patience of the server. A body and an answer have long enough for an import's file and a large list on a slow line;
// an export that takes longer moves its own deadline (http.ResponseController).
const (
	headerTimeout = 10 * time.Second
	readTimeout   = 2 * time.Minute
	writeTimeout  = 3 * time.Minute
	idleTimeout   = 2 * time.Minute
	drainTimeout  = 15 * time.Second
	// largestHeader bounds the address of a query by GET.
	largestHeader = 64 << 10
)

// Listen opens the address. For the demo it must be a loopback one.
func Listen(ctx context.Context, addr string, demo bool) (net.Listener, error) {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, model.Invalid("addr", "%q is no address; write HOST:PORT, for example 127.0.0.1:8080", addr)
	}
	if demo && !isLoopback(host) {
		return nil, notLoopback(addr)
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("listening on %s: %w; choose another address with --addr", addr, err)
	}
	if demo && !isLoopback(hostOf(listener.Addr().String())) { // a name that resolves elsewhere
		_ = listener.Close()
		return nil, notLoopback(addr)
	}
	return listener, nil
}

func notLoopback(addr string) error {
	return model.Invalid("addr", "the demo answers without a key, so it listens on this machine only, not on %q; "+
		"use --addr 127.0.0.1:8080, or leave out --demo and create a key", addr)
}

// Serve answers until ctx ends, then lets the requests that run come to their end.
func (s *Server) Serve(ctx context.Context, listener net.Listener) error {
	if s.o.Demo && !isLoopback(hostOf(listener.Addr().String())) {
		return notLoopback(listener.Addr().String())
	}
	server := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: largestHeader, ErrorLog: slog.NewLogLogger(s.o.Log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serving on %s: %w", listener.Addr(), err)
	case <-ctx.Done():
	}
	return drain(ctx, server)
}

func drain(ctx context.Context, server *http.Server) error {
	patience, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	err := server.Shutdown(patience)
	if errors.Is(err, context.DeadlineExceeded) {
		_ = server.Close()
		return fmt.Errorf("some requests ran longer than %s after the end was asked for, and were cut off", drainTimeout)
	}
	return err
}
