package registry_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"fugai/internal/store"
	"fugai/model"
)

func officer(org, name, from, to string) model.OfficerInput {
	in := model.OfficerInput{OrganisationCode: org, Name: name, ValidFrom: day(from)}
	if to != "" {
		in.ValidTo = day(to)
	}
	return in
}

func activity(org, on string) model.ActivityInput {
	return model.ActivityInput{OrganisationCode: org, Kind: model.ActivityKindThemeDay, HeldOn: day(on)}
}

// stateOwned is a unit of the domain that leadership is reported of.
func stateOwned(n int) model.UnitInput {
	u := unit(n)
	u.Domain, u.Control = model.DomainStateOwnedEnterprise, model.ControlState
	return u
}

// body reads the history of an organisation by its code, as known at a version.
func (e env) body(code string, version model.DataVersion) *model.OrganisationHistory {
	e.Helper()
	h, err := store.Get(ctx, e.s, func(v *store.View) (*model.OrganisationHistory, error) {
		ids, err := v.OrganisationIDs([]string{code})
		if err != nil {
			return nil, err
		}
		list, err := v.OrganisationHistoriesAt([]model.OrganisationID{ids[code]}, version)
		return list[ids[code]], err
	})
	if err != nil {
		e.Fatal(err)
	}
	return h
}

// officers are those of an organisation, one a line.
func (e env) officers(code string, version model.DataVersion) (lines []string) {
	e.Helper()
	for _, o := range e.body(code, version).Officers {
		lines = append(lines, fmt.Sprintf("%s %s %s–%s %s%s", o.Role, o.Name, o.ValidFrom, o.ValidTo, o.Eligibility, o.EligibilityEvidence))
	}
	return lines
}

func (e env) same(what string, got, want any) {
	e.Helper()
	if !reflect.DeepEqual(got, want) {
		e.Errorf("%s: %v, want %v", what, got, want)
	}
}

// tally applies a batch and compares what became of the inputs of a kind: new, changed, unchanged.
func (e env) tally(kind string, b *model.Batch, added, changed, unchanged int) {
	e.Helper()
	out := e.ok(b)
	if got, want := *out.Tallies[kind], (model.Tally{New: added, Changed: changed, Unchanged: unchanged}); got != want {
		e.Errorf("%s: %+v, want %+v", kind, got, want)
	}
}

func TestOfficersAreAppointedCorrectedAndWithdrawn(t *testing.T) {
	each(t, true, func(e env) {
		deputy := officer("P1", "乙", "2020-01-01", "")
		deputy.Role = model.OfficerRoleDeputySecretary
		second := deputy
		second.Name = "丙"
		first := []model.OfficerInput{officer("P1", "甲", "2020-01-01", ""), deputy, second}
		e.tally("Officers", &model.Batch{Officers: first}, 3, 0, 0)
		e.tally("Officers", &model.Batch{Officers: first}, 0, 0, 3)
		before := e.state().Version

		// The term of 甲 ends, a successor follows; the name of a deputy's successor is another person.
		ended := officer("P1", "甲", "2020-01-01", "2023-01-01")
		ended.Eligibility, ended.EligibilityEvidence = model.EligibilityEligible, "组〔2020〕1号"
		e.tally("Officers", &model.Batch{Officers: []model.OfficerInput{officer("P1", "丁", "2023-01-01", ""), ended}}, 1, 1, 0)
		e.same("officers", e.officers("P1", store.Latest), []string{"SECRETARY 甲 2020-01-01–2023-01-01 ELIGIBLE组〔2020〕1号",
			"DEPUTY_SECRETARY 乙 2020-01-01– ", "DEPUTY_SECRETARY 丙 2020-01-01– ", "SECRETARY 丁 2023-01-01– "})
		e.same("officers as they were known", e.officers("P1", before), []string{"SECRETARY 甲 2020-01-01– ",
			"DEPUTY_SECRETARY 乙 2020-01-01– ", "DEPUTY_SECRETARY 丙 2020-01-01– "})

		// There is one secretary on a day, so another name from the same day on is that one's, corrected.
		e.tally("Officers", &model.Batch{Officers: []model.OfficerInput{officer("P1", "戊", "2023-01-01", "")}}, 0, 1, 0)
		gone := second
		gone.Void = true
		e.tally("Officers", &model.Batch{Officers: []model.OfficerInput{gone}}, 0, 1, 0)
		e.same("officers at last", e.officers("P1", store.Latest), []string{"SECRETARY 甲 2020-01-01–2023-01-01 ELIGIBLE组〔2020〕1号",
			"DEPUTY_SECRETARY 乙 2020-01-01– ", "SECRETARY 戊 2023-01-01– "})
	})
}

