package export

import (
	"bufio"
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bufferSize is how much is sent at a time.
const bufferSize = 64 << 10

// writeCSV writes a header and a line a row (RFC 4180). Texts that a spreadsheet would take for a formula are defused.
func writeCSV(w io.Writer, s *sheet, f form) error {
	out := bufio.NewWriterSize(w, bufferSize)
	if f.bom {
		_, _ = out.WriteString("\uFEFF") // a fault stays in the writer until the flush
	}
	var line []byte
	for _, h := range s.headings {
		line = append(appendField(line, f.heading(h)), ',')
	}
	_, _ = out.Write(ended(line))
	err := s.each(func(cells []cell) error {
		var is bool
		if line, is = appendBare(line[:0], cells); !is {
			line = appendLine(line[:0], cells)
		}
		_, err := out.Write(ended(line))
		return err
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// appendBare writes cells with a comma behind each, if no text needs to be changed or to stand between quotation marks. Few lines have such a
// one, and to look for it in a whole line is a tenth of looking at each of its fifty fields, as encoding/csv does three times: that took a
// quarter of an export.
func appendBare(line []byte, cells []cell) (_ []byte, is bool) {
	for i := range cells {
		if c := &cells[i]; c.kind != text {
			line = c.appendPlain(line)
		} else if delicate[c.text[0]] {
			return line, false
		} else {
			line = append(line, c.text...)
		}
		line = append(line, ',')
	}
	return line, bytes.Count(line, []byte(",")) == len(cells) &&
		bytes.IndexByte(line, '"') < 0 && bytes.IndexByte(line, '\n') < 0 && bytes.IndexByte(line, '\r') < 0
}

// delicate tells of each byte whether a text that begins with it may not stand as it is for the sake of its beginning.
var delicate = func() (is [256]bool) {
	is['\\'] = true
	for _, r := range risky {
		is[string(r)[0]] = true
	}
	for _, blanks := range unicode.White_Space.R16 { // all of them
		for r := rune(blanks.Lo); r <= rune(blanks.Hi); r += rune(blanks.Stride) {
			is[string(r)[0]] = true
		}
	}
	return is
}()

// appendLine writes cells with a comma behind each.
func appendLine(line []byte, cells []cell) []byte {
	for i := range cells {
		if c := &cells[i]; c.kind == text {
			line = appendField(line, defused(c.text))
		} else {
			line = c.appendPlain(line)
		}
		line = append(line, ',')
	}
	return line
}

// ended is a line with its end in place of the last comma.
func ended(line []byte) []byte {
	line[len(line)-1] = '\n'
	return line
}

// appendField writes a text as encoding/csv does.
func appendField(line []byte, s string) []byte {
	if !quoted(s) {
		return append(line, s...)
	}
	return append(append(append(line, '"'), strings.ReplaceAll(s, `"`, `""`)...), '"')
}

// quoted tells whether a text must stand between quotation marks: with a comma, a mark or a line's end in it, with a blank before it, and where
// it is what PostgreSQL takes for the end of the data.
func quoted(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsAny(s, ",\"\r\n") || unicode.IsSpace(first) || s == `\.`
}

// appendPlain writes a value that is no text, nothing for an empty cell.
func (c *cell) appendPlain(line []byte) []byte {
	switch c.kind {
	case whole:
		return strconv.AppendInt(line, c.whole(), 10)
	case fraction:
		return strconv.AppendFloat(line, c.fraction(), 'g', -1, 64)
	case yesNo:
		return strconv.AppendBool(line, c.yes())
	case day:
		line, _ = c.date().AppendText(line) // never fails
	}
	return line
}
