package property

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// asked is a question as the naive side takes it.
type asked struct {
	where  *model.UnitFilter
	scope  model.RegionID // 0 is the whole
	by     []model.Dimension
	level  *model.RegionLevel
	ageOf  int
	shares []share
}

// share is an indicator and a weight.
type share struct {
	indicator int
	weight    model.Weight
}

// tally is what a share counts in a group: by result, and the units without a weight.
type tally struct {
	by      map[string]int
	missing int
}

// cell is a group of the naive side.
type cell struct {
	units   int
	tallies []tally
}

func indexOf(key model.IndicatorKey) int {
	return slices.IndexFunc(readings, func(r reading) bool { return r.key == key })
}

// since is the first day of the unbroken run of gaps that holds the unit's day, walked back day by day over all days on which
// anything may change; 0 where the day is no gap.
func (n *naive) since(r *naiveRow, indicator int) (first model.Date) {
	for i := len(n.days) - 1; i >= 0; i-- {
		if d := n.days[i]; d <= r.day {
			then := n.byUnit[d][r.unit]
			if then == nil || then.result(indicator) != "UNMET" {
				return first
			}
			first = d
		}
	}
	return first
}

func (n *naive) age(r *naiveRow, indicator int) string {
	first := n.since(r, indicator)
	switch days := int(r.day - first); {
	case first == 0:
		return "NONE"
	case days <= 90:
		return "UP_TO_90_DAYS"
	case days <= 365:
		return "FROM_91_TO_365_DAYS"
	}
	return "OVER_365_DAYS"
}

// reasons are the reasons of a gap, the primary one first.
func (r *naiveRow) reasons(indicator int) []string {
	out := []string{r.reason}
	if r.vain[indicator] {
		out = append(out, "COVER_NOT_COUNTED")
	}
	if r.once[indicator] {
		out = append(out, "COVER_ENDED")
	}
	return out
}

// oneOf tells whether a list that is asked for holds one of the texts; nil is no condition.
func oneOf[T fmt.Stringer](list []T, texts ...string) bool {
	if list == nil {
		return true
	}
	return slices.ContainsFunc(list, func(v T) bool { return slices.Contains(texts, v.String()) })
}

func textOf(list []string, texts ...string) bool {
	return list == nil || slices.ContainsFunc(list, func(v string) bool { return slices.Contains(texts, v) })
}

func inRange(r *model.IntRange, v sql.NullInt64) bool {
	if r == nil {
		return true
	}
	n := int(v.Int64)
	return v.Valid && (r.Eq == nil || n == *r.Eq) && (r.Gt == nil || n > *r.Gt) && (r.Gte == nil || n >= *r.Gte) && (r.Lt == nil || n < *r.Lt) && (r.Lte == nil || n <= *r.Lte)
}

// codes are the codes of the regions upward; texts those of the organisations upward, NONE where there is none.
func (n *naive) within(r *naiveRow, q *asked) bool {
	var codes []string
	scoped := q.scope == 0
	for _, p := range n.upward(r.day, r.region) {
		codes = append(codes, p.code)
		scoped = scoped || p.id == q.scope
	}
	f := q.where
	if slices.Contains(f.Directly, model.DimensionRegion) {
		codes = codes[:1]
	}
	if !scoped || f.Regions != nil && !slices.ContainsFunc(f.Regions, func(c model.RegionCode) bool { return slices.Contains(codes, string(c)) }) {
		return false
	}
	if f.Superiors == nil {
		return true
	}
	bodies := []string{"NONE"}
	if up := n.chain(r.day, n.superior(r)); len(up) > 0 {
		bodies = bodies[:0]
		for _, b := range up {
			bodies = append(bodies, b.code)
		}
		if slices.Contains(f.Directly, model.DimensionSubordination) {
			bodies = bodies[:1]
		}
	}
	return textOf(f.Superiors, bodies...)
}

// holds tells whether a unit passes the filter on its day.
func (n *naive) holds(r *naiveRow, q *asked) bool {
	f := q.where
	d := r.dims
	establishment := []string{d[model.DimensionEstablishment]}
	if strings.HasPrefix(establishment[0], "NOT_ESTABLISHED") {
		establishment = append(establishment, "NOT_ESTABLISHED")
	}
	return n.within(r, q) && textOf(f.Zones, n.zone(r)) && oneOf(f.Domains, d[model.DimensionDomain], r.also) &&
		oneOf(f.Controls, d[model.DimensionControl]) && textOf(f.Industries, d[model.DimensionIndustry]) && oneOf(f.Sizes, d[model.DimensionSize]) &&
		oneOf(f.Kinds, d[model.DimensionKind]) && oneOf(f.EmployeeBands, d[model.DimensionEmployeeBand]) &&
		oneOf(f.AboveScale, d[model.DimensionAboveScale]) && oneOf(f.PublicOrPrivate, d[model.DimensionPublicOrPrivate]) &&
		oneOf(f.Operations, d[model.DimensionOperation]) && oneOf(f.Establishments, establishment...) && oneOf(f.SetUps, d[model.DimensionSetUp]) &&
		oneOf(f.WorkMeans, d[model.DimensionWorkMeans]) && inRange(f.Employees, r.employees) && inRange(f.FullMembers, r.full) &&
		inRange(f.Members, r.members) && n.holdsGap(r, f) && holdsTexts(r, f)
}

