package model

import (
	"strings"
	"testing"
	"time"
)

func TestDatesAgreeWithTheStandardLibrary(t *testing.T) {
	for day := time.Date(1895, 12, 30, 0, 0, 0, 0, time.UTC); day.Year() < 2105; day = day.AddDate(0, 0, 1) {
		d, err := ParseDate(day.Format(time.DateOnly))
		if err != nil || d != DateOf(day) || d.String() != day.Format(time.DateOnly) || !d.Time().Equal(day) {
			t.Fatalf("%v: %d %q %v", day, d, d, err)
		}
	}
	for d := Date(-800); d <= Never+1; d++ {
		year, month, day := d.Civil()
		if y, m, n := d.Time().Date(); y != year || m != month || n != day {
			t.Fatalf("%d is %d-%d-%d, not %d-%d-%d", d, y, m, n, year, month, day)
		}
	}
	if MustDate("0001-01-01") != 1 || MustDate("9999-12-31") != Never {
		t.Fatal("the bounds of the calendar moved")
	}
}

func TestNumbersReadAsDatesAndSortAsThem(t *testing.T) {
	for d, last := Date(1), int64(0); d <= Never; d++ {
		y, m, day := d.Civil()
		n := d.Number()
		if n != int64(10000*y+100*int(m)+day) || n <= last {
			t.Fatalf("day %d of %d-%d-%d is %d after %d", d, y, m, day, n, last)
		}
		if back, err := DateOfNumber(n); back != d || err != nil {
			t.Fatalf("%d is day %d, want %d; %v", n, back, d, err)
		}
		last = n
	}
	if n := Date(0).Number(); n != 0 {
		t.Errorf("no date is %d", n)
	}
	for _, n := range []int64{0, -20260630, 20260631, 20261301, 20260600, 20260030, 20250229, 630, 100000101, 2026} {
		if d, err := DateOfNumber(n); err == nil || !strings.Contains(err.Error(), "it is written as YYYYMMDD, for example 20260630") {
			t.Errorf("%d is %s, %v", n, d, err)
		}
	}
	var d Date
	if err := d.Scan(int64(20260630)); d != MustDate("2026-06-30") || err != nil {
		t.Errorf("scanned %s, %v", d, err)
	}
	if err := d.Scan(int64(20260631)); err == nil || err.Error() != "column holds no date: 20260631" {
		t.Errorf("scanned %s, %v", d, err)
	}
}

func TestMonthsAreClampedFromTheOriginalDay(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-01-31", 1, "2026-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2026-01-31", 2, "2026-03-31"},
		{"2026-08-31", 6, "2027-02-28"},
		{"2026-03-31", -1, "2026-02-28"},
		{"2025-12-15", 1, "2026-01-15"},
	} {
		if got := MustDate(c.from).AddMonths(c.months); got.String() != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestBadDatesSayHowToMendThem(t *testing.T) {
	for _, bad := range []string{"", "2026-02-29", "2026-13-01", "2026-1-1", "20260101", "2026/01/01", "0000-01-01"} {
		if _, err := ParseDate(bad); err == nil || err.Error() == "" {
			t.Errorf("%q was taken for a date", bad)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ text, first, last, next string }{
		{"2026-06", "2026-06-01", "2026-06-30", "2026-07"},
		{"2026-12", "2026-12-01", "2026-12-31", "2027-01"},
		{"2024-02", "2024-02-01", "2024-02-29", "2024-03"},
		{"2026-Q4", "2026-10-01", "2026-12-31", "2027-Q1"},
		{"2026-H1", "2026-01-01", "2026-06-30", "2026-H2"},
		{"2026", "2026-01-01", "2026-12-31", "2027"},
	} {
		p, err := ParsePeriod(c.text)
		if err != nil || p.First().String() != c.first || p.Last().String() != c.last || p.Next().String() != c.next || p.String() != c.text {
			t.Errorf("%s: %v %s to %s, then %s", c.text, err, p.First(), p.Last(), p.Next())
		}
	}
	for _, bad := range []string{"2026-13", "2026-Q5", "2026-H3", "26", "2026-6", "2026-06-30"} {
		if _, err := ParsePeriod(bad); err == nil {
			t.Errorf("%q was taken for a period", bad)
		}
	}
}

func TestCreditCodes(t *testing.T) {
	for _, good := range []string{"91350100M000100Y43", "91110000101623741K", "911101066976941872"} {
		c, err := ParseCreditCode(good)
		if err != nil || !c.CheckCharacterOK() {
			t.Errorf("%s: %v", good, err)
		}
	}
	if c, err := ParseCreditCode("91310115MA1H8R7C6D"); err != nil || c.CheckCharacterOK() {
		t.Errorf("a wrong check character must have the right shape and be told: %v", err)
	}
	for _, bad := range []string{"", "9135010", "91350100M000100Y4I", "91350100m000100y43"} {
		if _, err := ParseCreditCode(bad); err == nil {
			t.Errorf("%q was taken for a credit code", bad)
		}
	}
}

func TestRegionCodes(t *testing.T) {
	for text, want := range map[string]RegionCode{"35": "350000000000", "3505": "350500000000", "350582": "350582000000", "350582104": "350582104000", "350582104202": "350582104202"} {
		if got, err := ParseRegionCode(text); err != nil || got != want {
			t.Errorf("%s: %s %v", text, got, err)
		}
	}
	for _, bad := range []string{"", "3", "350", "35058", "35058210", "3505821042021", "35a5"} {
		if _, err := ParseRegionCode(bad); err == nil {
			t.Errorf("%q was taken for a region code", bad)
		}
	}
}

func TestEnumsNameTheirValues(t *testing.T) {
	for _, d := range AllDomain() {
		if got, err := ParseDomain(d.String()); err != nil || got != d || d.Title() == "" {
			t.Errorf("%v: %v %v", d, got, err)
		}
	}
	_, err := ParseSetUp("ALONE")
	if err == nil || err.Error() != `"ALONE" is no SetUp; use one of STANDALONE, JOINT, AFFILIATED, COMBINED, NONE` {
		t.Error(err)
	}
}
