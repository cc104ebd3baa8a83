package model

// UnitHistory is all that the rules read of one unit: its facts, and its covers with the facts of those that hold them.
type UnitHistory struct {
	ID UnitID
	// Facts are the current rows in order of ValidFrom. A row holds until the next one; the first one also holds back to the
	// founding day, the last one goes on.
	Facts  []UnitFact
	Covers []CoverHistory
	// Leadership are the rows of a state-owned enterprise in order of ValidFrom; each holds until the next one.
	Leadership []Leadership
	// Predecessors are the units that this one goes on from, with the day and their facts in order of ValidFrom.
	Predecessors []PredecessorHistory
}

// PredecessorHistory is a unit from which another one goes on.
type PredecessorHistory struct {
	SucceededOn Date
	Facts       []UnitFact
}

// CoverHistory is a cover with the dated facts of its holder, in order of ValidFrom. Only the holder's own list is filled.
type CoverHistory struct {
	Cover
	OrganisationCode string
	Organisation     []OrganisationFact
	Instructor       []InstructorFact
	MassOrganisation []MassOrganisationFact
	// Visits are the days, ascending and once each, on which the instructor visited the unit; FirstVisit is the first day on which a
	// visit of this instructor to any unit is recorded, 0 where none is: then visits are not reported at all.
	Visits     []Date
	FirstVisit Date
}

// FoundedOn is the day from which the unit counts: as last reported, or the first fact's day where no report names it.
func (h *UnitHistory) FoundedOn() Date {
	if len(h.Facts) == 0 {
		return Never
	}
	if d := h.Facts[len(h.Facts)-1].FoundedOn; d != 0 {
		return d
	}
	return h.Facts[0].ValidFrom
}

// FactOn is the fact in force on a day.
func (h *UnitHistory) FactOn(day Date) *UnitFact {
	i := len(h.Facts) - 1
	for i > 0 && h.Facts[i].ValidFrom > day {
		i--
	}
	return &h.Facts[i]
}

// OrganisationOn is the organisation's fact in force on a day; nil where nothing is known of it.
func (c *CoverHistory) OrganisationOn(day Date) *OrganisationFact {
	i := len(c.Organisation) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.Organisation[i].ValidFrom > day {
		i--
	}
	return &c.Organisation[i]
}

// InstructorOn is the instructor's fact in force on a day; nil where nothing is known of the holder.
func (c *CoverHistory) InstructorOn(day Date) *InstructorFact {
	i := len(c.Instructor) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.Instructor[i].ValidFrom > day {
		i--
	}
	return &c.Instructor[i]
}

// MassOrganisationOn is the mass organisation's fact in force on a day; nil where nothing is known of it.
func (c *CoverHistory) MassOrganisationOn(day Date) *MassOrganisationFact {
	i := len(c.MassOrganisation) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.MassOrganisation[i].ValidFrom > day {
		i--
	}
	return &c.MassOrganisation[i]
}

// HolderRows is the number of facts of the holder.
func (c *CoverHistory) HolderRows() int {
	return len(c.Organisation) + len(c.Instructor) + len(c.MassOrganisation)
}

// HolderRow is the first day of a fact of the holder, and the end of the holder's life or service as that fact reports it.
func (c *CoverHistory) HolderRow(i int) (from, end Date) {
	switch {
	case i < len(c.Organisation):
		return c.Organisation[i].ValidFrom, c.Organisation[i].DissolvedOn
	case i < len(c.Instructor):
		return c.Instructor[i].ValidFrom, c.Instructor[i].ServiceTo
	}
	return c.MassOrganisation[i].ValidFrom, c.MassOrganisation[i].DissolvedOn
}

// HolderEnded tells whether the holder had ended by a day, and since when. The end dates itself: a dissolution of May that is
// reported in June ended the organisation in May. Later facts that report no end any more revive the holder.
func (c *CoverHistory) HolderEnded(day Date) (since Date, ended bool) {
	for i, n := 0, c.HolderRows(); i < n; i++ {
		_, end := c.HolderRow(i)
		if end.Open() || end > day {
			continue
		}
		if i+1 < n {
			if next, _ := c.HolderRow(i + 1); next <= day {
				continue
			}
		}
		return end, true
	}
	return 0, false
}

