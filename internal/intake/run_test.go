package intake

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func run(t *testing.T, f Registry, o Options, paths ...string) *Report {
	t.Helper()
	report, err := New(f, fixedClock()).Run(context.Background(), paths, o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

var province = map[string]string{
	"a-covers.csv":      coversHeader + creditCodeOf(1) + ",ORGANISATION,3,,2020-01-01,\n" + creditCodeOf(2) + ",WORK,,1,2020-01-01,\n",
	"b-units.csv":       unitsHeader + strings.Replace(good, code, creditCodeOf(1), 1) + strings.Replace(good, code, creditCodeOf(2), 1),
	"c-instructors.csv": "id,name,region_code\n1,演示,9901\n",
	"d-党组织.csv":         "党组织代码,党组织名称,党组织类别,上级党组织代码,行政区划代码,成立日期\n3,支部,党支部,2,9901,2019-01-01\n2,总支,党总支,1,9901,2019-01-01\n1,党委,党委,,9901,2019-01-01\n",
	"sub/regions.csv":   "code,name,level,parent\n990101001000,街,TOWNSHIP,990101000000\n990101000000,县,COUNTY,990100000000\n990100000000,市,CITY,990000000000\n99,省,PROVINCE,\n",
	"readme.md":         "not a table",
	"~$b-units.xlsx":    "lock file",
}

func TestFolderIsImportedInTheOrderOfItsDependencies(t *testing.T) {
	dir := folder(t, province)
	f := newFake()
	report := run(t, f, Options{Recorder: "tester", AsOf: model.MustDate("2026-06-30")}, dir)
	if report.Faults() > 0 || report.Total.New != 12 || report.State != model.ImportStateDone || f.state != model.ImportStateDone {
		t.Fatalf("%+v %v: %q", report.Total, report.State, problems(report))
	}
	var order []string
	var codes []string
	for _, b := range f.batches {
		for _, r := range b.Regions {
			codes = append(codes, string(r.Code[:6]))
		}
		for _, o := range b.Organisations {
			codes = append(codes, o.Code)
		}
		order = append(order, fmt.Sprint(len(b.Regions), len(b.Organisations), len(b.Instructors), len(b.Units), len(b.Covers)))
	}
	if want := []string{"4 0 0 0 0", "0 3 0 0 0", "0 0 1 0 0", "0 0 0 2 2"}; !slices.Equal(order, want) {
		t.Errorf("batches hold %q", order)
	}
	if want := []string{"990000", "990100", "990101", "990101", "1", "2", "3"}; !slices.Equal(codes, want) {
		t.Errorf("superiors do not come first: %q", codes)
	}
	if len(report.Ignored) != 1 || filepath.Base(report.Ignored[0]) != "readme.md" {
		t.Errorf("ignored are %q", report.Ignored)
	}
	if f.lastHow.Source.Recorder != "tester" || f.lastHow.Source.Name != "a-covers.csv, b-units.csv" || !f.lastHow.SkipFaulty {
		t.Errorf("applied as %+v", f.lastHow)
	}
}

func TestSameFolderAgainChangesNothing(t *testing.T) {
	dir := folder(t, province)
	f := newFake()
	run(t, f, Options{}, dir)
	if again := run(t, f, Options{}, dir, filepath.Join(dir, "b-units.csv")); again.Total.Unchanged != 12 || again.Total.Rows != 12 {
		t.Errorf("the second import reports %+v", again.Total)
	}
}

func TestDryRunChecksAndChangesNothing(t *testing.T) {
	dir := folder(t, map[string]string{"units.csv": unitsHeader + good + good})
	f := newFake()
	report := run(t, f, Options{DryRun: true}, dir)
	if !f.lastHow.DryRun || len(f.known) > 0 || report.Total != (Counts{Rows: 2, New: 1, Rejected: 1}) {
		t.Errorf("%+v", report.Total)
	}
}

// Units and covers of a large import are spread over parts; every cover must be in the commit of its unit, and nothing lost.
func TestCoversComeWithTheirUnits(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()) // other packages import at the same time
	const n = 90_000
	var units, covers bytes.Buffer
	units.WriteString(unitsHeader)
	covers.WriteString(coversHeader)
	for i := range n {
		c := creditCodeOf(i)
		fmt.Fprintf(&units, "%s,演示第%06d制造有限公司,NON_PUBLIC_ENTERPRISE,990101001000,12,3,0,2016-05-14,ACTIVE\n", c, i)
		fmt.Fprintf(&covers, "%s,ORGANISATION,%d,,2020-01-01,2021-01-01\n%s,ORGANISATION,%d,,2021-01-01,\n", creditCodeOf(n-1-i), i, creditCodeOf(n-1-i), i)
	}
	dir := folder(t, map[string]string{"units.csv": units.String(), "coverage.csv": covers.String()})
	var told []Progress
	check := &partChecker{t: t}
	report := run(t, check, Options{Progress: func(p Progress) { told = append(told, p) }}, dir)
	if report.Faults() > 0 || report.Total.Rows != 3*n || check.units != n || check.covers != 2*n {
		t.Fatalf("%+v, %d units, %d covers: %q", report.Total, check.units, check.covers, problems(report))
	}
	if check.batches < 3 || check.largest > 60_000 {
		t.Errorf("%d batches of up to %d units", check.batches, check.largest)
	}
	if last := told[len(told)-1]; last.Rows != 3*n || last.Total != 3*n || !last.Exact || last.Left != 0 || last.Rate <= 0 {
		t.Errorf("the last progress is %+v", last)
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "fugai-import-*")); len(left) > 0 {
		t.Errorf("temporary files are left: %q", left)
	}
}

