package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// Imprint is what every export tells of itself, besides its date and data version.
type Imprint struct {
	Today   model.Date
	Secrecy string
	// Caller is the name of the key that asked.
	Caller string
	// Demo tells that the data are invented.
	Demo bool
}

// Imprint is the imprint of an export for the viewer.
func (s *Service) Imprint(ctx context.Context) (*Imprint, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	return &Imprint{Today: s.today(), Secrecy: s.secrecy, Caller: q.who.Name, Demo: q.data.Demo}, nil
}

// Export is all entries of a list, however many, from one snapshot. Only their places in the cube are held; rows are read
// some at a time while they are handed out.
type Export[T any] struct {
	AsOf        model.Date
	DataVersion model.DataVersion
	// Rows is the exact number of entries that Each hands out.
	Rows int
	each func(func(*T) error) error
}

// Each hands out every entry, in the order of the question. It ends with the first error, of reading or of the receiver.
func (e *Export[T]) Each(to func(*T) error) error { return e.each(to) }

// UnitRow is a unit with what stands beside it in a flat table.
type UnitRow struct {
	*model.Unit
	Zone *model.Zone // nil outside every zone
	// Superior is the organisation under which statistics by subordination count the unit; nil where there is none.
	Superior *model.Organisation
}

// GapRow is a gap with what stands beside it in a flat table.
type GapRow struct {
	UnitRow
	Gap *model.Gap
	// LastOrganisation is the organisation that held the cover that ended last; nil for covers of other holders.
	LastOrganisation *model.Organisation
}

// exportNeeds are what flat tables of units show.
var exportNeeds = Needs{Industries: true, LastCovers: true, RuleChanges: true}

// ExportUnits is Units without a cap. Of the page, First and Offset count.
func (s *Service) ExportUnits(ctx context.Context, query UnitsQuery) (*Export[UnitRow], error) {
	if query.AsOf == nil && query.Where != nil && query.Where.Movement != nil {
		query.AsOf = movementDay(query.Where.Movement)
	}
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	q.needs = exportNeeds
	l := &unitList{question: q, UnitsQuery: query}
	if err := l.pickAll(func(*cube.Filter) {}); err != nil {
		return nil, err
	}
	return exportOf(l, func() func([]cube.Row) ([]*UnitRow, error) {
		return (&exportReader{gapReader: gapReader{unitList: l}}).unitRows
	}), nil
}

// ExportGaps is Gaps without a cap. Of the page, First and Offset count.
func (s *Service) ExportGaps(ctx context.Context, query GapsQuery) (*Export[GapRow], error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	q.needs = exportNeeds
	index := q.gapIndex("indicator", query.Indicator)
	q.denyGapsOfMembers(query.Indicator)
	l := &unitList{question: q, UnitsQuery: query.UnitsQuery, gap: index, isGap: true}
	l.gapAgeOf(query.Indicator)
	if err := l.pickAll(unmet(index)); err != nil {
		return nil, err
	}
	return exportOf(l, func() func([]cube.Row) ([]*GapRow, error) {
		return (&exportReader{gapReader: gapReader{unitList: l, index: index}}).gapRows
	}), nil
}

func (q *question) denyGapsOfMembers(key model.IndicatorKey) {
	if memberBased[key] && !q.who.CanReadMemberFigures() {
		q.fault(model.Denied("indicator", "a list of the gaps of %s tells of the members of single units; use a key of the role DEPARTMENT", key))
	}
}

// gapAgeOf makes conditions on the gap speak of the list's own indicator where they name none.
func (l *unitList) gapAgeOf(key model.IndicatorKey) {
	if l.Where != nil && l.Where.GapAgeOf == nil {
		where := *l.Where
		where.GapAgeOf = &key
		l.Where = &where
	}
}

// everything is a page without an end.
const everything = 1 << 40

// pickAll finds all rows of the list in one scan: a page of it would hold the places of all rows for a moment as well.
func (l *unitList) pickAll(narrow func(*cube.Filter)) error {
	w := l.part(l.Page)
	l.setOrders()
	filter, err := l.filter(l.Where, l.asOf)
	if err != nil {
		return err
	}
	narrow(filter)
	l.rows, l.total = l.data.Pick(l.asOf, filter, l.orders, nil, w.offset, w.limit)
	return nil
}
