package intake

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/model"
)

// unitsCSV is a file of n units as registers export them.
func unitsCSV(n int) []byte {
	var b bytes.Buffer
	b.WriteString("credit_code,name,domain,region_code,industry,size,employees,formal_members,established_on,status\n")
	for i := range n {
		fmt.Fprintf(&b, "%s,演示第%06d制造有限公司,NON_PUBLIC_ENTERPRISE,990101%03d000,C,SMALL,%d,%d,2016-%02d-14,ACTIVE\n",
			creditCodeOf(i), i, i%400+1, i%300, i%9, i%12+1)
	}
	return b.Bytes()
}

// creditCodeOf is a credit code with its right check character.
func creditCodeOf(i int) string {
	return string(model.WithCheckCharacter(fmt.Sprintf("91990101M%08d", i)))
}

// BenchmarkParse reads and maps rows of units on one core, without spool and registry.
func BenchmarkParse(b *testing.B) {
	const n = 50_000
	content := unitsCSV(n)
	in := opened{bytes.NewReader(content), nopCloser{}, int64(len(content))}
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		rows += parseAll(b, in)
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

type nopCloser struct{}

func (nopCloser) Close() error { return nil }

func parseAll(tb testing.TB, in opened) (rows int) {
	f := file{name: "units.csv", open: func() (opened, error) { return in, nil }}
	found := survey([]file{f}, &Report{})
	if len(found) != 1 {
		tb.Fatal("the header was not recognised")
	}
	table, err := found[0].table(in)
	if err != nil {
		tb.Fatal(err)
	}
	reader := found[0].header.table.rows(found[0].header, 4096)
	batch := model.Batch{Units: make([]model.UnitInput, 0, 4096)}
	for {
		r, err := table.next()
		if err != nil {
			return rows
		}
		if r.source = found[0]; r.line == 1 {
			continue
		}
		if o := reader.read(&r, &batch); o.rejected() {
			tb.Fatal(o.faults[0].message)
		}
		if rows++; len(batch.Units) == cap(batch.Units) {
			batch.Units = batch.Units[:0]
		}
	}
}

// nothing is a registry that takes everything.
type nothing struct{}

func (nothing) OpenImport(context.Context, string, bool) (Session, error) { return nothing{}, nil }
func (nothing) ID() model.ImportID                                        { return 0 }
func (n nothing) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return n.Apply(ctx, b, how) }), nil
}

func (nothing) Apply(context.Context, *model.Batch, model.Apply) (model.Applied, error) {
	return model.Applied{}, nil
}
func (nothing) Close(context.Context, model.ImportState, []byte) error { return nil }

// BenchmarkImport is the whole of the reading side: survey, spool, partitions, mapping, checks.
func BenchmarkImport(b *testing.B) {
	const n = 200_000
	content := unitsCSV(n)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		report, err := New(nothing{}, nil).ImportUpload(context.Background(), "units.csv", bytes.NewReader(content), int64(len(content)), Options{})
		if err != nil || report.Total.Rows != n || report.Total.Rejected > 0 {
			b.Fatal(err, report.Total, strings.Join(problems(report), "\n"))
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "rows/s")
}

func (nothing) Alive(context.Context) error { return nil }

func (nothing) Settle(context.Context, func(registry.Settling)) (model.DataVersion, error) {
	return 0, nil
}
