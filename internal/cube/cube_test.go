package cube

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// world is a random set of units with their spans, and the slow, plain answers to the cube's questions.
type world struct {
	rng   *rand.Rand
	units map[model.UnitID]UnitSpans
	// reported tells that no count is unknown; vast that a few numbers of employees and many of members do not fit 16 bits, and that most
	// zones and places are 0.
	reported, vast bool
}

var day0 = model.MustDate("2020-01-01")

const days = 2000

func newWorld(seed uint64, units int) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 1)), units: map[model.UnitID]UnitSpans{}, reported: seed%3 == 1, vast: seed%3 == 2}
	for i := range units {
		w.add(model.UnitID(i*3 + 1))
	}
	return w
}

func (w *world) add(id model.UnitID) {
	u := UnitSpans{ID: id, CreditCode: model.CreditCode(fmt.Sprintf("91990000MA%08d", (int(id)*7919)%100_000_000))}
	start := day0 + model.Date(w.rng.IntN(days))
	name := w.name()
	founded := start
	for {
		s := model.Span{UnitID: id, Valid: model.Valid{ValidFrom: start, ValidTo: start + 1 + model.Date(w.rng.IntN(400))}, FoundedOn: founded, Name: name}
		w.fill(&s)
		if w.rng.IntN(3) == 0 {
			s.ValidTo = model.Never
		}
		if w.rng.IntN(5) == 0 {
			name = w.name()
		}
		u.Spans = append(u.Spans, s)
		if s.ValidTo == model.Never {
			break
		}
		start = s.ValidTo
	}
	w.units[id] = u
}

func (w *world) name() string {
	return strings.Repeat("演", w.rng.IntN(2)) + string([]rune("甲乙丙丁")[w.rng.IntN(4)]) + fmt.Sprint(w.rng.IntN(30))
}

func (w *world) fill(s *model.Span) {
	n := w.rng.IntN
	s.Class = model.SpanClass{Domain: model.Domain(1 + n(5)), Control: model.Control(1 + n(6)), Size: model.Size(1 + n(5)), Industry: byte('A' + n(20)),
		SetUp: model.SetUp(1 + n(5)), Reason: model.GapReasonCode(n(5))}
	if n(5) == 0 {
		s.Class.AlsoDomain = model.Domain(1 + (int(s.Class.Domain))%5)
	}
	for i := range 4 {
		s.Class.Results = s.Class.Results.With(i, model.Result(1+n(5)))
	}
	s.RegionID, s.ZoneID, s.Place = model.RegionID(1+n(6)), model.ZoneID(n(3)), model.PlaceOf(model.OrganisationID(1+n(4)), n(2) == 0)
	if n(6) == 0 {
		s.Place = 0
	}
	least := 0 // not reported
	if w.reported {
		least = 1
	}
	s.Employees, s.FullMembers, s.Members = model.Count(least+n(200)), model.Count(least+n(12)), model.Count(least+n(14))
	if w.vast && n(5) > 0 {
		s.ZoneID, s.Place = 0, 0
	}
	if w.vast && n(40) == 0 {
		s.Employees = model.Counted(escape - 2 + n(9))
	}
	if w.vast && n(8) == 0 {
		s.Members = model.Counted(70_000)
	}
}

