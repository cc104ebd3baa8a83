package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"fugai/internal/access"
	"fugai/internal/server"
	"fugai/model"
	"fugai/resolvers"
	"fugai/test/audit/tiny"
)

const goodKey = "fgk_good"

// keys knows one key; the database of broken ones is down.
type keys struct{}

func (keys) Authenticate(_ context.Context, secret string) (*access.Principal, error) {
	switch secret {
	case goodKey:
		return &access.Principal{Name: "tester", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}, nil
	case "broken":
		return nil, errors.New("dial tcp: the database's password is secret")
	}
	return nil, &model.Error{Code: model.CodeUnauthorised, Message: "the key is not known"}
}

type state struct{ err error }

func (s state) Ready(context.Context) error    { return s.err }
func (s state) DataVersion() model.DataVersion { return 42 }

// journal keeps the access log.
type journal struct {
	mu      sync.Mutex
	entries []access.Entry
}

func (j *journal) Record(_ context.Context, e access.Entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.entries = append(j.entries, e)
}

func options(log io.Writer) server.Options {
	return server.Options{
		GraphQL: resolvers.NewWire(tiny.Schema(), resolvers.WireOptions{Limits: resolvers.DefaultLimits()}),
		Export: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/export/panic" {
				panic("a fault of ours")
			}
			_, _ = io.WriteString(w, "rows for "+access.From(r.Context()).Name)
		}),
		Assets: fstest.MapFS{
			"index.html":       {Data: []byte("<!doctype html><title>explorer</title>")},
			"assets/a-1234.js": {Data: []byte("export {}")},
			"favicon.ico":      {Data: []byte("icon")},
		},
		Keys: keys{}, State: state{}, Now: time.Now, Log: slog.New(slog.NewTextHandler(log, nil)),
	}
}

