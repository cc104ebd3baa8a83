package plan

import (
	"fmt"
	"math/rand/v2"

	"fugai/model"
)

// The tables of next steps as the default policy has them, with the local practices switched on.
var (
	due     = []model.NextStep{model.NextStepStandAlone}
	few     = []model.NextStep{model.NextStepJoin, model.NextStepAffiliate, model.NextStepSendInMembers, model.NextStepCombined}
	starter = []model.NextStep{model.NextStepJoin}
	nobody  = []model.NextStep{model.NextStepInstructor, model.NextStepUnionOrLeague}
	unknown = []model.NextStep{model.NextStepReportMembers}
)

func rules() Rules {
	return Rules{StandAlone: 3, Participants: 3, Widths: [classes]int{5, 10, 6, 3}, Closes: map[model.NextStep]bool{
		model.NextStepStandAlone: true, model.NextStepJoin: true, model.NextStepAffiliate: true, model.NextStepCombined: true, model.NextStepInstructor: true}}
}

// size says how dense a random case is.
type size struct{ units, zones, townships, counties, instructors int }

// random makes units of all member classes in a small country; townships lie in counties, zones in townships.
func random(r *rand.Rand, s size) Input {
	in := Input{Rules: rules()}
	for i := range s.units {
		township := r.IntN(s.townships)
		county := township % s.counties
		u := Unit{ID: model.UnitID(i + 1), Code: model.CreditCode(fmt.Sprintf("%06d", r.IntN(1_000_000))) + model.CreditCode(fmt.Sprint(i)),
			Township: model.RegionID(100 + township), County: model.RegionID(10 + county), Class: Class(r.IntN(int(classes)))}
		u.RegionID, u.Reach = u.Township, []model.RegionID{u.County, 1}
		if r.IntN(3) > 0 {
			u.Industry = 'A' + byte(r.IntN(3))
		}
		if r.IntN(2) == 0 && s.zones > 0 {
			u.Zone = model.ZoneID(1 + township + s.townships*r.IntN(1+s.zones/s.townships))
		}
		switch k := r.IntN(20); {
		case k < 2:
			u.Full, u.Steps = 3+r.IntN(4), due
		case k < 12:
			u.Full, u.Steps = 1+r.IntN(2), few
		case k < 14:
			u.Steps = starter
		case k < 18:
			u.Steps = nobody
		default:
			u.Steps = unknown
		}
		if r.IntN(4) == 0 {
			u.Host, u.Relation = model.OrganisationID(1+r.IntN(5)), model.PlanHostTerritory
		}
		if r.IntN(8) == 0 {
			u.Elsewhere = r.IntN(4)
		}
		in.Units = append(in.Units, u)
	}
	for i := range s.instructors {
		township := r.IntN(s.townships)
		one := Instructor{ID: model.InstructorID(i + 1), Code: fmt.Sprintf("%04d", i), Township: model.RegionID(100 + township),
			Reach: model.RegionID(10 + township%s.counties), Free: r.IntN(3)}
		if r.IntN(4) == 0 {
			one.Township, one.Reach = 0, 1
		}
		in.Instructors = append(in.Instructors, one)
	}
	return in
}

// faults are what a plan does that it must not: it is judged by the input alone.
func faults(in Input, out Plan) (all []string) {
	wrong := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	times := map[model.UnitID]int{}
	last := model.CreditCode("")
	load := map[model.InstructorID]int{}
	for _, p := range out.Proposals {
		if p.Units[0].Code <= last {
			wrong("%s stands behind %s", p.Units[0].Code, last)
		}
		last = p.Units[0].Code
		full := 0
		for n, u := range p.Units {
			times[u.ID]++
			full += u.Full
			if n > 0 && u.Code <= p.Units[n-1].Code {
				wrong("units of a group are not in order")
			}
		}
		u := p.Units[0]
		if (len(p.Units) > 1) != (p.Step == model.NextStepJoin) {
			wrong("%s of %d units", p.Step, len(p.Units))
		}
		switch p.Step {
		case model.NextStepStandAlone:
			if full < 3 {
				wrong("%s stands alone with %d", u.Code, full)
			}
		case model.NextStepJoin:
			all = append(all, groupFaults(in, &p, full)...)
		case model.NextStepAffiliate:
			if p.Host == 0 || p.Host != u.Host {
				wrong("%s affiliates with %d", u.Code, p.Host)
			}
		case model.NextStepCombined:
			if u.Elsewhere == 0 || full+u.Elsewhere < 3 {
				wrong("%s combines %d and %d", u.Code, full, u.Elsewhere)
			}
		case model.NextStepInstructor:
			load[p.Instructor]++
			reached := false
			for _, i := range in.Instructors {
				reached = reached || i.ID == p.Instructor && (i.Reach == u.Reach[0] || i.Reach == u.Reach[1])
			}
			if !reached {
				wrong("%s has an instructor from elsewhere", u.Code)
			}
		default:
			wrong("%s is proposed", p.Step)
		}
	}
	for _, i := range in.Instructors {
		if load[i.ID] > i.Free {
			wrong("instructor %d has %d of %d", i.ID, load[i.ID], i.Free)
		}
	}
	last = ""
	for _, o := range out.Open {
		times[o.Unit.ID]++
		if o.Unit.Code <= last || o.Reason == 0 {
			wrong("open %s, reason %d", o.Unit.Code, o.Reason)
		}
		last = o.Unit.Code
	}
	for _, u := range in.Units {
		if times[u.ID] != 1 {
			wrong("%s stands in %d places", u.Code, times[u.ID])
		}
	}
	return all
}

func groupFaults(in Input, p *Proposal, full int) (all []string) {
	if full < in.Rules.StandAlone || full != p.FullMembers {
		all = append(all, fmt.Sprintf("a group has %d full members and says %d", full, p.FullMembers))
	}
	if len(p.Units) > width(in.Rules, p.Units) {
		all = append(all, fmt.Sprintf("a group has %d units", len(p.Units)))
	}
	for _, u := range p.Units {
		if !near(u, p.Units[0], p.Basis) {
			all = append(all, fmt.Sprintf("%s and %s do not share %s", u.Code, p.Units[0].Code, p.Basis))
		}
	}
	return all
}

// near says in words of its own what a basis means.
func near(a, b *Unit, basis model.PlanBasis) bool {
	switch basis {
	case model.PlanBasisZone:
		return a.Zone != 0 && a.Zone == b.Zone
	case model.PlanBasisTownship:
		return a.Township == b.Township
	case model.PlanBasisIndustry:
		return a.County == b.County && a.Industry != 0 && a.Industry == b.Industry
	}
	return false
}

// width says in words of its own how many units a branch may cover.
func width(r Rules, units []*Unit) int {
	least, mixed := 1<<30, false
	for _, u := range units {
		least = min(least, r.Widths[u.Class])
		mixed = mixed || u.Class != units[0].Class
	}
	if mixed {
		least = min(least, r.Widths[Ordinary])
	}
	return least
}
