package registry_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

var (
	reviewDay = day("2026-07-01")
	opener    = model.ReviewActor{Name: "opener", On: reviewDay}
)

// openRound opens a round of n items, of which the first is UNIT 0 and so on.
func (e env) openRound(code string, n int) []model.ReviewItem {
	e.Helper()
	items := make([]model.ReviewItem, n)
	for i := range items {
		items[i] = model.ReviewItem{Rule: "DUE_ESTABLISHMENT", Subject: model.SubjectUnit, SubjectID: model.SubjectID(i + 1), Code: fmt.Sprintf("U%06d", i),
			Name: "单位", Since: day("2020-01-01"), Text: "应建未建", Mend: "组建"}
	}
	round := &model.ReviewRound{Code: code, Title: "回头看", AsOf: reviewDay, DataVersion: 1, Rules: []model.IndicatorKey{"DUE_ESTABLISHMENT", "FIFTY_WITH_MEMBERS"}}
	if _, err := e.r.OpenReviewRound(ctx, round, items, opener); err != nil {
		e.Fatal(err)
	}
	return items
}

func (e env) act(step model.ReviewStep) model.ReviewDone {
	e.Helper()
	done, err := e.r.ActOnReview(ctx, &step)
	if err != nil {
		e.Fatal(err)
	}
	return done
}

func step(act model.ReviewAct, who string, items ...model.ReviewItemID) model.ReviewStep {
	s := model.ReviewStep{Act: act, Items: items, Note: "做了", By: model.ReviewActor{Name: who, On: reviewDay}}
	if act == model.ReviewActAssigned {
		s.AssignTo, s.DueOn = "P1", reviewDay+30
	}
	return s
}

// lead brings an item into a state.
func (e env) lead(id model.ReviewItemID, to model.ReviewState) {
	e.Helper()
	ways := map[model.ReviewState][]model.ReviewAct{
		model.ReviewStateAssigned: {model.ReviewActAssigned},
		model.ReviewStateAnswered: {model.ReviewActAssigned, model.ReviewActAnswered},
		model.ReviewStateClosed:   {model.ReviewActAssigned, model.ReviewActAnswered, model.ReviewActClosed},
		model.ReviewStateReopened: {model.ReviewActAssigned, model.ReviewActAnswered, model.ReviewActReopened},
	}
	for _, act := range ways[to] {
		who := "branch"
		if act == model.ReviewActClosed || act == model.ReviewActReopened {
			who = "checker"
		}
		if done := e.act(step(act, who, id)); len(done.Problems) > 0 {
			e.Fatalf("%s: %+v", act, done.Problems[0])
		}
	}
}

func (e env) items(ids ...model.ReviewItemID) map[model.ReviewItemID]*model.ReviewItem {
	e.Helper()
	found, err := store.Get(ctx, e.s, func(v *store.View) (map[model.ReviewItemID]*model.ReviewItem, error) {
		return v.ReviewItemsByID(store.Latest, model.Never, ids)
	})
	if err != nil {
		e.Fatal(err)
	}
	return found
}

