package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

func (w *work) planUnits() error {
	in := w.batch.Units
	own := make([]model.CreditCode, len(in))
	for i := range in {
		own[i] = in[i].CreditCode
	}
	if err := w.units.load(w.v, uniqueKeys(append(w.namedUnits(), own...))); err != nil {
		return err
	}
	o := inputs(w, "Units", in, unitOrigin)
	seen := make(map[unitTime]int, len(in))
	each(w, o, in, func(p place, u *model.UnitInput) { p.checkUnit(u, seen) })
	if err := w.units.create(newIDs(w, store.UnitKeys), okKeys(o, own)); err != nil {
		return err
	}
	each(w, o, in, func(p place, u *model.UnitInput) { p.applyUnit(u) })
	return w.planSuccessions(o)
}

func unitOrigin(u *model.UnitInput) *model.Origin { return &u.Origin }

// namedUnits are the credit codes that the other inputs name.
func (w *work) namedUnits() (codes []model.CreditCode) {
	b := w.batch
	codes = make([]model.CreditCode, 0, 2*len(b.Units)+len(b.Covers)) // the units' own codes come behind
	for i := range b.Units {
		if code := b.Units[i].SucceedsCode; code != "" {
			codes = append(codes, code)
		}
	}
	for i := range b.Covers {
		codes = append(codes, b.Covers[i].UnitCode)
	}
	for i := range b.Visits {
		codes = append(codes, b.Visits[i].UnitCode)
	}
	for i := range b.Leaderships {
		codes = append(codes, b.Leaderships[i].UnitCode)
	}
	for i := range b.Candidates {
		codes = append(codes, b.Candidates[i].UnitCode)
	}
	return codes
}

type unitTime struct {
	code model.CreditCode
	from model.Date
}

func (p place) checkUnit(u *model.UnitInput, seen map[unitTime]int) {
	code := string(u.CreditCode)
	if _, err := model.ParseCreditCode(code); err != nil {
		p.fault("credit_code", CodeCreditCode, "%v", err)
		return
	}
	switch code[:2] {
	case "92", "54", "55":
		p.fault("credit_code", CodeNotAUnit, "%s is an individual business or a residents' committee (prefix %s), which is no unit; leave it out", code, code[:2])
		return
	}
	if !u.CreditCode.CheckCharacterOK() {
		p.warn("credit_code", CodeCheckCharacter, "the check character of %s is wrong; the unit is taken, compare the code with the register", code)
	}
	key := unitTime{u.CreditCode, u.ValidFrom}
	if first, ok := seen[key]; ok {
		p.fault("credit_code", CodeDuplicateKey, "the unit %s stands in the batch already, as input %d; leave one of the two", code, first+1)
		return
	}
	seen[key] = p.index
	p.fits("name", u.Name)
	p.fits("status_evidence", u.StatusEvidence)
	p.fits("supervisor", u.Supervisor)
	p.shorter("industry", u.Industry, maxCode)
	p.shorter("school_type", u.SchoolType, maxCode)
	if !p.w.units.byKey[u.CreditCode].known() {
		p.newUnit(u)
		return
	}
	p.stay("unit", u.Given, []required{{model.UnitName, "name", u.Name == ""}, {model.UnitDomain, "domain", u.Domain == 0},
		{model.UnitRegion, "region_code", u.RegionCode == ""}, {model.UnitFoundedOn, "established_on", u.FoundedOn == 0}})
}

// newUnit checks what a new unit must report.
func (p place) newUnit(u *model.UnitInput) {
	p.present("name", u.Name, "the name of a new unit")
	if u.Domain == 0 {
		p.fault("domain", CodeRequired, "the domain of the new unit %s is missing; fill it in", u.CreditCode)
	}
	if u.RegionCode == "" {
		p.fault("region_code", CodeRequired, "the region of the new unit %s is missing; fill it in", u.CreditCode)
	}
	if u.FoundedOn == 0 {
		p.fault("established_on", CodeRequired, "the founding day of the new unit %s is missing; fill it in", u.CreditCode)
	}
}

