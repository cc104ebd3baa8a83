package graphql

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/internal/store/storetest"
	"fugai/model"
)

// aRule is a rule of the look-back, as the catalogue tells it, and its place in the catalogue of its subject.
type aRule struct {
	Key         string
	Subject     string
	MemberBased bool
	place       int
}

// lookBackRules are all rules. The place of one follows from the catalogue alone: that of units begins with the indicators of coverage.
func lookBackRules(t *testing.T, p *product) []aRule {
	t.Helper()
	var a struct{ Coverage, Rules []aRule }
	p.get(t, department, `{ coverage: indicators { key subject } rules: indicators(lookBack: true) { key subject memberBased } }`, nil, &a)
	places := map[string][]string{}
	for _, in := range a.Coverage {
		places[in.Subject] = append(places[in.Subject], in.Key)
	}
	for i := range a.Rules {
		r := &a.Rules[i]
		if !slices.Contains(places[r.Subject], r.Key) {
			places[r.Subject] = append(places[r.Subject], r.Key)
		}
		r.place = slices.Index(places[r.Subject], r.Key)
	}
	return a.Rules
}

// storedSpan is a span as the database holds it.
type storedSpan struct {
	id       int64
	code     string
	from, to model.Date
	results  model.Results
	region   string
}

// storedSpans reads all spans of a kind of subject past the product, by subject in order of their days.
func storedSpans(t *testing.T, p *product, subject string) (out []storedSpan) {
	t.Helper()
	table, id, keys, code := "unit_spans", "unit_id", "units", "credit_code"
	if subject != "UNIT" {
		name := strings.ToLower(subject)
		table, id, keys, code = name+"_spans", name+"_id", name+"s", "code"
	}
	rows := storetest.Rows(t, p.store, fmt.Sprintf(`SELECT s.%[2]s, k.%[4]s, s.valid_from, s.valid_to, c.results, r.code FROM %[1]s s JOIN %[3]s k ON k.id = s.%[2]s
		JOIN span_classes c ON c.id = s.class_id JOIN region_facts r ON r.region_id = s.region_id AND r.until_version = 9223372036854775807
		WHERE s.rule_set_id = (SELECT rule_set_id FROM data_state) ORDER BY s.%[2]s, s.valid_from`, table, id, keys, code))
	for _, row := range rows {
		one := storedSpan{code: row[1], from: storedDate(t, row[2]), to: storedDate(t, row[3]), region: row[5]}
		n, err := strconv.ParseInt(row[0], 10, 64)
		check(t, err)
		results, err := strconv.ParseInt(row[4], 10, 64)
		check(t, err)
		one.id, one.results = n, model.Results(results)
		out = append(out, one)
	}
	return out
}

// storedDate reads a date as MySQL shows it, 2026-06-30, or as SQLite does, 20260630.
func storedDate(t *testing.T, text string) model.Date {
	t.Helper()
	n, err := strconv.ParseInt(strings.ReplaceAll(text[:min(len(text), 10)], "-", ""), 10, 64)
	check(t, err)
	d, err := model.DateOfNumber(n)
	check(t, err)
	return d
}

func (s *storedSpan) unmet(place int) bool { return s.results.Of(place) == model.ResultUnmet }

// found are the codes of the subjects that break a rule on a day, by the stored spans, with the first day of the run.
func found(spans []storedSpan, place int, on model.Date, in string) map[string]model.Date {
	out := map[string]model.Date{}
	for i := range spans {
		s := &spans[i]
		if !s.unmet(place) || s.from > on || s.to <= on || !strings.HasPrefix(s.region, in) {
			continue
		}
		first := i
		for first > 0 && spans[first-1].id == s.id && spans[first-1].to == spans[first].from && spans[first-1].unmet(place) {
			first--
		}
		out[s.code] = spans[first].from
	}
	return out
}