// partChecker checks that the units of covers are in their batch.
type partChecker struct {
	nothing
	t                               *testing.T
	batches, units, covers, largest int
}

func (p *partChecker) OpenImport(context.Context, string, bool) (Session, error) { return p, nil }

func (p *partChecker) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return p.Apply(ctx, b, how) }), nil
}

func (p *partChecker) Apply(_ context.Context, b *model.Batch, _ model.Apply) (model.Applied, error) {
	here := map[model.CreditCode]bool{}
	for i := range b.Units {
		here[b.Units[i].CreditCode] = true
	}
	for i := range b.Covers {
		if !here[b.Covers[i].UnitCode] {
			p.t.Errorf("the unit of the cover in line %d is not in its batch", b.Covers[i].Line)
		}
	}
	p.batches++
	p.units += len(b.Units)
	p.covers += len(b.Covers)
	p.largest = max(p.largest, len(b.Units))
	return model.Applied{}, nil
}

func TestSuccessorsComeAfterThoseThatTheyGoOnFrom(t *testing.T) {
	const n = 100_000
	var units bytes.Buffer
	units.WriteString("credit_code,name,domain,region_code,established_on,succeeds_code,succession_kind\n")
	for i := range n {
		before, kind := "", ""
		if i%1000 == 0 {
			before, kind = creditCodeOf(i+1), "换发代码"
		}
		fmt.Fprintf(&units, "%s,演示第%06d制造有限公司,NON_PUBLIC_ENTERPRISE,990101001000,2016-05-14,%s,%s\n", creditCodeOf(i), i, before, kind)
	}
	dir := folder(t, map[string]string{"units.csv": units.String(), "coverage.csv": coversHeader + creditCodeOf(0) + ",ORGANISATION,1,,2020-01-01,\n"})
	s := &successionChecker{seen: map[model.CreditCode]bool{}}
	run(t, s, Options{}, dir)
	if s.successors != n/1000 || s.early > 0 || !s.coverWithUnit {
		t.Errorf("%d successors, %d of them before the unit that they go on from; cover with its unit: %v", s.successors, s.early, s.coverWithUnit)
	}
}

