package export

import (
	"io"

	"fugai/model"
)

// form is how a sheet becomes a file.
type form struct {
	extension, media string
	// bom marks UTF-8 for Excel; chinese writes the Chinese titles in place of the names.
	bom, chinese bool
	write        func(io.Writer, *sheet) error
}

// form reads the parameters that belong to a format.
func (p *params) form(format string) form {
	f := form{extension: format}
	switch format {
	case "csv":
		f.media, f.bom, f.chinese = "text/csv; charset=utf-8; header=present", orElse(p, "bom", parseBool, true), p.chinese()
		f.write = func(w io.Writer, s *sheet) error { return writeCSV(w, s, f) }
	case "xlsx":
		f.media, f.chinese = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", p.chinese()
		f.write = func(w io.Writer, s *sheet) error { return writeBook(w, s, f) }
	case "json":
		f.media, f.write = "application/json; charset=utf-8", writeJSON
	default:
		f.media, f.write = "application/x-ndjson; charset=utf-8", writeLines
	}
	return f
}

func (p *params) chinese() bool { return orElse(p, "headers", choice("en", "zh"), "en") == "zh" }

// heading is the text above a column.
func (f form) heading(h heading) string {
	if f.chinese {
		return h.title
	}
	return h.name
}

// mostRows is how many rows a sheet of a workbook can hold, besides the header.
const mostRows = 1<<20 - 1

// check refuses what the format cannot hold, because nothing is cut silently.
func (f form) check(s *sheet) error {
	if f.extension == "xlsx" && s.rows > mostRows {
		e := model.Invalid("", "%d rows do not fit into a workbook, which holds %d; use csv, or ask for a part of them", s.rows, mostRows)
		e.Code = model.CodeLimit
		return e
	}
	return nil
}
