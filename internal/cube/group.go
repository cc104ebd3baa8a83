package cube

import (
	"math/bits"
	"slices"

	"fugai/model"
)

// Grouping says into which groups spans fall. A group is named by one key per dimension of Dims, in that order.
type Grouping struct {
	Dims []model.Dimension
	// RegionGroups, ZoneGroups and PlaceGroups give the key of an id; a negative key, or an id beyond the end, leaves the span
	// out. They are needed where Dims holds REGION, ZONE or SUBORDINATION. Keys count from 0.
	RegionGroups, ZoneGroups, PlaceGroups []int32
	// ZonesByPlace makes ZoneGroups give the key of a place, for organisations that are the own ones of zones.
	ZonesByPlace bool
	// TerritoryGroups give the key, by region, of units that have no other place than their territory.
	TerritoryGroups []int32
	// AgeOf is the indicator whose gaps GAP_AGE groups.
	AgeOf int
	// Domains restricts the rows of the dimension DOMAIN; nil asks for all.
	Domains []model.Domain
}

// Ask is a share to be counted: an indicator and a weight.
type Ask struct {
	Indicator int
	Weight    model.Weight
}

// Tally counts a share: the weight by result, and how many units had no weight.
type Tally struct {
	By      [model.ResultExempt + 1]int64
	Missing int64
}

// Group is what is counted for one group on one date.
type Group struct {
	// Date is the index of the date asked for.
	Date int
	// Keys name the group: enum values as numbers, industries as letters (0 not reported), regions, zones and places by the
	// keys of the grouping.
	Keys []int32
	// Units is the number of units, whatever their result.
	Units int64
	// Tallies stand in the order of the asks.
	Tallies []Tally
}

// classKey is the value of a class dimension.
func classKey(d model.Dimension, c *model.SpanClass) int32 {
	switch d {
	case model.DimensionDomain:
		return int32(c.Domain)
	case model.DimensionControl:
		return int32(c.Control)
	case model.DimensionIndustry:
		return int32(c.Industry)
	case model.DimensionSize:
		return int32(c.Size)
	case model.DimensionKind:
		return int32(c.Kind)
	case model.DimensionEmployeeBand:
		return int32(c.EmployeeBand)
	case model.DimensionAboveScale:
		return int32(c.AboveScale)
	case model.DimensionPublicOrPrivate:
		return int32(c.PublicOrPrivate)
	case model.DimensionOperation:
		return int32(c.Operation)
	case model.DimensionEstablishment:
		return int32(c.Establishment)
	case model.DimensionSetUp:
		return int32(c.SetUp)
	case model.DimensionWorkMeans:
		return int32(c.WorkMeans)
	case model.DimensionOrganisationKind:
		return int32(c.OrganisationKind)
	case model.DimensionNature:
		return int32(c.Nature)
	case model.DimensionBasis:
		return int32(c.Basis)
	case model.DimensionRole:
		return int32(c.Role)
	}
	return -1
}

// isRowDimension tells the dimensions that a row, not its class, decides.
func isRowDimension(d model.Dimension) bool {
	switch d {
	case model.DimensionRegion, model.DimensionZone, model.DimensionSubordination, model.DimensionGapAge:
		return true
	}
	return false
}

// classKeys are the values of the class dimensions of a question, in its order: every class dimension fits.
type classKeys [16]int8

// cell is what classes share in one question: the keys of the grouping's class dimensions and the asked results.
type cell struct {
	keys    classKeys
	also    model.Domain
	results model.Results
}

// cells maps each class to its cell; noCell leaves a class out.
type cells struct {
	ofClass []uint32
	list    []cell
}

const noCell = 1<<32 - 1

// cells joins classes that no row or number of the question tells apart: a few dozen are left of tens of thousands, and the scan
// only has to count by them.
func (m *matcher) cells(g *Grouping, asks []Ask) *cells {
	key := cellsKey{results: resultMask(asks)}
	n := 0
	for _, d := range g.Dims {
		if !isRowDimension(d) && d != model.DimensionPeriod {
			key.dims[n] = d
			n++
		}
	}
	all := m.cube.cells.of(key, mostKept, func() (*cells, bool) {
		found := m.cube.cellsOf(key.dims[:n], key.results)
		return found, len(found.list) <= mostCells
	})
	if m.classes == nil {
		return all
	}
	return all.narrowed(m.classes)
}

// narrowed are the cells of some of the classes.
func (c *cells) narrowed(classes []bool) *cells {
	out := &cells{ofClass: make([]uint32, len(c.ofClass))}
	numbers := make([]uint32, len(c.list)) // counted from 1
	for i, cell := range c.ofClass {
		if !classes[i] {
			out.ofClass[i] = noCell
			continue
		}
		if numbers[cell] == 0 {
			out.list = append(out.list, c.list[cell])
			numbers[cell] = uint32(len(out.list))
		}
		out.ofClass[i] = numbers[cell] - 1
	}
	return out
}

// cellsKey is what cells depend on: the class dimensions in order, and the asked results.
type cellsKey struct {
	dims    [len(classKeys{})]model.Dimension
	results model.Results
}

// Cells of all classes are kept for so many questions, because to find them takes as long as to scan a city, and not where a question has too
// many; they take 4 bytes a class.
const (
	mostKept  = 16
	mostCells = 1 << 12
)

func (c *Cube) cellsOf(dims []model.Dimension, results model.Results) *cells {
	out := &cells{ofClass: make([]uint32, len(c.Classes))}
	byDomain := slices.Contains(dims, model.DimensionDomain)
	seen := newCellIndex(out)
	for i := range c.Classes {
		class := &c.Classes[i]
		one := cell{results: class.Results & results}
		for k, d := range dims {
			one.keys[k] = int8(classKey(d, class))
		}
		if byDomain {
			one.also = class.AlsoDomain
		}
		out.ofClass[i] = seen.of(&one)
	}
	return out
}

func resultMask(asks []Ask) (mask model.Results) {
	for _, a := range asks {
		mask |= 7 << (3 * a.Indicator)
	}
	return mask
}

// cellIndex is a small open hash table, because a map costs more than the scan of a county.
type cellIndex struct {
	cells *cells
	slots []uint32
}

func newCellIndex(c *cells) *cellIndex {
	return &cellIndex{cells: c, slots: make([]uint32, 256)}
}

func (x *cellIndex) of(one *cell) uint32 {
	h := uint64(one.results)*0x9E3779B97F4A7C15 ^ uint64(one.also)*0xC2B2AE3D27D4EB4F
	for i, k := range one.keys {
		h ^= bits.RotateLeft64((uint64(uint8(k))+1)*0xFF51AFD7ED558CCD, 7*i+3)
	}
	h ^= h >> 32
	for i := h; ; i++ {
		slot := i & uint64(len(x.slots)-1)
		n := x.slots[slot]
		if n == 0 {
			return x.add(one, slot)
		}
		if x.cells.list[n-1] == *one {
			return n - 1
		}
	}
}

func (x *cellIndex) add(one *cell, slot uint64) uint32 {
	n := uint32(len(x.cells.list))
	x.cells.list = append(x.cells.list, *one)
	x.slots[slot] = n + 1
	if 2*len(x.cells.list) > len(x.slots) {
		x.grow()
	}
	return n
}

func (x *cellIndex) grow() {
	list := x.cells.list
	bigger := &cellIndex{cells: &cells{}, slots: make([]uint32, 2*len(x.slots))}
	for i := range list {
		bigger.of(&list[i])
	}
	x.slots = bigger.slots
}
