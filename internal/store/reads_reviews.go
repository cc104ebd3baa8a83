package store

import (
	"slices"
	"strings"

	"fugai/model"
)

// ReviewRounds reads all rounds as known at a data version, the newest first. There are few.
func (v *View) ReviewRounds(version model.DataVersion) ([]*model.ReviewRound, error) {
	return v.reviewRounds(version, " ORDER BY r.id DESC")
}

// ReviewRoundByCode reads a round by its code; nil where there is none.
func (v *View) ReviewRoundByCode(version model.DataVersion, code string) (*model.ReviewRound, error) {
	list, err := v.reviewRounds(version, " AND r.code = ?", code)
	return append(list, nil)[0], err
}

func (v *View) reviewRounds(version model.DataVersion, more string, args ...any) (out []*model.ReviewRound, err error) {
	text := "SELECT r." + strings.Join(reviewRoundColumns, ", r.") + ", o.committed_at, c.committed_at FROM review_rounds r " +
		"JOIN commits o ON o.version = r.since_version LEFT JOIN commits c ON c.version = r.until_version AND c.version <= ? WHERE r.since_version <= ?"
	err = v.query(text+more, append([]any{version, version}, args...), func(r *reader) error {
		one := &model.ReviewRound{ID: model.ReviewRoundID(r.int()), Code: r.text(), Title: r.text(), RegionID: model.RegionID(r.int()), AsOf: r.date()}
		one.DataVersion = model.DataVersion(r.int())
		for key := range strings.SplitSeq(r.text(), ",") {
			if key != "" {
				one.Rules = append(one.Rules, model.IndicatorKey(key))
			}
		}
		one.OpenedBy = r.text()
		r.int()
		closedBy := r.text()
		r.int()
		if one.OpenedAt, one.ClosedAt = r.moment(), r.moment(); !one.ClosedAt.IsZero() {
			one.ClosedBy = closedBy
		}
		out = append(out, one)
		return nil
	})
	return out, err
}

// ReviewQuery says which items of rounds are asked for, as they stood on a day and as known at a data version. Different fields must all
// hold; several values of one are alternatives, nil is no condition.
type ReviewQuery struct {
	Version model.DataVersion
	On      model.Date
	// In are the rounds, and of each the regions that are asked for.
	In       []ReviewPlaces
	Rules    []model.IndicatorKey
	Hidden   []model.IndicatorKey // rules whose items are left out
	States   []model.ReviewState
	Subjects []model.Subject
	// AssignedTo are organisations; 0 stands for items that are not assigned.
	AssignedTo []model.OrganisationID
	Overdue    *bool
	Codes      []string
}

// ReviewPlaces are rounds, and the regions of which items are asked for, by region id; nil is all.
type ReviewPlaces struct {
	Rounds  []model.ReviewRoundID
	Regions []bool
}

// ReviewPlace is the place of an item in the list of its round.
type ReviewPlace struct {
	Rule model.IndicatorKey
	Code string
}

// ReviewPage is a part of a list of items: at most Limit entries behind After, or behind Offset entries.
type ReviewPage struct {
	After         *ReviewPlace
	Offset, Limit int
}

// standing is the condition that an act is the last one of its item on a day, as known at a data version: acts that a later version
// ended are known as still standing.
const standing = "e.since_version <= ? AND e.valid_from <= ? AND (e.until_version > ? OR e.valid_to > ?)"

const (
	reviewItemsAndEvents = " FROM review_items i JOIN review_events e ON e.item_id = i.id"
	reviewBeside         = " LEFT JOIN organisations o ON o.id = e.assigned_to JOIN commits c ON c.version = e.since_version"
)

// conditions are joined by AND; args are theirs.
type conditions struct {
	texts []string
	args  []any
}

func (c *conditions) and(text string, args ...any) {
	c.texts, c.args = append(c.texts, text), append(c.args, args...)
}

// oneOf adds that a column holds one of some values, where they are given; of none, nothing does.
func oneOf[T any](c *conditions, column, not string, values []T, text func(T) string) {
	switch {
	case values == nil:
	case len(values) == 0:
		c.and("1 = 0")
	default:
		keys := make([]string, len(values))
		for i, v := range values {
			keys[i] = text(v)
		}
		list, args := inTexts(keys, nil)
		c.and(column+not+list, args...)
	}
}

