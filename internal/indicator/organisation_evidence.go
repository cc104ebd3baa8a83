package indicator

import (
	"strconv"

	"fugai/model"
)

// organisationFact is a fact of an organisation that rules use: its name, its Chinese title and its value as text.
type organisationFact struct {
	name, title string
	value       func(*organisationDay, *model.OrganisationFact) Text
}

var (
	kindOfIt = organisationFact{"kind", "党组织类别", func(_ *organisationDay, f *model.OrganisationFact) Text {
		return named(orElse(f.Kind, model.OrganisationKindBranch))
	}}
	natureOfIt = organisationFact{"nature", "党组织性质", func(_ *organisationDay, f *model.OrganisationFact) Text {
		return named(orElse(f.Nature, model.OrganisationNatureRegular))
	}}
	setUpOfIt = organisationFact{"setUp", "组建方式", func(_ *organisationDay, f *model.OrganisationFact) Text { return named(f.SetUp) }}
	fullOfIt  = organisationFact{"fullMembers", "正式党员", func(_ *organisationDay, f *model.OrganisationFact) Text { return counted(f.FullMembers) }}
	newOfIt   = organisationFact{"probationaryMembers", "预备党员", func(_ *organisationDay, f *model.OrganisationFact) Text {
		return counted(f.ProbationaryMembers)
	}}
	documentOfIt = organisationFact{"approvalDocument", "批复文号", func(_ *organisationDay, f *model.OrganisationFact) Text {
		return orNone(f.ApprovalDocument)
	}}
	approvedOfIt  = organisationFact{"approvedOn", "批复日期", func(_ *organisationDay, f *model.OrganisationFact) Text { return orNone(f.ApprovedOn.String()) }}
	termBeganOfIt = organisationFact{"termBeganOn", "本届起始", func(_ *organisationDay, f *model.OrganisationFact) Text {
		return orNone(f.TermBeganOn.String())
	}}
	termEndsOfIt = organisationFact{"termEndsOn", "届满", func(_ *organisationDay, f *model.OrganisationFact) Text { return orNone(f.TermEndsOn.String()) }}
	superiorOfIt = organisationFact{"superior", "上级党组织", func(d *organisationDay, f *model.OrganisationFact) Text {
		if f.ParentID != 0 && d.code(f.ParentID) == "" {
			return Text{"not known", "查无记录"}
		}
		return orNone(d.code(f.ParentID))
	}}
)

// orNone is a text, or that it was not reported.
func orNone(text string) Text {
	if text == "" {
		return notReported
	}
	return Text{text, text}
}

// byFacts is the evidence of rules that its own facts decide.
func byFacts(facts ...organisationFact) func(*organisationDay) []Evidence {
	return func(d *organisationDay) []Evidence { return d.fromFacts(facts...) }
}

func (d *organisationDay) fromFacts(facts ...organisationFact) []Evidence {
	list := make([]Evidence, len(facts))
	for i, one := range facts {
		list[i] = factRun(one.name, one.title, len(d.h.Facts), func(row int) model.Date { return d.h.Facts[row].ValidFrom },
			func(row int) Text { return one.value(d, &d.h.Facts[row]) }, d.established, d.on)
	}
	return list
}

// mostRows bounds the units that stand as evidence of one finding.
const mostRows = 20

// fromUnits is the covers in force of the units that fit, each with its unit's code and name; behind the first ones how many more.
func (d *organisationDay) fromUnits(fits func(unitSight, *model.CoverHistory) bool, more func(*heldUnit) Text) []Evidence {
	var list []Evidence
	rest := 0
	for i := range d.held {
		u := &d.held[i]
		sight := u.on(d.on, d.rules, d.h.Regions)
		for j := range u.covers {
			c := &u.covers[j]
			if !lasts(c.Valid, d.on) || !fits(sight, c) {
				continue
			}
			if len(list) == mostRows {
				rest++
				continue
			}
			list = append(list, d.fromUnit(u, c, more(u)))
		}
	}
	if rest > 0 {
		n := strconv.Itoa(rest)
		list = append(list, Evidence{Name: "more", Title: "其余", Value: "… and " + n + " more", Chinese: "……另有" + n + "个", Until: model.Never})
	}
	return list
}

