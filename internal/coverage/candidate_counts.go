package coverage

import (
	"context"
	"maps"
	"slices"

	"fugai/model"
)

// CandidateCountsQuery is a question for numbers of candidates.
type CandidateCountsQuery struct {
	Where       *model.CandidateFilter
	GroupBy     []model.CandidateDimension
	RegionLevel *model.RegionLevel
	AsOf        *model.Date
	MinVersion  *model.DataVersion
}

// CandidateCounts counts the candidates of schools in the viewer's scope.
func (s *Service) CandidateCounts(ctx context.Context, query CandidateCountsQuery) (*model.CandidateCounts, error) {
	if query.AsOf == nil && query.Where != nil && query.Where.Flow != nil {
		query.AsOf = &query.Where.Flow.To
	}
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &candidateList{question: q, CandidateFilter: deref(query.Where), whole: true}
	g := q.candidateGroups(l.Regions, query.GroupBy, query.RegionLevel, q.countedBy()...)
	views, err := l.list()
	if err != nil {
		return nil, err
	}
	n := &personCounts{of: map[candidateKey]*personCount{}, free: q.who.CanReadPersons()}
	if !n.free {
		if n.told, err = q.toldCells(); err != nil {
			return nil, err
		}
	}
	for _, c := range views {
		n.add(g.keyOf(c), q.cellOf(c))
	}
	out := &model.CandidateCounts{AsOf: q.asOf, DataVersion: q.data.Version, Rows: []*model.CandidateCountRow{}, Total: n.total.row(g.label(candidateKey{}))}
	out.Total.CandidateGroup = model.CandidateGroup{AsOf: q.asOf}
	for _, k := range g.sorted(slices.Collect(maps.Keys(n.of))) {
		out.Rows = append(out.Rows, n.of[k].row(g.label(k)))
	}
	return out, nil
}

// countedBy are the dimensions by which the viewer may count: without the right to persons those that do not part a cell.
func (q *question) countedBy() []model.CandidateDimension {
	if q.who.CanReadPersons() {
		return model.AllCandidateDimension()
	}
	return []model.CandidateDimension{
		model.CandidateDimensionRegion, model.CandidateDimensionDirection, model.CandidateDimensionStage, model.CandidateDimensionPending,
	}
}

// personCounts count persons by group, for a viewer who is told of some cells only, or is free to be told of all.
type personCounts struct {
	free  bool
	told  map[personCell]bool
	of    map[candidateKey]*personCount
	total personCount
}

type personCount struct {
	n        int
	withheld bool
}

func (n *personCounts) add(k candidateKey, cell personCell) {
	if n.of[k] == nil {
		n.of[k] = &personCount{}
	}
	for _, c := range []*personCount{n.of[k], &n.total} {
		if n.free || n.told[cell] {
			c.n++
		} else {
			c.withheld = true
		}
	}
}

// row shows a count; where nothing of it may be told there is no number, because 0 would be one.
func (c *personCount) row(group model.CandidateGroup) *model.CandidateCountRow {
	row := &model.CandidateCountRow{CandidateGroup: group, Status: model.ShareStatusOk, Withheld: c.withheld}
	if c.withheld && c.n == 0 {
		row.Status = model.ShareStatusSuppressed
		return row
	}
	row.Count = &c.n
	return row
}
