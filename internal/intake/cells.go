package intake

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"fugai/model"
)

// cellContext is what the reading of a cell has to know of its file.
type cellContext struct {
	// spreadsheet: the cell comes from a workbook, where dates are serial numbers and numbers are exact doubles.
	spreadsheet bool
	// date1904: the workbook counts days from 1904-01-01.
	date1904 bool
}

// trim takes white space, also full-width, and invisible marks off both ends. Most cells have none.
func trim(s string) string {
	if s == "" || (plain(s[0]) && plain(s[len(s)-1])) {
		return s
	}
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == 0xFEFF || (r >= 0x200B && r <= 0x200D)
	})
}

func plain(b byte) bool { return b > ' ' && b < 0x7F }

// narrow turns full-width digits, letters and signs into the common ones.
func narrow(s string) string { return width.Narrow.String(s) }

// scientific tells whether the text looks like 9.135E+17: a spreadsheet's way to show a long number.
func scientific(s string) bool {
	at := strings.IndexAny(s, "eE")
	if at <= 0 || at == len(s)-1 || s[at+1] != '+' {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

func scientificFault(s string) *fault {
	return faultf(CodeScientific, "%q is a code that the spreadsheet turned into a number; digits may be lost. "+
		"Format the column as text and enter the codes again from the register", s)
}

// spreadsheetError tells whether the text is one of the errors that spreadsheets show in cells.
func spreadsheetError(s string) bool {
	switch s {
	case "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

// creditCode reads a credit code; small letters and full-width characters are accepted.
func creditCode(s string, c *cellContext) (model.CreditCode, *fault) {
	code, err := model.ParseCreditCode(s)
	if err != nil {
		code, err = model.ParseCreditCode(strings.ToUpper(strings.ReplaceAll(narrow(s), " ", "")))
	}
	switch {
	case err != nil && scientific(s):
		return "", scientificFault(s)
	case err != nil:
		return "", faultf(CodeCreditCode, "%s", err)
	case c.spreadsheet && cutByExcel(string(code)) && !code.CheckCharacterOK():
		return "", scientificFault(s)
	}
	return code, nil
}

// cutByExcel tells whether a code of digits only ends as the numbers do that a spreadsheet cut after 15 digits.
func cutByExcel(code string) bool {
	return strings.HasSuffix(code, "000") && strings.Trim(code, "0123456789") == ""
}

// regionCode reads 2 to 12 digits.
func regionCode(s string, c *cellContext) (model.RegionCode, *fault) {
	code, err := model.ParseRegionCode(s)
	if err == nil {
		return code, nil
	}
	s = narrow(s)
	if scientific(s) {
		n, _ := strconv.ParseFloat(s, 64)
		if !c.spreadsheet {
			return "", scientificFault(s)
		}
		s = strconv.FormatFloat(n, 'f', -1, 64)
	}
	if code, err = model.ParseRegionCode(s); err != nil {
		return "", faultf(CodeRegionCode, "%s", err)
	}
	return code, nil
}

// count reads a whole number of 0 or more: 12, 1,234 or 12.0.
func count(s string) (model.Count, *fault) {
	if n, ok := digits(s); ok {
		return model.Counted(n), nil
	}
	s = narrow(s)
	n, err := strconv.ParseFloat(ungroup(s), 64)
	switch {
	case err != nil || math.IsNaN(n) || math.IsInf(n, 0) || strings.ContainsAny(s, "_xX"):
		return 0, faultf(CodeCount, "%q is no number; write a whole number of 0 or more, or leave the cell empty where it was not reported", s)
	case n < 0:
		return 0, faultf(CodeCount, "%s is negative; a count is 0 or more, empty where it was not reported", s)
	case n != math.Trunc(n):
		return 0, faultf(CodeCount, "%s is a fraction; persons are counted in whole numbers", s)
	case n > math.MaxInt32-1:
		return 0, faultf(CodeCount, "%s is too large for a count", s)
	}
	return model.Counted(int(n)), nil
}

func digits(s string) (int, bool) {
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// ungroup takes the commas out of 1,234,567; other commas stay and make the text no number.
func ungroup(s string) string {
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if i > 0 && len(g) != 3 || i == 0 && (g == "" || len(groups) > 1 && len(g) > 3) {
			return s
		}
	}
	return strings.Join(groups, "")
}

// text checks that a text can be stored: at most limit characters, none of them a control character or damaged.
func text(s string, limit int) (string, *fault) {
	if len(s) > limit && utf8.RuneCountInString(s) > limit {
		return "", faultf(CodeText, "the text has %d characters, at most %d can be stored; shorten it", utf8.RuneCountInString(s), limit)
	}
	for i := range len(s) {
		if s[i] < ' ' {
			return strings.Join(strings.Fields(s), " "), controlFault(s)
		}
	}
	return s, nil
}

// controlFault refuses control characters; line breaks and tabs are spaces to a reader and pass.
func controlFault(s string) *fault {
	for _, r := range s {
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return faultf(CodeText, "the text holds the control character U+%04X; delete it", r)
		}
	}
	return nil
}
