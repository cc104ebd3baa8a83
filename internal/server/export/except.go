package export

import (
	"fugai/internal/coverage"
	"fugai/model"
)

// exception are units that a list leaves out: the rows that a person took back after choosing all.
type exception struct{ codes map[model.CreditCode]bool }

// except reads the units to leave out. A part of a list has none: which rows it would be a part of is not to be guessed.
func (p *params) except(q *coverage.UnitsQuery) exception {
	x := exception{map[model.CreditCode]bool{}}
	for _, code := range list(p, "except", model.ParseCreditCode) {
		x.codes[code] = true
	}
	if len(x.codes) > 0 && (q.Page.First != nil || q.Page.Offset != nil) {
		p.wrong("except", "leaves units out of a whole list; leave first and offset out")
	}
	return x
}

// among is the filter of those units of a list that are left out of it.
func (x exception) among(where *model.UnitFilter) *model.UnitFilter {
	f := model.UnitFilter{}
	if where != nil {
		f = *where
	}
	asked := f.CreditCodes
	f.CreditCodes = []model.CreditCode{}
	if asked == nil {
		for code := range x.codes {
			f.CreditCodes = append(f.CreditCodes, code)
		}
	}
	for _, code := range asked {
		if x.codes[code] {
			f.CreditCodes = append(f.CreditCodes, code)
		}
	}
	return &f
}

// without hands out the rows that are not left out.
func without[T any](x exception, each func(func(*T) error) error, code func(*T) model.CreditCode) func(func(*T) error) error {
	return func(to func(*T) error) error {
		return each(func(row *T) error {
			if x.codes[code(row)] {
				return nil
			}
			return to(row)
		})
	}
}
