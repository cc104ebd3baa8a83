package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
)

// bufferSize is how much is sent at a time.
const bufferSize = 64 << 10

// writeCSV writes a header and a line a row (RFC 4180). Texts that a spreadsheet would take for a formula are defused.
func writeCSV(w io.Writer, s *sheet, f form) error {
	out := bufio.NewWriterSize(w, bufferSize)
	if f.bom {
		_, _ = out.WriteString("\uFEFF") // a fault stays in the writer until the flush
	}
	lines := csv.NewWriter(out)
	record := make([]string, len(s.headings))
	for i, h := range s.headings {
		record[i] = f.heading(h)
	}
	_ = lines.Write(record)
	err := s.each(func(cells []cell) error {
		for i := range cells {
			record[i] = cells[i].plain()
		}
		return lines.Write(record)
	})
	if err != nil {
		return err
	}
	if lines.Flush(); lines.Error() != nil {
		return lines.Error()
	}
	return out.Flush()
}

// plain is the cell as a field of CSV. Numbers are numbers and cannot be formulas, whatever they begin with.
func (c *cell) plain() string {
	switch c.kind {
	case text:
		return defused(c.text)
	case whole:
		return strconv.FormatInt(c.whole, 10)
	case fraction:
		return strconv.FormatFloat(c.fraction, 'g', -1, 64)
	case yesNo:
		return strconv.FormatBool(c.whole == 1)
	case day:
		return c.date().String()
	}
	return ""
}
