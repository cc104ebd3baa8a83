package cube

import "slices"

// lists holds a list for each of many ids, one after the other in pages. A change copies the pages that it touches and shares all others, so
// that it costs what it touches, and readers of the old lists go on.
type lists[T any] struct{ pages []*page[T] }

const pageSize = 256

// page holds the lists of pageSize neighbouring ids; ends are where each one ends.
type page[T any] struct {
	ends [pageSize]uint32
	rows []T
}

// of is the list of an id. It is shared and not to be changed.
func (l lists[T]) of(id uint32) []T {
	n, i := id/pageSize, id%pageSize
	if int(n) >= len(l.pages) || l.pages[n] == nil {
		return nil
	}
	p := l.pages[n]
	if i == 0 {
		return p.rows[:p.ends[0]]
	}
	return p.rows[p.ends[i-1]:p.ends[i]]
}

// listed is an id with its list.
type listed[T any] struct {
	id   uint32
	list []T
}

// with are the lists in which some ids, in ascending order, have other ones.
func (l lists[T]) with(changed []listed[T]) lists[T] {
	if len(changed) == 0 {
		return l
	}
	out := lists[T]{slices.Clone(l.pages)}
	if n := int(changed[len(changed)-1].id/pageSize) + 1; n > len(out.pages) {
		out.pages = append(out.pages, make([]*page[T], n-len(out.pages))...)
	}
	for len(changed) > 0 {
		n, some := changed[0].id/pageSize, 1
		for some < len(changed) && changed[some].id/pageSize == n {
			some++
		}
		out.pages[n] = l.pageWith(n, changed[:some])
		changed = changed[some:]
	}
	return out
}

// pageWith is a page with other lists of some of its ids; nil where all are empty.
func (l lists[T]) pageWith(n uint32, changed []listed[T]) *page[T] {
	size := 0
	for i := range uint32(pageSize) {
		size += len(l.of(n*pageSize + i))
	}
	for _, c := range changed {
		size += len(c.list) - len(l.of(c.id))
	}
	if size == 0 {
		return nil
	}
	p := &page[T]{rows: make([]T, 0, size)}
	for i := range uint32(pageSize) {
		id := n*pageSize + i
		if len(changed) > 0 && changed[0].id == id {
			p.rows = append(p.rows, changed[0].list...)
			changed = changed[1:]
		} else {
			p.rows = append(p.rows, l.of(id)...)
		}
		p.ends[i] = uint32(len(p.rows))
	}
	return p
}
