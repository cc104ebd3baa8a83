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
