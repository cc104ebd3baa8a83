package coverage

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"fugai/internal/cube"
	"fugai/model"
)

// ShareAsk is a share that a question asks of each row.
type ShareAsk struct {
	Of        model.IndicatorKey
	Weight    model.Weight
	CompareTo *model.Date
}

// TableQuery is a question about coverage or quality; see the schema's coverage and quality for what each part means.
type TableQuery struct {
	// Subject is what a question about quality is about, and Of its conditions in place of Where; 0 asks for coverage.
	Subject      model.Subject
	Of           *model.SubjectFilter
	Where        *model.UnitFilter
	GroupBy      []model.Dimension
	RegionLevel  *model.RegionLevel
	AsOf         *model.Date
	Periods      *model.Periods
	GapAgeOf     *model.IndicatorKey
	IncludeEmpty bool
	OrderBy      []*model.CoverageOrder
	First        *int
	Offset       *int
	MinVersion   *model.DataVersion
	Asks         []ShareAsk
}

// Table answers a question about coverage or quality.
func (s *Service) Table(ctx context.Context, query TableQuery) (*model.Coverage, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	if query.Subject != 0 {
		query.Where = q.about(query.Subject, query.Of)
	}
	t := &table{question: q, TableQuery: query}
	return t.coverage()
}

// coverage counts, orders and names the rows of a question.
func (t *table) coverage() (*model.Coverage, error) {
	if err := t.validate(); err != nil {
		return nil, err
	}
	counted, err := t.count(t.days)
	if err != nil {
		return nil, err
	}
	if err := t.countCompared(); err != nil {
		return nil, err
	}
	if t.IncludeEmpty {
		if err := t.fillEmpty(counted); err != nil {
			return nil, err
		}
	}
	return t.answer(counted), nil
}

// table is a question about coverage on its way to an answer.
type table struct {
	*question
	TableQuery
	asks    []cube.Ask
	days    []model.Date
	periods []model.Period
	// rowOf is the row of each region in a grouping by regions, for cells that may be published; see cellOfRow.
	rowOf []int32
	// living tells that living organisations are counted, which may be the own ones of zones.
	living bool
	// compared holds the counts of each date that a share compares with.
	compared map[model.Date]*counts
}

// group is what is counted for one group. Its key names it by ids, which mean the same on every date.
type group struct {
	key key
	day model.Date
	// before is the first date of a movement, by whose trees a group is named that does not exist on the second; else 0.
	before  model.Date
	period  int
	units   int64
	tallies []cube.Tally
}

// maxDimensions bounds what a question can be grouped by: every dimension once.
const maxDimensions = 21

// key names a group by an id for each dimension, in the order of the question; PERIOD has the number of the period.
type key [maxDimensions]int64

// counts are the groups of a question on some days, and the whole on the last.
type counts struct {
	groups map[key]*group
	total  *group
}

// validate checks everything at once.
func (t *table) validate() error {
	t.checkDimensions()
	t.setDays()
	t.setAsks()
	t.checkOrder()
	if t.First != nil && *t.First < 0 {
		t.wrong("first", "must be 0 or more, not %d", *t.First)
	}
	if t.Offset != nil && *t.Offset < 0 {
		t.wrong("offset", "must be 0 or more, not %d", *t.Offset)
	}
	return t.faults.OrNil()
}

func (t *table) checkDimensions() {
	for i, d := range t.GroupBy {
		switch path := fmt.Sprintf("groupBy[%d]", i); {
		case slices.Contains(t.GroupBy[:i], d):
			t.wrong(path, "%s stands twice; name each dimension once", d)
		case t.living && !slices.Contains(countedBy, d):
			t.wrong(path, "organisations are not counted by %s; use some of %s", d, strings.Join(namesOf(countedBy), ", "))
		case !t.living && !hasDimension(t.subject, d):
			t.wrong(path, "%s is no dimension of %s; leave it out, or name another subject", d, plural[t.subject])
		}
	}
	if slices.Contains(t.GroupBy, model.DimensionGapAge) && !t.living {
		t.checkGapAge()
	}
	if t.RegionLevel != nil && !slices.Contains(t.GroupBy, model.DimensionRegion) {
		t.wrong("regionLevel", "needs REGION in groupBy")
	}
}

