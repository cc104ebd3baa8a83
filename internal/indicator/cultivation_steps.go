package indicator

import (
	"slices"

	"fugai/model"
)

// order says which steps must have been recorded before a step of direction A, with the rule's text.
type order struct {
	after []model.StepKind
	rule  Text
}

var orders = map[model.StepKind]order{
	model.StepKindApplied: {nil, Text{}},
	model.StepKindTalk: {
		[]model.StepKind{model.StepKindApplied},
		Text{"the talk follows the application", "递交入党申请后派人谈话"},
	},
	model.StepKindActivist: {
		[]model.StepKind{model.StepKindApplied, model.StepKindTalk},
		Text{"an activist is chosen among applicants after the talk", "入党积极分子从谈话后的入党申请人中确定"},
	},
	model.StepKindReview: {
		[]model.StepKind{model.StepKindActivist},
		Text{"only activists are reviewed every half-year", "对入党积极分子每半年考察一次"},
	},
	model.StepKindPublicNotice: {
		[]model.StepKind{model.StepKindActivist},
		Text{"the notice is about an activist who is to become a development target", "公示拟确定为发展对象的入党积极分子"},
	},
	model.StepKindDevelopmentTarget: {
		[]model.StepKind{model.StepKindActivist},
		Text{"a development target is chosen among activists", "发展对象从入党积极分子中确定"},
	},
	model.StepKindTraining: {
		[]model.StepKind{model.StepKindDevelopmentTarget},
		Text{"development targets are trained", "对发展对象进行短期集中培训"},
	},
	model.StepKindPoliticalReview: {
		[]model.StepKind{model.StepKindDevelopmentTarget},
		Text{"development targets are reviewed politically", "对发展对象进行政治审查"},
	},
	model.StepKindPreliminaryReview: {
		[]model.StepKind{model.StepKindDevelopmentTarget, model.StepKindPoliticalReview},
		Text{"the preliminary review follows the political review and the training", "政治审查和培训后报上级党委预审"},
	},
	model.StepKindBranchMeeting: {
		[]model.StepKind{model.StepKindPreliminaryReview},
		Text{"the branch general meeting follows the preliminary review", "预审后召开支部大会"},
	},
	model.StepKindApproval: {
		[]model.StepKind{model.StepKindBranchMeeting},
		Text{"the approval follows the branch general meeting", "支部大会后报上级党委审批"},
	},
	model.StepKindOath: {
		[]model.StepKind{model.StepKindApproval},
		Text{"the oath follows the approval", "审批后入党宣誓"},
	},
	model.StepKindProbationExtended: {
		[]model.StepKind{model.StepKindApproval},
		Text{"only the probation of an approved probationary member is extended", "延长的是预备党员的预备期"},
	},
	model.StepKindBranchDecision: {
		[]model.StepKind{model.StepKindApproval},
		Text{"the branch decides on a probationary member whose probation has ended", "预备期满后支部大会讨论转正"},
	},
	model.StepKindFullMembership: {
		[]model.StepKind{model.StepKindBranchDecision},
		Text{"the approval of full membership follows the branch's decision", "支部大会讨论通过后审批转正"},
	},
}

// repeatable steps may be recorded more than once.
var repeatable = []model.StepKind{
	model.StepKindReview, model.StepKindPublicNotice, model.StepKindTraining, model.StepKindTalk, model.StepKindListed,
}

// CheckStep refuses a step that is out of order, with the rule's text. A step of the same kind and day is the one that is being
// corrected. A step that comes late is not out of order.
func (p *Policy) CheckStep(c *model.Candidate, steps []model.CandidateStep, next model.CandidateStep) error {
	others := slices.DeleteFunc(slices.Clone(steps), func(s model.CandidateStep) bool { return s.Kind == next.Kind && s.On == next.On })
	t := newTrack(p, c, others, next.On)
	ended := slices.ContainsFunc(others, func(s model.CandidateStep) bool { return closes(c.Direction, s.Kind) && s.On <= next.On })
	switch {
	case next.On == 0:
		return model.Invalid("on", "the day of the step is missing")
	case ended:
		return refuse(next, Text{"the direction was completed or ended before", "该培养方向此前已完成或终止"})
	case !slices.Contains(repeatable, next.Kind) && slices.ContainsFunc(others, func(s model.CandidateStep) bool { return s.Kind == next.Kind }):
		return refuse(next, Text{"it is recorded already, on another day; correct or void that one", "该步骤已在其他日期记录，请更正或作废"})
	case next.Kind == model.StepKindListed || next.Kind == model.StepKindEnded:
		return nil
	case c.Direction == model.DirectionBackboneToMember:
		return t.checkAdmission(next)
	}
	return checkPlan(c, next)
}

