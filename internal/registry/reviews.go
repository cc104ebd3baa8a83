package registry

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fugai/internal/store"
	"fugai/model"
)

// The codes of problems with acts on review rounds.
const (
	CodeUnknownReviewItem = "UNKNOWN_REVIEW_ITEM" // no such item in the scope of the key
	CodeReviewRound       = "REVIEW_ROUND"        // items of several rounds in one act
	CodeReviewState       = "REVIEW_STATE"        // the state of the item or round forbids the act
	CodeReviewOwnAnswer   = "REVIEW_OWN_ANSWER"   // who answered would check; a warning where everybody is one name
	CodeReviewDueOn       = "REVIEW_DUE_ON"       // a due date in the past
)

// reviewBatch is how many items of a new round are written at once.
const reviewBatch = 5000

// OpenReviewRound stores a round with its items, which the reading side has frozen, as one commit. It gives both their ids. A code that
// another round has is a conflict.
func (r *Registry) OpenReviewRound(ctx context.Context, round *model.ReviewRound, items []model.ReviewItem, by model.ReviewActor) (model.ReviewDone, error) {
	var done model.ReviewDone
	err := r.store.Update(ctx, func(tx *store.Tx) error {
		if taken, err := tx.ReviewRoundByCode(store.Latest, round.Code); err != nil || taken != nil {
			if err == nil {
				err = model.ReviewCodeTaken(round.Code)
			}
			return err
		}
		if err := recordReview(tx, round.Code, by, fmt.Sprintf("review round %s opened with %d items", round.Code, len(items))); err != nil {
			return err
		}
		round.OpenedBy = by.Name
		if err := tx.AddReviewRound(round); err != nil {
			return err
		}
		for part := range slices.Chunk(items, reviewBatch) {
			for i := range part {
				part[i].RoundID = round.ID
				part[i].Last = model.ReviewEvent{Act: model.ReviewActFrozen, State: model.ReviewStateOpen, Actor: by.Name, Valid: model.Valid{ValidFrom: by.On}}
			}
			if err := tx.AddReviewItems(part); err != nil {
				return err
			}
		}
		done = model.ReviewDone{Version: tx.Version, RoundID: round.ID}
		return nil
	})
	return done, err
}

func recordReview(tx *store.Tx, code string, by model.ReviewActor, note string) error {
	source, err := tx.AddSource(model.Source{Name: "回头看 " + code, Recorder: by.Name})
	tx.Record(source, note)
	return err
}

// ActOnReview does one act on items of one round as one commit, all or nothing: what is wrong is in the answer, not in the error.
func (r *Registry) ActOnReview(ctx context.Context, step *model.ReviewStep) (model.ReviewDone, error) {
	var done model.ReviewDone
	err := r.store.Update(ctx, func(tx *store.Tx) error {
		w := &review{tx: tx, step: step}
		w.problems = slices.Clone(step.Refused)
		if err := w.check(); err != nil {
			return err
		}
		done = model.ReviewDone{Version: tx.State.Version, Problems: w.problems}
		if done.Refused() || len(w.items) == 0 {
			return nil
		}
		done.Version, done.RoundID, done.Items = tx.Version, w.items[0].RoundID, step.Items
		return w.write()
	})
	return done, err
}

// review is one act on its way.
type review struct {
	tx       *store.Tx
	step     *model.ReviewStep
	items    []*model.ReviewItem // in the order of the step, without those that were refused before
	assigned *model.Organisation
	problems []*model.Problem
}

func (w *review) problem(path, code, format string, args ...any) {
	w.problems = append(w.problems, &model.Problem{Path: path, Code: code, Message: fmt.Sprintf(format, args...)})
}

func (w *review) check() error {
	w.checkNote()
	w.checkDueOn()
	if err := w.checkAssignTo(); err != nil {
		return err
	}
	found, err := w.tx.ReviewItemsByID(store.Latest, model.Never, w.step.Items)
	if err != nil {
		return err
	}
	at := map[model.ReviewItemID]int{}
	for i, id := range w.step.Items {
		item := found[id]
		if id == 0 {
			continue // told already
		}
		path := fmt.Sprintf("items[%d]", i)
		first, twice := at[id]
		at[id] = i
		switch {
		case item == nil:
			w.problem(path, CodeUnknownReviewItem, "there is no such item; take ids from the items of a round")
		case twice:
			w.problem(path, CodeDuplicateKey, "%s stands in items[%d] already; name it once", named(item), first)
		default:
			w.items = append(w.items, item)
			w.checkItem(path, item)
		}
	}
	w.warnAlone()
	return nil
}

