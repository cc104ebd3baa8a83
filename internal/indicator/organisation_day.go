package indicator

import (
	"slices"

	"fugai/model"
)

// organisationDay is what the rules see of an organisation on one day.
type organisationDay struct {
	rs          *RuleSet
	h           *model.OrganisationHistory
	established model.Date
	// own are its facts as those of the holder of a cover, others those of the organisations that it names; held are its units with
	// their covers, graces the times of grace that the policy gives on any day, in months.
	own    model.CoverHistory
	others map[model.OrganisationID]*model.CoverHistory
	held   []heldUnit
	graces []int

	on    model.Date
	rules *dayRules
	fact  *model.OrganisationFact
	ended bool
	// term is the row that tells the term on the day; nil where none was reported.
	term *model.OrganisationFact
	// staffed tells that an officer was reported by the day; secretaries are those in post.
	staffed     bool
	secretaries []*model.Officer
	// active is the day of the last activity; 0 while none was recorded.
	active       model.Date
	participants []SetUpParticipants
	// invalid is whether a condition of the combined set-up is broken; it is found when it is asked for first, as conditioned tells.
	invalid     truth
	conditioned bool
	// above are its superiors from the nearest upward, as far as they are known, and chain how they end.
	above []model.OrganisationID
	chain chainEnd
	// education tells that it or one of its superiors is an education committee.
	education bool
	units     unitCounts
}

// chainEnd says how a chain of superiors ends.
type chainEnd uint8

const (
	chainTop       chainEnd = iota // the last one reports no superior
	chainUnknown                   // a superior is not known
	chainDissolved                 // the last one was dissolved by the day
	chainCycle                     // the last one names one that was passed
)

// organisation makes ready what all days of an organisation share.
func (rs *RuleSet) organisation(h *model.OrganisationHistory) *organisationDay {
	d := &organisationDay{rs: rs, h: h, own: model.CoverHistory{Organisation: h.Facts}}
	d.others = make(map[model.OrganisationID]*model.CoverHistory, len(h.Others))
	for id, facts := range h.Others {
		d.others[id] = &model.CoverHistory{Organisation: facts}
	}
	d.graces = slices.DeleteFunc(rs.months(func(r *dayRules) int { return r.graceMonths }), func(months int) bool { return months == 0 })
	if d.established = h.Facts[len(h.Facts)-1].EstablishedOn; d.established == 0 {
		d.established = h.Facts[0].ValidFrom
	}
	d.hold()
	return d
}

// see collects all that the rules of a day see.
func (d *organisationDay) see(on model.Date, rules *dayRules) {
	d.look(on, rules)
	d.units = unitCounts{}
	for i := range d.held {
		d.units.add(d.held[i].on(on, rules, d.h.Regions), 1)
	}
}

// look collects what the rules of a day see besides the units.
func (d *organisationDay) look(on model.Date, rules *dayRules) {
	d.on, d.rules, d.fact = on, rules, d.own.OrganisationOn(on)
	_, d.ended = d.own.HolderEnded(on)
	d.term, d.conditioned = d.termOn(), false
	d.lookAtOfficers()
	d.active = 0
	if n, found := slices.BinarySearch(d.h.Activities, on); found {
		d.active = on
	} else if n > 0 {
		d.active = d.h.Activities[n-1]
	}
	d.lookAtParticipants()
	d.climb()
}

// termOn is the row of the term that runs on the day. A term dates itself: one that is reported later holds from its own first day on,
// and none holds before it.
func (d *organisationDay) termOn() *model.OrganisationFact {
	for i := len(d.h.Facts) - 1; i >= 0; i-- {
		f := &d.h.Facts[i]
		if f == d.fact {
			break
		}
		if !f.TermEndsOn.Open() && f.TermBeganOn != 0 && f.TermBeganOn <= d.on && f.TermBeganOn > d.fact.TermBeganOn {
			return f
		}
	}
	if d.fact.TermEndsOn.Open() || d.fact.TermBeganOn > d.on {
		return nil
	}
	return d.fact
}

func (d *organisationDay) lookAtOfficers() {
	d.staffed, d.secretaries = false, d.secretaries[:0]
	for i := range d.h.Officers {
		o := &d.h.Officers[i]
		d.staffed = d.staffed || o.ValidFrom <= d.on
		if o.Role == model.OfficerRoleSecretary && lasts(o.Valid, d.on) {
			d.secretaries = append(d.secretaries, o)
		}
	}
}

