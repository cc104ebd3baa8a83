package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/model"
	"fugai/resolvers"
	"fugai/seeds"
)

// sample is a small province behind the product's handler, behind the constant one, and as constant rows behind the product's, and the
// questions about it.
func sample(tb testing.TB, units int) (product, constant, written http.Handler, questions []*question) {
	tb.Helper()
	ctx := context.Background()
	dir := tb.TempDir()
	dsn := "sqlite:" + filepath.Join(dir, "bench.db")
	check := func(err error) {
		if err != nil {
			tb.Helper()
			tb.Fatal(err)
		}
	}
	check(seeds.Generate(filepath.Join(dir, "csv"), seeds.Options{Units: units, AsOf: benchDay, Seed: 1}))
	s, err := store.Open(ctx, dsn)
	check(err)
	tb.Cleanup(func() { _ = s.Close() })
	check(s.Migrate(ctx))
	r := registry.New(s)
	check(r.EnsureRuleSet(ctx, "bench"))
	_, err = intake.New(intake.Through(r), nil).Run(ctx, []string{filepath.Join(dir, "csv")}, intake.Options{AsOf: benchDay, Recorder: "bench"})
	check(err)
	f := feed.New(s, slog.New(slog.NewTextHandler(io.Discard, nil)), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	check(f.Refresh(ctx))
	check(f.ReadCovers(ctx))
	check(f.Refresh(ctx))
	reads := coverage.New(s, f, func() model.Date { return benchDay }, "")
	product = resolvers.New(reads, r, nil, nil).Handler(resolvers.DefaultLimits(), nil)
	ready, err := newConstant(ctx, dsn)
	check(err)
	columns, err := loadColumns(filepath.Join(dir, "csv"))
	check(err)
	return product, ready.handler(), ready.wire(), newAsking(columns, benchDay).questions()
}

// request answers a question in process: the n-th of its kind, or, with n 0, the repeated one.
func request(h http.Handler, q *question, n uint64) *httptest.ResponseRecorder {
	body, _ := json.Marshal(map[string]string{"query": q.operation(n)})
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(questionHeader, q.name)
	out := httptest.NewRecorder()
	h.ServeHTTP(out, r.WithContext(access.WithPrincipal(r.Context(), access.System("bench"))))
	return out
}

func TestTheProductAndTheConstantAnswerAgreeWithTheFiles(t *testing.T) {
	product, constant, written, questions := sample(t, 2000)
	for _, q := range questions {
		for name, h := range map[string]http.Handler{"product": product, "constant": constant, "written": written} {
			if wrong := q.check(request(h, q, 1).Body.Bytes(), true); wrong != "" {
				t.Errorf("%s, %s: %s", q.name, name, wrong)
			}
		}
		if wrong := q.check(request(product, q, 0).Body.Bytes(), false); wrong != "" {
			t.Errorf("%s, repeated: %s", q.name, wrong)
		}
		if q.check([]byte(`{"data":{}}`), true) == "" {
			t.Errorf("%s: an empty answer passes the check", q.name)
		}
	}
}

// BenchmarkRequest answers whole GraphQL requests in process, none of which repeats another.
func BenchmarkRequest(b *testing.B) {
	product, constant, written, questions := sample(b, 20_000)
	var n atomic.Uint64
	for _, kind := range []struct {
		name    string
		handler http.Handler
	}{{"product", product}, {"constant", constant}, {"written", written}} {
		for _, q := range questions {
			b.Run(kind.name+"/"+q.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if out := request(kind.handler, q, n.Add(1)); out.Code != http.StatusOK {
						b.Fatal(out.Body)
					}
				}
			})
		}
	}
}