func (q *ReviewQuery) conditions() *conditions {
	c := &conditions{}
	c.and(standing, q.Version, q.On, q.Version, q.On)
	places := make([]string, 0, len(q.In))
	for _, p := range q.In {
		if text := p.condition(); text != "" {
			places = append(places, text)
		}
	}
	c.and("(" + strings.Join(append(places, "1 = 0"), " OR ") + ")")
	key := func(k model.IndicatorKey) string { return string(k) }
	oneOf(c, "i.rule", "", q.Rules, key)
	if len(q.Hidden) > 0 {
		oneOf(c, "i.rule", " NOT", q.Hidden, key)
	}
	oneOf(c, "e.state", "", q.States, model.ReviewState.String)
	oneOf(c, "i.subject", "", q.Subjects, model.Subject.String)
	oneOf(c, "i.code", "", q.Codes, func(s string) string { return s })
	if len(q.AssignedTo) > 0 {
		c.and("e.assigned_to" + in(q.AssignedTo))
	} else if q.AssignedTo != nil {
		c.and("1 = 0")
	}
	if q.Overdue != nil && *q.Overdue {
		c.and("e.due_on < ? AND e.state <> 'CLOSED'", q.On)
	} else if q.Overdue != nil {
		c.and("(e.due_on IS NULL OR e.due_on >= ? OR e.state = 'CLOSED')", q.On)
	}
	return c
}

// condition is "" where nothing is asked for.
func (p ReviewPlaces) condition() string {
	if len(p.Rounds) == 0 {
		return ""
	}
	text := "i.round_id" + in(p.Rounds)
	if p.Regions == nil {
		return text
	}
	var ids []model.RegionID
	for id, within := range p.Regions {
		if within {
			ids = append(ids, model.RegionID(id))
		}
	}
	if len(ids) == 0 {
		return ""
	}
	return text + " AND i.region_id" + in(ids)
}

func (c *conditions) where() string { return " WHERE " + strings.Join(c.texts, " AND ") }

// ReviewItems reads a part of the items of a question, by rule, then code. AsOf of each is the day of the question.
func (v *View) ReviewItems(q *ReviewQuery, page ReviewPage) ([]*model.ReviewItem, error) {
	c := q.conditions()
	if a := page.After; a != nil {
		c.and("(i.rule > ? OR i.rule = ? AND i.code > ?)", string(a.Rule), string(a.Rule), a.Code)
	}
	text := c.where() + " ORDER BY i.rule, i.code, i.id LIMIT ? OFFSET ?"
	return v.reviewItems(text, append(c.args, page.Limit, page.Offset), q.On)
}

// ReviewItemsOfEach reads the same part of the items of every round of a question, as ReviewItems does of all of them together: by round.
func (v *View) ReviewItemsOfEach(q *ReviewQuery, page ReviewPage) (map[model.ReviewRoundID][]*model.ReviewItem, error) {
	c := q.conditions()
	text := " JOIN (SELECT i.id, ROW_NUMBER() OVER (PARTITION BY i.round_id ORDER BY i.rule, i.code, i.id) AS place" + reviewItemsAndEvents + c.where() +
		") p ON p.id = i.id WHERE " + standing + " AND p.place > ? AND p.place <= ? ORDER BY i.round_id, p.place"
	list, err := v.reviewItems(text, append(c.args, q.Version, q.On, q.Version, q.On, page.Offset, page.Offset+page.Limit), q.On)
	return grouped(list, func(i **model.ReviewItem) model.ReviewRoundID { return (*i).RoundID }), err
}

// ReviewItemsByID reads items, as they stood on a day and as known at a data version; those that were not frozen yet are left out.
func (v *View) ReviewItemsByID(version model.DataVersion, on model.Date, ids []model.ReviewItemID) (map[model.ReviewItemID]*model.ReviewItem, error) {
	out := make(map[model.ReviewItemID]*model.ReviewItem, len(ids))
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, []any{version, on, version, on})
		items, err := v.reviewItems(" WHERE "+standing+" AND i.id"+list, args, on)
		if err != nil {
			return nil, err
		}
		for _, i := range items {
			out[i.ID] = i
		}
	}
	return out, nil
}

