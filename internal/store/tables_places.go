package store

import "fugai/model"

// RegionFacts is the table of the division tree.
var RegionFacts = &Table[model.RegionFact]{
	Name: "region_facts", Key: "region_id",
	columns:  columns("region_id valid_from valid_to code name level parent_id" + recordedColumns),
	at:       []string{"region_id", "valid_from"},
	identify: func(b *binder, f *model.RegionFact) { b.int(int64(f.RegionID)); b.date(f.ValidFrom) },
	recorded: func(f *model.RegionFact) *model.Recorded { return &f.Recorded },
	write: func(b *binder, f *model.RegionFact) {
		b.int(int64(f.RegionID))
		b.valid(f.Valid)
		b.text(string(f.Code))
		b.text(f.Name)
		b.name(f.Level)
		b.int(int64(f.ParentID))
		b.recorded(f.Recorded)
	},
	read: func(r *reader, f *model.RegionFact) {
		f.RegionID = model.RegionID(r.int())
		r.valid(&f.Valid)
		f.Code, f.Name = model.RegionCode(r.text()), r.text()
		r.enum(&f.Level)
		f.ParentID = model.RegionID(r.int())
		r.recorded(&f.Recorded)
	},
}

// ZoneFacts is the table of the zones' attributes; the code stands in the table of zones and is not read with it.
var ZoneFacts = &Table[model.ZoneFact]{
	Name: "zone_facts", Key: "zone_id",
	columns:  columns("zone_id valid_from valid_to name kind region_id organisation_id" + recordedColumns),
	at:       []string{"zone_id", "valid_from"},
	identify: func(b *binder, f *model.ZoneFact) { b.int(int64(f.ZoneID)); b.date(f.ValidFrom) },
	recorded: func(f *model.ZoneFact) *model.Recorded { return &f.Recorded },
	write: func(b *binder, f *model.ZoneFact) {
		b.int(int64(f.ZoneID))
		b.valid(f.Valid)
		b.text(f.Name)
		b.name(f.Kind)
		b.int(int64(f.RegionID))
		b.int(int64(f.OrganisationID))
		b.recorded(f.Recorded)
	},
	read: func(r *reader, f *model.ZoneFact) {
		f.ZoneID = model.ZoneID(r.int())
		r.valid(&f.Valid)
		f.Name = r.text()
		r.enum(&f.Kind)
		f.RegionID, f.OrganisationID = model.RegionID(r.int()), model.OrganisationID(r.int())
		r.recorded(&f.Recorded)
	},
}
