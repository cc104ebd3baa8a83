package indicator

import "fugai/model"

// NextSteps is what would close the gaps of a unit by the policy's table, in the order in which to try it.
func (rs *RuleSet) NextSteps(s *model.Span, on model.Date) []model.NextStep {
	probationary := model.Count(0)
	if s.FullMembers.Known() && s.Members.Known() {
		probationary = model.Counted(s.Members.Int() - s.FullMembers.Int())
	}
	table := rs.policy.stepsOf(classOf(s.FullMembers, probationary, rs.on(on).standAlone))
	var steps []model.NextStep
	for _, row := range table.On(on) {
		if row.On && meant(row.For, &s.Class) {
			steps = append(steps, row.Step)
		}
	}
	return steps
}

func (p *Policy) stepsOf(c memberClass) *Dated[[]Step] {
	return [...]*Dated[[]Step]{
		membersUnknown:      &p.StepsUnknown,
		membersDue:          &p.StepsDue,
		membersFew:          &p.StepsFew,
		membersProbationary: &p.StepsProbationaryOnly,
		membersNone:         &p.StepsNone,
	}[c]
}

// meant tells whether a row of the table is for such a unit.
func meant(who Audience, c *model.SpanClass) bool {
	school := c.Domain == model.DomainSchool || c.AlsoDomain == model.DomainSchool
	switch who {
	case ForSchool:
		return school
	case ForPrivateSchool:
		return school && c.PublicOrPrivate == model.PublicOrPrivatePrivate
	}
	return true
}
