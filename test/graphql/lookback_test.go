package graphql

import (
	"path/filepath"
	"strings"
	"testing"

	"fugai/internal/store"
	"fugai/internal/store/storetest"
)

// eachLookBack runs a test on the product with the facts of the look-back besides, on each database.
func eachLookBack(t *testing.T, fn func(t *testing.T, p *product)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, s *store.Store) {
		fn(t, newProduct(t, s, filepath.Join("data", "first"), filepath.Join("data", "later"), filepath.Join("data", "lookback")))
	})
}

// TestCasesOfTheLookBack is TestCases for the operations of lookback/*.graphql.
func TestCasesOfTheLookBack(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("lookback", "*.graphql"))
	check(t, err)
	if len(files) == 0 {
		t.Fatal("there are no cases")
	}
	eachLookBack(t, func(t *testing.T, p *product) {
		for _, path := range files {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".graphql"), func(t *testing.T) {
				operation := read(t, path)
				answer, _ := p.ask(t, caller(t, operation), operation, nil)
				compare(t, strings.TrimSuffix(path, ".graphql")+".json", pretty(t, answer))
			})
		}
	})
}

// TestNothingOfAnotherCountyComesOutOfTheLookBack asks a county's key for the findings of every rule, on a day on which an organisation and
// an instructor of the county are found that also stand for units of another one.
func TestNothingOfAnotherCountyComesOutOfTheLookBack(t *testing.T) {
	const fields = `, asOf: "2026-08-20") { totalCount nodes { code name regionName text textEnglish evidence { title value valueEnglish }
		unit ` + aUnit + ` organisation ` + anOrganisation + ` instructor { code units { nodes { name } } findings { evidence { value } } } } } }`
	eachLookBack(t, func(t *testing.T, p *product) {
		shared := map[string]bool{}
		for _, r := range lookBackRules(t, p) {
			whole, _ := p.ask(t, department, `{ findings(rule: "`+r.Key+`"`+fields, nil)
			answer, _ := p.ask(t, county, `{ findings(rule: "`+r.Key+`"`+fields, nil)
			if strings.Contains(string(answer), `"errors"`) {
				t.Errorf("%s is answered by errors: %s", r.Key, answer)
			}
			shared[r.Key] = strings.Contains(string(whole), "91990102D000000") && len(answer) > 0 && strings.Contains(string(answer), "91990101D000000")
			for _, word := range append([]string{"91990102", "91990201"}, elsewhere...) {
				if found := around(string(allowed(answer)), word); found != "" {
					t.Errorf("%s tells a county of %s: …%s…", r.Key, word, found)
				}
			}
		}
		for _, key := range []string{"INSTRUCTOR_NOT_VISITING"} {
			if !shared[key] {
				t.Errorf("%s finds nothing that counties share, so nothing was hidden", key)
			}
		}
		var a struct{ Findings struct{ Nodes []aFinding } }
		p.get(t, county, `{ findings(rule: "SHARED_STANDALONE") { nodes { code text evidence { title value } } } }`, nil, &a)
		if len(a.Findings.Nodes) != 1 || !strings.Contains(a.Findings.Nodes[0].Text, "2") || len(a.Findings.Nodes[0].Evidence) != 1 {
			t.Errorf("an organisation that two units claim, one of them elsewhere, is told as %+v", a.Findings.Nodes)
		}
	})
}
