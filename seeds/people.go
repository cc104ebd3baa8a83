package seeds

import (
	"fmt"

	"fugai/model"
)

// instructor is an instructor with what decides on visits.
type instructor struct {
	model.InstructorInput
	visits int // visits a unit in the last year
}

// instructors makes one person for about forty units, the last of them retired. The first serve the most units.
func (t *township) instructors(units int) {
	count := max(3, units/40)
	for i := range count {
		t.serials.instructor++
		n := t.serials.instructor
		p := &instructor{visits: t.rng.IntN(4)}
		p.Code, p.Name = fmt.Sprintf("99Y%07d", n), fmt.Sprintf("演示人员%06d", n)
		p.Phone = fmt.Sprintf("000-%04d-%04d", n/10000, n%10000)
		p.Role, p.RegionCode = model.InstructorRoleInstructor, t.code
		if t.in(250) {
			p.Role = model.InstructorRoleLiaison
		}
		p.ServiceFrom = t.window - 200 - model.Date(t.rng.IntN(1500))
		p.Employer = "演示" + t.name + "党群工作办公室"
		if i >= count-max(1, count/10) {
			p.ServiceTo = t.AsOf - 5 - model.Date(t.rng.IntN(700))
			t.retired = append(t.retired, p)
		} else {
			t.serving = append(t.serving, p)
		}
		p.Eligibility, p.EligibilityEvidence = eligibility(t.quality(p.Code), p.ServiceFrom)
		t.generator.instructors.instructor(&p.InstructorInput)
	}
}

// massBodies makes unions, leagues and women's federations of the township; some are dissolved.
func (t *township) massBodies(units int) {
	for _, kind := range model.AllMassOrganisationKind() {
		for i := range 1 + units/200 {
			t.serials.mass++
			m := &model.MassOrganisationInput{Code: fmt.Sprintf("99M%07d", t.serials.mass), Kind: kind, RegionCode: t.code}
			m.Name = fmt.Sprintf("演示%s第%d联合%s", t.stem, i+1, kind.Title())
			m.EstablishedOn = t.window - 300 - model.Date(t.rng.IntN(3000))
			if t.in(80) {
				m.DissolvedOn = t.AsOf - model.Date(t.rng.IntN(500))
			}
			t.masses[kind] = append(t.masses[kind], m)
			t.massOrganisations.massOrganisation(m)
		}
	}
}

// byPerson covers the unit by a serving person. Low numbers come more often, so that some are overloaded.
func (t *township) byPerson(l *life, from, to model.Date, reason model.EndReason) {
	i := int(spread(t.rng, model.Date(len(t.serving))))
	p := t.serving[i]
	from = max(from, p.ServiceFrom)
	if from < t.horizon(l) && (to == 0 || from < to) {
		l.add(model.CoverInput{Kind: model.CoverKindWork, InstructorCode: p.Code, ValidFrom: from, ValidTo: to, EndReason: reason})
	}
}

// byRetired covers the unit by a person whose service ended; where that was not reported, the cover stays open.
func (t *township) byRetired(l *life, reported bool) {
	p := t.retired[t.rng.IntN(len(t.retired))]
	from := max(l.first.FoundedOn+1, p.ServiceFrom)
	if from >= p.ServiceTo || p.ServiceTo > t.horizon(l) {
		return
	}
	c := model.CoverInput{Kind: model.CoverKindWork, InstructorCode: p.Code, ValidFrom: from}
	if reported {
		c.ValidTo, c.EndReason = p.ServiceTo, model.EndReasonServiceEnded
	}
	l.add(c)
}

// byMass covers the unit by a mass organisation of a kind, as long as that exists.
func (t *township) byMass(l *life, kind model.MassOrganisationKind, from model.Date) {
	m := t.masses[kind][t.rng.IntN(len(t.masses[kind]))]
	from = max(from, m.EstablishedOn)
	if from >= t.horizon(l) || m.DissolvedOn != 0 && from >= m.DissolvedOn {
		return
	}
	c := model.CoverInput{Kind: model.CoverKindWork, MassOrganisationCode: m.Code, ValidFrom: from}
	if m.DissolvedOn != 0 && m.DissolvedOn < t.horizon(l) {
		c.ValidTo, c.EndReason = m.DissolvedOn, model.EndReasonDissolved
	}
	l.add(c)
}

// visit writes the visits of the last year under a cover by a serving person; some persons visit nobody.
func (t *township) visit(c *model.CoverInput) {
	p := t.servingBy(c.InstructorCode)
	if p == nil || c.ValidTo != 0 {
		return
	}
	day := t.AsOf - model.Date(t.rng.IntN(60))
	if rng := t.qualityOf(c.UnitCode); rng.IntN(100) < 9 { // nobody came for months
		day -= 110 + model.Date(rng.IntN(200))
	}
	for range p.visits {
		if day < c.ValidFrom {
			return
		}
		t.visits.text(p.Code).text(string(c.UnitCode)).date(day).text(visitContents[t.rng.IntN(len(visitContents))]).end()
		day -= 60 + model.Date(t.rng.IntN(60))
	}
}

var visitContents = []string{"走访了解经营情况", "宣讲政策", "指导开展活动", "征求意见建议"}

// servingBy is the serving person of a code: codes of a township follow each other.
func (t *township) servingBy(code string) *instructor {
	if code == "" {
		return nil
	}
	for _, p := range t.serving {
		if p.Code == code {
			return p
		}
	}
	return nil
}
