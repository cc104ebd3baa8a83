package graphql

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// integrator writes, and sees neither members nor persons.
var integrator = who{Role: model.RoleIntegrator}

// openedFor opens a round of everything and gives its items by region of the county's scope: inside and outside.
func openedFor(t *testing.T, p *product, code string) (inside, outside []reviewItem) {
	t.Helper()
	p.acted(t, "test", `openReviewRound(input: {code: "`+code+`", title: "回头看"})`)
	for _, i := range p.round(t, department, code, "").Items.Nodes {
		if strings.HasPrefix(i.Region.Code, "990101") {
			inside = append(inside, i)
		} else {
			outside = append(outside, i)
		}
	}
	if len(inside) < 3 || len(outside) < 3 {
		t.Fatalf("%d items inside and %d outside; the test needs some of both", len(inside), len(outside))
	}
	return inside, outside
}

func TestANarrowKeySeesItsItemsOfAWiderRound(t *testing.T) {
	eachLookBack(t, func(t *testing.T, p *product) {
		inside, outside := openedFor(t, p, "R")
		p.acted(t, "test", `openReviewRound(input: {code: "elsewhere", title: "甲二县", region: "990102000000"})`)
		if mine := p.review(t, "县", county, `openReviewRound(input: {code: "mine", title: "本县"})`, nil); mine.Round == nil || mine.Round.Region == nil || mine.Round.Region.Code != "990101000000" {
			t.Errorf("a county's round without a region is %+v", mine)
		}
		var rounds struct{ ReviewRounds struct{ Nodes []reviewRound } }
		p.get(t, county, `{ reviewRounds { nodes { code } } }`, nil, &rounds)
		var codes []string
		for _, r := range rounds.ReviewRounds.Nodes {
			codes = append(codes, r.Code)
		}
		if strings.Join(codes, " ") != "mine R" || p.round(t, county, "elsewhere", "") != nil {
			t.Errorf("a county sees the rounds %v", codes)
		}
		for name, list := range map[string][]reviewItem{"of the wider": p.round(t, county, "R", "").Items.Nodes, "of its own": p.round(t, county, "mine", "").Items.Nodes,
			"by the region": p.round(t, department, "R", `, where: {regions: ["990101000000"]}`).Items.Nodes} {
			if !slices.Equal(keysOf(list), keysOf(inside)) {
				t.Errorf("items %s: %v, want %v", name, keysOf(list), keysOf(inside))
			}
		}
		for _, groupBy := range []string{"", "(groupBy: [REGION])", "(groupBy: [RULE])", "(groupBy: [REGION], regionLevel: COUNTY)"} {
			sum := 0
			for _, c := range p.counted(t, county, "R", groupBy) {
				sum += c.Items
			}
			if sum != len(inside) {
				t.Errorf("%s: a county counts %d items of %d", groupBy, sum, len(inside))
			}
		}
		mixed := map[string]any{"items": []string{inside[0].ID, outside[0].ID}}
		if done := p.review(t, "县", county, `assignReviewItems(input: {items: $items, assignTo: "K12", dueOn: "2026-12-31"})`, mixed); done.told() != "assignTo:OUT_OF_SCOPE items[1]:UNKNOWN_REVIEW_ITEM" {
			t.Errorf("a county assigns what is elsewhere: %+v", done.Problems)
		}
		if done := p.review(t, "县", county, `assignReviewItems(input: {items: $items, assignTo: "K11", dueOn: "2026-12-31"})`, map[string]any{"items": []string{inside[0].ID}}); done.told() != "" {
			t.Errorf("a county assigns its own: %+v", done.Problems)
		}
		for operation, want := range map[string]string{
			`mutation { closeReviewRound(code: "R") { dataVersion } }`:                                             `reaches beyond the scope of this key, which is 990101000000`,
			`mutation { closeReviewRound(code: "elsewhere") { dataVersion } }`:                                     `there is no round`,
			`mutation { openReviewRound(input: {code: "n", title: "n", region: "990102000000"}) { dataVersion } }`: `input.region: 990102000000 is outside the scope of this key`,
			`{ reviewRound(code: "R") { counts(where: {regions: ["990102000000"]}) { items } } }`:                  `where.regions[0]: 990102000000 is outside the scope of this key`,
			`{ node(id: "` + outside[0].ID + `") { id } }`:                                                         `"node":null`,
			`{ node(id: "` + inside[0].ID + `") { ... on ReviewItem { code state round { code } } } }`:             `"node":{"code":"` + inside[0].Code + `","state":"ASSIGNED","round":{"code":"R"}}`,
			`{ node(id: "ReviewRound:1") { ... on ReviewRound { code } } }`:                                        `"node":{"code":"R"}`,
			`{ node(id: "ReviewRound:2") { id } }`:                                                                 `"node":null`,
			`{ reviewRound(code: "none") { code } }`:                                                               `"reviewRound":null`,
		} {
			if answer, _ := p.ask(t, county, operation, nil); !strings.Contains(string(answer), want) {
				t.Errorf("%s\nanswers %s, want %s", operation, answer, want)
			}
		}
	})
}

