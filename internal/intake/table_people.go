package intake

import "fugai/model"

type instructor = model.InstructorInput

var instructorTable = def[instructor]{
	name: "instructors", title: "党建指导员", field: "Instructors", stage: stageInstructors,
	columns: []column[instructor]{
		col("id", "指导员编号", "1", codeOf(func(i *instructor) *string { return &i.Code }), "code", "instructor_id", "instructor_code", "指导员代码", "编号", "党建指导员编号").required(),
		col("name", "姓名", "演示指导员", textOf(longText, func(i *instructor) *string { return &i.Name }), "指导员姓名").required(),
		col("phone", "联系电话", "", textOf(shortText, func(i *instructor) *string { return &i.Phone }), "电话", "手机", "手机号码"),
		enumCol("role", "指导员角色", "INSTRUCTOR", instructorRoleWords, func(i *instructor) *model.InstructorRole { return &i.Role }, "角色", "指导员类别"),
		col("region_code", "行政区划代码", "990101001000", regionOf(func(i *instructor) *model.RegionCode { return &i.RegionCode }), "区划代码", "所在区划代码").note(noteRegion),
		col("service_from", "任职日期", "2024-03-01", dateOf(func(i *instructor) *model.Date { return &i.ServiceFrom }), "任期起", "选派日期"),
		col("service_to", "离任日期", "", endOf(func(i *instructor) *model.Date { return &i.ServiceTo }), "任期止", "任期届满").note(noteExclusive),
		col("employer", "工作单位", "", textOf(longText, func(i *instructor) *string { return &i.Employer }), "派出单位", "所在单位"),
		enumCol("eligibility", "任职条件", "", eligibilityWords, func(i *instructor) *model.Eligibility { return &i.Eligibility }, "是否符合条件"),
		col("eligibility_evidence", "任职条件依据", "", textOf(longText, func(i *instructor) *string { return &i.EligibilityEvidence }), "资格审查文号"),
		col("valid_from", "生效日期", "", dateOf(func(i *instructor) *model.Date { return &i.ValidFrom }), "变更日期").note(noteValidFrom),
	},
	list:   func(b *model.Batch) *[]instructor { return &b.Instructors },
	origin: func(i *instructor) *model.Origin { return &i.Origin },
	settle: func(i *instructor, h *header) []*fault {
		return endAfterBegin(i.ServiceFrom, i.ServiceTo, h, "service_from", "service_to")
	},
	key: func(i *instructor) string { return joinKey(i.Code, i.ValidFrom.String()) },
}.table()

type massOrganisation = model.MassOrganisationInput

var massOrganisationTable = def[massOrganisation]{
	name: "mass_organisations", title: "群团组织", field: "MassOrganisations", stage: stageMassOrganisations,
	columns: []column[massOrganisation]{
		col("code", "群团组织代码", "G0001", codeOf(func(m *massOrganisation) *string { return &m.Code }), "群团代码", "代码", "mass_organisation_code").required(),
		col("name", "群团组织名称", "演示制造有限公司工会", textOf(longText, func(m *massOrganisation) *string { return &m.Name }), "群团名称", "名称").required(),
		enumCol("kind", "群团组织类别", "TRADE_UNION", massKindWords, func(m *massOrganisation) *model.MassOrganisationKind { return &m.Kind }, "群团类别", "类别", "mass_organisation_kind").required(),
		col("region_code", "行政区划代码", "990101001000", regionOf(func(m *massOrganisation) *model.RegionCode { return &m.RegionCode }), "区划代码").note(noteRegion),
		col("established_on", "成立日期", "2018-01-01", dateOf(func(m *massOrganisation) *model.Date { return &m.EstablishedOn }), "建立日期", "成立时间"),
		col("dissolved_on", "撤销日期", "", endOf(func(m *massOrganisation) *model.Date { return &m.DissolvedOn }), "解散日期").note(noteExclusive),
		col("valid_from", "生效日期", "", dateOf(func(m *massOrganisation) *model.Date { return &m.ValidFrom }), "变更日期").note(noteValidFrom),
	},
	list:   func(b *model.Batch) *[]massOrganisation { return &b.MassOrganisations },
	origin: func(m *massOrganisation) *model.Origin { return &m.Origin },
	settle: func(m *massOrganisation, h *header) []*fault {
		return endAfterBegin(m.EstablishedOn, m.DissolvedOn, h, "established_on", "dissolved_on")
	},
	key: func(m *massOrganisation) string { return joinKey(m.Code, m.ValidFrom.String()) },
}.table()

type visit = model.VisitInput

var visitTable = def[visit]{
	name: "visits", title: "走访记录", field: "Visits", stage: stageVisits, partition: "unit_code",
	columns: []column[visit]{
		col("instructor_id", "指导员编号", "1", codeOf(func(v *visit) *string { return &v.InstructorCode }), "instructor_code", "指导员代码", "联络员编号").required(),
		col("unit_code", "统一社会信用代码", "91350100M000100Y43", creditOf(func(v *visit) *model.CreditCode { return &v.UnitCode }), "单位代码", "单位信用代码", "信用代码", "credit_code").required(),
		col("visited_on", "走访日期", "2026-03-05", dateOf(func(v *visit) *model.Date { return &v.VisitedOn }), "走访时间", "联系日期").required(),
		col("content", "走访内容", "指导组建党组织", textOf(longText, func(v *visit) *string { return &v.Content }), "内容", "工作内容"),
		voidOf(func(v *visit) *bool { return &v.Void }),
	},
	list:   func(b *model.Batch) *[]visit { return &b.Visits },
	origin: func(v *visit) *model.Origin { return &v.Origin },
	skip:   func(v *visit) bool { return notAUnit(v.UnitCode) },
	key:    func(v *visit) string { return joinKey(v.InstructorCode, string(v.UnitCode), v.VisitedOn.String()) },
}.table()
