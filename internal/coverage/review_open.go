package coverage

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"fugai/internal/store"
	"fugai/model"
)

// The most characters of a round's code and title.
const (
	maxReviewCode  = 64
	maxReviewTitle = 255
)

// freezeChunk is how many findings are told at once.
const freezeChunk = store.Chunk

// FreezeFindings checks what opens a round, and gives the round with its items: what the asked rules find in the region on the date, by the
// facts of the newest data. Nothing is written. While an import runs nothing is frozen, because findings follow their facts at its end.
func (s *Service) FreezeFindings(ctx context.Context, in model.ReviewOpening) (*model.ReviewRound, []model.ReviewItem, error) {
	q, err := s.ask(ctx, in.AsOf, nil)
	if err != nil {
		return nil, nil, err
	}
	round := &model.ReviewRound{Code: in.Code, Title: in.Title, AsOf: q.asOf, DataVersion: q.data.Version, Rules: in.Rules}
	q.checkOpening(in)
	regions := q.roundRegion(round, in.Region)
	if in.Rules == nil {
		round.Rules = q.visibleRules()
	}
	if err := q.checkNow(in.Code); err != nil {
		return nil, nil, err
	}
	if err := q.faults.OrNil(); err != nil {
		return nil, nil, err
	}
	var items []model.ReviewItem
	for _, key := range round.Rules {
		of := *q
		found, err := of.frozen(key, regions)
		if err != nil {
			return nil, nil, err
		}
		items = append(items, found...)
	}
	return round, items, nil
}

// checkNow checks what does not depend on the asked data version: that the code is free, and that no import runs.
func (q *question) checkNow(code string) error {
	return q.store.Read(q.ctx, func(v *store.View) error {
		taken, err := v.ReviewRoundByCode(store.Latest, code)
		if err != nil {
			return err
		}
		if taken != nil {
			q.fault(model.ReviewCodeTaken(code))
		}
		running, err := v.ImportRunning()
		if running {
			q.fault(model.Conflict("", "an import is running, and findings follow their facts at its end; open the round when it has ended"))
		}
		return err
	})
}

// checkOpening checks what a round is called, its date and its rules.
func (q *question) checkOpening(in model.ReviewOpening) {
	text := func(path, what, s string, most int) {
		switch n := utf8.RuneCountInString(s); {
		case strings.TrimSpace(s) == "":
			q.wrong(path, "is empty; %s", what)
		case n > most:
			q.wrong(path, "has %d characters; %d fit", n, most)
		}
	}
	text("input.code", "name the round by a short code, for example 2026-Q4", in.Code, maxReviewCode)
	text("input.title", "say in words what the round is about", in.Title, maxReviewTitle)
	if today := q.today(); q.asOf > today {
		q.wrong("input.asOf", "%s lies ahead, today is %s; only what is found can be frozen", q.asOf, today)
	}
	if in.Rules != nil && len(in.Rules) == 0 {
		q.wrong("input.rules", "is empty; name at least one rule, or leave it out for all")
	}
	for i, key := range in.Rules {
		path := fmt.Sprintf("input.rules[%d]", i)
		if slices.Contains(in.Rules[:i], key) {
			q.wrong(path, "%s stands twice; name each rule once", key)
		}
		q.reviewRule(path, key)
	}
}

// roundRegion gives a round its region: the asked one, else that of the viewer. It tells the condition on the regions of findings.
func (q *question) roundRegion(round *model.ReviewRound, asked *model.RegionCode) []model.RegionCode {
	if asked == nil && q.who.Whole() {
		return nil
	}
	code := q.who.RegionCode
	if asked != nil {
		code = *asked
	}
	for _, n := range q.regionNodes("input.region", []model.RegionCode{code}, q.asOf) {
		round.RegionID, round.Region = n.ID, n.On(q.asOf)
	}
	return []model.RegionCode{code}
}

// visibleRules are all rules of the look-back that the viewer may see, in the order of the catalogue.
func (q *question) visibleRules() (keys []model.IndicatorKey) {
	for _, subject := range model.AllSubject() {
		for _, in := range q.rules.lists[subject].rules {
			if in.LookBack && q.tells(in.Key) {
				keys = append(keys, in.Key)
			}
		}
	}
	return keys
}

// frozen are the findings of a rule as items. It turns the question to the subject of the rule.
func (q *question) frozen(rule model.IndicatorKey, regions []model.RegionCode) (items []model.ReviewItem, err error) {
	l := &findingList{question: q, FindingsQuery: FindingsQuery{Rule: rule, Where: &model.SubjectFilter{Regions: regions}}}
	filter, err := l.prepare()
	if err != nil {
		return nil, err
	}
	rows, _ := q.spans.Pick(q.asOf, filter, nil, nil, 0, everything)
	for part := range slices.Chunk(rows, freezeChunk) {
		found, err := l.findings(part)
		if err != nil {
			return nil, err
		}
		for i, f := range found {
			item := model.ReviewItem{Rule: rule, Subject: f.Subject, SubjectID: f.ID, Code: f.Code, Name: f.Name, RegionID: q.spans.Span(part[i]).RegionID,
				Since: f.Since, Text: f.Text, Mend: f.Mend}
			if f.Subject == model.SubjectInstructor {
				item.Name = f.Code // a round keeps no persons
			}
			items = append(items, item)
		}
	}
	return items, nil
}

