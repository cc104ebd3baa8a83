package registry_test

import (
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/model"
)

// fault is a batch with one thing wrong with it.
type fault struct {
	name    string
	code    string
	field   string
	message string
	batch   func(b *model.Batch)
}

func units(list ...model.UnitInput) func(*model.Batch) {
	return func(b *model.Batch) { b.Units = append(b.Units, list...) }
}

func aUnit(change func(u *model.UnitInput)) func(*model.Batch) {
	u := unit(50)
	change(&u)
	return units(u)
}

func knownUnit(change func(u *model.UnitInput)) func(*model.Batch) {
	u := unit(1)
	change(&u)
	return units(u)
}

func aCover(change func(c *model.CoverInput)) func(*model.Batch) {
	c := cover(3, "P2", "2020-01-01", "")
	change(&c)
	return func(b *model.Batch) { b.Covers = append(b.Covers, c) }
}

func anOrganisation(change func(o *model.OrganisationInput)) func(*model.Batch) {
	o := organisation("P9", "P0")
	change(&o)
	return func(b *model.Batch) { b.Organisations = append(b.Organisations, o) }
}

func knownOrganisation(change func(o *model.OrganisationInput)) func(*model.Batch) {
	o := organisation("P1", "P0")
	change(&o)
	return func(b *model.Batch) { b.Organisations = append(b.Organisations, o) }
}

func aRegion(change func(r *model.RegionInput)) func(*model.Batch) {
	r := model.RegionInput{Code: "990102000000", Name: "乙县", ParentCode: "990000000000"}
	change(&r)
	return func(b *model.Batch) { b.Regions = append(b.Regions, r) }
}

func aZone(change func(z *model.ZoneInput)) func(*model.Batch) {
	z := model.ZoneInput{Code: "Z9", Name: "园", RegionCode: "990101001000"}
	change(&z)
	return func(b *model.Batch) { b.Zones = append(b.Zones, z) }
}

func anInstructor(change func(x *model.InstructorInput)) func(*model.Batch) {
	x := model.InstructorInput{Code: "I9", Name: "某"}
	change(&x)
	return func(b *model.Batch) { b.Instructors = append(b.Instructors, x) }
}

func aUnion(change func(x *model.MassOrganisationInput)) func(*model.Batch) {
	x := model.MassOrganisationInput{Code: "M9", Name: "会", Kind: model.MassOrganisationKindTradeUnion}
	change(&x)
	return func(b *model.Batch) { b.MassOrganisations = append(b.MassOrganisations, x) }
}

func aVisit(change func(x *model.VisitInput)) func(*model.Batch) {
	x := model.VisitInput{InstructorCode: "I1", UnitCode: unitCode(3), VisitedOn: day("2026-06-01")}
	change(&x)
	return func(b *model.Batch) { b.Visits = append(b.Visits, x) }
}

func aParticipation(change func(x *model.ParticipationInput)) func(*model.Batch) {
	x := model.ParticipationInput{OrganisationCode: "P2", HomeOrganisationCode: "P1", ValidFrom: day("2021-01-01")}
	change(&x)
	return func(b *model.Batch) { b.Participations = append(b.Participations, x) }
}

func aCandidate(change func(x *model.CandidateInput)) func(*model.Batch) {
	x := model.CandidateInput{Code: "C9", UnitCode: unitCode(1), Name: "某", Direction: model.DirectionMemberToBackbone, BegunOn: day("2026-01-01")}
	change(&x)
	return func(b *model.Batch) { b.Candidates = append(b.Candidates, x) }
}

func aStep(change func(x *model.CandidateStepInput)) func(*model.Batch) {
	x := model.CandidateStepInput{CandidateCode: "C1", Kind: model.StepKindActivist, On: day("2024-03-01")}
	change(&x)
	return func(b *model.Batch) { b.CandidateSteps = append(b.CandidateSteps, x) }
}

func aReturn(change func(x *model.DeclaredReturnInput)) func(*model.Batch) {
	x := model.DeclaredReturnInput{OrganisationCode: "P0", Year: 2025, Table: "表二", Row: "r", Column: "c"}
	change(&x)
	return func(b *model.Batch) { b.DeclaredReturns = append(b.DeclaredReturns, x) }
}

func twice(f func(*model.Batch)) func(*model.Batch) { return func(b *model.Batch) { f(b); f(b) } }

var long = strings.Repeat("长", 256)

