package indicator

import (
	"fmt"
	"slices"
	"strings"
)

// expectFinding checks a line "KEY RULE VALUE" about what a rule finds: since (with by-rules), text, mend or evidence; "none" where it
// finds nothing. A text and a mend may be asked for in either language, and one of several pieces of evidence.
func expectFinding(f *Finding, found bool, key, want string) error {
	if !found {
		return differ(key, "none", want)
	}
	var have []string
	switch key {
	case "since":
		since := f.Since.String()
		if f.ByRules {
			since += " by-rules"
		}
		return differ(key, since, want)
	case "text":
		have = []string{f.Text.English, f.Text.Chinese}
	case "mend":
		have = []string{f.Mend.English, f.Mend.Chinese}
	case "evidence":
		for _, e := range f.Evidence {
			have = append(have, e.String())
		}
	default:
		return fmt.Errorf("a finding has no %q; use since, text, mend or evidence", key)
	}
	if !slices.Contains(have, want) {
		return fmt.Errorf("%s is\n  %s\nnot\n  %s", key, strings.Join(have, "\n  "), want)
	}
	return nil
}