// ReviewAsk is an act on items as the viewer asks for it.
type ReviewAsk struct {
	Act      model.ReviewAct
	Items    []string // ids
	AssignTo string
	DueOn    *model.Date
	Note     *string
}

// ReviewStep is an act on items as it is recorded. An item that the viewer does not see is as one that does not exist; what the act names
// outside the scope is refused in it. Ids that are none, and too many of them, are errors.
func (s *Service) ReviewStep(ctx context.Context, ask ReviewAsk) (*model.ReviewStep, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	step := &model.ReviewStep{Act: ask.Act, AssignTo: ask.AssignTo, By: q.actor()}
	if ask.DueOn != nil {
		step.DueOn = *ask.DueOn
	}
	if ask.Note != nil {
		step.Note = *ask.Note
	}
	if step.Items = q.itemIDs(ask.Items); len(q.faults) > 0 {
		return nil, q.faults.OrNil()
	}
	q.asOf = model.Never // the newest act, whatever the clocks say
	seen, err := q.items(step.Items, store.Latest)
	if err != nil {
		return nil, err
	}
	for i, id := range step.Items {
		if seen[id] == nil {
			step.Items[i] = unseenItem
		}
	}
	if ask.Act != model.ReviewActAssigned {
		return step, nil
	}
	scope, err := s.WriteScope(ctx, []string{ask.AssignTo}, nil)
	if err != nil {
		return nil, err
	}
	if _, within := scope.Organisation(ask.AssignTo); !within {
		step.Refused = append(step.Refused, &model.Problem{Path: "assignTo", Code: CodeOutOfScope,
			Message: fmt.Sprintf("the organisation %s lies outside the scope of this key, which is %s; choose one inside it", ask.AssignTo, scope.RegionCode())})
	}
	return step, nil
}

// unseenItem is an id that no item has.
const unseenItem model.ReviewItemID = -1

func (q *question) actor() model.ReviewActor {
	return model.ReviewActor{Name: q.who.Name, Alone: q.who.Demo, On: q.today()}
}

// itemIDs reads the ids of items.
func (q *question) itemIDs(texts []string) []model.ReviewItemID {
	switch n := len(texts); {
	case n == 0:
		q.wrong("input.items", "is empty; name at least one item by its id")
	case n > model.MaxReviewItems:
		q.wrong("input.items", "there are %d; at most %d fit one act, so send them in several", n, model.MaxReviewItems)
	}
	ids := make([]model.ReviewItemID, len(texts))
	for i, text := range texts {
		if err := ids[i].UnmarshalGQL(text); err != nil {
			q.wrong(fmt.Sprintf("input.items[%d]", i), "%q is no id of an item; take ids from the items of a round", text)
		}
	}
	return ids
}

// ReviewClosing checks that the viewer may close a round, and tells who does: the round's region must lie in the scope.
func (s *Service) ReviewClosing(ctx context.Context, code string) (model.ReviewActor, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return model.ReviewActor{}, err
	}
	round, err := q.round(code)
	switch {
	case err != nil:
	case round == nil:
		err = model.NotFound("code", "there is no round %q", code)
	case !q.who.Whole() && !q.scope(round.AsOf).sees(round.RegionID):
		err = model.Denied("code", "the round %s reaches beyond the scope of this key, which is %s; use a key of the whole round", code, q.who.RegionCode)
	}
	return q.actor(), err
}

// ReviewActor is who acts on rounds now.
func (s *Service) ReviewActor(ctx context.Context) (model.ReviewActor, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return model.ReviewActor{}, err
	}
	return q.actor(), nil
}

// ReviewOutcome is what became of an act: the round and the items as they stand after it.
func (s *Service) ReviewOutcome(ctx context.Context, done *model.ReviewDone) (*model.ReviewOutcome, error) {
	out := &model.ReviewOutcome{DataVersion: done.Version, Items: []*model.ReviewItem{}, Problems: done.Problems}
	if out.Problems == nil {
		out.Problems = []*model.Problem{}
	}
	if done.RoundID == 0 || done.Refused() {
		return out, nil
	}
	q, err := s.ask(ctx, nil, &done.Version)
	if err != nil {
		return nil, err
	}
	rounds, err := q.rounds()
	if err != nil {
		return nil, err
	}
	for _, r := range rounds {
		if r.ID == done.RoundID {
			out.Round = r
		}
	}
	found, err := q.items(done.Items, q.data.Version)
	for _, id := range done.Items {
		if i := found[id]; i != nil {
			out.Items = append(out.Items, i)
		}
	}
	return out, err
}