// due are the codes of the subjects that do not break a rule on a day and begin to from one day to another, both inclusive.
func due(spans []storedSpan, place int, on, from, to model.Date) map[string]model.Date {
	out, now := map[string]model.Date{}, found(spans, place, on, "")
	exists := map[string]bool{}
	for i := range spans {
		s := &spans[i]
		if s.from <= on && on < s.to {
			exists[s.code] = true
		}
		goesOn := i > 0 && spans[i-1].id == s.id && spans[i-1].to == s.from && spans[i-1].unmet(place)
		if _, already := now[s.code]; !already && exists[s.code] && s.unmet(place) && !goesOn && s.from >= from && s.from <= to && out[s.code] == 0 {
			out[s.code] = s.from
		}
	}
	return out
}

// aFinding is what these tests ask of a finding.
type aFinding struct {
	Code, Since, Text, TextEnglish, Mend, MendEnglish string
	Days                                              int
	Evidence                                          []struct{ Title, Value string }
}

// findingsOf pages through findings; arguments stand behind the rule.
func findingsOf(t *testing.T, p *product, w who, rule, arguments string) (all []aFinding, total int) {
	t.Helper()
	after := ""
	for {
		var a struct {
			Findings struct {
				TotalCount int
				Nodes      []aFinding
				PageInfo   struct {
					HasNextPage bool
					EndCursor   string
				}
			}
		}
		p.get(t, w, `{ findings(rule: "`+rule+`", first: 700`+arguments+after+`) { totalCount pageInfo { hasNextPage endCursor }
			nodes { code since days text textEnglish mend mendEnglish evidence { title value } } } }`, nil, &a)
		all = append(all, a.Findings.Nodes...)
		if !a.Findings.PageInfo.HasNextPage {
			return all, a.Findings.TotalCount
		}
		after = `, after: "` + a.Findings.PageInfo.EndCursor + `"`
	}
}

// TestCountsListsAndStoredSpansAgreeForEveryRule compares, for every rule and several filters, the count of quality, that of
// findingCounts, the pages of the list, and what plain SQL finds in the stored spans.
func TestCountsListsAndStoredSpansAgreeForEveryRule(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		spans := map[string][]storedSpan{}
		for _, subject := range []string{"UNIT", "ORGANISATION", "INSTRUCTOR"} {
			spans[subject] = storedSpans(t, p, subject)
		}
		var some struct{ Regions []struct{ Code string } }
		p.get(t, department, `{ regions(level: COUNTY) { code } }`, nil, &some)
		silent := 0
		for _, r := range lookBackRules(t, p) {
			wanted := found(spans[r.Subject], r.place, today, "")
			list, total := findingsOf(t, p, department, r.Key, "")
			agree(t, r.Key, list, total, wanted)
			if len(wanted) == 0 {
				silent++
			}
			soon := due(spans[r.Subject], r.place, today, today+30, today+400)
			list, total = findingsOf(t, p, department, r.Key, fmt.Sprintf(`, dueBetween: {from: "%s", to: "%s"}, orderBy: [{by: SINCE}]`, today+30, today+400))
			agree(t, r.Key+", due", list, total, soon)
			for _, where := range filtersOf[r.Subject] {
				sameCounts(t, p, r, strings.Replace(where, "COUNTY", some.Regions[1].Code, 1))
			}
		}
		if silent > 6 {
			t.Errorf("%d rules find nothing in the demo province; the comparison proves little", silent)
		}
	})
}

// filtersOf are conditions that each subject has.
var filtersOf = map[string][]string{
	"UNIT": {``, `regions: ["COUNTY"]`, `live: true, domains: [NON_PUBLIC_ENTERPRISE, SCHOOL]`, `controls: [PRIVATE], industries: ["C", "P"]`,
		`setUps: [JOINT, AFFILIATED]`, `zones: ["NONE"], name: {contains: "公司"}`, `superiors: ["NONE"]`, `results: [{indicator: "TWO_COVERAGES", in: [UNMET]}]`},
	"ORGANISATION": {``, `regions: ["COUNTY"]`, `live: true, organisationKinds: [BRANCH]`, `natures: [TEMPORARY, FUNCTIONAL]`, `setUps: [STANDALONE], domains: [SCHOOL]`,
		`bases: [UNIT, REGION]`, `name: {contains: "支部"}, results: [{indicator: "TERM_OVERRUN", in: [MET, UNMET]}]`},
	"INSTRUCTOR": {``, `regions: ["COUNTY"]`, `roles: [LIAISON]`, `live: false`, `name: {startsWith: "演"}`},
}