// Standing says how a cover stands on a day.
type Standing uint8

// How a cover stands on a day.
const (
	NeverInForce Standing = iota // not begun by the day, or its holder had ended before it began
	StandingInForce
	StandingEnded
)

// Standing is how the cover stands on a day. For an ended one, end is the first day on which it was not in force any more.
func (c *CoverHistory) Standing(day Date) (s Standing, end Date) {
	if c.ValidFrom > day {
		return NeverInForce, 0
	}
	end = min(c.ValidTo, day+1)
	if c.ValidTo == 0 {
		end = day + 1
	}
	for end > c.ValidFrom {
		since, over := c.HolderEnded(end - 1)
		if !over {
			if end > day {
				return StandingInForce, 0
			}
			return StandingEnded, end
		}
		end = since
	}
	return NeverInForce, 0
}

// InForce tells whether the cover is in force on a day: its own dates hold the day and its holder has not ended by it.
func (c *CoverHistory) InForce(day Date) bool {
	s, _ := c.Standing(day)
	return s == StandingInForce
}

// SetUpOn is the cover's set-up; a cover that names none takes its organisation's. Where neither is reported the cover counts as
// AFFILIATED, the one that claims no organisation of the unit's own.
func (c *CoverHistory) SetUpOn(day Date) SetUp {
	if c.SetUp != 0 && c.SetUp != SetUpNone {
		return c.SetUp
	}
	if o := c.OrganisationOn(day); o != nil && o.SetUp != 0 && o.SetUp != SetUpNone {
		return o.SetUp
	}
	return SetUpAffiliated
}

// MeansOn is by what means a WORK cover covers.
func (c *CoverHistory) MeansOn(day Date) WorkMeans {
	if m := c.MassOrganisationOn(day); m != nil {
		return MassMeans[m.Kind]
	}
	if c.MassOrganisationID != 0 {
		return WorkMeansNone
	}
	if p := c.InstructorOn(day); p != nil && p.Role == InstructorRoleLiaison {
		return WorkMeansLiaison
	}
	return WorkMeansInstructor
}

// MassMeans is the means of work coverage of a mass organisation, by its kind.
var MassMeans = [...]WorkMeans{
	0:                                    WorkMeansNone,
	MassOrganisationKindTradeUnion:       WorkMeansTradeUnion,
	MassOrganisationKindYouthLeague:      WorkMeansYouthLeague,
	MassOrganisationKindWomensFederation: WorkMeansWomensFederation,
}

// LastCover is the cover of either kind that ended last by a day: by the end, then the latest begin, then the code. It is nil
// where none has ended; the day is the first one on which it was not in force.
func (h *UnitHistory) LastCover(day Date) (*CoverHistory, Date) {
	return h.LastEnded(day, func(*CoverHistory, Date) bool { return true })
}

// LastEnded is LastCover among the covers that fit.
func (h *UnitHistory) LastEnded(day Date, fits func(c *CoverHistory, end Date) bool) (*CoverHistory, Date) {
	var last *CoverHistory
	var lastEnd Date
	for i := range h.Covers {
		c := &h.Covers[i]
		s, end := c.Standing(day)
		if s == StandingEnded && fits(c, end) && (last == nil || Later(c, end, last, lastEnd)) {
			last, lastEnd = c, end
		}
	}
	return last, lastEnd
}

// Later tells whether a cover that ended comes behind another one in the order of LastCover.
func Later(c *CoverHistory, end Date, than *CoverHistory, thanEnd Date) bool {
	switch {
	case end != thanEnd:
		return end > thanEnd
	case c.ValidFrom != than.ValidFrom:
		return c.ValidFrom > than.ValidFrom
	}
	return c.OrganisationCode < than.OrganisationCode
}

// WhyEnded is the recorded reason, or that of the holder where the holder ended first.
func (c *CoverHistory) WhyEnded(end Date) EndReason {
	switch {
	case end == c.ValidTo:
		return c.EndReason
	case len(c.Instructor) > 0:
		return EndReasonServiceEnded
	}
	return EndReasonDissolved
}
