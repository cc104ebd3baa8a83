package store

import "fugai/model"

// ReviewEvents is the table of acts on the items of review rounds. The code of the organisation and the moment are read from beside.
var ReviewEvents = &Table[model.ReviewEvent]{
	Name: "review_events", Key: "id",
	columns:  columns("id item_id round_id act state actor valid_from valid_to assigned_to due_on note" + recordedColumns),
	at:       []string{"id"},
	identify: func(b *binder, e *model.ReviewEvent) { b.int(e.ID) },
	recorded: func(e *model.ReviewEvent) *model.Recorded { return &e.Recorded },
	write: func(b *binder, e *model.ReviewEvent) {
		b.int(e.ID)
		b.int(int64(e.ItemID))
		b.int(int64(e.RoundID))
		b.name(e.Act)
		b.name(e.State)
		b.text(e.Actor)
		b.valid(e.Valid)
		b.int(int64(e.AssignedTo))
		b.date(e.DueOn)
		b.text(e.Note)
		b.recorded(e.Recorded)
	},
	read: func(r *reader, e *model.ReviewEvent) {
		e.ID = r.int()
		e.ItemID, e.RoundID = model.ReviewItemID(r.int()), model.ReviewRoundID(r.int())
		r.enum(&e.Act)
		r.enum(&e.State)
		e.Actor = r.text()
		r.valid(&e.Valid)
		e.AssignedTo = model.OrganisationID(r.int())
		e.DueOn, e.Note = r.date(), r.text()
		r.recorded(&e.Recorded)
	},
}

var (
	reviewRoundColumns = columns("id code title region_id as_of data_version rules opened_by since_version closed_by until_version")
	reviewItemColumns  = columns("id round_id rule subject subject_id code name region_id since finding mend")
)

func writeReviewItem(b *binder, i *model.ReviewItem) {
	b.int(int64(i.ID))
	b.int(int64(i.RoundID))
	b.text(string(i.Rule))
	b.name(i.Subject)
	b.int(int64(i.SubjectID))
	b.text(i.Code)
	b.text(i.Name)
	b.int(int64(i.RegionID))
	b.date(i.Since)
	b.text(i.Text)
	b.text(i.Mend)
}

func readReviewItem(r *reader, i *model.ReviewItem) {
	i.ID, i.RoundID = model.ReviewItemID(r.int()), model.ReviewRoundID(r.int())
	i.Rule = model.IndicatorKey(r.text())
	r.enum(&i.Subject)
	i.SubjectID = model.SubjectID(r.int())
	i.Code, i.Name = r.text(), r.text()
	i.RegionID = model.RegionID(r.int())
	i.Since = r.date()
	i.Text, i.Mend = r.text(), r.text()
}
