package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

type visitKey struct {
	instructor model.InstructorID
	unit       model.UnitID
	on         model.Date
}

func (w *work) planVisits() error {
	in := w.batch.Visits
	if len(in) == 0 {
		return nil
	}
	w.visits = newRows(store.Visits, func(v *model.Visit) visitKey { return visitKey{v.InstructorID, v.UnitID, v.VisitedOn} },
		func(v *model.Visit, id int64) { v.ID = model.VisitID(id) })
	var ids []model.InstructorID
	from, to := model.Never, model.Date(0)
	for i := range in {
		ids = append(ids, w.instructors.idOf(in[i].InstructorCode))
		from, to = min(from, max(in[i].VisitedOn, sinceEver)), max(to, in[i].VisitedOn)
	}
	stored, err := w.v.CurrentVisits(ids, from, max(to, from))
	if err != nil {
		return err
	}
	w.visits.load(stored)
	o := inputs(w, "Visits", in, func(v *model.VisitInput) *model.Origin { return &v.Origin })
	seen := map[visitKey]int{}
	each(w, o, in, func(p place, v *model.VisitInput) { p.visit(v, seen) })
	return nil
}

func (p place) visit(in *model.VisitInput, seen map[visitKey]int) {
	if in.InstructorCode == "" {
		p.fault("instructor_id", CodeRequired, "the instructor's number is missing; fill it in")
	}
	if in.VisitedOn == 0 {
		p.fault("visited_on", CodeRequired, "the day of the visit is missing; fill it in")
	}
	p.fits("content", in.Content)
	instructor := p.instructor("instructor_id", in.InstructorCode)
	unit := p.unit("unit_code", in.UnitCode)
	if p.bad() {
		return
	}
	k := visitKey{instructor, unit.id, in.VisitedOn}
	if onceOnly(p, seen, k, "visited_on"); p.bad() {
		return
	}
	if in.Void {
		p.withdraw(p.w.visits.drop(k))
		return
	}
	p.done(p.w.visits.put(k, func(v *model.Visit) {
		v.InstructorID, v.UnitID, v.VisitedOn, v.Content = instructor, unit.id, in.VisitedOn, in.Content
	}))
}

// onceOnly refuses an input whose key stands in the batch already.
func onceOnly[K comparable](p place, seen map[K]int, k K, field string) {
	if first, ok := seen[k]; ok {
		p.fault(field, CodeDuplicateKey, "this stands in the batch already, as input %d; leave one of the two", first+1)
		return
	}
	seen[k] = p.index
}

type participationLink struct{ organisation, home model.OrganisationID }

type participationRows = *rows[participationLink, model.Participation]

func (w *work) planParticipations() error {
	in := w.batch.Participations
	if len(in) == 0 {
		return nil
	}
	w.participations = newRows(store.Participations, func(x *model.Participation) participationLink {
		return participationLink{x.OrganisationID, x.HomeOrganisationID}
	}, func(x *model.Participation, id int64) { x.ID = model.ParticipationID(id) })
	var ids []model.OrganisationID
	for i := range in {
		ids = append(ids, w.organisations.idOf(in[i].OrganisationCode))
	}
	stored, err := store.CurrentBy(w.v, store.Participations, "organisation_id", ids)
	if err != nil {
		return err
	}
	w.participations.load(stored)
	o := inputs(w, "Participations", in, func(x *model.ParticipationInput) *model.Origin { return &x.Origin })
	seen := map[participationLink][]period{}
	each(w, o, in, func(p place, x *model.ParticipationInput) { p.participation(x, seen) })
	return nil
}

