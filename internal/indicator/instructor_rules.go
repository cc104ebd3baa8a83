package indicator

import "fugai/model"

// instructorRule is a rule of the look-back on instructors: its result on a day, what it finds in words and numbers, and by what evidence.
type instructorRule struct {
	judge    func(*instructorDay) model.Result
	told     func(*instructorDay) Text
	evidence func(*instructorDay) []Evidence
}

// serving judges those in service: whether they belong to the population, and whether they meet the rule.
func serving(population, met func(*instructorDay) truth) func(*instructorDay) model.Result {
	return func(d *instructorDay) model.Result {
		switch {
		case !d.serving:
			return model.ResultExempt
		case population(d) == no:
			return model.ResultNotApplicable
		}
		return resultOf[met(d)]
	}
}

func everyInstructor(*instructorDay) truth { return yes }

func withUnits(d *instructorDay) truth { return known(d.open > 0) }

func notOverloaded(d *instructorDay) truth { return known(d.open <= d.rules.instructorUnits) }

func visiting(d *instructorDay) truth { return d.visited }

func eligible(d *instructorDay) truth {
	switch d.fact.Eligibility {
	case model.EligibilityEligible:
		return yes
	case model.EligibilityNotEligible:
		return no
	}
	return unknown
}

// handedOver asks whether somebody whose service ended has left no open cover behind. It is the one rule that goes on after the end.
func handedOver(d *instructorDay) model.Result {
	switch {
	case d.serving:
		return model.ResultMet
	case d.ended && d.open > 0:
		return model.ResultUnmet
	}
	return model.ResultExempt
}

func toldOverloaded(d *instructorDay) Text {
	return textf("live units: %[1]d, more than %[2]d", "联系在运营单位%[1]d个，超过上限%[2]d个", d.open, d.rules.instructorUnits)
}

// toldNotVisiting counts the units whose clock has run out, and tells since when the oldest one runs.
func toldNotVisiting(d *instructorDay) Text {
	n, oldest := 0, model.Never
	d.eachOpen(func(u *servedUnit, _ []int) {
		if _, visited := u.openOn(d.on, d.rules.visitMonths); visited == no {
			n++
			oldest = min(oldest, u.startOn(d.on))
		}
	})
	return textf("%[1]d of %[2]d live units without a visit within %[3]d months; the longest wait began on %[4]s",
		"联系的%[2]d个单位中有%[1]d个超过%[3]d个月没有走访，最久的自%[4]s起", n, d.open, d.rules.visitMonths, oldest)
}

func toldNotHandedOver(d *instructorDay) Text {
	n := 0
	d.eachOpen(func(_ *servedUnit, covers []int) { n += len(covers) })
	return textf("the service ended on %[1]s; covers of operating units still open: %[2]d", "已于%[1]s终止任职，仍有运营单位的覆盖关系%[2]d条未终止",
		d.endedOn, n)
}

func toldInstructorNotEligible(d *instructorDay) Text {
	return textf("recorded as not eligible since %[1]s", "自%[1]s起登记为不符合任职条件", d.eligibility().Since)
}

// eachOpen calls for the operating units with covers whose own dates hold the day, with the places of those covers.
func (d *instructorDay) eachOpen(call func(u *servedUnit, covers []int)) {
	for i := range d.units {
		u := &d.units[i]
		var covers []int
		for at, c := range u.covers {
			if lasting(c.Valid, d.on) {
				covers = append(covers, at)
			}
		}
		if len(covers) > 0 && d.rules.operates(u.facts, d.on) {
			call(u, covers)
		}
	}
}

// startOn is the latest start of the clocks of the covers whose own dates hold a day.
func (u *servedUnit) startOn(on model.Date) (start model.Date) {
	for i, c := range u.covers {
		if lasting(c.Valid, on) {
			start = max(start, u.clocks[i].start(on))
		}
	}
	return start
}
