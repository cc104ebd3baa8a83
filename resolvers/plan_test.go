package resolvers_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/intake"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
	"fugai/resolvers"
	"fugai/seeds"
)

var planDay = model.MustDate("2026-06-30")

// plans is the schema on a demo province.
func plans(t *testing.T, s *store.Store) http.Handler {
	t.Helper()
	dir, r := t.TempDir(), registry.New(s)
	if err := seeds.Generate(dir, seeds.Options{Units: 800, AsOf: planDay, Seed: 4}); err != nil {
		t.Fatal(err)
	}
	if err := r.EnsureRuleSet(t.Context(), "test"); err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return time.Unix(1_780_000_000, 0) }
	if _, err := intake.New(intake.Through(r), clock).Run(t.Context(), []string{dir}, intake.Options{AsOf: planDay, Recorder: "test"}); err != nil {
		t.Fatal(err)
	}
	f := feed.New(s, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	if err := f.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	c := coverage.New(s, f, func() model.Date { return planDay }, "")
	return resolvers.New(c, nil, nil, nil).Handler(resolvers.DefaultLimits(), slog.New(slog.NewTextHandler(new(bytes.Buffer), nil)))
}

const planQuery = `query ($first: Int) { gapPlan {
  indicator { key } gaps closed before { numerator denominator gap rate } after { numerator denominator gap rate }
  regions { region { code name } before { gap } after { gap } } steps { step stepName proposals units } reasons { reason reasonName units }
  proposals(first: $first) { totalCount nodes { step basis hostRelation fullMembers message unitCount units { creditCode name fullMembers }
    host { code name } instructor { code name } } }
  open(first: $first) { totalCount nodes { reason message unit { creditCode name } } } } }`

// planAnswer is the part of the answer that the test reads.
type planAnswer struct {
	GapPlan struct {
		Gaps, Closed int
		After        struct{ Gap int }
		Proposals    struct {
			TotalCount int
			Nodes      []struct {
				Step, Message       string
				Basis, HostRelation *string
				UnitCount           int
				Units               []struct{ CreditCode string }
				Host, Instructor    *struct{ Code string }
			}
		}
		Open struct {
			TotalCount int
			Nodes      []struct{ Unit struct{ CreditCode string } }
		}
	}
}

// The schema answers a plan with units, hosts and instructors, in as many statements for many proposals as for few.
func TestPlansAreAnswered(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		h := plans(t, s)
		counted := func(first int) (planAnswer, int64) {
			var n atomic.Int64
			r := as(post(planQuery, map[string]any{"first": first}), model.RoleDepartment)
			a := ask(t, h, r.WithContext(store.WithCounter(r.Context(), &n)))
			if len(a.Errors) > 0 {
				t.Fatalf("%+v", a.Errors)
			}
			var out planAnswer
			if err := json.Unmarshal(a.Data, &out); err != nil {
				t.Fatal(err)
			}
			return out, n.Load()
		}
		counted(1) // makes the plan
		_, few := counted(10)
		p, many := counted(1000)
		if few == 0 || many > few+3 {
			t.Errorf("all proposals cost %d statements, ten cost %d", many, few)
		}
		checkPlan(t, &p)
	})
}

func checkPlan(t *testing.T, p *planAnswer) {
	t.Helper()
	plan, units, seen := &p.GapPlan, 0, map[string]bool{}
	for _, one := range plan.Proposals.Nodes {
		units += len(one.Units)
		seen[one.Step] = true
		if one.UnitCount != len(one.Units) || one.Message == "" || (one.Basis != nil) != (one.Step == "JOIN") ||
			(one.Instructor != nil) != (one.Step == "INSTRUCTOR") || (one.Host != nil) != (one.HostRelation != nil) || one.Step == "AFFILIATE" && one.Host == nil {
			t.Errorf("%+v", one)
		}
	}
	if units != plan.Closed || plan.Closed+plan.Open.TotalCount != plan.Gaps || plan.After.Gap != plan.Open.TotalCount || !seen["JOIN"] || !seen["INSTRUCTOR"] {
		t.Errorf("%d units in proposals: %s", units, fmt.Sprint(plan.Closed, plan.Gaps, plan.Open.TotalCount, plan.After, seen))
	}
}

func TestPlansNeedMemberFigures(t *testing.T) {
	h := plans(t, storetest.Open(t, "sqlite"))
	a := ask(t, h, as(post(`{ gapPlan { gaps } }`, nil), model.RoleAnalyst))
	if len(a.Errors) != 1 || a.Errors[0].Extensions["code"] != "DENIED" || string(a.Data) != `{"gapPlan":null}` {
		t.Errorf("%s %+v", a.Data, a.Errors)
	}
}
