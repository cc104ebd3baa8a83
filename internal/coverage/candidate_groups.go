package coverage

import (
	"cmp"
	"fmt"
	"slices"

	"fugai/model"
)

// candidateKey names a group of candidates, by a number for each dimension in the order of the question.
type candidateKey [8]int64

// candidateGroups are the groups that a question about candidates asks for.
type candidateGroups struct {
	*question
	dims    []model.CandidateDimension
	regions []int32
	nodes   []*model.RegionNode
}

// candidateGroups checks the dimensions, which must be among the allowed ones.
func (q *question) candidateGroups(
	regions []model.RegionCode, dims []model.CandidateDimension, level *model.RegionLevel, allowed ...model.CandidateDimension,
) *candidateGroups {
	g := &candidateGroups{question: q, dims: dims}
	for i, d := range dims {
		path := fmt.Sprintf("groupBy[%d]", i)
		switch {
		case slices.Contains(dims[:i], d):
			q.wrong(path, "%s stands twice; name each dimension once", d)
		case !slices.Contains(allowed, d):
			q.fault(model.Denied(path, "the question cannot be grouped by %s with this key; use one of %v", d, allowed))
		case d == model.CandidateDimensionRegion:
			t := &table{question: q, TableQuery: TableQuery{Where: &model.UnitFilter{Regions: regions}, RegionLevel: level}}
			g.regions, g.nodes = t.regionGroups(q.asOf)
		}
	}
	if level != nil && !slices.Contains(dims, model.CandidateDimensionRegion) {
		q.wrong("regionLevel", "needs REGION in groupBy")
	}
	if !q.who.CanReadPersons() && slices.ContainsFunc(g.nodes, belowCounty) {
		q.fault(model.Denied("groupBy", "regions below the county need a key of the role DEPARTMENT; ask for regionLevel COUNTY or above"))
	}
	return g
}

// keyOf names the group of a candidate.
func (g *candidateGroups) keyOf(c *model.CandidateView) (k candidateKey) {
	for i, d := range g.dims {
		switch d {
		case model.CandidateDimensionDirection:
			k[i] = int64(c.Direction)
		case model.CandidateDimensionStage:
			k[i] = int64(c.Stage)
		case model.CandidateDimensionRegion:
			k[i] = g.node(g.regionOf(c.UnitID))
		case model.CandidateDimensionSchool:
			k[i] = int64(c.UnitID)
		case model.CandidateDimensionPending:
			k[i] = int64(boolInt(!c.Pending))
		case model.CandidateDimensionOverdue:
			k[i] = int64(boolInt(c.OverdueDays == 0))
		case model.CandidateDimensionOutcome:
			k[i] = int64(c.Outcome)
		}
	}
	return k
}

// node is the region under which a region is counted; 0 where it lies in none of the rows.
func (g *candidateGroups) node(id model.RegionID) int64 {
	if int(id) >= len(g.regions) || g.regions[id] < 0 {
		return 0
	}
	return int64(g.nodes[g.regions[id]].ID)
}

// label shows the key of a group.
func (g *candidateGroups) label(k candidateKey) model.CandidateGroup {
	out := model.CandidateGroup{AsOf: g.asOf}
	yes := func(v int64) *bool { b := v == 0; return &b }
	for i, d := range g.dims {
		switch v := k[i]; d {
		case model.CandidateDimensionDirection:
			one := model.Direction(v)
			out.Direction = &one
		case model.CandidateDimensionStage:
			one := model.Stage(v)
			out.Stage = &one
		case model.CandidateDimensionRegion:
			out.Region = g.tree(g.asOf).Node(model.RegionID(v)).On(g.asOf)
		case model.CandidateDimensionSchool:
			out.SchoolID = model.UnitID(v)
		case model.CandidateDimensionPending:
			out.Pending = yes(v)
		case model.CandidateDimensionOverdue:
			out.Overdue = yes(v)
		case model.CandidateDimensionOutcome:
			if v != 0 {
				one := model.Outcome(v)
				out.Outcome = &one
			}
		}
	}
	return out
}

// sorted are the keys in the order of the dimensions: regions and schools by code.
func (g *candidateGroups) sorted(keys []candidateKey) []candidateKey {
	ranks := g.tree(g.asOf).Ranks()
	slices.SortFunc(keys, func(a, b candidateKey) int {
		for i, d := range g.dims {
			c := cmp.Compare(a[i], b[i])
			switch d {
			case model.CandidateDimensionRegion:
				c = cmp.Compare(rankOf(ranks, a[i]), rankOf(ranks, b[i]))
			case model.CandidateDimensionSchool:
				c = cmp.Compare(g.schoolCode(a[i]), g.schoolCode(b[i]))
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	return keys
}

func (g *candidateGroups) schoolCode(id int64) model.CreditCode {
	row, ok := g.data.RowOf(model.UnitID(id), g.asOf)
	if !ok {
		return ""
	}
	return g.data.CreditCode(row)
}
