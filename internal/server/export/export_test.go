package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
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
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// record is a row of a file by the names of its columns.
type record map[string]string

// readCSV reads what a CSV export holds, and that it has the mark of UTF-8.
func readCSV(t testing.TB, body []byte) (header []string, rows []record) {
	t.Helper()
	text, marked := strings.CutPrefix(string(body), "\uFEFF")
	if !marked {
		t.Error("the file has no mark of UTF-8")
	}
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[0], records(all)
}

func records(all [][]string) (rows []record) {
	for _, line := range all[1:] {
		r := record{}
		for i, name := range all[0] {
			if i < len(line) {
				r[name] = line[i]
			}
		}
		rows = append(rows, r)
	}
	return rows
}

func number[T int | float64 | string](p *T) string {
	if p == nil {
		return ""
	}
	return fmt.Sprint(*p)
}

func TestCoverageEqualsTheTable(t *testing.T) {
	june, compared := asOf, model.MustDate("2025-06-30")
	domains := []model.Domain{model.DomainSchool, model.DomainSocialOrganisation}
	level := model.RegionLevelCounty
	questions := map[string]coverage.TableQuery{
		"groupBy=REGION,DOMAIN&regionLevel=COUNTY&of=TWO_COVERAGES,DUE_ESTABLISHMENT&weight=UNITS,EMPLOYEES&asOf=2026-06-30&compareTo=2025-06-30": {
			AsOf: &june, GroupBy: []model.Dimension{model.DimensionRegion, model.DimensionDomain}, RegionLevel: &level,
			Asks: []coverage.ShareAsk{{Of: "TWO_COVERAGES", Weight: model.WeightUnits, CompareTo: &compared}, {Of: "TWO_COVERAGES", Weight: model.WeightEmployees, CompareTo: &compared},
				{Of: "DUE_ESTABLISHMENT", Weight: model.WeightUnits, CompareTo: &compared}, {Of: "DUE_ESTABLISHMENT", Weight: model.WeightEmployees, CompareTo: &compared}},
		},
		"groupBy=PERIOD,SUBORDINATION&periods.from=2025-Q4&periods.to=2026-Q2&periods.grain=QUARTER&domains=SCHOOL,SOCIAL_ORGANISATION&regions=9901": {
			GroupBy: []model.Dimension{model.DimensionPeriod, model.DimensionSubordination},
			Periods: &model.Periods{From: model.PeriodOf(june-200, model.GrainQuarter), To: model.PeriodOf(june, model.GrainQuarter), Grain: model.GrainQuarter},
			Where:   &model.UnitFilter{Domains: domains, Regions: []model.RegionCode{"990100000000"}},
			Asks:    []coverage.ShareAsk{{Of: "TWO_COVERAGES", Weight: model.WeightUnits}},
		},
	}
	each(t, 240, func(w *world) {
		for question, query := range questions {
			want, err := w.service.Table(w.ctx(), query)
			if err != nil {
				w.Fatal(err)
			}
			_, got := readCSV(w.TB, w.body("/export/coverage.csv?"+question))
			sameTable(w, want, got)
		}
	})
}