func (w *world) ids() []model.UnitID {
	ids := make([]model.UnitID, 0, len(w.units))
	for id := range w.units {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (w *world) cube() *Cube {
	b := NewBuilder(1, 1)
	p := b.Part()
	for i, id := range w.ids() {
		u := w.units[id]
		if i%97 == 96 { // parts in ascending order, as several readers fill them
			p = b.Part()
		}
		p.Unit(id, []byte(u.CreditCode))
		for i := range u.Spans {
			p.Span(b.Class(u.Spans[i].Class), &u.Spans[i])
		}
	}
	return b.Build()
}

// question is a random filter, with its plain meaning beside it.
type question struct {
	filter Filter
	plain  func(s *model.Span, on model.Date, w *world) bool
}

func (w *world) question() question {
	f, all := Filter{}, []func(*model.Span, model.Date) bool{}
	add := func(ok func(*model.Span, model.Date) bool) { all = append(all, ok) }
	n := w.rng.IntN
	if n(2) == 0 {
		wanted := model.Domain(1 + n(5))
		f.Class = func(c *model.SpanClass) bool { return c.Domain == wanted || c.AlsoDomain == wanted }
		add(func(s *model.Span, _ model.Date) bool {
			return s.Class.Domain == wanted || s.Class.AlsoDomain == wanted
		})
	}
	if n(2) == 0 {
		f.Regions = []bool{false, n(2) == 0, true, n(2) == 0, n(2) == 0}
		add(func(s *model.Span, _ model.Date) bool {
			return int(s.RegionID) < len(f.Regions) && f.Regions[s.RegionID]
		})
	}
	if n(3) == 0 {
		f.Employees = Range{Set: true, Lo: n(2) * n(60), Hi: 60 + n(400)} // one in four holds all that are reported
		add(func(s *model.Span, _ model.Date) bool {
			return s.Employees.Known() && s.Employees.Int() >= f.Employees.Lo && s.Employees.Int() <= f.Employees.Hi
		})
	}
	if n(4) == 0 {
		f.FullMembers, f.Members = Range{Set: true, Lo: n(2), Hi: 5 + n(20)}, Range{Set: true, Hi: 5 + n(20)}
		add(func(s *model.Span, _ model.Date) bool {
			return s.FullMembers.Known() && s.FullMembers.Int() >= f.FullMembers.Lo && s.FullMembers.Int() <= f.FullMembers.Hi &&
				s.Members.Known() && s.Members.Int() <= f.Members.Hi
		})
	}
	if n(4) == 0 {
		f.FoundedFrom = day0 - model.Date(n(2)) // all, in one of two
		add(func(s *model.Span, _ model.Date) bool { return s.FoundedOn >= f.FoundedFrom })
	} else if n(3) == 0 {
		f.FoundedFrom, f.FoundedBefore = day0+model.Date(n(days)), day0+model.Date(n(days))
		add(func(s *model.Span, _ model.Date) bool {
			return s.FoundedOn >= f.FoundedFrom && s.FoundedOn < f.FoundedBefore
		})
	}
	if n(3) == 0 {
		prefix := w.name()[:3]
		f.Name = &model.TextFilter{StartsWith: &prefix}
		add(func(s *model.Span, _ model.Date) bool { return strings.HasPrefix(s.Name, prefix) })
	}
	if n(3) == 0 {
		gap := n(4)
		f.Gap = &gap
		add(func(s *model.Span, _ model.Date) bool { return s.Class.Results.Of(gap) == model.ResultUnmet })
	}
	if n(4) == 0 {
		f.Ages = &AgeFilter{Indicator: 1, Ages: []model.GapAge{model.GapAge(1 + n(3)), model.GapAge(1 + n(4))}}
		add(func(s *model.Span, on model.Date) bool { return slices.Contains(f.Ages.Ages, w.age(s, on, 1)) })
	}
	return question{f, func(s *model.Span, on model.Date, _ *world) bool {
		for _, ok := range all {
			if !ok(s, on) {
				return false
			}
		}
		return true
	}}
}

// age walks back day by day.
func (w *world) age(s *model.Span, on model.Date, indicator int) model.GapAge {
	unmet := func(d model.Date) bool {
		o := w.at(s.UnitID, d)
		return o != nil && o.Class.Results.Of(indicator) == model.ResultUnmet
	}
	if !unmet(on) {
		return model.GapAgeNone
	}
	since := on
	for unmet(since - 1) {
		since--
	}
	return AgeOf(int(on - since))
}

func (w *world) at(id model.UnitID, on model.Date) *model.Span {
	u := w.units[id]
	for i := range u.Spans {
		if u.Spans[i].On(on) {
			return &u.Spans[i]
		}
	}
	return nil
}

func (w *world) passing(q question, on model.Date) (spans []*model.Span) {
	for _, id := range w.ids() {
		if s := w.at(id, on); s != nil && q.plain(s, on, w) {
			spans = append(spans, s)
		}
	}
	return spans
}

var (
	grouping = Grouping{Dims: []model.Dimension{model.DimensionRegion, model.DimensionDomain, model.DimensionSetUp, model.DimensionSubordination},
		RegionGroups: []int32{-1, 0, 0, 1, 2, 1}, PlaceGroups: []int32{-1, -1, 0, 1, 1, 0, 0, 2, 2, 2}, TerritoryGroups: []int32{-1, 3, 3, 3, 0, 0}}
	// byClass groups by nothing that a row decides: the scan then counts classes, and whole blocks at once.
	byClass  = Grouping{Dims: []model.Dimension{model.DimensionDomain, model.DimensionSetUp}}
	weighted = []Ask{{Indicator: 0}, {Indicator: 2, Weight: model.WeightEmployees}, {Indicator: 1, Weight: model.WeightFullMembers}}
	// Shares by units alone are counted on a path of their own, so every check runs with both kinds.
	unweighted = []Ask{{Indicator: 0, Weight: model.WeightUnits}, {Indicator: 3, Weight: model.WeightUnits}}
	asks       = weighted
)

// plainGroups counts by walking over spans with maps.
func plainGroups(spans []*model.Span, g *Grouping) (map[string]*Group, Group) {
	groups, total := map[string]*Group{}, Group{Tallies: make([]Tally, len(asks))}
	for _, s := range spans {
		region := int32(-1)
		if int(s.RegionID) < len(g.RegionGroups) {
			region = g.RegionGroups[s.RegionID]
		}
		place := int32(-1)
		if s.Place == 0 {
			if int(s.RegionID) < len(g.TerritoryGroups) {
				place = g.TerritoryGroups[s.RegionID]
			}
		} else if int(s.Place) < len(g.PlaceGroups) {
			place = g.PlaceGroups[s.Place]
		}
		if g.RegionGroups != nil && (region < 0 || place < 0) {
			continue
		}
		plainAdd(&total, s)
		for _, d := range []model.Domain{s.Class.Domain, s.Class.AlsoDomain} {
			if d == 0 || g.Domains != nil && !slices.Contains(g.Domains, d) {
				continue
			}
			keys := []int32{region, int32(d), int32(s.Class.SetUp), place}
			if g.RegionGroups == nil {
				keys = keys[1:3]
			}
			name := fmt.Sprint(keys)
			if groups[name] == nil {
				groups[name] = &Group{Keys: keys, Tallies: make([]Tally, len(asks))}
			}
			plainAdd(groups[name], s)
		}
	}
	return groups, total
}

func plainAdd(g *Group, s *model.Span) {
	g.Units++
	for i, a := range asks {
		weight, known := int64(1), true
		switch a.Weight {
		case model.WeightEmployees:
			weight, known = int64(s.Employees.Int()), s.Employees.Known()
		case model.WeightFullMembers:
			weight, known = int64(s.FullMembers.Int()), s.FullMembers.Known()
		}
		g.Tallies[i].By[s.Class.Results.Of(a.Indicator)] += weight
		if !known {
			g.Tallies[i].Missing++
		}
	}
}

func sameGroups(t *testing.T, what string, got []Group, want map[string]*Group) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d groups, want %d", what, len(got), len(want))
	}
	for _, g := range got {
		w := want[fmt.Sprint(g.Keys)]
		if w == nil || w.Units != g.Units || !reflect.DeepEqual(w.Tallies, g.Tallies) {
			t.Fatalf("%s %v: %+v, want %+v", what, g.Keys, g, w)
		}
	}
}

