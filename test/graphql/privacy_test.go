package graphql

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/seeds"
)

// memberBased are the indicators that tell of members.
var memberBased = []string{"DUE_ESTABLISHMENT", "DUE_COVERED", "MEMBER_UNITS_COVERED", "FIFTY_WITH_MEMBERS"}

// demo runs a test on a demo province on each database.
func demo(t *testing.T, fn func(t *testing.T, p *product)) {
	t.Helper()
	folder := t.TempDir()
	check(t, seeds.Generate(folder, seeds.Options{Units: 3000, AsOf: today, Seed: 11}))
	storetest.Each(t, func(t *testing.T, s *store.Store) { fn(t, newProduct(t, s, folder)) })
}

// cell is a row of coverage with its member-based shares, in the order of memberBased.
type cell struct {
	RegionCode string
	Units      int
	A, B, C, D struct {
		Status                                                 string
		Numerator, Denominator, Unknown, NotApplicable, Exempt *int
	}
}

const cellFields = `regionCode units
	a: share(of: "DUE_ESTABLISHMENT") { ...s } b: share(of: "DUE_COVERED") { ...s }
	c: share(of: "MEMBER_UNITS_COVERED") { ...s } d: share(of: "FIFTY_WITH_MEMBERS") { ...s }`

// table asks for coverage; arguments stand in parentheses or are empty.
func table(t *testing.T, p *product, w who, arguments string) (rows []cell, total *cell) {
	t.Helper()
	var a struct {
		Coverage *struct {
			Rows  []cell
			Total cell
		}
	}
	body, _ := p.ask(t, w, `{ coverage`+arguments+` { rows { `+cellFields+` } total { `+cellFields+` } } }
		fragment s on Share { status numerator denominator unknown notApplicable exempt }`, nil)
	var answer struct{ Data json.RawMessage }
	check(t, json.Unmarshal(body, &answer))
	understood(t, body)
	check(t, json.Unmarshal(answer.Data, &a))
	if a.Coverage == nil {
		return nil, nil // refused as a whole
	}
	return a.Coverage.Rows, &a.Coverage.Total
}

func (c *cell) told() bool {
	return slices.ContainsFunc([]string{c.A.Status, c.B.Status, c.C.Status, c.D.Status}, func(s string) bool { return s == "OK" || s == "ZERO_DENOMINATOR" })
}

// TestNoFilterDateOrWeightOpensASecondViewOfMembers tries everything by which two answers could differ by one unit.
func TestNoFilterDateOrWeightOpensASecondViewOfMembers(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		var some struct {
			Units struct {
				Nodes []struct{ CreditCode, Name string }
			}
			Zones  struct{ Nodes []struct{ Code string } }
			Places []struct{ Code string }
		}
		p.get(t, reader, `{ units(first: 3) { nodes { creditCode name } } zones { nodes { code } } places: regions(level: TOWNSHIP) { code } }`, nil, &some)
		u := some.Units.Nodes[0]
		filters := []string{`creditCodes: ["` + u.CreditCode + `"]`, `name: {eq: "` + u.Name + `"}`, `zones: ["` + some.Zones.Nodes[0].Code + `"]`, `zones: ["NONE"]`,
			`regions: ["` + some.Places[0].Code + `"]`, `superiors: ["NONE"]`, `domains: [SCHOOL]`, `controls: [PRIVATE]`, `industries: ["C"]`, `sizes: [SMALL]`,
			`kinds: [ASSOCIATION]`, `employeeBands: [FROM_50_TO_99]`, `aboveScale: [YES]`, `publicOrPrivate: [PRIVATE]`, `operations: [OPERATING]`,
			`establishments: [NOT_ESTABLISHED]`, `establishments: [NOT_ESTABLISHED_DUE]`, `setUps: [JOINT]`, `workMeans: [NONE]`, `gapAges: [UP_TO_90_DAYS]`,
			`gapAges: [UP_TO_90_DAYS], gapAgeOf: "DUE_ESTABLISHMENT"`, `gapReasons: [COVER_ENDED]`, `gapReasons: [COVER_ENDED], gapAgeOf: "DUE_COVERED"`,
			`employees: {eq: 51}`, `fullMembers: {gte: 3}`, `members: {eq: 0}`, `foundedOn: {gte: "2024-01-01"}`,
			`results: [{indicator: "TWO_COVERAGES", in: [UNMET]}]`, `results: [{indicator: "DUE_COVERED", in: [UNMET]}]`,
			`movement: {indicator: "TWO_COVERAGES", from: "2025-01-01", to: "2026-01-01", term: GAINED}`}
		for _, f := range filters {
			refuse(t, p, `(where: {`+f+`})`)
			refuse(t, p, `(where: {`+f+`}, groupBy: [REGION], regionLevel: COUNTY)`)
		}
		for _, d := range []string{"DOMAIN", "CONTROL", "INDUSTRY", "SIZE", "KIND", "EMPLOYEE_BAND", "ABOVE_SCALE", "PUBLIC_OR_PRIVATE", "OPERATION", "ESTABLISHMENT",
			"SET_UP", "WORK_MEANS", "GAP_AGE", "ZONE", "SUBORDINATION"} {
			refuse(t, p, `(groupBy: [`+d+`])`, "rows")
			refuse(t, p, `(groupBy: [REGION, `+d+`], regionLevel: COUNTY)`, "rows")
		}
		refuse(t, p, `(groupBy: [REGION], regionLevel: TOWNSHIP)`, "rows")
		refuse(t, p, `(asOf: "`+(today-1).String()+`")`)
		refuse(t, p, `(groupBy: [PERIOD], periods: {from: "2026-01", to: "2026-07", grain: MONTH})`)
		for _, key := range memberBased {
			for _, share := range []string{`weight: EMPLOYEES`, `weight: FULL_MEMBERS`} {
				hidden(t, p, `{ coverage { total { share(of: "`+key+`", `+share+`) { numerator gap denominator } } } }`)
			}
			hidden(t, p, `{ coverage { total { share(of: "`+key+`", compareTo: "2025-12-31") { compare { numerator denominator rate } } } } }`)
			hidden(t, p, `{ gaps(indicator: "`+key+`") { totalCount } }`)
			hidden(t, p, `{ movement(indicator: "`+key+`", from: "2025-12-31", to: "2026-06-30") { total { gained } } }`)
			hidden(t, p, `{ gapPlan(indicator: "`+key+`") { gaps } }`)
			hidden(t, p, `{ coverage(groupBy: [GAP_AGE], gapAgeOf: "`+key+`") { rows { units } } }`)
		}
		hidden(t, p, `{ coverage { total { share(of: "ORGANISATION_COVERAGE", weight: FULL_MEMBERS) { numerator denominator } } } }`)
	})
}

