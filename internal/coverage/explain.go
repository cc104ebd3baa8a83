package coverage

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// Results are the results of a unit by indicator, in the order of the catalogue. Those that tell of members are left out
// without the right to member figures.
func (s *Service) Results(ctx context.Context, u *model.Unit) ([]*model.IndicatorResult, error) {
	q, err := s.ask(ctx, &u.AsOf, nil)
	if err != nil {
		return nil, err
	}
	return q.results(u.Span.Class.Results), nil
}

func (q *question) results(r model.Results) []*model.IndicatorResult {
	list := make([]*model.IndicatorResult, 0, len(q.rules.indicators))
	for i, in := range q.list().rules {
		if in.Coverage && q.tells(in.Key) && r.Of(i) != 0 {
			list = append(list, &model.IndicatorResult{Indicator: q.shown(i), Result: r.Of(i)})
		}
	}
	return list
}

// tells is whether the viewer may see the result of an indicator for a single subject.
func (q *question) tells(key model.IndicatorKey) bool {
	return (!memberBased[key] || q.who.CanReadMemberFigures()) && (!personal[key] || q.who.CanReadPersons())
}

// HistoriesOf are all facts and covers of units with the facts of their holders: the batch of a loader, for why and reports.
func (s *Service) HistoriesOf(ctx context.Context, ids []model.UnitID) (map[model.UnitID]*model.UnitHistory, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	return store.Get(ctx, s.store, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
		return v.HistoriesAt(ids, q.data.Version)
	})
}

// Why tells for each of some indicators, or for all, why it has its result for a unit whose history is at hand.
func (s *Service) Why(ctx context.Context, u *model.Unit, h *model.UnitHistory, keys []model.IndicatorKey) ([]*model.Explanation, error) {
	q, err := s.ask(ctx, &u.AsOf, nil)
	if err != nil {
		return nil, err
	}
	for i, key := range keys {
		path := fmt.Sprintf("indicators[%d]", i)
		if q.explained(path, key); !q.tells(key) {
			q.fault(model.Denied(path, "why %s has its result tells of the members of a single unit; use a key of the role DEPARTMENT", key))
		}
	}
	if err := q.faults.OrNil(); err != nil || h == nil {
		return []*model.Explanation{}, err
	}
	list := []*model.Explanation{}
	for _, e := range q.rules.Explain(h, u.AsOf) {
		if key := e.Indicator.Key; e.Indicator.Coverage && q.tells(key) && (keys == nil || slices.Contains(keys, key)) {
			list = append(list, q.explanation(&e))
		}
	}
	return list, nil
}

// explained refuses an indicator that is not of coverage: findings tell why.
func (q *question) explained(path string, key model.IndicatorKey) {
	if in := q.list().rules[q.index(path, key)]; in.Key == key && !in.Coverage {
		q.wrong(path, "%s is a rule of the look-back; the field findings of the unit tells what it finds", key)
	}
}

func (q *question) explanation(e *indicator.Explanation) *model.Explanation {
	return &model.Explanation{Indicator: q.rules.indicators[e.Index], Result: e.Result, Version: fmt.Sprint(e.Version), Rule: e.Rule.Chinese,
		RuleEnglish: e.Rule.English, Reasons: q.reasons(e.Reasons), NextSteps: q.steps(e.NextSteps), Evidence: q.evidence(e.Evidence)}
}

// History is a unit's life as spans, oldest first. Where the unit lay outside the viewer's scope, nothing is told.
func (s *Service) History(ctx context.Context, u *model.Unit) ([]*model.UnitSpan, error) {
	q, err := s.ask(ctx, &u.AsOf, nil)
	if err != nil {
		return nil, err
	}
	var spans []model.Span
	for _, row := range q.data.RowsOf(u.ID) {
		if span := q.data.Span(row); q.scope(span.ValidFrom).sees(span.RegionID) {
			spans = append(spans, span)
		}
	}
	list := []*model.UnitSpan{}
	for _, span := range q.joinSpans(spans) {
		list = q.addSpan(list, q.unitSpan(&span))
	}
	return list, nil
}

// joinSpans joins neighbours that only rules of the look-back tell apart: their results do not stand in a unit's history.
func (q *question) joinSpans(spans []model.Span) []model.Span {
	var told model.Results
	for i, in := range q.list().rules {
		if in.Coverage {
			told |= 7 << (3 * i)
		}
	}
	out := spans[:0]
	for _, s := range spans {
		s.Class.Results &= told
		if n := len(out); n > 0 && out[n-1].ValidTo == s.ValidFrom {
			last := out[n-1]
			if last.Valid = s.Valid; last == s {
				out[n-1].ValidTo = s.ValidTo
				continue
			}
		}
		out = append(out, s)
	}
	return out
}

