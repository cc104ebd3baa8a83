package registry

import (
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// row is a row with an id of its own: as stored, and as the batch makes it.
type row[T comparable] struct {
	old, now T
	// stored tells that old is in the store; gone that the batch withdraws the row.
	stored, gone bool
}

// rows holds the rows that a batch names, by what people know them by: a cover by unit, kind and holder (several rows, of
// different periods), a visit by instructor, unit and day (one row).
type rows[K comparable, T comparable] struct {
	table *store.Table[T]
	key   func(*T) K
	setID func(*T, int64) // nil for rows without an id
	by    map[K][]*row[T]
	order []*row[T]
}

func newRows[K comparable, T comparable](table *store.Table[T], key func(*T) K, setID func(*T, int64)) *rows[K, T] {
	return &rows[K, T]{table: table, key: key, setID: setID, by: map[K][]*row[T]{}}
}

// expect makes room for so many rows more.
func (g *rows[K, T]) expect(n int) {
	if len(g.by) == 0 {
		g.by = make(map[K][]*row[T], n)
	}
	g.order = slices.Grow(g.order, n)
}

// load takes in rows from the store.
func (g *rows[K, T]) load(list []T) {
	g.expect(len(list))
	for i := range list {
		k := g.key(&list[i])
		r := &row[T]{old: list[i], now: list[i], stored: true}
		g.by[k] = append(g.by[k], r)
		g.order = append(g.order, r)
	}
}

// live are the rows of a key that are not withdrawn.
func (g *rows[K, T]) live(k K) []*row[T] {
	list := g.by[k]
	for i, r := range list {
		if r.gone {
			out := append([]*row[T](nil), list[:i]...)
			for _, r := range list[i:] {
				if !r.gone {
					out = append(out, r)
				}
			}
			return out
		}
	}
	return list
}

// only is the one live row of a key; nil without one.
func (g *rows[K, T]) only(k K) *row[T] {
	if list := g.live(k); len(list) > 0 {
		return list[0]
	}
	return nil
}

// add is a new row.
func (g *rows[K, T]) add(t T) outcome {
	k := g.key(&t)
	r := &row[T]{now: t}
	g.by[k] = append(g.by[k], r)
	g.order = append(g.order, r)
	return added
}

// put adds the row or corrects the one with its key; set writes the reported fields.
func (g *rows[K, T]) put(k K, set func(*T)) outcome {
	r := g.only(k)
	if r == nil {
		var t T
		set(&t)
		return g.add(t)
	}
	return r.set(set)
}

// set corrects a row.
func (r *row[T]) set(set func(*T)) outcome {
	before := r.now
	set(&r.now)
	if r.now == before {
		return unchanged
	}
	return changed
}

// withdraw withdraws a row; without one there is nothing to do, as in a batch that is applied again.
func (p place) withdraw(gone func() bool) {
	if gone() {
		p.done(changed)
		return
	}
	p.warn("action", CodeNothingToVoid, "no such row is stored, or it was withdrawn before; nothing is changed")
	p.done(unchanged)
}

func (g *rows[K, T]) drop(k K) func() bool {
	return func() bool {
		r := g.only(k)
		if r == nil {
			return false
		}
		r.gone = true
		return true
	}
}

// same tells that there is nothing to write.
func (r *row[T]) same() bool {
	if r.stored {
		return !r.gone && r.now == r.old
	}
	return r.gone
}

func (g *rows[K, T]) changes() (n int) {
	for _, r := range g.order {
		if !r.same() {
			n++
		}
	}
	return n
}

// flush writes what changed, and hands every changed row to note: as it was or, for a new one, as it is.
func (g *rows[K, T]) flush(tx *store.Tx, note func(*T)) error {
	if g == nil {
		return nil
	}
	var gone []T
	n := g.changes()
	fresh, unnumbered := make([]T, 0, n), make([]int, 0, n)
	for _, r := range g.order {
		if r.same() {
			continue
		}
		note(&r.now)
		if r.stored {
			gone = append(gone, r.old)
		}
		if r.gone {
			continue
		}
		t := r.now
		*g.table.Recorded(&t) = model.Recorded{}
		if !r.stored {
			unnumbered = append(unnumbered, len(fresh))
		}
		fresh = append(fresh, t)
	}
	if err := g.number(tx, fresh, unnumbered); err != nil {
		return err
	}
	if err := store.Supersede(tx, g.table, gone); err != nil {
		return err
	}
	return store.Insert(tx, g.table, fresh)
}

func (g *rows[K, T]) number(tx *store.Tx, fresh []T, unnumbered []int) error {
	if g.setID == nil || len(unnumbered) == 0 {
		return nil
	}
	first, err := store.NextIDs(tx, g.table, len(unnumbered))
	for i, at := range unnumbered {
		g.setID(&fresh[at], first+int64(i))
	}
	return err
}
