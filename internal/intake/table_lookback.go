package intake

import "fugai/model"

// The tables of what the look-back reads besides coverage.

type officer = model.OfficerInput

var officerTable = def[officer]{
	name: "officers", title: "党组织班子成员", field: "Officers", stage: stageOfficers,
	columns: []column[officer]{
		col("organisation_code", "党组织代码", "990000000001", codeOf(func(o *officer) *string { return &o.OrganisationCode }), "党组织编码", "组织代码").required(),
		enumCol("role", "班子职务", "SECRETARY", officerRoleWords, func(o *officer) *model.OfficerRole { return &o.Role }, "党内职务", "officer_role"),
		col("name", "姓名", "演示书记", textOf(longText, func(o *officer) *string { return &o.Name }), "书记姓名", "officer_name").required(),
		enumCol("eligibility", "任职条件", "ELIGIBLE", eligibilityWords, func(o *officer) *model.Eligibility { return &o.Eligibility }, "是否符合条件"),
		col("eligibility_evidence", "任职条件依据", "", textOf(longText, func(o *officer) *string { return &o.EligibilityEvidence }), "资格审查文号"),
		col("valid_from", "任职日期", "2024-07-01", dateOf(func(o *officer) *model.Date { return &o.ValidFrom }), "起始日期", "当选日期").required(),
		col("valid_to", "免职日期", "", endOf(func(o *officer) *model.Date { return &o.ValidTo }), "终止日期", "离任日期").note(noteExclusive),
		voidOf(func(o *officer) *bool { return &o.Void }),
	},
	list:   func(b *model.Batch) *[]officer { return &b.Officers },
	origin: func(o *officer) *model.Origin { return &o.Origin },
	settle: func(o *officer, h *header) []*fault {
		return endAfterBegin(o.ValidFrom, o.ValidTo, h, "valid_from", "valid_to")
	},
	key: func(o *officer) string {
		return joinKey(o.OrganisationCode, o.Role.String(), o.Name, o.ValidFrom.String())
	},
	span: func(o *officer) (string, model.Valid) {
		return linkUnlessVoid(o.Void, o.ValidFrom, o.ValidTo, o.OrganisationCode, o.Role.String(), o.Name)
	},
}.table()

type activity = model.ActivityInput

var activityTable = def[activity]{
	name: "activities", title: "组织生活记录", field: "Activities", stage: stageActivities,
	columns: []column[activity]{
		col("organisation_code", "党组织代码", "990000000001", codeOf(func(a *activity) *string { return &a.OrganisationCode }), "党组织编码", "组织代码").required(),
		enumCol("kind", "组织生活类别", "GENERAL_MEETING", activityKindWords, func(a *activity) *model.ActivityKind { return &a.Kind }, "活动类别", "会议类别", "activity_kind").required(),
		col("held_on", "开展日期", "2026-03-05", dateOf(func(a *activity) *model.Date { return &a.HeldOn }), "活动日期", "会议日期", "召开日期").required(),
		col("content", "活动内容", "学习党章", textOf(longText, func(a *activity) *string { return &a.Content }), "主题", "会议内容", "内容"),
		voidOf(func(a *activity) *bool { return &a.Void }),
	},
	list:   func(b *model.Batch) *[]activity { return &b.Activities },
	origin: func(a *activity) *model.Origin { return &a.Origin },
	key:    func(a *activity) string { return joinKey(a.OrganisationCode, a.Kind.String(), a.HeldOn.String()) },
}.table()

type leadership = model.LeadershipInput

var leadershipTable = def[leadership]{
	name: "leadership", title: "国有企业领导体制", field: "Leaderships", stage: stageLeaderships, partition: "unit_code",
	columns: []column[leadership]{
		col("unit_code", "统一社会信用代码", "91350100M000100Y43", creditOf(func(l *leadership) *model.CreditCode { return &l.UnitCode }), "单位代码", "单位信用代码", "信用代码", "credit_code").required(),
		enumCol("secretary_is_chairman", "书记董事长是否一肩挑", "YES", answerWords, func(l *leadership) *model.Answer { return &l.OnePerson }, "是否一肩挑", "党委书记董事长一人担任"),
		col("exception_document", "未一肩挑批准文号", "", textOf(longText, func(l *leadership) *string { return &l.ExceptionDocument }), "例外批准文号"),
		enumCol("cross_appointed", "是否双向进入交叉任职", "YES", answerWords, func(l *leadership) *model.Answer { return &l.CrossAppointed }, "双向进入交叉任职", "交叉任职"),
		col("valid_from", "生效日期", "2025-01-01", dateOf(func(l *leadership) *model.Date { return &l.ValidFrom }), "变更日期", "起始日期").note(noteValidFrom),
	},
	list:   func(b *model.Batch) *[]leadership { return &b.Leaderships },
	origin: func(l *leadership) *model.Origin { return &l.Origin },
	skip:   func(l *leadership) bool { return notAUnit(l.UnitCode) },
	key:    func(l *leadership) string { return joinKey(string(l.UnitCode), l.ValidFrom.String()) },
}.table()
