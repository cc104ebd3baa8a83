package registry_test

import (
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// planned begins an import and plans batches one behind the other, before the first of them is written.
func (e env) planned(batches ...*model.Batch) (*registry.ImportSession, []*registry.Planned) {
	e.Helper()
	s := e.begun(ctx)
	var plans []*registry.Planned
	for _, b := range batches {
		p, err := s.Plan(ctx, b, how)
		if err != nil {
			e.Fatal(err)
		}
		plans = append(plans, p)
	}
	return s, plans
}

// written applies plans and closes their import; every input must be new.
func (e env) written(s *registry.ImportSession, plans ...*registry.Planned) {
	e.Helper()
	for i, p := range plans {
		out, err := p.Apply()
		if sum := total(out); err != nil || sum.Rejected > 0 || len(out.Problems) > 0 || out.Version != e.state().Version {
			e.Errorf("batch %d: %+v %+v %v", i, sum, out.Problems, err)
		}
	}
	if err := s.Close(ctx, model.ImportStateDone, nil); err != nil {
		e.Fatal(err)
	}
}

// newUnits are units with a cover each.
func newUnits(numbers ...int) *model.Batch {
	b := &model.Batch{}
	for _, n := range numbers {
		b.Units = append(b.Units, unit(n))
		b.Covers = append(b.Covers, cover(n, "P1", "2016-01-01", ""),
			model.CoverInput{UnitCode: unitCode(n), Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: day("2017-01-01")})
	}
	return b
}

// ids are the ids of units in the order of their numbers.
func (e env) ids(numbers ...int) (out []model.UnitID) {
	e.Helper()
	var codes []model.CreditCode
	for _, n := range numbers {
		codes = append(codes, unitCode(n))
	}
	ids, err := store.Get(ctx, e.s, func(v *store.View) (map[model.CreditCode]model.UnitID, error) { return v.UnitIDs(codes) })
	if err != nil {
		e.Fatal(err)
	}
	for _, code := range codes {
		out = append(out, ids[code])
	}
	return out
}

// TestBatchesArePlannedAhead: each was planned without knowing the ones before it, and their new units get ids without a hole.
func TestBatchesArePlannedAhead(t *testing.T) {
	each(t, true, func(e env) {
		renamed := newUnits(14)
		known := unit(2)
		known.Name, known.ValidFrom = "新名", day("2020-01-01")
		renamed.Units = append(renamed.Units, known)
		s, plans := e.planned(newUnits(11, 10), newUnits(13, 12), renamed)
		version := e.state().Version
		e.written(s, plans...)
		e.same("ids", e.ids(11, 10, 13, 12, 14), []model.UnitID{4, 5, 6, 7, 8})
		e.same("versions", e.state().Version, version+5) // the last two settle organisations and instructors
		for _, n := range []int{10, 11, 12, 13, 14} {
			if covers := e.covers(n, store.Latest); len(covers) != 2 || e.establishment(n, "2020-01-01") != e.establishment(1, "2020-01-01") {
				t.Errorf("unit %d: %+v, %s", n, covers, e.establishment(n, "2020-01-01"))
			}
		}
		e.same("facts of the known unit", len(e.facts(2, store.Latest)), 2)
	})
}

// TestOrganisationsArePlannedAhead: new ones name each other by ids that they do not have yet, below one of the batch before, too.
func TestOrganisationsArePlannedAhead(t *testing.T) {
	each(t, true, func(e env) {
		body := func(code, parent, host string) model.OrganisationInput {
			x := organisation(code, parent)
			x.HostCode = host
			return x
		}
		of := func(list ...model.OrganisationInput) *model.Batch { return &model.Batch{Organisations: list} }
		moved := body("P2", "P10", "P11")
		moved.ValidFrom = day("2020-01-01")
		covered := newUnits(10)
		covered.Covers[0].OrganisationCode = "P13"
		s, plans := e.planned(of(body("P6", "P0", "")), of(body("P10", "P0", "P11"), body("P11", "P10", ""), moved), of(body("P12", "P11", "P13"), body("P13", "P6", "")),
			covered)
		e.written(s, plans...)
		codes := map[model.OrganisationID]string{}
		for _, code := range []string{"P0", "P6", "P10", "P11", "P12", "P13"} {
			codes[e.body(code, store.Latest).ID] = code
		}
		for code, want := range map[string]string{"P6": "P0 ", "P10": "P0 P11", "P11": "P10 ", "P12": "P11 P13", "P13": "P6 ", "P2": "P0 , P10 P11"} {
			var got []string
			for _, f := range e.body(code, store.Latest).Facts {
				got = append(got, codes[f.ParentID]+" "+codes[f.HostID])
			}
			e.same("superiors and hosts of "+code, strings.Join(got, ", "), want)
		}
		if covers := e.covers(10, store.Latest); len(covers) != 2 || codes[covers[0].OrganisationID] != "P13" {
			t.Errorf("covers of the unit: %+v", covers)
		}
		if a, b := e.establishment(10, "2020-01-01"), e.establishment(1, "2020-01-01"); a != b {
			t.Errorf("the unit is %s, another one %s", a, b)
		}
	})
}

// TestAPlanThatDoesNotHoldIsMadeAgain: because the batch before names its unit, because somebody else has committed, or because the batch
// before changed what it stands on.
func TestAPlanThatDoesNotHoldIsMadeAgain(t *testing.T) {
	each(t, true, func(e env) {
		more := &model.Batch{Covers: []model.CoverInput{cover(10, "P2", "2018-01-01", "")}}
		moved := unit(10)
		moved.Name, moved.ValidFrom = "新名", day("2020-01-01")
		s, plans := e.planned(newUnits(10), &model.Batch{Units: []model.UnitInput{moved}, Covers: more.Covers})
		e.written(s, plans...)
		e.same("facts", len(e.facts(10, store.Latest)), 2)
		e.same("covers", len(e.covers(10, store.Latest)), 3)

		s, plans = e.planned(newUnits(20), newUnits(21))
		ended := organisation("P1", "P0")
		ended.DissolvedOn = day("2019-01-01")
		e.ok(&model.Batch{Units: []model.UnitInput{unit(22)}, Organisations: []model.OrganisationInput{ended}})
		// Warnings that the covers of P1 begin in time are the same as before; its end cuts the spans of the new units.
		e.written(s, plans...)
		e.same("ids", e.ids(22, 20, 21), []model.UnitID{5, 6, 7})
		if before, after := e.establishment(21, "2018-06-01"), e.establishment(21, "2020-01-01"); before == after {
			t.Errorf("the end of P1 is not seen: %s and %s", before, after)
		}

		visit := &model.Batch{Visits: []model.VisitInput{{InstructorCode: "I1", UnitCode: unitCode(20), VisitedOn: day("2019-03-01"), Content: "走访"}}}
		s, plans = e.planned(visit, newUnits(30))
		e.written(s, plans...)
	})
}

// TestWhatIsPlannedAheadIsNotWritten: a plan alone leaves nothing, and an import that was cancelled writes none.
func TestWhatIsPlannedAheadIsNotWritten(t *testing.T) {
	each(t, true, func(e env) {
		s, _ := e.planned(newUnits(10), newUnits(11))
		if n := len(storetest.Rows(t, e.s, "SELECT * FROM units")); n != 3 {
			t.Errorf("%d units", n)
		}
		if err := s.Close(ctx, model.ImportStateInterrupted, nil); err != nil {
			e.Fatal(err)
		}
		e.same("ids", e.ids(10, 11), []model.UnitID{0, 0})
	})
}
