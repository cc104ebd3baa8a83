package coverage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// CandidatesQuery is a question for a list of candidates.
type CandidatesQuery struct {
	Where      *model.CandidateFilter
	OrderBy    []*model.CandidateOrder
	Page       model.Page
	AsOf       *model.Date
	MinVersion *model.DataVersion
}

// Candidates lists the candidates of schools in the viewer's scope.
func (s *Service) Candidates(ctx context.Context, query CandidatesQuery) (*model.CandidateConnection, error) {
	if query.AsOf == nil && query.Where != nil && query.Where.Flow != nil {
		query.AsOf = &query.Where.Flow.To
	}
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &candidateList{question: q, CandidateFilter: deref(query.Where), orderBy: query.OrderBy}
	asked := openPage[candidatePlace](q, query.Page, query.OrderBy)
	views, err := l.list()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(views, func(a, b *model.CandidateView) int { return l.compare(placeOf(a), placeOf(b)) })
	places := make([]candidatePlace, len(views))
	byCode := make(map[string]*model.CandidateView, len(views))
	for i, c := range views {
		places[i], byCode[c.Code] = placeOf(c), c
	}
	page, at, before, more := asked.cut(places, l.compare)
	nodes := make([]*model.CandidateView, len(page))
	for i := range page {
		nodes[i] = q.showCandidate(byCode[page[i].Code])
	}
	return connect(q, nodes, len(views), more, before, at), nil
}

// candidatePlace is what candidates are ordered by.
type candidatePlace struct {
	Code        string
	DueOn       model.Date
	OverdueDays int
	StageSince  model.Date
}

func placeOf(c *model.CandidateView) candidatePlace {
	p := candidatePlace{c.Code, c.DueOn, c.OverdueDays, c.StageSince}
	if p.DueOn == 0 {
		p.DueOn = model.Never // without a date last
	}
	return p
}

// candidateList is a list of candidates on its way.
type candidateList struct {
	*question
	model.CandidateFilter
	orderBy []*model.CandidateOrder
	// whole keeps what the viewer may not be told of, for counts that leave it out themselves.
	whole bool
}

func (l *candidateList) list() ([]*model.CandidateView, error) {
	l.checkRights()
	l.checkFlow()
	regions := l.regions(l.Regions, l.asOf)
	if err := l.faults.OrNil(); err != nil {
		return nil, err
	}
	rows, err := l.allCandidates()
	if err != nil {
		return nil, err
	}
	units := l.units(l.Units)
	rows = slices.DeleteFunc(rows, func(c model.Candidate) bool {
		if l.Units != nil && !units[c.UnitID] || l.Directions != nil && !slices.Contains(l.Directions, c.Direction) {
			return true
		}
		return regions != nil && !l.unitIn(regions, c.UnitID)
	})
	views, err := l.candidates(rows)
	if err != nil {
		return nil, err
	}
	views = slices.DeleteFunc(views, func(c *model.CandidateView) bool { return !l.passes(c) })
	if l.whole {
		return views, nil
	}
	return l.toldOnly(views)
}

func (q *question) allCandidates() ([]model.Candidate, error) {
	return store.Get(q.ctx, q.store, func(v *store.View) ([]model.Candidate, error) { return v.AllCandidates(q.data.Version) })
}

func (l *candidateList) unitIn(regions []bool, id model.UnitID) bool {
	row, ok := l.data.RowOf(id, l.asOf)
	return ok && inScope(regions, l.data.Span(row).RegionID)
}

// checkRights denies conditions and orders that tell of persons: a list under such a condition tells it of each entry, and lists
// of two days or of two schools tell the one person in which they differ.
func (l *candidateList) checkRights() {
	if l.who.CanReadPersons() {
		return
	}
	deny := func(asked bool, path string) {
		if asked {
			l.fault(model.Denied(path, "this key's role may not choose candidates by what tells of the person; use a key of the role DEPARTMENT"))
		}
	}
	deny(l.asOf != l.today(), "asOf")
	deny(slices.ContainsFunc(l.Regions, l.partsCounty), "where.regions")
	deny(l.Units != nil, "where.units")
	deny(l.Directions != nil, "where.directions")
	deny(l.Pending != nil, "where.pending")
	deny(l.Flow != nil, "where.flow")
	deny(l.Stages != nil, "where.stages")
	deny(l.Overdue != nil, "where.overdue")
	deny(l.Outcomes != nil, "where.outcomes")
	deny(l.BlockedBy != nil, "where.blockedBy")
	for i, o := range l.orderBy {
		deny(o.By != model.CandidateOrderByCode, fmt.Sprintf("orderBy[%d].by", i))
	}
}

func (l *candidateList) passes(c *model.CandidateView) bool {
	return l.flows(c) && (l.Stages == nil || slices.Contains(l.Stages, c.Stage)) &&
		(l.Pending == nil || c.Pending == *l.Pending) &&
		(l.Overdue == nil || (c.OverdueDays > 0) == *l.Overdue) &&
		(l.Outcomes == nil || slices.Contains(l.Outcomes, c.Outcome)) &&
		(l.BlockedBy == nil || slices.ContainsFunc(c.BlockedBy, func(b model.BlockedBy) bool { return slices.Contains(l.BlockedBy, b) }))
}

// compare puts entries in the asked order; ties go by code.
func (l *candidateList) compare(a, b candidatePlace) int {
	for _, o := range l.orderBy {
		var c int
		switch o.By {
		case model.CandidateOrderByDueOn:
			c = cmp.Compare(a.DueOn, b.DueOn)
		case model.CandidateOrderByOverdueDays:
			c = cmp.Compare(a.OverdueDays, b.OverdueDays)
		case model.CandidateOrderByStageSince:
			c = cmp.Compare(a.StageSince, b.StageSince)
		default:
			c = cmp.Compare(a.Code, b.Code)
		}
		if c != 0 {
			if o.Direction == model.SortDirectionDesc {
				return -c
			}
			return c
		}
	}
	return cmp.Compare(a.Code, b.Code)
}
