package seeds

import "fugai/model"

// participants writes who takes part in the township's combined organisations. Two in ten break a rule: nobody takes part, fewer
// than three full members do, or their home was dissolved.
func (t *township) participants() {
	for _, o := range t.combined {
		switch x := t.rng.IntN(100); {
		case x < 7:
		case x < 14:
			t.takePart(o, t.community, 1)
		case x < 20:
			t.takePart(o, t.past[t.rng.IntN(len(t.past))], 3)
		default:
			t.takePart(o, t.community, 2)
			for _, home := range t.homes() {
				t.takePart(o, home, 1+t.rng.IntN(3))
			}
		}
	}
}

// homes are up to three different organisations whose members may take part elsewhere.
func (t *township) homes() []*model.OrganisationInput {
	if len(t.hosts) == 0 {
		return []*model.OrganisationInput{t.committee}
	}
	first := t.rng.IntN(len(t.hosts))
	return t.hosts[first:min(first+3, len(t.hosts))]
}

// takePart writes a participation from the day on which both organisations exist; one in ten has ended and begun again.
func (t *township) takePart(combined, home *model.OrganisationInput, full int) {
	p := model.ParticipationInput{OrganisationCode: combined.Code, HomeOrganisationCode: home.Code, FullMembers: model.Counted(full)}
	p.ProbationaryMembers = model.Counted(t.rng.IntN(2))
	p.ValidFrom = max(combined.EstablishedOn, home.EstablishedOn)
	if t.AsOf-p.ValidFrom > 400 && t.in(100) {
		ended := p
		ended.ValidTo = p.ValidFrom + 200
		t.generator.participants.participation(&ended)
		p.ValidFrom += 260
	}
	t.generator.participants.participation(&p)
}
