package graphql

import (
	"fmt"
	"strings"
	"testing"

	"fugai/model"
)

type payload struct {
	DataVersion             model.DataVersion
	Applied                 bool
	New, Changed, Unchanged int
	Problems                []struct {
		Path, Code, Message string
		Warning             bool
	}
}

// told is a payload in one line.
func (w payload) told() string {
	text := fmt.Sprintf("applied=%t new=%d changed=%d unchanged=%d", w.Applied, w.New, w.Changed, w.Unchanged)
	for _, p := range w.Problems {
		text += fmt.Sprintf(" %s:%s", p.Path, p.Code)
	}
	return text
}

const upsertUnits = `mutation($units: [UnitUpsert!]!, $correct: Boolean!, $dryRun: Boolean!) { write: upsertUnits(input: {
	options: {source: "register", asOf: "2026-07-01", correct: $correct, dryRun: $dryRun}, units: $units}) {
		dataVersion applied new changed unchanged problems { path code message warning } } }`

type unit = map[string]any

func TestUnitsAreWrittenAndSeenAtOnce(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		write := func(w who, dryRun bool, units ...unit) payload {
			var a struct{ Write payload }
			p.get(t, w, upsertUnits, map[string]any{"units": units, "correct": false, "dryRun": dryRun}, &a)
			return a.Write
		}
		fresh := unit{"creditCode": "91990101D000000998", "name": "东街新公司", "domain": "NON_PUBLIC_ENTERPRISE", "region": "990101001000", "foundedOn": "2026-07-02", "employees": 12}
		known := unit{"creditCode": "91990101D00000002J", "employees": nil}
		for _, step := range []struct {
			name string
			got  func() payload
			want string
		}{
			{"dry run", func() payload { return write(county, true, fresh, known) }, "applied=false new=1 changed=1 unchanged=0"},
			{"write", func() payload { return write(county, false, fresh, known) }, "applied=true new=1 changed=1 unchanged=0"},
			{"again", func() payload { return write(county, false, fresh, known) }, "applied=false new=0 changed=0 unchanged=2"},
			{"a known unit elsewhere", func() payload { return write(county, false, unit{"creditCode": "91990102D00000016E", "employees": 1}) },
				"applied=false new=0 changed=0 unchanged=0 units[0].creditCode:OUT_OF_SCOPE"},
			{"a region elsewhere", func() payload {
				return write(county, false, known, unit{"creditCode": "91990101D00000003M", "region": "990102001000"})
			},
				"applied=false new=0 changed=0 unchanged=0 units[1].region:OUT_OF_SCOPE"},
			{"a new unit without a region", func() payload { return write(county, false, unit{"creditCode": "91990101D00000097F"}) },
				"applied=false new=0 changed=0 unchanged=0 units[0].region:OUT_OF_SCOPE"},
		} {
			got := step.got()
			var without []string
			for _, word := range strings.Fields(got.told()) { // warnings of check characters are not the point here
				if !strings.HasSuffix(word, ":CHECK_CHARACTER") {
					without = append(without, word)
				}
			}
			if text := strings.Join(without, " "); text != step.want {
				t.Errorf("%s: got %s, want %s; %+v", step.name, text, step.want, got.Problems)
			}
		}
		var seen struct {
			Units struct {
				DataVersion model.DataVersion
				Nodes       []struct {
					Name      string
					Employees *int
				}
			}
		}
		p.get(t, county, `{ units(where: {creditCodes: ["91990101D000000998", "91990101D00000002J"]}) { nodes { name employees } } }`, nil, &seen)
		if n := seen.Units.Nodes; len(n) != 2 || n[0].Employees != nil || n[1].Employees == nil || *n[1].Employees != 12 {
			t.Errorf("after the write the units are %+v", n)
		}
	})
}

func TestWritesThatAreRefused(t *testing.T) {
	const options = `options: {source: "register"}`
	cases := map[string]struct {
		who             who
		operation, want string
	}{
		"a reader writes":            {reader, `upsertUnits(input: {` + options + `, units: []}) { applied }`, "DENIED"},
		"no source":                  {department, `upsertUnits(input: {options: {source: ""}, units: []}) { applied }`, "input.options.source: is empty"},
		"a department sets policy":   {department, `setPolicy(text: "x") { hash }`, "DENIED"},
		"a bad policy":               {administrator, `setPolicy(text: "version: none") { hash problems { path message } }`, `"hash":null`},
		"an id of the wrong kind":    {administrator, `undoImport(id: "Unit:1") { applied }`, "is the id of a Unit, not of a Import"},
		"an import that is not":      {administrator, `undoImport(id: "Import:99") { applied }`, "NOT_FOUND"},
		"a county undoes an import":  {who{administrator.Role, county.Region}, `undoImport(id: "Import:1") { applied }`, "DENIED"},
		"a key wider than its maker": {who{administrator.Role, county.Region}, `createKey(input: {name: "n", role: READER, region: "990102"}) { secret }`, "NOT_FOUND"},
		"a key that is not there":    {administrator, `revokeKey(name: "nobody") { name }`, "NOT_FOUND"},
		"a cover elsewhere": {county, `upsertCovers(input: {` + options + `, covers: [{unit: "91990102D00000016E", kind: ORGANISATION, organisation: "B101", validFrom: "2026-01-01"}]}) { problems { path code } }`,
			`{"path":"covers[0].unit","code":"OUT_OF_SCOPE"}`},
		"an organisation elsewhere": {county, `upsertOrganisations(input: {` + options + `, organisations: [{code: "K12", name: "x"}]}) { problems { path code } }`,
			`{"path":"organisations[0].code","code":"OUT_OF_SCOPE"}`},
		"a candidate elsewhere": {county, `recordCandidates(input: {` + options + `, steps: [{candidate: "T3", kind: APPOINTED, on: "2026-02-01"}]}) { problems { path code } }`,
			`{"path":"steps[0].candidate","code":"OUT_OF_SCOPE"}`},
		"a step out of order": {department, `recordCandidates(input: {` + options + `, steps: [{candidate: "T1", kind: APPROVAL, on: "2026-02-01"}]}) { applied problems { path message } }`,
			`"applied":false`},
	}
	each(t, func(t *testing.T, p *product) {
		for name, c := range cases {
			answer, _ := p.ask(t, c.who, "mutation { "+c.operation+" }", nil)
			if !strings.Contains(string(answer), c.want) {
				t.Errorf("%s: %s is not in %s", name, c.want, answer)
			}
		}
	})
}

