package export_test

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/registry"
	"fugai/model"
)

// openRound opens a round of what the viewer may see.
func (w *world) openRound(code string) *model.ReviewRound {
	w.Helper()
	round, items, err := w.service.FreezeFindings(w.ctx(), model.ReviewOpening{Code: code, Title: "二季度", AsOf: &asOf})
	if err != nil {
		w.Fatal(err)
	}
	if _, err := registry.New(w.store).OpenReviewRound(w.ctx(), round, items, model.ReviewActor{Name: "开展人", On: today}); err != nil {
		w.Fatal(err)
	}
	w.refresh()
	return round
}

// act does an act on items that must succeed.
func (w *world) act(step model.ReviewStep) {
	w.Helper()
	done, err := registry.New(w.store).ActOnReview(w.ctx(), &step)
	if err != nil || done.Refused() {
		w.Fatal(done.Problems, err)
	}
	w.refresh()
}

// page is a part of the items of a round by the list.
func (w *world) page(r *model.ReviewRound, query coverage.ReviewItemsQuery) *model.Connection[model.ReviewItem] {
	w.Helper()
	pages, err := w.service.ReviewItems(w.ctx(), []*model.ReviewRound{r}, query)
	if err != nil {
		w.Fatal(err)
	}
	return pages[r]
}

// sameItems compares a file with all pages of the list.
func sameItems(w *world, r *model.ReviewRound, query coverage.ReviewItemsQuery, got []record) {
	w.Helper()
	first := 700
	query.Page.First = &first
	for i := 0; ; {
		page := w.page(r, query)
		if page.TotalCount != len(got) {
			w.Fatalf("the file has %d items, the list %d", len(got), page.TotalCount)
		}
		for _, n := range page.Nodes() {
			still, err := w.service.StillFound(w.ctx(), n)
			if err != nil {
				w.Fatal(err)
			}
			due := ""
			if n.DueOn() != 0 {
				due = n.DueOn().String()
			}
			for name, value := range map[string]string{
				"round": r.Code, "roundTitle": r.Title, "foundOn": r.AsOf.String(), "asOf": page.AsOf.String(), "rule": string(n.Rule), "subject": n.Subject.String(),
				"code": n.Code, "regionCode": string(n.Region.Code), "regionName": n.Region.Name, "since": n.Since.String(), "text": n.Text, "mend": n.Mend,
				"state": n.State().String(), "assignedToCode": n.Last.AssignedCode, "dueOn": due, "overdue": strconv.FormatBool(n.Overdue()),
				"stillFound": strconv.FormatBool(still), "lastAct": n.Last.Act.String(), "lastActor": n.Last.Actor, "lastOn": n.Last.ValidFrom.String(),
			} {
				if got[i][name] != value {
					w.Errorf("item %d (%s of %s): %s is %q in the file and %q in the list", i, n.Rule, n.Code, name, got[i][name], value)
				}
			}
			if strings.TrimPrefix(got[i]["name"], "'") != n.Name || got[i]["ruleName"] == "" || (got[i]["assignedToName"] == "") != (n.Last.AssignedTo == 0) {
				w.Errorf("item %d is %v in the file", i, got[i])
			}
			i++
		}
		if !page.PageInfo.HasNextPage {
			return
		}
		query.Page.After = page.PageInfo.EndCursor
	}
}

func TestItemsOfARoundEqualTheirPages(t *testing.T) {
	each(t, 2600, func(w *world) {
		round := w.openRound("2026/Q2 \"回头看\"")
		const question = "/export/review.csv?code=2026%2FQ2%20%22%E5%9B%9E%E5%A4%B4%E7%9C%8B%22"
		ndjson := strings.Replace(question, ".csv", ".ndjson", 1)
		few := 5
		some := w.page(round, coverage.ReviewItemsQuery{Page: model.Page{First: &few}}).Nodes()
		ids := make([]model.ReviewItemID, len(some))
		for i := range some {
			ids[i] = some[i].ID
		}
		w.act(model.ReviewStep{Act: model.ReviewActAssigned, Items: ids, AssignTo: "C1", DueOn: today, Note: "找张三", By: model.ReviewActor{Name: "交办人", On: today}})
		w.act(model.ReviewStep{Act: model.ReviewActAnswered, Items: ids[:2], Note: "已整改", By: model.ReviewActor{Name: "支部", On: today}})

		_, all := readCSV(w.TB, w.body(question))
		if len(all) < 2*coverage.LongestPage {
			w.Errorf("only %d items; the file is to be read in several parts", len(all))
		}
		sameItems(w, round, coverage.ReviewItemsQuery{}, all)
		if all[0]["note"] != "已整改" || all[2]["note"] != "找张三" || all[5]["note"] != "" || all[2]["assignedToName"] != "东县委" || all[2]["dueOn"] != "2026-07-15" {
			w.Errorf("the items that were acted on are %v, %v, %v", all[0], all[2], all[5])
		}
		yes, later := true, today+1
		for condition, query := range map[string]coverage.ReviewItemsQuery{
			"&states=ASSIGNED,ANSWERED&asOf=2026-07-16":             {Where: &model.ReviewFilter{States: []model.ReviewState{model.ReviewStateAssigned, model.ReviewStateAnswered}}, AsOf: &later},
			"&overdue=true&asOf=2026-07-16":                         {Where: &model.ReviewFilter{Overdue: &yes}, AsOf: &later},
			"&overdue=true":                                         {Where: &model.ReviewFilter{Overdue: &yes}},
			"&asOf=2026-06-30":                                      {AsOf: &asOf},
			"&assignedTo=C1":                                        {Where: &model.ReviewFilter{AssignedTo: []string{"C1"}}},
			"&assignedTo=NONE&subjects=ORGANISATION&regions=990101": {Where: &model.ReviewFilter{AssignedTo: []string{"NONE"}, Subjects: []model.Subject{model.SubjectOrganisation}, Regions: []model.RegionCode{"990101000000"}}},
			"&rules=DOCUMENT_MISSING,SECRETARY_MISSING&codes=" + all[0]["code"]: {Where: &model.ReviewFilter{Rules: []model.IndicatorKey{"DOCUMENT_MISSING", "SECRETARY_MISSING"}, Codes: []string{all[0]["code"]}}},
		} {
			sameItems(w, round, query, lines(w, w.body(ndjson+condition)))
		}
		if _, overdue := readCSV(w.TB, w.body(question+"&overdue=true&asOf=2026-07-16")); len(overdue) != 5 {
			w.Errorf("on the day after the due date %d items are overdue", len(overdue))
		}
		_, part := readCSV(w.TB, w.body(question+"&first=1100&offset=900"))
		if len(part) != 1100 || part[0]["code"] != all[900]["code"] || part[1099]["code"] != all[1999]["code"] || part[1099]["rule"] != all[1999]["rule"] {
			w.Errorf("a part of the file has %d items", len(part))
		}
		head, none := readCSV(w.TB, w.body(question+"&codes=nobody"))
		if full, _ := readCSV(w.TB, w.body(question+"&first=1")); len(none) != 0 || !slices.Equal(head, full) {
			w.Errorf("without rows the header is %v", head)
		}
		for _, r := range all[:20] { // a workbook has booleans of its own
			r["overdue"], r["stillFound"] = strings.ToUpper(r["overdue"]), strings.ToUpper(r["stillFound"])
		}
		sameBook(w, all[:20], w.body(strings.Replace(question, ".csv", ".xlsx", 1)+"&first=20"))
	})
}

