package cube

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"fugai/model"
)

// randomCover is a cover by a holder of any kind, with dates of which some do not fit 16 bits.
func randomCover(r *rand.Rand, id model.CoverID, unit model.UnitID) model.Cover {
	c := model.Cover{ID: id, UnitID: unit, Kind: model.CoverKindWork, EndReason: model.EndReason(r.IntN(3))}
	holder := int64(1 + r.IntN(900))
	switch r.IntN(4) {
	case 0:
		c.InstructorID = model.InstructorID(holder)
	case 1:
		c.MassOrganisationID = model.MassOrganisationID(holder)
	default:
		c.Kind, c.OrganisationID, c.SetUp = model.CoverKindOrganisation, model.OrganisationID(holder), model.SetUp(1+r.IntN(4))
		c.Basis = model.JointBasis(r.IntN(3))
	}
	c.ValidFrom = model.NewDate(2020, 1, 1) + model.Date(r.IntN(2000))
	c.ValidTo = model.Never
	switch r.IntN(8) {
	case 0, 1, 2:
		c.ValidTo = c.ValidFrom + model.Date(1+r.IntN(700))
	case 3:
		c.ValidTo = model.NewDate(2070+r.IntN(3), 5, 1)
	case 4:
		c.ValidFrom = model.NewDate(1850+r.IntN(3), 5, 1)
	}
	return c
}

// naiveCovers are covers by unit in a map.
type naiveCovers map[model.UnitID][]model.Cover

// told are the covers of a unit as OfUnit tells them.
func (n naiveCovers) told(id model.UnitID) (out []model.Cover) {
	out = slices.Clone(n[id])
	slices.SortFunc(out, func(a, b model.Cover) int {
		return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(a.ID, b.ID))
	})
	for i := range out {
		out[i].ID = 0
	}
	return out
}

func (n naiveCovers) whole(t *testing.T, version model.DataVersion) *Covers {
	t.Helper()
	var all []model.Cover
	for _, list := range n {
		all = append(all, list...)
	}
	slices.SortFunc(all, func(a, b model.Cover) int { return cmp.Compare(a.ID, b.ID) })
	c, err := NewCovers(version, func(add func(*model.Cover)) error {
		for i := range all {
			add(&all[i])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// check compares covers with the map, unit by unit and holder by holder.
func (n naiveCovers) check(t *testing.T, what string, c *Covers, units model.UnitID) {
	t.Helper()
	type held struct {
		of model.Subject
		id int64
	}
	day, by := model.NewDate(2023, 1, 1), map[held][]model.Cover{}
	for id := model.UnitID(0); id <= units; id++ {
		want := n.told(id)
		if got := c.OfUnit(id); !slices.Equal(got, want) {
			t.Fatalf("%s: the covers of %d are\n%+v, want\n%+v", what, id, got, want)
		}
		for _, one := range want {
			switch {
			case !one.On(day):
			case one.OrganisationID != 0:
				by[held{model.SubjectOrganisation, int64(one.OrganisationID)}] = append(by[held{model.SubjectOrganisation, int64(one.OrganisationID)}], one)
			case one.InstructorID != 0:
				by[held{model.SubjectInstructor, int64(one.InstructorID)}] = append(by[held{model.SubjectInstructor, int64(one.InstructorID)}], one)
			}
		}
	}
	if len(by) < 100 {
		t.Fatalf("%s: only %d holders cover anything on the day", what, len(by))
	}
	for id := range int64(1000) {
		for _, of := range []model.Subject{model.SubjectOrganisation, model.SubjectInstructor} {
			if got, want := c.HeldOn(of, id, day), by[held{of, id}]; !slices.Equal(got, want) {
				t.Fatalf("%s: the covers of the %s %d are\n%+v, want\n%+v", what, of, id, got, want)
			}
		}
	}
}

func TestCoversAreThoseThatWereGivenLast(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const units = 2000
	n, id := naiveCovers{}, model.CoverID(0)
	fresh := func(unit model.UnitID) (list []model.Cover) {
		for range r.IntN(4) {
			id++
			list = append(list, randomCover(r, id, unit))
		}
		return list
	}
	for unit := model.UnitID(1); unit <= units/2; unit += model.UnitID(1 + r.IntN(2)) {
		n[unit] = fresh(unit)
	}
	now := n.whole(t, 1)
	n.check(t, "whole", now, units)
	for version := model.DataVersion(2); version < 12; version++ { // later ones have units and classes of their own
		before, then := now, naiveCovers{}
		for unit, list := range n {
			then[unit] = list
		}
		changed := map[model.UnitID][]model.Cover{}
		var ids []model.UnitID
		for range 1 + r.IntN(200) {
			unit := model.UnitID(1 + r.IntN(units))
			if _, twice := changed[unit]; twice {
				continue
			}
			n[unit] = fresh(unit)
			ids, changed[unit] = append(ids, unit), slices.Clone(n[unit])
			slices.SortFunc(changed[unit], func(a, b model.Cover) int {
				return cmp.Or(cmp.Compare(a.ValidFrom, b.ValidFrom), cmp.Compare(a.ID, b.ID))
			})
		}
		now = now.With(version, ids, changed)
		n.check(t, "with", now, units)
		then.check(t, "before", before, units)
		if now.Version != version || before.Version != version-1 {
			t.Fatalf("versions %d and %d, want %d and %d", before.Version, now.Version, version-1, version)
		}
	}
	n.check(t, "anew", n.whole(t, 12), units)
	none := naiveCovers{}.whole(t, 1)
	if got := none.OfUnit(5); got != nil {
		t.Errorf("no covers hold %v", got)
	}
	if got := none.With(2, []model.UnitID{700}, map[model.UnitID][]model.Cover{700: n.told(units)}).OfUnit(700); len(got) != len(n[units]) {
		t.Errorf("the first covers are %v", got)
	}
}