// TestProblemsNameTheFieldsOfTheInput: a caller finds what is to be mended under the path that he wrote.
func TestProblemsNameTheFieldsOfTheInput(t *testing.T) {
	cases := []struct{ of, input, field string }{
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", name: null`, "name"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", foundedOn: null`, "foundedOn"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", region: null`, "region"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", region: "980000000000"`, "region"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", zone: "X"`, "zone"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", responsible: "X"`, "responsible"},
		{"upsertUnits", `units: [{creditCode: "91990101D00000002J", successionKind: MERGED_INTO, succeeds: "91990101D00000002J"`, "succeeds"},
		{"upsertOrganisations", `organisations: [{code: "B101", name: ""`, "name"},
		{"upsertOrganisations", `organisations: [{code: "B101", kind: null`, "kind"},
		{"upsertOrganisations", `organisations: [{code: "B101", establishedOn: null`, "establishedOn"},
		{"upsertOrganisations", `organisations: [{code: "B101", region: null`, "region"},
		{"upsertOrganisations", `organisations: [{code: "B101", parent: "X"`, "parent"},
		{"upsertOrganisations", `organisations: [{code: "B101", host: "X"`, "host"},
		{"upsertCovers", `covers: [{kind: ORGANISATION, organisation: "B101", validFrom: "2026-01-01", unit: "91990101D00000099A"`, "unit"},
		{"upsertCovers", `covers: [{unit: "91990101D00000002J", kind: ORGANISATION, validFrom: "2026-01-01", organisation: "X"`, "organisation"},
		{"upsertCovers", `covers: [{unit: "91990101D00000002J", kind: WORK, validFrom: "2026-01-01", instructor: "X"`, "instructor"},
		{"upsertCovers", `covers: [{unit: "91990101D00000002J", kind: WORK, validFrom: "2026-01-01", massOrganisation: "X"`, "massOrganisation"},
		{"recordCandidates", `candidates: [{code: "T99", name: "n", direction: MEMBER_TO_BACKBONE, begunOn: "2026-01-01", unit: "91990101D00000099A"`, "unit"},
		{"recordCandidates", `steps: [{kind: ACTIVIST, on: "2026-01-01", candidate: "X"`, "candidate"},
	}
	each(t, func(t *testing.T, p *product) {
		for _, c := range cases {
			answer, _ := p.ask(t, department, `mutation { done: `+c.of+`(input: {options: {source: "r"}, `+c.input+`}]}) { problems { path message } } }`, nil)
			list, _, _ := strings.Cut(c.input, ":")
			want := `{"done":{"problems":[{"path":"` + list + "[0]." + c.field + `","message":`
			if !strings.Contains(string(answer), want) || strings.Count(string(answer), `"path"`) != 1 {
				t.Errorf("%s: %s is not in %s", c.input, want, answer)
			}
		}
	})
}

func TestMoreThanABatchIsRefused(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		covers := make([]map[string]any, 10_001)
		for i := range covers {
			covers[i] = map[string]any{"unit": "91990101D00000002J", "kind": "WORK", "validFrom": "2026-01-01"}
		}
		answer, _ := p.ask(t, department, `mutation($covers: [CoverUpsert!]!) { upsertCovers(input: {options: {source: "r"}, covers: $covers}) { applied } }`, map[string]any{"covers": covers})
		if !strings.Contains(string(answer), "at most 10000 fit one batch") {
			t.Errorf("got %.300s", answer)
		}
	})
}

func TestAnImportIsTakenBack(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		employees := func() (a struct{ Unit struct{ Employees int } }) {
			p.get(t, department, `{ unit(creditCode: "91990101D00000001F") { employees } }`, nil, &a)
			return a
		}
		before := employees()
		var undone struct{ UndoImport payload }
		p.get(t, administrator, `mutation { undoImport(id: "Import:2") { dataVersion applied new changed unchanged problems { path } } }`, nil, &undone)
		if after := employees(); !undone.UndoImport.Applied || before.Unit.Employees != 140 || after.Unit.Employees != 120 {
			t.Errorf("applied %t; employees were %d and are %d", undone.UndoImport.Applied, before.Unit.Employees, after.Unit.Employees)
		}
	})
}
