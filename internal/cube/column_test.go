package cube

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fugai/model"
)

func TestPackedColumnsHoldTheirNumbers(t *testing.T) {
	kinds := map[string]int{}
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 3))
		numbers := make([]uint32, rng.IntN(700))
		zeros, large := rng.IntN(100), []int{0, 0, 3, 30}[rng.IntN(4)]
		for i := range numbers {
			switch {
			case rng.IntN(100) < zeros:
			case rng.IntN(100) < large:
				numbers[i] = uint32(escape - 1 + rng.IntN(4))
			default:
				numbers[i] = uint32(rng.IntN(9))
			}
		}
		c := packed(numbers, seed%2 == 0)
		for i, v := range numbers {
			if got := c.at(uint32(i)); got != v {
				t.Fatalf("seed %d: row %d holds %d, want %d", seed, i, got, v)
			}
		}
		var want, got []uint32
		begin, end := 0, len(numbers)
		if end > 1 {
			begin = rng.IntN(end)
		}
		for i, v := range numbers[begin:end] {
			if c.beyond != nil && v >= escape {
				want = append(want, uint32(begin+i), v)
			}
		}
		c.beyond.each(begin, end, func(row, v uint32) { got = append(got, row, v) })
		if !slices.Equal(got, want) {
			t.Fatalf("seed %d: exceptions from %d are %v, want %v", seed, begin, got, want)
		}
		kinds[fmt.Sprint(c.narrow != nil, c.beyond != nil, c.wide != nil, c.sparse != nil)]++
	}
	if len(kinds) != 5 {
		t.Errorf("columns were of the kinds %v; want all five", kinds)
	}
}

func TestStepsHoldTheirNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 4))
	var s steps[int16]
	var plain []int16
	for v := int16(0); len(plain) < 1000; {
		if rng.IntN(3) == 0 {
			v = int16(rng.IntN(4))
		}
		s.add(v)
		plain = append(plain, v)
	}
	for i, v := range plain {
		if got := s.at(uint32(i)); got != v {
			t.Fatalf("row %d holds %d, want %d", i, got, v)
		}
		begin := rng.IntN(i + 1)
		if got, want := s.of(uint32(begin), uint32(i+1)), slices.Compact(slices.Clone(plain[begin:i+1])); !slices.Equal(got, want) {
			t.Fatalf("rows %d to %d hold %v, want %v", begin, i, got, want)
		}
	}
	if len(s.numbers) > len(plain)/2 {
		t.Errorf("%d steps of %d rows", len(s.numbers), len(plain))
	}
}

// TestMoreClassesThan16BitsName counts where classes of few rows stand beside a narrow column.
func TestMoreClassesThan16BitsName(t *testing.T) {
	const units = escape + 12_000
	rng := rand.New(rand.NewPCG(1, 5))
	b := NewBuilder(1, 1)
	p := b.Part()
	spans := make([]model.Span, units)
	for i := range spans {
		s := &spans[i]
		s.UnitID, s.Valid, s.FoundedOn, s.Name = model.UnitID(i+1), model.Valid{ValidFrom: day0 + model.Date(rng.IntN(40)), ValidTo: model.Never}, day0, "甲"
		if rng.IntN(4) == 0 {
			s.ValidTo = s.ValidFrom + model.Date(1+rng.IntN(40))
		}
		s.RegionID = model.RegionID(1 + rng.IntN(2))
		s.Class = model.SpanClass{Domain: model.Domain(1 + rng.IntN(5)), NotCounted: uint32(max(0, i-9_000))}
		s.Class.Results = s.Class.Results.With(0, model.Result(1+rng.IntN(5)))
		p.Unit(s.UnitID, fmt.Appendf(nil, "91990000MA%08d", i))
		p.Span(b.Class(s.Class), s)
	}
	c := b.Build()
	if column := &c.segments[0].class; column.beyond == nil || len(column.beyond.rows) < 1000 {
		t.Fatalf("%d classes leave no exceptions", len(c.Classes))
	}
	on := []model.Date{day0 + 3, day0 + 20, day0 + 50}
	asks := []Ask{{Indicator: 0}}
	domain := model.Domain(2)
	for name, f := range map[string]*Filter{"all": {}, "some": {Regions: []bool{false, true}}, "a domain": {
		Class: func(c *model.SpanClass) bool { return c.Domain == domain },
	}} {
		want := map[string]int64{}
		for date, d := range on {
			for i := range spans {
				s := &spans[i]
				if s.On(d) && (f.Regions == nil || s.RegionID == 1) && (f.Class == nil || s.Class.Domain == domain) {
					want[fmt.Sprint(date, s.Class.Domain, s.Class.Results.Of(0))]++
				}
			}
		}
		grouping := &Grouping{Dims: []model.Dimension{model.DimensionDomain}}
		series, _ := c.Series(on, f, grouping, asks)
		single, _ := c.eachDay(on, f, grouping, asks)
		for how, groups := range map[string][]Group{"series": series, "days": single} {
			got := map[string]int64{}
			for _, g := range groups {
				for result, n := range g.Tallies[0].By {
					if n != 0 {
						got[fmt.Sprint(g.Date, model.Domain(g.Keys[0]), model.Result(result))] += n
					}
				}
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s by %s: %v, want %v", name, how, got, want)
			}
		}
	}
}
