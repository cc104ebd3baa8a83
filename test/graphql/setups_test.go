package graphql

import (
	"strings"
	"testing"

	"fugai/model"
)

type judged struct {
	Code            string
	FullMembers     *int
	SetUpConditions []struct {
		SetUp, Code, State, Message string
		Found, Limit                *int
	}
}

func organisationsJudged(t *testing.T, p *product, w who, arguments string) (nodes []judged, total int, statements int64) {
	t.Helper()
	var a struct {
		Organisations struct {
			TotalCount int
			Nodes      []judged
		}
	}
	statements = p.get(t, w, `{ organisations`+arguments+` { totalCount nodes { code fullMembers setUpConditions { setUp code state message found limit } } } }`, nil, &a)
	return a.Organisations.Nodes, a.Organisations.TotalCount, statements
}

func TestTheFilterFindsExactlyTheOrganisationsThatBreakACondition(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		all, _, statements := organisationsJudged(t, p, department, `(first: 1000, where: {setUps: [JOINT, AFFILIATED, COMBINED]})`)
		if len(all) < 50 || statements > 25 {
			t.Fatalf("%d organisations were judged in %d statements", len(all), statements)
		}
		broken, states := map[string]bool{}, map[string]int{}
		for _, o := range all {
			for _, c := range o.SetUpConditions {
				states[c.Code+" "+c.State]++
				if c.State == "BROKEN" {
					broken[o.Code] = true
				}
				if c.Message == "" || c.State == "FORBIDDEN" {
					t.Fatalf("%s: %+v", o.Code, c)
				}
			}
		}
		for _, want := range []string{"PARTICIPANTS BROKEN", "PARTICIPANTS HOLDS", "HOME_EXISTS BROKEN", "WIDTH BROKEN", "WIDTH HOLDS", "STAND_ALONE BROKEN", "HOST_EXISTS HOLDS", "APPROVAL HOLDS"} {
			if states[want] == 0 {
				t.Errorf("the demo shows no %s: %v", want, states)
			}
		}
		found, n, _ := organisationsJudged(t, p, department, `(first: 1000, where: {conditionsBroken: true})`)
		for _, o := range found {
			delete(broken, o.Code)
		}
		if len(broken) > 0 || n != len(found) {
			t.Errorf("the filter does not find %v", broken)
		}
		_, whole, _ := organisationsJudged(t, p, department, `(first: 0)`)
		if _, fine, _ := organisationsJudged(t, p, department, `(first: 0, where: {conditionsBroken: false})`); fine+n != whole {
			t.Errorf("%d break a condition and %d none, of %d", n, fine, whole)
		}
	})
}

func TestConditionsOfMembersAreNotForReaders(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		all, _, _ := organisationsJudged(t, p, reader, `(first: 1000, where: {setUps: [JOINT, AFFILIATED, COMBINED]})`)
		shown := 0
		for _, o := range all {
			for _, c := range o.SetUpConditions {
				switch c.Code {
				case "PARTICIPANTS", "ONE_HOME", "ADMITS_NOBODY", "HEADCOUNT", "STAND_ALONE":
					if c.State != "FORBIDDEN" || c.Found != nil || strings.ContainsAny(c.Message, "0123456789") {
						t.Fatalf("%s tells %+v", o.Code, c)
					}
				default:
					shown++
				}
			}
		}
		if shown == 0 {
			t.Error("nothing is shown")
		}
		hidden(t, p, `{ organisations(where: {conditionsBroken: true}) { totalCount } }`)
	})
}

// TestParticipationsMoveNoHeadcount adds participants, some of them at home in the combined organisation itself, and compares every
// total of members with that of the homes before.
func TestParticipationsMoveNoHeadcount(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		homes, shares := totals(t, p)
		batch := &model.Batch{Participations: []model.ParticipationInput{
			{OrganisationCode: "B104", HomeOrganisationCode: "B104", FullMembers: model.Counted(2), ValidFrom: model.MustDate("2026-01-01")},
			{OrganisationCode: "B104", HomeOrganisationCode: "B103", FullMembers: model.Counted(3), ValidFrom: model.MustDate("2025-02-01")}}}
		done, err := p.writes.Apply(t.Context(), batch, model.Apply{Source: model.Source{Name: "test", Recorder: "test"}, AsOf: today})
		check(t, err)
		if len(done.Problems) > 0 {
			t.Fatalf("the participations were refused: %+v", done.Problems)
		}
		check(t, p.feed.Refresh(t.Context()))
		if homesAfter, sharesAfter := totals(t, p); homesAfter != homes || sharesAfter != shares {
			t.Errorf("the homes had %d members and have %d; units weighed %s and weigh %s", homes, homesAfter, shares, sharesAfter)
		}
		var a struct {
			Organisation struct{ ParticipatingFullMembers int }
		}
		p.get(t, department, `{ organisation(code: "B104") { participatingFullMembers } }`, nil, &a)
		if a.Organisation.ParticipatingFullMembers != 7 { // 2 of B105, 3 of B103 and 2 with their home here
			t.Errorf("%d take part", a.Organisation.ParticipatingFullMembers)
		}
	})
}

// totals are the members of all organisations together, and the coverage weighted by members.
func totals(t *testing.T, p *product) (members int, weighted string) {
	t.Helper()
	all, total, _ := organisationsJudged(t, p, department, `(first: 1000)`)
	if total != len(all) {
		t.Fatalf("%d of %d organisations", len(all), total)
	}
	for _, o := range all {
		if o.FullMembers != nil {
			members += *o.FullMembers
		}
	}
	body, _ := p.ask(t, department, `{ coverage(groupBy: [REGION]) { rows { regionCode share(of: "ORGANISATION_COVERAGE", weight: FULL_MEMBERS) { numerator denominator } } } }`, nil)
	return members, string(body)
}