func TestTheStateOfAnItemAllowsSomeActsOnly(t *testing.T) {
	// The state after each act, in the order ASSIGNED, ANSWERED, CLOSED, REOPENED; 0 where it is refused.
	allowed := map[model.ReviewState][4]model.ReviewState{
		model.ReviewStateOpen:     {model.ReviewStateAssigned, 0, 0, 0},
		model.ReviewStateAssigned: {model.ReviewStateAssigned, model.ReviewStateAnswered, 0, 0},
		model.ReviewStateAnswered: {0, 0, model.ReviewStateClosed, model.ReviewStateReopened},
		model.ReviewStateClosed:   {},
		model.ReviewStateReopened: {model.ReviewStateAssigned, model.ReviewStateAnswered, 0, 0},
	}
	acts := []model.ReviewAct{model.ReviewActAssigned, model.ReviewActAnswered, model.ReviewActClosed, model.ReviewActReopened}
	each(t, true, func(e env) {
		items := e.openRound("R", 4*len(allowed))
		next := 0
		for _, from := range model.AllReviewState() {
			for k, act := range acts {
				id := items[next].ID
				next++
				e.lead(id, from)
				before := *e.items(id)[id]
				done := e.act(step(act, "another", id))
				after := e.items(id)[id]
				if want := allowed[from][k]; want != 0 {
					if len(done.Problems) > 0 || after.Last.State != want || after.Last.Act != act || after.Last.Actor != "another" {
						t.Errorf("%s of an item that is %s: %v, and it is %s by %s of %s", act, from, done.Problems, after.Last.State, after.Last.Act, after.Last.Actor)
					}
					continue
				}
				if len(done.Problems) != 1 || *after != before {
					t.Fatalf("%s of an item that is %s has %d problems, and it is %s", act, from, len(done.Problems), after.Last.State)
				}
				p := done.Problems[0]
				if p.Code != registry.CodeReviewState || p.Path != "items[0]" || !strings.Contains(p.Message, from.String()) || !strings.Contains(p.Message, after.Code) || !strings.Contains(p.Message, "; ") {
					t.Errorf("%s of an item that is %s: %+v", act, from, *p)
				}
			}
		}
	})
}

