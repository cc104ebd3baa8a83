package intake

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// unzipLimit is how large a workbook may be unpacked; a small file that unpacks to more is an attack or a mistake.
const unzipLimit = 4 << 30

var errWorkbook = errors.New("the workbook cannot be read")

// sheetInfo is a sheet of a workbook: its name, the part of the zip that holds it and that part's unpacked size.
type sheetInfo struct {
	name string
	part string
	size int64
}

// openWorkbook opens a workbook for streaming. The packed file is held in memory, large sheets are unpacked to temporary files.
func openWorkbook(in io.ReaderAt, size int64) (*excelize.File, error) {
	book, err := excelize.OpenReader(io.NewSectionReader(in, 0, size), excelize.Options{RawCellValue: true, UnzipSizeLimit: unzipLimit})
	if err != nil {
		return nil, fmt.Errorf("%w: %s", errWorkbook, err.Error()) // an end of the file in here is not the end of a table
	}
	return book, nil
}

// sheetReader streams the rows of one sheet.
type sheetReader struct {
	book *excelize.File
	rows *excelize.Rows
	scan *sheetScan
	line int
}

func openSheet(in io.ReaderAt, size int64, sheet sheetInfo) (*sheetReader, error) {
	book, err := openWorkbook(in, size)
	if err != nil {
		return nil, err
	}
	r := &sheetReader{book: book}
	if r.rows, err = book.Rows(sheet.name); err == nil {
		r.scan, err = scanSheet(in, size, sheet.part)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errWorkbook, err), r.Close())
	}
	return r, nil
}

func (r *sheetReader) Close() error {
	var errs []error
	if r.rows != nil {
		errs = append(errs, r.rows.Close())
	}
	if r.scan != nil {
		errs = append(errs, r.scan.Close())
	}
	return errors.Join(append(errs, r.book.Close())...)
}

// date1904 tells from which day the workbook counts.
func (r *sheetReader) date1904() bool {
	props, err := r.book.GetWorkbookProps()
	return err == nil && props.Date1904 != nil && *props.Date1904
}

func (r *sheetReader) next() (record, error) {
	for r.rows.Next() {
		r.line++
		cells, err := r.rows.Columns()
		if err != nil {
			return record{}, fmt.Errorf("row %d of the sheet cannot be read: %w", r.line, err)
		}
		missing, err := r.scan.uncalculated(r.line)
		if err != nil {
			return record{}, err
		}
		if blank(cells) && len(missing) == 0 {
			continue
		}
		return record{line: r.line, cells: cells, fault: formulaFault(missing)}, nil
	}
	if err := r.rows.Error(); err != nil {
		return record{}, err
	}
	return record{}, r.end()
}

// end makes sure that the library read as far as the sheet goes: it stops without a word at damaged XML.
func (r *sheetReader) end() error {
	last, err := r.scan.lastRow()
	if err == nil && last > r.line {
		err = fmt.Errorf("the sheet is damaged behind row %d of %d; open the file and save it again", r.line, last)
	}
	if err != nil {
		return err
	}
	return io.EOF
}

func formulaFault(cells []string) *fault {
	if len(cells) == 0 {
		return nil
	}
	return faultf(CodeFormula, "the file holds no value for the formula in %s; open it in the spreadsheet program and save it again, or paste the values",
		strings.Join(cells, ", "))
}

// archive opens a zip; the error says what the file is in place of a workbook.
func archive(in io.ReaderAt, size int64) (*zip.Reader, *fault) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return nil, faultf(CodeUnreadable, "the workbook is damaged (%s); copy it again from its source", err)
	}
	return z, nil
}
