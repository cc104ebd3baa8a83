package cube

import (
	"cmp"
	"maps"
	"slices"

	"fugai/model"
)

// Covers are all current covers at one data version: who covers whom, how, and from when to when. They never change; With makes the next
// ones. A cover takes 12 bytes, and 4 for its unit among those of its holder; a unit and a holder take 4 each.
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
	var all []placed
	err := each(func(cover *model.Cover) { all = append(all, placed{uint32(cover.UnitID), c.row(cover)}) })
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.unit, b.unit), cmp.Compare(c.valid(a.row).ValidFrom, c.valid(b.row).ValidFrom))
	})
	rows, units := make([]coverRow, len(all)), []listed[coverRow]{}
	for i, p := range all {
		rows[i] = p.row
		if i == 0 || all[i-1].unit != p.unit {
			units = append(units, listed[coverRow]{id: p.unit})
		}
		one := &units[len(units)-1]
		one.list = rows[i-len(one.list) : i+1]
	}
	c.take(&Covers{}, units)
	return c, nil
}

// take makes the lists from old ones and the units, by id, that have other covers.
func (c *Covers) take(old *Covers, changed []listed[coverRow]) {
	c.units = old.units.with(changed)
	for kind := range c.held {
		c.held[kind] = old.held[kind].with(old.rehold(c, holderKind(kind), changed))
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
	next := &Covers{Version: version, classes: slices.Clip(c.classes), numbers: c.numbers}
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
	next.take(c, changed)
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
