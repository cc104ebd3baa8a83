package indicator

import (
	"fmt"
	"strings"
	"testing"

	"fugai/model"
)

// subjectFacts are the facts of one case on an organisation or an instructor.
type subjectFacts interface {
	// reset begins anew.
	reset()
	// load reads one line of facts.
	load(words []string) error
	spans(rules *RuleSet) []model.Span
	finding(rules *RuleSet, index int, on model.Date) (*Finding, bool)
	// dimension is what a span says besides its results; false where there is no such key.
	dimension(span *model.Span, key string) (string, bool)
}

// subjectScript is the state of one case on an organisation or an instructor.
type subjectScript struct {
	scriptRules
	subjectFacts
	of model.Subject
	// before says why there is no span on a day.
	before string
	mode   string // the command whose lines follow
	on     model.Date
	left   []model.Span // what is left to be matched
	checks int
}

func (s *subjectScript) finish(t *testing.T) {
	switch {
	case s.checks == 0:
		t.Errorf("case %q checks nothing", s.name)
	case len(s.left) > 0:
		t.Errorf("case %q: there are %d more spans, the next from %s", s.name, len(s.left), s.left[0].ValidFrom)
	}
}

func (s *subjectScript) line(line string) error {
	words := strings.Fields(line)
	if line[0] != ' ' {
		return s.command(words)
	}
	switch s.mode {
	case "load":
		if len(words) < 2 {
			return fmt.Errorf("a line of facts needs more")
		}
		return s.load(words)
	case "eval":
		s.checks++
		return s.expect(words)
	case "spans":
		s.checks++
		return s.expectSpan(words)
	}
	return fmt.Errorf("write load, eval or spans before it")
}

func (s *subjectScript) command(words []string) error {
	s.mode = words[0]
	switch {
	case words[0] == "load" && len(words) == 1:
		s.reset()
		return nil
	case words[0] == "policy":
		return s.setPolicy(strings.Join(words[1:], " "))
	case words[0] == "eval" && len(words) == 3 && words[1] == "on":
		on, err := model.ParseDate(words[2])
		s.on = on
		return err
	case words[0] == "spans" && len(words) == 1:
		s.left = s.spans(s.ruleSet())
		return nil
	}
	return fmt.Errorf("there is no such command; use case, policy, load, eval on DATE or spans")
}

func (s *subjectScript) expectSpan(words []string) error {
	if len(s.left) == 0 {
		return fmt.Errorf("there are fewer spans")
	}
	span := s.left[0]
	s.left, s.on = s.left[1:], span.ValidFrom
	if err := differ("the span", span.ValidFrom.String()+".."+span.ValidTo.String(), words[0]); err != nil {
		return err
	}
	return each(words[1:], func(key, value string) error { return s.expect([]string{key, value}) })
}

// expect checks one row: a rule and its result, a dimension and its value, or since, text, mend, evidence or rule of a rule.
func (s *subjectScript) expect(words []string) error {
	key, rest, rules := words[0], strings.Join(words[1:], " "), s.ruleSet()
	spans := s.spans(rules)
	at := spanAt(spans, s.on)
	if at < 0 {
		return differ(key, s.before, rest)
	}
	if subject, index, ok := rules.Find(model.IndicatorKey(key)); ok && subject == s.of {
		return differ(key, spans[at].Class.Results.Of(index).String(), rest)
	}
	if got, ok := s.dimension(&spans[at], key); ok {
		return differ(key, got, rest)
	}
	subject, index, ok := rules.Find(model.IndicatorKey(words[1]))
	if !ok || subject != s.of {
		return UnknownIndicatorOf(s.of, model.IndicatorKey(words[1]))
	}
	want := strings.Join(words[2:], " ")
	if key == "rule" {
		return differ(key, rules.FormulaOf(subject, index, s.on).English, want)
	}
	f, found := s.finding(rules, index, s.on)
	return expectFinding(f, found, key, want)
}
