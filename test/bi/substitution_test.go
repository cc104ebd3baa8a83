package bi

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// tools are what each tool would replace in a query before it sends it, and what the drivers below them would.
var tools = map[string]*regexp.Regexp{
	"Grafana":            substituted,
	"Metabase":           regexp.MustCompile(`\{\{[^}]*\}\}|\[\[|\]\]`),
	"Superset":           regexp.MustCompile(`\{\{|\}\}|\{%|\{#`),
	"FineBI":             regexp.MustCompile(`\$\{[^}]*\}|</?parameter>`),
	"a driver":           regexp.MustCompile(`\?|%|(^|[^:]):[A-Za-z]`),
	"an end or a remark": regexp.MustCompile(`;|--|#|/\*`),
}

// meant is what a file has for its tool.
var meant = map[string]map[string][]string{
	"sql/by-county-metabase.sql": {"Metabase": {"{{indicator}}", "[[", "{{city}}", "]]"}, "Superset": {"{{", "}}", "{{", "}}"}},
	"sql/by-county-finebi.sql": {
		"FineBI": {"${indicator}", "${city}", "${city}"}, "Grafana": {"${indicator}", "${city}", "${city}"},
	},
}

// scripts are for the command line of a database, not for a tool.
var scripts = []string{"sql/account.sql", "sql/extract.sql", "sql/extract-sqlite.sql"}

func TestQueriesHoldNothingThatAToolReplaces(t *testing.T) {
	found := 0
	for _, name := range files(t) {
		if !strings.HasPrefix(name, "sql/") || slices.Contains(scripts, name) {
			continue
		}
		found++
		for tool, pattern := range tools {
			if got := pattern.FindAllString(read(t, name), -1); !slices.Equal(got, meant[name][tool]) {
				t.Errorf("%s would replace %q in %s, meant are %q", tool, got, name, meant[name][tool])
			}
		}
	}
	if found < 5 {
		t.Fatalf("only %d queries", found)
	}
}

// TestTheDashboardReplacesWhatItMeans walks through every text of the dashboard.
func TestTheDashboardReplacesWhatItMeans(t *testing.T) {
	var whole any
	check(t, json.Unmarshal([]byte(read(t, "grafana", "dashboard.json")), &whole))
	got := map[string]int{}
	walk(whole, func(text string) {
		for _, one := range substituted.FindAllString(text, -1) {
			if !strings.HasPrefix(one, "$fugai_") { // GraphQL's own, below
				got[one]++
			}
		}
	})
	for _, one := range []string{"${datasource}", "${indicator}", "${rule}", "${region:json}", "${level}", "${__from:date:YYYY-MM}", "${__to:date:YYYY-MM}", "${__field.labels.domainName}"} {
		if got[one] == 0 {
			t.Errorf("%s does not stand there", one)
		}
		delete(got, one)
	}
	// The value of a choice that stands for all, never a text that Grafana sends.
	delete(got, "$__all")
	if len(got) > 0 {
		t.Errorf("Grafana would replace %v as well", got)
	}
}

// TestVariablesOfGraphQLAreNoneOfTheDashboard: Grafana would put a value in the place of each $name that it knows.
func TestVariablesOfGraphQLAreNoneOfTheDashboard(t *testing.T) {
	d := loaded(t)
	values := map[string]string{}
	for _, v := range d.Templating.List {
		values[v.Name] = "REPLACED"
	}
	documents := map[string]bool{}
	for _, name := range files(t) {
		if !strings.HasPrefix(name, "graphql/") {
			continue
		}
		text := read(t, name)
		documents[text] = true
		for _, one := range substituted.FindAllString(text, -1) {
			if !strings.HasPrefix(one, "$fugai_") {
				t.Errorf("%s holds %s, which a dashboard may have, too", name, one)
			}
		}
		if interpolated(text, values) != text || strings.Contains(text, "{{") || strings.Contains(text, "[[") {
			t.Errorf("%s would be changed", name)
		}
	}
	for _, q := range d.targets(t) {
		if !documents[q.Options.Query] {
			t.Errorf("the dashboard asks what no file of graphql/ holds:\n%s", q.Options.Query)
		}
		delete(documents, q.Options.Query)
	}
	if len(documents) > 0 {
		t.Errorf("%d files of graphql/ are not asked", len(documents))
	}
}

func (d *dashboard) targets(t *testing.T) (all []target) {
	t.Helper()
	for _, p := range d.Panels {
		all = append(all, p.Targets...)
	}
	for _, v := range d.Templating.List {
		var query struct{ InfinityQuery target }
		if json.Unmarshal(v.Query, &query) == nil && query.InfinityQuery.URL != "" {
			all = append(all, query.InfinityQuery)
		}
	}
	return all
}

func TestTheDocumentTellsEveryFile(t *testing.T) {
	for _, name := range files(t) {
		if !strings.Contains(document(t), "(bi/"+name+")") {
			t.Errorf("docs/bi.md does not link %s", name)
		}
	}
}

// files are the shipped files by their path in docs/bi.
func files(t *testing.T) (names []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(shipped), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, path.Clean(name))
		}
		return err
	})
	check(t, err)
	return names
}

// walk visits every text of a JSON value, keys too.
func walk(value any, visit func(string)) {
	switch v := value.(type) {
	case string:
		visit(v)
	case []any:
		for _, one := range v {
			walk(one, visit)
		}
	case map[string]any:
		for name, one := range v {
			visit(name)
			walk(one, visit)
		}
	}
}