func TestItemsThatTellOfMembersAndPersonsAreForThoseWhoMayReadThem(t *testing.T) {
	hidden := []string{"BRANCH_OVER_FIFTY", "COMBINED_INVALID", "DECLARED_AGAINST_UNITS", "DUE_ESTABLISHMENT", "FEWER_THAN_THREE", "FIFTY_WITH_MEMBERS", "INSTRUCTOR_NOT_ELIGIBLE",
		"JOINT_SHOULD_STAND_ALONE", "KIND_AGAINST_SIZE", "SECRETARY_NOT_ELIGIBLE"}
	eachLookBack(t, func(t *testing.T, p *product) {
		inside, outside := openedFor(t, p, "R")
		all := append(inside, outside...)
		slices.SortFunc(all, func(a, b reviewItem) int { return strings.Compare(a.Rule.Key+" "+a.Code, b.Rule.Key+" "+b.Code) })
		var want []string
		for _, key := range keysOf(all) {
			if rule, _, _ := strings.Cut(key, " "); !slices.Contains(hidden, rule) {
				want = append(want, key)
			}
		}
		if len(want) == 0 || len(want) == len(all) {
			t.Fatalf("%d of %d items are for everybody; the test needs some of both", len(want), len(all))
		}
		p.acted(t, "test", `assignReviewItems(input: {items: $items, assignTo: "K11", dueOn: "2026-12-31", note: "找示例书记谈话"})`, idsOf(all)...)
		for _, w := range []who{reader, integrator, administrator} {
			round := p.round(t, w, "R", "")
			if got := keysOf(round.Items.Nodes); !slices.Equal(got, want) || round.Items.TotalCount != len(want) {
				t.Errorf("%s sees %v of %d, want %v", w.Role, got, round.Items.TotalCount, want)
			}
			for _, r := range round.Rules {
				if slices.Contains(hidden, r.Key) {
					t.Errorf("%s is told that %s was asked", w.Role, r.Key)
				}
			}
			if note := round.Items.Nodes[0].Events[1].Note; note == nil || *note != "MASKED" {
				t.Errorf("%s reads the note %v", w.Role, note)
			}
			sum := 0
			for _, c := range p.counted(t, w, "R", `(groupBy: [RULE])`) {
				if sum += c.Items; slices.Contains(hidden, c.Rule.Key) {
					t.Errorf("%s is told how many items %s has", w.Role, c.Rule.Key)
				}
			}
			if sum != len(want) {
				t.Errorf("%s counts %d items, want %d", w.Role, sum, len(want))
			}
			secret := all[slices.IndexFunc(all, func(i reviewItem) bool { return slices.Contains(hidden, i.Rule.Key) })]
			for operation, want := range map[string]string{
				`{ reviewRound(code: "R") { items(where: {rules: ["` + secret.Rule.Key + `"]}) { totalCount } } }`: `"code":"DENIED"`,
				`{ node(id: "` + secret.ID + `") { id } }`:                                                         `"node":null`,
			} {
				if answer, _ := p.ask(t, w, operation, nil); !strings.Contains(string(answer), want) {
					t.Errorf("%s: %s\nanswers %s, want %s", w.Role, operation, answer, want)
				}
			}
		}
		if mine := p.review(t, "平台", integrator, `openReviewRound(input: {code: "I", title: "平台"})`, nil); mine.Round == nil {
			t.Fatalf("an integrator opens %+v", mine)
		}
		if got := keysOf(p.round(t, department, "I", "").Items.Nodes); !slices.Equal(got, want) {
			t.Errorf("the round of an integrator holds %v, want %v", got, want)
		}
		for operation, who := range map[string]who{
			`openReviewRound(input: {code: "n", title: "n", rules: ["FEWER_THAN_THREE"]})`:              integrator,
			`openReviewRound(input: {code: "n", title: "n", rules: ["SECRETARY_NOT_ELIGIBLE"]})`:        integrator,
			`openReviewRound(input: {code: "n", title: "n"})`:                                           reader,
			`assignReviewItems(input: {items: ["ReviewItem:1"], assignTo: "K11", dueOn: "2026-12-31"})`: administrator,
			`answerReviewItems(input: {items: ["ReviewItem:1"], note: "n"})`:                            reader,
			`checkReviewItems(input: {items: ["ReviewItem:1"], close: true})`:                           administrator,
			`closeReviewRound(code: "R")`:                                                               reader,
		} {
			if answer, _ := p.ask(t, who, `mutation { `+operation+` { dataVersion } }`, nil); !strings.Contains(string(answer), `"code":"DENIED"`) {
				t.Errorf("%s by %s answers %s", operation, who.Role, answer)
			}
		}
	})
}

