package export

import (
	"context"

	"fugai/internal/coverage"
	"fugai/model"
)

// annualReturn answers the return: as a workbook in its own layout, a table a sheet, and otherwise as flat rows, one a cell.
func (h *handler) annualReturn(ctx context.Context, p *params) (*sheet, error) {
	query := coverage.ReturnQuery{
		Where: p.filter(), AsOf: single(p, "asOf", model.ParseDate), DeclaredBy: single(p, "declaredBy", parseText), Year: single(p, "year", parseWhole),
		Organisations: orElse(p, "organisations", parseBool, true), MinVersion: single(p, "minVersion", parseVersion),
	}
	answer, err := h.service.Return(ctx, query)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "return", title: "年报", asOf: answer.AsOf, version: answer.DataVersion}
	for _, t := range answer.Tables {
		s.pages = append(s.pages, tablePage(t))
	}
	s.pages = append(s.pages, checksPage(answer), differencesPage(answer))
	cells := flatReturn(answer)
	s.rows = len(cells)
	return fill(s, returnColumns, listed(cells)), nil
}

// returnLine is a cell of the return with the titles of its place.
type returnLine struct {
	asOf   model.Date
	table  *model.ReturnTable
	row    *model.ReturnRow
	column *model.ReturnColumn
	cell   *model.ReturnCell
}

func flatReturn(a *model.AnnualReturn) (lines []*returnLine) {
	for _, t := range a.Tables {
		for _, r := range t.Rows {
			for i, c := range r.Cells {
				lines = append(lines, &returnLine{a.AsOf, t, r, t.Columns[i], c})
			}
		}
	}
	return lines
}

var returnColumns = []column[returnLine]{
	{"asOf", "截至", func(l *returnLine) cell { return dayCell(l.asOf) }},
	{"table", "表代码", func(l *returnLine) cell { return textCell(l.table.Key) }},
	{"tableName", "表", func(l *returnLine) cell { return textCell(l.table.Title) }},
	{"row", "行代码", func(l *returnLine) cell { return textCell(l.row.Key) }},
	{"rowName", "行", func(l *returnLine) cell { return textCell(l.row.Title) }},
	{"supplementary", "补充", func(l *returnLine) cell { return boolCell(l.row.Supplementary) }},
	{"column", "列代码", func(l *returnLine) cell { return textCell(l.column.Key) }},
	{"columnName", "列", func(l *returnLine) cell { return textCell(l.column.Title) }},
	{"units", "单位数", func(l *returnLine) cell { return wholeCell(l.cell.Units) }},
	{"organisations", "党组织数", func(l *returnLine) cell { return optionalWhole(l.cell.Organisations) }},
}

// tablePage lays a table out: the units of each column, and the organisations beside them.
func tablePage(t *model.ReturnTable) page {
	header := []cell{textCell("建立情况")}
	for _, c := range t.Columns {
		header = append(header, textCell(c.Title+" 单位数"), textCell(c.Title+" 党组织数"))
	}
	p := page{title: t.Title, lines: [][]cell{header}}
	for _, r := range t.Rows {
		line := []cell{textCell(r.Title)}
		for _, c := range r.Cells {
			line = append(line, wholeCell(c.Units), optionalWhole(c.Organisations))
		}
		p.lines = append(p.lines, line)
	}
	return p
}

func checksPage(a *model.AnnualReturn) page {
	p := page{title: "校验", lines: [][]cell{{textCell("校验"), textCell("表"), textCell("列"), textCell("左"), textCell("右"), textCell("成立")}}}
	for _, c := range a.Checks {
		p.lines = append(p.lines, []cell{textCell(c.Title), optionalText(c.Table), optionalText(c.Column), wholeCell(c.Left), wholeCell(c.Right),
			boolCell(c.Holds())})
	}
	return p
}

func differencesPage(a *model.AnnualReturn) page {
	p := page{title: "与填报数的差异", lines: [][]cell{{textCell("表"), textCell("行"), textCell("列"), textCell("填报数"), textCell("统计数"), textCell("差")}}}
	for _, d := range a.Differences {
		p.lines = append(p.lines, []cell{textCell(d.TableTitle), textCell(d.RowTitle), textCell(d.ColumnTitle),
			wholeCell(d.Declared), wholeCell(d.Counted), wholeCell(d.Difference())})
	}
	return p
}
