package plan

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

// town is a unit of township 1 in county 10.
func town(code string, full int, steps []model.NextStep, more ...func(*Unit)) Unit {
	u := Unit{ID: model.UnitID(code[0]), Code: model.CreditCode(code), RegionID: 1, Township: 1, County: 10, Reach: []model.RegionID{10, 99}, Full: full, Steps: steps}
	for _, set := range more {
		set(&u)
	}
	return u
}

func in(zone model.ZoneID) func(*Unit) { return func(u *Unit) { u.Zone = zone } }

func at(township model.RegionID, industry byte) func(*Unit) {
	return func(u *Unit) { u.RegionID, u.Township, u.Industry = township, township, industry }
}

func host(id model.OrganisationID, why model.PlanHost) func(*Unit) {
	return func(u *Unit) { u.Host, u.Relation = id, why }
}

func class(c Class) func(*Unit) { return func(u *Unit) { u.Class = c } }

func elsewhere(n int) func(*Unit) { return func(u *Unit) { u.Elsewhere = n } }

// say writes a plan in a line: each proposal as step, units and what belongs to it, then what stays open and why.
func say(p Plan) string {
	var parts []string
	for _, one := range p.Proposals {
		codes := ""
		for _, u := range one.Units {
			codes += string(u.Code)
		}
		text := fmt.Sprintf("%s %s %d", one.Step, codes, one.FullMembers)
		if one.Basis != 0 {
			text += " " + one.Basis.String()
		}
		if one.Host != 0 {
			text += fmt.Sprintf(" %s:%d", one.Relation, one.Host)
		}
		if one.Instructor != 0 {
			text += fmt.Sprintf(" by %d", one.Instructor)
		}
		parts = append(parts, text)
	}
	for _, o := range p.Open {
		parts = append(parts, fmt.Sprintf("open %s %s", o.Unit.Code, o.Reason))
	}
	return strings.Join(parts, "; ")
}

