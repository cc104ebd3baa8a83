package indicator

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fugai/model"
)

// pick is one value of a list.
func pick[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

func someCount(r *rand.Rand, values ...int) model.Count {
	if r.IntN(5) == 0 {
		return 0
	}
	return model.Counted(pick(r, values...))
}

// randomHistory is a life of some months with everything that may happen in it, more often than in real lives.
func randomHistory(r *rand.Rand, origin model.Date) *UnitHistory {
	h := &UnitHistory{ID: 5}
	day := origin + model.Date(r.IntN(20))
	founded := day - model.Date(r.IntN(3)*r.IntN(10))
	for i := range 1 + r.IntN(5) {
		f := model.UnitFact{UnitID: 5, Valid: model.Valid{ValidFrom: day, ValidTo: model.Never}}
		f.Name, f.FoundedOn, f.RegionID = pick(r, "甲", "甲", "乙"), founded, 1
		f.Domain = pick(r, model.DomainNonPublicEnterprise, model.DomainSchool, model.DomainOrgan)
		f.AlsoDomain = pick(r, 0, 0, model.DomainSocialOrganisation)
		f.Control = pick(r, 0, model.ControlPrivate, model.ControlState)
		f.PublicOrPrivate = pick(r, 0, model.PublicOrPrivatePublic, model.PublicOrPrivatePrivate)
		f.Employees = someCount(r, 29, 30, 49, 50, 99, 100)
		f.FullMembers, f.ProbationaryMembers = someCount(r, 0, 1, 2, 3), someCount(r, 0, 0, 1)
		f.NoProbationaryColumn = r.IntN(4) == 0
		f.Status = pick(r, model.UnitStatusActive, model.UnitStatusActive, model.UnitStatusActive, model.UnitStatusSuspended)
		f.ResponsibleID = pick(r, 0, 0, 0, model.OrganisationID(77))
		if i > 0 {
			h.Facts[i-1].ValidTo = day
		}
		h.Facts = append(h.Facts, f)
		day += model.Date(1 + r.IntN(40))
	}
	for i := range r.IntN(6) {
		h.Covers = append(h.Covers, randomCover(r, origin, i))
	}
	return h
}

func randomCover(r *rand.Rand, origin model.Date, i int) CoverHistory {
	c := CoverHistory{}
	c.ID, c.UnitID = model.CoverID(i+1), 5
	c.ValidFrom, c.ValidTo = origin+model.Date(r.IntN(100)), model.Never
	if r.IntN(2) == 0 {
		c.ValidTo = c.ValidFrom + model.Date(1+r.IntN(60))
	}
	ends := func() model.Date { return pick(r, model.Never, model.Never, origin+model.Date(r.IntN(140)), 0) }
	from := origin - 10
	rows := 1 + r.IntN(3)
	kind := r.IntN(4)
	for range rows {
		switch kind {
		case 0:
			f := model.InstructorFact{ServiceTo: ends(), Role: pick(r, model.InstructorRoleInstructor, model.InstructorRoleLiaison)}
			f.ValidFrom = from
			c.Instructor, c.InstructorID = append(c.Instructor, f), 1
		case 1:
			f := model.MassOrganisationFact{DissolvedOn: ends(), Kind: pick(r, model.AllMassOrganisationKind()...)}
			if len(c.MassOrganisation) > 0 {
				f.Kind = c.MassOrganisation[0].Kind
			}
			f.ValidFrom = from
			c.MassOrganisation, c.MassOrganisationID = append(c.MassOrganisation, f), 1
		default:
			f := model.OrganisationFact{}
			f.DissolvedOn, f.ValidFrom = ends(), from
			f.Kind = pick(r, model.AllOrganisationKind()...)
			f.Nature = pick(r, model.OrganisationNatureRegular, model.OrganisationNatureRegular, model.OrganisationNatureTemporary)
			f.ParentID = pick(r, 0, model.OrganisationID(9))
			c.Organisation = append(c.Organisation, f)
			c.OrganisationID, c.OrganisationCode = model.OrganisationID(i+1), fmt.Sprintf("D%d", 9-i)
		}
		from += model.Date(1 + r.IntN(80))
	}
	if c.Kind = model.CoverKindWork; c.OrganisationID != 0 {
		c.Kind, c.SetUp = model.CoverKindOrganisation, pick(r, model.SetUpStandalone, model.SetUpJoint, model.SetUpAffiliated, model.SetUpCombined)
	}
	return c
}

// withQuality adds to a life what the look-back reads besides coverage.
func withQuality(r *rand.Rand, h *UnitHistory, origin model.Date) {
	for i := range h.Facts {
		f := &h.Facts[i]
		f.Domain = pick(r, f.Domain, f.Domain, model.DomainStateOwnedEnterprise)
		f.AlsoDomain = pick(r, f.AlsoDomain, f.AlsoDomain, model.DomainNonPublicEnterprise)
		f.Control = pick(r, f.Control, f.Control, model.ControlUnknown, model.ControlCollective)
	}
	for i := range h.Covers {
		c := &h.Covers[i]
		c.OrganisationID = pick(r, c.OrganisationID, c.OrganisationID, min(c.OrganisationID, 3))
		if c.Kind == model.CoverKindWork && r.IntN(4) > 0 {
			c.FirstVisit, c.Visits = randomVisits(r, origin)
		}
	}
	day := origin - 5
	for range r.IntN(4) {
		l := model.Leadership{OnePerson: pick(r, 0, model.AnswerYes, model.AnswerNo, model.AnswerNo, model.AnswerUnknown), CrossAppointed: pick(r, model.AllAnswer()...)}
		l.ExceptionDocument = pick(r, "", "", "某发〔2024〕1号")
		l.ValidFrom = day
		h.Leadership = append(h.Leadership, l)
		day += model.Date(1 + r.IntN(60))
	}
	for range r.IntN(2) * r.IntN(3) {
		other := randomHistory(r, origin)
		p := model.PredecessorHistory{SucceededOn: origin + model.Date(r.IntN(100)), Facts: other.Facts}
		if r.IntN(5) == 0 {
			p.Facts = nil
		}
		h.Predecessors = append(h.Predecessors, p)
	}
}

// randomVisits are those to one unit, and the first one to any.
func randomVisits(r *rand.Rand, origin model.Date) (first model.Date, visits []model.Date) {
	first = origin + model.Date(r.IntN(80)) - 20
	for day := first + model.Date(r.IntN(3)*r.IntN(40)); len(visits) < 4 && r.IntN(3) > 0; day += model.Date(1 + r.IntN(70)) {
		visits = append(visits, day)
	}
	return first, visits
}

// BenchmarkSpans measures units of a usual kind: one or two reports, one or two covers.
func BenchmarkSpans(b *testing.B) {
	rules := NewRuleSet(DefaultPolicy())
	r := rand.New(rand.NewPCG(1, 2))
	units := make([]*UnitHistory, 1000)
	for i := range units {
		h := randomHistory(r, model.MustDate("2023-01-01"))
		h.Facts = h.Facts[:min(len(h.Facts), 1+i%2)]
		h.Covers = h.Covers[:min(len(h.Covers), 1+i%2)]
		units[i] = h
	}
	b.ReportAllocs()
	b.ResetTimer()
	spans := 0
	for i := 0; b.Loop(); i++ {
		spans += len(rules.Spans(units[i%len(units)]))
	}
	b.ReportMetric(float64(spans)/float64(b.N), "spans/op")
}
