package feed_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"

	"fugai/internal/cube"
	"fugai/internal/feed"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

var asOf = model.MustDate("2026-06-30")

func newFeed(t *testing.T, s *store.Store) (*feed.Feed, *cube.Snapshot) {
	t.Helper()
	f := feed.New(s, slog.New(slog.DiscardHandler), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	return f, refreshed(t, f)
}

func refreshed(t *testing.T, f *feed.Feed) *cube.Snapshot {
	t.Helper()
	if err := f.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	now, err := f.Current()
	if err != nil {
		t.Fatal(err)
	}
	return now
}

func apply(t *testing.T, r *registry.Registry, b *model.Batch) {
	t.Helper()
	out, err := r.Apply(t.Context(), b, model.Apply{AsOf: asOf, Source: model.Source{Name: "test", Recorder: "test"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range out.Problems {
		if !p.Warning {
			t.Fatalf("%s: %s", p.Path, p.Message)
		}
	}
}

// contents are all spans of a cube by code.
func contents(c *cube.Cube) map[string][]model.Span {
	out := map[string][]model.Span{}
	for id := model.UnitID(1); id <= model.UnitID(c.Units()+5); id++ {
		for _, row := range c.RowsOf(id) {
			code := string(c.CreditCode(row))
			out[code] = append(out[code], c.Span(row))
		}
	}
	return out
}

func day(s string) model.Date { return model.MustDate(s) }

// unitCode makes a credit code with the right check character.
func unitCode(n int) model.CreditCode {
	return model.WithCheckCharacter(fmt.Sprintf("91990000M%08d", n))
}

func branch(n int) model.OrganisationInput {
	o := model.OrganisationInput{Code: fmt.Sprintf("B%d-%s", n, "一个比统一社会信用代码长得多的党组织代码"[:3*(n%19)]), ParentCode: "C", RegionCode: "990101000000",
		Given: 1<<model.OrganisationName | 1<<model.OrganisationKindField | 1<<model.OrganisationEstablishedOn | 1<<model.OrganisationParent | 1<<model.OrganisationRegion}
	o.Name, o.Kind, o.EstablishedOn = fmt.Sprint("支部", n), model.OrganisationKindBranch, day("2020-01-01")
	return o
}

// steps are commits that change spans of every kind of subject, of some only, of none, and the trees.
var steps = []func() *model.Batch{
	func() *model.Batch {
		b := &model.Batch{Regions: []model.RegionInput{{Code: "990000000000", Name: "云省"}, {Code: "990100000000", Name: "甲市", ParentCode: "990000000000"},
			{Code: "990101000000", Name: "东县", ParentCode: "990100000000"}}}
		top := branch(0)
		top.Code, top.ParentCode, top.Kind = "C", "", model.OrganisationKindCommittee
		top.Given &^= 1 << model.OrganisationParent
		b.Organisations = append(b.Organisations, top)
		for n := range 30 {
			b.Organisations = append(b.Organisations, branch(n))
			b.Instructors = append(b.Instructors, model.InstructorInput{Code: fmt.Sprint("I", n), Name: fmt.Sprint("指导", n), RegionCode: "990101000000",
				ServiceFrom: day("2024-01-01")})
		}
		return b
	},
	func() *model.Batch { // one organisation gets an officer, and nothing else changes
		return &model.Batch{Officers: []model.OfficerInput{{OrganisationCode: branch(3).Code, Role: model.OfficerRoleSecretary, Name: "某", ValidFrom: day("2025-01-01")}}}
	},
	func() *model.Batch {
		return &model.Batch{Activities: []model.ActivityInput{{OrganisationCode: branch(4).Code, Kind: model.ActivityKindLecture, HeldOn: day("2026-05-01")},
			{OrganisationCode: branch(5).Code, Kind: model.ActivityKindLecture, HeldOn: day("2026-02-01")}}}
	},
	func() *model.Batch { // an instructor ends, and a new one comes
		return &model.Batch{Instructors: []model.InstructorInput{
			{Code: "I2", Name: "指导2", RegionCode: "990101000000", ServiceFrom: day("2024-01-01"), ServiceTo: day("2026-03-01")},
			{Code: "新来的", Name: "指导员", RegionCode: "990101000000", ServiceFrom: day("2026-01-01")}}}
	},
	func() *model.Batch {
		return &model.Batch{Regions: []model.RegionInput{{Code: "990102000000", Name: "西县", ParentCode: "990100000000"}}}
	},
	func() *model.Batch { // organisations end and new ones come
		gone, fresh := branch(7), branch(77)
		gone.DissolvedOn, gone.Given = day("2026-04-01"), gone.Given|1<<model.OrganisationDissolvedOn
		return &model.Batch{Organisations: []model.OrganisationInput{gone, fresh}}
	},
	func() *model.Batch { // units come, with their covers
		b := &model.Batch{}
		for n := range 20 {
			u := model.UnitInput{CreditCode: unitCode(n), RegionCode: "990101000000", Given: 1<<40 - 1, UnitAttributes: model.UnitAttributes{
				Name: fmt.Sprint("单位", n), Domain: model.DomainNonPublicEnterprise, FoundedOn: day("2024-01-01"), Status: model.UnitStatusActive}}
			b.Units = append(b.Units, u)
			b.Covers = append(b.Covers, model.CoverInput{UnitCode: u.CreditCode, Kind: model.CoverKindOrganisation, OrganisationCode: branch(n % 7).Code, ValidFrom: day("2024-02-01")})
		}
		return b
	},
	func() *model.Batch { // a cover ends, and an instructor takes over
		b := &model.Batch{}
		b.Covers = []model.CoverInput{
			{UnitCode: unitCode(3), Kind: model.CoverKindOrganisation, OrganisationCode: branch(3).Code, ValidFrom: day("2024-02-01"), ValidTo: day("2025-02-01")},
			{UnitCode: unitCode(3), Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: day("2025-02-01")}}
		return b
	},
}

func TestWhatIsFollowedIsWhatIsLoadedAnew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		r := registry.New(s)
		if err := r.EnsureRuleSet(t.Context(), "test"); err != nil {
			t.Fatal(err)
		}
		followed, before := newFeed(t, s)
		if err := followed.ReadCovers(t.Context()); err != nil {
			t.Fatal(err)
		}
		for i, step := range steps {
			apply(t, r, step())
			now := refreshed(t, followed)
			whole, fresh := newFeed(t, s)
			if err := whole.ReadCovers(t.Context()); err != nil {
				t.Fatal(err)
			}
			sameCovers(t, i, now, refreshed(t, whole))
			for _, subject := range model.AllSubject() {
				got, want := contents(now.Of(subject)), contents(fresh.Of(subject))
				if now.Of(subject).Version != fresh.Version || now.Of(subject).Units() != fresh.Of(subject).Units() || len(got) != len(want) {
					t.Fatalf("step %d, %s: %d of version %d followed, %d of version %d loaded", i, subject, len(got), now.Of(subject).Version, len(want), fresh.Version)
				}
				for code, spans := range want {
					if !slices.Equal(got[code], spans) {
						t.Fatalf("step %d, %s %s: followed\n%+v\nloaded\n%+v", i, subject, code, got[code], spans)
					}
				}
			}
			if before.Version == now.Version {
				t.Fatalf("step %d is no commit", i)
			}
			before = now
		}
		if n, m := before.Organisations.Units(), before.Instructors.Units(); n != 32 || m != 31 {
			t.Errorf("%d organisations and %d instructors at the end", n, m)
		}
		classesOfOneSubject(t, before)
	})
}

// sameCovers compares the covers of units and of holders.
func sameCovers(t *testing.T, step int, now, fresh *cube.Snapshot) {
	t.Helper()
	if now.Covers == nil || now.Covers.Version != now.Version || fresh.Covers == nil || fresh.Covers.Version != fresh.Version {
		t.Fatalf("step %d: the covers are not those of the version", step)
	}
	n := 0
	for id := model.UnitID(1); id <= 100; id++ {
		got, want := now.Covers.OfUnit(id), fresh.Covers.OfUnit(id)
		if n += len(want); !slices.Equal(got, want) {
			t.Fatalf("step %d: the covers of %d followed\n%+v\nloaded\n%+v", step, id, got, want)
		}
		for _, of := range []model.Subject{model.SubjectOrganisation, model.SubjectInstructor} {
			if got, want := now.Covers.HeldOn(of, int64(id), asOf), fresh.Covers.HeldOn(of, int64(id), asOf); !slices.Equal(got, want) {
				t.Fatalf("step %d: the covers of %s %d followed\n%+v\nloaded\n%+v", step, of, id, got, want)
			}
		}
	}
	if step >= 6 && n < 20 {
		t.Fatalf("step %d: there are no covers to compare", step)
	}
}

// classesOfOneSubject checks that no cube keeps the classes of another kind of subject, which every scan would have to look at.
func classesOfOneSubject(t *testing.T, now *cube.Snapshot) {
	t.Helper()
	for i := range now.Organisations.Classes {
		if c := &now.Organisations.Classes[i]; c.OrganisationKind == 0 || c.Role != 0 {
			t.Errorf("the cube of organisations keeps the class %+v", c)
		}
	}
	for i := range now.Instructors.Classes {
		if c := &now.Instructors.Classes[i]; c.OrganisationKind != 0 || c.Role == 0 {
			t.Errorf("the cube of instructors keeps the class %+v", c)
		}
	}
}
