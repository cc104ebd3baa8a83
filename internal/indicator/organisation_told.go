package indicator

import (
	"strings"

	"fugai/model"
)

// What a rule of the look-back finds of an organisation, in words and numbers. No text names a person.

func toldTooWide(d *organisationDay) Text {
	units, sort := d.units.joint()
	t := textf("covers %[1]d operating units jointly, more than %[2]d", "联合覆盖%[1]d个实体运营单位，超过上限%[2]d个", units, d.rules.widthFor(sort).Units)
	if d.units.bases[model.JointBasisUnit] == 0 {
		return t.and("; the basis is not reported", "（未报联合依据）")
	}
	return t
}

// and is the text with more behind it.
func (t Text) and(english, chinese string) Text {
	return Text{t.English + english, t.Chinese + chinese}
}

func toldFewer(d *organisationDay) Text {
	return textf("%[1]d full members, fewer than %[2]d", "正式党员%[1]d名，不足%[2]d名", d.fact.FullMembers.Int(), d.rules.standAlone)
}

func toldOverFifty(d *organisationDay) Text {
	f, p := d.fact.FullMembers, d.fact.ProbationaryMembers
	if !f.Known() || !p.Known() {
		return textf("at least %[1]d members, more than %[2]d", "党员至少%[1]d名，超过%[2]d名", f.Int()+p.Int(), d.rules.branchAtMost)
	}
	return textf("%[1]d members, more than %[2]d", "党员%[1]d名，超过%[2]d名", f.Int()+p.Int(), d.rules.branchAtMost)
}

func toldKind(d *organisationDay) Text {
	kind := d.kind()
	return textf("%[1]s with %[3]d members, fewer than %[4]d, and no approval document recorded", "%[2]s有党员%[3]d名，不足%[4]d名，未登记批复文号",
		kind.String(), kind.Title(), d.members().Int(), d.membersOfKind())
}

func toldActivity(d *organisationDay) Text {
	due := d.activityDue()
	if d.active < d.established {
		return textf("no activity recorded within %[1]d months of the establishment on %[2]s: one was due by %[3]s",
			"%[2]s成立后%[1]d个月内无组织生活记录，应于%[3]s前开展", d.rules.activityMonths, d.established, due)
	}
	return textf("no activity recorded within %[1]d months of the last one on %[2]s: one was due by %[3]s",
		"自%[2]s最近一次组织生活起%[1]d个月内无记录，应于%[3]s前开展", d.rules.activityMonths, d.active, due)
}

func toldOverrun(d *organisationDay) Text {
	return textf("the term ended on %[1]s, and no new one is recorded", "任期已于%[1]s届满，未登记换届", d.term.TermEndsOn)
}

func toldReminder(d *organisationDay) Text {
	return textf("the term ends on %[1]s, within %[2]d months: the election is due by then", "任期将于%[1]s届满，已进入届满前%[2]d个月，应按期换届",
		d.term.TermEndsOn, d.rules.reminderMonths)
}

func toldLength(d *organisationDay) Text {
	kind := d.kind()
	return textf("the term from %[1]s to %[2]s does not last the %[3]d years of %[4]s", "任期自%[1]s至%[2]s，与%[5]s任期%[3]d年不符",
		d.term.TermBeganOn, d.term.TermEndsOn, d.termYears(d.term), kind.String(), d.kindOfTerm())
}

// kindOfTerm names the kind by which the length of a term goes.
func (d *organisationDay) kindOfTerm() string {
	if d.ofVillage() {
		return "村和社区" + d.kind().Title()
	}
	return d.kind().Title()
}

func toldNoSecretary(d *organisationDay) Text {
	if last := d.lastSecretary(); last != nil {
		return textf("no secretary is in post since %[1]s", "自%[1]s起书记空缺", last.ValidTo)
	}
	return Text{"no secretary is in post", "书记空缺"}
}

// lastSecretary is the row of the secretary whose post ended last by the day; nil where there was none.
func (d *organisationDay) lastSecretary() (last *model.Officer) {
	for i := range d.h.Officers {
		o := &d.h.Officers[i]
		if o.Role == model.OfficerRoleSecretary && o.ValidTo <= d.on && !o.ValidTo.Open() && (last == nil || o.ValidTo > last.ValidTo) {
			last = o
		}
	}
	return last
}