// checkNote asks for a note where an answer or a reopening would be empty words without one.
func (w *review) checkNote() {
	text := strings.TrimSpace(w.step.Note)
	switch {
	case text == "" && w.step.Act == model.ReviewActAnswered:
		w.problem("note", CodeRequired, "the note is missing; write what was done")
	case text == "" && w.step.Act == model.ReviewActReopened:
		w.problem("note", CodeRequired, "the note is missing; write what is still to be mended")
	}
	if n := utf8.RuneCountInString(w.step.Note); n > model.MaxReviewNote {
		w.problem("note", CodeText, "the text has %d characters; %d fit", n, model.MaxReviewNote)
	}
}

func (w *review) checkDueOn() {
	due, day := w.step.DueOn, w.step.By.On
	switch {
	case due == 0 && w.step.Act == model.ReviewActAssigned:
		w.problem("dueOn", CodeRequired, "the due date is missing; name the last day on which it is in time")
	case due != 0 && w.step.Act == model.ReviewActClosed:
		w.problem("dueOn", CodeContradiction, "closed items have no new due date; leave it out, or reopen them")
	case due != 0 && due < day:
		w.problem("dueOn", CodeReviewDueOn, "the due date %s is in the past, today is %s; name today or a later day", due, day)
	}
}

// checkAssignTo finds the organisation, which must live on the day of the act.
func (w *review) checkAssignTo() error {
	if w.step.Act != model.ReviewActAssigned || slices.ContainsFunc(w.problems, func(p *model.Problem) bool { return p.Path == "assignTo" }) {
		return nil
	}
	code := w.step.AssignTo
	ids, err := w.tx.OrganisationIDs([]string{code})
	if err != nil {
		return err
	}
	on := w.step.By.On
	found, err := w.tx.OrganisationsAt(store.Latest, on, []model.OrganisationID{ids[code]})
	if err != nil {
		return err
	}
	o := found[ids[code]]
	switch {
	case code == "":
		w.problem("assignTo", CodeRequired, "the organisation is missing; name the one that is to mend the items, by its code")
	case o == nil:
		w.problem("assignTo", CodeUnknownOrganisation, "there is no organisation %s on %s; correct the code, or choose another one", code, on)
	case !o.DissolvedOn.Open() && o.DissolvedOn <= on:
		w.problem("assignTo", CodeReviewState, "the organisation %s was dissolved on %s; choose another one", code, o.DissolvedOn)
	}
	w.assigned = o
	return nil
}

// named is an item in words.
func named(i *model.ReviewItem) string { return fmt.Sprintf("the item %s of %s", i.Rule, i.Code) }

func (w *review) checkItem(path string, i *model.ReviewItem) {
	if first := w.items[0]; first.RoundID != i.RoundID {
		w.problem(path, CodeReviewRound, "%s is of another round than the first one; send the items of each round in an act of its own", named(i))
	}
	if mend := reviewMends[w.step.Act][i.Last.State]; mend != "" {
		w.problem(path, CodeReviewState, "%s is %s (%s) and cannot be %s; %s", named(i), i.Last.State, i.Last.State.Title(), reviewWords[w.step.Act], mend)
	} else if w.ownAnswer(i) && !w.step.By.Alone {
		w.problem(path, CodeReviewOwnAnswer, "%s was answered by %s, and nobody checks what they answered themselves; let it be checked with another key",
			named(i), i.Last.Actor)
	}
}

var reviewWords = map[model.ReviewAct]string{
	model.ReviewActAssigned: "assigned", model.ReviewActAnswered: "answered", model.ReviewActClosed: "checked", model.ReviewActReopened: "checked",
}

// reviewMends tell, for an act, what to do about an item in a state that forbids it; a state without one allows it.
var reviewMends = func() map[model.ReviewAct]map[model.ReviewState]string {
	const leaveOut = "leave it out, nothing is left to do"
	checks := map[model.ReviewState]string{
		model.ReviewStateOpen:     "assign it, and let it be answered first",
		model.ReviewStateAssigned: "let it be answered first",
		model.ReviewStateReopened: "let it be answered anew first",
		model.ReviewStateClosed:   leaveOut,
	}
	return map[model.ReviewAct]map[model.ReviewState]string{
		model.ReviewActAssigned: {
			model.ReviewStateAnswered: "check the answer, and reopen it where it is to be assigned anew",
			model.ReviewStateClosed:   leaveOut,
		},
		model.ReviewActAnswered: {
			model.ReviewStateOpen:     "assign it first",
			model.ReviewStateAnswered: "leave it out, its answer waits for the check",
			model.ReviewStateClosed:   leaveOut,
		},
		model.ReviewActClosed:   checks,
		model.ReviewActReopened: checks,
	}
}()

