package seeds

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"fugai/model"
)

var asOf = model.MustDate("2026-06-30")

// rows are the lines of a CSV file by column name.
type rows []map[string]string

// demo is a generated province as a reader of its files sees it.
type demo map[string]rows

func readDemo(t *testing.T, dir string) demo {
	t.Helper()
	d := demo{}
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil || len(files) != 16 {
		t.Fatalf("%d files, want 16 (%v)", len(files), err)
	}
	for _, path := range files {
		d[filepath.Base(path)] = readCSV(t, path)
	}
	return d
}

// readCSV fails on lines with another number of cells than the header, so that an unquoted comma is found.
func readCSV(t *testing.T, path string) rows {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	var all rows
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		all = append(all, row)
	}
	return all
}

func generate(t testing.TB, o Options) string {
	t.Helper()
	dir := t.TempDir()
	if err := Generate(dir, o); err != nil {
		t.Fatal(err)
	}
	return dir
}

// twentyThousand is the demo province that `serve --demo` loads, generated once.
var twentyThousand = func() func(t *testing.T) demo {
	var once sync.Once
	var d demo
	return func(t *testing.T) demo {
		once.Do(func() { d = readDemo(t, generate(t, Options{Units: 20_000, AsOf: asOf, Seed: 1})) })
		return d
	}
}()

// keys are the values of a column, each of which must be there once.
func (r rows) keys(t *testing.T, column string) map[string]map[string]string {
	t.Helper()
	all := make(map[string]map[string]string, len(r))
	for _, row := range r {
		if all[row[column]] != nil {
			t.Errorf("%s %q stands twice", column, row[column])
		}
		all[row[column]] = row
	}
	return all
}

func TestSameOptionsGiveTheSameBytes(t *testing.T) {
	o := Options{Units: 3000, AsOf: asOf, Seed: 7}
	first, second := generate(t, o), generate(t, o)
	o.Seed = 8
	other := generate(t, o)
	for _, name := range []string{"units.csv", "units_history.csv", "organisations.csv", "coverage.csv", "candidate_steps.csv",
		"visits.csv", "officers.csv", "activities.csv", "leadership.csv", "participants.csv", "declared_returns.csv", "regions.csv", "instructors.csv", "zones.csv"} {
		a, b, c := readBytes(t, first, name), readBytes(t, second, name), readBytes(t, other, name)
		if !slices.Equal(a, b) {
			t.Errorf("%s differs between two runs", name)
		}
		if name != "regions.csv" && slices.Equal(a, c) {
			t.Errorf("%s does not depend on the seed", name)
		}
	}
}

