package intake

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"fugai/model"
)

// lastSerial is the serial number of 9999-12-31 in a spreadsheet.
const lastSerial = 2958465

// date reads 2026-06-30, 2026/6/30, 2026.6.30, 20260630 and 2026年6月30日, and the serial numbers of spreadsheets.
func date(s string, c *cellContext) (model.Date, *fault) {
	if d, ok := isoDate(s); ok {
		return d, nil
	}
	s = narrow(s)
	if c.spreadsheet {
		if d, ok := serialDate(s, c.date1904); ok {
			return d, nil
		}
	}
	if d, ok := writtenDate(withoutTime(s)); ok {
		return d, nil
	}
	return 0, faultf(CodeDate, "%q is no date; write it as 2026-06-30, 2026/6/30, 20260630 or 2026年6月30日", s)
}

// endDate reads an exclusive end: a date, or one of the ways to say that there is none.
func endDate(s string, c *cellContext) (model.Date, *fault) {
	switch s {
	case "长期", "至今", "无", "-", "—":
		return 0, nil
	}
	d, f := date(s, c)
	if d >= model.Never {
		d = 0
	}
	return d, f
}

// isoDate spares the error of ParseDate, which would be made for every other way to write a date.
func isoDate(s string) (model.Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	d, err := model.ParseDate(s)
	return d, err == nil
}

func serialDate(s string, date1904 bool) (model.Date, bool) {
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || n < 1 || n > lastSerial {
		return 0, false
	}
	t, err := excelize.ExcelDateToTime(math.Floor(n), date1904)
	return model.DateOf(t), err == nil
}

// withoutTime cuts the time of day off, which registers write behind their dates.
func withoutTime(s string) string {
	if at := strings.IndexAny(s, " T"); at >= 8 && strings.Contains(s[at:], ":") {
		return s[:at]
	}
	return s
}

func writtenDate(s string) (model.Date, bool) {
	parts := strings.FieldsFunc(strings.TrimSuffix(s, "日"), func(r rune) bool {
		return r == '-' || r == '/' || r == '.' || r == '年' || r == '月' || r == ' '
	})
	if len(parts) == 1 && len(s) == 8 {
		parts = []string{s[:4], s[4:6], s[6:]}
	}
	if len(parts) != 3 || len(parts[0]) != 4 || len(parts[1]) > 2 || len(parts[2]) > 2 {
		return 0, false
	}
	n := [3]int{}
	for i, part := range parts {
		v, ok := digits(part)
		if !ok {
			return 0, false
		}
		n[i] = v
	}
	return civil(n[0], n[1], n[2])
}

func civil(y, m, d int) (model.Date, bool) {
	if y < 1 || m < 1 || m > 12 || d < 1 || d > model.DaysIn(y, time.Month(m)) {
		return 0, false
	}
	return model.NewDate(y, time.Month(m), d), true
}
