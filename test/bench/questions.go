package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"fugai/model"
)

// question is an operation with its answer, computed from the files.
type question struct {
	name string
	// text holds {{bound}} where a request that no other repeats has another harmless bound of employees.
	text string
	// scan is the plain scan that answers it; nil where the reference is another.
	scan func()
	// check tells how an answer differs from the files; "" where it does not. bounded tells that units without employees are out.
	check func(body []byte, bounded bool) string
}

// operation is the question's text: the n-th one of its kind, or, with n 0, the repeated one.
func (q *question) operation(n uint64) string {
	bound := ""
	if n > 0 {
		bound = "employees: {lte: " + strconv.FormatUint(1_000_000+n%9_000_000, 10) + "}"
	}
	return strings.ReplaceAll(q.text, "{{bound}}", bound)
}

// unbounded is a bound that no unit reaches.
const unbounded = 10_000_000

// asking makes the questions about a province.
type asking struct {
	*columns
	asOf   model.Date
	day    int16
	city   int
	county int
	unit   int // of Q6
}

func newAsking(c *columns, asOf model.Date) *asking {
	a := &asking{columns: c, asOf: asOf, day: dayNumber(asOf)}
	cities, counties := make([]int, len(c.cities.texts)), make([]int, len(c.counties.texts))
	for unit := range c.codes {
		if f := c.factOn(unit, a.day); f >= 0 {
			cities[c.city[f]]++
			counties[c.county[f]]++
			if c.covers[unit+1]-c.covers[unit] > 1 && a.unit == 0 {
				a.unit = unit
			}
		}
	}
	a.city, a.county = slices.Index(cities, slices.Max(cities)), slices.Index(counties, slices.Max(counties))
	return a
}

func (a *asking) asked(bounded bool, city, county int) asked {
	out := asked{day: a.day, bound: -1, place: place{city, county}}
	if bounded {
		out.bound = unbounded
	}
	return out
}

const shares = `
	organisation: share(of: "ORGANISATION_COVERAGE") { numerator rate }
	work: share(of: "WORK_COVERAGE") { numerator rate }
	none: share(of: "TWO_COVERAGES") { numerator: gap rate }`

func (a *asking) questions() []*question {
	city, county := a.cities.texts[a.city], a.counties.texts[a.county]
	days, names := months(a.asOf)
	ends := newMonthEnds(days)
	in := fmt.Sprintf("asOf: %q", a.asOf)
	series := fmt.Sprintf("periods: {from: %q, to: %q, grain: MONTH}", names[0], names[len(names)-1])
	deep := len(a.gaps(a.asked(true, -1, -1))) / 2
	whole := func(b bool) asked { return a.asked(b, -1, -1) }
	inCity := func(b bool) asked { return a.asked(b, a.city, -1) }
	return []*question{
		a.table("Q1", `{ coverage(where: {{{bound}}}, groupBy: [DOMAIN], `+in+`) { asOf dataVersion rows { domain domainName`+shares+` } } }`, "domain",
			whole, func(q asked) cells { t := a.byDomain(q); return tablesByDomain([][5]tally{t}, []string{""}) }, func(q asked) { a.byDomain(q) }),
		a.table("Q2", `{ coverage(where: {regions: ["`+city+`"] {{bound}}}, groupBy: [REGION, DOMAIN], regionLevel: COUNTY, `+in+`) { rows { regionCode regionName domain`+shares+` } } }`,
			"regionCode domain", inCity, func(q asked) cells { return tablesByDomain(a.byCounty(q), a.counties.texts) }, func(q asked) { a.byCounty(q) }),
		a.table("Q3", `{ coverage(where: {regions: ["`+city+`"] industries: ["C"] sizes: [MEDIUM, LARGE] {{bound}}}, groupBy: [REGION], regionLevel: TOWNSHIP, `+in+
			`) { rows { regionCode regionName`+shares+` } } }`, "regionCode", inCity, func(q asked) cells {
			out := cells{}
			for i, t := range a.byTownship(q) {
				out.tally(&t, a.towns.texts[i])
			}
			return out
		}, func(q asked) { a.byTownship(q) }),
		a.table("Q4a", `{ coverage(where: {regions: ["`+city+`"] {{bound}}}, groupBy: [PERIOD, DOMAIN], `+series+`) { rows { period domain`+shares+` } } }`, "period domain",
			inCity, func(q asked) cells { return tablesByDomain(a.byMonth(q, ends), names) }, func(q asked) { a.byMonth(q, ends) }),
		a.table("Q4b", `{ coverage(where: {{{bound}}}, groupBy: [PERIOD, DOMAIN], `+series+`) { rows { period domain`+shares+` } } }`, "period domain",
			whole, func(q asked) cells { return tablesByDomain(a.byMonth(q, ends), names) }, func(q asked) { a.byMonth(q, ends) }),
		a.list("Q5a", a.gapList(`regions: ["`+county+`"] {{bound}}`, 0, in), func(b bool) []int { return a.gaps(a.asked(b, -1, a.county)) }, 0, 50),
		a.list("Q5b", a.gapList("{{bound}}", deep, in), func(b bool) []int { return a.gaps(whole(b)) }, deep, 50),
		a.list("Q6a", a.unitList("eq", a.names[a.unit]), func(b bool) []int { return a.exactly(a.named(a.names[a.unit], whole(b))) }, 0, 20),
		a.list("Q6b", a.unitList("startsWith", a.prefix()), func(b bool) []int { return a.named(a.prefix(), whole(b)) }, 0, 20),
		a.one("Q6c"),
	}
}