// holdsGap judges the conditions on gaps and results. NOT_ESTABLISHED stands for every primary reason.
func (n *naive) holdsGap(r *naiveRow, f *model.UnitFilter) bool {
	gap := indexOf("TWO_COVERAGES")
	if f.GapAgeOf != nil {
		gap = indexOf(*f.GapAgeOf)
	}
	if f.GapAges != nil && !oneOf(f.GapAges, n.age(r, gap)) {
		return false
	}
	if f.GapReasons != nil && (r.result(gap) != "UNMET" || !oneOf(f.GapReasons, append(r.reasons(gap), "NOT_ESTABLISHED")...)) {
		return false
	}
	for _, one := range f.Results {
		if !oneOf(one.In, r.result(indexOf(one.Indicator))) {
			return false
		}
	}
	return true
}

func holdsTexts(r *naiveRow, f *model.UnitFilter) bool {
	if d := f.FoundedOn; d != nil && (d.Gte != nil && r.founded < *d.Gte || d.Lt != nil && r.founded >= *d.Lt) {
		return false
	}
	if t := f.Name; t != nil && (t.Eq != nil && r.name != *t.Eq || t.StartsWith != nil && !strings.HasPrefix(r.name, *t.StartsWith) ||
		t.Contains != nil && !strings.Contains(r.name, *t.Contains)) {
		return false
	}
	return f.CreditCodes == nil || slices.Contains(f.CreditCodes, model.CreditCode(r.code))
}

// pass are the units of a day that the filter lets through.
func (n *naive) pass(d model.Date, q *asked) (out []*naiveRow) {
	for _, r := range n.rows[d] {
		if n.holds(r, q) {
			out = append(out, r)
		}
	}
	return out
}

// regionGroup is the region under which a unit is counted: its ancestor of the asked level, or the child of the asked region; a
// region that was asked for is never left upward.
func (n *naive) regionGroup(r *naiveRow, q *asked) string {
	up := n.upward(r.day, r.region)
	top := func(p *place) bool {
		if q.where.Regions == nil {
			return p.id == q.scope
		}
		return slices.Contains(q.where.Regions, model.RegionCode(p.code))
	}
	at := up[0]
	for i := 0; !top(at) && i+1 < len(up); i++ {
		if q.level != nil && at.level <= *q.level || q.level == nil && top(up[i+1]) {
			break
		}
		at = up[i+1]
	}
	return fmt.Sprint(at.id)
}

// superiorGroup is the organisation under which a unit is counted: the direct subordinate of the asked one, that one itself, or
// else the top of the tree.
func (n *naive) superiorGroup(r *naiveRow, q *asked) string {
	up := n.chain(r.day, n.superior(r))
	if len(up) == 0 {
		return "NONE"
	}
	for i, b := range up {
		if slices.Contains(q.where.Superiors, b.code) {
			return up[max(0, i-1)].code
		}
	}
	return up[len(up)-1].code
}

// keys name the groups of a unit: one, or two where it counts in two domains.
func (n *naive) keys(r *naiveRow, q *asked, period string) []string {
	keys := []string{""}
	for _, d := range q.by {
		var values []string
		switch d {
		case model.DimensionPeriod:
			values = []string{period}
		case model.DimensionRegion:
			values = []string{n.regionGroup(r, q)}
		case model.DimensionSubordination:
			values = []string{n.superiorGroup(r, q)}
		case model.DimensionZone:
			values = []string{n.zone(r)}
		case model.DimensionGapAge:
			values = []string{n.age(r, q.ageOf)}
		case model.DimensionDomain:
			for _, name := range []string{r.dims[d], r.also} {
				if name != "" && oneOf(q.where.Domains, name) && !slices.Contains(values, name) {
					values = append(values, name)
				}
			}
		default:
			values = []string{r.dims[d]}
		}
		var next []string
		for _, k := range keys {
			for _, v := range values {
				next = append(next, k+"|"+v)
			}
		}
		keys = next
	}
	return keys
}

// count counts the units of a day by group; the group "total" counts each once.
func (n *naive) count(into map[string]*cell, d model.Date, q *asked, period string) {
	into["total"] = &cell{tallies: make([]tally, len(q.shares))}
	for _, r := range n.pass(d, q) {
		for _, key := range append(n.keys(r, q, period), "total") {
			c := into[key]
			if c == nil {
				c = &cell{tallies: make([]tally, len(q.shares))}
				into[key] = c
			}
			c.add(r, q.shares)
		}
	}
}

func (c *cell) add(r *naiveRow, shares []share) {
	c.units++
	for i, s := range shares {
		t := &c.tallies[i]
		if t.by == nil {
			t.by = map[string]int{}
		}
		weight := sql.NullInt64{Int64: 1, Valid: true}
		switch s.weight {
		case model.WeightEmployees:
			weight = r.employees
		case model.WeightFullMembers:
			weight = r.full
		}
		t.by[r.result(s.indicator)] += int(weight.Int64)
		if !weight.Valid {
			t.missing++
		}
	}
}
