package intake

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

var unitsTitles = []any{"统一社会信用代码", "单位名称", "领域", "行政区划代码", "从业人数", "正式党员数", "预备党员数", "成立日期", "登记状态"}

func unitCells(code any, more ...any) []any {
	row := []any{code, "演示一厂", "非公有制企业", 990101001000, 12, 3, 0, time.Date(2016, 5, 14, 0, 0, 0, 0, time.UTC), "存续"}
	for i := 0; i+1 < len(more); i += 2 {
		row[more[i].(int)] = more[i+1]
	}
	return row
}

const code = "91350100M000100Y43"

func TestWorkbooks(t *testing.T) {
	setFormula := func(cell, formula string) func(*excelize.File) {
		return func(f *excelize.File) {
			if err := f.SetCellFormula("单位", cell, formula); err != nil {
				t.Fatal(err)
			}
		}
	}
	cases := []struct {
		name    string
		rows    [][]any
		more    func(*excelize.File)
		want    []string
		message string
	}{
		{"plain, with dates and numbers as cells", [][]any{unitsTitles, unitCells(code)}, nil, nil, ""},
		{"title rows above", [][]any{{"2026年单位花名册"}, {"填表单位：演示市"}, nil, unitsTitles, unitCells(code)}, nil, nil, ""},
		{"number in place of a code", [][]any{unitsTitles, unitCells(911101066976941872.0)}, nil, []string{"2 统一社会信用代码 SCIENTIFIC"}, "Format the column as text"},
		{"code cut to zeros", [][]any{unitsTitles, unitCells("911101066976941000")}, nil, []string{"2 统一社会信用代码 SCIENTIFIC"}, "digits may be lost"},
		{"number of 8 digits as date", [][]any{unitsTitles, unitCells(code, 7, 20160514)}, nil, nil, ""},
		{"fraction", [][]any{unitsTitles, unitCells(code, 4, 12.5)}, nil, []string{"2 从业人数 COUNT"}, "is a fraction"},
		{"formula that was never calculated", [][]any{unitsTitles, unitCells(code, 4, nil)}, setFormula("E2", "6*2"), []string{"2  FORMULA"}, "no value for the formula in E2"},
		{"formula in a row of its own", [][]any{unitsTitles, unitCells(code)}, setFormula("E9", "SUM(E2:E8)"), []string{"9  FORMULA"}, "E9"},
		{"empty rows between", [][]any{unitsTitles, nil, {" ", ""}, unitCells(code, 4, -3)}, nil, []string{"4 从业人数 COUNT"}, "is negative"},
		{"cells beyond the header", [][]any{unitsTitles, append(unitCells(code), "核对过")}, nil, []string{"2  RAGGED_ROW (warning)"}, "beyond the last column"},
		{"merged header of two rows", [][]any{
			{"统一社会信用代码", "单位名称", "领域", "行政区划代码", "从业人数", "党员数", "", "成立日期", "登记状态"},
			{"", "", "", "", "", "正式", "预备", "", ""}, unitCells(code)},
			func(f *excelize.File) {
				for _, area := range [][2]string{{"A1", "A2"}, {"B1", "B2"}, {"F1", "G1"}} {
					if err := f.MergeCell("单位", area[0], area[1]); err != nil {
						t.Fatal(err)
					}
				}
			}, nil, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			report, f := upload(t, "单位.xlsx", book(t, map[string][][]any{"单位": c.rows}, c.more))
			expect(t, report, c.want, c.message)
			if len(c.want) > 0 {
				return
			}
			u := f.batches[0].Units[0]
			if u.CreditCode != code || u.FoundedOn.String() != "2016-05-14" || u.RegionCode != "990101001000" || u.Employees.Int() != 12 ||
				u.FullMembers.Int() != 3 || !u.ProbationaryMembers.Known() || u.NoProbationaryColumn {
				t.Errorf("the row was read as %+v", u)
			}
		})
	}
}

