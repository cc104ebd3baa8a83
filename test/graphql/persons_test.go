package graphql

import (
	"fmt"
	"strings"
	"testing"

	"fugai/model"
)

// persons is a row of candidateCounts.
type persons struct {
	Direction, Stage *string
	Region           *struct{ Code string }
	School           *struct{ CreditCode string }
	Pending, Overdue *bool
	Outcome          *string
	Count            *int
	Status           string
	Withheld         bool
}

func (r *persons) name() string {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	region := ""
	if r.Region != nil {
		region = r.Region.Code
	}
	pending := ""
	if r.Pending != nil {
		pending = fmt.Sprint(*r.Pending)
	}
	return strings.Join([]string{region, text(r.Direction), text(r.Stage), pending}, "/")
}

func countPersons(t *testing.T, p *product, w who, arguments string) (rows []persons, total persons) {
	t.Helper()
	var a struct {
		CandidateCounts struct {
			Rows  []persons
			Total persons
		}
	}
	p.get(t, w, `{ candidateCounts`+arguments+` { rows { direction stage region { code } school { creditCode } pending overdue outcome count status withheld } total { count status withheld } } }`, nil, &a)
	return a.CandidateCounts.Rows, a.CandidateCounts.Total
}

// where is the filter that opens the list of a row.
func (r *persons) where() string {
	var all []string
	add := func(name string, v *string, list string) {
		if v != nil {
			all = append(all, fmt.Sprintf(list, name, *v))
		}
	}
	add("directions", r.Direction, "%s: [%s]")
	add("stages", r.Stage, "%s: [%s]")
	add("outcomes", r.Outcome, "%s: [%s]")
	for name, v := range map[string]*bool{"pending": r.Pending, "overdue": r.Overdue} {
		if v != nil {
			all = append(all, fmt.Sprintf("%s: %t", name, *v))
		}
	}
	if r.Region != nil {
		all = append(all, `regions: ["`+r.Region.Code+`"]`)
	}
	if r.School != nil {
		all = append(all, `units: ["`+r.School.CreditCode+`"]`)
	}
	return "{" + strings.Join(all, ", ") + "}"
}

func listed(t *testing.T, p *product, w who, arguments string) int {
	t.Helper()
	var a struct{ Candidates struct{ TotalCount int } }
	p.get(t, w, `{ candidates`+arguments+` { totalCount } }`, nil, &a)
	return a.Candidates.TotalCount
}

func TestEachCountOfCandidatesOpensItsListAndSumsToTheTotal(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		all := listed(t, p, department, ``)
		if all < 20 {
			t.Fatalf("the demo has %d candidates", all)
		}
		for _, groupBy := range []string{"DIRECTION, STAGE", "SCHOOL", "REGION", "PENDING, OVERDUE", "OUTCOME"} {
			rows, total := countPersons(t, p, department, `(groupBy: [`+groupBy+`])`)
			sum := 0
			for i := range rows {
				sum += *rows[i].Count
				if rows[i].Outcome == nil && groupBy == "OUTCOME" {
					continue // those without an outcome are the pending ones
				}
				if n := listed(t, p, department, `(where: `+rows[i].where()+`)`); n != *rows[i].Count || rows[i].Withheld {
					t.Errorf("by %s: %s counts %d and lists %d", groupBy, rows[i].where(), *rows[i].Count, n)
				}
			}
			if sum != all || *total.Count != all {
				t.Errorf("by %s: the rows sum to %d, the total is %d, the list has %d", groupBy, sum, *total.Count, all)
			}
		}
	})
}

func TestTheFlowOfCandidatesAddsUpAndEachTermOpensItsList(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		from, to := today.AddMonths(-8), today
		dates := fmt.Sprintf(`from: "%s", to: "%s"`, from, to)
		type row struct {
			Direction                                           string
			PendingBefore, Entered, Completed, Ended, Remaining int
			MovedOn                                             []struct {
				FromStage, ToStage string
				Count              int
			}
			EndedBy []struct{ Count int }
		}
		var a struct {
			CandidateFlow struct {
				Rows  []row
				Total row
			}
		}
		p.get(t, department, `{ candidateFlow(`+dates+`, groupBy: [DIRECTION]) { rows { direction ...f } total { ...f } } }
			fragment f on CandidateFlowRow { pendingBefore entered completed ended remaining movedOn { fromStage toStage count } endedBy { count } }`, nil, &a)
		rows := append(a.CandidateFlow.Rows, a.CandidateFlow.Total)
		moved := 0
		for _, r := range rows {
			if r.PendingBefore+r.Entered-r.Completed-r.Ended != r.Remaining {
				t.Errorf("%+v does not add up", r)
			}
			ended := 0
			for _, e := range r.EndedBy {
				ended += e.Count
			}
			if ended != r.Ended {
				t.Errorf("%d ended, by outcome %d", r.Ended, ended)
			}
			where := ""
			if r.Direction != "" {
				where = `directions: [` + r.Direction + `], `
			}
			list := func(term string) int {
				return listed(t, p, department, `(where: {`+where+`flow: {`+dates+`, term: `+term+`}})`)
			}
			for term, n := range map[string]int{"PENDING_BEFORE": r.PendingBefore, "ENTERED": r.Entered, "COMPLETED": r.Completed, "ENDED": r.Ended, "REMAINING": r.Remaining} {
				if got := list(term); got != n {
					t.Errorf("%s counts %d and lists %d", term, n, got)
				}
			}
			for _, m := range r.MovedOn {
				moved += m.Count
				if got := list(`MOVED_ON, fromStage: ` + m.FromStage + `, toStage: ` + m.ToStage); got != m.Count {
					t.Errorf("%s → %s counts %d and lists %d", m.FromStage, m.ToStage, m.Count, got)
				}
			}
		}
		if total := a.CandidateFlow.Total; total.Entered == 0 || total.Completed == 0 || moved == 0 {
			t.Errorf("the demo's flow is empty: %+v", total)
		}
		hidden(t, p, `{ candidateFlow(`+dates+`) { total { entered } } }`)
	})
}

