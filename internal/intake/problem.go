package intake

import (
	"fmt"

	"fugai/model"
)

// The codes of problems that the reading side finds, a closed list; the registry has codes of its own for what only the
// stored facts can tell (unknown references, for example).
const (
	CodeUnreadable      = "UNREADABLE"       // the file cannot be opened or is damaged
	CodeEmptyFile       = "EMPTY_FILE"       // no row at all, or only a header
	CodeWrongFormat     = "WRONG_FORMAT"     // the content is not what the name says, or no table
	CodeOldFormat       = "OLD_FORMAT"       // .xls, .et, .ods or a workbook with a password
	CodeEncoding        = "ENCODING"         // bytes that are neither UTF-8 nor GB 18030
	CodeUnknownKind     = "UNKNOWN_KIND"     // no kind of table has these columns
	CodeAmbiguousKind   = "AMBIGUOUS_KIND"   // several kinds of table fit equally
	CodeMissingColumn   = "MISSING_COLUMN"   // a column without which no row can be read, or (a warning) no new one made
	CodeUnknownColumn   = "UNKNOWN_COLUMN"   // warning: the column is not read
	CodeDuplicateColumn = "DUPLICATE_COLUMN" // two columns mean the same
	CodeRagged          = "RAGGED_ROW"       // the row has more or fewer cells than the header
	CodeQuote           = "QUOTE"            // a quotation mark that is not closed or stands inside a bare cell
	CodeFormula         = "FORMULA"          // a formula whose value the file does not hold
	CodeCellError       = "CELL_ERROR"       // the cell shows an error of the spreadsheet (#REF!, #N/A …)
	CodeRequired        = "REQUIRED"         // an empty cell that must be filled
	CodeCreditCode      = "CREDIT_CODE"      // the shape of a credit code is wrong
	CodeScientific      = "SCIENTIFIC"       // a code that a spreadsheet turned into a number and cut
	CodeRegionCode      = "REGION_CODE"      // the shape of a region code is wrong
	CodeDate            = "DATE"             // no date
	CodeEnum            = "ENUM"             // not one of the values
	CodeCount           = "COUNT"            // not a whole number of 0 or more
	CodeText            = "TEXT"             // too long, or with characters that cannot be stored
	CodeIndustry        = "INDUSTRY"         // no industry of GB/T 4754-2017
	CodeDuplicateKey    = "DUPLICATE_KEY"    // the key stands twice
	CodeOverlap         = "OVERLAP"          // two rows of one link share a day
	CodeEndBeforeBegin  = "END_BEFORE_BEGIN" // an end on or before its begin
	CodeHolder          = "HOLDER"           // a cover without a holder, with several or with one of the other kind
	CodeContradiction   = "CONTRADICTION"    // cells of one row contradict each other
)

// fault is what is wrong with a row or a cell. The row's place is added where it is reported.
type fault struct {
	column  string
	code    string
	message string
	warning bool
}

func faultf(code, format string, args ...any) *fault {
	return &fault{code: code, message: fmt.Sprintf(format, args...)}
}

func warnf(code, format string, args ...any) *fault {
	f := faultf(code, format, args...)
	f.warning = true
	return f
}

func (f *fault) at(column string) *fault {
	f.column = column
	return f
}

// problem is the fault with its place.
func (f *fault) problem(file string, line int) model.Problem {
	return model.Problem{File: file, Line: line, Column: f.column, Code: f.code, Message: f.message, Warning: f.warning}
}
