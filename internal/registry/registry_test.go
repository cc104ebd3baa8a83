package registry_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/model"
)

func TestTheSameBatchAgainChangesNothing(t *testing.T) {
	each(t, false, func(e env) {
		first := e.ok(world())
		if got := total(first); got != (model.Tally{New: 22}) {
			e.Errorf("first: %+v", got)
		}
		before := e.state()
		second := e.ok(world())
		if got := total(second); got != (model.Tally{Unchanged: 22}) {
			e.Errorf("again: %+v", got)
			for name, tally := range second.Tallies {
				e.Logf("%s %+v", name, *tally)
			}
		}
		if e.state() != before || second.Version != before.Version {
			e.Errorf("a batch that changes nothing took version %d after %d", e.state().Version, before.Version)
		}
	})
}

func TestAChangeHoldsFromItsDay(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state().Version
		u := unit(1)
		u.Given = model.Fields(0).With(model.UnitFullMembers)
		u.FullMembers, u.ValidFrom = model.Counted(0), day("2025-01-01")
		out := e.ok(&model.Batch{Units: []model.UnitInput{u}})
		if out.Tallies["Units"].Changed != 1 || out.Version != before+1 {
			e.Fatalf("%+v", out)
		}
		now := e.facts(1, store.Latest)
		if len(now) != 2 || now[0].ValidTo != day("2025-01-01") || now[0].FullMembers != model.Counted(4) ||
			now[1].FullMembers != model.Counted(0) || now[1].ValidTo != model.Never || now[1].Employees != model.Counted(60) || now[1].Name != "单位1" {
			e.Errorf("now %+v", now)
		}
		if old := e.facts(1, before); len(old) != 1 || old[0].FullMembers != model.Counted(4) || old[0].ValidTo != model.Never {
			e.Errorf("at the version before: %+v", old)
		}
		// A change before it holds to the next stored change only.
		u.FullMembers, u.ValidFrom = model.Counted(2), day("2022-01-01")
		e.ok(&model.Batch{Units: []model.UnitInput{u}})
		now = e.facts(1, store.Latest)
		if len(now) != 3 || now[1].ValidFrom != day("2022-01-01") || now[1].ValidTo != day("2025-01-01") || now[2].FullMembers != model.Counted(0) {
			e.Errorf("with a change in between: %+v", now)
		}
	})
}

func TestAChangeWithoutADayHoldsFromTheBatchs(t *testing.T) {
	each(t, true, func(e env) {
		u := unit(1)
		u.Name = "新名"
		late := unit(2)
		late.Name, late.FoundedOn = "晚", day("2015-01-01")
		e.ok(&model.Batch{Units: []model.UnitInput{u, late}})
		if f := e.facts(1, store.Latest); len(f) != 2 || f[1].ValidFrom != day("2026-06-30") || f[1].Name != "新名" {
			e.Errorf("%+v", f)
		}
	})
}

func TestACorrectionReplacesInPlace(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state().Version
		u := unit(1)
		u.Name, u.FoundedOn = "正名", day("2014-06-01")
		correct := how
		correct.Correct = true
		e.apply(&model.Batch{Units: []model.UnitInput{u}}, correct)
		f := e.facts(1, store.Latest)
		if len(f) != 1 || f[0].Name != "正名" || f[0].ValidFrom != day("2014-06-01") || f[0].FoundedOn != day("2014-06-01") {
			e.Errorf("%+v", f)
		}
		if old := e.facts(1, before); len(old) != 1 || old[0].Name != "单位1" {
			e.Errorf("the corrected fact is not kept at its version: %+v", old)
		}
		if s := e.spans(1); s[0].ValidFrom != day("2014-06-01") {
			e.Errorf("spans begin %s", s[0].ValidFrom)
		}
		if again := e.apply(&model.Batch{Units: []model.UnitInput{u}}, correct); total(again) != (model.Tally{Unchanged: 1}) {
			e.Errorf("the same correction again: %+v", total(again))
		}
	})
}

