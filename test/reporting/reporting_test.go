package reporting

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/indicator"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/resolvers"
	"fugai/seeds"
)

// today is no month's end, so that the last month is provisional.
var today = model.MustDate("2026-07-15")

// questions are asked of the API and of the views; both answer rows of texts, of which the SQL names the columns in the order of paths.
var questions = map[string]struct{ graphQL, rows, sql string }{
	"Q1, by domain": {
		`{ coverage(groupBy: [DOMAIN]) { rows { domain
			a: share(of: "ORGANISATION_COVERAGE") { numerator gap unknown notApplicable exempt }
			b: share(of: "WORK_COVERAGE") { numerator gap unknown notApplicable exempt }
			c: share(of: "TWO_COVERAGES") { numerator gap unknown notApplicable exempt } } } }`,
		"domain a.numerator a.gap a.unknown a.notApplicable a.exempt b.numerator b.gap b.unknown b.notApplicable b.exempt c.numerator c.gap c.unknown c.notApplicable c.exempt",
		"SELECT domain, " + cells("ORGANISATION_COVERAGE") + ", " + cells("WORK_COVERAGE") + ", " + cells("TWO_COVERAGES") +
			" FROM report_coverage_current GROUP BY domain",
	},
	"Q2, by county and domain in a city": {
		`{ coverage(where: {regions: ["CITY"]}, groupBy: [REGION, DOMAIN], regionLevel: COUNTY) { rows { regionCode regionName domain
			a: share(of: "TWO_COVERAGES") { numerator gap exempt } } } }`,
		"regionCode regionName domain a.numerator a.gap a.exempt",
		`SELECT COALESCE(county_code, region_code), COALESCE(county_name, region_name), domain, SUM(met), SUM(unmet), SUM(exempt)
			FROM report_coverage_current WHERE city_code = 'CITY' AND indicator = 'TWO_COVERAGES'
			GROUP BY COALESCE(county_code, region_code), COALESCE(county_name, region_name), domain`,
	},
	"Q3, by township in a city, of one industry and two sizes": {
		`{ coverage(where: {regions: ["CITY"], industries: ["C"], sizes: [SMALL, MEDIUM]}, groupBy: [REGION], regionLevel: TOWNSHIP) { rows { regionCode regionName
			a: share(of: "WORK_COVERAGE") { numerator gap notApplicable } } } }`,
		"regionCode regionName a.numerator a.gap a.notApplicable",
		`SELECT COALESCE(township_code, region_code), COALESCE(township_name, region_name), SUM(met), SUM(unmet), SUM(not_applicable)
			FROM report_coverage_current
			WHERE city_code = 'CITY' AND industry = 'C' AND size IN ('SMALL', 'MEDIUM') AND primary_domain = 1 AND indicator = 'WORK_COVERAGE'
			GROUP BY COALESCE(township_code, region_code), COALESCE(township_name, region_name)`,
	},
	"Q4a, by month and domain in a city": {
		`{ coverage(where: {regions: ["CITY"]}, groupBy: [PERIOD, DOMAIN], periods: {from: "2024-08", to: "2026-07", grain: MONTH}) { rows { period domain
			a: share(of: "ORGANISATION_COVERAGE") { numerator denominator } } } }`,
		"period domain a.numerator a.denominator",
		`SELECT period, domain, SUM(met), SUM(met + unmet) FROM report_coverage_monthly
			WHERE city_code = 'CITY' AND period >= '2024-08' AND indicator = 'ORGANISATION_COVERAGE' GROUP BY period, domain`,
	},
	"Q4b, by month and domain": {
		`{ coverage(groupBy: [PERIOD, DOMAIN], periods: {from: "2023-07", to: "2026-07", grain: MONTH}) { rows { period asOf provisional domain
			a: share(of: "ORGANISATION_COVERAGE") { numerator denominator } } } }`,
		"period asOf provisional domain a.numerator a.denominator",
		`SELECT period, as_of, CASE provisional WHEN 1 THEN 'true' ELSE 'false' END, domain, SUM(met), SUM(met + unmet) FROM report_coverage_monthly
			WHERE indicator = 'ORGANISATION_COVERAGE' GROUP BY period, as_of, provisional, domain`,
	},
	"the other dimensions, weighed by employees": {
		`{ coverage(groupBy: [CONTROL, ESTABLISHMENT, SET_UP, WORK_MEANS]) { rows { control establishment setUp workMeans units
			a: share(of: "TWO_COVERAGES", weight: EMPLOYEES) { numerator gap exempt weightMissing } } } }`,
		"control establishment setUp workMeans units a.numerator a.gap a.exempt a.weightMissing",
		`SELECT control, establishment, set_up, work_means, SUM(units), SUM(met_employees), SUM(unmet_employees), SUM(exempt_employees), SUM(employees_missing)
			FROM report_coverage_current WHERE primary_domain = 1 AND indicator = 'TWO_COVERAGES' GROUP BY control, establishment, set_up, work_means`,
	},
}

// cells are the sums of an indicator beside those of others in one row.
func cells(key string) string {
	var list []string
	for _, c := range []string{"met", "unmet", "unknown", "not_applicable", "exempt"} {
		list = append(list, "SUM(CASE WHEN indicator = '"+key+"' THEN "+c+" ELSE 0 END)")
	}
	return strings.Join(list, ", ")
}

