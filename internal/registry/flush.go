package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

// write writes the planned rows and logs what they touch.
func (w *work) write(source func() (model.SourceID, error)) (*touched, error) {
	id, err := source()
	if err != nil {
		return nil, err
	}
	w.tx.Record(id, w.note())
	t := &touched{}
	for _, step := range []func(*touched) error{
		w.flushRegions, w.flushOrganisations, w.flushPeople, w.flushZones, w.flushUnits, w.flushCovers, w.flushVisits, w.flushBodies,
		w.flushCandidates,
	} {
		if err := step(t); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (w *work) flushRegions(*touched) error {
	ids, err := w.regions.flush(w.tx)
	store.Touch(w.tx, store.SubjectRegion, ids...)
	return err
}

func (w *work) flushZones(*touched) error {
	ids, err := w.zones.flush(w.tx)
	store.Touch(w.tx, store.SubjectZone, ids...)
	return err
}

// flushOrganisations writes organisations, and finds those whose change matters to the units that they cover, to those below them and to
// those that name them.
func (w *work) flushOrganisations(t *touched) error {
	for _, e := range w.organisations.order {
		if differ(e.old, e.now, organisationMatters, w.organisations.valid) {
			t.organisations = append(t.organisations, e.id)
		}
		if differ(e.old, e.now, superiorMatters, w.organisations.valid) {
			t.superiors = append(t.superiors, e.id)
		}
	}
	ids, err := w.organisations.flush(w.tx)
	store.Touch(w.tx, store.SubjectOrganisation, ids...)
	t.bodies, t.named = ids, w.organisations.before(ids)
	return err
}

// flushPeople writes instructors and mass organisations.
func (w *work) flushPeople(t *touched) error {
	for _, e := range w.instructors.order {
		if differ(e.old, e.now, instructorMatters, w.instructors.valid) {
			t.instructors = append(t.instructors, e.id)
		}
	}
	for _, e := range w.massOrganisations.order {
		if differ(e.old, e.now, massOrganisationMatters, w.massOrganisations.valid) {
			t.massOrganisations = append(t.massOrganisations, e.id)
		}
	}
	people, err := w.instructors.flush(w.tx)
	if err != nil {
		return err
	}
	t.people = people
	masses, err := w.massOrganisations.flush(w.tx)
	store.Touch(w.tx, store.SubjectInstructor, people...)
	store.Touch(w.tx, store.SubjectMassOrganisation, masses...)
	return err
}

// flushUnits writes the facts of units, their leadership and what they go on from.
func (w *work) flushUnits(t *touched) error {
	ids, err := w.units.flush(w.tx)
	if err != nil {
		return err
	}
	t.units, t.reported = ids, w.units.before(ids)
	led, err := w.leaderships.flush(w.tx)
	if err != nil {
		return err
	}
	for _, id := range led {
		w.storied[id] = true
		t.units = append(t.units, id)
	}
	return w.successions.flush(w.tx, func(s *model.Succession) {
		w.storied[s.UnitID] = true
		t.units = append(t.units, s.UnitID)
		store.Touch(w.tx, store.SubjectUnit, s.UnitID, s.PredecessorID)
	})
}

// flushCovers writes covers. A changed unit touches its holders too; the covers of all units of the batch are at hand.
func (w *work) flushCovers(t *touched) error {
	if len(t.reported) > 0 {
		reported := make(map[model.UnitID]bool, len(t.reported))
		for _, id := range t.reported {
			reported[id] = true
		}
		for _, r := range w.covers.order {
			if reported[r.now.UnitID] {
				t.holder(&r.now)
			}
		}
	}
	return w.covers.flush(w.tx, func(c *model.Cover) {
		t.units = append(t.units, c.UnitID)
		t.holder(c)
	})
}

// holder notes the holder of a cover.
func (t *touched) holder(c *model.Cover) {
	switch {
	case c.OrganisationID != 0:
		t.bodies = append(t.bodies, c.OrganisationID)
	case c.InstructorID != 0:
		t.people = append(t.people, c.InstructorID)
	}
}

// flushVisits writes visits. Before the first visit of an instructor nothing was recorded at all, so another first day matters to all
// units that the instructor covers.
func (w *work) flushVisits(t *touched) error {
	if w.visits == nil {
		return nil
	}
	var people []model.InstructorID
	for _, r := range w.visits.order {
		if !r.same() {
			people = append(people, r.now.InstructorID)
		}
	}
	people = sorted(people)
	was, err := w.tx.FirstVisits(people, store.Latest)
	if err != nil {
		return err
	}
	if err := w.visits.flush(w.tx, func(v *model.Visit) { t.units = append(t.units, v.UnitID) }); err != nil {
		return err
	}
	is, err := w.tx.FirstVisits(people, store.Latest)
	for _, id := range people {
		if was[id] != is[id] {
			t.instructors = append(t.instructors, id)
		}
	}
	t.people = append(t.people, people...)
	store.Touch(w.tx, store.SubjectInstructor, people...)
	return err
}

// flushBodies writes what is reported of organisations beside their facts.
func (w *work) flushBodies(t *touched) error {
	if err := w.participations.flush(w.tx, func(x *model.Participation) {
		t.bodies = append(t.bodies, x.OrganisationID)
		store.Touch(w.tx, store.SubjectOrganisation, x.OrganisationID, x.HomeOrganisationID)
	}); err != nil {
		return err
	}
	if err := w.officers.flush(w.tx, func(o *model.Officer) { t.bodies = append(t.bodies, o.OrganisationID) }); err != nil {
		return err
	}
	return w.activities.flush(w.tx, func(a *model.Activity) { t.bodies = append(t.bodies, a.OrganisationID) })
}

func (w *work) flushCandidates(*touched) error {
	if err := w.candidates.flush(w.tx, func(c *model.Candidate) { store.Touch(w.tx, store.SubjectCandidate, c.ID) }); err != nil {
		return err
	}
	if err := w.steps.flush(w.tx, func(s *model.CandidateStep) { store.Touch(w.tx, store.SubjectCandidate, s.CandidateID) }); err != nil {
		return err
	}
	return w.returns.flush(w.tx, func(d *model.DeclaredReturn) { store.Touch(w.tx, store.SubjectReturn, d.OrganisationID) })
}
