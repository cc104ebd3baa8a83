package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// GapsQuery is a question for the gaps of an indicator.
type GapsQuery struct {
	Indicator model.IndicatorKey
	UnitsQuery
}

// Gaps lists the units in the denominator of an indicator and not in its numerator.
func (s *Service) Gaps(ctx context.Context, query GapsQuery) (*model.GapConnection, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	index := q.gapIndex("indicator", query.Indicator)
	if memberBased[query.Indicator] && !q.who.CanReadMemberFigures() {
		q.fault(model.Denied("indicator", "a list of the gaps of %s tells of the members of single units; use a key of the role DEPARTMENT", query.Indicator))
	}
	l := &unitList{question: q, UnitsQuery: query.UnitsQuery, gap: index, isGap: true}
	if l.Where != nil && l.Where.GapAgeOf == nil {
		where := *l.Where
		where.GapAgeOf = &query.Indicator
		l.Where = &where
	}
	if err := l.pick(unmet(index)); err != nil {
		return nil, err
	}
	gaps, err := l.gaps(index)
	if err != nil {
		return nil, err
	}
	return connect(q, gaps, l.total, l.more, l.before, l.cursor), nil
}

// unmet narrows a filter to the gaps of an indicator.
func unmet(index int) func(*cube.Filter) {
	return func(f *cube.Filter) { f.Gap = &index }
}

// gaps fetches the units of the page with their reasons and next steps.
func (l *unitList) gaps(index int) ([]*model.Gap, error) {
	spans := make([]model.Span, len(l.rows)) // before anything is taken out
	for i, r := range l.rows {
		spans[i] = l.data.Span(r)
	}
	units, err := l.unitsOf(l.rows)
	if err != nil {
		return nil, err
	}
	histories, err := l.histories(spans, index)
	if err != nil {
		return nil, err
	}
	gaps := make([]*model.Gap, len(units))
	for i, u := range units {
		gaps[i] = l.gapOf(u, l.rows[i], &spans[i], histories[u.ID], index)
	}
	return gaps, nil
}

// histories are read only for units with a cover behind their gap: the others are told by their span.
func (q *question) histories(spans []model.Span, index int) (map[model.UnitID]*model.UnitHistory, error) {
	var ids []model.UnitID
	for i := range spans {
		if c := &spans[i].Class; (c.NotCounted|c.Ended)>>index&1 == 1 {
			ids = append(ids, spans[i].UnitID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return store.Get(q.ctx, q.store, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
		return v.HistoriesAt(ids, q.data.Version)
	})
}

func (q *question) gapOf(u *model.Unit, r cube.Row, span *model.Span, h *model.UnitHistory, index int) *model.Gap {
	g := &model.Gap{Unit: u, Indicator: q.rules.indicators[index], Since: q.data.Since(r, index)}
	g.Days = int(q.asOf - g.Since)
	g.SinceRuleChange = q.rules.DefinitionChanged(index, g.Since-1, g.Since) && g.Since > span.FoundedOn
	reasons := q.rules.SpanReasons(span, index, q.asOf)
	if h != nil {
		if full, ok := q.rules.Gap(h, index, q.asOf); ok {
			reasons, g.SinceRuleChange = full.Reasons, full.ByRules
		}
	}
	g.Reasons = q.reasons(reasons)
	g.NextSteps = q.steps(q.rules.NextSteps(span, q.asOf))
	return g
}

// reasons puts reasons into words for the viewer.
func (q *question) reasons(list []indicator.Reason) []*model.GapReason {
	out := make([]*model.GapReason, len(list))
	for i, r := range list {
		out[i] = &model.GapReason{Code: q.who.Reason(r.Code), Message: r.Message.Chinese}
		if out[i].Code != r.Code {
			out[i].Message = out[i].Code.Title()
		}
	}
	return out
}

// steps puts next steps into words for the viewer, each once.
func (q *question) steps(list []model.NextStep) []*model.NextStepAdvice {
	out := make([]*model.NextStepAdvice, 0, len(list))
	seen := map[model.NextStep]bool{}
	for _, s := range list {
		if s = q.who.Step(s); !seen[s] {
			seen[s] = true
			out = append(out, &model.NextStepAdvice{Step: s, Message: s.Title()})
		}
	}
	return out
}
