package graphql

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fugai/internal/coverage"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/seeds"
)

// selections of the fields that have some.
var selections = map[string]string{
	"region": "{ code name parent { name } }", "zone": "{ code name }", "superior": "{ code name }",
	"covers": "{ kind validFrom validTo }", "lastCover": "{ kind validFrom validTo }", "results": "{ indicator { key } result }",
	"visits": "{ visitedOn }", "candidates": "{ code }", "leadership": "{ validFrom }", "findings": "{ rule { key } }",
}

// toldFields are all fields that a span tells, as a selection.
func toldFields(t *testing.T) string {
	t.Helper()
	var fields []string
	for _, name := range slices.Sorted(maps.Keys(coverage.SpanTells)) {
		fields = append(fields, strings.TrimSpace(name+" "+selections[name]))
	}
	return strings.Join(fields, " ")
}

// TestSpansTellWhatTheFactsTell asks for the same fields twice: alone, when nothing of a unit is read, and beside one that is read.
func TestSpansTellWhatTheFactsTell(t *testing.T) {
	generated := t.TempDir()
	check(t, seeds.Generate(generated, seeds.Options{Units: 300, AsOf: today, Seed: 5}))
	fields := toldFields(t)
	for name, folders := range map[string][]string{"generated": {generated}, "written": {filepath.Join("data", "first"), filepath.Join("data", "later")}} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				p := newProduct(t, s, folders...)
				for _, role := range []model.Role{model.RoleDepartment, model.RoleReader} {
					for _, day := range []string{"2023-06-30", "2025-12-31", "2026-07-15"} {
						compareTold(t, p, who{Role: role}, day, fields)
					}
				}
			})
		})
	}
}

func compareTold(t *testing.T, p *product, w who, day, fields string) {
	t.Helper()
	for _, list := range []string{
		`units(first: 1000, asOf: "` + day + `") { nodes { ` + fields + ` %s } }`,
		`gaps(indicator: "TWO_COVERAGES", first: 1000, asOf: "` + day + `") { nodes { days reasons { code } unit { ` + fields + ` %s } } }`,
	} {
		told := answerOf(t, p, w, "{ "+strings.Replace(list, "%s", "", 1)+" }")
		read := answerOf(t, p, w, "{ "+strings.Replace(list, "%s", "status", 1)+" }")
		without(read, "status")
		if !reflect.DeepEqual(told, read) {
			a, _ := json.Marshal(told)
			b, _ := json.Marshal(read)
			t.Errorf("on %s, %s is told\n%.2000s\nand read\n%.2000s", day, w.Role, a, b)
		}
	}
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
			`{ units(first: 20) { totalCount nodes { creditCode name employees region { name parent { name } } } } }`:                    0,
			`{ units(first: 20) { nodes { ...u } } } fragment u on Unit { creditCode }`:                                                  0,
			`{ units(first: 20) { nodes { creditCode ... on Unit { statusEvidence } } } }`:                                               1,
			`{ gaps(indicator: "TWO_COVERAGES", where: {employees: {gte: 1000000}}, first: 20) { totalCount nodes { unit { name } } } }`: 0,
			// The covers; their organisations, with the superiors in one statement; what these cover; and of them the ones whose life ends.
			`{ units(first: 20) { nodes { covers { organisation { code parent { code } } } } } }`:                                     2,
			`{ units(first: 20) { nodes { covers { organisation { code parent { code } } otherUnits { nodes { creditCode } } } } } }`: 4,
		} {
			var out any
			p.get(t, department, `{ indicators { key } }`, nil, &out) // so that the rule set is read
			if n := p.get(t, department, operation, nil, &out); n != most {
				t.Errorf("%s ran %d statements, not %d", operation, n, most)
			}
		}
	})
}
