package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fugai/model"
)

// The states of a unit on a day, the higher one first.
const (
	none = iota
	work
	byOrganisation
)

// factOn is the fact of a unit in force on a day; -1 before it was founded. The first fact also holds back to the founding day.
func (c *columns) factOn(unit int, day int16) int {
	if c.founded[unit] > day {
		return -1
	}
	at := int(c.facts[unit])
	for next := at + 1; next < int(c.facts[unit+1]) && c.factFrom[next] <= day; next++ {
		at = next
	}
	return at
}

// stateOn is what covers a unit on a day.
func (c *columns) stateOn(unit int, day int16) (state int) {
	for i := c.covers[unit]; i < c.covers[unit+1]; i++ {
		if c.coverFrom[i] <= day && c.coverTo[i] > day {
			if c.organisation[i] {
				return byOrganisation
			}
			state = work
		}
	}
	return state
}

// place is the part of the province of a question: -1 is all of it.
type place struct{ city, county int }

// asked is what narrows a question; bound is the highest number of employees, or -1 for none.
type asked struct {
	day   int16
	bound int32
	place
}

// in tells whether a unit with a fact is asked about.
func (a *asked) in(c *columns, fact int) bool {
	return (a.city < 0 || int(c.city[fact]) == a.city) && (a.county < 0 || int(c.county[fact]) == a.county) &&
		(a.bound < 0 || c.employees[fact] >= 0 && c.employees[fact] <= a.bound)
}

// tally counts operating units by state, and exempt ones.
type tally struct {
	state  [3]int
	exempt int
}

func (t *tally) add(c *columns, unit, fact int, day int16) {
	if c.active[fact] {
		t.state[c.stateOn(unit, day)]++
	} else {
		t.exempt++
	}
}

// byDomain answers Q1.
func (c *columns) byDomain(a asked) (out [5]tally) {
	for unit := range c.codes {
		if f := c.factOn(unit, a.day); f >= 0 && a.in(c, f) {
			out[c.domain[f]].add(c, unit, f, a.day)
			if c.also[f] != noDomain {
				out[c.also[f]].add(c, unit, f, a.day)
			}
		}
	}
	return out
}

// byCounty answers Q2.
func (c *columns) byCounty(a asked) [][5]tally {
	out := make([][5]tally, len(c.counties.texts))
	for unit := range c.codes {
		if f := c.factOn(unit, a.day); f >= 0 && a.in(c, f) {
			out[c.county[f]][c.domain[f]].add(c, unit, f, a.day)
			if c.also[f] != noDomain {
				out[c.county[f]][c.also[f]].add(c, unit, f, a.day)
			}
		}
	}
	return out
}

// byTownship answers Q3.
func (c *columns) byTownship(a asked) []tally {
	out := make([]tally, len(c.towns.texts))
	for unit := range c.codes {
		f := c.factOn(unit, a.day)
		if f >= 0 && c.industry[f] == 'C' && (c.size[f] == 'M' || c.size[f] == 'L') && a.in(c, f) {
			out[c.town[f]].add(c, unit, f, a.day)
		}
	}
	return out
}

// byMonth answers Q4: a scan a month.
func (c *columns) byMonth(a asked, days []int16) [][5]tally {
	out := make([][5]tally, len(days))
	for i, day := range days {
		a.day = day
		out[i] = c.byDomain(a)
	}
	return out
}

// gaps answers Q5: units that nothing covers, by employees, the most first, then by credit code.
func (c *columns) gaps(a asked) (units []int) {
	key := func(unit int) int32 { return c.employees[c.factOn(unit, a.day)] }
	for unit := range c.codes {
		f := c.factOn(unit, a.day)
		if f >= 0 && c.active[f] && a.in(c, f) && c.stateOn(unit, a.day) == none {
			units = append(units, unit)
		}
	}
	slices.SortFunc(units, func(x, y int) int { return cmp.Or(cmp.Compare(key(y), key(x)), cmp.Compare(c.codes[x], c.codes[y])) })
	return units
}

// named answers Q6: founded units whose name begins with a text, by name and credit code.
func (c *columns) named(prefix string, a asked) (units []int) {
	for unit := range c.codes {
		if f := c.factOn(unit, a.day); f >= 0 && strings.HasPrefix(c.names[unit], prefix) && a.in(c, f) {
			units = append(units, unit)
		}
	}
	slices.SortFunc(units, func(x, y int) int {
		return cmp.Or(cmp.Compare(c.names[x], c.names[y]), cmp.Compare(c.codes[x], c.codes[y]))
	})
	return units
}

// cells are the answer of a table: the path of a cell and its number. Cells of 0 stand for missing ones and are left out.
type cells map[string]int

func (c cells) put(n int, path ...string) {
	if n != 0 {
		c[strings.Join(path, " ")] = n
	}
}

func (c cells) tally(t *tally, path ...string) {
	c.put(t.state[byOrganisation], append(path, "organisation")...)
	c.put(t.state[work], append(path, "work")...)
	c.put(t.state[none], append(path, "none")...)
}

func tablesByDomain(rows [][5]tally, names []string) cells {
	out := cells{}
	for i := range rows {
		for d := range rows[i] {
			out.tally(&rows[i][d], names[i], domains[d])
		}
	}
	return out
}

// months are the last days of 24 months up to a day, and their names.
func months(last model.Date) (days []int16, names []string) {
	for p := model.PeriodOf(last.AddMonths(-23), model.GrainMonth); p.First() <= last; p = p.Next() {
		days, names = append(days, dayNumber(p.Last())), append(names, p.String())
	}
	return days, names
}

// listed is how a unit of a list is compared.
func (c *columns) listed(unit int, day int16) string {
	return c.codes[unit] + " " + c.names[unit] + " " + strconv.Itoa(int(c.employees[c.factOn(unit, day)]))
}
