package indicator

import "fugai/model"

// What a rule of the look-back finds of a unit, in words and numbers. No text names a person.

func toldDue(d *unitDay) Text {
	t := textf("%[1]d full members, %[2]d or more: an organisation of its own is due but not established",
		"正式党员%[1]d名，已达%[2]d名：应建未建", d.fact.FullMembers.Int(), d.rules.standAlone)
	if d.strongest != nil {
		t.English += "; covered as " + d.strongestSetUp.String()
		t.Chinese += "，现为" + d.strongestSetUp.Title()
	}
	return t
}

func toldFifty(d *unitDay) Text {
	return textf("%[1]d employees, %[2]d or more, and no member", "从业人员%[1]d人，已达%[2]d人，没有党员",
		d.fact.Employees.Int(), d.rules.employeesForMembers)
}

func toldHundred(d *unitDay) Text {
	return textf("%[1]d employees, %[2]d or more, and no organisation as STANDALONE or JOINT", "从业人员%[1]d人，已达%[2]d人，没有单独组建或联合组建党组织",
		d.fact.Employees.Int(), d.rules.employeesForOrganisation)
}

func toldJointOnly(d *unitDay) Text {
	english, chinese := listed(d.codesBy(joint))
	return textf("%[1]d full members, %[2]d or more, but only within the joint organisation %[3]s", "正式党员%[1]d名，已达%[2]d名，仍在联合党组织%[4]s中，未单独组建",
		d.fact.FullMembers.Int(), d.rules.standAlone, english, chinese)
}

func toldSeveralJoint(d *unitDay) Text {
	codes := d.codesBy(joint)
	english, chinese := listed(codes)
	return textf("within %[1]d joint organisations at once: %[2]s", "同时在%[1]d个联合党组织中：%[3]s", len(codes), english, chinese)
}

func toldTwice(d *unitDay) Text {
	var t Text
	if d.ownBy.differs(d.sharedBy) {
		own, ownChinese := listed(d.codesBy(standalone))
		shared, sharedChinese := listed(d.codesBy(joint | affiliated))
		t = textf("an organisation of its own (%[1]s) and, at once, covered with others by %[3]s", "已单独组建党组织（%[2]s），同时又联合或者挂靠于%[4]s",
			own, ownChinese, shared, sharedChinese)
	}
	if p := d.livingPredecessor(); p != nil {
		twice := textf("goes on from another unit since %[1]s, and both operate", "%[1]s起承继另一单位，两单位仍同时运营", p.SucceededOn)
		if t.English != "" {
			t.English, t.Chinese = t.English+"; ", t.Chinese+"；"
		}
		t.English, t.Chinese = t.English+twice.English, t.Chinese+twice.Chinese
	}
	return t
}

func toldDomain(d *unitDay) Text {
	declared := d.fact.Domain
	if DomainOf(declared, d.fact.Control) == declared {
		declared = d.fact.AlsoDomain
	}
	return textf("declared as %[1]s, but control is %[3]s", "登记领域为%[2]s，控股情况为%[4]s，二者不符",
		declared.String(), declared.Title(), d.fact.Control.String(), d.fact.Control.Title())
}

// toldVisits names the clock that ran out last: if one person had come by then, the unit would not be found.
func toldVisits(d *unitDay) Text {
	people, last := 0, model.Date(0)
	for i := range d.h.Covers {
		c := &d.h.Covers[i]
		if c.InForce(d.on) && d.sortOf(c, d.on)&byPeople != 0 {
			people++
			last = max(last, clockOf(c).start(d.on))
		}
	}
	return textf("covered by instructors or liaisons alone (%[1]d), and no visit within %[2]d months of %[3]s: one was due on %[4]s",
		"仅由指导员或联络员（%[1]d名）覆盖，自%[3]s起%[2]d个月内没有走访，最迟应于%[4]s走访", people, d.rules.visitMonths, last, last.AddMonths(d.rules.visitMonths))
}

func toldOnePerson(d *unitDay) Text {
	return textf("secretary and chairman are not one person, as reported since %[1]s, and no exception is recorded",
		"党组织书记、董事长不由一人担任（%[1]s起上报），未登记例外依据", d.leadership().ValidFrom)
}

func toldCross(d *unitDay) Text {
	return textf("Party committee and management are not filled by cross-appointment, as reported since %[1]s",
		"未实行双向进入、交叉任职（%[1]s起上报）", d.leadership().ValidFrom)
}
