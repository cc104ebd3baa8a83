package indicator

import (
	"slices"

	"fugai/model"
)

// The regulations that the definitions go back to.
const (
	opinion2012   = "《关于加强和改进非公有制企业党的建设工作的意见(试行)》(2012)"
	constitution  = "《中国共产党章程》第三十条"
	branches2018  = "《中国共产党支部工作条例(试行)》(2018)"
	published2012 = "中国共产党党内统计公报口径说明(2012)"
	localPractice = "地方做法"
)

// since2012 is the day of the opinion on non-public enterprises, from which coverage has been counted.
var since2012 = model.MustDate("2012-03-01")

// catalogue is the list of all indicators of units, in the order in which results are packed and rows are shown: those of coverage,
// then those of the look-back alone. A new one is one new entry at the end.
var catalogue = slices.Concat(coverageCatalogue, unitLookBack)

// coverageCatalogue are the indicators of coverage; some are rules of the look-back as well.
var coverageCatalogue = []*Indicator{
	{
		Key: "ORGANISATION_COVERAGE", Title: "组织覆盖率", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"covered by an organisation through a counted set-up ({counted.setUps}) / operating units",
				"通过计入的组建方式({counted.setUps})有党组织覆盖的单位 / 实体运营单位",
			},
			reads:      []string{"counted.setUps", "counted.natures"},
			population: everyUnit, counts: countedOrganisations, kinds: ofOrganisations,
		}},
	},
	{
		Key: "ORGANISATION_COVERAGE_RETURN", Title: "组织覆盖率(公布口径)", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: published2012,
			formula:    Text{"STANDALONE or JOINT / operating units", "单独组建或联合组建党组织的单位 / 实体运营单位"},
			reads:      []string{"counted.natures"},
			population: everyUnit, counts: only(standalone | joint), kinds: ofOrganisations,
		}},
	},
	{
		Key: "STANDALONE_ESTABLISHMENT", Title: "单独组建率", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: branches2018,
			formula:    Text{"STANDALONE / operating units", "单独组建党组织的单位 / 实体运营单位"},
			reads:      []string{"counted.natures"},
			population: everyUnit, counts: only(standalone), kinds: ofOrganisations,
		}},
	},
	{
		Key: "DUE_ESTABLISHMENT", Title: "应建尽建率", Subject: model.SubjectUnit, Coverage: true, LookBack: true, MemberBased: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: constitution,
			formula: Text{
				"STANDALONE / operating units with at least {thresholds.standAlone} full members",
				"单独组建党组织的单位 / 正式党员{thresholds.standAlone}名及以上的实体运营单位",
			},
			reads:      []string{"counted.natures", "thresholds.standAlone"},
			population: enoughFullMembers, counts: only(standalone), kinds: ofOrganisations, facts: []factName{fullMembers},
			told: toldDue,
			mend: Text{"apply for an organisation of the unit's own", "报批单独组建党组织"},
		}},
	},
	{
		Key: "DUE_COVERED", Title: "应建已覆盖率", Subject: model.SubjectUnit, Coverage: true, MemberBased: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: constitution,
			formula: Text{
				"STANDALONE or JOINT / operating units with at least {thresholds.standAlone} full members",
				"单独组建或联合组建党组织的单位 / 正式党员{thresholds.standAlone}名及以上的实体运营单位",
			},
			reads:      []string{"counted.natures", "thresholds.standAlone"},
			population: enoughFullMembers, counts: only(standalone | joint), kinds: ofOrganisations, facts: []factName{fullMembers},
		}},
	},
	{
		Key: "WORK_COVERAGE", Title: "工作覆盖率", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"a live instructor, liaison or mass organisation ({counted.massOrganisations}) / operating units without a counted organisation",
				"有在任指导员、联络员或群团组织({counted.massOrganisations})的单位 / 没有计入的党组织的实体运营单位",
			},
			reads:      []string{"counted.setUps", "counted.natures", "counted.massOrganisations"},
			population: withoutOrganisation, counts: countedWork, kinds: ofWork,
		}},
	},
	{
		Key: "INSTRUCTOR_SENT", Title: "已派指导员", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"a live instructor / operating units that the annual return shows as not established",
				"有在任党建指导员的单位 / 年报中未建立党组织的实体运营单位",
			},
			reads:      []string{"counted.natures", "return.affiliated", "return.combined"},
			population: notEstablished, counts: only(byInstructor), kinds: ofWork,
		}},
	},
	{
		Key: "TWO_COVERAGES", Title: "两个覆盖率", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"a counted organisation ({counted.setUps}), or work coverage / operating units",
				"有计入的党组织({counted.setUps})或工作覆盖的单位 / 实体运营单位",
			},
			reads:      []string{"counted.setUps", "counted.natures", "counted.massOrganisations"},
			population: everyUnit, counts: countedEither, kinds: ofOrganisations | ofWork,
		}},
	},
	{
		Key: "MEMBER_UNITS_COVERED", Title: "有党员单位覆盖率", Subject: model.SubjectUnit, Coverage: true, MemberBased: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"covered by a counted organisation ({counted.setUps}) / operating units with at least one member",
				"有计入的党组织({counted.setUps})覆盖的单位 / 有党员的实体运营单位",
			},
			reads:      []string{"counted.setUps", "counted.natures"},
			population: withMembers, counts: countedOrganisations, kinds: ofOrganisations,
			facts: []factName{fullMembers, probationaryMembers},
		}},
	},
	{
		Key: "FIFTY_WITH_MEMBERS", Title: "50人以上有党员", Subject: model.SubjectUnit, Coverage: true, LookBack: true, MemberBased: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"at least one member / operating non-public enterprises with at least {thresholds.employeesForMembers} employees",
				"有党员的单位 / 从业人员{thresholds.employeesForMembers}人及以上的非公有制企业",
			},
			reads:      []string{"thresholds.employeesForMembers"},
			population: fiftyEmployees, met: withMembers,
			facts: []factName{domainFact, controlFact, employees, fullMembers, probationaryMembers},
			told:  toldFifty,
			mend:  Text{"send an instructor now; cultivate by the rules", "先选派党建指导员，再按规定培养"},
		}},
	},
	{
		Key: "HUNDRED_WITH_ORGANISATION", Title: "100人以上有党组织", Subject: model.SubjectUnit, Coverage: true, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: opinion2012,
			formula: Text{
				"STANDALONE or JOINT / operating non-public enterprises with at least {thresholds.employeesForOrganisation} employees",
				"单独组建或联合组建党组织的单位 / 从业人员{thresholds.employeesForOrganisation}人及以上的非公有制企业",
			},
			reads:      []string{"counted.natures", "thresholds.employeesForOrganisation"},
			population: hundredEmployees, counts: only(standalone | joint), kinds: ofOrganisations,
			facts: []factName{domainFact, controlFact, employees},
			told:  toldHundred,
			mend:  Text{"set up an organisation: alone where there are members enough, else within a joint one", "组建党组织：党员够数的单独组建，不够的联合组建"},
		}},
	},
	{
		Key: "THIRTY_STAFF_SCHOOLS", Title: "民办学校30人以上有党组织", Subject: model.SubjectUnit, Coverage: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: localPractice,
			formula: Text{
				"STANDALONE or JOINT / operating private schools with at least {thresholds.schoolStaff} employees",
				"单独组建或联合组建党组织的单位 / 从业人员{thresholds.schoolStaff}人及以上的民办学校",
			},
			reads:      []string{"counted.natures", "thresholds.schoolStaff", "indicators.thirtyStaffSchools"},
			population: privateSchools, counts: only(standalone | joint), kinds: ofOrganisations,
			facts: []factName{domainFact, publicOrPrivate, employees},
		}},
	},
}