func (a *asking) gapList(where string, offset int, in string) string {
	return fmt.Sprintf(`{ list: gaps(indicator: "TWO_COVERAGES", where: {%s}, orderBy: [{by: EMPLOYEES, direction: DESC}], first: 50, offset: %d, %s) {
	totalCount pageInfo { hasNextPage endCursor } edges { cursor node { reasons { code message }
	unit { creditCode name employees region { name parent { name } } } lastCover { kind validFrom validTo } } } } }`, where, offset, in)
}

func (a *asking) unitList(how, name string) string {
	return fmt.Sprintf(`{ list: units(where: {name: {%s: %q} {{bound}}}, orderBy: [{by: NAME, direction: ASC}], first: 20, asOf: %q) {
	totalCount edges { node { creditCode name employees } } } }`, how, name, a.asOf)
}

// prefix is a text that many names begin with.
func (a *asking) prefix() string { return string([]rune(a.names[a.unit])[:4]) }

func (a *asking) exactly(units []int) []int {
	return slices.DeleteFunc(units, func(u int) bool { return a.names[u] != a.names[a.unit] })
}

// table is a question whose rows are named by some fields and hold three shares.
func (a *asking) table(name, text, key string, narrowed func(bool) asked, want func(asked) cells, scan func(asked)) *question {
	expected := map[bool]cells{false: want(narrowed(false)), true: want(narrowed(true))}
	plain := narrowed(true)
	return &question{name, text, func() { scan(plain) }, func(body []byte, bounded bool) string {
		var answer struct {
			Data struct {
				Coverage struct{ Rows []map[string]any }
			}
		}
		if err := decode(body, &answer); err != nil {
			return err.Error()
		}
		got := cells{}
		for _, row := range answer.Data.Coverage.Rows {
			var path []string
			if key == "domain" {
				path = append(path, "")
			}
			for _, k := range strings.Fields(key) {
				path = append(path, fmt.Sprint(row[k]))
			}
			for _, share := range []string{"organisation", "work", "none"} {
				n, _ := strconv.Atoi(fmt.Sprint(row[share].(map[string]any)["numerator"]))
				got.put(n, append(slices.Clip(path), share)...)
			}
		}
		return differ(got, expected[bounded])
	}}
}

func differ(got, want cells) string {
	if len(want) == 0 {
		return "the files give no answer to compare with; ask for more units"
	}
	for _, k := range slices.Sorted(maps.Keys(want)) {
		if got[k] != want[k] {
			return fmt.Sprintf("%s is %d; by the files %d", k, got[k], want[k])
		}
	}
	if len(got) != len(want) {
		return fmt.Sprintf("%d cells; by the files %d", len(got), len(want))
	}
	return ""
}

// list is a question for a page of units.
func (a *asking) list(name, text string, all func(bool) []int, offset, first int) *question {
	expected := map[bool][]int{false: all(false), true: all(true)}
	return &question{name, text, nil, func(body []byte, bounded bool) string {
		type unit struct {
			CreditCode, Name string
			Employees        *int
		}
		var answer struct {
			Data struct {
				List struct {
					TotalCount int
					Edges      []struct {
						Node struct {
							unit
							Unit unit
						}
					}
				}
			}
		}
		if err := decode(body, &answer); err != nil {
			return err.Error()
		}
		want := expected[bounded]
		list := answer.Data.List
		page := want[min(offset, len(want)):min(offset+first, len(want))]
		if list.TotalCount != len(want) || len(list.Edges) != len(page) || len(page) == 0 {
			return fmt.Sprintf("%d of %d units; by the files %d of %d", len(list.Edges), list.TotalCount, len(page), len(want))
		}
		for i, u := range page {
			got := list.Edges[i].Node.unit
			if got.CreditCode == "" {
				got = list.Edges[i].Node.Unit
			}
			employees := -1
			if got.Employees != nil {
				employees = *got.Employees
			}
			if line := fmt.Sprintf("%s %s %d", got.CreditCode, got.Name, employees); line != a.listed(u, a.day) {
				return fmt.Sprintf("place %d is %s; by the files %s", i, line, a.listed(u, a.day))
			}
		}
		return ""
	}}
}

// one is a question for a unit with everything round it.
func (a *asking) one(name string) *question {
	text := fmt.Sprintf(`{ unit(creditCode: %q, asOf: %q) { creditCode name covers { kind validFrom validTo organisation { code name parent { code name } }
	otherUnits(where: {{{bound}}}, first: 20, asOf: %q) { nodes { creditCode } } } } }`, a.codes[a.unit], a.asOf, a.asOf)
	return &question{name, text, nil, func(body []byte, _ bool) string {
		var answer struct {
			Data struct {
				Unit struct {
					CreditCode, Name string
					Covers           []any
				}
			}
		}
		if err := decode(body, &answer); err != nil {
			return err.Error()
		}
		u := answer.Data.Unit
		covers := int(a.covers[a.unit+1] - a.covers[a.unit])
		if u.CreditCode != a.codes[a.unit] || u.Name != a.names[a.unit] || len(u.Covers) < covers {
			return fmt.Sprintf("%s %s with %d covers; by the files %s %s with %d", u.CreditCode, u.Name, len(u.Covers), a.codes[a.unit], a.names[a.unit], covers)
		}
		return ""
	}}
}

func decode(body []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	return d.Decode(into)
}