// unitSetters copies the attributes of an input, by the number of the field.
var unitSetters = [...]func(to, from *model.UnitAttributes){
	model.UnitName:                func(to, from *model.UnitAttributes) { to.Name = from.Name },
	model.UnitDomain:              func(to, from *model.UnitAttributes) { to.Domain = from.Domain },
	model.UnitAlsoDomain:          func(to, from *model.UnitAttributes) { to.AlsoDomain = from.AlsoDomain },
	model.UnitControl:             func(to, from *model.UnitAttributes) { to.Control = from.Control },
	model.UnitRegion:              func(to, from *model.UnitAttributes) { to.RegionID = from.RegionID },
	model.UnitZone:                func(to, from *model.UnitAttributes) { to.ZoneID = from.ZoneID },
	model.UnitIndustry:            func(to, from *model.UnitAttributes) { to.Industry = from.Industry },
	model.UnitSize:                func(to, from *model.UnitAttributes) { to.Size = from.Size },
	model.UnitEmployees:           func(to, from *model.UnitAttributes) { to.Employees = from.Employees },
	model.UnitOnDutyStaff:         func(to, from *model.UnitAttributes) { to.OnDutyStaff = from.OnDutyStaff },
	model.UnitFullMembers:         func(to, from *model.UnitAttributes) { to.FullMembers = from.FullMembers },
	model.UnitProbationaryMembers: func(to, from *model.UnitAttributes) { to.ProbationaryMembers = from.ProbationaryMembers },
	model.UnitMembersElsewhere:    func(to, from *model.UnitAttributes) { to.MembersElsewhere = from.MembersElsewhere },
	model.UnitFoundedOn:           func(to, from *model.UnitAttributes) { to.FoundedOn = from.FoundedOn },
	model.UnitStatusField:         func(to, from *model.UnitAttributes) { to.Status = from.Status },
	model.UnitStatusEvidence:      func(to, from *model.UnitAttributes) { to.StatusEvidence = from.StatusEvidence },
	model.UnitResponsible:         func(to, from *model.UnitAttributes) { to.ResponsibleID = from.ResponsibleID },
	model.UnitKindField:           func(to, from *model.UnitAttributes) { to.Kind = from.Kind },
	model.UnitAboveScale:          func(to, from *model.UnitAttributes) { to.AboveScale = from.AboveScale },
	model.UnitSchoolType:          func(to, from *model.UnitAttributes) { to.SchoolType = from.SchoolType },
	model.UnitPupils:              func(to, from *model.UnitAttributes) { to.Pupils = from.Pupils },
	model.UnitTeachers:            func(to, from *model.UnitAttributes) { to.Teachers = from.Teachers },
	model.UnitPublicOrPrivate:     func(to, from *model.UnitAttributes) { to.PublicOrPrivate = from.PublicOrPrivate },
	model.UnitOrganKind:           func(to, from *model.UnitAttributes) { to.OrganKind = from.OrganKind },
	model.UnitSupervisor:          func(to, from *model.UnitAttributes) { to.Supervisor = from.Supervisor },
	model.UnitSupervisorCode:      func(to, from *model.UnitAttributes) { to.SupervisorCode = from.SupervisorCode },
}

func (p place) applyUnit(u *model.UnitInput) {
	g := p.w.units
	e := g.byKey[u.CreditCode]
	from := u.UnitAttributes
	from.RegionID = p.region(u.RegionCode)
	from.ZoneID = p.zone("zone_code", u.ZoneCode)
	from.ResponsibleID = p.organisation("responsible_code", u.ResponsibleCode)
	if p.bad() {
		return
	}
	day := g.from(e, u.ValidFrom, u.FoundedOn, p.w.how.AsOf)
	c := change[model.UnitFact]{from: day, correct: p.w.how.Correct, set: func(f *model.UnitFact) { mergeUnit(&f.UnitAttributes, &from, u.Given) }}
	before := e.now
	o := g.change(e, c)
	if fault := p.checkChange(e.now[max(0, g.inForce(e.now, day))], day); fault {
		e.now = before
	}
	p.done(o)
}

