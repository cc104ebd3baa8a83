package property

import (
	"cmp"
	"fmt"
	"slices"

	"fugai/internal/coverage"
	"fugai/model"
)

// table asks for a table on a day or a series and compares every number.
func (c *check) table() {
	q := &asked{scope: c.scope, ageOf: indexOf("TWO_COVERAGES")}
	query := coverage.TableQuery{}
	on := c.date()
	days, periods := []model.Date{on}, []string{""}
	if c.chance(3) {
		series := pick(c.Rand, everySeries...)
		query.Periods = &series
		q.by = []model.Dimension{model.DimensionPeriod}
		days, periods = nil, nil
		for p := series.From; p.First() <= series.To.Last(); p = p.Next() {
			days, periods = append(days, min(p.Last(), today)), append(periods, p.String())
		}
	} else {
		query.AsOf = &on
	}
	other := c.date()
	q.where = c.where(append(days, other)...)
	q.by = append(q.by, c.groupBy(model.DimensionPeriod)...)
	q.level = c.regionLevel(q.by)
	query.Where, query.GroupBy, query.RegionLevel = q.where, q.by, q.level
	if c.chance(2) {
		query.GapAgeOf = c.gapAgeOf()
	}
	if query.GapAgeOf != nil {
		q.ageOf = indexOf(*query.GapAgeOf)
	}
	for range 1 + c.IntN(3) {
		s := share{c.IntN(len(readings)), pick(c.Rand, model.AllWeight()...)}
		q.shares = append(q.shares, s)
		query.Asks = append(query.Asks, coverage.ShareAsk{Of: readings[s.indicator].key, Weight: s.weight})
	}
	query.IncludeEmpty = len(q.by) < 3 && c.chance(4)
	if query.Periods == nil && c.chance(2) {
		query.Asks[0].CompareTo = &other
	}
	answer, err := c.service.Table(c.ctx, query)
	if err != nil {
		c.wrong(query, "%v", err)
		return
	}
	want := map[string]*cell{}
	for i, d := range days {
		c.count(want, d, q, periods[i])
	}
	then := map[string]*cell{}
	c.count(then, other, q, "")
	c.compareTable(query, answer, want, then)
}

func (c *check) compareTable(query coverage.TableQuery, answer *model.Coverage, want, then map[string]*cell) {
	c.compareRow(query, "total", answer.Total, want["total"], then["total"])
	if len(answer.Rows) != len(want)-1 && !query.IncludeEmpty || answer.RowCount != len(answer.Rows) {
		c.wrong(query, "%d rows of %d, want %d", len(answer.Rows), answer.RowCount, len(want)-1)
	}
	seen := map[string]bool{}
	for _, row := range answer.Rows {
		key := keyOf(row, query.GroupBy)
		if seen[key] {
			c.wrong(query, "the row %s stands twice", key)
		}
		seen[key] = true
		if query.IncludeEmpty && want[key] == nil {
			c.compareEmpty(query, key, row)
			continue
		}
		c.compareRow(query, key, row, want[key], then[key])
	}
	for key := range want {
		if !seen[key] && key != "total" {
			c.wrong(query, "the row %s with %d units is missing", key, want[key].units)
		}
	}
}

// compareEmpty looks at a row without units: it must be empty, and of a region that was asked for and that the viewer sees.
func (c *check) compareEmpty(query coverage.TableQuery, key string, row *model.CoverageRow) {
	if row.Units != 0 || *row.Shares[0].Denominator != 0 || *row.Shares[0].Exempt != 0 {
		c.wrong(query, "the row %s should be empty; it has %d units", key, row.Units)
	}
	if row.Region == nil {
		return
	}
	inside := c.within(&naiveRow{day: row.AsOf, region: row.Region.ID}, &asked{scope: c.scope, where: &model.UnitFilter{Regions: query.Where.Regions}})
	if !inside {
		c.wrong(query, "the empty row %s is of a region that was not asked for", key)
	}
}

func keyOf(row *model.CoverageRow, by []model.Dimension) (key string) {
	for _, d := range by {
		key += "|" + valueOf(row, d)
	}
	return key
}

func valueOf(row *model.CoverageRow, d model.Dimension) string {
	values := map[model.Dimension]any{
		model.DimensionPeriod: row.Period, model.DimensionSubordination: row.SuperiorCode, model.DimensionZone: row.ZoneCode, model.DimensionDomain: row.Domain,
		model.DimensionControl: row.Control, model.DimensionIndustry: row.Industry, model.DimensionSize: row.Size, model.DimensionKind: row.Kind,
		model.DimensionEmployeeBand: row.EmployeeBand, model.DimensionAboveScale: row.AboveScale, model.DimensionPublicOrPrivate: row.PublicOrPrivate,
		model.DimensionOperation: row.Operation, model.DimensionEstablishment: row.Establishment, model.DimensionSetUp: row.SetUp,
		model.DimensionWorkMeans: row.WorkMeans, model.DimensionGapAge: row.GapAge,
	}
	switch v := values[d].(type) {
	case *string:
		return *v
	case fmt.Stringer:
		return v.String()
	}
	return fmt.Sprint(row.Region.ID)
}

