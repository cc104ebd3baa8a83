package registry

import "fugai/model"

func (w *work) planInstructors() error {
	in := w.batch.Instructors
	var own, codes []string
	for i := range in {
		own = append(own, in[i].Code)
	}
	codes = append(codes, own...)
	for i := range w.batch.Covers {
		codes = append(codes, w.batch.Covers[i].InstructorCode)
	}
	for i := range w.batch.Visits {
		codes = append(codes, w.batch.Visits[i].InstructorCode)
	}
	if err := w.instructors.load(w.v, uniqueKeys(codes)); err != nil {
		return err
	}
	o := inputs(w, "Instructors", in, func(x *model.InstructorInput) *model.Origin { return &x.Origin })
	seen := map[string]int{}
	each(w, o, in, func(p place, x *model.InstructorInput) { p.checkInstructor(x, seen) })
	if err := create(w, w.instructors, okKeys(o, own)); err != nil {
		return err
	}
	each(w, o, in, func(p place, x *model.InstructorInput) { p.applyInstructor(x) })
	return nil
}

func (p place) checkInstructor(x *model.InstructorInput, seen map[string]int) {
	if !p.code("id", x.Code, "the instructor's number") {
		return
	}
	p.once(seen, x.Code, x.ValidFrom)
	p.name(x.Name, "the instructor's name")
	p.fits("phone", x.Phone)
	p.fits("employer", x.Employer)
	p.period("service_to", x.ServiceFrom, x.ServiceTo)
	p.eligible(x.Eligibility, x.EligibilityEvidence)
	p.region(x.RegionCode)
}

// applyInstructor lets a new instructor hold from the begin of the service, or since ever where none is reported.
func (p place) applyInstructor(x *model.InstructorInput) {
	g := p.w.instructors
	e := g.byKey[x.Code]
	role := x.Role
	if role == 0 {
		role = model.InstructorRoleInstructor
	}
	region := p.w.regions.idOf(x.RegionCode)
	from := g.from(e, x.ValidFrom, max(x.ServiceFrom, sinceEver), p.w.how.AsOf)
	p.done(g.change(e, change[model.InstructorFact]{from: from, correct: p.w.how.Correct, set: func(f *model.InstructorFact) {
		f.Name, f.Phone, f.Role, f.RegionID, f.Employer = x.Name, x.Phone, role, region, x.Employer
		f.ServiceFrom, f.ServiceTo = x.ServiceFrom, end(x.ServiceTo)
		if x.Eligibility != 0 { // a register of persons often does not tell, and then what another source told stays
			f.Eligibility, f.EligibilityEvidence = x.Eligibility, x.EligibilityEvidence
		}
	}}))
}

func (w *work) planMassOrganisations() error {
	in := w.batch.MassOrganisations
	var own, codes []string
	for i := range in {
		own = append(own, in[i].Code)
	}
	codes = append(codes, own...)
	for i := range w.batch.Covers {
		codes = append(codes, w.batch.Covers[i].MassOrganisationCode)
	}
	if err := w.massOrganisations.load(w.v, uniqueKeys(codes)); err != nil {
		return err
	}
	o := inputs(w, "MassOrganisations", in, func(x *model.MassOrganisationInput) *model.Origin { return &x.Origin })
	seen := map[string]int{}
	each(w, o, in, func(p place, x *model.MassOrganisationInput) { p.checkMassOrganisation(x, seen) })
	if err := create(w, w.massOrganisations, okKeys(o, own)); err != nil {
		return err
	}
	each(w, o, in, func(p place, x *model.MassOrganisationInput) { p.applyMassOrganisation(x) })
	return nil
}

func (p place) checkMassOrganisation(x *model.MassOrganisationInput, seen map[string]int) {
	if !p.code("code", x.Code, "the mass organisation's code") {
		return
	}
	p.once(seen, x.Code, x.ValidFrom)
	p.name(x.Name, "the mass organisation's name")
	p.period("dissolved_on", x.EstablishedOn, x.DissolvedOn)
	if x.Kind == 0 {
		p.fault("kind", CodeRequired, "the kind of the mass organisation is missing; write TRADE_UNION, YOUTH_LEAGUE or WOMENS_FEDERATION")
	}
	p.region(x.RegionCode)
}

func (p place) applyMassOrganisation(x *model.MassOrganisationInput) {
	g := p.w.massOrganisations
	e := g.byKey[x.Code]
	region := p.w.regions.idOf(x.RegionCode)
	from := g.from(e, x.ValidFrom, max(x.EstablishedOn, sinceEver), p.w.how.AsOf)
	p.done(g.change(e, change[model.MassOrganisationFact]{from: from, correct: p.w.how.Correct, set: func(f *model.MassOrganisationFact) {
		f.Name, f.Kind, f.RegionID = x.Name, x.Kind, region
		f.EstablishedOn, f.DissolvedOn = x.EstablishedOn, end(x.DissolvedOn)
	}}))
}