func toldNotEligible(*organisationDay) Text {
	return Text{"the secretary in post is recorded as NOT_ELIGIBLE", "在任书记登记为不符合任职条件"}
}

func toldShared(d *organisationDay) Text {
	return textf("%[1]d operating units claim it as their own (STANDALONE)", "%[1]d个实体运营单位登记其为单独组建的党组织", d.units.standalone)
}

func toldDeadUnit(d *organisationDay) Text {
	return textf("none of the units that claim it as their own (%[1]d) operates", "登记其为单独组建的%[1]d个单位均未运营", d.units.covered[model.SetUpStandalone])
}

func toldInvalid(d *organisationDay) Text {
	var english, chinese []string
	for _, c := range d.conditions(true) {
		if c.State == model.ConditionStateBroken {
			english, chinese = append(english, conditionValue(&c).English), append(chinese, c.Message)
		}
	}
	return textf("conditions of the combined set-up that are broken (%[1]d): %[2]s", "不符合兼合式组建条件%[1]d项：%[3]s",
		len(english), strings.Join(english, "; "), strings.Join(chinese, "；"))
}

// conditionValue is a condition and the numbers that it compares.
func conditionValue(c *model.SetUpCondition) Text {
	value := c.Code.String()
	if c.Found.Known() {
		value += ", found " + c.Found.String()
	}
	if c.Limit.Known() {
		value += ", limit " + c.Limit.String()
	}
	return Text{value, c.Message}
}

func toldTemporary(d *organisationDay) Text {
	until := d.temporaryUntil()
	if d.term != nil {
		return textf("a temporary organisation whose time ended on %[1]s", "临时党组织已于%[1]s到期，未撤销", until)
	}
	return textf("a temporary organisation established on %[1]s: %[2]d months ended on %[3]s", "临时党组织于%[1]s成立，%[2]d个月已于%[3]s期满，未撤销",
		d.established, d.rules.temporaryMonths, until)
}

func toldSuperior(d *organisationDay) Text {
	switch {
	case d.fact.ParentID == 0:
		return Text{"no superior is reported", "未报上级党组织"}
	case d.chain == chainUnknown:
		return Text{"the reported superior is not known", "所报上级党组织查无记录"}
	}
	ended, _ := d.holder(d.fact.ParentID).HolderEnded(d.on)
	return textf("the superior %[1]s was dissolved on %[2]s", "上级党组织%[1]s已于%[2]s撤销", d.code(d.fact.ParentID), ended)
}

// toldCycle names the superiors up to the one that comes back.
func toldCycle(d *organisationDay) Text {
	codes := []string{d.h.Code}
	for _, id := range d.above {
		codes = append(codes, d.code(id))
	}
	back := d.fact.ParentID
	if n := len(d.above); n > 0 {
		back = d.holder(d.above[n-1]).OrganisationOn(d.on).ParentID
	}
	path := strings.Join(append(codes, d.code(back)), " → ")
	return textf("the superiors come back to %[1]s: %[2]s", "隶属关系成环，回到%[1]s：%[2]s", d.code(back), path)
}

func toldSchool(d *organisationDay) Text {
	return textf("the organisation of schools (%[1]d), and none of its superiors (%[2]d) is an education committee",
		"单独组建于%[1]d所学校，其%[2]d级上级党组织中没有教育系统党委", d.units.schools, len(d.above))
}

func toldDeclared(d *organisationDay) Text {
	return textf("reports %[1]d full members; its units (%[3]d) report %[2]d together", "上报正式党员%[1]d名，所覆盖%[3]d个单位合计上报%[2]d名",
		d.fact.FullMembers.Int(), d.units.ownFull, d.units.own)
}

func toldDocument(d *organisationDay) Text {
	missing := missingApproval(&d.fact.OrganisationAttributes)
	return textf("not recorded: %[1]s", "未登记%[2]s", missing.English, missing.Chinese)
}