func TestActivitiesAreRecordedAndWithdrawn(t *testing.T) {
	each(t, true, func(e env) {
		lecture := activity("P1", "2026-01-05")
		lecture.Kind = model.ActivityKindLecture
		list := []model.ActivityInput{activity("P1", "2026-02-01"), activity("P1", "2026-01-05"), lecture, activity("P2", "2026-01-05")}
		e.tally("Activities", &model.Batch{Activities: list}, 4, 0, 0)
		list[0].Content = "学习"
		e.tally("Activities", &model.Batch{Activities: list}, 0, 1, 3)
		e.same("days", e.body("P1", store.Latest).Activities, []model.Date{day("2026-01-05"), day("2026-02-01")})
		list[0].Void = true
		e.tally("Activities", &model.Batch{Activities: list[:1]}, 0, 1, 0)
		e.same("days without the withdrawn", e.body("P1", store.Latest).Activities, []model.Date{day("2026-01-05")})
		if out := e.ok(&model.Batch{Activities: list[:1]}); out.Tallies["Activities"].Unchanged != 1 || out.Problems[0].Code != "NOTHING_TO_VOID" {
			e.Errorf("withdrawn twice: %+v", out)
		}
	})
}

// leadership are the rows of a unit, one a line.
func (e env) leadership(n int) (lines []string) {
	e.Helper()
	err := e.s.View(ctx, func(v *store.View) error {
		ids, err := v.UnitIDs([]model.CreditCode{unitCode(n)})
		if err != nil {
			return err
		}
		h, err := v.Histories([]model.UnitID{ids[unitCode(n)]})
		for _, l := range h[ids[unitCode(n)]].Leadership {
			lines = append(lines, fmt.Sprintf("%s–%s %s %s %s", l.ValidFrom, l.ValidTo, l.OnePerson, l.ExceptionDocument, l.CrossAppointed))
		}
		return err
	})
	if err != nil {
		e.Fatal(err)
	}
	return lines
}

func TestLeadershipHoldsFromADayOn(t *testing.T) {
	each(t, true, func(e env) {
		in := model.LeadershipInput{UnitCode: unitCode(5), OnePerson: model.AnswerNo, CrossAppointed: model.AnswerYes, ValidFrom: day("2020-01-01")}
		e.tally("Leaderships", &model.Batch{Units: []model.UnitInput{stateOwned(5)}, Leaderships: []model.LeadershipInput{in}}, 1, 0, 0)
		e.tally("Leaderships", &model.Batch{Leaderships: []model.LeadershipInput{in}}, 0, 0, 1)
		later := in
		later.ExceptionDocument, later.ValidFrom = "国资党〔2023〕7号", 0 // from the day of the batch on
		e.tally("Leaderships", &model.Batch{Leaderships: []model.LeadershipInput{later}}, 0, 1, 0)
		e.same("leadership", e.leadership(5), []string{"2020-01-01–2026-06-30 NO  YES", "2026-06-30– NO 国资党〔2023〕7号 YES"})

		corrected := how
		corrected.Correct = true
		in.OnePerson = model.AnswerYes
		if out := e.apply(&model.Batch{Leaderships: []model.LeadershipInput{in}}, corrected); out.Tallies["Leaderships"].Changed != 1 {
			e.Errorf("%+v", out)
		}
		e.same("corrected", e.leadership(5), []string{"2020-01-01–2026-06-30 YES  YES", "2026-06-30– NO 国资党〔2023〕7号 YES"})
	})
}