// refuse checks that a question tells nothing of members; with "rows" only its total may.
func refuse(t *testing.T, p *product, arguments string, only ...string) {
	t.Helper()
	rows, total := table(t, p, reader, arguments)
	for i := range rows {
		if rows[i].told() {
			t.Errorf("coverage%s tells a row of members: %+v", arguments, rows[i])
			return
		}
	}
	if total != nil && total.told() && !slices.Contains(only, "rows") {
		t.Errorf("coverage%s tells a total of members: %+v", arguments, *total)
	}
}

// hidden checks that an answer holds no number at all.
func hidden(t *testing.T, p *product, operation string) {
	t.Helper()
	body, _ := p.ask(t, reader, operation, nil)
	var answer struct{ Data any }
	understood(t, body)
	check(t, json.Unmarshal(body, &answer))
	if text := fmt.Sprint(answer.Data); strings.ContainsAny(text, "0123456789") {
		t.Errorf("%s tells %s", operation, text)
	}
}

// understood fails on a question that was refused for its form: it would prove nothing.
func understood(t *testing.T, body []byte) {
	t.Helper()
	if text := string(body); strings.Contains(text, `"BAD_REQUEST"`) || strings.Contains(text, `"INVALID"`) || strings.Contains(text, `"INTERNAL"`) {
		t.Fatalf("the question is not understood: %s", text)
	}
}

// truth is how many of the units of a cell there are by what only the department sees.
type truth struct{ neither, due, joint, jointDue, open, openWith, fifty, fiftyWith int }

// leavesOpen tells whether numbers of some units leave at least three on either side of each question about members.
func (x truth) leavesOpen() [4]bool {
	mixed := func(with, n int) bool { return n == 0 || with >= 3 && n-with >= 3 }
	due := (x.neither+x.joint == 0 || mixed(x.due, x.neither) && x.neither > 0) && (x.jointDue == 0 || mixed(x.jointDue, x.joint))
	return [4]bool{due, due, mixed(x.openWith, x.open), mixed(x.fiftyWith, x.fifty)}
}

func (x truth) minus(o truth) truth {
	return truth{x.neither - o.neither, x.due - o.due, x.joint - o.joint, x.jointDue - o.jointDue, x.open - o.open, x.openWith - o.openWith,
		x.fifty - o.fifty, x.fiftyWith - o.fiftyWith}
}