func newServer(t *testing.T, o server.Options) http.Handler {
	t.Helper()
	s, err := server.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

func do(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://127.0.0.1:8080"+target, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// refused checks a refusal: its status, and a body in the shape of GraphQL with code, message and request id.
func refused(t *testing.T, w *httptest.ResponseRecorder, status int, code model.Code, message string) {
	t.Helper()
	var body struct {
		Data   json.RawMessage
		Errors []struct {
			Message    string
			Extensions map[string]string
		}
	}
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || len(body.Errors) != 1 {
		t.Fatalf("status %d, body %q (%v); want one error", w.Code, w.Body, err)
	}
	e := body.Errors[0]
	if w.Code != status || e.Extensions["code"] != string(code) || !strings.Contains(e.Message, message) || body.Data != nil {
		t.Errorf("got %d %s; want %d %s %q", w.Code, w.Body, status, code, message)
	}
	if e.Extensions["requestId"] == "" || e.Extensions["requestId"] != w.Header().Get("X-Request-Id") {
		t.Errorf("the request id is %q, in the header %q", e.Extensions["requestId"], w.Header().Get("X-Request-Id"))
	}
}

var jsonType = []string{"Content-Type", "application/json"}

const hello = `{"query":"{ hello }"}`

func TestNothingIsAnsweredWithoutAKey(t *testing.T) {
	h := newServer(t, options(io.Discard))
	for _, target := range []string{"/graphql?query={hello}", "/export/coverage.csv"} {
		refused(t, do(h, "GET", target, ""), 401, model.CodeUnauthorised, "Authorization: Bearer KEY")
		refused(t, do(h, "GET", target, "", "Authorization", "Bearer nonsense"), 401, model.CodeUnauthorised, "the key is not known")
		refused(t, do(h, "GET", target, "", "Authorization", "Basic x"), 401, model.CodeUnauthorised, "must be: Bearer KEY")
		refused(t, do(h, "GET", target, "", "Cookie", "fugai_session=nonsense"), 401, model.CodeUnauthorised, "the key is not known")
		if w := do(h, "GET", target, "", "Authorization", "bearer "+goodKey); w.Code != 200 {
			t.Errorf("%s with a key answers %d %s", target, w.Code, w.Body)
		}
	}
	refused(t, do(h, "POST", "/graphql", hello, jsonType...), 401, model.CodeUnauthorised, "a key is needed")
	w := do(h, "POST", "/graphql", hello, "Content-Type", "application/json", "Accept", "application/graphql-response+json")
	if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "application/graphql-response+json") || w.Header().Get("WWW-Authenticate") == "" {
		t.Errorf("the refusal has the type %q and WWW-Authenticate %q", got, w.Header().Get("WWW-Authenticate"))
	}
}

func TestAKeyThatCannotBeCheckedIsAFaultOfOurs(t *testing.T) {
	var log bytes.Buffer
	w := do(newServer(t, options(&log)), "POST", "/graphql", hello, "Authorization", "Bearer broken")
	refused(t, w, 500, model.CodeInternal, "a fault of ours")
	if strings.Contains(w.Body.String(), "password") || !strings.Contains(log.String(), "password is secret") {
		t.Errorf("the caller is told %s, the log %s", w.Body, log.String())
	}
}

func TestASessionIsACookieThatOnlyOurPagesSend(t *testing.T) {
	h := newServer(t, options(io.Discard))
	w := do(h, "POST", "/session", `{"key":"`+goodKey+`"}`, jsonType...)
	cookies := w.Result().Cookies()
	if w.Code != 204 || len(cookies) != 1 {
		t.Fatalf("got %d %s with %v", w.Code, w.Body, cookies)
	}
	c := cookies[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.MaxAge != 0 || c.Secure {
		t.Errorf("the cookie is %s", c)
	}
	cookie := []string{"Cookie", c.Name + "=" + c.Value, "Content-Type", "application/json"}
	if w := do(h, "POST", "/graphql", hello, cookie...); w.Code != 200 || !strings.Contains(w.Body.String(), "hello world") {
		t.Errorf("with the cookie: %d %s", w.Code, w.Body)
	}
	end := do(h, "DELETE", "/session", "", cookie...)
	if ended := end.Result().Cookies(); end.Code != 204 || len(ended) != 1 || ended[0].MaxAge >= 0 || ended[0].Value != "" {
		t.Errorf("the end of the session: %d %v", end.Code, ended)
	}
	secure := do(h, "POST", "/session", `{"key":"`+goodKey+`"}`, "Content-Type", "application/json", "X-Forwarded-Proto", "https")
	if got := secure.Result().Cookies(); len(got) != 1 || !got[0].Secure {
		t.Errorf("behind HTTPS the cookie is %v", got)
	}
}

func TestLoginsThatAreRefused(t *testing.T) {
	h := newServer(t, options(io.Discard))
	refused(t, do(h, "POST", "/session", `{"key":"nonsense"}`, jsonType...), 401, model.CodeUnauthorised, "the key is not known")
	refused(t, do(h, "POST", "/session", `{}`, jsonType...), 400, model.CodeBadRequest, `send {"key"`)
	refused(t, do(h, "POST", "/session", `key=`+goodKey, "Content-Type", "application/x-www-form-urlencoded"), 400, model.CodeBadRequest, `send {"key"`)
	refused(t, do(h, "POST", "/session", `{"key":"`+strings.Repeat("x", 5000)+`"}`, jsonType...), 400, model.CodeBadRequest, `send {"key"`)
	refused(t, do(h, "POST", "/session", `{"key":"`+goodKey+`"}`, "Content-Type", "application/json", "Origin", "http://evil.example"),
		403, model.CodeDenied, "another origin (http://evil.example)")
	refused(t, do(h, "GET", "/session", ""), 404, model.CodeNotFound, "nothing at /session")
}

func TestAPageOfAnotherOriginCannotWriteWithASession(t *testing.T) {
	o := options(io.Discard)
	o.Origins = []string{"https://fugai.example"}
	h := newServer(t, o)
	increment := `{"query":"mutation { increment }"}`
	cookie := []string{"Cookie", "fugai_session=" + goodKey, "Content-Type", "application/json"}
	for _, from := range [][]string{{"Origin", "http://evil.example"}, {"Origin", "null"}, {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}} {
		refused(t, do(h, "POST", "/graphql", increment, append(from, cookie...)...), 403, model.CodeDenied, "may not write with a session")
	}
	// A form cannot send JSON, and says nothing of its origin in old browsers.
	form := do(h, "POST", "/graphql", increment, "Cookie", "fugai_session="+goodKey, "Content-Type", "text/plain")
	refused(t, form, 415, model.CodeBadRequest, "send application/json")
	for i, from := range [][]string{{"Origin", "http://127.0.0.1:8080"}, {"Sec-Fetch-Site", "same-origin"}, {"Origin", "https://fugai.example"}} {
		w := do(h, "POST", "/graphql", increment, append(from, cookie...)...)
		if want := `{"data":{"increment":` + string(rune('1'+i)) + `}}`; w.Body.String() != want {
			t.Errorf("from %v: %s, want %s (none of the refused ones may have counted)", from, w.Body, want)
		}
	}
	if w := do(h, "POST", "/graphql", hello, "Authorization", "Bearer "+goodKey, "Content-Type", "application/json", "Origin", "http://bi.example"); w.Code != 200 {
		t.Errorf("a program with a key in the header is refused: %d %s", w.Code, w.Body)
	}
}

func TestUnknownRoutes(t *testing.T) {
	h := newServer(t, options(io.Discard))
	for _, page := range []string{"/", "/index.html", "/gaps", "/units/91350500MA00000000", "/gaps?where=x"} {
		w := do(h, "GET", page, "")
		if w.Code != 200 || !strings.Contains(w.Body.String(), "<title>explorer") || w.Header().Get("Cache-Control") != "no-cache" {
			t.Errorf("%s answers %d %q %q", page, w.Code, w.Header().Get("Cache-Control"), w.Body)
		}
	}
	w := do(h, "GET", "/assets/a-1234.js", "")
	if w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || !strings.Contains(w.Header().Get("Content-Type"), "javascript") {
		t.Errorf("a hashed file answers %d %v", w.Code, w.Header())
	}
	if w := do(h, "GET", "/favicon.ico", ""); w.Code != 200 || strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("a file without hash answers %d %v", w.Code, w.Header())
	}
	for _, target := range []string{"/assets/old-9999.js", "/robots.txt", "/assets/../../go.mod", "/graphql/x", "/api/units", "/graphiql/none.js", "/graphiql/a/b", "/export"} {
		refused(t, do(h, "GET", target, ""), 404, model.CodeNotFound, "the API is at /graphql")
	}
	refused(t, do(h, "POST", "/gaps", ""), 405, model.CodeBadRequest, "/gaps does not take POST")
}

// The compressed copy goes to those who take it, and to nobody else; the plain file stays what it was.
func TestACompressedCopyGoesToThoseWhoTakeIt(t *testing.T) {
	const plain, squeezed = "export const a = 1", "stands for gzip"
	o := options(io.Discard)
	o.Assets = fstest.MapFS{"assets/a.js": {Data: []byte(plain)}, "assets/a.js.gz": {Data: []byte(squeezed)}, "assets/b.woff2": {Data: []byte("font")}}
	h := newServer(t, o)
	for header, taken := range map[string]bool{
		"gzip, deflate, br": true, "br;q=1.0, gzip;q=0.8": true, "": false, "br": false, "gzip;q=0": false, "gzip; q=0.0, br": false, "x-gzip-not": false,
	} {
		w := do(h, "GET", "/assets/a.js", "", "Accept-Encoding", header)
		want, encoding := plain, ""
		if taken {
			want, encoding = squeezed, "gzip"
		}
		got := w.Header()
		if w.Code != 200 || w.Body.String() != want || got.Get("Content-Encoding") != encoding || !strings.Contains(got.Get("Content-Type"), "javascript") ||
			got.Get("Vary") != "Accept-Encoding" || !strings.Contains(got.Get("Cache-Control"), "immutable") {
			t.Errorf("Accept-Encoding %q: %d %q %v", header, w.Code, w.Body, got)
		}
	}
	if w := do(h, "HEAD", "/assets/a.js", "", "Accept-Encoding", "gzip"); w.Body.Len() != 0 || w.Header().Get("Content-Length") != strconv.Itoa(len(squeezed)) {
		t.Errorf("HEAD answers %q %v", w.Body, w.Header())
	}
	if w := do(h, "GET", "/assets/b.woff2", "", "Accept-Encoding", "gzip"); w.Body.String() != "font" || w.Header().Get("Content-Encoding") != "" {
		t.Errorf("a file without a copy: %q %v", w.Body, w.Header())
	}
}

func TestWithoutAssetsAPageSaysHowToBuild(t *testing.T) {
	for name, assets := range map[string]fstest.MapFS{"none": nil, "empty": {}} {
		o := options(io.Discard)
		if o.Assets = nil; assets != nil {
			o.Assets = assets
		}
		if w := do(newServer(t, o), "GET", "/", ""); w.Code != 200 || !strings.Contains(w.Body.String(), "make build") {
			t.Errorf("%s: %d %q", name, w.Code, w.Body)
		}
	}
}

func TestGraphiQLNeedsNothingFromElsewhere(t *testing.T) {
	h := newServer(t, options(io.Discard))
	w := do(h, "GET", "/graphiql", "")
	if w.Code != 200 || !strings.Contains(w.Body.String(), "/graphiql/page.js") || strings.Contains(w.Body.String(), "http") {
		t.Errorf("got %d %s", w.Code, w.Body)
	}
	for file, kind := range map[string]string{"page.js": "javascript", "page.css": "css"} {
		if w := do(h, "GET", "/graphiql/"+file, ""); w.Code != 200 || !strings.Contains(w.Header().Get("Content-Type"), kind) {
			t.Errorf("%s answers %d %v", file, w.Code, w.Header())
		}
	}
}

func TestHealthReadinessAndMetrics(t *testing.T) {
	o := options(io.Discard)
	h := newServer(t, o)
	if w := do(h, "GET", "/healthz", ""); w.Code != 200 {
		t.Errorf("healthz answers %d", w.Code)
	}
	if w := do(h, "GET", "/readyz", ""); w.Code != 200 || !strings.Contains(w.Body.String(), `"dataVersion":42`) {
		t.Errorf("readyz answers %d %s", w.Code, w.Body)
	}
	text := do(h, "GET", "/metrics", "").Body.String()
	for _, want := range []string{
		`fugai_http_requests_total{method="GET",route="/readyz",status="200"} 1`, "fugai_http_request_duration_seconds_bucket",
		"fugai_http_requests_in_flight 1", "fugai_data_version 42", "go_goroutines",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the metrics lack %s", want)
		}
	}
	for reason, shown := range map[error]string{
		&model.Error{Code: model.CodeUnavailable, Message: "the cube is being loaded"}: "the cube is being loaded",
		errors.New("password"): "the log says why",
	} {
		o := options(io.Discard)
		o.State = state{reason}
		if w := do(newServer(t, o), "GET", "/readyz", ""); w.Code != 503 || !strings.Contains(w.Body.String(), shown) || strings.Contains(w.Body.String(), "password") {
			t.Errorf("readyz answers %d %s, want %q", w.Code, w.Body, shown)
		}
	}
}

