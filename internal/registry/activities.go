package registry

import (
	"fugai/internal/store"
	"fugai/model"
)

type activityKey struct {
	organisation model.OrganisationID
	kind         model.ActivityKind
	on           model.Date
}

func (w *work) planActivities() error {
	in := w.batch.Activities
	if len(in) == 0 {
		return nil
	}
	w.activities = newRows(store.Activities, func(a *model.Activity) activityKey { return activityKey{a.OrganisationID, a.Kind, a.HeldOn} },
		func(a *model.Activity, id int64) { a.ID = model.ActivityID(id) })
	var ids []model.OrganisationID
	from, to := model.Never, model.Date(0)
	for i := range in {
		ids = append(ids, w.organisations.idOf(in[i].OrganisationCode))
		from, to = min(from, max(in[i].HeldOn, sinceEver)), max(to, in[i].HeldOn)
	}
	stored, err := w.v.CurrentActivities(unique(ids), from, max(to, from))
	if err != nil {
		return err
	}
	w.activities.load(stored)
	o := inputs(w, "Activities", in, func(a *model.ActivityInput) *model.Origin { return &a.Origin })
	seen := map[activityKey]int{}
	each(w, o, in, func(p place, a *model.ActivityInput) { p.activity(a, seen) })
	return nil
}

func (p place) activity(in *model.ActivityInput, seen map[activityKey]int) {
	if in.OrganisationCode == "" {
		p.fault("organisation_code", CodeRequired, "the organisation's code is missing; fill it in")
	}
	if in.Kind == 0 {
		p.fault("kind", CodeRequired, "the kind of the activity is missing; write for example THEME_DAY or LECTURE, or OTHER")
	}
	if in.HeldOn == 0 {
		p.fault("held_on", CodeRequired, "the day of the activity is missing; fill it in")
	}
	p.fits("content", in.Content)
	k := activityKey{p.organisation("organisation_code", in.OrganisationCode), in.Kind, in.HeldOn}
	if !p.bad() {
		onceOnly(p, seen, k, "held_on")
	}
	if p.bad() {
		return
	}
	if in.Void {
		p.withdraw(p.w.activities.drop(k))
		return
	}
	p.done(p.w.activities.put(k, func(a *model.Activity) {
		a.OrganisationID, a.Kind, a.HeldOn, a.Content = k.organisation, k.kind, k.on, in.Content
	}))
}
