package intake

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// sheetScan goes through the raw XML of a sheet beside the row reader, for what that does not tell: formulas for which the
// file holds no value, and how far the sheet goes.
type sheetScan struct {
	part   io.ReadCloser
	pieces *bufio.Scanner
	row    int // of the last piece
	// waiting is an uncalculated cell that was read ahead of its row.
	waiting string
	at      int
}

// maxPiece bounds the text between the ends of two cells; a cell holds at most 32,767 characters.
const maxPiece = 1 << 22

func scanSheet(in io.ReaderAt, size int64, part string) (*sheetScan, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, err
	}
	body, err := z.Open(part)
	if err != nil {
		return nil, err
	}
	s := &sheetScan{part: body, pieces: bufio.NewScanner(body)}
	s.pieces.Buffer(make([]byte, 1<<16), maxPiece)
	s.pieces.Split(splitTags)
	return s, nil
}

func (s *sheetScan) Close() error { return s.part.Close() }

// splitTags cuts before every '<' of a row or cell, so that a piece holds one cell whole. Tags may have a prefix.
func splitTags(data []byte, last bool) (int, []byte, error) {
	for from := 1; from < len(data); {
		at := bytes.IndexByte(data[from:], '<')
		if at < 0 || !last && len(data)-from-at < 32 {
			break
		}
		from += at
		if tag := tagName(data[from:]); tag == "c" || tag == "row" {
			return from, data[:from], nil
		}
		from++
	}
	if last && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

// tagName is the name of a start tag without its prefix; "" for anything else.
func tagName(tag []byte) string {
	end := bytes.IndexAny(tag, " />\t\r\n")
	if end == 0 || len(tag) < 2 || tag[1] == '/' {
		return ""
	}
	if end < 0 {
		end = len(tag)
	}
	name := tag[1:end]
	if colon := bytes.IndexByte(name, ':'); colon >= 0 {
		name = name[colon+1:]
	}
	return string(name)
}

// uncalculated lists the cells of a row that hold a formula and no value. Rows must be asked in order.
func (s *sheetScan) uncalculated(row int) (cells []string, err error) {
	for {
		if s.waiting != "" {
			if s.at > row {
				return cells, nil
			}
			if s.at == row {
				cells = append(cells, s.waiting)
			}
			s.waiting = ""
		}
		if s.row > row {
			return cells, nil
		}
		more, err := s.step()
		if !more || err != nil {
			return cells, err
		}
	}
}

func (s *sheetScan) step() (bool, error) {
	if !s.pieces.Scan() {
		return false, s.pieces.Err()
	}
	piece := s.pieces.Bytes()
	switch tagName(piece) {
	case "row":
		s.row++
		if n, ok := attribute(piece, "r"); ok {
			if number, err := strconv.Atoi(n); err == nil {
				s.row = number
			}
		}
	case "c":
		if hasFormula(piece) && !hasValue(piece) {
			name, ok := attribute(piece, "r")
			if !ok {
				name = fmt.Sprintf("row %d", s.row)
			}
			s.waiting, s.at = name, s.row
			if _, row, err := excelize.CellNameToCoordinates(name); err == nil {
				s.at = row
			}
		}
	}
	return true, nil
}

// lastRow reads to the end of the sheet and tells its last row.
func (s *sheetScan) lastRow() (int, error) {
	for {
		if more, err := s.step(); !more || err != nil {
			return s.row, err
		}
	}
}

func hasFormula(piece []byte) bool {
	return bytes.Contains(piece, []byte("<f>")) || bytes.Contains(piece, []byte("<f ")) || bytes.Contains(piece, []byte("<f/")) ||
		bytes.Contains(piece, []byte(":f>")) || bytes.Contains(piece, []byte(":f "))
}

// hasValue tells whether a cell holds a value. An empty one is a value only where the cell says that it is a text: other
// programs write an empty element for what they did not calculate.
func hasValue(piece []byte) bool {
	if kind, _ := attribute(piece, "t"); kind == "str" && (bytes.Contains(piece, []byte("<v")) || bytes.Contains(piece, []byte(":v"))) {
		return true
	}
	for _, tag := range []string{"v>", "t>"} {
		if at := bytes.Index(piece, []byte(tag)); at >= 0 && at+2 < len(piece) && piece[at+2] != '<' && piece[at-1] != '/' {
			return true
		}
	}
	return false
}

func attribute(piece []byte, name string) (string, bool) {
	end := bytes.IndexByte(piece, '>')
	at := bytes.Index(piece, []byte(" "+name+`="`))
	if at < 0 || at > end {
		return "", false
	}
	value := piece[at+len(name)+3:]
	quote := bytes.IndexByte(value, '"')
	if quote < 0 {
		return "", false
	}
	return string(value[:quote]), true
}

// sheetsOf lists the sheets of a workbook in its order, from the zip's own list: no sheet is read for it.
func sheetsOf(z *zip.Reader) ([]sheetInfo, error) {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			// Strict workbooks use another name space.
			StrictID string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
			Type   string `xml:"Type,attr"`
		} `xml:"Relationship"`
	}
	err := errors.Join(readXML(z, "xl/workbook.xml", &book), readXML(z, "xl/_rels/workbook.xml.rels", &links))
	if err != nil {
		return nil, err
	}
	var all []sheetInfo
	for _, sheet := range book.Sheets {
		for _, link := range links.Links {
			if link.ID == sheet.ID+sheet.StrictID && strings.HasSuffix(link.Type, "/worksheet") {
				part := partName(link.Target)
				all = append(all, sheetInfo{name: sheet.Name, part: part, size: unpacked(z, part)})
			}
		}
	}
	return all, nil
}

func partName(target string) string {
	if rooted, ok := strings.CutPrefix(target, "/"); ok {
		return rooted
	}
	return path.Join("xl", target)
}

func unpacked(z *zip.Reader, part string) int64 {
	for _, f := range z.File {
		if f.Name == part {
			return int64(f.UncompressedSize64)
		}
	}
	return 0
}

func readXML(z *zip.Reader, name string, into any) error {
	part, err := z.Open(name)
	if err != nil {
		return err
	}
	defer part.Close()
	return xml.NewDecoder(io.LimitReader(part, 1<<24)).Decode(into)
}
