package cube

import "fugai/model"

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

// InstructorFacts are the facts of an instructor in order of their dates: begin, end of service, and role.
func (w *WorkHolders) InstructorFacts(id model.InstructorID) []model.InstructorFact {
	return factsOf(w.instructors, uint32(id), func(p workPeriod) (f model.InstructorFact) {
		f.InstructorID, f.ValidFrom, f.ServiceTo, f.Role = id, p.from, p.end, model.InstructorRole(p.what)
		return f
	})
}

// MassOrganisationFacts are the facts of a mass organisation in order of their dates: begin, end of its life, and kind.
func (w *WorkHolders) MassOrganisationFacts(id model.MassOrganisationID) []model.MassOrganisationFact {
	return factsOf(w.masses, uint32(id), func(p workPeriod) (f model.MassOrganisationFact) {
		f.MassOrganisationID, f.ValidFrom, f.DissolvedOn, f.Kind = id, p.from, p.end, model.MassOrganisationKind(p.what)
		return f
	})
}

func factsOf[F any](list []workPeriod, id uint32, fact func(workPeriod) F) []F {
	from, to := runOf(list, func(p *workPeriod) uint32 { return p.id }, id)
	out := make([]F, 0, to-from)
	for _, p := range list[from:to] {
		out = append(out, fact(p))
	}
	return out
}
