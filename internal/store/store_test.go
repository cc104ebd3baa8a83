package store_test

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

var ctx = context.Background()

func update(t testing.TB, s *store.Store, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := s.Update(ctx, fn); err != nil {
		t.Fatal(err)
	}
}

func day(s string) model.Date { return model.MustDate(s) }

func always(from string) model.Valid { return model.Valid{ValidFrom: day(from), ValidTo: model.Never} }

// roundTrip writes rows and reads them back as they are current.
func roundTrip[T any](t *testing.T, s *store.Store, table *store.Table[T], rows []T) {
	t.Helper()
	update(t, s, func(tx *store.Tx) error { return store.Insert(tx, table, rows) })
	got, err := store.Get(ctx, s, func(v *store.View) ([]T, error) { return store.AllCurrent(v, table) })
	if err != nil {
		t.Fatal(table.Name, err)
	}
	if !reflect.DeepEqual(got, rows) {
		t.Errorf("%s:\n got %+v\nwant %+v", table.Name, got, rows)
	}
}

// many repeats a row with ids 1 to n, so that both ways of bulk loading are taken.
func many[T any](n int, row T, id func(*T, int)) []T {
	rows := make([]T, n)
	for i := range rows {
		rows[i] = row
		id(&rows[i], i+1)
	}
	return rows
}

const odd = "名\\称 'x'\t\"y\"\nz"

func fullUnit() model.UnitFact {
	return model.UnitFact{UnitID: 1, Valid: always("2020-02-29"), UnitAttributes: model.UnitAttributes{
		Name: odd, Domain: model.DomainSchool, AlsoDomain: model.DomainSocialOrganisation, Control: model.ControlPrivate,
		RegionID: 2, ZoneID: 3, Industry: "P83", Size: model.SizeSmall, Employees: model.Counted(0), OnDutyStaff: model.Counted(7),
		FullMembers: model.Counted(3), NoProbationaryColumn: true, MembersElsewhere: model.Counted(1), FoundedOn: day("1999-12-31"),
		Status: model.UnitStatusSuspended, StatusEvidence: "文〔2026〕1号", ResponsibleID: 4, Kind: model.UnitKindPrimarySchool,
		AboveScale: model.AboveScaleNo, SchoolType: "211", Pupils: model.Counted(900), Teachers: model.Counted(60),
		PublicOrPrivate: model.PublicOrPrivatePrivate, OrganKind: model.OrganKindCourt, Supervisor: "教育局", SupervisorCode: "91350100M000100Y43",
	}}
}

