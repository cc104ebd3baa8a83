package export

import (
	"fmt"
	"reflect"
	"strings"

	"fugai/model"
)

// filter reads the conditions on units: every field of the schema's UnitFilter under its own name, those inside a field behind
// a dot. It is nil where none is given.
func (p *params) filter() *model.UnitFilter {
	f := &model.UnitFilter{
		Regions:         list(p, "regions", model.ParseRegionCode),
		Superiors:       list(p, "superiors", parseText),
		Directly:        list(p, "directly", model.ParseDimension),
		Zones:           list(p, "zones", parseText),
		Domains:         list(p, "domains", model.ParseDomain),
		Controls:        list(p, "controls", model.ParseControl),
		Industries:      list(p, "industries", parseText),
		Sizes:           list(p, "sizes", model.ParseSize),
		Kinds:           list(p, "kinds", model.ParseUnitKind),
		EmployeeBands:   list(p, "employeeBands", model.ParseEmployeeBand),
		AboveScale:      list(p, "aboveScale", model.ParseAboveScale),
		PublicOrPrivate: list(p, "publicOrPrivate", model.ParsePublicOrPrivate),
		Operations:      list(p, "operations", model.ParseOperation),
		Establishments:  list(p, "establishments", model.ParseEstablishment),
		SetUps:          list(p, "setUps", model.ParseSetUp),
		WorkMeans:       list(p, "workMeans", model.ParseWorkMeans),
		GapAges:         list(p, "gapAges", model.ParseGapAge),
		GapAgeOf:        single(p, "gapAgeOf", parseKey),
		GapReasons:      list(p, "gapReasons", model.ParseGapReasonCode),
		Employees:       p.intRange("employees"),
		FullMembers:     p.intRange("fullMembers"),
		Members:         p.intRange("members"),
		FoundedOn:       p.dateRange("foundedOn"),
		Name:            p.text("name"),
		CreditCodes:     list(p, "creditCodes", model.ParseCreditCode),
		Results:         p.results(),
		Movement:        p.movement(),
		ReturnCell:      p.returnCell(),
	}
	if reflect.ValueOf(*f).IsZero() {
		return nil
	}
	return f
}

func (p *params) intRange(name string) *model.IntRange {
	r := model.IntRange{
		Eq: single(p, name+".eq", parseWhole), Gt: single(p, name+".gt", parseWhole), Gte: single(p, name+".gte", parseWhole),
		Lt: single(p, name+".lt", parseWhole), Lte: single(p, name+".lte", parseWhole),
	}
	return given(r)
}

func (p *params) dateRange(name string) *model.DateRange {
	return given(model.DateRange{Gte: single(p, name+".gte", model.ParseDate), Lt: single(p, name+".lt", model.ParseDate)})
}

func (p *params) text(name string) *model.TextFilter {
	return given(model.TextFilter{
		Eq: single(p, name+".eq", parseText), StartsWith: single(p, name+".startsWith", parseText), Contains: single(p, name+".contains", parseText),
	})
}

// given is a pointer to a value, nil for the zero one.
func given[T comparable](v T) *T {
	if v == *new(T) {
		return nil
	}
	return &v
}

// results reads INDICATOR:RESULT, with several results joined by |; each entry must hold.
func (p *params) results() []*model.ResultFilter {
	return list(p, "results", func(s string) (*model.ResultFilter, error) {
		key, values, ok := strings.Cut(s, ":")
		if !ok {
			return nil, fmt.Errorf("%q names no result; write INDICATOR:RESULT, for example TWO_COVERAGES:UNMET|UNKNOWN", s)
		}
		r := &model.ResultFilter{Indicator: model.IndicatorKey(key)}
		for one := range strings.SplitSeq(values, "|") {
			v, err := model.ParseResult(one)
			if err != nil {
				return nil, err
			}
			r.In = append(r.In, v)
		}
		return r, nil
	})
}

// returnCell reads the parts of a cell of the annual return.
func (p *params) returnCell() *model.ReturnCellFilter {
	table, row, column := single(p, "returnCell.table", parseText), single(p, "returnCell.row", parseText), single(p, "returnCell.column", parseText)
	if table == nil && row == nil && column == nil {
		return nil
	}
	if table == nil || row == nil {
		p.wrong("returnCell", "needs both returnCell.table and returnCell.row")
		return nil
	}
	return &model.ReturnCellFilter{Table: *table, Row: *row, Column: column}
}

// movement reads the four parts of a movement, which stand together.
func (p *params) movement() *model.MovementFilter {
	indicator, term := single(p, "movement.indicator", parseKey), single(p, "movement.term", model.ParseMovementTerm)
	from, to := single(p, "movement.from", model.ParseDate), single(p, "movement.to", model.ParseDate)
	if indicator == nil && term == nil && from == nil && to == nil {
		return nil
	}
	if indicator == nil || term == nil || from == nil || to == nil {
		p.wrong("movement", "needs all of movement.indicator, movement.from, movement.to and movement.term")
		return nil
	}
	return &model.MovementFilter{Indicator: *indicator, From: *from, To: *to, Term: *term}
}
