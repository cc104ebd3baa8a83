package indicator

import (
	"cmp"
	"slices"

	"fugai/model"
)

// organisationRule is a rule of the look-back on organisations.
type organisationRule struct {
	// judge is the result of an organisation that lives on the day.
	judge func(*organisationDay) model.Result
	// told is what is wrong on a day on which it is UNMET, with the numbers.
	told func(*organisationDay) Text
	// evidence is the facts that decided.
	evidence func(*organisationDay) []Evidence
}

// AppendOrganisationSpans cuts the life of an organisation into spans, as AppendSpans does for a unit: from the establishment on,
// maximal, the last one open. In UnitID stands the number of the organisation.
func (rs *RuleSet) AppendOrganisationSpans(into []model.Span, h *model.OrganisationHistory) []model.Span {
	if len(h.Facts) == 0 {
		return into
	}
	d := rs.organisation(h)
	first, days, changes := len(into), d.days(), d.changes()
	var span model.Span
	for len(days)+len(changes) > 0 {
		day := model.Never
		if len(days) > 0 {
			day = days[0]
		}
		if len(changes) > 0 {
			day = min(day, changes[0].on)
		}
		if len(days) > 0 && days[0] == day {
			d.look(day, rs.on(day))
			days = days[1:]
		}
		d.on = day
		for len(changes) > 0 && changes[0].on == day {
			d.units.add(changes[0].before, -1)
			d.units.add(changes[0].after, 1)
			changes = changes[1:]
		}
		d.fill(&span)
		into = addSpan(into, first, &span)
	}
	return into
}

// OrganisationFinding is what the rule at a place of the catalogue finds of an organisation on a day; false where it finds nothing.
func (rs *RuleSet) OrganisationFinding(h *model.OrganisationHistory, index int, on model.Date) (*Finding, bool) {
	since, first, ok := unmetSince(rs.AppendOrganisationSpans(nil, h), index, on)
	if !ok {
		return nil, false
	}
	d := rs.organisation(h)
	f := &Finding{Indicator: organisationCatalogue[index], Index: index, Since: since}
	if before := rs.before(since); before != nil && !first {
		d.see(since, before)
		f.ByRules = d.result(before.organisations[index]) != model.ResultUnmet
	}
	d.see(on, rs.on(on))
	def := d.rules.organisations[index]
	f.Text, f.Mend, f.Evidence = def.organisation.told(d), rs.filled(def.mend, on), def.organisation.evidence(d)
	return f, true
}

// fill writes the day as an open span.
func (d *organisationDay) fill(s *model.Span) {
	f := d.fact
	*s = model.Span{
		UnitID: model.UnitID(d.h.ID), Valid: model.Valid{ValidFrom: d.on, ValidTo: model.Never}, RegionID: f.RegionID, Place: d.place(),
		FullMembers: f.FullMembers, Members: d.members(), FoundedOn: d.established, Name: f.Name,
	}
	c := &s.Class
	*c = model.SpanClass{
		Control: model.ControlUnknown, Size: model.SizeUnknown, Kind: model.UnitKindNone, EmployeeBand: model.EmployeeBandUnknown,
		AboveScale: model.AboveScaleNone, PublicOrPrivate: model.PublicOrPrivateNone, Establishment: model.EstablishmentNone,
		WorkMeans: model.WorkMeansNone, OrganisationKind: d.kind(), Nature: d.nature(),
		Operation: model.OperationNotOperating, SetUp: model.SetUpNone,
	}
	if !d.ended {
		c.Operation = model.OperationOperating
		c.SetUp, c.Basis, c.Domain = d.units.strongest(), d.units.basis(), d.units.domain()
	}
	for i, def := range d.rules.organisations {
		c.Results |= model.Results(d.result(def)) << (3 * i)
	}
}

