package model

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"time"
)

// Period is a calendar month, quarter, half-year or year: 2026-06, 2026-Q2, 2026-H1, 2026.
type Period struct {
	Year  int
	Grain Grain
	// Index counts the periods of the year from 1.
	Index int
}

var periodPattern = regexp.MustCompile(`^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$`)

// ParsePeriod reads 2026-06, 2026-Q2, 2026-H1 or 2026.
func ParsePeriod(s string) (Period, error) {
	m := periodPattern.FindStringSubmatch(s)
	if m == nil {
		return Period{}, fmt.Errorf("%q is no period; write a month 2026-06, a quarter 2026-Q2, a half-year 2026-H1 or a year 2026", s)
	}
	year, _ := strconv.Atoi(m[1])
	for i, g := range []Grain{GrainMonth, GrainQuarter, GrainHalfYear} {
		if m[i+2] != "" {
			n, _ := strconv.Atoi(m[i+2])
			return Period{year, g, n}, nil
		}
	}
	return Period{year, GrainYear, 1}, nil
}

// months is the length of a period in months.
func (g Grain) months() int {
	return [...]int{GrainMonth: 1, GrainQuarter: 3, GrainHalfYear: 6, GrainYear: 12}[g]
}

// PeriodOf is the period of a grain that holds the day.
func PeriodOf(d Date, g Grain) Period {
	y, m, _ := d.Civil()
	return Period{y, g, (int(m)-1)/g.months() + 1}
}

// First is the first day, inclusive.
func (p Period) First() Date { return NewDate(p.Year, time.Month((p.Index-1)*p.Grain.months()+1), 1) }

// Last is the last day, inclusive.
func (p Period) Last() Date { return NewDate(p.Year, time.Month(p.Index*p.Grain.months()+1), 1) - 1 }

// Next is the period after p, of the same grain.
func (p Period) Next() Period { return PeriodOf(p.Last()+1, p.Grain) }

// String is the period as it is written.
func (p Period) String() string {
	switch p.Grain {
	case GrainMonth:
		return fmt.Sprintf("%04d-%02d", p.Year, p.Index)
	case GrainQuarter:
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Index)
	case GrainHalfYear:
		return fmt.Sprintf("%04d-H%d", p.Year, p.Index)
	case GrainYear:
		return fmt.Sprintf("%04d", p.Year)
	}
	return ""
}

// MarshalGQL writes the period, or null for none.
func (p Period) MarshalGQL(w io.Writer) { marshalText(w, p.String()) }

// UnmarshalGQL reads a period.
func (p *Period) UnmarshalGQL(in any) error {
	s, ok := in.(string)
	if !ok {
		return fmt.Errorf("a Period is text, not %T", in)
	}
	v, err := ParsePeriod(s)
	*p = v
	return err
}