func TestEveryTableKeepsWhatItIsGiven(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		roundTrip(t, s, store.UnitFacts, many(250, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(i) }))
		roundTrip(t, s, store.Successions, []model.Succession{{UnitID: 2, PredecessorID: 1, Kind: model.SuccessionKindMergedInto, SucceededOn: day("2026-01-01")}})
		roundTrip(t, s, store.RegionFacts, []model.RegionFact{{RegionID: 1, Valid: model.Valid{ValidFrom: 1, ValidTo: model.Never}, Code: "350000000000", Name: "省", Level: model.RegionLevelProvince}})
		roundTrip(t, s, store.ZoneFacts, []model.ZoneFact{{ZoneID: 1, Valid: always("2020-01-01"), Name: odd, Kind: model.ZoneKindPark, RegionID: 1, OrganisationID: 9}})
		roundTrip(t, s, store.OrganisationFacts, []model.OrganisationFact{{OrganisationID: 1, Valid: always("2020-01-01"), OrganisationAttributes: model.OrganisationAttributes{
			Name: odd, Kind: model.OrganisationKindBranch, Nature: model.OrganisationNatureRegular, RegionID: 1, ParentID: 2, SetUp: model.SetUpJoint,
			EstablishedOn: day("2019-01-01"), DissolvedOn: model.Never, TermEndsOn: day("2027-01-01"), ApprovalDocument: "批", HostID: 3, FullMembers: model.Counted(5),
			EducationCommittee: true}}})
		roundTrip(t, s, store.Covers, []model.Cover{{ID: 1, UnitID: 2, Kind: model.CoverKindOrganisation, OrganisationID: 3, SetUp: model.SetUpJoint,
			Basis: model.JointBasisTrade, Valid: always("2020-01-01"), EndReason: model.EndReasonMoved}, {ID: 2, UnitID: 2, Kind: model.CoverKindWork, InstructorID: 4, Valid: always("2020-01-01")}})
		roundTrip(t, s, store.InstructorFacts, []model.InstructorFact{{InstructorID: 1, Valid: always("2020-01-01"), Name: odd, Phone: "p", Role: model.InstructorRoleLiaison, RegionID: 2, ServiceFrom: day("2021-01-01"), ServiceTo: model.Never, Employer: "e",
			Eligibility: model.EligibilityNotEligible, EligibilityEvidence: odd}})
		roundTrip(t, s, store.MassOrganisationFacts, []model.MassOrganisationFact{{MassOrganisationID: 1, Valid: always("2020-01-01"), Name: odd, Kind: model.MassOrganisationKindYouthLeague, RegionID: 2, EstablishedOn: day("2021-01-01"), DissolvedOn: model.Never}})
		roundTrip(t, s, store.Visits, []model.Visit{{ID: 1, InstructorID: 2, UnitID: 3, VisitedOn: day("2026-05-01"), Content: odd}})
		roundTrip(t, s, store.Participations, []model.Participation{{ID: 1, OrganisationID: 2, HomeOrganisationID: 3, Valid: always("2020-01-01"), FullMembers: model.Counted(2)}})
		roundTrip(t, s, store.Candidates, []model.Candidate{{ID: 1, Code: "甲-1", UnitID: 2, Name: "n", Direction: model.DirectionMemberToBackbone, BegunOn: day("2026-01-01")}})
		roundTrip(t, s, store.CandidateSteps, []model.CandidateStep{{ID: 1, CandidateID: 2, Kind: model.StepKindTraining, On: day("2026-01-01"), Until: day("2026-01-05"), Amount: 3, AmountUnit: "DAYS", Outcome: model.OutcomeMoved, Document: "d", Note: odd}})
		roundTrip(t, s, store.Officers, []model.Officer{{ID: 1, OrganisationID: 2, Role: model.OfficerRoleDeputySecretary, Name: odd,
			Eligibility: model.EligibilityEligible, EligibilityEvidence: "e", Valid: always("2020-01-01")}})
		roundTrip(t, s, store.Activities, []model.Activity{{ID: 1, OrganisationID: 2, Kind: model.ActivityKindLecture, HeldOn: day("2026-01-01"), Content: odd}})
		roundTrip(t, s, store.Leaderships, []model.Leadership{{UnitID: 1, Valid: always("2020-01-01"), OnePerson: model.AnswerNo, ExceptionDocument: "x",
			CrossAppointed: model.AnswerYes}, {UnitID: 2, Valid: always("2020-01-01")}})
		roundTrip(t, s, store.DeclaredReturns, []model.DeclaredReturn{{ID: 1, OrganisationID: 2, Year: 2026, Table: "表一", Row: "r", Column: "c", Value: -3}})
	})
}

func span(id model.UnitID, from, to string, class model.SpanClass) model.Span {
	return model.Span{UnitID: id, Valid: model.Valid{ValidFrom: day(from), ValidTo: day(to)}, Class: class, RegionID: 1, ZoneID: 2,
		Place: model.PlaceOf(3, true), Employees: model.Counted(0), Members: model.Counted(4), FoundedOn: day("2000-01-01"), Name: "单位"}
}

func someClass(n int) model.SpanClass {
	return model.SpanClass{Domain: model.DomainSchool, Control: model.ControlUnknown, Industry: 'P', Kind: model.UnitKindNone,
		NotCounted: 1<<31 + uint32(n), Results: 1<<62 + model.Results(n)}
}

