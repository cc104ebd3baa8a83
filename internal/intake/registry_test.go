package intake

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// productRegistry is the product's registry on a fresh database.
func productRegistry(t *testing.T, s *store.Store) Registry {
	t.Helper()
	r := registry.New(s)
	if err := r.EnsureRuleSet(context.Background(), "tester"); err != nil {
		t.Fatal(err)
	}
	return Through(r)
}

var atJune = Options{Recorder: "tester", AsOf: model.MustDate("2026-06-30")}

func TestProvinceIsStored(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		dir := folder(t, province)
		r := productRegistry(t, s)
		dry := atJune
		dry.DryRun = true
		if report := run(t, r, dry, dir); report.Faults() > 0 || report.Total.New != 12 || report.ImportID != 0 {
			t.Fatalf("dry run: %+v %q", report.Total, problems(report))
		}
		first := run(t, r, atJune, dir)
		if first.Faults() > 0 || first.Total.New != 12 || first.ImportID == 0 || first.Version == 0 {
			t.Fatalf("first: %+v %q", first.Total, problems(first))
		}
		again := run(t, r, atJune, dir)
		if again.Total.Unchanged != 12 || again.Total.New+again.Total.Changed > 0 || again.Version != first.Version {
			t.Errorf("again: %+v, version %d after %d", again.Total, again.Version, first.Version)
		}
	})
}

// The faults that only stored facts can tell, beside their rows and under the file's own header.
func TestFaultsThatTheRegistryFinds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		r := productRegistry(t, s)
		run(t, r, atJune, folder(t, province))
		wrong := creditCodeOf(9)[:17] + "0"
		if model.CreditCode(wrong).CheckCharacterOK() {
			wrong = wrong[:17] + "1"
		}
		cases := []struct{ name, file, content, want, message string }{
			{"wrong check character", "单位.csv", "信用代码,单位名称,领域,区划代码,成立日期\n" + wrong + ",演示,学校,9901,2020-01-01\n", "2 信用代码 CHECK_CHARACTER (warning)", "the unit is taken"},
			{"unknown region", "单位.csv", "信用代码,单位名称,领域,区划代码,成立日期\n" + creditCodeOf(8) + ",演示,学校,9902,2020-01-01\n", "2 区划代码 UNKNOWN_REGION", "990200000000"},
			{"new unit without what it needs", "单位.csv", "信用代码,单位名称\n" + creditCodeOf(7) + ",演示\n", "2 domain REQUIRED", "missing"},
			{"unknown organisation", "coverage.csv", coversHeader + creditCodeOf(1) + ",ORGANISATION,77,,2020-01-01,\n", "2 organisation_code UNKNOWN_ORGANISATION", "77"},
			{"unknown unit", "coverage.csv", coversHeader + creditCodeOf(6) + ",ORGANISATION,3,,2020-01-01,\n", "2 unit_code UNKNOWN_UNIT", creditCodeOf(6)},
			{"unknown instructor", "coverage.csv", coversHeader + creditCodeOf(1) + ",WORK,,77,2020-01-01,\n", "2 instructor_id UNKNOWN_INSTRUCTOR", "77"},
			{"circle of superiors", "党组织.csv", "党组织代码,党组织名称,党组织类别,上级党组织代码,行政区划代码,成立日期\n8,a,党委,9,9901,2020-01-01\n9,b,党委,8,9901,2020-01-01\n", "CYCLE", "superior"},
		}
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				report := run(t, r, atJune, folder(t, map[string]string{c.file: c.content}))
				got := problems(report)
				if !slices.ContainsFunc(got, func(p string) bool { return strings.HasSuffix(p, c.want) }) {
					t.Fatalf("%q lacks %q: %+v", got, c.want, report.Files[0].Problems)
				}
				if n := report.Total; n.Rows != n.New+n.Changed+n.Unchanged+n.Skipped+n.Rejected {
					t.Errorf("rows are lost: %+v", n)
				}
				if !slices.ContainsFunc(report.Files[0].Problems, func(p model.Problem) bool { return strings.Contains(p.Message, c.message) }) {
					t.Errorf("no message says %q: %+v", c.message, report.Files[0].Problems)
				}
			})
		}
	})
}

func TestFiguresFileChangesKnownUnitsOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		r := productRegistry(t, s)
		run(t, r, atJune, folder(t, province))
		dir := folder(t, map[string]string{"figures.csv": "统一社会信用代码,正式党员数,预备党员数\n" + creditCodeOf(1) + ",7,1\n" + creditCodeOf(2) + ",3,0\n" + creditCodeOf(5) + ",1,0\n"})
		if report := run(t, r, atJune, dir); report.Total != (Counts{Rows: 3, Changed: 1, Unchanged: 1, Rejected: 1}) {
			t.Errorf("%+v %q", report.Total, problems(report))
		}
	})
}

// TestGivenFolder imports the folder that FUGAI_TEST_FOLDER names, for example a whole province, twice.
func TestGivenFolder(t *testing.T) {
	dir := os.Getenv("FUGAI_TEST_FOLDER")
	if dir == "" {
		dir = folder(t, province)
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		r := productRegistry(t, s)
		first := run(t, r, atJune, dir)
		again := run(t, r, atJune, dir)
		t.Logf("first %+v, again %+v, ignored %q", first.Total, again.Total, baseNames(first.Ignored))
		if first.Faults() > 0 || first.Total.New != first.Total.Rows || again.Total.Unchanged != first.Total.Rows {
			for _, f := range append(first.Files, again.Files...) {
				t.Logf("%s %+v %v", f.File, f.Counts, f.Problems[:min(3, len(f.Problems))])
			}
			t.Errorf("faults: %d", first.Faults())
		}
	})
}

func baseNames(paths []string) (names []string) {
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}
