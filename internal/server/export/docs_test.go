package export_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestEveryParameterIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../../../docs/export.md")
	if err != nil {
		t.Fatal(err)
	}
	each(t, 1, func(w *world) {
		for _, name := range []string{"coverage.csv", "gaps.csv?indicator=TWO_COVERAGES", "units.csv", "return.csv", "plan.csv", "findings.csv?rule=TERM_OVERRUN", "quality.csv?subject=UNIT"} {
			separator := "?"
			if strings.Contains(name, "?") {
				separator = "&"
			}
			list := regexp.MustCompile(`the known ones are ([A-Za-z., ]+)`).FindStringSubmatch(w.get("/export/" + name + separator + "nothing=1").Body.String())
			if list == nil {
				w.Fatalf("%s lists no parameters", name)
			}
			for parameter := range strings.SplitSeq(list[1], ", ") {
				if !strings.Contains(string(text), "`"+parameter+"`") {
					w.Errorf("docs/export.md does not tell the parameter %s of %s", parameter, name)
				}
			}
		}
	})
}
