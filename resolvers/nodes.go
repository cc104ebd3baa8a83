package resolvers

import (
	"context"
	"fmt"

	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

// longestNodes is how many objects one question may name by id.
const longestNodes = coverage.LongestPage

// nodeReader reads objects of one kind by number, as of a date, those that the viewer sees.
type nodeReader func(ctx context.Context, numbers []int64, on model.Date) (map[int64]graph.Node, error)

// nodesBy makes a reader of nodes of a batch over typed ids, and notes what it reads as a list.
func nodesBy[ID ~int64, T any, P interface {
	*T
	graph.Node
}](read func(context.Context, []ID, model.Date) (map[ID]*T, error), meet func(*loaders, []*T)) nodeReader {
	return func(ctx context.Context, numbers []int64, on model.Date) (map[int64]graph.Node, error) {
		ids := make([]ID, len(numbers))
		for i, n := range numbers {
			ids[i] = ID(n)
		}
		found, err := read(ctx, ids, on)
		out := make(map[int64]graph.Node, len(found))
		list := make([]*T, 0, len(found))
		for id, object := range found {
			out[int64(id)] = P(object)
			list = append(list, object)
		}
		if meet != nil {
			meet(loadersOf(ctx), list)
		}
		return out, err
	}
}

func (r *Resolver) nodeReaders() map[string]nodeReader {
	c := r.coverage
	return map[string]nodeReader{
		"Unit":             nodesBy(c.UnitsAt, (*loaders).meetUnits),
		"Organisation":     nodesBy(c.OrganisationsInScope, (*loaders).meetOrganisations),
		"Cover":            nodesBy(c.CoversByID, (*loaders).meetCovers),
		"Instructor":       nodesBy(c.InstructorsAt, (*loaders).meetInstructors),
		"MassOrganisation": nodesBy(c.MassOrganisationsAt, nil),
		"Region":           nodesBy(c.RegionsInScope, (*loaders).meetRegions),
		"Zone":             nodesBy(c.ZonesInScope, (*loaders).meetZones),
		"Candidate":        nodesBy(c.CandidatesAt, (*loaders).meetCandidates),
		"Import":           nodesBy(c.ImportsByID, nil),
		"ReviewRound":      nodesBy(c.ReviewRoundsByID, (*loaders).meetReviewRounds),
		"ReviewItem":       nodesBy(c.ReviewItemsByID, (*loaders).meetReviewItems),
	}
}

// nodes are the objects with global ids, in their order; nil where there is none. Those of one kind are read at once.
func (r *Resolver) nodes(ctx context.Context, path string, ids []string, asOf *model.Date) ([]graph.Node, error) {
	day := r.coverage.Today()
	if asOf != nil {
		day = *asOf
	}
	kinds, numbers := make([]string, len(ids)), map[string][]int64{}
	readers := r.nodeReaders()
	var faults model.Errors
	for i, id := range ids {
		kind, number, err := model.ParseID(id)
		if err != nil || readers[kind] == nil {
			faults = append(faults, model.Invalid(fmt.Sprintf("%s[%d]", path, i), "%q is no id; take ids from the field id of an object", id))
			continue
		}
		kinds[i] = kind
		numbers[kind] = append(numbers[kind], number)
	}
	if err := faults.OrNil(); err != nil {
		return nil, err
	}
	out := make([]graph.Node, len(ids))
	for kind, list := range numbers {
		found, err := readers[kind](ctx, list, day)
		if err != nil {
			return nil, err
		}
		next := 0
		for i := range ids {
			if kinds[i] == kind {
				out[i] = found[list[next]]
				next++
			}
		}
	}
	return out, nil
}
