package registry

import (
	"hash/maphash"
	"reflect"
	"slices"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// Planned is a batch that is ready to be applied: read and checked as far as that can be done before the batches before it are committed.
type Planned struct {
	s     *Session
	batch *model.Batch
	how   model.Apply
	// w is the plan, made from a snapshot at a version; nil for a batch that is planned within its own transaction.
	w  *work
	at model.DataVersion
}

// ahead is what a plan that was made ahead has besides the rows.
type ahead struct {
	// first is the first of the ids that new units have until they get their own.
	first model.UnitID
	// spans are those of the new units by a rule set.
	spans   []model.Span
	ruleSet model.RuleSetID
}

// Plan plans a batch while the ones before it are still being written. One goroutine plans and another one applies, both in the order of
// the batches. Batches of units and their covers are planned from a snapshot; others, and those of a dry run, when they are applied.
func (s *Session) Plan(batch *model.Batch, how model.Apply) (*Planned, error) {
	p := &Planned{s: s, batch: batch, how: how}
	if s.dry != nil || how.AsOf == 0 || !standsAlone(batch) {
		return p, nil
	}
	return p, s.r.store.View(s.ctx, p.plan)
}

// standsAlone tells whether a batch changes nothing but units and their covers, so that it matters only to batches that name them.
func standsAlone(batch *model.Batch) bool {
	if slices.ContainsFunc(batch.Units, func(u model.UnitInput) bool { return u.SucceedsCode != "" }) {
		return false
	}
	rest := *batch
	rest.Units, rest.Covers = nil, nil
	return reflect.ValueOf(rest).IsZero()
}

func (p *Planned) plan(v *store.View) error {
	if v.State.RuleSetID == 0 {
		return nil
	}
	rules, err := p.s.r.ruleSet(v, v.State.RuleSetID)
	if err != nil {
		return err
	}
	w := newWork(v, p.batch, p.how)
	if err := w.plan(); err != nil {
		return err
	}
	w.ahead.ruleSet = v.State.RuleSetID
	if err := w.computeNew(rules); err != nil {
		return err
	}
	p.w, p.at = w, v.State.Version
	w.v = nil // ends with this call
	return nil
}

// computeNew computes the spans of the units that are new in the batch.
func (w *work) computeNew(rules *indicator.RuleSet) error {
	if w.refused() {
		return nil
	}
	var ids []model.UnitID
	for _, e := range w.units.order {
		if e.fresh && e.known() {
			ids = append(ids, e.id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	if err := w.gatherCovers(); err != nil {
		return err
	}
	list, err := w.histories(ids)
	if err == nil {
		w.ahead.spans = spansOf(rules, list)
	}
	return err
}

// Apply applies the batch; see Registry.Apply. Where what it was planned from has changed since, it is planned anew.
func (p *Planned) Apply() (model.Applied, error) {
	s := p.s
	if p.w == nil {
		return s.Apply(p.batch, p.how)
	}
	var out model.Applied
	changed := false
	err := s.r.store.Update(s.ctx, func(tx *store.Tx) (err error) {
		if s.own.hold(p, tx.State.Version) {
			out, err = p.carryOut(tx)
		} else {
			out, err = s.apply(tx, p.batch, p.how)
		}
		changed = tx.Changed()
		return err
	})
	if err == nil && changed {
		s.own.add(out.Version, p.w)
	}
	return out, err
}

func (p *Planned) carryOut(tx *store.Tx) (model.Applied, error) {
	if err := p.s.giveLife(tx, p.how); err != nil {
		return model.Applied{}, err
	}
	if err := p.w.follow(tx); err != nil {
		return model.Applied{}, err
	}
	return p.s.carryOut(p.w)
}

// follow takes a plan into the transaction that writes it: new units get their ids, above those that were planned for them or below.
func (w *work) follow(tx *store.Tx) error {
	w.tx, w.v = tx, tx.View
	n := 0
	for _, e := range w.units.order {
		if e.fresh {
			n++
			delete(w.units.byID, e.id)
		}
	}
	if n == 0 {
		return nil
	}
	first, err := store.UnitKeys.Reserve(tx, n)
	by := first - w.ahead.first
	for _, e := range w.units.order {
		if !e.fresh {
			continue
		}
		e.id += by
		w.units.byID[e.id] = e
		for i := range e.now {
			e.now[i].UnitID = e.id
		}
	}
	for _, r := range w.covers.order {
		if r.now.UnitID >= w.ahead.first {
			r.now.UnitID += by
		}
	}
	for i := range w.ahead.spans {
		w.ahead.spans[i].UnitID += by
	}
	return err
}

// unitIDs takes ids for new units: of the transaction or, ahead of it, ids behind all that the snapshot knows.
func (w *work) unitIDs(n int) (model.UnitID, error) {
	if w.tx != nil {
		return store.UnitKeys.Reserve(w.tx, n)
	}
	last, err := store.UnitKeys.Last(w.v)
	w.ahead.first = last + 1
	return w.ahead.first, err
}

// refreshUnits computes the spans of units anew, those of new ones only where they were not computed ahead.
func (w *work) refreshUnits(sets []ruleSet, ids []model.UnitID) error {
	first := w.firstNew()
	var ready []model.Span
	if len(sets) == 1 && sets[0].id == w.ahead.ruleSet {
		ready = w.ahead.spans
		at, _ := slices.BinarySearch(ids, first)
		ids = ids[:at]
	}
	if len(ids) > 0 {
		if err := w.gatherCovers(); err != nil {
			return err
		}
		if err := refreshSpans(w.tx, sets, ids, first, w.histories); err != nil {
			return err
		}
	}
	return w.tx.WriteSpans(w.ahead.ruleSet, ready)
}

// ownCommits are the last commits of a session that changed nothing but units and covers, with the units that they name.
type ownCommits struct {
	seed maphash.Seed
	last []ownCommit
}

type ownCommit struct {
	version model.DataVersion
	units   map[uint64]bool // hashes of credit codes
}

// keptCommits is how many commits may lie between a snapshot and the transaction that writes what was planned from it.
const keptCommits = 4

func (o *ownCommits) add(version model.DataVersion, w *work) {
	if o.seed == (maphash.Seed{}) {
		o.seed = maphash.MakeSeed()
	}
	c := ownCommit{version, make(map[uint64]bool, len(w.units.order))}
	for _, e := range w.units.order {
		c.units[maphash.String(o.seed, string(e.key))] = true
	}
	if o.last = append(o.last, c); len(o.last) > keptCommits {
		o.last = slices.Delete(o.last, 0, 1)
	}
}

// hold tells whether a plan holds at a version: all that was committed since it was made must be of the session, and of other units.
func (o *ownCommits) hold(p *Planned, now model.DataVersion) bool {
	for at := p.at + 1; at <= now; at++ {
		i := slices.IndexFunc(o.last, func(c ownCommit) bool { return c.version == at })
		if i < 0 || o.last[i].names(o.seed, p.w) {
			return false
		}
	}
	return true
}

// names tells whether a commit and a plan name a unit both.
func (c *ownCommit) names(seed maphash.Seed, w *work) bool {
	return slices.ContainsFunc(w.units.order, func(e *unitEntry) bool { return c.units[maphash.String(seed, string(e.key))] })
}
