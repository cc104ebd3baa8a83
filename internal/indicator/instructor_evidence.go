package indicator

import "fugai/model"

// unitsEvidence are the open covers of the day with the last visit to each unit.
func unitsEvidence(d *instructorDay) []Evidence {
	return d.coverEvidence(func(*servedUnit) bool { return true })
}

// unvisitedEvidence are those whose clock has run out.
func unvisitedEvidence(d *instructorDay) []Evidence {
	return d.coverEvidence(func(u *servedUnit) bool {
		_, visited := u.openOn(d.on, d.rules.visitMonths)
		return visited == no
	})
}

func (d *instructorDay) coverEvidence(fits func(*servedUnit) bool) []Evidence {
	list := []Evidence{d.serviceEvidence()}
	d.eachOpen(func(u *servedUnit, covers []int) {
		if !fits(u) {
			return
		}
		for _, at := range covers {
			c := u.covers[at]
			visit, _ := u.clocks[at].last(d.on)
			until := c.ValidTo
			if until == 0 {
				until = model.Never
			}
			list = append(list, Evidence{
				Name: "unit", Title: "联系单位", Value: string(u.code) + ", last visit: " + visit.English, Chinese: string(u.code) + "，最近走访：" + visit.Chinese,
				Since: c.ValidFrom, Until: until, CoverID: c.ID,
			})
		}
	})
	return list
}

// serviceEvidence is the service that goes on, or that ended.
func (d *instructorDay) serviceEvidence() Evidence {
	e := Evidence{Name: "service", Title: "任职", Value: "in service", Chinese: "在任", Since: max(d.begun, d.fact.ServiceFrom), Until: model.Never}
	if d.ended {
		e.Until = d.endedOn
	}
	return e
}

// eligibility is shown without the record behind it, which may name the person.
func (d *instructorDay) eligibility() Evidence {
	return d.fromFact("eligibility", "任职条件", func(f *model.InstructorFact) Text { return named(f.Eligibility) })
}

func eligibilityEvidence(d *instructorDay) []Evidence {
	return []Evidence{d.serviceEvidence(), d.eligibility()}
}

func (d *instructorDay) fromFact(name, title string, value func(*model.InstructorFact) Text) Evidence {
	facts := d.h.Facts
	return factRun(name, title, len(facts), func(i int) model.Date { return facts[i].ValidFrom }, func(i int) Text { return value(&facts[i]) }, d.begun, d.on)
}