func (c *check) compareRow(query coverage.TableQuery, key string, row *model.CoverageRow, want, then *cell) {
	if want == nil {
		c.wrong(query, "there should be no row %s; it has %d units", key, row.Units)
		return
	}
	if row.Units != want.units {
		c.wrong(query, "%s has %d units, want %d", key, row.Units, want.units)
	}
	for i, ask := range query.Asks {
		s, t := row.Shares[i], want.tallies[i]
		met, unmet := t.by["MET"], t.by["UNMET"]
		got := []int{*s.Numerator, *s.Denominator, *s.Gap, *s.Unknown, *s.NotApplicable, *s.Exempt, *s.WeightMissing}
		if w := []int{met, met + unmet, unmet, t.by["UNKNOWN"], t.by["NOT_APPLICABLE"], t.by["EXEMPT"], t.missing}; !slices.Equal(got, w) {
			c.wrong(query, "%s of %s by %s: numerator, denominator, gap, unknown, not applicable, exempt, without weight are %d, want %d", key, ask.Of, ask.Weight, got, w)
		}
		if zero := s.Status == model.ShareStatusZeroDenominator; zero != (met+unmet == 0) || zero != (s.Rate == nil) {
			c.wrong(query, "%s of %s has the status %s at a denominator of %d", key, ask.Of, s.Status, met+unmet)
		}
		if ask.CompareTo != nil {
			c.compareThen(query, key, s, then, i)
		}
	}
}

func (c *check) compareThen(query coverage.TableQuery, key string, s *model.Share, then *cell, i int) {
	met, denominator := 0, 0
	if then != nil {
		met = then.tallies[i].by["MET"]
		denominator = met + then.tallies[i].by["UNMET"]
	}
	if *s.Compare.Numerator != met || *s.Compare.Denominator != denominator {
		c.wrong(query, "%s on the compared date: %d of %d, want %d of %d", key, *s.Compare.Numerator, *s.Compare.Denominator, met, denominator)
	}
}

// units opens numbers into lists: as many units as the number says, exactly those, in the asked order, page by page.
func (c *check) units() {
	on := c.date()
	q := &asked{scope: c.scope, where: c.where(on)}
	q.where.Results = append(q.where.Results, &model.ResultFilter{Indicator: c.indicator(), In: []model.Result{pick(c.Rand, model.AllResult()...)}})
	want := c.pass(on, q)
	query := coverage.UnitsQuery{Where: q.where, AsOf: &on, OrderBy: c.unitOrder()}
	c.sort(want, query.OrderBy)
	size := pick(c.Rand, 7, 1000)
	query.Page.First = &size
	var got []string
	for {
		page, err := c.service.Units(c.ctx, query)
		if err != nil {
			c.wrong(query, "%v", err)
			return
		}
		if page.TotalCount != len(want) {
			c.wrong(query, "the list has %d units, want %d", page.TotalCount, len(want))
			return
		}
		for _, u := range page.Nodes() {
			got = append(got, string(u.CreditCode))
			c.compareUnit(query, u, c.byUnit[on][u.ID])
		}
		if query.Page.After = page.PageInfo.EndCursor; !page.PageInfo.HasNextPage {
			break
		}
	}
	if wanted := codesOf(want); !slices.Equal(got, wanted) {
		c.wrong(query, "the list is %v, want %v", got, wanted)
	}
}

func codesOf(rows []*naiveRow) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.code
	}
	return out
}

func (c *check) compareUnit(query any, u *model.Unit, r *naiveRow) {
	got := []string{u.Domain.String(), u.Name, u.Operation().String(), u.Establishment().String(), u.SetUp().String(), u.WorkMeans().String(), u.FoundedOn.String()}
	want := []string{r.dims[model.DimensionDomain], r.name, r.dims[model.DimensionOperation], r.dims[model.DimensionEstablishment],
		r.dims[model.DimensionSetUp], r.dims[model.DimensionWorkMeans], r.founded.String()}
	if !slices.Equal(got, want) || u.RegionID != r.region || u.Region == nil || u.Region.Code != model.RegionCode(c.regions[r.day][r.region].code) {
		c.wrong(query, "unit %s is %v, want %v", r.code, got, want)
	}
}

func (c *check) unitOrder() []*model.UnitOrder {
	if c.chance(2) {
		return nil
	}
	by := pick(c.Rand, model.UnitOrderByName, model.UnitOrderByRegion, model.UnitOrderByEmployees, model.UnitOrderByFullMembers, model.UnitOrderByMembers, model.UnitOrderByFoundedOn)
	return []*model.UnitOrder{{By: by, Direction: pick(c.Rand, model.AllSortDirection()...)}}
}

// sort puts rows in the asked order; ties go by credit code.
func (c *check) sort(rows []*naiveRow, orders []*model.UnitOrder) {
	slices.SortFunc(rows, func(a, b *naiveRow) int {
		for _, o := range orders {
			n := 0
			switch o.By {
			case model.UnitOrderByName:
				n = cmp.Compare(a.name, b.name)
			case model.UnitOrderByRegion:
				n = cmp.Compare(c.regions[a.day][a.region].code, c.regions[b.day][b.region].code)
			case model.UnitOrderByEmployees:
				n = cmp.Compare(orLess(a.employees.Valid, a.employees.Int64), orLess(b.employees.Valid, b.employees.Int64))
			case model.UnitOrderByFullMembers:
				n = cmp.Compare(orLess(a.full.Valid, a.full.Int64), orLess(b.full.Valid, b.full.Int64))
			case model.UnitOrderByMembers:
				n = cmp.Compare(orLess(a.members.Valid, a.members.Int64), orLess(b.members.Valid, b.members.Int64))
			case model.UnitOrderByFoundedOn:
				n = cmp.Compare(a.founded, b.founded)
			}
			if o.Direction == model.SortDirectionDesc {
				n = -n
			}
			if n != 0 {
				return n
			}
		}
		return cmp.Compare(a.code, b.code)
	})
}

// orLess is a number, or less than every number where it was not reported.
func orLess(known bool, n int64) int64 {
	if !known {
		return -1
	}
	return n
}
