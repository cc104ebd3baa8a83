package audit_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"

	"fugai/resolvers"
	"fugai/test/audit/tiny"
)

// audits is how many audits the pinned version of graphql-http has.
const audits = 61

type result struct{ ID, Name, Status, Reason string }

// TestEveryAuditPasses holds the wire to GraphQL over HTTP, the audits of SHOULD and MAY too. FUGAI_AUDIT_URL audits a
// running server instead, with FUGAI_AUDIT_AUTHORIZATION as its Authorization header.
func TestEveryAuditPasses(t *testing.T) {
	address := os.Getenv("FUGAI_AUDIT_URL")
	if address == "" {
		mux := http.NewServeMux()
		mux.Handle("/graphql", resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()}))
		server := httptest.NewServer(mux)
		defer server.Close()
		address = server.URL + "/graphql"
	}
	passed := 0
	for _, r := range run(t, address, os.Getenv("FUGAI_AUDIT_AUTHORIZATION")) {
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