func TestWhatIsProposed(t *testing.T) {
	workOnly := rules()
	workOnly.Closes = map[model.NextStep]bool{model.NextStepStandAlone: true, model.NextStepJoin: true}
	narrow := rules()
	narrow.Widths = [classes]int{2, 2, 2, 2}
	wide := rules()
	wide.Widths = [classes]int{}
	cases := []struct {
		name  string
		rules Rules
		units []Unit
		want  string
	}{
		{"three full members stand alone", rules(), []Unit{town("A", 3, due)}, "STAND_ALONE A 3"},
		{"neighbours of a zone join", rules(), []Unit{town("A", 2, few, in(7)), town("B", 1, few, in(7))}, "JOIN AB 3 ZONE"},
		{"of two zones they join by township", rules(), []Unit{town("A", 2, few, in(7)), town("B", 1, few, in(8))}, "JOIN AB 3 TOWNSHIP"},
		{"of two townships they join by industry", rules(), []Unit{town("A", 2, few, at(1, 'C')), town("B", 1, few, at(2, 'C'))}, "JOIN AB 3 INDUSTRY"},
		{"other townships and industries are no neighbours", rules(), []Unit{town("A", 2, few, at(1, 'C')), town("B", 1, few, at(2, 'D'))}, "open A NO_HOST; open B NO_HOST"},
		{"an industry that is not reported is no neighbourhood", rules(), []Unit{town("A", 2, few), town("B", 1, few, at(2, 0))}, "open A NO_HOST; open B NO_HOST"},
		{"two do not reach three", rules(), []Unit{town("A", 1, few), town("B", 1, few)}, "open A NO_HOST; open B NO_HOST"},
		{"probationary members alone enter a branch that reaches three", rules(), []Unit{town("A", 0, starter), town("B", 2, few), town("C", 2, few)}, "JOIN ABC 4 TOWNSHIP"},
		{"probationary members alone make none", rules(), []Unit{town("A", 0, starter), town("B", 0, starter)}, "open A NO_NEIGHBOURS; open B NO_NEIGHBOURS"},
		{"at most five units", rules(), []Unit{town("A", 2, few), town("B", 1, few), town("C", 0, starter), town("D", 0, starter), town("E", 0, starter), town("F", 0, starter)},
			"JOIN ABCDE 3 TOWNSHIP; open F NO_NEIGHBOURS"},
		{"six private schools where the policy says so", rules(), []Unit{town("A", 2, few, class(PrivateSchool)), town("B", 1, few, class(PrivateSchool)),
			town("C", 0, starter, class(PrivateSchool)), town("D", 0, starter, class(PrivateSchool)), town("E", 0, starter, class(PrivateSchool)), town("F", 0, starter, class(PrivateSchool))},
			"JOIN ABCDEF 3 TOWNSHIP"},
		{"a mixed branch keeps to the common width", rules(), []Unit{town("A", 2, few, class(Enterprise)), town("B", 1, few, class(Enterprise)), town("C", 0, starter, class(Enterprise)),
			town("D", 0, starter, class(Enterprise)), town("E", 0, starter, class(Enterprise)), town("F", 0, starter)}, "JOIN ABCDF 3 TOWNSHIP; open E NO_NEIGHBOURS"},
		{"three rural schools at most", rules(), []Unit{town("A", 2, few, class(RuralSchool)), town("B", 1, few, class(RuralSchool)), town("C", 0, starter, class(RuralSchool)),
			town("D", 0, starter, class(RuralSchool))}, "JOIN ABC 3 TOWNSHIP; open D NO_NEIGHBOURS"},
		{"a width that three units with one member each exceed", narrow, []Unit{town("A", 1, few), town("B", 1, few), town("C", 1, few)}, "open A NO_HOST; open B NO_HOST; open C NO_HOST"},
		{"no width", wide, []Unit{town("A", 2, few), town("B", 1, few), town("C", 0, starter), town("D", 0, starter), town("E", 0, starter), town("F", 0, starter)}, "JOIN ABCDEF 3 TOWNSHIP"},
		{"a unit outside the zone enters its branch", rules(), []Unit{town("A", 2, few, in(7)), town("B", 1, few, in(7)), town("C", 1, few)}, "JOIN ABC 4 TOWNSHIP"},
		{"a branch lends what it does not need", rules(), []Unit{town("A", 2, few, in(7), at(1, 'C')), town("B", 2, few, in(7), at(1, 'D')), town("C", 1, few, in(7), at(1, 'D')),
			town("D", 1, few, at(2, 'C'))}, "JOIN AD 3 INDUSTRY; JOIN BC 3 ZONE"},
		{"those without a host come first", rules(), []Unit{town("A", 1, few, host(5, model.PlanHostZone)), town("B", 1, few), town("C", 2, few)}, "JOIN ABC 4 TOWNSHIP"},
		{"who finds nobody affiliates", rules(), []Unit{town("A", 1, few, host(5, model.PlanHostSupervisingBody))}, "AFFILIATE A 1 SUPERVISING_BODY:5"},
		{"members with homes elsewhere combine", rules(), []Unit{town("A", 1, few, elsewhere(2))}, "COMBINED A 3"},
		{"two taking part do not", rules(), []Unit{town("A", 1, few, elsewhere(1))}, "open A NO_HOST"},
		{"not reported", rules(), []Unit{town("A", 0, unknown)}, "open A MEMBERS_NOT_REPORTED"},
		{"a table without steps", rules(), []Unit{town("A", 1, nil)}, "open A NO_STEP"},
		{"no members and work does not count", workOnly, []Unit{town("A", 0, nobody)}, "open A ONLY_WORK_COVERAGE"},
		{"a set-up that does not count is not proposed", workOnly, []Unit{town("A", 1, []model.NextStep{model.NextStepAffiliate}, host(5, model.PlanHostZone))}, "open A STEP_NOT_COUNTED"},
		{"nobody to send", rules(), []Unit{town("A", 0, nobody)}, "open A NO_INSTRUCTOR_CAPACITY"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := say(Make(Input{Units: c.units, Rules: c.rules})); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestInstructorsOfTheTownshipComeFirst(t *testing.T) {
	people := []Instructor{
		{ID: 1, Code: "a", Reach: 99, Free: 1}, {ID: 2, Code: "b", Township: 2, Reach: 10, Free: 1},
		{ID: 3, Code: "c", Township: 1, Reach: 10, Free: 2}, {ID: 4, Code: "d", Township: 5, Reach: 50, Free: 9}, {ID: 5, Code: "e", Township: 1, Reach: 10},
	}
	units := []Unit{town("A", 0, nobody), town("B", 0, nobody), town("C", 0, nobody), town("D", 0, nobody), town("E", 0, nobody)}
	want := "INSTRUCTOR A 0 by 3; INSTRUCTOR B 0 by 3; INSTRUCTOR C 0 by 2; INSTRUCTOR D 0 by 1; open E NO_INSTRUCTOR_CAPACITY"
	if got := say(Make(Input{Units: units, Instructors: people, Rules: rules()})); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTheOrderOfTheInputDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	one := random(r, size{400, 9, 12, 3, 20})
	want := say(Make(one))
	for range 20 {
		other := Input{Units: slices.Clone(one.Units), Instructors: slices.Clone(one.Instructors), Rules: one.Rules}
		r.Shuffle(len(other.Units), func(i, j int) { other.Units[i], other.Units[j] = other.Units[j], other.Units[i] })
		r.Shuffle(len(other.Instructors), func(i, j int) {
			other.Instructors[i], other.Instructors[j] = other.Instructors[j], other.Instructors[i]
		})
		if got := say(Make(other)); got != want {
			t.Fatalf("another order gives another plan:\n%s\n%s", got, want)
		}
	}
}

func BenchmarkTwoHundredThousandGaps(b *testing.B) {
	for _, s := range []size{{200_000, 4000, 1500, 100, 8000}, {200_000, 0, 20, 2, 100}, {200_000, 20_000, 1, 1, 100}} {
		b.Run(fmt.Sprintf("%d townships", s.townships), func(b *testing.B) {
			one := random(rand.New(rand.NewPCG(1, 2)), s)
			b.ResetTimer()
			for range b.N {
				Make(one)
			}
			b.ReportMetric(float64(closedBy(Make(one)))/float64(s.units), "closed/gap")
		})
	}
}
