package seeds

import (
	"strings"
	"testing"

	"fugai/model"
)

// names are the names of enum values without those that only answers use.
func names[T interface{ String() string }](all []T, without ...string) []string {
	var list []string
	for _, v := range all {
		if name := v.String(); !strings.Contains(" MASKED "+strings.Join(without, " ")+" ", " "+name+" ") {
			list = append(list, name)
		}
	}
	return list
}

func TestEveryValueOccurs(t *testing.T) {
	d := twentyThousand(t)
	for _, want := range []struct {
		file, column string
		values       []string
	}{
		{"units.csv", "domain", names(model.AllDomain())},
		{"units.csv", "also_domain", []string{"SOCIAL_ORGANISATION", "NON_PUBLIC_ENTERPRISE", ""}},
		{"units.csv", "control", append(names(model.AllControl(), "UNKNOWN"), "")},
		{"units.csv", "size", append(names(model.AllSize(), "UNKNOWN"), "")},
		{"units.csv", "kind", append(names(model.AllUnitKind(), "NONE"), "")},
		{"units.csv", "above_scale", []string{"YES", "NO", ""}},
		{"units.csv", "public_or_private", []string{"PUBLIC", "PRIVATE", ""}},
		{"units.csv", "organ_kind", names(model.AllOrganKind())},
		{"units.csv", "succession_kind", []string{"NEW_CREDIT_CODE"}},
		{"units_history.csv", "succession_kind", []string{"MERGED_INTO"}},
		{"units_history.csv", "status", names(model.AllUnitStatus())},
		{"regions.csv", "level", names(model.AllRegionLevel(), "VILLAGE")},
		{"zones.csv", "kind", names(model.AllZoneKind())},
		{"zones.csv", "organisation_code", []string{""}},
		{"organisations.csv", "kind", names(model.AllOrganisationKind())},
		{"organisations.csv", "nature", names(model.AllOrganisationNature())},
		{"organisations.csv", "approval_document", []string{""}},
		{"coverage.csv", "kind", names(model.AllCoverKind())},
		{"coverage.csv", "set_up", names(model.AllSetUp(), "NONE")},
		{"coverage.csv", "basis", names(model.AllJointBasis())},
		{"coverage.csv", "end_reason", append(names(model.AllEndReason()), "")},
		{"instructors.csv", "role", names(model.AllInstructorRole())},
		{"mass_organisations.csv", "kind", names(model.AllMassOrganisationKind())},
		{"candidates.csv", "direction", names(model.AllDirection())},
		{"candidate_steps.csv", "kind", names(model.AllStepKind())},
		{"candidate_steps.csv", "outcome", names(model.AllOutcome(), "COMPLETED")},
		{"candidate_steps.csv", "amount_unit", []string{"DAYS", "HOURS", "MONTHS"}},
		{"declared_returns.csv", "row", names(model.AllDomain())},
	} {
		seen := map[string]bool{}
		for _, row := range d[want.file] {
			seen[row[want.column]] = true
		}
		for _, value := range want.values {
			if !seen[value] {
				t.Errorf("%s: no row has %s %q", want.file, want.column, value)
			}
		}
	}
	for i := byte('A'); i <= 'T'; i++ {
		found := false
		for _, u := range d["units.csv"] {
			found = found || strings.HasPrefix(u["industry"], string(i))
		}
		if !found {
			t.Errorf("no unit of industry %c", i)
		}
	}
}

// view is the state of all units on a day, computed from the files alone.
type view struct {
	day                                              string
	units                                            map[string]map[string]string // the report in force
	covers                                           map[string][]map[string]string
	ends                                             map[string]string // of organisations and persons
	natures                                          map[string]string
	operating, organised, worked, due, dueOpen, gaps int
	reasons                                          map[string]int
	ages                                             [3]int
}

func viewOn(d demo, day string) *view {
	v := &view{day: day, units: map[string]map[string]string{}, covers: map[string][]map[string]string{},
		ends: map[string]string{}, natures: map[string]string{}, reasons: map[string]int{}}
	for _, u := range d["units.csv"] {
		if u["established_on"] <= day {
			v.units[u["credit_code"]] = u
		}
	}
	for _, u := range d["units_history.csv"] {
		if now := v.units[u["credit_code"]]; now != nil && u["valid_from"] <= day && u["valid_from"] >= now["valid_from"] {
			v.units[u["credit_code"]] = u
		}
	}
	for _, c := range d["coverage.csv"] {
		v.covers[c["unit_code"]] = append(v.covers[c["unit_code"]], c)
	}
	for _, o := range d["organisations.csv"] {
		v.ends[o["code"]], v.natures[o["code"]] = o["dissolved_on"], o["nature"]
	}
	for _, p := range d["instructors.csv"] {
		v.ends[p["id"]] = p["service_to"]
	}
	for _, m := range d["mass_organisations.csv"] {
		v.ends[m["code"]], v.natures[m["code"]] = m["dissolved_on"], m["kind"]
	}
	for code, u := range v.units {
		v.count(code, u)
	}
	return v
}

