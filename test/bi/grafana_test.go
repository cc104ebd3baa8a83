package bi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-yaml"

	"fugai/test/process"
)

type (
	dashboard struct {
		Panels     []panel
		Templating struct{ List []variable }
	}
	panel struct {
		Title           string
		Targets         []target
		Transformations []struct {
			Options struct{ IndexByName, RenameByName map[string]any }
		}
		FieldConfig struct {
			Overrides []struct{ Matcher struct{ Options string } }
		}
	}
	variable struct {
		Name, AllValue string
		Query          json.RawMessage
	}
	target struct {
		URL     string
		Format  string
		Options struct {
			Method    string
			Query     string `json:"body_graphql_query"`
			Variables string `json:"body_graphql_variables"`
		} `json:"url_options"`
		Root    string `json:"root_selector"`
		Columns []struct{ Selector, Text, Type string }
	}
)

// substituted is what Grafana takes for a variable: $name, [[name]] or ${name}, the latter two with a format behind a colon.
var substituted = regexp.MustCompile(`\$(\w+)|\[\[(\w+?)(?::\w+)?\]\]|\$\{(\w+)(?:\.[^:^}]+)?(?::[^}]+)?\}`)

// interpolated is a text as Grafana sends it: variables that it does not know stay as they are.
func interpolated(text string, values map[string]string) string {
	return substituted.ReplaceAllStringFunc(text, func(found string) string {
		name := strings.Join(substituted.FindStringSubmatch(found)[1:], "")
		if value, known := values[name]; known {
			return value
		}
		return found
	})
}

func loaded(t *testing.T) (d dashboard) {
	t.Helper()
	check(t, json.Unmarshal([]byte(read(t, "grafana", "dashboard.json")), &d))
	return d
}

// grafana sends what the data source sends for each panel and variable of the dashboard, and reads the answers as it does.
func grafana(t *testing.T, w *world) {
	d := loaded(t)
	values := map[string]string{"datasource": "fugai", "indicator": "ORGANISATION_COVERAGE", "level": "CITY", "rule": "TERM_OVERRUN", "__from": w.month(t, -35), "__to": w.month(t, 0)}
	for name, region := range map[string]struct{ value, where string }{
		"all regions": {d.variable(t, "region").AllValue, ""},
		"two cities":  {`["990100000000","990200000000"]`, `where: {regions: ["990100000000", "990200000000"]}, `},
	} {
		values["region"] = region.value
		for _, p := range d.Panels {
			t.Run(name+", "+p.Title, func(t *testing.T) {
				p.consistent(t)
				question, root, paths := w.reference(t, p.Title, region.where)
				same(t, p.Title, w.frame(t, p.Targets[0], values), w.ask(t, question, root, paths))
			})
		}
	}
	for _, choice := range []struct{ name, question, root, paths string }{
		{"indicator", "{ indicators { key title } }", "data.indicators", "title key"},
		{"rule", "{ indicators(lookBack: true) { key title } }", "data.indicators", "title key"},
		{"region", "{ regions(level: CITY) { code name } }", "data.regions", "name code"},
	} {
		var v struct{ InfinityQuery target }
		check(t, json.Unmarshal(d.variable(t, choice.name).Query, &v))
		same(t, "the variable "+choice.name, w.frame(t, v.InfinityQuery, values), w.ask(t, choice.question, choice.root, choice.paths))
	}
	w.provisioned(t)
}

// reference is the same figure asked of the API without variables.
func (w *world) reference(t *testing.T, title, where string) (question, root, paths string) {
	t.Helper()
	share := `share(of: "ORGANISATION_COVERAGE")`
	switch title {
	case "数据说明":
		return `{ dataSet { label secrecyLabel today version importRunning } indicators { key } }`, "data.dataSet", "label secrecyLabel today version importRunning"
	case "按领域":
		return "{ coverage(" + where + "groupBy: [DOMAIN]) { rows { domainName units s: " + share + " { numerator denominator gap unknown rate target } } } }",
			"data.coverage.rows", "domainName units s.numerator s.denominator s.gap s.unknown s.rate s.target"
	case "按月":
		return fmt.Sprintf("{ coverage(%sgroupBy: [PERIOD, DOMAIN], periods: {from: %q, to: %q, grain: MONTH}) { rows { asOf domainName s: %s { rate } } } }",
			where, w.month(t, -35), w.month(t, 0), share), "data.coverage.rows", "asOf domainName s.rate"
	case "按行政区划":
		return "{ coverage(" + where + "groupBy: [REGION], regionLevel: CITY) { rows { regionCode regionName units s: " + share + " { numerator denominator gap rate } } } }",
			"data.coverage.rows", "regionCode regionName units s.numerator s.denominator s.gap s.rate"
	case "最早的 200 个缺口":
		return `{ gaps(indicator: "ORGANISATION_COVERAGE", ` + where + `orderBy: [{by: SINCE}], first: 200) { nodes { since days unit { creditCode name region { name } }
			reasons { message } } } }`, "data.gaps.nodes", "since days unit.creditCode unit.name unit.region.name reasons.0.message"
	case "回头看：各规则":
		return "{ findingCounts" + arguments(where) + " { rule { title subject } s: share { status gap denominator unknown rate } } }",
			"data.findingCounts", "rule.title rule.subject s.status s.gap s.denominator s.unknown s.rate"
	case "回头看：所选规则最早的 200 个问题":
		return `{ findings(rule: "TERM_OVERRUN", ` + where + `orderBy: [{by: SINCE}], first: 200) { nodes { since days code name regionName text mend } } }`,
			"data.findings.nodes", "since days code name regionName text mend"
	}
	t.Fatalf("no test knows the panel %s", title)
	return "", "", ""
}