func TestAnActIsAllOrNothingAndTellsEveryFault(t *testing.T) {
	each(t, true, func(e env) {
		items := e.openRound("R", 3)
		other := e.openRound("S", 1)
		e.lead(items[1].ID, model.ReviewStateAnswered)
		for name, c := range map[string]struct {
			change func(*model.ReviewStep)
			want   []string
		}{
			"everything": {func(s *model.ReviewStep) {
				s.Items = []model.ReviewItemID{items[0].ID, items[1].ID, 99, items[0].ID, other[0].ID, 0}
				s.AssignTo, s.DueOn, s.Note = "none", reviewDay-1, strings.Repeat("长", 1001)
				s.Refused = []*model.Problem{{Path: "items[5]", Code: "OUT_OF_SCOPE"}}
			}, []string{"assignTo UNKNOWN_ORGANISATION", "dueOn REVIEW_DUE_ON", "items[1] REVIEW_STATE", "items[2] UNKNOWN_REVIEW_ITEM",
				"items[3] DUPLICATE_KEY", "items[4] REVIEW_ROUND", "items[5] OUT_OF_SCOPE", "note TEXT"}},
			"nothing given":        {func(s *model.ReviewStep) { s.AssignTo, s.DueOn = "", 0 }, []string{"assignTo REQUIRED", "dueOn REQUIRED"}},
			"an answer of nothing": {func(s *model.ReviewStep) { s.Act, s.Note = model.ReviewActAnswered, " "; s.Items[0] = items[2].ID }, []string{"items[0] REVIEW_STATE", "note REQUIRED"}},
			"a reopening of nothing": {func(s *model.ReviewStep) { s.Act, s.Note = model.ReviewActReopened, ""; s.Items[0] = items[1].ID },
				[]string{"note REQUIRED"}},
			"a due date of closed items": {func(s *model.ReviewStep) { s.Act, s.DueOn = model.ReviewActClosed, reviewDay; s.Items[0] = items[1].ID },
				[]string{"dueOn CONTRADICTION"}},
			"an own answer": {func(s *model.ReviewStep) {
				s.Act, s.DueOn, s.By.Name = model.ReviewActClosed, 0, "branch"
				s.Items[0] = items[1].ID
			},
				[]string{"items[0] REVIEW_OWN_ANSWER"}},
		} {
			s := step(model.ReviewActAssigned, "another", items[0].ID)
			c.change(&s)
			before := e.items(items[0].ID, items[1].ID, items[2].ID, other[0].ID)
			done := e.act(s)
			var got []string
			for _, p := range done.Problems {
				got = append(got, p.Path+" "+p.Code)
			}
			slices.Sort(got)
			if !slices.Equal(got, c.want) || !done.Refused() {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
			for id, now := range e.items(items[0].ID, items[1].ID, items[2].ID, other[0].ID) {
				if *now != *before[id] {
					t.Errorf("%s: the item %d changed", name, id)
				}
			}
		}
	})
}

func TestWhereEverybodyIsOneNameOwnAnswersAreCheckedWithAWarning(t *testing.T) {
	each(t, true, func(e env) {
		items := e.openRound("R", 1)
		e.lead(items[0].ID, model.ReviewStateAnswered)
		s := step(model.ReviewActClosed, "branch", items[0].ID)
		s.By.Alone = true
		done := e.act(s)
		if len(done.Problems) != 1 || !done.Problems[0].Warning || done.Refused() || !strings.Contains(done.Problems[0].Message, "no keys") {
			t.Errorf("the problems are %+v", done.Problems)
		}
		if now := e.items(items[0].ID)[items[0].ID]; now.Last.State != model.ReviewStateClosed {
			t.Errorf("the item is %s", now.Last.State)
		}
	})
}

func TestADissolvedOrganisationIsNotAssignedTo(t *testing.T) {
	each(t, true, func(e env) {
		items := e.openRound("R", 1)
		ended := organisation("P2", "P0")
		ended.DissolvedOn = reviewDay
		e.ok(&model.Batch{Organisations: []model.OrganisationInput{ended}})
		s := step(model.ReviewActAssigned, "another", items[0].ID)
		s.AssignTo = "P2"
		if done := e.act(s); len(done.Problems) != 1 || done.Problems[0].Path != "assignTo" || !strings.Contains(done.Problems[0].Message, "dissolved on 2026-07-01") {
			t.Errorf("on the day of its end: %+v", done.Problems)
		}
		s.By.On--
		if done := e.act(s); len(done.Problems) > 0 {
			t.Errorf("on the day before: %+v", done.Problems[0])
		}
	})
}

func TestHowItemsStandIsKnownOfEveryVersionAndDay(t *testing.T) {
	each(t, true, func(e env) {
		items := e.openRound("R", 3)
		versions := []model.DataVersion{e.state().Version}
		for i, one := range []struct {
			act model.ReviewAct
			on  model.Date
		}{{model.ReviewActAssigned, reviewDay}, {model.ReviewActAnswered, reviewDay + 5}, {model.ReviewActReopened, reviewDay + 5},
			{model.ReviewActAnswered, reviewDay + 9}, {model.ReviewActClosed, reviewDay + 12}} {
			s := step(one.act, fmt.Sprint("who", i), items[0].ID)
			s.By.On = one.on
			if one.act == model.ReviewActAssigned {
				s.DueOn = reviewDay + 7
			}
			if done := e.act(s); len(done.Problems) > 0 {
				t.Fatalf("%s: %+v", one.act, done.Problems[0])
			}
			versions = append(versions, e.state().Version)
		}
		// The state by version, in the order of versions, on each day.
		for on, want := range map[model.Date]string{
			reviewDay - 1:  "- - - - - -",
			reviewDay:      "OPEN ASSIGNED ASSIGNED ASSIGNED ASSIGNED ASSIGNED",
			reviewDay + 4:  "OPEN ASSIGNED ASSIGNED ASSIGNED ASSIGNED ASSIGNED",
			reviewDay + 5:  "OPEN ASSIGNED ANSWERED REOPENED REOPENED REOPENED",
			reviewDay + 9:  "OPEN ASSIGNED ANSWERED REOPENED ANSWERED ANSWERED",
			reviewDay + 11: "OPEN ASSIGNED ANSWERED REOPENED ANSWERED ANSWERED",
			reviewDay + 12: "OPEN ASSIGNED ANSWERED REOPENED ANSWERED CLOSED",
			reviewDay + 99: "OPEN ASSIGNED ANSWERED REOPENED ANSWERED CLOSED",
		} {
			var got []string
			for _, v := range versions {
				got = append(got, e.standing(items, v, on))
			}
			if text := strings.Join(got, " "); text != want {
				t.Errorf("on %s the item is %s, want %s", on, text, want)
			}
		}
		if n := e.overdue(items, reviewDay+7); n != 0 {
			t.Errorf("on the due date %d items are overdue", n)
		}
		if n := e.overdue(items, reviewDay+8); n != 1 {
			t.Errorf("on the day after the due date %d items are overdue", n)
		}
		if n := e.overdue(items, reviewDay+12); n != 0 {
			t.Errorf("on the day on which it was closed %d items are overdue", n)
		}
	})
}

// query asks for all items of the round of some items.
func query(items []model.ReviewItem, v model.DataVersion, on model.Date) *store.ReviewQuery {
	return &store.ReviewQuery{Version: v, On: on, In: []store.ReviewPlaces{{Rounds: []model.ReviewRoundID{items[0].RoundID}}}}
}

// standing is how the first item stands by the list, after the list was compared with the item by its id and with the counts.
func (e env) standing(items []model.ReviewItem, version model.DataVersion, on model.Date) (state string) {
	e.Helper()
	err := e.s.Read(ctx, func(v *store.View) error {
		list, err := v.ReviewItems(query(items, version, on), store.ReviewPage{Limit: 10})
		if err != nil {
			return err
		}
		byID, err := v.ReviewItemsByID(version, on, []model.ReviewItemID{items[0].ID})
		if err != nil {
			return err
		}
		n, err := v.CountReviewItems(query(items, version, on))
		if err != nil || n != len(list) || n != 0 && n != len(items) {
			e.Errorf("%d items are counted, %d listed, %d frozen; %v", n, len(list), len(items), err)
		}
		if state = "-"; len(list) > 0 {
			if state = list[0].Last.State.String(); *byID[items[0].ID] != *list[0] {
				e.Errorf("the item is %+v by its id and %+v in the list", byID[items[0].ID], list[0])
			}
		} else if len(byID) > 0 {
			e.Errorf("an item of no list is found by its id")
		}
		return nil
	})
	if err != nil {
		e.Fatal(err)
	}
	return state
}

func (e env) overdue(items []model.ReviewItem, on model.Date) (n int) {
	e.Helper()
	yes := true
	q := query(items, store.Latest, on)
	groups, err := store.Get(ctx, e.s, func(v *store.View) ([]store.ReviewGroup, error) { return v.ReviewGroups(q, nil) })
	if err != nil || len(groups) != 1 {
		e.Fatal(len(groups), err)
	}
	q.Overdue = &yes
	listed, err := store.Get(ctx, e.s, func(v *store.View) ([]*model.ReviewItem, error) { return v.ReviewItems(q, store.ReviewPage{Limit: 10}) })
	if err != nil || len(listed) != groups[0].Overdue {
		e.Fatalf("%d items are listed as overdue, %d counted; %v", len(listed), groups[0].Overdue, err)
	}
	for _, i := range listed {
		if !i.Overdue() {
			e.Errorf("%s is listed as overdue and says that it is not", i.Code)
		}
	}
	return len(listed)
}

func TestARoundIsClosedOnceAllItsItemsAre(t *testing.T) {
	each(t, true, func(e env) {
		items := e.openRound("R", 3)
		e.lead(items[0].ID, model.ReviewStateClosed)
		e.lead(items[1].ID, model.ReviewStateAnswered)
		done, err := e.r.CloseReviewRound(ctx, "R", opener)
		if err != nil || len(done.Problems) != 1 || !strings.Contains(done.Problems[0].Message, "2 of the 3 items of the round R are not closed (1 OPEN, 1 ANSWERED)") {
			t.Fatalf("%+v %v", done.Problems, err)
		}
		e.lead(items[2].ID, model.ReviewStateClosed)
		e.act(step(model.ReviewActClosed, "checker", items[1].ID))
		before := e.state().Version
		if done, err = e.r.CloseReviewRound(ctx, "R", opener); err != nil || len(done.Problems) > 0 || done.Version != before+1 {
			t.Fatalf("version %d, %+v %v", done.Version, done.Problems, err)
		}
		for version, closed := range map[model.DataVersion]bool{before: false, before + 1: true} {
			rounds, err := store.Get(ctx, e.s, func(v *store.View) ([]*model.ReviewRound, error) { return v.ReviewRounds(version) })
			if err != nil || len(rounds) != 1 || !rounds[0].ClosedAt.IsZero() != closed || (rounds[0].ClosedBy == "opener") != closed || rounds[0].OpenedAt.IsZero() {
				t.Errorf("at version %d: %+v %v", version, rounds, err)
			}
		}
		if done, err = e.r.CloseReviewRound(ctx, "R", opener); err != nil || len(done.Problems) != 1 || !strings.Contains(done.Problems[0].Message, "was closed by opener already") {
			t.Errorf("again: %+v %v", done.Problems, err)
		}
		if _, err = e.r.CloseReviewRound(ctx, "none", opener); model.CodeOf(err) != model.CodeNotFound {
			t.Errorf("a round that is not: %v", err)
		}
	})
}

func TestACodeOpensOneRound(t *testing.T) {
	each(t, true, func(e env) {
		e.openRound("R", 1)
		before := e.state().Version
		_, err := e.r.OpenReviewRound(ctx, &model.ReviewRound{Code: "R", Title: "again", AsOf: reviewDay}, nil, opener)
		if model.CodeOf(err) != model.CodeConflict || e.state().Version != before {
			t.Errorf("a second round of the code: %v, and the version is %d", err, e.state().Version-before)
		}
	})
}

func TestActsAreInTheLogOfChanges(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state().Version
		items := e.openRound("R", 1)
		e.lead(items[0].ID, model.ReviewStateClosed)
		if _, err := e.r.CloseReviewRound(ctx, "R", opener); err != nil {
			t.Fatal(err)
		}
		changes, err := store.Get(ctx, e.s, func(v *store.View) ([]store.Change, error) { return v.ChangesSince(before) })
		if err != nil || len(changes) != 5 {
			t.Fatalf("%d changes are in the log: %v", len(changes), err)
		}
		for i, c := range changes {
			if c.Subject != "REVIEW" || c.Version != before+1+model.DataVersion(i) || c.FirstID != int64(items[0].RoundID) || c.LastID != c.FirstID {
				t.Errorf("change %d is %+v", i, c)
			}
		}
	})
}

