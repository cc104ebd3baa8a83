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
	q.denyGapsOfMembers(query.Indicator)
	l := &unitList{question: q, UnitsQuery: query.UnitsQuery, gap: index, isGap: true}
	l.gapAgeOf(query.Indicator)
	if err := l.pick(unmet(index)); err != nil {
		return nil, err
	}
	gaps, err := (&gapReader{unitList: l, index: index}).gaps(l.rows)
	if err != nil {
		return nil, err
	}
	return connect(q, gaps, l.total, l.more, l.before, l.cursor), nil
}

// unmet narrows a filter to the gaps of an indicator.
func unmet(index int) func(*cube.Filter) {
	return func(f *cube.Filter) { f.Gap = &index }
}

// gapReader reads the gaps of rows and keeps what many of them share. It belongs to one goroutine.
type gapReader struct {
	*unitList
	index   int
	holders *store.Holders
	// changed remembers on which days the indicator's definition changed: rows have few days on which their gap began.
	changed map[model.Date]bool
}

// gaps are the gaps of rows, each with its unit, its reasons and next steps, and the cover that ended last.
func (r *gapReader) gaps(rows []cube.Row) ([]*model.Gap, error) {
	spans := make([]model.Span, len(rows)) // before anything is taken out
	for i, row := range rows {
		spans[i] = r.data.Span(row)
	}
	covers, facts, err := r.behind(spans)
	if err != nil {
		return nil, err
	}
	units, err := r.unitsWith(rows, facts)
	if err != nil {
		return nil, err
	}
	out := make([]*model.Gap, len(rows))
	for i, u := range units {
		h := &model.UnitHistory{ID: u.ID, Facts: facts[u.ID], Covers: covers[u.ID]}
		out[i] = r.gap(u, rows[i], &spans[i], h)
		if last, _ := h.LastCover(r.asOf); last != nil {
			last.AsOf = r.asOf
			out[i].LastCover = &last.Cover
		}
	}
	return out, nil
}

// behind are the covers of the units, each with the facts of its holder, and all facts of the units with a cover behind their gap: the others
// are told by their span, and their covers are read only where their last ones are shown.
func (r *gapReader) behind(spans []model.Span) (map[model.UnitID][]model.CoverHistory, map[model.UnitID][]model.UnitFact, error) {
	last := needsOf(r.ctx).LastCovers
	ids := make([]model.UnitID, 0, len(spans))
	var behind []model.UnitID
	for i := range spans {
		if last {
			ids = append(ids, spans[i].UnitID)
		}
		if c := &spans[i].Class; (c.NotCounted|c.Ended)>>r.index&1 == 1 {
			behind = append(behind, spans[i].UnitID)
		}
	}
	if !last {
		ids = behind
	}
	var rows map[model.UnitID][]model.Cover
	var facts map[model.UnitID][]model.UnitFact
	err := r.store.ReadAll(r.ctx, func(v *store.View) (err error) {
		rows, err = v.CoversOfUnits(r.data.Version, ids)
		return err
	}, func(v *store.View) (err error) {
		facts, err = v.UnitHistory(r.data.Version, behind)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	err = r.knowHolders(rows, facts)
	covers := make(map[model.UnitID][]model.CoverHistory, len(rows))
	for id, list := range rows {
		covers[id] = joined(r.holders, list)
	}
	return covers, facts, err
}

// keptHolders bounds the covers whose holders a reader keeps: those of neighbouring units are mostly the same.
const keptHolders = 20_000

// knowHolders reads the holders of covers that are not known yet. Of units that are judged by their facts it takes all of them, of others those
// that tell how a cover stands, see standings.
func (r *gapReader) knowHolders(covers map[model.UnitID][]model.Cover, judged map[model.UnitID][]model.UnitFact) error {
	if r.holders == nil || r.holders.Len() > keptHolders {
		r.holders = r.noHolders()
	}
	var fresh []model.Cover
	for id, list := range covers {
		for i := range list {
			if !r.holders.Know(&list[i]) && (judged[id] != nil || !r.data.Subordination.Endless(list[i].OrganisationID)) {
				fresh = append(fresh, list[i])
			}
		}
	}
	return r.store.ReadAll(r.ctx, r.holders.Reads(fresh, r.data.Version)...)
}

func (r *gapReader) gap(u *model.Unit, row cube.Row, span *model.Span, h *model.UnitHistory) *model.Gap {
	g := &model.Gap{Unit: u, Indicator: r.rules.indicators[r.index], Since: r.data.Since(row, r.index)}
	g.Days = int(r.asOf - g.Since)
	g.SinceRuleChange = r.changedOn(g.Since) && g.Since > span.FoundedOn
	reasons := r.rules.SpanReasons(span, r.index, r.asOf)
	if h.Facts != nil { // without them the span tells all
		if full, ok := r.rules.Gap(h, r.index, r.asOf); ok {
			reasons, g.SinceRuleChange = full.Reasons, full.ByRules
		}
	}
	g.Reasons, g.NextSteps = r.reasons(reasons), r.steps(r.rules.NextSteps(span, r.asOf))
	return g
}

func (r *gapReader) changedOn(day model.Date) bool {
	if r.changed == nil {
		r.changed = map[model.Date]bool{}
	}
	changed, known := r.changed[day]
	if !known {
		changed = r.rules.DefinitionChanged(r.index, day-1, day)
		r.changed[day] = changed
	}
	return changed
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
