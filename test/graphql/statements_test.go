package graphql

import (
	"log/slog"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/seeds"
)

// everyRelation asks of each gap all that is read from the database.
const everyRelation = `query($first: Int!) { gaps(indicator: "STANDALONE_ESTABLISHMENT", first: $first) { totalCount nodes {
	lastCover { organisation { code } }
	unit {
		name zone { name organisation { name } } responsible { name } superior { name parent { name } }
		covers { inForce source { name } instructor { name } massOrganisation { name } unit { name }
			organisation { name parent { name } host { name } setUps participants { home { name } } covers(first: 2) { unit { name } }
				units(first: 2) { nodes { name } } children(first: 2) { nodes { name } } }
			otherUnits(first: 2) { nodes { name } } }
		why { result } reports { source { name } } history { validFrom } predecessors { unit { name } } successors { unit { name } }
		candidates { name unit { name } } visits { instructor { name } unit { name } }
	} } } }`

// mostStatements bounds the statements of a page, whatever its length: each kind of relation takes a few, and one more for each thousand
// objects that the page names. A page of 1000 takes some 80 on an idle machine; on a busy one the objects of a relation reach their
// loader in several groups. One statement for each object of any relation would be a thousand.
const mostStatements = 300

func TestALongPageRunsAsManyStatementsAsAShortOne(t *testing.T) {
	folder := t.TempDir()
	check(t, seeds.Generate(folder, seeds.Options{Units: 2500, AsOf: today, Seed: 7}))
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := newProduct(t, s, folder)
		short, _ := countStatements(t, p, 100)
		long, nodes := countStatements(t, p, 1000)
		if nodes != 1000 {
			t.Fatalf("the demo has %d gaps; the test needs 1000", nodes)
		}
		slog.Info("statements of a page with all its relations", "100", short, "1000", long)
		if long > mostStatements {
			t.Errorf("a page of 1000 ran %d statements and one of 100 ran %d; at most %d were wanted", long, short, mostStatements)
		}
	})
}

func countStatements(t *testing.T, p *product, first int) (statements int64, nodes int) {
	t.Helper()
	var a struct {
		Gaps struct {
			TotalCount int
			Nodes      []any
		}
	}
	statements = p.get(t, department, everyRelation, map[string]any{"first": first}, &a)
	if a.Gaps.TotalCount < first {
		t.Fatalf("there are %d gaps", a.Gaps.TotalCount)
	}
	return statements, len(a.Gaps.Nodes)
}
