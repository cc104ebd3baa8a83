package export

import (
	"context"

	"fugai/model"
)

// subjectFilter reads the conditions on subjects: every field of the schema's SubjectFilter under its own name, those inside a field
// behind a dot.
func (p *params) subjectFilter() *model.SubjectFilter {
	return &model.SubjectFilter{
		Regions:           list(p, "regions", model.ParseRegionCode),
		Superiors:         list(p, "superiors", parseText),
		Zones:             list(p, "zones", parseText),
		Domains:           list(p, "domains", model.ParseDomain),
		Controls:          list(p, "controls", model.ParseControl),
		Industries:        list(p, "industries", parseText),
		UnitKinds:         list(p, "unitKinds", model.ParseUnitKind),
		OrganisationKinds: list(p, "organisationKinds", model.ParseOrganisationKind),
		Natures:           list(p, "natures", model.ParseOrganisationNature),
		SetUps:            list(p, "setUps", model.ParseSetUp),
		Bases:             list(p, "bases", model.ParseJointBasis),
		Roles:             list(p, "roles", model.ParseInstructorRole),
		Live:              single(p, "live", parseBool),
		Codes:             list(p, "codes", parseText),
		Name:              p.text("name"),
		Results:           p.results(),
	}
}

// quality answers the table of quality in the shapes of coverage. Where no rule is named it holds all of the subject.
func (h *handler) quality(ctx context.Context, p *params) (*sheet, error) {
	subject := single(p, "subject", model.ParseSubject)
	query := p.tableShape()
	query.Of, query.GapAgeOf = p.subjectFilter(), single(p, "gapAgeOf", parseKey)
	query.Asks = p.asks(func() []model.IndicatorKey { return h.rulesOn(ctx, subject) })
	if subject == nil {
		if !p.values.Has("subject") { // else the fault is told already
			p.wrong("subject", "is missing; name what the shares are shares of: UNIT, ORGANISATION or INSTRUCTOR")
		}
		orElse(p, "shape", parseText, "") // so that it is known
		return nil, nil                   // the fault is told with the others
	}
	query.Subject = *subject
	s := &sheet{name: "quality-" + subject.String(), title: "质量_" + subject.Title()}
	return h.table(ctx, p, query, s, rowColumn{unitsColumn.name, subject.Title() + "数", unitsColumn.cell})
}

// rulesOn are the rules of the look-back on a subject.
func (h *handler) rulesOn(ctx context.Context, subject *model.Subject) (keys []model.IndicatorKey) {
	rules, err := h.service.Indicators(ctx, true, subject)
	if err != nil {
		return nil // the table tells the same fault
	}
	for _, r := range rules {
		keys = append(keys, r.Key)
	}
	return keys
}
