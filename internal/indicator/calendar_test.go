package indicator

import (
	"strings"
	"testing"

	"fugai/model"
)

// The published totals of days off, weekends included, tell a mistyped day: the holidays of each year and the weekends worked for them.
func TestCalendarYears(t *testing.T) {
	c := workingDays()
	for year, want := range map[int]int{2024: 251, 2025: 248, 2026: 248} {
		got := 0
		for day := model.NewDate(year, 1, 1); day.Year() == year; day++ {
			if c.works(day) {
				got++
			}
		}
		if got != want {
			t.Errorf("%d has %d working days, want %d", year, got, want)
		}
	}
	for day := range c.work {
		if w := day.Time().Weekday(); w != 0 && w != 6 || c.off[day] {
			t.Errorf("%s is worked in place of a holiday but is no weekend day", day)
		}
	}
}

func TestBadCalendar(t *testing.T) {
	for text, want := range map[string]string{
		"- {year: 2027, off: [2026-01-01..2026-01-03]}": "is no run of days of 2027",
		"- {year: 2027, work: [2027-02-30]}":            "is no date",
		"- {year: 2027, of: []}":                        "unknown field",
	} {
		if _, err := readCalendar([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