// TestNoDifferenceOfCountsIsOfOneOrTwoPersons asks everything that a reader may ask, and takes the answers apart.
func TestNoDifferenceOfCountsIsOfOneOrTwoPersons(t *testing.T) {
	demo(t, func(t *testing.T, p *product) {
		exact, _ := countPersons(t, p, department, `(groupBy: [REGION, DIRECTION, STAGE, PENDING], regionLevel: COUNTY)`)
		cells := map[string]int{}
		for i := range exact {
			cells[exact[i].name()] = *exact[i].Count
		}
		fine, total := countPersons(t, p, reader, `(groupBy: [REGION, DIRECTION, STAGE, PENDING], regionLevel: COUNTY)`)
		told, small := 0, 0
		for i := range fine {
			n := cells[fine[i].name()]
			switch {
			case n < 3 && fine[i].Count != nil:
				t.Errorf("%s tells %d persons", fine[i].name(), *fine[i].Count)
			case n >= 3 && (fine[i].Count == nil || *fine[i].Count != n):
				t.Errorf("%s does not tell its %d persons", fine[i].name(), n)
			case n >= 3:
				told += n
			default:
				small++
			}
		}
		if told == 0 || small == 0 {
			t.Fatalf("the demo has %d persons in told cells and %d small cells; the attack needs both", told, small)
		}
		if *total.Count != told || !total.Withheld || listed(t, p, reader, ``) != told {
			t.Errorf("the total is %d, the list %d, the told cells hold %d", *total.Count, listed(t, p, reader, ``), told)
		}
		for _, groupBy := range []string{"REGION", "DIRECTION", "STAGE", "PENDING", "DIRECTION, STAGE"} {
			rows, _ := countPersons(t, p, reader, `(groupBy: [`+groupBy+`]`+level(groupBy)+`)`)
			sum := 0
			for i := range rows {
				if rows[i].Count != nil {
					sum += *rows[i].Count
				}
			}
			if sum != told {
				t.Errorf("by %s the rows sum to %d, not to the %d of the told cells", groupBy, sum, told)
			}
		}
		for _, arguments := range []string{`(where: {pending: true})`, `(where: {directions: [BACKBONE_TO_MEMBER]})`, `(where: {overdue: true})`, `(asOf: "2026-07-14")`,
			`(groupBy: [SCHOOL])`, `(groupBy: [OVERDUE])`, `(groupBy: [OUTCOME])`, `(groupBy: [REGION], regionLevel: TOWNSHIP)`} {
			hidden(t, p, `{ candidateCounts`+arguments+` { rows { count } total { count } } }`)
			if !strings.Contains(arguments, "groupBy") {
				hidden(t, p, `{ candidates`+arguments+` { totalCount } }`)
			}
		}
		var a struct {
			Units struct {
				Nodes []struct{ Candidates []struct{ Code string } }
			}
			Candidates struct {
				Nodes []struct {
					Name, Direction, Stage string
					BegunOn, PersonCode    *string
					Unit                   *struct{ Name string }
				}
			}
		}
		p.get(t, reader, `{ units(where: {domains: [SCHOOL]}, first: 500) { nodes { candidates { code } } }
			candidates { nodes { name direction stage begunOn personCode unit { name } } } }`, nil, &a)
		for _, u := range a.Units.Nodes {
			if len(u.Candidates) > 0 {
				t.Fatalf("a school tells its %d candidates", len(u.Candidates))
			}
		}
		for _, c := range a.Candidates.Nodes {
			if c.Name != "MASKED" || c.Direction != "MASKED" || c.Stage != "MASKED" || c.BegunOn != nil || c.PersonCode != nil || c.Unit != nil {
				t.Fatalf("the list tells %+v", c)
			}
		}
	})
}

// level is the argument that keeps rows of regions at the county.
func level(groupBy string) string {
	if strings.Contains(groupBy, "REGION") {
		return `, regionLevel: COUNTY`
	}
	return ""
}

func TestAStepOutOfOrderIsRefusedWithTheRulesText(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		var a struct {
			RecordCandidates struct {
				Applied  bool
				Problems []model.Problem
			}
		}
		record := func(step string) {
			p.get(t, department, `mutation { recordCandidates(input: {options: {source: "学校"}, steps: [`+step+`]}) { applied problems { path code message } } }`, nil, &a)
		}
		record(`{candidate: "T1", kind: OATH, on: "2026-07-01"}`)
		if r := a.RecordCandidates; r.Applied || len(r.Problems) != 1 || r.Problems[0].Path != "steps[0].kind" || r.Problems[0].Code != "STEP" ||
			!strings.Contains(r.Problems[0].Message, "out of order") {
			t.Errorf("the oath before everything: %+v", r)
		}
		record(`{candidate: "T2", kind: RECOGNISED, on: "2026-07-01"}`)
		if r := a.RecordCandidates; !r.Applied || len(r.Problems) > 0 {
			t.Errorf("the recognition in order: %+v", r)
		}
		var c struct{ Candidate struct{ Stage string } }
		p.get(t, department, `{ candidate(code: "T2") { stage } }`, nil, &c)
		if c.Candidate.Stage != "COMPLETED" {
			t.Errorf("the recorded stage is %s", c.Candidate.Stage)
		}
	})
}
