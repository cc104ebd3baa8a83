package export_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/registry"
	"fugai/internal/server/export"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

var (
	today = model.MustDate("2026-07-15")
	asOf  = model.MustDate("2026-06-30")
)

// world is a store with a small province in it, and everything that reads it.
type world struct {
	testing.TB
	store   *store.Store
	feed    *feed.Feed
	service *coverage.Service
	handler http.Handler
	// who asks.
	who *access.Principal
}

// each runs a test with a province of some units on both databases.
func each(t *testing.T, units int, test func(w *world)) {
	storetest.Each(t, func(t *testing.T, s *store.Store) { test(newWorld(t, s, units)) })
}

func newWorld(t testing.TB, s *store.Store, units int) *world {
	w := &world{TB: t, store: s, who: access.System("王科长")}
	r := registry.New(s)
	if err := r.EnsureRuleSet(t.Context(), "test"); err != nil {
		t.Fatal(err)
	}
	w.apply(r, province(units))
	w.feed = feed.New(s, slog.New(slog.NewTextHandler(io.Discard, nil)), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	w.service = coverage.New(s, w.feed, func() model.Date { return today }, "内部")
	w.handler = export.New(export.Options{Service: w.service, Now: time.Now})
	w.refresh()
	if err := w.feed.ReadCovers(t.Context()); err != nil {
		t.Fatal(err)
	}
	w.refresh()
	return w
}

func (w *world) apply(r *registry.Registry, b *model.Batch) {
	w.Helper()
	out, err := r.Apply(w.Context(), b, model.Apply{AsOf: asOf, Source: model.Source{Name: "test", Recorder: "test"}})
	if err != nil {
		w.Fatal(err)
	}
	for _, p := range out.Problems {
		if !p.Warning {
			w.Fatalf("%s: %s", p.Path, p.Message)
		}
	}
}

func (w *world) refresh() {
	w.Helper()
	if err := w.feed.Refresh(w.Context()); err != nil {
		w.Fatal(err)
	}
}

func (w *world) ctx() context.Context { return access.WithPrincipal(w.Context(), w.who) }

// get asks for an export.
func (w *world) get(address string) *httptest.ResponseRecorder {
	return w.send(http.MethodGet, address)
}

func (w *world) send(method, address string) *httptest.ResponseRecorder {
	w.Helper()
	out := httptest.NewRecorder()
	w.handler.ServeHTTP(out, httptest.NewRequest(method, address, nil).WithContext(w.ctx()))
	return out
}

// body is the answer to a request that must succeed.
func (w *world) body(address string) []byte {
	w.Helper()
	out := w.get(address)
	if out.Code != http.StatusOK {
		w.Fatalf("GET %s: %d %s", address, out.Code, out.Body)
	}
	return out.Body.Bytes()
}

// strange are names that a spreadsheet, a CSV reader or a file system may take for something else.
var strange = []string{"=SUM(A1:A9)", "+86公司", "-减号", "@提及", "\"引号\"，和,逗号", "两行\n名称", "<b>&amp;", "普通公司"}

// creditCode is a valid code for a number.
func creditCode(n int) model.CreditCode {
	return model.WithCheckCharacter(fmt.Sprintf("91990101%09d", n))
}

// province makes units of every kind by counting, so that a test can say what it expects without the product.
func province(units int) *model.Batch {
	b := &model.Batch{
		Regions: []model.RegionInput{
			{Code: "990000000000", Name: "云省"}, {Code: "990100000000", Name: "甲市", ParentCode: "990000000000"},
			{Code: "990101000000", Name: "东县", ParentCode: "990100000000"}, {Code: "990102000000", Name: "西县", ParentCode: "990100000000"},
			{Code: "990101100000", Name: "河镇", ParentCode: "990101000000"},
		},
		Organisations: []model.OrganisationInput{
			committee("C0", "甲市委", "", "990100000000"), committee("C1", "东县委", "C0", "990101000000"), committee("C2", "西县委", "C0", "990102000000"),
		},
		Instructors: []model.InstructorInput{{Code: "I1", Name: "李指导", RegionCode: "990101000000", ServiceFrom: model.MustDate("2020-01-01")}},
	}
	for n := range units {
		addUnit(b, n)
	}
	return b
}

func committee(code, name, parent string, region model.RegionCode) model.OrganisationInput {
	o := model.OrganisationInput{Code: code, ParentCode: parent, RegionCode: region, Given: 1<<20 - 1}
	o.Name, o.Kind, o.Nature, o.EstablishedOn = name, model.OrganisationKindCommittee, model.OrganisationNatureRegular, model.MustDate("1990-01-01")
	o.Given &^= 1<<model.OrganisationSetUp | 1<<model.OrganisationHost
	return o
}

var townships = []model.RegionCode{"990101100000", "990101000000", "990102000000"}

func addUnit(b *model.Batch, n int) {
	u := model.UnitInput{CreditCode: creditCode(n), RegionCode: townships[n%3], Given: 1<<40 - 1}
	u.Given &^= 1<<model.UnitZone | 1<<model.UnitResponsible | 1<<model.UnitSupervisorCode
	u.Name = fmt.Sprintf("%s%d", strange[n%len(strange)], n)
	u.Domain = model.AllDomain()[n%5]
	switch u.Domain {
	case model.DomainNonPublicEnterprise:
		u.Control = model.AllControl()[2+n/5%3]
	case model.DomainStateOwnedEnterprise:
		u.Control, u.Kind = model.AllControl()[n/5%2], model.UnitKindCountySoe
	case model.DomainSchool:
		u.PublicOrPrivate, u.Kind = model.PublicOrPrivatePublic, model.UnitKindPrimarySchool
		if n/5%2 == 1 {
			u.PublicOrPrivate, u.AlsoDomain = model.PublicOrPrivatePrivate, model.DomainSocialOrganisation
		}
	case model.DomainSocialOrganisation:
		u.Kind = model.AllUnitKind()[n/5%3]
	case model.DomainOrgan:
		u.Kind = model.UnitKindSectionRank
	}
	u.Industry, u.Size = string(rune('A'+n%20)), model.AllSize()[n%4]
	u.Employees, u.FoundedOn, u.Status = model.Counted(10+n%120), model.MustDate("2019-03-01"), model.UnitStatusActive
	if n%13 == 12 {
		u.Status, u.StatusEvidence = model.UnitStatusSuspended, "停业"
	}
	if n%7 != 6 {
		u.FullMembers, u.ProbationaryMembers = model.Counted(n%6), model.Counted(n%2)
	}
	b.Units = append(b.Units, u)
	addCovers(b, u.CreditCode, n)
}

// addCovers covers three units of eight by an organisation of their own, a joint or an affiliated one, and others by means that
// ended or are work.
func addCovers(b *model.Batch, unit model.CreditCode, n int) {
	setUps := map[int]model.SetUp{0: model.SetUpStandalone, 1: model.SetUpJoint, 2: model.SetUpAffiliated, 3: model.SetUpCombined, 4: model.SetUpStandalone}
	from := model.MustDate("2022-01-01")
	switch k := n % 8; k {
	case 5:
		b.Covers = append(b.Covers, model.CoverInput{UnitCode: unit, Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: from})
	case 0, 1, 2, 3, 4:
		code := fmt.Sprintf("B%d", n)
		o := committee(code, "支部"+code, "C1", "990101000000")
		o.Kind = model.OrganisationKindBranch
		if n%16 == 0 {
			o.Kind = model.OrganisationKindGeneralBranch
		}
		b.Organisations = append(b.Organisations, o)
		c := model.CoverInput{UnitCode: unit, Kind: model.CoverKindOrganisation, OrganisationCode: code, SetUp: setUps[k], ValidFrom: from}
		if k == 1 {
			c.Basis = model.JointBasisUnit
		}
		if k == 4 {
			c.ValidTo, c.EndReason = model.MustDate("2026-03-01"), model.EndReasonDissolved
		}
		b.Covers = append(b.Covers, c)
	}
}
