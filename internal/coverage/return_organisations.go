package coverage

import (
	"maps"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/model"
)

// countOrganisations counts, for each cell of the rows own and joint, the organisations that cover its units as the row says,
// each once a cell.
func (r *returns) countOrganisations() error {
	filter := *r.base
	class := filter.Class
	filter.Class = func(c *model.SpanClass) bool {
		return c.Operation == model.OperationOperating && c.Establishment <= model.EstablishmentJoint && (class == nil || class(c))
	}
	rows, _ := r.data.Pick(r.asOf, &filter, nil, nil, 0, everything)
	sets := map[model.ReturnCell]map[model.OrganisationID]bool{}
	for chunk := range slices.Chunk(rows, exportChunk) {
		if err := r.addOrganisations(chunk, sets); err != nil {
			return err
		}
	}
	for _, t := range r.out.Tables {
		for _, row := range t.Rows[:model.EstablishmentJoint] { // own and joint stand first
			for _, c := range row.Cells {
				n := len(sets[model.ReturnCell{Table: c.Table, Row: c.Row, Column: c.Column}])
				c.Organisations = &n
			}
		}
	}
	return nil
}

func (r *returns) addOrganisations(chunk []cube.Row, sets map[model.ReturnCell]map[model.OrganisationID]bool) error {
	classes := map[model.UnitID]*model.SpanClass{}
	var ids []model.UnitID
	for _, row := range chunk {
		span := r.data.Span(row)
		classes[span.UnitID] = &span.Class
		ids = append(ids, span.UnitID)
	}
	found, err := r.coversOf(ids)
	if err != nil {
		return err
	}
	covers := r.withHolders(slices.Concat(slices.Collect(maps.Values(found))...))
	for i := range covers {
		if c := classes[covers[i].UnitID]; r.standsFor(&covers[i], c.Establishment) {
			add(sets, c, covers[i].OrganisationID)
		}
	}
	return nil
}

func add(sets map[model.ReturnCell]map[model.OrganisationID]bool, c *model.SpanClass, id model.OrganisationID) {
	table := findTable(tableOf(c))
	for _, column := range []string{total, table.column(c)} {
		cell := model.ReturnCell{Table: table.key, Row: c.Establishment.String(), Column: column}
		if sets[cell] == nil {
			sets[cell] = map[model.OrganisationID]bool{}
		}
		sets[cell][id] = true
	}
}

// standsFor tells whether a cover is one that puts its unit into a row own or joint, of the kind that the row names.
func (r *returns) standsFor(c *indicator.CoverHistory, row model.Establishment) bool {
	if c.Kind != model.CoverKindOrganisation || !c.InForce(r.asOf) {
		return false
	}
	p, o, setUp := r.rules.Policy(), c.OrganisationOn(r.asOf), c.SetUpOn(r.asOf)
	if o != nil && !slices.Contains(p.Natures.On(r.asOf), max(o.Nature, model.OrganisationNatureRegular)) {
		return false
	}
	if row == model.EstablishmentJoint {
		return setUp == model.SetUpJoint
	}
	own := setUp == model.SetUpStandalone || setUp == model.SetUpAffiliated && p.ReturnAffiliated.On(r.asOf) == indicator.Own ||
		setUp == model.SetUpCombined && p.ReturnCombined.On(r.asOf) == indicator.Own
	return own && ownRow(o) == row
}

// ownRow is the row of an organisation's kind; a working committee stands with the committees, a kind that is not reported is
// the lowest.
func ownRow(o *model.OrganisationFact) model.Establishment {
	switch {
	case o == nil:
		return model.EstablishmentOwnBranch
	case o.Kind == model.OrganisationKindCommittee, o.Kind == model.OrganisationKindWorkingCommittee:
		return model.EstablishmentOwnCommittee
	case o.Kind == model.OrganisationKindGeneralBranch:
		return model.EstablishmentOwnGeneralBranch
	}
	return model.EstablishmentOwnBranch
}
