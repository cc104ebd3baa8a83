package indicator

import (
	"fmt"
	"strings"

	"fugai/model"
)

func init() {
	scriptsOf["instructor_"] = func(name string) scripted {
		return &subjectScript{scriptRules: newScriptRules(name), subjectFacts: &instructorFacts{}, of: model.SubjectInstructor, before: "not begun"}
	}
}

// instructorFacts are the facts of one case on an instructor.
type instructorFacts struct {
	h     *model.InstructorHistory
	units map[string][]model.UnitFact
	ids   map[string]model.UnitID
	last  string // the unit that "from" continues; "" for the instructor
}

func (s *instructorFacts) reset() {
	*s = instructorFacts{h: &model.InstructorHistory{ID: 1, Code: "P1"}, units: map[string][]model.UnitFact{}, ids: map[string]model.UnitID{}}
}

func (s *instructorFacts) spans(rules *RuleSet) []model.Span {
	return rules.AppendInstructorSpans(nil, s.history())
}

func (s *instructorFacts) finding(rules *RuleSet, index int, on model.Date) (*Finding, bool) {
	return rules.InstructorFinding(s.history(), index, on)
}

func (s *instructorFacts) dimension(span *model.Span, key string) (string, bool) {
	switch key {
	case "operation":
		return span.Class.Operation.String(), true
	case "role":
		return span.Class.Role.String(), true
	case "region":
		return fmt.Sprint(span.RegionID), true
	case "name":
		return span.Name, true
	}
	return "", false
}

// load reads one line of facts.
func (s *instructorFacts) load(words []string) error {
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

func (s *instructorFacts) loadPerson(day string, words []string) (err error) {
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

func (s *instructorFacts) loadUnit(day string, words []string) error {
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
func (s *instructorFacts) id(code string) model.UnitID {
	if s.ids[code] == 0 {
		s.ids[code] = model.UnitID(len(s.ids) + 1)
	}
	return s.ids[code]
}

// loadCover reads: cover UNIT FROM..[TO]. The end is exclusive.
func (s *instructorFacts) loadCover(unit, days string) (err error) {
	c := model.CoveredUnit{CreditCode: model.CreditCode(unit)}
	c.ID, c.UnitID, c.Kind, c.InstructorID, c.ValidTo = model.CoverID(len(s.h.Covers)+1), s.id(unit), model.CoverKindWork, 1, model.Never
	from, to, _ := strings.Cut(days, "..")
	if c.ValidFrom, err = model.ParseDate(from); err == nil && to != "" {
		c.ValidTo, err = model.ParseDate(to)
	}
	s.h.Covers = append(s.h.Covers, c)
	return err
}

func (s *instructorFacts) history() *model.InstructorHistory {
	for i := range s.h.Covers {
		s.h.Covers[i].Unit = s.units[string(s.h.Covers[i].CreditCode)]
	}
	return s.h
}
