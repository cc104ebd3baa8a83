package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"sync/atomic"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// get reads one thing from a store.
func get[T any](t *testing.T, s *store.Store, fn func(v *store.View) (T, error)) T {
	t.Helper()
	out, err := store.Get(ctx, s, fn)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func equal(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

func TestSpansOfEverySubjectLieApart(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		for n, of := range model.AllSubject() {
			class := someClass(n)
			class.OrganisationKind, class.Nature, class.Basis, class.Role = model.OrganisationKindBranch, model.OrganisationNatureMobile, model.JointBasisTrade, model.InstructorRoleLiaison
			one, two := span(1, "2000-01-01", "2001-01-01", class), span(2, "2000-01-01", "2001-01-01", class)
			one.Name, two.FoundedOn = of.String(), day("1999-01-01")
			if of != model.SubjectUnit {
				one.FoundedOn = 0 // it need not be reported
			}
			update(t, s, func(tx *store.Tx) error {
				return errors.Join(tx.WriteSubjectSpans(of, 1, []model.Span{one, two}), tx.WriteSubjectSpans(of, 2, []model.Span{one}))
			})
			read := func(set model.RuleSetID) map[model.SubjectID][]model.Span {
				return get(t, s, func(v *store.View) (map[model.SubjectID][]model.Span, error) {
					return v.SubjectSpans(of, set, []model.SubjectID{1, 2, 3})
				})
			}
			equal(t, "spans of "+of.String(), read(1), map[model.SubjectID][]model.Span{1: {one}, 2: {two}})
			var loaded []model.Span
			err := s.View(ctx, func(v *store.View) error {
				return v.LoadSubjectSpans(of, 1, store.AllIDs, func(s *model.Span, class int32) error { loaded = append(loaded, *s); return nil })
			})
			if err != nil || len(loaded) != 2 || loaded[0].Name != one.Name || loaded[1].UnitID != 2 || loaded[1].FoundedOn != two.FoundedOn {
				t.Errorf("%s: %+v %v", of, loaded, err)
			}
			last := get(t, s, func(v *store.View) (model.SubjectID, error) { return v.LastSpanSubject(of, 1) })
			count := get(t, s, func(v *store.View) (int, error) { return v.CountSubjectSpans(of, 1) })
			if last != 2 || count != 2 {
				t.Errorf("%s: last %d of %d", of, last, count)
			}
			update(t, s, func(tx *store.Tx) error {
				more, err := tx.DeleteRuleSetSpans(of, 2, 10)
				if more {
					t.Errorf("%s: more than all spans", of)
				}
				return errors.Join(err, tx.DeleteSubjectSpans(of, 1, []model.SubjectID{1}))
			})
			equal(t, "what is left of "+of.String(), read(1), map[model.SubjectID][]model.Span{2: {two}})
			equal(t, "the other set of "+of.String(), read(2), map[model.SubjectID][]model.Span{})
		}
	})
}

func TestSubjectsHaveKeys(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		update(t, s, func(tx *store.Tx) error {
			return errors.Join(store.UnitKeys.Write(tx, []model.UnitID{1, 4}, []model.CreditCode{"A", "B"}),
				store.OrganisationKeys.Write(tx, []model.OrganisationID{2, 3}, []string{"P2", "P3"}),
				store.InstructorKeys.Write(tx, []model.InstructorID{7}, []string{"I7"}))
		})
		type subjectKey struct {
			ID   model.SubjectID
			Code string
		}
		want := map[model.Subject][]subjectKey{model.SubjectUnit: {{ID: 1, Code: "A"}, {ID: 4, Code: "B"}},
			model.SubjectOrganisation: {{ID: 2, Code: "P2"}, {ID: 3, Code: "P3"}}, model.SubjectInstructor: {{ID: 7, Code: "I7"}}}
		for _, of := range model.AllSubject() {
			var keys []subjectKey
			err := s.View(ctx, func(v *store.View) error {
				return v.EachSubjectKey(of, store.AllIDs, func(id model.SubjectID, code []byte) error {
					keys = append(keys, subjectKey{ID: id, Code: string(code)})
					return nil
				})
			})
			if err != nil {
				t.Fatal(err)
			}
			equal(t, of.String(), keys, want[of])
			first := keys[0]
			ids := get(t, s, func(v *store.View) ([]model.SubjectID, error) { return v.SubjectIDsAfter(of, first.ID-1, 1) })
			equal(t, "the first of "+of.String(), ids, []model.SubjectID{first.ID})
			codes := get(t, s, func(v *store.View) (map[model.SubjectID]string, error) {
				return v.SubjectCodes(of, []model.SubjectID{first.ID, 99})
			})
			equal(t, "codes of "+of.String(), codes, map[model.SubjectID]string{first.ID: first.Code})
		}
	})
}

func TestStaleSubjectsAreMarkedOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		stale := func(of model.Subject, limit int) []model.SubjectID {
			return get(t, s, func(v *store.View) ([]model.SubjectID, error) { return v.StaleSubjects(of, 0, limit) })
		}
		update(t, s, func(tx *store.Tx) error {
			return errors.Join(tx.MarkStale(model.SubjectOrganisation, []model.SubjectID{5, 3, 5}), tx.MarkStale(model.SubjectOrganisation, []model.SubjectID{3, 4}),
				tx.MarkStale(model.SubjectInstructor, []model.SubjectID{3}), tx.MarkStale(model.SubjectInstructor, nil))
		})
		equal(t, "stale organisations", stale(model.SubjectOrganisation, 2), []model.SubjectID{3, 4})
		equal(t, "those above 3", get(t, s, func(v *store.View) ([]model.SubjectID, error) {
			return v.StaleSubjects(model.SubjectOrganisation, 3, 9)
		}), []model.SubjectID{4, 5})
		many := make([]model.SubjectID, 2500)
		for i := range many {
			many[i] = model.SubjectID(i + 1)
		}
		update(t, s, func(tx *store.Tx) error { return tx.MarkStale(model.SubjectOrganisation, many) })
		if n := get(t, s, func(v *store.View) (int, error) { return v.CountStale(model.SubjectOrganisation) }); n != len(many) {
			t.Errorf("%d are stale, want %d", n, len(many))
		}
		update(t, s, func(tx *store.Tx) error { return tx.ClearStale(model.SubjectOrganisation, many[1:]) })
		equal(t, "the one left", stale(model.SubjectOrganisation, 9), []model.SubjectID{1})
		equal(t, "stale instructors", stale(model.SubjectInstructor, 9), []model.SubjectID{3})
		if st, err := s.State(ctx); err != nil || st.Version != 0 {
			t.Errorf("marks alone are no change of data: version %d %v", st.Version, err)
		}
	})
}

// fill writes a small world past the registry: organisation 1 above 2 above 3, 4 hosts 3, members of 5 take part in 3; units 1 and 2.
func fill(t *testing.T, s *store.Store) {
	t.Helper()
	body := func(id, parent, host model.OrganisationID) model.OrganisationFact {
		return model.OrganisationFact{OrganisationID: id, Valid: always("2000-01-01"), OrganisationAttributes: model.OrganisationAttributes{ParentID: parent, HostID: host, RegionID: 1,
			Kind: model.OrganisationKindBranch, Nature: model.OrganisationNatureRegular, EstablishedOn: day("2000-01-01"), DissolvedOn: model.Never}}
	}
	unit := func(id model.UnitID) model.UnitFact {
		return model.UnitFact{UnitID: id, Valid: always("2000-01-01"), UnitAttributes: model.UnitAttributes{Name: "单位", RegionID: 2, Domain: model.DomainSchool, FoundedOn: day("2000-01-01"),
			Status: model.UnitStatusActive, Control: model.ControlState}}
	}
	update(t, s, func(tx *store.Tx) error {
		return errors.Join(
			store.OrganisationKeys.Write(tx, []model.OrganisationID{1, 2, 3, 4, 5, 6}, []string{"P1", "P2", "P3", "P4", "P5", "P6"}),
			store.UnitKeys.Write(tx, []model.UnitID{1, 2}, []model.CreditCode{"U1", "U2"}),
			store.InstructorKeys.Write(tx, []model.InstructorID{1, 2}, []string{"I1", "I2"}),
			store.Insert(tx, store.OrganisationFacts, []model.OrganisationFact{body(1, 0, 0), body(2, 1, 0), body(3, 2, 4), body(4, 0, 0), body(5, 6, 0)}),
			store.Insert(tx, store.UnitFacts, []model.UnitFact{unit(1), unit(2)}),
			store.Insert(tx, store.InstructorFacts, []model.InstructorFact{{InstructorID: 1, Valid: always("2000-01-01"), Role: model.InstructorRoleInstructor, Name: "甲"},
				{InstructorID: 2, Valid: always("2000-01-01"), Role: model.InstructorRoleInstructor, Name: "乙"}}),
			store.Insert(tx, store.RegionFacts, []model.RegionFact{{RegionID: 1, Valid: always("2000-01-01"), Code: "350000000000", Level: model.RegionLevelProvince},
				{RegionID: 2, Valid: model.Valid{ValidFrom: day("2000-01-01"), ValidTo: day("2010-01-01")}, Code: "350101100000", Level: model.RegionLevelTownship},
				{RegionID: 2, Valid: always("2010-01-01"), Code: "350101200000", Level: model.RegionLevelTownship}}),
			store.Insert(tx, store.Participations, []model.Participation{{ID: 1, OrganisationID: 3, HomeOrganisationID: 5, Valid: always("2001-01-01")}}),
			store.Insert(tx, store.Covers, []model.Cover{
				{ID: 1, UnitID: 2, Kind: model.CoverKindOrganisation, OrganisationID: 3, Valid: always("2002-01-01")},
				{ID: 2, UnitID: 1, Kind: model.CoverKindOrganisation, OrganisationID: 3, Valid: always("2001-01-01")},
				{ID: 3, UnitID: 1, Kind: model.CoverKindWork, InstructorID: 1, Valid: always("2001-01-01")},
				{ID: 4, UnitID: 2, Kind: model.CoverKindWork, InstructorID: 2, Valid: always("2001-01-01")}}),
			store.Insert(tx, store.Visits, []model.Visit{{ID: 1, InstructorID: 1, UnitID: 1, VisitedOn: day("2020-02-01")},
				{ID: 2, InstructorID: 1, UnitID: 2, VisitedOn: day("2020-01-01")}, {ID: 3, InstructorID: 1, UnitID: 1, VisitedOn: day("2020-03-01")}}),
			store.Insert(tx, store.Officers, []model.Officer{{ID: 1, OrganisationID: 3, Role: model.OfficerRoleSecretary, Name: "丙", Valid: always("2003-01-01")}}),
			store.Insert(tx, store.Activities, []model.Activity{{ID: 1, OrganisationID: 3, Kind: model.ActivityKindLecture, HeldOn: day("2021-01-02")},
				{ID: 2, OrganisationID: 3, Kind: model.ActivityKindOther, HeldOn: day("2021-01-02")}, {ID: 3, OrganisationID: 3, Kind: model.ActivityKindOther, HeldOn: day("2021-01-01")}}),
			store.Insert(tx, store.Leaderships, []model.Leadership{{UnitID: 2, Valid: always("2020-01-01"), OnePerson: model.AnswerYes}}),
			store.Insert(tx, store.Successions, []model.Succession{{UnitID: 2, PredecessorID: 1, Kind: model.SuccessionKindMergedInto, SucceededOn: day("2015-01-01")}}))
	})
}

