// Package plan proposes what would close gaps: an organisation of a unit's own, joint branches of neighbours, a host to affiliate
// with, a combined set-up, an instructor with free capacity. Every gap ends in exactly one proposal or with one reason why there
// is none. It is pure: the same input gives the same plan, whatever the order of its parts.
package plan

import (
	"cmp"
	"slices"

	"fugai/model"
)

// Class is a class of units that may have a width of its own.
type Class uint8

// The classes of units.
const (
	Ordinary Class = iota
	Enterprise
	PrivateSchool
	RuralSchool
	classes
)

// Unit is a gap, with what decides on proposals.
type Unit struct {
	ID   model.UnitID
	Code model.CreditCode
	// RegionID is the unit's leaf region. Zone, Township and County are 0 where it has none, Industry where it is not reported.
	RegionID model.RegionID
	Zone     model.ZoneID
	Township model.RegionID
	County   model.RegionID
	Industry byte
	// Reach are the regions whose instructors may take the unit: its county, then what lies above it.
	Reach []model.RegionID
	// Full are the unit's full members, Elsewhere its members whose membership is kept elsewhere; 0 where not reported.
	Full, Elsewhere int
	Class           Class
	// Steps are the policy's next steps, in the order in which to try them.
	Steps []model.NextStep
	// Host is the nearest organisation to affiliate with; 0 without one.
	Host     model.OrganisationID
	Relation model.PlanHost
}

// Instructor is a person who can take units.
type Instructor struct {
	ID   model.InstructorID
	Code string
	// Township is where the instructor serves, 0 above townships; Reach the county of the service, or the region above counties.
	Township, Reach model.RegionID
	// Free is how many units the instructor can take until the policy's load is reached.
	Free int
}

// Rules are the policy's numbers and switches on the day of the plan.
type Rules struct {
	// StandAlone is the number of full members that a branch needs.
	StandAlone int
	// Widths are how many units a joint branch of one class may cover; a mixed one keeps to that of Ordinary and of each class in
	// it. 0 is no limit.
	Widths [classes]int
	// Participants is how many full members a combined set-up needs.
	Participants int
	// Closes tells which steps make a unit MET for the plan's indicator.
	Closes map[model.NextStep]bool
}

// Input is all that a plan follows from.
type Input struct {
	Units       []Unit
	Instructors []Instructor
	Rules       Rules
}

// Proposal is one act that closes the gaps of its units.
type Proposal struct {
	Step model.NextStep
	// Units are ordered by credit code; only JOIN has more than one.
	Units []*Unit
	// Basis is what the units of a JOIN have in common; 0 otherwise.
	Basis model.PlanBasis
	// Host is that of an AFFILIATE and, where one is near, of a COMBINED.
	Host     model.OrganisationID
	Relation model.PlanHost
	// Instructor is that of an INSTRUCTOR.
	Instructor model.InstructorID
	// FullMembers are those of all units together; for COMBINED those who can take part, homes elsewhere included.
	FullMembers int
}

// Open is a gap without a proposal.
type Open struct {
	Unit   *Unit
	Reason model.PlanReason
}

// Plan is what is proposed, by the credit code of the first unit, and what stays open, by credit code.
type Plan struct {
	Proposals []Proposal
	Open      []Open
}

// Make makes the plan. Steps are tried in rounds in the policy's order, so that units that try to join at the same time find
// each other; what a round leaves open goes on to its next step.
func Make(in Input) Plan {
	p := newPlanner(in)
	round := 0
	for p.try(round) {
		round++
	}
	return p.finish()
}

// planner is a plan on its way. Units are named by their place in the order of credit codes.
type planner struct {
	rules     Rules
	limits    [1 << classes]int
	units     []Unit
	closed    []bool
	proposals []Proposal
	people    *people
}

func newPlanner(in Input) *planner {
	p := &planner{rules: in.Rules, units: slices.Clone(in.Units), closed: make([]bool, len(in.Units))}
	slices.SortFunc(p.units, func(a, b Unit) int { return cmp.Compare(a.Code, b.Code) })
	p.limits = limits(in.Rules.Widths)
	p.people = newPeople(in.Instructors)
	return p
}

// try makes the steps that stand at a place of the units' tables; false when no table is that long.
func (p *planner) try(round int) bool {
	var join, send []int32
	more := false
	for i := range p.units {
		u := &p.units[i]
		if p.closed[i] || round >= len(u.Steps) {
			continue
		}
		more = true
		switch step := u.Steps[round]; {
		case !p.rules.Closes[step]:
		case step == model.NextStepJoin:
			join = append(join, int32(i))
		case step == model.NextStepInstructor:
			send = append(send, int32(i))
		default:
			p.alone(int32(i), step)
		}
	}
	p.join(join, round)
	p.send(send)
	return more
}

// alone makes a proposal for one unit where the step is possible.
func (p *planner) alone(i int32, step model.NextStep) {
	u := &p.units[i]
	if !p.possible(u, step) {
		return
	}
	made := Proposal{Step: step, Units: []*Unit{u}, FullMembers: u.Full}
	if step == model.NextStepAffiliate || step == model.NextStepCombined {
		made.Host, made.Relation = u.Host, u.Relation
	}
	if step == model.NextStepCombined {
		made.FullMembers += u.Elsewhere
	}
	p.propose(made, i)
}

// possible tells whether a step of one unit alone can be made, the policy's count aside.
func (p *planner) possible(u *Unit, step model.NextStep) bool {
	switch step {
	case model.NextStepStandAlone:
		return u.Full >= p.rules.StandAlone
	case model.NextStepAffiliate:
		return u.Host != 0
	case model.NextStepCombined:
		return u.Elsewhere > 0 && u.Full+u.Elsewhere >= p.rules.Participants
	}
	return false
}

func (p *planner) propose(made Proposal, units ...int32) {
	p.proposals = append(p.proposals, made)
	for _, i := range units {
		p.closed[i] = true
	}
}

func (p *planner) finish() Plan {
	slices.SortFunc(p.proposals, func(a, b Proposal) int { return cmp.Compare(a.Units[0].Code, b.Units[0].Code) })
	out := Plan{Proposals: p.proposals}
	for i := range p.units {
		if !p.closed[i] {
			out.Open = append(out.Open, Open{&p.units[i], p.reason(&p.units[i])})
		}
	}
	return out
}