func readBytes(t *testing.T, dir, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func TestNumberOfUnitsIsExact(t *testing.T) {
	for _, n := range []int{1, 7, 399, 5000} {
		if got := len(readCSV(t, filepath.Join(generate(t, Options{Units: n, AsOf: asOf}), "units.csv"))); got != n {
			t.Errorf("%d units, want %d", got, n)
		}
	}
}

func TestBadOptionsSayTheMend(t *testing.T) {
	for _, o := range []Options{{Units: 0, AsOf: asOf}, {Units: 10, AsOf: 0}, {Units: 20_000_000, AsOf: asOf}} {
		if err := Generate(t.TempDir(), o); model.CodeOf(err) != model.CodeInvalid {
			t.Errorf("%+v: %v, want an INVALID error", o, err)
		}
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Generate(file, Options{Units: 10, AsOf: asOf}); err == nil {
		t.Error("a file in place of the folder was accepted")
	}
}

func TestCreditCodes(t *testing.T) {
	for code := range twentyThousand(t)["units.csv"].keys(t, "credit_code") {
		parsed, err := model.ParseCreditCode(code)
		if err != nil || !parsed.CheckCharacterOK() || code[2:4] != "99" {
			t.Fatalf("%s: %v", code, err)
		}
		if got := organisationCheck([]byte(code[8:16])); got != code[16] {
			t.Fatalf("%s: check character of the organisation code is %c", code, got)
		}
	}
}

// TestCheckCharacters uses the valid codes of the domain description.
func TestCheckCharacters(t *testing.T) {
	for _, code := range []string{"91350100M000100Y43", "91110000101623741K", "911101066976941872"} {
		if got := model.WithCheckCharacter(code[:17]); string(got) != code {
			t.Errorf("%s: got %s", code, got)
		}
	}
}

func TestReferencesAreComplete(t *testing.T) { checkReferences(t, twentyThousand(t)) }

func checkReferences(t *testing.T, d demo) {
	t.Helper()
	regions, units := d["regions.csv"].keys(t, "code"), d["units.csv"].keys(t, "credit_code")
	organisations, zones := d["organisations.csv"].keys(t, "code"), d["zones.csv"].keys(t, "code")
	people, masses := d["instructors.csv"].keys(t, "id"), d["mass_organisations.csv"].keys(t, "code")
	candidates := d["candidates.csv"].keys(t, "code")
	for _, ref := range []struct {
		file, column string
		of           map[string]map[string]string
	}{
		{"regions.csv", "parent", regions}, {"organisations.csv", "region_code", regions},
		{"organisations.csv", "parent_code", organisations}, {"organisations.csv", "host_code", organisations},
		{"zones.csv", "region_code", regions}, {"zones.csv", "organisation_code", organisations},
		{"instructors.csv", "region_code", regions}, {"mass_organisations.csv", "region_code", regions},
		{"units.csv", "region_code", regions}, {"units.csv", "zone_code", zones}, {"units.csv", "supervisor_code", units},
		{"units.csv", "responsible_organisation_code", organisations}, {"units.csv", "succeeds_code", units},
		{"units_history.csv", "credit_code", units}, {"units_history.csv", "region_code", regions},
		{"units_history.csv", "succeeds_code", units}, {"units_history.csv", "zone_code", zones},
		{"coverage.csv", "unit_code", units}, {"coverage.csv", "organisation_code", organisations},
		{"coverage.csv", "instructor_id", people}, {"coverage.csv", "mass_organisation_code", masses},
		{"visits.csv", "instructor_id", people}, {"visits.csv", "unit_code", units},
		{"officers.csv", "organisation_code", organisations}, {"activities.csv", "organisation_code", organisations}, {"leadership.csv", "unit_code", units},
		{"participants.csv", "organisation_code", organisations}, {"participants.csv", "home_organisation_code", organisations},
		{"candidates.csv", "unit_code", units}, {"candidate_steps.csv", "candidate_code", candidates},
		{"declared_returns.csv", "organisation_code", organisations},
	} {
		used := 0
		for _, row := range d[ref.file] {
			if code := row[ref.column]; code != "" {
				used++
				if ref.of[code] == nil {
					t.Errorf("%s: %s %q is not there", ref.file, ref.column, code)
				}
			}
		}
		if used == 0 {
			t.Errorf("%s: no row has a %s", ref.file, ref.column)
		}
	}
}

// TestParentsStandBeforeTheirChildren lets an importer read the files in one pass.
func TestParentsStandBeforeTheirChildren(t *testing.T) {
	for file, parent := range map[string]string{"organisations.csv": "parent_code", "regions.csv": "parent"} {
		seen := map[string]bool{"": true}
		for _, row := range twentyThousand(t)[file] {
			if !seen[row[parent]] {
				t.Errorf("%s: %s stands before its parent %s", file, row["code"], row[parent])
			}
			seen[row["code"]] = true
		}
	}
}

func TestDatesAreInOrder(t *testing.T) { checkDates(t, twentyThousand(t), asOf) }

func checkDates(t *testing.T, d demo, asOf model.Date) {
	t.Helper()
	units, organisations := d["units.csv"].keys(t, "credit_code"), d["organisations.csv"].keys(t, "code")
	held := map[string][]model.Valid{}
	for _, c := range d["coverage.csv"] {
		v := model.Valid{ValidFrom: model.MustDate(c["valid_from"]), ValidTo: model.Never}
		if c["valid_to"] != "" {
			v.ValidTo = model.MustDate(c["valid_to"])
		}
		if v.ValidTo <= v.ValidFrom || v.ValidFrom > asOf || c["valid_from"] < units[c["unit_code"]]["established_on"] {
			t.Errorf("cover %v is out of order", c)
		}
		if o := organisations[c["organisation_code"]]; o != nil && o["established_on"] > c["valid_from"] {
			t.Errorf("cover %v begins before its organisation, %s", c, o["established_on"])
		}
		key := fmt.Sprint(c["unit_code"], c["kind"], c["organisation_code"], c["instructor_id"], c["mass_organisation_code"])
		for _, other := range held[key] {
			if other.Overlaps(v) {
				t.Errorf("covers of one holder overlap: %v", c)
			}
		}
		held[key] = append(held[key], v)
	}
	for code, u := range units {
		if u["valid_from"] != u["established_on"] {
			t.Errorf("the first report of %s holds from %q, not from its founding", code, u["valid_from"])
		}
	}
	last := map[string]string{}
	for _, u := range d["units_history.csv"] {
		code := u["credit_code"] + u["succeeds_code"]
		if u["valid_from"] <= last[code] || u["valid_from"] <= units[u["credit_code"]]["established_on"] || u["valid_from"] > asOf.String() {
			t.Errorf("report of %s on %s is out of order", u["credit_code"], u["valid_from"])
		}
		last[code] = u["valid_from"]
	}
}

func TestNothingIsReal(t *testing.T) {
	taken := realStems()
	for _, r := range twentyThousand(t)["regions.csv"] {
		if r["code"][:2] != "99" {
			t.Errorf("region %s is in the real range", r["code"])
		}
		if name := []rune(r["name"]); taken[string(name[:2])] || taken[r["name"]] {
			t.Errorf("%s is the name of a real place", r["name"])
		}
	}
	for i := range maxStems {
		if taken[stem(i)] {
			t.Errorf("%s occurs in the name of a real place", stem(i))
		}
	}
	for _, u := range twentyThousand(t)["units.csv"] {
		if []rune(u["name"])[0] != '演' || u["credit_code"][2:4] != "99" {
			t.Errorf("%s %s does not look synthetic", u["credit_code"], u["name"])
		}
	}
}

// realStems are all pairs of characters that follow each other in the name of a real division.
func realStems() map[string]bool {
	pairs := map[string]bool{}
	for line := range divisionLines() {
		name := []rune(line)
		for i := 1; i < len(name); i++ {
			pairs[string(name[i-1:i+1])] = true
		}
	}
	return pairs
}

func TestStemsAreDifferent(t *testing.T) {
	seen := map[string]bool{}
	for i := range maxStems {
		if seen[stem(i)] {
			t.Fatalf("stem %d repeats %s", i, stem(i))
		}
		seen[stem(i)] = true
	}
}
