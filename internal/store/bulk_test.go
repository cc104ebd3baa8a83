package store_test

import (
	"fmt"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// A statement that writes many rows keeps what it holds from run to run; rows that differ in what they leave empty must not
// inherit it.
func TestRowsOfABulkDoNotInherit(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		bare := model.UnitFact{Valid: always("2020-02-29"), UnitAttributes: model.UnitAttributes{Name: "n", Domain: model.DomainSchool,
			RegionID: 2, FoundedOn: day("2020-02-29"), Status: model.UnitStatusActive}}
		rows := many(997, fullUnit(), func(f *model.UnitFact, i int) {
			if i%7 < 3 || i > 300 && i < 500 {
				*f = bare
			}
			f.UnitID = model.UnitID(i)
			if i%5 == 0 {
				f.Employees, f.ValidTo = model.Counted(i), day("2024-01-01")+model.Date(i)
			}
		})
		roundTrip(t, s, store.UnitFacts, rows)
	})
}

// What is the same in every row of a bulk is written once; a text that means something in a statement is not.
func TestRowsOfABulkThatAreAlike(t *testing.T) {
	for name, row := range map[string]model.UnitFact{
		"full":  fullUnit(),
		"blank": {Valid: always("2020-02-29"), UnitAttributes: model.UnitAttributes{Domain: model.DomainSchool, FoundedOn: day("2020-02-29"), Status: model.UnitStatusActive}},
	} {
		t.Run(name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, s *store.Store) {
				row.Name, row.Industry, row.Supervisor, row.StatusEvidence = odd, "X'; --", "null", `\N`
				roundTrip(t, s, store.UnitFacts, many(300, row, func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(i) }))
			})
		})
	}
}

// Ids without a gap are read as a range, with the same rows as any others.
func TestIDsWithoutAGap(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		rows := many(2500, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(2 * i) }) // 2, 4 … 5000
		update(t, s, func(tx *store.Tx) error { return store.Insert(tx, store.UnitFacts, rows) })
		span := func(from, to, step model.UnitID) (ids []model.UnitID) {
			for id := from; id != to; id += step {
				ids = append(ids, id)
			}
			return ids
		}
		for name, ids := range map[string][]model.UnitID{"all": span(0, 5010, 1), "some": span(7, 1500, 1), "backwards": span(900, 10, -1), "even": span(2, 4000, 2),
			"one": {8}, "two": {8, 9}, "twice": {3, 4, 4, 5}, "a gap": {3, 4, 6, 7}, "none": {}} {
			want := map[model.UnitID]bool{}
			for _, id := range ids {
				if id%2 == 0 && id >= 2 && id <= 5000 {
					want[id] = true
				}
			}
			got, err := store.Get(ctx, s, func(v *store.View) ([]model.UnitFact, error) { return store.CurrentFacts(v, store.UnitFacts, ids) })
			if err != nil || len(got) != len(want) {
				t.Errorf("%s: %d rows of %d, %v", name, len(got), len(want), err)
			}
			for i := range got {
				if !want[got[i].UnitID] || i > 0 && got[i].UnitID <= got[i-1].UnitID {
					t.Errorf("%s: unit %d at %d", name, got[i].UnitID, i)
				}
			}
		}
	})
}

// Where nothing lies between the first and the last of many keys, they are not looked for one by one.
func TestKeysAreFoundAmongMany(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var keys []string
		var ids []model.OrganisationID
		for i := range 300 {
			keys, ids = append(keys, fmt.Sprintf("K%04d", 2*i)), append(ids, model.OrganisationID(i+1))
		}
		update(t, s, func(tx *store.Tx) error { return store.OrganisationKeys.Write(tx, ids, keys) })
		for name, c := range map[string]struct{ from, to, step, found int }{
			"between":  {1, 600, 2, 0},
			"beyond":   {600, 900, 1, 0},
			"below":    {-400, 0, 1, 0},
			"the last": {598, 800, 1, 1},
			"all":      {0, 2400, 1, 300},
		} {
			var asked []string
			for i := c.from; i < c.to; i += c.step {
				asked = append(asked, fmt.Sprintf("K%04d", i))
			}
			found, err := store.Get(ctx, s, func(v *store.View) (map[string]model.OrganisationID, error) {
				return store.OrganisationKeys.Find(v, asked)
			})
			if err != nil || len(found) != c.found {
				t.Errorf("%s: found %d of %d, %v", name, len(found), c.found, err)
			}
		}
	})
}
