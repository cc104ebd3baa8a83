package seeds

import "fugai/model"

// byPast covers the unit by an organisation that was dissolved before a day; nothing where none fits.
func (t *township) byPast(l *life, before model.Date) {
	o := t.past[t.rng.IntN(len(t.past))]
	begin := max(l.first.FoundedOn+1, o.EstablishedOn)
	if o.DissolvedOn > before || begin >= o.DissolvedOn {
		return
	}
	begin += model.Date(t.rng.IntN(int(o.DissolvedOn - begin)))
	reason := model.EndReasonDissolved
	if t.in(200) {
		reason = model.EndReasonMerged
	}
	l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: model.SetUpJoint,
		Basis: model.JointBasisUnit, ValidFrom: begin, ValidTo: o.DissolvedOn, EndReason: reason})
}

// byPastLeftOpen forgets to end the cover: the organisation's end ends it all the same.
func (t *township) byPastLeftOpen(l *life) {
	t.byPast(l, t.horizon(l))
	if n := len(l.covers); n > 0 {
		l.covers[n-1].ValidTo, l.covers[n-1].EndReason = 0, 0
	}
}

// byLeft is a cover by a living organisation that ended for another reason.
func (t *township) byLeft(l *life, begin model.Date) {
	o, basis := t.holder(l, model.SetUpJoint, begin)
	begin = max(begin, o.EstablishedOn)
	days := int(t.horizon(l)-begin) - 1
	if days < 1 {
		return
	}
	l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: model.SetUpJoint, Basis: basis,
		ValidFrom: begin, ValidTo: begin + 1 + model.Date(t.rng.IntN(days)), EndReason: model.EndReasonOther})
}

// byUncounted covers the unit by a temporary or functional organisation, which does not count by default.
func (t *township) byUncounted(l *life, begin model.Date) {
	nature := []model.OrganisationNature{model.OrganisationNatureTemporary, model.OrganisationNatureFunctional}[t.rng.IntN(2)]
	o := t.group(groupKey{setUp: model.SetUpJoint, basis: model.JointBasisRegion, nature: nature}, begin)
	if begin = max(begin, o.EstablishedOn); begin < t.horizon(l) {
		l.add(model.CoverInput{Kind: model.CoverKindOrganisation, OrganisationCode: o.Code, SetUp: model.SetUpJoint,
			Basis: model.JointBasisRegion, ValidFrom: begin})
	}
}