// fromUnit is one cover as evidence.
func (d *organisationDay) fromUnit(u *heldUnit, c *model.CoverHistory, more Text) Evidence {
	name := ""
	if len(u.unit.Facts) > 0 {
		name = " " + u.unit.FactOn(d.on).Name
	}
	setUp := c.SetUpOn(d.on)
	value := Text{string(u.code) + name + ", " + setUp.String(), string(u.code) + name + "，" + setUp.Title()}
	if setUp == model.SetUpJoint {
		basis := named(c.Basis)
		value = value.and(" ("+basis.English+")", "（"+basis.Chinese+"）")
	}
	value = value.and(more.English, more.Chinese)
	return Evidence{
		Name: "unit", Title: "单位", Value: value.English, Chinese: value.Chinese, Since: c.ValidFrom, Until: orNever(c.ValidTo), CoverID: c.ID,
	}
}

func nothingMore(*heldUnit) Text { return Text{} }

// whetherOperating is the unit's operation, for rules on dead units.
func (d *organisationDay) whetherOperating(u *heldUnit) Text {
	if d.on < u.founded {
		return Text{", not founded", "，尚未成立"}
	}
	o := d.rules.operationOf(u.unit.FactOn(d.on), u.founded, d.on)
	return Text{", " + o.String(), "，" + o.Title()}
}

// fullOfUnit is the unit's full members.
func (d *organisationDay) fullOfUnit(u *heldUnit) Text {
	if len(u.unit.Facts) == 0 {
		return Text{", full members " + notReported.English, "，正式党员" + notReported.Chinese}
	}
	full := counted(u.unit.FactOn(d.on).FullMembers)
	return Text{", full members " + full.English, "，正式党员" + full.Chinese}
}

func coversBy(d *organisationDay, setUp model.SetUp) func(unitSight, *model.CoverHistory) bool {
	return func(_ unitSight, c *model.CoverHistory) bool { return c.SetUpOn(d.on) == setUp }
}

func wideEvidence(d *organisationDay) []Evidence {
	return d.fromUnits(func(s unitSight, c *model.CoverHistory) bool {
		return s.operates && c.SetUpOn(d.on) == model.SetUpJoint
	}, nothingMore)
}

func sharedEvidence(d *organisationDay) []Evidence {
	return d.fromUnits(func(s unitSight, c *model.CoverHistory) bool {
		return s.operates && c.SetUpOn(d.on) == model.SetUpStandalone
	}, nothingMore)
}

func deadEvidence(d *organisationDay) []Evidence {
	return d.fromUnits(coversBy(d, model.SetUpStandalone), d.whetherOperating)
}

func schoolEvidence(d *organisationDay) []Evidence {
	schools := d.fromUnits(func(s unitSight, c *model.CoverHistory) bool {
		return s.operates && s.school && c.SetUpOn(d.on) == model.SetUpStandalone
	}, nothingMore)
	return append(d.fromChain(), schools...)
}

func declaredEvidence(d *organisationDay) []Evidence {
	units := d.fromUnits(func(_ unitSight, c *model.CoverHistory) bool {
		setUp := c.SetUpOn(d.on)
		return setUp == model.SetUpStandalone || setUp == model.SetUpJoint && c.Basis == model.JointBasisUnit
	}, d.fullOfUnit)
	return append(d.fromFacts(fullOfIt), units...)
}

func documentEvidence(d *organisationDay) []Evidence {
	units := d.fromUnits(func(_ unitSight, c *model.CoverHistory) bool { return d.rules.documentFor[c.SetUpOn(d.on)] }, nothingMore)
	return append(d.fromFacts(documentOfIt, approvedOfIt, setUpOfIt), units...)
}

// activityEvidence is the day of the last activity.
func activityEvidence(d *organisationDay) []Evidence {
	last := orNone(d.active.String())
	return append(d.fromFacts(kindOfIt), Evidence{
		Name: "lastActivity", Title: "最近一次组织生活", Value: last.English, Chinese: last.Chinese, Since: d.active, Until: model.Never,
	})
}

