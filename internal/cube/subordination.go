package cube

import (
	"bytes"
	"slices"

	"fugai/model"
)

// Subordination is the organisation tree over time (隶属关系).
type Subordination struct {
	codes   *Texts   // by id, "" where there is no such organisation
	byCode  []uint32 // ids, by code
	periods []packedPeriod
	names   *Texts // of the periods, packed
	regions *Regions
	trees   kept[model.Date, *SubordinationTree]
}

// NewSubordination takes all current periods of organisations, by id in order of their dates and cut at the end of their lives, the names
// of the periods, and the codes by id, "" where there is no such organisation.
func NewSubordination(periods []OrganisationPeriod, names, codes *Texts, regions *Regions) *Subordination {
	names.trim()
	codes.trim()
	s := &Subordination{codes: codes, periods: make([]packedPeriod, len(periods)), names: names, regions: regions, byCode: make([]uint32, 0, codes.Len())}
	for i := range periods {
		s.periods[i] = periods[i].packed()
	}
	for id := range codes.Len() {
		if len(codes.At(id)) > 0 {
			s.byCode = append(s.byCode, uint32(id))
		}
	}
	slices.SortFunc(s.byCode, func(a, b uint32) int { return bytes.Compare(codes.At(int(a)), codes.At(int(b))) })
	return s
}

// Size is how long a column by organisation id must be.
func (s *Subordination) Size() int { return s.codes.Len() }

// Find is the id of a code; 0 where there is none.
func (s *Subordination) Find(code string) model.OrganisationID {
	i, ok := slices.BinarySearchFunc(s.byCode, []byte(code), func(id uint32, code []byte) int { return bytes.Compare(s.codes.At(int(id)), code) })
	if !ok {
		return 0
	}
	return model.OrganisationID(s.byCode[i])
}

// Code is the code of an organisation, "" where there is none.
func (s *Subordination) Code(id model.OrganisationID) string {
	return string(s.codeOf(id))
}

func (s *Subordination) codeOf(id model.OrganisationID) []byte {
	if id <= 0 || int(id) >= s.codes.Len() {
		return nil
	}
	return s.codes.At(int(id))
}

// CompareCodes orders organisations by code.
func (s *Subordination) CompareCodes(a, b model.OrganisationID) int {
	return bytes.Compare(s.codeOf(a), s.codeOf(b))
}

// keptTrees bounds the trees that are kept: those of the dates asked last.
const keptTrees = 8

// On is the tree of a date.
func (s *Subordination) On(d model.Date) *SubordinationTree {
	return s.trees.of(d, keptTrees, func() (*SubordinationTree, bool) { return s.plant(d), true })
}

// SubordinationTree is the organisation tree of one date.
type SubordinationTree struct {
	all     *Subordination
	parents []model.OrganisationID // by id; -1 where there is no such organisation on the date
	// territory holds, by region id, the territorial committee that answers for units without any other place; 0 none.
	territory []model.OrganisationID
}

func (s *Subordination) plant(d model.Date) *SubordinationTree {
	t := &SubordinationTree{all: s, parents: make([]model.OrganisationID, s.Size())}
	for i := range t.parents {
		t.parents[i] = -1
	}
	regionOf := make([]model.RegionID, s.Size())
	var committees []OrganisationPeriod
	for i := range s.periods {
		p := s.periods[i].open()
		if !p.On(d) {
			continue
		}
		t.parents[p.ID], regionOf[p.ID] = p.ParentID, p.RegionID
		if p.Kind == model.OrganisationKindCommittee || p.Territorial {
			committees = append(committees, p)
		}
	}
	t.territory = territories(s.regions.On(d), committees, regionOf)
	t.freeOrphans()
	t.breakCycles()
	return t
}

// freeOrphans lets organisations whose superior does not exist on the date stand at the top, so that no unit falls out of the tree.
func (t *SubordinationTree) freeOrphans() {
	for id, parent := range t.parents {
		if parent > 0 && !t.Lives(parent) {
			t.parents[id] = 0
		}
	}
}

// breakCycles lets organisations that are superior to themselves stand at the top, for the same reason.
func (t *SubordinationTree) breakCycles() {
	const unseen, done = 0, -1
	walk := make([]int32, len(t.parents)) // the number of the walk that came by
	for start := range t.parents {
		id, number := model.OrganisationID(start), int32(start)+1
		for t.Lives(id) && walk[id] == unseen {
			walk[id] = number
			id = t.parents[id]
		}
		for first := id; t.Lives(id) && walk[id] == number; { // this walk met itself
			next := t.parents[id]
			t.parents[id], walk[id] = 0, done
			if id = next; id == first {
				break
			}
		}
	}
}

// territories finds the territorial committee of each region: the one so recorded, else the one committee there whose superior
// lies in another region or that has none. A region without exactly one takes that of the region above, from townships up to
// counties only.
func territories(tree *RegionTree, committees []OrganisationPeriod, regionOf []model.RegionID) []model.OrganisationID {
	own := onlyOnes(tree, committees, func(p *OrganisationPeriod) bool {
		return p.Kind == model.OrganisationKindCommittee && (p.ParentID == 0 || regionOf[p.ParentID] != p.RegionID)
	})
	for id, recorded := range onlyOnes(tree, committees, func(p *OrganisationPeriod) bool { return p.Territorial }) {
		if recorded > 0 {
			own[id] = recorded
		}
	}
	out := make([]model.OrganisationID, len(tree.ByID))
	for id, n := range tree.ByID {
		for ; n != nil && n.Level >= model.RegionLevelCounty && out[id] == 0; n = n.Up {
			if n.Level <= model.RegionLevelTownship { // a village's committee answers for no territory
				out[id] = max(0, own[n.ID])
			}
		}
	}
	return out
}