// agree compares a list with what is wanted: whom it finds, since when, and that every entry says what is wrong and how to mend it.
func agree(t *testing.T, what string, list []aFinding, total int, wanted map[string]model.Date) {
	t.Helper()
	if len(list) != total || total != len(wanted) {
		t.Errorf("%s: a list of %d, a total of %d, by the stored spans %d", what, len(list), total, len(wanted))
		return
	}
	seen := map[string]bool{}
	for _, f := range list {
		since, there := wanted[f.Code]
		if !there || seen[f.Code] || f.Since != since.String() || f.Days != int(today-since) {
			t.Errorf("%s: %s since %s (%d days), by the stored spans since %s", what, f.Code, f.Since, f.Days, since)
		}
		seen[f.Code] = true
		if f.Text == "" || f.TextEnglish == "" || f.Mend == "" || f.MendEnglish == "" || len(f.Evidence) == 0 {
			t.Errorf("%s: %s is not told in full: %+v", what, f.Code, f)
		}
	}
}

// sameCounts compares the counts of one rule under a filter.
func sameCounts(t *testing.T, p *product, r aRule, where string) {
	t.Helper()
	var a struct {
		Quality struct {
			Rows []struct {
				Share struct{ Gap, Denominator int }
			}
			Total struct {
				Units int
				Share struct{ Gap, Numerator, Denominator, Unknown, NotApplicable, Exempt int }
			}
		}
		Picked        struct{ Total struct{ Units int } }
		Findings      struct{ TotalCount int }
		FindingCounts []struct {
			Rule  struct{ Key string }
			Share struct{ Gap, Numerator int }
		}
	}
	results := `results: [{indicator: "` + r.Key + `", in: [UNMET]}]`
	picked := where + " " + results
	if strings.Contains(where, "results:") {
		picked = strings.Replace(where, "results: [", `results: [{indicator: "`+r.Key+`", in: [UNMET]}, `, 1)
	}
	p.get(t, department, `{
		quality(subject: `+r.Subject+`, where: {`+where+`}, groupBy: [REGION], regionLevel: COUNTY) {
			rows { share(of: "`+r.Key+`") { gap denominator } } total { units share(of: "`+r.Key+`") { gap numerator denominator unknown notApplicable exempt } } }
		picked: quality(subject: `+r.Subject+`, where: {`+picked+`}) { total { units } }
		findings(rule: "`+r.Key+`", where: {`+where+`}, first: 0) { totalCount }
		findingCounts(subject: `+r.Subject+`, where: {`+where+`}) { rule { key } share { gap numerator } } }`, nil, &a)
	total, rows := a.Quality.Total.Share, 0
	for _, row := range a.Quality.Rows {
		rows += row.Share.Gap
	}
	counted := -1
	for _, c := range a.FindingCounts {
		if c.Rule.Key == r.Key && c.Share.Numerator == total.Numerator {
			counted = c.Share.Gap
		}
	}
	if total.Gap != a.Findings.TotalCount || total.Gap != rows || total.Gap != counted || total.Gap != a.Picked.Total.Units {
		t.Errorf("%s {%s}: the share has %d, the list %d, the rows %d, findingCounts %d, the filter by result %d", r.Key, where, total.Gap,
			a.Findings.TotalCount, rows, counted, a.Picked.Total.Units)
	}
	if sum := total.Denominator + total.Unknown + total.NotApplicable + total.Exempt; sum != a.Quality.Total.Units || total.Gap+total.Numerator != total.Denominator {
		t.Errorf("%s {%s}: %+v does not add up to %d", r.Key, where, total, a.Quality.Total.Units)
	}
}

