package export_test

import (
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/model"
)

// rulesOf are the rules of the look-back on a subject.
func rulesOf(w *world, of *model.Subject) (keys []model.IndicatorKey) {
	w.Helper()
	list, err := w.service.Indicators(w.ctx(), true, of)
	if err != nil {
		w.Fatal(err)
	}
	for _, in := range list {
		keys = append(keys, in.Key)
	}
	return keys
}

func TestQualityEqualsTheTable(t *testing.T) {
	each(t, 120, func(w *world) {
		subject, live, compared := model.SubjectOrganisation, true, model.MustDate("2025-06-30")
		query := coverage.TableQuery{Subject: subject, AsOf: &asOf, GroupBy: []model.Dimension{model.DimensionRegion, model.DimensionOrganisationKind},
			Of: &model.SubjectFilter{Live: &live, Regions: []model.RegionCode{"990101000000"}}}
		for _, key := range rulesOf(w, &subject) {
			query.Asks = append(query.Asks, coverage.ShareAsk{Of: key, Weight: model.WeightUnits, CompareTo: &compared})
		}
		want, err := w.service.Table(w.ctx(), query)
		if err != nil {
			w.Fatal(err)
		}
		const question = "subject=ORGANISATION&groupBy=REGION,ORGANISATION_KIND&live=true&regions=990101&asOf=2026-06-30"
		_, got := readCSV(w.TB, w.body("/export/quality.csv?"+question+"&compareTo=2025-06-30"))
		sameTable(w, want, got)
		i := 0
		for _, row := range want.Rows {
			for range row.Shares {
				if kind := row.OrganisationKind; got[i]["organisationKind"] != kind.String() || got[i]["organisationKindName"] != kind.Title() {
					w.Errorf("row %d is of %s in the file and of %s in the table", i, got[i]["organisationKind"], kind)
				}
				i++
			}
		}
		if !slices.ContainsFunc(got, func(r record) bool { return r["indicator"] == "DOCUMENT_MISSING" && r["gap"] != "0" && r["gap"] != "" }) {
			w.Error("nothing is found, so nothing was compared")
		}
		_, wide := readCSV(w.TB, w.body("/export/quality.csv?shape=wide&of=DOCUMENT_MISSING&"+question))
		if len(wide) != len(want.Rows) || wide[0]["DOCUMENT_MISSING_gap"] != got[slices.Index(rulesOf(w, &subject), "DOCUMENT_MISSING")]["gap"] {
			w.Errorf("the wide shape has %d rows, the first %v", len(wide), wide[0])
		}
	})
}

func TestFindingsEqualTheirPages(t *testing.T) {
	each(t, 400, func(w *world) {
		found := 0
		for _, key := range rulesOf(w, nil) {
			query := coverage.FindingsQuery{Rule: key, AsOf: &asOf, OrderBy: []*model.FindingOrder{
				{By: model.FindingOrderBySince, Direction: model.SortDirectionDesc}, {By: model.FindingOrderByName, Direction: model.SortDirectionAsc}}}
			_, got := readCSV(w.TB, w.body("/export/findings.csv?asOf=2026-06-30&orderBy=SINCE:DESC,NAME&rule="+string(key)))
			sameFindings(w, query, got)
			query.OrderBy, query.Where = nil, &model.SubjectFilter{Regions: []model.RegionCode{"990101100000", "990102000000"}}
			sameFindings(w, query, lines(w, w.body("/export/findings.ndjson?asOf=2026-06-30&regions=990101100,990102&rule="+string(key))))
			found += len(got)
		}
		if found < 100 {
			w.Errorf("only %d findings were compared", found)
		}
		ahead := coverage.FindingsQuery{Rule: "NO_RECORDED_ACTIVITY", AsOf: &asOf, Due: &model.DateSpan{From: asOf, To: asOf + 365}}
		_, got := readCSV(w.TB, w.body("/export/findings.csv?rule=NO_RECORDED_ACTIVITY&asOf=2026-06-30&dueBetween.from=2026-06-30&dueBetween.to=2027-06-30"))
		sameFindings(w, ahead, got)
	})
}

// sameFindings compares a file with all pages of the list.
func sameFindings(w *world, query coverage.FindingsQuery, got []record) {
	w.Helper()
	first := 61
	query.Page.First = &first
	i := 0
	for {
		page, err := w.service.Findings(w.ctx(), query)
		if err != nil {
			w.Fatal(err)
		}
		if page.TotalCount != len(got) {
			w.Fatalf("%s: the file has %d findings, the list %d", query.Rule, len(got), page.TotalCount)
		}
		for _, f := range page.Nodes() {
			for name, value := range map[string]string{
				"rule": string(f.Rule.Key), "ruleName": f.Rule.Title, "subject": f.Subject.String(), "code": f.Code, "regionCode": number((*string)(f.RegionCode())),
				"regionName": number(f.RegionName()), "since": f.Since.String(), "days": strconv.Itoa(f.Days), "asOf": "2026-06-30",
				"sinceRuleChange": strconv.FormatBool(f.SinceRuleChange), "text": f.Text, "textEnglish": f.TextEnglish, "mend": f.Mend, "mendEnglish": f.MendEnglish,
			} {
				if got[i][name] != value {
					w.Errorf("%s, finding %d (%s): %s is %q in the file and %q in the page", query.Rule, i, f.Code, name, got[i][name], value)
				}
			}
			if strings.TrimPrefix(got[i]["name"], "'") != f.Name || len(f.Evidence) > 0 && !strings.Contains(got[i]["evidence"], f.Evidence[0].Title) {
				w.Errorf("%s, finding %d: %q and %q in the file, %q in the page", query.Rule, i, got[i]["name"], got[i]["evidence"], f.Name)
			}
			i++
		}
		if !page.PageInfo.HasNextPage {
			return
		}
		query.Page.After = page.PageInfo.EndCursor
	}
}