func TestFilesOfARoundKeepWhatIsNotForEverybody(t *testing.T) {
	each(t, 200, func(w *world) {
		round := w.openRound("R")
		_, whole := readCSV(w.TB, w.body("/export/review.csv?code=R"))
		few := 3
		var ids []model.ReviewItemID
		for _, n := range w.page(round, coverage.ReviewItemsQuery{Where: &model.ReviewFilter{Rules: []model.IndicatorKey{"DOCUMENT_MISSING"}}, Page: model.Page{First: &few}}).Nodes() {
			ids = append(ids, n.ID)
		}
		w.act(model.ReviewStep{Act: model.ReviewActAssigned, Items: ids, AssignTo: "C2", DueOn: today, Note: "找张三", By: model.ReviewActor{Name: "交办人", On: today}})
		w.who = &access.Principal{Name: "县里", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader), RegionCode: "990101000000", Region: regionID(w, "990101000000")}
		_, seen := readCSV(w.TB, w.body("/export/review.csv?code=R"))
		members := []string{"BRANCH_OVER_FIFTY", "COMBINED_INVALID", "DECLARED_AGAINST_UNITS", "DUE_ESTABLISHMENT", "FEWER_THAN_THREE", "FIFTY_WITH_MEMBERS", "INSTRUCTOR_NOT_ELIGIBLE",
			"JOINT_SHOULD_STAND_ALONE", "KIND_AGAINST_SIZE", "SECRETARY_NOT_ELIGIBLE"}
		want := 0
		for _, r := range whole {
			if strings.HasPrefix(r["regionCode"], "990101") && !slices.Contains(members, r["rule"]) {
				want++
			}
		}
		noted := 0
		for _, r := range seen {
			if slices.Contains(members, r["rule"]) || !strings.HasPrefix(r["regionCode"], "990101") || r["note"] != "" && r["note"] != "MASKED" {
				w.Errorf("a county's reader gets %v", r)
			}
			if r["note"] == "MASKED" {
				noted++
			}
		}
		if len(seen) != want || want == 0 || want == len(whole) || noted != len(ids) {
			w.Errorf("a county's reader gets %d items of %d, want %d, and %d notes of %d", len(seen), len(whole), want, noted, len(ids))
		}
		for address, part := range map[string]string{"?code=R&rules=FEWER_THAN_THREE": "rules[0]: the findings of FEWER_THAN_THREE tell of", "?code=R&regions=990102": "is outside the scope"} {
			if out := w.get("/export/review.csv" + address); out.Code != http.StatusForbidden || !strings.Contains(out.Body.String(), part) {
				w.Errorf("%s: %d %s", address, out.Code, out.Body)
			}
		}
		w.who = &access.Principal{Name: "邻县", Role: model.RoleReader, Rights: access.RightsOf(model.RoleReader), RegionCode: "990102000000", Region: regionID(w, "990102000000")}
		for _, r := range lines(w, w.body("/export/review.ndjson?code=R")) {
			if !strings.HasPrefix(r["regionCode"], "990102") {
				w.Errorf("another county's reader gets %v", r)
			}
		}
		for address, status := range map[string]int{"": http.StatusBadRequest, "?code=none": http.StatusNotFound, "?code=R&states=GONE&after=x": http.StatusBadRequest} {
			if out := w.get("/export/review.csv" + address); out.Code != status {
				w.Errorf("%s: %d %s", address, out.Code, out.Body)
			}
		}
	})
}
