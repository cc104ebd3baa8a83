package coverage

import (
	"slices"

	"fugai/model"
)

// fewPersons is the number of persons below which a count tells of single ones.
const fewPersons = 3

// personCell is what candidates are counted by for viewers without the right to persons. Every number that such a viewer is told
// is a sum of whole cells of three persons and more, so that no difference of such numbers is a count of one or two.
type personCell struct {
	county    model.RegionID // or the region above, of a school that sits directly on it
	direction model.Direction
	stage     model.Stage
	pending   bool
}

// belowCounty tells the regions whose figures would part a cell.
func belowCounty(n *model.RegionNode) bool { return n.Level > model.RegionLevelCounty }

// partsCounty tells the codes of such regions.
func (q *question) partsCounty(code model.RegionCode) bool {
	n := q.tree(q.asOf).Find(code)
	return n != nil && belowCounty(n)
}

// countyOf is the county of a region on the date of the question, or the region itself where it lies above.
func (q *question) countyOf(id model.RegionID) model.RegionID {
	n := q.tree(q.asOf).Node(id)
	if n == nil {
		return 0
	}
	for n.Level > model.RegionLevelCounty && n.Up != nil {
		n = n.Up
	}
	return n.ID
}

// regionOf is the region of a unit on the date of the question; 0 where it was not founded.
func (q *question) regionOf(id model.UnitID) model.RegionID {
	row, ok := q.data.RowOf(id, q.asOf)
	if !ok {
		return 0
	}
	return q.data.Span(row).RegionID
}

func (q *question) cellOf(c *model.CandidateView) personCell {
	return personCell{q.countyOf(q.regionOf(c.UnitID)), c.Direction, c.Stage, c.Pending}
}

// toldCells are the cells of which the viewer is told: all persons of the data count in them, whatever the viewer's scope. A
// viewer whose scope is a part of a county, or who asks for another day than today, is told of none.
func (q *question) toldCells() (map[personCell]bool, error) {
	top := q.tree(q.asOf).Node(q.who.Region)
	if q.asOf != q.today() || !q.who.Whole() && (top == nil || belowCounty(top)) {
		return nil, nil
	}
	rows, err := q.allCandidates()
	if err != nil {
		return nil, err
	}
	views, err := q.candidatesAnywhere(rows)
	sizes := map[personCell]int{}
	for _, c := range views {
		sizes[q.cellOf(c)]++
	}
	told := map[personCell]bool{}
	for cell, n := range sizes {
		told[cell] = n >= fewPersons
	}
	return told, err
}

// toldOnly leaves of candidates those in cells of which the viewer is told: all with the right to persons.
func (q *question) toldOnly(views []*model.CandidateView) ([]*model.CandidateView, error) {
	if q.who.CanReadPersons() {
		return views, nil
	}
	told, err := q.toldCells()
	return slices.DeleteFunc(views, func(c *model.CandidateView) bool { return !told[q.cellOf(c)] }), err
}
