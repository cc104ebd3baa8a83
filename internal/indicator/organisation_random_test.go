package indicator

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fugai/model"
)

// randomOrganisation is a life of some months with everything that may happen in it, more often than in real lives. It has the number 1.
func randomOrganisation(r *rand.Rand, origin model.Date) *model.OrganisationHistory {
	h := &model.OrganisationHistory{
		ID: 1, Code: "B1", Others: map[model.OrganisationID][]model.OrganisationFact{}, Codes: map[model.OrganisationID]string{},
		Regions: map[model.RegionID]model.RegionCode{1: "350000000000", 2: "350521001000", 3: "350521100000"},
	}
	day := func() model.Date { return origin + model.Date(r.IntN(140)) }
	h.Facts = randomOrganisationFacts(r, origin)
	for id := model.OrganisationID(2); id < 6; id++ { // 7 is never known
		if r.IntN(4) > 0 {
			h.Others[id], h.Codes[id] = randomOrganisationFacts(r, origin-50), fmt.Sprintf("K%d", id)
		}
	}
	jointly, life := r.IntN(4) == 0, r.Uint64()
	for i := range r.IntN(7) {
		c := randomCovered(r, origin, life, i)
		if jointly {
			c.SetUp, c.Basis = model.SetUpJoint, pick(r, 0, model.JointBasisUnit)
		}
		h.Covers = append(h.Covers, c)
	}
	slices.SortStableFunc(h.Covers, func(a, b model.CoveredUnit) int { return int(a.ValidFrom - b.ValidFrom) })
	for i := range r.IntN(3) {
		p := model.Participation{ID: model.ParticipationID(i), OrganisationID: 1, Valid: randomPeriod(r, origin)}
		p.HomeOrganisationID, p.FullMembers = pick(r, model.OrganisationID(1), 2, 3, 7), someCount(r, 1, 2, 3)
		h.Participations = append(h.Participations, p)
	}
	for range r.IntN(4) {
		o := model.Officer{Valid: randomPeriod(r, origin)}
		o.Role = pick(r, model.OfficerRoleSecretary, model.OfficerRoleSecretary, model.OfficerRoleDeputySecretary)
		o.Eligibility = pick(r, 0, model.EligibilityEligible, model.EligibilityEligible, model.EligibilityNotEligible, model.EligibilityUnknown)
		h.Officers = append(h.Officers, o)
	}
	for range r.IntN(5) {
		h.Activities = append(h.Activities, day()-model.Date(r.IntN(40)))
	}
	slices.Sort(h.Activities)
	h.Activities = slices.Compact(h.Activities)
	return h
}

func randomPeriod(r *rand.Rand, origin model.Date) model.Valid {
	v := model.Valid{ValidFrom: origin + model.Date(r.IntN(100)) - 10, ValidTo: pick(r, model.Never, model.Never, 0)}
	if r.IntN(2) == 0 {
		v.ValidTo = v.ValidFrom + model.Date(1+r.IntN(60))
	}
	return v
}

func randomOrganisationFacts(r *rand.Rand, origin model.Date) (facts []model.OrganisationFact) {
	from := origin + model.Date(r.IntN(15))
	established := pick(r, from, from-model.Date(r.IntN(20)), from+3, 0)
	for i := range 1 + r.IntN(5) {
		f := model.OrganisationFact{Valid: model.Valid{ValidFrom: from, ValidTo: model.Never}}
		f.Name = pick(r, "甲公司党支部", "甲公司党支部", "桃源村党支部", "桃源社区支部委员会")
		f.Kind = pick(r, 0, model.OrganisationKindBranch, model.OrganisationKindBranch, model.OrganisationKindBranch, model.OrganisationKindGeneralBranch,
			model.OrganisationKindCommittee, model.OrganisationKindWorkingCommittee)
		f.Nature = pick(r, 0, model.OrganisationNatureRegular, model.OrganisationNatureRegular, model.OrganisationNatureTemporary,
			model.OrganisationNatureFunctional)
		f.RegionID, f.ParentID = pick(r, model.RegionID(1), 2), pick(r, model.OrganisationID(0), 1, 2, 3, 4, 5, 7)
		f.SetUp = pick(r, 0, 0, model.SetUpNone, model.SetUpStandalone, model.SetUpJoint, model.SetUpCombined)
		f.EstablishedOn = established
		f.DissolvedOn = pick(r, model.Never, model.Never, model.Never, model.Never, 0, origin+model.Date(r.IntN(140)))
		randomTerm(r, origin, &f.OrganisationAttributes)
		f.ApprovalDocument, f.ApprovedOn = pick(r, "", "组〔2024〕1号"), pick(r, 0, origin)
		f.FullMembers, f.ProbationaryMembers = someCount(r, 0, 1, 2, 3, 4), someCount(r, 0, 0, 1)
		f.EducationCommittee, f.Territorial = r.IntN(4) == 0, r.IntN(5) == 0
		if i > 0 && r.IntN(2) == 0 { // much stays as it was
			f.Kind, f.Nature, f.SetUp, f.ParentID = facts[i-1].Kind, facts[i-1].Nature, facts[i-1].SetUp, facts[i-1].ParentID
		}
		facts = append(facts, f)
		from += model.Date(1 + r.IntN(50))
	}
	return facts
}

