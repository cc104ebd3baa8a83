package coverage

import (
	"slices"

	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/plan"
	"fugai/internal/store"
	"fugai/model"
)

// input collects what a plan follows from.
func (p *planning) input() (*plan.Input, error) {
	filter, err := p.filter(p.Where, p.asOf)
	if err != nil {
		return nil, err
	}
	unmet(p.index)(filter)
	rows, _ := p.data.Pick(p.asOf, filter, nil, nil, 0, p.data.Units())
	in := &plan.Input{Rules: p.planRules(), Units: make([]plan.Unit, len(rows))}
	c := &unitReader{planning: p, districts: map[model.RegionID]*district{}, steps: map[stepKey][]model.NextStep{}}
	for i, r := range rows {
		in.Units[i] = c.unit(r)
	}
	if err := p.addHosts(in); err != nil {
		return nil, err
	}
	in.Instructors, err = p.instructors(in)
	return in, err
}

// planRules are the policy's numbers on the day.
func (p *planning) planRules() plan.Rules {
	policy := p.rules.Policy()
	r := plan.Rules{StandAlone: policy.StandAlone.On(p.asOf), Participants: policy.CombinedParticipants.On(p.asOf), Closes: p.closes()}
	for class, width := range map[plan.Class]*indicator.Dated[indicator.Width]{plan.Ordinary: &policy.JointWidth, plan.Enterprise: &policy.EnterpriseWidth,
		plan.PrivateSchool: &policy.PrivateSchoolWidth, plan.RuralSchool: &policy.RuralSchoolWidth} {
		if w := width.On(p.asOf); w.On {
			r.Widths[class] = w.Units
		}
	}
	return r
}

// closes tells which steps the indicator counts: the set-ups that the policy counts, and work where the indicator counts work.
func (p *planning) closes() map[model.NextStep]bool {
	policy := p.rules.Policy()
	out := map[model.NextStep]bool{model.NextStepInstructor: p.Indicator == "TWO_COVERAGES"}
	for step, setUp := range map[model.NextStep]model.SetUp{model.NextStepStandAlone: model.SetUpStandalone, model.NextStepJoin: model.SetUpJoint,
		model.NextStepAffiliate: model.SetUpAffiliated, model.NextStepCombined: model.SetUpCombined} {
		regular := step == model.NextStepAffiliate || p.natureCounts(model.OrganisationNatureRegular)
		out[step] = regular && slices.Contains(policy.SetUps.On(p.asOf), setUp)
	}
	return out
}

func (p *planning) natureCounts(n model.OrganisationNature) bool {
	if n == 0 {
		n = model.OrganisationNatureRegular
	}
	return slices.Contains(p.rules.Policy().Natures.On(p.asOf), n)
}

// unitReader reads gaps from the cube. Regions and tables of steps are few and kept.
type unitReader struct {
	*planning
	districts map[model.RegionID]*district
	steps     map[stepKey][]model.NextStep
}

// stepKey is all of a span that its next steps follow from.
type stepKey struct {
	full, members   model.Count
	domain, also    model.Domain
	publicOrPrivate model.PublicOrPrivate
}

func stepKeyOf(s *model.Span) stepKey {
	return stepKey{s.FullMembers, s.Members, s.Class.Domain, s.Class.AlsoDomain, s.Class.PublicOrPrivate}
}

func (c *unitReader) unit(r cube.Row) plan.Unit {
	s := c.data.Span(r)
	key := stepKeyOf(&s)
	steps, known := c.steps[key]
	if !known {
		steps = c.rules.NextSteps(&s, c.asOf)
		c.steps[key] = steps
	}
	d := c.district(s.RegionID)
	u := plan.Unit{ID: s.UnitID, Code: c.data.CreditCode(r), RegionID: s.RegionID, Zone: s.ZoneID, Township: d.township, County: d.county,
		Industry: s.Class.Industry, Reach: d.reach, Class: c.class(&s.Class, d), Steps: steps}
	if s.FullMembers.Known() {
		u.Full = s.FullMembers.Int()
	}
	return u
}

