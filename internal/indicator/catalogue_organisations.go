package indicator

import (
	"slices"

	"fugai/model"
)

// The regulations behind the look-back on organisations.
const (
	terms2018     = "《关于党的基层组织任期的意见》(2018)"
	elections2020 = "《中国共产党基层组织选举工作条例》(2020)"
	schools2016   = "《关于加强民办学校党的建设工作的意见(试行)》(2016)"
)

// sinceTerms is the day from which the lengths of terms hold.
var sinceTerms = model.MustDate("2018-07-10")

// organisationCatalogue is the look-back on organisations, in the order in which results are packed. MET is an organisation of the
// population of which nothing is found.
var organisationCatalogue = slices.Concat(organisationsBySize, organisationsByTerm, organisationsBySetUp, organisationsByPlace, organisationsByRecord)

// tells is what the result of a rule for one organisation tells besides the rule.
type tells uint8

const (
	tellsNothing tells = iota
	tellsMembers
	tellsPersons
)

// onOrganisations makes an entry of the catalogue with its one version.
func onOrganisations(key model.IndicatorKey, title string, what tells, d Definition) *Indicator {
	d.Number = 1
	return &Indicator{
		Key: key, Title: title, Subject: model.SubjectOrganisation, LookBack: true, MemberBased: what == tellsMembers, Personal: what == tellsPersons,
		Weights: []model.Weight{model.WeightUnits}, Definitions: []Definition{d},
	}
}

// organisationsBySize are the rules on members, units and activities.
var organisationsBySize = []*Indicator{
	onOrganisations("JOINT_TOO_WIDE", "联合党支部覆盖单位过多", tellsNothing, Definition{
		From: since2018, Regulation: branches2018,
		formula: Text{
			"at most {joint.width} operating units / organisations that cover jointly on the basis UNIT or none reported",
			"联合覆盖的实体运营单位不超过{joint.width}个的党组织 / 按单位联合或未报联合依据的联合党组织",
		},
		reads:        []string{"joint.width", "joint.privateSchoolWidth", "joint.enterpriseWidth", "joint.ruralSchoolWidth"},
		organisation: &organisationRule{judge: jointTooWide, told: toldTooWide, evidence: wideEvidence},
		mend: Text{
			"divide it into joint branches of neighbouring units; where it is joint by region or trade, report the basis",
			"按邻近单位拆分联合党支部；确按区域或行业联合的，补报联合依据",
		},
	}),
	onOrganisations("FEWER_THAN_THREE", "党支部正式党员不足三名", tellsMembers, Definition{
		From: since2012, Regulation: constitution,
		formula: Text{
			"at least {thresholds.standAlone} full members / regular branches that are not combined",
			"正式党员{thresholds.standAlone}名及以上的党支部 / 常设党支部(不含兼合式)",
		},
		reads:        []string{"thresholds.standAlone"},
		organisation: &organisationRule{judge: fewerThanThree, told: toldFewer, evidence: byFacts(kindOfIt, natureOfIt, fullOfIt)},
		mend: Text{
			"join it with a neighbouring branch or attach it now; cultivate by the rules",
			"先与邻近党支部联合或挂靠，再按规定培养",
		},
	}),
	onOrganisations("BRANCH_OVER_FIFTY", "党支部党员超过规定人数", tellsMembers, Definition{
		From: since2018, Regulation: branches2018,
		formula:      Text{"at most {thresholds.branchAtMost} members / branches", "党员不超过{thresholds.branchAtMost}名的党支部 / 党支部"},
		reads:        []string{"thresholds.branchAtMost"},
		organisation: &organisationRule{judge: branchOverFifty, told: toldOverFifty, evidence: byFacts(kindOfIt, fullOfIt, newOfIt)},
		mend:         Text{"divide it into branches, or apply for a general branch", "划分为若干党支部，或者报批设立党总支"},
	}),
	onOrganisations("KIND_AGAINST_SIZE", "组织设置与党员人数不符", tellsMembers, Definition{
		From: since2012, Regulation: constitution,
		formula: Text{
			"at least {thresholds.generalBranch} members (general branches) or {thresholds.committee} (committees), or an approval document / " +
				"general branches and committees that are neither territorial nor of an education system",
			"党员{thresholds.generalBranch}名及以上的党总支、{thresholds.committee}名及以上的党委，以及有批复文号的 / 党总支和党委(不含属地党委、教育系统党委)",
		},
		reads:        []string{"thresholds.generalBranch", "thresholds.committee"},
		organisation: &organisationRule{judge: kindAgainstSize, told: toldKind, evidence: byFacts(kindOfIt, fullOfIt, newOfIt, documentOfIt)},
		mend:         Text{"record the document of the approval, or apply for the kind that fits the members", "补录批复文号，或者按党员人数报批调整设置"},
	}),
	onOrganisations("NO_RECORDED_ACTIVITY", "组织生活无记录", tellsNothing, Definition{
		From: since2018, Regulation: branches2018,
		formula: Text{
			"an activity recorded within {quality.activityMonths} months / regular branches of which any was recorded",
			"{quality.activityMonths}个月内有组织生活记录的党支部 / 有组织生活记录的常设党支部",
		},
		reads:        []string{"quality.activityMonths"},
		organisation: &organisationRule{judge: noRecordedActivity, told: toldActivity, evidence: activityEvidence},
		mend:         Text{"hold the meetings and lectures that are due, and record them", "按期开展三会一课和主题党日，并如实登记"},
	}),
}

