package coverage_test

import (
	"context"
	"fmt"
	"testing"

	"fugai/internal/coverage"
	"fugai/model"
)

// TestOnlyTheRulesBeginAGapByARuleChange compares gaps under a policy that counts less from a day on with those of the policy before: the new
// rules began those that are no gaps by the old ones, whatever a report of the same day says.
func TestOnlyTheRulesBeginAGapByARuleChange(t *testing.T) {
	changed := model.MustDate("2026-03-01")
	const all, fewer = "value: [STANDALONE, JOINT, AFFILIATED, COMBINED]}", "value: [STANDALONE, JOINT, COMBINED]}"
	before, after := servePlans(t), servePlans(t)
	reopened := before.reopened(changed)
	before.setPolicy(nil)
	after.apply(reopened)
	after.setPolicy([][2]string{{all, all + ", {from: " + changed.String() + ", " + fewer}})

	old := map[model.CreditCode]bool{}
	for _, g := range before.gaps(before.as(model.RoleDepartment, ""), changed) {
		old[g.Unit.CreditCode] = true
	}
	shown := coverage.Pin(after.as(model.RoleDepartment, ""))
	coverage.Narrow(shown, coverage.Needs{RuleChanges: true}) // of no unit the facts, of no gap the last cover
	seen := map[string]int{}
	for _, ctx := range []context.Context{after.as(model.RoleDepartment, ""), shown} {
		for _, g := range after.gaps(ctx, planDay) {
			want := g.Since == changed && !old[g.Unit.CreditCode] && g.Unit.FoundedOn < changed
			if g.SinceRuleChange != want {
				t.Errorf("%s, since %s: by the rules %v, want %v", g.Unit.CreditCode, g.Since, g.SinceRuleChange, want)
			}
			seen[fmt.Sprint(g.Since == changed, want)]++
		}
	}
	if seen["true true"] < 20 || seen["true false"] < 10 || seen["false false"] < 20 {
		t.Errorf("too few of a kind: %v", seen)
	}
}

// reopened are reports by which ten gaps were suspended for a year and operate again from a day on. They are recorded, too.
func (v *planServer) reopened(on model.Date) *model.Batch {
	v.Helper()
	b, from := &model.Batch{}, on.AddMonths(-12)
	for _, g := range v.gaps(v.as(model.RoleDepartment, ""), on) {
		if g.Unit.FoundedOn >= from || len(b.Units) == 20 {
			continue
		}
		in := model.UnitInput{CreditCode: g.Unit.CreditCode, Given: 1 << model.UnitStatusField, ValidFrom: from}
		in.Status = model.UnitStatusSuspended
		back := in
		back.ValidFrom, back.Status = on, model.UnitStatusActive
		b.Units = append(b.Units, in, back)
	}
	v.apply(b)
	return b
}

// gaps are all gaps in organisation coverage on a date.
func (v *planServer) gaps(ctx context.Context, on model.Date) (all []*model.Gap) {
	v.Helper()
	for {
		first, offset := coverage.LongestPage, len(all)
		query := coverage.UnitsQuery{AsOf: &on, Page: model.Page{First: &first, Offset: &offset}}
		page, err := v.Gaps(ctx, coverage.GapsQuery{Indicator: "ORGANISATION_COVERAGE", UnitsQuery: query})
		if err != nil {
			v.Fatal(err)
		}
		if all = append(all, page.Nodes()...); !page.PageInfo.HasNextPage {
			return all
		}
	}
}
