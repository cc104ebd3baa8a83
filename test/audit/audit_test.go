package audit_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/registry"
	"fugai/internal/server"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/resolvers"
	"fugai/test/audit/tiny"
)

// audits is how many audits the pinned version of graphql-http has.
const audits = 61

type result struct{ ID, Name, Status, Reason string }

// TestEveryAuditPasses holds the wire, and the wire behind the server's guards, to GraphQL over HTTP, the audits of SHOULD
// and MAY too.
func TestEveryAuditPasses(t *testing.T) {
	wire := resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()})
	guarded, err := server.New(server.Options{GraphQL: wire, Keys: keys{}, State: ready{}, Now: time.Now, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	for name, handler := range map[string]http.Handler{"wire": wire, "server": guarded.Handler()} {
		t.Run(name, func(t *testing.T) {
			s := httptest.NewServer(handler)
			defer s.Close()
			check(t, s.URL+"/graphql", "Bearer "+key)
		})
	}
}

// TestTheProductPassesEveryAudit audits the product's own schema on an empty database, or the running server at
// FUGAI_AUDIT_URL with FUGAI_AUDIT_AUTHORIZATION as its Authorization header.
func TestTheProductPassesEveryAudit(t *testing.T) {
	address := os.Getenv("FUGAI_AUDIT_URL")
	if address == "" {
		s := httptest.NewServer(product(t))
		defer s.Close()
		address = s.URL
	}
	check(t, address, os.Getenv("FUGAI_AUDIT_AUTHORIZATION"))
}

func product(t *testing.T) http.Handler {
	t.Helper()
	s, log := storetest.Open(t, "sqlite"), slog.New(slog.DiscardHandler)
	r := registry.New(s)
	if err := r.EnsureRuleSet(t.Context(), "audit"); err != nil {
		t.Fatal(err)
	}
	f := feed.New(s, log, func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	if err := f.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	reads := coverage.New(s, f, func() model.Date { return model.MustDate("2026-07-15") }, "内部")
	wire := resolvers.New(reads, r, nil, nil).Handler(resolvers.DefaultLimits(), log)
	return http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		wire.ServeHTTP(w, q.WithContext(access.WithPrincipal(q.Context(), access.System("audit"))))
	})
}

const key = "fgk_audit"

type keys struct{}

func (keys) Authenticate(_ context.Context, secret string) (*access.Principal, error) {
	if secret != key {
		return nil, &model.Error{Code: model.CodeUnauthorised, Message: "the key is not known"}
	}
	return access.System("audit"), nil
}

type ready struct{}

func (ready) Ready(context.Context) error    { return nil }
func (ready) DataVersion() model.DataVersion { return 1 }

func check(t *testing.T, address, authorization string) {
	t.Helper()
	passed := 0
	for _, r := range run(t, address, authorization) {
		if r.Status != "ok" {
			t.Errorf("%s %s: %s: %s", r.ID, r.Name, r.Status, r.Reason)
			continue
		}
		passed++
	}
	if passed != audits {
		t.Errorf("%d of %d audits passed", passed, audits)
	}
}

func run(t *testing.T, address, authorization string) []result {
	t.Helper()
	if _, err := os.Stat("node_modules/graphql-http"); err != nil {
		t.Fatal("the audits are not installed; run npm ci in test/audit, or make test, which does it")
	}
	command := exec.CommandContext(t.Context(), "node", "audit.mjs", address, authorization)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("node audit.mjs: %v", err)
	}
	var results []result
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var r result
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("audit.mjs printed %q: %v", lines.Text(), err)
		}
		results = append(results, r)
	}
	return results
}
