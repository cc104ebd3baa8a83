package store

import "fugai/model"

// UnitFacts is the table of the units' attributes.
var UnitFacts = &Table[model.UnitFact]{
	Name: "unit_facts", Key: "unit_id",
	columns: columns(`unit_id valid_from valid_to name domain also_domain control region_id zone_id industry size employees
		on_duty_staff full_members probationary_members no_probationary_column members_elsewhere founded_on status
		status_evidence responsible_id kind above_scale school_type pupils teachers public_or_private organ_kind supervisor
		supervisor_code` + recordedColumns),
	at:       []string{"unit_id", "valid_from"},
	identify: func(b *binder, f *model.UnitFact) { b.int(int64(f.UnitID)); b.date(f.ValidFrom) },
	recorded: func(f *model.UnitFact) *model.Recorded { return &f.Recorded },
	write:    writeUnitFact,
	read:     readUnitFact,
}

func writeUnitFact(b *binder, f *model.UnitFact) {
	b.int(int64(f.UnitID))
	b.valid(f.Valid)
	b.text(f.Name)
	b.name(f.Domain)
	b.name(f.AlsoDomain)
	b.name(f.Control)
	b.int(int64(f.RegionID))
	b.int(int64(f.ZoneID))
	b.text(f.Industry)
	b.name(f.Size)
	b.count(f.Employees)
	b.count(f.OnDutyStaff)
	b.count(f.FullMembers)
	b.count(f.ProbationaryMembers)
	b.flag(f.NoProbationaryColumn)
	b.count(f.MembersElsewhere)
	b.date(f.FoundedOn)
	b.name(f.Status)
	b.text(f.StatusEvidence)
	b.int(int64(f.ResponsibleID))
	b.name(f.Kind)
	b.name(f.AboveScale)
	b.text(f.SchoolType)
	b.count(f.Pupils)
	b.count(f.Teachers)
	b.name(f.PublicOrPrivate)
	b.name(f.OrganKind)
	b.text(f.Supervisor)
	b.text(string(f.SupervisorCode))
	b.recorded(f.Recorded)
}

func readUnitFact(r *reader, f *model.UnitFact) {
	f.UnitID = model.UnitID(r.int())
	r.valid(&f.Valid)
	f.Name = r.text()
	r.enum(&f.Domain)
	r.enum(&f.AlsoDomain)
	r.enum(&f.Control)
	f.RegionID = model.RegionID(r.int())
	f.ZoneID = model.ZoneID(r.int())
	f.Industry = r.text()
	r.enum(&f.Size)
	f.Employees = r.count()
	f.OnDutyStaff = r.count()
	f.FullMembers = r.count()
	f.ProbationaryMembers = r.count()
	f.NoProbationaryColumn = r.int() != 0
	f.MembersElsewhere = r.count()
	f.FoundedOn = r.date()
	r.enum(&f.Status)
	f.StatusEvidence = r.text()
	f.ResponsibleID = model.OrganisationID(r.int())
	r.enum(&f.Kind)
	r.enum(&f.AboveScale)
	f.SchoolType = r.text()
	f.Pupils = r.count()
	f.Teachers = r.count()
	r.enum(&f.PublicOrPrivate)
	r.enum(&f.OrganKind)
	f.Supervisor = r.text()
	f.SupervisorCode = model.CreditCode(r.text())
	r.recorded(&f.Recorded)
}

// Successions is the table of units that go on as others.
var Successions = &Table[model.Succession]{
	Name: "unit_successions", Key: "unit_id",
	columns:  columns("unit_id predecessor_id kind succeeded_on" + recordedColumns),
	at:       []string{"unit_id", "predecessor_id"},
	identify: func(b *binder, s *model.Succession) { b.int(int64(s.UnitID)); b.int(int64(s.PredecessorID)) },
	recorded: func(s *model.Succession) *model.Recorded { return &s.Recorded },
	write: func(b *binder, s *model.Succession) {
		b.int(int64(s.UnitID))
		b.int(int64(s.PredecessorID))
		b.name(s.Kind)
		b.date(s.SucceededOn)
		b.recorded(s.Recorded)
	},
	read: func(r *reader, s *model.Succession) {
		s.UnitID, s.PredecessorID = model.UnitID(r.int()), model.UnitID(r.int())
		r.enum(&s.Kind)
		s.SucceededOn = r.date()
		r.recorded(&s.Recorded)
	},
}