func TestEligibilityAndTheEducationFlagAreKept(t *testing.T) {
	each(t, true, func(e env) {
		committee := organisation("P0", "")
		committee.Kind, committee.EducationCommittee, committee.ValidFrom = model.OrganisationKindCommittee, true, day("2024-01-01")
		e.ok(&model.Batch{Organisations: []model.OrganisationInput{committee}})
		facts := e.body("P0", store.Latest).Facts
		if len(facts) != 2 || facts[0].EducationCommittee || !facts[1].EducationCommittee || facts[1].ValidFrom != day("2024-01-01") {
			e.Errorf("%+v", facts)
		}
		if above := e.body("P1", store.Latest).Others[1+1]; !reflect.DeepEqual(above, facts) {
			e.Errorf("the superior in the history of P1 is %+v", above)
		}
		person := world().Instructors[0]
		person.Eligibility, person.EligibilityEvidence = model.EligibilityNotEligible, "考察材料"
		e.ok(&model.Batch{Instructors: []model.InstructorInput{person}})
		silent := world().Instructors[0]
		silent.Phone = "139"
		e.ok(&model.Batch{Instructors: []model.InstructorInput{silent}})
		h, err := store.Get(ctx, e.s, func(v *store.View) (map[model.InstructorID]*model.InstructorHistory, error) {
			return v.InstructorHistories([]model.InstructorID{1})
		})
		last := h[1].Facts[len(h[1].Facts)-1]
		if err != nil || last.Phone != "139" || last.Eligibility != model.EligibilityNotEligible || last.EligibilityEvidence != "考察材料" {
			e.Errorf("a source that does not tell of eligibility took it away: %+v %v", last, err)
		}
	})
}

func TestFaultsOfTheLookBackNamePlaceAndMend(t *testing.T) {
	each(t, true, func(e env) {
		long := make([]byte, 300)
		for i := range long {
			long[i] = 'x'
		}
		evidence := officer("P1", "己", "2020-01-01", "")
		evidence.EligibilityEvidence = "证"
		b := &model.Batch{
			Units: []model.UnitInput{stateOwned(5)},
			Officers: []model.OfficerInput{{}, officer("P9", "甲", "2020-01-01", "2019-01-01"), officer("P1", "甲", "2020-01-01", ""),
				officer("P1", "乙", "2020-01-01", ""), officer("P1", "甲", "2021-01-01", ""), evidence},
			Activities: []model.ActivityInput{{Content: string(long)}, activity("P9", "2026-01-01"), activity("P1", "2026-01-01"), activity("P1", "2026-01-01")},
			Leaderships: []model.LeadershipInput{{}, {UnitCode: unitCode(99)}, {UnitCode: unitCode(5), ValidFrom: day("2001-01-01")},
				{UnitCode: unitCode(5)}, {UnitCode: unitCode(5)}, {UnitCode: unitCode(1), OnePerson: model.AnswerYes}},
		}
		for i := range b.Officers {
			b.Officers[i].Path = fmt.Sprintf("officers.%d", i)
		}
		for i := range b.Activities {
			b.Activities[i].Path = fmt.Sprintf("activities.%d", i)
		}
		for i := range b.Leaderships {
			b.Leaderships[i].Path = fmt.Sprintf("leaderships.%d", i)
		}
		lenient := how
		lenient.SkipFaulty = true
		out := e.apply(b, lenient)
		var got []string
		for _, p := range out.Problems {
			got = append(got, p.Path+" "+p.Code)
		}
		slices.Sort(got)
		e.same("problems", got, []string{
			"activities.0.content TEXT", "activities.0.heldOn REQUIRED", "activities.0.kind REQUIRED", "activities.0.organisationCode REQUIRED",
			"activities.1.organisationCode UNKNOWN_ORGANISATION", "activities.3.heldOn DUPLICATE_KEY",
			"leaderships.0.unitCode REQUIRED", "leaderships.1.unitCode UNKNOWN_UNIT", "leaderships.2.validFrom BEFORE_BEGIN",
			"leaderships.4.unitCode DUPLICATE_KEY", "leaderships.5.unitCode NOT_STATE_OWNED",
			"officers.0.name REQUIRED", "officers.0.organisationCode REQUIRED", "officers.0.validFrom REQUIRED",
			"officers.1.organisationCode UNKNOWN_ORGANISATION", "officers.1.validTo END_BEFORE_BEGIN", "officers.3.validFrom DUPLICATE_KEY",
			"officers.4.validFrom DUPLICATE_KEY", "officers.5.eligibilityEvidence CONTRADICTION",
		})
		for kind, want := range map[string]model.Tally{"Officers": {New: 1, Rejected: 5}, "Activities": {New: 1, Rejected: 3},
			"Leaderships": {New: 2, Rejected: 4, Warned: 1}} {
			if *out.Tallies[kind] != want {
				e.Errorf("%s: %+v, want %+v", kind, *out.Tallies[kind], want)
			}
		}
		// A second secretary from another day on is taken, with a warning that says from when both hold the post.
		out = e.ok(&model.Batch{Officers: []model.OfficerInput{officer("P1", "庚", "2024-01-01", "")}})
		if len(out.Problems) != 1 || out.Problems[0].Code != "POST_TAKEN" || !out.Problems[0].Warning || out.Tallies["Officers"].New != 1 {
			e.Errorf("%+v", out)
		}
		// From there on a report of both in one row is ambiguous only where one person's terms overlap twice.
		e.ok(&model.Batch{Officers: []model.OfficerInput{officer("P2", "辛", "2020-01-01", "2021-01-01"), officer("P2", "辛", "2022-01-01", "2023-01-01")}})
		out = e.apply(&model.Batch{Officers: []model.OfficerInput{officer("P2", "辛", "2020-06-01", "2022-06-01")}}, how)
		if len(out.Problems) != 1 || out.Problems[0].Code != "OVERLAP" {
			e.Errorf("%+v", out)
		}
	})
}

