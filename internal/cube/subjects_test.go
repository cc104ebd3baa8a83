package cube

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// newBodies is a world of organisations: codes of any length up to 64 bytes, some beginning with others, the dimensions of
// organisations, and some that cover nothing and so have no domain.
func newBodies(seed uint64, n int) *world {
	w := newWorld(seed, n)
	for id := range w.units {
		w.body(id)
	}
	return w
}

func (w *world) body(id model.UnitID) {
	u := w.units[id]
	u.CreditCode = model.CreditCode(strings.Repeat("组", int(id)%20) + fmt.Sprint(id))
	u.Spans = slices.Clone(u.Spans)
	for i := range u.Spans {
		c := &u.Spans[i].Class
		c.AlsoDomain, c.Domain = 0, model.Domain(w.rng.IntN(6))
		c.OrganisationKind, c.Nature, c.Basis = model.OrganisationKind(1+w.rng.IntN(4)), model.OrganisationNature(1+w.rng.IntN(4)), model.JointBasis(w.rng.IntN(4))
		c.Role = model.InstructorRole(1 + w.rng.IntN(2))
	}
	w.units[id] = u
}

func (w *world) bodies() *Cube {
	b := NewSubjectBuilder(model.SubjectOrganisation, 1, 1)
	p := b.Part()
	for _, id := range w.ids() {
		p.Unit(id, []byte(w.units[id].CreditCode))
		for i := range w.units[id].Spans {
			p.Span(b.Class(w.units[id].Spans[i].Class), &w.units[id].Spans[i])
		}
	}
	return b.Build()
}

// eachBodies is eachWorld for cubes of organisations.
func eachBodies(t *testing.T, check func(t *testing.T, w *world, c *Cube)) {
	asks = unweighted
	for seed := range uint64(4) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			w := newBodies(seed, 200)
			c := w.bodies()
			check(t, w, c)
			c.BuildIndexes()
			check(t, w, c)
			for range 3 {
				var changed []UnitSpans
				for _, id := range w.ids()[:40] {
					w.add(id + 1)
					w.body(id + 1)
					changed = append(changed, w.units[id+1])
				}
				c = c.With(c.Version+1, changed)
				check(t, w, c)
			}
			c.BuildIndexes()
			check(t, w, c)
		})
	}
}

func TestCodesOfAnyLengthAreFoundAndOrdered(t *testing.T) {
	eachBodies(t, func(t *testing.T, w *world, c *Cube) {
		for id, u := range w.units {
			if got, ok := c.UnitByCode(u.CreditCode); !ok || got != id {
				t.Fatalf("%q: %d %v, want %d", u.CreditCode, got, ok, id)
			}
		}
		for _, none := range []model.CreditCode{"", "组", "组组", model.CreditCode(strings.Repeat("组", 30))} {
			if id, ok := c.UnitByCode(none); ok {
				t.Fatalf("%q is %d", none, id)
			}
		}
		on := day0 + days/2
		all, total := c.Pick(on, &Filter{}, nil, nil, 0, 10_000)
		if total == 0 || len(all) != total {
			t.Fatalf("%d of %d", len(all), total)
		}
		for i := 1; i < len(all); i++ {
			if a, b := c.CreditCode(all[i-1]), c.CreditCode(all[i]); a >= b {
				t.Fatalf("%q before %q", a, b)
			}
		}
		pagesAgree(t, c, on, &Filter{}, []Order{{By: model.UnitOrderByCreditCode, Desc: true}}, reversed(all))
	})
}

