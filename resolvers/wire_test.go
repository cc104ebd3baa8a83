package resolvers_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/model"
	"fugai/resolvers"
	"fugai/test/audit/tiny"
)

// answer is a response as a client reads it; Data is nil when the key is missing.
type answer struct {
	Status int
	Header http.Header
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Locations  []any
		Extensions map[string]any
	}
}

func smallLimits() resolvers.Limits {
	return resolvers.Limits{
		Depth: 4, Aliases: 3, Selections: 30, Tokens: 120, Complexity: 100, FreeComplexity: 1000, Body: 2000,
		Time: 50 * time.Millisecond, Documents: 8,
	}
}

func handler(log io.Writer) http.Handler {
	return resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: smallLimits(), Log: slog.New(slog.NewTextHandler(log, nil))})
}

func ask(t *testing.T, h http.Handler, r *http.Request) answer {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	a := answer{Status: w.Code, Header: w.Header()}
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("the answer %q is not JSON: %v", w.Body, err)
	}
	return a
}

func post(query string, variables map[string]any) *http.Request {
	body, _ := json.Marshal(map[string]any{"query": query, "variables": variables})
	return posted(string(body))
}

func posted(body string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/graphql-response+json")
	return r.WithContext(access.WithRequestID(r.Context(), "r1"))
}

func as(r *http.Request, role model.Role) *http.Request {
	return r.WithContext(access.WithPrincipal(r.Context(), &access.Principal{Role: role, Rights: access.RightsOf(role)}))
}

func TestLimits(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("{ child ", n) + "{ id }" + strings.Repeat(" }", n) }
	doubling := "{ ...F0 } fragment F0 on Query { ...F1 ...F1 } fragment F1 on Query { ...F2 ...F2 } " +
		"fragment F2 on Query { ...F3 ...F3 } fragment F3 on Query { hello " + strings.Repeat("hello ", 2) + "}"
	cases := []struct {
		name, query, limit, message string
		maximum                     float64
	}{
		{"depth", "{ nodes " + nested(3) + "}", "depth", "5 fields deep; the limit of depth is 4", 4},
		{"depth in a fragment", "{ nodes { ...F } } fragment F on Node { child { child { child { id } } } }", "depth", "5 fields deep", 4},
		{"aliases", `{ a: hello b: hello c: hello d: hello }`, "aliases", "has 4 aliases; the limit is 3", 3},
		{"aliases of __typename", `{ a: __typename b: __typename c: __typename d: __typename }`, "aliases", "has 4 aliases", 3},
		{"aliases in fragments", `{ ...F x: nodes { id } ...F } fragment F on Query { a: hello b: hello }`, "aliases", "has 5 aliases", 3},
		{"fragments that double", doubling, "selections", "the limit is 30", 30},
		{"tokens", "{" + strings.Repeat(" hello", 200) + "}", "tokens", "more than 120 tokens", 120},
		{"complexity", `{ nodes(first: 60) { id child { id } } }`, "complexity", "could have 181 fields; the limit of complexity is 100", 100},
		{"complexity of nested lists", `{ nodes(first: 11) { children(first: 10) { id } } }`, "complexity", "could have 122 fields", 100},
		{"body", `{ hello(name: "` + strings.Repeat("x", 2000) + `") }`, "body", "more than 2000 bytes", 2000},
		{"time", `{ wait }`, "time", "longer than 50ms", 50},
	}
	h := handler(io.Discard)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := ask(t, h, post(c.query, nil))
			if len(a.Errors) != 1 || !strings.Contains(a.Errors[0].Message, c.message) {
				t.Fatalf("got %+v, want one error with %q", a.Errors, c.message)
			}
			e := a.Errors[0].Extensions
			if e["code"] != "LIMIT" || e["limit"] != c.limit || e["maximum"] != c.maximum || e["requestId"] != "r1" {
				t.Errorf("extensions are %v", e)
			}
			if a.Data != nil || a.Status < 400 {
				t.Errorf("status %d, data %s; want a refusal without data", a.Status, a.Data)
			}
		})
	}
}

func TestComplexityCountsVariablesAndTheRightToQueryFreely(t *testing.T) {
	h := handler(io.Discard)
	query := `query($n: Int!) { nodes(first: $n) { id } }`
	for _, c := range []struct {
		role   model.Role
		n      int
		status int
	}{
		{model.RoleReader, 99, 200}, {model.RoleReader, 100, 400},
		{model.RoleAnalyst, 100, 200}, {model.RoleAnalyst, 1000, 400},
	} {
		if a := ask(t, h, as(post(query, map[string]any{"n": c.n}), c.role)); a.Status != c.status {
			t.Errorf("%s asks for %d nodes: status %d %+v, want %d", c.role, c.n, a.Status, a.Errors, c.status)
		}
	}
}

