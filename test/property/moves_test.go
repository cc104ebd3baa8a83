package property

import (
	"fmt"
	"slices"

	"fugai/internal/coverage"
	"fugai/model"
)

// gaps lists the gaps of an indicator: which, since when, for how long and why.
func (c *check) gaps() {
	on, key := c.date(), c.indicator()
	q := &asked{scope: c.scope, where: c.where(on)}
	size := 1000
	query := coverage.GapsQuery{Indicator: key, UnitsQuery: coverage.UnitsQuery{Where: q.where, AsOf: &on, Page: model.Page{First: &size}}}
	answer, err := c.service.Gaps(c.ctx, query)
	if err != nil {
		c.wrong(query, "%v", err)
		return
	}
	seen := *q
	where := *q.where
	if where.GapAgeOf == nil {
		where.GapAgeOf = &key // in a list of gaps the conditions speak of its own indicator
	}
	where.Results = append(slices.Clone(where.Results), &model.ResultFilter{Indicator: key, In: []model.Result{model.ResultUnmet}})
	seen.where = &where
	want := c.pass(on, &seen)
	c.sort(want, nil)
	var got []string
	for _, g := range answer.Nodes() {
		got = append(got, string(g.Unit.CreditCode))
	}
	if codes := codesOf(want); !slices.Equal(got, codes) || answer.TotalCount != len(want) {
		c.wrong(query, "the gaps are %d, %v; want %d, %v", answer.TotalCount, got, len(want), codes)
		return
	}
	for i, g := range answer.Nodes() {
		c.compareGap(query, g, want[i], indexOf(key))
	}
}

func (c *check) compareGap(query any, g *model.Gap, r *naiveRow, indicator int) {
	var reasons []string
	for _, reason := range g.Reasons {
		reasons = append(reasons, reason.Code.String())
	}
	if want := r.reasons(indicator); !slices.Equal(reasons, want) {
		c.wrong(query, "the reasons of %s are %v, want %v", r.code, reasons, want)
	}
	if since := c.since(r, indicator); g.Since != since || g.Days != int(r.day-since) {
		c.wrong(query, "%s is a gap since %s, for %d days; want %s, %d", r.code, g.Since, g.Days, since, int(r.day-since))
	}
}

// moved is a movement as the naive side counts it: numerator and denominator on both dates, and units by term.
type moved struct {
	sides [4]int
	terms map[model.MovementTerm][]string
}

// term is the term that counts a unit with these results; "" where it was not there.
func term(was, is string) model.MovementTerm {
	inside := func(r string) bool { return r == "MET" || r == "UNMET" }
	switch {
	case was == "UNMET" && is == "MET":
		return model.MovementTermGained
	case was == "MET" && is == "UNMET":
		return model.MovementTermLost
	case inside(was) && inside(is):
		return 0
	case is == "MET":
		return model.MovementTermEnteredMet
	case is == "UNMET":
		return model.MovementTermEnteredUnmet
	case was == "MET":
		return model.MovementTermLeftMet
	case was == "UNMET":
		return model.MovementTermLeftUnmet
	}
	return 0
}

func (m *moved) add(code, was, is string) {
	for i, ok := range []bool{was == "MET", was == "MET" || was == "UNMET", is == "MET", is == "MET" || is == "UNMET"} {
		if ok {
			m.sides[i]++
		}
	}
	if t := term(was, is); t != 0 {
		m.terms[t] = append(m.terms[t], code)
	}
}

// moves compares the units of two days, group by group. A unit that changes its group leaves the one and enters the other.
func (c *check) moves(from, to model.Date, q *asked, indicator int) map[string]*moved {
	out := map[string]*moved{}
	results := map[string]map[string][2]string{} // by group and unit
	for side, d := range []model.Date{from, to} {
		for _, r := range c.pass(d, q) {
			for _, key := range append(c.keys(r, q, ""), "total") {
				if results[key] == nil {
					results[key] = map[string][2]string{}
				}
				pair := results[key][r.code]
				pair[side] = r.result(indicator)
				results[key][r.code] = pair
			}
		}
	}
	for key, units := range results {
		m := &moved{terms: map[model.MovementTerm][]string{}}
		for code, pair := range units {
			m.add(code, pair[0], pair[1])
		}
		out[key] = m
	}
	return out
}