func randomTerm(r *rand.Rand, origin model.Date, o *model.OrganisationAttributes) {
	if r.IntN(4) == 0 {
		return
	}
	o.TermEndsOn = origin + model.Date(r.IntN(160)) + pick(r, model.Date(0), 0, 400)
	switch r.IntN(4) {
	case 0:
	case 1:
		o.TermBeganOn = origin + model.Date(r.IntN(80)) // a new term
	default:
		o.TermBeganOn = o.TermEndsOn.AddMonths(-12*pick(r, 2, 3, 5)) + pick(r, model.Date(0), 0, 1, -1, 5)
	}
}

func randomCovered(r *rand.Rand, origin model.Date, life uint64, i int) model.CoveredUnit {
	c := model.CoveredUnit{CreditCode: model.CreditCode(fmt.Sprintf("U%d", i))}
	c.ID, c.UnitID, c.OrganisationID, c.Kind = model.CoverID(i+1), model.UnitID(1+r.IntN(5)), 1, model.CoverKindOrganisation
	c.Valid = randomPeriod(r, origin)
	c.SetUp = pick(r, 0, model.SetUpStandalone, model.SetUpStandalone, model.SetUpJoint, model.SetUpJoint, model.SetUpJoint, model.SetUpAffiliated, model.SetUpCombined)
	c.Basis = pick(r, 0, model.JointBasisUnit, model.JointBasisUnit, model.JointBasisUnit, model.JointBasisRegion, model.JointBasisTrade)
	// The facts of a unit are the same in each of its covers in one life.
	own := rand.New(rand.NewPCG(uint64(c.UnitID), life))
	from := origin - 30 + model.Date(own.IntN(2)*own.IntN(110))
	founded := from
	for range 1 + own.IntN(4) {
		f := model.UnitFact{Valid: model.Valid{ValidFrom: from, ValidTo: model.Never}}
		f.Name, f.FoundedOn, f.RegionID = "某单位", founded, pick(own, model.RegionID(2), 3, 9)
		f.Domain = pick(own, model.DomainSchool, model.DomainSchool, model.DomainNonPublicEnterprise, model.DomainOrgan)
		f.AlsoDomain, f.Control = pick(own, 0, 0, model.DomainSchool), pick(own, 0, model.ControlState)
		f.PublicOrPrivate = pick(own, 0, model.PublicOrPrivatePublic, model.PublicOrPrivatePrivate)
		f.Status = pick(own, 0, model.UnitStatusActive, model.UnitStatusActive, model.UnitStatusActive, model.UnitStatusRevoked)
		f.FullMembers = someCount(own, 0, 1, 2)
		c.Unit = append(c.Unit, f)
		from += model.Date(1 + own.IntN(60))
	}
	return c
}

