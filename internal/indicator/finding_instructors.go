package indicator

import "fugai/model"

// InstructorFinding is what the rule at a place of the catalogue of instructors finds of an instructor on a day; false where it finds
// nothing. No text names the person.
func (rs *RuleSet) InstructorFinding(h *model.InstructorHistory, index int, on model.Date) (*Finding, bool) {
	since, first, ok := unmetSince(rs.AppendInstructorSpans(nil, h), index, on)
	if !ok {
		return nil, false
	}
	var d instructorDay
	l := lifeOf(h)
	f := &Finding{Indicator: instructorCatalogue[index], Index: index, Since: since}
	if before := rs.before(since); before != nil && !first {
		d.see(l, since, before)
		f.ByRules = before.instructors[index].instructor.judge(&d) != model.ResultUnmet
	}
	d.see(l, on, rs.on(on))
	def := d.rules.instructors[index]
	f.Text, f.Mend, f.Evidence = def.instructor.told(&d), def.mend, def.instructor.evidence(&d)
	return f, true
}