func TestSpansAreReplacedAndClassesShared(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		failed := errors.New("rolled back")
		err := s.Update(ctx, func(tx *store.Tx) error {
			return errors.Join(tx.WriteSpans(1, []model.Span{span(1, "2000-01-01", "2001-01-01", someClass(9))}), failed)
		})
		if !errors.Is(err, failed) {
			t.Fatal(err)
		}
		err = s.Update(ctx, func(tx *store.Tx) error {
			err := tx.WriteSpans(1, []model.Span{span(1, "2000-01-01", "2001-01-01", someClass(8))})
			got, err2 := tx.SpansOf(1, []model.UnitID{1}) // reads the class that nobody else may see
			if len(got[1]) != 1 || got[1][0].Class != someClass(8) {
				t.Errorf("a transaction does not see its own spans: %+v", got)
			}
			return errors.Join(err, err2, failed)
		})
		if !errors.Is(err, failed) {
			t.Fatal(err)
		}
		want := []model.Span{span(1, "2000-01-01", "2001-01-01", someClass(1)), span(1, "2001-01-01", "9999-12-31", someClass(2))}
		update(t, s, func(tx *store.Tx) error { return tx.WriteSpans(1, want) })
		update(t, s, func(tx *store.Tx) error {
			return errors.Join(tx.DeleteSubjectSpans(model.SubjectUnit, 1, []model.SubjectID{1}), tx.WriteSpans(1, want), tx.WriteSpans(2, want[1:]))
		})
		err = s.View(ctx, func(v *store.View) error {
			got, err := v.SpansOf(1, []model.UnitID{1})
			if !reflect.DeepEqual(got[1], want) {
				t.Errorf("got %+v", got[1])
			}
			classes, err2 := v.SpanClasses()
			if len(classes) != 2 {
				t.Errorf("%d classes, want the two that were committed", len(classes))
			}
			n := 0
			err3 := v.LoadSpans(2, func(sp *model.Span, class int32) error { n++; _ = classes[class-1]; return nil })
			if n != 1 {
				t.Errorf("rule set 2 has %d spans", n)
			}
			return errors.Join(err, err2, err3)
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestSpansStoreANameWhereItChanges(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		named := func(id model.UnitID, from, to, name string) model.Span {
			sp := span(id, from, to, someClass(1))
			sp.Name = name
			return sp
		}
		want := []model.Span{
			named(1, "2000-01-01", "2001-01-01", "甲厂"), named(1, "2001-01-01", "2002-01-01", "甲厂"), named(1, "2002-01-01", "2003-01-01", "乙厂"),
			named(1, "2004-01-01", "2005-01-01", "乙厂"), named(1, "2005-01-01", "9999-12-31", "甲厂"),
			named(2, "2000-01-01", "9999-12-31", "甲厂"), named(3, "2000-01-01", "2001-01-01", ""), named(3, "2001-01-01", "9999-12-31", "丙厂"),
			named(4, "2000-01-01", "2001-01-01", "丁厂"), named(4, "2001-01-01", "2002-01-01", ""), named(4, "2002-01-01", "9999-12-31", ""),
		}
		same := func(how string) {
			t.Helper()
			err := s.View(ctx, func(v *store.View) error {
				var all []model.Span
				err := v.LoadSpans(1, func(sp *model.Span, _ int32) error { all = append(all, *sp); return nil })
				for i := range all {
					all[i].Class = someClass(1) // which a load tells by its id
				}
				some, err2 := v.SpansOf(1, []model.UnitID{1, 2, 3, 4})
				if !reflect.DeepEqual(all, want) || !reflect.DeepEqual(slices.Concat(some[1], some[2], some[3], some[4]), want) {
					t.Errorf("%s: all %+v, by unit %+v", how, all, some)
				}
				return errors.Join(err, err2)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		update(t, s, func(tx *store.Tx) error { return tx.WriteSpans(1, want) })
		same("as written")
		tells := func(names ...string) {
			t.Helper()
			var told []string
			for _, row := range storetest.Rows(t, s, "SELECT name FROM unit_spans ORDER BY unit_id, valid_from") {
				told = append(told, row[0])
			}
			if !slices.Equal(told, names) {
				t.Errorf("the table tells the names %q", told)
			}
		}
		tells("甲厂", "", "乙厂", "", "甲厂", "甲厂", "", "丙厂", "丁厂", "\x18", "")
		for _, sp := range want[:8] { // as a binary before schema version 7 wrote them
			number, text := sp.ValidFrom.Number(), sp.ValidFrom.String()
			storetest.SQL(t, s, "UPDATE unit_spans SET name = ? WHERE unit_id = ? AND (valid_from = ? OR valid_from = ?)", sp.Name, int64(sp.UnitID), text, number)
		}
		tells("甲厂", "甲厂", "乙厂", "乙厂", "甲厂", "甲厂", "", "丙厂", "丁厂", "\x18", "")
		same("each told")
	})
}

func TestAVersionIsTakenOnlyByAChange(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		update(t, s, func(tx *store.Tx) error { return nil })
		update(t, s, func(tx *store.Tx) error {
			id, err := tx.AddSource(model.Source{Name: "登记机关", Recorder: "test"})
			tx.Record(id, "first")
			store.Touch(tx, store.SubjectUnit, model.UnitID(7), 5, 6, 9, 5)
			return err
		})
		err := s.View(ctx, func(v *store.View) error {
			if v.State.Version != 1 {
				t.Errorf("version %d, want 1", v.State.Version)
			}
			changes, err := v.ChangesSince(0)
			want := []store.Change{{Version: 1, Subject: store.SubjectUnit, FirstID: 5, LastID: 7}, {Version: 1, Subject: store.SubjectUnit, FirstID: 9, LastID: 9}}
			if !reflect.DeepEqual(changes, want) {
				t.Errorf("changes %+v", changes)
			}
			commits, err2 := v.Commits(5)
			if len(commits) != 1 || commits[0].Note != "first" || commits[0].CommittedAt.Year() < 2020 {
				t.Errorf("commits %+v", commits)
			}
			sources, err3 := v.SourcesByID([]model.SourceID{1})
			if sources[1] == nil || sources[1].Name != "登记机关" {
				t.Errorf("sources %+v", sources)
			}
			return errors.Join(err, err2, err3)
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestASupersededRowIsStillReadAtItsVersion(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		old := many(300, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(i) })
		update(t, s, func(tx *store.Tx) error { return store.Insert(tx, store.UnitFacts, old) })
		update(t, s, func(tx *store.Tx) error {
			fresh := many(300, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID, f.Name = model.UnitID(i), "new" })
			return errors.Join(store.Supersede(tx, store.UnitFacts, old), store.Insert(tx, store.UnitFacts, fresh))
		})
		for version, name := range map[model.DataVersion]string{1: odd, 2: "new", store.Latest: "new"} {
			facts, err := store.Get(ctx, s, func(v *store.View) ([]model.UnitFact, error) {
				return v.UnitFactsOn(version, day("2026-01-01"), []model.UnitID{300, 1})
			})
			if err != nil || len(facts) != 2 || facts[0].UnitID != 1 || facts[1].UnitID != 300 || facts[1].Name != name {
				t.Errorf("at version %d: %+v %v", version, facts, err)
			}
		}
	})
}

func TestASnapshotDoesNotMove(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		err := s.View(ctx, func(v *store.View) error {
			update(t, s, func(tx *store.Tx) error {
				err := store.UnitKeys.Write(tx, []model.UnitID{1}, []model.CreditCode{"91350100M000100Y43"})
				store.Touch(tx, store.SubjectUnit, model.UnitID(1))
				return err
			})
			ids, err := v.UnitIDs([]model.CreditCode{"91350100M000100Y43"})
			changes, err2 := v.ChangesSince(0)
			if len(ids) != 0 || len(changes) != 0 {
				t.Errorf("the snapshot of version %d sees a later commit: %v %v", v.State.Version, ids, changes)
			}
			return errors.Join(err, err2)
		})
		if err != nil {
			t.Fatal(err)
		}
		if st, err := s.State(ctx); err != nil || st.Version != 1 {
			t.Errorf("state %+v %v", st, err)
		}
	})
}

func TestIdsFollowTheHighest(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		var first, second model.UnitID
		update(t, s, func(tx *store.Tx) (err error) {
			first, err = store.UnitKeys.Reserve(tx, 2)
			return errors.Join(err, store.UnitKeys.Write(tx, []model.UnitID{first, first + 1}, []model.CreditCode{"A", "B"}))
		})
		update(t, s, func(tx *store.Tx) (err error) {
			second, err = store.UnitKeys.Reserve(tx, 1)
			return errors.Join(err, store.UnitKeys.Write(tx, []model.UnitID{second}, []model.CreditCode{"C"}))
		})
		if first != 1 || second != 3 {
			t.Errorf("ids %d and %d, want 1 and 3", first, second)
		}
		codes, err := store.Get(ctx, s, func(v *store.View) (map[model.UnitID]model.CreditCode, error) {
			return v.CreditCodes([]model.UnitID{3, 1, 77})
		})
		if err != nil || len(codes) != 2 || codes[3] != "C" {
			t.Errorf("%v %v", codes, err)
		}
	})
}

