package export

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"fugai/model"
)

// styles are those of the cells that a workbook shows in a way of its own.
type styles struct{ head, day, rate int }

// writeBook writes a workbook with the table on one sheet and, on a second, what it is of. Rows go through a temporary file.
func writeBook(w io.Writer, s *sheet, f form) error {
	book := excelize.NewFile()
	defer book.Close() // only temporary files are removed
	looks, err := newStyles(book)
	if err != nil {
		return err
	}
	if err := writeSheets(book, s, f, looks); err != nil {
		return err
	}
	if err := about(book, s); err != nil {
		return err
	}
	return book.Write(w)
}

// writeSheets writes the table, or the pages where the sheet has a layout of its own.
func writeSheets(book *excelize.File, s *sheet, f form, looks styles) error {
	pages := s.pages
	if pages == nil {
		pages = []page{{title: s.title}}
	}
	for i, p := range pages {
		name := sheetName(p.title, s.imprint.Demo)
		if i == 0 {
			if err := book.SetSheetName("Sheet1", name); err != nil {
				return err
			}
		} else if _, err := book.NewSheet(name); err != nil {
			return err
		}
		if err := dress(book, name, s); err != nil {
			return err
		}
		write := func() error { return writePage(book, name, p, looks) }
		if s.pages == nil {
			write = func() error { return writeTable(book, name, s, f, looks) }
		}
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// writePage writes lines as they stand; the first is the header.
func writePage(book *excelize.File, name string, p page, looks styles) error {
	for i, line := range p.lines {
		row := make([]any, len(line))
		for k := range line {
			row[k] = line[k].value("", looks)
		}
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	if err := book.SetRowStyle(name, 1, 1, looks.head); err != nil {
		return err
	}
	return book.SetColWidth(name, "A", "A", 26)
}

func newStyles(book *excelize.File) (s styles, err error) {
	iso := "yyyy-mm-dd"
	if s.head, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return s, err
	}
	if s.day, err = book.NewStyle(&excelize.Style{CustomNumFmt: &iso}); err != nil {
		return s, err
	}
	percent := 10 // 0.00%
	s.rate, err = book.NewStyle(&excelize.Style{NumFmt: percent})
	return s, err
}

func writeTable(book *excelize.File, name string, s *sheet, f form, looks styles) error {
	table, err := book.NewStreamWriter(name)
	if err != nil {
		return err
	}
	if err := prepare(table, len(s.headings)); err != nil {
		return err
	}
	row := make([]any, len(s.headings))
	for i, h := range s.headings {
		row[i] = excelize.Cell{StyleID: looks.head, Value: f.heading(h)}
	}
	if err := table.SetRow("A1", row); err != nil {
		return err
	}
	number := 1
	err = s.each(func(cells []cell) error {
		for i := range cells {
			row[i] = cells[i].value(s.headings[i].name, looks)
		}
		number++
		return table.SetRow(fmt.Sprintf("A%d", number), row)
	})
	if err != nil {
		return err
	}
	return table.Flush()
}

// prepare keeps the header in view and makes columns wide enough for names.
func prepare(table *excelize.StreamWriter, columns int) error {
	if err := table.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return table.SetColWidth(1, max(1, columns), 16)
}

// value is the cell as a workbook holds it: texts as texts, numbers as numbers, days as days shown in ISO form.
func (c *cell) value(column string, looks styles) any {
	switch c.kind {
	case text:
		return defused(c.text)
	case whole:
		return c.whole()
	case fraction:
		if strings.HasSuffix(strings.ToLower(column), "change") { // percentage points
			return c.fraction()
		}
		return excelize.Cell{StyleID: looks.rate, Value: c.fraction()}
	case yesNo:
		return c.yes()
	case day:
		if c.date() < firstDay {
			return c.date().String()
		}
		return excelize.Cell{StyleID: looks.day, Value: c.date().Time()}
	}
	return nil
}

// firstDay is the first day on which the days of all spreadsheets agree; earlier ones are written as text.
var firstDay = model.NewDate(1900, 3, 1)

// sheetName is the title as a sheet may be called, with the demo's label on it, which is so on every screen and print.
func sheetName(title string, demo bool) string {
	if demo {
		title += " " + demoLabel
	}
	name := []rune(strings.NewReplacer("[", "", "]", "", ":", "", "*", "", "?", "", "/", "、", `\`, "").Replace(title))
	if demo && len(name) > 31 {
		label := []rune(" " + demoLabel)
		return string(name[:31-len(label)]) + string(label)
	}
	return string(name[:min(31, len(name))])
}

// dress gives the sheet its page: landscape, the header on every page, and the imprint in the footer.
func dress(book *excelize.File, name string, s *sheet) error {
	orientation, fit, high := "landscape", 1, 0
	if err := book.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &orientation, FitToWidth: &fit, FitToHeight: &high}); err != nil {
		return err
	}
	header, footer := s.margins()
	return book.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: footer})
}

// margins are header and footer of a printed page. They hold up to 255 characters each, and & begins a code.
func (s *sheet) margins() (header, footer string) {
	plain := func(text string, most int) string {
		runes := []rune(text)
		return strings.ReplaceAll(string(runes[:min(most, len(runes))]), "&", "&&")
	}
	i := s.imprint
	header = "&L" + plain(i.Secrecy, 40) + "&C" + plain(s.title, 80)
	footer = fmt.Sprintf("&L%s 截至%s&C第&P页 数据版本%d&R%s", plain(i.Secrecy, 40), s.asOf, s.version, plain(i.Caller, 60))
	if i.Demo {
		header += "&R" + demoLabel
		footer += " " + demoLabel
	}
	return header, footer
}

// about is a sheet that tells what the table is of.
func about(book *excelize.File, s *sheet) error {
	const name = "说明"
	if _, err := book.NewSheet(name); err != nil {
		return err
	}
	lines := [][2]any{
		{"内容", s.title}, {"截至", s.asOf.String()}, {"数据版本", int64(s.version)}, {"密级", s.imprint.Secrecy}, {"导出人", s.imprint.Caller},
		{"导出日期", s.imprint.Today.String()}, {"行数", s.rows}, {"条件", defused(s.question)},
	}
	if s.imprint.Demo {
		lines = append(lines, [2]any{"声明", demoLabel})
	}
	for i, l := range lines {
		if err := book.SetSheetRow(name, fmt.Sprintf("A%d", i+1), &[]any{l[0], l[1]}); err != nil {
			return err
		}
	}
	if err := book.SetColWidth(name, "A", "B", 24); err != nil {
		return err
	}
	return dress(book, name, s)
}
