package coverage

import "fugai/model"

// returnCell is the condition of a cell of the annual return: an operating unit in its table, row and column.
func (q *question) returnCell(where *model.ReturnCellFilter) func(*model.SpanClass) bool {
	never := func(*model.SpanClass) bool { return false }
	table := findTable(where.Table)
	if table == nil {
		q.wrong("where.returnCell.table", "the return has no table %q; it has %s", where.Table, keysOf(returnTables, func(t *returnTable) string { return t.key }))
		return never
	}
	key := total
	if where.Column != nil {
		key = *where.Column
	}
	column := table.find(key)
	if column == nil {
		q.wrong("where.returnCell.column", "the table %s has no column %q; it has %s", table.key, key,
			keysOf(table.columns, func(c model.ReturnColumn) string { return c.Key }))
		return never
	}
	row := q.returnRow(where.Row)
	if row == nil {
		return never
	}
	return func(c *model.SpanClass) bool {
		return c.Operation == model.OperationOperating && tableOf(c) == table.key && row.holds(c) &&
			(column.Key == total || table.column(c) == column.Key)
	}
}

// returnRow finds a row that the viewer may see.
func (q *question) returnRow(key string) *returnRow {
	visible := append(returnRows(q.who.CanReadMemberFigures()), partitionRows(false)...)
	if row := findRow(visible, key); row != nil {
		return row
	}
	if findRow(partitionRows(true), key) != nil {
		q.fault(model.Denied("where.returnCell.row", "this key's role may not see the rows that follow from member figures; "+
			"ask for NOT_ESTABLISHED, or use a key of the role DEPARTMENT"))
		return nil
	}
	q.wrong("where.returnCell.row", "the return has no row %q; it has %s", key, keysOf(visible, func(r returnRow) string { return r.key }))
	return nil
}