// TestHistories reads one small world in every way; what changes it comes last.
func TestHistories(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fill(t, s)
		historiesHold(t, s)
		whoFollows(t, s)
		coversOnDays(t, s)
		historiesOfVersions(t, s)
		cycles(t, s)
		askNoFurther(t, s)
		judgedAsTold(t, s)
	})
}

func historiesHold(t *testing.T, s *store.Store) {
	bodies := get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
		return v.OrganisationHistoriesAt([]model.OrganisationID{3, 1, 9}, store.Latest)
	})
	h := bodies[3]
	if len(bodies) != 2 || h.Code != "P3" || len(h.Facts) != 1 || len(h.Officers) != 1 || h.Officers[0].Name != "丙" || len(h.Participations) != 1 {
		t.Fatalf("%+v", h)
	}
	equal(t, "activities", h.Activities, []model.Date{day("2021-01-01"), day("2021-01-02")})
	if len(h.Covers) != 2 || h.Covers[0].CreditCode != "U1" || h.Covers[1].ID != 1 || len(h.Covers[0].Unit) != 1 || h.Covers[0].Unit[0].UnitID != 1 {
		t.Errorf("covers %+v", h.Covers)
	}
	equal(t, "codes of those that it names", h.Codes, map[model.OrganisationID]string{1: "P1", 2: "P2", 4: "P4", 5: "P5"})
	equal(t, "codes of regions", h.Regions, map[model.RegionID]model.RegionCode{1: "350000000000", 2: "350101200000"})
	if len(h.Others) != 4 || h.Others[2][0].ParentID != 1 || len(bodies[1].Others) != 0 {
		t.Errorf("others %+v, of the top %+v", h.Others, bodies[1].Others)
	}

	people := get(t, s, func(v *store.View) (map[model.InstructorID]*model.InstructorHistory, error) {
		return v.InstructorHistoriesAt([]model.InstructorID{1, 2}, store.Latest)
	})
	equal(t, "visits", people[1].Visits, []model.UnitVisit{{UnitID: 2, On: day("2020-01-01")}, {UnitID: 1, On: day("2020-02-01")}, {UnitID: 1, On: day("2020-03-01")}})
	if p := people[1]; p.Code != "I1" || len(p.Facts) != 1 || len(p.Covers) != 1 || p.Covers[0].CreditCode != "U1" || len(p.Covers[0].Unit) != 1 {
		t.Errorf("%+v", p)
	}

	judged := get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
		return v.OrganisationHistories([]model.OrganisationID{3, 1, 9})
	})
	if j := judged[3].Covers; len(judged) != 2 || len(j) != 2 || j[0].ID != 2 || j[1].ID != 1 || j[0].Unit[0].Domain != h.Covers[0].Unit[0].Domain {
		t.Errorf("covers that rules judge by %+v", j)
	}

	units := get(t, s, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
		return v.Histories([]model.UnitID{1, 2})
	})
	for _, c := range units[1].Covers {
		if c.InstructorID == 1 {
			equal(t, "visits of unit 1", c.Visits, []model.Date{day("2020-02-01"), day("2020-03-01")})
			equal(t, "the instructor's first visit", c.FirstVisit, day("2020-01-01"))
		}
	}
	for _, c := range units[2].Covers { // instructor 1 was there, but does not cover it
		if c.Visits != nil || c.FirstVisit != 0 {
			t.Errorf("unit 2: %+v", c)
		}
	}
	if u := units[2]; len(u.Leadership) != 1 || len(u.Predecessors) != 1 || u.Predecessors[0].SucceededOn != day("2015-01-01") ||
		u.Predecessors[0].Facts[0].UnitID != 1 || len(units[1].Leadership)+len(units[1].Predecessors) != 0 {
		t.Errorf("%+v", u)
	}
}

