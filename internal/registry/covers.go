package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

// coverLink is what two rows of one cover have in common: unit, kind and holder.
type coverLink struct {
	unit         model.UnitID
	kind         model.CoverKind
	organisation model.OrganisationID
	instructor   model.InstructorID
	mass         model.MassOrganisationID
}

func linkOf(c *model.Cover) coverLink {
	return coverLink{c.UnitID, c.Kind, c.OrganisationID, c.InstructorID, c.MassOrganisationID}
}

type coverRows = *rows[coverLink, model.Cover]

func (w *work) planCovers() error {
	in := w.batch.Covers
	w.covers = newRows(store.Covers, linkOf, func(c *model.Cover, id int64) { c.ID = model.CoverID(id) })
	if err := w.loadCovers(); err != nil {
		return err
	}
	o := inputs(w, "Covers", in, func(c *model.CoverInput) *model.Origin { return &c.Origin })
	w.covers.expect(len(in))
	seen := make(map[coverLink][]period, len(in))
	each(w, o, in, func(p place, c *model.CoverInput) { p.cover(c, seen) })
	return nil
}

// loadCovers reads the covers of all units of the batch, because their spans are computed from them too.
func (w *work) loadCovers() error {
	var ids []model.UnitID
	for _, e := range w.units.order {
		if !e.fresh {
			ids = append(ids, e.id)
		}
	}
	stored, err := store.CurrentBy(w.v, store.Covers, "unit_id", ids)
	w.covers.load(stored)
	return err
}

// period is a period of an input, and which input it is.
type period struct {
	model.Valid
	index int
}

// clash tells which earlier input of the batch shares a day with a period.
func clash(list []period, v model.Valid) (period, bool) {
	for _, other := range list {
		if other.Overlaps(v) {
			return other, true
		}
	}
	return period{}, false
}

// overlapInBatch refuses an input that shares a day with an earlier one of the same link.
func (p place) overlapInBatch(list []period, v model.Valid) []period {
	if other, ok := clash(list, v); ok {
		code, what := CodeOverlap, "overlaps"
		if other.Valid == v {
			code, what = CodeDuplicateKey, "repeats"
		}
		p.fault("valid_from", code, "this row %s input %d of the batch, of the same unit, kind and holder; "+
			"leave one of the two, or let the first end before the second begins", what, other.index+1)
		return list
	}
	return append(list, period{v, p.index})
}

func (p place) cover(in *model.CoverInput, seen map[coverLink][]period) {
	c, unit, org := p.coverOf(in)
	if p.bad() {
		return
	}
	k := linkOf(&c)
	if seen[k] = p.overlapInBatch(seen[k], c.Valid); p.bad() {
		return
	}
	var hit []*row[model.Cover]
	for _, r := range p.w.covers.live(k) {
		if r.now.Overlaps(c.Valid) {
			hit = append(hit, r)
		}
	}
	switch {
	case len(hit) > 1:
		p.fault("valid_from", CodeOverlap, "the row overlaps %d stored covers of this unit, kind and holder; "+
			"withdraw those that are wrong (action void), or let it overlap one only", len(hit))
	case in.Void:
		p.withdraw(func() bool {
			if len(hit) == 1 {
				hit[0].gone = true
			}
			return len(hit) == 1
		})
	case len(hit) == 0:
		p.warnCover(&c, unit, org)
		p.done(p.w.covers.add(c))
	default:
		p.warnCover(&c, unit, org)
		p.done(hit[0].set(func(old *model.Cover) {
			id, recorded := old.ID, old.Recorded
			*old = c
			old.ID, old.Recorded = id, recorded
		}))
	}
}

type (
	unitEntry         = entry[model.CreditCode, model.UnitID, model.UnitFact]
	organisationEntry = entry[string, model.OrganisationID, model.OrganisationFact]
)

