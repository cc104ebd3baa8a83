package resolvers

import (
	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

// Complexity counts the fields of the largest possible answer: a list counts its entries as often as they were asked for, and a
// list without a length by what is usual.
func Complexity() graph.ComplexityRoot {
	var c graph.ComplexityRoot
	pages(&c)
	relations(&c)
	c.Query.Coverage = func(child int, _ *model.UnitFilter, groupBy []model.Dimension, _ *model.RegionLevel, _ *model.Date, _ *model.Periods,
		_ *model.IndicatorKey, _ bool, _ []*model.CoverageOrder, first, _ *int, _ *model.DataVersion) int {
		return many(child, rows(groupBy, first))
	}
	c.Query.Quality = func(child int, _ model.Subject, _ *model.SubjectFilter, groupBy []model.Dimension, _ *model.RegionLevel, _ *model.Date, _ *model.Periods,
		_ *model.IndicatorKey, _ bool, _ []*model.CoverageOrder, first, _ *int, _ *model.DataVersion) int {
		return many(child, rows(groupBy, first))
	}
	c.Query.OrganisationCounts = func(
		child int, _ *model.SubjectFilter, groupBy []model.Dimension, _ *model.RegionLevel, _ *model.Date, _ *model.DataVersion,
	) int {
		return many(child, rows(groupBy, nil))
	}
	c.Query.Movement = func(
		child int, _ model.IndicatorKey, _, _ model.Date, _ *model.UnitFilter, groupBy []model.Dimension, _ *model.RegionLevel, _ *model.DataVersion,
	) int {
		return many(child, rows(groupBy, nil))
	}
	c.Query.Nodes = func(child int, ids []string, _ *model.Date) int { return many(child, len(ids)) }
	return c
}

// What lists without an asked length are taken for.
const (
	usualRows     = 100
	usualChildren = 20
	usualCovers   = 3
	longestCost   = 1 << 30
)

// many is a field with n times what stands below it.
func many(child, n int) int {
	if n > 0 && child > longestCost/n {
		return longestCost
	}
	return 1 + n*child
}

// page is the asked length of a page; what is too long is refused later, with its own message.
func page(child int, first *int) int {
	if first == nil {
		return many(child, coverage.DefaultPage)
	}
	return many(child, max(0, min(*first, coverage.LongestPage)))
}

// rows is the number of rows of a table; without dimensions there is one.
func rows(groupBy []model.Dimension, first *int) int {
	n := 1
	if len(groupBy) > 0 {
		n = usualRows
	}
	if first != nil {
		n = min(n, max(0, *first))
	}
	return n
}

// pages are the lists with a length.
func pages(c *graph.ComplexityRoot) {
	c.Query.Units = func(child int, _ *model.UnitFilter, _ []*model.UnitOrder, first *int, _ *string, _ *int, _ *model.Date, _ *model.DataVersion) int {
		return page(child, first)
	}
	c.Query.Gaps = func(
		child int, _ model.IndicatorKey, _ *model.UnitFilter, _ []*model.UnitOrder, first *int, _ *string, _ *int, _ *model.Date, _ *model.DataVersion,
	) int {
		return page(child, first)
	}
	c.Query.Findings = func(child int, _ model.IndicatorKey, _ *model.SubjectFilter, _ *model.DateSpan, _ []*model.FindingOrder, first *int, _ *string, _ *int,
		_ *model.Date, _ *model.DataVersion) int {
		return page(child, first)
	}
	c.Query.Organisations = func(
		child int, _ *model.OrganisationFilter, _ []*model.OrganisationOrder, first *int, _ *string, _ *int, _ *model.Date, _ *model.DataVersion,
	) int {
		return page(child, first)
	}
	c.Query.Candidates = func(
		child int, _ *model.CandidateFilter, _ []*model.CandidateOrder, first *int, _ *string, _ *int, _ *model.Date, _ *model.DataVersion,
	) int {
		return page(child, first)
	}
	c.Query.Instructors = func(child int, _ *model.InstructorFilter, first *int, _ *string, _ *int, _ *model.Date) int {
		return page(child, first)
	}
	c.Query.Zones = func(child int, _ *model.ZoneFilter, first *int, _ *string, _ *int, _ *model.Date) int {
		return page(child, first)
	}
	c.Query.ReviewRounds = func(child int, _ *bool, first *int, _ *string, _ *int, _ *model.DataVersion) int {
		return page(child, first)
	}
	c.ReviewRound.Items = func(child int, _ *model.ReviewFilter, first *int, _ *string, _ *int, _ *model.Date) int {
		return page(child, first)
	}
	c.Organisation.Units = func(child int, _ *model.UnitFilter, _ []*model.UnitOrder, first *int, _ *string, _ *int) int {
		return page(child, first)
	}
	c.Zone.Units = c.Organisation.Units
	c.GapPlan.Proposals = func(child int, _ []model.NextStep, first *int, _ *string, _ *int) int { return page(child, first) }
	c.GapPlan.Open = func(child int, _ []model.PlanReason, first *int, _ *string, _ *int) int { return page(child, first) }
	c.Organisation.Children = func(child int, first *int, _ *string, _ *int) int { return page(child, first) }
	c.Instructor.Units = c.Organisation.Children
	c.Organisation.Covers = func(child int, _ *bool, first, _ *int) int { return page(child, first) }
	c.Cover.OtherUnits = func(child int, _ *model.UnitFilter, _ []*model.UnitOrder, first *int, _ *string, _ *int, _ *model.Date) int {
		return page(child, first)
	}
}

// relations are the lists without a length.
func relations(c *graph.ComplexityRoot) {
	few := func(child int) int { return many(child, usualCovers) }
	more := func(child int) int { return many(child, usualChildren) }
	c.Unit.Covers = func(child int, _ *bool) int { return few(child) }
	c.Unit.Why = func(child int, asked []model.IndicatorKey) int {
		if asked != nil {
			return many(child, len(asked))
		}
		return more(child)
	}
	c.Unit.Results, c.Unit.History, c.Unit.Reports = more, more, few
	c.Unit.Predecessors, c.Unit.Successors = few, few
	c.Unit.Candidates, c.Unit.Visits, c.Instructor.Visits = more, more, more
	c.Organisation.Participants = few
	c.Unit.Findings, c.Organisation.Findings, c.Instructor.Findings, c.Finding.Evidence = few, few, few, few
	c.Unit.Leadership, c.Organisation.Officers, c.Organisation.Activities = few, few, more
	c.Query.FindingCounts = func(child int, _ *model.Subject, _ *model.SubjectFilter, _, _ *model.Date, _ *model.DataVersion) int {
		return more(child)
	}
	c.ReviewRound.Counts = func(child int, _ *model.ReviewFilter, groupBy []model.ReviewDimension, _ *model.RegionLevel, _ *model.Date) int {
		if len(groupBy) == 0 {
			return many(child, 1)
		}
		return many(child, usualRows)
	}
	c.ReviewRound.Rules, c.ReviewItem.Events = more, few
	c.AnnualReturn.Tables, c.ReturnTable.Columns, c.ReturnTable.Rows, c.ReturnRow.Cells = few, more, more, more
	c.AnnualReturn.Checks, c.AnnualReturn.Differences = more, more
	c.GapPlan.Regions, c.Proposal.Units = more, few
	c.Region.Children, c.Region.Zones, c.Region.Path = more, more, few
	c.Query.Regions = func(child int, _ *model.RegionLevel, _ *model.RegionCode, _ *model.Date) int {
		return many(child, usualRows)
	}
	c.Query.Indicators = func(child int, _ bool, _ *model.Subject) int { return more(child) }
	c.Query.Industries = more
}