func TestABlankTakesAwayAndAMissingColumnKeeps(t *testing.T) {
	each(t, true, func(e env) {
		u := model.UnitInput{CreditCode: unitCode(1), Given: model.Fields(0).With(model.UnitEmployees)}
		e.ok(&model.Batch{Units: []model.UnitInput{u}})
		if f := e.facts(1, store.Latest); f[1].Employees.Known() || f[1].FullMembers != model.Counted(4) || f[1].RegionID != f[0].RegionID {
			e.Errorf("%+v", f)
		}
	})
}

func TestACoverIsCorrectedByItsOverlap(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state().Version
		id := e.covers(1, store.Latest)[0].ID
		c := cover(1, "P1", "2017-01-01", "2026-01-01")
		c.EndReason = model.EndReasonMoved
		out := e.ok(&model.Batch{Covers: []model.CoverInput{c}})
		now := e.covers(1, store.Latest)
		if out.Tallies["Covers"].Changed != 1 || len(now) != 1 || now[0].ID != id || now[0].ValidTo != day("2026-01-01") || now[0].SetUp != model.SetUpStandalone {
			e.Errorf("%+v", now)
		}
		if old := e.covers(1, before); len(old) != 1 || old[0].ValidFrom != day("2016-01-01") {
			e.Errorf("before: %+v", old)
		}
		if got := e.establishment(1, "2016-06-01"); got != model.EstablishmentNotEstablishedDue {
			e.Errorf("before its corrected begin the unit is %s", got)
		}
		out = e.ok(&model.Batch{Covers: []model.CoverInput{cover(1, "P1", "2026-01-01", "")}})
		if out.Tallies["Covers"].New != 1 {
			e.Errorf("a row that touches but does not overlap is new: %+v", out.Tallies["Covers"])
		}
		bad := e.apply(&model.Batch{Covers: []model.CoverInput{cover(1, "P1", "2025-01-01", "")}}, how)
		if len(bad.Problems) != 1 || bad.Problems[0].Code != registry.CodeOverlap {
			e.Errorf("a row over two stored covers: %+v", bad.Problems)
		}
	})
}

func TestAVoidWithdraws(t *testing.T) {
	each(t, true, func(e env) {
		c := cover(1, "P1", "2016-01-01", "")
		c.Void = true
		v := world().Visits[0]
		v.Void = true
		x := world().Participations[0]
		x.Void = true
		b := &model.Batch{Covers: []model.CoverInput{c}, Visits: []model.VisitInput{v}, Participations: []model.ParticipationInput{x},
			CandidateSteps: []model.CandidateStepInput{{CandidateCode: "C1", Kind: model.StepKindTalk, On: day("2024-01-20"), Void: true}}}
		if got := total(e.ok(b)); got != (model.Tally{Changed: 4}) {
			e.Errorf("%+v", got)
		}
		if got := e.establishment(1, "2026-06-30"); got != model.EstablishmentNotEstablishedDue {
			e.Errorf("without its cover the unit is %s", got)
		}
		again := e.ok(b)
		if got := total(again); got != (model.Tally{Unchanged: 4, Warned: 4}) {
			e.Errorf("again: %+v", got)
		}
		if p := again.Problems[0]; p.Code != registry.CodeNothingToVoid || !p.Warning {
			e.Errorf("%+v", p)
		}
	})
}