func (t *table) checkGapAge() {
	switch key := t.GapAgeOf; {
	case key == nil && t.Subject != 0:
		t.wrong("gapAgeOf", "groupBy holds GAP_AGE, so name the rule whose findings' age it groups by")
	case key != nil && memberBased[*key] && !t.who.CanReadMemberFigures():
		t.fault(model.Denied("gapAgeOf", "the gaps of %s tell of the members of single %s; use a key of the role DEPARTMENT", *key, plural[t.subject]))
	case key != nil && personal[*key] && !t.who.CanReadPersons():
		t.fault(model.Denied("gapAgeOf", "the findings of %s tell of persons; use a key of the role DEPARTMENT", *key))
	}
}

// longestSeries bounds the periods of a series: twenty years of months.
const longestSeries = 240

func (t *table) setDays() {
	byPeriod := slices.Contains(t.GroupBy, model.DimensionPeriod)
	switch {
	case t.Periods == nil && byPeriod:
		t.wrong("periods", "groupBy holds PERIOD, so name the periods, for example {from: \"2026-01\", to: \"2026-06\", grain: MONTH}")
	case t.Periods == nil:
		t.days, t.periods = []model.Date{t.asOf}, make([]model.Period, 1)
	case !byPeriod:
		t.wrong("periods", "needs PERIOD in groupBy; for one date use asOf")
	case t.AsOf != nil:
		t.wrong("asOf", "a series has its own dates; use asOf or periods, not both")
	default:
		t.spreadPeriods()
	}
}

func (t *table) spreadPeriods() {
	p, last := model.PeriodOf(t.Periods.From.First(), t.Periods.Grain), t.Periods.To.Last()
	switch today := t.today(); {
	case p.First() > last:
		t.wrong("periods", "from (%s) must not lie after to (%s)", t.Periods.From, t.Periods.To)
		return
	case model.PeriodOf(last, t.Periods.Grain).First() > today:
		t.wrong("periods.to", "%s begins after today (%s); what has not begun has no figures", t.Periods.To, today)
		return
	}
	for ; p.First() <= last; p = p.Next() {
		if len(t.days) == longestSeries {
			t.wrong("periods", "are more than %d; ask for fewer, or in a longer grain", longestSeries)
			return
		}
		t.periods = append(t.periods, p)
		t.days = append(t.days, min(p.Last(), t.today()))
	}
	t.asOf = t.days[len(t.days)-1]
}

// setAsks lists what the cube must count: the asked shares, and what rows are ordered by.
func (t *table) setAsks() {
	for i := range t.OrderBy {
		if o := t.OrderBy[i]; o.Measure != nil && o.Of != nil {
			t.checkWeight(fmt.Sprintf("orderBy[%d].weight", i), o.Weight)
			t.addAsk(ShareAsk{Of: *o.Of, Weight: o.Weight})
		}
	}
	for _, a := range t.Asks {
		t.checkWeight("share(weight:)", a.Weight)
		if t.place(a) < 0 {
			t.index("share(of:)", a.Of)
			t.addAsk(a)
		}
	}
}

// checkWeight refuses to weigh what has no employees and members of its own.
func (t *table) checkWeight(path string, w model.Weight) {
	if t.subject != model.SubjectUnit && w != model.WeightUnits {
		t.wrong(path, "%s are counted, not weighed by %s; use UNITS", plural[t.subject], w)
	}
}