// eachWorld runs a check on cubes of every make: fresh, indexed, and changed many times.
func eachWorld(t *testing.T, check func(t *testing.T, w *world, c *Cube)) {
	for seed := range uint64(8) {
		asks = [][]Ask{weighted, unweighted}[seed%2]
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			size := 300
			if seed == 7 {
				size = 3000 // several blocks
			}
			w := newWorld(seed, size)
			c := w.cube()
			check(t, w, c)
			c.BuildIndexes()
			check(t, w, c)
			for range 4 {
				c = w.change(c)
				check(t, w, c)
			}
			c.BuildIndexes()
			check(t, w, c)
		})
	}
}

// change gives some units other spans, takes some away and adds some.
func (w *world) change(c *Cube) *Cube {
	var changed []UnitSpans
	for _, id := range w.ids() {
		switch w.rng.IntN(12) {
		case 0:
			delete(w.units, id)
			changed = append(changed, UnitSpans{ID: id})
		case 1, 2:
			w.add(id)
			changed = append(changed, w.units[id])
		}
	}
	for range 10 {
		id := model.UnitID(w.rng.IntN(3000)*3 + 2)
		if _, there := w.units[id]; !there {
			w.add(id)
			changed = append(changed, w.units[id])
		}
	}
	w.rng.Shuffle(len(changed), func(i, j int) { changed[i], changed[j] = changed[j], changed[i] })
	return c.With(c.Version+1, changed)
}

