package graphql

import (
	"context"
	"encoding/json"
	"log/slog"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/resolvers"
	"fugai/seeds"
)

// withoutCovers is the product as it is until its covers have been read.
func (p *product) withoutCovers(t *testing.T) *product {
	t.Helper()
	f := feed.New(p.store, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	check(t, f.Refresh(t.Context()))
	out := *p
	out.handler = resolvers.New(coverage.New(p.store, f, func() model.Date { return today }, "内部"), p.writes, nil, nil).Handler(resolvers.DefaultLimits(), nil)
	return &out
}

// selections of the fields that have some.
var selections = map[string]string{
	"region": "{ code name parent { name } }", "unit": "{ name }", "organisation": "{ code name units(first: 3) { nodes { name } } }", "instructor": "{ code }",
	"massOrganisation": "{ code }", "otherUnits": "(first: 3) { totalCount nodes { creditCode } }", "parent": "{ code name parent { code name } }", "zone": "{ code name }", "superior": "{ code name }",
	"covers": "{ kind validFrom validTo }", "lastCover": "{ kind validFrom validTo }", "results": "{ indicator { key } result }",
	"visits": "{ visitedOn }", "candidates": "{ code }", "leadership": "{ validFrom }", "findings": "{ rule { key } }",
}

// selectionOf is a selection of all fields that are told.
func selectionOf(told map[string]bool) string {
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(told)) {
		fields = append(fields, strings.TrimSpace(name+" "+selections[name]))
	}
	return strings.Join(fields, " ")
}

// toldLists ask for all that is told of units, covers and organisations, each beside a field that is read.
func toldLists(day string) map[string]string {
	units, covers, organisations := selectionOf(coverage.SpanTells), selectionOf(coverage.CoversTell), selectionOf(coverage.TreeTells)
	page := `first: 300, asOf: "` + day + `") { nodes { `
	return map[string]string{
		`units(` + page + units + ` %s } }`: "status",
		`gaps(indicator: "TWO_COVERAGES", ` + page + `days reasons { code } unit { ` + units + ` %s } } }`:              "status",
		`units(` + page + `covers { ` + covers + ` %s } } }`:                                                            "source { name }",
		`gaps(indicator: "TWO_COVERAGES", ` + page + `reasons { message } lastCover { ` + covers + ` %s } } }`:          "source { name }",
		`units(` + page + `superior { ` + organisations + ` } covers { organisation { ` + organisations + ` %s } } } }`: "nature",
	}
}

// TestWhatIsToldIsWhatIsRead asks for the same fields twice: alone, when nothing of their objects is read, and beside one that is read, when the
// covers are not in memory.
func TestWhatIsToldIsWhatIsRead(t *testing.T) {
	generated := t.TempDir()
	check(t, seeds.Generate(generated, seeds.Options{Units: 300, AsOf: today, Seed: 5}))
	for name, folders := range map[string][]string{"generated": {generated}, "written": {filepath.Join("data", "first"), filepath.Join("data", "later")}} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				p := newProduct(t, s, folders...)
				bare := p.withoutCovers(t)
				for _, w := range []who{department, reader, {Role: model.RoleDepartment, Region: p.aCounty()}} {
					for _, day := range []string{"2023-06-30", "2025-12-31", "2026-07-15"} {
						compareTold(t, p, bare, w, day)
					}
				}
			})
		})
	}
}

func compareTold(t *testing.T, p, bare *product, w who, day string) {
	t.Helper()
	for list, field := range toldLists(day) {
		told := answerOf(t, p, w, "{ "+strings.Replace(list, "%s", "", 1)+" }")
		read := answerOf(t, bare, w, "{ "+strings.Replace(list, "%s", field, 1)+" }")
		name, _, _ := strings.Cut(field, " ")
		without(read, name)
		if !reflect.DeepEqual(told, read) {
			a, _ := json.Marshal(told)
			b, _ := json.Marshal(read)
			t.Errorf("on %s, %s: %s is told\n%.2000s\nand read\n%.2000s", day, w.Role, list, a, b)
		}
	}
}

// TestTheIDOfACoverIsToldByEveryName asks for it by its type, and by the interface of all objects.
func TestTheIDOfACoverIsToldByEveryName(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		ask := func(id string) any {
			return answerOf(t, p, department, `{ units(first: 300) { nodes { covers { kind `+id+` } lastCover { `+id+` } } } }`)
		}
		want := ask("id")
		if text, _ := json.Marshal(want); !strings.Contains(string(text), `"id"`) {
			t.Fatalf("no unit has a cover: %s", text)
		}
		for _, id := range []string{"... on Node { id }", "... { ... on Node { id } }"} {
			if got := ask(id); !reflect.DeepEqual(got, want) {
				t.Errorf("by %s the ids are %v, not %v", id, got, want)
			}
		}
	})
}

// aCounty is the county of the lowest code.
func (p *product) aCounty() (first model.RegionCode) {
	for code := range p.regions {
		if code.Level() == model.RegionLevelCounty && (first == "" || code < first) {
			first = code
		}
	}
	return first
}

func answerOf(t *testing.T, p *product, w who, operation string) (out any) {
	t.Helper()
	p.get(t, w, operation, nil, &out)
	return out
}

// without takes a field out of all objects.
func without(value any, field string) {
	switch v := value.(type) {
	case map[string]any:
		delete(v, field)
		for _, one := range v {
			without(one, field)
		}
	case []any:
		for _, one := range v {
			without(one, field)
		}
	}
}

// TestWhatIsNotShownIsNotRead counts the statements of questions whose answers stand in memory.
func TestWhatIsNotShownIsNotRead(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		for operation, most := range map[string]int64{
			`{ units(first: 20) { totalCount nodes { creditCode name employees region { name parent { name } } } } }`:                            0,
			`{ units(first: 20) { nodes { ...u } } } fragment u on Unit { creditCode }`:                                                          0,
			`{ units(first: 20) { nodes { creditCode ... on Unit { statusEvidence } } } }`:                                                       1,
			`{ gaps(indicator: "TWO_COVERAGES", where: {employees: {gte: 1000000}}, first: 20) { totalCount nodes { unit { name } } } }`:         0,
			`{ units(first: 20) { nodes { covers { organisation { code parent { code } } } } } }`:                                                0,
			`{ units(first: 20) { nodes { covers { source { name } organisation { code nature parent { code } } } } } }`:                         3,
			`{ units(first: 20) { nodes { covers { organisation { code parent { code } } otherUnits { nodes { creditCode } } } } } }`:            0,
			`{ gaps(indicator: "TWO_COVERAGES", first: 20) { nodes { reasons { message } lastCover { kind inForce organisation { name } } } } }`: 0,
		} {
			var out any
			p.get(t, department, `{ indicators { key } }`, nil, &out) // so that the rule set is read
			if n := p.get(t, department, operation, nil, &out); n != most {
				t.Errorf("%s ran %d statements, not %d", operation, n, most)
			}
		}
	})
}