func (t *table) addAsk(a ShareAsk) {
	if of, i, ok := t.rules.Find(a.Of); ok && of == t.subject {
		t.asks = append(t.asks, cube.Ask{Indicator: i, Weight: a.Weight})
	}
}

// place is the place of an asked share among the tallies, or -1.
func (t *table) place(a ShareAsk) int {
	of, i, ok := t.rules.Find(a.Of)
	if !ok || of != t.subject {
		return -1
	}
	return slices.Index(t.asks, cube.Ask{Indicator: i, Weight: a.Weight})
}

func (t *table) checkOrder() {
	for i, o := range t.OrderBy {
		path := fmt.Sprintf("orderBy[%d]", i)
		switch {
		case (o.Dimension == nil) == (o.Measure == nil):
			t.wrong(path, "name either a dimension or a measure")
		case o.Measure != nil && o.Of == nil:
			t.wrong(path+".of", "a measure needs the indicator that it is of")
		case o.Measure != nil:
			t.index(path+".of", *o.Of)
		case !slices.Contains(t.GroupBy, *o.Dimension):
			t.wrong(path+".dimension", "%s is not in groupBy", *o.Dimension)
		}
	}
}

// run is a number of days on which filter and grouping are the same.
type run struct {
	days  []model.Date
	first int
}

// runs cuts the days where the trees change, so that each part is counted in one pass.
func (t *table) runs(days []model.Date) []run {
	everyDay := slices.Contains(t.GroupBy, model.DimensionSubordination) || slices.Contains(t.GroupBy, model.DimensionZone) ||
		t.Where != nil && (t.Where.Superiors != nil || t.Where.Zones != nil)
	var out []run
	for i, d := range days {
		if n := len(out); n > 0 && !everyDay && t.tree(d) == t.tree(days[i-1]) && d > days[i-1] {
			out[n-1].days = append(out[n-1].days, d)
			continue
		}
		out = append(out, run{days: []model.Date{d}, first: i})
	}
	return out
}

// count counts the question on some days.
func (t *table) count(days []model.Date) (*counts, error) {
	c := &counts{groups: map[key]*group{}}
	for _, r := range t.runs(days) {
		filter, err := t.filter(t.Where, r.days[0])
		if err != nil {
			return nil, err
		}
		grouping, names, err := t.grouping(r.days[0])
		if err != nil {
			return nil, err
		}
		groups, totals := t.spans.Series(r.days, filter, grouping, t.asks)
		for i := range groups {
			t.add(c, names, &groups[i], r)
		}
		last := totals[len(totals)-1]
		c.total = &group{day: r.days[len(r.days)-1], period: r.first + len(r.days) - 1, units: last.Units, tallies: last.Tallies}
	}
	return c, nil
}

// add puts a group of the cube under its key; two groups of the cube may be one to a viewer who may not tell them apart.
func (t *table) add(c *counts, n *names, g *cube.Group, r run) {
	k := t.keyOf(n, g, r.first+g.Date)
	known := c.groups[k]
	if known == nil {
		c.groups[k] = &group{key: k, day: r.days[g.Date], period: r.first + g.Date, units: g.Units, tallies: g.Tallies}
		return
	}
	known.plus(&group{units: g.Units, tallies: g.Tallies})
}

// countCompared counts the dates that shares compare with.
func (t *table) countCompared() error {
	t.compared = map[model.Date]*counts{}
	for _, a := range t.Asks {
		if a.CompareTo == nil || t.compared[*a.CompareTo] != nil {
			continue
		}
		c, err := t.count([]model.Date{*a.CompareTo})
		if err != nil {
			return err
		}
		t.compared[*a.CompareTo] = c
	}
	return nil
}

// plus adds the counts of another group.
func (g *group) plus(o *group) {
	g.units += o.units
	for i := range o.tallies {
		g.tallies[i].Missing += o.tallies[i].Missing
		for result, v := range o.tallies[i].By {
			g.tallies[i].By[result] += v
		}
	}
}
