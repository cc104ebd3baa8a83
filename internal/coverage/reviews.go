package coverage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// ReviewRoundsQuery is a question for look-back rounds; see the schema's reviewRounds for what each part means.
type ReviewRoundsQuery struct {
	// Open narrows to rounds that are not closed, or to closed ones; nil asks for all.
	Open       *bool
	Page       model.Page
	MinVersion *model.DataVersion
}

// ReviewRounds lists the look-back rounds that the viewer sees, the newest first.
func (s *Service) ReviewRounds(ctx context.Context, query ReviewRoundsQuery) (*model.Connection[model.ReviewRound], error) {
	q, err := s.ask(ctx, nil, query.MinVersion)
	if err != nil {
		return nil, err
	}
	page := openPage[model.ReviewRoundID](q, query.Page, query.Open)
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	rounds, err := q.rounds()
	if err != nil {
		return nil, err
	}
	if query.Open != nil {
		rounds = slices.DeleteFunc(rounds, func(r *model.ReviewRound) bool { return r.ClosedAt.IsZero() != *query.Open })
	}
	ids := make([]model.ReviewRoundID, len(rounds))
	for i, r := range rounds {
		ids[i] = r.ID
	}
	shown, at, before, more := page.cut(ids, func(a, b model.ReviewRoundID) int { return cmp.Compare(b, a) })
	lo := 0
	if len(shown) > 0 {
		lo = slices.Index(ids, shown[0])
	}
	return connect(q, rounds[lo:lo+len(shown)], len(rounds), more, before, at), nil
}

// ReviewRound is the round of a code; nil where there is none that the viewer sees.
func (s *Service) ReviewRound(ctx context.Context, code string, minVersion *model.DataVersion) (*model.ReviewRound, error) {
	q, err := s.ask(ctx, nil, minVersion)
	if err != nil {
		return nil, err
	}
	return q.round(code)
}

// ReviewRoundsByID are the rounds of ids that the viewer sees: the batch of a loader.
func (s *Service) ReviewRoundsByID(ctx context.Context, ids []model.ReviewRoundID, _ model.Date) (map[model.ReviewRoundID]*model.ReviewRound, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	rounds, err := q.rounds()
	out := make(map[model.ReviewRoundID]*model.ReviewRound, len(ids))
	for _, r := range rounds {
		if slices.Contains(ids, r.ID) {
			out[r.ID] = r
		}
	}
	return out, err
}

func (q *question) round(code string) (*model.ReviewRound, error) {
	r, err := store.Get(q.ctx, q.store, func(v *store.View) (*model.ReviewRound, error) { return v.ReviewRoundByCode(q.data.Version, code) })
	if err != nil || r == nil || !q.place(r) {
		return nil, err
	}
	return r, nil
}

// rounds are the rounds that the viewer sees, the newest first.
func (q *question) rounds() ([]*model.ReviewRound, error) {
	list, err := store.Get(q.ctx, q.store, func(v *store.View) ([]*model.ReviewRound, error) { return v.ReviewRounds(q.data.Version) })
	return slices.DeleteFunc(list, func(r *model.ReviewRound) bool { return !q.place(r) }), err
}

// place gives a round its region, in the tree of the date of its findings, and tells whether the viewer sees it: the round of a region in
// the scope, or of one that the scope lies in.
func (q *question) place(r *model.ReviewRound) bool {
	n := q.tree(r.AsOf).Node(r.RegionID)
	if n != nil {
		r.Region = n.On(r.AsOf)
	}
	if q.who.Whole() || r.RegionID == 0 {
		return true
	}
	top := q.tree(r.AsOf).Node(q.who.Region)
	return n != nil && top != nil && (n.Within(top) || top.Within(n))
}

// ReviewRules are the rules of a round as the schema shows them, without those that the viewer may not see.
func (s *Service) ReviewRules(ctx context.Context, r *model.ReviewRound) ([]*model.Indicator, error) {
	q, err := s.ask(ctx, nil, nil)
	if err != nil {
		return nil, err
	}
	out := make([]*model.Indicator, 0, len(r.Rules))
	for _, key := range r.Rules {
		if of, i, ok := q.rules.Find(key); ok && q.tells(key) {
			out = append(out, q.rules.lists[of].shown[i])
		}
	}
	return out, nil
}

// reviewQuery is the condition on items of rounds: those of the filter, in the viewer's scope, and of rules that the viewer may see.
func (q *question) reviewQuery(rounds []*model.ReviewRound, where *model.ReviewFilter) *store.ReviewQuery {
	if where == nil {
		where = &model.ReviewFilter{}
	}
	for i, key := range where.Rules {
		q.reviewRule(fmt.Sprintf("where.rules[%d]", i), key)
	}
	return &store.ReviewQuery{Version: q.data.Version, On: q.asOf, In: q.reviewPlaces(rounds, where.Regions), Rules: where.Rules, Hidden: q.hiddenRules(),
		States: where.States, Subjects: where.Subjects, AssignedTo: q.assigned(where.AssignedTo), Overdue: where.Overdue, Codes: where.Codes}
}

// reviewPlaces are rounds with the asked regions: the same ones of all rounds whose findings are of one day.
func (q *question) reviewPlaces(rounds []*model.ReviewRound, codes []model.RegionCode) (out []store.ReviewPlaces) {
	at := map[model.Date]int{}
	for _, r := range rounds {
		i, known := at[r.AsOf]
		if !known {
			i = len(out)
			at[r.AsOf], out = i, append(out, store.ReviewPlaces{Regions: q.regions(codes, r.AsOf)})
		}
		out[i].Rounds = append(out[i].Rounds, r.ID)
	}
	return out
}

// reviewRule checks that a key is a rule of the look-back that the viewer may see.
func (q *question) reviewRule(path string, key model.IndicatorKey) {
	of, i, ok := q.rules.Find(key)
	switch {
	case !ok:
		q.unknown(path, key, func(in *indicator.Indicator) bool { return in.LookBack })
	case !q.rules.lists[of].rules[i].LookBack:
		q.wrong(path, "%s is an indicator of coverage and no rule of the look-back, so that rounds do not hold it; leave it out", key)
	case !q.tells(key):
		q.fault(model.Denied(path, "the findings of %s tell of the members of single %s, or of persons; use a key of the role DEPARTMENT", key, plural[of]))
	}
}

// hiddenRules are those whose findings tell what is not the viewer's to see.
func (q *question) hiddenRules() (keys []model.IndicatorKey) {
	for _, subject := range model.AllSubject() {
		for _, in := range q.rules.lists[subject].rules {
			if in.LookBack && !q.tells(in.Key) {
				keys = append(keys, in.Key)
			}
		}
	}
	return keys
}

// assigned are the ids of organisations by code; nil is no condition.
func (q *question) assigned(codes []string) []model.OrganisationID {
	if codes == nil {
		return nil
	}
	return append([]model.OrganisationID{}, q.organisations("where.assignedTo", codes)...)
}
