package graphql

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"fugai/internal/access"
	"fugai/model"
)

// on makes it another day until the test ends.
func on(t *testing.T, day string) {
	t.Helper()
	before := today
	t.Cleanup(func() { today = before })
	today = model.MustDate(day)
}

// askNamed is ask by a key of a name.
func (p *product) askNamed(t *testing.T, name string, w who, operation string, variables map[string]any) []byte {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": operation, "variables": variables})
	check(t, err)
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	ctx := p.as(t, w)
	access.From(ctx).Name = name
	answer := httptest.NewRecorder()
	p.handler.ServeHTTP(answer, request.WithContext(ctx))
	return answer.Body.Bytes()
}

type (
	reviewEvent struct {
		Act, State, Actor string
		AssignedToCode    *string
		DueOn, Note       *string
	}
	reviewItem struct {
		ID, Code, Name, Subject, Since, Text, Mend, State string
		Rule                                              struct{ Key string }
		Region                                            *struct{ Code string }
		AssignedToCode, DueOn                             *string
		Overdue, StillFound                               bool
		Events                                            []reviewEvent
	}
	reviewCount struct {
		Rule                   *struct{ Key string }
		State, Subject         *string
		Region                 *struct{ Code string }
		AssignedToCode         *string
		Items, Closed, Overdue int
		ClosedRate             *float64
	}
	reviewRound struct {
		Code, Title, AsOf, OpenedBy string
		DataVersion                 model.DataVersion
		ClosedBy, ClosedAt          *string
		Region                      *struct{ Code string }
		Rules                       []struct{ Key string }
		Counts                      []reviewCount
		Items                       struct {
			TotalCount int
			Nodes      []reviewItem
			PageInfo   struct {
				HasNextPage bool
				EndCursor   string
			}
		}
	}
	reviewPayload struct {
		DataVersion model.DataVersion
		Round       *reviewRound
		Items       []reviewItem
		Problems    []struct {
			Path, Code, Message string
			Warning             bool
		}
	}
)

const (
	reviewItemFields  = `id code name subject since text mend state rule { key } region { code } assignedToCode dueOn overdue stillFound events { act state actor assignedToCode dueOn note }`
	reviewCountFields = `rule { key } state subject region { code } assignedToCode items closed overdue closedRate`
	reviewRoundFields = `code title asOf openedBy dataVersion closedBy closedAt region { code } rules { key }`
)

// told is a payload in one line.
func (r *reviewPayload) told() string {
	words := []string{}
	for _, p := range r.Problems {
		words = append(words, p.Path+":"+p.Code)
	}
	return strings.Join(words, " ")
}

// review does an act by a key of a name; the act stands with its arguments. Errors fail the test, problems do not.
func (p *product) review(t *testing.T, name string, w who, act string, variables map[string]any) *reviewPayload {
	t.Helper()
	head := ""
	if variables != nil {
		head = `($items: [ID!]!)`
	}
	body := p.askNamed(t, name, w, `mutation`+head+` { done: `+act+` { dataVersion problems { path code message warning } round { `+reviewRoundFields+` } items { `+reviewItemFields+` } } }`, variables)
	var a struct {
		Data   struct{ Done *reviewPayload }
		Errors []struct{ Message string }
	}
	check(t, json.Unmarshal(body, &a))
	if len(a.Errors) > 0 || a.Data.Done == nil {
		t.Fatalf("%s is answered by %s", act, body)
	}
	return a.Data.Done
}

// acted is review without any problem.
func (p *product) acted(t *testing.T, name, act string, items ...string) *reviewPayload {
	t.Helper()
	var variables map[string]any
	if items != nil {
		variables = map[string]any{"items": items}
	}
	done := p.review(t, name, department, act, variables)
	if len(done.Problems) > 0 {
		t.Fatalf("%s has problems: %+v", act, done.Problems)
	}
	return done
}

// round reads a round; arguments are those of its items, or "".
func (p *product) round(t *testing.T, w who, code, arguments string) *reviewRound {
	t.Helper()
	var a struct{ ReviewRound *reviewRound }
	p.get(t, w, `{ reviewRound(code: "`+code+`") { `+reviewRoundFields+` items(first: 1000`+arguments+`) { totalCount nodes { `+reviewItemFields+` } } } }`, nil, &a)
	return a.ReviewRound
}

