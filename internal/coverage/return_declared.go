package coverage

import (
	"fugai/internal/store"
	"fugai/model"
)

// declarer finds the organisation whose declared return is compared. Without other conditions the return is of everything
// subordinate to it.
func (r *returns) declarer() error {
	if r.DeclaredBy == nil {
		if r.Year != nil {
			return model.Invalid("year", "needs declaredBy, the organisation whose declared return is compared; without one use asOf")
		}
		return nil
	}
	o, err := r.Organisation(r.ctx, *r.DeclaredBy, &r.asOf)
	if err != nil {
		return err
	}
	if o == nil {
		return model.NotFound("declaredBy", "there is no organisation %q on %s in the scope of this key; the field organisations lists those that exist",
			*r.DeclaredBy, r.asOf)
	}
	r.declaredBy, r.out.DeclaredBy = o, o
	if r.Year == nil {
		year := r.asOf.Year()
		r.Year = &year
	}
	r.out.Year = r.Year
	if r.Where == nil {
		r.Where = &model.UnitFilter{Superiors: []string{o.Code}}
	}
	return nil
}

// establishmentTable is the name of a declared table in the short form: rows are tables of the return, columns rows of the
// partition.
const establishmentTable = "ESTABLISHMENT"

// compare lists the cells that were declared otherwise. A viewer without the right to member figures compares the rows that
// follow from them as one.
func (r *returns) compare() error {
	if r.declaredBy == nil {
		return nil
	}
	found, err := store.Get(r.ctx, r.store, func(v *store.View) (map[model.OrganisationID][]model.DeclaredReturn, error) {
		return v.DeclaredReturns(r.data.Version, *r.Year, []model.OrganisationID{r.declaredBy.ID})
	})
	if err != nil {
		return err
	}
	declared := map[model.ReturnCell]int{}
	for _, d := range found[r.declaredBy.ID] {
		if cell, ok := r.cellOf(&d); ok {
			declared[cell] += int(d.Value)
		}
	}
	for _, t := range r.out.Tables {
		for _, row := range t.Rows {
			for k, c := range row.Cells {
				value, ok := declared[model.ReturnCell{Table: t.Key, Row: row.Key, Column: c.Column}]
				if !ok {
					continue
				}
				if r.out.DeclaredCells++; value != c.Units {
					r.out.Differences = append(r.out.Differences, &model.ReturnDifference{Table: t.Key, TableTitle: t.Title, Row: row.Key, RowTitle: row.Title,
						Column: c.Column, ColumnTitle: t.Columns[k].Title, Declared: value, Counted: c.Units})
				}
			}
		}
	}
	return nil
}

// cellOf is the cell of the return that a declared one speaks of, by keys or Chinese titles; false where the return has none.
func (r *returns) cellOf(d *model.DeclaredReturn) (model.ReturnCell, bool) {
	table, row, column := d.Table, d.Row, d.Column
	if d.Table == establishmentTable || d.Table == "建立情况" {
		table, row, column = d.Row, d.Column, total
	}
	t, at := findTable(table), findRow(r.rows, row)
	if at == nil && findRow(partitionRows(true), row) != nil {
		at = findRow(r.rows, model.EstablishmentNotEstablished.String())
	}
	if t == nil || at == nil || t.find(column) == nil {
		return model.ReturnCell{}, false
	}
	return model.ReturnCell{Table: t.key, Row: at.key, Column: t.find(column).Key}, true
}
