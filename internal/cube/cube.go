// Package cube holds the spans of a rule set as columns in memory and answers counts, series, movements and pages of units
// in one scan. It is pure: no database, no clock, no context. A Cube never changes; With makes the next one.
package cube

import (
	"cmp"
	"math"
	"slices"

	"fugai/model"
)

// Cube is all current spans of one kind of subject and one rule set at one data version. It is made of a large base segment and a
// small one with the units that changed since, so that a commit costs what it touches. What is named after units holds for the other
// subjects, too: their numbers stand in place of unit ids, their codes in place of credit codes.
type Cube struct {
	Version model.DataVersion
	RuleSet model.RuleSetID
	Subject model.Subject
	// Classes are the distinct combinations of small dimensions; rows hold indexes into them.
	Classes  []model.SpanClass
	numbers  classIndex
	segments []*segment
	units    int
	cells    kept[cellsKey, *cells]
	unmet    kept[int, []bool]
	gaps     kept[gapKey, *gapList]
}

// forever is the exclusive end, in days, of a span that has not ended; gone is the start of a row that is no longer there.
const (
	forever = math.MaxInt16
	gone    = math.MaxInt16
)

// day packs a date into 16 bits: days since 1970-01-01, clamped to the years 1880 to 2059.
func day(d model.Date) int16 {
	if d >= model.Never {
		return forever
	}
	return int16(max(math.MinInt16, min(d.Days1970(), math.MaxInt16-1)))
}

// date is the inverse of day.
func date(d int16) model.Date {
	if d == forever {
		return model.Never
	}
	return model.NewDate(1970, 1, 1) + model.Date(d)
}

// Row is a place in the cube: a span of a unit. It is valid for one Cube only.
type Row struct {
	segment int32
	row     int32
}

// UnitSpans are all spans of one unit, ordered, and its credit code; no spans means that the unit is gone.
type UnitSpans struct {
	ID         model.UnitID
	CreditCode model.CreditCode
	Spans      []model.Span
}

func (c *Cube) classOf(class *model.SpanClass) uint32 { return c.numbers.number(&c.Classes, class) }

// Units is the number of units, founded or not.
func (c *Cube) Units() int { return c.units }

// Rows is the number of spans.
func (c *Cube) Rows() int {
	n := 0
	for _, s := range c.segments {
		n += s.rows - s.dead
	}
	return n
}

// With is the cube in which the given units have the given spans, at another data version. Units may come in any order,
// once each. c stays as it is, and so do queries that run on it.
func (c *Cube) With(version model.DataVersion, changed []UnitSpans) *Cube {
	next := &Cube{Version: version, RuleSet: c.RuleSet, Subject: c.Subject, Classes: c.Classes, numbers: c.numbers, units: c.units}
	if len(changed) == 0 {
		next.segments = c.segments
		return next
	}
	next.copyClasses(changed)
	changed = slices.Clone(changed)
	slices.SortFunc(changed, func(a, b UnitSpans) int { return cmp.Compare(a.ID, b.ID) })
	base, delta := c.segments[0], c.assemble(nil)
	if len(c.segments) > 1 {
		delta = c.segments[1]
	}
	base = base.without(changed)
	delta = next.merge(delta, changed)
	if 8*delta.rows > base.rows+1<<16 {
		base, delta = c.arrange(base, delta), c.assemble(nil)
	}
	next.segments = []*segment{base, delta}
	next.units = base.units() + delta.units()
	return next
}

// copyClasses makes the dictionary its own where a new class comes, because readers of the old cube use the old one.
func (c *Cube) copyClasses(changed []UnitSpans) {
	copied := false
	for _, u := range changed {
		for i := range u.Spans {
			class := &u.Spans[i].Class
			if !copied && *c.numbers.slot(c.Classes, class) == 0 {
				c.Classes, c.numbers.slots, copied = slices.Clone(c.Classes), slices.Clone(c.numbers.slots), true
			}
			if copied {
				c.classOf(class)
			}
		}
	}
}

// merge is a new segment with the units of old that did not change, and the changed ones, in ascending order.
func (c *Cube) merge(old *segment, changed []UnitSpans) *segment {
	fresh, runs, u := c.newSegment(len(changed), 4*len(changed)), make([]run, 0, 2*len(changed)+1), 0
	for _, ch := range changed {
		for ; u < len(old.ids) && old.id(u) < ch.ID; u++ {
			runs = addRun(runs, old, u)
		}
		if u < len(old.ids) && old.id(u) == ch.ID {
			u++
		}
		if len(ch.Spans) == 0 {
			continue
		}
		runs = addRun(runs, fresh, len(fresh.ids))
		fresh.unit(ch.ID, []byte(ch.CreditCode))
		for i := range ch.Spans {
			fresh.span(c.classOf(&ch.Spans[i].Class), &ch.Spans[i])
		}
	}
	fresh.close()
	for ; u < len(old.ids); u++ {
		runs = addRun(runs, old, u)
	}
	return c.assemble(runs)
}
