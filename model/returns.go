package model

// AnnualReturn is the partition of the operating units in the layout of the annual return (年报), on a date.
type AnnualReturn struct {
	AsOf        Date
	DataVersion DataVersion
	Tables      []*ReturnTable
	// Checks are the identities of the return, each worked out in two ways.
	Checks []*ReturnCheck
	// Differences are the cells that were declared otherwise; empty without a declared return.
	Differences []*ReturnDifference
	// DeclaredBy and Year name the declared return that was compared with; nil without one.
	DeclaredBy *Organisation
	Year       *int
	// DeclaredCells is how many cells were declared and compared.
	DeclaredCells int
}

// ReturnTable is one table of the return: the units of one kind, by rows of the partition and columns of their sort.
type ReturnTable struct {
	Key     string
	Title   string
	Columns []*ReturnColumn
	Rows    []*ReturnRow
}

// ReturnColumn is a column of a table; TOTAL is the first.
type ReturnColumn struct{ Key, Title string }

// ReturnRow is a row of a table. The rows that are not supplementary sum to the operating units, which the row TOTAL repeats.
type ReturnRow struct {
	Key           string
	Title         string
	Supplementary bool
	// Cells stand in the order of the columns.
	Cells []*ReturnCell
}

// ReturnCell is one number of the return. The UnitFilter with the same table, row and column lists its units.
type ReturnCell struct {
	Table, Row, Column string
	Units              int
	// Organisations is how many organisations cover the units of the cell as the row says; nil in rows without.
	Organisations *int
}

// ReturnCheck is an identity of the return: Left and Right are the same number, worked out in two ways.
type ReturnCheck struct {
	Title        string
	TitleEnglish string
	Table        *string
	Column       *string
	Left         int
	Right        int
}

// Holds tells whether the identity holds.
func (c *ReturnCheck) Holds() bool { return c.Left == c.Right }

// ReturnDifference is a cell that was declared otherwise than it is counted.
type ReturnDifference struct {
	Table, Row, Column                string
	TableTitle, RowTitle, ColumnTitle string
	Declared                          int
	Counted                           int
}

// Difference is how many more were declared than are counted.
func (d *ReturnDifference) Difference() int { return d.Declared - d.Counted }

// ReturnCellFilter holds the units that a cell of the return counts.
type ReturnCellFilter struct {
	Table  string
	Row    string
	Column *string // nil is TOTAL
}
