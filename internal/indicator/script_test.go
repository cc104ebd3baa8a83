package indicator

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fugai/model"
)

// The scripts of testdata/*.test say in a person's words what is loaded and what must come out; testdata/README.md explains
// them. TestScripts runs each case by itself.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.test")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".test"), func(t *testing.T) { runScript(t, file) })
	}
}

// scripted is one case of a script, whatever its subject.
type scripted interface {
	line(line string) error
	// finish refuses a case that checks nothing, or less than it says.
	finish(t *testing.T)
}

// scriptsOf make the cases of the files whose names begin so. All others are scripts on units.
var scriptsOf = map[string]func(name string) scripted{}

func newCase(file, name string) scripted {
	for begin, start := range scriptsOf {
		if strings.HasPrefix(filepath.Base(file), begin) {
			return start(name)
		}
	}
	return newScript(name)
}

func runScript(t *testing.T, file string) {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var current scripted = (*script)(nil)
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line, _, _ := strings.Cut(lines.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		if name, ok := strings.CutPrefix(line, "case "); ok {
			current.finish(t)
			current = newCase(file, name)
			continue
		}
		if err := current.line(line); err != nil {
			t.Errorf("%s:%d: %s\n  %v", file, n, strings.TrimSpace(line), err)
		}
	}
	current.finish(t)
}

// script is the state of one case.
type script struct {
	scriptRules
	h             *UnitHistory
	organisations map[string]*CoverHistory // holders by their code
	mode          string                   // the command whose lines follow
	on            model.Date
	spans         []string // what is left to be matched
	candidate     model.Candidate
	steps         []model.CandidateStep
	setUps        SetUpFacts
	checks        int
}

func newScript(name string) *script {
	return &script{
		scriptRules: newScriptRules(name), h: &UnitHistory{ID: 1}, organisations: map[string]*CoverHistory{},
	}
}

// finish refuses a case that checks nothing.
func (s *script) finish(t *testing.T) {
	switch {
	case s == nil:
	case s.checks == 0:
		t.Errorf("case %q checks nothing", s.name)
	case len(s.spans) > 0:
		t.Errorf("case %q: there are more spans: %s", s.name, strings.Join(s.spans, "; "))
	}
}

func (s *script) line(line string) error {
	words := strings.Fields(line)
	if line[0] != ' ' {
		return s.command(words)
	}
	switch s.mode {
	case "load":
		return s.load(words)
	case "eval":
		s.checks++
		return s.expect(words)
	case "spans":
		s.checks++
		return s.expectSpan(words)
	case "clock":
		s.checks++
		return s.expectClock(words)
	case "record":
		s.checks++
		return s.record(line)
	case "conditions":
		s.checks++
		return s.expectCondition(words)
	}
	return fmt.Errorf("write load, eval, spans, clock, record or conditions before it")
}

func (s *script) command(words []string) error {
	s.mode = words[0]
	switch {
	case words[0] == "load" && len(words) == 1:
		s.h, s.organisations, s.steps = &UnitHistory{ID: 1}, map[string]*CoverHistory{}, nil
		s.setUps = SetUpFacts{}
		return nil
	case words[0] == "record" && len(words) == 1:
		return nil
	case words[0] == "policy":
		return s.setPolicy(strings.Join(words[1:], " "))
	case (words[0] == "eval" || words[0] == "clock" || words[0] == "conditions") && len(words) == 3 && words[1] == "on":
		on, err := model.ParseDate(words[2])
		s.on = on
		return err
	case words[0] == "spans" && len(words) == 1:
		s.spans = nil
		for _, span := range s.ruleSet().Spans(s.history()) {
			s.spans = append(s.spans, span.ValidFrom.String()+".."+span.ValidTo.String())
		}
		return nil
	}
	return fmt.Errorf("there is no such command; use case, policy, load, eval on DATE, spans, clock on DATE, record or conditions on DATE")
}

