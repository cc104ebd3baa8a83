package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"fugai/model"
)

// refusal is what a weigher tells of each unit that it refuses, so long that it weighs more than the rest of an import.
var refusal = strings.Repeat("no ", 1000)

// weigher is a registry that applies nothing, refuses every fifth unit, and weighs what the import holds whenever a batch comes.
type weigher struct {
	nothing
	rows int
	most uint64
}

func (w *weigher) OpenImport(context.Context, string, bool) (Session, error) { return w, nil }

func (w *weigher) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return w.apply(b), nil }), nil
}

func (w *weigher) apply(b *model.Batch) (done model.Applied) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	w.most = max(w.most, m.HeapAlloc)
	w.rows += len(b.Units) + len(b.Covers)
	for i := range b.Units {
		if u := &b.Units[i]; i%5 == 0 {
			done.Problems = append(done.Problems, model.Problem{File: u.File, Line: u.Line, Code: "REFUSED", Message: refusal})
		}
	}
	return done
}

// TestMemoryOfAnImportIsBounded weighs an import of a file and one of a file five times as large, of both of which a fifth of the rows is
// faulty as read and as much refused. The larger one may hold more by what fills only with it, the buffers of spools, and what is read until
// it is weighed; what is refused alone weighs more than twice what is allowed for that.
func TestMemoryOfAnImportIsBounded(t *testing.T) {
	small, large := weighed(t, 30_000), weighed(t, 150_000)
	t.Logf("at most %.1f and %.1f MiB are held", float64(small)/(1<<20), float64(large)/(1<<20))
	if large > small+2*spoolMemory {
		t.Errorf("an import of 30,000 units holds %d bytes at most, one of 150,000 %d", small, large)
	}
}

func weighed(t *testing.T, n int) uint64 {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	write := func(name, header string, line func(*bytes.Buffer, int)) {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var b bytes.Buffer
		b.WriteString(header)
		for i := range n {
			line(&b, i)
			if b.Len() > 1<<16 || i == n-1 {
				if _, err := b.WriteTo(f); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	write("units.csv", unitsHeader, func(b *bytes.Buffer, i int) {
		employees := i % 100
		if i%5 == 1 {
			employees = -1
		}
		fmt.Fprintf(b, "%s,演示第%06d制造有限公司,NON_PUBLIC_ENTERPRISE,990101001000,%d,3,0,2016-05-14,ACTIVE\n", creditCodeOf(i), i, employees)
	})
	write("coverage.csv", coversHeader, func(b *bytes.Buffer, i int) {
		fmt.Fprintf(b, "%s,ORGANISATION,%d,,2020-01-01,\n", creditCodeOf(n-1-i), i)
	})
	w := &weigher{}
	report := run(t, w, Options{Rejects: filepath.Join(dir, "rejects"), Report: filepath.Join(dir, "report.json")}, dir)
	if f := report.Files[1]; w.rows != 2*n-n/5 || f.Rejected < n/5+1 || len(f.Problems) != keptProblems || f.LeftOff != f.Rejected-keptProblems {
		t.Fatalf("%d rows are applied, %d rejected, %d problems listed and %d not", w.rows, f.Rejected, len(f.Problems), f.LeftOff)
	}
	return w.most
}

// TestTheSavedReportListsEveryProblem imports a file with more problems than a report holds in memory.
func TestTheSavedReportListsEveryProblem(t *testing.T) {
	const n = keptProblems + 50
	var units strings.Builder
	units.WriteString(unitsHeader)
	for i := range n {
		units.WriteString(strings.Replace(strings.Replace(good, code, creditCodeOf(n-i), 1), ",12,", ",-1,", 1))
	}
	dir := folder(t, map[string]string{"units.csv": units.String(), "a-empty.csv": ""})
	path, f := filepath.Join(t.TempDir(), "report.json"), newFake()
	report := run(t, f, Options{Report: path}, dir)
	if one := report.Files[1]; one.Rejected != n || len(one.Problems) != keptProblems || one.LeftOff != 50 || report.Faults() != n+1 {
		t.Fatalf("%d rows are rejected, %d problems listed and %d not, %d are faults", one.Rejected, len(one.Problems), one.LeftOff, report.Faults())
	}
	if !bytes.Contains(f.report, []byte(`"problemsLeftOff":5050`)) { // of two files, each has half of what is stored
		t.Errorf("the stored report tells of no more problems: %.300s", f.report)
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := keptProblems + 2; line < n+2; line++ {
		more := report.Files[1].Problems[0]
		more.Line = line
		report.Files[1].Problems = append(report.Files[1].Problems, more)
	}
	report.Files[1].LeftOff = 0
	var want bytes.Buffer
	out := json.NewEncoder(&want)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	if err := out.Encode(report); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want.Bytes()) {
		at := 0
		for at < min(len(got), want.Len()) && got[at] == want.Bytes()[at] {
			at++
		}
		t.Errorf("behind %q the report says %.200q and not %.200q", got[max(0, at-100):at], got[at:], want.Bytes()[at:])
	}
}