// sameTable compares rows of a file with those of the read side, which GraphQL shows.
func sameTable(w *world, want *model.Coverage, got []record) {
	w.Helper()
	i := 0
	for _, row := range want.Rows {
		for _, s := range row.Shares {
			if i == len(got) {
				w.Fatalf("the file ends after %d rows", i)
			}
			g := got[i]
			i++
			pairs := [][2]string{
				{g["asOf"], row.AsOf.String()}, {g["units"], strconv.Itoa(row.Units)}, {g["indicator"], string(s.Indicator.Key)},
				{g["weight"], s.Weight.String()}, {g["status"], s.Status.String()}, {g["numerator"], number(s.Numerator)},
				{g["denominator"], number(s.Denominator)}, {g["gap"], number(s.Gap)}, {g["unknown"], number(s.Unknown)},
				{g["notApplicable"], number(s.NotApplicable)}, {g["exempt"], number(s.Exempt)}, {g["rate"], number(s.Rate)},
			}
			if row.Region != nil {
				pairs = append(pairs, [2]string{g["regionCode"], *row.RegionCode}, [2]string{g["regionName"], *row.RegionName})
			}
			if row.Domain != nil {
				pairs = append(pairs, [2]string{g["domain"], row.Domain.String()}, [2]string{g["domainName"], row.Domain.Title()})
			}
			if row.SuperiorCode != nil {
				pairs = append(pairs, [2]string{g["superiorCode"], *row.SuperiorCode}, [2]string{g["period"], row.Period.String()})
			}
			if s.Compare != nil {
				pairs = append(pairs, [2]string{g["compareAsOf"], s.Compare.AsOf.String()}, [2]string{g["change"], number(s.Compare.Change)})
			}
			for k, p := range pairs {
				if p[0] != p[1] {
					w.Errorf("row %d, value %d: the file says %q, the table %q", i, k, p[0], p[1])
				}
			}
		}
	}
	if i != len(got) || i == 0 {
		w.Errorf("the file has %d rows, the table %d", len(got), i)
	}
}

func TestTheWideShapeHoldsTheSameNumbers(t *testing.T) {
	each(t, 60, func(w *world) {
		const question = "?groupBy=DOMAIN&of=TWO_COVERAGES,ORGANISATION_COVERAGE&weight=UNITS,FULL_MEMBERS&asOf=2026-06-30"
		_, long := readCSV(w.TB, w.body("/export/coverage.csv"+question))
		_, wide := readCSV(w.TB, w.body("/export/coverage.csv"+question+"&shape=wide"))
		if len(long) != 4*len(wide) {
			w.Fatalf("%d long rows, %d wide ones", len(long), len(wide))
		}
		for i, l := range long {
			prefix := l["indicator"] + "_"
			if l["weight"] != "UNITS" {
				prefix += l["weight"] + "_"
			}
			if got := wide[i/4][prefix+"numerator"]; got != l["numerator"] || wide[i/4]["domain"] != l["domain"] {
				w.Errorf("%snumerator of %s: wide %q, long %q", prefix, l["domain"], got, l["numerator"])
			}
		}
	})
}

// allGaps pages through the read side as GraphQL does.
func allGaps(w *world, query coverage.GapsQuery) (all []*model.Gap) {
	w.Helper()
	page := 37
	query.Page.First = &page
	for {
		c, err := w.service.Gaps(w.ctx(), query)
		if err != nil {
			w.Fatal(err)
		}
		all = append(all, c.Nodes()...)
		if !c.PageInfo.HasNextPage {
			return all
		}
		query.Page.After = c.PageInfo.EndCursor
	}
}

func sameGaps(w *world, want []*model.Gap, got []record) {
	w.Helper()
	if len(want) != len(got) || len(got) == 0 {
		w.Fatalf("the file has %d gaps, the pages %d", len(got), len(want))
	}
	var ids []model.UnitID
	for _, g := range want {
		ids = append(ids, g.Unit.ID)
	}
	covers, err := w.service.LastCovers(w.ctx(), ids, asOf)
	if err != nil {
		w.Fatal(err)
	}
	for i, g := range want {
		var reasons, texts, steps []string
		for _, r := range g.Reasons {
			reasons, texts = append(reasons, r.Code.String()), append(texts, r.Message)
		}
		for _, s := range g.NextSteps {
			steps = append(steps, s.Step.String())
		}
		lastTo := ""
		if c := covers[g.Unit.ID]; c != nil {
			lastTo = c.ValidTo.String()
		}
		r, u := got[i], g.Unit
		for name, value := range map[string]string{
			"creditCode": string(u.CreditCode), "since": g.Since.String(), "days": strconv.Itoa(g.Days), "reasons": strings.Join(reasons, ";"),
			"reasonTexts": strings.Join(texts, "；"), "nextSteps": strings.Join(steps, ";"), "fullMembers": u.FullMembers.String(),
			"members": u.Members().String(), "employees": u.Employees.String(), "establishment": u.Establishment().String(),
			"setUp": u.SetUp().String(), "regionCode": string(u.Region.Code), "domain": u.Domain.String(), "lastCoverTo": lastTo,
			"foundedOn": u.FoundedOn.String(), "control": u.Control.String(), "indicator": string(g.Indicator.Key),
			"memberFigures": u.MemberFigures().String(), "sinceRuleChange": strconv.FormatBool(g.SinceRuleChange),
		} {
			if r[name] != value {
				w.Errorf("gap %d (%s): %s is %q in the file and %q in the page", i, u.CreditCode, name, r[name], value)
			}
		}
	}
}