func TestADissolvedOrganisationIsOneChange(t *testing.T) {
	each(t, true, func(e env) {
		b := &model.Batch{}
		for n := 100; n < 400; n++ {
			b.Units = append(b.Units, unit(n))
			c := cover(n, "P2", "2016-01-01", "")
			c.SetUp = model.SetUpJoint
			b.Covers = append(b.Covers, c)
		}
		e.ok(b)
		if got := e.establishment(399, "2026-06-30"); got != model.EstablishmentJoint {
			e.Fatalf("before: %s", got)
		}
		version := e.state().Version
		org := organisation("P2", "P0")
		org.DissolvedOn, org.Given, org.ValidFrom = day("2026-03-01"), model.Fields(0).With(model.OrganisationDissolvedOn), day("2026-03-01")
		e.ok(&model.Batch{Organisations: []model.OrganisationInput{org}})
		for _, n := range []int{2, 100, 399} {
			if got := e.establishment(n, "2026-06-30"); got != model.EstablishmentNotEstablishedDue {
				e.Errorf("unit %d is %s", n, got)
			}
		}
		changes := e.changes(version)
		units := int64(0)
		for _, c := range changes {
			if c.Version != version+1 {
				e.Errorf("%+v is not of the one commit", c)
			}
			if c.Subject == store.SubjectUnit {
				units += c.LastID - c.FirstID + 1
			}
		}
		if units != 301 {
			e.Errorf("the change touched %d units, want 301: %+v", units, changes)
		}
	})
}

func (e env) changes(since model.DataVersion) []store.Change {
	e.Helper()
	out, err := store.Get(ctx, e.s, func(v *store.View) ([]store.Change, error) { return v.ChangesSince(since) })
	if err != nil {
		e.Fatal(err)
	}
	return out
}

func TestWhatTouchesUnitsAndWhatDoesNot(t *testing.T) {
	each(t, true, func(e env) {
		touches := func(name string, b *model.Batch, want ...string) {
			e.Helper()
			version := e.state().Version
			e.ok(b)
			var got []string
			for _, c := range e.changes(version) {
				got = append(got, fmt.Sprintf("%s %d-%d", c.Subject, c.FirstID, c.LastID))
			}
			slices.Sort(got)
			if !reflect.DeepEqual(got, want) {
				e.Errorf("%s touches %v, want %v", name, got, want)
			}
		}
		region := world().Regions[0]
		region.Name = "新街道"
		touches("a renamed region", &model.Batch{Regions: []model.RegionInput{region}}, "REGION 1-1")
		zone := world().Zones[0]
		zone.Name = "新园区"
		touches("a renamed zone", &model.Batch{Zones: []model.ZoneInput{zone}}, "ZONE 1-1")
		org := organisation("P1", "P0")
		org.Name = "改名"
		touches("a renamed organisation", &model.Batch{Organisations: []model.OrganisationInput{org}}, "ORGANISATION 1-1", "ORGANISATION_SPANS 1-1")
		org.ParentCode = "P2"
		touches("a moved organisation", &model.Batch{Organisations: []model.OrganisationInput{org}}, "ORGANISATION 1-1", "ORGANISATION_SPANS 1-1")
		org.Nature = model.OrganisationNatureTemporary
		touches("an organisation that became temporary", &model.Batch{Organisations: []model.OrganisationInput{org}}, "ORGANISATION 1-1", "ORGANISATION_SPANS 1-1",
			"UNIT 1-1")
		person := world().Instructors[0]
		person.Phone = "131"
		touches("a new phone", &model.Batch{Instructors: []model.InstructorInput{person}}, "INSTRUCTOR 1-1", "INSTRUCTOR_SPANS 1-1")
		person.ServiceTo = day("2026-01-01")
		touches("an ended service", &model.Batch{Instructors: []model.InstructorInput{person}}, "INSTRUCTOR 1-1", "INSTRUCTOR_SPANS 1-1", "UNIT 3-3")
		mass := world().MassOrganisations[0]
		mass.DissolvedOn = day("2026-01-01")
		touches("a dissolved union", &model.Batch{MassOrganisations: []model.MassOrganisationInput{mass}}, "MASS_ORGANISATION 1-1", "UNIT 2-2")
		visit := world().Visits[0]
		visit.VisitedOn++
		touches("a visit", &model.Batch{Visits: []model.VisitInput{visit}}, "INSTRUCTOR 1-1", "INSTRUCTOR_SPANS 1-1", "UNIT 3-3")
		touches("a cover", &model.Batch{Covers: []model.CoverInput{cover(3, "P2", "2020-01-01", "")}}, "ORGANISATION_SPANS 3-3", "UNIT 3-3")
		u := unit(4)
		u.SucceedsCode, u.SuccessionKind = unitCode(1), model.SuccessionKindNewCreditCode
		touches("a successor", &model.Batch{Units: []model.UnitInput{u}}, "UNIT 1-1", "UNIT 4-4")
	})
}