func TestValueOfACalculatedFormulaIsTaken(t *testing.T) {
	content := rewrite(t, book(t, map[string][][]any{"单位": {unitsTitles, unitCells(code, 4, 12)}}, nil), "xl/worksheets/", func(xml string) string {
		return strings.Replace(xml, "<v>12</v>", "<f>6*2</f><v>12</v>", 1)
	})
	report, f := upload(t, "单位.xlsx", content)
	expect(t, report, nil, "")
	if n := f.batches[0].Units[0].Employees; n.Int() != 12 {
		t.Errorf("the value is %s", n)
	}
}

func TestDatesSince1904(t *testing.T) {
	on := true
	content := book(t, map[string][][]any{"单位": {unitsTitles, unitCells(code, 7, 41042)}}, func(f *excelize.File) {
		if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &on}); err != nil {
			t.Fatal(err)
		}
	})
	report, f := upload(t, "单位.xlsx", content)
	expect(t, report, nil, "")
	if d := f.batches[0].Units[0].FoundedOn; d.String() != "2016-05-14" {
		t.Errorf("the date is %s", d)
	}
}

func TestSheetsAreTablesOfTheirOwn(t *testing.T) {
	report, f := upload(t, "上报.xlsx", book(t, map[string][][]any{
		"说明": {{"本表由各单位填报"}},
		"单位": {unitsTitles, unitCells(code)},
		"覆盖": {{"统一社会信用代码", "党组织代码", "组建方式", "起始日期", "终止日期"}, {code, "990000000001", "联合", "2020-01-01", "长期"}},
	}, nil))
	if report.Faults() > 0 || report.Total.New != 2 {
		t.Fatalf("%+v: %q", report.Total, problems(report))
	}
	if len(f.batches) != 1 || len(f.batches[0].Units) != 1 || len(f.batches[0].Covers) != 1 {
		t.Error("the unit and its cover are not applied in one commit")
	}
	c := f.batches[0].Covers[0]
	if c.Kind.String() != "ORGANISATION" || c.SetUp.String() != "JOINT" || c.ValidTo != 0 || c.File != "上报.xlsx#覆盖" {
		t.Errorf("the cover was read as %+v", c)
	}
}

func TestArchivesThatAreNoWorkbooks(t *testing.T) {
	for _, c := range []struct{ name, inside, want, message string }{
		{"名册.xlsx", "word/document.xml", "0  WRONG_FORMAT", "it is a text document"},
		{"名册.xlsx", "a.txt", "0  WRONG_FORMAT", "zip archive"},
		{"名册.csv", "xl/workbook.xml", "0  WRONG_FORMAT", "give the file the ending .xlsx"},
	} {
		report, _ := upload(t, c.name, zipOf(t, c.inside))
		expect(t, report, []string{c.want}, c.message)
	}
	whole := book(t, map[string][][]any{"单位": {unitsTitles, unitCells(code)}}, nil)
	report, _ := upload(t, "单位.xlsx", whole[:len(whole)/2])
	expect(t, report, []string{"0  UNREADABLE"}, "copy it again")
}

func TestDamagedSheetIsNotReadInSilence(t *testing.T) {
	content := book(t, map[string][][]any{"单位": {unitsTitles, unitCells(code), unitCells("91110000101623741K"), unitCells("911101066976941872")}}, nil)
	broken := rewrite(t, content, "xl/worksheets/", func(xml string) string {
		return strings.Replace(xml, `<row r="3"`, `<oops <row r="3"`, 1)
	})
	report, _ := upload(t, "单位.xlsx", broken)
	expect(t, report, []string{"0  UNREADABLE"}, "damaged behind row")
}

// rewrite changes a part of a workbook.
func rewrite(t *testing.T, content []byte, prefix string, change func(string) string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(f.Name, prefix) {
			text = []byte(change(string(text)))
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = w.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