func TestTheViewsAnswerAsTheCubeDoes(t *testing.T) {
	dir := t.TempDir()
	if err := seeds.Generate(dir, seeds.Options{Units: 3000, AsOf: model.MustDate("2026-06-30"), Seed: 7}); err != nil {
		t.Fatal(err)
	}
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		handler := province(t, s, dir)
		for _, name := range slices.Sorted(maps.Keys(questions)) {
			q := questions[name]
			t.Run(name, func(t *testing.T) {
				city := strings.NewReplacer("CITY", "990100000000")
				want := answered(t, handler, city.Replace(q.graphQL), strings.Fields(q.rows))
				got := lines(storetest.Rows(t, s, city.Replace(q.sql)))
				if len(want) < 5 {
					t.Fatalf("only %d rows to compare", len(want))
				}
				if !slices.Equal(got, want) {
					t.Errorf("the view answers %d rows:\n%s\nthe API %d:\n%s", len(got), strings.Join(got, "\n"), len(want), strings.Join(want, "\n"))
				}
			})
		}
	})
}

// province imports a folder and sets the day of the views.
func province(t *testing.T, s *store.Store, dir string) http.Handler {
	t.Helper()
	ctx := context.Background()
	r := registry.New(s)
	check(t, r.EnsureRuleSet(ctx, "test"))
	report, err := intake.New(intake.Through(r), nil).Run(ctx, []string{dir}, intake.Options{AsOf: today, Recorder: "test"})
	check(t, err)
	if report.Total.Rejected > 0 {
		t.Fatalf("%d rows were rejected", report.Total.Rejected)
	}
	if changed, err := r.SetReports(ctx, today); err != nil || !changed {
		t.Fatal(changed, err)
	}
	f := feed.New(s, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	check(t, f.Refresh(ctx))
	reads := coverage.New(s, f, func() model.Date { return today }, "内部")
	return resolvers.New(reads, r, nil, nil).Handler(resolvers.DefaultLimits(), nil)
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// answered asks as a reader of the whole, which sees no more than the views tell.
func answered(t *testing.T, handler http.Handler, operation string, paths []string) []string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": operation})
	check(t, err)
	who := &access.Principal{Name: "test", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	out := httptest.NewRecorder()
	handler.ServeHTTP(out, request.WithContext(access.WithPrincipal(context.Background(), who)))
	var answer struct {
		Data struct {
			Coverage struct{ Rows []map[string]any }
		}
		Errors []any
	}
	decoder := json.NewDecoder(out.Body)
	decoder.UseNumber()
	check(t, decoder.Decode(&answer))
	if len(answer.Errors) > 0 {
		t.Fatal(answer.Errors...)
	}
	var rows [][]string
	for _, r := range answer.Data.Coverage.Rows {
		var row []string
		for _, path := range paths {
			row = append(row, valueAt(r, path))
		}
		rows = append(rows, row)
	}
	return lines(rows)
}

func valueAt(row map[string]any, path string) string {
	first, rest, deeper := strings.Cut(path, ".")
	if deeper {
		return valueAt(row[first].(map[string]any), rest)
	}
	return fmt.Sprint(row[first])
}

// lines are rows in one order, so that they can be compared.
func lines(rows [][]string) (out []string) {
	for _, r := range rows {
		out = append(out, strings.Join(r, " "))
	}
	slices.Sort(out)
	return out
}

func TestTheViewsTellNothingOfMembersAndPersons(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		if _, err := registry.New(s).SetReports(t.Context(), today); err != nil {
			t.Fatal(err)
		}
		shown := map[string]bool{}
		for _, row := range storetest.Rows(t, s, "SELECT indicator, shift FROM report_indicators") {
			shown[row[0]] = true
			if place, _ := strconv.Atoi(row[1]); string(indicator.Catalogue()[place/3].Key) != row[0] {
				t.Errorf("%s is not at bit %d", row[0], place)
			}
		}
		for _, key := range []string{"ORGANISATION_COVERAGE", "WORK_COVERAGE", "TWO_COVERAGES", "INSTRUCTOR_SENT", "HUNDRED_WITH_ORGANISATION"} {
			if !shown[key] {
				t.Errorf("%s is missing", key)
			}
		}
		for _, key := range []string{"DUE_ESTABLISHMENT", "DUE_COVERED", "MEMBER_UNITS_COVERED", "FIFTY_WITH_MEMBERS"} {
			if shown[key] {
				t.Errorf("%s tells of the members of single units", key)
			}
		}
	})
}

func TestTheDayOfTheViewsMovesOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		r := registry.New(s)
		for _, step := range []struct {
			day     string
			changed bool
			months  string // number of months, the last one, its day, whether it is provisional
		}{
			{"2026-07-30", true, "37 2026-07 2026-07-30 1"}, {"2026-07-30", false, "37 2026-07 2026-07-30 1"},
			{"2026-07-31", true, "37 2026-07 2026-07-31 0"}, {"2026-08-01", true, "37 2026-08 2026-08-01 1"},
		} {
			changed, err := r.SetReports(t.Context(), model.MustDate(step.day))
			check(t, err)
			rows := lines(storetest.Rows(t, s, "SELECT COUNT(*), MAX(period), MAX(day), (SELECT SUM(provisional) FROM report_months) FROM report_months"))
			// SQLite keeps 20260730 where MySQL keeps 2026-07-30.
			if got := strings.ReplaceAll(rows[0], "-", ""); changed != step.changed || got != strings.ReplaceAll(step.months, "-", "") {
				t.Errorf("%s: changed %t, %q; want %t, %q", step.day, changed, rows[0], step.changed, step.months)
			}
		}
		if state, err := s.State(t.Context()); err != nil || state.Version != 0 {
			t.Errorf("the day is no data, and took version %d; %v", state.Version, err)
		}
	})
}
