package registry_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fugai/internal/indicator"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// stricter is the default policy with another number.
func stricter(t *testing.T) string {
	t.Helper()
	text := indicator.DefaultPolicyText()
	at := strings.Index(text, "standAlone")
	if at < 0 {
		t.Fatalf("the default policy has no number to change:\n%s", text)
	}
	return text[:at] + strings.Replace(text[at:], "value: 3}", "value: 5}", 1)
}

func TestANewPolicyIsBuiltBesideAndSwitched(t *testing.T) {
	each(t, true, func(e env) {
		b := &model.Batch{}
		for n := 100; n < 130; n++ {
			u := unit(n)
			u.FullMembers = model.Counted(4)
			b.Units = append(b.Units, u)
		}
		e.ok(b)
		before := e.state()
		if got := e.establishment(100, "2026-01-01"); got != model.EstablishmentNotEstablishedDue {
			e.Fatal(got)
		}
		if err := e.r.SetPolicy(ctx, "nonsense", "x"); err == nil || e.state() != before {
			e.Errorf("a policy that does not parse: %v", err)
		}
		if err := e.r.SetPolicy(ctx, stricter(t), "管理员"); err != nil {
			e.Fatal(err)
		}
		after := e.state()
		if after.RuleSetID == before.RuleSetID || after.Version != before.Version+1 || after.BuildingRuleSetID != 0 {
			e.Errorf("%+v after %+v", after, before)
		}
		if got := e.establishment(100, "2026-01-01"); got != model.EstablishmentNotEstablishedFew {
			e.Errorf("by the new policy the unit is %s", got)
		}
		left, err := store.Get(ctx, e.s, func(v *store.View) (int, error) { return v.CountSpans(before.RuleSetID) })
		if err != nil || left != 0 {
			e.Errorf("%d spans of the old set are left, %v", left, err)
		}
		if err := errors.Join(e.r.SetPolicy(ctx, stricter(t), "管理员"), e.r.EnsureRuleSet(ctx, "x")); err != nil || e.state() != after {
			e.Errorf("the same policy again: %+v %v", e.state(), err)
		}
		text, err := e.r.Policy(ctx)
		if err != nil || text != stricter(t) {
			e.Error("the policy in force is not the one that was set", err)
		}
	})
}

func TestAnInterruptedBuildGoesOnAndSeesCommits(t *testing.T) {
	each(t, true, func(e env) {
		before := e.state()
		stopped, stop := context.WithCancel(ctx)
		// The first call of progress comes when the spans of the first batch are written but not committed yet.
		err := e.r.Rebuild(stopped, stricter(t), "x", func(registry.Building) { stop() })
		if err == nil {
			e.Fatal("the build was not interrupted")
		}
		mid := e.state()
		if mid.BuildingRuleSetID == 0 || mid.RuleSetID != before.RuleSetID || mid.Version != before.Version {
			e.Fatalf("%+v", mid)
		}
		u := unit(1)
		u.FullMembers = model.Counted(0)
		e.ok(&model.Batch{Units: []model.UnitInput{u, unit(20)}})
		if err := e.r.SetPolicy(ctx, stricter(t), "x"); err != nil {
			e.Fatal(err)
		}
		if got := e.state(); got.RuleSetID != mid.BuildingRuleSetID {
			e.Errorf("the build began anew: %+v", got)
		}
	})
}

func TestCommitsKeepTheSetThatIsBeingBuilt(t *testing.T) {
	each(t, true, func(e env) {
		// A set that stands for the units 1 and 2, and is not switched to yet.
		err := e.s.Update(ctx, func(tx *store.Tx) error {
			policy, err := indicator.ParsePolicy(stricter(t))
			if err != nil {
				return err
			}
			rules := indicator.NewRuleSet(policy)
			id, err := tx.AddRuleSet(rules.Hash(), stricter(t), "x")
			if err != nil {
				return err
			}
			h, err := tx.Histories([]model.UnitID{1, 2})
			if err != nil {
				return err
			}
			spans := rules.AppendSpans(rules.Spans(h[1]), h[2])
			return errors.Join(tx.SetBuilding(id), tx.WriteSpans(id, spans))
		})
		if err != nil {
			e.Fatal(err)
		}
		one, three := unit(1), unit(3)
		one.Name, three.Name = "一", "三"
		e.ok(&model.Batch{Units: []model.UnitInput{one, three}})
		if err := e.r.SetPolicy(ctx, stricter(t), "x"); err != nil {
			e.Fatal(err)
		}
	})
}

