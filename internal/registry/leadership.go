package registry

import "fugai/model"

// planLeaderships takes in how the posts of state-owned enterprises are filled. The units are there already: stored, or new in the batch.
func (w *work) planLeaderships() error {
	in := w.batch.Leaderships
	if len(in) == 0 {
		return nil
	}
	var stored []model.UnitID
	for i := range in {
		if e := lookup(w.units, in[i].UnitCode); e != nil && w.leaderships.byID[e.id] == nil {
			w.leaderships.put(&entry[model.CreditCode, model.UnitID, model.Leadership]{key: e.key, id: e.id})
			if !e.fresh {
				stored = append(stored, e.id)
			}
		}
	}
	if err := w.leaderships.loadFacts(w.v, stored); err != nil {
		return err
	}
	o := inputs(w, "Leaderships", in, func(x *model.LeadershipInput) *model.Origin { return &x.Origin })
	seen := map[unitTime]int{}
	each(w, o, in, func(p place, x *model.LeadershipInput) { p.leadership(x, seen) })
	return nil
}

func (p place) leadership(in *model.LeadershipInput, seen map[unitTime]int) {
	p.fits("exception_document", in.ExceptionDocument)
	unit := p.unit("unit_code", in.UnitCode)
	if p.bad() {
		return
	}
	if onceOnly(p, seen, unitTime{in.UnitCode, in.ValidFrom}, "unit_code"); p.bad() {
		return
	}
	g := p.w.leaderships
	e := g.byID[unit.id]
	day := g.from(e, in.ValidFrom, p.w.how.AsOf, p.w.how.AsOf)
	f := p.w.units.on(unit.id, day)
	if day < f.FoundedOn {
		p.fault("valid_from", CodeBeforeBegin, "%s is before the founding of the unit on %s; correct one of the two", day, f.FoundedOn)
		return
	}
	if f.Domain != model.DomainStateOwnedEnterprise && f.AlsoDomain != model.DomainStateOwnedEnterprise {
		p.warn("unit_code", CodeNotStateOwned, "the unit %s is no state-owned enterprise on %s; the row is taken, and no rule reads it", in.UnitCode, day)
	}
	p.done(g.change(e, change[model.Leadership]{from: day, correct: p.w.how.Correct, set: func(l *model.Leadership) {
		l.OnePerson, l.ExceptionDocument, l.CrossAppointed = in.OnePerson, in.ExceptionDocument, in.CrossAppointed
	}}))
}
