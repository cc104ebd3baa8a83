package coverage

import (
	"cmp"
	"context"

	"fugai/model"
)

// ChildrenOf are the pages of the directly subordinate organisations of each of several, by code: those that live on the date
// and lie in the viewer's scope.
func (s *Service) ChildrenOf(
	ctx context.Context, ids []model.OrganisationID, page model.Page, asOf model.Date,
) (map[model.OrganisationID]*model.OrganisationConnection, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	asked := openPage[listed](q, page, "children")
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	x, err := q.organisationIndex()
	if err != nil {
		return nil, err
	}
	children := x.children(q, ids)
	pages := make(map[model.OrganisationID]*model.OrganisationConnection, len(ids))
	var all []listed
	for _, id := range ids {
		part, at, before, more := asked.cut(children[id], byListedCode)
		pages[id] = connect(q, make([]*model.Organisation, len(part)), len(children[id]), more, before, at)
		all = append(all, part...)
	}
	nodes, err := q.listedOrganisations(all)
	for _, id := range ids {
		for _, e := range pages[id].Edges {
			e.Node, nodes = nodes[0], nodes[1:]
		}
	}
	return pages, err
}

func byListedCode(a, b listed) int { return cmp.Compare(a.Code, b.Code) }

// children are the living children in the viewer's scope, by code.
func (x *organisationIndex) children(q *question, ids []model.OrganisationID) map[model.OrganisationID][]listed {
	seen := q.scope(q.asOf)
	out := make(map[model.OrganisationID][]listed, len(ids))
	for _, id := range ids {
		out[id] = nil
	}
	for i := range x.rows {
		o := &x.rows[i]
		row := o.on(q.asOf)
		if row == nil || row.ParentID == 0 {
			continue
		}
		if list, asked := out[row.ParentID]; asked && seen.sees(row.RegionID) && !o.ended(q.asOf) {
			out[row.ParentID] = append(list, listed{Code: o.code, Name: row.Name, ID: row.ID})
		}
	}
	return out
}