// damages are planted one after the other into the same database.
var damages = []struct{ name, finding, sql string }{
	{"a changed span", "SPANS the span of unit 1 from 2015-01-01", "UPDATE unit_spans SET employees = 61 WHERE unit_id = 1"},
	{"a missing span", "SPANS unit 2 has 0 spans stored and 4 rebuilt", "DELETE FROM unit_spans WHERE unit_id = 2"},
	{"a span of nobody", "ORPHAN the rule set has", "INSERT INTO unit_spans SELECT rule_set_id, 77, valid_from, valid_to, class_id, region_id, zone_id, place, employees, full_members, members, founded_on, name FROM unit_spans WHERE unit_id = 1 AND valid_from = 20150101"},
	{"a span that leaves a hole", "PARTITION the span of unit 1 from 2015-01-01 to 2014-01-01", "UPDATE unit_spans SET valid_to = 20140101 WHERE unit_id = 1 AND valid_from = 20150101"},
	{"an operating unit in no row", "PARTITION unit 3 is OPERATING", "UPDATE span_classes SET establishment = 'NONE'"},
	{"a fact changed past the product", "SPANS unit 3 has", "UPDATE unit_facts SET founded_on = 20260101, valid_from = 20260101 WHERE unit_id = 3"},
	{"facts that overlap", "OVERLAP two facts of zone 1", "INSERT INTO zone_facts SELECT zone_id, 20200101, valid_to, name, kind, region_id, organisation_id, since_version, until_version, source_id FROM zone_facts"},
	{"facts of a unit that overlap", "OVERLAP two facts of unit 2", "INSERT INTO unit_facts SELECT unit_id, 20200101, valid_to, name, domain, also_domain, control, region_id, zone_id, industry, size, employees, on_duty_staff, full_members, probationary_members, no_probationary_column, members_elsewhere, founded_on, status, status_evidence, responsible_id, kind, above_scale, school_type, pupils, teachers, public_or_private, organ_kind, supervisor, supervisor_code, since_version, until_version, source_id FROM unit_facts WHERE unit_id = 2"},
	{"a cover of nobody", "DANGLING covers 1 names organisation_id 99", "UPDATE covers SET organisation_id = 99 WHERE organisation_id = 1"},
	{"a superior that is gone", "DANGLING organisation_facts 1 names parent_id 98", "UPDATE organisation_facts SET parent_id = 98 WHERE organisation_id = 1"},
	{"a region that is gone", "DANGLING unit_facts 1 names region_id 1", "UPDATE region_facts SET until_version = 1 WHERE region_id = 1"},
}

func TestCheckFindsPlantedDamage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		e := env{t, s, registry.New(s)}
		if err := e.r.EnsureRuleSet(ctx, "test"); err != nil {
			t.Fatal(err)
		}
		e.ok(world())
		e.sound()
		for _, d := range damages {
			storetest.SQL(t, s, d.sql)
			// A fresh store, as fugai check has one: classes are read once a process.
			again, err := store.Open(ctx, storetest.DSNOf(s))
			if err != nil {
				t.Fatal(err)
			}
			report, err := registry.New(again).Check(ctx, nil)
			if err := errors.Join(err, again.Close()); err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(report.Findings, func(f registry.Finding) bool { return strings.HasPrefix(f.Code+" "+f.Message, d.finding) }) {
				t.Errorf("%s was not found: %+v", d.name, report.Findings)
			}
			if d.name == "an operating unit in no row" {
				e.repaired()
			}
		}
	})
}

// repaired builds all spans anew, which mends what is wrong with them, through a store that has not read the classes yet.
func (e env) repaired() {
	e.Helper()
	again, err := store.Open(ctx, storetest.DSNOf(e.s))
	if err != nil {
		e.Fatal(err)
	}
	defer again.Close()
	r := registry.New(again)
	if err := r.Repair(ctx, "test"); err != nil {
		e.Fatal(err)
	}
	report, err := r.Check(ctx, nil)
	if err != nil || report.Faults > 0 || report.Spans == 0 {
		e.Errorf("after the repair: %+v %v", report, err)
	}
}

func TestAnEmptyDatabaseSaysWhatItLacks(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		_, err := registry.New(s).Apply(ctx, world(), how)
		if model.CodeOf(err) != model.CodeUnavailable {
			t.Error(err)
		}
	})
}

func TestAPolicyThatChangesNoSpanIsPutInForceAtOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		r := registry.New(s)
		if err := r.EnsureRuleSet(ctx, "x"); err != nil {
			t.Fatal(err)
		}
		before, err := s.State(ctx)
		if err != nil {
			t.Fatal(err)
		}
		text := indicator.DefaultPolicyText() + "\n# 市委组织部 2026\n"
		for range 2 { // the second time nothing is left to do
			if err := r.SetPolicy(ctx, text, "y"); err != nil {
				t.Fatal(err)
			}
		}
		after, err := s.State(ctx)
		if err != nil || after.RuleSetID != before.RuleSetID || after.Version != before.Version+1 {
			t.Fatalf("state %+v after %+v (%v); want the same rule set and one commit", after, before, err)
		}
		if got, err := r.Policy(ctx); err != nil || got != text {
			t.Fatalf("the policy in force is not the one that was set (%v)", err)
		}
	})
}