type successionChecker struct {
	nothing
	seen              map[model.CreditCode]bool
	successors, early int
	coverWithUnit     bool
}

func (s *successionChecker) OpenImport(context.Context, string, bool) (Session, error) { return s, nil }

func (s *successionChecker) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return s.Apply(ctx, b, how) }), nil
}

func (s *successionChecker) Apply(_ context.Context, b *model.Batch, _ model.Apply) (model.Applied, error) {
	for i := range b.Units {
		s.seen[b.Units[i].CreditCode] = true
		s.coverWithUnit = s.coverWithUnit || len(b.Covers) == 1 && b.Units[i].CreditCode == b.Covers[0].UnitCode
	}
	for i := range b.Units {
		if before := b.Units[i].SucceedsCode; before != "" {
			s.successors++
			if !s.seen[before] {
				s.early++
			}
		}
	}
	return model.Applied{}, nil
}

func TestInterruptedImportKeepsWholeBatchesAndCanBeRunAgain(t *testing.T) {
	dir := folder(t, province)
	f := newFake()
	ctx, cancel := context.WithCancel(context.Background())
	f.apply = func() error {
		if len(f.batches) == 2 {
			cancel()
			return ctx.Err()
		}
		return nil
	}
	report, err := New(f, nil).Run(ctx, []string{dir}, Options{})
	if !errors.Is(err, context.Canceled) || report.State != model.ImportStateInterrupted || f.state != model.ImportStateInterrupted {
		t.Fatalf("%v %v", report.State, err)
	}
	if report.Total.Rows != 7 || report.Total.New != 7 {
		t.Errorf("rows that were not applied are reported: %+v", report.Total)
	}
	f.apply = nil
	if again := run(t, f, Options{}, dir); again.Total.Unchanged != 7 || again.Total.New != 5 {
		t.Errorf("the second run reports %+v", again.Total)
	}
}

func TestBrokenRegistryFailsTheImport(t *testing.T) {
	f := newFake()
	f.apply = func() error { return errors.New("disk full") }
	report, err := New(f, nil).Run(context.Background(), []string{folder(t, province)}, Options{})
	if err == nil || report.State != model.ImportStateFailed || report.Total.Rows != 0 {
		t.Errorf("%v %+v %v", report.State, report.Total, err)
	}
}

func TestReportAndRejects(t *testing.T) {
	units := unitsHeader + good + strings.Replace(strings.Replace(good, ",12,", ",-1,", 1), "演示一厂", `"演示,二厂"`, 1) + strings.Replace(good, "ACTIVE", "?", 1)
	dir := folder(t, map[string]string{"units.csv": units, "old.xls": "\xd0\xcf\x11\xe0"})
	out := t.TempDir()
	reportFile, rejects := filepath.Join(out, "report.json"), filepath.Join(out, "rejects")
	run(t, newFake(), Options{Report: reportFile, Rejects: rejects}, dir)

	var report struct {
		State string
		Total struct{ Rows, New, Rejected int }
		Files []struct {
			File, Kind string
			Problems   []struct {
				Line                  int
				Column, Code, Message string
			}
		}
	}
	text, err := os.ReadFile(reportFile)
	if err == nil {
		err = json.Unmarshal(text, &report)
	}
	if err != nil {
		t.Fatal(err)
	}
	if report.State != "DONE" || report.Total.Rows != 3 || report.Total.New != 1 || report.Total.Rejected != 2 || len(report.Files) != 2 {
		t.Errorf("the report says %s", text)
	}
	if p := report.Files[1].Problems; len(p) != 2 || p[0].Line != 3 || p[0].Column != "employees" || p[0].Code != "COUNT" || p[1].Line != 4 {
		t.Errorf("the problems are %+v", p)
	}

	copied, err := os.ReadFile(filepath.Join(rejects, "units.rejects.csv"))
	if err != nil || !bytes.HasPrefix(copied, []byte("\ufeff")) {
		t.Fatal("the copy lacks its mark", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(copied[3:])).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][1] != "演示,二厂" || !strings.Contains(rows[1][9], "line 3: employees: -1 is negative") {
		t.Errorf("the copy holds %q (%v)", rows, err)
	}

	mended := strings.ReplaceAll(strings.Replace(string(copied), "-1", "1", 1), "?", "ACTIVE")
	again, _ := upload(t, "units.csv", []byte(strings.Replace(mended, code, creditCodeOf(3), 1)))
	expect(t, again, nil, "")
}

