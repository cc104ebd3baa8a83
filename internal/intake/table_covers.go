package intake

import "fugai/model"

type cover = model.CoverInput

var coverTable = def[cover]{
	name: "coverage", title: "覆盖关系", field: "Covers", stage: stageUnits, partition: "unit_code",
	columns: []column[cover]{
		col("unit_code", "统一社会信用代码", "91350100M000100Y43", creditOf(func(c *cover) *model.CreditCode { return &c.UnitCode }), "单位代码", "单位信用代码", "信用代码", "被覆盖单位代码", "credit_code").required(),
		enumCol("kind", "覆盖类别", "ORGANISATION", coverKindWords, func(c *cover) *model.CoverKind { return &c.Kind }, "覆盖类型", "覆盖方式", "cover_kind").note("留空时，填了党组织为组织覆盖，否则为工作覆盖。 Empty: ORGANISATION with an organisation, WORK otherwise."),
		col("organisation_code", "党组织代码", "990000000001", codeOf(func(c *cover) *string { return &c.OrganisationCode }), "覆盖党组织代码", "组织代码"),
		col("instructor_id", "指导员编号", "", codeOf(func(c *cover) *string { return &c.InstructorCode }), "instructor_code", "指导员代码", "党建指导员编号", "联络员编号"),
		col("mass_organisation_code", "群团组织代码", "", codeOf(func(c *cover) *string { return &c.MassOrganisationCode }), "群团代码", "工会代码"),
		enumCol("set_up", "组建方式", "STANDALONE", setUpWords, func(c *cover) *model.SetUp { return &c.SetUp }, "组建形式", "建立方式").note("留空时以党组织的组建方式为准。 Empty: as the organisation's."),
		enumCol("basis", "联合依据", "", jointBasisWords, func(c *cover) *model.JointBasis { return &c.Basis }, "联合方式").note("联合组建时填写。 Of a JOINT set-up."),
		col("valid_from", "起始日期", "2017-07-01", dateOf(func(c *cover) *model.Date { return &c.ValidFrom }), "生效日期", "开始日期", "覆盖日期", "覆盖起始日期").required(),
		col("valid_to", "终止日期", "", endOf(func(c *cover) *model.Date { return &c.ValidTo }), "结束日期", "失效日期", "覆盖终止日期").note(noteExclusive),
		enumCol("end_reason", "终止原因", "", endReasonWords, func(c *cover) *model.EndReason { return &c.EndReason }),
		voidOf(func(c *cover) *bool { return &c.Void }),
	},
	list:   func(b *model.Batch) *[]cover { return &b.Covers },
	origin: func(c *cover) *model.Origin { return &c.Origin },
	skip:   func(c *cover) bool { return notAUnit(c.UnitCode) },
	settle: settleCover,
	key:    func(c *cover) string { return joinKey(coverLink(c), c.ValidFrom.String()) },
	span: func(c *cover) (string, model.Valid) {
		return linkUnlessVoid(c.Void, c.ValidFrom, c.ValidTo, coverLink(c))
	},
}.table()

// coverLink is what two rows of one link have in common: unit, kind and holder.
func coverLink(c *cover) string {
	return joinKey(string(c.UnitCode), c.Kind.String(), c.OrganisationCode, c.InstructorCode, c.MassOrganisationCode)
}

func settleCover(c *cover, h *header) []*fault {
	if c.Kind == 0 {
		c.Kind = model.CoverKindWork
		if c.OrganisationCode != "" {
			c.Kind = model.CoverKindOrganisation
		}
	}
	faults := endAfterBegin(c.ValidFrom, c.ValidTo, h, "valid_from", "valid_to")
	if f := holderFault(c); f != nil {
		faults = append(faults, f.at(h.title("kind", "organisation_code", "instructor_id", "mass_organisation_code")))
	}
	return faults
}

func holderFault(c *cover) *fault {
	holders := 0
	for _, code := range []string{c.OrganisationCode, c.InstructorCode, c.MassOrganisationCode} {
		if code != "" {
			holders++
		}
	}
	organised := c.OrganisationCode != ""
	switch {
	case holders == 0:
		return faultf(CodeHolder, "the row names nobody who covers the unit; fill in an organisation, an instructor or a mass organisation")
	case holders > 1:
		return faultf(CodeHolder, "the row names several holders; write a row for each")
	case organised != (c.Kind == model.CoverKindOrganisation):
		return faultf(CodeHolder, "a cover of kind %s needs %s", c.Kind.Title(), map[bool]string{
			true: "an organisation (党组织代码)", false: "an instructor or a mass organisation, no organisation"}[!organised])
	case c.Kind == model.CoverKindWork && c.SetUp != 0:
		return faultf(CodeHolder, "a set-up (组建方式) belongs to covers by an organisation; leave it empty for %s", c.Kind.Title())
	}
	return nil
}
