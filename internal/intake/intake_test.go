package intake

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const (
	unitsHeader  = "credit_code,name,domain,region_code,employees,full_members,probationary_members,established_on,status\n"
	coversHeader = "unit_code,kind,organisation_code,instructor_id,valid_from,valid_to\n"
	good         = "91350100M000100Y43,演示一厂,NON_PUBLIC_ENTERPRISE,990101001000,12,3,0,2016-05-14,ACTIVE\n"
)

// unitRow is the good row with one cell in the place of another.
func unitRow(old, changed string) string { return unitsHeader + strings.Replace(good, old, changed, 1) }

// cellCases are contents of CSV files, and what the report must say of them.
var cellCases = []struct {
	name    string
	file    string
	content string
	want    []string
	message string // part of the first problem's message
}{
	{"credit code, shape", "units.csv", unitRow("91350100M000100Y43", "9135010OM000100Y4"), []string{"2 credit_code CREDIT_CODE"}, "it has 18 characters"},
	{"credit code, scientific notation", "units.csv", unitRow("91350100M000100Y43", "9.1350100E+17"), []string{"2 credit_code SCIENTIFIC"}, "Format the column as text"},
	{"credit code, empty", "units.csv", unitRow("91350100M000100Y43", ""), []string{"2 credit_code REQUIRED"}, "every row needs 统一社会信用代码"},
	{"region code", "units.csv", unitRow("990101001000", "99010"), []string{"2 region_code REGION_CODE"}, "write 12 digits"},
	{"region code, scientific notation", "units.csv", unitRow("990101001000", "9.90101E+11"), []string{"2 region_code SCIENTIFIC"}, "digits may be lost"},
	{"date", "units.csv", unitRow("2016-05-14", "2016-02-30"), []string{"2 established_on DATE"}, "write it as 2026-06-30"},
	{"date, serial number in a text", "units.csv", unitRow("2016-05-14", "42504"), []string{"2 established_on DATE"}, "is no date"},
	{"enum", "units.csv", unitRow("NON_PUBLIC_ENTERPRISE", "FACTORY"), []string{"2 domain ENUM"}, "use 非公有制企业 (NON_PUBLIC_ENTERPRISE)"},
	{"negative count", "units.csv", unitRow(",12,", ",-12,"), []string{"2 employees COUNT"}, "is negative"},
	{"fraction", "units.csv", unitRow(",12,", ",12.5,"), []string{"2 employees COUNT"}, "is a fraction"},
	{"no number", "units.csv", unitRow(",12,", ",约12人,"), []string{"2 employees COUNT"}, "is no number"},
	{"all faults of a row at once", "units.csv", unitRow("NON_PUBLIC_ENTERPRISE,990101001000,12", "X,1,-1"), []string{"2 domain ENUM", "2 region_code REGION_CODE", "2 employees COUNT"}, ""},
	{"duplicate keys", "units.csv", unitsHeader + good + good, []string{"3 credit_code DUPLICATE_KEY"}, "stands already in line 2"},
	{"unknown reference", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,UNKNOWN,,2020-01-01,\n", []string{"2 organisation_code UNKNOWN_REFERENCE"}, "no organisation UNKNOWN"},
	{"overlapping covers", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,1,,2020-01-01,2021-01-01\n91350100M000100Y43,ORGANISATION,1,,2020-12-31,\n", []string{"3 valid_from OVERLAP"}, "overlaps that of line 2"},
	{"covers that touch", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,1,,2020-01-01,2021-01-01\n91350100M000100Y43,ORGANISATION,1,,2021-01-01,\n", nil, ""},
	{"end before begin", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,1,,2020-01-02,2020-01-01\n", []string{"2 valid_to END_BEFORE_BEGIN"}, "does not lie after the begin 2020-01-02"},
	{"end on begin", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,1,,2020-01-02,2020-01-02\n", []string{"2 valid_to END_BEFORE_BEGIN"}, ""},
	{"no holder", "coverage.csv", coversHeader + "91350100M000100Y43,ORGANISATION,,,2020-01-02,\n", []string{"2 kind HOLDER"}, "names nobody"},
	{"holder of the other kind", "coverage.csv", coversHeader + "91350100M000100Y43,WORK,1,,2020-01-02,\n", []string{"2 kind HOLDER"}, "needs an instructor"},
	{"two holders", "coverage.csv", coversHeader + "91350100M000100Y43,WORK,1,1,2020-01-02,\n", []string{"2 kind HOLDER"}, "several holders"},
	{"row cut off", "units.csv", unitsHeader + "91350100M000100Y43,演示一厂,NON_PUB", []string{"2  RAGGED_ROW"}, "may be cut off"},
	{"comma in a bare cell", "units.csv", unitRow("演示一厂", "演示,一厂"), []string{"2  RAGGED_ROW"}, "in quotation marks"},
	{"comma in a quoted cell", "units.csv", unitRow("演示一厂", `"演示,一""厂"`), nil, ""},
	{"empty cells behind the last", "units.csv", unitsHeader + strings.TrimSpace(good) + ",,\n", nil, ""},
	{"quotation mark not closed", "units.csv", unitsHeader + "\"91350100M000100Y43,a\n" + good, []string{"2  QUOTE", "3  QUOTE"}, "quotation marks"},
	{"empty lines", "units.csv", "\n" + unitsHeader + "\n,,,,,,,,\n" + good + "\n\n", nil, ""},
	{"empty lines are counted as lines", "units.csv", unitsHeader + "\n\n" + strings.Replace(good, ",12,", ",-1,", 1), []string{"4 employees COUNT"}, ""},
	{"windows line ends", "units.csv", strings.ReplaceAll(unitsHeader+good, "\n", "\r\n"), nil, ""},
	{"byte order mark", "units.csv", "\ufeff" + unitsHeader + good, nil, ""},
	{"blanks around cells", "units.csv", unitRow("91350100M000100Y43,演示一厂", "\u3000 91350100m000100y43 ,\u3000演示一厂"), nil, ""},
	{"tabs in place of commas", "units.csv", strings.ReplaceAll(unitsHeader+good, ",", "\t"), nil, ""},
	{"spreadsheet error", "units.csv", unitRow(",12,", ",#REF!,"), []string{"2 employees CELL_ERROR"}, "shows the error #REF!"},
	{"damaged byte", "units.csv", unitsHeader + strings.Repeat("91350100M000100Y43,演示一厂,NON_PUBLIC_ENTERPRISE,990101001000,12,3,0,2016-05-14,吊销\n", 1) + strings.Replace(strings.Replace(good, "Y43", "Y44", 1), "演", "\xe6\xbc", 1), []string{"3  ENCODING"}, "save the file as UTF-8"},
	{"missing columns", "units.csv", "name,domain,region_code,employees\n演示一厂,SCHOOL,990101001000,1\n", []string{"1  MISSING_COLUMN"}, "lacks the columns 统一社会信用代码 (credit_code)"},
	{"columns that only new units need", "units.csv", "credit_code,full_members\n91350100M000100Y43,4\n", []string{"1  MISSING_COLUMN (warning)"}, "change known rows"},
	{"unknown columns", "units.csv", strings.Replace(unitsHeader, "name,", "name,mood,", 1) + strings.Replace(good, "一厂,", "一厂,fine,", 1), []string{"1  UNKNOWN_COLUMN (warning)"}, `"mood"`},
	{"two columns of one meaning", "units.csv", strings.Replace(unitsHeader, "name,", "name,单位名称,", 1) + strings.Replace(good, "一厂,", "一厂,一厂,", 1), []string{"1  DUPLICATE_COLUMN"}, "delete one of them"},
	{"ambiguous kind", "table.csv", "code,name\n1,a\n", []string{"0  AMBIGUOUS_KIND"}, "regions (行政区划), organisations (党组织)"},
	{"ambiguous kind told by the name", "党组织.csv", "code,name\n1,a\n", []string{"1  MISSING_COLUMN (warning)"}, ""},
	{"no table", "notes.csv", "to do,by whom\nwrite,me\n", []string{"0  UNKNOWN_KIND"}, "the first row must name the columns"},
	{"header only", "units.csv", unitsHeader, []string{"1  EMPTY_FILE (warning)"}, "no rows below"},
	{"empty file", "units.csv", "", []string{"0  EMPTY_FILE"}, "the file is empty"},
	{"only blank lines", "units.csv", "\n\n\n", []string{"0  EMPTY_FILE"}, "nothing in it"},
	{"binary", "units.csv", "\x7fELF\x02\x01\x00\x00\x00\x00", []string{"0  WRONG_FORMAT"}, "binary data"},
	{"text named xlsx", "units.xlsx", unitsHeader + good, []string{"0  WRONG_FORMAT"}, "give the file the ending .csv"},
	{"old workbook", "单位.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{"0  OLD_FORMAT"}, "save it as XLSX or CSV"},
	{"et", "单位.et", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{"0  OLD_FORMAT"}, ".et files are not read"},
	{"old workbook or password, named xlsx", "单位.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", []string{"0  OLD_FORMAT"}, "has a password"},
	{"other file", "units.pdf", "%PDF-1.7", []string{"0  WRONG_FORMAT"}, "use .csv or .xlsx"},
	{"void", "coverage.csv", "unit_code,organisation_code,valid_from,action\n91350100M000100Y43,1,2020-01-01,gone\n", []string{"2 action ENUM"}, "write void"},
	{"step that ends before it begins", "steps.csv", "candidate_code,kind,on,until\nP1,PUBLIC_NOTICE,2026-06-08,2026-06-01\n", []string{"2 until END_BEFORE_BEGIN"}, ""},
	{"industry", "units.csv", "credit_code,industry\n91350100M000100Y43,U\n", []string{"1  MISSING_COLUMN (warning)", "2 industry INDUSTRY"}, ""},
	{"succession without its kind", "units.csv", strings.Replace(unitsHeader, "status", "succeeds_code", 1) + strings.Replace(good, "ACTIVE", "91110000101623741K", 1), []string{"2 succeeds_code CONTRADICTION"}, ""},
}

func TestEveryFaultOfATextFileHasItsMessage(t *testing.T) {
	for _, c := range cellCases {
		t.Run(c.name, func(t *testing.T) {
			report, _ := upload(t, c.file, []byte(c.content))
			expect(t, report, c.want, c.message)
		})
	}
}

func expect(t *testing.T, report *Report, want []string, message string) {
	t.Helper()
	if got := problems(report); !slices.Equal(got, want) {
		t.Fatalf("problems are %q, not %q: %+v", got, want, report.Files[0].Problems)
	}
	if message == "" {
		return
	}
	if first := report.Files[0].Problems[0].Message; !strings.Contains(first, message) {
		t.Errorf("the message does not say %q: %s", message, first)
	}
}

func TestCountsAddUpToTheRows(t *testing.T) {
	content := unitsHeader + good +
		"92350100MA2Y123456,演示小店,NON_PUBLIC_ENTERPRISE,990101001000,1,0,0,2016-05-14,ACTIVE\n" + // an individual business
		"54350100MA2Y123456,演示村委会,ORGAN,990101001000,1,0,0,2016-05-14,ACTIVE\n" +
		"91350100M000100Y4,短,NON_PUBLIC_ENTERPRISE,990101001000,1,0,0,2016-05-14,ACTIVE\n" + good
	report, _ := upload(t, "units.csv", []byte(content))
	want := Counts{Rows: 5, New: 1, Skipped: 2, Rejected: 2}
	if report.Total != want {
		t.Fatalf("counts are %+v, not %+v", report.Total, want)
	}
	if rows := report.Files[0].FaultyRows; len(rows) != 2 || rows[0].Cells[1] != "短" {
		t.Errorf("the faulty rows are not shown: %+v", rows)
	}
}

func TestGBKIsRead(t *testing.T) {
	chinese := "统一社会信用代码,单位名称,领域,行政区划代码,国民经济行业,企业规模,从业人数,正式党员数,成立日期,登记状态\n" +
		"91350100M000100Y43,演示一厂,非公有制企业,9901,制造业,小型,12,3,2016年5月14日,在业\n"
	encoded, err := simplifiedchinese.GB18030.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	report, f := upload(t, "单位.csv", []byte(encoded))
	expect(t, report, nil, "")
	u := f.batches[0].Units[0]
	if u.Name != "演示一厂" || u.Domain.String() != "NON_PUBLIC_ENTERPRISE" || u.Industry != "C" || u.Size.String() != "SMALL" ||
		u.RegionCode != "990100000000" || u.FoundedOn.String() != "2016-05-14" || u.Status.String() != "ACTIVE" ||
		u.FullMembers.Int() != 3 || !u.NoProbationaryColumn {
		t.Errorf("the row was read as %+v", u)
	}
}

// book writes a workbook; each cell may be any value that excelize takes.
func book(t testing.TB, sheets map[string][][]any, more func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for name, rows := range sheets {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow(name, cell, &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if sheets["Sheet1"] == nil {
		if err := f.DeleteSheet("Sheet1"); err != nil {
			t.Fatal(err)
		}
	}
	if more != nil {
		more(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// zipOf is an archive with one file in it.
func zipOf(t *testing.T, name string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte("<x/>"))
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
