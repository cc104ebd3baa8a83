package bi

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// document is docs/bi.md.
func document(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(shipped + ".md")
	check(t, err)
	return string(text)
}

// documented asks for what docs/bi.md tells: its addresses, their columns and headers, an unchanged answer, the columns of the views.
func documented(t *testing.T, w *world) {
	t.Run("addresses", func(t *testing.T) { w.addresses(t) })
	t.Run("unchanged", func(t *testing.T) { w.unchanged(t) })
	t.Run("views", func(t *testing.T) { w.columns(t) })
}

var (
	address = regexp.MustCompile(`(?m)^    (export/\S+)\n\nColumns ([^\n]+)$`)
	quoted  = regexp.MustCompile("`([^`]+)`")
)

// addresses asks for every file that the document names, with the values of a dashboard.
func (w *world) addresses(t *testing.T) {
	found := address.FindAllStringSubmatch(document(t), -1)
	if want := strings.Count(document(t), "\n    export/"); len(found) != want || want < 4 {
		t.Fatalf("%d addresses, of which %d have columns", want, len(found))
	}
	values := map[string]string{"indicator": "TWO_COVERAGES", "region": "990100000000,990200000000", "rule": "TERM_OVERRUN"}
	for _, one := range found {
		path, query, _ := strings.Cut(interpolated(one[1], values), "?")
		parameters, err := url.ParseQuery(query)
		check(t, err)
		status, told, body := w.asked(t, path, parameters, nil)
		if status != http.StatusOK {
			t.Fatalf("%s: %s", one[1], body)
		}
		table, err := csv.NewReader(strings.NewReader(string(body))).ReadAll()
		check(t, err)
		if rows := told.Get("X-Fugai-Rows"); rows != strconv.Itoa(len(table)-1) || len(table) < 2 {
			t.Errorf("%s has %d rows and says %s", one[1], len(table)-1, rows)
		}
		for _, name := range []string{"X-Fugai-As-Of", "X-Fugai-Data-Version", "X-Fugai-Secrecy", "X-Fugai-Demo"} {
			if told.Get(name) == "" {
				t.Errorf("%s has no %s", one[1], name)
			}
		}
		for _, column := range quoted.FindAllStringSubmatch(one[2], -1) {
			if !slices.Contains(table[0], column[1]) {
				t.Errorf("%s has no column %s: %q", one[1], column[1], table[0])
			}
		}
	}
}

// unchanged asks twice, as a script does that keeps the tag.
func (w *world) unchanged(t *testing.T) {
	query := url.Values{"query": {`{ coverage(groupBy: [DOMAIN]) { rows { units } } }`}}
	_, told, _ := w.asked(t, "graphql", query, nil)
	status, _, body := w.asked(t, "graphql", query, http.Header{"If-None-Match": {told.Get("ETag")}})
	if status != http.StatusNotModified || len(body) > 0 {
		t.Errorf("asked again by the tag %q: %d with %d bytes", told.Get("ETag"), status, len(body))
	}
}

// columns compares the views with the table of them.
func (w *world) columns(t *testing.T) {
	for _, view := range views {
		_, rest, found := strings.Cut(document(t), "\n| `"+view+"` |")
		line, _, _ := strings.Cut(rest, "\n")
		if !found {
			t.Fatalf("docs/bi.md has no row of %s", view)
		}
		var told []string
		for _, name := range quoted.FindAllStringSubmatch(line, -1) {
			told = append(told, name[1])
		}
		got, _, err := rows(t.Context(), w.db, "SELECT * FROM "+view+" WHERE 1 = 0")
		check(t, err)
		if !slices.Equal(got, told) {
			t.Errorf("%s has the columns\n%q, docs/bi.md tells\n%q", view, got, told)
		}
	}
}

func TestTheDocumentTellsTheGrants(t *testing.T) {
	for statement := range strings.SplitSeq(uncommented(read(t, "sql", "account.sql")), "\n") {
		if statement != "" && !strings.Contains(document(t), "\n    "+statement+"\n") {
			t.Errorf("docs/bi.md does not tell %s", statement)
		}
	}
}
