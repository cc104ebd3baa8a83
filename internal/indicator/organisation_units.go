package indicator

import (
	"cmp"
	"slices"

	"fugai/model"
)

// heldUnit is a unit with the covers by which an organisation covers it on any date.
type heldUnit struct {
	unit    model.UnitHistory
	code    model.CreditCode
	founded model.Date
	covers  []model.CoverHistory
	// borrows tells that a cover names no set-up and takes that of the organisation.
	borrows bool
}

// hold groups the covers by unit, so that each unit is counted once however many covers it has.
func (d *organisationDay) hold() {
	covers := make([]model.CoverHistory, len(d.h.Covers))
	order := make([]int, len(covers))
	for i := range covers {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.h.Covers[a].UnitID, d.h.Covers[b].UnitID) })
	for i, from := range order {
		c := &d.h.Covers[from]
		covers[i] = model.CoverHistory{Cover: c.Cover, Organisation: d.h.Facts}
		last := len(d.held) - 1
		if last < 0 || d.held[last].unit.ID != c.UnitID {
			last++
			u := model.UnitHistory{ID: c.UnitID, Facts: c.Unit}
			d.held = append(d.held, heldUnit{unit: u, code: c.CreditCode, founded: u.FoundedOn(), covers: covers[i:i]})
		}
		u := &d.held[last]
		u.covers = u.covers[:len(u.covers)+1]
		u.borrows = u.borrows || c.SetUp == 0 || c.SetUp == model.SetUpNone
	}
}

