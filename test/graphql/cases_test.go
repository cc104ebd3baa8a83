package graphql

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

var update = flag.Bool("update", false, "write what the product answers as the wanted answers")

// The callers of the tests.
var (
	department    = who{Role: model.RoleDepartment}
	reader        = who{Role: model.RoleReader}
	administrator = who{Role: model.RoleAdministrator}
	county        = who{Role: model.RoleDepartment, Region: "990101000000"}
)

// TestCases sends each operation of cases/*.graphql and compares the answer with the file beside it. The first line says who
// asks: "# as ROLE" or "# as ROLE in REGION".
func TestCases(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("cases", "*.graphql"))
	check(t, err)
	if len(files) == 0 {
		t.Fatal("there are no cases")
	}
	each(t, func(t *testing.T, p *product) {
		for _, path := range files {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".graphql"), func(t *testing.T) {
				operation := read(t, path)
				answer, _ := p.ask(t, caller(t, operation), operation, nil)
				compare(t, strings.TrimSuffix(path, ".graphql")+".json", pretty(t, answer))
			})
		}
	})
}

// caller reads the first line of a case.
func caller(t *testing.T, operation string) (w who) {
	t.Helper()
	line, _, _ := strings.Cut(operation, "\n")
	words := strings.Fields(line)
	if len(words) < 3 || words[0] != "#" || words[1] != "as" {
		t.Fatalf("the first line is %q; write # as ROLE, or # as ROLE in REGION", line)
	}
	check(t, w.Role.UnmarshalText([]byte(words[2])))
	if len(words) == 5 {
		w.Region = model.RegionCode(words[4])
	}
	return w
}

// pretty is an answer as it is kept: indented, and its errors in an order that does not depend on which field was ready first.
func pretty(t *testing.T, answer []byte) []byte {
	t.Helper()
	var parts struct {
		Errors []json.RawMessage `json:"errors,omitempty"`
		Data   json.RawMessage   `json:"data,omitempty"`
	}
	check(t, json.Unmarshal(answer, &parts))
	slices.SortFunc(parts.Errors, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
	text, err := json.MarshalIndent(parts, "", "  ")
	check(t, err)
	return append(text, '\n')
}

func compare(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		check(t, os.WriteFile(path, got, 0o644))
		return
	}
	want, have := strings.Split(read(t, path), "\n"), strings.Split(string(got), "\n")
	for i := range max(len(want), len(have)) {
		if i >= len(want) || i >= len(have) || want[i] != have[i] {
			t.Errorf("the answer is not that of %s (go test -update writes it); from line %d on it has\n%s", path, i+1, strings.Join(have[min(i, len(have)):min(i+5, len(have))], "\n"))
			return
		}
	}
}
