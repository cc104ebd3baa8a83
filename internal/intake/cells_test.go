package intake

import "testing"

func TestDatesOfEverySpelling(t *testing.T) {
	for _, s := range []string{"2026-06-30", "2026/6/30", "2026/06/30", "2026.6.30", "20260630", "2026年6月30日", "2026年06月30日", "２０２６－０６－３０", "2026-06-30 00:00:00", "2026-06-30T08:00:00", "2026/6/30 12:30"} {
		d, f := date(s, &cellContext{})
		if f != nil || d.String() != "2026-06-30" {
			t.Errorf("%q is read as %s (%v)", s, d, f)
		}
	}
	for _, s := range []string{"2026-13-01", "2026-02-29", "26-06-30", "2026年6月", "6/30/2026", "2026", "46203", "今天", "2026-06-30-01", "-2026-06-30x", "0000-01-01"} {
		if d, f := date(s, &cellContext{}); f == nil || f.code != CodeDate {
			t.Errorf("%q is read as %s", s, d)
		}
	}
	for serial, want := range map[string]string{"46203": "2026-06-30", "46203.75": "2026-06-30", "1": "1900-01-01", "20260630": "2026-06-30"} {
		if d, f := date(serial, &cellContext{spreadsheet: true}); f != nil || d.String() != want {
			t.Errorf("serial %s is read as %s (%v), not %s", serial, d, f, want)
		}
	}
	for _, s := range []string{"长期", "至今", "9999-12-31"} {
		if d, f := endDate(s, &cellContext{}); f != nil || d != 0 {
			t.Errorf("the end %q is read as %s (%v)", s, d, f)
		}
	}
}

func TestCounts(t *testing.T) {
	for s, want := range map[string]int{"0": 0, "12": 12, "1,234": 1234, "12.0": 12, "１２": 12, "1.2E+2": 120, "2147483646": 2147483646} {
		if n, f := count(s); f != nil || n.Int() != want || !n.Known() {
			t.Errorf("%q is read as %s (%v)", s, n, f)
		}
	}
	for _, s := range []string{"-1", "1.5", "12人", "1,2", "12,34", "NaN", "Inf", "1e99", "2147483647", "0x10", "1_000"} {
		if n, f := count(s); f == nil || f.code != CodeCount {
			t.Errorf("%q is read as %s", s, n)
		}
	}
}

func TestIndustries(t *testing.T) {
	for s, want := range map[string]string{"C": "C", "c": "C", "C13": "C13", "C1310": "C1310", "1310": "C1310", "83": "P83", "制造业": "C", "P教育": "P", "农、林、牧、渔业": "A", "97": "T97"} {
		var u unit
		if f := industryOf(&u, s, nil); f != nil || u.Industry != want {
			t.Errorf("%q is read as %q (%v)", s, u.Industry, f)
		}
	}
	for _, s := range []string{"U", "C83", "CC", "98", "00", "C1", "C13101", "工业"} {
		var u unit
		if f := industryOf(&u, s, nil); f == nil {
			t.Errorf("%q is read as %q", s, u.Industry)
		}
	}
}

// Every name and every Chinese term of an enum must be read as its own value, and synonyms may not hide one.
func TestEnumsReadTheirNamesAndTerms(t *testing.T) {
	checkWords(t, domainWords)
	checkWords(t, controlWords)
	checkWords(t, sizeWords)
	checkWords(t, statusWords)
	checkWords(t, regionLevelWords)
	checkWords(t, zoneKindWords)
	checkWords(t, organisationKindWords)
	checkWords(t, organisationNatureWords)
	checkWords(t, setUpWords)
	checkWords(t, jointBasisWords)
	checkWords(t, coverKindWords)
	checkWords(t, endReasonWords)
	checkWords(t, instructorRoleWords)
	checkWords(t, massKindWords)
	checkWords(t, unitKindWords)
	checkWords(t, aboveScaleWords)
	checkWords(t, publicOrPrivateWords)
	checkWords(t, organKindWords)
	checkWords(t, successionWords)
	checkWords(t, directionWords)
	checkWords(t, stepWords)
	checkWords(t, outcomeWords)
}

func checkWords[E enum](t *testing.T, w *enumWords[E]) {
	t.Helper()
	for _, v := range w.values {
		for _, word := range []string{v.String(), v.Title()} {
			if got, f := w.read(word); f != nil || got != v {
				t.Errorf("%q is read as %v (%v)", word, got, f)
			}
		}
	}
	if _, f := w.read("no such value"); f == nil {
		t.Error("anything is read")
	}
}

func TestUsualWords(t *testing.T) {
	for word, want := range map[string]string{"在业": "ACTIVE", "正常": "ACTIVE", "存续（在营、开业、在册）": "ACTIVE", "吊销": "REVOKED", "停业": "SUSPENDED", "注销": "DEREGISTERED"} {
		if v, f := statusWords.read(word); f != nil || v.String() != want {
			t.Errorf("%q is read as %v", word, v)
		}
	}
	for word, want := range map[string]string{"民营": "PRIVATE", "私营": "PRIVATE", "国有": "STATE", "外资": "FOREIGN", "private": "PRIVATE"} {
		if v, f := controlWords.read(word); f != nil || v.String() != want {
			t.Errorf("%q is read as %v", word, v)
		}
	}
}

func TestKindsThatTheCodeTells(t *testing.T) {
	for _, c := range []struct{ row, kind, domain string }{
		{"31350000MD0000001X,,NON_PUBLIC_ENTERPRISE", "LAW_FIRM", "SOCIAL_ORGANISATION"},
		{"91350100M000100Y43,会计师事务所,NON_PUBLIC_ENTERPRISE", "ACCOUNTING_FIRM", "SOCIAL_ORGANISATION"},
		{"51350000MD00000010,,SOCIAL_ORGANISATION", "ASSOCIATION", "SOCIAL_ORGANISATION"},
		{"52350000MD00000010,,SOCIAL_ORGANISATION", "SERVICE_BODY", "SOCIAL_ORGANISATION"},
		{"52350000MD00000010,,SCHOOL", "", "SCHOOL"},
		{"91350100M000100Y43,,NON_PUBLIC_ENTERPRISE", "", "NON_PUBLIC_ENTERPRISE"},
	} {
		_, f := upload(t, "units.csv", []byte("credit_code,kind,domain\n"+c.row+"\n"))
		u := f.batches[0].Units[0]
		if u.Kind.String() != c.kind || u.Domain.String() != c.domain {
			t.Errorf("%s is %s in %s", c.row, u.Kind, u.Domain)
		}
	}
}

func TestYesAndNo(t *testing.T) {
	var v bool
	read := yesOf(func(b *bool) *bool { return b })
	for s, want := range map[string]bool{"是": true, "yes": true, "１": true, "否": false, "NO": false, "": false} {
		v = !want
		if f := read(&v, s, &cellContext{}); f != nil || v != want {
			t.Errorf("%q is read as %t (%v)", s, v, f)
		}
	}
	if f := read(&v, "也许", &cellContext{}); f == nil || f.code != CodeEnum {
		t.Errorf("也许 is read as %t", v)
	}
}