// lasts tells whether a day lies in a period, whose end may not have been reported.
func lasts(v model.Valid, day model.Date) bool {
	return v.ValidFrom <= day && (v.ValidTo == 0 || day < v.ValidTo)
}

func (d *organisationDay) lookAtParticipants() {
	d.participants = d.participants[:0]
	for i := range d.h.Participations {
		p := &d.h.Participations[i]
		if !lasts(p.Valid, d.on) {
			continue
		}
		home := p.HomeOrganisationID
		one := SetUpParticipants{Home: d.code(home), Here: home == d.h.ID, FullMembers: p.FullMembers}
		if other := d.holder(home); other != nil && len(other.Organisation) > 0 {
			one.HomeKnown, one.HomeFullMembers = true, other.OrganisationOn(d.on).FullMembers
			_, one.HomeEnded = other.HolderEnded(d.on)
		}
		d.participants = append(d.participants, one)
	}
}

// holder is the facts of an organisation that it names, or its own; nil where it is not known.
func (d *organisationDay) holder(id model.OrganisationID) *model.CoverHistory {
	if id == d.h.ID {
		return &d.own
	}
	return d.others[id]
}

// code is the code of an organisation that it names, or its own; "" where it is not known.
func (d *organisationDay) code(id model.OrganisationID) string {
	if id == d.h.ID {
		return d.h.Code
	}
	return d.h.Codes[id]
}

// climb follows the superiors as they stand on the day.
func (d *organisationDay) climb() {
	d.above, d.chain, d.education = d.above[:0], chainTop, d.fact.EducationCommittee
	for id := d.fact.ParentID; id != 0; {
		if id == d.h.ID || slices.Contains(d.above, id) {
			d.chain = chainCycle
			return
		}
		other := d.others[id]
		if other == nil || len(other.Organisation) == 0 {
			d.chain = chainUnknown
			return
		}
		fact := other.OrganisationOn(d.on)
		d.above = append(d.above, id)
		if _, ended := other.HolderEnded(d.on); ended {
			d.chain = chainDissolved
			return
		}
		d.education = d.education || fact.EducationCommittee
		id = fact.ParentID
	}
}

func (d *organisationDay) kind() model.OrganisationKind {
	return orElse(d.fact.Kind, model.OrganisationKindBranch)
}

func (d *organisationDay) nature() model.OrganisationNature {
	return orElse(d.fact.Nature, model.OrganisationNatureRegular)
}

// members is m = f + p as it reports them; unknown where one of them is.
func (d *organisationDay) members() model.Count {
	f := d.fact
	if !f.FullMembers.Known() || !f.ProbationaryMembers.Known() {
		return 0
	}
	return model.Counted(f.FullMembers.Int() + f.ProbationaryMembers.Int())
}

// combined tells whether it is a combined organisation (兼合式): by its set-up, by a cover or by members who take part.
func (d *organisationDay) combined() bool {
	return d.fact.SetUp == model.SetUpCombined || d.units.covered[model.SetUpCombined] > 0 || len(d.participants) > 0
}

// conditions are those of the combined set-up, of an organisation that is one. They do not follow from its units.
func (d *organisationDay) conditions(messages bool) []model.SetUpCondition {
	facts := SetUpFacts{Organisation: d.fact.OrganisationAttributes, Participants: d.participants, Covers: []SetUpCover{{SetUp: model.SetUpCombined}}}
	return d.rs.policy.setUpConditions(&facts, d.rules.from, messages) // from that day to the next of the rules the policy stays the same
}

// breaksCondition is whether a condition is broken; unknown where none is and one is not known.
func (d *organisationDay) breaksCondition() truth {
	if d.conditioned {
		return d.invalid
	}
	d.invalid, d.conditioned = no, true
	for _, c := range d.conditions(false) {
		switch c.State {
		case model.ConditionStateBroken:
			d.invalid = yes
		case model.ConditionStateUnknown:
			d.invalid = max(d.invalid, unknown)
		}
	}
	return d.invalid
}

// top tells whether it stands at the very top, where no superior is to be reported: a committee without one that is recorded as
// territorial, or whose region is a province.
func (d *organisationDay) top() bool {
	f := d.fact
	return f.ParentID == 0 && d.kind() == model.OrganisationKindCommittee &&
		(f.Territorial || d.h.Regions[f.RegionID].Level() == model.RegionLevelProvince)
}