// faultsOf are the messages of an answer, in order.
func faultsOf(t *testing.T, answer []byte) (faults []string) {
	t.Helper()
	var a struct{ Errors []struct{ Message string } }
	check(t, json.Unmarshal(answer, &a))
	for _, e := range a.Errors {
		faults = append(faults, e.Message)
	}
	slices.Sort(faults)
	return faults
}

func TestEveryFaultOfARoundIsToldAtOnce(t *testing.T) {
	long := func(n int) string { return strings.Repeat("长", n) }
	open := func(input string) string {
		return `mutation { openReviewRound(input: {` + input + `}) { dataVersion } }`
	}
	read := func(field string) string { return `{ reviewRound(code: "R") { ` + field + ` } }` }
	eachLookBack(t, func(t *testing.T, p *product) {
		openedFor(t, p, "R")
		for _, c := range []struct {
			operation string
			want      []string
		}{
			{open(`code: " ", title: "", asOf: "2026-07-16", region: "990109000000", rules: ["NOPE", "TWO_COVERAGES", "TERM_OVERRUN", "TERM_OVERRUN"]`), []string{
				"input.asOf: 2026-07-16 lies ahead, today is 2026-07-15; only what is found can be frozen",
				"input.code: is empty; name the round by a short code, for example 2026-Q4",
				"input.region: there is no region 990109000000 on 2026-07-16; the field regions lists those that exist",
				`input.rules[0]: there is no indicator "NOPE"; use one of DUE_ESTABLISHMENT`,
				"input.rules[1]: TWO_COVERAGES is an indicator of coverage and no rule of the look-back",
				"input.rules[3]: TERM_OVERRUN stands twice; name each rule once",
				"input.title: is empty; say in words what the round is about"}},
			{open(`code: "` + long(65) + `", title: "` + long(256) + `", rules: []`), []string{"input.code: has 65 characters; 64 fit",
				"input.rules: is empty; name at least one rule, or leave it out for all", "input.title: has 256 characters; 255 fit"}},
			{open(`code: "R", title: ""`), []string{`input.code: a round with the code "R" exists; choose another code`, "input.title: is empty; say in words what the round is about"}},
			{`mutation { answerReviewItems(input: {items: ["x", "Unit:1"], note: "n"}) { dataVersion } }`, []string{
				`input.items[0]: "x" is no id of an item; take ids from the items of a round`, `input.items[1]: "Unit:1" is no id of an item; take ids from the items of a round`}},
			{`mutation { answerReviewItems(input: {items: [], note: "n"}) { dataVersion } }`, []string{"input.items: is empty; name at least one item by its id"}},
			{`mutation { answerReviewItems(input: {items: [` + strings.Repeat(`"ReviewItem:1",`, 1001) + `], note: "n"}) { dataVersion } }`,
				[]string{"input.items: there are 1001; at most 1000 fit one act, so send them in several"}},
			{`mutation { closeReviewRound(code: "none") { dataVersion } }`, []string{`code: there is no round "none"`}},
			{read(`counts(where: {rules: ["NOPE", "GAP"], regions: ["990109000000"], assignedTo: ["none"]}, groupBy: [RULE, RULE], regionLevel: COUNTY) { items }`), []string{
				"groupBy[1]: RULE stands twice; name each dimension once", "regionLevel: needs REGION in groupBy", `where.assignedTo[0]: there is no organisation "none"`,
				"where.regions[0]: there is no region 990109000000 on 2026-07-15", `where.rules[0]: there is no indicator "NOPE"`, `where.rules[1]: there is no indicator "GAP"`}},
			{read(`items(first: 1001, offset: -1) { totalCount }`), []string{"first: must be from 0 to 1000, not 1001", "offset: must be 0 or more, not -1"}},
			{read(`items(after: "x", offset: 1) { totalCount }`), []string{"after: is no cursor", "after: use after or offset, not both"}},
			{`{ reviewRounds(first: -1, after: "x") { totalCount } }`, []string{"after: is no cursor", "first: must be from 0 to 1000, not -1"}},
		} {
			answer, _ := p.ask(t, department, c.operation, nil)
			faults := faultsOf(t, answer)
			same := len(faults) == len(c.want)
			for i := range c.want {
				same = same && strings.HasPrefix(faults[i], c.want[i])
			}
			if !same {
				t.Errorf("%.300s\nis answered by\n%s\nwant\n%s", c.operation, strings.Join(faults, "\n"), strings.Join(c.want, "\n"))
			}
		}
		if n := len(p.round(t, department, "R", "").Items.Nodes); row(t, p.counted(t, department, "R", "")) != "0 closed, 0 overdue" || n == 0 {
			t.Error("what was refused changed something")
		}
		_, err := p.writes.StartImport(context.Background(), "test")
		check(t, err)
		answer, _ := p.ask(t, department, open(`code: "I", title: "while an import runs"`), nil)
		if !strings.Contains(string(answer), "an import is running") || !strings.Contains(string(answer), `"CONFLICT"`) {
			t.Errorf("while an import runs: %s", answer)
		}
	})
}

