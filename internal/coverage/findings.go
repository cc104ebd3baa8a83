package coverage

import (
	"context"
	"fmt"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/model"
)

// FindingsQuery is a question for what a rule of the look-back finds; see the schema's findings for what each part means.
type FindingsQuery struct {
	Rule  model.IndicatorKey
	Where *model.SubjectFilter
	// Due asks, in place of what is found on the date, for what will be from a day in the window on.
	Due        *model.DateSpan
	OrderBy    []*model.FindingOrder
	Page       model.Page
	AsOf       *model.Date
	MinVersion *model.DataVersion
}

// Findings lists the subjects that break a rule of the look-back on the date, or will.
func (s *Service) Findings(ctx context.Context, query FindingsQuery) (*model.FindingConnection, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &findingList{question: q, FindingsQuery: query}
	w := q.window(query.Page)
	after := decodeCursor[cube.Position](q, query.Page.After, l.digest())
	filter, err := l.prepare()
	if err != nil {
		return nil, err
	}
	rows, total := q.spans.Pick(q.asOf, filter, l.orders, after, w.offset, w.limit+1)
	more := len(rows) > w.limit
	if more {
		rows = rows[:w.limit]
	}
	nodes, err := l.findings(rows)
	if err != nil {
		return nil, err
	}
	at := func(i int) string { return encodeCursor(l.digest(), q.spans.PositionOf(rows[i], l.orders)) }
	return connect(q, nodes, total, more, after != nil || w.offset > 0 && total > 0, at), nil
}

// findingList is a list of findings on its way.
type findingList struct {
	*question
	FindingsQuery
	index  int
	due    *cube.DueFilter
	orders []cube.Order
}

// digest names what a cursor belongs to: the SINCE of a window is another one than that of a date.
func (l *findingList) digest() uint32 {
	return digest(struct {
		Rule  model.IndicatorKey
		Due   *model.DateSpan
		Order []*model.FindingOrder
	}{l.Rule, l.Due, l.OrderBy})
}

// prepare checks everything at once, and gives the filter of the list.
func (l *findingList) prepare() (*cube.Filter, error) {
	if !l.findRule() {
		return nil, l.faults.OrNil()
	}
	where := l.about(l.subject, l.Where)
	l.denyList()
	l.setWindow()
	l.setOrders()
	filter, err := l.filter(where, l.asOf)
	if err != nil {
		return nil, err
	}
	if filter.Due = l.due; l.due == nil {
		filter.Gap = &l.index
	}
	return filter, nil
}

// findRule turns the question to the subject of the rule; false where there is no such rule.
func (l *findingList) findRule() bool {
	of, i, ok := l.rules.Find(l.Rule)
	switch {
	case !ok:
		l.unknown("rule", l.Rule, func(in *indicator.Indicator) bool { return in.LookBack })
	case !l.rules.lists[of].rules[i].LookBack:
		l.wrong("rule", "%s is an indicator of coverage and no rule of the look-back; ask gaps(indicator: %q) for its list", l.Rule, l.Rule)
	default:
		l.subject, l.index = of, i
		return true
	}
	return false
}

// denyList refuses a list that tells a viewer what is not theirs to see of single subjects.
func (l *findingList) denyList() {
	switch {
	case memberBased[l.Rule] && !l.who.CanReadMemberFigures():
		l.fault(model.Denied("rule", "a list of the findings of %s tells of the members of single %s; use a key of the role DEPARTMENT", l.Rule, plural[l.subject]))
	case personal[l.Rule] && !l.who.CanReadPersons():
		l.fault(model.Denied("rule", "a list of the findings of %s tells of persons; use a key of the role DEPARTMENT", l.Rule))
	}
}

// setWindow checks the window of what is due.
func (l *findingList) setWindow() {
	due := l.Due
	switch {
	case due == nil:
		return
	case due.From > due.To:
		l.wrong("dueBetween", "from (%s) must not lie after to (%s)", due.From, due.To)
	case due.From < l.asOf:
		l.wrong("dueBetween.from", "%s lies before %s, and what is due lies ahead; begin on that day or later, or leave dueBetween out to see what is found",
			due.From, l.asOf)
	}
	l.due = &cube.DueFilter{Indicator: l.index, From: due.From, To: due.To}
}

// findingOrders are the orders of findings, as the cube knows them.
var findingOrders = map[model.FindingOrderBy]model.UnitOrderBy{
	model.FindingOrderByCode: model.UnitOrderByCreditCode, model.FindingOrderByName: model.UnitOrderByName,
	model.FindingOrderByRegion: model.UnitOrderByRegion, model.FindingOrderBySince: model.UnitOrderBySince,
}

