package indicator

import "fugai/model"

// UnitFinding is what the rule at a place of the catalogue of units finds of a unit on a day; false where it finds nothing.
func (rs *RuleSet) UnitFinding(h *UnitHistory, index int, on model.Date) (*Finding, bool) {
	return nil, false
}
