package plan

import (
	"cmp"
	"slices"

	"fugai/model"
)

// people are the instructors by where they can serve. Each list is in order of codes and loses those without free capacity.
type people struct {
	free       []int
	all        []Instructor
	byTownship map[model.RegionID][]int
	byReach    map[model.RegionID][]int
}

func newPeople(list []Instructor) *people {
	s := &people{all: slices.Clone(list), byTownship: map[model.RegionID][]int{}, byReach: map[model.RegionID][]int{}}
	slices.SortFunc(s.all, func(a, b Instructor) int { return cmp.Compare(a.Code, b.Code) })
	for i, one := range s.all {
		s.free = append(s.free, one.Free)
		if one.Township != 0 {
			s.byTownship[one.Township] = append(s.byTownship[one.Township], i)
		}
		s.byReach[one.Reach] = append(s.byReach[one.Reach], i)
	}
	return s
}

// take is the first instructor of a region with free capacity; 0 without one.
func (s *people) take(lists map[model.RegionID][]int, region model.RegionID) model.InstructorID {
	list := lists[region]
	for len(list) > 0 && s.free[list[0]] <= 0 {
		list = list[1:]
	}
	if lists[region] = list; len(list) == 0 {
		return 0
	}
	s.free[list[0]]--
	return s.all[list[0]].ID
}

// send gives units an instructor, of the township first, then of the county, then of the regions above, one level after the
// other. Nobody outside a region can use its capacity, so that no other order reaches more units.
func (p *planner) send(units []int32) {
	units = p.sendBy(units, func(u *Unit) (model.InstructorID, bool) {
		return p.people.take(p.people.byTownship, u.Township), u.Township != 0
	})
	for level := 0; len(units) > 0; level++ {
		deeper := false
		units = p.sendBy(units, func(u *Unit) (model.InstructorID, bool) {
			if level >= len(u.Reach) {
				return 0, false
			}
			deeper = true
			return p.people.take(p.people.byReach, u.Reach[level]), true
		})
		if !deeper {
			return
		}
	}
}

// sendBy tries one way to find an instructor, and hands back the units for which it found none.
func (p *planner) sendBy(units []int32, find func(*Unit) (model.InstructorID, bool)) (left []int32) {
	for _, i := range units {
		id, ok := find(&p.units[i])
		if !ok || id == 0 {
			left = append(left, i)
			continue
		}
		p.propose(Proposal{Step: model.NextStepInstructor, Units: []*Unit{&p.units[i]}, Instructor: id}, i)
	}
	return left
}
