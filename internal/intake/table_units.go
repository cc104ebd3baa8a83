package intake

import (
	"strings"

	"fugai/model"
)

type unit = model.UnitInput

var unitTable = def[unit]{
	name: "units", title: "单位", field: "Units", stage: stageUnits, partition: "credit_code",
	columns: []column[unit]{
		col("credit_code", "统一社会信用代码", "91350100M000100Y43", creditOf(func(u *unit) *model.CreditCode { return &u.CreditCode }), "信用代码", "社会信用代码", "unit_code").required().note("18位，请将该列设为文本格式。 18 characters; format the column as text."),
		col("name", "单位名称", "演示制造有限公司", textOf(longText, func(u *unit) *string { return &u.Name }), "企业名称", "机构名称", "学校名称", "社会组织名称", "单位详细名称", "unit_name").forNew().field(model.UnitName),
		enumCol("domain", "领域", "NON_PUBLIC_ENTERPRISE", domainWords, func(u *unit) *model.Domain { return &u.Domain }, "所属领域", "单位领域").forNew().field(model.UnitDomain),
		enumCol("also_domain", "兼属领域", "", domainWords, func(u *unit) *model.Domain { return &u.AlsoDomain }, "同时计入领域", "另计领域").field(model.UnitAlsoDomain).note("单位同时计入的另一领域，如民办学校。 Second domain in which the unit also counts, for example of a private school."),
		enumCol("control", "控股情况", "PRIVATE", controlWords, func(u *unit) *model.Control { return &u.Control }, "企业控股情况", "控股类型").field(model.UnitControl),
		col("region_code", "行政区划代码", "990101001000", regionOf(func(u *unit) *model.RegionCode { return &u.RegionCode }), "区划代码", "所在地区划代码", "所在地行政区划代码").forNew().field(model.UnitRegion).note(noteRegion),
		col("zone_code", "园区代码", "", codeOf(func(u *unit) *string { return &u.ZoneCode }), "园区", "楼宇代码", "所属园区代码").field(model.UnitZone),
		col("industry", "国民经济行业", "C", industryOf, "行业", "行业门类", "行业代码", "国民经济行业代码", "行业分类").field(model.UnitIndustry).note("GB/T 4754-2017门类A–T，可带数字（C、C13、1310），或门类名称。 Section A–T of GB/T 4754-2017, alone or with digits (C, C13, 1310), or its Chinese name."),
		enumCol("size", "企业规模", "SMALL", sizeWords, func(u *unit) *model.Size { return &u.Size }, "单位规模", "规模").field(model.UnitSize),
		col("employees", "从业人数", "120", countOf(func(u *unit) *model.Count { return &u.Employees }), "从业人员", "从业人员数", "从业人员期末人数", "职工人数", "职工总数", "员工人数").field(model.UnitEmployees).note("未报请留空，0表示没有。 Empty where not reported; 0 means none."),
		col("on_duty_staff", "在岗职工数", "110", countOf(func(u *unit) *model.Count { return &u.OnDutyStaff }), "在岗职工", "在岗职工人数").field(model.UnitOnDutyStaff),
		col("full_members", "正式党员数", "4", countOf(func(u *unit) *model.Count { return &u.FullMembers }), "formal_members", "正式党员", "正式党员人数").field(model.UnitFullMembers).note("正式组织关系在本单位的党员，未报请留空。 Members whose membership is formally kept at the unit; empty where not reported."),
		col("probationary_members", "预备党员数", "1", countOf(func(u *unit) *model.Count { return &u.ProbationaryMembers }), "预备党员", "预备党员人数").field(model.UnitProbationaryMembers).note("没有这一列时按0计。 Without this column the number counts as 0."),
		col("members_elsewhere", "组织关系不在本单位党员数", "2", countOf(func(u *unit) *model.Count { return &u.MembersElsewhere }), "组织关系在外党员数", "未转入组织关系党员数").field(model.UnitMembersElsewhere),
		col("established_on", "成立日期", "2016-05-14", dateOf(func(u *unit) *model.Date { return &u.FoundedOn }), "founded_on", "注册日期", "设立日期", "成立时间", "开业日期").forNew().field(model.UnitFoundedOn),
		enumCol("status", "登记状态", "ACTIVE", statusWords, func(u *unit) *model.UnitStatus { return &u.Status }, "经营状态", "运营状态", "企业状态", "单位状态").field(model.UnitStatusField),
		col("status_evidence", "状态依据", "", textOf(longText, func(u *unit) *string { return &u.StatusEvidence }), "认定依据").field(model.UnitStatusEvidence).note("非存续状态的认定文件或依据。 The decision behind a status other than ACTIVE."),
		col("responsible_code", "负责党组织代码", "", codeOf(func(u *unit) *string { return &u.ResponsibleCode }), "责任党组织代码", "隶属党组织代码", "responsible_organisation_code").field(model.UnitResponsible),
		enumCol("kind", "单位类型", "", unitKindWords, func(u *unit) *model.UnitKind { return &u.Kind }, "登记类型", "社会组织类型", "学校类型", "国企层级", "机关级别", "机构类型", "unit_kind").field(model.UnitKindField).note("社会组织、学校的类型，国企层级或机关级别。 Kind of social organisation, school, state-owned enterprise, or rank of an organ."),
		enumCol("above_scale", "是否规模以上", "YES", aboveScaleWords, func(u *unit) *model.AboveScale { return &u.AboveScale }, "规模以上", "规上企业", "是否规上").field(model.UnitAboveScale),
		col("school_type", "办学类型代码", "", schoolTypeOf, "学校办学类型", "办学类型").field(model.UnitSchoolType).note("3位代码，如111幼儿园、211小学。 3 digits: 111 kindergarten, 211 primary school …"),
		col("pupils", "在校学生数", "", countOf(func(u *unit) *model.Count { return &u.Pupils }), "学生数", "在校生数").field(model.UnitPupils),
		col("teachers", "教职工数", "", countOf(func(u *unit) *model.Count { return &u.Teachers }), "专任教师数", "教师数").field(model.UnitTeachers),
		enumCol("public_or_private", "公办民办", "", publicOrPrivateWords, func(u *unit) *model.PublicOrPrivate { return &u.PublicOrPrivate }, "办学性质", "举办者性质").field(model.UnitPublicOrPrivate),
		enumCol("organ_kind", "机关类别", "", organKindWords, func(u *unit) *model.OrganKind { return &u.OrganKind }, "机关类型").field(model.UnitOrganKind),
		col("supervisor", "业务主管单位", "", textOf(longText, func(u *unit) *string { return &u.Supervisor }), "主管单位", "主管部门").field(model.UnitSupervisor),
		col("supervisor_code", "业务主管单位代码", "", creditOf(func(u *unit) *model.CreditCode { return &u.SupervisorCode }), "主管单位信用代码", "主管部门代码").field(model.UnitSupervisorCode),
		col("valid_from", "生效日期", "", dateOf(func(u *unit) *model.Date { return &u.ValidFrom }), "变更日期", "数据日期").note(noteValidFrom),
		col("succeeds_code", "承继单位代码", "", creditOf(func(u *unit) *model.CreditCode { return &u.SucceedsCode }), "原统一社会信用代码", "原信用代码").note("本单位所承继的原单位信用代码。 Credit code of the unit that this one goes on from."),
		enumCol("succession_kind", "承继方式", "", successionWords, func(u *unit) *model.SuccessionKind { return &u.SuccessionKind }),
	},
	list:   func(b *model.Batch) *[]unit { return &b.Units },
	origin: func(u *unit) *model.Origin { return &u.Origin },
	given:  func(u *unit) *model.Fields { return &u.Given },
	skip:   func(u *unit) bool { return notAUnit(u.CreditCode) },
	settle: settleUnit,
	key: func(u *unit) string {
		if u.ValidFrom == 0 {
			return string(u.CreditCode)
		}
		return joinKey(string(u.CreditCode), u.ValidFrom.String())
	},
}.table()

