package registry

import "fugai/model"

func (w *work) planZones() error {
	in := w.batch.Zones
	var own, codes []string
	for i := range in {
		own = append(own, in[i].Code)
	}
	codes = append(codes, own...)
	for i := range w.batch.Units {
		codes = append(codes, w.batch.Units[i].ZoneCode)
	}
	if err := w.zones.load(w.v, uniqueKeys(codes)); err != nil {
		return err
	}
	o := inputs(w, "Zones", in, zoneOrigin)
	seen := map[string]int{}
	each(w, o, in, func(p place, z *model.ZoneInput) { p.checkZone(z, seen) })
	if err := create(w, w.zones, okKeys(o, own)); err != nil {
		return err
	}
	each(w, o, in, func(p place, z *model.ZoneInput) { p.applyZone(z) })
	return nil
}

func zoneOrigin(z *model.ZoneInput) *model.Origin { return &z.Origin }

func (p place) checkZone(z *model.ZoneInput, seen map[string]int) {
	if !p.code("code", z.Code, "the zone's code") {
		return
	}
	p.once(seen, z.Code, z.ValidFrom)
	p.name(z.Name, "the zone's name")
	p.period("valid_to", z.ValidFrom, z.ValidTo)
	if z.RegionCode == "" {
		p.fault("region_code", CodeRequired, "the region of the zone is missing; fill it in")
	}
	p.region(z.RegionCode)
	p.organisation("organisation_code", z.OrganisationCode)
}

func (p place) applyZone(z *model.ZoneInput) {
	g := p.w.zones
	e := g.byKey[z.Code]
	from := g.from(e, z.ValidFrom, sinceEver, p.w.how.AsOf)
	if z.ValidFrom == 0 && e.known() && z.ValidTo != 0 && z.ValidTo <= from {
		from = g.lastBegin(e.now, z.ValidTo)
	}
	region, org := p.w.regions.idOf(z.RegionCode), p.w.organisations.idOf(z.OrganisationCode)
	p.done(g.change(e, change[model.ZoneFact]{from: from, until: end(z.ValidTo), correct: p.w.how.Correct, set: func(f *model.ZoneFact) {
		f.Name, f.Kind, f.RegionID, f.OrganisationID = z.Name, z.Kind, region, org
	}}))
}

func (p place) zone(field, code string) model.ZoneID {
	if code == "" {
		return 0
	}
	if e := lookup(p.w.zones, code); e != nil {
		return e.id
	}
	p.fault(field, CodeUnknownZone, "there is no zone %s; import the zones first or correct the code", code)
	return 0
}