// ownAnswer tells whether who checks an item answered it.
func (w *review) ownAnswer(i *model.ReviewItem) bool {
	checks := w.step.Act == model.ReviewActClosed || w.step.Act == model.ReviewActReopened
	return checks && i.Last.State == model.ReviewStateAnswered && i.Last.Actor == w.step.By.Name
}

// warnAlone says why own answers are checked, once an act.
func (w *review) warnAlone() {
	if w.step.By.Alone && slices.ContainsFunc(w.items, w.ownAnswer) {
		w.problems = append(w.problems, &model.Problem{Path: "items", Code: CodeReviewOwnAnswer, Warning: true,
			Message: "who answered checks: allowed here, because the demo has no keys and everybody is " + w.step.By.Name})
	}
}

var reviewStates = map[model.ReviewAct]model.ReviewState{
	model.ReviewActAssigned: model.ReviewStateAssigned, model.ReviewActAnswered: model.ReviewStateAnswered,
	model.ReviewActClosed: model.ReviewStateClosed, model.ReviewActReopened: model.ReviewStateReopened,
}

func (w *review) write() error {
	note := fmt.Sprintf("%d items of review round %d %s", len(w.items), w.items[0].RoundID, w.step.Act)
	if err := recordReview(w.tx, fmt.Sprint(w.items[0].RoundID), w.step.By, note); err != nil {
		return err
	}
	day := w.step.By.On
	for _, i := range w.items {
		day = max(day, i.Last.ValidFrom) // days of one item follow each other, whatever the clock says
	}
	events := make([]model.ReviewEvent, len(w.items))
	for k, i := range w.items {
		events[k] = w.event(i)
		events[k].ValidFrom = day
	}
	return w.tx.ActOnReviewItems(events)
}

// event is the act on an item; what it does not change stands as it did.
func (w *review) event(i *model.ReviewItem) model.ReviewEvent {
	e := model.ReviewEvent{ItemID: i.ID, RoundID: i.RoundID, Act: w.step.Act, State: reviewStates[w.step.Act], Actor: w.step.By.Name,
		AssignedTo: i.Last.AssignedTo, DueOn: i.Last.DueOn, Note: w.step.Note}
	if w.assigned != nil {
		e.AssignedTo = w.assigned.ID
	}
	if w.step.DueOn != 0 {
		e.DueOn = w.step.DueOn
	}
	return e
}

// CloseReviewRound closes a round whose items are all closed.
func (r *Registry) CloseReviewRound(ctx context.Context, code string, by model.ReviewActor) (model.ReviewDone, error) {
	var done model.ReviewDone
	err := r.store.Update(ctx, func(tx *store.Tx) error {
		round, err := tx.ReviewRoundByCode(store.Latest, code)
		if err != nil {
			return err
		}
		if round == nil {
			return model.NotFound("code", "there is no round %q", code)
		}
		done = model.ReviewDone{Version: tx.State.Version, RoundID: round.ID}
		why, err := unclosed(tx.View, round)
		if err != nil || why != "" {
			done.Problems = []*model.Problem{{Path: "code", Code: CodeReviewState, Message: why}}
			return err
		}
		if err := recordReview(tx, code, by, "review round "+code+" closed"); err != nil {
			return err
		}
		done.Version = tx.Version
		return tx.CloseReviewRound(round.ID, by.Name)
	})
	return done, err
}

// unclosed says why a round cannot be closed; "" where it can.
func unclosed(v *store.View, round *model.ReviewRound) (string, error) {
	if !round.ClosedAt.IsZero() {
		return fmt.Sprintf("the round %s was closed by %s already; nothing is left to do", round.Code, round.ClosedBy), nil
	}
	all := &store.ReviewQuery{Version: store.Latest, On: model.Never, In: []store.ReviewPlaces{{Rounds: []model.ReviewRoundID{round.ID}}}}
	groups, err := v.ReviewGroups(all, []model.ReviewDimension{model.ReviewDimensionState})
	if err != nil {
		return "", err
	}
	items, open := 0, 0
	slices.SortFunc(groups, func(a, b store.ReviewGroup) int { return int(a.State) - int(b.State) })
	var states []string
	for _, g := range groups {
		items += g.Items
		if g.State != model.ReviewStateClosed {
			open += g.Items
			states = append(states, fmt.Sprintf("%d %s", g.Items, g.State))
		}
	}
	if open == 0 {
		return "", nil
	}
	return fmt.Sprintf("%d of the %d items of the round %s are not closed (%s); close them first", open, items, round.Code, strings.Join(states, ", ")), nil
}
