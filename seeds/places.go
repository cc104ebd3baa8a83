package seeds

import (
	"fmt"
	"math/rand/v2"

	"fugai/model"
)

// provinceCode begins with 99, which is no province of GB/T 2260.
const (
	provinceCode = model.RegionCode("990000000000")
	provinceName = "云岫省"
)

// place is a region of the demo.
type place struct {
	code       model.RegionCode
	stem, name string
	weight     int // share of the units
}

// county is a county with its city, townships and the organisations that those below it answer to.
type county struct {
	place
	city      *city
	townships []place
	lift      int // how much more is covered here than elsewhere, in parts of a thousand
	bodies    bodies
	tally     [2]tally // the establishment on both year ends
}

type city struct {
	place
	bodies bodies
}

// countiesOfCities is how many counties each city has; the first are districts, one is a county-level city.
var countiesOfCities = []int{9, 8, 7, 6, 5, 5}

// plan lays out cities, counties and townships and writes regions.csv.
func (g *generator) plan() {
	rng := g.random(0)
	g.region(place{code: provinceCode, name: provinceName}, model.RegionLevelProvince, "")
	townships := min(max(g.Units/65, 40), 600)
	for i, count := range countiesOfCities {
		at := &city{place: place{code: model.RegionCode(fmt.Sprintf("99%02d00000000", i+1)), stem: stem(i + 1)}}
		at.name = at.stem + "市"
		g.region(at.place, model.RegionLevelCity, provinceCode)
		for j := range count {
			n := len(g.counties)
			c := &county{place: countyPlace(i, j, n), city: at, lift: rng.IntN(140) - 70}
			g.region(c.place, model.RegionLevelCounty, at.code)
			g.counties = append(g.counties, c)
			g.townshipsOf(c, n, (n+1)*townships/40-n*townships/40, rng)
		}
	}
}

func countyPlace(cityIndex, i, serial int) place {
	code, suffix := i+1, "区"
	switch {
	case i == 4:
		code, suffix = 81, "市"
	case i > 2:
		code, suffix = 20+i, "县"
	}
	name := stem(7 + serial)
	return place{code: model.RegionCode(fmt.Sprintf("99%02d%02d000000", cityIndex+1, code)), stem: name, name: name + suffix}
}

// townshipKinds are the kinds of townships with the first number that their codes may have.
var townshipKinds = []struct {
	first  int
	suffix string
	weight int
}{{1, "街道", 90}, {100, "镇", 60}, {200, "乡", 15}, {400, "经济开发区", 120}}

func (g *generator) townshipsOf(c *county, serial, count int, rng *rand.Rand) {
	used := [4]int{}
	urban := c.code[4] == '0'
	for i := range count {
		kind := townshipKind(i, urban)
		t := townshipKinds[kind]
		name := stem(47 + serial*15 + i)
		code := model.RegionCode(fmt.Sprintf("%s%03d000", c.code[:6], t.first+used[kind]))
		used[kind]++
		p := place{code: code, stem: name, name: name + t.suffix, weight: t.weight + rng.IntN(60)}
		c.townships = append(c.townships, p)
		g.region(p, model.RegionLevelTownship, c.code)
	}
}

// townshipKind gives districts more streets and the countryside more towns; every seventh township is a development zone.
func townshipKind(i int, urban bool) int {
	switch {
	case i%7 == 6:
		return 3
	case urban && i%4 < 3 || !urban && i%5 == 0:
		return 0
	case urban || i%5 < 4:
		return 1
	}
	return 2
}

func (g *generator) region(p place, level model.RegionLevel, parent model.RegionCode) {
	g.regions.text(string(p.code)).text(p.name).text(level.String()).text(string(parent)).end()
}