func (p place) participation(in *model.ParticipationInput, seen map[participationLink][]period) {
	if in.OrganisationCode == "" || in.HomeOrganisationCode == "" {
		p.fault("home_organisation_code", CodeRequired, "a participation names the combined organisation and the home organisation; fill in both")
	}
	if in.ValidFrom == 0 {
		p.fault("valid_from", CodeRequired, "the first day of the participation is missing; fill it in")
	}
	p.period("valid_to", in.ValidFrom, in.ValidTo)
	k := participationLink{p.organisation("organisation_code", in.OrganisationCode), p.organisation("home_organisation_code", in.HomeOrganisationCode)}
	valid := model.Valid{ValidFrom: in.ValidFrom, ValidTo: end(in.ValidTo)}
	if !p.bad() {
		seen[k] = p.overlapInBatch(seen[k], valid)
	}
	if p.bad() {
		return
	}
	var hit []*row[model.Participation]
	for _, r := range p.w.participations.live(k) {
		if r.now.Overlaps(valid) {
			hit = append(hit, r)
		}
	}
	p.participate(in, k, valid, hit)
}

func (p place) participate(in *model.ParticipationInput, k participationLink, valid model.Valid, hit []*row[model.Participation]) {
	set := func(x *model.Participation) {
		x.OrganisationID, x.HomeOrganisationID, x.Valid = k.organisation, k.home, valid
		x.FullMembers, x.ProbationaryMembers = in.FullMembers, in.ProbationaryMembers
	}
	switch {
	case len(hit) > 1:
		p.fault("valid_from", CodeOverlap, "the row overlaps %d stored participations of these two organisations; "+
			"withdraw those that are wrong (action void), or let it overlap one only", len(hit))
	case in.Void:
		p.withdraw(func() bool {
			if len(hit) == 1 {
				hit[0].gone = true
			}
			return len(hit) == 1
		})
	case len(hit) == 0:
		var x model.Participation
		set(&x)
		p.done(p.w.participations.add(x))
	default:
		p.done(hit[0].set(set))
	}
}

type returnKey struct {
	organisation       model.OrganisationID
	year               int
	table, row, column string
}

func (w *work) planReturns() error {
	in := w.batch.DeclaredReturns
	if len(in) == 0 {
		return nil
	}
	w.returns = newRows(store.DeclaredReturns, func(d *model.DeclaredReturn) returnKey {
		return returnKey{d.OrganisationID, d.Year, d.Table, d.Row, d.Column}
	}, func(d *model.DeclaredReturn, id int64) { d.ID = id })
	var ids []model.OrganisationID
	for i := range in {
		ids = append(ids, w.organisations.idOf(in[i].OrganisationCode))
	}
	stored, err := store.CurrentBy(w.v, store.DeclaredReturns, "organisation_id", ids)
	if err != nil {
		return err
	}
	w.returns.load(stored)
	o := inputs(w, "DeclaredReturns", in, func(d *model.DeclaredReturnInput) *model.Origin { return &d.Origin })
	seen := map[returnKey]int{}
	each(w, o, in, func(p place, d *model.DeclaredReturnInput) { p.declared(d, seen) })
	return nil
}

func (p place) declared(in *model.DeclaredReturnInput, seen map[returnKey]int) {
	if in.OrganisationCode == "" {
		p.fault("organisation_code", CodeRequired, "the organisation's code is missing; fill it in")
	}
	if in.Year < 1921 || in.Year > 9998 {
		p.fault("year", CodeRequired, "%d is no year of a return; write four digits", in.Year)
	}
	p.code("table", in.Table, "the table of the return")
	p.code("row", in.Row, "the row of the return")
	p.code("column", in.Column, "the column of the return")
	k := returnKey{p.organisation("organisation_code", in.OrganisationCode), in.Year, in.Table, in.Row, in.Column}
	if !p.bad() {
		onceOnly(p, seen, k, "row")
	}
	if p.bad() {
		return
	}
	p.done(p.w.returns.put(k, func(d *model.DeclaredReturn) {
		d.OrganisationID, d.Year, d.Table, d.Row, d.Column, d.Value = k.organisation, k.year, k.table, k.row, k.column, in.Value
	}))
}
