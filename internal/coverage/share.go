package coverage

import (
	"slices"

	"fugai/internal/cube"
	"fugai/model"
)

// addShares computes the asked shares of a row.
func (t *table) addShares(row *model.CoverageRow, g *group) {
	upward, domain := t.upward(g), t.domainOf(g)
	row.Shares = make([]*model.Share, 0, len(t.Asks))
	for _, a := range t.Asks {
		s := t.share(g, a, upward, domain)
		s.Provisional = row.Provisional
		row.Shares = append(row.Shares, s)
	}
}

// upward are the codes of the region that a group speaks of and of those above it, for the nearest target.
func (t *table) upward(g *group) (codes []model.RegionCode) {
	var n *model.RegionNode
	if i := slices.Index(t.GroupBy, model.DimensionRegion); i >= 0 {
		n = t.tree(g.day).Node(model.RegionID(g.key[i]))
	} else if tops := t.tops(g.day); len(tops) == 1 {
		n = tops[0]
	} else if roots := t.tree(g.day).Roots; len(roots) == 1 {
		n = roots[0]
	}
	for ; n != nil; n = n.Up {
		codes = append(codes, n.Code)
	}
	return codes
}

// domainOf is the one domain that a group speaks of, or 0.
func (t *table) domainOf(g *group) model.Domain {
	if i := slices.Index(t.GroupBy, model.DimensionDomain); i >= 0 {
		return model.Domain(g.key[i])
	}
	if t.Where != nil && len(t.Where.Domains) == 1 {
		return t.Where.Domains[0]
	}
	return 0
}

// fewUnits is the number of units below which a member-based figure tells of single units.
const fewUnits = 3

// share is the share of an indicator in a group.
func (t *table) share(g *group, a ShareAsk, upward []model.RegionCode, domain model.Domain) *model.Share {
	_, index, _ := t.rules.Find(a.Of)
	s := &model.Share{Indicator: t.shown(index), Weight: a.Weight, Definition: t.version(index, g.day), Status: model.ShareStatusOk}
	s.DefinitionChanged = t.changedBefore(index, g)
	t.compareShare(s, g, a, index)
	if s.Status = t.permitted(g, a); s.Status != model.ShareStatusOk {
		return s
	}
	tally := &g.tallies[t.place(a)]
	fill(s, tally)
	if target, ok := t.rules.Policy().Target(a.Of, upward, domain, g.day); ok {
		value, _ := target.Value.Float64()
		s.Target = &value
		if a.Weight == model.WeightUnits {
			shortfall := int(target.Shortfall(tally.By[model.ResultMet], tally.By[model.ResultMet]+tally.By[model.ResultUnmet]))
			s.Shortfall = &shortfall
		}
	}
	if s.Compare != nil && s.Compare.Rate != nil && s.Rate != nil {
		change := (*s.Rate - *s.Compare.Rate) * 100
		s.Compare.Change = &change
	}
	return s
}

// permitted tells whether the viewer may see a share of a group.
func (t *table) permitted(g *group, a ShareAsk) model.ShareStatus {
	switch {
	case personal[a.Of] && !t.who.CanReadPersons():
		return model.ShareStatusForbidden
	case t.who.CanReadMemberFigures():
		return model.ShareStatusOk
	case memberBased[a.Of] && t.subject != model.SubjectUnit:
		return model.ShareStatusForbidden
	case a.Weight == model.WeightFullMembers && g.units < fewUnits, memberBased[a.Of] && !t.publishes(g, a):
		return model.ShareStatusSuppressed
	case a.Weight == model.WeightFullMembers:
		return model.ShareStatusForbidden
	}
	return model.ShareStatusOk
}

// fill writes the numbers of a tally.
func fill(s *model.Share, tally *cube.Tally) {
	met, unmet := int(tally.By[model.ResultMet]), int(tally.By[model.ResultUnmet])
	n := []int{met, met + unmet, unmet, int(tally.By[model.ResultUnknown]), int(tally.By[model.ResultNotApplicable]),
		int(tally.By[model.ResultExempt]), int(tally.Missing)}
	s.Numerator, s.Denominator, s.Gap, s.Unknown, s.NotApplicable, s.Exempt, s.WeightMissing = &n[0], &n[1], &n[2], &n[3], &n[4], &n[5], &n[6]
	if met+unmet == 0 {
		s.Status = model.ShareStatusZeroDenominator
		return
	}
	rate := float64(met) / float64(met+unmet)
	s.Rate = &rate
}

// changedBefore tells whether the definition changed since the row of the period before.
func (t *table) changedBefore(index int, g *group) bool {
	return t.Periods != nil && g.period > 0 && t.changed(index, t.days[g.period-1], g.day)
}

// compareShare adds the same share on the compared date.
func (t *table) compareShare(s *model.Share, g *group, a ShareAsk, index int) {
	if a.CompareTo == nil {
		return
	}
	on := *a.CompareTo
	s.Compare = &model.ShareComparison{AsOf: on, Definition: t.version(index, on)}
	s.DefinitionChanged = s.DefinitionChanged || t.changed(index, on, g.day)
	then := t.compared[on].total
	if len(t.GroupBy) > 0 {
		if then = t.compared[on].groups[t.withoutPeriod(g.key)]; then == nil {
			then = &group{tallies: make([]cube.Tally, len(t.asks))}
		}
	}
	if t.permitted(then, a) != model.ShareStatusOk {
		return
	}
	var was model.Share
	fill(&was, &then.tallies[t.place(a)])
	s.Compare.Numerator, s.Compare.Denominator, s.Compare.Rate = was.Numerator, was.Denominator, was.Rate
}