// history joins the covers with what is known of their holders.
func (s *script) history() *UnitHistory {
	for i := range s.h.Covers {
		c := &s.h.Covers[i]
		holder := s.organisations[c.OrganisationCode]
		if holder == nil {
			panic(fmt.Sprintf("case %q: holder %s is not loaded", s.name, c.OrganisationCode))
		}
		c.Organisation, c.Instructor, c.MassOrganisation = holder.Organisation, holder.Instructor, holder.MassOrganisation
		c.OrganisationID, c.InstructorID, c.MassOrganisationID = holder.OrganisationID, holder.InstructorID, holder.MassOrganisationID
		c.Visits, c.FirstVisit = holder.Visits, holder.FirstVisit
	}
	return s.h
}

// enum reads a value by its English name or its Chinese term.
func enum[T interface {
	~uint8
	String() string
	Title() string
}](all []T, text string, into *T) error {
	for _, v := range all {
		if v.String() == text || v.Title() == text {
			*into = v
			return nil
		}
	}
	return fmt.Errorf("%q is not known", text)
}

func count(text string, into *model.Count) error {
	if text == "?" {
		*into = 0
		return nil
	}
	n, err := strconv.Atoi(text)
	*into = model.Counted(n)
	return err
}

// differ compares by text, so that a difference can be read.
func differ(what, got, want string) error {
	if got != want {
		return fmt.Errorf("%s is %s, not %s", what, nameOr(got, "nothing"), want)
	}
	return nil
}

func (s *script) expectSpan(words []string) error {
	if len(s.spans) == 0 {
		return fmt.Errorf("there are fewer spans")
	}
	got := s.spans[0]
	s.spans = s.spans[1:]
	if err := differ("the span", got, words[0]); err != nil {
		return err
	}
	from, _, _ := strings.Cut(got, "..")
	s.on = model.MustDate(from)
	for _, word := range words[1:] {
		key, value, _ := strings.Cut(word, "=")
		if err := s.expect([]string{key, value}); err != nil {
			return err
		}
	}
	return nil
}

// expect checks one row of eval: an indicator's result, or a dimension, or "reasons INDICATOR …" and the like.
func (s *script) expect(words []string) error {
	key, rest := words[0], strings.Join(words[1:], " ")
	if _, ok := s.ruleSet().Index(model.IndicatorKey(key)); ok {
		return differ(key, s.result(key), rest)
	}
	if got, ok := s.dimension(key); ok {
		return differ(key, got, rest)
	}
	if len(words) < 2 {
		return fmt.Errorf("there is no %q to ask for", key)
	}
	index, ok := s.ruleSet().Index(model.IndicatorKey(words[1]))
	if !ok {
		return UnknownIndicator(model.IndicatorKey(words[1]))
	}
	want := strings.Join(words[2:], " ")
	if in := catalogue[index]; in.LookBack && (key == "text" || key == "mend" || key == "since" && !in.Coverage) {
		f, found := s.ruleSet().UnitFinding(s.history(), index, s.on)
		return expectFinding(f, found, key, want)
	}
	got, ok := s.answer(key, index)
	if !ok {
		return fmt.Errorf("there is no %q to ask for", key)
	}
	if key == "evidence" || key == "message" {
		if !slices.Contains(strings.Split(got, "\n"), want) {
			return fmt.Errorf("there is no such line in\n%s", got)
		}
		return nil
	}
	return differ(key, got, want)
}

func (s *script) span() *model.Span {
	spans := s.ruleSet().Spans(s.history())
	if at := spanAt(spans, s.on); at >= 0 {
		return &spans[at]
	}
	return nil
}

func (s *script) result(key string) string {
	span := s.span()
	if span == nil {
		return "not founded"
	}
	i, _ := s.ruleSet().Index(model.IndicatorKey(key))
	return span.Class.Results.Of(i).String()
}
