package indicator

import "fugai/model"

// unitDay is what the rules see of a unit on one day.
type unitDay struct {
	h       *UnitHistory
	on      model.Date
	founded model.Date
	rules   *dayRules
	fact    *model.UnitFact

	domain       model.Domain
	alsoDomain   model.Domain
	probationary model.Count
	operation    model.Operation

	// inForce are the sorts of the covers in force, ended those of covers that were in force and ended.
	inForce, ended sorts
	// strongest is the organisation cover under which the unit is grouped; lastEnded the one that ended last, on lastEnd.
	strongest, lastEnded *CoverHistory
	strongestSetUp       model.SetUp
	lastEnd              model.Date
	means                model.WorkMeans
	ownKind              model.OrganisationKind
	establishment        model.Establishment

	// ownBy, jointBy and sharedBy are the organisations that cover as STANDALONE, as JOINT, and as JOINT or AFFILIATED, of a nature
	// that counts.
	ownBy, jointBy, sharedBy holders
	// visited is whether one of the people who cover the unit visited it in time; no where none covers it.
	visited truth
}

// see collects what the rules of a day see of a unit.
func (d *unitDay) see(h *UnitHistory, founded, on model.Date, rules *dayRules) {
	*d = unitDay{h: h, on: on, founded: founded, rules: rules, fact: h.FactOn(on), means: model.WorkMeansNone, strongestSetUp: model.SetUpNone}
	d.domain, d.alsoDomain = domainsOf(d.fact)
	if d.probationary = d.fact.ProbationaryMembers; !d.probationary.Known() && d.fact.NoProbationaryColumn {
		d.probationary = model.Counted(0)
	}
	d.operation = d.operationOf()
	for i := range h.Covers {
		d.seeCover(&h.Covers[i])
	}
	d.establishment = d.partition()
}

func (d *unitDay) seeCover(c *CoverHistory) {
	s, end := c.Standing(d.on)
	switch {
	case s == model.NeverInForce:
	case s == model.StandingEnded:
		d.ended |= d.sortOf(c, end-1)
		if c.Kind == model.CoverKindOrganisation && (d.lastEnded == nil || model.Later(c, end, d.lastEnded, d.lastEnd)) {
			d.lastEnded, d.lastEnd = c, end
		}
	case c.Kind == model.CoverKindOrganisation:
		d.seeOrganisation(c)
	default:
		d.seeWork(c)
	}
}

// seeOrganisation notes an organisation cover in force.
func (d *unitDay) seeOrganisation(c *CoverHistory) {
	sort, setUp := d.sortOf(c, d.on), c.SetUpOn(d.on)
	d.inForce |= sort
	if d.strongest == nil || setUp < d.strongestSetUp || setUp == d.strongestSetUp && stronger(c, d.strongest) {
		d.strongest, d.strongestSetUp = c, setUp
	}
	if sort&d.rules.ownInReturn != 0 {
		if kind := returnKind(c.OrganisationOn(d.on)); d.ownKind == 0 || kind < d.ownKind {
			d.ownKind = kind
		}
	}
	switch sort {
	case standalone:
		d.ownBy.add(c.OrganisationID)
	case joint:
		d.jointBy.add(c.OrganisationID)
		d.sharedBy.add(c.OrganisationID)
	case affiliated:
		d.sharedBy.add(c.OrganisationID)
	}
}

// seeWork notes a work cover in force.
func (d *unitDay) seeWork(c *CoverHistory) {
	m := c.MeansOn(d.on)
	sort := workSort(m)
	d.inForce |= sort
	if m != 0 && m < d.means {
		d.means = m
	}
	if sort&byPeople != 0 {
		d.visited = max(d.visited, clockOf(c).inTime(d.on, d.rules.visitMonths))
	}
}

// stronger breaks the tie of two covers with the same set-up.
func stronger(c, than *CoverHistory) bool {
	if c.ValidFrom != than.ValidFrom {
		return c.ValidFrom < than.ValidFrom
	}
	return c.OrganisationCode < than.OrganisationCode
}

