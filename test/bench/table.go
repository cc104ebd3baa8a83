package main

import (
	"fmt"
	"os"
	"strings"
	"time"
)

// line is what was measured of a question.
type line struct {
	name                                     string
	scan                                     time.Duration // 0 where there is none
	bare, constant, uncached, repeated, many point
}

// results are what a run found.
type results struct {
	*settings
	generate, imported, started time.Duration
	rows, memory                int
	lines                       []line
	changes
}

// scanned and listed are the factors of the targets: what a question may take above its references.
const (
	ofConstantScanned = 1.3
	ofConstantListed  = 1.5
	ofBareRepeated    = 3
)

// table is the run in Markdown. A ratio of 1.00 is just within the target.
func (r *results) table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d units, %d rows in the files, %s. Import %.1f s (%.0f rows/s); start to ready %.2f s; resident memory of the server after the run %d MiB.\n\n",
		r.units, r.rows, r.kind(), r.imported.Seconds(), float64(r.rows)/r.imported.Seconds(), r.started.Seconds(), r.memory)
	b.WriteString("| | plain scan ms | constant answer ms | bare HTTP ms | uncached ms | uncached / target | repeated ms | repeated / target | uncached p99 ms, 8 at once | uncached requests/s, 8 at once |\n")
	b.WriteString("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n")
	for i := range r.lines {
		l := &r.lines[i]
		scan, target := "", ofConstantListed*l.constant.p50.Seconds()
		if l.scan > 0 {
			scan, target = milliseconds(l.scan), l.scan.Seconds()+ofConstantScanned*l.constant.p50.Seconds()
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %.2f | %s | %.2f | %s | %.0f |\n", l.name, scan, milliseconds(l.constant.p50), milliseconds(l.bare.p50),
			milliseconds(l.uncached.p50), l.uncached.p50.Seconds()/target, milliseconds(l.repeated.p50), l.repeated.p50.Seconds()/(ofBareRepeated*l.bare.p50.Seconds()),
			milliseconds(l.many.p99), l.many.perSec)
	}
	b.WriteString(r.text())
	return b.String()
}

// writeBetween puts a text between the markers of a kind in a file.
func writeBetween(path, kind, text string) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	begin, end := "<!-- bench "+kind+" -->\n", "<!-- end of bench "+kind+" -->"
	head, rest, found := strings.Cut(string(old), begin)
	_, tail, closed := strings.Cut(rest, end)
	if !found || !closed {
		return fmt.Errorf("%s has no place for the table; it needs the lines %s and %s", path, strings.TrimSpace(begin), end)
	}
	return os.WriteFile(path, []byte(head+begin+text+end+tail), 0o644)
}