func TestCountsAgreeWithAPlainWalk(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world, c *Cube) {
		if c.Units() != len(w.units) {
			t.Fatalf("%d units, want %d", c.Units(), len(w.units))
		}
		for i := range 40 {
			q, on := w.question(), day0+model.Date(w.rng.IntN(days+200))
			g := []Grouping{grouping, byClass}[i%2]
			if i%8 == 1 {
				q = question{Filter{}, func(*model.Span, model.Date, *world) bool { return true }}
			}
			if w.rng.IntN(2) == 0 {
				g.Domains = []model.Domain{1, 3}
			}
			got, total := c.Count(on, &q.filter, &g, asks)
			want, wantTotal := plainGroups(w.passing(q, on), &g)
			sameGroups(t, "count", got, want)
			if total.Units != wantTotal.Units || !reflect.DeepEqual(total.Tallies, wantTotal.Tallies) {
				t.Fatalf("total %+v, want %+v", total, wantTotal)
			}
		}
	})
}

func TestASeriesIsItsDaysOneByOne(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world, c *Cube) {
		all := question{Filter{}, func(*model.Span, model.Date, *world) bool { return true }}
		seriesAgree(t, w, c, w.question(), &grouping)
		seriesAgree(t, w, c, w.question(), &byClass)
		seriesAgree(t, w, c, all, &byClass)
	})
}

func seriesAgree(t *testing.T, w *world, c *Cube, q question, g *Grouping) {
	t.Helper()
	var on []model.Date
	for d := day0 + model.Date(w.rng.IntN(200)); d < day0+days; d += 1 + model.Date(w.rng.IntN(200)) {
		on = append(on, d)
	}
	groups, totals := c.Series(on, &q.filter, g, asks)
	for i, d := range on {
		var got []Group
		for _, g := range groups {
			if g.Date == i {
				got = append(got, g)
			}
		}
		want, wantTotal := plainGroups(w.passing(q, d), g)
		sameGroups(t, d.String(), got, want)
		if totals[i].Units != wantTotal.Units {
			t.Fatalf("%s: total %d, want %d", d, totals[i].Units, wantTotal.Units)
		}
	}
}

func TestAMovementAddsUpAndOpens(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world, c *Cube) {
		q := w.question()
		d1 := day0 + model.Date(w.rng.IntN(days))
		d2 := d1 + 1 + model.Date(w.rng.IntN(300))
		from, to := Side{d1, &q.filter, &grouping}, Side{d2, &q.filter, &grouping}
		groups, total := c.Movement(from, to, 0)
		before, _ := plainGroups(w.passing(q, d1), &grouping)
		after, _ := plainGroups(w.passing(q, d2), &grouping)
		for _, g := range append(groups, total) {
			if g.NumeratorTo != g.NumeratorFrom+g.Gained-g.Lost+g.EnteredMet-g.LeftMet ||
				g.DenominatorTo != g.DenominatorFrom+g.EnteredMet+g.EnteredUnmet-g.LeftMet-g.LeftUnmet {
				t.Fatalf("does not add up: %+v", g)
			}
		}
		for _, g := range groups {
			if b := before[fmt.Sprint(g.Keys)]; b != nil && b.Tallies[0].By[model.ResultMet] != g.NumeratorFrom || b == nil && g.NumeratorFrom != 0 {
				t.Fatalf("from %+v, want %+v", g, b)
			}
			if a := after[fmt.Sprint(g.Keys)]; a != nil && a.Tallies[0].By[model.ResultMet] != g.NumeratorTo || a == nil && g.NumeratorTo != 0 {
				t.Fatalf("to %+v, want %+v", g, a)
			}
		}
		for term, n := range map[model.MovementTerm]int64{model.MovementTermGained: total.Gained, model.MovementTermLost: total.Lost,
			model.MovementTermEnteredMet: total.EnteredMet, model.MovementTermLeftUnmet: total.LeftUnmet} {
			if moved := c.Moved(from, to, 0, term); int64(len(moved)) != n {
				t.Fatalf("%s opens into %d units, counted %d", term, len(moved), n)
			}
		}
	})
}