func TestCheckTellsOfRoundsThatContradictThemselves(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		e := env{t, s, registry.New(s)}
		if err := e.r.EnsureRuleSet(ctx, "test"); err != nil {
			t.Fatal(err)
		}
		e.ok(world())
		items := e.openRound("R", 3)
		for _, i := range items {
			e.lead(i.ID, model.ReviewStateClosed)
		}
		if done, err := e.r.CloseReviewRound(ctx, "R", opener); err != nil || len(done.Problems) > 0 {
			t.Fatal(done.Problems, err)
		}
		e.sound()
		storetest.SQL(t, e.s, fmt.Sprintf("UPDATE review_events SET state = 'ANSWERED' WHERE item_id = %d AND act = 'CLOSED'", items[0].ID))
		storetest.SQL(t, e.s, fmt.Sprintf("DELETE FROM review_events WHERE item_id = %d", items[1].ID))
		report, err := e.r.Check(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		got := make([]string, len(report.Findings))
		for i, f := range report.Findings {
			got[i] = f.Code + " " + f.Message
		}
		want := []string{
			fmt.Sprintf("REVIEW the review item %d stands as 0 acts say; it must be one", items[1].ID),
			fmt.Sprintf("REVIEW the review item %d is not closed (1), and its round is", items[0].ID),
		}
		if !slices.Equal(got, want) || report.Faults != 2 {
			t.Errorf("check finds %q, want %q", got, want)
		}
	})
}