// closes tells whether a step completes or ends a direction.
func closes(d model.Direction, kind model.StepKind) bool {
	return kind == model.StepKindEnded || kind == completion[d]
}

var completion = map[model.Direction]model.StepKind{
	model.DirectionBackboneToMember:     model.StepKindFullMembership,
	model.DirectionMemberToBackbone:     model.StepKindRecognised,
	model.DirectionBackboneToManagement: model.StepKindAppointed,
}

func refuse(next model.CandidateStep, why Text) error {
	return model.Conflict("kind", "%s on %s is out of order: %s (%s)", next.Kind, next.On, why.English, why.Chinese)
}

func checkPlan(c *model.Candidate, next model.CandidateStep) error {
	switch {
	case next.Kind != completion[c.Direction]:
		return refuse(next, Text{"this direction has no such step", "该培养方向没有此步骤"})
	case next.On < c.BegunOn:
		return refuse(next, Text{"the direction begins on " + c.BegunOn.String(), "该培养方向自" + c.BegunOn.String() + "起"})
	}
	return nil
}

// checkAdmission looks at what must be recorded before, then at the periods of the rules.
func (t *track) checkAdmission(next model.CandidateStep) error {
	o, ok := orders[next.Kind]
	if !ok {
		return refuse(next, Text{"this direction has no such step", "该培养方向没有此步骤"})
	}
	for _, kind := range o.after {
		if !t.has(kind) {
			return refuse(next, textf("%[1]s; %[2]s is not recorded by that day", "%[3]s；此前未记录%[4]s", o.rule.English, kind, o.rule.Chinese, kind.Title()))
		}
	}
	t.admission()
	switch next.Kind {
	case model.StepKindDevelopmentTarget:
		return t.checkTarget(next)
	case model.StepKindPreliminaryReview:
		if !t.trained() {
			return refuse(next, Text{"the training of the rules is not recorded by that day", "此前未记录规定的培训"})
		}
	case model.StepKindProbationExtended:
		return t.checkExtension(next)
	case model.StepKindBranchDecision:
		return t.notBefore(next, t.probationEnd(), Text{"probation ends", "预备期满"})
	}
	return nil
}

func (t *track) notBefore(next model.CandidateStep, day model.Date, what Text) error {
	if next.On >= day {
		return nil
	}
	return refuse(next, Text{what.English + " on " + day.String(), what.Chinese + "：" + day.String()})
}

// checkTarget: a year as activist, every review that was due, and by the newer rules the notice.
func (t *track) checkTarget(next model.CandidateStep) error {
	if slices.Contains(t.BlockedBy, model.BlockedByPublicNotice) {
		days := t.policy.Admission.On(next.On).NoticeWorkingDays
		return refuse(next, textf("a public notice of at least %[1]d working days comes before", "此前须公示不少于%[1]d个工作日", days))
	}
	if slices.Contains(t.BlockedBy, model.BlockedByReview) {
		return refuse(next, textf("the review due on %[1]s is not recorded", "应于%[1]s前进行的考察未记录", t.DueOn))
	}
	return t.notBefore(next, t.EarliestNextOn, Text{"the earliest day by the year as activist and the notice is", "培养满一年且公示期满的最早日期"})
}

func (t *track) checkExtension(next model.CandidateStep) error {
	rules := t.policy.Admission.On(t.AdmittedOn)
	if n := int(next.Amount); next.AmountUnit != "MONTHS" || n < rules.ExtensionAtLeastMonths || n > rules.ExtensionAtMostMonths {
		return refuse(next, textf("probation is extended once, by %[1]d to %[2]d months", "预备期可延长一次，%[1]d至%[2]d个月",
			rules.ExtensionAtLeastMonths, rules.ExtensionAtMostMonths))
	}
	if t.has(model.StepKindBranchDecision) {
		return refuse(next, Text{"the branch has decided on full membership already", "支部大会已讨论转正"})
	}
	return nil
}