func TestLinesTellWhoAskedAndNeverWhat(t *testing.T) {
	var log bytes.Buffer
	kept := &journal{}
	o := options(&log)
	o.Access = kept
	w := do(newServer(t, o), "GET", `/graphql?query=%7Bhello(name:"secret")%7D`, "", "Authorization", "Bearer "+goodKey, "X-Request-Id", "proxy-1")
	if w.Header().Get("X-Request-Id") != "proxy-1" {
		t.Errorf("the proxy's request id became %q", w.Header().Get("X-Request-Id"))
	}
	line := log.String()
	if strings.Contains(line, "secret") || strings.Contains(line, goodKey) {
		t.Errorf("the log tells too much: %s", line)
	}
	for _, want := range []string{"requestId=proxy-1", "method=GET", "path=/graphql", "status=200", "principal=tester"} {
		if !strings.Contains(line, want) {
			t.Errorf("the line %q lacks %s", line, want)
		}
	}
	if len(kept.entries) != 1 || kept.entries[0].Principal.Name != "tester" || kept.entries[0].Status != 200 || kept.entries[0].RequestID != "proxy-1" {
		t.Errorf("the access log has %+v", kept.entries)
	}
	if forged := do(newServer(t, o), "GET", "/healthz", "", "X-Request-Id", "a\" principal=admin"); strings.Contains(forged.Header().Get("X-Request-Id"), "admin") {
		t.Error("a forged request id was taken")
	}
}