func reversed(rows []Row) []Row {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

func TestGroupsOfOrganisationsAddUp(t *testing.T) {
	of := map[model.Dimension]func(*model.SpanClass) int32{
		model.DimensionDomain:           func(c *model.SpanClass) int32 { return int32(c.Domain) },
		model.DimensionOrganisationKind: func(c *model.SpanClass) int32 { return int32(c.OrganisationKind) },
		model.DimensionNature:           func(c *model.SpanClass) int32 { return int32(c.Nature) },
		model.DimensionBasis:            func(c *model.SpanClass) int32 { return int32(c.Basis) },
		model.DimensionRole:             func(c *model.SpanClass) int32 { return int32(c.Role) },
	}
	eachBodies(t, func(t *testing.T, w *world, c *Cube) {
		on := day0 + model.Date(w.rng.IntN(days))
		for d, value := range of {
			want, living := map[string]*Group{}, int64(0)
			for id := range w.units {
				s := w.at(id, on)
				if s == nil {
					continue
				}
				living++
				keys := []int32{value(&s.Class)}
				if want[fmt.Sprint(keys)] == nil {
					want[fmt.Sprint(keys)] = &Group{Keys: keys, Tallies: make([]Tally, len(asks))}
				}
				plainAdd(want[fmt.Sprint(keys)], s)
			}
			got, total := c.Count(on, &Filter{}, &Grouping{Dims: []model.Dimension{d}}, asks)
			sameGroups(t, d.String(), got, want)
			if sum := sumOf(got); sum != living || total.Units != living {
				t.Fatalf("by %s: groups of %d and a total of %d, of %d", d, sum, total.Units, living)
			}
		}
	})
}

func sumOf(groups []Group) (n int64) {
	for _, g := range groups {
		n += g.Units
	}
	return n
}

func TestWhoIsDueIsNotYetAGapAndBecomesOneInTheWindow(t *testing.T) {
	eachBodies(t, func(t *testing.T, w *world, c *Cube) {
		for range 4 {
			on := day0 + model.Date(w.rng.IntN(days))
			due := DueFilter{Indicator: w.rng.IntN(4), From: on + model.Date(w.rng.IntN(200))}
			due.To = due.From + model.Date(w.rng.IntN(300))
			want := map[model.UnitID]model.Date{}
			for id := range w.units {
				if day, ok := w.dueOn(id, on, &due); ok {
					want[id] = day
				}
			}
			order := []Order{{By: model.UnitOrderBySince, Due: &due}}
			all, total := c.Pick(on, &Filter{Due: &due}, order, nil, 0, 10_000)
			if total != len(want) || len(all) != total {
				t.Fatalf("%d of %d due, want %d", len(all), total, len(want))
			}
			last := model.Date(0)
			for _, r := range all {
				day := c.Begins(r, due.Indicator, due.From, due.To)
				if day != want[c.UnitID(r)] || day < last {
					t.Fatalf("%d is due on %s, want %s; the one before on %s", c.UnitID(r), day, want[c.UnitID(r)], last)
				}
				last = day
			}
			pagesAgree(t, c, on, &Filter{Due: &due}, order, all)
			if _, counted := c.Count(on, &Filter{Due: &due}, &Grouping{}, asks); counted.Units != int64(total) {
				t.Fatalf("counted %d, listed %d", counted.Units, total)
			}
		}
	})
}

// dueOn walks the window day by day.
func (w *world) dueOn(id model.UnitID, on model.Date, due *DueFilter) (model.Date, bool) {
	unmet := func(d model.Date) bool {
		s := w.at(id, d)
		return s != nil && s.Class.Results.Of(due.Indicator) == model.ResultUnmet
	}
	if w.at(id, on) == nil || unmet(on) {
		return 0, false
	}
	for d := due.From; d <= due.To; d++ {
		if unmet(d) && !unmet(d-1) {
			return d, true
		}
	}
	return 0, false
}

func TestPeriodsTellSuperiorsNamesAndLives(t *testing.T) {
	period := func(id, parent model.OrganisationID, from, to model.Date, ends bool) OrganisationPeriod {
		p := OrganisationPeriod{ID: id, ParentID: parent, Valid: model.Valid{ValidFrom: from, ValidTo: to}, ToldTo: model.Never, DissolvedOn: model.Never,
			Nature: model.OrganisationNatureRegular, SetUp: model.SetUpJoint}
		if ends {
			p.DissolvedOn = to
		}
		return p
	}
	// 2 moves from 1 to 3 on day 10; 4 ended on day 20 and lives again; 5 has no period.
	s := NewSubordination([]OrganisationPeriod{period(1, 0, 1, model.Never, false), period(2, 1, 5, 10, false), period(2, 3, 10, model.Never, false),
		period(4, 1, 1, 20, true), period(4, 1, 30, model.Never, false)},
		namesOf("a", "b", "b moved", "d", "d again"), textsOf("", "O1", "O2", "O3", "O4", "O5"), NewRegions(nil))
	facts := s.Facts(4)
	if len(facts) != 2 || facts[0].ValidFrom != 1 || facts[0].DissolvedOn != 20 || facts[1].DissolvedOn != model.Never || facts[1].SetUp != model.SetUpJoint ||
		facts[0].Nature != model.OrganisationNatureRegular || len(s.Facts(5)) != 0 {
		t.Errorf("the facts are %+v", facts)
	}
	for _, c := range []struct {
		id   model.OrganisationID
		day  model.Date
		want model.OrganisationID
	}{{2, 4, 0}, {2, 5, 1}, {2, 9, 1}, {2, 10, 3}, {2, 5000, 3}, {4, 19, 1}, {4, 20, 0}, {4, 30, 1}, {1, 7, 0}, {5, 7, 0}, {9, 7, 0}} {
		if got := s.Reported(c.id, c.day); got != c.want {
			t.Errorf("the superior of %d on day %d is %d, want %d", c.id, c.day, got, c.want)
		}
	}
	for _, c := range []struct {
		id   model.OrganisationID
		day  model.Date
		want string
	}{{2, 4, "b"}, {2, 9, "b"}, {2, 10, "b moved"}, {4, 19, "d"}, {4, 25, "d"}, {4, 30, "d again"}, {5, 7, ""}, {0, 7, ""}} {
		p, got, ok := s.Told(c.id, c.day)
		if got != c.want || ok != (c.want != "") || ok && p.ID != c.id {
			t.Errorf("the name of %d on day %d is %q (%t), want %q", c.id, c.day, got, ok, c.want)
		}
	}
}

func namesOf(list ...string) *Texts {
	t := &Texts{}
	for _, s := range list {
		t.AddName(s)
	}
	return t
}

func textsOf(list ...string) *Texts {
	t := &Texts{}
	for _, s := range list {
		t.Add([]byte(s))
	}
	return t
}

func TestOrganisationsThatAreTheirOwnSuperiorStandAtTheTop(t *testing.T) {
	// 1 ← 2 ← 3 in order; 4 → 5 → 6 → 4 in a circle; 7 below it; 8 its own superior.
	parents := []model.OrganisationID{0, 0, 1, 2, 5, 6, 4, 5, 8}
	codes := []string{""}
	var periods []OrganisationPeriod
	for id := 1; id < len(parents); id++ {
		codes = append(codes, fmt.Sprint("O", id))
		periods = append(periods, OrganisationPeriod{ID: model.OrganisationID(id), ParentID: parents[id], Valid: model.Valid{ValidFrom: 1, ValidTo: model.Never}})
	}
	tree := NewSubordination(periods, namesOf(codes[1:]...), textsOf(codes...), NewRegions(nil)).On(100)
	groups := tree.Children(nil)
	got := map[string]string{}
	for id := 1; id < len(parents); id++ {
		group := groups.Places[model.PlaceOf(model.OrganisationID(id), false)]
		if group < 0 {
			t.Fatalf("O%d falls out of the tree", id)
		}
		got[codes[id]] = codes[groups.Heads[group]]
	}
	want := "map[O1:O1 O2:O1 O3:O1 O4:O4 O5:O5 O6:O6 O7:O5 O8:O8]"
	if fmt.Sprint(got) != want {
		t.Errorf("the heads are %v, want %s", got, want)
	}
}
