package graphql

import (
	"log/slog"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/seeds"
)

// pagesOfTheLookBack ask of each entry of a page all that the look-back reads from the database.
var pagesOfTheLookBack = map[string]string{
	"units": `query($first: Int!) { page: findings(rule: "DUE_ESTABLISHMENT", first: $first) { totalCount nodes {
		code text evidence { title } region { name } organisation { code } instructor { code }
		unit { name leadership { onePerson } findings { rule { key } text unit { name } } covers { organisation { name findings { text } officers { name } } } } } } }`,
	"organisations": `query($first: Int!) { page: findings(rule: "NO_RECORDED_ACTIVITY", first: $first) { totalCount nodes {
		code text evidence { title } organisation { name parent { name findings { text } } officers { name eligibility } activities { kind } findings { text } setUps
			covers(first: 2) { unit { name findings { text } } } } } } }`,
	"instructors": `query($first: Int!) { page: instructors(first: $first) { totalCount nodes {
		code liveUnits unitLimit lastVisitOn findings { text } units(first: 2) { nodes { name findings { text } } } } } }`,
}

func TestALongPageOfTheLookBackRunsAsManyStatementsAsAShortOne(t *testing.T) {
	folder := t.TempDir()
	check(t, seeds.Generate(folder, seeds.Options{Units: 2500, AsOf: today, Seed: 7}))
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		p := newProduct(t, s, folder)
		for name, operation := range pagesOfTheLookBack {
			var few, many struct {
				Page struct {
					TotalCount int
					Nodes      []any
				}
			}
			short := p.get(t, department, operation, map[string]any{"first": 12}, &few)
			long := p.get(t, department, operation, map[string]any{"first": 1000}, &many)
			slog.Info("statements of a page of the look-back", "of", name, "12", short, "all", long, "rows", len(many.Page.Nodes))
			// A busy machine brings the objects of a relation to their loader in several groups; one statement a row would be as many more as rows.
			if rows := int64(len(many.Page.Nodes)); rows < 60 || long-short > rows/2 {
				t.Errorf("a page of 12 %s ran %d statements, one of %d ran %d", name, short, len(many.Page.Nodes), long)
			}
		}
	})
}