func TestProblemsOfActsNameEveryItem(t *testing.T) {
	eachLookBack(t, func(t *testing.T, p *product) {
		inside, _ := openedFor(t, p, "R")
		p.acted(t, "test", `openReviewRound(input: {code: "S", title: "另一轮", rules: ["TERM_OVERRUN"]})`)
		other := p.round(t, department, "S", "").Items.Nodes[0].ID
		ids := map[string]any{"items": []string{inside[0].ID, inside[1].ID, inside[0].ID, other, "ReviewItem:99999"}}
		before := p.round(t, department, "R", "")
		for _, c := range []struct{ act, want, mend string }{
			{`assignReviewItems(input: {items: $items, assignTo: "none", dueOn: "2026-07-14", note: "` + strings.Repeat("长", 1001) + `"})`,
				"note:TEXT dueOn:REVIEW_DUE_ON assignTo:UNKNOWN_ORGANISATION items[2]:DUPLICATE_KEY items[3]:REVIEW_ROUND items[4]:UNKNOWN_REVIEW_ITEM", "name today or a later day"},
			{`assignReviewItems(input: {items: $items, assignTo: "B107", dueOn: "2026-07-15"})`,
				"assignTo:REVIEW_STATE items[2]:DUPLICATE_KEY items[3]:REVIEW_ROUND items[4]:UNKNOWN_REVIEW_ITEM", "was dissolved on 2025-03-01; choose another one"},
			{`answerReviewItems(input: {items: $items, note: " "})`,
				"note:REQUIRED items[0]:REVIEW_STATE items[1]:REVIEW_STATE items[2]:DUPLICATE_KEY items[3]:REVIEW_ROUND items[3]:REVIEW_STATE items[4]:UNKNOWN_REVIEW_ITEM", "assign it first"},
			{`checkReviewItems(input: {items: $items, close: true, dueOn: "2026-12-31"})`,
				"dueOn:CONTRADICTION items[0]:REVIEW_STATE items[1]:REVIEW_STATE items[2]:DUPLICATE_KEY items[3]:REVIEW_ROUND items[3]:REVIEW_STATE items[4]:UNKNOWN_REVIEW_ITEM", "leave it out, or reopen them"},
			{`checkReviewItems(input: {items: $items, close: false})`,
				"note:REQUIRED items[0]:REVIEW_STATE items[1]:REVIEW_STATE items[2]:DUPLICATE_KEY items[3]:REVIEW_ROUND items[3]:REVIEW_STATE items[4]:UNKNOWN_REVIEW_ITEM", "write what is still to be mended"},
		} {
			done := p.review(t, "test", department, c.act, ids)
			if done.told() != c.want || done.Round != nil || len(done.Items) > 0 || !strings.Contains(fmt.Sprint(done.Problems), c.mend) {
				t.Errorf("%.60s: %+v, want %s and %q", c.act, done.Problems, c.want, c.mend)
			}
		}
		if after := p.round(t, department, "R", ""); fmt.Sprintf("%+v", strip(after.Items.Nodes)) != fmt.Sprintf("%+v", strip(before.Items.Nodes)) {
			t.Error("what was refused changed items")
		}
	})
}