func historiesOfVersions(t *testing.T, s *store.Store) {
	update(t, s, func(tx *store.Tx) error {
		visits, err := store.CurrentFacts(tx.View, store.Visits, []model.VisitID{2})
		officers, err2 := store.CurrentFacts(tx.View, store.Officers, []model.OfficerID{1})
		return errors.Join(err, err2, store.Supersede(tx, store.Visits, visits), store.Supersede(tx, store.Officers, officers))
	})
	for version, want := range map[model.DataVersion]struct {
		first    model.Date
		officers int
	}{1: {day("2020-01-01"), 1}, 2: {day("2020-02-01"), 0}, store.Latest: {day("2020-02-01"), 0}} {
		units := get(t, s, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
			return v.HistoriesAt([]model.UnitID{1}, version)
		})
		bodies := get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
			return v.OrganisationHistoriesAt([]model.OrganisationID{3}, version)
		})
		people := get(t, s, func(v *store.View) (map[model.InstructorID]*model.InstructorHistory, error) {
			return v.InstructorHistoriesAt([]model.InstructorID{1}, version)
		})
		if got := units[1].Covers[1].FirstVisit; got != want.first || people[1].Visits[0].On != want.first {
			t.Errorf("version %d: first visit %s, %+v", version, got, people[1].Visits)
		}
		if len(bodies[3].Officers) != want.officers {
			t.Errorf("version %d: %+v", version, bodies[3].Officers)
		}
	}
}

// askNoFurther counts statements: where there is nothing of the look-back, units cost three looks whether there is.
func askNoFurther(t *testing.T, s *store.Store) {
	for _, table := range []string{"visits", "leadership_facts", "unit_successions"} {
		storetest.SQL(t, s, "DELETE FROM "+table)
	}
	var n atomic.Int64
	if _, err := store.Get(store.WithCounter(ctx, &n), s, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) {
		return v.Histories([]model.UnitID{1, 2})
	}); err != nil {
		t.Fatal(err)
	}
	if n.Load() != 8 { // facts, covers, codes, organisations, instructors; and three looks
		t.Errorf("%d statements", n.Load())
	}
}

