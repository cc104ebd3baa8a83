package seeds

import "fugai/model"

// traits are the kinds of units by domain, with invented but plausible weights.
var traits = map[model.Domain][]option[trait]{
	model.DomainNonPublicEnterprise: {
		{30, enterprise("农业发展有限公司", "A01")}, {4, enterprise("矿业有限公司", "B10")},
		{120, enterprise("制造有限公司", "C34")}, {60, enterprise("服饰有限公司", "C18")}, {60, enterprise("食品有限公司", "C14")},
		{6, enterprise("能源有限公司", "D")}, {70, enterprise("建设工程有限公司", "E")},
		{180, enterprise("商贸有限公司", "F51")}, {90, enterprise("零售有限公司", "F")},
		{45, enterprise("物流有限公司", "G")}, {45, enterprise("餐饮管理有限公司", "H62")},
		{55, enterprise("信息技术有限公司", "I65")}, {8, enterprise("投资管理有限公司", "J")},
		{40, enterprise("置业有限公司", "K70")}, {80, enterprise("咨询服务有限公司", "L")},
		{40, enterprise("检测技术有限公司", "M")}, {8, enterprise("环境工程有限公司", "N77")},
		{30, enterprise("维修服务有限公司", "O")}, {10, enterprise("教育咨询有限公司", "P83")},
		{10, enterprise("健康管理有限公司", "Q84")}, {15, enterprise("文化传播有限公司", "R")},
		{1, trait{head: "91", tail: "国际交流服务有限公司", industry: "T", low: 1, high: 40, members: 300}},
		{14, trait{head: "91", tail: "综合服务有限公司", low: 1, high: 60, members: 300}},
	},
	model.DomainSocialOrganisation: {
		{430, trait{head: "51", tail: "行业协会", industry: "S95", kind: model.UnitKindAssociation, low: 1, high: 60, members: 700}},
		{380, trait{head: "52", tail: "社会服务中心", industry: "Q85", kind: model.UnitKindServiceBody, low: 2, high: 90, members: 350}},
		{30, trait{head: "53", tail: "公益基金会", industry: "S95", kind: model.UnitKindFoundation, low: 2, high: 20, members: 700}},
		{80, trait{head: "31", tail: "律师事务所", industry: "L72", kind: model.UnitKindLawFirm, low: 3, high: 150, members: 600}},
		{40, trait{head: "91", tail: "会计师事务所", industry: "L72", kind: model.UnitKindAccountingFirm, low: 3, high: 120, members: 400}},
		{40, trait{head: "91", tail: "税务师事务所", industry: "L72", kind: model.UnitKindTaxFirm, low: 3, high: 60, members: 400}},
	},
	model.DomainSchool: {
		{150, publicSchool("幼儿园", "111", model.UnitKindKindergarten, 90)},
		{260, publicSchool("小学", "211", model.UnitKindPrimarySchool, 260)},
		{90, publicSchool("初级中学", "311", model.UnitKindJuniorSecondarySchool, 300)},
		{40, publicSchool("九年一贯制学校", "312", model.UnitKindNineYearSchool, 400)},
		{20, publicSchool("完全中学", "341", model.UnitKindSeniorSecondarySchool, 500)},
		{20, publicSchool("高级中学", "342", model.UnitKindSeniorSecondarySchool, 500)},
		{15, publicSchool("中等职业学校", "361", model.UnitKindVocationalSchool, 450)},
		{10, publicSchool("特殊教育学校", "", model.UnitKindSpecialSchool, 120)},
		{6, publicSchool("职业技术学院", "", model.UnitKindHigherEducation, 1500)},
		{220, privateSchool("52", "民办幼儿园", "111", model.UnitKindKindergarten, 80)},
		{60, privateSchool("91", "民办幼儿园有限公司", "111", model.UnitKindKindergarten, 80)},
		{30, privateSchool("52", "民办实验小学", "211", model.UnitKindPrimarySchool, 200)},
		{20, privateSchool("91", "民办中学有限公司", "311", model.UnitKindJuniorSecondarySchool, 220)},
		{12, privateSchool("52", "民办十二年一贯制学校", "345", model.UnitKindTwelveYearSchool, 500)},
		{20, privateSchool("52", "民办培训学校", "", model.UnitKindOtherSchool, 60)},
	},
	model.DomainStateOwnedEnterprise: {
		{40, stateOwned("能源集团有限公司", "D44", model.UnitKindCentralSoe, 3000)},
		{140, stateOwned("交通发展集团有限公司", "G54", model.UnitKindProvincialSoe, 1500)},
		{300, stateOwned("城市建设投资有限公司", "E48", model.UnitKindMunicipalSoe, 600)},
		{520, stateOwned("供销合作有限公司", "F52", model.UnitKindCountySoe, 250)},
	},
	model.DomainOrgan: {
		{130, organ("党务工作部门", "S91", model.UnitKindDivisionRank, model.OrganKindPartyOrgan)},
		{440, organ("政务服务局", "S92", model.UnitKindSectionRank, model.OrganKindGovernmentOrgan)},
		{30, organ("综合管理厅", "S92", model.UnitKindBureauRank, model.OrganKindGovernmentOrgan)},
		{40, organ("人大办事机构", "S92", model.UnitKindSectionRank, model.OrganKindPeoplesCongress)},
		{40, organ("政协办事机构", "S93", model.UnitKindDivisionRank, model.OrganKindCppcc)},
		{40, organ("法院", "S92", model.UnitKindDivisionRank, model.OrganKindCourt)},
		{40, organ("检察院", "S92", model.UnitKindDivisionRank, model.OrganKindProcuratorate)},
		{90, organ("群团机关", "S95", model.UnitKindSectionRank, model.OrganKindMassOrgan)},
		{150, organ("事务中心", "S92", model.UnitKindSectionRank, model.OrganKindPublicInstitution)},
	},
}

func enterprise(tail, industry string) trait {
	return trait{head: "91", tail: tail, industry: industry, low: 1, high: 170, members: 300}
}

func publicSchool(tail, schoolType string, kind model.UnitKind, high int) trait {
	return trait{head: "12", tail: tail, industry: "P83", kind: kind, low: 8, high: high, members: 800,
		public: model.PublicOrPrivatePublic, schoolType: schoolType}
}

// privateSchool also counts in the domain that it is registered under: 52 a private non-enterprise unit, 91 an enterprise.
func privateSchool(head, tail, schoolType string, kind model.UnitKind, high int) trait {
	also := model.DomainSocialOrganisation
	if head == "91" {
		also = model.DomainNonPublicEnterprise
	}
	return trait{head: head, tail: tail, industry: "P83", kind: kind, low: 5, high: high, members: 300, also: also,
		public: model.PublicOrPrivatePrivate, schoolType: schoolType}
}

func stateOwned(tail, industry string, kind model.UnitKind, high int) trait {
	return trait{head: "91", tail: tail, industry: industry, kind: kind, low: 8, high: high, members: 900}
}

func organ(tail, industry string, rank model.UnitKind, kind model.OrganKind) trait {
	head := "11"
	if kind == model.OrganKindPublicInstitution {
		head = "12"
	}
	return trait{head: head, tail: tail, industry: industry, kind: rank, low: 6, high: 260, members: 2200, organ: kind}
}