var faults = []fault{
	{"region code", registry.CodeRegionCode, "code", `"99" is no region code; write 12 digits`, aRegion(func(r *model.RegionInput) { r.Code = "99" })},
	{"region name", registry.CodeRequired, "name", "the region's name is missing", aRegion(func(r *model.RegionInput) { r.Name = "" })},
	{"region name too long", registry.CodeText, "name", "has 256 characters; 255 fit", aRegion(func(r *model.RegionInput) { r.Name = long })},
	{"region end", registry.CodeEndBeforeBegin, "validTo", "the end 2020-01-01 is not after the begin 2020-01-01", aRegion(func(r *model.RegionInput) { r.ValidFrom, r.ValidTo = day("2020-01-01"), day("2020-01-01") })},
	{"region twice", registry.CodeDuplicateKey, "code", "stands in the batch already, as input 1", twice(aRegion(func(*model.RegionInput) {}))},
	{"region parent unknown", registry.CodeUnknownRegion, "parent", "there is no region 980000000000", aRegion(func(r *model.RegionInput) { r.ParentCode = "980000000000" })},
	{"region its own parent", registry.CodeCycle, "parent", "cannot be its own superior", aRegion(func(r *model.RegionInput) { r.ParentCode = r.Code })},
	{"region cycle", registry.CodeCycle, "parent", "would be its own superior", func(b *model.Batch) {
		b.Regions = append(b.Regions, model.RegionInput{Code: "990000000000", Name: "省", ParentCode: "990101001000"})
	}},
	{"organisation code", registry.CodeRequired, "code", "the organisation's code is missing", anOrganisation(func(o *model.OrganisationInput) { o.Code = "" })},
	{"organisation code too long", registry.CodeText, "code", "has 65 characters; 64 fit", anOrganisation(func(o *model.OrganisationInput) { o.Code = strings.Repeat("9", 65) })},
	{"organisation name", registry.CodeRequired, "name", "the name of a new organisation is missing", anOrganisation(func(o *model.OrganisationInput) { o.Name = "" })},
	{"organisation kind", registry.CodeRequired, "kind", "write COMMITTEE, GENERAL_BRANCH", anOrganisation(func(o *model.OrganisationInput) { o.Kind = 0 })},
	{"organisation established", registry.CodeRequired, "establishedOn", "the day of establishment", anOrganisation(func(o *model.OrganisationInput) { o.EstablishedOn = 0 })},
	{"organisation region", registry.CodeRequired, "regionCode", "the region of a new organisation is missing", anOrganisation(func(o *model.OrganisationInput) { o.RegionCode = "" })},
	{"organisation region unknown", registry.CodeUnknownRegion, "regionCode", "there is no region", anOrganisation(func(o *model.OrganisationInput) { o.RegionCode = "980000000000" })},
	{"organisation dissolved", registry.CodeEndBeforeBegin, "dissolvedOn", "is not after the begin", anOrganisation(func(o *model.OrganisationInput) { o.DissolvedOn = day("2013-01-01") })},
	{"organisation term", registry.CodeEndBeforeBegin, "termEndsOn", "is not after the begin", anOrganisation(func(o *model.OrganisationInput) { o.TermBeganOn, o.TermEndsOn = day("2020-01-01"), day("2019-01-01") })},
	{"organisation before", registry.CodeBeforeBegin, "validFrom", "2013-01-01 is before the establishment of P9 on 2014-01-01", anOrganisation(func(o *model.OrganisationInput) { o.ValidFrom = day("2013-01-01") })},
	{"known organisation loses its name", registry.CodeRequired, "name", "every organisation has its name", knownOrganisation(func(o *model.OrganisationInput) { o.Name = "" })},
	{"known organisation loses its kind", registry.CodeRequired, "kind", "every organisation has its kind", knownOrganisation(func(o *model.OrganisationInput) { o.Kind = 0 })},
	{"known organisation loses its region", registry.CodeRequired, "regionCode", "leave it out to keep what is stored", knownOrganisation(func(o *model.OrganisationInput) { o.RegionCode = "" })},
	{"known organisation loses its establishment", registry.CodeRequired, "establishedOn", "fill it in", knownOrganisation(func(o *model.OrganisationInput) { o.EstablishedOn = 0 })},
	{"organisation twice", registry.CodeDuplicateKey, "code", "stands in the batch already", twice(anOrganisation(func(*model.OrganisationInput) {}))},
	{"organisation parent", registry.CodeUnknownOrganisation, "parentCode", "there is no organisation X; import it first", anOrganisation(func(o *model.OrganisationInput) { o.ParentCode = "X" })},
	{"organisation host", registry.CodeUnknownOrganisation, "hostCode", "there is no organisation X", anOrganisation(func(o *model.OrganisationInput) { o.HostCode = "X" })},
	{"organisation its own parent", registry.CodeCycle, "parentCode", "cannot be its own superior", anOrganisation(func(o *model.OrganisationInput) { o.ParentCode = "P9" })},
	{"organisation cycle", registry.CodeCycle, "parentCode", "P0 would be its own superior, through P1", func(b *model.Batch) {
		o := organisation("P0", "P1")
		o.Kind = model.OrganisationKindCommittee
		b.Organisations = append(b.Organisations, o)
	}},
	{"zone code", registry.CodeRequired, "code", "the zone's code is missing", aZone(func(z *model.ZoneInput) { z.Code = "" })},
	{"zone region", registry.CodeRequired, "regionCode", "the region of the zone is missing", aZone(func(z *model.ZoneInput) { z.RegionCode = "" })},
	{"zone organisation", registry.CodeUnknownOrganisation, "organisationCode", "there is no organisation X", aZone(func(z *model.ZoneInput) { z.OrganisationCode = "X" })},
	{"zone end", registry.CodeEndBeforeBegin, "validTo", "is not after the begin", aZone(func(z *model.ZoneInput) { z.ValidFrom, z.ValidTo = day("2020-01-01"), day("2019-01-01") })},
	{"instructor code", registry.CodeRequired, "id", "the instructor's number is missing", anInstructor(func(x *model.InstructorInput) { x.Code = "" })},
	{"instructor name", registry.CodeRequired, "name", "the instructor's name is missing", anInstructor(func(x *model.InstructorInput) { x.Name = "" })},
	{"instructor service", registry.CodeEndBeforeBegin, "serviceTo", "is not after the begin", anInstructor(func(x *model.InstructorInput) { x.ServiceFrom, x.ServiceTo = day("2020-01-01"), day("2019-01-01") })},
	{"instructor region", registry.CodeUnknownRegion, "regionCode", "there is no region", anInstructor(func(x *model.InstructorInput) { x.RegionCode = "980000000000" })},
	{"mass organisation kind", registry.CodeRequired, "kind", "write TRADE_UNION", aUnion(func(x *model.MassOrganisationInput) { x.Kind = 0 })},
	{"mass organisation end", registry.CodeEndBeforeBegin, "dissolvedOn", "is not after the begin", aUnion(func(x *model.MassOrganisationInput) {
		x.EstablishedOn, x.DissolvedOn = day("2020-01-01"), day("2019-01-01")
	})},
	{"credit code", registry.CodeCreditCode, "creditCode", `"X" is no credit code; it has 18 characters`, aUnit(func(u *model.UnitInput) { u.CreditCode = "X" })},
	{"no unit", registry.CodeNotAUnit, "creditCode", "(prefix 92), which is no unit", aUnit(func(u *model.UnitInput) { u.CreditCode = "92" + unitCode(50)[2:] })},
	{"unit twice", registry.CodeDuplicateKey, "creditCode", "stands in the batch already, as input 1", twice(aUnit(func(*model.UnitInput) {}))},
	{"unit name", registry.CodeRequired, "name", "the name of a new unit is missing", aUnit(func(u *model.UnitInput) { u.Name = "" })},
	{"unit name too long", registry.CodeText, "name", "has 256 characters", aUnit(func(u *model.UnitInput) { u.Name = long })},
	{"unit domain", registry.CodeRequired, "domain", "the domain of the new unit", aUnit(func(u *model.UnitInput) { u.Domain = 0 })},
	{"unit region", registry.CodeRequired, "regionCode", "the region of the new unit", aUnit(func(u *model.UnitInput) { u.RegionCode = "" })},
	{"unit region unknown", registry.CodeUnknownRegion, "regionCode", "there is no region 980000000000; import the regions first", aUnit(func(u *model.UnitInput) { u.RegionCode = "980000000000" })},
	{"unit founding", registry.CodeRequired, "establishedOn", "the founding day of the new unit", aUnit(func(u *model.UnitInput) { u.FoundedOn = 0 })},
	{"unit before founding", registry.CodeBeforeBegin, "validFrom", "2014-01-01 is before the founding of the unit on 2015-01-01", aUnit(func(u *model.UnitInput) { u.ValidFrom = day("2014-01-01") })},
	{"known unit loses its domain", registry.CodeRequired, "domain", "every unit has its domain", knownUnit(func(u *model.UnitInput) { u.Domain = 0 })},
	{"known unit before founding", registry.CodeBeforeBegin, "validFrom", "is before the founding", knownUnit(func(u *model.UnitInput) { u.FoundedOn = day("2027-01-01") })},
	{"unit zone", registry.CodeUnknownZone, "zoneCode", "there is no zone X", aUnit(func(u *model.UnitInput) { u.ZoneCode = "X" })},
	{"unit responsible", registry.CodeUnknownOrganisation, "responsibleCode", "there is no organisation X", aUnit(func(u *model.UnitInput) { u.ResponsibleCode = "X" })},
	{"unit also its own domain", registry.CodeContradiction, "alsoDomain", "cannot also count in its own domain", aUnit(func(u *model.UnitInput) { u.AlsoDomain = u.Domain })},
	{"succession without kind", registry.CodeContradiction, "succeedsCode", "needs both", aUnit(func(u *model.UnitInput) { u.SucceedsCode = unitCode(1) })},
	{"succession of itself", registry.CodeContradiction, "succeedsCode", "cannot succeed itself", aUnit(func(u *model.UnitInput) {
		u.SucceedsCode, u.SuccessionKind = u.CreditCode, model.SuccessionKindMergedInto
	})},
	{"succession of an unknown unit", registry.CodeUnknownUnit, "succeedsCode", "there is no unit", aUnit(func(u *model.UnitInput) {
		u.SucceedsCode, u.SuccessionKind = unitCode(77), model.SuccessionKindMergedInto
	})},
	{"cover of nobody", registry.CodeUnknownUnit, "unitCode", "there is no unit", aCover(func(c *model.CoverInput) { c.UnitCode = unitCode(77) })},
	{"cover without a unit", registry.CodeRequired, "unitCode", "the unit's credit code is missing", aCover(func(c *model.CoverInput) { c.UnitCode = "" })},
	{"cover without a kind", registry.CodeRequired, "kind", "write ORGANISATION or WORK", aCover(func(c *model.CoverInput) { c.Kind = 0 })},
	{"cover without a begin", registry.CodeRequired, "validFrom", "the first day of the cover is missing", aCover(func(c *model.CoverInput) { c.ValidFrom = 0 })},
	{"cover end", registry.CodeEndBeforeBegin, "validTo", "ends are exclusive", aCover(func(c *model.CoverInput) { c.ValidTo = c.ValidFrom })},
	{"cover without a holder", registry.CodeHolder, "organisationCode", "names nobody", aCover(func(c *model.CoverInput) { c.OrganisationCode = "" })},
	{"cover with two holders", registry.CodeHolder, "organisationCode", "names several holders", aCover(func(c *model.CoverInput) { c.InstructorCode = "I1" })},
	{"cover of the other kind", registry.CodeHolder, "kind", "correct the kind or the holder", aCover(func(c *model.CoverInput) { c.Kind = model.CoverKindWork })},
	{"work cover with a set-up", registry.CodeHolder, "setUp", "belong to covers by an organisation", aCover(func(c *model.CoverInput) {
		c.Kind, c.OrganisationCode, c.InstructorCode, c.SetUp = model.CoverKindWork, "", "I1", model.SetUpJoint
	})},
	{"basis without joint", registry.CodeContradiction, "basis", "only a cover with the set-up JOINT has a basis", aCover(func(c *model.CoverInput) { c.Basis = model.JointBasisTrade })},
	{"cover organisation", registry.CodeUnknownOrganisation, "organisationCode", "there is no organisation X", aCover(func(c *model.CoverInput) { c.OrganisationCode = "X" })},
	{"cover instructor", registry.CodeUnknownInstructor, "instructorId", "there is no instructor X", aCover(func(c *model.CoverInput) { c.Kind, c.OrganisationCode, c.InstructorCode = model.CoverKindWork, "", "X" })},
	{"cover mass organisation", registry.CodeUnknownMassOrganisation, "massOrganisationCode", "there is no mass organisation X", aCover(func(c *model.CoverInput) {
		c.Kind, c.OrganisationCode, c.MassOrganisationCode = model.CoverKindWork, "", "X"
	})},
	{"cover twice", registry.CodeDuplicateKey, "validFrom", "repeats input 1 of the batch", twice(aCover(func(*model.CoverInput) {}))},
	{"covers that overlap in the batch", registry.CodeOverlap, "validFrom", "overlaps input 1 of the batch", func(b *model.Batch) {
		b.Covers = append(b.Covers, cover(3, "P2", "2020-01-01", ""), cover(3, "P2", "2021-01-01", ""))
	}},
	{"visit without a day", registry.CodeRequired, "visitedOn", "the day of the visit is missing", aVisit(func(x *model.VisitInput) { x.VisitedOn = 0 })},
	{"visit without an instructor", registry.CodeRequired, "instructorId", "the instructor's number is missing", aVisit(func(x *model.VisitInput) { x.InstructorCode = "" })},
	{"visit twice", registry.CodeDuplicateKey, "visitedOn", "stands in the batch already", twice(aVisit(func(*model.VisitInput) {}))},
	{"participation without home", registry.CodeRequired, "homeOrganisationCode", "fill in both", aParticipation(func(x *model.ParticipationInput) { x.HomeOrganisationCode = "" })},
	{"participation without a begin", registry.CodeRequired, "validFrom", "the first day of the participation", aParticipation(func(x *model.ParticipationInput) { x.ValidFrom = 0 })},
	{"participation twice", registry.CodeDuplicateKey, "validFrom", "repeats input 1", twice(aParticipation(func(*model.ParticipationInput) {}))},
	{"candidate name", registry.CodeRequired, "name", "the candidate's name is missing", aCandidate(func(x *model.CandidateInput) { x.Name = "" })},
	{"candidate direction", registry.CodeRequired, "direction", "write BACKBONE_TO_MEMBER", aCandidate(func(x *model.CandidateInput) { x.Direction = model.DirectionMasked })},
	{"candidate begin", registry.CodeRequired, "begunOn", "the day on which the direction began", aCandidate(func(x *model.CandidateInput) { x.BegunOn = 0 })},
	{"candidate plan", registry.CodeEndBeforeBegin, "plannedOn", "the plan date 2025-01-01 is before the begin", aCandidate(func(x *model.CandidateInput) { x.PlannedOn = day("2025-01-01") })},
	{"candidate unit", registry.CodeUnknownUnit, "unitCode", "there is no unit", aCandidate(func(x *model.CandidateInput) { x.UnitCode = unitCode(77) })},
	{"candidate twice", registry.CodeDuplicateKey, "code", "stands in the batch already", twice(aCandidate(func(*model.CandidateInput) {}))},
	{"step of nobody", registry.CodeUnknownCandidate, "candidateCode", "there is no candidate X", aStep(func(x *model.CandidateStepInput) { x.CandidateCode = "X" })},
	{"step without a kind", registry.CodeRequired, "kind", "the kind of the step is missing", aStep(func(x *model.CandidateStepInput) { x.Kind = 0 })},
	{"step without a day", registry.CodeRequired, "on", "the day of the step is missing", aStep(func(x *model.CandidateStepInput) { x.On = 0 })},
	{"step end", registry.CodeEndBeforeBegin, "until", "is before the first", aStep(func(x *model.CandidateStepInput) { x.Until = x.On - 1 })},
	{"step outcome missing", registry.CodeStep, "outcome", "needs its outcome", aStep(func(x *model.CandidateStepInput) { x.Kind = model.StepKindEnded })},
	{"step outcome too many", registry.CodeStep, "outcome", "only a step of kind ENDED", aStep(func(x *model.CandidateStepInput) { x.Outcome = model.OutcomeMoved })},
	{"step amount", registry.CodeStep, "amount", "fill in both or none", aStep(func(x *model.CandidateStepInput) { x.Amount = 3 })},
	{"step unit", registry.CodeStep, "amountUnit", "write DAYS, HOURS or MONTHS", aStep(func(x *model.CandidateStepInput) { x.Amount, x.AmountUnit = 3, "WEEKS" })},
	{"step out of order", registry.CodeStep, "kind", "is out of order", aStep(func(x *model.CandidateStepInput) { x.Kind = model.StepKindOath })},
	{"step twice", registry.CodeDuplicateKey, "on", "stands in the batch already", twice(aStep(func(*model.CandidateStepInput) {}))},
	{"return year", registry.CodeRequired, "year", "12 is no year of a return", aReturn(func(x *model.DeclaredReturnInput) { x.Year = 12 })},
	{"return table", registry.CodeRequired, "table", "the table of the return is missing", aReturn(func(x *model.DeclaredReturnInput) { x.Table = "" })},
	{"return organisation", registry.CodeUnknownOrganisation, "organisationCode", "there is no organisation X", aReturn(func(x *model.DeclaredReturnInput) { x.OrganisationCode = "X" })},
	{"return twice", registry.CodeDuplicateKey, "row", "stands in the batch already", twice(aReturn(func(*model.DeclaredReturnInput) {}))},
}