// district is where a leaf region lies.
type district struct {
	township, county model.RegionID
	reach            []model.RegionID
	// countryside tells that the township is a town or township and no street.
	countryside bool
}

func (c *unitReader) district(id model.RegionID) *district {
	if d := c.districts[id]; d != nil {
		return d
	}
	d := &district{}
	for n := c.tree(c.asOf).Node(id); n != nil; n = n.Up {
		switch n.Level {
		case model.RegionLevelVillage:
		case model.RegionLevelTownship:
			d.township = n.ID
			d.countryside = n.Code[6:9] >= "100" && n.Code[6:9] <= "399"
		case model.RegionLevelCounty:
			d.county = n.ID
			d.reach = append(d.reach, n.ID)
		default:
			d.reach = append(d.reach, n.ID)
		}
	}
	c.districts[id] = d
	return d
}

// class is the class of a unit among those for which the policy has a width of its own; the strictest comes first.
func (c *unitReader) class(k *model.SpanClass, d *district) plan.Class {
	policy := c.rules.Policy()
	is := func(domain model.Domain) bool { return k.Domain == domain || k.AlsoDomain == domain }
	switch school := is(model.DomainSchool); {
	case school && d.countryside && policy.RuralSchoolWidth.On(c.asOf).On:
		return plan.RuralSchool
	case school && k.PublicOrPrivate == model.PublicOrPrivatePrivate && policy.PrivateSchoolWidth.On(c.asOf).On:
		return plan.PrivateSchool
	case !school && (is(model.DomainNonPublicEnterprise) || is(model.DomainStateOwnedEnterprise)) && policy.EnterpriseWidth.On(c.asOf).On:
		return plan.Enterprise
	}
	return plan.Ordinary
}

// instructors are those in the viewer's scope who serve on the day, with what they can still take.
func (p *planning) instructors(in *plan.Input) ([]plan.Instructor, error) {
	if !in.Rules.Closes[model.NextStepInstructor] {
		return nil, nil
	}
	var rows []store.InstructorRow
	var held map[model.InstructorID][]model.UnitID
	var facts map[model.InstructorID][]model.InstructorFact
	err := p.store.Read(p.ctx, func(v *store.View) (err error) {
		if rows, err = v.InstructorRows(p.data.Version, p.asOf); err != nil {
			return err
		}
		if held, err = v.UnitsHeldOn(p.data.Version, p.asOf); err != nil {
			return err
		}
		ids := make([]model.InstructorID, len(rows))
		for i := range rows {
			ids[i] = rows[i].ID
		}
		facts, err = v.InstructorHistory(p.data.Version, ids)
		return err
	})
	seen, most := p.scope(p.asOf), p.rules.Policy().InstructorUnits.On(p.asOf)
	var out []plan.Instructor
	for i := range rows {
		r := &rows[i]
		free := most - p.operating(held[r.ID])
		if free > 0 && seen.sees(r.RegionID) && p.serves(r, facts[r.ID]) {
			out = append(out, p.instructor(r, free))
		}
	}
	return out, err
}

// serves tells whether an instructor, not a liaison, is in service by all that was reported.
func (p *planning) serves(r *store.InstructorRow, facts []model.InstructorFact) bool {
	history := model.CoverHistory{Instructor: facts}
	_, ended := history.HolderEnded(p.asOf)
	return r.Role != model.InstructorRoleLiaison && r.Serves(p.asOf) && !ended
}

// operating is how many of the units operate on the day.
func (p *planning) operating(ids []model.UnitID) (n int) {
	for _, id := range ids {
		if r, ok := p.data.RowOf(id, p.asOf); ok && p.data.Span(r).Class.Operation == model.OperationOperating {
			n++
		}
	}
	return n
}

func (p *planning) instructor(r *store.InstructorRow, free int) plan.Instructor {
	out := plan.Instructor{ID: r.ID, Code: r.Code, Reach: r.RegionID, Free: free}
	for n := p.tree(p.asOf).Node(r.RegionID); n != nil; n = n.Up {
		switch n.Level {
		case model.RegionLevelTownship:
			out.Township = n.ID
		case model.RegionLevelCounty:
			out.Reach = n.ID
		}
	}
	return out
}
