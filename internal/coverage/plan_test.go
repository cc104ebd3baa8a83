package coverage_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"fugai/internal/coverage"
	"fugai/model"
)

// The plan's shares after are those that come about when its proposals are carried out on a copy.
func TestCarryingOutAPlanGivesItsSharesAfter(t *testing.T) {
	county := model.RegionLevelCounty
	cases := []struct {
		name  string
		role  model.Role
		scope model.RegionCode
		query coverage.PlanQuery
		steps []model.NextStep
	}{
		{"two coverages", model.RoleDepartment, "", coverage.PlanQuery{Indicator: "TWO_COVERAGES"},
			[]model.NextStep{model.NextStepStandAlone, model.NextStepJoin, model.NextStepAffiliate, model.NextStepInstructor}},
		{"organisation coverage by county", model.RoleDepartment, "", coverage.PlanQuery{Indicator: "ORGANISATION_COVERAGE", RegionLevel: &county},
			[]model.NextStep{model.NextStepStandAlone, model.NextStepJoin}},
		{"one domain", model.RoleDepartment, "", coverage.PlanQuery{Indicator: "TWO_COVERAGES", Where: &model.UnitFilter{Domains: []model.Domain{model.DomainSocialOrganisation}}}, nil},
		{"one city's department", model.RoleDepartment, "990100000000", coverage.PlanQuery{Indicator: "TWO_COVERAGES"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := servePlans(t)
			ctx := v.as(c.role, c.scope)
			p := v.plan(ctx, c.query)
			if got, want := sharesOfPlan(p, sharesBefore), v.table(ctx, c.query); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("before: %v, the table says %v", got, want)
			}
			for _, step := range c.steps {
				if !slices.ContainsFunc(p.Steps, func(s *model.PlanStepCount) bool { return s.Step == step }) {
					t.Errorf("nothing is proposed by %s", step)
				}
			}
			list := v.proposals(ctx, p)
			v.checkCounts(p, list)
			v.apply(v.batch(ctx, list))
			if got, want := sharesOfPlan(p, sharesAfter), v.table(ctx, c.query); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("after: %v, but carried out it is %v", got, want)
			}
			again := v.plan(ctx, c.query)
			if again.Gaps != p.Gaps-p.Closed {
				t.Errorf("%d gaps are left of %d with %d closed", again.Gaps, p.Gaps, p.Closed)
			}
			t.Logf("%d gaps, %d closed by %d proposals, %.4f to %.4f", p.Gaps, p.Closed, len(list), *p.Before.Rate, *p.After.Rate)
		})
	}
}

// checkCounts compares a plan's counts with its lists.
func (v *planServer) checkCounts(p *model.GapPlan, list []*model.Proposal) {
	v.Helper()
	units, open := 0, 0
	for _, one := range list {
		units += one.UnitCount()
	}
	for _, s := range p.Steps {
		units -= s.Units
	}
	for _, r := range p.Reasons {
		open += r.Units
	}
	if units != 0 || p.Closed+open != p.Gaps || open != len(p.Open) || p.Gaps != p.Before.Gap || p.Closed == 0 {
		v.Errorf("the counts do not fit: %+v", p)
	}
}

func TestPlansKeepToTheViewer(t *testing.T) {
	v := servePlans(t)
	q := coverage.PlanQuery{Indicator: "TWO_COVERAGES"}
	for role, want := range map[model.Role]model.Code{model.RoleReader: model.CodeDenied, model.RoleAnalyst: model.CodeDenied, model.RoleAdministrator: model.CodeDenied} {
		if _, err := v.GapPlan(v.as(role, ""), q); model.CodeOf(err) != want {
			t.Errorf("%s: %v", role, err)
		}
	}
	whole, city := v.as(model.RoleDepartment, ""), v.as(model.RoleDepartment, "990100000000")
	wide, narrow := v.plan(whole, q), v.plan(city, q)
	if narrow.Gaps == 0 || narrow.Gaps >= wide.Gaps {
		t.Errorf("the city has %d of %d gaps", narrow.Gaps, wide.Gaps)
	}
	if made, again := v.plan(whole, q), v.plan(whole, q); made != again {
		t.Error("the same question makes the plan again")
	}
	outside := coverage.PlanQuery{Indicator: "TWO_COVERAGES", Where: &model.UnitFilter{Regions: []model.RegionCode{"990200000000"}}}
	if _, err := v.GapPlan(city, outside); model.CodeOf(err) != model.CodeDenied {
		t.Errorf("a region outside the scope: %v", err)
	}
	var invalid model.Errors
	if _, err := v.GapPlan(whole, coverage.PlanQuery{Indicator: "DUE_COVERED"}); !errors.As(err, &invalid) || invalid[0].Path != "indicator" {
		t.Errorf("an indicator without plans: %v", err)
	}
}