func TestStatementsAreCountedAndFew(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		rows := many(900, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(i) })
		update(t, s, func(tx *store.Tx) error { return store.Insert(tx, store.UnitFacts, rows) })
		var n atomic.Int64
		ids := make([]model.UnitID, 900)
		for i := range ids {
			ids[i] = model.UnitID(i + 1)
		}
		_, err := store.Get(store.WithCounter(ctx, &n), s, func(v *store.View) (map[model.UnitID]*model.UnitHistory, error) { return v.Histories(ids) })
		if err != nil || n.Load() == 0 || n.Load() > 7 {
			t.Errorf("900 histories took %d statements, %v", n.Load(), err)
		}
	})
}

func TestADuplicateIsAnErrorInBulk(t *testing.T) {
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		rows := many(300, fullUnit(), func(f *model.UnitFact, i int) { f.UnitID = model.UnitID(i) })
		rows[299].UnitID = 1
		err := s.Update(ctx, func(tx *store.Tx) error { return store.Insert(tx, store.UnitFacts, rows) })
		if err == nil || !strings.Contains(err.Error(), "unit_facts") {
			t.Errorf("a duplicate row passed: %v", err)
		}
		if st, _ := s.State(ctx); st.Version != 0 {
			t.Errorf("the failed transaction took version %d", st.Version)
		}
	})
}