// notAUnit tells the credit codes of individual businesses and of village and residents' committees.
func notAUnit(code model.CreditCode) bool {
	return strings.HasPrefix(string(code), "92") || strings.HasPrefix(string(code), "54") || strings.HasPrefix(string(code), "55")
}

func settleUnit(u *unit, h *header) (faults []*fault) {
	u.NoProbationaryColumn = u.Given.Has(model.UnitFullMembers) && !u.Given.Has(model.UnitProbationaryMembers)
	settleKind(u)
	if u.Status == 0 { // an empty cell does not bring a closed unit back to life
		u.Given &^= model.Fields(0).With(model.UnitStatusField)
	}
	if u.AlsoDomain != 0 && u.AlsoDomain == u.Domain {
		faults = append(faults, faultf(CodeContradiction, "the unit cannot also count in its own domain %s; leave the cell empty", u.Domain.Title()).at(h.title("also_domain")))
	}
	if (u.SucceedsCode == "") != (u.SuccessionKind == 0) {
		faults = append(faults, faultf(CodeContradiction, "a succession needs both the code of the unit before and the kind (承继方式)").at(h.title("succeeds_code", "succession_kind")))
	}
	if u.SucceedsCode != "" && u.SucceedsCode == u.CreditCode {
		faults = append(faults, faultf(CodeContradiction, "a unit cannot succeed itself").at(h.title("succeeds_code")))
	}
	return faults
}

