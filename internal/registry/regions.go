package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

// regionKeys finds regions by the code that they bear, or bore last; a code that went from one region to another means the
// one that bore it last.
type regionKeys struct{}

func (regionKeys) Find(v *store.View, codes []model.RegionCode) (map[model.RegionCode]model.RegionID, error) {
	facts, err := v.RegionsByCode(codes)
	out := make(map[model.RegionCode]model.RegionID, len(facts))
	for code, list := range facts {
		last := list[0]
		for _, f := range list {
			if f.ValidFrom > last.ValidFrom {
				last = f
			}
		}
		out[code] = last.RegionID
	}
	return out, err
}

func (regionKeys) Of(v *store.View, ids []model.RegionID) (map[model.RegionID]model.RegionCode, error) {
	facts, err := store.CurrentFacts(v, store.RegionFacts, ids)
	out := make(map[model.RegionID]model.RegionCode, len(facts))
	for _, f := range facts {
		out[f.RegionID] = f.Code
	}
	return out, err
}

func (regionKeys) Reserve(tx *store.Tx, n int) (model.RegionID, error) { return tx.ReserveRegions(n) }

func (regionKeys) Write(tx *store.Tx, ids []model.RegionID, _ []model.RegionCode) error {
	return tx.WriteRegions(ids)
}

// sinceEver is the first day of the calendar.
const sinceEver model.Date = 1

func (w *work) planRegions() error {
	b, in := w.batch, w.batch.Regions
	var codes, own []model.RegionCode
	for i := range in {
		own = append(own, in[i].Code)
		codes = append(codes, in[i].Code, in[i].ParentCode)
	}
	for i := range b.Organisations {
		codes = append(codes, b.Organisations[i].RegionCode)
	}
	for i := range b.Zones {
		codes = append(codes, b.Zones[i].RegionCode)
	}
	for i := range b.Instructors {
		codes = append(codes, b.Instructors[i].RegionCode)
	}
	for i := range b.MassOrganisations {
		codes = append(codes, b.MassOrganisations[i].RegionCode)
	}
	for i := range b.Units {
		codes = append(codes, b.Units[i].RegionCode)
	}
	if err := w.regions.load(w.v, uniqueKeys(codes)); err != nil {
		return err
	}
	o := inputs(w, "Regions", in, regionOrigin)
	seen := map[string]int{}
	each(w, o, in, func(p place, r *model.RegionInput) { p.checkRegion(r, seen) })
	if err := create(w, w.regions, okKeys(o, own)); err != nil {
		return err
	}
	if len(in) > 0 {
		if err := w.regions.loadAbove(w.v, func(f *model.RegionFact) model.RegionID { return f.ParentID }); err != nil {
			return err
		}
	}
	untilStable(o, w.regions.reset, func() {
		each(w, o, in, func(p place, r *model.RegionInput) { p.applyRegion(r) })
		each(w, o, in, func(p place, r *model.RegionInput) { p.checkRegionParent(r) })
	})
	return nil
}

func regionOrigin(r *model.RegionInput) *model.Origin { return &r.Origin }

func (p place) checkRegion(r *model.RegionInput, seen map[string]int) {
	if _, err := model.ParseRegionCode(string(r.Code)); err != nil || len(r.Code) != 12 {
		p.fault("code", CodeRegionCode, "%q is no region code; write 12 digits, or the first 2, 4, 6 or 9 of them", string(r.Code))
	}
	p.name(r.Name, "the region's name")
	p.period("valid_to", r.ValidFrom, r.ValidTo)
	p.once(seen, string(r.Code), r.ValidFrom)
	if r.Level != 0 && r.Level != r.Code.Level() {
		p.warn("level", CodeLevel, "the level %s of %s is not the one that its digits say, %s; the reported level is taken",
			r.Level.Title(), r.Code, r.Code.Level().Title())
	}
	if r.ParentCode == r.Code {
		p.fault("parent", CodeCycle, "the region %s cannot be its own superior", r.Code)
	}
}

// once refuses an input whose key, with the day from which it holds, stands in the batch already.
func (p place) once(seen map[string]int, key string, from model.Date) {
	key += "\x00" + from.String()
	if first, ok := seen[key]; ok {
		p.fault("code", CodeDuplicateKey, "this stands in the batch already, as input %d; leave one of the two", first+1)
		return
	}
	seen[key] = p.index
}

func (p place) applyRegion(r *model.RegionInput) {
	g := p.w.regions
	e := g.byKey[r.Code]
	from := g.from(e, r.ValidFrom, sinceEver, p.w.how.AsOf)
	if r.ValidFrom == 0 && e.known() && r.ValidTo != 0 && r.ValidTo <= from {
		from = g.lastBegin(e.now, r.ValidTo)
	}
	level := r.Level
	if level == 0 {
		level = r.Code.Level()
	}
	var parent model.RegionID
	if e := g.byKey[r.ParentCode]; e != nil && r.ParentCode != "" {
		parent = e.id
	}
	p.done(g.change(e, change[model.RegionFact]{from: from, until: end(r.ValidTo), correct: p.w.how.Correct, set: func(f *model.RegionFact) {
		f.Code, f.Name, f.Level, f.ParentID = r.Code, r.Name, level, parent
	}}))
}

// lastBegin is the first day of the row that holds on the last day before an end; the day before the end without one.
func (d *dated[F]) lastBegin(rows []F, end model.Date) model.Date {
	if at := d.inForce(rows, end-1); at >= 0 {
		return d.valid(&rows[at]).ValidFrom
	}
	return end - 1
}

func (p place) checkRegionParent(r *model.RegionInput) {
	if r.ParentCode == "" {
		return
	}
	g := p.w.regions
	if !g.byKey[r.ParentCode].known() {
		p.fault("parent", CodeUnknownRegion, "there is no region %s to be the superior of %s; import it first or correct the code", r.ParentCode, r.Code)
		return
	}
	e := g.byKey[r.Code]
	for steps, id := 0, g.byKey[r.ParentCode].id; id != 0 && steps < 64; steps++ {
		if id == e.id {
			p.fault("parent", CodeCycle, "the region %s would be its own superior; correct the superior", r.Code)
			return
		}
		up := g.byID[id]
		if !up.known() {
			return
		}
		id = up.now[len(up.now)-1].ParentID
	}
}

// region finds the region that an input names.
func (p place) region(code model.RegionCode) model.RegionID {
	if code == "" {
		return 0
	}
	if e := lookup(p.w.regions, code); e != nil {
		return e.id
	}
	p.fault("region_code", CodeUnknownRegion, "there is no region %s; import the regions first or correct the code", code)
	return 0
}

// untilStable applies the inputs of a kind again without those that were refused because of what others made of them.
func untilStable(o *outcomes, reset func(), apply func()) {
	for {
		before := o.rejected()
		reset()
		apply()
		if o.rejected() == before {
			return
		}
	}
}

func uniqueKeys[K ~string](keys []K) []K {
	seen := make(map[K]bool, len(keys))
	out := keys[:0]
	for _, k := range keys {
		if k != "" && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// okKeys are the keys of the inputs that are not refused.
func okKeys[K ~string](o *outcomes, keys []K) []K {
	out := make([]K, 0, len(keys))
	for i, k := range keys {
		if o.of[i] != rejected {
			out = append(out, k)
		}
	}
	return out
}
