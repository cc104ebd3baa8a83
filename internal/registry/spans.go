package registry

import (
	"slices"
	"sync"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// workers is how many goroutines compute spans.
const workers = 2

// ruleSet is a rule set whose spans a transaction keeps.
type ruleSet struct {
	id    model.RuleSetID
	rules *indicator.RuleSet
	// upTo are the last subjects of each kind whose spans stand in a set that is being built; it does not know the others yet. A set that
	// is served has none.
	upTo map[model.Subject]model.SubjectID
}

// knows tells whether a set keeps the spans of a subject.
func (s *ruleSet) knows(of model.Subject, id model.SubjectID) bool {
	return s.upTo == nil || id <= s.upTo[of]
}

// compute computes the spans of histories, in their order, on both cores.
func compute[H any](list []H, spans func([]model.Span, H) []model.Span) []model.Span {
	parts := make([][]model.Span, workers)
	size := (len(list) + workers - 1) / workers
	var wg sync.WaitGroup
	for i := range parts {
		from, to := min(i*size, len(list)), min((i+1)*size, len(list))
		wg.Go(func() {
			for _, h := range list[from:to] {
				parts[i] = spans(parts[i], h)
			}
		})
	}
	wg.Wait()
	out := parts[0]
	for _, p := range parts[1:] {
		out = append(out, p...)
	}
	return out
}

// spansOf computes the spans of units.
func spansOf(rules *indicator.RuleSet, list []*model.UnitHistory) []model.Span {
	return compute(list, rules.AppendSpans)
}

// spanBatch is how many units' histories are in memory at once.
const spanBatch = 5000

// refreshSpans computes the spans of units anew and replaces the stored ones, in every rule set. Units above freshFrom are
// new and have none yet.
func refreshSpans(
	tx *store.Tx, sets []ruleSet, ids []model.UnitID, freshFrom model.UnitID,
	histories func([]model.UnitID) ([]*model.UnitHistory, error),
) error {
	for len(ids) > 0 {
		n := min(len(ids), spanBatch)
		part := ids[:n]
		ids = ids[n:]
		list, err := histories(part)
		if err != nil {
			return err
		}
		for _, set := range sets {
			if err := replaceSpans(tx, set, part, freshFrom, list); err != nil {
				return err
			}
		}
	}
	return nil
}

func replaceSpans(tx *store.Tx, set ruleSet, ids []model.UnitID, freshFrom model.UnitID, list []*model.UnitHistory) error {
	var stored []model.SubjectID
	for _, id := range ids {
		if id := model.SubjectID(id); id < model.SubjectID(freshFrom) && set.knows(model.SubjectUnit, id) {
			stored = append(stored, id)
		}
	}
	if err := tx.DeleteSubjectSpans(model.SubjectUnit, set.id, stored); err != nil {
		return err
	}
	if set.upTo != nil {
		var known []*model.UnitHistory
		for _, h := range list {
			if set.knows(model.SubjectUnit, model.SubjectID(h.ID)) {
				known = append(known, h)
			}
		}
		list = known
	}
	return tx.WriteSpans(set.id, spansOf(set.rules, list))
}

// storedHistories reads histories from the store.
func storedHistories(v *store.View) func([]model.UnitID) ([]*model.UnitHistory, error) {
	return func(ids []model.UnitID) ([]*model.UnitHistory, error) {
		found, err := v.Histories(ids)
		var out []*model.UnitHistory
		for _, id := range ids {
			if h := found[id]; h != nil {
				out = append(out, h)
			}
		}
		return out, err
	}
}

// histories takes the histories of the batch's own units from memory, and reads the others.
func (w *work) histories(ids []model.UnitID) ([]*model.UnitHistory, error) {
	var others []model.UnitID
	out := make([]*model.UnitHistory, 0, len(ids))
	for _, id := range ids {
		e := w.units.byID[id]
		switch {
		case e == nil:
			others = append(others, id)
		case e.known():
			out = append(out, &model.UnitHistory{ID: id, Facts: e.now, Covers: w.coversOf[id]})
		}
	}
	if err := w.addLookBack(out); err != nil || len(others) == 0 {
		return out, err
	}
	read, err := storedHistories(w.v)(others)
	return merge(out, read), err
}

// addLookBack reads what only the look-back reads of the batch's own units, which is written by now. A new unit has leadership and
// predecessors only where the batch gives them.
func (w *work) addLookBack(list []*model.UnitHistory) error {
	units := map[model.UnitID]*model.UnitHistory{}
	var storied []model.UnitID
	for _, h := range list {
		if w.storied[h.ID] || !w.units.byID[h.ID].fresh {
			storied = append(storied, h.ID)
			units[h.ID] = h
		} else if slices.ContainsFunc(h.Covers, func(c model.CoverHistory) bool { return c.InstructorID != 0 }) {
			units[h.ID] = h
		}
	}
	return w.v.AddLookBack(units, storied, store.Latest)
}

// merge puts two lists of histories in order of their units.
func merge(a, b []*model.UnitHistory) []*model.UnitHistory {
	out := make([]*model.UnitHistory, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].ID < b[0].ID {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// gatherCovers puts the covers of the batch's units together with the facts of their holders.
func (w *work) gatherCovers() error {
	var orgs []model.OrganisationID
	var people []model.InstructorID
	var masses []model.MassOrganisationID
	for _, r := range w.covers.order {
		orgs = append(orgs, r.now.OrganisationID)
		people = append(people, r.now.InstructorID)
		masses = append(masses, r.now.MassOrganisationID)
	}
	if err := w.organisations.loadIDs(w.v, unique(orgs)); err != nil {
		return err
	}
	if err := w.instructors.loadIDs(w.v, unique(people)); err != nil {
		return err
	}
	if err := w.massOrganisations.loadIDs(w.v, unique(masses)); err != nil {
		return err
	}
	w.coversOf = make(map[model.UnitID][]model.CoverHistory, len(w.units.order))
	for _, r := range w.covers.order {
		if !r.gone {
			w.coversOf[r.now.UnitID] = append(w.coversOf[r.now.UnitID], w.coverHistory(&r.now))
		}
	}
	for _, list := range w.coversOf {
		slices.SortStableFunc(list, func(a, b model.CoverHistory) int { return int(a.ValidFrom - b.ValidFrom) })
	}
	return nil
}

func (w *work) coverHistory(c *model.Cover) model.CoverHistory {
	h := model.CoverHistory{Cover: *c}
	if e := w.organisations.byID[c.OrganisationID]; e != nil {
		h.OrganisationCode, h.Organisation = e.key, e.now
	}
	if e := w.instructors.byID[c.InstructorID]; e != nil {
		h.Instructor = e.now
	}
	if e := w.massOrganisations.byID[c.MassOrganisationID]; e != nil {
		h.MassOrganisation = e.now
	}
	return h
}

// unique drops ids that stand twice, and 0.
func unique[ID ~int64](ids []ID) []ID {
	seen := make(map[ID]bool, len(ids))
	out := ids[:0]
	for _, id := range ids {
		if id != 0 && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}