func TestGapsEqualTheirPages(t *testing.T) {
	each(t, 2000, func(w *world) {
		query := coverage.GapsQuery{Indicator: "ORGANISATION_COVERAGE_RETURN"}
		query.AsOf = &asOf
		query.OrderBy = []*model.UnitOrder{{By: model.UnitOrderBySince, Direction: model.SortDirectionDesc}, {By: model.UnitOrderByName, Direction: model.SortDirectionAsc}}
		_, got := readCSV(w.TB, w.body("/export/gaps.csv?indicator=ORGANISATION_COVERAGE_RETURN&asOf=2026-06-30&orderBy=SINCE:DESC,NAME"))
		if len(got) <= 1000 {
			w.Errorf("%d gaps are read at once; more are wanted", len(got))
		}
		sameGaps(w, allGaps(w, query), got)

		query.Where = &model.UnitFilter{Domains: []model.Domain{model.DomainSchool}, GapReasons: []model.GapReasonCode{model.GapReasonCodeCoverEnded}}
		query.OrderBy = nil
		body := w.body("/export/gaps.ndjson?indicator=ORGANISATION_COVERAGE_RETURN&asOf=2026-06-30&domains=SCHOOL&gapReasons=COVER_ENDED")
		sameGaps(w, allGaps(w, query), lines(w, body))
	})
}

func lines(w *world, body []byte) (rows []record) {
	w.Helper()
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	for {
		var one map[string]any
		if err := d.Decode(&one); err == io.EOF {
			return rows
		} else if err != nil {
			w.Fatal(err)
		}
		rows = append(rows, plainRecord(one))
	}
}

func plainRecord(one map[string]any) record {
	r := record{}
	for k, v := range one {
		if r[k] = fmt.Sprint(v); v == nil {
			r[k] = ""
		}
	}
	return r
}

func TestAViewerWithoutTheRightSeesMasks(t *testing.T) {
	each(t, 120, func(w *world) {
		_, open := readCSV(w.TB, w.body("/export/gaps.csv?indicator=TWO_COVERAGES"))
		w.who = &access.Principal{Name: "查询", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}
		_, masked := readCSV(w.TB, w.body("/export/gaps.csv?indicator=TWO_COVERAGES&asOf=2026-07-15"))
		if len(open) != len(masked) || len(open) == 0 {
			w.Fatalf("%d gaps with the right, %d without", len(open), len(masked))
		}
		for i, r := range masked {
			if r["fullMembers"] != "" || r["members"] != "" || r["memberFigures"] != "FORBIDDEN" || r["nextSteps"] != "ESTABLISH" ||
				r["establishment"] != "NOT_ESTABLISHED" || !strings.HasPrefix(r["reasons"], "NOT_ESTABLISHED") {
				w.Errorf("shown without the right: %v", r)
			}
			if r["creditCode"] != open[i]["creditCode"] {
				w.Errorf("row %d is %s with the right and %s without", i, open[i]["creditCode"], r["creditCode"])
			}
		}
		if !slices.ContainsFunc(open, func(r record) bool { return r["fullMembers"] != "" && r["nextSteps"] != "ESTABLISH" }) {
			w.Error("nothing is shown with the right")
		}
		for _, address := range []string{"/export/gaps.csv?indicator=DUE_COVERED", "/export/units.csv?fullMembers.gte=3", "/export/units.csv?orderBy=MEMBERS"} {
			if out := w.get(address); out.Code != http.StatusForbidden {
				w.Errorf("GET %s: %d %s", address, out.Code, out.Body)
			}
		}
		_, rows := readCSV(w.TB, w.body("/export/coverage.csv?weight=FULL_MEMBERS"))
		if rows[0]["status"] != "FORBIDDEN" || rows[0]["numerator"] != "" {
			w.Errorf("weighted by members without the right: %v", rows[0])
		}
	})
}

