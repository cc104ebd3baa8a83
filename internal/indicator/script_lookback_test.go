package indicator

import (
	"fmt"

	"fugai/model"
)

// loadVisit reads: visit PERSON DATE… [elsewhere], the days on which a person visited the unit, or another one.
func (s *script) loadVisit(words []string) error {
	holder := s.organisations[words[0]]
	if holder == nil || len(holder.Instructor) == 0 {
		return fmt.Errorf("%s is no person that was loaded", words[0])
	}
	elsewhere := words[len(words)-1] == "elsewhere"
	if elsewhere {
		words = words[:len(words)-1]
	}
	for _, word := range words[1:] {
		day, err := model.ParseDate(word)
		if err != nil {
			return err
		}
		if holder.FirstVisit == 0 || day < holder.FirstVisit {
			holder.FirstVisit = day
		}
		if !elsewhere {
			holder.Visits = append(holder.Visits, day)
		}
	}
	return nil
}

// loadLeadership reads: leadership DATE one= cross= exception=, what is reported of the posts from a day on.
func (s *script) loadLeadership(words []string) (err error) {
	var l model.Leadership
	if l.ValidFrom, err = model.ParseDate(words[0]); err != nil {
		return err
	}
	err = each(words[1:], func(key, value string) error {
		switch key {
		case "one":
			return enum(model.AllAnswer(), value, &l.OnePerson)
		case "cross":
			return enum(model.AllAnswer(), value, &l.CrossAppointed)
		case "exception":
			l.ExceptionDocument = value
			return nil
		}
		return fmt.Errorf("leadership has no such fact")
	})
	s.h.Leadership = append(s.h.Leadership, l)
	return err
}

// loadPredecessor reads: predecessor SUCCEEDED founded= status= …, a unit from which this one goes on; and, with from=DATE, what changes
// of the same one on a day.
func (s *script) loadPredecessor(words []string) error {
	day, err := model.ParseDate(words[0])
	if err != nil {
		return err
	}
	list := s.h.Predecessors
	if n := len(list); n == 0 || list[n-1].SucceededOn != day {
		list = append(list, model.PredecessorHistory{SucceededOn: day})
	}
	p := &list[len(list)-1]
	s.h.Predecessors = list
	f := model.UnitFact{}
	f.Status, f.Name = model.UnitStatusActive, "原单位"
	if n := len(p.Facts); n > 0 {
		f = p.Facts[n-1]
	}
	err = each(words[1:], func(key, value string) (err error) {
		if key == "from" {
			f.ValidFrom, err = model.ParseDate(value)
			return err
		}
		return unitValue(&f, key, value)
	})
	if f.ValidFrom == 0 {
		f.ValidFrom = f.FoundedOn
	}
	p.Facts = append(p.Facts, f)
	return err
}
