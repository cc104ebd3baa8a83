package registry_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

var ctx = context.Background()

func day(s string) model.Date { return model.MustDate(s) }

// all is the set of every field.
const all model.Fields = 1<<40 - 1

// unitCode makes a credit code with the right check character.
func unitCode(n int) model.CreditCode {
	return model.WithCheckCharacter(fmt.Sprintf("91990000M%08d", n))
}

func unit(n int) model.UnitInput {
	return model.UnitInput{CreditCode: unitCode(n), RegionCode: "990101001000", Given: all, UnitAttributes: model.UnitAttributes{
		Name: fmt.Sprintf("单位%d", n), Domain: model.DomainNonPublicEnterprise, Employees: model.Counted(60),
		FullMembers: model.Counted(4), FoundedOn: day("2015-01-01"), Status: model.UnitStatusActive}}
}

func organisation(code, parent string) model.OrganisationInput {
	return model.OrganisationInput{Code: code, RegionCode: "990101001000", ParentCode: parent, Given: all, OrganisationAttributes: model.OrganisationAttributes{
		Name: "支部" + code, Kind: model.OrganisationKindBranch, SetUp: model.SetUpStandalone, EstablishedOn: day("2014-01-01")}}
}

func cover(n int, org, from, to string) model.CoverInput {
	in := model.CoverInput{UnitCode: unitCode(n), Kind: model.CoverKindOrganisation, OrganisationCode: org, ValidFrom: day(from)}
	if to != "" {
		in.ValidTo = day(to)
	}
	return in
}

// world is a small, whole batch: three regions, a committee with two branches, a zone, people and three units.
func world() *model.Batch {
	committee := organisation("P0", "")
	committee.Kind = model.OrganisationKindCommittee
	return &model.Batch{
		Regions: []model.RegionInput{{Code: "990101001000", Name: "街道", ParentCode: "990101000000"}, {Code: "990000000000", Name: "省"},
			{Code: "990101000000", Name: "县", ParentCode: "990000000000"}},
		Organisations:     []model.OrganisationInput{organisation("P1", "P0"), committee, organisation("P2", "P0")},
		Zones:             []model.ZoneInput{{Code: "Z1", Name: "园区", Kind: model.ZoneKindPark, RegionCode: "990101001000", OrganisationCode: "P0"}},
		Instructors:       []model.InstructorInput{{Code: "I1", Name: "指导员", Phone: "130", RegionCode: "990101001000"}},
		MassOrganisations: []model.MassOrganisationInput{{Code: "M1", Name: "工会", Kind: model.MassOrganisationKindTradeUnion, RegionCode: "990101001000"}},
		Units:             []model.UnitInput{unit(1), unit(2), unit(3)},
		Covers: []model.CoverInput{cover(1, "P1", "2016-01-01", ""), cover(2, "P2", "2016-01-01", "2020-01-01"),
			{UnitCode: unitCode(3), Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: day("2018-01-01")},
			{UnitCode: unitCode(2), Kind: model.CoverKindWork, MassOrganisationCode: "M1", ValidFrom: day("2018-01-01")}},
		Visits:         []model.VisitInput{{InstructorCode: "I1", UnitCode: unitCode(3), VisitedOn: day("2026-05-01"), Content: "走访"}},
		Participations: []model.ParticipationInput{{OrganisationCode: "P1", HomeOrganisationCode: "P2", FullMembers: model.Counted(3), ValidFrom: day("2020-01-01")}},
		Candidates:     []model.CandidateInput{{Code: "C1", UnitCode: unitCode(1), Name: "教师", Direction: model.DirectionBackboneToMember, BegunOn: day("2024-01-01")}},
		CandidateSteps: []model.CandidateStepInput{{CandidateCode: "C1", Kind: model.StepKindTalk, On: day("2024-01-20")},
			{CandidateCode: "C1", Kind: model.StepKindApplied, On: day("2024-01-01")}},
		DeclaredReturns: []model.DeclaredReturnInput{{OrganisationCode: "P0", Year: 2025, Table: "表一", Row: "合计", Column: "单位", Value: 3}},
	}
}

