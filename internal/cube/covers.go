package cube

import (
	"cmp"
	"maps"
	"slices"

	"fugai/model"
)

// Covers are all current covers at one data version: who covers whom, how, and from when to when. They never change; With makes the next
// ones. A cover takes 16 bytes, those of its unit
// among those of its holder included, and a unit and a holder 4 more.
type Covers struct {
	Version model.DataVersion
	classes []coverClass
	numbers map[coverClass]uint32
	// units holds the covers of each unit, by their first days.
	units lists[coverRow]
	// held holds the units of each holder that has covered them, by id and each once.
	held [holderKinds]lists[uint32]
}

// coverRow is a cover of a unit. Days are those of spans; where one does not fit, the class tells both.
type coverRow struct {
	holder   uint32
	class    uint32
	from, to int16
}

// coverClass is what many covers share.
type coverClass struct {
	holder    holderKind
	kind      model.CoverKind
	setUp     model.SetUp
	basis     model.JointBasis
	endReason model.EndReason
	beyond    model.Valid // the dates, where they do not fit; else zero
}

type holderKind uint8

const (
	byOrganisation holderKind = iota
	byInstructor
	byMassOrganisation
	holderKinds
)

// holderOf is the holder of a cover.
func holderOf(c *model.Cover) (holderKind, uint32) {
	switch {
	case c.OrganisationID != 0:
		return byOrganisation, uint32(c.OrganisationID)
	case c.InstructorID != 0:
		return byInstructor, uint32(c.InstructorID)
	}
	return byMassOrganisation, uint32(c.MassOrganisationID)
}

// NewCovers makes the covers of a data version. each hands out all current covers in ascending order of their ids.
func NewCovers(version model.DataVersion, each func(add func(*model.Cover)) error) (*Covers, error) {
	type placed struct {
		unit uint32
		row  coverRow
	}
	c := &Covers{Version: version, numbers: map[coverClass]uint32{}}
	var parts [][]placed
	last := uint32(0)
	err := each(func(cover *model.Cover) {
		if n := len(parts); n == 0 || len(parts[n-1]) == partRows {
			parts = append(parts, make([]placed, 0, partRows))
		}
		part := &parts[len(parts)-1]
		*part = append(*part, placed{uint32(cover.UnitID), c.row(cover)})
		last = max(last, uint32(cover.UnitID))
	})
	if err != nil {
		return nil, err
	}
	pages := make([]*page[coverRow], int(last)/pageSize+1)
	for _, part := range parts { // how many each page and unit has
		for i := range part {
			p := &pages[part[i].unit/pageSize]
			if *p == nil {
				*p = &page[coverRow]{}
			}
			(*p).ends[part[i].unit%pageSize]++
		}
	}
	for _, p := range pages {
		if p == nil {
			continue
		}
		n := uint32(0)
		for i := range p.ends { // where each unit begins, until its rows have come
			n, p.ends[i] = n+p.ends[i], n
		}
		p.rows = make([]coverRow, n)
	}
	for _, part := range parts {
		for i := range part {
			p := pages[part[i].unit/pageSize]
			end := &p.ends[part[i].unit%pageSize]
			p.rows[*end] = part[i].row
			*end++
		}
	}
	c.units.pages = pages
	for unit := range last + 1 {
		c.sortByDay(c.units.of(unit))
	}
	c.holdAll(last)
	return c, nil
}

// holdAll fills held from the covers of units.
func (c *Covers) holdAll(last uint32) {
	type pair struct{ holder, unit uint32 }
	for kind := range c.held {
		var pairs []pair
		for unit := range last + 1 {
			for _, r := range c.units.of(unit) {
				if c.classes[r.class].holder == holderKind(kind) {
					pairs = append(pairs, pair{r.holder, unit})
				}
			}
		}
		slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.holder, b.holder), cmp.Compare(a.unit, b.unit)) })
		pairs = slices.Compact(pairs)
		units, changed := make([]uint32, len(pairs)), []listed[uint32]{}
		for from := 0; from < len(pairs); {
			to := from
			for ; to < len(pairs) && pairs[to].holder == pairs[from].holder; to++ {
				units[to] = pairs[to].unit
			}
			changed = append(changed, listed[uint32]{pairs[from].holder, units[from:to]})
			from = to
		}
		c.held[kind] = lists[uint32]{}.with(changed)
	}
}

// row packs a cover. A new class is added.
func (c *Covers) row(cover *model.Cover) coverRow {
	class := classOf(cover)
	n, known := c.numbers[class]
	if !known {
		n = uint32(len(c.classes))
		c.classes, c.numbers[class] = append(c.classes, class), n
	}
	_, holder := holderOf(cover)
	return coverRow{holder: holder, class: n, from: day(cover.ValidFrom), to: day(cover.ValidTo)}
}

func classOf(c *model.Cover) coverClass {
	class := coverClass{kind: c.Kind, setUp: c.SetUp, basis: c.Basis, endReason: c.EndReason}
	class.holder, _ = holderOf(c)
	if date(day(c.ValidFrom)) != c.ValidFrom || date(day(c.ValidTo)) != c.ValidTo {
		class.beyond = c.Valid
	}
	return class
}