func TestErrorsOfFields(t *testing.T) {
	type told struct{ code, message, argument string }
	cases := map[string]struct {
		query string
		want  []told
	}{
		"invalid": {`{ fail(how: INVALID) }`, []told{{"INVALID", "where.employees: gte 9 is above lte 3; swap them", "where.employees"}}},
		"wrapped": {`{ fail(how: WRAPPED) }`, []told{{"NOT_FOUND", "id: there is no unit 7", "id"}}},
		"many": {`{ fail(how: MANY) }`, []told{
			{"INVALID", "where.employees: gte 9 is above lte 3; swap them", "where.employees"},
			{"DENIED", "orderBy: the role READER may not order by members", "orderBy"}}},
		"internal": {`{ fail(how: INTERNAL) }`, []told{{"INTERNAL", "a fault of ours, which is logged; tell the administrator the request id", ""}}},
		"panic":    {`{ fail(how: PANIC) }`, []told{{"INTERNAL", "a fault of ours, which is logged; tell the administrator the request id", ""}}},
		"scalar of an argument": {`{ region(where: {codes: ["350500000000", "35"]}) }`,
			[]told{{"INVALID", `where.codes[1]: "35" is no region code; write 12 digits`, "where.codes[1]"}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			a := ask(t, handler(io.Discard), post(c.query, nil))
			if a.Status != 200 || !strings.HasSuffix(string(a.Data), ":null}") {
				t.Errorf("status %d, data %s; want 200 and a null field", a.Status, a.Data)
			}
			if len(a.Errors) != len(c.want) {
				t.Fatalf("got %+v, want %d errors", a.Errors, len(c.want))
			}
			for i, want := range c.want {
				e := a.Errors[i]
				argument, _ := e.Extensions["argument"].(string)
				if got := (told{e.Extensions["code"].(string), e.Message, argument}); got != want {
					t.Errorf("got %+v, want %+v", got, want)
				}
				if len(e.Path) != 1 || e.Extensions["requestId"] != "r1" {
					t.Errorf("path %v, extensions %v", e.Path, e.Extensions)
				}
			}
		})
	}
}

func TestAFaultOfOursIsLoggedOnceUnderTheRequestID(t *testing.T) {
	var log bytes.Buffer
	a := ask(t, handler(&log), post(`{ a: fail(how: INTERNAL) b: fail(how: INTERNAL) }`, nil))
	if len(a.Errors) != 2 || strings.Contains(a.Errors[0].Message, "password") {
		t.Errorf("the caller is told %+v", a.Errors)
	}
	if text := log.String(); strings.Count(text, "password is secret") != 1 || !strings.Contains(text, "requestId=r1") {
		t.Errorf("the log is %q", text)
	}
	log.Reset()
	ask(t, handler(&log), post(`{ fail(how: PANIC) }`, nil))
	if text := log.String(); !strings.Contains(text, "a fault of ours") || !strings.Contains(text, "tiny.go") {
		t.Errorf("the log has no panic with its stack: %q", text)
	}
}

func TestMalformedRequestsAreToldTheMend(t *testing.T) {
	cases := []struct {
		name    string
		request *http.Request
		status  int
		message string
	}{
		{"batch", posted(`[{"query":"{ hello }"}]`), 400, "batches are not served"},
		{"number", posted(`1`), 400, `must be an object with "query", not number`},
		{"empty", posted(``), 400, "the body is empty"},
		{"cut", posted(`{"query":"{ hello }"`), 400, "not JSON"},
		{"two values", posted(`{"query":"{ hello }"}{}`), 400, "something stands after"},
		{"variables are a list", posted(`{"query":"{ hello }","variables":[1]}`), 400, `"variables" must be an object or null, not array`},
		{"no query", posted(`{}`), 400, `"query" is missing`},
		{"only a comment", posted(`{"query":"# nothing"}`), 400, "no operation"},
		{"unknown operation", posted(`{"query":"query A { hello } query B { hello }","operationName":"C"}`), 400, `no operation "C"; operationName must be one of: A, B`},
		{"operation not named", posted(`{"query":"query A { hello } query B { hello }"}`), 400, "name one of them in operationName: A, B"},
		{"text", with(posted(`{"query":"{ hello }"}`), "Content-Type", "text/plain"), 415, "send application/json"},
		{"charset", with(posted(`{"query":"{ hello }"}`), "Content-Type", "application/json; charset=gbk"), 415, "UTF-8"},
		{"zipped", with(posted(`x`), "Content-Encoding", "gzip"), 415, "as it is"},
		{"accept", with(posted(`{"query":"{ hello }"}`), "Accept", "text/html"), 406, "name one of them in Accept"},
		{"put", httptest.NewRequest(http.MethodPut, "/graphql", nil), 405, "not by PUT"},
		{"mutation by GET", get("mutation { increment }"), 405, "send a mutation by POST"},
		{"variables of GET", httptest.NewRequest(http.MethodGet, "/graphql?query={hello}&variables=[]", nil), 400, "as JSON"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			a := ask(t, handler(io.Discard), c.request)
			if a.Status != c.status || a.Data != nil || len(a.Errors) != 1 || !strings.Contains(a.Errors[0].Message, c.message) {
				t.Fatalf("status %d, data %s, errors %+v; want %d with %q", a.Status, a.Data, a.Errors, c.status, c.message)
			}
			if a.Errors[0].Extensions["code"] != "BAD_REQUEST" {
				t.Errorf("code is %v", a.Errors[0].Extensions["code"])
			}
		})
	}
}

