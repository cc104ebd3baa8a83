package export_test

import (
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
)

// counter is a caller that reads and keeps nothing.
type counter struct {
	header http.Header
	bytes  int
}

func (c *counter) Header() http.Header         { return c.header }
func (c *counter) WriteHeader(int)             {}
func (c *counter) Write(p []byte) (int, error) { c.bytes += len(p); return len(p), nil }

// processor is how many seconds of processor time the process has used.
func processor(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// BenchmarkGaps writes every unit of a province as a gap: the whole path from the address to the last byte.
func BenchmarkGaps(b *testing.B) {
	storetest.EachB(b, func(b *testing.B, s *store.Store) {
		w := newWorld(b, s, 80_000)
		for _, name := range []string{"csv", "ndjson", "xlsx"} {
			b.Run(name, func(b *testing.B) {
				const rows = 50_000
				before := processor(b)
				for b.Loop() {
					out := &counter{header: http.Header{}}
					r := httptest.NewRequest(http.MethodGet, "/export/gaps."+name+"?indicator=ORGANISATION_COVERAGE_RETURN&first=50000", nil)
					w.handler.ServeHTTP(out, r.WithContext(w.ctx()))
				}
				b.ReportMetric(rows*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
				b.ReportMetric((processor(b)-before)/float64(b.N), "cpu-s/op") // says more on a machine that is shared
			})
		}
	})
}
