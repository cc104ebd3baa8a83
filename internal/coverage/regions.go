package coverage

import (
	"cmp"
	"context"
	"slices"

	"fugai/model"
)

// Region is one region; nil where there is none on the date, or it lies outside the scope.
func (s *Service) Region(ctx context.Context, code model.RegionCode, asOf *model.Date) (*model.Region, error) {
	q, err := s.ask(ctx, asOf, nil)
	if err != nil {
		return nil, err
	}
	n := q.tree(q.asOf).Find(code)
	if n == nil || !q.scope(q.asOf).sees(n.ID) {
		return nil, nil
	}
	return n.On(q.asOf), nil
}

// RegionsInScope are regions by id as of a date, those in the viewer's scope.
func (s *Service) RegionsInScope(ctx context.Context, ids []model.RegionID, asOf model.Date) (map[model.RegionID]*model.Region, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	seen := q.scope(asOf)
	out := make(map[model.RegionID]*model.Region, len(ids))
	for _, id := range ids {
		if n := q.tree(asOf).Node(id); n != nil && seen.sees(id) {
			out[id] = n.On(asOf)
		}
	}
	return out, nil
}

// RegionAt is the region of something that the viewer sees; nil where there is none on the date.
func (s *Service) RegionAt(ctx context.Context, id model.RegionID, asOf model.Date) (*model.Region, error) {
	q, err := s.ask(ctx, &asOf, nil)
	if err != nil {
		return nil, err
	}
	return q.tree(asOf).Node(id).On(asOf), nil
}

// RegionsQuery is a question for a list of regions: the top of the scope, or a level, or the children of one.
type RegionsQuery struct {
	Level  *model.RegionLevel
	Parent *model.RegionCode
	AsOf   *model.Date
}

// Regions lists regions in the viewer's scope by code.
func (s *Service) Regions(ctx context.Context, query RegionsQuery) ([]*model.Region, error) {
	q, err := s.ask(ctx, query.AsOf, nil)
	if err != nil {
		return nil, err
	}
	nodes := q.tops()
	if query.Parent != nil {
		nodes = q.regionNodes("parent", []model.RegionCode{*query.Parent}, q.asOf)
	}
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	switch {
	case query.Level != nil:
		nodes = ofLevel(nodes, *query.Level)
	case query.Parent != nil:
		nodes = nodes[0].Below
	}
	return regionsOn(nodes, q.asOf), nil
}

// tops are the top of the viewer's scope, else the roots of the tree.
func (q *question) tops() []*model.RegionNode {
	tree := q.tree(q.asOf)
	if q.who.Whole() {
		return tree.Roots
	}
	if n := tree.Node(q.who.Region); n != nil {
		return []*model.RegionNode{n}
	}
	return nil
}

// ofLevel are the nodes of a level in some subtrees, by code.
func ofLevel(tops []*model.RegionNode, level model.RegionLevel) (out []*model.RegionNode) {
	for _, n := range tops {
		if n.Level == level {
			out = append(out, n)
		} else if n.Level < level {
			out = append(out, ofLevel(n.Below, level)...)
		}
	}
	slices.SortFunc(out, func(a, b *model.RegionNode) int { return cmp.Compare(a.Code, b.Code) })
	return out
}

func regionsOn(nodes []*model.RegionNode, on model.Date) []*model.Region {
	out := make([]*model.Region, len(nodes))
	for i, n := range nodes {
		out[i] = n.On(on)
	}
	return out
}

// RegionChildren are the children of a region that lie in the viewer's scope, or on the way to it, by code.
func (s *Service) RegionChildren(ctx context.Context, r *model.Region) ([]*model.Region, error) {
	q, err := s.ask(ctx, &r.AsOf, nil)
	if err != nil {
		return nil, err
	}
	top, seen := q.tree(r.AsOf).Node(q.who.Region), q.scope(r.AsOf)
	var out []*model.Region
	for _, n := range r.Below {
		if seen.sees(n.ID) || top != nil && top.Within(n) {
			out = append(out, n.On(r.AsOf))
		}
	}
	return out, nil
}
