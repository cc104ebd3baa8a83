package indicator

import (
	"slices"

	"fugai/model"
)

// instructorLife is a history as the rules go through it.
type instructorLife struct {
	h *model.InstructorHistory
	// service answers when the service had ended.
	service CoverHistory
	begun   model.Date
	units   []servedUnit
}

// servedUnit is a unit with the covers by the instructor, and the visits that each owes.
type servedUnit struct {
	code   model.CreditCode
	facts  []model.UnitFact
	covers []*model.CoveredUnit
	clocks []visitClock // by cover
}

func lifeOf(h *model.InstructorHistory) *instructorLife {
	l := &instructorLife{h: h, service: CoverHistory{Instructor: h.Facts}, begun: serviceBegun(h.Facts)}
	first, visits := model.Date(0), map[model.UnitID][]model.Date{}
	for i, v := range h.Visits {
		if i == 0 {
			first = v.On
		}
		if days := visits[v.UnitID]; len(days) == 0 || days[len(days)-1] != v.On {
			visits[v.UnitID] = append(days, v.On)
		}
	}
	places := map[model.UnitID]int{}
	for i := range h.Covers {
		c := &h.Covers[i]
		at, ok := places[c.UnitID]
		if !ok {
			at = len(l.units)
			places[c.UnitID] = at
			l.units = append(l.units, servedUnit{code: c.CreditCode, facts: c.Unit})
		}
		u := &l.units[at]
		u.covers = append(u.covers, c)
		u.clocks = append(u.clocks, visitClock{c.Valid, first, visits[c.UnitID]})
	}
	return l
}

// serviceBegun is the first day of service that is reported, or the first fact's day where no report names one.
func serviceBegun(facts []model.InstructorFact) model.Date {
	begun := model.Never
	for i := range facts {
		if f := facts[i].ServiceFrom; f != 0 {
			begun = min(begun, f)
		}
	}
	if begun == model.Never {
		return facts[0].ValidFrom
	}
	return begun
}

// instructorDay is what the rules see of an instructor on one day.
type instructorDay struct {
	*instructorLife
	on    model.Date
	rules *dayRules
	fact  *model.InstructorFact
	// serving tells that the service had begun and not ended; ended that it had ended, on endedOn.
	serving, ended bool
	endedOn        model.Date
	// open is the number of operating units with a cover whose own dates hold the day: the live units of one who serves. visited is no
	// where one of them had no visit in time, unknown where that is not known of one.
	open    int
	visited truth
}

// see collects what the rules of a day see of an instructor.
func (d *instructorDay) see(l *instructorLife, on model.Date, rules *dayRules) {
	*d = instructorDay{instructorLife: l, on: on, rules: rules, fact: l.service.InstructorOn(on), visited: yes}
	d.endedOn, d.ended = l.service.HolderEnded(on)
	d.serving = !d.ended && d.fact.ServiceFrom <= on
	for i := range l.units {
		u := &l.units[i]
		if n, visited := u.openOn(on, rules.visitMonths); n > 0 && rules.operates(u.facts, on) {
			d.open++
			d.visited = min(d.visited, visited)
		}
	}
}

// openOn is the number of covers whose own dates hold a day, and whether the unit was visited in time by the kindest of their clocks.
func (u *servedUnit) openOn(on model.Date, months int) (n int, visited truth) {
	for i, c := range u.covers {
		if lasting(c.Valid, on) {
			n++
			visited = max(visited, u.clocks[i].inTime(on, months))
		}
	}
	return n, visited
}

// lasting tells whether the own dates of a cover hold a day; an end that is not reported is open.
func lasting(v model.Valid, on model.Date) bool {
	return v.ValidFrom <= on && (on < v.ValidTo || v.ValidTo == 0)
}

// AppendInstructorSpans cuts the service of an instructor into spans, as AppendSpans does for a unit: from the day on which it began, also
// beyond its end. The spans name the instructor by code, never by name.
func (rs *RuleSet) AppendInstructorSpans(into []model.Span, h *model.InstructorHistory) []model.Span {
	if len(h.Facts) == 0 {
		return into
	}
	l, first := lifeOf(h), len(into)
	var d instructorDay
	for _, day := range rs.serviceDays(l) {
		d.see(l, day, rs.on(day))
		span := d.span()
		into = addSpan(into, first, &span)
	}
	return into
}

// serviceDays are the first day of service and the days after it on which anything may change.
func (rs *RuleSet) serviceDays(l *instructorLife) []model.Date {
	days := []model.Date{l.begun}
	add := func(day model.Date) {
		if day > l.begun && day < model.Never {
			days = append(days, day)
		}
	}
	for i := range l.h.Facts {
		f := &l.h.Facts[i]
		add(f.ValidFrom)
		add(f.ServiceFrom)
		add(f.ServiceTo)
	}
	for i := range l.units {
		u := &l.units[i]
		rs.operationTurns(u.facts, add)
		for at, c := range u.covers {
			add(c.ValidFrom)
			add(c.ValidTo)
			u.clocks[at].turns(rs.visitMonths, add)
		}
	}
	for i := range rs.days {
		add(rs.days[i].from)
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// span is the day as an open span.
func (d *instructorDay) span() model.Span {
	s := model.Span{
		UnitID: model.UnitID(d.h.ID), Valid: model.Valid{ValidFrom: d.on, ValidTo: model.Never}, RegionID: d.fact.RegionID, FoundedOn: d.begun, Name: d.h.Code,
	}
	s.Class.Role = orElse(d.fact.Role, model.InstructorRoleInstructor)
	if s.Class.Operation = model.OperationNotOperating; d.serving {
		s.Class.Operation = model.OperationOperating
	}
	for i, def := range d.rules.instructors {
		s.Class.Results = s.Class.Results.With(i, def.instructor.judge(d))
	}
	return s
}