// movement asks what moved an indicator and opens every term of the total.
func (c *check) movement() {
	from, to := c.date(), c.date()
	if from == to {
		return
	}
	if from > to {
		from, to = to, from
	}
	q := &asked{scope: c.scope, where: c.where(from, to), by: c.groupBy(model.DimensionPeriod, model.DimensionGapAge)}
	q.level = c.regionLevel(q.by)
	key := c.indicator()
	query := coverage.MovementQuery{Indicator: key, From: from, To: to, Where: q.where, GroupBy: q.by, RegionLevel: q.level}
	answer, err := c.service.Movement(c.ctx, query)
	if err != nil {
		c.wrong(query, "%v", err)
		return
	}
	want := c.moves(from, to, q, indexOf(key))
	total := want["total"]
	if total == nil {
		total = &moved{}
	}
	delete(want, "total")
	c.compareMove(query, "total", answer.Total, total)
	for _, r := range answer.Rows {
		group := keyOf(r.Group, q.by)
		if want[group] == nil {
			c.wrong(query, "there should be no row %s", group)
			continue
		}
		c.compareMove(query, group, r, want[group])
		delete(want, group)
	}
	for group := range want {
		c.wrong(query, "the row %s is missing", group)
	}
	for _, t := range model.AllMovementTerm() {
		c.openTerm(query, t, total.terms[t])
	}
}

func (c *check) compareMove(query any, group string, r *model.MovementRow, want *moved) {
	sides := [4]int{r.NumeratorFrom, r.DenominatorFrom, r.NumeratorTo, r.DenominatorTo}
	terms := []int{r.Gained, r.Lost, r.EnteredMet, r.EnteredUnmet, r.LeftMet, r.LeftUnmet}
	var wanted []int
	for _, t := range model.AllMovementTerm() {
		wanted = append(wanted, len(want.terms[t]))
	}
	if sides != want.sides || !slices.Equal(terms, wanted) {
		c.wrong(query, "%s moved %d by %d, want %d by %d", group, sides, terms, want.sides, wanted)
	}
	if r.NumeratorTo != r.NumeratorFrom+r.Gained-r.Lost+r.EnteredMet-r.LeftMet {
		c.wrong(query, "%s: the identity of the movement does not hold", group)
	}
}

// openTerm opens a term of a movement into its list.
func (c *check) openTerm(query coverage.MovementQuery, t model.MovementTerm, want []string) {
	where, size := *query.Where, 1000
	where.Movement = &model.MovementFilter{Indicator: query.Indicator, From: query.From, To: query.To, Term: t}
	list := coverage.UnitsQuery{Where: &where, Page: model.Page{First: &size}}
	answer, err := c.service.Units(c.ctx, list)
	if err != nil {
		c.wrong(list, "%v", err)
		return
	}
	var got []string
	for _, u := range answer.Nodes() {
		got = append(got, string(u.CreditCode))
	}
	slices.Sort(want)
	if !slices.Equal(got, want) || answer.TotalCount != len(want) {
		c.wrong(list, "%s lists %d, %v; want %d, %v", t, answer.TotalCount, got, len(want), want)
	}
}

// regionRows asks for the shares of all regions at once.
func (c *check) regionRows() {
	on, s := c.date(), share{c.IntN(len(readings)), pick(c.Rand, model.AllWeight()...)}
	where := c.where(on)
	where.Regions = nil
	where.Directly = slices.DeleteFunc(where.Directly, func(d model.Dimension) bool { return d == model.DimensionRegion })
	var ids []model.RegionID
	for id := range c.regions[on] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	ask := coverage.ShareAsk{Of: readings[s.indicator].key, Weight: s.weight}
	rows, err := c.service.RegionRows(c.ctx, ids, on, where, []coverage.ShareAsk{ask})
	if err != nil {
		c.wrong(where, "%v", err)
		return
	}
	q := &asked{scope: c.scope, where: where, shares: []share{s}}
	for _, id := range ids {
		want := &cell{tallies: make([]tally, 1)}
		for _, r := range c.pass(on, q) {
			if slices.ContainsFunc(c.upward(on, r.region), func(p *place) bool { return p.id == id }) {
				want.add(r, q.shares)
			}
		}
		inScope := c.scope == 0 || slices.ContainsFunc(c.upward(on, id), func(p *place) bool { return p.id == c.scope })
		if row := rows[id]; row == nil || !inScope {
			if (row != nil) != inScope {
				c.wrong(where, "on %s region %d has the row %v, though it lies in the scope: %t", on, id, row, inScope)
			}
			continue
		}
		c.compareRow(coverage.TableQuery{Where: where, AsOf: &on, Asks: []coverage.ShareAsk{ask}}, fmt.Sprint("region ", id), rows[id], want, nil)
	}
}
