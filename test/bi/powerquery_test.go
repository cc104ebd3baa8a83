package bi

import (
	"encoding/csv"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fugai/test/process"
)

// An M text in the form of the shipped ones: one request, and the types of columns.
var (
	mPath   = regexp.MustCompile(`RelativePath = "([^"]+)"`)
	mQuery  = regexp.MustCompile(`(?s)Query = \[(.*?)\]`)
	mPair   = regexp.MustCompile(`(?:(\w+)|#"([^"]+)") = (?:"([^"]*)"|(\w+))`)
	mColumn = regexp.MustCompile(`\{"(\w+)", (type \w+|Int64\.Type)\}`)
	mHeader = regexp.MustCompile(`Headers = \[Authorization = "Bearer " & FugaiKey\]`)
)

// powerQuery sends what Power Query sends for each file, with the parameters that a person sets, and makes its columns of the
// types that the file gives them.
func powerQuery(t *testing.T, w *world) {
	parameters := map[string]string{"FugaiFrom": w.month(t, -12), "FugaiTo": w.month(t, 0), "FugaiRule": "TERM_OVERRUN", "FugaiRound": w.round(t)}
	for _, c := range []struct{ file, indicator, question, root, paths, columns string }{
		{"coverage.pq", "TWO_COVERAGES", `{ coverage(groupBy: [REGION, DOMAIN], regionLevel: COUNTY) { rows { asOf regionCode regionName domain domainName units
			s: share(of: "TWO_COVERAGES") { indicator { key } numerator denominator gap unknown notApplicable exempt rate target shortfall } } } }`,
			"data.coverage.rows", "asOf regionCode regionName domain domainName units s.indicator.key s.numerator s.denominator s.gap s.unknown s.notApplicable s.exempt s.rate s.target s.shortfall",
			"asOf regionCode regionName domain domainName units indicator numerator denominator gap unknown notApplicable exempt rate target shortfall"},
		{"by-month.pq", "TWO_COVERAGES", `{ coverage(groupBy: [PERIOD, DOMAIN], periods: {from: "` + parameters["FugaiFrom"] + `", to: "` + parameters["FugaiTo"] + `", grain: MONTH}) {
			rows { asOf period provisional domain units s: share(of: "TWO_COVERAGES") { numerator denominator gap rate } } } }`,
			"data.coverage.rows", "asOf period provisional domain units s.numerator s.denominator s.gap s.rate",
			"asOf period provisional domain units numerator denominator gap rate"},
		{"gaps.pq", "", `{ gaps(indicator: "TWO_COVERAGES", first: 1000) { nodes { since days unit { creditCode name domain region { code name } } } } }`,
			"data.gaps.nodes", "since days unit.creditCode unit.name unit.domain unit.region.code unit.region.name", "since days creditCode name domain regionCode regionName"},
		{"quality.pq", "TERM_OVERRUN", byCounty("TERM_OVERRUN"), "data.quality.rows", qualityPaths, qualityColumns},
		{"quality.pq", "FEWER_THAN_THREE", byCounty("FEWER_THAN_THREE"), "data.quality.rows", qualityPaths, qualityColumns}, // no numbers for this key
		{"findings.pq", "", `{ findings(rule: "TERM_OVERRUN", first: 1000) { nodes { asOf rule { key title } code name regionCode regionName since days text mend } } }`,
			"data.findings.nodes", "asOf rule.key rule.title code name regionCode regionName since days text mend",
			"asOf rule ruleName code name regionCode regionName since days text mend"},
		{"review.pq", "", `{ reviewRound(code: "` + parameters["FugaiRound"] + `") { items(first: 1000) { nodes { round { code asOf } rule { key title } code name region { code name } since text
			state assignedTo { code name } dueOn overdue stillFound } } } }`, "data.reviewRound.items.nodes",
			"round.code round.asOf rule.key rule.title code name region.code region.name since text state assignedTo.code assignedTo.name dueOn overdue stillFound",
			"round foundOn rule ruleName code name regionCode regionName since text state assignedToCode assignedToName dueOn overdue stillFound"},
	} {
		t.Run(c.file+" "+c.indicator, func(t *testing.T) {
			got := w.loaded(t, read(t, "powerquery", c.file), c.indicator, parameters, strings.Fields(c.columns))
			same(t, c.file, got, w.ask(t, c.question, c.root, c.paths))
		})
	}
}

