package store

import "fugai/model"

// InstructorFacts is the table of instructors; name and phone are sealed at rest.
var InstructorFacts = &Table[model.InstructorFact]{
	Name: "instructor_facts", Key: "instructor_id",
	columns: columns(`instructor_id valid_from valid_to name phone role region_id service_from service_to employer eligibility
		eligibility_evidence` + recordedColumns),
	at:       []string{"instructor_id", "valid_from"},
	identify: func(b *binder, f *model.InstructorFact) { b.int(int64(f.InstructorID)); b.date(f.ValidFrom) },
	recorded: func(f *model.InstructorFact) *model.Recorded { return &f.Recorded },
	write: func(b *binder, f *model.InstructorFact) {
		b.int(int64(f.InstructorID))
		b.valid(f.Valid)
		b.sealed(f.Name)
		b.sealed(f.Phone)
		b.name(f.Role)
		b.int(int64(f.RegionID))
		b.date(f.ServiceFrom)
		b.date(f.ServiceTo)
		b.text(f.Employer)
		b.name(f.Eligibility)
		b.text(f.EligibilityEvidence)
		b.recorded(f.Recorded)
	},
	read: func(r *reader, f *model.InstructorFact) {
		f.InstructorID = model.InstructorID(r.int())
		r.valid(&f.Valid)
		f.Name, f.Phone = r.sealed(), r.sealed()
		r.enum(&f.Role)
		f.RegionID = model.RegionID(r.int())
		f.ServiceFrom, f.ServiceTo = r.date(), r.date()
		f.Employer = r.text()
		r.enum(&f.Eligibility)
		f.EligibilityEvidence = r.text()
		r.recorded(&f.Recorded)
	},
}

// MassOrganisationFacts is the table of trade unions, Youth Leagues and women's federations.
var MassOrganisationFacts = &Table[model.MassOrganisationFact]{
	Name: "mass_organisation_facts", Key: "mass_organisation_id",
	columns: columns(`mass_organisation_id valid_from valid_to name kind region_id established_on dissolved_on` +
		recordedColumns),
	at: []string{"mass_organisation_id", "valid_from"},
	identify: func(b *binder, f *model.MassOrganisationFact) {
		b.int(int64(f.MassOrganisationID))
		b.date(f.ValidFrom)
	},
	recorded: func(f *model.MassOrganisationFact) *model.Recorded { return &f.Recorded },
	write: func(b *binder, f *model.MassOrganisationFact) {
		b.int(int64(f.MassOrganisationID))
		b.valid(f.Valid)
		b.text(f.Name)
		b.name(f.Kind)
		b.int(int64(f.RegionID))
		b.date(f.EstablishedOn)
		b.date(f.DissolvedOn)
		b.recorded(f.Recorded)
	},
	read: func(r *reader, f *model.MassOrganisationFact) {
		f.MassOrganisationID = model.MassOrganisationID(r.int())
		r.valid(&f.Valid)
		f.Name = r.text()
		r.enum(&f.Kind)
		f.RegionID = model.RegionID(r.int())
		f.EstablishedOn, f.DissolvedOn = r.date(), r.date()
		r.recorded(&f.Recorded)
	},
}

// InstructorServices and MassOrganisationLives are the tables of the facts of holders with what judges their covers, and no more.
var (
	InstructorServices = &Table[model.InstructorFact]{
		Name: "instructor_facts", Key: "instructor_id", columns: columns("instructor_id valid_from service_to role"), at: InstructorFacts.at,
		read: func(r *reader, f *model.InstructorFact) {
			f.InstructorID, f.ValidFrom, f.ServiceTo = model.InstructorID(r.int()), r.date(), r.date()
			r.enum(&f.Role)
		},
	}
	MassOrganisationLives = &Table[model.MassOrganisationFact]{
		Name: "mass_organisation_facts", Key: "mass_organisation_id", columns: columns("mass_organisation_id valid_from dissolved_on kind"),
		at: MassOrganisationFacts.at,
		read: func(r *reader, f *model.MassOrganisationFact) {
			f.MassOrganisationID, f.ValidFrom, f.DissolvedOn = model.MassOrganisationID(r.int()), r.date(), r.date()
			r.enum(&f.Kind)
		},
	}
)

// Visits is the table of instructors' visits.
var Visits = &Table[model.Visit]{
	Name: "visits", Key: "id",
	columns:  columns("id instructor_id unit_id visited_on content" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, v *model.Visit) { b.int(int64(v.ID)) },
	recorded: func(v *model.Visit) *model.Recorded { return &v.Recorded },
	write: func(b *binder, v *model.Visit) {
		b.int(int64(v.ID))
		b.int(int64(v.InstructorID))
		b.int(int64(v.UnitID))
		b.date(v.VisitedOn)
		b.text(v.Content)
		b.recorded(v.Recorded)
	},
	read: func(r *reader, v *model.Visit) {
		v.ID, v.InstructorID, v.UnitID = model.VisitID(r.int()), model.InstructorID(r.int()), model.UnitID(r.int())
		v.VisitedOn, v.Content = r.date(), r.text()
		r.recorded(&v.Recorded)
	},
}

// Candidates is the table of candidates; the name is sealed at rest.
var Candidates = &Table[model.Candidate]{
	Name: "candidates", Key: "id",
	columns:  columns("id code person_code unit_id name direction begun_on planned_on" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, c *model.Candidate) { b.int(int64(c.ID)) },
	recorded: func(c *model.Candidate) *model.Recorded { return &c.Recorded },
	write: func(b *binder, c *model.Candidate) {
		b.int(int64(c.ID))
		b.text(c.Code)
		b.text(c.PersonCode)
		b.int(int64(c.UnitID))
		b.sealed(c.Name)
		b.name(c.Direction)
		b.date(c.BegunOn)
		b.date(c.PlannedOn)
		b.recorded(c.Recorded)
	},
	read: func(r *reader, c *model.Candidate) {
		c.ID, c.Code, c.PersonCode = model.CandidateID(r.int()), r.text(), r.text()
		c.UnitID, c.Name = model.UnitID(r.int()), r.sealed()
		r.enum(&c.Direction)
		c.BegunOn, c.PlannedOn = r.date(), r.date()
		r.recorded(&c.Recorded)
	},
}

// CandidateSteps is the table of recorded steps.
var CandidateSteps = &Table[model.CandidateStep]{
	Name: "candidate_steps", Key: "id",
	columns: columns(`id candidate_id kind happened_on until_on amount amount_unit outcome document note` +
		recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, s *model.CandidateStep) { b.int(int64(s.ID)) },
	recorded: func(s *model.CandidateStep) *model.Recorded { return &s.Recorded },
	write: func(b *binder, s *model.CandidateStep) {
		b.int(int64(s.ID))
		b.int(int64(s.CandidateID))
		b.name(s.Kind)
		b.date(s.On)
		b.date(s.Until)
		b.int(int64(s.Amount))
		b.text(s.AmountUnit)
		b.name(s.Outcome)
		b.text(s.Document)
		b.text(s.Note)
		b.recorded(s.Recorded)
	},
	read: func(r *reader, s *model.CandidateStep) {
		s.ID, s.CandidateID = model.StepID(r.int()), model.CandidateID(r.int())
		r.enum(&s.Kind)
		s.On, s.Until = r.date(), r.date()
		s.Amount, s.AmountUnit = int32(r.int()), r.text()
		r.enum(&s.Outcome)
		s.Document, s.Note = r.text(), r.text()
		r.recorded(&s.Recorded)
	},
}
