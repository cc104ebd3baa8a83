package indicator

import "fugai/model"

// instructorDay is what the rules see of an instructor on one day.
type instructorDay struct{}

// instructorRule is a rule of the look-back on instructors.
type instructorRule struct {
	judge func(*instructorDay) model.Result
}

// AppendInstructorSpans cuts the service of an instructor into spans, as AppendSpans does for a unit.
func (rs *RuleSet) AppendInstructorSpans(into []model.Span, h *model.InstructorHistory) []model.Span {
	return into
}

// InstructorFinding is what the rule at a place of the catalogue finds of an instructor on a day; false where it finds nothing.
func (rs *RuleSet) InstructorFinding(h *model.InstructorHistory, index int, on model.Date) (*Finding, bool) {
	return nil, false
}
