package property

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fugai/internal/feed"
	"fugai/internal/indicator"
	"fugai/internal/registry"
	"fugai/model"
)

// today is the civil day of every world.
var today = model.MustDate("2026-06-30")

// early is before everything that changes.
var early = model.MustDate("2012-06-01")

const everyField model.Fields = 1<<40 - 1

// rules are the settings of the policy that the naive side knows, 1 for on.
type rules struct{ standAlone, joint, affiliated, combined, women, temporary, ownAffiliated int }

// policy is the policy of a world: before the day `from` and since.
type policy struct {
	text          string
	from          model.Date
	before, since rules
}

func (p policy) on(d model.Date) rules {
	if d < p.from {
		return p.before
	}
	return p.since
}

var usual = rules{standAlone: 3, joint: 1, affiliated: 1, combined: 1}

// newPolicy is the policy of the product, or one with other rules since a day.
func newPolicy(changes bool, from model.Date) policy {
	p := policy{text: indicator.DefaultPolicyText(), from: from, before: usual, since: usual}
	if !changes {
		return p
	}
	version := func(old, value string) {
		one := "versions: [{from: 2012-03-01, value: " + old + "}]"
		p.text = strings.Replace(p.text, one, fmt.Sprintf("versions: [{from: 2012-03-01, value: %s}, {from: %s, value: %s}]", old, from, value), 1)
	}
	version("[STANDALONE, JOINT, AFFILIATED, COMBINED]", "[STANDALONE, JOINT]")
	version("[REGULAR, MOBILE]", "[REGULAR, MOBILE, TEMPORARY]")
	version("[TRADE_UNION, YOUTH_LEAGUE]", "[TRADE_UNION, YOUTH_LEAGUE, WOMENS_FEDERATION]")
	version("SUPPLEMENTARY", "OWN") // the first one is return.affiliated
	p.text = strings.Replace(p.text, "versions: [{from: 1982-09-06, value: 3}]", fmt.Sprintf("versions: [{from: 1982-09-06, value: 3}, {from: %s, value: 4}]", from), 1)
	p.since = rules{standAlone: 4, joint: 1, women: 1, temporary: 1, ownAffiliated: 1}
	return p
}

// world makes a random world and remembers what it wrote.
type world struct {
	*testing.T
	*rand.Rand
	registry *registry.Registry
	feed     *feed.Feed
	// pool are the days on which something may change.
	pool []model.Date
	// Codes of what exists.
	units       []model.CreditCode
	towns       []model.RegionCode
	bodies      []string
	established map[string]model.Date
	masses      int
	people      int
	policy      policy
}