// counted are the counts of a round.
func (p *product) counted(t *testing.T, w who, code, arguments string) []reviewCount {
	t.Helper()
	var a struct{ ReviewRound *reviewRound }
	p.get(t, w, `{ reviewRound(code: "`+code+`") { counts`+arguments+` { `+reviewCountFields+` } } }`, nil, &a)
	return a.ReviewRound.Counts
}

func keysOf(items []reviewItem) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = items[i].Rule.Key + " " + items[i].Code
	}
	return out
}

func idsOf(items []reviewItem) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = items[i].ID
	}
	return out
}

func TestAnOpenedRoundHoldsWhatFindingsList(t *testing.T) {
	const day = "2026-06-30"
	eachLookBack(t, func(t *testing.T, p *product) {
		for code, region := range map[string]string{"all": "", "county": "990101000000"} {
			where, argument := "", ""
			if region != "" {
				where, argument = `, where: {regions: ["`+region+`"]}`, `, region: "`+region+`"`
			}
			done := p.acted(t, "开展人", `openReviewRound(input: {code: "`+code+`", title: "二季度", asOf: "`+day+`"`+argument+`})`)
			if r := done.Round; r == nil || r.AsOf != day || r.OpenedBy != "开展人" || r.ClosedBy != nil || r.ClosedAt != nil || r.DataVersion != done.DataVersion-1 ||
				(r.Region == nil) != (region == "") || r.Region != nil && r.Region.Code != region {
				t.Errorf("%s: the round is %+v at version %d", code, r, done.DataVersion)
			}
			round := p.round(t, department, code, "")
			var rules []string
			wanted := map[string]int{}
			for _, r := range lookBackRules(t, p) {
				rules = append(rules, r.Key)
				found, total := findingsOf(t, p, department, r.Key, `, asOf: "`+day+`"`+where)
				frozen := p.round(t, department, code, `, where: {rules: ["`+r.Key+`"]}`).Items
				if wanted[r.Key] = total; frozen.TotalCount != total || len(frozen.Nodes) != total {
					t.Errorf("%s: %d items of %s and %d in the list, %d findings", code, frozen.TotalCount, r.Key, len(frozen.Nodes), total)
					continue
				}
				slices.SortFunc(found, func(a, b aFinding) int { return strings.Compare(a.Code, b.Code) })
				for i, f := range found {
					n := frozen.Nodes[i]
					if n.Code != f.Code || n.Since != f.Since || n.Text != f.Text || n.Mend != f.Mend || n.State != "OPEN" || n.Subject != r.Subject || n.Overdue || n.DueOn != nil ||
						(r.Subject == "INSTRUCTOR") != (n.Name == n.Code) || len(n.Events) != 1 || n.Events[0].Act != "FROZEN" || n.Events[0].Actor != "开展人" {
						t.Errorf("%s: the item is %+v, the finding %+v", code, n, f)
					}
				}
			}
			var of []string
			for _, r := range round.Rules {
				of = append(of, r.Key)
			}
			if !slices.Equal(of, rules) {
				t.Errorf("%s is of the rules %v, want %v", code, of, rules)
			}
			if keys := keysOf(round.Items.Nodes); !slices.IsSorted(keys) || len(keys) < 10 {
				t.Errorf("%s: the items are not in order, or few: %v", code, keys)
			}
			for _, c := range p.counted(t, department, code, `(groupBy: [RULE])`) {
				if c.Items != wanted[c.Rule.Key] || c.Items == 0 {
					t.Errorf("%s: %d items of %s are counted, %d were found", code, c.Items, c.Rule.Key, wanted[c.Rule.Key])
				}
				delete(wanted, c.Rule.Key)
			}
			for key, n := range wanted {
				if n > 0 {
					t.Errorf("%s: %d items of %s are not counted", code, n, key)
				}
			}
		}
	})
}

// row is the only row of a count, in words.
func row(t *testing.T, counts []reviewCount) string {
	t.Helper()
	if len(counts) != 1 {
		t.Fatalf("without a grouping there are %d rows", len(counts))
	}
	c := counts[0]
	if (c.ClosedRate == nil) != (c.Items == 0) || c.ClosedRate != nil && math.Abs(*c.ClosedRate*float64(c.Items)-float64(c.Closed)) > 1e-9 {
		t.Errorf("%d of %d items are closed, and the rate is not that", c.Closed, c.Items)
	}
	return fmt.Sprintf("%d closed, %d overdue", c.Closed, c.Overdue)
}

