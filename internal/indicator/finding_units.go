package indicator

import "fugai/model"

// UnitFinding is what the rule at a place of the catalogue of units finds of a unit on a day; false where it finds nothing, and for
// indicators that are not of the look-back.
func (rs *RuleSet) UnitFinding(h *UnitHistory, index int, on model.Date) (*Finding, bool) {
	in := catalogue[index]
	if !in.LookBack {
		return nil, false
	}
	since, first, ok := unmetSince(rs.Spans(h), index, on)
	if !ok {
		return nil, false
	}
	var d unitDay
	d.see(h, h.FoundedOn(), on, rs.on(on))
	def := d.rules.definitions[index]
	return &Finding{
		Indicator: in, Index: index, Since: since, ByRules: !first && rs.begunByRules(h, index, since),
		Text: def.told(&d), Mend: def.mend, Evidence: d.evidence(h, def),
	}, true
}
