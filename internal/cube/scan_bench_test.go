package cube_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"

	"fugai/internal/cube"
	"fugai/model"
)

// What the benchmarks scan: a million rows of half a million units, in as many regions and classes as a province has.
const (
	benchRows    = 1_000_000
	benchUnits   = benchRows / 2
	benchRegions = 1_500
	benchClasses = 2_000
)

var (
	benchDay  = model.MustDate("2026-06-30")
	benchAsks = []cube.Ask{{Indicator: 0, Weight: model.WeightUnits}, {Indicator: 5, Weight: model.WeightUnits}, {Indicator: 7, Weight: model.WeightUnits}}
)

// sample is the cube of the benchmarks and its heap in bytes; made once, because that takes longer than the scans.
var sample = sync.OnceValues(func() (*cube.Cube, uint64) {
	before := heap()
	c := build(benchUnits, 2)
	after := heap()
	runtime.KeepAlive(c)
	return c, after - before
})

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// build makes a cube of units that have so many spans each.
func build(units, spans int) *cube.Cube {
	r := rand.New(rand.NewPCG(1, 2))
	b := cube.NewBuilder(1, 1)
	p := b.Part()
	classes := make([]uint32, benchClasses)
	for i := range classes {
		classes[i] = b.Class(someClass(r, i))
	}
	var s model.Span
	for id := model.UnitID(1); id <= model.UnitID(units); id++ {
		p.Unit(id, fmt.Appendf(nil, "91%016d", uint64(id)*7_368_787%10_000_000_000))
		founded := benchDay - model.Date(r.IntN(9000))
		s = model.Span{UnitID: id, RegionID: model.RegionID(1 + r.IntN(benchRegions)), FoundedOn: founded, Name: fmt.Sprintf("演示第%07d制造有限公司", id),
			Employees: model.Counted(1 + r.IntN(1+r.IntN(2000))), FullMembers: model.Counted(r.IntN(9)), Members: model.Counted(9)}
		from := founded
		for i := range spans {
			to := model.Never
			if i < spans-1 {
				to = from + 1 + model.Date(r.IntN(max(1, int(benchDay-from))))
			}
			s.Valid = model.Valid{ValidFrom: from, ValidTo: to}
			p.Span(classes[r.IntN(benchClasses)], &s)
			from = to
		}
	}
	return b.Build()
}

func someClass(r *rand.Rand, i int) model.SpanClass {
	c := model.SpanClass{Domain: model.Domain(1 + i%5), Size: model.Size(1 + i/5%5), Industry: byte('A' + i/25%20), Kind: model.UnitKindNone, NotCounted: uint32(i)}
	for k := range 12 {
		c.Results = c.Results.With(k, model.Result(1+r.IntN(5)))
	}
	return c
}

func scan(b *testing.B, question func(c *cube.Cube) int) {
	c, _ := sample()
	b.ReportAllocs()
	for b.Loop() {
		if question(c) == 0 {
			b.Fatal("an empty answer")
		}
	}
	b.ReportMetric(benchRows*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mrows/s")
}

func BenchmarkCountByDomain(b *testing.B) {
	scan(b, func(c *cube.Cube) int {
		groups, _ := c.Count(benchDay, &cube.Filter{}, &cube.Grouping{Dims: []model.Dimension{model.DimensionDomain}}, benchAsks)
		return len(groups)
	})
}

func BenchmarkCountByRegion(b *testing.B) {
	regions := make([]int32, benchRegions+1)
	for i := range regions {
		regions[i] = int32(i / 15) // townships in counties
	}
	g := &cube.Grouping{Dims: []model.Dimension{model.DimensionRegion}, RegionGroups: regions}
	scan(b, func(c *cube.Cube) int {
		groups, _ := c.Count(benchDay, &cube.Filter{}, g, benchAsks)
		return len(groups)
	})
}

func BenchmarkCountByDomainOfSomeEmployees(b *testing.B) {
	f := &cube.Filter{Employees: cube.Range{Set: true, Lo: 0, Hi: 1_000_000}}
	scan(b, func(c *cube.Cube) int {
		groups, _ := c.Count(benchDay, f, &cube.Grouping{Dims: []model.Dimension{model.DimensionDomain}}, benchAsks)
		return len(groups)
	})
}

func BenchmarkSeriesOf24Months(b *testing.B) {
	var days []model.Date
	for i := 23; i >= 0; i-- {
		days = append(days, benchDay.AddMonths(-i))
	}
	g := &cube.Grouping{Dims: []model.Dimension{model.DimensionPeriod, model.DimensionDomain}}
	scan(b, func(c *cube.Cube) int {
		groups, _ := c.Series(days, &cube.Filter{}, g, benchAsks[:1])
		return len(groups)
	})
}

func BenchmarkPick(b *testing.B) {
	byEmployees := []cube.Order{{By: model.UnitOrderByEmployees, Desc: true}}
	for _, offset := range []int{0, 100_000} {
		b.Run(fmt.Sprintf("offset=%d", offset), func(b *testing.B) {
			scan(b, func(c *cube.Cube) int {
				page, _ := c.Pick(benchDay, &cube.Filter{}, byEmployees, nil, offset, 50)
				return len(page)
			})
		})
	}
}

// BenchmarkMemoryOfCovers tells what a cover takes, with its unit and its organisation, of which each has one.
func BenchmarkMemoryOfCovers(b *testing.B) {
	const units = 200_000
	var bytes int
	for b.Loop() {
		before := heap()
		c, err := cube.NewCovers(1, func(add func(*model.Cover)) error {
			for i := range units {
				add(&model.Cover{UnitID: model.UnitID(i + 1), Kind: model.CoverKindOrganisation, OrganisationID: model.OrganisationID(units - i),
					Valid: model.Valid{ValidFrom: benchDay - model.Date(i%1000), ValidTo: model.Never}})
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		bytes = int(heap() - before)
		runtime.KeepAlive(c)
	}
	b.ReportMetric(float64(bytes)/units, "B/cover")
}

// BenchmarkMemory tells what a further span takes, and a unit with its name and code besides its spans.
func BenchmarkMemory(b *testing.B) {
	const units = 200_000
	var two, four float64
	for b.Loop() {
		two, four = taken(units, 2), taken(units, 4)
	}
	span := (four - two) / (2 * units)
	b.ReportMetric(span, "B/span")
	b.ReportMetric(two/units-2*span, "B/unit")
}

// taken is the heap of a cube.
func taken(units, spans int) float64 {
	before := heap()
	c := build(units, spans)
	bytes := heap() - before
	runtime.KeepAlive(c)
	return float64(bytes)
}