func TestPagesMakeUpTheWholeOrderedList(t *testing.T) {
	orders := [][]Order{nil, {{By: model.UnitOrderByEmployees, Desc: true}}, {{By: model.UnitOrderByName}, {By: model.UnitOrderByFullMembers, Desc: true}},
		{{By: model.UnitOrderBySince, Indicator: 1}}, {{By: model.UnitOrderByCreditCode, Desc: true}}, {{By: model.UnitOrderByName, Desc: true}}}
	eachWorld(t, func(t *testing.T, w *world, c *Cube) {
		for i, order := range orders {
			q, on := w.question(), day0+model.Date(w.rng.IntN(days))
			if i%2 == 0 { // pages of gaps come from kept lists
				gap := w.rng.IntN(4)
				lo, hi, members := w.rng.IntN(3), w.rng.IntN(300), i%4 == 0
				q = question{Filter{Gap: &gap, Employees: Range{Set: true, Lo: lo, Hi: hi}, Members: Range{Set: members, Lo: 1, Hi: hi}}, nil}
				q.plain = func(s *model.Span, _ model.Date, _ *world) bool {
					return s.Class.Results.Of(gap) == model.ResultUnmet && s.Employees.Known() && s.Employees.Int() >= lo && s.Employees.Int() <= hi &&
						(!members || s.Members.Known() && s.Members.Int() >= 1 && s.Members.Int() <= hi)
				}
			}
			want := w.passing(q, on)
			all, total := c.Pick(on, &q.filter, order, nil, 0, 10_000)
			if total != len(want) || len(all) != total {
				t.Fatalf("%d of %d, want %d", len(all), total, len(want))
			}
			for i := 1; i < len(all); i++ {
				if plainCompare(c, order, all[i-1], all[i]) >= 0 {
					t.Fatalf("%v: %d before %d is out of order", order, i-1, i)
				}
			}
			pagesAgree(t, c, on, &q.filter, order, all)
		}
	})
}

func plainCompare(c *Cube, order []Order, a, b Row) int {
	sa, sb := c.Span(a), c.Span(b)
	for _, o := range order {
		r := 0
		switch o.By {
		case model.UnitOrderByEmployees:
			r = int(sa.Employees) - int(sb.Employees)
		case model.UnitOrderByFullMembers:
			r = int(sa.FullMembers) - int(sb.FullMembers)
		case model.UnitOrderByName:
			r = strings.Compare(sa.Name, sb.Name)
		case model.UnitOrderBySince:
			r = int(c.Since(a, o.Indicator) - c.Since(b, o.Indicator))
		case model.UnitOrderByCreditCode:
			r = strings.Compare(string(c.CreditCode(a)), string(c.CreditCode(b)))
		}
		if o.Desc {
			r = -r
		}
		if r != 0 {
			return r
		}
	}
	return strings.Compare(string(c.CreditCode(a)), string(c.CreditCode(b)))
}

func pagesAgree(t *testing.T, c *Cube, on model.Date, f *Filter, order []Order, all []Row) {
	t.Helper()
	var byOffset, byCursor []Row
	for offset := 0; offset < len(all); offset += 7 {
		page, _ := c.Pick(on, f, order, nil, offset, 7)
		byOffset = append(byOffset, page...)
	}
	var after *Position
	for {
		page, total := c.Pick(on, f, order, after, 0, 11)
		if total != len(all) {
			t.Fatalf("total %d behind a cursor, want %d", total, len(all))
		}
		if len(page) == 0 {
			break
		}
		byCursor = append(byCursor, page...)
		last := c.PositionOf(page[len(page)-1], order)
		after = &last
	}
	if !slices.Equal(byOffset, all) || !slices.Equal(byCursor, all) {
		t.Fatalf("%v: pages differ from the list", order)
	}
}

func TestUnitsAreFoundByIDAndCode(t *testing.T) {
	eachWorld(t, func(t *testing.T, w *world, c *Cube) {
		for id, u := range w.units {
			if got, ok := c.UnitByCode(u.CreditCode); !ok || got != id {
				t.Fatalf("%s: %d %v, want %d", u.CreditCode, got, ok, id)
			}
			rows := c.RowsOf(id)
			if len(rows) != len(u.Spans) {
				t.Fatalf("%d spans, want %d", len(rows), len(u.Spans))
			}
			for i, r := range rows {
				if got := c.Span(r); got != u.Spans[i] {
					t.Fatalf("%+v, want %+v", got, u.Spans[i])
				}
			}
		}
		if _, ok := c.UnitByCode("91990000MA99999999"); ok {
			t.Fatal("found a unit that is not there")
		}
	})
}