func (v *View) reviewItems(where string, args []any, on model.Date) (out []*model.ReviewItem, err error) {
	text := "SELECT i." + strings.Join(reviewItemColumns, ", i.") + ", r.as_of, e." + strings.Join(ReviewEvents.columns, ", e.") +
		", o.code, c.committed_at" + reviewItemsAndEvents + " JOIN review_rounds r ON r.id = i.round_id" + reviewBeside + where
	err = v.query(text, args, func(r *reader) error {
		one := &model.ReviewItem{AsOf: on}
		readReviewItem(r, one)
		one.FoundOn = r.date()
		readReviewEvent(r, &one.Last)
		one.Last.AsOf = on
		out = append(out, one)
		return nil
	})
	return out, err
}

func readReviewEvent(r *reader, e *model.ReviewEvent) {
	ReviewEvents.read(r, e)
	e.AssignedCode, e.At = r.text(), r.moment()
}

// CountReviewItems is the number of items of a question.
func (v *View) CountReviewItems(q *ReviewQuery) (int, error) {
	c := q.conditions()
	n, err := v.number("SELECT COUNT(*)"+reviewItemsAndEvents+c.where(), c.args...)
	return int(n), err
}

// ReviewGroup is the number of items of a round that share what they are grouped by; the rest is zero.
type ReviewGroup struct {
	Round                  model.ReviewRoundID
	Rule                   model.IndicatorKey
	State                  model.ReviewState
	Subject                model.Subject
	Region                 model.RegionID
	AssignedTo             model.OrganisationID
	AssignedCode           string
	Items, Closed, Overdue int
}

// ReviewGroups counts the items of a question by round and by some dimensions, in no order.
func (v *View) ReviewGroups(q *ReviewQuery, by []model.ReviewDimension) (out []ReviewGroup, err error) {
	c := q.conditions()
	column := func(d model.ReviewDimension, name, other string) string {
		if slices.Contains(by, d) {
			return name
		}
		return other
	}
	keys := []string{"i.round_id", column(model.ReviewDimensionRule, "i.rule", "''"), column(model.ReviewDimensionState, "e.state", "''"),
		column(model.ReviewDimensionSubject, "i.subject", "''"), column(model.ReviewDimensionRegion, "i.region_id", "0"),
		column(model.ReviewDimensionAssignedTo, "e.assigned_to", "0"), column(model.ReviewDimensionAssignedTo, "o.code", "''")}
	grouped := slices.DeleteFunc(slices.Clone(keys), func(k string) bool { return !strings.Contains(k, ".") })
	text := "SELECT " + strings.Join(keys, ", ") + ", COUNT(*), SUM(CASE WHEN e.state = 'CLOSED' THEN 1 ELSE 0 END), " +
		"SUM(CASE WHEN e.due_on < ? AND e.state <> 'CLOSED' THEN 1 ELSE 0 END)" + reviewItemsAndEvents
	if slices.Contains(by, model.ReviewDimensionAssignedTo) {
		text += " LEFT JOIN organisations o ON o.id = e.assigned_to"
	}
	text += c.where() + " GROUP BY " + strings.Join(grouped, ", ")
	err = v.query(text, append([]any{q.On}, c.args...), func(r *reader) error {
		g := ReviewGroup{Round: model.ReviewRoundID(r.int()), Rule: model.IndicatorKey(r.text())}
		r.enum(&g.State)
		r.enum(&g.Subject)
		g.Region, g.AssignedTo, g.AssignedCode = model.RegionID(r.int()), model.OrganisationID(r.int()), r.text()
		g.Items, g.Closed, g.Overdue = int(r.int()), int(r.int()), int(r.int())
		out = append(out, g)
		return nil
	})
	return out, err
}

// ReviewEventsOf reads the acts on items as known at a data version, those up to a day, the oldest first.
func (v *View) ReviewEventsOf(version model.DataVersion, on model.Date, ids []model.ReviewItemID) (map[model.ReviewItemID][]*model.ReviewEvent, error) {
	out := make(map[model.ReviewItemID][]*model.ReviewEvent, len(ids))
	text := "SELECT e." + strings.Join(ReviewEvents.columns, ", e.") + ", o.code, c.committed_at FROM review_events e" + reviewBeside
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, []any{version, on})
		where := " WHERE e.since_version <= ? AND e.valid_from <= ? AND e.item_id" + list + " ORDER BY e.item_id, e.since_version"
		err := v.query(text+where, args, func(r *reader) error {
			e := &model.ReviewEvent{AsOf: on}
			readReviewEvent(r, e)
			out[e.ItemID] = append(out[e.ItemID], e)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