func TestADryRunSeesItsOwnRowsAndLeavesNothing(t *testing.T) {
	each(t, false, func(e env) {
		before := e.state()
		s, err := e.r.Begin(ctx, true)
		if err != nil {
			e.Fatal(err)
		}
		first, err := s.Apply(&model.Batch{Regions: world().Regions, Organisations: world().Organisations}, how)
		rest := world()
		rest.Regions, rest.Organisations = nil, nil
		second, err2 := s.Apply(rest, how)
		changed := unit(1)
		changed.Name = "改名"
		third, err3 := s.Apply(&model.Batch{Units: []model.UnitInput{changed}}, how)
		s.Close()
		if err := errors.Join(err, err2, err3); err != nil {
			e.Fatal(err)
		}
		if len(first.Problems)+len(second.Problems) > 0 || total(second).New != 16 || total(third).Changed != 1 || third.Version != before.Version {
			e.Errorf("%+v %+v %+v", first, second, third)
		}
		if e.state() != before {
			e.Errorf("the dry run left %+v", e.state())
		}
		dry := how
		dry.DryRun = true
		if out := e.apply(world(), dry); total(out).New != 22 || e.state() != before {
			e.Errorf("%+v", total(out))
		}
	})
}

func TestOneFaultRefusesABatchUnlessSkipped(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state()
		bad := unit(11)
		bad.RegionCode = "123456789012"
		b := &model.Batch{Units: []model.UnitInput{unit(10), bad}, Covers: []model.CoverInput{cover(11, "P1", "2020-01-01", ""), cover(10, "P1", "2020-01-01", "")}}
		out := e.apply(b, how)
		if got := total(out); got != (model.Tally{Rejected: 2}) || e.state() != before {
			e.Errorf("%+v %+v", got, out.Problems)
		}
		skip := how
		skip.SkipFaulty = true
		out = e.apply(b, skip)
		if got := total(out); got != (model.Tally{New: 2, Rejected: 2}) {
			e.Errorf("skipped: %+v %+v", got, out.Problems)
		}
		if e.establishment(10, "2026-06-30") != model.EstablishmentOwnBranch || len(e.facts(11, store.Latest)) != 0 {
			e.Error("the good inputs were not applied, or the bad ones were")
		}
	})
}

func TestMutationsAndFilesArePlaced(t *testing.T) {
	each(t, true, func(e env) {
		byPath, byFile := unit(11), unit(12)
		byPath.RegionCode, byPath.Path = "999999999999", "input.units[0]"
		byFile.RegionCode, byFile.File, byFile.Line = "999999999999", "units.csv", 7
		skip := how
		skip.SkipFaulty = true
		fine := unit(13)
		fine.File = "units.csv"
		out := e.apply(&model.Batch{Units: []model.UnitInput{byPath, byFile, fine}}, skip)
		if p := out.Problems[0]; p.Path != "input.units[0].regionCode" || p.File != "" || p.Column != "" {
			e.Errorf("%+v", p)
		}
		if p := out.Problems[1]; p.File != "units.csv" || p.Line != 7 || p.Column != "region_code" || p.Path != "" {
			e.Errorf("%+v", p)
		}
		if f := out.Files["units.csv"]; *f != (model.Tally{New: 1, Rejected: 1}) {
			e.Errorf("%+v", f)
		}
	})
}
