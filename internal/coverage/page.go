package coverage

import (
	"encoding/base64"
	"encoding/json"
	"hash/fnv"

	"fugai/model"
)

// The length of a page where none is asked for, and the longest that may be asked for.
const (
	DefaultPage = 50
	LongestPage = 1000
)

// window is the asked part of a list: at most limit entries behind offset.
type window struct{ offset, limit int }

// window reads a page; first beyond the cap, negative numbers, and after beside offset are faults.
func (q *question) window(p model.Page) window {
	w := window{limit: DefaultPage}
	if p.First != nil {
		if w.limit = *p.First; w.limit < 0 || w.limit > LongestPage {
			q.wrong("first", "must be from 0 to %d, not %d; page through longer lists with after, or use /export", LongestPage, w.limit)
		}
	}
	if p.Offset != nil {
		if w.offset = *p.Offset; w.offset < 0 {
			q.wrong("offset", "must be 0 or more, not %d", w.offset)
		}
	}
	if p.After != nil && p.Offset != nil {
		q.wrong("after", "use after or offset, not both")
	}
	return w
}

// cursorVersion is the form of cursors; others are refused, so that a new form can come.
const cursorVersion = 1

// cursor is a place in an ordered list. Order is a digest of the order's keys, because a cursor of another order is no place.
type cursor[T any] struct {
	Version int    `json:"v"`
	Order   uint32 `json:"o"`
	At      T      `json:"a"`
}

func digest(order any) uint32 {
	h := fnv.New32a()
	_ = json.NewEncoder(h).Encode(order)
	return h.Sum32()
}

func encodeCursor[T any](order uint32, at T) string {
	text, _ := json.Marshal(cursor[T]{cursorVersion, order, at})
	return base64.RawURLEncoding.EncodeToString(text)
}

// decodeCursor reads after; nil without one. A cursor of another list or order is a fault.
func decodeCursor[T any](q *question, after *string, order uint32) *T {
	if after == nil {
		return nil
	}
	var c cursor[T]
	text, err := base64.RawURLEncoding.DecodeString(*after)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	switch {
	case err != nil || c.Version != cursorVersion:
		q.wrong("after", "is no cursor; take one from endCursor or from an edge of the page before")
	case c.Order != order:
		q.wrong("after", "is a cursor of another order; keep orderBy the same from page to page")
	}
	return &c.At
}

// connect makes a page of nodes. more tells whether entries follow; at gives the cursor of an entry.
func connect[T any](q *question, nodes []*T, total int, more, before bool, at func(i int) string) *model.Connection[T] {
	c := &model.Connection[T]{TotalCount: total, AsOf: q.asOf, DataVersion: q.data.Version, Edges: make([]*model.Edge[T], len(nodes))}
	edges := make([]model.Edge[T], len(nodes))
	for i, n := range nodes {
		edges[i] = model.Edge[T]{Cursor: at(i), Node: n}
		c.Edges[i] = &edges[i]
	}
	c.PageInfo = model.PageInfo{HasNextPage: more, HasPreviousPage: before}
	if len(edges) > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = &edges[0].Cursor, &edges[len(edges)-1].Cursor
	}
	return c
}
