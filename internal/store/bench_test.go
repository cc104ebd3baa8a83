package store_test

import (
	"testing"
	"time"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// BenchmarkSpans writes and reads spans; the numbers to reach are 400,000 rows/s written and 1,500,000 rows read in 4 s, on
// SQLite.
func BenchmarkSpans(b *testing.B) {
	storetest.EachB(b, func(b *testing.B, s *store.Store) {
		const n = 300_000
		spans := make([]model.Span, n)
		for i := range spans {
			spans[i] = span(model.UnitID(i/2+1), "2000-01-01", "2001-01-01", someClass(i%1000))
			spans[i].ValidFrom += model.Date(i%2) * 366
		}
		for range b.N {
			start := time.Now()
			update(b, s, func(tx *store.Tx) error {
				for at := 0; at < n; at += 20_000 {
					if err := tx.WriteSpans(1, spans[at:at+20_000]); err != nil {
						return err
					}
				}
				return nil
			})
			b.ReportMetric(n/time.Since(start).Seconds(), "written/s")
			start = time.Now()
			err := s.View(ctx, func(v *store.View) error {
				return v.LoadSpans(1, func(*model.Span, int32) error { return nil })
			})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(n/time.Since(start).Seconds(), "read/s")
			ids := make([]model.SubjectID, n/2)
			for i := range ids {
				ids[i] = model.SubjectID(i + 1)
			}
			update(b, s, func(tx *store.Tx) error { return tx.DeleteSubjectSpans(model.SubjectUnit, 1, ids) })
		}
	})
}

// BenchmarkUnitFacts writes the widest rows.
func BenchmarkUnitFacts(b *testing.B) {
	storetest.EachB(b, func(b *testing.B, s *store.Store) {
		const n = 100_000
		next := 0
		for range b.N {
			rows := many(n, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(next + i) })
			next += n
			start := time.Now()
			update(b, s, func(tx *store.Tx) error { return store.Insert(tx, store.UnitFacts, rows) })
			b.ReportMetric(n/time.Since(start).Seconds(), "written/s")
		}
	})
}
