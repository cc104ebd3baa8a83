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
	holders *holders
	// changed remembers on which days the indicator's definition changed: rows have few days on which their gap began.
	changed map[model.Date]bool
	// words remembers what is said on gaps of one key: some thousands of rows have it.
	words map[gapKey]gapWords
}

// gapKey is all of a span that the words on its gap follow from, where no cover stands behind it.
type gapKey struct {
	reason model.GapReasonCode
	stepKey
}

// gapWords are what is said on gaps.
type gapWords struct {
	reasons []*model.GapReason
	steps   []*model.NextStepAdvice
}

// keptWords is how many keys are remembered.
const keptWords = 4096

// wordsOn are the words on the gap of a span in which no cover stands behind it.
func (r *gapReader) wordsOn(s *model.Span) gapWords {
	key := gapKey{s.Class.Reason, stepKeyOf(s)}
	words, known := r.words[key]
	if known {
		return words
	}
	if r.words == nil || len(r.words) >= keptWords {
		r.words = map[gapKey]gapWords{}
	}
	alone := *s
	alone.Class.NotCounted, alone.Class.Ended = 0, 0
	words = gapWords{r.reasons(r.rules.SpanReasons(&alone, nil, r.index, r.asOf)), r.steps(r.rules.NextSteps(s, r.asOf))}
	r.words[key] = words
	return words
}

// coverBehind tells whether a cover stands behind a gap: one that the indicator does not count, or one that has ended.
func (r *gapReader) coverBehind(s *model.Span) bool {
	return (s.Class.NotCounted|s.Class.Ended)>>r.index&1 == 1
}

// gaps are the gaps of rows, each with its unit, its reasons and next steps, and the cover that ended last.
func (r *gapReader) gaps(rows []cube.Row) ([]*model.Gap, error) {
	out, spans := make([]*model.Gap, len(rows)), r.spansOf(rows)
	for i, row := range rows {
		out[i] = r.gap(row, &spans[i])
	}
	histories, err := r.behind(spans, out)
	if err != nil {
		return nil, err
	}
	units, err := r.unitsOfSpans(rows, spans)
	if err != nil {
		return nil, err
	}
	for i, g := range out {
		h := histories[units[i].ID]
		words := r.wordsOn(&spans[i])
		g.Unit, g.Reasons, g.NextSteps = units[i], words.reasons, words.steps
		if r.coverBehind(&spans[i]) {
			g.Reasons = r.reasons(r.rules.SpanReasons(&spans[i], h.Covers, r.index, r.asOf))
		}
		if g.SinceRuleChange {
			full, ok := r.rules.Gap(h, r.index, r.asOf)
			g.SinceRuleChange = ok && full.ByRules
		}
		if last, _ := h.LastCover(r.asOf); last != nil {
			last.AsOf = r.asOf
			g.LastCover = &last.Cover
		}
	}
	return out, nil
}

// gap is what the span alone tells of a gap. SinceRuleChange is whether it can be: the definition changed on the day the gap began, which
// a report of that day may have begun as well.
func (r *gapReader) gap(row cube.Row, span *model.Span) *model.Gap {
	g := &model.Gap{Indicator: r.rules.indicators[r.index], Since: r.data.Since(row, r.index)}
	g.Days = int(r.asOf - g.Since)
	g.SinceRuleChange = r.needs.RuleChanges && r.changedOn(g.Since) && g.Since > span.FoundedOn
	return g
}

// behind are histories of the units of gaps: covers, where one stands behind the gap or the last one is shown, and all facts of the unit, where
// the rules may have begun the gap.
func (r *gapReader) behind(spans []model.Span, gaps []*model.Gap) (map[model.UnitID]*model.UnitHistory, error) {
	out := make(map[model.UnitID]*model.UnitHistory, len(spans))
	var covered, changed []model.UnitID
	for i := range spans {
		id := spans[i].UnitID
		out[id] = &model.UnitHistory{ID: id}
		if gaps[i].SinceRuleChange {
			changed = append(changed, id)
		}
		if r.needs.LastCovers || gaps[i].SinceRuleChange || r.coverBehind(&spans[i]) {
			covered = append(covered, id)
		}
	}
	covers, err := r.coversOf(covered)
	if err != nil {
		return nil, err
	}
	if r.holders == nil {
		r.holders = &holders{data: r.data}
	}
	for id, list := range covers {
		out[id].Covers = r.holders.histories(list)
	}
	if len(changed) == 0 {
		return out, nil
	}
	return out, r.store.Read(r.ctx, func(v *store.View) error {
		facts, err := v.UnitHistory(r.data.Version, changed)
		for id, list := range facts {
			out[id].Facts = list
		}
		return err
	})
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
