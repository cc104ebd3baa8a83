package export_test

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/model"
)

// post asks for an export with its parameters in a form.
func (w *world) post(address, media, form string) *httptest.ResponseRecorder {
	w.Helper()
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form)).WithContext(w.ctx())
	r.Header.Set("Content-Type", media)
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, r)
	return out
}

const formMedia = "application/x-www-form-urlencoded"

func codesOf(rows []record) (codes []string) {
	for _, r := range rows {
		codes = append(codes, r["creditCode"])
	}
	return codes
}

// A person chooses rows of a list, or all of it but some: the file holds exactly those, in the order of the list.
func TestChosenRowsAreTheFile(t *testing.T) {
	const list = "indicator=TWO_COVERAGES&asOf=2026-06-30&orderBy=NAME:DESC&domains=SCHOOL,ORGAN"
	each(t, 400, func(w *world) {
		_, all := readCSV(w.TB, w.body("/export/gaps.csv?"+list))
		codes := codesOf(all)
		if len(codes) < 40 {
			w.Fatalf("the province has only %d gaps", len(codes))
		}
		// One of the units is no gap, and one has a code that nobody has.
		_, units := readCSV(w.TB, w.body("/export/units.csv?results=TWO_COVERAGES:MET&asOf=2026-06-30&domains=SCHOOL&first=1"))
		chosen := append([]string{codes[3], codes[0], codes[17]}, units[0]["creditCode"], string(creditCode(99999)))
		form := url.Values{"creditCodes": {strings.Join(chosen, ",")}}.Encode()

		kept := w.post("/export/gaps.csv?"+list, formMedia, form)
		_, rows := readCSV(w.TB, kept.Body.Bytes())
		if want := []string{codes[0], codes[3], codes[17]}; !slices.Equal(codesOf(rows), want) || kept.Header().Get("X-Fugai-Rows") != "3" {
			w.Errorf("chosen: %v (%s), want %v", codesOf(rows), kept.Header().Get("X-Fugai-Rows"), want)
		}
		left := w.post("/export/gaps.csv", formMedia, list+"&"+strings.Replace(form, "creditCodes", "except", 1))
		_, rows = readCSV(w.TB, left.Body.Bytes())
		want := slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return slices.Contains(chosen, c) })
		if len(want) != len(codes)-3 || !slices.Equal(codesOf(rows), want) || left.Header().Get("X-Fugai-Rows") != strconv.Itoa(len(want)) {
			w.Errorf("all but some: %d rows (%s), want %d", len(rows), left.Header().Get("X-Fugai-Rows"), len(want))
		}
		both := w.post("/export/gaps.csv?"+list, formMedia, url.Values{"creditCodes": {codes[1] + "," + codes[2]}, "except": {codes[2] + "," + codes[5]}}.Encode())
		if _, rows = readCSV(w.TB, both.Body.Bytes()); !slices.Equal(codesOf(rows), codes[1:2]) || both.Header().Get("X-Fugai-Rows") != "1" {
			w.Errorf("chosen but one: %v", codesOf(rows))
		}
	})
}

func TestAFormIsReadOrRefused(t *testing.T) {
	each(t, 60, func(w *world) {
		for name, c := range map[string]struct {
			media, form, want string
			status            int
		}{
			"json":                  {"application/json", `{"indicator":"TWO_COVERAGES"}`, "send the Content-Type application/x-www-form-urlencoded", 400},
			"no media":              {"", "indicator=TWO_COVERAGES", "send the Content-Type", 400},
			"a wrong code":          {formMedia, "indicator=TWO_COVERAGES&creditCodes=X", "creditCodes[0]", 400},
			"a part with an except": {formMedia, "indicator=TWO_COVERAGES&first=3&except=" + string(creditCode(1)), "leave first and offset out", 400},
			"too long":              {formMedia, "indicator=TWO_COVERAGES&name.contains=" + strings.Repeat("x", 9<<20), "at most 8388608 bytes", 400},
		} {
			if out := w.post("/export/gaps.csv", c.media, c.form); out.Code != c.status || !strings.Contains(out.Body.String(), c.want) {
				w.Errorf("%s: %d %.300s", name, out.Code, out.Body)
			}
		}
	})
}

