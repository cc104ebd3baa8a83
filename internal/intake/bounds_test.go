package intake

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"fugai/model"
)

// shuffledUnits is a file of units in no order of their codes.
func shuffledUnits(n int) []byte {
	var b bytes.Buffer
	b.WriteString(unitsHeader)
	for i := range n {
		fmt.Fprintf(&b, "%s,演示第%06d制造有限公司,NON_PUBLIC_ENTERPRISE,990101001000,12,3,0,2016-05-14,ACTIVE\n", creditCodeOf(i*7919%n), i)
	}
	return b.Bytes()
}

// rangeChecker checks that the units of a batch come after those of the batches before, by their codes.
type rangeChecker struct {
	nothing
	t              *testing.T
	last           model.CreditCode
	units, largest int
	batches        int
}

func (c *rangeChecker) OpenImport(context.Context, string, bool) (Session, error) { return c, nil }

func (c *rangeChecker) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return c.Apply(ctx, b, how) }), nil
}

func (c *rangeChecker) Apply(_ context.Context, b *model.Batch, _ model.Apply) (model.Applied, error) {
	highest := c.last
	for i := range b.Units {
		code := b.Units[i].CreditCode
		if code <= c.last {
			c.t.Fatalf("%s comes in batch %d, after %s in the one before", code, c.batches+1, c.last)
		}
		highest = max(highest, code)
	}
	c.last = highest
	c.batches++
	c.units += len(b.Units)
	c.largest = max(c.largest, len(b.Units))
	return model.Applied{}, nil
}

func TestPartsHoldNeighbouringKeys(t *testing.T) {
	const n = 80_000
	check := &rangeChecker{t: t}
	report := run(t, check, Options{}, folder(t, map[string]string{"units.csv": string(shuffledUnits(n))}))
	if report.Faults() > 0 || check.units != n {
		t.Fatalf("%d units of %d: %q", check.units, n, problems(report))
	}
	if check.batches < 3 || check.largest > 2*n/check.batches {
		t.Errorf("%d batches, the largest of %d units", check.batches, check.largest)
	}
}

func TestBoundsNeedKeysThatCanBeSeen(t *testing.T) {
	content := shuffledUnits(1000)
	sources := survey([]file{{name: "units.csv", open: func() (opened, error) {
		return opened{bytes.NewReader(content), nopCloser{}, int64(len(content))}, nil
	}}}, &Report{})
	got := bounds(sources, 5)
	if len(got) != 4 {
		t.Fatalf("5 parts have the bounds %q", got)
	}
	for i, low, high := 0, 1, 399; i < 4; i, low, high = i+1, low+200, high+200 {
		if got[i] < creditCodeOf(low) || got[i] > creditCodeOf(high) {
			t.Errorf("part %d begins with %s, not between %s and %s", i+1, got[i], creditCodeOf(low), creditCodeOf(high))
		}
	}
	if got := bounds(sources, 1); got != nil {
		t.Errorf("one part has the bounds %q", got)
	}
	sources[0].charset.kind = utf16Text
	if got := bounds(sources, 5); got != nil {
		t.Errorf("text in two bytes has the bounds %q", got)
	}
}
