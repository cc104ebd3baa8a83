package coverage

import (
	"slices"

	"fugai/internal/cube"
	"fugai/model"
)

// names says what the keys of a grouping stand for on its date.
type names struct {
	regions []*model.RegionNode
	zones   []model.ZoneID // 0, last, is the group without
	heads   []model.OrganisationID
}

// grouping translates the dimensions for a date.
func (t *table) grouping(on model.Date) (*cube.Grouping, *names, error) {
	g, n := &cube.Grouping{Dims: t.GroupBy}, &names{}
	if t.Where != nil {
		g.Domains = t.Where.Domains
	}
	for _, d := range t.GroupBy {
		switch d {
		case model.DimensionRegion:
			g.RegionGroups, n.regions = t.regionGroups(on)
		case model.DimensionZone:
			g.ZoneGroups, n.zones = t.zoneGroups(on)
			if g.ZonesByPlace = t.living; t.living {
				g.ZoneGroups = t.ownZones(on, g.ZoneGroups)
			}
		case model.DimensionSubordination:
			var asked []string
			if t.Where != nil {
				asked = t.Where.Superiors
			}
			s := t.data.Subordination.On(on).Children(t.organisations("where.superiors", asked))
			g.PlaceGroups, g.TerritoryGroups, n.heads = s.Places, s.Territories, s.Heads
		case model.DimensionGapAge:
			key := defaultGap
			if t.GapAgeOf != nil {
				key = *t.GapAgeOf
			}
			g.AgeOf = t.index("gapAgeOf", key)
		}
	}
	return g, n, t.faults.OrNil()
}

func (t *table) regionGroups(on model.Date) ([]int32, []*model.RegionNode) {
	tree, tops := t.tree(on), t.tops(on)
	if t.RegionLevel != nil {
		return tree.Level(*t.RegionLevel, tops)
	}
	return tree.Children(tops)
}

// tops are the asked regions, else the viewer's scope, else none.
func (t *table) tops(on model.Date) []*model.RegionNode {
	if t.Where != nil && t.Where.Regions != nil {
		return t.regionNodes("where.regions", t.Where.Regions, on)
	}
	if n := t.tree(on).Node(t.who.Region); n != nil && !t.who.Whole() {
		return []*model.RegionNode{n}
	}
	return nil
}

func (t *table) zoneGroups(on model.Date) ([]int32, []model.ZoneID) {
	groups := make([]int32, t.data.Zones.Size())
	for i := range groups {
		groups[i] = -1
	}
	var ids []model.ZoneID
	for _, z := range t.data.Zones.On(on) { // by code
		groups[z.ZoneID] = int32(len(ids))
		ids = append(ids, z.ZoneID)
	}
	for i, g := range groups {
		if g < 0 { // no zone, or one that does not exist on the date
			groups[i] = int32(len(ids))
		}
	}
	return groups, append(ids, 0)
}

// ownZones are the groups of zones by the place of their own organisations; of several zones of one the first by code.
func (t *table) ownZones(on model.Date, ofZone []int32) []int32 {
	none := ofZone[0]
	groups := make([]int32, 2*t.data.Subordination.Size())
	for i := range groups {
		groups[i] = none
	}
	for _, z := range t.data.Zones.On(on) {
		place := model.PlaceOf(z.OrganisationID, false)
		if z.OrganisationID != 0 && int(place) < len(groups) && groups[place] == none {
			groups[place] = ofZone[z.ZoneID]
		}
	}
	return groups
}

// keyOf names a group of the cube by ids.
func (t *table) keyOf(n *names, g *cube.Group, period int) (k key) {
	for i, d := range t.GroupBy {
		v := g.Keys[i]
		switch d {
		case model.DimensionPeriod:
			k[i] = int64(period)
		case model.DimensionRegion:
			k[i] = int64(n.regions[v].ID)
		case model.DimensionZone:
			k[i] = int64(n.zones[v])
		case model.DimensionSubordination:
			k[i] = int64(n.heads[v])
		case model.DimensionEstablishment:
			k[i] = int64(t.who.Establishment(model.Establishment(v)))
		default:
			k[i] = int64(v)
		}
	}
	return k
}

