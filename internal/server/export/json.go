package export

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"
)

// writeJSON writes an array of flat objects.
func writeJSON(w io.Writer, s *sheet) error { return writeObjects(w, s, "[\n", ",\n", "\n]\n") }

// writeLines writes a flat object a line.
func writeLines(w io.Writer, s *sheet) error { return writeObjects(w, s, "", "\n", "") }

// writeObjects writes objects with every column as a key, null where a cell is empty. Texts are left as they are: nothing takes
// JSON for a formula.
func writeObjects(w io.Writer, s *sheet, before, between, behind string) error {
	out := bufio.NewWriterSize(w, bufferSize)
	keys := make([]string, len(s.headings))
	for i, h := range s.headings {
		keys[i] = strconv.Quote(h.name) + ":" // names are plain letters
	}
	_, _ = out.WriteString(before) // a fault stays in the writer until the flush
	first, line := true, []byte(nil)
	err := s.each(func(cells []cell) error {
		line = line[:0]
		if !first {
			line = append(line, between...)
		}
		first = false
		line = append(line, '{')
		for i := range cells {
			if i > 0 {
				line = append(line, ',')
			}
			line = cells[i].appendJSON(append(line, keys[i]...))
		}
		_, err := out.Write(append(line, '}'))
		return err
	})
	if err != nil {
		return err
	}
	if before == "" && !first {
		_, _ = out.WriteString(between)
	}
	_, _ = out.WriteString(behind)
	return out.Flush()
}

func (c *cell) appendJSON(line []byte) []byte {
	switch c.kind {
	case text:
		quoted, _ := json.Marshal(c.text) // a string always is
		return append(line, quoted...)
	case day:
		return append(c.appendPlain(append(line, '"')), '"')
	case empty:
		return append(line, "null"...)
	}
	return c.appendPlain(line)
}