func TestAScopeNarrowsAndRefuses(t *testing.T) {
	each(t, 90, func(w *world) {
		id := regionID(w, "990101000000")
		w.who = &access.Principal{Name: "东县", Role: model.RoleDepartment, Rights: access.RightsOf(model.RoleDepartment), Region: id, RegionCode: "990101000000"}
		_, rows := readCSV(w.TB, w.body("/export/units.csv"))
		if len(rows) != 60 {
			w.Errorf("%d units in the county, want 60", len(rows))
		}
		for _, r := range rows {
			if r["countyCode"] != "990101000000" {
				w.Errorf("a unit of %s", r["countyName"])
			}
		}
		if out := w.get("/export/units.csv?regions=990102"); out.Code != http.StatusForbidden || !strings.Contains(out.Body.String(), "outside the scope") {
			w.Errorf("%d %s", out.Code, out.Body)
		}
	})
}

func regionID(w *world, code model.RegionCode) model.RegionID {
	now, err := w.feed.Current()
	if err != nil {
		w.Fatal(err)
	}
	return now.Regions.On(asOf).Find(code).ID
}

func TestTheSchemaIsTheSameWithoutRows(t *testing.T) {
	each(t, 40, func(w *world) {
		for _, address := range []string{
			"/export/gaps.csv?indicator=TWO_COVERAGES", "/export/units.csv?asOf=2026-06-30", "/export/coverage.csv?groupBy=REGION,KIND,GAP_AGE&of=TWO_COVERAGES",
		} {
			full, rows := readCSV(w.TB, w.body(address))
			none, gone := readCSV(w.TB, w.body(address+"&name.eq=%E6%97%A0"))
			if len(rows) == 0 || len(gone) != 0 || !slices.Equal(full, none) {
				w.Errorf("%s: %d rows, then %d, headers\n%v\n%v", address, len(rows), len(gone), full, none)
			}
		}
		if got := string(w.body("/export/coverage.json?groupBy=DOMAIN&name.eq=x")); strings.Join(strings.Fields(got), "") != "[]" {
			w.Errorf("no rows in JSON are %q", got)
		}
	})
}

func TestEveryFaultIsToldAtOnce(t *testing.T) {
	each(t, 20, func(w *world) {
		out := w.get("/export/coverage.csv?region=9901&domains=SCHOOL,CHURCH&asOf=yesterday&regions=8801&orderBy=GAP&movement.to=2026-01-01&bom=maybe&zones=")
		if out.Code != http.StatusBadRequest {
			w.Errorf("status %d", out.Code)
		}
		for _, part := range []string{
			"region: is no parameter of this export; the known ones are aboveScale, asOf, bom,", "regionLevel, regions,", `domains[1]: \"CHURCH\" is no Domain`,
			`asOf: \"yesterday\" is no date`, "regions[0]: there is no region 880100000000", `orderBy[0]: \"GAP\" is no order`,
			"movement: needs all of", `bom: \"maybe\" is neither`, "zones: is empty",
		} {
			if !strings.Contains(out.Body.String(), part) {
				w.Errorf("the answer does not say %q: %s", part, out.Body)
			}
		}
		if out := w.get("/export/coverage.csv?of=NOTHING"); !strings.Contains(out.Body.String(), `of: there is no indicator \"NOTHING\"; use one of`) {
			w.Errorf("%d %s", out.Code, out.Body)
		}
		// Only what has lists of gaps is offered.
		if out := w.get("/export/gaps.csv?indicator=NOTHING"); !strings.Contains(out.Body.String(), "HUNDRED_WITH_ORGANISATION") ||
			strings.Contains(out.Body.String(), "JOINT_SHOULD_STAND_ALONE") {
			w.Errorf("%d %s", out.Code, out.Body)
		}
		if out := w.get("/export/gaps.csv?after=x"); !strings.Contains(out.Body.String(), "indicator: is missing") || !strings.Contains(out.Body.String(), "after: is no parameter") {
			w.Errorf("%d %s", out.Code, out.Body)
		}
		for address, status := range map[string]int{"/export/gaps.json": 404, "/export/nothing.csv": 404, "/export/coverage": 404} {
			if out := w.get(address); out.Code != status || !strings.Contains(out.Body.String(), "/export/gaps.{csv,xlsx,ndjson}") {
				w.Errorf("GET %s: %d %s", address, out.Code, out.Body)
			}
		}
		if out := w.send(http.MethodPut, "/export/gaps.csv"); out.Code != http.StatusMethodNotAllowed {
			w.Errorf("PUT: %d", out.Code)
		}
	})
}

