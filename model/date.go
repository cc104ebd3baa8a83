// Package model holds what every room shares: the types that are database row, domain type and GraphQL type at once, the
// enums, ids, dates and counts, and the errors that callers tell apart. It imports nothing of the product.
package model

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Date is a civil day, counted in the proleptic Gregorian calendar with 0001-01-01 as 1. The zero value is "no date".
// Ends of periods are exclusive and open ends are Never; Never is 9999-12-31 in MySQL, 99991231 in SQLite and null in GraphQL.
type Date int32

const (
	// Never is the exclusive end of what has not ended.
	Never Date = 3652059
	// epoch is 1970-01-01.
	epoch Date = 719163
)

// NewDate is the day of a year, month and day; values out of range carry over as in time.Date.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the civil day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return epoch + Date(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()/86400)
}

// ParseDate reads YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if d, ok := parseISO(s); ok {
		return d, nil
	}
	return 0, fmt.Errorf("%q is no date; write it as YYYY-MM-DD, for example 2026-06-30", s)
}

// MustDate is ParseDate for constants and tests; it panics on a bad date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// parseISO is written by hand because imports and loads read millions of dates.
func parseISO[T string | []byte](s T) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	n := [3]int{}
	for part, at := range [3][2]int{{0, 4}, {5, 7}, {8, 10}} {
		for i := at[0]; i < at[1]; i++ {
			if s[i] < '0' || s[i] > '9' {
				return 0, false
			}
			n[part] = n[part]*10 + int(s[i]-'0')
		}
	}
	y, m, d := n[0], n[1], n[2]
	if y < 1 || m < 1 || m > 12 || d < 1 || d > DaysIn(y, time.Month(m)) {
		return 0, false
	}
	return fromCivil(y, m, d), true
}

// fromCivil counts the days of whole 400-year cycles, years and months that start in March.
func fromCivil(y, m, d int) Date {
	if m <= 2 {
		y, m = y-1, m+12
	}
	return Date(365*y + y/4 - y/100 + y/400 + (153*(m-3)+2)/5 + d - 306)
}

// DaysIn is the number of days of a month.
func DaysIn(year int, month time.Month) int {
	if month == time.February {
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 30 + int((month+month>>3)&1)
}

// Time is midnight UTC of the day.
func (d Date) Time() time.Time { return time.Unix(int64(d-epoch)*86400, 0).UTC() }

// Civil is year, month and day: the inverse of fromCivil, by days since 1 March of the year 0.
func (d Date) Civil() (int, time.Month, int) {
	const cycle = 400*365 + 97
	n := int(d) + 305
	cycles := n / cycle
	if n < 0 {
		cycles = (n - cycle + 1) / cycle
	}
	n -= cycle * cycles
	year := (n - n/1460 + n/36524 - n/(cycle-1)) / 365 // of the cycle
	n -= 365*year + year/4 - year/100
	month := (5*n + 2) / 153 // since March
	day := n - (153*month+2)/5 + 1
	year += 400 * cycles
	if month < 10 {
		return year, time.Month(month + 3), day
	}
	return year + 1, time.Month(month - 9), day
}

// Year is the year of the day.
func (d Date) Year() int { y, _, _ := d.Civil(); return y }

// AddMonths goes n calendar months on, clamped to the end of the month (31 January + 1 month = 28 or 29 February).
func (d Date) AddMonths(n int) Date {
	y, m, day := d.Civil()
	first := time.Date(y, m+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return NewDate(first.Year(), first.Month(), min(day, DaysIn(first.Year(), first.Month())))
}

// Days1970 is the number of days since 1970-01-01.
func (d Date) Days1970() int { return int(d - epoch) }

// IsZero tells whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Open tells whether d, as an exclusive end, has not come.
func (d Date) Open() bool { return d == 0 || d >= Never }

// String is YYYY-MM-DD; "" for no date and for Never.
func (d Date) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// AppendText appends YYYY-MM-DD; nothing for no date and for Never. It never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	if d == 0 || d >= Never {
		return b, nil
	}
	return d.append(b), nil
}

func (d Date) append(b []byte) []byte {
	if d == Never {
		return append(b, "9999-12-31"...)
	}
	y, month, day := d.Civil()
	if y < 0 || y > 9999 {
		return d.Time().AppendFormat(b, time.DateOnly)
	}
	m, digit := int(month), func(n int) byte { return byte('0' + n%10) }
	return append(b, digit(y/1000), digit(y/100), digit(y/10), digit(y), '-', digit(m/10), digit(m), '-', digit(day/10), digit(day))
}

// MarshalGQL writes "YYYY-MM-DD", or null for no date and Never.
func (d Date) MarshalGQL(w io.Writer) {
	if s := d.String(); s != "" {
		_, _ = io.WriteString(w, `"`+s+`"`)
		return
	}
	_, _ = io.WriteString(w, "null")
}

