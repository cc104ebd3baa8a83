package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheReportOfGoTest(t *testing.T) {
	e := func(action, test string) string {
		return fmt.Sprintf(`{"Action":%q,"Package":"p","Test":%q}`, action, test)
	}
	for name, c := range map[string]struct {
		events []string
		want   Tally
		shown  string
	}{
		"a parent is not counted beside its subtests": {
			[]string{e("run", "T"), e("run", "T/a"), e("run", "T/b"), e("pass", "T/a"), e("pass", "T/b"), e("pass", "T"), e("pass", "")},
			Tally{2, 0}, "2 passed",
		},
		"a failed subtest fails once": {
			[]string{e("run", "T"), e("run", "T/a"), e("run", "T/b"), e("fail", "T/a"), e("pass", "T/b"), e("fail", "T"), e("fail", "")},
			Tally{1, 1}, "FAIL p T/a",
		},
		"a parent that fails by itself counts": {
			[]string{e("run", "T"), e("run", "T/a"), e("pass", "T/a"), e("fail", "T"), e("fail", "")},
			Tally{1, 1}, "FAIL p T\n",
		},
		"a skipped test is a failure": {
			[]string{e("run", "T"), e("skip", "T"), e("run", "U"), e("pass", "U"), e("pass", "")},
			Tally{1, 1}, "SKIPPED (counts as failed) p T",
		},
		"a test cut off by a crash is a failure": {
			[]string{e("run", "T"), e("fail", "")},
			Tally{0, 1}, "UNFINISHED p T",
		},
		"a package that does not build is a failure": {
			[]string{`{"Action":"build-output","ImportPath":"p","Output":"undefined: x\n"}`, e("fail", "")},
			Tally{0, 1}, "undefined: x",
		},
		"a package without tests counts nothing": {
			[]string{e("skip", ""), `{"Action":"run","Package":"q","Test":"T"}`, `{"Action":"pass","Package":"q","Test":"T"}`, `{"Action":"pass","Package":"q"}`},
			Tally{1, 0}, "pass q",
		},
	} {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			got, err := readGo(strings.NewReader(strings.Join(c.events, "\n")), &out)
			if err != nil || got != c.want {
				t.Errorf("got %+v, %v; want %+v", got, err, c.want)
			}
			if !strings.Contains(out.String(), c.shown) {
				t.Errorf("%q is not shown in:\n%s", c.shown, out.String())
			}
		})
	}
}

func TestReportsThatProveNothing(t *testing.T) {
	for name, c := range map[string]struct {
		read reader
		text string
	}{
		"go: nothing ran":           {readGo, `{"Action":"skip","Package":"p"}`},
		"go: a package has no end":  {readGo, `{"Action":"run","Package":"p","Test":"T"}`},
		"go: not JSON":              {readGo, `flag provided but not defined`},
		"node: no summary":          {readNode, "> browser@1.0.0 test\n"},
		"node: a summary of nobody": {readNode, "# pass 0\n# fail 0\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got, err := c.read(strings.NewReader(c.text), io.Discard); err == nil {
				t.Errorf("taken for good with %+v", got)
			}
		})
	}
}

func TestTheReportOfNode(t *testing.T) {
	for name, text := range map[string]string{
		"tap":  "ok 1 - opens\n# tests 6\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n# todo 1\n",
		"spec": "✔ opens (1ms)\nℹ tests 6\nℹ pass 3\nℹ fail 1\nℹ cancelled 0\nℹ skipped 1\nℹ todo 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			got, err := readNode(strings.NewReader(text), io.Discard)
			if want := (Tally{3, 3}); err != nil || got != want {
				t.Errorf("got %+v, %v; want %+v", got, err, want)
			}
		})
	}
}

func TestACommandThatFailsIsAFailure(t *testing.T) {
	for name, c := range map[string]struct {
		read   reader
		script string
		want   Tally
	}{
		"a step that fails":              {readStep, "exit 3", Tally{0, 1}},
		"a step that is fine":            {readStep, "exit 0", Tally{}},
		"node fails after its summary":   {readNode, "echo '# pass 2'; exit 1", Tally{2, 1}},
		"a failure is not counted twice": {readNode, "echo '# pass 2'; echo '# fail 1'; exit 1", Tally{2, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := run(c.read, []string{"sh", "-c", c.script}, io.Discard)
			if got != c.want || (err != nil) != (c.want.Failed > 0) {
				t.Errorf("got %+v, %v; want %+v", got, err, c.want)
			}
		})
	}
}

func TestTheSum(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tally")
	if err := os.WriteFile(path, []byte("3 0 go tests\n0 1 go vet\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := sumOf(path); err != nil || got != (Tally{3, 1}) {
		t.Errorf("got %+v, %v", got, err)
	}
	if err := os.WriteFile(path, []byte("three\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sumOf(path); err == nil {
		t.Error("a file that is no tally was added up")
	}
}