func TestEveryConditionNarrowsAsTheSchemaSays(t *testing.T) {
	gte, lt, eq, prefix, part, key := 50, 100, 3, "=SUM", "公司", model.IndicatorKey("DUE_COVERED")
	from, founded := model.MustDate("2025-12-31"), model.MustDate("2019-03-02")
	for question, where := range map[string]model.UnitFilter{
		"regions=990101":                             {Regions: []model.RegionCode{"990101000000"}},
		"superiors=C1":                               {Superiors: []string{"C1"}},
		"zones=NONE":                                 {Zones: []string{"NONE"}},
		"domains=SCHOOL&domains=ORGAN":               {Domains: []model.Domain{model.DomainSchool, model.DomainOrgan}},
		"controls=PRIVATE":                           {Controls: []model.Control{model.ControlPrivate}},
		"industries=A,B":                             {Industries: []string{"A", "B"}},
		"sizes=MICRO":                                {Sizes: []model.Size{model.SizeMicro}},
		"kinds=FOUNDATION":                           {Kinds: []model.UnitKind{model.UnitKindFoundation}},
		"employeeBands=FROM_100":                     {EmployeeBands: []model.EmployeeBand{model.EmployeeBandFrom100}},
		"aboveScale=UNKNOWN":                         {AboveScale: []model.AboveScale{model.AboveScaleUnknown}},
		"publicOrPrivate=PRIVATE":                    {PublicOrPrivate: []model.PublicOrPrivate{model.PublicOrPrivatePrivate}},
		"operations=SUSPENDED":                       {Operations: []model.Operation{model.OperationSuspended}},
		"establishments=JOINT":                       {Establishments: []model.Establishment{model.EstablishmentJoint}},
		"setUps=AFFILIATED":                          {SetUps: []model.SetUp{model.SetUpAffiliated}},
		"workMeans=INSTRUCTOR":                       {WorkMeans: []model.WorkMeans{model.WorkMeansInstructor}},
		"gapAges=OVER_365_DAYS&gapAgeOf=DUE_COVERED": {GapAges: []model.GapAge{model.GapAgeOver365Days}, GapAgeOf: &key},
		"gapReasons=COVER_ENDED":                     {GapReasons: []model.GapReasonCode{model.GapReasonCodeCoverEnded}},
		"employees.gte=50&employees.lt=100":          {Employees: &model.IntRange{Gte: &gte, Lt: &lt}},
		"fullMembers.eq=3":                           {FullMembers: &model.IntRange{Eq: &eq}},
		"members.gt=3":                               {Members: &model.IntRange{Gt: &eq}},
		"foundedOn.lt=2019-03-02":                    {FoundedOn: &model.DateRange{Lt: &founded}},
		"name.startsWith=%3DSUM":                     {Name: &model.TextFilter{StartsWith: &prefix}},
		"name.contains=%E5%85%AC%E5%8F%B8":           {Name: &model.TextFilter{Contains: &part}},
		"creditCodes=" + string(creditCode(7)):       {CreditCodes: []model.CreditCode{creditCode(7)}},
		"results=TWO_COVERAGES:UNMET|EXEMPT":         {Results: []*model.ResultFilter{{Indicator: "TWO_COVERAGES", In: []model.Result{model.ResultUnmet, model.ResultExempt}}}},
		"movement.indicator=TWO_COVERAGES&movement.from=2025-12-31&movement.to=2026-06-30&movement.term=LOST": {
			Movement: &model.MovementFilter{Indicator: "TWO_COVERAGES", From: from, To: asOf, Term: model.MovementTermLost}},
	} {
		filters[question] = where
	}
	each(t, 240, func(w *world) {
		all := 240
		for question, where := range filters {
			page := 1000
			want, err := w.service.Units(w.ctx(), coverage.UnitsQuery{Where: &where, Page: model.Page{First: &page}})
			if err != nil {
				w.Fatal(question, err)
			}
			_, got := readCSV(w.TB, w.body("/export/units.csv?"+question))
			if len(got) != want.TotalCount || len(got) == 0 || len(got) == all && question != "zones=NONE" && question != "foundedOn.lt=2019-03-02" {
				w.Errorf("%s: %d rows, the list has %d", question, len(got), want.TotalCount)
			}
			for i, u := range want.Nodes() {
				if i < len(got) && got[i]["creditCode"] != string(u.CreditCode) {
					w.Errorf("%s: row %d is %s, in the list %s", question, i, got[i]["creditCode"], u.CreditCode)
				}
			}
		}
	})
}

