package registry_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fugai/internal/indicator"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// findings are those of a check: code and the beginning of the message.
func (e env) findings() (lines []string) {
	e.Helper()
	report, err := e.r.Check(ctx, nil)
	if err != nil {
		e.Fatal(err)
	}
	for _, f := range report.Findings {
		lines = append(lines, f.Code+" "+strings.SplitAfter(f.Message, ")")[0])
	}
	return lines
}

// begun begins an import and applies batches in its name.
func (e env) begun(ctx context.Context, batches ...*model.Batch) *registry.ImportSession {
	e.Helper()
	s, err := e.r.OpenImport(ctx, "导入员", false)
	if err != nil {
		e.Fatal(err)
	}
	for _, b := range batches {
		if _, err := s.Apply(ctx, b, how); err != nil {
			e.Fatal(err)
		}
	}
	return s
}

// terms gives the committee and a branch of the world a term, which adds spans to them.
func terms(codes ...string) *model.Batch {
	b := &model.Batch{}
	for _, code := range codes {
		in := organisation(code, "P0")
		if code == "P0" {
			in.ParentCode, in.Kind = "", model.OrganisationKindCommittee
		}
		in.TermBeganOn, in.TermEndsOn = day("2020-01-01"), day("2025-01-01")
		b.Organisations = append(b.Organisations, in)
	}
	return b
}

var staleP1, staleP0 = "STALE the spans of organisation 1 (P1)", "STALE the spans of organisation 2 (P0)"

func TestAKilledImportLeavesMarksThatAreSettled(t *testing.T) {
	each(t, true, func(e env) {
		killed, kill := context.WithCancel(ctx)
		s := e.begun(killed, terms("P1"), terms("P0"))
		e.same("findings while it runs", e.findings(), []string{staleP1, staleP0})
		kill()
		if _, err := s.Apply(killed, terms("P2"), how); err == nil {
			e.Error("the import went on after it had been cancelled")
		}
		if err := s.Close(ctx, model.ImportStateInterrupted, []byte(`{}`)); err != nil {
			e.Fatal(err)
		}
		e.same("findings after it was killed", e.findings(), []string{staleP1, staleP0})
		version := e.state().Version
		var told []registry.Settling
		if err := e.r.Settle(ctx, func(s registry.Settling) { told = append(told, s) }); err != nil {
			e.Fatal(err)
		}
		e.same("findings after settling", e.findings(), []string(nil))
		e.same("progress", told, []registry.Settling{{Done: 2, Total: 2}})
		e.same("changes", fmt.Sprint(e.changes(version)), fmt.Sprint([]store.Change{{Version: version + 1, Subject: store.SubjectOrganisationSpans, FirstID: 1, LastID: 2}}))
		if err := e.r.Settle(ctx, nil); err != nil || e.state().Version != version+1 {
			e.Errorf("nothing was stale, and version %d came: %v", e.state().Version, err)
		}
	})
}

func TestTheNextImportSettlesWhatAKilledOneLeft(t *testing.T) {
	each(t, true, func(e env) {
		killed, kill := context.WithCancel(ctx)
		s := e.begun(killed, terms("P1"))
		kill()
		if err := s.Close(ctx, model.ImportStateInterrupted, nil); err != nil {
			e.Fatal(err)
		}
		e.same("findings", e.findings(), []string{staleP1})
		if id := e.importing(&model.Batch{Activities: []model.ActivityInput{activity("P2", "2026-01-01")}}); id == 0 {
			e.Error("no import")
		}
	}) // each checks that nothing is stale any more
}

func TestAServerSettlesOnlyWhileNoImportRuns(t *testing.T) {
	each(t, true, func(e env) {
		settled := func(want bool) {
			e.Helper()
			got, err := e.r.SettleIdle(ctx)
			if err != nil || got != want {
				e.Errorf("settled: %v, %v; want %v", got, err, want)
			}
		}
		settled(false) // nothing is stale
		s := e.begun(ctx, terms("P1"))
		settled(false)
		storetest.SQL(t, e.s, "UPDATE imports SET alive_at = '2026-01-01 00:00:00.000'")
		settled(true)
		settled(false)
		// The import was only slow. It does not know that its marks are gone, and marks P1 again.
		if _, err := s.Apply(ctx, &model.Batch{Officers: []model.OfficerInput{officer("P1", "甲", "2020-01-01", "")}}, how); err != nil {
			e.Fatal(err)
		}
		e.same("findings", e.findings(), []string{staleP1})
		version, err := s.Settle(ctx, nil)
		if err != nil || version != e.state().Version || len(e.findings()) != 0 {
			e.Errorf("version %d of %d, %v", version, e.state().Version, err)
		}
		if err := s.Close(ctx, model.ImportStateDone, nil); err != nil {
			e.Fatal(err)
		}
	})
}