// place is where the organisation stands in the subordination tree: at itself, so that it is in the group of its superior's subordinates
// that it heads, and with everything below it where it is asked for by code. Once dissolved it is in no tree and stands at its superior.
func (d *organisationDay) place() model.Place {
	if d.ended {
		return model.PlaceOf(d.fact.ParentID, false)
	}
	return model.PlaceOf(d.h.ID, false)
}

func (d *organisationDay) result(def *Definition) model.Result {
	if d.ended {
		return model.ResultExempt
	}
	return def.organisation.judge(d)
}

// days are the days on which anything but its units may change: the establishment and, behind it, those of its facts and the terms in
// them, of those that it names, of its officers, participants and activities, and of the policy.
func (d *organisationDay) days() []model.Date {
	days := []model.Date{d.established}
	add := func(day model.Date) {
		if day > d.established && day < model.Never {
			days = append(days, day)
		}
	}
	for i := range d.rs.days {
		add(d.rs.days[i].from)
	}
	for _, months := range d.rs.months(func(r *dayRules) int { return r.temporaryMonths }) {
		add(d.established.AddMonths(months) + 1)
	}
	d.factDays(add)
	for _, facts := range d.h.Others {
		for i := range facts {
			add(facts[i].ValidFrom)
			add(facts[i].DissolvedOn)
		}
	}
	for i := range d.h.Officers {
		add(d.h.Officers[i].ValidFrom)
		add(d.h.Officers[i].ValidTo)
	}
	for i := range d.h.Participations {
		add(d.h.Participations[i].ValidFrom)
		add(d.h.Participations[i].ValidTo)
	}
	d.activityDays(add)
	slices.Sort(days)
	return slices.Compact(days)
}

// factDays are the days of its own facts and of the terms in them.
func (d *organisationDay) factDays(add func(model.Date)) {
	reminders := d.rs.months(func(r *dayRules) int { return r.reminderMonths })
	for i := range d.h.Facts {
		f := &d.h.Facts[i]
		add(f.ValidFrom)
		add(f.DissolvedOn)
		add(f.TermBeganOn)
		if f.TermEndsOn.Open() {
			continue
		}
		add(f.TermEndsOn + 1)
		for _, months := range reminders {
			add(f.TermEndsOn.AddMonths(-months))
		}
	}
}

// activityDays are the days on which activities become due, and those of the activities that come too late. An activity in time changes
// nothing, so that a busy branch has no more spans than an idle one.
func (d *organisationDay) activityDays(add func(model.Date)) {
	for _, months := range d.rs.months(func(r *dayRules) int { return r.activityMonths }) {
		for i, held := range d.h.Activities {
			due := max(held, d.established).AddMonths(months)
			if i == 0 {
				add(held)
			}
			if i+1 == len(d.h.Activities) || d.h.Activities[i+1] > due {
				add(due + 1)
			}
			if i+1 < len(d.h.Activities) && d.h.Activities[i+1] > due {
				add(d.h.Activities[i+1])
			}
		}
	}
}

// months are the values of a setting on all days, each once.
func (rs *RuleSet) months(of func(*dayRules) int) []int {
	var values []int
	for i := range rs.days {
		if n := of(&rs.days[i]); !slices.Contains(values, n) {
			values = append(values, n)
		}
	}
	return values
}

// unitChange is how what a unit adds to the figures of an organisation changes on a day.
type unitChange struct {
	on            model.Date
	before, after unitSight
}

// changes are those of all its units, in order of days; what is older than the establishment stands on its day.
func (d *organisationDay) changes() []unitChange {
	var all []unitChange
	var days []model.Date
	for i := range d.held {
		u := &d.held[i]
		days = u.days(d, days[:0])
		var before unitSight
		for _, day := range days {
			if after := u.on(day, d.rs.on(day), d.h.Regions); after != before {
				all = append(all, unitChange{day, before, after})
				before = after
			}
		}
	}
	slices.SortFunc(all, func(a, b unitChange) int { return cmp.Compare(a.on, b.on) })
	return all
}
