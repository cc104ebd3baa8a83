package indicator

import "fugai/model"

// The regulations behind the look-back on units and instructors.
const (
	control2005    = "《关于统计上对公有和非公有控股经济的分类办法》(国统字〔2005〕79号)"
	enterprise2019 = "《中国共产党国有企业基层组织工作条例(试行)》(2019)"
	productRule    = "本平台口径(未查到全国性规定)"
)

var (
	since2005 = model.MustDate("2005-08-18")
	since2018 = model.MustDate("2018-10-28")
	since2019 = model.MustDate("2019-12-30")
)

// unitLookBack are the rules on units that are of the look-back alone. MET is a unit of the population of which nothing is found.
var unitLookBack = []*Indicator{
	{
		Key: "JOINT_SHOULD_STAND_ALONE", Title: "应单独组建仍联合组建", Subject: model.SubjectUnit, LookBack: true, MemberBased: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2018, Regulation: branches2018,
			formula: Text{
				"fewer than {thresholds.standAlone} full members / units covered through JOINT and not STANDALONE",
				"正式党员不足{thresholds.standAlone}名的单位 / 联合组建且未单独组建的单位",
			},
			reads: []string{"counted.natures", "thresholds.standAlone"},
			among: joint, population: withoutOwn, met: fewFullMembers, kinds: standalone | joint, facts: []factName{fullMembers},
			told: toldJointOnly,
			mend: Text{"apply for an organisation of the unit's own, and end the joint cover on that day", "报批单独组建党组织，并自批准之日起终止联合覆盖"},
		}},
	},
	{
		Key: "SEVERAL_JOINT", Title: "同时在多个联合党组织", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2018, Regulation: branches2018,
			formula: Text{"one joint organisation / units covered through JOINT", "只在一个联合党组织的单位 / 联合组建的单位"},
			reads:   []string{"counted.natures"},
			among:   joint, population: everyUnit, met: oneJoint, kinds: joint,
			told: toldSeveralJoint,
			mend: Text{"decide which joint organisation answers for the unit, and end the other covers", "确定一个联合党组织负责，终止其余覆盖关系"},
		}},
	},
	{
		Key: "COUNTED_TWICE", Title: "重复统计", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: productRule,
			formula: Text{
				"neither an organisation of its own and JOINT or AFFILIATED with another at once, nor operating beside a unit that it goes on from / " +
					"units with a counted organisation ({counted.setUps})",
				"没有单独组建的同时又联合或挂靠于其他党组织、也没有与被承继单位同时运营的单位 / 有计入的党组织({counted.setUps})覆盖的单位",
			},
			reads: []string{"counted.setUps", "counted.natures"},
			among: ofOrganisations, population: withOrganisation, met: countedOnce, kinds: standalone | joint | affiliated, more: predecessorEvidence,
			told: toldTwice,
			mend: Text{
				"end the cover that no longer holds; record the end of the unit that was succeeded",
				"终止已不成立的覆盖关系；登记被承继单位的终止",
			},
		}},
	},
	{
		Key: "DOMAIN_AGAINST_CONTROL", Title: "领域与控股情况不符", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2005, Regulation: control2005,
			formula: Text{
				"declared domain as control gives it / operating units declared as NON_PUBLIC_ENTERPRISE or STATE_OWNED_ENTERPRISE",
				"登记领域与控股情况相符的单位 / 登记为非公有制企业或国有企业的实体运营单位",
			},
			population: declaredEnterprise, met: asControlled, facts: []factName{domainFact, controlFact},
			told: toldDomain,
			mend: Text{"check control against the register, and correct the domain or the control", "对照登记核实控股情况，更正领域或者控股情况"},
		}},
	},
	{
		Key: "WORK_IN_NAME_ONLY", Title: "工作覆盖有名无实", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2012, Regulation: productRule,
			formula: Text{
				"visited by an instructor or liaison of its own within {quality.visitMonths} months / work-covered units by instructors or liaisons alone",
				"{quality.visitMonths}个月内有指导员或联络员走访的单位 / 仅由指导员或联络员工作覆盖的单位",
			},
			reads: []string{"counted.setUps", "counted.natures", "counted.massOrganisations", "quality.visitMonths"},
			among: byPeople, population: byPeopleOnly, met: visitedInTime, kinds: ofWork, more: visitEvidence,
			told: toldVisits,
			mend: Text{"have the unit visited and record the visit, or send another instructor", "安排走访并登记，或者改派指导员"},
		}},
	},
	{
		Key: "SECRETARY_AND_CHAIRMAN", Title: "国企书记、董事长未由一人担任", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2019, Regulation: enterprise2019,
			formula: Text{
				"secretary and chairman are one person, or a recorded exception / state-owned enterprises with STANDALONE",
				"党组织书记、董事长由一人担任或有登记的例外依据的单位 / 单独组建党组织的国有企业",
			},
			reads: []string{"counted.natures"},
			among: standalone, population: stateOwned, met: onePerson, kinds: standalone, facts: []factName{domainFact, controlFact}, more: onePersonEvidence,
			told: toldOnePerson,
			mend: Text{"fill both posts with one person, or record the document of the exception", "由一人担任书记、董事长，或者登记例外依据文号"},
		}},
	},
	{
		Key: "CROSS_APPOINTMENT", Title: "国企未实行双向进入、交叉任职", Subject: model.SubjectUnit, LookBack: true, Weights: allWeights,
		Definitions: []Definition{{
			Number: 1, From: since2019, Regulation: enterprise2019,
			formula: Text{
				"Party committee and management filled by cross-appointment / state-owned enterprises with STANDALONE",
				"实行双向进入、交叉任职的单位 / 单独组建党组织的国有企业",
			},
			reads: []string{"counted.natures"},
			among: standalone, population: stateOwned, met: crossAppointed, kinds: standalone, facts: []factName{domainFact, controlFact}, more: crossEvidence,
			told: toldCross,
			mend: Text{"fill the posts of Party committee and management by cross-appointment, and report it", "落实双向进入、交叉任职并上报"},
		}},
	},
}