// onlyOnes finds, by region, the one organisation there that fits; -1 where several do, 0 where none does.
func onlyOnes(tree *RegionTree, list []OrganisationPeriod, fits func(*OrganisationPeriod) bool) []model.OrganisationID {
	own := make([]model.OrganisationID, len(tree.ByID))
	for i := range list {
		p := &list[i]
		switch {
		case tree.Node(p.RegionID) == nil || !fits(p):
		case own[p.RegionID] != 0:
			own[p.RegionID] = -1
		default:
			own[p.RegionID] = p.ID
		}
	}
	return own
}

// Lives tells whether the organisation exists on the date.
func (t *SubordinationTree) Lives(id model.OrganisationID) bool {
	return id > 0 && int(id) < len(t.parents) && t.parents[id] >= 0
}

// Parent is the superior; 0 at the top.
func (t *SubordinationTree) Parent(id model.OrganisationID) model.OrganisationID {
	if !t.Lives(id) {
		return 0
	}
	return max(0, t.parents[id])
}

// At is the organisation under which a unit stands, by its place and region; 0 where there is none.
func (t *SubordinationTree) At(p model.Place, region model.RegionID) model.OrganisationID {
	id, superior := p.Organisation()
	switch {
	case p == 0 && int(region) < len(t.territory):
		return t.territory[region]
	case superior:
		id = t.Parent(id)
	}
	if !t.Lives(id) {
		return 0
	}
	return id
}

// SubordinationGroups puts places into groups: by place, and by region for the place that stands for the territory.
type SubordinationGroups struct {
	Places      []int32
	Territories []int32
	// Heads are the organisations that name the groups, by code; 0, last, is the group without a place in the tree.
	Heads []model.OrganisationID
}

// Children groups by the direct subordinates of the tops; a top itself is a group of its own. 0 among the tops stands for units
// without a place. Without tops the organisations without a superior are the groups, and units without a place form the last one.
func (t *SubordinationTree) Children(tops []model.OrganisationID) *SubordinationGroups {
	top := map[model.OrganisationID]bool{}
	for _, id := range tops {
		top[id] = true
	}
	return t.groups(t.heads(func(id, parent model.OrganisationID) bool {
		return top[id] || parent != 0 && top[parent] || len(tops) == 0 && parent == 0
	}), len(tops) == 0 || top[0])
}

// Within tells, by place and by region, what is subordinate to the tops or is one of them; 0 among the tops stands for units
// without a place.
func (t *SubordinationTree) Within(tops []model.OrganisationID) (places, territories []bool) {
	return t.sets(t.heads(func(id, _ model.OrganisationID) bool { return slices.Contains(tops, id) }), slices.Contains(tops, 0))
}

// Directly tells, by place and by region, what stands under one of the tops itself, not under an organisation subordinate to it;
// 0 among the tops stands for units without a place.
func (t *SubordinationTree) Directly(tops []model.OrganisationID) (places, territories []bool) {
	heads := make([]model.OrganisationID, len(t.parents))
	for _, id := range tops {
		if t.Lives(id) {
			heads[id] = id
		}
	}
	return t.sets(heads, slices.Contains(tops, 0))
}

// sets tells of every place and region whether it is in any group.
func (t *SubordinationTree) sets(heads []model.OrganisationID, withNone bool) (places, territories []bool) {
	g := t.groups(heads, withNone)
	set := func(groups []int32) []bool {
		out := make([]bool, len(groups))
		for i, group := range groups {
			out[i] = group >= 0
		}
		return out
	}
	return set(g.Places), set(g.Territories)
}

// heads gives, by organisation, the nearest one upward (itself included) that is a head; 0 where there is none. Cycles end.
func (t *SubordinationTree) heads(is func(id, parent model.OrganisationID) bool) []model.OrganisationID {
	const unknown, visiting = -1, -2
	heads := make([]model.OrganisationID, len(t.parents))
	for i := range heads {
		heads[i] = unknown
	}
	var path []model.OrganisationID
	for start := range heads {
		id, found := model.OrganisationID(start), model.OrganisationID(0)
		path = path[:0]
		for ; t.Lives(id); id = t.parents[id] {
			if heads[id] != unknown {
				found = max(0, heads[id])
				break
			}
			heads[id] = visiting
			path = append(path, id)
			if is(id, max(0, t.parents[id])) {
				found = id
				break
			}
		}
		for _, on := range path {
			heads[on] = found
		}
		if heads[start] < 0 {
			heads[start] = 0
		}
	}
	return heads
}

func (t *SubordinationTree) groups(heads []model.OrganisationID, withNone bool) *SubordinationGroups {
	g := &SubordinationGroups{}
	number := map[model.OrganisationID]int32{}
	for _, h := range heads {
		if _, known := number[h]; h != 0 && !known {
			number[h] = 0
			g.Heads = append(g.Heads, h)
		}
	}
	slices.SortFunc(g.Heads, func(a, b model.OrganisationID) int { return t.all.CompareCodes(a, b) })
	for i, h := range g.Heads {
		number[h] = int32(i)
	}
	number[0] = -1
	if withNone {
		number[0] = int32(len(g.Heads))
		g.Heads = append(g.Heads, 0)
	}
	of := func(id model.OrganisationID) int32 {
		if id == 0 {
			return number[0]
		}
		if heads[id] == 0 {
			return -1
		}
		return number[heads[id]]
	}
	g.Territories = make([]int32, len(t.territory))
	for region, id := range t.territory {
		g.Territories[region] = of(id)
	}
	g.Places = make([]int32, 2*len(t.parents))
	for i := 2; i < len(g.Places); i++ {
		g.Places[i] = of(t.At(model.Place(i), 0))
	}
	return g
}