// round opens a round of review, assigns its first items, and answers its code.
func (w *world) round(t *testing.T) string {
	t.Helper()
	department := *w
	department.key = process.Key(t, w.dsn, "DEPARTMENT", "department")
	const code = "2026-Q4"
	items := department.ask(t, `mutation { openReviewRound(input: {code: "`+code+`", title: "回头看", rules: ["TERM_OVERRUN", "SECRETARY_MISSING"]}) {
		round { items(first: 3) { nodes { id } } } } }`, "data.openReviewRound.round.items.nodes", "id")
	committee := department.ask(t, `{ organisations(first: 1) { nodes { code } } }`, "data.organisations.nodes", "code")
	assigned := department.ask(t, `mutation { assignReviewItems(input: {items: ["`+strings.Join(items, `", "`)+`"], assignTo: "`+committee[0]+`", dueOn: "`+w.month(t, 2)+`-01"}) {
		items { state } } }`, "data.assignReviewItems.items", "state")
	if len(assigned) != 3 {
		t.Fatalf("%d items are assigned", len(assigned))
	}
	return code
}

const (
	qualityPaths   = "asOf regionCode regionName units s.indicator.key s.indicator.title s.status s.numerator s.denominator s.gap s.unknown s.notApplicable s.exempt s.rate"
	qualityColumns = "asOf regionCode regionName units indicator indicatorName status numerator denominator gap unknown notApplicable exempt rate"
)

// byCounty asks for a rule on organisations by county.
func byCounty(rule string) string {
	return `{ quality(subject: ORGANISATION, groupBy: [REGION], regionLevel: COUNTY) { rows { asOf regionCode regionName units
		s: share(of: "` + rule + `") { indicator { key title } status numerator denominator gap unknown notApplicable exempt rate } } } }`
}

// loaded are the rows of an M text at some of its columns, of one of several indicators where it is named, as lines in one order.
func (w *world) loaded(t *testing.T, text, indicator string, parameters map[string]string, columns []string) []string {
	t.Helper()
	table := w.fetched(t, text, parameters)
	kinds := map[string]string{}
	for _, found := range mColumn.FindAllStringSubmatch(text, -1) {
		kinds[found[1]] = found[2]
		if !slices.Contains(table[0], found[1]) {
			t.Errorf("the answer has no column %s", found[1])
		}
	}
	var rows [][]string
	for _, record := range table[1:] {
		if indicator != "" && record[slices.Index(table[0], "indicator")] != indicator {
			continue
		}
		var cells []string
		for _, name := range columns {
			if kinds[name] == "" {
				t.Fatalf("the column %s has no type", name)
			}
			cells = append(cells, converted(t, kinds[name], record[slices.Index(table[0], name)]))
		}
		rows = append(rows, cells)
	}
	return lines(rows)
}

// fetched is the table that the request of an M text answers.
func (w *world) fetched(t *testing.T, text string, parameters map[string]string) [][]string {
	t.Helper()
	if !mHeader.MatchString(text) {
		t.Error("the key does not stand in the header")
	}
	query := url.Values{}
	for _, pair := range mPair.FindAllStringSubmatch(mQuery.FindStringSubmatch(text)[1], -1) {
		value := pair[3]
		if pair[4] != "" {
			if value = parameters[pair[4]]; value == "" {
				t.Fatalf("no test sets the parameter %s", pair[4])
			}
		}
		query.Set(pair[1]+pair[2], value)
	}
	status, body := w.get(t, mPath.FindStringSubmatch(text)[1], query)
	if status != http.StatusOK {
		t.Fatalf("%d: %s", status, body)
	}
	table, err := csv.NewReader(strings.NewReader(string(body))).ReadAll()
	check(t, err)
	return table
}

// converted is a field as Power Query makes it of a type; one that does not fit would be an error in its cell.
func converted(t *testing.T, kind, field string) string {
	t.Helper()
	var err error
	switch kind {
	case "type date":
		_, err = time.Parse(time.DateOnly, field)
	case "Int64.Type":
		_, err = strconv.ParseInt(field, 10, 64)
	case "type number":
		_, err = strconv.ParseFloat(field, 64)
	case "type logical":
		_, err = strconv.ParseBool(field)
	}
	if field != "" && err != nil {
		t.Errorf("%q is no %s", field, kind)
	}
	return text(field)
}