// TestMarksAreWrittenOnce: most batches of an import touch most organisations.
func TestMarksAreWrittenOnce(t *testing.T) {
	each(t, true, func(e env) {
		s := e.begun(ctx, terms("P1"), &model.Batch{Activities: []model.ActivityInput{activity("P1", "2026-01-01")}})
		storetest.SQL(t, e.s, "DELETE FROM stale_subjects")
		if _, err := s.Apply(ctx, &model.Batch{Activities: []model.ActivityInput{activity("P1", "2026-02-01")}}, how); err != nil {
			e.Fatal(err)
		}
		if n := len(storetest.Rows(t, e.s, "SELECT * FROM stale_subjects")); n != 0 {
			e.Errorf("%d marks were written again", n)
		}
		// A commit of somebody else in between may have been a settling, so the mark is written again.
		e.ok(&model.Batch{Activities: []model.ActivityInput{activity("P2", "2026-02-01")}})
		if _, err := s.Apply(ctx, &model.Batch{Activities: []model.ActivityInput{activity("P1", "2026-03-01")}}, how); err != nil {
			e.Fatal(err)
		}
		if n := len(storetest.Rows(t, e.s, "SELECT * FROM stale_subjects")); n != 1 {
			e.Errorf("%d marks, want the one of P1", n)
		}
		if err := s.Close(ctx, model.ImportStateDone, nil); err != nil {
			e.Fatal(err)
		}
	})
}

func TestADryRunMarksNothing(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state()
		s, err := e.r.OpenImport(ctx, "导入员", true)
		if err != nil {
			e.Fatal(err)
		}
		b := terms("P1")
		b.Officers = []model.OfficerInput{officer("P1", "甲", "2020-01-01", ""), officer("P9", "乙", "2020-01-01", "")}
		lenient := how
		lenient.SkipFaulty = true
		out, err := s.Apply(ctx, b, lenient)
		if err != nil || out.Tallies["Officers"].New != 1 || out.Tallies["Officers"].Rejected != 1 || out.Version != before.Version {
			e.Errorf("%+v %v", out, err)
		}
		// Later batches see earlier ones.
		again, err := s.Apply(ctx, &model.Batch{Officers: []model.OfficerInput{officer("P1", "甲", "2020-01-01", "")}}, how)
		if err != nil || again.Tallies["Officers"].Unchanged != 1 {
			e.Errorf("%+v %v", again, err)
		}
		version, err := s.Settle(ctx, nil)
		if err != nil || version != before.Version {
			e.Errorf("version %d %v", version, err)
		}
		if err := s.Close(ctx, model.ImportStateDone, nil); err != nil {
			e.Fatal(err)
		}
		if e.state() != before || len(e.officers("P1", store.Latest)) != 0 || len(storetest.Rows(t, e.s, "SELECT * FROM stale_subjects")) != 0 {
			e.Errorf("the dry run left something: %+v", e.state())
		}
	})
}

// TestBatchesAreBoundedByCovers: two organisations of communities with thousands of units are two commits.
func TestBatchesAreBoundedByCovers(t *testing.T) {
	each(t, true, func(e env) {
		var covers []model.Cover
		for i := range 30_000 {
			covers = append(covers, model.Cover{ID: model.CoverID(100 + i), UnitID: model.UnitID(1 + i%3), Kind: model.CoverKindOrganisation,
				OrganisationID: model.OrganisationID(2 + i%2), SetUp: model.SetUpJoint,
				Valid: model.Valid{ValidFrom: day("2016-01-01") + model.Date(i), ValidTo: day("2016-01-02") + model.Date(i)}})
		}
		err := e.s.Update(ctx, func(tx *store.Tx) error {
			if err := store.Insert(tx, store.Covers, covers); err != nil {
				return err
			}
			return tx.MarkStale(model.SubjectOrganisation, []model.SubjectID{1, 2, 3})
		})
		if err != nil {
			e.Fatal(err)
		}
		var told []int
		if err := e.r.Settle(ctx, func(s registry.Settling) { told = append(told, s.Done) }); err != nil {
			e.Fatal(err)
		}
		e.same("batches", told, []int{2, 3})
		storetest.SQL(t, e.s, "DELETE FROM covers WHERE id >= 100")
		if findings := e.findings(); !slices.ContainsFunc(findings, func(f string) bool {
			return strings.HasPrefix(f, "SPANS the span of organisation 2") || strings.HasPrefix(f, "SPANS organisation 2")
		}) {
			e.Errorf("the spans of P0 do not know its covers: %v", findings)
		}
		if err := e.r.Repair(ctx, "test"); err != nil {
			e.Fatal(err)
		}
	})
}