var filters = map[string]model.UnitFilter{}

func TestFormulasAreDefusedAndNumbersStayNumbers(t *testing.T) {
	each(t, 16, func(w *world) {
		_, rows := readCSV(w.TB, w.body("/export/units.csv"))
		names := map[string]bool{}
		for _, r := range rows {
			names[r["name"]] = true
			if strings.ContainsAny(r["name"][:1], "=+-@") {
				w.Errorf("the name %q is a formula to a spreadsheet", r["name"])
			}
		}
		for _, want := range []string{"'=SUM(A1:A9)0", "'+86公司1", "'-减号2", "'@提及3", "\"引号\"，和,逗号4", "两行\n名称5", "普通公司7"} {
			if !names[want] {
				w.Errorf("no unit is called %q in %v", want, names)
			}
		}
		_, table := readCSV(w.TB, w.body("/export/coverage.csv?groupBy=DOMAIN&compareTo=2025-06-30"))
		if !slices.ContainsFunc(table, func(r record) bool { return strings.HasPrefix(r["change"], "-") }) {
			w.Errorf("no change is a negative number: %v", table)
		}
		raw := lines(w, w.body("/export/units.ndjson"))
		if !slices.ContainsFunc(raw, func(r record) bool { return r["name"] == "=SUM(A1:A9)0" }) {
			w.Error("JSON does not hold names as they are")
		}
	})
}

func TestTheFileTellsWhatItIsOf(t *testing.T) {
	each(t, 16, func(w *world) {
		if err := w.store.Update(w.Context(), func(tx *store.Tx) error { return tx.SetDemo(true) }); err != nil {
			w.Fatal(err)
		}
		w.refresh()
		now, _ := w.feed.Current()
		out := w.get("/export/gaps.csv?indicator=TWO_COVERAGES&asOf=2026-06-30")
		version := strconv.Itoa(int(now.Version))
		secrecy, _ := url.PathUnescape(out.Header().Get("X-Fugai-Secrecy"))
		_, name, _ := strings.Cut(out.Header().Get("Content-Disposition"), "filename*=UTF-8''")
		name, _ = url.PathUnescape(name)
		_, rows := readCSV(w.TB, out.Body.Bytes())
		for _, p := range [][2]string{
			{out.Header().Get("X-Fugai-Data-Version"), version}, {out.Header().Get("X-Fugai-As-Of"), "2026-06-30"}, {secrecy, "内部"},
			{out.Header().Get("X-Fugai-Demo"), "true"}, {out.Header().Get("X-Fugai-Rows"), strconv.Itoa(len(rows))},
			{name, "缺口_两个覆盖率_2026-06-30_v" + version + "_内部_演示数据·非真实.csv"},
			{out.Header().Get("Content-Type"), "text/csv; charset=utf-8; header=present"},
		} {
			if p[0] != p[1] {
				w.Errorf("told %q, want %q", p[0], p[1])
			}
		}
		head := w.send(http.MethodHead, "/export/gaps.csv?indicator=TWO_COVERAGES&asOf=2026-06-30")
		if head.Body.Len() != 0 || head.Header().Get("X-Fugai-Rows") != out.Header().Get("X-Fugai-Rows") {
			w.Errorf("HEAD: %v", head.Header())
		}
		if plain := w.body("/export/gaps.csv?indicator=TWO_COVERAGES&bom=false"); !bytes.HasPrefix(plain, []byte("indicator,")) {
			w.Errorf("without the mark the file begins with %q", plain[:20])
		}
	})
}