func TestAnUndoTakesBackTheLookBack(t *testing.T) {
	each(t, true, func(e env) {
		e.ok(&model.Batch{Units: []model.UnitInput{stateOwned(5)}, Officers: []model.OfficerInput{officer("P1", "甲", "2020-01-01", "")},
			Leaderships: []model.LeadershipInput{{UnitCode: unitCode(5), OnePerson: model.AnswerNo, ValidFrom: day("2020-01-01")}}})
		officers, leadership, version := e.officers("P1", store.Latest), e.leadership(5), e.state().Version
		id := e.importing(
			&model.Batch{Officers: []model.OfficerInput{officer("P1", "甲", "2020-01-01", "2023-01-01"), officer("P2", "乙", "2020-01-01", "")}},
			&model.Batch{Activities: []model.ActivityInput{activity("P1", "2026-01-01")}},
			&model.Batch{Leaderships: []model.LeadershipInput{{UnitCode: unitCode(5), OnePerson: model.AnswerYes, ValidFrom: day("2024-01-01")}}})
		if reflect.DeepEqual(e.officers("P1", store.Latest), officers) || len(e.leadership(5)) != 2 || len(e.body("P1", store.Latest).Activities) != 1 {
			e.Fatal("the import changed nothing")
		}
		if _, err := e.r.UndoImport(ctx, id, "管理员"); err != nil {
			e.Fatal(err)
		}
		e.same("officers", e.officers("P1", store.Latest), officers)
		e.same("officers of P2", e.officers("P2", store.Latest), []string(nil))
		e.same("activities", e.body("P1", store.Latest).Activities, []model.Date(nil))
		e.same("leadership", e.leadership(5), leadership)
		e.same("what was known before", e.officers("P1", version), officers)
	})
}