func TestPagesOfItemsAddUpAndRoundsAreReadTogether(t *testing.T) {
	type page struct {
		ReviewRound *reviewRound
	}
	eachLookBack(t, func(t *testing.T, p *product) {
		on(t, "2026-06-01")
		openedFor(t, p, "first")
		on(t, "2026-07-15")
		p.acted(t, "test", `openReviewRound(input: {code: "second", title: "县", region: "990101000000"})`)
		p.acted(t, "test", `openReviewRound(input: {code: "third", title: "无", rules: ["COUNTED_TWICE"]})`)
		for _, code := range []string{"first", "second", "third"} {
			want := keysOf(p.round(t, department, code, "").Items.Nodes)
			var byCursor, byOffset []string
			for after := ""; ; {
				var a page
				p.get(t, department, `{ reviewRound(code: "`+code+`") { items(first: 7`+after+`) { totalCount pageInfo { hasNextPage endCursor } nodes { code rule { key } } } } }`, nil, &a)
				byCursor = append(byCursor, keysOf(a.ReviewRound.Items.Nodes)...)
				if a.ReviewRound.Items.TotalCount != len(want) {
					t.Errorf("%s: a total of %d, want %d", code, a.ReviewRound.Items.TotalCount, len(want))
				}
				if !a.ReviewRound.Items.PageInfo.HasNextPage {
					break
				}
				after = `, after: "` + a.ReviewRound.Items.PageInfo.EndCursor + `"`
			}
			for offset := 0; offset <= len(want); offset += 7 {
				var a page
				p.get(t, department, fmt.Sprintf(`{ reviewRound(code: %q) { items(first: 7, offset: %d) { nodes { code rule { key } } } } }`, code, offset), nil, &a)
				byOffset = append(byOffset, keysOf(a.ReviewRound.Items.Nodes)...)
			}
			if !slices.Equal(byCursor, want) || !slices.Equal(byOffset, want) {
				t.Errorf("%s: by cursor %v, by offset %v, want %v", code, byCursor, byOffset, want)
			}
		}
		const each = `code counts(where: {subjects: [UNIT, ORGANISATION]}, groupBy: [REGION, STATE]) { ` + reviewCountFields + ` }
			items(first: 5, offset: 3, where: {subjects: [UNIT, ORGANISATION]}) { totalCount pageInfo { hasNextPage } nodes { ` + reviewItemFields + ` round { code } assignedTo { code } } }`
		var list struct{ ReviewRounds struct{ Nodes []reviewRound } }
		three := p.get(t, department, `{ reviewRounds { nodes { `+each+` } } }`, nil, &list)
		if len(list.ReviewRounds.Nodes) != 3 || list.ReviewRounds.Nodes[2].Code != "first" {
			t.Fatalf("the rounds are %+v", list.ReviewRounds.Nodes)
		}
		for _, r := range list.ReviewRounds.Nodes {
			var one struct{ ReviewRound reviewRound }
			p.get(t, department, `{ reviewRound(code: "`+r.Code+`") { `+each+` } }`, nil, &one)
			together, err := json.Marshal(r)
			check(t, err)
			alone, err := json.Marshal(one.ReviewRound)
			check(t, err)
			if string(together) != string(alone) {
				t.Errorf("the round %s is alone\n%s\nand among others\n%s", r.Code, alone, together)
			}
		}
		for i := range 9 {
			p.acted(t, "test", fmt.Sprintf(`openReviewRound(input: {code: "more%d", title: "更多"})`, i))
		}
		if twelve := p.get(t, department, `{ reviewRounds { nodes { `+each+` } } }`, nil, &list); twelve > three+1 || len(list.ReviewRounds.Nodes) != 12 {
			t.Errorf("three rounds take %d statements, %d rounds %d", three, len(list.ReviewRounds.Nodes), twelve)
		}
	})
}

