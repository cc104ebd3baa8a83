package seeds

import (
	"fmt"
	"math/rand/v2"

	"fugai/model"
)

// township is the state of the township that is being written: only this is in memory.
type township struct {
	*generator
	place
	county    *county
	rng       *rand.Rand
	committee *model.OrganisationInput
	community *model.OrganisationInput   // the branch that small units are attached to
	made      []*model.OrganisationInput // organisations to be written at the township's end, when their members are known
	hosts     []*model.OrganisationInput // organisations of single units with members to spare
	past      []*model.OrganisationInput // dissolved ones
	combined  []*model.OrganisationInput
	groups    map[groupKey]*group
	serving   []*instructor
	retired   []*instructor
	masses    map[model.MassOrganisationKind][]*model.MassOrganisationInput
	zoneCodes []string
	organ     model.UnitInput // an organ that supervises
	survivor  life            // an active unit that others may merge into
	moveTo    place           // where units move to
}

// in is true in so many of a thousand cases.
func (t *township) in(perMille int) bool { return t.rng.IntN(1000) < perMille }

func (g *generator) township(c *county, p place, units int) {
	serial, _ := model.ParseRegionCode(string(p.code))
	t := &township{generator: g, place: p, county: c, rng: g.random(codeNumber(serial)),
		groups: map[groupKey]*group{}, masses: map[model.MassOrganisationKind][]*model.MassOrganisationInput{}}
	t.moveTo = c.townships[t.rng.IntN(len(c.townships))]
	t.bodies()
	t.pastOrganisations(units)
	t.instructors(units)
	t.massBodies(units)
	for done := 0; done < units; {
		done += t.nextUnit(units - done)
	}
	t.participants()
	for _, o := range t.made {
		g.writeOrganisation(o)
	}
}

// codeNumber is the code's meaningful digits as a number, the name of the township's stream of random numbers.
func codeNumber(code model.RegionCode) int {
	n := 0
	for _, digit := range code[:9] {
		n = n*10 + int(digit-'0')
	}
	return n
}

// bodies makes the committee of the township, its community branch and its zones. Development zones and some streets have
// a working committee.
func (t *township) bodies() {
	kind, name := model.OrganisationKindCommittee, "中共"+t.name+"委员会"
	if t.code[6] == '4' || t.code[6] == '0' && t.in(200) {
		kind, name = model.OrganisationKindWorkingCommittee, t.name+"党工委"
	}
	old := t.AsOf.AddMonths(-12 * 24)
	t.committee = t.organisation(t.rng, name, kind, t.code, t.county.bodies.committee.Code, old)
	t.community = t.organisation(t.rng, t.stem+"社区党支部", model.OrganisationKindBranch, t.code, t.committee.Code, old)
	t.community.FullMembers, t.community.ProbationaryMembers = model.Counted(9+t.quality(t.community.Code).IntN(30)), model.Counted(1)
	t.made = append(t.made, t.committee, t.community)
	kinds := model.AllZoneKind()
	for range t.rng.IntN(4) {
		t.zone(kinds[t.rng.IntN(len(kinds))])
	}
}

// zone makes a zone; two in three have an organisation of their own, some of them a functional one.
func (t *township) zone(kind model.ZoneKind) {
	t.serials.zone++
	z := model.ZoneInput{Code: fmt.Sprintf("99Q%06d", t.serials.zone), Kind: kind, RegionCode: t.code}
	z.Name = fmt.Sprintf("演示%s%s%d号", t.stem, kind.Title(), t.serials.zone)
	if t.in(660) {
		own := t.organisation(t.rng, z.Name+"综合党委", model.OrganisationKindCommittee, t.code, t.committee.Code,
			t.AsOf.AddMonths(-12*9)-model.Date(t.rng.IntN(700)))
		if t.in(250) {
			own.Name, own.Nature = z.Name+"功能型党委", model.OrganisationNatureFunctional
		}
		t.made = append(t.made, own)
		z.OrganisationCode = own.Code
	}
	t.zoneCodes = append(t.zoneCodes, z.Code)
	t.zones.text(z.Code).text(z.Name).text(z.Kind.String()).text(string(z.RegionCode)).text(z.OrganisationCode).end()
}

// pastOrganisations makes the dissolved organisations from which ended covers come.
func (t *township) pastOrganisations(units int) {
	for i := range max(2, units/25) {
		gone := t.AsOf - model.Date(pick(t.rng, []option[int]{{25, 2}, {35, 91}, {40, 366}})) - model.Date(t.rng.IntN(88))
		if t.AsOf-gone > 365 {
			gone -= model.Date(t.rng.IntN(600))
		}
		born := gone - model.Date(500+t.rng.IntN(3000))
		o := t.organisation(t.rng, fmt.Sprintf("%s原第%d联合党支部", t.stem, i+1), model.OrganisationKindBranch, t.code, t.committee.Code, born)
		o.SetUp, o.DissolvedOn = model.SetUpJoint, gone
		t.made, t.past = append(t.made, o), append(t.past, o)
	}
}

// nextUnit writes one unit, or two where one goes on from the other and the township has room for it.
func (t *township) nextUnit(room int) int {
	l := t.live(t.newUnit())
	t.cover(&l)
	if room > 1 && t.in(6) {
		if next, ok := t.succeed(&l); ok {
			t.write(&l)
			t.write(&next)
			return 2
		}
	}
	t.merge(&l)
	t.write(&l)
	return 1
}

// write puts one unit with everything of its own into the files.
func (t *township) write(l *life) {
	t.units.unit(&l.first)
	for i := range l.later {
		t.history.unit(&l.later[i])
	}
	for i := range l.covers {
		t.covers.cover(&l.covers[i])
		t.visit(&l.covers[i])
	}
	t.leadershipOf(l)
	if l.first.Domain == model.DomainSchool && l.closed == 0 {
		t.cultivate(l)
	}
	if l.first.Domain == model.DomainOrgan && l.closed == 0 {
		t.organ = l.first
	}
	if l.closed == 0 && l.moved == 0 {
		t.survivor = *l
	}
	for i, day := range t.yearEnds {
		t.county.tally[i].add(l, day)
	}
}