// TestGroupsOfOrganisationsAddUp counts organisations by every dimension of organisationCounts.
func TestGroupsOfOrganisationsAddUp(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		var want struct{ Organisations struct{ TotalCount int } }
		p.get(t, department, `{ organisations(first: 0) { totalCount } }`, nil, &want)
		for _, groups := range []string{"", "REGION", "SUBORDINATION", "ZONE", "DOMAIN", "SET_UP", "ORGANISATION_KIND", "NATURE", "BASIS", "REGION, ORGANISATION_KIND, BASIS, DOMAIN"} {
			var a struct {
				OrganisationCounts struct {
					RowCount int
					Rows     []struct{ Units int }
					Total    struct{ Units int }
				}
			}
			level := ""
			if strings.Contains(groups, "REGION") {
				level = ", regionLevel: COUNTY"
			}
			p.get(t, department, `{ organisationCounts(groupBy: [`+groups+`]`+level+`) { rowCount rows { units } total { units } } }`, nil, &a)
			sum := 0
			for _, r := range a.OrganisationCounts.Rows {
				sum += r.Units
			}
			total := a.OrganisationCounts.Total.Units
			if total != want.Organisations.TotalCount || sum != total || groups != "" && a.OrganisationCounts.RowCount < 2 {
				t.Errorf("by [%s]: %d rows of %d, a total of %d, a list of %d", groups, a.OrganisationCounts.RowCount, sum, total, want.Organisations.TotalCount)
			}
		}
	})
}

// TestALoadIsWhatTheRuleCounts compares liveUnits and unitLimit with the filter overloaded, for every instructor.
func TestALoadIsWhatTheRuleCounts(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		var a struct {
			All, Over, Under struct {
				TotalCount int
				Nodes      []struct {
					Code                 string
					LiveUnits, UnitLimit int
					LastVisitOn          *string
					Visits               []struct{ VisitedOn string }
					Units                struct{ TotalCount int }
				}
			}
		}
		p.get(t, department, `{ all: instructors(first: 1000) { totalCount nodes { code liveUnits unitLimit lastVisitOn visits { visitedOn } units(first: 0) { totalCount } } }
			over: instructors(first: 1000, where: {overloaded: true}) { totalCount nodes { code liveUnits unitLimit } }
			under: instructors(first: 1000, where: {overloaded: false}) { totalCount nodes { code liveUnits unitLimit } } }`, nil, &a)
		if a.Over.TotalCount == 0 || a.Over.TotalCount+a.Under.TotalCount != a.All.TotalCount {
			t.Errorf("%d of %d are overloaded, %d are not", a.Over.TotalCount, a.All.TotalCount, a.Under.TotalCount)
		}
		for _, i := range a.Over.Nodes {
			if i.LiveUnits <= i.UnitLimit {
				t.Errorf("%s with %d of %d units is overloaded", i.Code, i.LiveUnits, i.UnitLimit)
			}
		}
		for _, i := range a.Under.Nodes {
			if i.LiveUnits > i.UnitLimit {
				t.Errorf("%s with %d of %d units is not overloaded", i.Code, i.LiveUnits, i.UnitLimit)
			}
		}
		for _, i := range a.All.Nodes {
			if visited := i.LastVisitOn != nil; i.LiveUnits > i.Units.TotalCount || visited != (len(i.Visits) > 0) || visited && *i.LastVisitOn != i.Visits[0].VisitedOn {
				t.Errorf("%+v", i)
			}
		}
	})
}