// termEvidence is the term with the days of the row that reports it.
func termEvidence(d *organisationDay) []Evidence {
	list := d.fromFacts(kindOfIt)
	for _, fact := range []organisationFact{termBeganOfIt, termEndsOfIt} {
		value := fact.value(d, d.term)
		e := Evidence{Name: fact.name, Title: fact.title, Value: value.English, Chinese: value.Chinese, Since: d.term.TermBeganOn, Until: model.Never}
		if e.Since == 0 {
			e.Since = max(d.established, d.term.ValidFrom)
		}
		list = append(list, e)
	}
	return list
}

func temporaryEvidence(d *organisationDay) []Evidence {
	list := d.fromFacts(natureOfIt)
	if d.term != nil {
		return append(list, termEvidence(d)[1:]...)
	}
	return append(list, Evidence{
		Name: "establishedOn", Title: "成立日期", Value: d.established.String(), Chinese: d.established.String(), Since: d.established, Until: model.Never,
	})
}

// secretaryEvidence is what is recorded of the secretaries in post, without a name.
func secretaryEvidence(d *organisationDay) []Evidence {
	list := make([]Evidence, len(d.secretaries))
	for i, o := range d.secretaries {
		list[i] = inPost("secretary", "书记任职条件", named(o.Eligibility), o)
	}
	return list
}

// vacancyEvidence is the last time in which the post was filled; nothing of who filled it.
func vacancyEvidence(d *organisationDay) []Evidence {
	if last := d.lastSecretary(); last != nil {
		return []Evidence{inPost("lastSecretary", "最近一任书记", Text{"in post", "在任"}, last)}
	}
	return []Evidence{{Name: "lastSecretary", Title: "最近一任书记", Value: "none recorded", Chinese: "无记录", Until: model.Never}}
}

func inPost(name, title string, value Text, o *model.Officer) Evidence {
	return Evidence{Name: name, Title: title, Value: value.English, Chinese: value.Chinese, Since: o.ValidFrom, Until: orNever(o.ValidTo)}
}

// orNever is an exclusive end that may not have been reported.
func orNever(end model.Date) model.Date {
	if end.Open() {
		return model.Never
	}
	return end
}

// conditionEvidence is the conditions of the combined set-up, then the participants by home.
func conditionEvidence(d *organisationDay) []Evidence {
	var list []Evidence
	for _, c := range d.conditions(true) {
		value := conditionValue(&c).and(" "+c.State.String(), "（"+c.State.Title()+"）")
		list = append(list, Evidence{Name: "condition", Title: c.Title(), Value: value.English, Chinese: value.Chinese, Until: model.Never})
	}
	for i := range d.h.Participations {
		p := &d.h.Participations[i]
		if !lasts(p.Valid, d.on) {
			continue
		}
		home, full := orNone(d.code(p.HomeOrganisationID)), counted(p.FullMembers)
		e := Evidence{Name: "participants", Title: "参加人员", Since: p.ValidFrom, Until: orNever(p.ValidTo)}
		e.Value, e.Chinese = home.English+", full members "+full.English, home.Chinese+"，正式党员"+full.Chinese
		list = append(list, e)
	}
	return list
}

func superiorEvidence(d *organisationDay) []Evidence {
	list := d.fromFacts(superiorOfIt)
	if d.fact.ParentID == 0 || d.chain != chainDissolved {
		return list
	}
	ended, _ := d.holder(d.fact.ParentID).HolderEnded(d.on)
	return append(list, Evidence{
		Name: "superiorDissolvedOn", Title: "上级党组织撤销日期", Value: ended.String(), Chinese: ended.String(), Since: ended, Until: model.Never,
	})
}

// fromChain is its superiors on the day, from the nearest upward, each with the day since which it answers to the next.
func (d *organisationDay) fromChain() []Evidence {
	list := d.fromFacts(superiorOfIt)
	for _, id := range d.above {
		facts := d.holder(id).Organisation
		list = append(list, factRun("superiorOf "+d.code(id), "上级党组织（"+d.code(id)+"）", len(facts), func(row int) model.Date { return facts[row].ValidFrom },
			func(row int) Text { return superiorOfIt.value(d, &facts[row]) }, facts[0].ValidFrom, d.on))
	}
	return list
}

func chainEvidence(d *organisationDay) []Evidence { return d.fromChain() }
