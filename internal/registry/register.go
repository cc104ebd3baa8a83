package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

// entry is a subject of a batch: its facts as stored and as the batch makes them.
type entry[K ~string, ID ~int64, F any] struct {
	key K
	id  ID
	// fresh tells that the key is not stored yet.
	fresh    bool
	old, now []F
}

// known tells whether anything is reported of the subject.
func (e *entry[K, ID, F]) known() bool { return e != nil && len(e.now) > 0 }

// keyTable is where the natural keys of a kind of subject are stored.
type keyTable[K ~string, ID ~int64] interface {
	Find(v *store.View, keys []K) (map[K]ID, error)
	Of(v *store.View, ids []ID) (map[ID]K, error)
	Reserve(tx *store.Tx, n int) (ID, error)
	Write(tx *store.Tx, ids []ID, keys []K) error
}

// register holds the subjects of a kind that a batch names, by natural key and by id.
type register[K ~string, ID ~int64, F comparable] struct {
	dated[F]
	keys  keyTable[K, ID]
	owner func(*F) *ID
	byKey map[K]*entry[K, ID, F]
	byID  map[ID]*entry[K, ID, F]
	order []*entry[K, ID, F]
}

func newRegister[K ~string, ID ~int64, F comparable](d dated[F], keys keyTable[K, ID], owner func(*F) *ID) *register[K, ID, F] {
	return &register[K, ID, F]{dated: d, keys: keys, owner: owner, byKey: map[K]*entry[K, ID, F]{}, byID: map[ID]*entry[K, ID, F]{}}
}