// addSpan adds a span, or lengthens the last one where a viewer without the right to member figures sees no difference: the day on
// which members crossed a threshold is not for them to see.
func (q *question) addSpan(list []*model.UnitSpan, s *model.UnitSpan) []*model.UnitSpan {
	if n := len(list); n > 0 && !q.who.CanReadMemberFigures() {
		last, next := *list[n-1], *s
		last.Valid, next.Valid = model.Valid{}, model.Valid{}
		if last.Region != nil && next.Region != nil && last.Region.RegionNode == next.Region.RegionNode {
			next.Region = last.Region
		}
		if list[n-1].ValidTo == s.ValidFrom && reflect.DeepEqual(last, next) {
			list[n-1].ValidTo = s.ValidTo
			return list
		}
	}
	return append(list, s)
}

func (q *question) unitSpan(s *model.Span) *model.UnitSpan {
	c := &s.Class
	out := &model.UnitSpan{Valid: s.Valid, Name: s.Name, Domain: c.Domain, Region: q.regionSince(s.RegionID, s.ValidFrom), Operation: c.Operation,
		Establishment: q.who.Establishment(c.Establishment), SetUp: c.SetUp, WorkMeans: c.WorkMeans, Employees: s.Employees, Results: q.results(c.Results)}
	if q.who.CanReadMemberFigures() {
		out.FullMembers = s.FullMembers
	}
	return out
}

// regionSince is a region on a day, or, where the tree does not hold it yet, on the date of the question.
func (q *question) regionSince(id model.RegionID, day model.Date) *model.Region {
	if n := q.tree(day).Node(id); n != nil {
		return n.On(day)
	}
	return q.tree(q.asOf).Node(id).On(q.asOf)
}

// Reports are the reported attributes of a unit whose history is at hand, oldest first. Their sources are for a loader.
func (s *Service) Reports(ctx context.Context, u *model.Unit, h *model.UnitHistory) ([]*model.UnitReport, error) {
	q, err := s.ask(ctx, &u.AsOf, nil)
	if err != nil {
		return nil, err
	}
	list := []*model.UnitReport{}
	for i := range h.Facts {
		f := h.Facts[i]
		r := &model.UnitReport{UnitFact: f, Region: q.regionSince(f.RegionID, f.ValidFrom)}
		if r.Region == nil || !q.scope(r.Region.AsOf).sees(f.RegionID) {
			continue
		}
		if !q.who.CanReadMemberFigures() {
			r.FullMembers, r.ProbationaryMembers, r.MembersElsewhere = 0, 0, 0
		}
		list = append(list, r)
	}
	return list, nil
}

// SuccessionsOf are the successions in which units take part by the date, as successor or predecessor.
func (s *Service) SuccessionsOf(ctx context.Context, ids []model.UnitID) (map[model.UnitID][]model.Succession, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	return store.Get(ctx, s.store, func(v *store.View) (map[model.UnitID][]model.Succession, error) {
		return v.SuccessionsOf(q.data.Version, ids)
	})
}

// SuperiorsOf are the organisations under which statistics by subordination count units: the batch of a loader.
func (s *Service) SuperiorsOf(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID]*model.Organisation, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	tree := q.data.Subordination.On(asOf)
	of := make(map[model.UnitID]model.OrganisationID, len(ids))
	var superiors []model.OrganisationID
	for _, id := range ids {
		if row, ok := q.data.RowOf(id, asOf); ok {
			span := q.data.Span(row)
			of[id] = tree.At(span.Place, span.RegionID)
			superiors = append(superiors, of[id])
		}
	}
	found, err := s.OrganisationsAt(ctx, superiors, asOf)
	out := make(map[model.UnitID]*model.Organisation, len(ids))
	for id, superior := range of {
		if o := found[superior]; o != nil {
			out[id] = o
		}
	}
	return out, err
}

// Imports are the imports, newest first; they need the right to import.
func (s *Service) Imports(ctx context.Context) ([]*model.Import, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	if !q.who.CanImport() {
		return nil, model.Denied("imports", "this key's role may not see imports; use a key of the role ADMINISTRATOR")
	}
	rows, err := store.Get(ctx, s.store, func(v *store.View) ([]model.Import, error) { return v.Imports(newestVisits) })
	out := make([]*model.Import, len(rows))
	for i := range rows {
		out[i] = &rows[i]
	}
	return out, err
}

// ImportsByID are imports by id, on any date; none without the right to import.
func (s *Service) ImportsByID(ctx context.Context, ids []model.ImportID, _ model.Date) (map[model.ImportID]*model.Import, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil || !q.who.CanImport() {
		return nil, err
	}
	fleeting(ctx) // an import begins and ends beside the commits
	out := map[model.ImportID]*model.Import{}
	for _, id := range ids {
		one, err := store.Get(ctx, s.store, func(v *store.View) (model.Import, error) { return v.Import(id) })
		switch {
		case err == nil:
			out[id] = &one
		case model.CodeOf(err) != model.CodeNotFound:
			return nil, err
		}
	}
	return out, nil
}
