package indicator

import (
	"fmt"
	"regexp"
)

// scriptRules are the name of a case and the rules by which it is judged.
type scriptRules struct {
	name   string
	policy string
	rules  *RuleSet
}

func newScriptRules(name string) scriptRules {
	return scriptRules{name: name, policy: DefaultPolicyText()}
}

var policyLine = regexp.MustCompile(`^([A-Za-z]+)\.([A-Za-z]+) = (.+?)(?: from (\S+))?$`)

// setPolicy gives a setting another value: from a day on, or since ever.
func (s *scriptRules) setPolicy(text string) error {
	m := policyLine.FindStringSubmatch(text)
	if m == nil {
		return fmt.Errorf("write policy section.key = VALUE [from DATE]")
	}
	at := regexp.MustCompile(`(?ms)^` + m[1] + `:$.*?^  ` + m[2] + `:$.*?versions: \[(.*?)\]$`).FindStringSubmatchIndex(s.policy)
	if at == nil {
		return fmt.Errorf("the policy has no %s.%s on one line", m[1], m[2])
	}
	versions := "{from: 2000-01-01, value: " + m[3] + "}"
	if m[4] != "" {
		versions = s.policy[at[2]:at[3]] + ", {from: " + m[4] + ", value: " + m[3] + "}"
	}
	s.policy, s.rules = s.policy[:at[2]]+versions+s.policy[at[3]:], nil
	return nil
}

func (s *scriptRules) ruleSet() *RuleSet {
	if s.rules == nil {
		p, err := ParsePolicy(s.policy)
		if err != nil {
			panic(fmt.Sprintf("case %q: %v", s.name, err))
		}
		s.rules = NewRuleSet(p)
	}
	return s.rules
}
