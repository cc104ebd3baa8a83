package bi

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// wrappers are what tools put round a query before they send it; none may break it.
var wrappers = map[string]string{
	"as it is":                          "%s",
	"Superset, a virtual data set":      "SELECT * FROM (%s) AS virtual_table LIMIT 1000",
	"Metabase, a question on a model":   "SELECT `source`.* FROM (%s) AS `source` LIMIT 2000",
	"a preview that only wants columns": "SELECT * FROM (%s) t WHERE 1 = 0",
}

// byArea is what the three files by county answer, of an indicator and a filter of the API.
func (w *world) byArea(t *testing.T, indicator, where string) []string {
	t.Helper()
	return w.ask(t, fmt.Sprintf(`{ coverage(%sgroupBy: [REGION], regionLevel: COUNTY) { rows { regionCode regionName units
		s: share(of: %q) { numerator denominator gap rate } } } }`, where, indicator),
		"data.coverage.rows", "regionCode regionName units s.numerator s.denominator s.gap s.rate")
}

const cityOne = "990100000000"

func queries(t *testing.T, w *world) {
	byDomain := w.ask(t, `{ coverage(groupBy: [DOMAIN]) { rows { domain domainName units
		s: share(of: "TWO_COVERAGES") { numerator denominator gap rate } } } }`,
		"data.coverage.rows", "domain domainName units s.numerator s.denominator s.gap s.rate")
	byMonth := w.ask(t, fmt.Sprintf(`{ coverage(groupBy: [PERIOD, DOMAIN], periods: {from: %q, to: %q, grain: MONTH}) { rows { period asOf provisional
		domain domainName s: share(of: "TWO_COVERAGES") { numerator denominator rate } } } }`, w.month(t, -36), w.month(t, 0)),
		"data.coverage.rows", "period asOf provisional domain domainName s.numerator s.denominator s.rate")
	city := `where: {regions: ["` + cityOne + `"]}, `
	metabase := strings.NewReplacer("{{indicator}}", "'WORK_COVERAGE'", "{{city}}", "'"+cityOne+"'")
	fineBI := func(city string) func(string) string {
		return strings.NewReplacer("${indicator}", "WORK_COVERAGE", "${city}", city).Replace
	}
	for _, c := range []struct {
		name, file string
		substitute func(string) string
		skip       int // columns of the city, which the API's row of a county has not
		want       []string
	}{
		{"by domain", "by-domain.sql", nil, 0, byDomain},
		{"by month", "by-month.sql", nil, 0, byMonth},
		{"by county", "by-county.sql", nil, 2, w.byArea(t, "TWO_COVERAGES", "")},
		{"Metabase, all cities", "by-county-metabase.sql", func(s string) string { return metabase.Replace(withoutOptional(s)) }, 2, w.byArea(t, "WORK_COVERAGE", "")},
		{"Metabase, one city", "by-county-metabase.sql", func(s string) string {
			return metabase.Replace(strings.NewReplacer("[[", "", "]]", "").Replace(s))
		}, 2, w.byArea(t, "WORK_COVERAGE", city)},
		{"FineBI, all cities", "by-county-finebi.sql", fineBI(""), 2, w.byArea(t, "WORK_COVERAGE", "")},
		{"FineBI, one city", "by-county-finebi.sql", fineBI(cityOne), 2, w.byArea(t, "WORK_COVERAGE", city)},
	} {
		t.Run(c.name, func(t *testing.T) {
			query := read(t, "sql", c.file)
			if c.substitute != nil {
				query = c.substitute(query)
			}
			for how, wrapper := range wrappers {
				if c.file == "by-month.sql" && how != "Superset, a virtual data set" {
					continue // it counts 37 months each time
				}
				columns, got, err := rows(t.Context(), w.db, fmt.Sprintf(wrapper, query))
				if err != nil {
					t.Fatalf("%s: %v", how, err)
				}
				distinct(t, columns)
				if strings.Contains(wrapper, "1 = 0") {
					continue
				}
				same(t, how, behind(got, c.skip), c.want)
			}
		})
	}
}

// withoutOptional leaves out what Metabase leaves out while its variable is empty.
func withoutOptional(query string) string {
	before, rest, _ := strings.Cut(query, "[[")
	_, after, _ := strings.Cut(rest, "]]")
	return before + after
}

// distinct checks what a tool demands of a query that it wraps: each column has a name of its own, which is one word.
func distinct(t *testing.T, columns []string) {
	t.Helper()
	for i, name := range columns {
		if slices.Contains(columns[:i], name) || strings.ContainsAny(name, "( .") {
			t.Errorf("the column %q has no name of its own", name)
		}
	}
}

// behind leaves out the first columns of each line.
func behind(all []string, columns int) []string {
	out := make([]string, len(all))
	for i, line := range all {
		out[i] = strings.Join(strings.Split(line, "|")[columns:], "|")
	}
	slices.Sort(out)
	return out
}

// month is the month of the server's day, so many months away.
func (w *world) month(t *testing.T, away int) string {
	t.Helper()
	today, err := time.Parse(time.DateOnly, w.ask(t, "{ dataSet { today } }", "data.dataSet", "today")[0])
	check(t, err)
	return time.Date(today.Year(), today.Month()+time.Month(away), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
}