// env is a store with its registry.
type env struct {
	*testing.T
	s *store.Store
	r *registry.Registry
}

// each runs a test on both databases, with the world of above applied where filled.
func each(t *testing.T, filled bool, fn func(e env)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		e := env{t, s, registry.New(s)}
		if err := e.r.EnsureRuleSet(ctx, "test"); err != nil {
			t.Fatal(err)
		}
		if filled {
			e.ok(world())
		}
		fn(e)
		e.sound()
	})
}

var how = model.Apply{AsOf: day("2026-06-30"), Source: model.Source{Name: "登记机关", Recorder: "test"}}

func (e env) apply(b *model.Batch, how model.Apply) model.Applied {
	e.Helper()
	out, err := e.r.Apply(ctx, b, how)
	if err != nil {
		e.Fatal(err)
	}
	return out
}

// ok applies a batch that must be without faults.
func (e env) ok(b *model.Batch) model.Applied {
	e.Helper()
	out := e.apply(b, how)
	for _, p := range out.Problems {
		if !p.Warning {
			e.Fatalf("%+v", p)
		}
	}
	return out
}

// sound runs the check: whatever a test did, the spans must be those of the facts.
func (e env) sound() {
	e.Helper()
	report, err := e.r.Check(ctx, nil)
	if err != nil || report.Faults > 0 {
		e.Errorf("check: %+v %v", report, err)
	}
}

func (e env) state() store.State {
	e.Helper()
	st, err := e.s.State(ctx)
	if err != nil {
		e.Fatal(err)
	}
	return st
}

// facts are the facts of a unit at a version.
func (e env) facts(n int, version model.DataVersion) []model.UnitFact {
	e.Helper()
	out, err := store.Get(ctx, e.s, func(v *store.View) ([]model.UnitFact, error) {
		ids, err := v.UnitIDs([]model.CreditCode{unitCode(n)})
		if err != nil {
			return nil, err
		}
		h, err := v.UnitHistory(version, []model.UnitID{ids[unitCode(n)]})
		return h[ids[unitCode(n)]], err
	})
	if err != nil {
		e.Fatal(err)
	}
	return out
}

// spans are the served spans of a unit.
func (e env) spans(n int) (out []model.Span) {
	e.Helper()
	err := e.s.View(ctx, func(v *store.View) error {
		ids, err := v.UnitIDs([]model.CreditCode{unitCode(n)})
		id := ids[unitCode(n)]
		spans, err2 := v.SpansOf(v.State.RuleSetID, []model.UnitID{id})
		out = spans[id]
		return errors.Join(err, err2)
	})
	if err != nil {
		e.Fatal(err)
	}
	return out
}

// establishment is the row of the partition that a unit is in on a day.
func (e env) establishment(n int, on string) model.Establishment {
	e.Helper()
	for _, s := range e.spans(n) {
		if s.On(day(on)) {
			return s.Class.Establishment
		}
	}
	return 0
}

func (e env) covers(n int, version model.DataVersion) []model.Cover {
	e.Helper()
	out, err := store.Get(ctx, e.s, func(v *store.View) ([]model.Cover, error) {
		ids, err := v.UnitIDs([]model.CreditCode{unitCode(n)})
		if err != nil {
			return nil, err
		}
		h, err := v.CoversOfUnits(version, []model.UnitID{ids[unitCode(n)]})
		return h[ids[unitCode(n)]], err
	})
	if err != nil {
		e.Fatal(err)
	}
	return out
}

func total(out model.Applied) (sum model.Tally) {
	for _, t := range out.Tallies {
		sum.New += t.New
		sum.Changed += t.Changed
		sum.Unchanged += t.Unchanged
		sum.Rejected += t.Rejected
		sum.Warned += t.Warned
	}
	return sum
}