// know counts by the department's lists, one question a number.
func know(t *testing.T, p *product, region string) (x truth) {
	t.Helper()
	count := func(results string, more ...string) int {
		var a struct{ Units struct{ TotalCount int } }
		where := strings.Join(append(more, `operations: [OPERATING], results: [`+results+`]`), ", ")
		if region != "" {
			where += `, regions: ["` + region + `"]`
		}
		p.get(t, department, `{ units(where: {`+where+`}, first: 0) { totalCount } }`, nil, &a)
		return a.Units.TotalCount
	}
	is := func(key, in string) string { return `{indicator: "` + key + `", in: [` + in + `]} ` }
	neither, joint := is("ORGANISATION_COVERAGE_RETURN", "UNMET"), is("ORGANISATION_COVERAGE_RETURN", "MET")+is("STANDALONE_ESTABLISHMENT", "UNMET")
	due, open := is("DUE_ESTABLISHMENT", "UNMET"), is("ORGANISATION_COVERAGE", "UNMET")
	x.neither, x.due, x.joint, x.jointDue = count(neither), count(neither+due), count(joint), count(joint+due)
	x.open, x.openWith = count(open), count(open+is("MEMBER_UNITS_COVERED", "UNMET"))
	x.fifty, x.fiftyWith = count(is("FIFTY_WITH_MEMBERS", "MET, UNMET, UNKNOWN"), `employees: {gte: 50}`), count(is("FIFTY_WITH_MEMBERS", "MET"))
	return x
}

// TestDifferencesOfPublishedCellsTellNoUnit takes every published cell away from the one above it, and asks the department whether
// what remains would tell the members of a unit.
func TestDifferencesOfPublishedCellsTellNoUnit(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		var places struct{ Cities, Counties []struct{ Code string } }
		p.get(t, department, `{ cities: regions(level: CITY) { code } counties: regions(level: COUNTY) { code } }`, nil, &places)
		_, whole := table(t, p, reader, ``)
		known, published := map[string]truth{"": know(t, p, "")}, map[string][4]bool{"": statuses(whole)}
		for _, list := range [][]struct{ Code string }{places.Cities, places.Counties} {
			for _, r := range list {
				_, total := table(t, p, reader, `(where: {regions: ["`+r.Code+`"]})`)
				known[r.Code], published[r.Code] = know(t, p, r.Code), statuses(total)
			}
		}
		sameByLevel(t, p, published)
		told := 0
		for i, key := range memberBased {
			for top, ok := range published {
				if !ok[i] {
					continue
				}
				told++
				rest := known[top]
				if !rest.leavesOpen()[i] {
					t.Errorf("%s of %q is published and tells of single units: %+v", key, top, rest)
				}
				for _, below := range largestBelow(top, published, i) {
					rest = rest.minus(known[below])
				}
				if rest != (truth{}) && !rest.leavesOpen()[i] {
					t.Errorf("%s of %q less its published parts tells of single units: %+v", key, top, rest)
				}
			}
		}
		if told == 0 {
			t.Error("nothing is published, so nothing was attacked")
		}
	})
}

func statuses(c *cell) [4]bool {
	told := func(s string) bool { return s == "OK" || s == "ZERO_DENOMINATOR" }
	return [4]bool{told(c.A.Status), told(c.B.Status), told(c.C.Status), told(c.D.Status)}
}

// sameByLevel checks that rows tell exactly what the totals of their regions tell.
func sameByLevel(t *testing.T, p *product, published map[string][4]bool) {
	t.Helper()
	for _, level := range []string{"CITY", "COUNTY"} {
		rows, _ := table(t, p, reader, `(groupBy: [REGION], regionLevel: `+level+`)`)
		for i := range rows {
			if want, known := published[rows[i].RegionCode]; known && statuses(&rows[i]) != want {
				t.Errorf("the row of %s by %s tells %v, its total %v", rows[i].RegionCode, level, statuses(&rows[i]), want)
			}
		}
	}
}

// largestBelow are the published regions inside a region that lie in no other such one.
func largestBelow(top string, published map[string][4]bool, i int) (out []string) {
	inside := func(code, of string) bool {
		return code != of && strings.HasPrefix(code, strings.TrimRight(of, "0"))
	}
	for code, ok := range published {
		if ok[i] && inside(code, top) && !slices.ContainsFunc(keys(published), func(o string) bool {
			return o != "" && published[o][i] && inside(o, top) && inside(code, o)
		}) {
			out = append(out, code)
		}
	}
	return out
}

func keys[V any](m map[string]V) (out []string) {
	for k := range m {
		out = append(out, k)
	}
	return out
}