func TestTheWorkbookHoldsTheSameAndItsImprint(t *testing.T) {
	each(t, 80, func(w *world) {
		if err := w.store.Update(w.Context(), func(tx *store.Tx) error { return tx.SetDemo(true) }); err != nil {
			w.Fatal(err)
		}
		w.refresh()
		const question = "?indicator=TWO_COVERAGES&asOf=2026-06-30"
		header, want := readCSV(w.TB, w.body("/export/gaps.csv"+question))
		book, err := excelize.OpenReader(bytes.NewReader(w.body("/export/gaps.xlsx" + question)))
		if err != nil {
			w.Fatal(err)
		}
		name := book.GetSheetName(0)
		rows, err := book.GetRows(name)
		if err != nil || !slices.Equal(rows[0], header) {
			w.Fatalf("%v %v", err, rows[0])
		}
		got := records(rows)
		for i, r := range want {
			for column, value := range r {
				if g := got[i][column]; !strings.EqualFold(g, value) {
					w.Errorf("row %d: %s is %q in the workbook and %q in the CSV", i, column, g, value)
				}
			}
		}
		footer, err := book.GetHeaderFooter(name)
		if err != nil {
			w.Fatal(err)
		}
		for _, part := range []string{"内部", "2026-06-30", "数据版本", "王科长", "演示数据·非真实"} {
			if !strings.Contains(footer.OddFooter, part) {
				w.Errorf("the footer %q does not tell %s", footer.OddFooter, part)
			}
		}
		if !strings.Contains(name, "演示数据·非真实") {
			w.Errorf("the sheet is called %q", name)
		}
		if kind, _ := book.GetCellType(name, "A2"); kind != excelize.CellTypeInlineString && kind != excelize.CellTypeSharedString {
			w.Errorf("a text is of the type %d", kind)
		}
	})
}

func TestWhatIsBrokenOffIsSeen(t *testing.T) {
	each(t, 3000, func(w *world) {
		now, _ := w.feed.Current()
		storetest.SQL(w.TB, w.store, "DELETE FROM unit_facts WHERE unit_id > ?", now.Units()-50)
		server := httptest.NewServer(http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
			w.handler.ServeHTTP(out, r.WithContext(access.WithPrincipal(r.Context(), w.who)))
		}))
		defer server.Close()
		for _, name := range []string{"units.csv", "units.ndjson"} {
			answer, err := http.Get(server.URL + "/export/" + name)
			if err != nil {
				w.Fatal(err)
			}
			part, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if err == nil || answer.StatusCode != http.StatusOK || len(part) == 0 {
				w.Errorf("%s: status %d, %d bytes, and the end looks whole (%v)", name, answer.StatusCode, len(part), err)
			}
		}
		if out := w.get("/export/units.xlsx"); out.Code != http.StatusInternalServerError || out.Header().Get("Content-Disposition") != "" ||
			!strings.Contains(out.Body.String(), "INTERNAL") {
			w.Errorf("a workbook that cannot be made: %d %v %s", out.Code, out.Header(), out.Body)
		}
	})
}
