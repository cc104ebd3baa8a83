package store

import "fugai/model"

// OrganisationFacts is the table of the organisations' attributes.
var OrganisationFacts = &Table[model.OrganisationFact]{
	Name: "organisation_facts", Key: "organisation_id",
	columns: columns(`organisation_id valid_from valid_to name kind nature region_id parent_id set_up established_on dissolved_on
		term_began_on term_ends_on approval_document approved_on host_id full_members probationary_members territorial
		education_committee` + recordedColumns),
	at:       []string{"organisation_id", "valid_from"},
	identify: func(b *binder, f *model.OrganisationFact) { b.int(int64(f.OrganisationID)); b.date(f.ValidFrom) },
	recorded: func(f *model.OrganisationFact) *model.Recorded { return &f.Recorded },
	write:    writeOrganisationFact,
	read:     readOrganisationFact,
}

func writeOrganisationFact(b *binder, f *model.OrganisationFact) {
	b.int(int64(f.OrganisationID))
	b.valid(f.Valid)
	b.text(f.Name)
	b.name(f.Kind)
	b.name(f.Nature)
	b.int(int64(f.RegionID))
	b.int(int64(f.ParentID))
	b.name(f.SetUp)
	b.date(f.EstablishedOn)
	b.date(f.DissolvedOn)
	b.date(f.TermBeganOn)
	b.date(f.TermEndsOn)
	b.text(f.ApprovalDocument)
	b.date(f.ApprovedOn)
	b.int(int64(f.HostID))
	b.count(f.FullMembers)
	b.count(f.ProbationaryMembers)
	b.flag(f.Territorial)
	b.flag(f.EducationCommittee)
	b.recorded(f.Recorded)
}

func readOrganisationFact(r *reader, f *model.OrganisationFact) {
	f.OrganisationID = model.OrganisationID(r.int())
	r.valid(&f.Valid)
	f.Name = r.text()
	r.enum(&f.Kind)
	r.enum(&f.Nature)
	f.RegionID, f.ParentID = model.RegionID(r.int()), model.OrganisationID(r.int())
	r.enum(&f.SetUp)
	f.EstablishedOn, f.DissolvedOn = r.date(), r.date()
	f.TermBeganOn, f.TermEndsOn = r.date(), r.date()
	f.ApprovalDocument = r.text()
	f.ApprovedOn = r.date()
	f.HostID = model.OrganisationID(r.int())
	f.FullMembers, f.ProbationaryMembers = r.count(), r.count()
	f.Territorial = r.int() != 0
	f.EducationCommittee = r.int() != 0
	r.recorded(&f.Recorded)
}

// Covers is the table of covers; a row has an id of its own.
var Covers = &Table[model.Cover]{
	Name: "covers", Key: "id",
	columns:  columns("id" + toldCoverColumns + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, c *model.Cover) { b.int(int64(c.ID)) },
	recorded: func(c *model.Cover) *model.Recorded { return &c.Recorded },
	write: func(b *binder, c *model.Cover) {
		b.int(int64(c.ID))
		b.int(int64(c.UnitID))
		b.name(c.Kind)
		b.int(int64(c.OrganisationID))
		b.int(int64(c.InstructorID))
		b.int(int64(c.MassOrganisationID))
		b.name(c.SetUp)
		b.name(c.Basis)
		b.valid(c.Valid)
		b.name(c.EndReason)
		b.recorded(c.Recorded)
	},
	read: func(r *reader, c *model.Cover) {
		c.ID = model.CoverID(r.int())
		readToldCover(r, c)
		r.recorded(&c.Recorded)
	},
}

const toldCoverColumns = " unit_id kind organisation_id instructor_id mass_organisation_id set_up basis valid_from valid_to end_reason"

// toldCovers is the table of covers without id and recording.
var toldCovers = &Table[model.Cover]{Name: "covers", columns: columns(toldCoverColumns), read: readToldCover}

func readToldCover(r *reader, c *model.Cover) {
	c.UnitID = model.UnitID(r.int())
	r.enum(&c.Kind)
	c.OrganisationID, c.InstructorID = model.OrganisationID(r.int()), model.InstructorID(r.int())
	c.MassOrganisationID = model.MassOrganisationID(r.int())
	r.enum(&c.SetUp)
	r.enum(&c.Basis)
	r.valid(&c.Valid)
	r.enum(&c.EndReason)
}

// Participations is the table of home organisations' members in combined organisations.
var Participations = &Table[model.Participation]{
	Name: "participations", Key: "id",
	columns: columns(`id organisation_id home_organisation_id valid_from valid_to full_members probationary_members` +
		recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, p *model.Participation) { b.int(int64(p.ID)) },
	recorded: func(p *model.Participation) *model.Recorded { return &p.Recorded },
	write: func(b *binder, p *model.Participation) {
		b.int(int64(p.ID))
		b.int(int64(p.OrganisationID))
		b.int(int64(p.HomeOrganisationID))
		b.valid(p.Valid)
		b.count(p.FullMembers)
		b.count(p.ProbationaryMembers)
		b.recorded(p.Recorded)
	},
	read: func(r *reader, p *model.Participation) {
		p.ID = model.ParticipationID(r.int())
		p.OrganisationID, p.HomeOrganisationID = model.OrganisationID(r.int()), model.OrganisationID(r.int())
		r.valid(&p.Valid)
		p.FullMembers, p.ProbationaryMembers = r.count(), r.count()
		r.recorded(&p.Recorded)
	},
}

// DeclaredReturns is the table of declared cells.
var DeclaredReturns = &Table[model.DeclaredReturn]{
	Name: "declared_returns", Key: "id",
	columns:  columns("id organisation_id year table_name row_name column_name value" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, d *model.DeclaredReturn) { b.int(d.ID) },
	recorded: func(d *model.DeclaredReturn) *model.Recorded { return &d.Recorded },
	write: func(b *binder, d *model.DeclaredReturn) {
		b.int(d.ID)
		b.int(int64(d.OrganisationID))
		b.int(int64(d.Year))
		b.text(d.Table)
		b.text(d.Row)
		b.text(d.Column)
		b.int(d.Value)
		b.recorded(d.Recorded)
	},
	read: func(r *reader, d *model.DeclaredReturn) {
		d.ID, d.OrganisationID, d.Year = r.int(), model.OrganisationID(r.int()), int(r.int())
		d.Table, d.Row, d.Column = r.text(), r.text(), r.text()
		d.Value = r.int()
		r.recorded(&d.Recorded)
	},
}