// organisationsByTerm are the rules on terms and secretaries.
var organisationsByTerm = []*Indicator{
	onOrganisations("TERM_OVERRUN", "任期届满未换届", tellsNothing, Definition{
		From: sinceTerms, Regulation: elections2020,
		formula: Text{
			"the term has not ended / regular branches, general branches and committees with a reported term",
			"任期未届满的党组织 / 已报任期的常设党支部、党总支、党委",
		},
		organisation: &organisationRule{judge: ofTerm(termOverrun), told: toldOverrun, evidence: termEvidence},
		mend:         Text{"hold the election and record the new term; a postponement needs the approval of the superior", "抓紧换届并登记新一届任期；延期换届须报上级党组织批准"},
	}),
	onOrganisations("TERM_REMINDER", "即将届满应提醒换届", tellsNothing, Definition{
		From: sinceTerms, Regulation: terms2018,
		formula: Text{
			"the term does not end within {quality.reminderMonths} months / regular branches, general branches and committees with a reported term",
			"任期不在{quality.reminderMonths}个月内届满的党组织 / 已报任期的常设党支部、党总支、党委",
		},
		reads:        []string{"quality.reminderMonths"},
		organisation: &organisationRule{judge: ofTerm(termReminder), told: toldReminder, evidence: termEvidence},
		mend:         Text{"the superior reminds in writing; prepare the election", "上级党组织发函提醒，做好换届准备"},
	}),
	onOrganisations("TERM_LENGTH", "任期年限不符", tellsNothing, Definition{
		From: sinceTerms, Regulation: terms2018,
		formula: Text{
			"a term of {terms.branch} years (branches), {terms.villageBranch} (branches of villages and communities), {terms.generalBranch} (general branches) " +
				"or {terms.committee} (committees) / regular ones with both days of the term reported",
			"任期{terms.branch}年的党支部、{terms.villageBranch}年的村和社区党支部、{terms.generalBranch}年的党总支、{terms.committee}年的党委 / 已报任期起止的常设党组织",
		},
		reads:        []string{"terms.branch", "terms.villageBranch", "terms.generalBranch", "terms.committee"},
		organisation: &organisationRule{judge: ofTerm(termLength), told: toldLength, evidence: termEvidence},
		mend:         Text{"check the days of the term against the approval of the election, and correct them", "对照选举批复核对任期起止日期并更正"},
	}),
	onOrganisations("SECRETARY_MISSING", "书记空缺", tellsNothing, Definition{
		From: since2018, Regulation: branches2018,
		formula:      Text{"a secretary in post / living organisations of which any officer was reported", "有在任书记的党组织 / 已报班子成员的党组织"},
		organisation: &organisationRule{judge: secretaryMissing, told: toldNoSecretary, evidence: vacancyEvidence},
		mend:         Text{"elect or appoint a secretary, and record the post", "选举或任命书记，并登记任职"},
	}),
	onOrganisations("SECRETARY_NOT_ELIGIBLE", "书记不符合任职条件", tellsPersons, Definition{
		From: since2018, Regulation: branches2018,
		formula:      Text{"every secretary in post recorded as ELIGIBLE / organisations with a secretary in post", "在任书记登记为符合任职条件的党组织 / 有在任书记的党组织"},
		organisation: &organisationRule{judge: secretaryNotEligible, told: toldNotEligible, evidence: secretaryEvidence},
		mend:         Text{"fill the post anew, or record the decision by which the conditions are met", "调整书记人选，或者登记符合条件的认定"},
	}),
}

