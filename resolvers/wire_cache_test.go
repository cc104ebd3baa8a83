package resolvers_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"fugai/model"
	"fugai/resolvers"
	"fugai/test/audit/tiny"
)

// counted counts the operations that a schema runs.
type counted struct {
	graphql.ExecutableSchema
	runs int
}

func (c *counted) Exec(ctx context.Context) graphql.ResponseHandler {
	c.runs++
	return c.ExecutableSchema.Exec(ctx)
}

func TestWhoHoldsAnAnswerIsToldSoWithoutARun(t *testing.T) {
	for name, room := range map[string]int64{"answers are kept": 1 << 20, "there is no room": 1} {
		t.Run(name, func(t *testing.T) {
			schema, data := &counted{ExecutableSchema: tiny.Schema()}, "version 1"
			limits := resolvers.DefaultLimits()
			limits.Answers = room
			h := resolvers.NewWire(schema, resolvers.WireOptions{Limits: limits, Identity: func(context.Context) string { return data }})
			send := func(r *http.Request, headers ...string) *httptest.ResponseRecorder {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, as(with(r, headers...), model.RoleReader))
				return w
			}
			const long = `{ nodes(first: 500) { id } }`
			first := send(get(long))
			tag := first.Header().Get("ETag")
			zippedTag := send(get(long), "Accept-Encoding", "gzip").Header().Get("ETag")
			if first.Code != 200 || tag == "" || zippedTag == "" || tag == zippedTag {
				t.Fatalf("%d with tags %q and %q", first.Code, tag, zippedTag)
			}
			before := schema.runs
			for _, held := range [][]string{{tag}, {"W/" + tag}, {`"other", ` + tag}, {zippedTag, "Accept-Encoding", "gzip"}} {
				w := send(get(long), append([]string{"If-None-Match"}, held...)...)
				if w.Code != 304 || w.Body.Len() != 0 || !strings.Contains(held[0], w.Header().Get("ETag")) || w.Header().Get("Vary") == "" {
					t.Errorf("who holds %q gets %d %q with the tag %q", held[0], w.Code, w.Body, w.Header().Get("ETag"))
				}
			}
			if schema.runs != before {
				t.Errorf("%d operations were run for answers that the callers hold", schema.runs-before)
			}
			others := map[string]*httptest.ResponseRecorder{
				"another question":      send(get(`{ nodes(first: 499) { id } }`), "If-None-Match", tag),
				"a mutation by POST":    send(post("mutation { increment }", nil), "If-None-Match", tag),
				"the question by POST":  send(post(long, nil), "If-None-Match", tag),
				"no compression wanted": send(get(long), "If-None-Match", zippedTag),
				"another media type":    send(get(long), "If-None-Match", tag, "Accept", "application/graphql-response+json"),
			}
			another := httptest.NewRecorder()
			h.ServeHTTP(another, as(with(get(long), "If-None-Match", tag), model.RoleDepartment))
			others["another viewer"] = another
			data = "version 2"
			others["other data"] = send(get(long), "If-None-Match", tag)
			for what, w := range others {
				if w.Code != 200 || w.Body.Len() == 0 {
					t.Errorf("%s: %d %q", what, w.Code, w.Body)
				}
			}
			if w := send(get(long), "If-None-Match", "*"); w.Code != 304 {
				t.Errorf("who takes any answer for his gets %d", w.Code)
			}
		})
	}
}

func TestAKeptAnswerIsTheSameCompressedOrNot(t *testing.T) {
	for name, c := range map[string]struct {
		room int64
		runs int
	}{"both forms are kept": {1 << 20, 1}, "the compressed one alone": {24 << 10, 3}, "none": {1, 5}} {
		t.Run(name, func(t *testing.T) {
			schema := &counted{ExecutableSchema: tiny.Schema()}
			limits := resolvers.DefaultLimits()
			limits.Answers = c.room
			h := resolvers.NewWire(schema, resolvers.WireOptions{Limits: limits, Identity: func(context.Context) string { return "version 1" }})
			send := func(encoding string) string {
				w := httptest.NewRecorder()
				h.ServeHTTP(w, as(with(get(`{ nodes(first: 500) { id } }`), "Accept-Encoding", encoding), model.RoleReader))
				if encoding == "gzip" {
					return unzipped(t, w)
				}
				return w.Body.String()
			}
			want := send("identity")
			for _, encoding := range []string{"gzip", "gzip", "identity", "gzip"} {
				if got := send(encoding); got != want {
					t.Errorf("%s gives %.80q, not %.80q", encoding, got, want)
				}
			}
			if schema.runs != c.runs {
				t.Errorf("the question was run %d times, not %d", schema.runs, c.runs)
			}
		})
	}
}

func unzipped(t *testing.T, w *httptest.ResponseRecorder) string {
	t.Helper()
	if w.Header().Get("Content-Encoding") != "gzip" || w.Header().Get("Content-Length") != strconv.Itoa(w.Body.Len()) {
		t.Errorf("the headers are %v for %d bytes", w.Header(), w.Body.Len())
	}
	z, err := gzip.NewReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