// TestARoundFromItsOpeningToItsEnd goes through every act on the days on which they are done, and asks on the last of them how the items
// stood on each day.
func TestARoundFromItsOpeningToItsEnd(t *testing.T) {
	eachLookBack(t, func(t *testing.T, p *product) {
		on(t, "2026-07-15")
		p.acted(t, "开展人", `openReviewRound(input: {code: "R", title: "回头看"})`)
		items := p.round(t, department, "R", "").Items.Nodes
		n := len(items)
		three, rest := idsOf(items[:3]), idsOf(items[3:])
		assigned := p.acted(t, "交办人", `assignReviewItems(input: {items: $items, assignTo: "K11", dueOn: "2026-07-20"})`, three[2], three[0], three[1])
		if !slices.Equal(idsOf(assigned.Items), []string{three[2], three[0], three[1]}) || assigned.Items[0].State != "ASSIGNED" || *assigned.Items[0].AssignedToCode != "K11" || *assigned.Items[0].DueOn != "2026-07-20" {
			t.Fatalf("the items are assigned as %+v", assigned.Items)
		}
		on(t, "2026-07-18")
		answered := p.acted(t, "支部", `answerReviewItems(input: {items: $items, note: "已整改"})`, three...)
		on(t, "2026-07-19")
		own := p.review(t, "支部", department, `checkReviewItems(input: {items: $items, close: true})`, map[string]any{"items": three[:2]})
		if own.told() != "items[0]:REVIEW_OWN_ANSWER items[1]:REVIEW_OWN_ANSWER" || own.Round != nil || len(own.Items) > 0 || own.DataVersion != answered.DataVersion {
			t.Errorf("who answered checks: %+v", own)
		}
		p.acted(t, "核查人", `checkReviewItems(input: {items: $items, close: true, note: "属实"})`, three[:2]...)
		reopened := p.acted(t, "核查人", `checkReviewItems(input: {items: $items, close: false, note: "仍缺材料"})`, three[2])
		if i := reopened.Items[0]; i.State != "REOPENED" || *i.DueOn != "2026-07-20" || *i.AssignedToCode != "K11" {
			t.Errorf("the reopened item is %+v", i)
		}
		for day, want := range map[string]string{
			"2026-07-14": "0 closed, 0 overdue", "2026-07-15": "0 closed, 0 overdue", "2026-07-18": "0 closed, 0 overdue", "2026-07-19": "2 closed, 0 overdue",
			"2026-07-20": "2 closed, 0 overdue", "2026-07-21": "2 closed, 1 overdue",
		} {
			counts := p.counted(t, department, "R", `(asOf: "`+day+`")`)
			if got := row(t, counts); got != want || (counts[0].Items != n) != (day == "2026-07-14") {
				t.Errorf("on %s: %d items, %s; want %s", day, counts[0].Items, got, want)
			}
			for _, asked := range []bool{true, false} {
				list := p.round(t, department, "R", fmt.Sprintf(`, asOf: %q, where: {overdue: %t}`, day, asked)).Items
				total := counts[0].Overdue
				if !asked {
					total = counts[0].Items - total
				}
				if list.TotalCount != total || len(list.Nodes) != total {
					t.Errorf("on %s %d items are listed as overdue=%t, want %d", day, list.TotalCount, asked, total)
				}
				for _, i := range list.Nodes {
					if i.Overdue != asked {
						t.Errorf("on %s %s is overdue=%t in the list of %t", day, i.Code, i.Overdue, asked)
					}
				}
			}
		}
		for day, want := range map[string]string{"2026-07-16": "FROZEN ASSIGNED", "2026-07-18": "FROZEN ASSIGNED ANSWERED", "2026-07-19": "FROZEN ASSIGNED ANSWERED REOPENED"} {
			i := p.round(t, department, "R", `, asOf: "`+day+`"`).Items.Nodes[2]
			var acts []string
			for _, e := range i.Events {
				acts = append(acts, e.Act)
			}
			if strings.Join(acts, " ") != want || i.State != i.Events[len(acts)-1].State {
				t.Errorf("on %s the acts are %v, and the item is %s", day, acts, i.State)
			}
		}
		sameListsAndCounts(t, p, "R", n)

		unfinished := p.review(t, "核查人", department, `closeReviewRound(code: "R")`, nil)
		if unfinished.told() != "code:REVIEW_STATE" || !strings.Contains(unfinished.Problems[0].Message, fmt.Sprintf("%d of the %d items of the round R are not closed (%d OPEN, 1 REOPENED)", n-2, n, n-3)) {
			t.Errorf("an unfinished round is closed: %+v", unfinished.Problems)
		}
		p.acted(t, "支部", `answerReviewItems(input: {items: $items, note: "材料已补"})`, three[2])
		p.acted(t, "交办人", `assignReviewItems(input: {items: $items, assignTo: "C01", dueOn: "2026-08-01", note: "请尽快"})`, rest...)
		p.acted(t, "支部", `answerReviewItems(input: {items: $items, note: "已整改"})`, rest...)
		on(t, "2026-08-02")
		p.acted(t, "核查人", `checkReviewItems(input: {items: $items, close: true})`, append(rest, three[2])...)
		closed := p.acted(t, "负责人", `closeReviewRound(code: "R")`)
		if r := closed.Round; r == nil || r.ClosedBy == nil || *r.ClosedBy != "负责人" || r.ClosedAt == nil {
			t.Fatalf("the closed round is %+v", r)
		}
		if again := p.review(t, "负责人", department, `closeReviewRound(code: "R")`, nil); again.told() != "code:REVIEW_STATE" || again.DataVersion != closed.DataVersion {
			t.Errorf("closed again: %+v", again)
		}
		for day, want := range map[string]string{"2026-08-01": fmt.Sprintf("2 closed, %d overdue", 1), "2026-08-02": fmt.Sprintf("%d closed, 0 overdue", n)} {
			if got := row(t, p.counted(t, department, "R", `(asOf: "`+day+`")`)); got != want {
				t.Errorf("on %s: %s, want %s", day, got, want)
			}
		}
		var lists struct{ Open, Closed, All struct{ TotalCount int } }
		p.get(t, department, `{ open: reviewRounds(open: true) { totalCount } closed: reviewRounds(open: false) { totalCount } all: reviewRounds { totalCount } }`, nil, &lists)
		if lists.Open.TotalCount != 0 || lists.Closed.TotalCount != 1 || lists.All.TotalCount != 1 {
			t.Errorf("after the end the rounds are %+v", lists)
		}
	})
}