// organisationsBySetUp are the rules on the units of an organisation, on combined and on temporary ones.
var organisationsBySetUp = []*Indicator{
	onOrganisations("SHARED_STANDALONE", "单独组建党组织被多单位登记", tellsNothing, Definition{
		From: since2012, Regulation: productRule,
		formula: Text{
			"claimed as STANDALONE by one operating unit at most / organisations with STANDALONE covers",
			"至多被一个实体运营单位登记为单独组建的党组织 / 被登记为单独组建的党组织",
		},
		organisation: &organisationRule{judge: ofOwnUnits(sharedStandalone), told: toldShared, evidence: sharedEvidence},
		mend:         Text{"record the covers as JOINT, or establish an organisation for each unit that needs its own", "改登记为联合组建，或者为应单独组建的单位分别组建"},
	}),
	onOrganisations("ON_DEAD_UNIT", "所在单位已停止运营", tellsNothing, Definition{
		From: since2012, Regulation: productRule,
		formula: Text{
			"one of the units operates / organisations with STANDALONE covers",
			"所在单位仍在运营的党组织 / 被登记为单独组建的党组织",
		},
		organisation: &organisationRule{judge: ofOwnUnits(onDeadUnit), told: toldDeadUnit, evidence: deadEvidence},
		mend:         Text{"transfer the memberships and dissolve it, or correct the status of the unit", "转接党员组织关系后撤销，或者核实更正单位状态"},
	}),
	onOrganisations("COMBINED_INVALID", "兼合式党组织不符合条件", tellsMembers, Definition{
		From: since2012, Regulation: localPractice,
		formula: Text{
			"every condition holds, among them {combined.participants} full members taking part / combined organisations",
			"各项组建条件都符合(参加的正式党员不少于{combined.participants}名等)的党组织 / 兼合式党组织",
		},
		reads:        []string{"combined.participants"},
		organisation: &organisationRule{judge: combinedInvalid, told: toldInvalid, evidence: conditionEvidence},
		mend:         Text{"mend each condition, or end the combined set-up", "逐项整改；不能整改的，终止兼合式组建"},
	}),
	onOrganisations("TEMPORARY_OVERDUE", "临时党组织逾期未撤销", tellsNothing, Definition{
		From: since2018, Regulation: branches2018,
		formula: Text{
			"within its reported time, or else within {quality.temporaryMonths} months of the establishment / temporary organisations",
			"未超过所报期限、未报期限的成立未满{quality.temporaryMonths}个月的 / 临时党组织",
		},
		reads:        []string{"quality.temporaryMonths"},
		organisation: &organisationRule{judge: temporaryOverdue, told: toldTemporary, evidence: temporaryEvidence},
		mend:         Text{"dissolve it where its task has ended; else record its new time", "任务结束的及时撤销；确需延续的，登记新的期限"},
	}),
}

// organisationsByPlace are the rules on superiors.
var organisationsByPlace = []*Indicator{
	onOrganisations("SUPERIOR_MISSING", "上级党组织缺失", tellsNothing, Definition{
		From: since2012, Regulation: productRule,
		formula: Text{
			"a superior that is known and not dissolved / organisations below the very top",
			"上级党组织已报且存续的党组织 / 除最上级党委外的党组织",
		},
		organisation: &organisationRule{judge: superiorMissing, told: toldSuperior, evidence: superiorEvidence},
		mend:         Text{"settle to which superior it belongs, and report it", "理顺隶属关系，核实并补报上级党组织"},
	}),
	onOrganisations("SUBORDINATION_CYCLE", "隶属关系成环", tellsNothing, Definition{
		From: since2012, Regulation: productRule,
		formula:      Text{"superiors that lead to a top / organisations with a superior", "逐级上溯不回到已经过的党组织的 / 有上级党组织的党组织"},
		organisation: &organisationRule{judge: subordinationCycle, told: toldCycle, evidence: chainEvidence},
		mend:         Text{"correct the superior that points back", "更正指回下级的上级党组织"},
	}),
	onOrganisations("SCHOOL_OUTSIDE_EDUCATION", "学校党组织不在教育系统党委之下", tellsNothing, Definition{
		From: since2012, Regulation: schools2016,
		formula: Text{
			"an education committee among its superiors, or is one / organisations of operating schools (STANDALONE)",
			"上级党组织中有教育系统党委、或者本身就是的党组织 / 学校单独组建的党组织",
		},
		organisation: &organisationRule{judge: schoolOutsideEducation, told: toldSchool, evidence: schoolEvidence},
		mend:         Text{"bring it under the education committee, or record that committee as one", "归口教育系统党委管理；已归口的，补登教育系统党委标识"},
	}),
}

// organisationsByRecord are the rules on what is recorded.
var organisationsByRecord = []*Indicator{
	onOrganisations("DECLARED_AGAINST_UNITS", "党组织与单位上报党员数不一致", tellsMembers, Definition{
		From: since2012, Regulation: productRule,
		formula: Text{
			"full members differ by at most {quality.headcountDifference} from those that its units report / " +
				"organisations whose units are all STANDALONE or JOINT on the basis UNIT",
			"上报正式党员数与所覆盖单位合计相差不超过{quality.headcountDifference}名的党组织 / 只有单独组建和按单位联合的单位的党组织",
		},
		reads:        []string{"quality.headcountDifference"},
		organisation: &organisationRule{judge: declaredAgainstUnits, told: toldDeclared, evidence: declaredEvidence},
		mend:         Text{"check both against the register of members, and correct the one that is wrong", "对照党员名册核对两方数字，更正有误的一方"},
	}),
	onOrganisations("DOCUMENT_MISSING", "缺批复文件", tellsNothing, Definition{
		From: since2018, Regulation: branches2018,
		formula: Text{
			"document and date of the approval recorded / organisations that cover through {quality.documentFor}",
			"已登记批复文号和批复日期的党组织 / 以{quality.documentFor}方式覆盖的党组织",
		},
		reads:        []string{"quality.documentFor"},
		organisation: &organisationRule{judge: documentMissing, told: toldDocument, evidence: documentEvidence},
		mend:         Text{"record document and date of the approval, or apply for it", "补录批复文号和日期；未经批准的，按程序报批"},
	}),
}