// TestWhoMayNotSeeMembersOrPersonsIsToldNothingOfThemByTheLookBack asks, for every rule, all that could tell of single subjects.
func TestWhoMayNotSeeMembersOrPersonsIsToldNothingOfThemByTheLookBack(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		secret := map[string]bool{"SECRETARY_NOT_ELIGIBLE": true, "INSTRUCTOR_NOT_ELIGIBLE": true}
		closed := 0
		for _, r := range lookBackRules(t, p) {
			if secret[r.Key] = secret[r.Key] || r.MemberBased; !secret[r.Key] {
				list, total := findingsOf(t, p, reader, r.Key, "")
				_, wanted := findingsOf(t, p, department, r.Key, "")
				if total != wanted {
					t.Errorf("%s lists %d to a reader and %d to the department", r.Key, total, wanted)
				}
				for _, f := range list {
					tellsNoMembers(t, r.Key, f)
				}
				continue
			}
			closed++
			hidden(t, p, `{ findings(rule: "`+r.Key+`") { totalCount nodes { code since } } }`)
			hidden(t, p, `{ findings(rule: "`+r.Key+`", dueBetween: {from: "2026-08-01", to: "2027-08-01"}) { totalCount } }`)
			hidden(t, p, `{ quality(subject: `+r.Subject+`, groupBy: [GAP_AGE], gapAgeOf: "`+r.Key+`") { rows { units } } }`)
			hidden(t, p, `{ quality(subject: `+r.Subject+`, where: {results: [{indicator: "`+r.Key+`", in: [UNMET]}]}) { total { units } } }`)
			hidden(t, p, `{ quality(subject: `+r.Subject+`, asOf: "2026-01-01") { total { share(of: "`+r.Key+`") { numerator gap unknown rate } } } }`)
			hidden(t, p, `{ quality(subject: `+r.Subject+`, where: {live: true}) { total { share(of: "`+r.Key+`", compareTo: "2025-12-31") { gap denominator compare { numerator rate change } } } } }`)
			for _, other := range lookBackRules(t, p) { // another one's filter opens no second view
				if other.Subject == r.Subject && !other.MemberBased && !secret[other.Key] {
					hidden(t, p, `{ quality(subject: `+r.Subject+`, where: {results: [{indicator: "`+other.Key+`", in: [UNMET]}]}) { total { share(of: "`+r.Key+`") { gap } } } }`)
				}
			}
		}
		if closed < 8 {
			t.Errorf("only %d rules are closed to a reader", closed)
		}
		nothingSecretOfSingleOnes(t, p, secret)
	})
}

// tellsNoMembers fails where words or facts of a finding speak of members.
func tellsNoMembers(t *testing.T, rule string, f aFinding) {
	t.Helper()
	text := f.Text + f.TextEnglish
	for _, e := range f.Evidence {
		text += "\n" + e.Title + "：" + e.Value
	}
	for _, word := range []string{"正式党员", "预备党员", "full member", "参加人员"} {
		if strings.Contains(text, word) {
			t.Errorf("%s tells a reader of members: %s", rule, text)
		}
	}
}

// nothingSecretOfSingleOnes walks the findings of single subjects, the secretaries and the people.
func nothingSecretOfSingleOnes(t *testing.T, p *product, secret map[string]bool) {
	t.Helper()
	const operation = `{ units(first: 1000) { nodes { findings { rule { key } } } }
		organisations(first: 1000) { nodes { findings { rule { key } } officers { name eligibility } activities { content } } }
		instructors(first: 1000) { nodes { name findings { rule { key } name } } } }`
	type list struct {
		Nodes []struct {
			Name     string
			Findings []struct {
				Rule struct{ Key string }
				Name string
			}
			Officers   []struct{ Name, Eligibility string }
			Activities []struct{ Content *string }
		}
	}
	var a, open struct{ Units, Organisations, Instructors list }
	p.get(t, reader, operation, nil, &a)
	p.get(t, department, operation, nil, &open)
	told := 0
	for i, l := range []list{a.Units, a.Organisations, a.Instructors} {
		for _, n := range l.Nodes {
			for _, f := range n.Findings {
				if told++; secret[f.Rule.Key] || i == 2 && f.Name != "MASKED" {
					t.Errorf("a reader is told that %s finds %s", f.Rule.Key, f.Name)
				}
			}
			for _, o := range n.Officers {
				if o.Name != "MASKED" || o.Eligibility != "UNKNOWN" {
					t.Errorf("a reader is told of an officer: %+v", o)
				}
			}
			for _, activity := range n.Activities {
				if activity.Content != nil && *activity.Content != "MASKED" {
					t.Errorf("a reader is told what was done: %s", *activity.Content)
				}
			}
			if i == 2 && n.Name != "MASKED" {
				t.Errorf("a reader is told of the instructor %s", n.Name)
			}
		}
	}
	text, err := json.Marshal(open)
	check(t, err)
	if told == 0 || !strings.Contains(string(text), "NOT_ELIGIBLE") || !strings.Contains(string(text), "FEWER_THAN_THREE") {
		t.Error("there is nothing to hide, so nothing was hidden")
	}
}