// withoutPeriod is the key of the same group whatever the period.
func (t *table) withoutPeriod(k key) key {
	if i := slices.Index(t.GroupBy, model.DimensionPeriod); i >= 0 {
		k[i] = 0
	}
	return k
}

// mostEmpty bounds the groups that includeEmpty may add.
const mostEmpty = 100_000

// fillEmpty adds every group that could have had a unit and had none, for each period by the trees of its day.
func (t *table) fillEmpty(c *counts) error {
	added := 0
	for period, day := range t.days {
		keys, err := t.possibleKeys(period, day, mostEmpty-added)
		if err != nil {
			return err
		}
		added += len(keys)
		for _, k := range keys {
			if c.groups[k] == nil {
				c.groups[k] = &group{key: k, day: day, period: period, tallies: make([]cube.Tally, len(t.asks))}
			}
		}
	}
	return nil
}

// possibleKeys are the keys of all groups that a period can have.
func (t *table) possibleKeys(period int, day model.Date, most int) ([]key, error) {
	keys := []key{{}}
	for i, d := range t.GroupBy {
		values, err := t.valuesOf(d, period, day)
		if err != nil {
			return nil, err
		}
		if len(keys)*len(values) > most {
			t.wrong("includeEmpty", "would make more than %d rows; group by fewer dimensions, or leave it out", mostEmpty)
			return nil, t.faults.OrNil()
		}
		next := make([]key, 0, len(keys)*len(values))
		for _, k := range keys {
			for _, v := range values {
				k[i] = v
				next = append(next, k)
			}
		}
		keys = next
	}
	return keys, nil
}

// valuesOf are all ids that a dimension can have in a period of this question.
func (t *table) valuesOf(d model.Dimension, period int, day model.Date) (values []int64, err error) {
	_, n, err := t.grouping(day)
	if err != nil {
		return nil, err
	}
	enum := func(size int) {
		for v := 1; v <= size; v++ {
			values = append(values, int64(v))
		}
	}
	switch d {
	case model.DimensionPeriod:
		values = []int64{int64(period)}
	case model.DimensionRegion:
		for _, r := range n.regions {
			values = append(values, int64(r.ID))
		}
	case model.DimensionZone:
		values = t.zonesInScope(n.zones)
	case model.DimensionSubordination:
		return t.headsInScope(n.heads)
	case model.DimensionIndustry:
		for c := 'A'; c <= 'T'; c++ {
			values = append(values, int64(c))
		}
		values = append(values, 0)
	case model.DimensionDomain:
		enum(len(model.AllDomain()))
		if t.Where != nil && t.Where.Domains != nil {
			values = values[:0]
			for _, w := range t.Where.Domains {
				values = append(values, int64(w))
			}
		}
	default:
		enum(sizes[d])
	}
	return values, nil
}

// sizes are the numbers of values of the enum dimensions.
var sizes = map[model.Dimension]int{
	model.DimensionControl: len(model.AllControl()), model.DimensionSize: len(model.AllSize()), model.DimensionKind: len(model.AllUnitKind()),
	model.DimensionEmployeeBand: len(model.AllEmployeeBand()), model.DimensionAboveScale: len(model.AllAboveScale()),
	model.DimensionPublicOrPrivate: len(model.AllPublicOrPrivate()), model.DimensionOperation: len(model.AllOperation()),
	model.DimensionEstablishment: len(model.AllEstablishment()), model.DimensionSetUp: len(model.AllSetUp()),
	model.DimensionWorkMeans: len(model.AllWorkMeans()), model.DimensionGapAge: len(model.AllGapAge()),
	model.DimensionOrganisationKind: len(model.AllOrganisationKind()), model.DimensionNature: len(model.AllOrganisationNature()),
	model.DimensionBasis: len(model.AllJointBasis()), model.DimensionRole: len(model.AllInstructorRole()),
}
