package seeds

import "fugai/model"

// cover draws how a unit is covered through its life: by an organisation, by work, or not, and what was before.
func (t *township) cover(l *life) {
	begin := t.start(l.first.FoundedOn + 30)
	if begin >= t.horizon(l) {
		return
	}
	switch t.state(l) {
	case model.CoverKindOrganisation:
		t.organised(l, begin)
	case model.CoverKindWork:
		t.worked(l, begin)
	default:
		t.gap(l, begin)
	}
	t.afterMove(l)
	t.atTheEnd(l)
	t.twice(l)
}

// horizon is the first day on which no cover may begin.
func (t *township) horizon(l *life) model.Date {
	if l.closed != 0 {
		return l.closed
	}
	return t.AsOf + 1
}

// start is a day on which coverage begins: a third of it inside the window, more at its beginning, so that the share rises.
func (t *township) start(lowest model.Date) model.Date {
	switch {
	case lowest >= t.AsOf-3:
		return lowest
	case lowest >= t.window || t.in(330):
		lowest = max(lowest, t.window)
		return lowest + spread(t.rng, t.AsOf-lowest)
	}
	return lowest + model.Date(t.rng.IntN(int(t.window-lowest)))
}

// chances are how many units of a thousand have an organisation with three members, and with fewer.
var chances = map[model.Domain][2]int{
	model.DomainNonPublicEnterprise:  {905, 330},
	model.DomainSocialOrganisation:   {910, 380},
	model.DomainSchool:               {960, 600},
	model.DomainStateOwnedEnterprise: {985, 800},
	model.DomainOrgan:                {990, 850},
}

// state is how the unit is covered now; 0 for a gap.
func (t *township) state(l *life) model.CoverKind {
	chance := chances[l.first.Domain][1]
	if l.first.FullMembers.Int() >= 3 {
		chance = chances[l.first.Domain][0]
	}
	switch {
	case t.in(min(chance+t.county.lift, 992)):
		return model.CoverKindOrganisation
	case t.in(790 + t.county.lift):
		return model.CoverKindWork
	}
	return 0
}

// organised covers the unit by an organisation, often after work coverage or an organisation that is gone.
func (t *township) organised(l *life, begin model.Date) {
	setUp := t.setUp(l)
	o, basis := t.holder(l, setUp, begin)
	begin = max(begin, o.EstablishedOn)
	if begin >= t.horizon(l) {
		return
	}
	switch x := t.rng.IntN(100); {
	case x < 20 && begin-l.first.FoundedOn > 90:
		t.byPerson(l, l.first.FoundedOn+30+model.Date(t.rng.IntN(int(begin-l.first.FoundedOn)-60)), begin, model.EndReasonReplaced)
	case x < 30:
		t.byPast(l, begin)
	case x < 36:
		t.byPerson(l, t.start(begin), 0, 0)
	}
	l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: setUp, Basis: basis, ValidFrom: begin})
	if setUp == model.SetUpStandalone && t.in(30) {
		t.also(l, begin)
	}
}

// also covers a unit a second time, by a combined organisation.
func (t *township) also(l *life, begin model.Date) {
	o, _ := t.holder(l, model.SetUpCombined, begin)
	if begin = max(begin, o.EstablishedOn); begin < t.horizon(l) {
		l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: model.SetUpCombined, ValidFrom: begin})
	}
}

// add adds a cover of the unit.
func (l *life) add(c model.CoverInput) {
	c.UnitCode = l.first.CreditCode
	l.covers = append(l.covers, c)
}

// worked covers the unit by a person or a mass organisation.
func (t *township) worked(l *life, begin model.Date) {
	if t.in(130) {
		t.byPast(l, begin)
	}
	switch x := t.rng.IntN(100); {
	case x < 70:
		t.byPerson(l, begin, 0, 0)
	case x < 88:
		t.byMass(l, model.MassOrganisationKindTradeUnion, begin)
	case x < 97:
		t.byMass(l, model.MassOrganisationKindYouthLeague, begin)
	default:
		t.byMass(l, model.MassOrganisationKindWomensFederation, begin)
	}
}

// gap leaves the unit uncovered today, in one of the ways in which that comes about.
func (t *township) gap(l *life, begin model.Date) {
	switch x := t.rng.IntN(100); {
	case x < 28:
		t.byPast(l, t.horizon(l))
	case x < 38:
		t.byRetired(l, true)
	case x < 43:
		t.byLeft(l, begin)
	case x < 47:
		t.byMass(l, model.MassOrganisationKindWomensFederation, begin)
	case x < 54:
		t.byUncounted(l, begin)
	case x < 56:
		t.byPastLeftOpen(l)
	case x < 58:
		t.byRetired(l, false)
	}
}

// afterMove ends what belongs to the old township and gives most of the moved units a new cover in the county.
func (t *township) afterMove(l *life) {
	if l.moved == 0 {
		return
	}
	ended := false
	for i := range l.covers {
		c := &l.covers[i]
		if c.ValidTo == 0 && c.ValidFrom < l.moved && c.SetUp != model.SetUpStandalone {
			c.ValidTo, c.EndReason, ended = l.moved, model.EndReasonMoved, true
		}
	}
	if ended && t.in(600) {
		l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: t.county.bodies.attached.Code,
			SetUp: model.SetUpAffiliated, ValidFrom: l.moved})
	}
}

// atTheEnd ends the covers of a unit that closed, where somebody reported it.
func (t *township) atTheEnd(l *life) {
	for i := range l.covers {
		c := &l.covers[i]
		if l.closed != 0 && c.ValidTo == 0 && c.ValidFrom < l.closed && t.in(700) {
			c.ValidTo, c.EndReason = l.closed, model.EndReasonUnitClosed
		}
	}
}