// cover is the inverse of row, without id and recording.
func (c *Covers) cover(unit model.UnitID, r coverRow) model.Cover {
	class := &c.classes[r.class]
	out := model.Cover{UnitID: unit, Kind: class.kind, SetUp: class.setUp, Basis: class.basis, EndReason: class.endReason, Valid: c.valid(r)}
	switch class.holder {
	case byOrganisation:
		out.OrganisationID = model.OrganisationID(r.holder)
	case byInstructor:
		out.InstructorID = model.InstructorID(r.holder)
	default:
		out.MassOrganisationID = model.MassOrganisationID(r.holder)
	}
	return out
}

func (c *Covers) valid(r coverRow) model.Valid {
	if beyond := c.classes[r.class].beyond; beyond != (model.Valid{}) {
		return beyond
	}
	return model.Valid{ValidFrom: date(r.from), ValidTo: date(r.to)}
}

func (c *Covers) sortByDay(rows []coverRow) {
	slices.SortStableFunc(rows, func(a, b coverRow) int { return cmp.Compare(c.valid(a).ValidFrom, c.valid(b).ValidFrom) })
}

// OfUnit are the covers of a unit, whatever their dates, in order of ValidFrom, then id; id and recording are left out.
func (c *Covers) OfUnit(id model.UnitID) []model.Cover {
	rows := c.units.of(uint32(id))
	if len(rows) == 0 {
		return nil
	}
	out := make([]model.Cover, len(rows))
	for i, r := range rows {
		out[i] = c.cover(id, r)
	}
	return out
}

// HeldOn are the covers of an organisation or instructor whose own dates hold a day, in order of their units; id and recording are left out.
func (c *Covers) HeldOn(of model.Subject, id int64, on model.Date) []model.Cover {
	kind := byOrganisation
	if of == model.SubjectInstructor {
		kind = byInstructor
	}
	units := c.held[kind].of(uint32(id))
	out := make([]model.Cover, 0, len(units))
	for _, unit := range units {
		for _, r := range c.units.of(unit) {
			if r.holder == uint32(id) && c.classes[r.class].holder == kind && c.valid(r).On(on) {
				out = append(out, c.cover(model.UnitID(unit), r))
			}
		}
	}
	return out
}

// With are the covers at another data version, at which the given units have the given covers, those of each in order of ValidFrom, then id.
// c stays as it is.
func (c *Covers) With(version model.DataVersion, units []model.UnitID, covers map[model.UnitID][]model.Cover) *Covers {
	next := &Covers{Version: version, classes: slices.Clip(c.classes), numbers: c.numbers, units: c.units, held: c.held}
	next.ownClasses(covers)
	changed := make([]listed[coverRow], 0, len(units))
	for _, id := range units {
		one := listed[coverRow]{id: uint32(id)}
		for i := range covers[id] {
			one.list = append(one.list, next.row(&covers[id][i]))
		}
		if len(one.list) > 0 || len(c.units.of(one.id)) > 0 {
			changed = append(changed, one)
		}
	}
	slices.SortFunc(changed, func(a, b listed[coverRow]) int { return cmp.Compare(a.id, b.id) })
	next.units = c.units.with(changed)
	for kind := range c.held {
		next.held[kind] = c.held[kind].with(c.rehold(next, holderKind(kind), changed))
	}
	return next
}

// ownClasses makes the dictionary its own where a new class comes, because readers of the old covers use the old one.
func (c *Covers) ownClasses(covers map[model.UnitID][]model.Cover) {
	for _, list := range covers {
		for i := range list {
			if _, known := c.numbers[classOf(&list[i])]; !known {
				c.numbers = maps.Clone(c.numbers)
				return
			}
		}
	}
}

// rehold are the units of the holders of a kind that the changed units, by id, had before or have now.
func (c *Covers) rehold(next *Covers, kind holderKind, changed []listed[coverRow]) []listed[uint32] {
	now := map[uint32][]uint32{} // the changed units of each holder
	for _, u := range changed {
		for _, r := range c.units.of(u.id) {
			if c.classes[r.class].holder == kind && now[r.holder] == nil {
				now[r.holder] = []uint32{}
			}
		}
		for _, r := range u.list {
			if next.classes[r.class].holder == kind {
				now[r.holder] = append(now[r.holder], u.id)
			}
		}
	}
	out := make([]listed[uint32], 0, len(now))
	for holder, units := range now {
		for _, unit := range c.held[kind].of(holder) {
			_, is := slices.BinarySearchFunc(changed, unit, func(u listed[coverRow], id uint32) int { return cmp.Compare(u.id, id) })
			if !is {
				units = append(units, unit)
			}
		}
		slices.Sort(units)
		out = append(out, listed[uint32]{holder, slices.Compact(units)})
	}
	slices.SortFunc(out, func(a, b listed[uint32]) int { return cmp.Compare(a.id, b.id) })
	return out
}