func whoFollows(t *testing.T, s *store.Store) {
	below := get(t, s, func(v *store.View) ([]model.OrganisationID, error) {
		return v.OrganisationsBelow([]model.OrganisationID{1})
	})
	equal(t, "below P1", below, []model.OrganisationID{2, 3})
	naming := get(t, s, func(v *store.View) ([]model.OrganisationID, error) {
		return v.OrganisationsNaming([]model.OrganisationID{4, 5})
	})
	equal(t, "naming P4 and P5", naming, []model.OrganisationID{3})
	later := get(t, s, func(v *store.View) ([]model.UnitID, error) { return v.SuccessorsOf([]model.UnitID{1, 2}) })
	equal(t, "successors", later, []model.UnitID{2})
	counts := get(t, s, func(v *store.View) (map[model.SubjectID]int, error) {
		return v.CoverCounts(model.SubjectOrganisation, []model.SubjectID{1, 3})
	})
	equal(t, "covers", counts, map[model.SubjectID]int{3: 2})
	err := s.View(ctx, func(v *store.View) error {
		orgs, people, err := v.CoverersOf([]model.UnitID{1, 2}, 1)
		equal(t, "organisations that cover", orgs, []model.OrganisationID{3})
		equal(t, "instructors that cover", people, []model.InstructorID{1, 2})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	recorded := get(t, s, func(v *store.View) ([]model.OrganisationID, error) { return v.OrganisationsRecordedAt(1) })
	equal(t, "recorded at 1", recorded, []model.OrganisationID{3})
}

// coversOnDays compares the covers of a day with all covers.
func coversOnDays(t *testing.T, s *store.Store) {
	for _, on := range []string{"2000-12-31", "2001-01-01", "2001-12-31", "2002-01-01", "9999-12-30"} {
		ids := []model.OrganisationID{3, 1}
		all := get(t, s, func(v *store.View) (map[model.OrganisationID][]model.Cover, error) {
			return v.CoversOfOrganisations(1, ids)
		})
		want := map[model.CoverID]model.UnitID{}
		for _, c := range all[3] {
			if c.On(day(on)) {
				want[c.ID] = c.UnitID
			}
		}
		got := map[model.CoverID]model.UnitID{}
		for _, c := range get(t, s, func(v *store.View) ([]model.Cover, error) {
			return store.CoversOn(v, model.SubjectOrganisation, ids, 1, day(on))
		}) {
			got[c.ID] = c.UnitID
		}
		equal(t, "covers on "+on, got, want)
	}
	people := get(t, s, func(v *store.View) ([]model.Cover, error) {
		return store.CoversOn(v, model.SubjectInstructor, []model.InstructorID{2}, 1, day("2020-01-01"))
	})
	if len(people) != 1 || people[0].ID != 4 || people[0].UnitID != 2 || people[0].InstructorID != 2 || people[0].OrganisationID != 0 {
		t.Errorf("covers of instructor 2: %+v", people)
	}
}

// judgedAsTold compares what rules judge organisations by with what findings tell, where a unit has several facts and some are superseded.
func judgedAsTold(t *testing.T, s *store.Store) {
	fact := func(from string, members int) model.UnitFact {
		return model.UnitFact{UnitID: 1, Valid: always(from), UnitAttributes: model.UnitAttributes{Domain: model.DomainOrgan, RegionID: 2,
			FoundedOn: day("2000-01-01"), Status: model.UnitStatusActive, FullMembers: model.Counted(members)}}
	}
	wrong := []model.UnitFact{fact("2012-01-01", 9)}
	update(t, s, func(tx *store.Tx) error {
		return errors.Join(store.Insert(tx, store.UnitFacts, wrong), store.Insert(tx, store.UnitFacts, []model.UnitFact{fact("2015-01-01", 5), fact("2010-01-01", 4)}))
	})
	update(t, s, func(tx *store.Tx) error { return store.Supersede(tx, store.UnitFacts, wrong) })
	ids := []model.OrganisationID{3, 1}
	tell := func(of map[model.OrganisationID]*model.OrganisationHistory) (lines []string) {
		for _, c := range of[3].Covers {
			for _, f := range c.Unit {
				lines = append(lines, fmt.Sprint(c.ID, c.UnitID, c.Valid, f.UnitID, f.ValidFrom, f.FullMembers, f.Domain, f.RegionID, f.FoundedOn, f.Status))
			}
		}
		return lines
	}
	judged := tell(get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
		return v.OrganisationHistories(ids)
	}))
	told := tell(get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
		return v.OrganisationHistoriesAt(ids, store.Latest)
	}))
	equal(t, "what is judged", judged, told)
	if len(told) != 4 { // three facts of unit 1, and one of unit 2
		t.Errorf("told %v", told)
	}
}

// cycles: undone imports may leave one.
func cycles(t *testing.T, s *store.Store) {
	storetest.SQL(t, s, "UPDATE organisation_facts SET parent_id = 3 WHERE organisation_id = 1")
	below := get(t, s, func(v *store.View) ([]model.OrganisationID, error) {
		return v.OrganisationsBelow([]model.OrganisationID{1})
	})
	equal(t, "below P1 in a cycle", below, []model.OrganisationID{2, 3, 1})
	bodies := get(t, s, func(v *store.View) (map[model.OrganisationID]*model.OrganisationHistory, error) {
		return v.OrganisationHistories([]model.OrganisationID{3})
	})
	if others := bodies[3].Others; len(others) != 5 || others[3] == nil {
		t.Errorf("others in a cycle: %+v", others)
	}
}