func (v *view) inForce(c map[string]string) bool {
	end := v.ends[c["organisation_code"]+c["instructor_id"]+c["mass_organisation_code"]]
	return c["valid_from"] <= v.day && (c["valid_to"] == "" || c["valid_to"] > v.day) && (end == "" || end > v.day)
}

func (v *view) count(code string, u map[string]string) {
	if u["status"] != "ACTIVE" {
		return
	}
	v.operating++
	organised, worked, uncounted, alone, ended := false, false, false, false, ""
	for _, c := range v.covers[code] {
		nature := v.natures[c["organisation_code"]+c["mass_organisation_code"]]
		switch {
		case !v.inForce(c):
			ended = max(ended, c["valid_to"])
		case nature == "TEMPORARY", nature == "FUNCTIONAL", nature == "WOMENS_FEDERATION":
			uncounted = true
		case c["kind"] == "WORK":
			worked = true
		default:
			organised = true
			alone = alone || c["set_up"] == "STANDALONE"
		}
	}
	if three := len(u["full_members"]) > 1 || u["full_members"] > "2"; three {
		v.due++
		if !alone {
			v.dueOpen++
		}
	}
	if organised {
		v.organised++
		return
	}
	v.gap(u, uncounted, ended)
	if worked {
		v.worked++
		return
	}
	v.gaps++
	since := model.MustDate(max(ended, u["established_on"]))
	switch age := model.MustDate(v.day) - since; {
	case age <= 90:
		v.ages[0]++
	case age <= 365:
		v.ages[1]++
	default:
		v.ages[2]++
	}
}

// gap notes the reasons of a gap in organisation coverage.
func (v *view) gap(u map[string]string, uncounted bool, ended string) {
	switch full, probationary := u["full_members"], u["probationary_members"]; {
	case len(full) > 1 || full > "2":
		v.reasons["DUE_NOT_ESTABLISHED"]++
	case full == "" || full == "0" && probationary == "":
		v.reasons["MEMBERS_NOT_REPORTED"]++
	case full > "0" || probationary > "0":
		v.reasons["MEMBERS_BELOW_THRESHOLD"]++
	default:
		v.reasons["NO_MEMBERS"]++
	}
	if uncounted {
		v.reasons["COVER_NOT_COUNTED"]++
	}
	if ended != "" {
		v.reasons["COVER_ENDED"]++
	}
}

func TestRatesArePlausibleAndRise(t *testing.T) {
	d := twentyThousand(t)
	last := 0.0
	for _, day := range []string{"2023-07-31", "2024-06-30", "2025-06-30", "2026-06-30"} {
		v := viewOn(d, day)
		two := float64(v.organised+v.worked) / float64(v.operating)
		t.Logf("%s: operating %d, organised %d, worked %d, due %d (open %d), ages %v, reasons %v", day, v.operating, v.organised,
			v.worked, v.due, v.dueOpen, v.ages, v.reasons)
		if two <= last {
			t.Errorf("%s: two coverages %.3f do not rise from %.3f", day, two, last)
		}
		last = two
	}
	if last < 0.8 || last > 0.95 {
		t.Errorf("two coverages %.3f, want 0.80 to 0.95", last)
	}
}

func TestEveryGapOccurs(t *testing.T) {
	v := viewOn(twentyThousand(t), asOf.String())
	for _, reason := range names(model.AllGapReasonCode(), "NOT_ESTABLISHED") {
		if v.reasons[reason] < 10 {
			t.Errorf("%d gaps with reason %s", v.reasons[reason], reason)
		}
	}
	for i, n := range v.ages {
		if n < 20 {
			t.Errorf("%d gaps in band of age %d", n, i)
		}
	}
	counties := map[string]int{}
	for code, u := range v.units {
		covered := false
		for _, c := range v.covers[code] {
			covered = covered || v.inForce(c)
		}
		if u["status"] == "ACTIVE" && !covered {
			counties[u["region_code"][:6]]++
		}
	}
	if len(counties) != 40 {
		t.Errorf("gaps in %d counties, want all 40", len(counties))
	}
}

