package coverage

import (
	"context"
	"fmt"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// UnitsQuery is a question for a list of units.
type UnitsQuery struct {
	Where      *model.UnitFilter
	OrderBy    []*model.UnitOrder
	Page       model.Page
	AsOf       *model.Date
	MinVersion *model.DataVersion
}

// Units lists units of every status unless filtered, founded by the date.
func (s *Service) Units(ctx context.Context, query UnitsQuery) (*model.UnitConnection, error) {
	return s.listUnits(ctx, query, nil)
}

// UnitsByID is Units for some units only.
func (s *Service) UnitsByID(ctx context.Context, ids []model.UnitID, query UnitsQuery) (*model.UnitConnection, error) {
	set := make(map[model.UnitID]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return s.listUnits(ctx, query, set)
}

func (s *Service) listUnits(ctx context.Context, query UnitsQuery, only map[model.UnitID]bool) (*model.UnitConnection, error) {
	if query.AsOf == nil && query.Where != nil && query.Where.Movement != nil {
		query.AsOf = movementDay(query.Where.Movement)
	}
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	l := &unitList{question: q, UnitsQuery: query, only: only}
	if err := l.pick(func(*cube.Filter) {}); err != nil {
		return nil, err
	}
	units, err := q.unitsOf(l.rows)
	if err != nil {
		return nil, err
	}
	return connect(q, units, l.total, l.more, l.before, l.cursor), nil
}

// movementDay is the day on which the units of a term are seen: the first date for those that left, the second otherwise.
func movementDay(m *model.MovementFilter) *model.Date {
	if m.Term == model.MovementTermLeftMet || m.Term == model.MovementTermLeftUnmet {
		return &m.From
	}
	return &m.To
}

// unitList is a page of units on its way.
type unitList struct {
	*question
	UnitsQuery
	// only narrows to some units; nil is all.
	only map[model.UnitID]bool
	// gap is the indicator whose gaps are listed, for the order by SINCE; -1 in lists of units.
	gap          int
	isGap        bool
	orders       []cube.Order
	rows         []cube.Row
	total        int
	more, before bool
}

// pick finds the rows of the page. narrow adds a condition to the filter.
func (l *unitList) pick(narrow func(*cube.Filter)) error {
	w := l.window(l.Page)
	l.setOrders()
	after := decodeCursor[cube.Position](l.question, l.Page.After, digest(l.OrderBy))
	filter, err := l.filter(l.Where, l.asOf)
	if err != nil {
		return err
	}
	narrow(filter)
	l.narrowIDs(filter)
	l.rows, l.total = l.data.Pick(l.asOf, filter, l.orders, after, w.offset, w.limit+1)
	if l.more = len(l.rows) > w.limit; l.more {
		l.rows = l.rows[:w.limit]
	}
	l.before = after != nil || w.offset > 0 && l.total > 0
	return nil
}

func (l *unitList) narrowIDs(f *cube.Filter) {
	if l.only == nil {
		return
	}
	if f.Units == nil {
		f.Units = l.only
		return
	}
	both := map[model.UnitID]bool{}
	for id := range l.only {
		if f.Units[id] {
			both[id] = true
		}
	}
	f.Units = both
}

func (l *unitList) setOrders() {
	for i, o := range l.OrderBy {
		path := fmt.Sprintf("orderBy[%d].by", i)
		one := cube.Order{By: o.By, Desc: o.Direction == model.SortDirectionDesc, Indicator: l.gap}
		switch o.By {
		case model.UnitOrderBySince:
			if !l.isGap {
				l.wrong(path, "SINCE orders gaps only; use the field gaps")
			}
		case model.UnitOrderByFullMembers, model.UnitOrderByMembers:
			if !l.who.CanReadMemberFigures() {
				l.fault(model.Denied(path, "this key's role may not order by member figures; use a key of the role DEPARTMENT"))
			}
		case model.UnitOrderByRegion:
			one.RegionRanks = l.tree(l.asOf).Ranks()
		}
		l.orders = append(l.orders, one)
	}
}

func (l *unitList) cursor(i int) string {
	return encodeCursor(digest(l.OrderBy), l.data.PositionOf(l.rows[i], l.orders))
}

// unitsOf fetches the units of rows, in their order.
func (q *question) unitsOf(rows []cube.Row) ([]*model.Unit, error) {
	return q.unitsOfSpans(rows, q.spansOf(rows))
}

// spansOf are the spans of rows.
func (q *question) spansOf(rows []cube.Row) []model.Span {
	spans := make([]model.Span, len(rows))
	for i, r := range rows {
		spans[i] = q.data.Span(r)
	}
	return spans
}

// unitsOfSpans is unitsOf for rows whose spans are at hand.
func (q *question) unitsOfSpans(rows []cube.Row, spans []model.Span) ([]*model.Unit, error) {
	if !q.needs.UnitFacts && !q.needs.Industries {
		return q.toldUnits(rows, spans), nil
	}
	ids := make([]model.UnitID, len(rows))
	for i := range spans {
		ids[i] = spans[i].UnitID
	}
	read := (*store.View).UnitFactsOn
	if !q.needs.UnitFacts {
		read = (*store.View).IndustriesOn
	}
	facts, err := q.factsOf(ids, read)
	if err != nil {
		return nil, err
	}
	units := make([]*model.Unit, len(rows))
	for i, r := range rows {
		id := ids[i]
		fact := facts[id]
		if fact == nil {
			return nil, fmt.Errorf("unit %d is in the cube and not in the database at version %d", id, q.data.Version)
		}
		if !q.needs.UnitFacts {
			told := factOf(&spans[i])
			told.AlsoDomain, told.Industry = fact.AlsoDomain, fact.Industry
			fact = told
		}
		units[i] = q.show(&model.Unit{ID: id, CreditCode: q.data.CreditCode(r), UnitFact: *fact}, &spans[i])
	}
	return units, nil
}

// factsOf reads facts of units on the day of the question. The first report also tells of the time before it, back to the founding day,
// as the spans have it.
func (q *question) factsOf(
	ids []model.UnitID, read func(*store.View, model.DataVersion, model.Date, []model.UnitID) ([]model.UnitFact, error),
) (map[model.UnitID]*model.UnitFact, error) {
	found := make(map[model.UnitID]*model.UnitFact, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	return found, q.store.Read(q.ctx, func(v *store.View) error {
		facts, err := read(v, q.data.Version, q.asOf, ids)
		for i := range facts {
			found[facts[i].UnitID] = &facts[i]
		}
		if err != nil || len(found) == len(ids) {
			return err
		}
		early := slices.DeleteFunc(slices.Clone(ids), func(id model.UnitID) bool { return found[id] != nil })
		all, err := v.UnitHistory(q.data.Version, early)
		for id, list := range all {
			found[id] = (&model.UnitHistory{Facts: list}).FactOn(q.asOf)
		}
		return err
	})
}

// show adds to a unit what the rules say, and takes out what the viewer has no right to see.
func (q *question) show(u *model.Unit, of *model.Span) *model.Unit {
	span := *of
	u.Span, u.Region, u.AsOf = &span, q.tree(q.asOf).Node(u.RegionID).On(q.asOf), q.asOf
	u.Domain, u.Control = span.Class.Domain, span.Class.Control
	u.Size, u.FoundedOn = span.Class.Size, span.FoundedOn
	span.Class.Establishment = q.who.Establishment(span.Class.Establishment)
	if !q.who.CanReadMemberFigures() {
		u.Figures = model.MemberFiguresForbidden
		u.FullMembers, u.ProbationaryMembers, u.MembersElsewhere = 0, 0, 0
		span.FullMembers, span.Members = 0, 0
	}
	return u
}

// Unit is one unit by its credit code; nil where there is none on the date, or it lies outside the scope.
func (s *Service) Unit(ctx context.Context, code model.CreditCode, asOf *model.Date) (*model.Unit, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	id, ok := q.data.UnitByCode(code)
	if !ok {
		return nil, nil
	}
	found, err := q.visible([]model.UnitID{id})
	return found[id], err
}

// UnitsAt are units by id as of a date, those in the viewer's scope: the batch of a loader.
func (s *Service) UnitsAt(ctx context.Context, ids []model.UnitID, asOf model.Date) (map[model.UnitID]*model.Unit, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return q.visible(ids)
}

// visible fetches the units that exist on the date and lie in the viewer's scope.
func (q *question) visible(ids []model.UnitID) (map[model.UnitID]*model.Unit, error) {
	scope := q.regions(nil, q.asOf)
	var rows []cube.Row
	for _, id := range ids {
		r, ok := q.data.RowOf(id, q.asOf)
		if ok && inScope(scope, q.data.Span(r).RegionID) {
			rows = append(rows, r)
		}
	}
	units, err := q.unitsOf(rows)
	out := make(map[model.UnitID]*model.Unit, len(units))
	for _, u := range units {
		out[u.ID] = u
	}
	return out, err
}

func inScope(scope []bool, id model.RegionID) bool {
	return scope == nil || int(id) < len(scope) && scope[id]
}
