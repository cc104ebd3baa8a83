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

// byMonth answers Q4 in one pass: what begins adds itself at the first month's end that it holds and takes itself away at the first
// that it does not.
func (c *columns) byMonth(a asked, at *monthEnds) [][5]tally {
	out := make([][5]tally, at.count+1)
	for unit := range c.codes {
		for f := c.facts[unit]; f < c.facts[unit+1]; f++ {
			from, to := c.factFrom[f], int16(never)
			if f == c.facts[unit] || from < c.founded[unit] {
				from = c.founded[unit]
			}
			if f+1 < c.facts[unit+1] {
				to = c.factFrom[f+1]
			}
			if lo, hi := at.of(from), at.of(to); lo < hi && a.in(c, int(f)) {
				c.addMonths(out, unit, int(f), lo, hi, at)
			}
		}
	}
	for m := 1; m < len(out); m++ {
		for d := range out[m] {
			out[m][d].exempt += out[m-1][d].exempt
			for s := range out[m][d].state {
				out[m][d].state[s] += out[m-1][d].state[s]
			}
		}
	}
	return out[:at.count]
}

// addMonths adds the months from lo to hi, exclusive, in which a fact holds. The covers of a unit lie in order of their begin.
func (c *columns) addMonths(out [][5]tally, unit, f int, lo, hi int, at *monthEnds) {
	for _, d := range [2]uint8{c.domain[f], c.also[f]} {
		if d == noDomain {
			continue
		}
		if !c.active[f] {
			out[lo][d].exempt++
			out[hi][d].exempt--
			continue
		}
		out[lo][d].state[none]++
		out[hi][d].state[none]--
		covered, organised := lo, lo // up to where covers of either kind have been counted
		for i := c.covers[unit]; i < c.covers[unit+1]; i++ {
			begin, end := at.of(c.coverFrom[i]), min(hi, at.of(c.coverTo[i]))
			if from := max(covered, begin); from < end {
				out[from][d].move(none, work, 1)
				out[end][d].move(none, work, -1)
				covered = end
			}
			if from := max(organised, begin); c.organisation[i] && from < end {
				out[from][d].move(work, byOrganisation, 1)
				out[end][d].move(work, byOrganisation, -1)
				organised = end
			}
		}
	}
}

// move takes units from one state to another.
func (t *tally) move(from, to, n int) {
	t.state[from] -= n
	t.state[to] += n
}

// monthEnds tell the place of the first month's end on or after each day.
type monthEnds struct {
	place [1 << 16]uint8
	count int
}

func newMonthEnds(days []int16) *monthEnds {
	e := &monthEnds{count: len(days)}
	for day := range e.place {
		at, _ := slices.BinarySearch(days, int16(day-1<<15))
		e.place[day] = uint8(at)
	}
	return e
}

func (e *monthEnds) of(day int16) int { return int(e.place[int(day)+1<<15]) }

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
