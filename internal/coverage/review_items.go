package coverage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// ReviewItemsQuery is a question for the items of a round; see the schema's ReviewRound.items.
type ReviewItemsQuery struct {
	Where *model.ReviewFilter
	Page  model.Page
	AsOf  *model.Date
}

// ReviewItems are the same page of the items of each of some rounds, in the viewer's scope, by the key of the rule, then by code: the batch of
// a loader. A cursor is of one round.
func (s *Service) ReviewItems(
	ctx context.Context, rounds []*model.ReviewRound, query ReviewItemsQuery,
) (map[*model.ReviewRound]*model.Connection[model.ReviewItem], error) {
	q, err := s.ask(ctx, query.AsOf, nil)
	if err != nil {
		return nil, err
	}
	w := q.window(query.Page)
	page := store.ReviewPage{Offset: w.offset, Limit: w.limit + 1}
	for _, r := range rounds {
		page.After = decodeCursor[store.ReviewPlace](q, query.Page.After, digest(r.ID))
	}
	asked := q.reviewQuery(rounds, query.Where)
	if err := onceEach(q.faults).OrNil(); err != nil {
		return nil, err
	}
	totals, lists := map[model.ReviewRoundID]int{}, map[model.ReviewRoundID][]*model.ReviewItem{}
	err = s.store.Read(ctx, func(v *store.View) error {
		groups, err := v.ReviewGroups(asked, nil)
		if err != nil {
			return err
		}
		for i := range groups {
			totals[groups[i].Round] = groups[i].Items
		}
		lists, err = reviewPages(v, rounds, asked, page)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make(map[*model.ReviewRound]*model.Connection[model.ReviewItem], len(rounds))
	for _, r := range rounds {
		out[r] = q.reviewPage(r, lists[r.ID], totals[r.ID], w, page.After != nil)
	}
	return out, nil
}

// reviewPages reads a page of each round. Of one round the database need not number the items before it.
func reviewPages(
	v *store.View, rounds []*model.ReviewRound, asked *store.ReviewQuery, page store.ReviewPage,
) (map[model.ReviewRoundID][]*model.ReviewItem, error) {
	if len(rounds) > 1 {
		return v.ReviewItemsOfEach(asked, page)
	}
	list, err := v.ReviewItems(asked, page)
	return map[model.ReviewRoundID][]*model.ReviewItem{rounds[0].ID: list}, err
}

// reviewPage is the page of a round, of which one item more than asked was read.
func (q *question) reviewPage(r *model.ReviewRound, list []*model.ReviewItem, total int, w window, behind bool) *model.Connection[model.ReviewItem] {
	more := len(list) > w.limit
	if more {
		list = list[:w.limit]
	}
	q.placeItems(list)
	at := func(i int) string {
		return encodeCursor(digest(r.ID), store.ReviewPlace{Rule: list[i].Rule, Code: list[i].Code})
	}
	return connect(q, list, total, more, behind || w.offset > 0 && total > 0, at)
}

// placeItems gives items their regions, in the tree of the date of their findings.
func (q *question) placeItems(list []*model.ReviewItem) {
	for _, i := range list {
		i.Region = q.tree(i.FoundOn).Node(i.RegionID).On(i.FoundOn)
	}
}

// ReviewItemsByID are items by id as they stand on a date, those that the viewer sees: the batch of a loader.
func (s *Service) ReviewItemsByID(ctx context.Context, ids []model.ReviewItemID, asOf model.Date) (map[model.ReviewItemID]*model.ReviewItem, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return q.items(ids, q.data.Version)
}

// items are items by id as known at a data version, without those that the viewer does not see.
func (q *question) items(ids []model.ReviewItemID, version model.DataVersion) (map[model.ReviewItemID]*model.ReviewItem, error) {
	found, err := store.Get(q.ctx, q.store, func(v *store.View) (map[model.ReviewItemID]*model.ReviewItem, error) {
		return v.ReviewItemsByID(version, q.asOf, ids)
	})
	scopes := map[model.Date]scope{}
	for id, i := range found {
		seen, known := scopes[i.FoundOn]
		if !known {
			seen = q.scope(i.FoundOn)
			scopes[i.FoundOn] = seen
		}
		if !seen.sees(i.RegionID) || !q.tells(i.Rule) {
			delete(found, id)
			continue
		}
		q.placeItems([]*model.ReviewItem{i})
	}
	return found, err
}

// ReviewEventsOf are the acts on items up to a date, the oldest first: the batch of a loader.
func (s *Service) ReviewEventsOf(ctx context.Context, ids []model.ReviewItemID, asOf model.Date) (map[model.ReviewItemID][]*model.ReviewEvent, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	found, err := store.Get(ctx, s.store, func(v *store.View) (map[model.ReviewItemID][]*model.ReviewEvent, error) {
		return v.ReviewEventsOf(q.data.Version, asOf, ids)
	})
	for _, list := range found {
		for _, e := range list {
			if e.Note != "" {
				e.Note = q.who.Text(e.Note)
			}
		}
	}
	return found, err
}

// StillFound tells whether the rule of an item finds its subject on the item's date, by the facts as they are now.
func (s *Service) StillFound(ctx context.Context, i *model.ReviewItem) (bool, error) {
	q, err := s.ask(ctx, &i.AsOf, nil)
	if err != nil {
		return false, err
	}
	return q.stillFound(i), nil
}

func (q *question) stillFound(i *model.ReviewItem) bool {
	of, index, known := q.rules.Find(i.Rule)
	if !known {
		return false
	}
	spans := q.data.Of(of)
	row, exists := spans.RowOf(model.UnitID(i.SubjectID), i.AsOf)
	return exists && spans.Span(row).Class.Results.Of(index) == model.ResultUnmet
}

// RuleOf is the rule of an item as the schema shows it.
func (s *Service) RuleOf(ctx context.Context, i *model.ReviewItem) (*model.Indicator, error) {
	return s.Indicator(ctx, i.Rule)
}

// ReviewCountsQuery is a question for the items of a round by some dimensions; see the schema's ReviewRound.counts.
type ReviewCountsQuery struct {
	Where       *model.ReviewFilter
	GroupBy     []model.ReviewDimension
	RegionLevel *model.RegionLevel
	AsOf        *model.Date
}

// ReviewCounts counts the items of each of some rounds in the viewer's scope: the batch of a loader. The rows of a round add up to its one of
// no grouping.
func (s *Service) ReviewCounts(
	ctx context.Context, rounds []*model.ReviewRound, query ReviewCountsQuery,
) (map[*model.ReviewRound][]*model.ReviewCount, error) {
	q, err := s.ask(ctx, query.AsOf, nil)
	if err != nil {
		return nil, err
	}
	asked := q.reviewQuery(rounds, query.Where)
	counters := make([]reviewCounter, len(rounds))
	for i, r := range rounds {
		counters[i] = reviewCounter{question: q, ReviewCountsQuery: query, round: r}
		counters[i].setRegions()
	}
	if err := onceEach(q.faults).OrNil(); err != nil {
		return nil, err
	}
	groups, err := store.Get(ctx, s.store, func(v *store.View) ([]store.ReviewGroup, error) { return v.ReviewGroups(asked, query.GroupBy) })
	if err != nil {
		return nil, err
	}
	of := map[model.ReviewRoundID][]store.ReviewGroup{}
	for _, g := range groups {
		of[g.Round] = append(of[g.Round], g)
	}
	out := make(map[*model.ReviewRound][]*model.ReviewCount, len(rounds))
	for i, r := range rounds {
		out[r] = counters[i].rows(of[r.ID])
	}
	return out, nil
}

// reviewCounter turns what the database has grouped into rows.
type reviewCounter struct {
	*question
	ReviewCountsQuery
	round  *model.ReviewRound
	groups []int32
	nodes  []*model.RegionNode
}

// setRegions checks the grouping, and groups the regions of the date of the findings.
func (c *reviewCounter) setRegions() {
	for i, d := range c.GroupBy {
		if slices.Contains(c.GroupBy[:i], d) {
			c.wrong(fmt.Sprintf("groupBy[%d]", i), "%s stands twice; name each dimension once", d)
		}
	}
	if !slices.Contains(c.GroupBy, model.ReviewDimensionRegion) {
		if c.RegionLevel != nil {
			c.wrong("regionLevel", "needs REGION in groupBy")
		}
		return
	}
	t := &table{question: c.question, TableQuery: TableQuery{RegionLevel: c.RegionLevel}}
	if c.Where != nil {
		t.Where = &model.UnitFilter{Regions: c.Where.Regions}
	}
	before := len(c.faults)
	c.groups, c.nodes = t.regionGroups(c.round.AsOf)
	c.faults = c.faults[:before] // the filter has told what is wrong with its regions
}

// reviewKey names a row by what it is grouped by; zero values stand for what it is not.
type reviewKey struct {
	rule    model.IndicatorKey
	state   model.ReviewState
	subject model.Subject
	// region counts from 1; 0 is none.
	region   int
	assigned string
}

func (c *reviewCounter) rows(groups []store.ReviewGroup) []*model.ReviewCount {
	byKey, keys := map[reviewKey]*model.ReviewCount{}, []reviewKey{}
	if len(c.GroupBy) == 0 {
		byKey[reviewKey{}], keys = &model.ReviewCount{AsOf: c.asOf}, append(keys, reviewKey{})
	}
	for i := range groups {
		g := &groups[i]
		k := reviewKey{rule: g.Rule, state: g.State, subject: g.Subject, region: c.regionOf(g.Region), assigned: g.AssignedCode}
		row := byKey[k]
		if row == nil {
			row = c.row(k, g)
			byKey[k], keys = row, append(keys, k)
		}
		row.Items, row.Closed, row.Overdue = row.Items+g.Items, row.Closed+g.Closed, row.Overdue+g.Overdue
	}
	slices.SortFunc(keys, c.compare)
	out := make([]*model.ReviewCount, len(keys))
	for i, k := range keys {
		out[i] = byKey[k]
	}
	return out
}

// regionOf is the group of a region, counted from 1; 0 where regions are not asked for, and for what has none.
func (c *reviewCounter) regionOf(id model.RegionID) int {
	if int(id) >= len(c.groups) || id == 0 {
		return 0
	}
	return int(c.groups[id]) + 1
}

// row is the row of a key without its numbers.
func (c *reviewCounter) row(k reviewKey, g *store.ReviewGroup) *model.ReviewCount {
	row := &model.ReviewCount{AssignedID: g.AssignedTo, AssignedCode: g.AssignedCode, AsOf: c.asOf}
	if of, i, ok := c.rules.Find(k.rule); ok {
		row.Rule = c.rules.lists[of].shown[i]
	}
	if k.state != 0 {
		row.State = &k.state
	}
	if k.subject != 0 {
		row.Subject = &k.subject
	}
	if k.region > 0 {
		row.Region = c.nodes[k.region-1].On(c.round.AsOf)
	}
	return row
}

// compare orders rows by the dimensions as they were asked for: rules by key, regions and organisations by code, the others as their
// enums; none last.
func (c *reviewCounter) compare(a, b reviewKey) int {
	noneLast := func(a, b string) int {
		if (a == "") != (b == "") {
			return cmp.Compare(b, a)
		}
		return cmp.Compare(a, b)
	}
	for _, d := range c.GroupBy {
		way := 0
		switch d {
		case model.ReviewDimensionRule:
			way = cmp.Compare(a.rule, b.rule)
		case model.ReviewDimensionState:
			way = cmp.Compare(a.state, b.state)
		case model.ReviewDimensionSubject:
			way = cmp.Compare(a.subject, b.subject)
		case model.ReviewDimensionRegion:
			way = cmp.Compare(uint(a.region-1), uint(b.region-1)) // none is the largest
		case model.ReviewDimensionAssignedTo:
			way = noneLast(a.assigned, b.assigned)
		}
		if way != 0 {
			return way
		}
	}
	return 0
}