func with(r *http.Request, headers ...string) *http.Request {
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func get(query string) *http.Request {
	return httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(query), nil)
}

func TestAMutationByGetIsNotRun(t *testing.T) {
	h := handler(io.Discard)
	if a := ask(t, h, get("mutation { increment }")); a.Header.Get("Allow") != "POST" {
		t.Errorf("Allow is %q, want POST", a.Header.Get("Allow"))
	}
	if a := ask(t, h, post("mutation { increment }", nil)); string(a.Data) != `{"increment":1}` {
		t.Errorf("the first mutation by POST answers %s; the one by GET was run", a.Data)
	}
}

func TestMediaTypeByAccept(t *testing.T) {
	for accept, want := range map[string]string{
		"":    "application/json",
		"*/*": "application/json",
		"application/graphql-response+json, application/json;q=0.9": "application/graphql-response+json",
		"application/json, application/graphql-response+json;q=0.1": "application/json",
		"text/html, application/*;q=0.5":                            "application/json",
		"application/json;q=0, application/graphql-response+json":   "application/graphql-response+json",
	} {
		r := get("{ hello }")
		if accept != "" {
			r.Header.Set("Accept", accept)
		}
		a := ask(t, handler(io.Discard), r)
		if got := a.Header.Get("Content-Type"); a.Status != 200 || got != want+"; charset=utf-8" {
			t.Errorf("Accept %q answers %d %q, want %q", accept, a.Status, got, want)
		}
	}
}

func TestDeferIsAnsweredInOnePiece(t *testing.T) {
	a := ask(t, handler(io.Discard), post(`{ nodes { ... @defer { id child { id } } } }`, nil))
	if want := `{"nodes":[{"id":"0","child":{"id":"0"}}]}`; string(a.Data) != want {
		t.Errorf("data is %s, want %s", a.Data, want)
	}
}

func TestGzipOnlyWhereAsked(t *testing.T) {
	h := resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()})
	plain, zipped := httptest.NewRecorder(), httptest.NewRecorder()
	h.ServeHTTP(plain, post(`{ nodes(first: 500) { id } }`, nil))
	h.ServeHTTP(zipped, with(post(`{ nodes(first: 500) { id } }`, nil), "Accept-Encoding", "br;q=1, gzip;q=0.8"))
	if plain.Header().Get("Content-Encoding") != "" || zipped.Header().Get("Content-Encoding") != "gzip" {
		t.Fatalf("encodings are %q and %q", plain.Header().Get("Content-Encoding"), zipped.Header().Get("Content-Encoding"))
	}
	z, err := gzip.NewReader(zipped.Body)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(z); err != nil || string(text) != plain.Body.String() {
		t.Errorf("unzipped it reads %q (%v), want %q", text, err, plain.Body)
	}
	refused := httptest.NewRecorder()
	h.ServeHTTP(refused, with(post(`{ nodes(first: 500) { id } }`, nil), "Accept-Encoding", "gzip;q=0"))
	if refused.Header().Get("Content-Encoding") != "" {
		t.Error("gzip was refused by the caller and sent all the same")
	}
}

func TestIntrospectionOfAGraphicalClientPasses(t *testing.T) {
	h := resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()})
	a := ask(t, h, post(introspection, nil))
	if a.Status != 200 || len(a.Errors) > 0 || !strings.Contains(string(a.Data), "RegionCode") {
		t.Errorf("status %d, errors %+v", a.Status, a.Errors)
	}
}

func TestLimitsMustBePositive(t *testing.T) {
	l := resolvers.DefaultLimits()
	if err := l.Check(); err != nil {
		t.Fatal(err)
	}
	l.Depth, l.Time = 0, -1
	err := l.Check()
	if err == nil || !strings.Contains(err.Error(), "limits.depth: 0 is no limit") || !strings.Contains(err.Error(), "limits.time") {
		t.Errorf("got %v", err)
	}
}

func BenchmarkPost(b *testing.B) {
	h := resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()})
	body := `{"query":"{ hello }"}` // one field, so that it is the wire that is measured and not the executor
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, posted(body))
		if w.Code != 200 {
			b.Fatal(w.Body)
		}
	}
}

const introspection = `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }
	types { ...FullType } directives { name description locations args { ...InputValue } } } }
fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue }
	type { ...TypeRef } isDeprecated deprecationReason } inputFields { ...InputValue } interfaces { ...TypeRef }
	enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
	ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }`
