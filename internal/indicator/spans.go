package indicator

import (
	"slices"

	"fugai/model"
)

// Spans cuts a unit's life into maximal periods in which its dimensions and all its results stay the same: in order, without
// gaps or overlaps, from the founding day on; the last one is open.
func (rs *RuleSet) Spans(h *UnitHistory) []model.Span { return rs.AppendSpans(nil, h) }

// AppendSpans is Spans into a slice that the caller uses again.
func (rs *RuleSet) AppendSpans(into []model.Span, h *UnitHistory) []model.Span {
	if len(h.Facts) == 0 {
		return into
	}
	var room [24]model.Date
	founded := h.FoundedOn()
	days := rs.boundaries(room[:0], h, founded)
	into = slices.Grow(into, len(days))
	first := len(into)
	var d unitDay
	for _, day := range days {
		d.see(h, founded, day, rs.on(day))
		into = append(into, model.Span{})
		last := len(into) - 1
		d.fill(&into[last], h.ID)
		if last == first {
			continue
		}
		if same(&into[last-1], &into[last]) {
			into = into[:last]
			continue
		}
		into[last-1].ValidTo = day
	}
	return into
}

// boundaries are the founding day and the days after it on which anything may change.
func (rs *RuleSet) boundaries(days []model.Date, h *UnitHistory, founded model.Date) []model.Date {
	days = append(days, founded)
	add := func(day model.Date) {
		if day > founded && day < model.Never {
			days = append(days, day)
		}
	}
	for i := 1; i < len(h.Facts); i++ {
		add(h.Facts[i].ValidFrom)
	}
	for i := range h.Covers {
		c := &h.Covers[i]
		add(c.ValidFrom)
		add(c.ValidTo)
		if c.FirstVisit != 0 {
			clockOf(c).turns(rs.visitMonths, add)
		}
		for row, n := 0, c.HolderRows(); row < n; row++ {
			from, end := c.HolderRow(row)
			if row > 0 {
				add(from)
			}
			add(end)
		}
	}
	for i := range h.Leadership {
		add(h.Leadership[i].ValidFrom)
	}
	for i := range h.Predecessors {
		add(h.Predecessors[i].SucceededOn + 1)
		rs.operationTurns(h.Predecessors[i].Facts, add)
	}
	for i := range rs.days {
		add(rs.days[i].from)
		if months := rs.days[i].graceMonths; months > 0 {
			add(founded.AddMonths(months))
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// operationTurns adds the days on which the unit of some facts may begin or cease to operate.
func (rs *RuleSet) operationTurns(facts []model.UnitFact, add func(model.Date)) {
	if len(facts) == 0 {
		return
	}
	h := UnitHistory{Facts: facts}
	founded := h.FoundedOn()
	add(founded)
	for i := 1; i < len(facts); i++ {
		add(facts[i].ValidFrom)
	}
	for i := range rs.days {
		if months := rs.days[i].graceMonths; months > 0 {
			add(founded.AddMonths(months))
		}
	}
}

// same tells whether two neighbours differ in nothing but their days.
func same(a, b *model.Span) bool {
	return a.Class == b.Class && a.RegionID == b.RegionID && a.ZoneID == b.ZoneID && a.Place == b.Place &&
		a.Employees == b.Employees && a.FullMembers == b.FullMembers && a.Members == b.Members && a.Name == b.Name
}

// fill writes the day as an open span.
func (d *unitDay) fill(s *model.Span, id model.UnitID) {
	f := d.fact
	s.UnitID = id
	s.ValidFrom, s.ValidTo = d.on, model.Never
	s.RegionID, s.ZoneID, s.Place = f.RegionID, f.ZoneID, d.place()
	s.Employees, s.FullMembers, s.Members = f.Employees, f.FullMembers, d.members()
	s.FoundedOn, s.Name = d.founded, f.Name
	d.class(&s.Class)
}

// class writes the dimensions with few values, and the results.
func (d *unitDay) class(c *model.SpanClass) {
	f := d.fact
	*c = model.SpanClass{
		Domain:          d.domain,
		AlsoDomain:      d.alsoDomain,
		Control:         orElse(f.Control, model.ControlUnknown),
		Size:            orElse(f.Size, model.SizeUnknown),
		Industry:        sectionOf(f.Industry),
		Kind:            orElse(f.Kind, model.UnitKindNone),
		EmployeeBand:    bandOf(f.Employees),
		AboveScale:      d.aboveScale(),
		PublicOrPrivate: d.publicOrPrivate(),
		Operation:       d.operation,
		Establishment:   d.establishment,
		SetUp:           d.strongestSetUp,
		WorkMeans:       d.means,
	}
	var gap bool
	if c.Results, c.NotCounted, c.Ended, gap = d.results(); gap {
		c.Reason = d.reason()
	}
}