func pick[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

func (w *world) day() model.Date { return pick(w.Rand, w.pool...) }

func (w *world) chance(of int) bool { return w.IntN(of) == 0 }

// newPool takes days that lie close together and at the bounds of the bands of a gap's age, so that edges meet.
func newPool(r *rand.Rand) []model.Date {
	first := model.MustDate("2023-03-01")
	pool := []model.Date{first, model.MustDate("2025-12-31"), model.MustDate("2026-01-01"), today, today + 1, today + 40}
	for range 14 {
		d := first + model.Date(r.IntN(int(today-first)))
		pool = append(pool, d)
		if r.IntN(3) == 0 {
			pool = append(pool, d+pick(r, model.Date(1), 90, 91, 365, 366))
		}
	}
	slices.Sort(pool)
	return slices.Compact(pool)
}

func (w *world) apply(what string, b *model.Batch, how model.Apply) {
	w.Helper()
	out, err := w.registry.Apply(w.Context(), b, how)
	if err != nil {
		w.Fatalf("%s: %v", what, err)
	}
	if !how.SkipFaulty {
		for _, p := range out.Problems {
			if !p.Warning {
				w.Fatalf("%s: %+v", what, p)
			}
		}
	}
	w.refresh()
}

// refresh lets the feed follow, so that the cube is made of many small steps.
func (w *world) refresh() {
	w.Helper()
	if w.feed == nil {
		return
	}
	if err := w.feed.Refresh(w.Context()); err != nil {
		w.Fatal(err)
	}
}

func (w *world) how(asOf model.Date) model.Apply {
	return model.Apply{AsOf: asOf, Source: model.Source{Name: "登记机关", Recorder: "test"}, SkipFaulty: true}
}

// found writes the begin of the world: everything exists, most units are founded.
func (w *world) found(units int) {
	b := &model.Batch{Regions: w.regions(), Organisations: w.organisations(), Zones: w.zones()}
	for i := range 8 {
		w.people++
		b.Instructors = append(b.Instructors, w.person(i))
	}
	for i := range 9 {
		w.masses++
		b.MassOrganisations = append(b.MassOrganisations, w.mass(i))
	}
	for range units {
		b.Units = append(b.Units, w.newUnit())
	}
	for range units {
		b.Covers = append(b.Covers, w.cover())
	}
	how := w.how(today)
	how.SkipFaulty = false
	b.Covers = w.withoutOverlaps(b.Covers)
	w.apply("the begin of the world", b, how)
}

// withoutOverlaps keeps covers of which no two have the same unit and holder, because a batch may not overlap itself.
func (w *world) withoutOverlaps(in []model.CoverInput) (out []model.CoverInput) {
	seen := map[string]bool{}
	for _, c := range in {
		key := fmt.Sprint(c.UnitCode, c.OrganisationCode, c.InstructorCode, c.MassOrganisationCode)
		if !seen[key] {
			seen[key] = true
			out = append(out, c)
		}
	}
	return out
}

func (w *world) regions() []model.RegionInput {
	region := func(code, parent model.RegionCode) model.RegionInput {
		return model.RegionInput{Code: code + model.RegionCode(strings.Repeat("0", 12-len(code))), Name: "区划" + string(code), ParentCode: parent}
	}
	const province = "990000000000"
	in := []model.RegionInput{region("99", ""), region("9901", province), region("9902", province), region("990101", "990100000000"),
		region("990102", "990100000000"), region("990201", "990200000000"), region("999001", province)} // the last one is a county under the province
	for _, county := range []model.RegionCode{"990101", "990102", "990201", "999001"} {
		for i := range 3 {
			town := county + model.RegionCode(fmt.Sprintf("%03d", 100+i))
			in = append(in, region(town, county+"000000"))
			w.towns = append(w.towns, town+"000")
		}
	}
	in = append(in, region("990101100201", "990101100000"), region("990101100202", "990101100000"))
	w.towns = append(w.towns, "990101100201", "990101100202", "990101000000", "990100000000", "999001000000")
	return in
}

func (w *world) zones() (in []model.ZoneInput) {
	for i := range 4 {
		z := model.ZoneInput{Code: fmt.Sprintf("Z%d", i), Name: fmt.Sprintf("园区%d", i), Kind: model.ZoneKindPark, RegionCode: "990101100000"}
		if i == 3 {
			z.ValidTo = w.day()
		}
		in = append(in, z)
	}
	return in
}

func (w *world) organisation(code, parent string, region model.RegionCode, kind model.OrganisationKind) model.OrganisationInput {
	w.bodies = append(w.bodies, code)
	w.established[code] = early
	return model.OrganisationInput{Code: code, ParentCode: parent, RegionCode: region, Given: everyField, OrganisationAttributes: model.OrganisationAttributes{
		Name: "党组织" + code, Kind: kind, EstablishedOn: early}}
}

// organisations are the committees of the territories, with towns that have none or two, and below them those that cover units.
func (w *world) organisations() (in []model.OrganisationInput) {
	committee := model.OrganisationKindCommittee
	add := func(code, parent string, region model.RegionCode, kind model.OrganisationKind) {
		in = append(in, w.organisation(code, parent, region, kind))
	}
	add("P", "", "990000000000", committee)
	add("C1", "P", "990100000000", committee)
	add("C2", "P", "990200000000", committee)
	add("X11", "C1", "990101000000", committee)
	add("X12", "C1", "990102000000", committee)
	add("X21", "C2", "990201000000", committee)
	add("T1", "X11", "990101100000", committee)
	add("T2", "X11", "990101101000", model.OrganisationKindWorkingCommittee)
	add("T3", "X12", "990102100000", committee)
	add("T3B", "X12", "990102100000", committee) // two: neither is the town's
	add("T3C", "T3", "990102100000", committee)  // below one of its own town
	add("V1", "T1", "990101100201", committee)   // of a village
	for i := range 34 {
		code := fmt.Sprintf("B%02d", i)
		o := w.organisation(code, pick(w.Rand, w.bodies[:16]...), pick(w.Rand, w.towns...), pick(w.Rand, model.AllOrganisationKind()...))
		if w.chance(10) {
			o.ParentCode = ""
		}
		o.Nature = pick(w.Rand, 0, 0, 0, model.OrganisationNatureMobile, model.OrganisationNatureTemporary, model.OrganisationNatureFunctional)
		o.SetUp = pick(w.Rand, 0, model.SetUpStandalone, model.SetUpJoint, model.SetUpAffiliated, model.SetUpCombined)
		o.Territorial = w.chance(9)
		if w.chance(6) {
			o.EstablishedOn = w.day()
			w.established[code] = o.EstablishedOn
		}
		if d := w.day(); w.chance(8) && d > o.EstablishedOn {
			o.DissolvedOn = d
		}
		in = append(in, o)
	}
	return in
}

func (w *world) person(i int) model.InstructorInput {
	p := model.InstructorInput{Code: fmt.Sprintf("I%d", i), Name: "指导员", Role: pick(w.Rand, model.AllInstructorRole()...), RegionCode: "990101000000", ServiceFrom: early}
	if w.chance(3) {
		p.ServiceTo = w.day()
	}
	return p
}

func (w *world) mass(i int) model.MassOrganisationInput {
	m := model.MassOrganisationInput{Code: fmt.Sprintf("M%d", i), Name: "群团", Kind: model.AllMassOrganisationKind()[i%3], RegionCode: "990201000000", EstablishedOn: early}
	if w.chance(4) {
		m.DissolvedOn = w.day()
	}
	return m
}

func creditCode(n int) model.CreditCode {
	return model.WithCheckCharacter(fmt.Sprintf("91990000M%08d", n))
}

func (w *world) count(values ...int) model.Count {
	if w.chance(6) {
		return 0
	}
	return model.Counted(pick(w.Rand, values...))
}

func (w *world) newUnit() model.UnitInput {
	u := model.UnitInput{CreditCode: creditCode(len(w.units) + 1)}
	u.FoundedOn = early
	if w.chance(3) {
		u.FoundedOn = w.day()
	}
	w.attributes(&u, everyField)
	u.Given = everyField
	w.units = append(w.units, u.CreditCode)
	if w.chance(5) {
		u.ValidFrom = max(u.FoundedOn, w.day()) // the first report is younger than the unit
	}
	return u
}

// attributes fills in what a report of a unit tells.
func (w *world) attributes(u *model.UnitInput, given model.Fields) {
	u.Given = given
	u.Name = pick(w.Rand, "甲公司", "乙公司", "甲学校", "乙协会")
	u.Domain = pick(w.Rand, model.AllDomain()...)
	u.AlsoDomain = pick(w.Rand, 0, 0, 0, model.DomainSocialOrganisation, model.DomainNonPublicEnterprise, model.DomainSchool)
	if u.AlsoDomain == u.Domain {
		u.AlsoDomain = 0
	}
	u.Control = pick(w.Rand, 0, 0, model.ControlState, model.ControlCollective, model.ControlPrivate, model.ControlForeign)
	u.RegionCode = pick(w.Rand, w.towns...)
	u.ZoneCode = pick(w.Rand, "", "", "Z0", "Z1", "Z2", "Z3")
	u.Industry = pick(w.Rand, "", "A", "C13", "P8334")
	u.Size = pick(w.Rand, 0, model.SizeLarge, model.SizeMicro)
	u.Employees = w.count(0, 29, 30, 49, 50, 99, 100, 250)
	u.FullMembers, u.ProbationaryMembers = w.count(0, 0, 1, 2, 3, 4, 9), w.count(0, 0, 1, 2)
	if !u.ProbationaryMembers.Known() {
		u.NoProbationaryColumn = w.chance(2)
	}
	u.Status = pick(w.Rand, 0, 0, 0, 0, model.UnitStatusActive, pick(w.Rand, model.AllUnitStatus()...))
	u.ResponsibleCode = pick(w.Rand, "", "", "", "", "", "", pick(w.Rand, w.bodies...))
	u.Kind = pick(w.Rand, 0, model.UnitKindAssociation, model.UnitKindPrimarySchool)
	u.AboveScale = pick(w.Rand, 0, model.AboveScaleYes, model.AboveScaleNo)
	u.PublicOrPrivate = pick(w.Rand, 0, model.PublicOrPrivatePublic, model.PublicOrPrivatePrivate, model.PublicOrPrivatePrivate)
}

func (w *world) cover() model.CoverInput {
	c := model.CoverInput{UnitCode: pick(w.Rand, w.units...), Kind: model.CoverKindOrganisation, ValidFrom: pick(w.Rand, early, w.day())}
	switch w.IntN(6) {
	case 0:
		c.Kind, c.InstructorCode = model.CoverKindWork, fmt.Sprintf("I%d", w.IntN(w.people))
	case 1:
		c.Kind, c.MassOrganisationCode = model.CoverKindWork, fmt.Sprintf("M%d", w.IntN(w.masses))
	default:
		c.OrganisationCode = pick(w.Rand, w.bodies[6:]...)
		c.SetUp = pick(w.Rand, 0, model.SetUpStandalone, model.SetUpJoint, model.SetUpAffiliated, model.SetUpCombined)
		c.ValidFrom = max(c.ValidFrom, w.established[c.OrganisationCode])
	}
	if w.chance(2) {
		if to := w.day(); to > c.ValidFrom {
			c.ValidTo = to
		}
	}
	return c
}