// coverOf resolves and checks an input.
func (p place) coverOf(in *model.CoverInput) (c model.Cover, unit *unitEntry, org *organisationEntry) {
	unit = p.unit("unit_code", in.UnitCode)
	if in.ValidFrom == 0 {
		p.fault("valid_from", CodeRequired, "the first day of the cover is missing; fill it in")
	}
	p.period("valid_to", in.ValidFrom, in.ValidTo)
	valid := model.Valid{ValidFrom: in.ValidFrom, ValidTo: end(in.ValidTo)}
	c = model.Cover{Kind: in.Kind, SetUp: in.SetUp, Basis: in.Basis, EndReason: in.EndReason, Valid: valid}
	p.holder(in, &c)
	if p.bad() {
		return c, nil, nil
	}
	c.UnitID = unit.id
	if c.OrganisationID != 0 {
		org = p.w.organisations.byID[c.OrganisationID]
		if c.SetUp == 0 {
			c.SetUp = p.w.organisations.on(org.id, c.ValidFrom).SetUp
		}
	}
	if c.Basis != 0 && c.SetUp != model.SetUpJoint {
		p.fault("basis", CodeContradiction, "only a cover with the set-up JOINT has a basis; leave it empty, or correct the set-up %s", c.SetUp)
	}
	return c, unit, org
}

// holder checks that there is exactly one holder, of the cover's kind.
func (p place) holder(in *model.CoverInput, c *model.Cover) {
	n := 0
	for _, code := range []string{in.OrganisationCode, in.InstructorCode, in.MassOrganisationCode} {
		if code != "" {
			n++
		}
	}
	switch {
	case in.Kind == 0:
		p.fault("kind", CodeRequired, "the kind of the cover is missing; write ORGANISATION or WORK")
	case n == 0:
		p.fault("organisation_code", CodeHolder, "the row names nobody who covers the unit; fill in an organisation, an instructor or a mass organisation")
	case n > 1:
		p.fault("organisation_code", CodeHolder, "the row names several holders; write a row for each")
	case (in.OrganisationCode != "") != (in.Kind == model.CoverKindOrganisation):
		p.fault("kind", CodeHolder, "a cover of kind ORGANISATION needs an organisation, "+
			"one of kind WORK an instructor or a mass organisation; correct the kind or the holder")
	case in.Kind == model.CoverKindWork && (in.SetUp != 0 || in.Basis != 0):
		p.fault("set_up", CodeHolder, "set-up and basis belong to covers by an organisation; leave them empty for kind WORK")
	default:
		c.OrganisationID = p.organisation("organisation_code", in.OrganisationCode)
		c.InstructorID = p.instructor("instructor_id", in.InstructorCode)
		c.MassOrganisationID = p.massOrganisation("mass_organisation_code", in.MassOrganisationCode)
	}
}

func (p place) instructor(field, code string) model.InstructorID {
	if code == "" {
		return 0
	}
	if e := lookup(p.w.instructors, code); e != nil {
		return e.id
	}
	p.fault(field, CodeUnknownInstructor, "there is no instructor %s; import the instructors first or correct the number", code)
	return 0
}

func (p place) massOrganisation(field, code string) model.MassOrganisationID {
	if code == "" {
		return 0
	}
	if e := lookup(p.w.massOrganisations, code); e != nil {
		return e.id
	}
	p.fault(field, CodeUnknownMassOrganisation, "there is no mass organisation %s; import them first or correct the code", code)
	return 0
}

// warnCover tells what is odd about a cover that is taken.
func (p place) warnCover(c *model.Cover, unit *unitEntry, org *organisationEntry) {
	if founded := unit.now[len(unit.now)-1].FoundedOn; c.ValidFrom < founded {
		p.warn("valid_from", CodeCoverBeforeUnit, "the cover begins on %s, before the unit was founded on %s; compare the two", c.ValidFrom, founded)
	}
	if org == nil {
		return
	}
	f := &org.now[len(org.now)-1]
	if c.ValidFrom < f.EstablishedOn {
		p.warn("valid_from", CodeCoverBeforeOrganisation,
			"the cover begins on %s, before its organisation was established on %s; compare the two", c.ValidFrom, f.EstablishedOn)
	}
	if f.DissolvedOn <= c.ValidFrom {
		p.warn("valid_from", CodeCoverAfterOrganisation,
			"the cover begins on %s, when its organisation had been dissolved on %s; compare the two", c.ValidFrom, f.DissolvedOn)
	}
	if c.SetUp == 0 {
		p.warn("set_up", CodeSetUpMissing, "neither the cover nor its organisation tells the set-up; it counts as AFFILIATED until one does")
	}
}
