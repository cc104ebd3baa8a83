package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestCommandsAnswerByTheirExitCodes works through the command line as a person would, on one new database.
func TestCommandsAnswerByTheirExitCodes(t *testing.T) {
	dir := t.TempDir()
	db := "--db=sqlite:" + filepath.Join(dir, "fugai.db")
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	regions := file("regions.csv", "code,name,level,parent\n990000000000,演示省,PROVINCE,\n990100000000,演示市,CITY,990000000000\n")
	damaged := file("damaged.csv", "code,name,level,parent\n99010,演示区,COUNTY,990100000000\n")
	policy := file("policy.yaml", "counted:\n  setUps: 7\n")
	for _, c := range []struct {
		name string
		args []string
		code int
		says string
	}{
		{"help shows an example of each command", []string{"--help"}, exitFine, "Example: fugai import --db sqlite:fugai.db --dry-run data/"},
		{"no command", nil, exitMisuse, "see fugai --help"},
		{"an unknown flag", []string{"serve", "--colour"}, exitMisuse, "unknown flag --colour"},
		{"no database named", []string{"check"}, exitMisuse, "--db"},
		{"a zone that does not exist", []string{"import", db, "--zone=Mars/Olympus", regions}, exitMisuse, "is no time zone"},
		{"a date that is none", []string{"import", db, "--as-of=2026-02-30", regions}, exitMisuse, "is no date"},
		{"an import", []string{"import", db, regions}, exitFine, "2 new"},
		{"the same import again", []string{"import", db, regions}, exitFine, "2 unchanged"},
		{"an import with a faulty row", []string{"import", db, damaged}, exitFaults, "is no region code"},
		{"a dry run with a faulty row", []string{"import", db, "--dry-run", damaged}, exitFaults, "nothing changed"},
		{"a check that finds nothing", []string{"check", db}, exitFine, "0 faults"},
		{"a key", []string{"key", "create", db, "--role=READER", "--region=9901", "bureau"}, exitFine, "fgk_"},
		{"a key for a region that is not there", []string{"key", "create", db, "--role=READER", "--region=11", "bureau"}, exitMisuse, "there is no region 110000000000"},
		{"the keys", []string{"key", "list", db}, exitFine, "bureau"},
		{"the key revoked", []string{"key", "revoke", db, "1"}, exitFine, "is revoked"},
		{"a bad policy", []string{"policy", "set", db, policy}, exitFaults, "line 2"},
		{"the policy", []string{"policy", "show", db}, exitFine, "counted:"},
		{"an export", []string{"export", db, "coverage.csv", "-q", "of=TWO_COVERAGES&asOf=2026-06-30"}, exitFine, ""},
		{"an export of nothing known", []string{"export", db, "coverage.csv", "-q", "colour=red"}, exitFaults, "colour"},
		{"the demo province into other data", []string{"seed", db, "--units=50", "--quiet"}, exitFaults, "holds data already"},
		{"the import taken back", []string{"undo", db, "1"}, exitFine, "was taken back"},
		{"an import that is not there", []string{"undo", db, "99"}, exitFaults, "99"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := run(c.args, &out, &errs)
			// The help is broken into lines.
			said := strings.Join(strings.Fields(out.String()+errs.String()), " ")
			if code != c.code || !strings.Contains(said, c.says) {
				t.Errorf("exit code %d, want %d and %q in:\n%s", code, c.code, c.says, said)
			}
		})
	}
}
