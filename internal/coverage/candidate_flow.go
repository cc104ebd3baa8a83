package coverage

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"fugai/internal/access"
	"fugai/internal/indicator"
	"fugai/model"
)

// CandidateFlowQuery is a question for what became of candidates between two dates.
type CandidateFlowQuery struct {
	From, To    model.Date
	Where       *model.CandidateFilter
	GroupBy     []model.CandidateDimension
	RegionLevel *model.RegionLevel
	MinVersion  *model.DataVersion
}

// CandidateFlow tells what became of the candidates of schools in the viewer's scope. It needs the right to persons: two flows
// that differ by a day tell what one person did.
func (s *Service) CandidateFlow(ctx context.Context, query CandidateFlowQuery) (*model.CandidateFlow, error) {
	q, err := s.ask(ctx, &query.To, query.MinVersion)
	if err != nil {
		return nil, err
	}
	if err := q.who.Need(access.ReadPersons, "candidateFlow"); err != nil {
		return nil, err
	}
	l := &candidateList{question: q, CandidateFilter: deref(query.Where), whole: true}
	l.checkFlowFilter(query.From)
	g := q.candidateGroups(l.Regions, query.GroupBy, query.RegionLevel,
		model.CandidateDimensionDirection, model.CandidateDimensionRegion, model.CandidateDimensionSchool)
	views, err := l.list()
	if err != nil {
		return nil, err
	}
	total, rows := newFlow(), map[candidateKey]*flow{}
	for _, c := range views {
		k := g.keyOf(c)
		if rows[k] == nil {
			rows[k] = newFlow()
		}
		p := q.passage(c, query.From)
		rows[k].add(p)
		total.add(p)
	}
	out := &model.CandidateFlow{From: query.From, To: query.To, DataVersion: q.data.Version, Rows: []*model.CandidateFlowRow{}}
	out.Total = total.row(model.CandidateGroup{AsOf: q.asOf})
	for _, k := range g.sorted(slices.Collect(maps.Keys(rows))) {
		out.Rows = append(out.Rows, rows[k].row(g.label(k)))
	}
	return out, nil
}

func (l *candidateList) checkFlowFilter(from model.Date) {
	if from >= l.asOf {
		l.wrong("from", "%s must lie before to (%s)", from, l.asOf)
	}
	if l.Stages != nil || l.Pending != nil || l.Overdue != nil || l.Outcomes != nil || l.BlockedBy != nil || l.Flow != nil {
		l.wrong("where", "a flow may be narrowed by regions, units and directions only: the other conditions change between its dates")
	}
}

// passage is where a candidate stood on the first date of a flow, and where on the second.
type passage struct {
	before indicator.Progress
	after  *model.CandidateView
}

func (q *question) passage(c *model.CandidateView, from model.Date) passage {
	steps := make([]model.CandidateStep, len(c.Steps))
	for i, s := range c.Steps {
		steps[i] = *s
	}
	return passage{q.rules.Policy().Cultivation(&c.Candidate, steps, from), c}
}

// is tells whether a term of the flow counts the passage.
func (p *passage) is(term model.CandidateFlowTerm) bool {
	over := !p.after.Pending && (!p.before.Begun || p.before.Pending) // ended since
	switch term {
	case model.CandidateFlowTermPendingBefore:
		return p.before.Pending
	case model.CandidateFlowTermEntered:
		return !p.before.Begun
	case model.CandidateFlowTermMovedOn:
		return p.before.Pending && p.after.Pending && p.before.Stage != p.after.Stage
	case model.CandidateFlowTermCompleted:
		return over && p.after.Outcome == model.OutcomeCompleted
	case model.CandidateFlowTermEnded:
		return over && p.after.Outcome != model.OutcomeCompleted
	}
	return p.after.Pending
}

// checkFlow checks a filter by a term of a flow.
func (l *candidateList) checkFlow() {
	f := l.Flow
	if f == nil {
		return
	}
	if f.From >= f.To {
		l.wrong("where.flow", "from (%s) must lie before to (%s)", f.From, f.To)
	}
	if f.To != l.asOf {
		l.wrong("asOf", "the candidates of a flow are seen on its second date; leave asOf out or ask for %s", f.To)
	}
	if (f.FromStage != nil || f.ToStage != nil) && f.Term != model.CandidateFlowTermMovedOn {
		l.wrong("where.flow.fromStage", "only the term MOVED_ON has stages; leave them out")
	}
}

// flows tells whether the asked term of a flow counts the candidate.
func (l *candidateList) flows(c *model.CandidateView) bool {
	if l.Flow == nil {
		return true
	}
	p := l.passage(c, l.Flow.From)
	return p.is(l.Flow.Term) && (l.Flow.FromStage == nil || p.before.Stage == *l.Flow.FromStage) &&
		(l.Flow.ToStage == nil || p.after.Stage == *l.Flow.ToStage)
}

// flow counts passages by term.
type flow struct {
	of    map[model.CandidateFlowTerm]int
	moves map[[2]model.Stage]int
	ended map[model.Outcome]int
}

func newFlow() *flow {
	return &flow{map[model.CandidateFlowTerm]int{}, map[[2]model.Stage]int{}, map[model.Outcome]int{}}
}

func (f *flow) add(p passage) {
	for _, term := range model.AllCandidateFlowTerm() {
		if p.is(term) {
			f.of[term]++
		}
	}
	if p.is(model.CandidateFlowTermMovedOn) {
		f.moves[[2]model.Stage{p.before.Stage, p.after.Stage}]++
	}
	if p.is(model.CandidateFlowTermEnded) {
		f.ended[p.after.Outcome]++
	}
}

func (f *flow) row(group model.CandidateGroup) *model.CandidateFlowRow {
	row := &model.CandidateFlowRow{CandidateGroup: group, MovedOn: []*model.StageMove{}, EndedBy: []*model.OutcomeCount{},
		PendingBefore: f.of[model.CandidateFlowTermPendingBefore], Entered: f.of[model.CandidateFlowTermEntered],
		Completed: f.of[model.CandidateFlowTermCompleted], Ended: f.of[model.CandidateFlowTermEnded], Remaining: f.of[model.CandidateFlowTermRemaining]}
	byStages := func(a, b [2]model.Stage) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) }
	for _, pair := range slices.SortedFunc(maps.Keys(f.moves), byStages) {
		row.MovedOn = append(row.MovedOn, &model.StageMove{FromStage: pair[0], ToStage: pair[1], Count: f.moves[pair]})
	}
	for _, o := range slices.Sorted(maps.Keys(f.ended)) {
		row.EndedBy = append(row.EndedBy, &model.OutcomeCount{Outcome: o, Count: f.ended[o]})
	}
	return row
}
