package intake

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store/storetest"
)

// county are files of n units, half of them covered by an organisation for every five and half by an instructor for every twenty.
func county(n int) []Upload {
	var regions, bodies, people, covers bytes.Buffer
	regions.WriteString("code,name,level,parent\n990000000000,省,PROVINCE,\n990100000000,市,CITY,990000000000\n990101000000,县,COUNTY,990100000000\n")
	for i := range 400 {
		fmt.Fprintf(&regions, "990101%03d000,街道,TOWNSHIP,990101000000\n", i+1)
	}
	bodies.WriteString("code,name,kind,set_up,region_code,established_on,dissolved_on,parent_code\n1,县委,COMMITTEE,STANDALONE,990101000000,1990-01-01,,\n")
	for i := range n/10 + 1 {
		fmt.Fprintf(&bodies, "%d,支部,BRANCH,JOINT,990101%03d000,2015-01-01,,1\n", i+2, i%400+1)
	}
	people.WriteString("id,name,region_code\n")
	for i := range n/40 + 1 {
		fmt.Fprintf(&people, "%d,指导员,990101%03d000\n", i+1, i%400+1)
	}
	covers.WriteString(coversHeader)
	for i := range n {
		if i%2 == 0 {
			fmt.Fprintf(&covers, "%s,ORGANISATION,%d,,2017-01-01,\n", creditCodeOf(i), i/10+2)
		} else {
			fmt.Fprintf(&covers, "%s,WORK,,%d,2018-01-01,\n", creditCodeOf(i), i/40+1)
		}
	}
	var out []Upload
	for name, content := range map[string][]byte{"regions.csv": regions.Bytes(), "organisations.csv": bodies.Bytes(), "instructors.csv": people.Bytes(),
		"units.csv": unitsCSV(n), "coverage.csv": covers.Bytes()} {
		out = append(out, Upload{name, bytes.NewReader(content), int64(len(content))})
	}
	return out
}

// BenchmarkImportStored is a whole import into an empty database: read, check, plan, write, commit, and the spans of units, organisations
// and instructors.
func BenchmarkImportStored(b *testing.B) {
	const n = 50_000
	files := county(n)
	for _, kind := range []string{"sqlite", "mysql"} {
		b.Run(kind, func(b *testing.B) {
			rows := 0
			for range b.N {
				b.StopTimer()
				r := registry.New(storetest.Open(b, kind))
				if err := r.EnsureRuleSet(context.Background(), "tester"); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				report, err := New(Through(r), nil).ImportUploads(context.Background(), files, atJune)
				if err != nil || report.Total.Rejected > 0 || report.Total.New != report.Total.Rows {
					b.Fatalf("%+v %v %q", report.Total, err, problems(report)[:1])
				}
				rows += report.Total.Rows
			}
			b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