func TestListsOfPlansNarrow(t *testing.T) {
	v := servePlans(t)
	ctx := v.as(model.RoleDepartment, "")
	p := v.plan(ctx, coverage.PlanQuery{Indicator: "ORGANISATION_COVERAGE"})
	joins, err := v.Proposals(ctx, p, []model.NextStep{model.NextStepJoin}, model.Page{})
	if err != nil || joins.TotalCount == 0 {
		t.Fatal(err, joins)
	}
	for _, one := range joins.Nodes() {
		if one.Step != model.NextStepJoin || one.Basis == 0 || one.FullMembers < 3 || one.UnitCount() < 2 || one.UnitCount() > 5 {
			t.Errorf("%+v", one)
		}
	}
	tooMany := 1001
	if _, err := v.Proposals(ctx, p, nil, model.Page{First: &tooMany}); model.CodeOf(err) != model.CodeInvalid {
		t.Errorf("a page of %d: %v", tooMany, err)
	}
	total := 0
	for _, r := range p.Reasons {
		open, err := v.OpenGaps(ctx, p, []model.PlanReason{r.Reason}, model.Page{})
		if err != nil || open.TotalCount != r.Units || open.Nodes()[0].Message == "" {
			t.Errorf("%s: %v, %+v", r.Reason, err, open)
		}
		total += r.Units
	}
	if total != len(p.Open) || total == 0 {
		t.Errorf("%d of %d", total, len(p.Open))
	}
}

// The steps that a policy switches on are proposed, and those that it switches off are not.
func TestPlansFollowThePolicy(t *testing.T) {
	off := func(step string) [2]string {
		return [2]string{"{step: " + step + ", for: ALL, on: true}", "{step: " + step + ", for: ALL, on: false}"}
	}
	cases := []struct {
		name    string
		changes [][2]string
		want    []model.NextStep
	}{
		{"schools combine", [][2]string{{"{step: COMBINED, for: SCHOOL, on: false}", "{step: COMBINED, for: SCHOOL, on: true}"}, off("JOIN"), off("AFFILIATE")},
			[]model.NextStep{model.NextStepStandAlone, model.NextStepCombined}},
		{"all affiliate", [][2]string{off("JOIN")}, []model.NextStep{model.NextStepStandAlone, model.NextStepAffiliate}},
		{"affiliation does not count", [][2]string{off("JOIN"), {"[STANDALONE, JOINT, AFFILIATED, COMBINED]", "[STANDALONE, JOINT]"}}, []model.NextStep{model.NextStepStandAlone}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			v := servePlans(t)
			v.setPolicy(c.changes)
			ctx, q := v.as(model.RoleDepartment, ""), coverage.PlanQuery{Indicator: "ORGANISATION_COVERAGE"}
			p := v.plan(ctx, q)
			var steps []model.NextStep
			for _, s := range p.Steps {
				steps = append(steps, s.Step)
			}
			if !slices.Equal(steps, c.want) {
				t.Fatalf("proposed are %v, want %v", steps, c.want)
			}
			list := v.proposals(ctx, p)
			hosts := map[model.PlanHost]int{}
			for _, one := range list {
				hosts[one.Relation]++
			}
			for _, h := range model.AllPlanHost() {
				if slices.Contains(c.want, model.NextStepAffiliate) && hosts[h] == 0 {
					t.Errorf("nobody affiliates by %s", h)
				}
			}
			v.apply(v.batch(ctx, list))
			if got, want := sharesOfPlan(p, sharesAfter), v.table(ctx, q); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("after: %v, but carried out it is %v", got, want)
			}
		})
	}
}
