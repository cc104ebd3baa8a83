package property

import (
	"fmt"
	"strings"

	"fugai/model"
)

// change lets things happen: reports of units, organisations that dissolve, move or come back, services that end, covers that
// begin, end, are corrected and withdrawn, and regions that move. Inputs that the registry refuses are left out.
func (w *world) change(amount int) *model.Batch {
	b := &model.Batch{}
	for range amount {
		b.Units = append(b.Units, w.report())
		c := w.cover()
		c.Void = w.chance(8)
		b.Covers = append(b.Covers, c)
		if w.chance(4) {
			b.Organisations = append(b.Organisations, w.fate())
		}
		if w.chance(9) {
			b.Instructors = append(b.Instructors, w.service())
		}
		if w.chance(9) {
			b.MassOrganisations = append(b.MassOrganisations, w.mass(w.IntN(w.masses)))
		}
	}
	if w.chance(2) {
		b.Units = append(b.Units, w.newUnit())
	}
	if w.chance(2) {
		b.Regions = append(b.Regions, w.move())
	}
	return b
}

// report is a later report of a unit, of some attributes.
func (w *world) report() model.UnitInput {
	u := model.UnitInput{CreditCode: pick(w.Rand, w.units...), ValidFrom: w.day()}
	w.attributes(&u, model.Fields(w.Uint64())&everyField&^(1<<model.UnitFoundedOn))
	if w.chance(15) {
		u.FoundedOn, u.Given = pick(w.Rand, early, w.day()), u.Given.With(model.UnitFoundedOn)
	}
	if !u.Given.Has(model.UnitDomain) && u.Given.Has(model.UnitAlsoDomain) {
		u.Given = u.Given.With(model.UnitDomain)
	}
	return u
}

// fate is what becomes of an organisation: another superior, nature or kind, a dissolution that is announced, reported on the day or
// reported late, or its withdrawal.
func (w *world) fate() model.OrganisationInput {
	o := model.OrganisationInput{Code: pick(w.Rand, w.bodies[3:]...), ValidFrom: w.day()}
	switch w.IntN(5) {
	case 0:
		o.ParentCode, o.Given = pick(w.Rand, w.bodies...), o.Given.With(model.OrganisationParent)
	case 1:
		o.Nature, o.Given = pick(w.Rand, model.AllOrganisationNature()...), o.Given.With(model.OrganisationNatureField)
	case 2:
		o.Kind, o.Given = pick(w.Rand, model.AllOrganisationKind()...), o.Given.With(model.OrganisationKindField)
	case 3:
		o.DissolvedOn, o.Given = w.day(), o.Given.With(model.OrganisationDissolvedOn)
	default:
		o.Given = o.Given.With(model.OrganisationDissolvedOn) // lives after all
	}
	return o
}

func (w *world) service() model.InstructorInput {
	p := w.person(w.IntN(w.people))
	p.ValidFrom = w.day()
	return p
}

// move puts a town into another county, or a county into another city.
func (w *world) move() model.RegionInput {
	code, parent := pick(w.Rand, w.towns[:12]...), pick(w.Rand, model.RegionCode("990102000000"), "990201000000", "999001000000")
	if w.chance(3) {
		code, parent = "990102000000", pick(w.Rand, model.RegionCode("990200000000"), "990000000000")
	}
	return model.RegionInput{Code: code, Name: "区划" + strings.TrimRight(string(code), "0"), ParentCode: parent, ValidFrom: w.day()}
}

// live lets the world go on: changes, corrections, an import that stays and one that is undone.
func (w *world) live(rounds, amount int) {
	for i := range rounds {
		how := w.how(w.day())
		how.Correct = i%3 == 2
		b := w.change(amount)
		if i%3 == 1 {
			for k := range b.Organisations {
				b.Organisations[k].ValidFrom = 0 // from the day of the batch: what ended before is reported late
			}
		}
		w.apply(fmt.Sprintf("change %d", i), b, how)
	}
	w.imported(amount, false)
	w.imported(amount, true)
}

func (w *world) imported(amount int, undo bool) {
	w.Helper()
	s, err := w.registry.OpenImport(w.Context(), "test", false)
	if err != nil {
		w.Fatal(err)
	}
	for range 2 {
		if _, err := s.Apply(w.Context(), w.change(amount), w.how(w.day())); err != nil {
			w.Fatal(err)
		}
	}
	if err := s.Close(w.Context(), model.ImportStateDone, []byte("{}")); err != nil {
		w.Fatal(err)
	}
	w.refresh()
	if !undo {
		return
	}
	if _, err := w.registry.UndoImport(w.Context(), s.ID(), "test"); err != nil {
		w.Fatal(err)
	}
	w.refresh()
}
