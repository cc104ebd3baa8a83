package indicator

import (
	"fmt"
	"strings"
	"testing"

	"fugai/model"
)

func init() {
	scriptsOf["instructor_"] = func(name string) scripted { return &instructorScript{scriptRules: newScriptRules(name)} }
}

// instructorScript is the state of one case on an instructor.
type instructorScript struct {
	scriptRules
	h      *model.InstructorHistory
	units  map[string][]model.UnitFact
	ids    map[string]model.UnitID
	last   string // the unit that "from" continues; "" for the instructor
	mode   string
	on     model.Date
	spans  []model.Span // what is left to be matched
	checks int
}

func (s *instructorScript) finish(t *testing.T) {
	switch {
	case s.checks == 0:
		t.Errorf("case %q checks nothing", s.name)
	case len(s.spans) > 0:
		t.Errorf("case %q: there are %d more spans, the next from %s", s.name, len(s.spans), s.spans[0].ValidFrom)
	}
}

func (s *instructorScript) line(line string) error {
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
	}
	return fmt.Errorf("write load, eval or spans before it")
}

func (s *instructorScript) command(words []string) error {
	s.mode = words[0]
	switch {
	case words[0] == "load" && len(words) == 1:
		s.h = &model.InstructorHistory{ID: 1, Code: "P1"}
		s.units, s.ids = map[string][]model.UnitFact{}, map[string]model.UnitID{}
		return nil
	case words[0] == "policy":
		return s.setPolicy(strings.Join(words[1:], " "))
	case words[0] == "eval" && len(words) == 3 && words[1] == "on":
		on, err := model.ParseDate(words[2])
		s.on = on
		return err
	case words[0] == "spans" && len(words) == 1:
		s.spans = s.ruleSet().AppendInstructorSpans(nil, s.history())
		return nil
	}
	return fmt.Errorf("there is no such command; use case, policy, load, eval on DATE or spans")
}

// load reads one line of facts.
func (s *instructorScript) load(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("a line of facts needs more")
	}
	switch words[0] {
	case "instructor":
		s.last = ""
		return s.loadPerson(words[1], words[2:])
	case "unit":
		s.last = words[1]
		return s.loadUnit(words[2], words[3:])
	case "from":
		if s.last == "" {
			return s.loadPerson(words[1], words[2:])
		}
		return s.loadUnit(words[1], words[2:])
	case "cover":
		return s.loadCover(words[1], words[2])
	case "visit":
		return each(words[2:], func(day, _ string) error {
			on, err := model.ParseDate(day)
			s.h.Visits = append(s.h.Visits, model.UnitVisit{UnitID: s.id(words[1]), On: on})
			return err
		})
	}
	return fmt.Errorf("there is no fact %q; use instructor, unit, from, cover or visit", words[0])
}

func (s *instructorScript) loadPerson(day string, words []string) (err error) {
	f := model.InstructorFact{InstructorID: 1, Name: "张三", Role: model.InstructorRoleInstructor}
	if n := len(s.h.Facts); n > 0 {
		f = s.h.Facts[n-1]
	}
	if f.ValidFrom, err = model.ParseDate(day); err != nil {
		return err
	}
	err = each(words, func(key, value string) error { return personValue(&f, key, value) })
	s.h.Facts = append(s.h.Facts, f)
	return err
}

func (s *instructorScript) loadUnit(day string, words []string) error {
	on, err := model.ParseDate(day)
	if err != nil {
		return err
	}
	f := model.UnitFact{}
	f.FoundedOn, f.Domain, f.Status, f.Name = on, model.DomainNonPublicEnterprise, model.UnitStatusActive, "某单位"
	if list := s.units[s.last]; len(list) > 0 {
		f = list[len(list)-1]
	}
	f.ValidFrom = on
	err = each(words, func(key, value string) error { return unitValue(&f, key, value) })
	s.units[s.last] = append(s.units[s.last], f)
	return err
}

// id is the id of a unit's code, which need not be loaded otherwise.
func (s *instructorScript) id(code string) model.UnitID {
	if s.ids[code] == 0 {
		s.ids[code] = model.UnitID(len(s.ids) + 1)
	}
	return s.ids[code]
}

// loadCover reads: cover UNIT FROM..[TO]. The end is exclusive.
func (s *instructorScript) loadCover(unit, days string) (err error) {
	c := model.CoveredUnit{CreditCode: model.CreditCode(unit)}
	c.ID, c.UnitID, c.Kind, c.InstructorID, c.ValidTo = model.CoverID(len(s.h.Covers)+1), s.id(unit), model.CoverKindWork, 1, model.Never
	from, to, _ := strings.Cut(days, "..")
	if c.ValidFrom, err = model.ParseDate(from); err == nil && to != "" {
		c.ValidTo, err = model.ParseDate(to)
	}
	s.h.Covers = append(s.h.Covers, c)
	return err
}

func (s *instructorScript) history() *model.InstructorHistory {
	for i := range s.h.Covers {
		s.h.Covers[i].Unit = s.units[string(s.h.Covers[i].CreditCode)]
	}
	return s.h
}

func (s *instructorScript) expectSpan(words []string) error {
	if len(s.spans) == 0 {
		return fmt.Errorf("there are fewer spans")
	}
	span := s.spans[0]
	s.spans, s.on = s.spans[1:], span.ValidFrom
	if err := differ("the span", span.ValidFrom.String()+".."+span.ValidTo.String(), words[0]); err != nil {
		return err
	}
	return each(words[1:], func(key, value string) error { return s.expect([]string{key, value}) })
}

// expect checks one row: a rule and its result, a dimension and its value, or since, text, mend, evidence or rule of a rule.
func (s *instructorScript) expect(words []string) error {
	key, rest := words[0], strings.Join(words[1:], " ")
	spans := s.ruleSet().AppendInstructorSpans(nil, s.history())
	at := spanAt(spans, s.on)
	if at < 0 {
		return differ(key, "not begun", rest)
	}
	c := &spans[at].Class
	if subject, index, ok := s.ruleSet().Find(model.IndicatorKey(key)); ok && subject == model.SubjectInstructor {
		return differ(key, c.Results.Of(index).String(), rest)
	}
	switch key {
	case "operation":
		return differ(key, c.Operation.String(), rest)
	case "role":
		return differ(key, c.Role.String(), rest)
	case "region":
		return differ(key, fmt.Sprint(spans[at].RegionID), rest)
	case "name":
		return differ(key, spans[at].Name, rest)
	}
	subject, index, ok := s.ruleSet().Find(model.IndicatorKey(words[1]))
	if !ok || subject != model.SubjectInstructor {
		return UnknownIndicatorOf(model.SubjectInstructor, model.IndicatorKey(words[1]))
	}
	want := strings.Join(words[2:], " ")
	if key == "rule" {
		return differ(key, s.ruleSet().FormulaOf(subject, index, s.on).English, want)
	}
	f, found := s.ruleSet().InstructorFinding(s.history(), index, s.on)
	return expectFinding(f, found, key, want)
}