func TestPathsThatCannotBeImported(t *testing.T) {
	for _, path := range []string{filepath.Join(t.TempDir(), "none.csv"), t.TempDir()} {
		if _, err := New(newFake(), nil).Run(context.Background(), []string{path}, Options{}); model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestUnitsOfOneKeyInTwoFiles(t *testing.T) {
	dir := folder(t, map[string]string{"units-1.csv": unitsHeader + good, "units-2.csv": unitsHeader + good})
	report := run(t, newFake(), Options{}, dir)
	if got := problems(report); !slices.Equal(got, []string{"2 credit_code DUPLICATE_KEY"}) || !strings.Contains(report.Files[1].Problems[0].Message, "units-1.csv line 2") {
		t.Errorf("%q", got)
	}
}

func TestHistoryOfAUnitInOneFile(t *testing.T) {
	header := strings.Replace(unitsHeader, "status", "valid_from", 1)
	report, f := upload(t, "units.csv", []byte(header+strings.Replace(good, "ACTIVE", "2025-01-01", 1)+strings.Replace(good, "ACTIVE", "2026-01-01", 1)))
	expect(t, report, nil, "")
	if len(f.batches[0].Units) != 2 {
		t.Error("a row is lost")
	}
}

// Every template must be read as what it is a template of, without a fault.
func TestTemplatesAreReadBack(t *testing.T) {
	for _, table := range Tables() {
		for language, form := range map[Language]string{Chinese: "xlsx", English: "csv"} {
			var b bytes.Buffer
			write := map[string]func() error{
				"xlsx": func() error { return WriteTemplateXLSX(&b, table.Name, language) },
				"csv":  func() error { return WriteTemplateCSV(&b, table.Name, language) },
			}[form]
			if err := write(); err != nil {
				t.Fatal(err)
			}
			report, _ := upload(t, table.Name+"."+form, b.Bytes())
			if one := report.Files[0]; one.Kind != table.Name || one.Rejected > 0 || one.Rows != 1 || report.Faults() > 0 {
				t.Errorf("%s.%s is read as %+v", table.Name, form, one)
			}
		}
	}
	if err := WriteTemplateCSV(&bytes.Buffer{}, "cows", English); err == nil || !strings.Contains(err.Error(), "use one of regions") {
		t.Error(err)
	}
}

func TestDocsNameEveryColumn(t *testing.T) {
	var b bytes.Buffer
	if err := WriteDocs(&b); err != nil {
		t.Fatal(err)
	}
	for _, table := range Tables() {
		for _, c := range table.Columns {
			if !strings.Contains(b.String(), "| "+c.Name+" | "+c.Title+" |") {
				t.Errorf("%s.%s is missing", table.Name, c.Name)
			}
		}
	}
}

// No header may mean two columns of one table.
func TestSynonymsAreUniqueInTheirTable(t *testing.T) {
	for _, table := range Tables() {
		seen := map[string]string{}
		for _, c := range table.Columns {
			for _, name := range append([]string{c.Name, c.Title}, c.Synonyms...) {
				key := plainTitle(name)
				if other, ok := seen[key]; ok {
					t.Errorf("%s: %q is %s and %s", table.Name, name, other, c.Name)
				}
				seen[key] = c.Name
			}
		}
	}
}
