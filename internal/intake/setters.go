package intake

import (
	"strings"

	"fugai/model"
)

// The functions below make the columns of a table: each says where in the input a cell of its sort is put.

const (
	shortText = 64
	longText  = 255
)

func col[T any](name, title, example string, set func(*T, string, *cellContext) *fault, more ...string) column[T] {
	return column[T]{Column: Column{Name: name, Title: title, Example: example, Synonyms: more}, given: -1, set: set}
}

// required marks the column as one without which the table cannot be read.
func (c column[T]) required() column[T] { c.Required = true; return c }

// forNew marks the column as one that new rows need.
func (c column[T]) forNew() column[T] { c.ForNew = true; return c }

// note adds what a person who fills in the table has to know.
func (c column[T]) note(s string) column[T] { c.Note = s; return c }

// field names the field of Given that the column reports.
func (c column[T]) field(n int) column[T] { c.given = n; return c }

func textOf[T any](limit int, at func(*T) *string) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, _ *cellContext) (f *fault) {
		*at(in), f = text(cell, limit)
		return f
	}
}

// codeOf reads a natural key, which a spreadsheet may have turned into a number.
func codeOf[T any](at func(*T) *string) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, _ *cellContext) (f *fault) {
		if scientific(cell) {
			return scientificFault(cell)
		}
		*at(in), f = text(cell, shortText)
		return f
	}
}

func dateOf[T any](at func(*T) *model.Date) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, c *cellContext) (f *fault) {
		*at(in), f = date(cell, c)
		return f
	}
}

func endOf[T any](at func(*T) *model.Date) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, c *cellContext) (f *fault) {
		*at(in), f = endDate(cell, c)
		return f
	}
}

func countOf[T any](at func(*T) *model.Count) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, _ *cellContext) (f *fault) {
		*at(in), f = count(cell)
		return f
	}
}

func regionOf[T any](at func(*T) *model.RegionCode) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, c *cellContext) (f *fault) {
		*at(in), f = regionCode(cell, c)
		return f
	}
}

func creditOf[T any](at func(*T) *model.CreditCode) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, c *cellContext) (f *fault) {
		*at(in), f = creditCode(cell, c)
		return f
	}
}

func enumCol[T any, E enum](name, title, example string, w *enumWords[E], at func(*T) *E, more ...string) column[T] {
	c := col(name, title, example, func(in *T, cell string, _ *cellContext) (f *fault) {
		*at(in), f = w.read(cell)
		return f
	}, more...)
	c.Values = w.help
	return c
}

// yesOf reads yes or no; an empty cell is no.
func yesOf[T any](at func(*T) *bool) func(*T, string, *cellContext) *fault {
	return func(in *T, cell string, _ *cellContext) *fault {
		switch strings.ToUpper(narrow(cell)) {
		case "是", "YES", "Y", "TRUE", "1":
			*at(in) = true
		case "", "否", "NO", "N", "FALSE", "0":
			*at(in) = false
		default:
			return faultf(CodeEnum, "%q is neither yes nor no; write 是 (yes) or 否 (no)", cell)
		}
		return nil
	}
}

// voidOf reads the column action, whose only word withdraws the row.
func voidOf[T any](at func(*T) *bool) column[T] {
	c := col("action", "操作", "", func(in *T, cell string, _ *cellContext) *fault {
		switch narrow(cell) {
		case "void", "VOID", "作废", "撤回", "删除":
			*at(in) = true
			return nil
		}
		return faultf(CodeEnum, "%q is no action; write void (作废) to withdraw the row, or leave the cell empty", cell)
	}, "处理")
	return c.note("填“作废”(void)撤回该行，否则留空。 void (作废) withdraws the row; empty otherwise.")
}
