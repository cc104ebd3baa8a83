package store

import (
	"context"
	"fmt"
	"slices"

	"fugai/model"
)

// Reports is what the reporting views answer for.
type Reports struct {
	Today      model.Date
	Months     []ReportMonth
	Indicators []ReportIndicator
}

// ReportMonth is a month that report_coverage_monthly shows, as of a day; provisional while the month has not ended.
type ReportMonth struct {
	Period      model.Period
	Day         model.Date
	Provisional bool
}

// ReportIndicator is an indicator that the views show, and its place in the catalogue.
type ReportIndicator struct {
	Key   model.IndicatorKey
	Title string
	Place int
}

// SetReports makes the reporting views answer for other days and indicators, and tells whether they did not yet. It takes no
// data version, because no answer of the product depends on it.
func (s *Store) SetReports(ctx context.Context, want Reports) (changed bool, err error) {
	// Most calls find everything as it should be and must not wait for a writer.
	same := func(v *View) (bool, error) { return v.reportsAre(want) }
	if is, err := Get(ctx, s, same); err != nil || is {
		return false, err
	}
	return true, s.Update(ctx, func(tx *Tx) error { return tx.writeReports(want) })
}

func (v *View) reportsAre(want Reports) (bool, error) {
	var day model.Date
	err := v.query("SELECT day FROM report_today WHERE id = 1", nil, func(r *reader) error { day = r.date(); return nil })
	if err != nil || day != want.Today {
		return false, err
	}
	var stored []ReportIndicator
	err = v.query("SELECT indicator, title, shift FROM report_indicators ORDER BY shift", nil, func(r *reader) error {
		stored = append(stored, ReportIndicator{Key: model.IndicatorKey(r.text()), Title: r.text(), Place: int(r.int()) / resultBits})
		return nil
	})
	return slices.Equal(stored, want.Indicators), err
}

// resultBits is how many bits of model.Results an indicator takes.
const resultBits = 3

func (tx *Tx) writeReports(want Reports) error {
	for _, table := range []string{"report_today", "report_months", "report_indicators"} {
		if _, err := tx.exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	if _, err := tx.exec("INSERT INTO report_today (id, day) VALUES (1, ?)", want.Today); err != nil {
		return err
	}
	for _, m := range want.Months {
		_, err := tx.exec("INSERT INTO report_months (period, day, provisional) VALUES (?, ?, ?)", m.Period.String(), m.Day, m.Provisional)
		if err != nil {
			return fmt.Errorf("month %s: %w", m.Period, err)
		}
	}
	for _, i := range want.Indicators {
		_, err := tx.exec("INSERT INTO report_indicators (indicator, title, shift) VALUES (?, ?, ?)", string(i.Key), i.Title, resultBits*i.Place)
		if err != nil {
			return fmt.Errorf("indicator %s: %w", i.Key, err)
		}
	}
	return nil
}