// TestAChangeWhileItIsSettledIsNotLost: what was computed ahead is of before the change.
func TestAChangeWhileItIsSettledIsNotLost(t *testing.T) {
	each(t, true, func(e env) {
		err := e.s.Update(ctx, func(tx *store.Tx) error {
			var covers []model.Cover
			for i := range 21_000 {
				covers = append(covers, model.Cover{ID: model.CoverID(100 + i), UnitID: 3, Kind: model.CoverKindOrganisation,
					OrganisationID: 2, SetUp: model.SetUpJoint, Valid: model.Valid{ValidFrom: day("2016-01-01"), ValidTo: day("2017-01-01")}})
			}
			if err := store.Insert(tx, store.Covers, covers); err != nil {
				return err
			}
			return tx.MarkStale(model.SubjectOrganisation, []model.SubjectID{1, 2, 3})
		})
		if err != nil {
			e.Fatal(err)
		}
		// Every organisation is a batch. While the first one is written, the others are computed.
		var told []int
		if err := e.r.Settle(ctx, func(s registry.Settling) {
			if told = append(told, s.Done); s.Done == 1 {
				e.ok(terms("P1", "P2", "P0"))
			}
		}); err != nil {
			e.Fatal(err)
		}
		e.same("batches", told, []int{1, 2, 3})
		if report, err := e.r.Check(ctx, nil); err != nil || report.Organisations != 3 {
			e.Errorf("%+v %v", report, err)
		}
		for _, code := range []string{"SPANS", "STALE"} {
			if findings := e.findings(); slices.ContainsFunc(findings, func(f string) bool { return strings.HasPrefix(f, code) && !strings.Contains(f, "unit 3") }) {
				e.Errorf("findings %v", findings)
			}
		}
		storetest.SQL(t, e.s, "DELETE FROM covers WHERE id >= 100")
		if err := e.r.Repair(ctx, "test"); err != nil {
			e.Fatal(err)
		}
	})
}

// judgedByAll compares the spans that follow from the little that they are computed from with those from all that is known.
func (e env) judgedByAll(told string) {
	e.Helper()
	rules := indicator.NewRuleSet(indicator.DefaultPolicy())
	err := e.s.View(ctx, func(v *store.View) error {
		for _, of := range []model.Subject{model.SubjectOrganisation, model.SubjectInstructor} {
			ids, err := v.SubjectIDsAfter(of, 0, 100)
			if err != nil {
				return err
			}
			little, all, err := histories(v, rules, of, ids)
			if err != nil {
				return err
			}
			e.same(told+" "+of.String(), little, all)
		}
		return nil
	})
	if err != nil {
		e.Fatal(told, err)
	}
}

// histories are the spans from the histories that the write side reads, and from those that findings are told from.
func histories(v *store.View, rules *indicator.RuleSet, of model.Subject, ids []model.SubjectID) (little, all []model.Span, err error) {
	for _, id := range ids {
		if of == model.SubjectInstructor {
			who := []model.InstructorID{model.InstructorID(id)}
			one, err := v.InstructorHistories(who)
			two, err2 := v.InstructorHistoriesAt(who, store.Latest)
			if err != nil || err2 != nil {
				return nil, nil, errors.Join(err, err2)
			}
			little, all = rules.AppendInstructorSpans(little, one[who[0]]), rules.AppendInstructorSpans(all, two[who[0]])
			continue
		}
		which := []model.OrganisationID{model.OrganisationID(id)}
		one, err := v.OrganisationHistories(which)
		two, err2 := v.OrganisationHistoriesAt(which, store.Latest)
		if err != nil || err2 != nil {
			return nil, nil, errors.Join(err, err2)
		}
		little, all = rules.AppendOrganisationSpans(little, one[which[0]]), rules.AppendOrganisationSpans(all, two[which[0]])
	}
	return little, all, nil
}