func TestFilesOfTheLookBackKeepWhatIsNotForEverybody(t *testing.T) {
	each(t, 90, func(w *world) {
		w.who = &access.Principal{Name: "查询", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader)}
		for _, rule := range []string{"FEWER_THAN_THREE", "JOINT_SHOULD_STAND_ALONE", "SECRETARY_NOT_ELIGIBLE", "INSTRUCTOR_NOT_ELIGIBLE"} {
			if out := w.get("/export/findings.csv?rule=" + rule); out.Code != http.StatusForbidden || !strings.Contains(out.Body.String(), "DEPARTMENT") {
				w.Errorf("%s: %d %s", rule, out.Code, out.Body)
			}
		}
		_, rows := readCSV(w.TB, w.body("/export/findings.csv?rule=INSTRUCTOR_OVERLOADED"))
		for _, r := range rows {
			if r["name"] != "MASKED" {
				w.Errorf("a person is named: %v", r)
			}
		}
		_, shares := readCSV(w.TB, w.body("/export/quality.csv?subject=ORGANISATION"))
		for _, r := range shares {
			if forbidden := r["status"] == "FORBIDDEN"; forbidden != slices.Contains([]string{"FEWER_THAN_THREE", "BRANCH_OVER_FIFTY", "KIND_AGAINST_SIZE",
				"COMBINED_INVALID", "DECLARED_AGAINST_UNITS", "SECRETARY_NOT_ELIGIBLE"}, r["indicator"]) || forbidden && r["gap"]+r["numerator"]+r["unknown"] != "" {
				w.Errorf("a share without the right: %v", r)
			}
		}
	})
}

func TestFaultsOfTheLookBackAreToldAtOnce(t *testing.T) {
	each(t, 20, func(w *world) {
		for address, parts := range map[string][]string{
			"findings.csv?natures=REGULAR&regions=8801&dueBetween.from=2026-08-01&first=-1&rule=COUNTED_TWICE&name=x": {
				"natures: units have no natures, which is a condition on organisations", "regions[0]: there is no region 880100000000",
				"dueBetween: needs both dueBetween.from and dueBetween.to", "first: must be 0 or more", "name: is no parameter of this export"},
			"findings.csv?after=x":                     {"rule: is missing", "after: is no parameter"},
			"findings.csv?rule=TWO_COVERAGES":          {`rule: TWO_COVERAGES is an indicator of coverage and no rule of the look-back; ask gaps(indicator: \"TWO_COVERAGES\")`},
			"findings.csv?rule=NOTHING":                {`rule: there is no indicator \"NOTHING\"; use one of DUE_ESTABLISHMENT,`, "INSTRUCTOR_ENDED"},
			"quality.csv?of=TERM_OVERRUN":              {"subject: is missing"},
			"quality.csv?subject=ZONE":                 {`subject: \"ZONE\" is no Subject`},
			"quality.csv?subject=UNIT&of=TERM_OVERRUN": {"of: TERM_OVERRUN is a share of organisations, not of units; ask quality(subject: ORGANISATION)"},
			"quality.csv?subject=ORGANISATION&groupBy=ROLE,SIZE&weight=EMPLOYEES&of=TERM_OVERRUN": {
				"groupBy[0]: ROLE is no dimension of organisations", "groupBy[1]: SIZE is no dimension", "weight: organisations are counted, not weighed by EMPLOYEES; use UNITS"},
			"gaps.csv?indicator=COUNTED_TWICE": {`indicator: COUNTED_TWICE is a rule of the look-back; ask findings(rule: \"COUNTED_TWICE\")`},
		} {
			out := w.get("/export/" + address)
			if out.Code != http.StatusBadRequest {
				w.Errorf("GET %s: %d", address, out.Code)
			}
			for _, part := range parts {
				if !strings.Contains(out.Body.String(), part) {
					w.Errorf("GET %s does not say %q: %s", address, part, out.Body)
				}
			}
		}
	})
}

func TestEveryParameterOfTheLookBackIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	each(t, 1, func(w *world) {
		for _, name := range []string{"findings.csv?rule=COUNTED_TWICE", "quality.csv?subject=UNIT"} {
			list := regexp.MustCompile(`the known ones are ([A-Za-z., ]+)`).FindStringSubmatch(w.get("/export/" + name + "&nothing=1").Body.String())
			if list == nil {
				w.Fatalf("%s lists no parameters", name)
			}
			for parameter := range strings.SplitSeq(list[1], ", ") {
				if !strings.Contains(string(text), "`"+parameter+"`") {
					w.Errorf("docs/export.md does not tell the parameter %s of %s", parameter, name)
				}
			}
		}
	})
}
