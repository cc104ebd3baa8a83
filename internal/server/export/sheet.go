package export

import (
	"fugai/internal/coverage"
	"fugai/model"
)

// heading is the top of a column.
type heading struct{ name, title string }

// sheet is a table on its way out.
type sheet struct {
	// name is the plain name of the file, title the Chinese one.
	name, title string
	asOf        model.Date
	version     model.DataVersion
	headings    []heading
	// rows is the exact number of rows that each hands out.
	rows int
	each func(func([]cell) error) error
	// pages are the sheets of a workbook that has a layout of its own; nil for the one table.
	pages   []page
	imprint *coverage.Imprint
	// question is the query string, which a workbook tells.
	question string
}

// page is a sheet of a workbook, line by line.
type page struct {
	title string
	lines [][]cell
}

// fill gives a sheet its columns and rows. The cells handed out are used again for the next row.
func fill[T any](s *sheet, columns []column[T], each func(func(*T) error) error) *sheet {
	for _, c := range columns {
		s.headings = append(s.headings, heading{c.name, c.title})
	}
	cells := make([]cell, len(columns))
	s.each = func(to func([]cell) error) error {
		return each(func(row *T) error {
			for i := range columns {
				cells[i] = columns[i].cell(row)
			}
			return to(cells)
		})
	}
	return s
}

// listed hands out the rows of a list in memory.
func listed[T any](list []*T) func(func(*T) error) error {
	return func(to func(*T) error) error {
		for _, one := range list {
			if err := to(one); err != nil {
				return err
			}
		}
		return nil
	}
}
