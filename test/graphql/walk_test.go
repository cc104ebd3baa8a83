package graphql

import (
	"fmt"
	"strings"
	"testing"

	"fugai/graph"
	"fugai/model"
)

// walk holds a selection for every root field of queries. What a county's key is answered by any of them must not hold
// anything of another county.
var walk = map[string]string{
	"node": `node(id: "Unit:16") { id }`,
	"nodes": `nodes(ids: ["Unit:16", "Unit:20", "Organisation:15", "Region:5", "Zone:2", "Cover:16", "Instructor:3", "MassOrganisation:1", "Candidate:3",
		"ReviewRound:1", "ReviewRound:2", "ReviewRound:3", ` + manyItems + `]) { id ... on ReviewRound ` + aRound + ` ... on ReviewItem ` + anItem + ` }`,
	"unit":               `unit(creditCode: "91990101D00000013N") ` + aUnit,
	"units":              `units(first: 100) { totalCount nodes ` + aUnit + ` }`,
	"gaps":               `gaps(indicator: "TWO_COVERAGES", first: 100) { totalCount nodes { unit ` + aUnit + ` lastCover ` + aCover + ` } }`,
	"coverage":           `coverage(groupBy: [SUBORDINATION, ZONE], includeEmpty: true) { rows { superiorName superior { name parent { name } } zoneName units } total { units share(of: "TWO_COVERAGES") { gap numerator } } }`,
	"movement":           `movement(indicator: "TWO_COVERAGES", from: "2020-01-01", to: "2026-06-30", groupBy: [REGION]) { rows { group { regionCode } gained lost } total { numeratorTo } }`,
	"organisation":       `organisation(code: "K11") ` + anOrganisation,
	"organisations":      `organisations(first: 100) { totalCount nodes ` + anOrganisation + ` }`,
	"instructor":         `instructor(code: "I3") { name }`,
	"instructors":        `instructors { totalCount nodes { name region { name } units { nodes { name } } visits { unit { name } } } }`,
	"candidate":          `candidate(code: "T3") { name }`,
	"candidates":         `candidates { totalCount nodes { name unit { name } } }`,
	"region":             `region(code: "990102") { name }`,
	"regions":            `regions(level: TOWNSHIP) { name unitCount zones { name } children { name } }`,
	"zone":               `zone(code: "Z02") { name }`,
	"zones":              `zones { totalCount nodes { name units { nodes { name } } } }`,
	"indicators":         `indicators { key }`,
	"indicator":          `indicator(key: "TWO_COVERAGES") { key }`,
	"dataSet":            `dataSet { unitCount }`,
	"viewer":             `viewer { region { name children { name } parent { children { name } } } }`,
	"policy":             `policy { hash }`,
	"industries":         `industries { code }`,
	"annualReturn":       `annualReturn(asOf: "2026-06-30") { tables { key rows { key } } differences { __typename } declaredBy { name } }`,
	"candidateCounts":    `candidateCounts(groupBy: [REGION, SCHOOL], asOf: "2026-06-30") { rows { region { name } school { name } count } total { count } }`,
	"candidateFlow":      `candidateFlow(from: "2025-01-01", to: "2026-06-30", groupBy: [SCHOOL]) { rows { school { name } entered } total { entered } }`,
	"quality":            `quality(subject: ORGANISATION, groupBy: [SUBORDINATION, REGION], includeEmpty: true) { rows { superiorName superior { name children(first: 100) { nodes { name } } } regionName units } total { units } }`,
	"findings":           `findings(rule: "TERM_LENGTH", first: 100) { totalCount nodes { name region { name } organisation ` + anOrganisation + ` text evidence { value } } }`,
	"findingCounts":      `findingCounts(compareTo: "2025-12-31") { rule { key } share { gap } }`,
	"organisationCounts": `organisationCounts(groupBy: [ZONE, SUBORDINATION]) { rows { zoneName zone { name } superiorName units } total { units } }`,
	"reviewRounds":       `reviewRounds(first: 10) { totalCount nodes ` + aRound + ` }`,
	"reviewRound":        `reviewRound(code: "whole") ` + aRound,
	"gapPlan":            `gapPlan(indicator: "TWO_COVERAGES") { proposals(first: 100) { nodes { __typename } } open(first: 100) { nodes { __typename } } }`,
}

