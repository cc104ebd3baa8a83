package resolvers

import (
	"context"

	"fugai/model"
)

// meetProposals notes what the proposals of a page name.
func (l *loaders) meetProposals(list []*model.Proposal) {
	var units []at[model.UnitID]
	for _, p := range list {
		for _, id := range p.UnitIDs {
			units = append(units, at[model.UnitID]{id, p.AsOf})
		}
	}
	l.unitsMet.meet(units)
	l.orgsMet.meet(unique(list, func(p *model.Proposal) (at[model.OrganisationID], bool) { return dated(p.HostID, p.AsOf) }))
	l.peopleMet.meet(unique(list, func(p *model.Proposal) (at[model.InstructorID], bool) { return dated(p.InstructorID, p.AsOf) }))
}

func (l *loaders) meetOpenGaps(list []*model.OpenGap) {
	l.unitsMet.meet(unique(list, func(o *model.OpenGap) (at[model.UnitID], bool) { return dated(o.UnitID, o.AsOf) }))
}

// proposalUnits are the units of a proposal, in its order.
func proposalUnits(ctx context.Context, p *model.Proposal) ([]*model.Unit, error) {
	out := make([]*model.Unit, len(p.UnitIDs))
	for i, id := range p.UnitIDs {
		u, err := loadersOf(ctx).units.load(ctx, at[model.UnitID]{id, p.AsOf})
		if err != nil {
			return nil, err
		}
		out[i] = u
	}
	return out, nil
}
