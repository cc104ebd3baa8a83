package export

import (
	"bytes"
	"encoding/csv"
	"math/rand/v2"
	"testing"

	"fugai/model"
)

// writtenByTheLibrary are lines as encoding/csv writes them, of fields that are defused.
func writtenByTheLibrary(t *testing.T, lines [][]cell) string {
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	for _, cells := range lines {
		fields := make([]string, len(cells))
		for i := range cells {
			if c := &cells[i]; c.kind == text {
				fields[i] = defused(c.text)
			} else {
				fields[i] = string(c.appendPlain(nil))
			}
		}
		_ = out.Write(fields)
	}
	if out.Flush(); out.Error() != nil {
		t.Fatal(out.Error())
	}
	return b.String()
}

// TestLinesAreThoseOfTheLibrary compares with encoding/csv, byte by byte.
func TestLinesAreThoseOfTheLibrary(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	parts := []string{"甲公司", "a", ",", `"`, "\r", "\n", " ", "\u3000", "\u0085", "\t", `\`, ".", "=", "＝", "（甲）", "“乙”", "\xff", "-"}
	some := func() cell {
		n := rng.IntN(200) - 100
		switch f := float64(n) / 7; rng.IntN(6) {
		case 0:
			return wholeCell(n)
		case 1:
			return optionalFraction(&f)
		case 2:
			return boolCell(n > 0)
		case 3:
			return dayCell(model.MustDate("2026-06-30") + model.Date(n))
		}
		var whole string
		for range rng.IntN(4) {
			whole += parts[rng.IntN(len(parts))]
		}
		return textCell(whole)
	}
	lines := make([][]cell, 20_000)
	for i := range lines {
		lines[i] = []cell{some(), some(), some()}
	}
	s := &sheet{headings: []heading{{name: "first"}, {name: "second, third"}, {name: "fourth"}}, each: func(to func([]cell) error) error {
		for _, cells := range lines {
			if err := to(cells); err != nil {
				return err
			}
		}
		return nil
	}}
	var b bytes.Buffer
	if err := writeCSV(&b, s, form{}); err != nil {
		t.Fatal(err)
	}
	want := "first,\"second, third\",fourth\n" + writtenByTheLibrary(t, lines)
	if got := b.String(); got != want {
		at := 0
		for got[at] == want[at] {
			at++
		}
		t.Fatalf("behind %q is written %.60q, by the library %.60q", got[max(0, at-60):at], got[at:], want[at:])
	}
}
