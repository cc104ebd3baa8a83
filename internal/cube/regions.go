package cube

import (
	"cmp"
	"slices"
	"sort"
	"sync"

	"fugai/model"
)

// Regions is the division tree over time. Trees are made once per period in which nothing changes.
type Regions struct {
	facts  []model.RegionFact
	starts []model.Date // first days of the periods, ascending
	mu     sync.Mutex
	trees  map[int]*RegionTree
}

// NewRegions takes all current facts of regions.
func NewRegions(facts []model.RegionFact) *Regions {
	r := &Regions{facts: facts, starts: []model.Date{0}, trees: map[int]*RegionTree{}}
	for i := range facts {
		r.starts = append(r.starts, facts[i].ValidFrom, facts[i].ValidTo)
	}
	slices.Sort(r.starts)
	r.starts = slices.Compact(r.starts)
	return r
}

// On is the tree of a date.
func (r *Regions) On(d model.Date) *RegionTree {
	period := sort.Search(len(r.starts), func(i int) bool { return r.starts[i] > d })
	r.mu.Lock()
	defer r.mu.Unlock()
	tree := r.trees[period]
	if tree == nil {
		tree = newRegionTree(r.facts, d)
		r.trees[period] = tree
	}
	return tree
}

// RegionTree is the division tree of one period.
type RegionTree struct {
	// ByID holds the nodes by id; nil where there is none.
	ByID   []*model.RegionNode
	byCode map[model.RegionCode]*model.RegionNode
	// Roots are the nodes without a parent, by code.
	Roots []*model.RegionNode
	ranks []int32
}

func newRegionTree(facts []model.RegionFact, d model.Date) *RegionTree {
	t := &RegionTree{byCode: map[model.RegionCode]*model.RegionNode{}}
	var nodes []*model.RegionNode
	parents := map[*model.RegionNode]model.RegionID{}
	for i := range facts {
		f := &facts[i]
		if !f.On(d) {
			continue
		}
		n := &model.RegionNode{ID: f.RegionID, Code: f.Code, Name: f.Name, Level: f.Level}
		nodes, parents[n] = append(nodes, n), f.ParentID
		if int(f.RegionID) >= len(t.ByID) {
			t.ByID = append(t.ByID, make([]*model.RegionNode, int(f.RegionID)+1-len(t.ByID))...)
		}
		t.ByID[f.RegionID], t.byCode[f.Code] = n, n
	}
	slices.SortFunc(nodes, func(a, b *model.RegionNode) int { return cmp.Compare(a.Code, b.Code) })
	t.ranks = make([]int32, len(t.ByID))
	for rank, n := range nodes {
		t.ranks[n.ID] = int32(rank)
		if n.Up = t.Node(parents[n]); n.Up == nil {
			t.Roots = append(t.Roots, n)
		} else {
			n.Up.Below = append(n.Up.Below, n)
		}
	}
	return t
}

// Node is the node of an id, or nil.
func (t *RegionTree) Node(id model.RegionID) *model.RegionNode {
	if id < 0 || int(id) >= len(t.ByID) {
		return nil
	}
	return t.ByID[id]
}

// Find is the node of a code, or nil.
func (t *RegionTree) Find(code model.RegionCode) *model.RegionNode { return t.byCode[code] }

// Ranks are the places of the ids in the order of their codes.
func (t *RegionTree) Ranks() []int32 { return t.ranks }

// Within is the set of ids in the subtrees of some nodes.
func (t *RegionTree) Within(tops []*model.RegionNode) []bool {
	set := make([]bool, len(t.ByID))
	var mark func(n *model.RegionNode)
	mark = func(n *model.RegionNode) {
		if set[n.ID] {
			return
		}
		set[n.ID] = true
		for _, child := range n.Below {
			mark(child)
		}
	}
	for _, n := range tops {
		mark(n)
	}
	return set
}

// Directly is the set of ids of some nodes themselves, without what lies below.
func (t *RegionTree) Directly(nodes []*model.RegionNode) []bool {
	set := make([]bool, len(t.ByID))
	for _, n := range nodes {
		set[n.ID] = true
	}
	return set
}

// Level groups ids by their ancestor of a level, but never by one above the tops, whose other units were not asked for; ids
// outside the tops are in no group. Nodes above the level are groups of their own. nodes are the groups by code.
func (t *RegionTree) Level(level model.RegionLevel, tops []*model.RegionNode) (groups []int32, nodes []*model.RegionNode) {
	var inside []bool
	if len(tops) > 0 {
		inside = t.Within(tops)
	}
	return t.group(func(n *model.RegionNode) *model.RegionNode {
		if inside != nil && !inside[n.ID] {
			return nil
		}
		for n.Level > level && n.Up != nil && !slices.Contains(tops, n) {
			n = n.Up
		}
		return n
	})
}

// Children groups ids by the child of one of the tops that they lie in; a top itself is a group of its own, ids outside are
// in none. Without tops the roots are the groups.
func (t *RegionTree) Children(tops []*model.RegionNode) (groups []int32, nodes []*model.RegionNode) {
	top := map[*model.RegionNode]bool{}
	for _, n := range tops {
		top[n] = true
	}
	return t.group(func(n *model.RegionNode) *model.RegionNode {
		if top[n] {
			return n
		}
		for n.Up != nil && !top[n.Up] {
			n = n.Up
		}
		if n.Up == nil && len(tops) > 0 {
			return nil
		}
		return n
	})
}

// group numbers the groups that of puts the nodes into, by code.
func (t *RegionTree) group(of func(*model.RegionNode) *model.RegionNode) (groups []int32, nodes []*model.RegionNode) {
	groups = make([]int32, len(t.ByID))
	seen := map[*model.RegionNode]int32{}
	for id, n := range t.ByID {
		groups[id] = -1
		if n == nil {
			continue
		}
		if g := of(n); g != nil {
			if _, known := seen[g]; !known {
				seen[g] = 0
				nodes = append(nodes, g)
			}
		}
	}
	slices.SortFunc(nodes, func(a, b *model.RegionNode) int { return cmp.Compare(a.Code, b.Code) })
	for i, n := range nodes {
		seen[n] = int32(i)
	}
	for id, n := range t.ByID {
		if n != nil {
			if g := of(n); g != nil {
				groups[id] = seen[g]
			}
		}
	}
	return groups, nodes
}