// A long choice is told by its number in the workbook: a cell could not hold it.
func TestALongChoiceIsToldByItsNumber(t *testing.T) {
	each(t, 60, func(w *world) {
		codes := make([]string, 3000)
		for i := range codes {
			codes[i] = string(creditCode(i))
		}
		out := w.post("/export/gaps.xlsx", formMedia, url.Values{"indicator": {"TWO_COVERAGES"}, "creditCodes": {strings.Join(codes, ",")}}.Encode())
		book, err := excelize.OpenReader(bytes.NewReader(out.Body.Bytes()))
		if err != nil {
			w.Fatal(err)
		}
		rows, err := book.GetRows("说明")
		if err != nil {
			w.Fatal(err)
		}
		if told := rows[7]; told[0] != "条件" || told[1] != "creditCodes=(3000)&indicator=TWO_COVERAGES" {
			w.Errorf("the workbook tells %v", told)
		}
	})
}

// The task list holds every unit of every proposal, those of one proposal under one number, and no more with chosen steps.
func TestThePlanIsATaskList(t *testing.T) {
	each(t, 400, func(w *world) {
		plan, err := w.service.GapPlan(w.ctx(), coverage.PlanQuery{Indicator: "ORGANISATION_COVERAGE", AsOf: &asOf})
		if err != nil {
			w.Fatal(err)
		}
		size := 1000
		page, err := w.service.Proposals(w.ctx(), plan, nil, model.Page{First: &size})
		if err != nil {
			w.Fatal(err)
		}
		out := w.get("/export/plan.csv?asOf=2026-06-30&indicator=ORGANISATION_COVERAGE")
		_, rows := readCSV(w.TB, out.Body.Bytes())
		at := 0
		for i, one := range page.Nodes() {
			units, err := w.service.UnitsAt(w.ctx(), one.UnitIDs, asOf)
			if err != nil {
				w.Fatal(err)
			}
			for _, id := range one.UnitIDs {
				r := rows[at]
				at++
				if r["task"] != strconv.Itoa(i+1) || r["step"] != one.Step.String() || r["creditCode"] != string(units[id].CreditCode) || r["units"] != strconv.Itoa(len(one.UnitIDs)) ||
					r["fullMembers"] != strconv.Itoa(one.FullMembers) || r["proposal"] != one.Message || r["regionCode"] != string(units[id].Region.Code) ||
					r["asOf"] != "2026-06-30" || r["responsible"]+r["dueOn"]+r["done"] != "" || (one.HostID == 0) != (r["hostCode"] == "") {
					w.Errorf("row %d is %v, the proposal %+v", at, r, one)
				}
			}
		}
		if at != len(rows) || at != plan.Closed || at < 50 || out.Header().Get("X-Fugai-Rows") != strconv.Itoa(at) {
			w.Errorf("%d rows (%s), the plan closes %d gaps", len(rows), out.Header().Get("X-Fugai-Rows"), plan.Closed)
		}
		sameBook(w, rows, w.body("/export/plan.xlsx?asOf=2026-06-30&indicator=ORGANISATION_COVERAGE"))
		for _, counted := range plan.Steps {
			_, some := readCSV(w.TB, w.body("/export/plan.csv?asOf=2026-06-30&indicator=ORGANISATION_COVERAGE&steps="+counted.Step.String()))
			if len(some) != counted.Units || slices.ContainsFunc(some, func(r record) bool { return r["step"] != counted.Step.String() }) {
				w.Errorf("%s: %d rows, the plan has %d units", counted.Step, len(some), counted.Units)
			}
		}
	})
}

// sameBook compares the first sheet of a workbook with rows of a CSV.
func sameBook(w *world, want []record, body []byte) {
	w.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(body))
	if err != nil {
		w.Fatal(err)
	}
	all, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(all) != len(want)+1 {
		w.Fatalf("%v: %d lines, want %d rows", err, len(all), len(want))
	}
	for i, got := range records(all) {
		for column, value := range want[i] {
			if got[column] != value {
				w.Errorf("row %d: %s is %q in the workbook and %q in the CSV", i, column, got[column], value)
			}
		}
	}
}

func TestAPlanNeedsTheRightToMemberFigures(t *testing.T) {
	each(t, 60, func(w *world) {
		w.who = &access.Principal{Name: "查询", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}
		if out := w.get("/export/plan.csv"); out.Code != http.StatusForbidden || !strings.Contains(out.Body.String(), "DENIED") {
			w.Errorf("a reader got %d %s", out.Code, out.Body)
		}
	})
}
