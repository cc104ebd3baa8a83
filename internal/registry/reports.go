package registry

import (
	"context"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// reportedMonths is how many whole months the reporting views show, besides the current one.
const reportedMonths = 36

// SetReports makes the reporting views answer as of today, and for the months before. Indicators that tell of members stay out:
// a row of a view may be one unit.
func (r *Registry) SetReports(ctx context.Context, today model.Date) (changed bool, err error) {
	want := store.Reports{Today: today}
	for m := model.PeriodOf(today.AddMonths(-reportedMonths), model.GrainMonth); m.First() <= today; m = m.Next() {
		day := min(m.Last(), today)
		want.Months = append(want.Months, store.ReportMonth{Period: m, Day: day, Provisional: day < m.Last()})
	}
	for place, in := range indicator.Catalogue() {
		if !in.TellsMembers() {
			want.Indicators = append(want.Indicators, store.ReportIndicator{Key: in.Key, Title: in.Title, Place: place})
		}
	}
	return r.store.SetReports(ctx, want)
}
