package store

import "fugai/model"

// Officers is the table of secretaries and deputy secretaries; the name is sealed at rest.
var Officers = &Table[model.Officer]{
	Name: "officers", Key: "id",
	columns:  columns("id organisation_id role name eligibility eligibility_evidence valid_from valid_to" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, o *model.Officer) { b.int(int64(o.ID)) },
	recorded: func(o *model.Officer) *model.Recorded { return &o.Recorded },
	write: func(b *binder, o *model.Officer) {
		b.int(int64(o.ID))
		b.int(int64(o.OrganisationID))
		b.name(o.Role)
		b.sealed(o.Name)
		b.name(o.Eligibility)
		b.text(o.EligibilityEvidence)
		b.valid(o.Valid)
		b.recorded(o.Recorded)
	},
	read: func(r *reader, o *model.Officer) {
		o.ID, o.OrganisationID = model.OfficerID(r.int()), model.OrganisationID(r.int())
		r.enum(&o.Role)
		o.Name = r.sealed()
		r.enum(&o.Eligibility)
		o.EligibilityEvidence = r.text()
		r.valid(&o.Valid)
		r.recorded(&o.Recorded)
	},
}

// Activities is the table of recorded activities of organisations.
var Activities = &Table[model.Activity]{
	Name: "activities", Key: "id",
	columns:  columns("id organisation_id kind held_on content" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, a *model.Activity) { b.int(int64(a.ID)) },
	recorded: func(a *model.Activity) *model.Recorded { return &a.Recorded },
	write: func(b *binder, a *model.Activity) {
		b.int(int64(a.ID))
		b.int(int64(a.OrganisationID))
		b.name(a.Kind)
		b.date(a.HeldOn)
		b.text(a.Content)
		b.recorded(a.Recorded)
	},
	read: func(r *reader, a *model.Activity) {
		a.ID, a.OrganisationID = model.ActivityID(r.int()), model.OrganisationID(r.int())
		r.enum(&a.Kind)
		a.HeldOn, a.Content = r.date(), r.text()
		r.recorded(&a.Recorded)
	},
}

// Leaderships is the table of how the posts of Party and management of state-owned enterprises are filled.
var Leaderships = &Table[model.Leadership]{
	Name: "leadership_facts", Key: "unit_id",
	columns:  columns("unit_id valid_from valid_to one_person exception_document cross_appointed" + recordedColumns),
	at:       []string{"unit_id", "valid_from"},
	identify: func(b *binder, l *model.Leadership) { b.int(int64(l.UnitID)); b.date(l.ValidFrom) },
	recorded: func(l *model.Leadership) *model.Recorded { return &l.Recorded },
	write: func(b *binder, l *model.Leadership) {
		b.int(int64(l.UnitID))
		b.valid(l.Valid)
		b.name(l.OnePerson)
		b.text(l.ExceptionDocument)
		b.name(l.CrossAppointed)
		b.recorded(l.Recorded)
	},
	read: func(r *reader, l *model.Leadership) {
		l.UnitID = model.UnitID(r.int())
		r.valid(&l.Valid)
		r.enum(&l.OnePerson)
		l.ExceptionDocument = r.text()
		r.enum(&l.CrossAppointed)
		r.recorded(&l.Recorded)
	},
}