func TestEveryFaultRefusesWithItsMend(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state()
		for _, f := range faults {
			b := &model.Batch{}
			f.batch(b)
			out := e.apply(b, how)
			var found []model.Problem
			for _, p := range out.Problems {
				if !p.Warning {
					found = append(found, p)
				}
			}
			if len(found) != 1 || found[0].Code != f.code || found[0].Path != f.field || !strings.Contains(found[0].Message, f.message) {
				e.Errorf("%s: %+v\nwant %s at %s: %s", f.name, found, f.code, f.field, f.message)
			}
		}
		if e.state() != before {
			e.Errorf("a refused batch took version %d", e.state().Version)
		}
	})
}

func TestEveryWarningIsTaken(t *testing.T) {
	warnings := []fault{
		{"check character", registry.CodeCheckCharacter, "creditCode", "compare the code with the register", aUnit(func(u *model.UnitInput) { u.CreditCode = "91310115MA1H8R7C6D" })},
		{"level", registry.CodeLevel, "level", "is not the one that its digits say", aRegion(func(r *model.RegionInput) { r.Level = model.RegionLevelTownship })},
		{"cover before its unit", registry.CodeCoverBeforeUnit, "validFrom", "before the unit was founded on 2015-01-01", aCover(func(c *model.CoverInput) { c.ValidFrom = day("2014-06-01") })},
		{"cover before its organisation", registry.CodeCoverBeforeOrganisation, "validFrom", "before its organisation was established on 2019-01-01", func(b *model.Batch) {
			o := organisation("P9", "P0")
			o.EstablishedOn = day("2019-01-01")
			b.Organisations = append(b.Organisations, o)
			b.Covers = append(b.Covers, cover(3, "P9", "2018-01-01", ""))
		}},
		{"cover after its organisation", registry.CodeCoverAfterOrganisation, "validFrom", "had been dissolved on 2019-01-01", func(b *model.Batch) {
			o := organisation("P8", "P0")
			o.DissolvedOn = day("2019-01-01")
			b.Organisations = append(b.Organisations, o)
			b.Covers = append(b.Covers, cover(3, "P8", "2020-01-01", ""))
		}},
		{"set-up missing", registry.CodeSetUpMissing, "setUp", "counts as AFFILIATED", func(b *model.Batch) {
			o := organisation("P7", "P0")
			o.SetUp = 0
			b.Organisations = append(b.Organisations, o)
			b.Covers = append(b.Covers, cover(3, "P7", "2020-01-01", ""))
		}},
	}
	each(t, true, func(e env) {
		for _, f := range warnings {
			b := &model.Batch{}
			f.batch(b)
			out := e.ok(b)
			if len(out.Problems) != 1 || !out.Problems[0].Warning || out.Problems[0].Code != f.code || out.Problems[0].Path != f.field ||
				!strings.Contains(out.Problems[0].Message, f.message) || total(out).Warned != 1 || total(out).New == 0 {
				e.Errorf("%s: %+v %+v", f.name, out.Problems, total(out))
			}
		}
	})
}

func TestFaultsOfSuperiorsSpread(t *testing.T) {
	each(t, true, func(e env) {
		child, parent, grand := organisation("A1", "A2"), organisation("A2", "A3"), organisation("A3", "P0")
		grand.Kind = 0
		skip := how
		skip.SkipFaulty = true
		out := e.apply(&model.Batch{Organisations: []model.OrganisationInput{child, parent, grand, organisation("A4", "P0")}}, skip)
		if got := total(out); got.Rejected != 3 || got.New != 1 {
			e.Errorf("%+v %+v", got, out.Problems)
		}
	})
}

func TestABatchNeedsItsDay(t *testing.T) {
	each(t, true, func(e env) {
		_, err := e.r.Apply(ctx, &model.Batch{}, model.Apply{})
		if model.CodeOf(err) != model.CodeInvalid {
			e.Error(err)
		}
	})
}
