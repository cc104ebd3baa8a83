package intake

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// enumWords reads the values of an enum: English names, Chinese terms and the usual other words.
type enumWords[E enum] struct {
	values map[string]E
	help   string
}

type enum interface {
	~uint8
	String() string
	Title() string
}

// words builds the reader of an enum. hidden values are the product's own ("masked", "none") and cannot be entered.
func words[E enum](all []E, more map[string]E, hidden ...E) *enumWords[E] {
	w := &enumWords[E]{values: map[string]E{}}
	var help []string
	for _, v := range all {
		if slices.Contains(hidden, v) {
			continue
		}
		w.values[v.String()] = v
		w.values[strings.ToLower(v.String())] = v
		w.values[v.Title()] = v
		help = append(help, fmt.Sprintf("%s (%s)", v.Title(), v))
	}
	for word, v := range more {
		w.values[word] = v
	}
	w.help = strings.Join(help, ", ")
	return w
}

func (w *enumWords[E]) read(s string) (E, *fault) {
	if v, ok := w.values[s]; ok {
		return v, nil
	}
	if v, ok := w.values[strings.ToUpper(narrow(s))]; ok {
		return v, nil
	}
	return 0, faultf(CodeEnum, "%q is not one of the values; use %s", s, w.help)
}

var (
	domainWords = words(model.AllDomain(), map[string]model.Domain{
		"非公企业": model.DomainNonPublicEnterprise, "非公有制": model.DomainNonPublicEnterprise, "非公": model.DomainNonPublicEnterprise,
		"民营企业": model.DomainNonPublicEnterprise, "社会组织类": model.DomainSocialOrganisation, "社会团体": model.DomainSocialOrganisation,
		"国企": model.DomainStateOwnedEnterprise, "国有": model.DomainStateOwnedEnterprise, "公有制企业": model.DomainStateOwnedEnterprise,
		"中小学校": model.DomainSchool, "学校类": model.DomainSchool, "机关单位": model.DomainOrgan, "党政机关": model.DomainOrgan,
	})
	controlWords = words(model.AllControl(), map[string]model.Control{
		"国有": model.ControlState, "国有企业": model.ControlState, "国资": model.ControlState, "国控": model.ControlState,
		"集体": model.ControlCollective, "集体企业": model.ControlCollective,
		"民营": model.ControlPrivate, "私营": model.ControlPrivate, "私人": model.ControlPrivate, "民营控股": model.ControlPrivate,
		"私有": model.ControlPrivate, "私营企业": model.ControlPrivate, "民营企业": model.ControlPrivate,
		"港澳台": model.ControlHkMacaoTaiwan, "港澳台商": model.ControlHkMacaoTaiwan, "港澳台控股": model.ControlHkMacaoTaiwan,
		"港澳台资": model.ControlHkMacaoTaiwan, "港澳台投资": model.ControlHkMacaoTaiwan,
		"外商": model.ControlForeign, "外资": model.ControlForeign, "外资控股": model.ControlForeign, "外商投资": model.ControlForeign,
		"未知": model.ControlUnknown, "不详": model.ControlUnknown,
	})
	sizeWords = words(model.AllSize(), map[string]model.Size{
		"大": model.SizeLarge, "大型企业": model.SizeLarge, "中": model.SizeMedium, "中型企业": model.SizeMedium,
		"小": model.SizeSmall, "小型企业": model.SizeSmall, "微": model.SizeMicro, "微型企业": model.SizeMicro, "小微": model.SizeMicro,
		"未知": model.SizeUnknown, "不详": model.SizeUnknown,
	})
	statusWords = words(model.AllUnitStatus(), map[string]model.UnitStatus{
		"在业": model.UnitStatusActive, "正常": model.UnitStatusActive, "开业": model.UnitStatusActive, "营业": model.UnitStatusActive,
		"在营": model.UnitStatusActive, "存续（在营、开业、在册）": model.UnitStatusActive, "在册": model.UnitStatusActive, "在营（开业）": model.UnitStatusActive,
		"歇业": model.UnitStatusSuspended, "暂停营业": model.UnitStatusSuspended, "停业整顿": model.UnitStatusSuspended,
		"吊销未注销": model.UnitStatusRevoked, "吊销，未注销": model.UnitStatusRevoked, "已吊销": model.UnitStatusRevoked, "撤销": model.UnitStatusRevoked,
		"已注销": model.UnitStatusDeregistered, "吊销，已注销": model.UnitStatusDeregistered, "吊销已注销": model.UnitStatusDeregistered,
		"未运营": model.UnitStatusNotOperating, "未实际经营": model.UnitStatusNotOperating, "空壳": model.UnitStatusNotOperating,
	})
	regionLevelWords = words(model.AllRegionLevel(), map[string]model.RegionLevel{
		"省": model.RegionLevelProvince, "自治区": model.RegionLevelProvince, "直辖市": model.RegionLevelProvince,
		"市": model.RegionLevelCity, "市级": model.RegionLevelCity, "设区市": model.RegionLevelCity, "地市": model.RegionLevelCity,
		"县": model.RegionLevelCounty, "区": model.RegionLevelCounty, "区县": model.RegionLevelCounty, "县区": model.RegionLevelCounty,
		"乡镇": model.RegionLevelTownship, "镇": model.RegionLevelTownship, "乡": model.RegionLevelTownship, "街道": model.RegionLevelTownship,
		"乡镇级": model.RegionLevelTownship, "乡镇街道": model.RegionLevelTownship,
		"村": model.RegionLevelVillage, "社区": model.RegionLevelVillage, "村社区": model.RegionLevelVillage,
	})
	zoneKindWords = words(model.AllZoneKind(), map[string]model.ZoneKind{
		"园": model.ZoneKindPark, "产业园": model.ZoneKindPark, "工业园": model.ZoneKindPark, "工业园区": model.ZoneKindPark, "开发区": model.ZoneKindPark,
		"楼": model.ZoneKindBuilding, "商务楼宇": model.ZoneKindBuilding, "专业市场": model.ZoneKindMarket, "商圈街区": model.ZoneKindBusinessDistrict,
		"街区": model.ZoneKindBusinessDistrict,
	})
	organisationKindWords = words(model.AllOrganisationKind(), map[string]model.OrganisationKind{
		"委员会": model.OrganisationKindCommittee, "基层党委": model.OrganisationKindCommittee, "总支": model.OrganisationKindGeneralBranch,
		"总支部": model.OrganisationKindGeneralBranch, "党总支部": model.OrganisationKindGeneralBranch,
		"支部": model.OrganisationKindBranch, "工委": model.OrganisationKindWorkingCommittee, "党的工作委员会": model.OrganisationKindWorkingCommittee,
	})
	organisationNatureWords = words(model.AllOrganisationNature(), map[string]model.OrganisationNature{
		"常规": model.OrganisationNatureRegular, "正式": model.OrganisationNatureRegular, "临时党组织": model.OrganisationNatureTemporary,
		"功能型党组织": model.OrganisationNatureFunctional, "流动党组织": model.OrganisationNatureMobile, "流动党员党组织": model.OrganisationNatureMobile,
	})
	setUpWords = words(model.AllSetUp(), map[string]model.SetUp{
		"单独": model.SetUpStandalone, "独立组建": model.SetUpStandalone, "单独建立": model.SetUpStandalone,
		"联合": model.SetUpJoint, "联合建立": model.SetUpJoint, "挂靠": model.SetUpAffiliated, "依托组建": model.SetUpAffiliated,
		"兼合": model.SetUpCombined, "兼合式组建": model.SetUpCombined, "兼合式党组织": model.SetUpCombined,
	}, model.SetUpNone)
	jointBasisWords = words(model.AllJointBasis(), map[string]model.JointBasis{
		"单位": model.JointBasisUnit, "区域": model.JointBasisRegion, "行业": model.JointBasisTrade,
	})
	coverKindWords = words(model.AllCoverKind(), map[string]model.CoverKind{
		"组织": model.CoverKindOrganisation, "工作": model.CoverKindWork, "党的组织覆盖": model.CoverKindOrganisation, "党的工作覆盖": model.CoverKindWork,
	})
	endReasonWords = words(model.AllEndReason(), map[string]model.EndReason{
		"撤销": model.EndReasonDissolved, "迁出": model.EndReasonMoved, "关闭": model.EndReasonUnitClosed, "注销": model.EndReasonUnitClosed,
		"期满": model.EndReasonServiceEnded, "届满": model.EndReasonServiceEnded,
	})
	instructorRoleWords = words(model.AllInstructorRole(), map[string]model.InstructorRole{
		"指导员": model.InstructorRoleInstructor, "联络员": model.InstructorRoleLiaison,
	})
	officerRoleWords = words(model.AllOfficerRole(), map[string]model.OfficerRole{
		"党支部书记": model.OfficerRoleSecretary, "党委书记": model.OfficerRoleSecretary, "党总支书记": model.OfficerRoleSecretary,
		"第一书记": model.OfficerRoleSecretary, "党支部副书记": model.OfficerRoleDeputySecretary, "党委副书记": model.OfficerRoleDeputySecretary,
	})
	eligibilityWords = words(model.AllEligibility(), map[string]model.Eligibility{
		"是": model.EligibilityEligible, "合格": model.EligibilityEligible, "Y": model.EligibilityEligible,
		"否": model.EligibilityNotEligible, "不合格": model.EligibilityNotEligible, "N": model.EligibilityNotEligible,
		"未知": model.EligibilityUnknown, "不详": model.EligibilityUnknown,
	})
	activityKindWords = words(model.AllActivityKind(), map[string]model.ActivityKind{
		"支部大会": model.ActivityKindGeneralMeeting, "党员大会": model.ActivityKindGeneralMeeting, "支委会": model.ActivityKindCommitteeMeeting,
		"党委会": model.ActivityKindCommitteeMeeting, "党小组会议": model.ActivityKindGroupMeeting, "讲党课": model.ActivityKindLecture,
		"主题党日活动": model.ActivityKindThemeDay, "民主评议党员": model.ActivityKindOrganisationLife,
	})
	answerWords = words(model.AllAnswer(), map[string]model.Answer{
		"Y": model.AnswerYes, "N": model.AnswerNo, "未知": model.AnswerUnknown, "不详": model.AnswerUnknown,
	})
	massKindWords = words(model.AllMassOrganisationKind(), map[string]model.MassOrganisationKind{
		"工会组织": model.MassOrganisationKindTradeUnion, "团组织": model.MassOrganisationKindYouthLeague, "共青团组织": model.MassOrganisationKindYouthLeague,
		"团支部": model.MassOrganisationKindYouthLeague, "妇女联合会": model.MassOrganisationKindWomensFederation, "妇联组织": model.MassOrganisationKindWomensFederation,
	})
	unitKindWords = words(model.AllUnitKind(), map[string]model.UnitKind{
		"社团": model.UnitKindAssociation, "民非": model.UnitKindServiceBody, "民办非企业": model.UnitKindServiceBody, "社会服务机构": model.UnitKindServiceBody,
		"律所": model.UnitKindLawFirm, "会计事务所": model.UnitKindAccountingFirm, "税务事务所": model.UnitKindTaxFirm,
		"初中": model.UnitKindJuniorSecondarySchool, "高中": model.UnitKindSeniorSecondarySchool, "九年一贯制": model.UnitKindNineYearSchool,
		"十二年一贯制": model.UnitKindTwelveYearSchool, "中职": model.UnitKindVocationalSchool, "特殊教育": model.UnitKindSpecialSchool,
		"高校": model.UnitKindHigherEducation, "大学": model.UnitKindHigherEducation, "央企": model.UnitKindCentralSoe, "省属": model.UnitKindProvincialSoe,
		"市属": model.UnitKindMunicipalSoe, "县属": model.UnitKindCountySoe, "区属": model.UnitKindCountySoe, "厅级": model.UnitKindBureauRank,
		"处级": model.UnitKindDivisionRank, "科级": model.UnitKindSectionRank,
	})
	aboveScaleWords = words(model.AllAboveScale(), map[string]model.AboveScale{
		"是": model.AboveScaleYes, "规上": model.AboveScaleYes, "Y": model.AboveScaleYes, "否": model.AboveScaleNo, "规下": model.AboveScaleNo, "N": model.AboveScaleNo,
	})
	publicOrPrivateWords = words(model.AllPublicOrPrivate(), map[string]model.PublicOrPrivate{
		"公办": model.PublicOrPrivatePublic, "公立": model.PublicOrPrivatePublic, "民办": model.PublicOrPrivatePrivate, "私立": model.PublicOrPrivatePrivate,
	})
	organKindWords  = words(model.AllOrganKind(), nil)
	successionWords = words(model.AllSuccessionKind(), map[string]model.SuccessionKind{
		"换证": model.SuccessionKindNewCreditCode, "换码": model.SuccessionKindNewCreditCode, "被合并": model.SuccessionKindMergedInto,
	})
	directionWords = words(model.AllDirection(), map[string]model.Direction{
		"A": model.DirectionBackboneToMember, "B": model.DirectionMemberToBackbone, "C": model.DirectionBackboneToManagement,
		"把骨干教师培养成党员": model.DirectionBackboneToMember, "把党员教师培养成骨干": model.DirectionMemberToBackbone,
		"把党员骨干培养成管理人员": model.DirectionBackboneToManagement,
	}, model.DirectionMasked)
	stepWords    = words(model.AllStepKind(), nil, model.StepKindMasked)
	outcomeWords = words(model.AllOutcome(), map[string]model.Outcome{"完成": model.OutcomeCompleted, "退出": model.OutcomeWithdrew}, model.OutcomeMasked)
)