// load reads the subjects with the keys; those that do not exist are left out.
func (g *register[K, ID, F]) load(v *store.View, keys []K) error {
	missing := make([]K, 0, len(keys))
	for _, k := range keys {
		if g.byKey[k] == nil && k != "" {
			missing = append(missing, k)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	found, err := g.keys.Find(v, missing)
	if err != nil {
		return err
	}
	g.expect(len(found))
	ids := make([]ID, 0, len(found))
	for _, k := range missing { // in the order of the inputs, so that runs are alike
		if id, ok := found[k]; ok && g.byKey[k] == nil {
			g.put(&entry[K, ID, F]{key: k, id: id})
			ids = append(ids, id)
		}
	}
	return g.loadFacts(v, ids)
}

// loadIDs reads subjects by id.
func (g *register[K, ID, F]) loadIDs(v *store.View, ids []ID) error {
	var missing []ID
	for _, id := range ids {
		if id != 0 && g.byID[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	keys, err := g.keys.Of(v, missing)
	if err != nil {
		return err
	}
	for id, k := range keys {
		g.put(&entry[K, ID, F]{key: k, id: id})
	}
	return g.loadFacts(v, missing)
}

// loadAbove reads the superiors of all entries, level by level, so that a cycle is seen.
func (g *register[K, ID, F]) loadAbove(v *store.View, superior func(*F) ID) error {
	for from := 0; from < len(g.order); {
		var ids []ID
		for _, e := range g.order[from:] {
			for i := range e.old {
				ids = append(ids, superior(&e.old[i]))
			}
		}
		from = len(g.order)
		if err := g.loadIDs(v, unique(ids)); err != nil {
			return err
		}
	}
	return nil
}

func (g *register[K, ID, F]) loadFacts(v *store.View, ids []ID) error {
	facts, err := store.CurrentFacts(v, g.table, ids)
	if err != nil {
		return err
	}
	for i := range facts {
		if e := g.byID[*g.owner(&facts[i])]; e != nil {
			e.old = append(e.old, facts[i])
		}
	}
	for _, id := range ids {
		if e := g.byID[id]; e != nil {
			e.now = e.old
		}
	}
	return nil
}

func (g *register[K, ID, F]) put(e *entry[K, ID, F]) {
	g.byKey[e.key], g.byID[e.id] = e, e
	g.order = append(g.order, e)
}

// create makes entries for keys that are not stored, with ids in the order of the keys; reserve takes so many ids and tells the first.
func (g *register[K, ID, F]) create(reserve func(int) (ID, error), keys []K) error {
	from := len(g.order)
	g.expect(len(keys))
	for _, k := range keys {
		if k != "" && g.byKey[k] == nil {
			e := &entry[K, ID, F]{key: k, fresh: true}
			g.byKey[k] = e
			g.order = append(g.order, e)
		}
	}
	created := g.order[from:]
	if len(created) == 0 {
		return nil
	}
	first, err := reserve(len(created))
	for i, e := range created {
		e.id = first + ID(i)
		g.byID[e.id] = e
	}
	return err
}

// create makes entries with ids from the transaction.
func create[K ~string, ID ~int64, F comparable](w *work, g *register[K, ID, F], keys []K) error {
	return g.create(func(n int) (ID, error) { return g.keys.Reserve(w.tx, n) }, keys)
}

// expect makes room for so many subjects before the first one comes: growing maps are filled over and over.
func (g *register[K, ID, F]) expect(n int) {
	if len(g.order) == 0 && n > 0 {
		g.byKey, g.byID = make(map[K]*entry[K, ID, F], n), make(map[ID]*entry[K, ID, F], n)
		g.order = make([]*entry[K, ID, F], 0, n)
	}
}

// reset forgets what a batch has made of the subjects.
func (g *register[K, ID, F]) reset() {
	for _, e := range g.order {
		e.now = e.old
	}
}

// change applies a change to an entry.
func (g *register[K, ID, F]) change(e *entry[K, ID, F], c change[F]) outcome {
	wasKnown := e.known()
	set := c.set
	c.set = func(f *F) { *g.owner(f) = e.id; set(f) }
	var o outcome
	e.now, o = g.apply(e.now, c)
	if o == added && wasKnown {
		return changed
	}
	return o
}

// from is the day from which a change of the entry holds: the reported one, else what new subjects begin with, else the
// day of the batch, but never before the subject's first fact.
func (g *register[K, ID, F]) from(e *entry[K, ID, F], reported, begin, asOf model.Date) model.Date {
	switch {
	case reported != 0:
		return reported
	case !e.known():
		return begin
	}
	return max(asOf, g.valid(&e.now[0]).ValidFrom)
}

// flush writes what changed and tells the ids.
func (g *register[K, ID, F]) flush(tx *store.Tx) ([]ID, error) {
	n := g.changes()
	var gone []F
	fresh := make([]F, 0, n)
	ids, newIDs, newKeys := make([]ID, 0, n), make([]ID, 0, n), make([]K, 0, n)
	for _, e := range g.order {
		g1, f1 := g.diff(e)
		if len(g1)+len(f1) == 0 {
			continue
		}
		ids, gone, fresh = append(ids, e.id), append(gone, g1...), append(fresh, f1...)
		if e.fresh {
			newIDs, newKeys = append(newIDs, e.id), append(newKeys, e.key)
		}
	}
	if err := g.keys.Write(tx, newIDs, newKeys); err != nil {
		return nil, err
	}
	if err := store.Supersede(tx, g.table, gone); err != nil {
		return nil, err
	}
	return ids, store.Insert(tx, g.table, fresh)
}

// changes counts the entries that the batch did more with than look at them.
func (g *register[K, ID, F]) changes() (n int) {
	for _, e := range g.order {
		if !sameRows(e.old, e.now) {
			n++
		}
	}
	return n
}

// sameRows tells whether two lists are one: changes make new ones.
func sameRows[F any](a, b []F) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// diff skips the comparison for entries that the batch only looked at.
func (g *register[K, ID, F]) diff(e *entry[K, ID, F]) (gone, fresh []F) {
	switch {
	case sameRows(e.old, e.now):
		return nil, nil
	case e.old == nil: // the batch made the rows, so they carry no recording yet
		return nil, e.now
	}
	return g.differences(e.old, e.now)
}

// before are those of some ids of which something was known before the batch.
func (g *register[K, ID, F]) before(ids []ID) (out []ID) {
	for _, id := range ids {
		if len(g.byID[id].old) > 0 {
			out = append(out, id)
		}
	}
	return out
}

// lookup is the entry of a key of which something is known, or nil.
func lookup[K ~string, ID ~int64, F comparable](g *register[K, ID, F], key K) *entry[K, ID, F] {
	if e := g.byKey[key]; e.known() {
		return e
	}
	return nil
}
