package coverage

import (
	"sort"
	"strings"

	"fugai/model"
)

// scope tells on a date which regions the viewer sees.
type scope struct {
	set []bool // by region id; nil is all
}

func (q *question) scope(on model.Date) scope { return scope{q.regions(nil, on)} }

// sees tells whether a region lies in the scope. What has no region is seen by those who see everything.
func (s scope) sees(id model.RegionID) bool { return inScope(s.set, id) }

func (s scope) whole() bool { return s.set == nil }

// seesUnit tells whether a unit exists on the date of the question and lies in the scope.
func (q *question) seesUnit(s scope, id model.UnitID) bool {
	if s.whole() {
		return true
	}
	row, ok := q.data.RowOf(id, q.asOf)
	return ok && s.sees(q.data.Span(row).RegionID)
}

// matches tells whether a text holds every given condition; nil is no condition.
func matches(f *model.TextFilter, text string) bool {
	return f == nil ||
		(f.Eq == nil || text == *f.Eq) &&
			(f.StartsWith == nil || strings.HasPrefix(text, *f.StartsWith)) &&
			(f.Contains == nil || strings.Contains(text, *f.Contains))
}

// between tells whether a day lies in a range; a day that is not known lies in none.
func between(r *model.DateRange, day model.Date) bool {
	if r == nil {
		return true
	}
	return day != 0 && (r.Gte == nil || day >= *r.Gte) && (r.Lt == nil || day < *r.Lt)
}

// memoryPage is the asked page of an ordered list that lies in memory. The cursor of an entry is what it is ordered by, so that
// lists go on behind an entry that is gone.
type memoryPage[T any] struct {
	window
	after  *T
	digest uint32
}

// openPage reads the asked page; what is wrong with it is a fault of the question.
func openPage[T any](q *question, p model.Page, order any) memoryPage[T] {
	m := memoryPage[T]{window: q.window(p), digest: digest(order)}
	m.after = decodeCursor[T](q, p.After, m.digest)
	return m
}

// cut is the part of the list on the page, with the cursor of each entry, and whether entries stand before and behind it.
func (m *memoryPage[T]) cut(list []T, compare func(a, b T) int) (page []T, at func(int) string, before, more bool) {
	lo := m.offset
	if m.after != nil {
		lo = sort.Search(len(list), func(i int) bool { return compare(list[i], *m.after) > 0 })
	}
	lo = min(lo, len(list))
	hi := min(lo+m.limit, len(list))
	page = list[lo:hi]
	return page, func(i int) string { return encodeCursor(m.digest, page[i]) }, lo > 0, hi < len(list)
}