func TestWhatTheLookBackShallFind(t *testing.T) {
	d := twentyThousand(t)
	v := viewOn(d, asOf.String())
	found := map[string]int{}
	load := map[string]int{}
	for _, c := range d["coverage.csv"] {
		if c["valid_to"] == "" {
			load[c["organisation_code"]+c["basis"]]++
			load[c["organisation_code"]+c["set_up"]]++
			load[c["instructor_id"]]++
		}
	}
	for _, o := range d["organisations.csv"] {
		switch {
		case o["dissolved_on"] != "":
			found["dissolved organisation"]++
		case o["term_ends_on"] == "":
			found["term not reported"]++
		case o["term_ends_on"] < asOf.String():
			found["term overrun"]++
		case o["term_ends_on"] < (asOf + 90).String():
			found["term ending soon"]++
		}
		if load[o["code"]+"UNIT"] > 5 {
			found["joint branch too wide"]++
		}
		if load[o["code"]+"STANDALONE"] > 1 {
			found["two units claim one organisation"]++
		}
	}
	visited := map[string]bool{}
	for _, v := range d["visits.csv"] {
		visited[v["instructor_id"]] = true
	}
	for _, p := range d["instructors.csv"] {
		if load[p["id"]] > 15 {
			found["overloaded instructor"]++
		}
		if load[p["id"]] > 0 && !visited[p["id"]] {
			found["instructor without visits"]++
		}
		if p["service_to"] != "" {
			found["service ended"]++
		}
	}
	full, rows := map[string]int{}, map[string]int{}
	for _, p := range d["participants.csv"] {
		rows[p["organisation_code"]]++
		if p["valid_to"] == "" {
			full[p["organisation_code"]] += int(p["full_members"][0] - '0')
		}
		if p["valid_to"] == "" && v.ends[p["home_organisation_code"]] != "" {
			found["home was dissolved"]++
		}
	}
	for _, o := range d["organisations.csv"] {
		switch {
		case o["set_up"] != "COMBINED":
		case rows[o["code"]] == 0:
			found["combined without participants"]++
		case full[o["code"]] < 3:
			found["combined with fewer than three"]++
		case o["host_code"] == "":
			found["combined without host"]++
		default:
			found["combined in order"]++
		}
	}
	for _, what := range []string{"dissolved organisation", "term not reported", "term overrun", "term ending soon", "joint branch too wide", "two units claim one organisation",
		"overloaded instructor", "instructor without visits", "service ended", "home was dissolved",
		"combined without participants", "combined with fewer than three", "combined without host", "combined in order"} {
		if found[what] < 3 {
			t.Errorf("%s: %d times", what, found[what])
		}
	}
}

// TestOnlyOneCommitteeOfARegionAnswersToAnotherRegion keeps the territorial committee of each region unique.
func TestOnlyOneCommitteeOfARegionAnswersToAnotherRegion(t *testing.T) {
	d := twentyThousand(t)
	organisations := d["organisations.csv"].keys(t, "code")
	committees := map[string]int{}
	for _, o := range organisations {
		if parent := organisations[o["parent_code"]]; o["kind"] == "COMMITTEE" && (parent == nil || parent["region_code"] != o["region_code"]) {
			committees[o["region_code"]]++
		}
	}
	for region, n := range committees {
		if n != 1 {
			t.Errorf("region %s has %d territorial committees", region, n)
		}
	}
	for _, r := range d["regions.csv"] {
		if r["level"] != "TOWNSHIP" && committees[r["code"]] != 1 {
			t.Errorf("%s has no territorial committee", r["name"])
		}
	}
}

// TestCandidatesFollowTheRules checks the order of steps and that every pending stage occurs.
func TestCandidatesFollowTheRules(t *testing.T) {
	d := twentyThousand(t)
	steps := map[string]map[string]string{}
	for _, s := range d["candidate_steps.csv"] {
		c := s["candidate_code"]
		if steps[c] == nil {
			steps[c] = map[string]string{}
		}
		steps[c][s["kind"]] = s["on"]
		if s["on"] > asOf.String() {
			t.Errorf("step %v lies in the future", s)
		}
	}
	stages := map[string]int{}
	order := []string{"APPLIED", "ACTIVIST", "DEVELOPMENT_TARGET", "PRELIMINARY_REVIEW", "BRANCH_MEETING", "APPROVAL", "OATH", "BRANCH_DECISION", "FULL_MEMBERSHIP"}
	for _, c := range d["candidates.csv"] {
		own := steps[c["code"]]
		before := ""
		for _, kind := range order {
			if on := own[kind]; on != "" {
				if on < before {
					t.Errorf("candidate %s: %s on %s lies before the step before", c["code"], kind, on)
				}
				before = on
				stages[kind]++
			}
		}
		if on := own["DEVELOPMENT_TARGET"]; on != "" && model.MustDate(on) < model.MustDate(own["ACTIVIST"]).AddMonths(12) {
			t.Errorf("candidate %s: less than a year as an activist", c["code"])
		}
		if on := own["BRANCH_DECISION"]; on != "" && model.MustDate(on) < model.MustDate(own["BRANCH_MEETING"]).AddMonths(12) {
			t.Errorf("candidate %s: less than a year of probation", c["code"])
		}
		if c["planned_on"] != "" && c["planned_on"] < asOf.String() && own["ENDED"] == "" {
			stages["overdue plan"]++
		}
		if c["planned_on"] == "" && c["direction"] != "BACKBONE_TO_MEMBER" {
			stages["no plan"]++
		}
	}
	for _, stage := range append(order, "overdue plan", "no plan") {
		if stages[stage] < 3 {
			t.Errorf("%s occurs %d times", stage, stages[stage])
		}
	}
}