// changingQuality is a policy whose numbers change inside the window and are small enough to be hit.
func changingQuality(t testing.TB, origin model.Date) *Policy {
	t.Helper()
	p, err := ParsePolicy(DefaultPolicyText())
	if err != nil {
		t.Fatal(err)
	}
	numbers := func(d *Dated[int], values ...int) {
		d.Versions = nil
		for i, v := range values {
			d.Versions = append(d.Versions, Version[int]{origin + model.Date(i*(23+3*len(d.Path)%40)), v})
		}
	}
	numbers(&p.StandAlone, 3, 2)
	numbers(&p.BranchAtMost, 3, 2)
	numbers(&p.GeneralBranch, 2, 4)
	numbers(&p.Committee, 4, 3)
	numbers(&p.ActivityMonths, 1, 2)
	numbers(&p.ReminderMonths, 2, 1)
	numbers(&p.TemporaryMonths, 1, 3)
	numbers(&p.HeadcountDifference, 0, 1)
	numbers(&p.CombinedParticipants, 3, 2)
	p.GraceMonths.Versions = []Version[int]{{1, 0}, {origin + 20, 2}, {origin + 70, 1}}
	p.TermBranch.Versions = []Version[int]{{1, 2}, {origin - 900, 3}}
	p.TermVillageBranch.Versions = []Version[int]{{1, 5}, {origin + 20, 3}}
	widths := func(d *Dated[Width], first, second Width) {
		d.Versions = []Version[Width]{{1, first}, {origin + model.Date(len(d.Path)*3), second}}
	}
	widths(&p.JointWidth, Width{true, 1}, Width{true, 2})
	widths(&p.EnterpriseWidth, Width{false, 2}, Width{true, 1})
	widths(&p.PrivateSchoolWidth, Width{true, 2}, Width{false, 1})
	widths(&p.RuralSchoolWidth, Width{false, 1}, Width{true, 3})
	p.DocumentFor.Versions = []Version[[]model.SetUp]{{1, []model.SetUp{model.SetUpJoint}}, {origin + 66, []model.SetUp{model.SetUpStandalone, model.SetUpCombined}}}
	return p
}

// community is an organisation that covers many units, each reported twice, one after the other.
func community(units int) *model.OrganisationHistory {
	origin := model.MustDate("2012-01-01")
	h := randomOrganisation(rand.New(rand.NewPCG(4, 4)), origin)
	h.Facts, h.Covers, h.Participations = h.Facts[:1], nil, nil
	h.Facts[0].DissolvedOn, h.Facts[0].ParentID, h.Facts[0].SetUp = model.Never, 0, 0
	for i := range units {
		c := randomCovered(rand.New(rand.NewPCG(uint64(i), 1)), origin+model.Date(i*7), uint64(i), i)
		c.ID, c.UnitID, c.Unit = model.CoverID(i+1), model.UnitID(i+1), c.Unit[:1]
		second := c.Unit[0]
		second.ValidFrom, second.FullMembers = second.ValidFrom+500, model.Counted(1)
		c.Unit = append(c.Unit, second)
		h.Covers = append(h.Covers, c)
	}
	return h
}

// BenchmarkOrganisationSpans measures usual organisations and communities of 50 and 500 units: ten times the units may take little more
// than ten times as long.
func BenchmarkOrganisationSpans(b *testing.B) {
	rules := NewRuleSet(DefaultPolicy())
	usual := make([]*model.OrganisationHistory, 1000)
	for i := range usual {
		h := randomOrganisation(rand.New(rand.NewPCG(uint64(i), 5)), model.MustDate("2023-01-01"))
		h.Facts, h.Covers = h.Facts[:min(len(h.Facts), 1+i%2)], h.Covers[:min(len(h.Covers), 1+i%3)]
		usual[i] = h
	}
	for _, run := range []struct {
		name string
		of   []*model.OrganisationHistory
	}{{"usual", usual}, {"units=50", []*model.OrganisationHistory{community(50)}}, {"units=500", []*model.OrganisationHistory{community(500)}}} {
		b.Run(run.name, func(b *testing.B) {
			b.ReportAllocs()
			var spans []model.Span
			total := 0
			for i := 0; b.Loop(); i++ {
				spans = rules.AppendOrganisationSpans(spans[:0], run.of[i%len(run.of)])
				total += len(spans)
			}
			b.ReportMetric(float64(total)/float64(b.N), "spans/op")
		})
	}
}

// randomLife is the random organisation of a number.
func randomLife(seed uint64, origin model.Date) *model.OrganisationHistory {
	return randomOrganisation(rand.New(rand.NewPCG(seed, 13)), origin)
}
