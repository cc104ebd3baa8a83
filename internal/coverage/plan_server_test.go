package coverage_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/indicator"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/model"
	"fugai/seeds"
)

var planDay = model.MustDate("2026-06-30")

var (
	planProvinceOnce  sync.Once
	planProvinceBytes []byte
)

// planProvince is the database file of a demo province of 2,000 units, made once for all tests.
func planProvince(t *testing.T) []byte {
	t.Helper()
	planProvinceOnce.Do(func() { planProvinceBytes = makePlanProvince(t) })
	if planProvinceBytes == nil {
		t.Fatal("the province could not be made; see the first test that failed")
	}
	return planProvinceBytes
}

func makePlanProvince(t *testing.T) []byte {
	t.Helper()
	dir, path := t.TempDir(), filepath.Join(t.TempDir(), "province.db")
	if err := seeds.Generate(dir, seeds.Options{Units: 2000, AsOf: planDay, Seed: 4}); err != nil {
		t.Fatal(err)
	}
	s := openPlanFile(t, path)
	r := registry.New(s)
	if err := r.EnsureRuleSet(t.Context(), "test"); err != nil {
		t.Fatal(err)
	}
	report, err := intake.New(intake.Through(r), func() time.Time { return time.Unix(1_780_000_000, 0) }).Run(t.Context(), []string{dir},
		intake.Options{AsOf: planDay, Recorder: "test"})
	if err != nil || report.Total.Rejected > 0 {
		t.Fatalf("%v %+v", err, report)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func openPlanFile(t *testing.T, path string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), "sqlite:"+path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	return s
}

// planServer is a copy of a province with everything that answers and writes.
type planServer struct {
	*testing.T
	store    *store.Store
	registry *registry.Registry
	feed     *feed.Feed
	*coverage.Service
}

func servePlans(t *testing.T) *planServer {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(copied, planProvince(t), 0o600); err != nil {
		t.Fatal(err)
	}
	v := &planServer{T: t, store: openPlanFile(t, copied)}
	t.Cleanup(func() { _ = v.store.Close() })
	v.registry = registry.New(v.store)
	v.feed = feed.New(v.store, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	v.Service = coverage.New(v.store, v.feed, func() model.Date { return planDay }, "")
	v.refresh()
	return v
}

func (v *planServer) refresh() {
	v.Helper()
	if err := v.feed.Refresh(context.Background()); err != nil {
		v.Fatal(err)
	}
}

// as is the context of a role; a region that is not "" narrows its scope.
func (v *planServer) as(role model.Role, code model.RegionCode) context.Context {
	v.Helper()
	p := &access.Principal{Name: "test", Role: role, Rights: access.RightsOf(role), RegionCode: code}
	if code != "" {
		now, err := v.feed.Current()
		if err != nil {
			v.Fatal(err)
		}
		p.Region = now.Regions.On(planDay).Find(code).ID
	}
	return access.WithPrincipal(context.Background(), p)
}

func (v *planServer) plan(ctx context.Context, q coverage.PlanQuery) *model.GapPlan {
	v.Helper()
	p, err := v.GapPlan(ctx, q)
	if err != nil {
		v.Fatal(err)
	}
	return p
}

// proposals pages through all proposals of a plan.
func (v *planServer) proposals(ctx context.Context, p *model.GapPlan) (all []*model.Proposal) {
	v.Helper()
	first, after := 300, (*string)(nil)
	for {
		page, err := v.Proposals(ctx, p, nil, model.Page{First: &first, After: after})
		if err != nil {
			v.Fatal(err)
		}
		all = append(all, page.Nodes()...)
		if !page.PageInfo.HasNextPage {
			if len(all) != page.TotalCount {
				v.Fatalf("pages hold %d of %d", len(all), page.TotalCount)
			}
			return all
		}
		after = page.PageInfo.EndCursor
	}
}

// batch is what carrying out proposals would record: organisations and covers from the day of the plan on.
func (v *planServer) batch(ctx context.Context, list []*model.Proposal) *model.Batch {
	v.Helper()
	b := &model.Batch{}
	for n, p := range list {
		units, err := v.UnitsAt(ctx, p.UnitIDs, planDay)
		if err != nil || len(units) != len(p.UnitIDs) || p.Message == "" {
			v.Fatalf("%v: %d of %d units are seen: %q", err, len(units), len(p.UnitIDs), p.Message)
		}
		c := model.CoverInput{Kind: model.CoverKindOrganisation, ValidFrom: planDay}
		switch p.Step {
		case model.NextStepAffiliate:
			found, err := v.OrganisationsAt(ctx, []model.OrganisationID{p.HostID}, planDay)
			if err != nil || found[p.HostID] == nil {
				v.Fatal(err, p.HostID)
			}
			c.OrganisationCode, c.SetUp = found[p.HostID].Code, model.SetUpAffiliated
		case model.NextStepInstructor:
			found, err := v.InstructorsAt(ctx, []model.InstructorID{p.InstructorID}, planDay)
			if err != nil || found[p.InstructorID] == nil {
				v.Fatal(err, p.InstructorID)
			}
			c.Kind, c.InstructorCode = model.CoverKindWork, found[p.InstructorID].Code
		default:
			c.SetUp = map[model.NextStep]model.SetUp{model.NextStepStandAlone: model.SetUpStandalone, model.NextStepJoin: model.SetUpJoint, model.NextStepCombined: model.SetUpCombined}[p.Step]
			c.OrganisationCode = fmt.Sprintf("PLAN%05d", n)
			b.Organisations = append(b.Organisations, model.OrganisationInput{Code: c.OrganisationCode, RegionCode: units[p.UnitIDs[0]].Region.Code, Given: 1<<15 - 1, ValidFrom: planDay,
				OrganisationAttributes: model.OrganisationAttributes{Name: "方案" + c.OrganisationCode, Kind: model.OrganisationKindBranch, Nature: model.OrganisationNatureRegular,
					SetUp: c.SetUp, EstablishedOn: planDay}})
		}
		if c.SetUp == model.SetUpJoint {
			c.Basis = model.JointBasisUnit
		}
		for _, id := range p.UnitIDs {
			c.UnitCode = units[id].CreditCode
			b.Covers = append(b.Covers, c)
		}
	}
	return b
}

// apply carries out a batch; a fault of it fails the test.
func (v *planServer) apply(b *model.Batch) {
	v.Helper()
	out, err := v.registry.Apply(context.Background(), b, model.Apply{AsOf: planDay, Source: model.Source{Name: "plan", Recorder: "test"}})
	if err != nil {
		v.Fatal(err)
	}
	for _, p := range out.Problems {
		if !p.Warning {
			v.Fatalf("%+v", p)
		}
	}
	v.refresh()
}

// table is the coverage of an indicator in total ("") and by region, counted as the field coverage does.
func (v *planServer) table(ctx context.Context, q coverage.PlanQuery) map[string][2]int {
	v.Helper()
	c, err := v.Table(ctx, coverage.TableQuery{Where: q.Where, GroupBy: []model.Dimension{model.DimensionRegion}, RegionLevel: q.RegionLevel, AsOf: q.AsOf,
		Asks: []coverage.ShareAsk{{Of: q.Indicator, Weight: model.WeightUnits}}})
	if err != nil {
		v.Fatal(err)
	}
	out := map[string][2]int{"": {*c.Total.Shares[0].Numerator, *c.Total.Shares[0].Denominator}}
	for _, row := range c.Rows {
		out[*row.RegionCode] = [2]int{*row.Shares[0].Numerator, *row.Shares[0].Denominator}
	}
	return out
}

// sharesOfPlan are the same of a plan.
func sharesOfPlan(p *model.GapPlan, of func(before, after *model.PlanShare) *model.PlanShare) map[string][2]int {
	pair := func(s *model.PlanShare) [2]int { return [2]int{s.Numerator, s.Denominator} }
	out := map[string][2]int{"": pair(of(p.Before, p.After))}
	for _, r := range p.Regions {
		out[string(r.Region.Code)] = pair(of(r.Before, r.After))
	}
	return out
}

func sharesBefore(b, _ *model.PlanShare) *model.PlanShare { return b }

func sharesAfter(_, a *model.PlanShare) *model.PlanShare { return a }

// setPolicy changes texts of the default policy. Women's federations are counted besides, because another rule set begins only
// with a change of what is counted.
func (v *planServer) setPolicy(changes [][2]string) {
	v.Helper()
	text := indicator.DefaultPolicyText()
	for _, c := range append(changes, [2]string{"value: [TRADE_UNION, YOUTH_LEAGUE]", "value: [TRADE_UNION, YOUTH_LEAGUE, WOMENS_FEDERATION]"}) {
		if !strings.Contains(text, c[0]) {
			v.Fatalf("the policy has no %q", c[0])
		}
		text = strings.ReplaceAll(text, c[0], c[1])
	}
	if err := v.registry.SetPolicy(context.Background(), text, "test"); err != nil {
		v.Fatal(err)
	}
	v.refresh()
}
