package cube

import (
	"cmp"
	"slices"

	"fugai/model"
)

// WorkHolders are the instructors and mass organisations that hold covers of kind WORK, as far as their facts judge the covers.
type WorkHolders struct {
	instructors, masses []workPeriod // by id in order of their dates
}

// workPeriod is what is reported of a holder for a period: the end of service or life, and the role or kind.
type workPeriod struct {
	id        uint32
	from, end model.Date
	what      uint8
}

// NewWorkHolders takes all current facts of instructors and of mass organisations, each by id in order of their dates.
func NewWorkHolders(instructors []model.InstructorFact, masses []model.MassOrganisationFact) *WorkHolders {
	w := &WorkHolders{make([]workPeriod, len(instructors)), make([]workPeriod, len(masses))}
	for i := range instructors {
		f := &instructors[i]
		w.instructors[i] = workPeriod{uint32(f.InstructorID), f.ValidFrom, f.ServiceTo, uint8(f.Role)}
	}
	for i := range masses {
		f := &masses[i]
		w.masses[i] = workPeriod{uint32(f.MassOrganisationID), f.ValidFrom, f.DissolvedOn, uint8(f.Kind)}
	}
	return w
}

func ofHolder(list []workPeriod, id uint32) []workPeriod {
	from, _ := slices.BinarySearchFunc(list, id, func(p workPeriod, id uint32) int { return cmp.Compare(p.id, id) })
	to := from
	for to < len(list) && list[to].id == id {
		to++
	}
	return list[from:to]
}

// InstructorFacts are the facts of an instructor in order of their dates: begin, end of service, and role.
func (w *WorkHolders) InstructorFacts(id model.InstructorID) []model.InstructorFact {
	periods := ofHolder(w.instructors, uint32(id))
	out := make([]model.InstructorFact, len(periods))
	for i, p := range periods {
		f := &out[i]
		f.InstructorID, f.ValidFrom, f.ServiceTo, f.Role = id, p.from, p.end, model.InstructorRole(p.what)
	}
	return out
}

// MassOrganisationFacts are the facts of a mass organisation in order of their dates: begin, end of its life, and kind.
func (w *WorkHolders) MassOrganisationFacts(id model.MassOrganisationID) []model.MassOrganisationFact {
	periods := ofHolder(w.masses, uint32(id))
	out := make([]model.MassOrganisationFact, len(periods))
	for i, p := range periods {
		f := &out[i]
		f.MassOrganisationID, f.ValidFrom, f.DissolvedOn, f.Kind = id, p.from, p.end, model.MassOrganisationKind(p.what)
	}
	return out
}
