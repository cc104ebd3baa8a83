// Package graphql tests the product from outside, by operations as a caller sends them, on both databases.
package graphql

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/resolvers"
)

// today is the day of the tests.
var today = model.MustDate("2026-07-15")

// product is the product on one database, filled with the data of this folder.
type product struct {
	store   *store.Store
	writes  *registry.Registry
	feed    *feed.Feed
	handler http.Handler
	regions map[model.RegionCode]model.RegionID
}

// each runs a test on the product on each database.
func each(t *testing.T, fn func(t *testing.T, p *product)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fn(t, newProduct(t, s, filepath.Join("data", "first"), filepath.Join("data", "later")))
	})
}

func newProduct(t *testing.T, s *store.Store, folders ...string) *product {
	t.Helper()
	ctx := context.Background()
	r := registry.New(s)
	check(t, r.EnsureRuleSet(ctx, "test"))
	for _, folder := range folders {
		imported(t, r, folder)
	}
	f := feed.New(s, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	check(t, f.Refresh(ctx))
	check(t, f.ReadCovers(ctx))
	check(t, f.Refresh(ctx))
	p := &product{store: s, writes: r, feed: f, regions: map[model.RegionCode]model.RegionID{}}
	reads := coverage.New(s, f, func() model.Date { return today }, "内部")
	changed := func() { check(t, f.Refresh(ctx)) }
	p.handler = resolvers.New(reads, r, newKeys(s), changed).Handler(resolvers.DefaultLimits(), nil)
	facts, err := store.Get(ctx, s, (*store.View).Regions)
	check(t, err)
	for i := range facts {
		p.regions[facts[i].Code] = facts[i].RegionID
	}
	return p
}

// imported imports a folder and fails where a row of it is refused.
func imported(t *testing.T, r *registry.Registry, folder string) {
	t.Helper()
	report, err := intake.New(intake.Through(r), nil).Run(context.Background(), []string{folder}, intake.Options{AsOf: today, Recorder: "test"})
	check(t, err)
	for _, f := range report.Files {
		for _, p := range f.Problems {
			if !p.Warning {
				t.Errorf("%s, line %d, %s: %s", f.File, p.Line, p.Column, p.Message)
			}
		}
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// who is a caller: a role and, unless it is empty, the top of its scope.
type who struct {
	Role   model.Role
	Region model.RegionCode
}

func (p *product) as(t *testing.T, w who) context.Context {
	t.Helper()
	principal := &access.Principal{Name: "test", Role: w.Role, Rights: access.RightsOf(w.Role), RegionCode: w.Region}
	if w.Region != "" {
		if principal.Region = p.regions[w.Region]; principal.Region == 0 {
			t.Fatalf("there is no region %s in the data of the test", w.Region)
		}
	}
	return access.WithPrincipal(access.WithRequestID(context.Background(), "r1"), principal)
}

// ask sends an operation and tells the answer and the number of statements that it ran.
func (p *product) ask(t *testing.T, w who, operation string, variables map[string]any) ([]byte, int64) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	check(t, err)
	var statements atomic.Int64
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request = request.WithContext(store.WithCounter(p.as(t, w), &statements))
	answer := httptest.NewRecorder()
	p.handler.ServeHTTP(answer, request)
	return answer.Body.Bytes(), statements.Load()
}

// get asks and reads the data into to; errors fail the test.
func (p *product) get(t *testing.T, w who, operation string, variables map[string]any, to any) int64 {
	t.Helper()
	body, statements := p.ask(t, w, operation, variables)
	var answer struct {
		Data   json.RawMessage
		Errors []struct{ Message string }
	}
	check(t, json.Unmarshal(body, &answer))
	for _, e := range answer.Errors {
		t.Fatalf("%s\nanswers: %s", operation, e.Message)
	}
	check(t, json.Unmarshal(answer.Data, to))
	return statements
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	check(t, err)
	return string(text)
}