// sameListsAndCounts compares the rows of every grouping with the lists that they count.
func sameListsAndCounts(t *testing.T, p *product, code string, n int) {
	t.Helper()
	for groupBy, where := range map[string]func(*reviewCount) string{
		"RULE":    func(c *reviewCount) string { return `rules: ["` + c.Rule.Key + `"]` },
		"STATE":   func(c *reviewCount) string { return `states: [` + *c.State + `]` },
		"SUBJECT": func(c *reviewCount) string { return `subjects: [` + *c.Subject + `]` },
		"ASSIGNED_TO": func(c *reviewCount) string {
			if c.AssignedToCode == nil {
				return `assignedTo: ["NONE"]`
			}
			return `assignedTo: ["` + *c.AssignedToCode + `"]`
		},
		"REGION":         func(c *reviewCount) string { return `regions: ["` + c.Region.Code + `"]` },
		"STATE, SUBJECT": func(c *reviewCount) string { return `states: [` + *c.State + `], subjects: [` + *c.Subject + `]` },
	} {
		rows := p.counted(t, department, code, `(groupBy: [`+groupBy+`])`)
		sum, seen := 0, map[string]bool{}
		for i := range rows {
			sum += rows[i].Items
			condition := where(&rows[i])
			if seen[condition] {
				t.Errorf("%s has two rows of %s", groupBy, condition)
			}
			seen[condition] = true
			list := p.round(t, department, code, `, where: {`+condition+`}`).Items
			if list.TotalCount != rows[i].Items || len(list.Nodes) != rows[i].Items {
				t.Errorf("%s of %s: %d are counted, %d listed", condition, groupBy, rows[i].Items, list.TotalCount)
			}
		}
		if sum != n || len(rows) < 2 && groupBy != "REGION" {
			t.Errorf("%s: %d rows add up to %d items of %d", groupBy, len(rows), sum, n)
		}
	}
	for _, level := range []string{"PROVINCE", "CITY", "COUNTY", "TOWNSHIP"} {
		sum := 0
		for _, c := range p.counted(t, department, code, `(groupBy: [REGION], regionLevel: `+level+`)`) {
			sum += c.Items
		}
		if sum != n {
			t.Errorf("the rows of level %s add up to %d items of %d", level, sum, n)
		}
	}
}