// days are those on which what the unit adds may change, in order; none before the organisation was established.
func (u *heldUnit) days(d *organisationDay, days []model.Date) []model.Date {
	add := func(day model.Date) {
		if day < model.Never {
			days = append(days, max(day, d.established))
		}
	}
	for i := range u.covers {
		add(u.covers[i].ValidFrom)
		add(u.covers[i].ValidTo)
	}
	for i := range u.unit.Facts {
		add(u.unit.Facts[i].ValidFrom)
	}
	add(u.founded)
	if len(d.graces) > 0 && u.founded < model.Never {
		for _, months := range d.graces {
			add(u.founded.AddMonths(months))
		}
		for i := range d.rs.days {
			add(d.rs.days[i].from)
		}
	}
	if u.borrows {
		for i := range d.h.Facts {
			add(d.h.Facts[i].ValidFrom)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// unitSight is what a unit adds to the figures of an organisation. The zero value is a unit that it does not cover.
type unitSight struct {
	// setUps and bases hold a bit a set-up by which it is covered, and a bit a basis on which jointly; bit 0 of bases is not reported.
	setUps, bases uint8
	// operates counts it with the operating units. alive is besides true of one in the time of grace, which is no dead unit.
	operates, alive bool
	school          bool
	domain          model.Domain
	sort            JointSort
	full            model.Count
}

// by tells whether the unit is covered by a set-up.
func (s unitSight) by(setUp model.SetUp) bool { return s.setUps>>setUp&1 == 1 }

// on is what the unit adds on a day, while the organisation lives.
func (u *heldUnit) on(day model.Date, rules *dayRules, regions map[model.RegionID]model.RegionCode) unitSight {
	var s unitSight
	for i := range u.covers {
		c := &u.covers[i]
		if !lasts(c.Valid, day) {
			continue
		}
		setUp := c.SetUpOn(day)
		s.setUps |= 1 << setUp
		if setUp == model.SetUpJoint {
			s.bases |= 1 << c.Basis
		}
	}
	if s.setUps == 0 || len(u.unit.Facts) == 0 {
		return s
	}
	f := u.unit.FactOn(day)
	var also model.Domain
	s.domain, also = domainsOf(f)
	s.school = s.domain == model.DomainSchool || also == model.DomainSchool
	s.sort, s.full = JointSortOf(s.domain, f.PublicOrPrivate, regions[f.RegionID]), f.FullMembers
	if day >= u.founded {
		operation := rules.operationOf(f, u.founded, day)
		s.operates = operation == model.OperationOperating
		s.alive = s.operates || operation == model.OperationGrace
	}
	return s
}

// unitCounts are the figures of the units that an organisation covers, each unit once in each.
type unitCounts struct {
	covered [8]int // by set-up, whether or not they operate
	bases   [4]int // jointly covered, by basis
	domains [8]int // operating, by domain
	sorts   [4]int // operating and jointly covered, by sort

	// standalone are the operating units with STANDALONE covers, schools those of them that are schools. living includes those in the
	// time of grace.
	standalone, schools, living int

	// own are the units whose members the organisation counts as its own: STANDALONE, or JOINT on the basis UNIT. guests are others whose
	// members it may count, and unclear those covered jointly on no reported basis.
	own, guests, unclear int
	// ownFull is the full members of own, as far as ownSilent of them do not leave them unreported.
	ownFull, ownSilent int
}

// add counts a unit in, or out with by = −1.
func (n *unitCounts) add(s unitSight, by int) {
	if s.setUps == 0 {
		return
	}
	for setUp := model.SetUpStandalone; setUp <= model.SetUpCombined; setUp++ {
		if s.by(setUp) {
			n.covered[setUp] += by
		}
	}
	for basis := range n.bases {
		n.bases[basis] += int(s.bases>>basis&1) * by
	}
	if s.operates {
		n.domains[s.domain] += by
		if s.by(model.SetUpJoint) {
			n.sorts[s.sort] += by
		}
	}
	if s.by(model.SetUpStandalone) {
		n.standalone += one(s.operates) * by
		n.schools += one(s.operates && s.school) * by
		n.living += one(s.alive) * by
	}
	n.addMembers(s, by)
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// addMembers counts the unit among those whose members the organisation reports.
func (n *unitCounts) addMembers(s unitSight, by int) {
	switch {
	case s.countsItsMembers():
		n.own += by
		n.ownFull += s.full.Int() * by
		n.ownSilent += one(!s.full.Known()) * by
	case s.by(model.SetUpJoint) && s.bases == 1:
		n.unclear += by
	case s.by(model.SetUpJoint), s.by(model.SetUpAffiliated):
		n.guests += by
	}
}

// countsItsMembers tells whether the organisation's own headcount is that of such units: STANDALONE, or JOINT on the basis UNIT.
func (s unitSight) countsItsMembers() bool {
	return s.by(model.SetUpStandalone) || s.bases>>model.JointBasisUnit&1 == 1
}

// strongest is the strongest set-up in force.
func (n *unitCounts) strongest() model.SetUp {
	for setUp := model.SetUpStandalone; setUp <= model.SetUpCombined; setUp++ {
		if n.covered[setUp] > 0 {
			return setUp
		}
	}
	return model.SetUpNone
}

// basis is the commonest basis of the joint covers, ties by the order of the enum; 0 without a reported one.
func (n *unitCounts) basis() model.JointBasis { return model.JointBasis(commonest(n.bases[:])) }

// domain is the commonest domain of the operating units, ties by the order of the enum; 0 without any.
func (n *unitCounts) domain() model.Domain { return model.Domain(commonest(n.domains[:])) }

// commonest is the first place behind 0 with the largest number; 0 where all are 0.
func commonest(numbers []int) (at int) {
	most := 0
	for i := 1; i < len(numbers); i++ {
		if numbers[i] > most {
			at, most = i, numbers[i]
		}
	}
	return at
}

// joint are the operating units that it covers jointly, and their sort where they are all of one.
func (n *unitCounts) joint() (units int, sort JointSort) {
	for s, count := range n.sorts {
		if count > 0 && units == 0 {
			sort = JointSort(s)
		} else if count > 0 {
			sort = OtherUnit
		}
		units += count
	}
	return units, sort
}