// settleKind derives the kind where the code or the school type tells it, and the domain of the firms that count as social
// organisations.
func settleKind(u *unit) {
	if u.Kind == 0 {
		if u.Kind = kindByCode(u); u.Kind != 0 {
			u.Given = u.Given.With(model.UnitKindField)
		}
	}
	switch u.Kind {
	case model.UnitKindLawFirm, model.UnitKindAccountingFirm, model.UnitKindTaxFirm:
		u.Domain, u.Given = model.DomainSocialOrganisation, u.Given.With(model.UnitDomain)
	}
}

func kindByCode(u *unit) model.UnitKind {
	prefix := u.CreditCode[:2]
	switch {
	case prefix == "31":
		return model.UnitKindLawFirm
	case u.SchoolType != "":
		return schoolKind(u.SchoolType)
	case u.Domain != model.DomainSocialOrganisation:
		return 0
	case prefix == "51":
		return model.UnitKindAssociation
	case prefix == "52":
		return model.UnitKindServiceBody
	case prefix == "53":
		return model.UnitKindFoundation
	}
	return 0
}

// schoolKind groups the ministry's codes of school types.
func schoolKind(code string) model.UnitKind {
	switch {
	case strings.HasPrefix(code, "11"):
		return model.UnitKindKindergarten
	case strings.HasPrefix(code, "21"):
		return model.UnitKindPrimarySchool
	case code == "312":
		return model.UnitKindNineYearSchool
	case strings.HasPrefix(code, "31"):
		return model.UnitKindJuniorSecondarySchool
	case code == "345":
		return model.UnitKindTwelveYearSchool
	case strings.HasPrefix(code, "34"):
		return model.UnitKindSeniorSecondarySchool
	case strings.HasPrefix(code, "36"):
		return model.UnitKindVocationalSchool
	case strings.HasPrefix(code, "4"):
		return model.UnitKindHigherEducation
	case strings.HasPrefix(code, "51"):
		return model.UnitKindSpecialSchool
	}
	return model.UnitKindOtherSchool
}

func schoolTypeOf(u *unit, cell string, _ *cellContext) *fault {
	if _, ok := digits(cell); !ok || len(cell) != 3 {
		return faultf(CodeEnum, "%q is no school type; write the 3 digits of the ministry's code, for example 211 for a primary school", cell)
	}
	u.SchoolType = cell
	return nil
}