// UnmarshalGQL reads YYYY-MM-DD.
func (d *Date) UnmarshalGQL(in any) error {
	s, ok := in.(string)
	if !ok {
		return fmt.Errorf("a Date is text as YYYY-MM-DD, not %T", in)
	}
	v, err := ParseDate(s)
	*d = v
	return err
}

// MarshalText writes YYYY-MM-DD, or nothing.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText([]byte{}) }

// UnmarshalText reads YYYY-MM-DD; an empty text is no date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	v, ok := parseISO(text)
	if *d = v; ok {
		return nil
	}
	_, err := ParseDate(string(text))
	return err
}

// Scan reads a DATE column of MySQL, or a number of SQLite as Number writes it.
func (d *Date) Scan(in any) error {
	ok := true
	switch v := in.(type) {
	case nil:
		*d = 0
	case []byte:
		*d, ok = parseISO(v)
	case string:
		*d, ok = parseISO(v)
	case int64:
		var err error
		*d, err = DateOfNumber(v)
		ok = err == nil
	case time.Time:
		*d = DateOf(v)
	default:
		ok = false
	}
	if !ok {
		return fmt.Errorf("column holds no date: %v", in)
	}
	return nil
}

// Value writes a column of MySQL: NULL for no date, 9999-12-31 for Never.
func (d Date) Value() (driver.Value, error) {
	if d == 0 {
		return nil, nil
	}
	return string(d.append(nil)), nil
}

// Number is the day as a whole number that reads as a date and sorts as one, YYYYMMDD, as SQLite keeps it; 0 for no date.
func (d Date) Number() int64 {
	if d == 0 {
		return 0
	}
	// Days since 0000-03-01, by whole 400-year cycles (146,097 days), and years and months that start in March.
	n := int(d) + 305
	cycle, day := n/146097, n%146097
	year := (day - day/1460 + day/36524 - day/146096) / 365
	day -= 365*year + year/4 - year/100
	month := (5*day + 2) / 153
	day -= (153*month + 2) / 5
	year, month = year+400*cycle, month+3
	if month > 12 {
		year, month = year+1, month-12
	}
	return int64(10000*year + 100*month + day + 1)
}

// DateOfNumber is the day of a number YYYYMMDD.
func DateOfNumber(n int64) (Date, error) {
	y, m, d := int(n/10000), int(n/100%100), int(n%100)
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > DaysIn(y, time.Month(m)) {
		return 0, fmt.Errorf("%d is no date; it is written as YYYYMMDD, for example 20260630", n)
	}
	return fromCivil(y, m, d), nil
}

// GormDataType lets gorm treat the column as a date.
func (Date) GormDataType() string { return "date" }

// Count is a number of persons that may not have been reported. The zero value is "not reported", so that a missing
// number can never pass for 0.
type Count int32

// Counted is the reported number n, n ≥ 0.
func Counted(n int) Count { return Count(n + 1) }

// Known tells whether the number was reported.
func (c Count) Known() bool { return c > 0 }

// Int is the number; 0 when not reported (ask Known first).
func (c Count) Int() int { return max(0, int(c)-1) }

// String is the number, or "".
func (c Count) String() string {
	if !c.Known() {
		return ""
	}
	return strconv.Itoa(c.Int())
}

// MarshalGQL writes the number, or null when not reported.
func (c Count) MarshalGQL(w io.Writer) {
	if !c.Known() {
		_, _ = io.WriteString(w, "null")
		return
	}
	_, _ = io.WriteString(w, strconv.Itoa(c.Int()))
}

// UnmarshalGQL reads a whole number ≥ 0.
func (c *Count) UnmarshalGQL(in any) error {
	n, err := wholeNumber(in)
	if err != nil {
		return err
	}
	if n < 0 || n > 1<<31-2 {
		return fmt.Errorf("a count is 0 or more, not %d", n)
	}
	*c = Counted(int(n))
	return nil
}

func wholeNumber(in any) (int64, error) {
	switch v := in.(type) {
	case int:
		return int64(v), nil
	case int32:
		return int64(v), nil
	case int64:
		return v, nil
	case float64:
		if v == float64(int64(v)) {
			return int64(v), nil
		}
	case interface{ Int64() (int64, error) }:
		return v.Int64()
	}
	return 0, fmt.Errorf("expected a whole number, not %v", in)
}

// Scan reads a column.
func (c *Count) Scan(in any) error {
	switch v := in.(type) {
	case nil:
		*c = 0
		return nil
	case int64:
		*c = Counted(int(v))
		return nil
	case []byte:
		n, err := strconv.Atoi(string(v))
		*c = Counted(n)
		return err
	}
	return fmt.Errorf("column of a count holds %T", in)
}

// Value writes a column: NULL when not reported.
func (c Count) Value() (driver.Value, error) {
	if !c.Known() {
		return nil, nil
	}
	return int64(c.Int()), nil
}