// TestWhatTouchesOrganisations looks at the log of changes: whose spans were computed anew after which change.
func TestWhatTouchesOrganisations(t *testing.T) {
	each(t, true, func(e env) {
		// P1 is 1, P0 is 2, P2 is 3; P3 is 4 and stands below P1. Members of P2 take part in P1.
		below := organisation("P3", "P1")
		below.HostCode = "P2"
		e.ok(&model.Batch{Organisations: []model.OrganisationInput{below}})
		spans := func(name string, b *model.Batch, want ...string) {
			e.Helper()
			version := e.state().Version
			e.ok(b)
			var got []string
			for _, c := range e.changes(version) {
				if c.Subject == store.SubjectOrganisationSpans || c.Subject == store.SubjectInstructorSpans {
					got = append(got, fmt.Sprintf("%s %d-%d", c.Subject, c.FirstID, c.LastID))
				}
			}
			e.same(name, got, want)
		}
		committee := organisation("P0", "")
		committee.Kind, committee.Name = model.OrganisationKindCommittee, "新名"
		spans("a renamed top", &model.Batch{Organisations: []model.OrganisationInput{committee}}, "ORGANISATION_SPANS 2-2")
		committee.EducationCommittee = true
		spans("a top that becomes one of education", &model.Batch{Organisations: []model.OrganisationInput{committee}}, "ORGANISATION_SPANS 1-4")
		home := organisation("P2", "P0")
		home.FullMembers = model.Counted(9)
		spans("a home and host", &model.Batch{Organisations: []model.OrganisationInput{home}}, "ORGANISATION_SPANS 1-1", "ORGANISATION_SPANS 3-4")
		above := organisation("P1", "P0")
		above.DissolvedOn = day("2025-01-01")
		spans("a dissolved superior", &model.Batch{Organisations: []model.OrganisationInput{above}}, "ORGANISATION_SPANS 1-1", "ORGANISATION_SPANS 4-4")
		spans("an officer", &model.Batch{Officers: []model.OfficerInput{officer("P2", "甲", "2020-01-01", "")}}, "ORGANISATION_SPANS 3-3")
		spans("an activity", &model.Batch{Activities: []model.ActivityInput{activity("P3", "2020-01-01")}}, "ORGANISATION_SPANS 4-4")
		spans("a participation", &model.Batch{Participations: []model.ParticipationInput{{OrganisationCode: "P3", HomeOrganisationCode: "P0",
			FullMembers: model.Counted(1), ValidFrom: day("2020-01-01")}}}, "ORGANISATION_SPANS 4-4")
		u := unit(2)
		u.Employees = model.Counted(7)
		spans("a unit", &model.Batch{Units: []model.UnitInput{u}}, "ORGANISATION_SPANS 3-3")
		u = unit(3)
		u.Status, u.StatusEvidence = model.UnitStatusDeregistered, "注销"
		spans("a unit with an instructor", &model.Batch{Units: []model.UnitInput{u}}, "INSTRUCTOR_SPANS 1-1")
		spans("nothing", &model.Batch{Units: []model.UnitInput{u}})
		spans("leadership", &model.Batch{Units: []model.UnitInput{stateOwned(6)}, Leaderships: []model.LeadershipInput{{UnitCode: unitCode(6),
			OnePerson: model.AnswerYes}}})
	})
}

// TestTheFirstVisitTouchesEveryUnit: before it, visits of the instructor were not reported at all.
func TestTheFirstVisitTouchesEveryUnit(t *testing.T) {
	each(t, true, func(e env) {
		e.ok(&model.Batch{Covers: []model.CoverInput{{UnitCode: unitCode(2), Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: day("2018-01-01")}}})
		units := func(b *model.Batch) (n int) {
			version := e.state().Version
			e.ok(b)
			for _, c := range e.changes(version) {
				if c.Subject == store.SubjectUnit {
					n += int(c.LastID - c.FirstID + 1)
				}
			}
			return n
		}
		visit := world().Visits[0]
		visit.VisitedOn = day("2026-06-01")
		e.same("units of a further visit", units(&model.Batch{Visits: []model.VisitInput{visit}}), 1)
		visit.VisitedOn = day("2019-06-01")
		e.same("units of an earlier first visit", units(&model.Batch{Visits: []model.VisitInput{visit}}), 2)
		visit.Void = true
		e.same("units of a withdrawn first visit", units(&model.Batch{Visits: []model.VisitInput{visit}}), 2)
	})
}
