package seeds

import "fugai/model"

// succeed splits a life where the unit gets a new credit code: the old unit is deregistered, the new one goes on with the
// attributes and covers of that day.
func (t *township) succeed(l *life) (life, bool) {
	day := t.dayInWindow()
	if l.closed != 0 || l.moved != 0 || l.first.FoundedOn+60 >= day {
		return life{}, false
	}
	t.serials.unit++
	next := life{first: *l.at(day)}
	next.first.CreditCode = creditCode(string(l.first.CreditCode[:8]), t.serials.unit)
	next.first.FoundedOn, next.first.ValidFrom = day, day
	next.first.SucceedsCode, next.first.SuccessionKind = l.first.CreditCode, model.SuccessionKindNewCreditCode
	t.splitReports(l, &next, day)
	splitCovers(l, &next, day)
	l.closed = day
	return next, true
}

func (t *township) splitReports(l, next *life, day model.Date) {
	last := *l.at(day - 1)
	later := l.later
	l.later = nil
	for _, u := range later {
		switch {
		case u.ValidFrom < day:
			l.later = append(l.later, u)
		case u.ValidFrom > day:
			u.CreditCode, u.FoundedOn = next.first.CreditCode, day
			next.later = append(next.later, u)
		}
	}
	last.Status, last.StatusEvidence = model.UnitStatusDeregistered, "演示换发统一社会信用代码"
	l.report(last, day)
}

func splitCovers(l, next *life, day model.Date) {
	covers := l.covers
	l.covers = nil
	for _, c := range covers {
		if c.ValidFrom < day {
			old := c
			if old.ValidTo == 0 || old.ValidTo > day {
				old.ValidTo, old.EndReason = day, model.EndReasonReplaced
			}
			l.add(old)
		}
		if c.ValidTo == 0 || c.ValidTo > day {
			c.ValidFrom = max(c.ValidFrom, day)
			next.add(c)
		}
	}
}

// merge lets one deregistered unit in four go on as the survivor, the township's last unit that operates.
func (t *township) merge(l *life) {
	s := &t.survivor
	if l.closed == 0 || s.first.CreditCode == "" || s.first.FoundedOn >= l.closed || !t.in(250) {
		return
	}
	end := l.at(l.closed)
	now := *s.at(t.AsOf)
	if end.Status != model.UnitStatusDeregistered || now.ValidFrom >= l.closed {
		return
	}
	end.StatusEvidence = "演示合并注销"
	now.SucceedsCode, now.SuccessionKind = l.first.CreditCode, model.SuccessionKindMergedInto
	if now.Employees.Known() {
		now.Employees = model.Counted(now.Employees.Int() + 1 + end.Employees.Int())
	}
	now.ValidFrom = l.closed
	t.history.unit(&now)
	t.survivor = life{}
}
