package seeds

import (
	"slices"

	"fugai/model"
)

// life is one unit: its first report, the later ones in order of date, and its covers.
type life struct {
	first  model.UnitInput
	later  []model.UnitInput
	covers []model.CoverInput
	closed model.Date // the day from which it does not operate any more; 0: it does
	moved  model.Date // the day on which it moved to another township; 0: it did not
}

// at is the report in force on a day.
func (l *life) at(day model.Date) *model.UnitInput {
	now := &l.first
	for i := range l.later {
		if l.later[i].ValidFrom > day {
			break
		}
		now = &l.later[i]
	}
	return now
}

// change is something that happens to a unit on a day.
type change struct {
	on model.Date
	do func(*township, *model.UnitInput)
}

// live lets a unit live through the window: yearly figures, members, moves, names, owners and its end.
func (t *township) live(first model.UnitInput) life {
	l := life{first: first}
	var space [12]change
	changes := t.changes(&l, space[:0])
	slices.SortStableFunc(changes, func(a, b change) int { return int(a.on - b.on) })
	now := first
	for _, c := range changes {
		if l.closed != 0 && c.on > l.closed {
			break
		}
		before := now
		if c.do(t, &now); now != before {
			l.report(now, c.on)
		}
	}
	return l
}

// report adds a report, or replaces one of the same day.
func (l *life) report(u model.UnitInput, on model.Date) {
	u.ValidFrom = on
	if n := len(l.later); n > 0 && l.later[n-1].ValidFrom == on {
		l.later[n-1] = u
		return
	}
	l.later = append(l.later, u)
}

// changes draws what happens to the unit after its founding.
func (t *township) changes(l *life, all []change) []change {
	u := &l.first
	add := func(on model.Date, do func(*township, *model.UnitInput)) {
		if on > u.FoundedOn && on <= t.AsOf {
			all = append(all, change{on, do})
		}
	}
	for years := range 3 {
		if u.Employees.Int() >= 50 || t.in(120) {
			add(model.NewDate(t.AsOf.Year()-years, 1, 1), (*township).yearly)
		}
	}
	switch {
	case !u.FullMembers.Known() && t.in(300):
		add(t.dayInWindow(), (*township).reportMembers)
	case u.FullMembers.Int() > 0 && t.in(160):
		add(t.dayInWindow(), (*township).newMembers)
	}
	if t.in(10) {
		add(t.dayInWindow(), (*township).rename)
	}
	if u.Domain == model.DomainNonPublicEnterprise && u.AlsoDomain == 0 && t.in(4) {
		add(t.dayInWindow(), (*township).takeover)
	}
	if day := t.dayInWindow(); t.in(16) && t.moveTo.code != t.code && day > u.FoundedOn {
		l.moved = day
		add(day, (*township).move)
	}
	if day := t.dayInWindow(); t.in(6) {
		add(day, (*township).suspend)
		add(day+120, (*township).resume)
	} else {
		t.close(l, add)
	}
	return all
}

// dayInWindow is a day of the 36 months.
func (t *township) dayInWindow() model.Date {
	return t.window + model.Date(t.rng.IntN(int(t.AsOf-t.window)))
}

var ends = []option[func(*township, *model.UnitInput)]{
	{30, (*township).suspend}, {30, (*township).revoke}, {30, (*township).deregister}, {20, (*township).stopOperating},
}

// close ends one unit in ten; a third of the ends lie before the window. Organs do not end.
func (t *township) close(l *life, add func(model.Date, func(*township, *model.UnitInput))) {
	if l.first.Domain == model.DomainOrgan || !t.in(95) {
		return
	}
	day := t.dayInWindow()
	if early := t.window - l.first.FoundedOn; early > 200 && t.in(330) {
		day = l.first.FoundedOn + 100 + model.Date(t.rng.IntN(int(early)-100))
	}
	if day > l.first.FoundedOn {
		l.closed = day
		add(day, pick(t.rng, ends))
		if l.moved >= day {
			l.moved = 0
		}
	}
}

func (t *township) yearly(u *model.UnitInput) {
	if !u.Employees.Known() {
		return
	}
	n := u.Employees.Int()
	n = max(1, n+(n*(t.rng.IntN(33)-15))/100+t.rng.IntN(2))
	u.Employees = model.Counted(n)
	if u.OnDutyStaff.Known() {
		u.OnDutyStaff = model.Counted(n - t.rng.IntN(n/8+1))
	}
	if u.Teachers.Known() {
		u.Teachers = model.Counted(n * 8 / 10)
		u.Pupils = model.Counted(n * (8 + t.rng.IntN(4)))
	}
}

func (t *township) reportMembers(u *model.UnitInput) {
	u.FullMembers = model.Counted(t.rng.IntN(4))
	u.ProbationaryMembers = model.Counted(t.rng.IntN(2))
}

// newMembers makes probationary members full ones, or lets members come or go.
func (t *township) newMembers(u *model.UnitInput) {
	full, probationary := u.FullMembers.Int(), u.ProbationaryMembers.Int()
	switch {
	case probationary > 0:
		full, probationary = full+probationary, 0
		u.ProbationaryMembers = model.Counted(probationary)
	case t.in(700):
		full += 1 + t.rng.IntN(2)
	default:
		full--
	}
	u.FullMembers = model.Counted(full)
}

func (t *township) rename(u *model.UnitInput) { u.Name += "更名" }

// takeover turns a private enterprise into a state-owned one.
func (t *township) takeover(u *model.UnitInput) {
	u.Domain, u.Control, u.Kind = model.DomainStateOwnedEnterprise, model.ControlState, model.UnitKindCountySoe
}

func (t *township) move(u *model.UnitInput) { u.RegionCode, u.ZoneCode = t.moveTo.code, "" }

func (t *township) suspend(u *model.UnitInput) {
	u.Status, u.StatusEvidence = model.UnitStatusSuspended, "演示停业备案"
}

func (t *township) resume(u *model.UnitInput) {
	u.Status, u.StatusEvidence = model.UnitStatusActive, ""
}

func (t *township) revoke(u *model.UnitInput) {
	u.Status, u.StatusEvidence = model.UnitStatusRevoked, "演示吊销决定"
}

func (t *township) deregister(u *model.UnitInput) {
	u.Status, u.StatusEvidence = model.UnitStatusDeregistered, "演示注销登记"
}

func (t *township) stopOperating(u *model.UnitInput) {
	u.Status, u.StatusEvidence = model.UnitStatusNotOperating, "演示实地核查记录"
}