func TestAPanicIsAnInternalError(t *testing.T) {
	var log bytes.Buffer
	w := do(newServer(t, options(&log)), "GET", "/export/panic", "", "Authorization", "Bearer "+goodKey)
	refused(t, w, 500, model.CodeInternal, "a fault of ours, which is logged")
	if !strings.Contains(log.String(), "server_test.go") {
		t.Errorf("the log has no stack: %s", log.String())
	}
}

func TestSecurityHeadersAreEverywhere(t *testing.T) {
	h := newServer(t, options(io.Discard))
	for _, target := range []string{"/", "/graphql", "/none.txt", "/healthz"} {
		header := do(h, "GET", target, "").Header()
		if !strings.Contains(header.Get("Content-Security-Policy"), "script-src 'self';") || header.Get("X-Content-Type-Options") != "nosniff" ||
			header.Get("X-Frame-Options") != "DENY" || header.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s has %v", target, header)
		}
	}
}

func TestOptionsThatAreMissing(t *testing.T) {
	o := options(io.Discard)
	o.Keys = nil
	if _, err := server.New(o); err == nil || !strings.Contains(err.Error(), "Keys must be given") {
		t.Errorf("without keys: %v", err)
	}
	o = options(io.Discard)
	o.Origins = []string{"fugai.example"}
	if _, err := server.New(o); err == nil || !strings.Contains(err.Error(), `"fugai.example" is no origin`) {
		t.Errorf("with a bad origin: %v", err)
	}
	if _, err := server.New(server.Options{Demo: true}); err == nil {
		t.Error("a server without anything to serve was made")
	}
}
