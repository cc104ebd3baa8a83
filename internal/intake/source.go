package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// file is a file to be imported: how to open it, and the name under which it is reported.
type file struct {
	name string
	open func() (opened, error)
}

// opened is an open file.
type opened struct {
	io.ReaderAt
	io.Closer
	size int64
}

func fileAt(name, path string) file {
	return file{name: name, open: func() (opened, error) {
		f, err := os.Open(path) //nolint:gosec // A file that the operator names is to be opened, as under G304.
		if err != nil {
			return opened{}, err
		}
		info, err := f.Stat()
		if err != nil {
			return opened{}, err
		}
		return opened{f, f, info.Size()}, nil
	}}
}

// source is a table of a file: a CSV file, or a sheet of a workbook.
type source struct {
	number int
	// name identifies the source in problems and origins: the file, with the sheet behind it for workbooks of several.
	name   string
	file   file
	header *header
	report *FileReport
	// size is the unpacked size in bytes.
	size    int64
	charset charset
	comma   rune
	sheet   *sheetInfo
	// read is how many rows the source had, failure why it could not be read to its end; set before its last batch comes.
	read    int
	failure *fault
	faulty  faultyRows
}

// table opens the source for reading. Once the header is known, rows start behind it.
func (s *source) table(in opened) (tableReader, error) {
	if s.sheet != nil {
		return openSheet(in, in.size, *s.sheet)
	}
	rows := newCSVReader(s.charset.reader(in, in.size), s.comma, s.charset.suspect)
	if s.header != nil {
		rows.expect(len(s.header.titles))
	}
	return rows, nil
}

// sourcesOf looks into a file and finds its tables. Faults of the whole file come in place of tables.
func sourcesOf(f file) ([]*source, *fault) {
	in, err := f.open()
	if err != nil {
		return nil, faultf(CodeUnreadable, "the file cannot be opened: %s", plainError(err))
	}
	defer in.Close()
	head := make([]byte, 8)
	n, _ := in.ReadAt(head, 0)
	found, fault := tellFormat(f.name, head[:n])
	switch {
	case in.size == 0:
		return nil, faultf(CodeEmptyFile, "the file is empty; expected a header and rows below it")
	case fault != nil:
		return nil, fault
	case found == formatZip:
		return sheetSources(f, in)
	}
	return textSource(f, in)
}

// plainError leaves the path out, which the report names already.
func plainError(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

type format int

const (
	formatText format = iota
	formatZip
)

// tellFormat tells by name and first bytes what a file is, and refuses what is not what its name says.
func tellFormat(name string, head []byte) (format, *fault) {
	extension := strings.ToLower(filepath.Ext(name))
	zipped := bytes.HasPrefix(head, []byte("PK\x03\x04"))
	ole := bytes.HasPrefix(head, []byte{0xD0, 0xCF, 0x11, 0xE0})
	switch {
	case extension == ".xls" || extension == ".et" || extension == ".ods" || extension == ".wps" || extension == ".xlsb":
		return 0, faultf(CodeOldFormat, "%s files are not read; open the file and save it as XLSX or CSV", extension)
	case ole:
		return 0, faultf(CodeOldFormat, "the file is an old workbook (.xls, .et) or has a password; open it and save it as XLSX without a password, or as CSV")
	case zipped && extension != ".xlsx" && extension != ".xlsm":
		return 0, faultf(CodeWrongFormat,
			"the name ends in %s, but the content is a workbook or archive; give the file the ending .xlsx if it is a workbook", extension)
	case !zipped && (extension == ".xlsx" || extension == ".xlsm"):
		return 0, faultf(CodeWrongFormat,
			"the name ends in %s, but the content is no workbook; give the file the ending .csv if it is text, or save it as XLSX again", extension)
	case extension != ".csv" && extension != ".txt" && extension != ".tsv" && !zipped:
		return 0, faultf(CodeWrongFormat, "files with the ending %q are not read; use .csv or .xlsx", extension)
	case zipped:
		return formatZip, nil
	}
	return formatText, nil
}

func textSource(f file, in opened) ([]*source, *fault) {
	charset, err := detect(in, in.size)
	switch {
	case err != nil:
		return nil, faultf(CodeUnreadable, "the file cannot be read: %s", plainError(err))
	case charset.binary && charset.kind != utf16Text:
		return nil, faultf(CodeWrongFormat, "the file holds binary data, no text; export it as CSV again")
	}
	s := &source{name: f.name, file: f, size: in.size, charset: charset, comma: comma(charset.sample)}
	if charset.kind == utf16Text {
		s.comma = comma(bytes.ReplaceAll(charset.sample, []byte{0}, nil))
	}
	return []*source{s}, nil
}

func sheetSources(f file, in opened) ([]*source, *fault) {
	z, fault := archive(in, in.size)
	if fault != nil {
		return nil, fault
	}
	sheets, err := sheetsOf(z)
	if err != nil || len(sheets) == 0 {
		return nil, faultf(CodeWrongFormat, "the file is a zip archive, but no workbook%s; save the table as XLSX or CSV", holds(z))
	}
	var all []*source
	for _, sheet := range sheets {
		if sheet.name == notesSheet && len(sheets) > 1 {
			continue // the notes of our own templates
		}
		s := &source{name: f.name, file: f, size: sheet.size, sheet: &sheet}
		if len(sheets) > 1 {
			s.name = f.name + "#" + sheet.name
		}
		all = append(all, s)
	}
	return all, nil
}

// holds says what an archive is: documents of other programs are zips as well.
func holds(z *zip.Reader) string {
	for _, f := range z.File {
		switch {
		case strings.HasPrefix(f.Name, "word/"):
			return " (it is a text document)"
		case strings.HasPrefix(f.Name, "ppt/"):
			return " (it is a presentation)"
		}
	}
	return ""
}

// look finds the header of a source; faults and warnings go to its report.
func (s *source) look() *fault {
	in, err := s.file.open()
	if err != nil {
		return faultf(CodeUnreadable, "the file cannot be opened: %s", plainError(err))
	}
	defer in.Close()
	rows, err := s.table(in)
	if err != nil {
		return faultf(CodeUnreadable, "%s", err)
	}
	defer rows.Close()
	m, fault := findHeader(rows, s.name)
	if fault != nil {
		return fault
	}
	s.header = &m.header
	s.header.cells.spreadsheet = s.sheet != nil
	if sheet, ok := rows.(*sheetReader); ok {
		s.header.cells.date1904 = sheet.date1904()
	}
	for _, f := range m.faults() {
		s.report.add(f.problem(s.name, s.header.line))
	}
	return nil
}