const (
	aCover = `{ validFrom unit { name } organisation { name } otherUnits(first: 100) { nodes { name } } instructor { name } massOrganisation { name } }`
	aUnit  = `{ creditCode name region { name } zone { name } history { region { name } } reports { region { name } }
		superior { name units(first: 100) { nodes { name } } children(first: 100) { nodes { name } } }
		covers { validFrom unit { name } instructor { name } massOrganisation { name }
			organisation { units(first: 100) { nodes { name } } covers(first: 100) { unit { name } } children(first: 100) { nodes { name } } participants { home { code } } }
			otherUnits(first: 100) { nodes { name } } }
		visits { unit { name } instructor { name } } candidates { name } predecessors { unit { name } } successors { unit { name } } }`
	aRound = `{ code title region { name } rules { key } counts(groupBy: [REGION, ASSIGNED_TO]) { region { name } assignedTo { name } items }
		items(first: 40) { totalCount nodes ` + anItem + ` } }`
	anItem         = `{ rule { key } code name region { name } text mend state assignedTo { code name children(first: 10) { nodes { name } } units(first: 10) { nodes { name } } } round { code region { name } } events { note assignedTo { name } } }`
	anOrganisation = `{ code name region { name } children(first: 100) { nodes { name } } covers(first: 100) { unit { name } } units(first: 100) { nodes { name } } parent { children(first: 100) { nodes { name } } } }`
)

// manyItems are the ids of more items than the rounds of the walk have.
var manyItems = func() string {
	ids := make([]string, 60)
	for i := range ids {
		ids[i] = fmt.Sprintf("%q", fmt.Sprintf("ReviewItem:%d", i+1))
	}
	return strings.Join(ids, ", ")
}()

// openRoundsToWalk opens a round of everything, one of the walked county and one of another, and assigns the items of the first to an
// organisation of another county.
func openRoundsToWalk(t *testing.T, p *product) {
	t.Helper()
	for code, region := range map[string]string{"whole": "null", "own": `"990101000000"`, "other": `"990102000000"`} {
		var a struct {
			OpenReviewRound struct {
				Round struct {
					Items struct{ Nodes []struct{ ID, Code string } }
				}
			}
		}
		p.get(t, department, fmt.Sprintf(`mutation { openReviewRound(input: {code: %q, title: %q, region: %s}) { round { items(first: 1000) { nodes { id code } } } } }`,
			code, map[string]string{"whole": "全部", "own": "本县", "other": "甲二县"}[code], region), nil, &a)
		items := a.OpenReviewRound.Round.Items.Nodes
		if len(items) == 0 || len(items) > 30 {
			t.Fatalf("the round %s has %d items; the walk needs some, and few", code, len(items))
		}
		if code != "whole" {
			continue
		}
		ids := make([]string, len(items))
		for i := range items {
			ids[i] = items[i].ID
		}
		var assigned struct {
			AssignReviewItems struct{ Problems []struct{ Message string } }
		}
		p.get(t, department, `mutation($items: [ID!]!) { assignReviewItems(input: {items: $items, assignTo: "K12", dueOn: "2026-12-31", note: "先查"}) { problems { message } } }`,
			map[string]any{"items": ids}, &assigned)
		if len(assigned.AssignReviewItems.Problems) > 0 {
			t.Fatal(assigned.AssignReviewItems.Problems)
		}
	}
}

// elsewhere are the words that only names of other counties hold: their townships, units and zones, and persons.
var elsewhere = []string{"南街", "北街", "甲二县", "乙一县", "990102", "990201", "示例丙", "示例教师三"}

