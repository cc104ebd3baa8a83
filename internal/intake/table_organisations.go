package intake

import (
	"strconv"

	"fugai/model"
)

type organisation = model.OrganisationInput

var organisationTable = def[organisation]{
	name: "organisations", title: "党组织", field: "Organisations", stage: stageOrganisations,
	columns: []column[organisation]{
		col("code", "党组织代码", "990000000001", codeOf(func(o *organisation) *string { return &o.Code }), "党组织编码", "组织代码", "代码", "organisation_code").required().note("请将该列设为文本格式。 Format the column as text."),
		col("name", "党组织名称", "演示制造有限公司党支部", textOf(longText, func(o *organisation) *string { return &o.Name }), "组织名称", "名称", "organisation_name").forNew().field(model.OrganisationName),
		enumCol("kind", "党组织类别", "BRANCH", organisationKindWords, func(o *organisation) *model.OrganisationKind { return &o.Kind }, "组织类别", "党组织类型", "类别").forNew().field(model.OrganisationKindField),
		enumCol("nature", "党组织性质", "REGULAR", organisationNatureWords, func(o *organisation) *model.OrganisationNature { return &o.Nature }, "组织性质").field(model.OrganisationNatureField),
		enumCol("set_up", "组建方式", "STANDALONE", setUpWords, func(o *organisation) *model.SetUp { return &o.SetUp }, "组建形式", "建立方式").field(model.OrganisationSetUp).note("覆盖关系未填组建方式时以此为准。 Covers that give none take it from here."),
		col("region_code", "行政区划代码", "990101001000", regionOf(func(o *organisation) *model.RegionCode { return &o.RegionCode }), "区划代码", "所在区划代码").forNew().field(model.OrganisationRegion).note(noteRegion),
		col("parent_code", "上级党组织代码", "990000000000", codeOf(func(o *organisation) *string { return &o.ParentCode }), "上级组织代码", "隶属党组织代码", "上级代码").field(model.OrganisationParent),
		col("established_on", "成立日期", "2017-07-01", dateOf(func(o *organisation) *model.Date { return &o.EstablishedOn }), "建立日期", "组建日期", "成立时间").forNew().field(model.OrganisationEstablishedOn),
		col("dissolved_on", "撤销日期", "", endOf(func(o *organisation) *model.Date { return &o.DissolvedOn }), "解散日期", "终止日期").field(model.OrganisationDissolvedOn).note(noteExclusive),
		col("term_began_on", "本届起始日期", "", dateOf(func(o *organisation) *model.Date { return &o.TermBeganOn }), "换届日期", "届期起").field(model.OrganisationTermBeganOn),
		col("term_ends_on", "届满日期", "", dateOf(func(o *organisation) *model.Date { return &o.TermEndsOn }), "任期届满日期", "届期止").field(model.OrganisationTermEndsOn).note("应当换届的日期。 The day on which the next election is due."),
		col("approval_document", "批准文号", "", textOf(longText, func(o *organisation) *string { return &o.ApprovalDocument }), "批复文号", "批准文件").field(model.OrganisationApprovalDocument),
		col("approved_on", "批准日期", "", dateOf(func(o *organisation) *model.Date { return &o.ApprovedOn }), "批复日期").field(model.OrganisationApprovedOn),
		col("host_code", "牵头党组织代码", "", codeOf(func(o *organisation) *string { return &o.HostCode }), "依托党组织代码", "host_organisation_code").field(model.OrganisationHost).note("兼合式党组织的牵头党组织。 The hosting organisation of a combined one."),
		col("full_members", "正式党员数", "5", countOf(func(o *organisation) *model.Count { return &o.FullMembers }), "formal_members", "正式党员", "正式党员人数").field(model.OrganisationFullMembers),
		col("probationary_members", "预备党员数", "0", countOf(func(o *organisation) *model.Count { return &o.ProbationaryMembers }), "预备党员", "预备党员人数").field(model.OrganisationProbationaryMembers),
		col("territorial", "是否属地党组织", "", yesOf(func(o *organisation) *bool { return &o.Territorial }), "属地党组织").field(model.OrganisationTerritorial).note("是否为本地区的属地党(工)委。 Whether it is the territorial committee of its region."),
		col("education_committee", "是否教育系统党委", "", yesOf(func(o *organisation) *bool { return &o.EducationCommittee }), "教育系统党委", "教育党工委").field(model.OrganisationEducationCommittee).note("学校党组织是否应隶属于它。 Whether the organisations of schools belong under it."),
		col("valid_from", "生效日期", "", dateOf(func(o *organisation) *model.Date { return &o.ValidFrom }), "变更日期").note(noteValidFrom),
	},
	list:   func(b *model.Batch) *[]organisation { return &b.Organisations },
	origin: func(o *organisation) *model.Origin { return &o.Origin },
	given:  func(o *organisation) *model.Fields { return &o.Given },
	settle: func(o *organisation, h *header) []*fault {
		faults := endAfterBegin(o.EstablishedOn, o.DissolvedOn, h, "established_on", "dissolved_on")
		return append(faults, endAfterBegin(o.TermBeganOn, o.TermEndsOn, h, "term_began_on", "term_ends_on")...)
	},
	key: func(o *organisation) string { return joinKey(o.Code, o.ValidFrom.String()) },
}.table()

