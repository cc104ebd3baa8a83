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
	// spans are those of the new units by a rule set.
	spans   []model.Span
	ruleSet model.RuleSetID
}

// Plan plans a batch while the ones before it are still being written. One goroutine plans and another one applies, both in the order of
// the batches. Batches of units and their covers, and those of organisations, are planned from a snapshot; others, and those of a dry run,
// when they are applied.
func (s *Session) Plan(batch *model.Batch, how model.Apply) (*Planned, error) {
	p := &Planned{s: s, batch: batch, how: how}
	if s.dry != nil || how.AsOf == 0 || !standsAlone(batch) {
		return p, nil
	}
	return p, s.r.store.View(s.ctx, p.plan)
}

// standsAlone tells whether a batch changes nothing but units and their covers, or nothing but organisations, so that it matters only to
// batches that name them.
func standsAlone(batch *model.Batch) bool {
	if slices.ContainsFunc(batch.Units, func(u model.UnitInput) bool { return u.SucceedsCode != "" }) {
		return false
	}
	rest := *batch
	if len(batch.Organisations) > 0 {
		rest.Organisations = nil
	} else {
		rest.Units, rest.Covers = nil, nil
	}
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
	w.ahead.spans = make([]model.Span, 0, 2*len(list)) // most units have one or two
	for _, h := range list {                           // on one core: the other one writes
		w.ahead.spans = rules.AppendSpans(w.ahead.spans, h)
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

// follow takes a plan into the transaction that writes it: what is new gets its ids, above those that were planned for it or below.
func (w *work) follow(tx *store.Tx) error {
	w.tx, w.v = tx, tx.View
	units, err := renumber(tx, w.units)
	if err != nil {
		return err
	}
	for _, r := range w.covers.order {
		units.move(&r.now.UnitID)
	}
	for i := range w.ahead.spans {
		units.move(&w.ahead.spans[i].UnitID)
	}
	organisations, err := renumber(tx, w.organisations)
	if err != nil || organisations.by == 0 {
		return err
	}
	for _, e := range w.organisations.order {
		for i := range e.now { // rows of the store name none of the new ones
			organisations.move(&e.now[i].ParentID)
			organisations.move(&e.now[i].HostID)
		}
	}
	return nil
}

// renumbering moves the ids from one on.
type renumbering[ID ~int64] struct{ from, by ID }

func (n renumbering[ID]) move(id *ID) {
	if n.by != 0 && *id >= n.from {
		*id += n.by
	}
}

// renumber gives the new subjects of a plan ids of the transaction.
func renumber[K ~string, ID ~int64, F comparable](tx *store.Tx, g *register[K, ID, F]) (renumbering[ID], error) {
	var fresh []*entry[K, ID, F]
	for _, e := range g.order {
		if e.fresh {
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return renumbering[ID]{}, nil
	}
	first, err := g.keys.Reserve(tx, len(fresh))
	n := renumbering[ID]{fresh[0].id, first - fresh[0].id}
	if n.by == 0 {
		return n, err
	}
	for _, e := range fresh {
		delete(g.byID, e.id)
	}
	for _, e := range fresh {
		n.move(&e.id)
		g.byID[e.id] = e
		for i := range e.now {
			n.move(g.owner(&e.now[i]))
		}
	}
	return n, err
}

// newIDs takes ids for what is new: of the transaction or, ahead of it, ids behind all that the snapshot knows.
func newIDs[K ~string, ID ~int64](w *work, keys store.Keys[K, ID]) func(n int) (ID, error) {
	return func(n int) (ID, error) {
		if w.tx != nil {
			return keys.Reserve(w.tx, n)
		}
		last, err := keys.Last(w.v)
		return last + 1, err
	}
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

// ownCommits are the last commits of a session that were planned ahead, with the units and organisations that they name.
type ownCommits struct {
	seed maphash.Seed
	last []ownCommit
}

type ownCommit struct {
	version model.DataVersion
	names   commitNames
}

// commitNames are hashes of credit codes, and of the codes of organisations.
type commitNames struct{ units, organisations map[uint64]bool }

// keptCommits is how many commits may lie between a snapshot and the transaction that writes what was planned from it.
const keptCommits = 4

// add keeps what a commit has changed, or changed what hangs on it.
func (o *ownCommits) add(version model.DataVersion, w *work) {
	if o.seed == (maphash.Seed{}) {
		o.seed = maphash.MakeSeed()
	}
	n := commitNames{units: make(map[uint64]bool, len(w.units.order)), organisations: make(map[uint64]bool, len(w.batch.Organisations))}
	for _, e := range w.units.order {
		n.units[maphash.String(o.seed, string(e.key))] = true
	}
	for i := range w.batch.Organisations {
		n.organisations[maphash.String(o.seed, w.batch.Organisations[i].Code)] = true
	}
	if o.last = append(o.last, ownCommit{version, n}); len(o.last) > keptCommits {
		o.last = slices.Delete(o.last, 0, 1)
	}
}

// hold tells whether a plan holds at a version: all that was committed since it was made must be of the session, and name nothing that the
// plan stands on, or missed.
func (o *ownCommits) hold(p *Planned, now model.DataVersion) bool {
	for at := p.at + 1; at <= now; at++ {
		i := slices.IndexFunc(o.last, func(c ownCommit) bool { return c.version == at })
		if i < 0 || o.last[i].meets(o.seed, p.w) {
			return false
		}
	}
	return true
}

// meets tells whether a commit names a unit or an organisation that a plan names too, or has read as a superior.
func (c *ownCommit) meets(seed maphash.Seed, w *work) bool {
	unit := func(code model.CreditCode) bool { return c.names.units[maphash.String(seed, string(code))] }
	organisation := func(code string) bool { return c.names.organisations[maphash.String(seed, code)] }
	if len(c.names.units) > 0 && (slices.ContainsFunc(w.batch.Units, func(u model.UnitInput) bool { return unit(u.CreditCode) }) ||
		slices.ContainsFunc(w.namedUnits(), unit)) {
		return true
	}
	return len(c.names.organisations) > 0 && (slices.ContainsFunc(w.organisations.order, func(e *organisationEntry) bool { return organisation(e.key) }) ||
		slices.ContainsFunc(w.batch.Organisations, func(x model.OrganisationInput) bool { return organisation(x.ParentCode) || organisation(x.HostCode) }) ||
		slices.ContainsFunc(w.namedOrganisations(), organisation))
}
