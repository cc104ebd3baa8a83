package registry

import (
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

func (w *work) planOrganisations() error {
	in := w.batch.Organisations
	var own, codes []string
	for i := range in {
		own = append(own, in[i].Code)
		codes = append(codes, in[i].Code, in[i].ParentCode, in[i].HostCode)
	}
	if err := w.organisations.load(w.v, uniqueKeys(append(codes, w.namedOrganisations()...))); err != nil {
		return err
	}
	o := inputs(w, "Organisations", in, organisationOrigin)
	seen := map[string]int{}
	each(w, o, in, func(p place, x *model.OrganisationInput) { p.checkOrganisation(x, seen) })
	if err := w.organisations.create(newIDs(w, store.OrganisationKeys), okKeys(o, own)); err != nil {
		return err
	}
	if len(in) > 0 {
		if err := w.organisations.loadAbove(w.v, func(f *model.OrganisationFact) model.OrganisationID { return f.ParentID }); err != nil {
			return err
		}
	}
	untilStable(o, w.organisations.reset, func() {
		each(w, o, in, func(p place, x *model.OrganisationInput) { p.applyOrganisation(x) })
		each(w, o, in, func(p place, x *model.OrganisationInput) { p.checkSuperior(x) })
	})
	return nil
}

func organisationOrigin(x *model.OrganisationInput) *model.Origin { return &x.Origin }

// namedOrganisations are the codes that the other inputs of the batch name.
func (w *work) namedOrganisations() (codes []string) {
	b := w.batch
	for i := range b.Zones {
		codes = append(codes, b.Zones[i].OrganisationCode)
	}
	codes = slices.Grow(codes, len(b.Covers))
	for i := range b.Units {
		if code := b.Units[i].ResponsibleCode; code != "" {
			codes = append(codes, code)
		}
	}
	for i := range b.Covers {
		if code := b.Covers[i].OrganisationCode; code != "" {
			codes = append(codes, code)
		}
	}
	for i := range b.Participations {
		codes = append(codes, b.Participations[i].OrganisationCode, b.Participations[i].HomeOrganisationCode)
	}
	for i := range b.Officers {
		codes = append(codes, b.Officers[i].OrganisationCode)
	}
	for i := range b.Activities {
		codes = append(codes, b.Activities[i].OrganisationCode)
	}
	for i := range b.DeclaredReturns {
		codes = append(codes, b.DeclaredReturns[i].OrganisationCode)
	}
	return codes
}

func (p place) checkOrganisation(x *model.OrganisationInput, seen map[string]int) {
	if !p.code("code", x.Code, "the organisation's code") {
		return
	}
	p.once(seen, x.Code, x.ValidFrom)
	for field, text := range map[string]string{"name": x.Name, "approval_document": x.ApprovalDocument} {
		p.fits(field, text)
	}
	p.period("dissolved_on", x.EstablishedOn, x.DissolvedOn)
	p.period("term_ends_on", x.TermBeganOn, x.TermEndsOn)
	if x.ParentCode == x.Code {
		p.fault("parent_code", CodeCycle, "the organisation %s cannot be its own superior", x.Code)
	}
	p.region(x.RegionCode)
	g := p.w.organisations
	if g.byKey[x.Code].known() {
		p.stay("organisation", x.Given, []required{{model.OrganisationName, "name", x.Name == ""}, {model.OrganisationKindField, "kind", x.Kind == 0},
			{model.OrganisationRegion, "region_code", x.RegionCode == ""}, {model.OrganisationEstablishedOn, "established_on", x.EstablishedOn == 0}})
	} else if !p.bad() {
		p.newOrganisation(x)
	}
}

// newOrganisation checks what a new organisation must report.
func (p place) newOrganisation(x *model.OrganisationInput) {
	p.present("name", x.Name, "the name of a new organisation")
	if x.Kind == 0 {
		p.fault("kind", CodeRequired, "the kind of a new organisation is missing; write COMMITTEE, GENERAL_BRANCH, BRANCH or WORKING_COMMITTEE")
	}
	if x.EstablishedOn == 0 {
		p.fault("established_on", CodeRequired, "the day of establishment of a new organisation is missing; fill it in")
	}
	if x.RegionCode == "" {
		p.fault("region_code", CodeRequired, "the region of a new organisation is missing; fill it in")
	}
}

// organisationSetters copies the attributes of an input, by the number of the field.
var organisationSetters = [...]func(to, from *model.OrganisationAttributes){
	model.OrganisationName:                func(to, from *model.OrganisationAttributes) { to.Name = from.Name },
	model.OrganisationKindField:           func(to, from *model.OrganisationAttributes) { to.Kind = from.Kind },
	model.OrganisationNatureField:         func(to, from *model.OrganisationAttributes) { to.Nature = from.Nature },
	model.OrganisationRegion:              func(to, from *model.OrganisationAttributes) { to.RegionID = from.RegionID },
	model.OrganisationParent:              func(to, from *model.OrganisationAttributes) { to.ParentID = from.ParentID },
	model.OrganisationSetUp:               func(to, from *model.OrganisationAttributes) { to.SetUp = from.SetUp },
	model.OrganisationEstablishedOn:       func(to, from *model.OrganisationAttributes) { to.EstablishedOn = from.EstablishedOn },
	model.OrganisationDissolvedOn:         func(to, from *model.OrganisationAttributes) { to.DissolvedOn = from.DissolvedOn },
	model.OrganisationTermBeganOn:         func(to, from *model.OrganisationAttributes) { to.TermBeganOn = from.TermBeganOn },
	model.OrganisationTermEndsOn:          func(to, from *model.OrganisationAttributes) { to.TermEndsOn = from.TermEndsOn },
	model.OrganisationApprovalDocument:    func(to, from *model.OrganisationAttributes) { to.ApprovalDocument = from.ApprovalDocument },
	model.OrganisationApprovedOn:          func(to, from *model.OrganisationAttributes) { to.ApprovedOn = from.ApprovedOn },
	model.OrganisationHost:                func(to, from *model.OrganisationAttributes) { to.HostID = from.HostID },
	model.OrganisationFullMembers:         func(to, from *model.OrganisationAttributes) { to.FullMembers = from.FullMembers },
	model.OrganisationProbationaryMembers: func(to, from *model.OrganisationAttributes) { to.ProbationaryMembers = from.ProbationaryMembers },
	model.OrganisationTerritorial:         func(to, from *model.OrganisationAttributes) { to.Territorial = from.Territorial },
	model.OrganisationEducationCommittee:  func(to, from *model.OrganisationAttributes) { to.EducationCommittee = from.EducationCommittee },
}

func (p place) applyOrganisation(x *model.OrganisationInput) {
	g := p.w.organisations
	e := g.byKey[x.Code]
	from := x.OrganisationAttributes
	if r := p.w.regions.byKey[x.RegionCode]; r != nil {
		from.RegionID = r.id
	}
	from.ParentID, from.HostID = g.idOf(x.ParentCode), g.idOf(x.HostCode)
	from.DissolvedOn = end(from.DissolvedOn)
	day := g.from(e, x.ValidFrom, x.EstablishedOn, p.w.how.AsOf)
	before := e.now
	o := g.change(e, change[model.OrganisationFact]{from: day, correct: p.w.how.Correct, set: func(f *model.OrganisationFact) {
		for n, set := range organisationSetters {
			if x.Given.Has(n) {
				set(&f.OrganisationAttributes, &from)
			}
		}
		settleOrganisation(f)
	}})
	if begun := e.now[max(0, g.inForce(e.now, day))].EstablishedOn; day < begun && !p.w.how.Correct {
		p.fault("valid_from", CodeBeforeBegin, "%s is before the establishment of %s on %s; correct one of the two, or import with --correct", day, x.Code, begun)
		e.now = before
		return
	}
	p.done(o)
}

// settleOrganisation fills in what holds where nothing is reported: an organisation is regular and lives.
func settleOrganisation(f *model.OrganisationFact) {
	if f.Nature == 0 {
		f.Nature = model.OrganisationNatureRegular
	}
	f.DissolvedOn = end(f.DissolvedOn)
}

func (g *register[K, ID, F]) idOf(key K) ID {
	if e := g.byKey[key]; e != nil && key != "" {
		return e.id
	}
	return 0
}

// checkSuperior looks at superior and host once every organisation of the batch is in place.
func (p place) checkSuperior(x *model.OrganisationInput) {
	p.organisation("parent_code", x.ParentCode)
	p.organisation("host_code", x.HostCode)
	g := p.w.organisations
	e := g.byKey[x.Code]
	if p.bad() || x.ParentCode == "" || !e.known() {
		return
	}
	day := g.from(e, x.ValidFrom, x.EstablishedOn, p.w.how.AsOf)
	for id, steps := g.byKey[x.ParentCode].id, 0; id != 0 && steps < 64; steps++ {
		if id == e.id {
			p.fault("parent_code", CodeCycle, "the organisation %s would be its own superior, through %s; correct the superior", x.Code, x.ParentCode)
			return
		}
		f := g.on(id, day)
		if f == nil {
			return
		}
		id = f.ParentID
	}
}

// on is what holds of a subject on a day; before its first fact, the first. It is nil where nothing is known.
func (g *register[K, ID, F]) on(id ID, day model.Date) *F {
	e := g.byID[id]
	if !e.known() {
		return nil
	}
	at := len(e.now) - 1
	for at > 0 && g.valid(&e.now[at]).ValidFrom > day {
		at--
	}
	return &e.now[at]
}

func (p place) organisation(field, code string) model.OrganisationID {
	if code == "" {
		return 0
	}
	if e := lookup(p.w.organisations, code); e != nil {
		return e.id
	}
	p.fault(field, CodeUnknownOrganisation, "there is no organisation %s; import it first or correct the code", code)
	return 0
}