func TestItemsStayWhileFactsChange(t *testing.T) {
	const rule = `, where: {rules: ["HUNDRED_WITH_ORGANISATION"]}`
	eachLookBack(t, func(t *testing.T, p *product) {
		p.acted(t, "test", `openReviewRound(input: {code: "R", title: "回头看", asOf: "2026-06-30"})`)
		before := p.round(t, department, "R", rule).Items.Nodes
		if len(before) == 0 || !before[0].StillFound {
			t.Fatalf("the items are %+v", before)
		}
		on(t, "2026-07-20")
		var a struct{ Write payload }
		p.get(t, department, strings.Replace(upsertUnits, "2026-07-01", "2026-07-20", 1), map[string]any{"units": []unit{
			{"creditCode": before[0].Code, "name": "改名公司", "region": "990102001000", "employees": 3}}, "correct": false, "dryRun": false}, &a)
		if !a.Write.Applied {
			t.Fatal(a.Write.told())
		}
		for day, still := range map[string]bool{"2026-07-19": true, "2026-07-20": false} {
			after := p.round(t, department, "R", rule+`, asOf: "`+day+`"`).Items.Nodes
			if len(after) != len(before) || after[0].StillFound != still {
				t.Fatalf("%s: %d items, the first still found: %t", day, len(after), after[0].StillFound)
			}
			after[0].StillFound = true
			if fmt.Sprintf("%+v", strip(after)) != fmt.Sprintf("%+v", strip(before)) {
				t.Errorf("%s: the items were\n%+v\nand are\n%+v", day, strip(before), strip(after))
			}
		}
		found, _ := findingsOf(t, p, department, "HUNDRED_WITH_ORGANISATION", "")
		if slices.ContainsFunc(found, func(f aFinding) bool { return f.Code == before[0].Code }) {
			t.Error("the change did not mend the finding, so the test shows nothing")
		}
	})
}

// strip takes what is frozen of items, without pointers.
func strip(items []reviewItem) (out []reviewItem) {
	for _, i := range items {
		i.Name += " in " + i.Region.Code
		i.Region, i.Events = nil, nil
		out = append(out, i)
	}
	return out
}
