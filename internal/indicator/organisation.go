package indicator

import "fugai/model"

// organisationDay is what the rules see of an organisation on one day.
type organisationDay struct{}

// organisationRule is a rule of the look-back on organisations.
type organisationRule struct {
	judge func(*organisationDay) model.Result
}

// AppendOrganisationSpans cuts the life of an organisation into spans, as AppendSpans does for a unit.
func (rs *RuleSet) AppendOrganisationSpans(into []model.Span, h *model.OrganisationHistory) []model.Span {
	return into
}

// OrganisationFinding is what the rule at a place of the catalogue finds of an organisation on a day; false where it finds nothing.
func (rs *RuleSet) OrganisationFinding(h *model.OrganisationHistory, index int, on model.Date) (*Finding, bool) {
	return nil, false
}
