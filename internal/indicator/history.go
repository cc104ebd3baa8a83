package indicator

import "fugai/model"

// UnitHistory is all that the rules read of one unit: its facts, and its covers with the facts of those that hold them.
type UnitHistory struct {
	ID model.UnitID
	// Facts are the current rows in order of ValidFrom. A row holds until the next one; the first one also holds back to the
	// founding day, the last one goes on.
	Facts  []model.UnitFact
	Covers []CoverHistory
}

// CoverHistory is a cover with the dated facts of its holder, in order of ValidFrom. Only the holder's own list is filled.
type CoverHistory struct {
	model.Cover
	OrganisationCode string
	Organisation     []model.OrganisationFact
	Instructor       []model.InstructorFact
	MassOrganisation []model.MassOrganisationFact
}

// FoundedOn is the day from which the unit counts: as last reported, or the first fact's day where no report names it.
func (h *UnitHistory) FoundedOn() model.Date {
	if len(h.Facts) == 0 {
		return model.Never
	}
	if d := h.Facts[len(h.Facts)-1].FoundedOn; d != 0 {
		return d
	}
	return h.Facts[0].ValidFrom
}

// FactOn is the fact in force on a day.
func (h *UnitHistory) FactOn(day model.Date) *model.UnitFact {
	i := len(h.Facts) - 1
	for i > 0 && h.Facts[i].ValidFrom > day {
		i--
	}
	return &h.Facts[i]
}

// organisationOn is the organisation's fact in force on a day; nil where nothing is known of it.
func (c *CoverHistory) organisationOn(day model.Date) *model.OrganisationFact {
	i := len(c.Organisation) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.Organisation[i].ValidFrom > day {
		i--
	}
	return &c.Organisation[i]
}

func (c *CoverHistory) instructorOn(day model.Date) *model.InstructorFact {
	i := len(c.Instructor) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.Instructor[i].ValidFrom > day {
		i--
	}
	return &c.Instructor[i]
}

func (c *CoverHistory) massOrganisationOn(day model.Date) *model.MassOrganisationFact {
	i := len(c.MassOrganisation) - 1
	if i < 0 {
		return nil
	}
	for i > 0 && c.MassOrganisation[i].ValidFrom > day {
		i--
	}
	return &c.MassOrganisation[i]
}

// holderRows is the number of facts of the cover's holder.
func (c *CoverHistory) holderRows() int {
	return len(c.Organisation) + len(c.Instructor) + len(c.MassOrganisation)
}

// holderRow is the first day of a fact of the holder, and the end of the holder's life or service as that fact reports it.
func (c *CoverHistory) holderRow(i int) (from, end model.Date) {
	switch {
	case i < len(c.Organisation):
		return c.Organisation[i].ValidFrom, c.Organisation[i].DissolvedOn
	case i < len(c.Instructor):
		return c.Instructor[i].ValidFrom, c.Instructor[i].ServiceTo
	}
	return c.MassOrganisation[i].ValidFrom, c.MassOrganisation[i].DissolvedOn
}

// holderEnded tells whether the holder had ended by a day, and since when. The end dates itself: a dissolution of May that is
// reported in June ended the organisation in May. Later facts that report no end any more revive the holder.
func (c *CoverHistory) holderEnded(day model.Date) (since model.Date, ended bool) {
	for i, n := 0, c.holderRows(); i < n; i++ {
		_, end := c.holderRow(i)
		if end.Open() || end > day {
			continue
		}
		if i+1 < n {
			if next, _ := c.holderRow(i + 1); next <= day {
				continue
			}
		}
		return end, true
	}
	return 0, false
}

// standing says how a cover stands on a day.
type standing uint8

const (
	neverInForce standing = iota // not begun by the day, or its holder had ended before it began
	inForce
	ended
)

// on is how the cover stands on a day. For an ended one, end is the first day on which it was not in force any more.
func (c *CoverHistory) on(day model.Date) (s standing, end model.Date) {
	if c.ValidFrom > day {
		return neverInForce, 0
	}
	end = min(c.ValidTo, day+1)
	if c.ValidTo == 0 {
		end = day + 1
	}
	for end > c.ValidFrom {
		since, over := c.holderEnded(end - 1)
		if !over {
			if end > day {
				return inForce, 0
			}
			return ended, end
		}
		end = since
	}
	return neverInForce, 0
}

// InForce tells whether the cover is in force on a day: its own dates hold the day and its holder has not ended by it.
func (c *CoverHistory) InForce(day model.Date) bool {
	s, _ := c.on(day)
	return s == inForce
}

// setUpOn is the cover's set-up; a cover that names none takes its organisation's. Where neither is reported the cover counts as
// AFFILIATED, the one that claims no organisation of the unit's own.
func (c *CoverHistory) setUpOn(day model.Date) model.SetUp {
	if c.SetUp != 0 && c.SetUp != model.SetUpNone {
		return c.SetUp
	}
	if o := c.organisationOn(day); o != nil && o.SetUp != 0 && o.SetUp != model.SetUpNone {
		return o.SetUp
	}
	return model.SetUpAffiliated
}

// meansOn is by what means a WORK cover covers.
func (c *CoverHistory) meansOn(day model.Date) model.WorkMeans {
	if m := c.massOrganisationOn(day); m != nil {
		return massMeans[m.Kind]
	}
	if c.MassOrganisationID != 0 {
		return model.WorkMeansNone
	}
	if p := c.instructorOn(day); p != nil && p.Role == model.InstructorRoleLiaison {
		return model.WorkMeansLiaison
	}
	return model.WorkMeansInstructor
}

var massMeans = [...]model.WorkMeans{
	0:                                     model.WorkMeansNone,
	model.MassOrganisationKindTradeUnion:  model.WorkMeansTradeUnion,
	model.MassOrganisationKindYouthLeague: model.WorkMeansYouthLeague,
	model.MassOrganisationKindWomensFederation: model.WorkMeansWomensFederation,
}

// LastCover is the cover of either kind that ended last by a day: by the end, then the latest begin, then the code. It is nil
// where none has ended; the day is the first one on which it was not in force.
func (h *UnitHistory) LastCover(day model.Date) (*CoverHistory, model.Date) {
	return h.lastEnded(day, func(*CoverHistory, model.Date) bool { return true })
}

func (h *UnitHistory) lastEnded(day model.Date, fits func(c *CoverHistory, end model.Date) bool) (*CoverHistory, model.Date) {
	var last *CoverHistory
	var lastEnd model.Date
	for i := range h.Covers {
		c := &h.Covers[i]
		s, end := c.on(day)
		if s == ended && fits(c, end) && (last == nil || later(c, end, last, lastEnd)) {
			last, lastEnd = c, end
		}
	}
	return last, lastEnd
}

func later(c *CoverHistory, end model.Date, than *CoverHistory, thanEnd model.Date) bool {
	switch {
	case end != thanEnd:
		return end > thanEnd
	case c.ValidFrom != than.ValidFrom:
		return c.ValidFrom > than.ValidFrom
	}
	return c.OrganisationCode < than.OrganisationCode
}
