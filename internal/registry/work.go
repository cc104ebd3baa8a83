package registry

import (
	"fmt"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// work is one batch on its way into the store: everything is read and checked before the first row is written, so that a
// refused batch has written nothing.
type work struct {
	// v reads; tx is nil as long as the work is planned ahead, see Session.Plan.
	v        *store.View
	tx       *store.Tx
	policy   func() (*indicator.Policy, error)
	how      model.Apply
	batch    *model.Batch
	kinds    []*outcomes
	problems []model.Problem

	regions           *register[model.RegionCode, model.RegionID, model.RegionFact]
	organisations     *register[string, model.OrganisationID, model.OrganisationFact]
	zones             *register[string, model.ZoneID, model.ZoneFact]
	instructors       *register[string, model.InstructorID, model.InstructorFact]
	massOrganisations *register[string, model.MassOrganisationID, model.MassOrganisationFact]
	units             *register[model.CreditCode, model.UnitID, model.UnitFact]

	covers         coverRows
	coversOf       map[model.UnitID][]model.CoverHistory
	successions    *rows[successionKey, model.Succession]
	visits         *rows[visitKey, model.Visit]
	participations participationRows
	officers       officerRows
	activities     *rows[activityKey, model.Activity]
	leaderships    *register[model.CreditCode, model.UnitID, model.Leadership]
	// storied are the units that the batch gives leadership or predecessors.
	storied    map[model.UnitID]bool
	candidates *rows[string, model.Candidate]
	steps      *rows[stepKey, model.CandidateStep]
	stepsOf    map[model.CandidateID][]*row[model.CandidateStep]
	// namedAt is where the batch names a candidate, by code: first as such, else by a step.
	namedAt map[string]place
	returns *rows[returnKey, model.DeclaredReturn]

	ahead ahead
}

func newWork(v *store.View, batch *model.Batch, how model.Apply) *work {
	w := &work{v: v, how: how, batch: batch, stepsOf: map[model.CandidateID][]*row[model.CandidateStep]{}, namedAt: map[string]place{},
		storied: map[model.UnitID]bool{}}
	w.regions = newRegister(dated[model.RegionFact]{table: store.RegionFacts, valid: func(f *model.RegionFact) *model.Valid { return &f.Valid }},
		regionKeys{}, func(f *model.RegionFact) *model.RegionID { return &f.RegionID })
	w.organisations = newRegister(dated[model.OrganisationFact]{table: store.OrganisationFacts,
		valid: func(f *model.OrganisationFact) *model.Valid { return &f.Valid },
		begin: func(f *model.OrganisationFact) *model.Date { return &f.EstablishedOn }},
		store.OrganisationKeys, func(f *model.OrganisationFact) *model.OrganisationID { return &f.OrganisationID })
	w.zones = newRegister(dated[model.ZoneFact]{table: store.ZoneFacts, valid: func(f *model.ZoneFact) *model.Valid { return &f.Valid }},
		store.ZoneKeys, func(f *model.ZoneFact) *model.ZoneID { return &f.ZoneID })
	w.instructors = newRegister(dated[model.InstructorFact]{table: store.InstructorFacts, valid: func(f *model.InstructorFact) *model.Valid { return &f.Valid }},
		store.InstructorKeys, func(f *model.InstructorFact) *model.InstructorID { return &f.InstructorID })
	w.massOrganisations = newRegister(dated[model.MassOrganisationFact]{table: store.MassOrganisationFacts,
		valid: func(f *model.MassOrganisationFact) *model.Valid { return &f.Valid }},
		store.MassOrganisationKeys, func(f *model.MassOrganisationFact) *model.MassOrganisationID { return &f.MassOrganisationID })
	w.units = newRegister(dated[model.UnitFact]{table: store.UnitFacts, valid: func(f *model.UnitFact) *model.Valid { return &f.Valid },
		begin: func(f *model.UnitFact) *model.Date { return &f.FoundedOn }},
		store.UnitKeys, func(f *model.UnitFact) *model.UnitID { return &f.UnitID })
	w.leaderships = newRegister(dated[model.Leadership]{table: store.Leaderships, valid: func(f *model.Leadership) *model.Valid { return &f.Valid }},
		store.UnitKeys, func(f *model.Leadership) *model.UnitID { return &f.UnitID })
	return w
}

// plan checks everything and finds out what is to be written, in the order of the batch's fields.
func (w *work) plan() error {
	for _, step := range []func() error{
		w.planRegions, w.planOrganisations, w.planZones, w.planInstructors, w.planMassOrganisations, w.planUnits, w.planCovers,
		w.planVisits, w.planParticipations, w.planOfficers, w.planActivities, w.planLeaderships, w.planCandidates, w.planSteps, w.planPersons, w.planReturns,
	} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// refused tells whether a fault refuses the whole batch.
func (w *work) refused() bool {
	if w.how.SkipFaulty {
		return false
	}
	for _, p := range w.problems {
		if !p.Warning {
			return true
		}
	}
	return false
}

func (w *work) applied(version model.DataVersion, done bool) model.Applied {
	out := model.Applied{Version: version, Tallies: map[string]*model.Tally{}, Files: map[string]*model.Tally{}, Problems: w.problems}
	for _, k := range w.kinds {
		k.tally(done, out.Tallies, out.Files)
	}
	return out
}

func (w *work) note() string {
	n := 0
	for _, k := range w.kinds {
		n += len(k.of)
	}
	return fmt.Sprintf("%d inputs", n)
}

// anything tells whether the batch changes anything at all.
func (w *work) anything() bool {
	for _, k := range w.kinds {
		for _, o := range k.of {
			if o == added || o == changed {
				return true
			}
		}
	}
	return false
}