// required is an attribute, by number and name, that is never blank.
type required struct {
	n     int
	name  string
	blank bool
}

// stay refuses an input that takes away what every subject of its kind must report; what is not given stays as it is.
func (p place) stay(kind string, given model.Fields, all []required) {
	for _, field := range all {
		if field.blank && given.Has(field.n) {
			p.fault(field.name, CodeRequired, "every %s has its %s; fill it in, or leave it out to keep what is stored", kind, field.name)
		}
	}
}

// mergeUnit writes the reported attributes over those that hold; what is not reported stays.
func mergeUnit(to, from *model.UnitAttributes, given model.Fields) {
	for n, set := range unitSetters {
		if given.Has(n) {
			set(to, from)
		}
	}
	switch {
	case given.Has(model.UnitProbationaryMembers):
		to.NoProbationaryColumn = false
	case from.NoProbationaryColumn && !to.ProbationaryMembers.Known():
		to.NoProbationaryColumn = true
	}
	if to.Status == 0 {
		to.Status = model.UnitStatusActive
	}
}

// checkChange looks at a unit's attributes as a whole.
func (p place) checkChange(f model.UnitFact, day model.Date) bool {
	if f.AlsoDomain != 0 && f.AlsoDomain == f.Domain {
		p.fault("also_domain", CodeContradiction, "the unit cannot also count in its own domain %s; leave also_domain empty", f.Domain.Title())
	}
	if day < f.FoundedOn {
		p.fault("valid_from", CodeBeforeBegin, "%s is before the founding of the unit on %s; correct one of the two, or import with --correct", day, f.FoundedOn)
	}
	return p.bad()
}

// unit finds the unit that an input names.
func (p place) unit(field string, code model.CreditCode) *entry[model.CreditCode, model.UnitID, model.UnitFact] {
	if e := lookup(p.w.units, code); e != nil {
		return e
	}
	if code == "" {
		p.fault(field, CodeRequired, "the unit's credit code is missing; fill it in")
		return nil
	}
	p.fault(field, CodeUnknownUnit, "there is no unit %s; import it first or correct the code", code)
	return nil
}

type successionKey struct{ unit, predecessor model.UnitID }

func (w *work) planSuccessions(o *outcomes) error {
	var ids []model.UnitID
	in := w.batch.Units
	for i := range in {
		if in[i].SucceedsCode != "" || in[i].SuccessionKind != 0 {
			ids = append(ids, w.units.idOf(in[i].CreditCode))
		}
	}
	if len(ids) == 0 {
		return nil
	}
	w.successions = newRows(store.Successions, func(s *model.Succession) successionKey { return successionKey{s.UnitID, s.PredecessorID} }, nil)
	stored, err := store.CurrentFacts(w.v, store.Successions, ids)
	w.successions.load(stored)
	each(w, o, in, func(p place, u *model.UnitInput) {
		if u.SucceedsCode != "" || u.SuccessionKind != 0 {
			p.succession(u)
		}
	})
	return err
}

func (p place) succession(u *model.UnitInput) {
	if u.SucceedsCode == "" || u.SuccessionKind == 0 {
		p.fault("succeeds_code", CodeContradiction, "a succession needs both the credit code of the unit before and its kind; fill in both")
		return
	}
	if u.SucceedsCode == u.CreditCode {
		p.fault("succeeds_code", CodeContradiction, "a unit cannot succeed itself; correct the code")
		return
	}
	before := p.unit("succeeds_code", u.SucceedsCode)
	if before == nil {
		return
	}
	e := p.w.units.byKey[u.CreditCode]
	day := u.ValidFrom
	if day == 0 {
		day = e.now[0].ValidFrom
	}
	o := p.w.successions.put(successionKey{e.id, before.id}, func(s *model.Succession) {
		s.UnitID, s.PredecessorID, s.Kind, s.SucceededOn = e.id, before.id, u.SuccessionKind, day
	})
	if o != unchanged && p.kind.of[p.index] == unchanged {
		p.done(changed)
	}
}
