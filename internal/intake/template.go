package intake

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Language of a template's header.
type Language int

// Both languages are read; Chinese is what people fill in, English what programs write.
const (
	Chinese Language = iota
	English
)

const notesSheet = "填写说明"

// WriteTemplateCSV writes the header of a table and one example row.
func WriteTemplateCSV(to io.Writer, table string, language Language) error {
	t, err := tableByName(table)
	if err != nil {
		return err
	}
	if language == Chinese {
		if _, err := io.WriteString(to, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(to)
	header, example := t.template(language)
	_ = out.Write(header)
	_ = out.Write(example)
	out.Flush()
	return out.Error()
}

// WriteTemplateXLSX writes a workbook with the table, its cells formatted as text so that no code is turned into a number,
// and a sheet of notes on the columns.
func WriteTemplateXLSX(to io.Writer, table string, language Language) (err error) {
	t, err := tableByName(table)
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer func() { err = firstError(err, book.Close()) }()
	header, example := t.template(language)
	sheet := t.Title
	if language == English {
		sheet = t.Name
	}
	if err := book.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	if err := writeSheet(book, sheet, [][]string{header, example}); err != nil {
		return err
	}
	if _, err := book.NewSheet(notesSheet); err != nil {
		return err
	}
	if err := writeSheet(book, notesSheet, t.notes()); err != nil {
		return err
	}
	return book.Write(to)
}

func firstError(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// writeSheet fills a sheet whose columns are of the text format.
func writeSheet(book *excelize.File, sheet string, rows [][]string) error {
	const textFormat = 49
	style, err := book.NewStyle(&excelize.Style{NumFmt: textFormat})
	if err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(rows[0]))
	if err != nil {
		return err
	}
	if err := firstError(book.SetColStyle(sheet, "A:"+last, style), book.SetColWidth(sheet, "A", last, 22)); err != nil {
		return err
	}
	for n, row := range rows {
		cell, err := excelize.CoordinatesToCellName(1, n+1)
		if err != nil {
			return err
		}
		if err := book.SetSheetRow(sheet, cell, &row); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) template(language Language) (header, example []string) {
	for _, c := range t.Columns {
		title, value := c.Title, c.Example
		if language == English {
			title = c.Name
		} else {
			value = c.chinese(value)
		}
		header, example = append(header, title), append(example, value)
	}
	return header, example
}

// chinese is the Chinese term of a value: in the list of values it stands before its name.
func (c *Column) chinese(value string) string {
	for _, one := range strings.Split(c.Values, ", ") {
		if title, ok := strings.CutSuffix(one, " ("+value+")"); ok && value != "" {
			return title
		}
	}
	return value
}

// notes explain the columns, one a row.
func (t *Table) notes() [][]string {
	rows := [][]string{{"列名", "English", "必填", "示例", "可填的值", "说明"}}
	for _, c := range t.Columns {
		need := ""
		switch {
		case c.Required:
			need = "必填"
		case c.ForNew:
			need = "新增必填"
		}
		rows = append(rows, []string{c.Title, c.Name, need, c.Example, c.Values, c.Note})
	}
	return rows
}

// WriteDocs writes the columns of every table as Markdown, for the documentation.
func WriteDocs(to io.Writer) error {
	var b strings.Builder
	for _, t := range tables {
		b.WriteString("## " + t.Name + " " + t.Title + "\n\n| English | 中文 | also read | needed | example | values | note |\n" +
			"| --- | --- | --- | --- | --- | --- | --- |\n")
		for _, c := range t.Columns {
			need := ""
			switch {
			case c.Required:
				need = "always"
			case c.ForNew:
				need = "for new rows"
			}
			b.WriteString("| " + strings.Join([]string{c.Name, c.Title, strings.Join(c.Synonyms, "、"), need, c.Example, c.Values, c.Note}, " | ") + " |\n")
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(to, b.String())
	return err
}
