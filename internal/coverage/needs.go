package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// Needs tell what a request shows of its objects, so that nothing is read that no field of it shows.
type Needs struct {
	// UnitFacts: something of a unit that its span does not tell; see SpanTells.
	UnitFacts bool
	// Industries: of that, the industry and the second domain alone.
	Industries bool
	// CoverFacts: something of a cover that the covers in memory do not tell; see CoversTell.
	CoverFacts bool
	// OrganisationFacts: something of an organisation that the tree does not tell; see TreeTells.
	OrganisationFacts bool
	// LastCovers: the last covers of gaps.
	LastCovers bool
	// RuleChanges: whether gaps began with a change of the rules.
	RuleChanges bool
	// Parents: the superiors of organisations, which are better read together with them.
	Parents bool
}

// allNeeded is what a request needs of which nothing else is known.
var allNeeded = Needs{UnitFacts: true, CoverFacts: true, OrganisationFacts: true, LastCovers: true, RuleChanges: true}

// Narrow tells what a pinned request shows, before its first question.
func Narrow(ctx context.Context, needs Needs) {
	if pin, ok := ctx.Value(pinKey{}).(*pinned); ok {
		pin.needs = needs
	}
}

func needsOf(ctx context.Context) Needs {
	if pin, ok := ctx.Value(pinKey{}).(*pinned); ok {
		return pin.needs
	}
	return allNeeded
}

// SpanTells are the fields of a unit for which its span, the trees and its code are enough, those included that are read by the unit's id.
// The others show facts that are read from the store.
var SpanTells = map[string]bool{
	"id": true, "creditCode": true, "name": true, "asOf": true,
	"domain": true, "control": true, "region": true, "zone": true, "size": true,
	"employees": true, "fullMembers": true, "members": true, "memberFigures": true, "foundedOn": true,
	"operation": true, "establishment": true, "setUp": true, "workMeans": true,
	"superior": true, "covers": true, "lastCover": true, "results": true, "visits": true, "candidates": true, "leadership": true, "findings": true,
}

// CoversTell are the fields of a cover for which the covers in memory are enough; the others show its recording.
var CoversTell = map[string]bool{
	"kind": true, "unit": true, "organisation": true, "instructor": true, "massOrganisation": true, "setUp": true, "basis": true,
	"validFrom": true, "validTo": true, "endReason": true, "inForce": true, "otherUnits": true,
}

// TreeTells are the fields of an organisation for which the tree is enough, those included that are read by the organisation's id.
var TreeTells = map[string]bool{"id": true, "code": true, "name": true, "kind": true, "region": true, "parent": true}

// factOf is what a span tells of the facts of its unit.
func factOf(s *model.Span) *model.UnitFact {
	return &model.UnitFact{UnitID: s.UnitID, UnitAttributes: model.UnitAttributes{
		Name: s.Name, RegionID: s.RegionID, ZoneID: s.ZoneID, Employees: s.Employees, FullMembers: s.FullMembers,
	}}
}

// toldUnits are the units of rows as their spans tell of them.
func (q *question) toldUnits(rows []cube.Row, spans []model.Span) []*model.Unit {
	units := make([]*model.Unit, len(rows))
	for i := range spans {
		s := &spans[i]
		units[i] = q.show(&model.Unit{ID: s.UnitID, CreditCode: q.data.CreditCode(rows[i]), UnitFact: *factOf(s)}, s)
	}
	return units
}