type participation = model.ParticipationInput

var participantTable = def[participation]{
	name: "participants", title: "兼合式党组织参加党员", field: "Participations", stage: stageParticipants,
	columns: []column[participation]{
		col("organisation_code", "兼合式党组织代码", "990000000009", codeOf(func(p *participation) *string { return &p.OrganisationCode }), "党组织代码", "combined_organisation_code").required(),
		col("home_organisation_code", "组织关系所在党组织代码", "990000000001", codeOf(func(p *participation) *string { return &p.HomeOrganisationCode }), "原党组织代码", "所在党组织代码").required(),
		col("full_members", "正式党员数", "3", countOf(func(p *participation) *model.Count { return &p.FullMembers }), "formal_members", "正式党员", "参加正式党员数", "正式党员人数"),
		col("probationary_members", "预备党员数", "0", countOf(func(p *participation) *model.Count { return &p.ProbationaryMembers }), "预备党员", "参加预备党员数", "预备党员人数"),
		col("valid_from", "起始日期", "2025-01-01", dateOf(func(p *participation) *model.Date { return &p.ValidFrom }), "生效日期", "开始日期", "参加日期").required(),
		col("valid_to", "终止日期", "", endOf(func(p *participation) *model.Date { return &p.ValidTo }), "结束日期", "退出日期").note(noteExclusive),
		voidOf(func(p *participation) *bool { return &p.Void }),
	},
	list:   func(b *model.Batch) *[]participation { return &b.Participations },
	origin: func(p *participation) *model.Origin { return &p.Origin },
	settle: func(p *participation, h *header) []*fault {
		return endAfterBegin(p.ValidFrom, p.ValidTo, h, "valid_from", "valid_to")
	},
	key: func(p *participation) string {
		return joinKey(p.OrganisationCode, p.HomeOrganisationCode, p.ValidFrom.String())
	},
	span: func(p *participation) (string, model.Valid) {
		return linkUnlessVoid(p.Void, p.ValidFrom, p.ValidTo, p.OrganisationCode, p.HomeOrganisationCode)
	},
}.table()

// linkUnlessVoid is the link of a row for the check of overlaps; a withdrawn row overlaps nothing.
func linkUnlessVoid(void bool, from, to model.Date, parts ...string) (string, model.Valid) {
	if void {
		return "", model.Valid{}
	}
	if to == 0 {
		to = model.Never
	}
	return joinKey(parts...), model.Valid{ValidFrom: from, ValidTo: to}
}

type declared = model.DeclaredReturnInput

var declaredReturnTable = def[declared]{
	name: "declared_returns", title: "年报填报数", field: "DeclaredReturns", stage: stageDeclaredReturns,
	columns: []column[declared]{
		col("organisation_code", "党组织代码", "990000000001", codeOf(func(d *declared) *string { return &d.OrganisationCode }), "填报党组织代码").required(),
		col("year", "年度", "2025", func(d *declared, cell string, _ *cellContext) *fault {
			year, ok := digits(cell)
			if !ok || year < 1949 || year > 2999 {
				return faultf(CodeCount, "%q is no year; write it as 2025", cell)
			}
			d.Year = year
			return nil
		}, "年份").required(),
		col("table", "表号", "表7", textOf(shortText, func(d *declared) *string { return &d.Table }), "报表", "表名", "表").required(),
		col("row", "行", "01", textOf(shortText, func(d *declared) *string { return &d.Row }), "行号", "行次").required(),
		col("column", "列", "1", textOf(shortText, func(d *declared) *string { return &d.Column }), "列号", "栏", "栏次").required(),
		col("value", "数值", "12", func(d *declared, cell string, _ *cellContext) *fault {
			n, f := count(cell)
			d.Value = int64(n.Int())
			return f
		}, "填报数", "数").required(),
	},
	list:   func(b *model.Batch) *[]declared { return &b.DeclaredReturns },
	origin: func(d *declared) *model.Origin { return &d.Origin },
	key: func(d *declared) string {
		return joinKey(d.OrganisationCode, strconv.Itoa(d.Year), d.Table, d.Row, d.Column)
	},
}.table()