// sortOf is the sort of a cover by its holder's facts of a day and the rules of this one.
func (d *unitDay) sortOf(c *CoverHistory, day model.Date) sorts {
	if c.Kind == model.CoverKindWork {
		return workSort(c.MeansOn(day))
	}
	counts := d.rules.natureCounts[0]
	if o := c.OrganisationOn(day); o != nil {
		counts = d.rules.natureCounts[o.Nature]
	}
	return organisationSort(c.SetUpOn(day), counts)
}

// operationOf is whether the unit operates, or the one reason why it is exempt.
func (d *unitDay) operationOf() model.Operation { return d.rules.operationOf(d.fact, d.founded, d.on) }

func (r *dayRules) operationOf(f *model.UnitFact, founded, on model.Date) model.Operation {
	switch f.Status {
	case model.UnitStatusSuspended:
		return model.OperationSuspended
	case model.UnitStatusRevoked:
		return model.OperationRevoked
	case model.UnitStatusDeregistered:
		return model.OperationDeregistered
	case model.UnitStatusNotOperating:
		return model.OperationNotOperating
	}
	if r.graceMonths > 0 && on < founded.AddMonths(r.graceMonths) {
		return model.OperationGrace
	}
	return model.OperationOperating
}

// operates tells whether the unit of some facts was founded by a day and operates on it.
func (r *dayRules) operates(facts []model.UnitFact, on model.Date) bool {
	if len(facts) == 0 {
		return false
	}
	h := UnitHistory{Facts: facts}
	founded := h.FoundedOn()
	return founded <= on && r.operationOf(h.FactOn(on), founded, on) == model.OperationOperating
}

// results decides every indicator. It also notes, by bits, the gaps in coverage beside which an uncounted or an ended cover stands.
func (d *unitDay) results() (results model.Results, notCounted, ended uint32, gap bool) {
	if d.operation != model.OperationOperating {
		return d.rules.exempt, 0, 0, false
	}
	for i, def := range d.rules.definitions {
		r := d.operating(i, def)
		results |= model.Results(r) << (3 * i)
		if r != model.ResultUnmet || d.rules.coverage>>i&1 == 0 {
			continue
		}
		gap = true
		counts := d.rules.counts[i]
		if d.inForce&def.kinds&^counts != 0 {
			notCounted |= 1 << i
		}
		if d.ended&counts != 0 {
			ended |= 1 << i
		}
	}
	return results, notCounted, ended, gap
}

// resultOf is the result of a subject of the population, by whether it meets the indicator.
var resultOf = [...]model.Result{no: model.ResultUnmet, unknown: model.ResultUnknown, yes: model.ResultMet}

func (d *unitDay) result(i int, def *Definition) model.Result {
	if d.operation != model.OperationOperating {
		return model.ResultExempt
	}
	return d.operating(i, def)
}

// operating is the result of a unit that operates.
func (d *unitDay) operating(i int, def *Definition) model.Result {
	if def.among != 0 && d.inForce&def.among == 0 {
		return model.ResultNotApplicable
	}
	switch def.population(d) {
	case no:
		return model.ResultNotApplicable
	case unknown:
		return model.ResultUnknown
	}
	met := known(d.inForce&d.rules.counts[i] != 0)
	if def.met != nil {
		met = def.met(d)
	}
	return resultOf[met]
}

// members is m = f + p; unknown where one of them is.
func (d *unitDay) members() model.Count {
	if !d.fact.FullMembers.Known() || !d.probationary.Known() {
		return 0
	}
	return model.Counted(d.fact.FullMembers.Int() + d.probationary.Int())
}

// reason is the primary reason of the unit's gaps.
func (d *unitDay) reason() model.GapReasonCode {
	switch d.memberClass() {
	case membersDue:
		return model.GapReasonCodeDueNotEstablished
	case membersFew, membersProbationary:
		return model.GapReasonCodeMembersBelowThreshold
	case membersNone:
		return model.GapReasonCodeNoMembers
	}
	return model.GapReasonCodeMembersNotReported
}