// arguments are a condition in parentheses, where a field has no other argument; none where there is none.
func arguments(where string) string {
	if where == "" {
		return ""
	}
	return "(" + strings.TrimSuffix(where, ", ") + ")"
}

func (d *dashboard) variable(t *testing.T, name string) variable {
	t.Helper()
	i := slices.IndexFunc(d.Templating.List, func(v variable) bool { return v.Name == name })
	if i < 0 {
		t.Fatalf("there is no variable %s", name)
	}
	return d.Templating.List[i]
}

// frame asks as the data source's backend does and reads the answer by its selectors and types, as lines in one order.
func (w *world) frame(t *testing.T, q target, values map[string]string) []string {
	t.Helper()
	var variables map[string]any
	if text := interpolated(q.Options.Variables, values); text != "" {
		check(t, json.Unmarshal([]byte(text), &variables))
	}
	body, err := json.Marshal(map[string]any{"query": interpolated(q.Options.Query, values), "variables": variables})
	check(t, err)
	request, err := http.NewRequestWithContext(t.Context(), q.Options.Method, w.url+q.URL, bytes.NewReader(body))
	check(t, err)
	request.Header.Set("Accept", "application/json;q=0.9,text/plain")
	request.Header.Set("Content-Type", "application/json")
	status, body := w.send(t, request)
	if status != http.StatusOK || bytes.Contains(body, []byte(`"errors"`)) {
		t.Fatalf("%d: %s", status, body)
	}
	var rows [][]string
	for _, row := range list(process.At(decoded(t, body), q.Root)) {
		var cells []string
		for _, c := range q.Columns {
			cells = append(cells, typed(t, c.Type, process.At(row, c.Selector)))
		}
		rows = append(rows, cells)
	}
	return lines(rows)
}

// typed is a value as the data source makes it by the type of its column; what does not fit the type would be lost there.
func typed(t *testing.T, kind string, value any) string {
	t.Helper()
	fits := value == nil
	switch v := value.(type) {
	case string:
		fits = kind == "string"
		if kind == "timestamp" {
			_, err := time.Parse(time.DateOnly, v)
			fits = err == nil
		}
	case json.Number:
		_, err := strconv.ParseFloat(v.String(), 64)
		fits = kind == "number" && err == nil
	case bool:
		fits = kind == "boolean"
	}
	if !fits {
		t.Errorf("%v is no %s", value, kind)
	}
	return text(value)
}

// consistent checks that a panel arranges and formats the columns that it asks for.
func (p *panel) consistent(t *testing.T) {
	t.Helper()
	var columns []string
	for _, c := range p.Targets[0].Columns {
		// The backend finds a column by either name, by its version: they are one.
		if c.Text != c.Selector {
			t.Errorf("the column %s is called %s", c.Selector, c.Text)
		}
		columns = append(columns, c.Selector)
	}
	slices.Sort(columns)
	shown := columns
	for _, tr := range p.Transformations {
		for what, names := range map[string]map[string]any{"order": tr.Options.IndexByName, "names": tr.Options.RenameByName} {
			if got := slices.Sorted(maps.Keys(names)); !slices.Equal(got, columns) {
				t.Errorf("the %s are of %q, the columns are %q", what, got, columns)
			}
		}
		shown = nil
		for _, name := range tr.Options.RenameByName {
			shown = append(shown, name.(string))
		}
	}
	for _, o := range p.FieldConfig.Overrides {
		if !slices.Contains(shown, o.Matcher.Options) {
			t.Errorf("%s is formatted and not among %q", o.Matcher.Options, shown)
		}
	}
}

// provisioned checks the data source that is provisioned: the key goes to this server only, and the check of health finds it.
func (w *world) provisioned(t *testing.T) {
	t.Helper()
	var file struct {
		Datasources []struct {
			URL      string `yaml:"url"`
			JSONData struct {
				AllowedHosts []string `yaml:"allowedHosts"`
				Health       string   `yaml:"customHealthCheckUrl"`
			} `yaml:"jsonData"`
			Secure map[string]string `yaml:"secureJsonData"`
		} `yaml:"datasources"`
	}
	check(t, yaml.Unmarshal([]byte(read(t, "grafana", "datasource.yaml")), &file))
	source := file.Datasources[0]
	for _, host := range append(source.JSONData.AllowedHosts, source.URL) {
		if !strings.HasSuffix(host, "/") {
			t.Errorf("%s ends without a slash, so that it is also the beginning of other hosts", host)
		}
	}
	path, of := strings.CutPrefix(source.JSONData.Health, source.URL)
	if status, _ := w.get(t, path, nil); !of || status != http.StatusOK {
		t.Errorf("the check of health at %s: %d", source.JSONData.Health, status)
	}
	if source.Secure["bearerToken"] != "$FUGAI_KEY" {
		t.Errorf("the key is %q", source.Secure["bearerToken"])
	}
}