func TestNothingOfAnotherCountyComesOut(t *testing.T) {
	root := graph.NewExecutableSchema(graph.Config{}).Schema().Query
	each(t, func(t *testing.T, p *product) {
		openRoundsToWalk(t, p)
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			name := f.Name
			if walk[name] == "" {
				t.Errorf("the root field %s is not walked; add a selection for it", name)
				continue
			}
			answer, _ := p.ask(t, county, "{ "+walk[name]+" }", nil)
			if strings.Contains(string(answer), `"errors"`) {
				t.Errorf("%s is answered by errors: %s", name, answer)
			}
			for _, word := range elsewhere {
				if found := around(string(allowed(answer)), word); found != "" {
					t.Errorf("%s tells a county of %s: …%s…", name, word, found)
				}
			}
		}
	})
}

// allowed takes out what names an organisation outside the scope: a cover, a superior or a host may be one.
func allowed(answer []byte) []byte {
	for _, name := range []string{"甲二行业协会党支部", "甲二县委"} {
		answer = []byte(strings.ReplaceAll(string(answer), `"name":"`+name+`"`, ""))
	}
	return answer
}

func around(text, word string) string {
	at := strings.Index(text, word)
	if at < 0 {
		return ""
	}
	return text[max(0, at-80):min(len(text), at+80)]
}

func TestListsTotalsAndAggregatesAgreeInEveryScope(t *testing.T) {
	const operation = `{
		dataSet { unitCount } region(code: "%s") { unitCount share(of: "TWO_COVERAGES") { gap numerator } }
		units(first: 1000) { totalCount nodes { creditCode } }
		gaps(indicator: "TWO_COVERAGES", first: 1000) { totalCount nodes { unit { creditCode } } }
		met: units(where: {results: [{indicator: "TWO_COVERAGES", in: [MET]}]}) { totalCount }
		coverage(groupBy: [REGION], regionLevel: TOWNSHIP) { rows { units share(of: "TWO_COVERAGES") { gap numerator } } total { units share(of: "TWO_COVERAGES") { gap numerator } } }
	}`
	type share struct{ Gap, Numerator int }
	type list struct {
		TotalCount int
		Nodes      []any
	}
	each(t, func(t *testing.T, p *product) {
		for scope, units := range map[string]int{"990000000000": 24, "990101000000": 17, "990102000000": 4, "990201001000": 3} {
			var a struct {
				DataSet struct{ UnitCount int }
				Region  struct {
					UnitCount int
					Share     share
				}
				Units, Gaps, Met list
				Coverage         struct {
					Rows []struct {
						Units int
						Share share
					}
					Total struct {
						Units int
						Share share
					}
				}
			}
			w := department
			if scope != "990000000000" {
				w.Region = model.RegionCode(scope)
			}
			p.get(t, w, fmt.Sprintf(operation, scope), nil, &a)
			var rows struct{ units, gap, met int }
			for _, r := range a.Coverage.Rows {
				rows.units, rows.gap, rows.met = rows.units+r.Units, rows.gap+r.Share.Gap, rows.met+r.Share.Numerator
			}
			for what, n := range map[string]int{"dataSet": a.DataSet.UnitCount, "region": a.Region.UnitCount, "list": a.Units.TotalCount,
				"nodes": len(a.Units.Nodes), "rows": rows.units, "total": a.Coverage.Total.Units} {
				if n != units {
					t.Errorf("%s: %s counts %d units, want %d", scope, what, n, units)
				}
			}
			for what, n := range map[string]int{"nodes": len(a.Gaps.Nodes), "rows": rows.gap, "total": a.Coverage.Total.Share.Gap, "region": a.Region.Share.Gap} {
				if n != a.Gaps.TotalCount {
					t.Errorf("%s: %s counts %d gaps, the list %d", scope, what, n, a.Gaps.TotalCount)
				}
			}
			for what, n := range map[string]int{"rows": rows.met, "total": a.Coverage.Total.Share.Numerator, "region": a.Region.Share.Numerator} {
				if n != a.Met.TotalCount {
					t.Errorf("%s: %s counts %d covered units, the list %d", scope, what, n, a.Met.TotalCount)
				}
			}
		}
	})
}