func (l *findingList) setOrders() {
	for i, o := range l.OrderBy {
		one := cube.Order{By: findingOrders[o.By], Desc: o.Direction == model.SortDirectionDesc, Indicator: l.index, Due: l.due}
		switch o.By {
		case model.FindingOrderByRegion:
			one.RegionRanks = l.tree(l.asOf).Ranks()
		case model.FindingOrderByName:
			if l.subject == model.SubjectInstructor && !l.who.CanReadPersons() {
				path := fmt.Sprintf("orderBy[%d].by", i)
				l.fault(model.Denied(path, "this key's role may not order by names of persons; order by CODE, or use a key of the role DEPARTMENT"))
			}
		}
		l.orders = append(l.orders, one)
	}
}

// findings tells what is found of the subjects of some rows.
func (l *findingList) findings(rows []cube.Row) ([]*model.Finding, error) {
	hits := make([]hit, len(rows))
	for i, row := range rows {
		hits[i] = hit{row: row, index: l.index, on: l.asOf}
		if l.due == nil {
			hits[i].since = l.spans.Since(row, l.index)
		} else {
			hits[i].since = l.spans.Begins(row, l.index, l.due.From, l.due.To)
			hits[i].on = hits[i].since
		}
	}
	return l.tell(hits)
}

// findingsOf are the findings of subjects in the viewer's scope on a date, in the order of the catalogue, without those that tell what the
// viewer has no right to see.
func findingsOf[ID ~int64](ctx context.Context, s *Service, of model.Subject, ids []ID, asOf model.Date) (map[ID][]*model.Finding, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	q.about(of, nil)
	seen := q.scope(asOf)
	var hits []hit
	for _, id := range ids {
		row, ok := q.spans.RowOf(model.UnitID(id), asOf)
		if !ok {
			continue
		}
		if span := q.spans.Span(row); seen.sees(span.RegionID) {
			hits = q.addHits(hits, row, span.Class.Results)
		}
	}
	list, err := q.tell(hits)
	out := make(map[ID][]*model.Finding, len(ids))
	for _, f := range list {
		out[ID(f.ID)] = append(out[ID(f.ID)], f)
	}
	return out, err
}

func (q *question) addHits(hits []hit, row cube.Row, results model.Results) []hit {
	for i, in := range q.list().rules {
		if in.LookBack && results.Of(i) == model.ResultUnmet && q.tells(in.Key) {
			hits = append(hits, hit{row: row, index: i, since: q.spans.Since(row, i), on: q.asOf})
		}
	}
	return hits
}

// FindingsOfUnits are what the look-back finds of units on a date: the batch of a loader.
func (s *Service) FindingsOfUnits(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID][]*model.Finding, error) {
	return findingsOf(ctx, s, model.SubjectUnit, ids, asOf)
}

// FindingsOfOrganisations are what the look-back finds of organisations on a date: the batch of a loader.
func (s *Service) FindingsOfOrganisations(
	ctx context.Context, ids []model.OrganisationID, asOf model.Date,
) (map[model.OrganisationID][]*model.Finding, error) {
	return findingsOf(ctx, s, model.SubjectOrganisation, ids, asOf)
}

// FindingsOfInstructors are what the look-back finds of instructors on a date: the batch of a loader.
func (s *Service) FindingsOfInstructors(ctx context.Context, ids []model.InstructorID, asOf model.Date) (map[model.InstructorID][]*model.Finding, error) {
	return findingsOf(ctx, s, model.SubjectInstructor, ids, asOf)
}

// ExportFindings is Findings without a cap. Of the page, First and Offset count.
func (s *Service) ExportFindings(ctx context.Context, query FindingsQuery) (*Export[model.Finding], error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &findingList{question: q, FindingsQuery: query}
	w := q.part(query.Page)
	filter, err := l.prepare()
	if err != nil {
		return nil, err
	}
	rows, _ := q.spans.Pick(q.asOf, filter, l.orders, nil, w.offset, w.limit)
	e := &Export[model.Finding]{AsOf: q.asOf, DataVersion: q.data.Version, Rows: len(rows)}
	e.each = func(to func(*model.Finding) error) error {
		return readAhead(rows, func() func([]cube.Row) ([]*model.Finding, error) { return l.findings }, to)
	}
	return e, nil
}

// part reads first and offset of a list without a cap.
func (q *question) part(p model.Page) window {
	w := window{limit: everything}
	if p.First != nil {
		if w.limit = *p.First; w.limit < 0 {
			q.wrong("first", "must be 0 or more, not %d", w.limit)
		}
	}
	if p.Offset != nil {
		if w.offset = *p.Offset; w.offset < 0 {
			q.wrong("offset", "must be 0 or more, not %d", w.offset)
		}
	}
	return w
}
