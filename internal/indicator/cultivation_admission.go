package indicator

import "fugai/model"

// admission finds the stage of direction A and the clocks that run in it.
func (t *track) admission() {
	full, approval := t.last(model.StepKindFullMembership), t.last(model.StepKindApproval)
	target, activist := t.last(model.StepKindDevelopmentTarget), t.last(model.StepKindActivist)
	if meeting := t.last(model.StepKindBranchMeeting); meeting != nil {
		t.AdmittedOn = meeting.On
	}
	switch {
	case full != nil:
		t.enter(model.StageFullMember, full.On)
		t.Outcome, t.EndedOn = model.OutcomeCompleted, full.On
	case approval != nil && t.AdmittedOn != 0:
		t.enter(model.StageProbationaryMember, t.AdmittedOn)
		t.probationaryClocks(approval)
	case target != nil:
		t.enter(model.StageDevelopmentTarget, target.On)
		t.targetClocks()
	case activist != nil:
		t.enter(model.StageActivist, activist.On)
		t.activistClocks()
	default:
		t.enter(model.StageApplicant, t.appliedOn())
		t.applicantClocks()
	}
}

func (t *track) appliedOn() model.Date {
	if s := t.last(model.StepKindApplied); s != nil {
		return s.On
	}
	return t.c.BegunOn
}

func (t *track) applicantClocks() {
	if t.has(model.StepKindTalk) {
		return
	}
	t.block(model.BlockedByTalk)
	t.owe(DutyTalk, t.StageSince, t.policy.Admission.On(t.StageSince).TalkMonths)
}

// activistClocks: a review every so many months, at least a year, and by the newer rules a public notice.
func (t *track) activistClocks() {
	rules := t.policy.Admission.On(t.StageSince)
	t.EarliestNextOn = t.StageSince.AddMonths(rules.ActivistMonths)
	if rules.ReviewMonths > 0 {
		reviewed := t.reviewed(rules.ReviewMonths)
		t.owe(DutyReview, t.StageSince, rules.ReviewMonths*(reviewed+1))
		if t.DueOn <= t.on {
			t.block(model.BlockedByReview)
		}
	}
	ends, needed, complete := t.notice()
	if ends != 0 {
		t.EarliestNextOn = max(t.EarliestNextOn, ends+1)
	}
	if needed && !complete {
		t.block(model.BlockedByPublicNotice)
	}
}

// reviewed is how many review periods are satisfied: each review satisfies the oldest open period that had begun by its day,
// so that two reviews in one half-year do not stand for the next one.
func (t *track) reviewed(months int) int {
	satisfied := 0
	for _, s := range t.steps {
		if s.Kind == model.StepKindReview && s.On > t.StageSince.AddMonths(months*satisfied) {
			satisfied++
		}
	}
	return satisfied
}

// notice tells on which working day the recorded notice reaches its length, whether one is needed, and whether it was long
// enough and is over. A recorded notice follows the rules of its first day, a missing one those of the day asked.
func (t *track) notice() (ends model.Date, needed, complete bool) {
	s := t.last(model.StepKindPublicNotice)
	if s == nil || s.On < t.StageSince {
		return 0, t.policy.Admission.On(t.on).NoticeWorkingDays > 0, false
	}
	days := t.policy.Admission.On(s.On).NoticeWorkingDays
	if days == 0 {
		return 0, false, true
	}
	ends, provisional := workingDays().nth(s.On, days)
	t.Provisional = t.Provisional || provisional
	return ends, true, s.Until == 0 || s.Until >= ends
}

// targetClocks: training, political review and preliminary review, then the meeting, then the approval.
func (t *track) targetClocks() {
	if meeting := t.last(model.StepKindBranchMeeting); meeting != nil {
		rules := t.policy.Admission.On(meeting.On)
		months := rules.ApprovalMonths
		if meeting.Note != "" {
			months = rules.ApprovalSpecialMonths
		}
		t.owe(DutyApproval, meeting.On, months)
		t.block(model.BlockedByApproval)
		return
	}
	if !t.trained() {
		t.block(model.BlockedByTraining)
	}
	if !t.has(model.StepKindPoliticalReview) {
		t.block(model.BlockedByPoliticalReviewNotRecorded)
	}
	preliminary := t.last(model.StepKindPreliminaryReview)
	if preliminary == nil {
		t.block(model.BlockedByPreliminaryReview)
		return
	}
	t.owe(DutyMeeting, preliminary.On, t.policy.Admission.On(preliminary.On).MeetingMonths)
}

// trained adds up the recorded trainings, in days or in hours, by the rules of the first of them.
func (t *track) trained() bool {
	var days, hours int
	var first model.Date
	for _, s := range t.steps {
		if s.Kind != model.StepKindTraining || s.On < t.StageSince {
			continue
		}
		if first == 0 {
			first = s.On
		}
		switch {
		case s.AmountUnit == "HOURS":
			hours += int(s.Amount)
		case s.Amount == 0 && s.Until >= s.On:
			days += int(s.Until-s.On) + 1
		default:
			days += int(s.Amount)
		}
	}
	rules := t.policy.Admission.On(first)
	return days >= rules.TrainingDays || hours >= rules.TrainingHours
}

// probationaryClocks: the oath, then the end of probation, the branch's decision and its approval.
func (t *track) probationaryClocks(approval *model.CandidateStep) {
	t.EarliestNextOn = t.probationEnd()
	if !t.has(model.StepKindOath) {
		t.owe(DutyOath, approval.On, t.policy.Admission.On(approval.On).OathMonths)
	}
	decision := t.last(model.StepKindBranchDecision)
	switch {
	case decision != nil:
		t.owe(DutyFullMembership, decision.On, t.policy.Admission.On(decision.On).FullMembershipMonths)
		t.block(model.BlockedByApproval)
	case t.on >= t.EarliestNextOn:
		if t.Duty == "" {
			t.Duty = DutyDecision
		}
		t.block(model.BlockedByBranchDecision)
	}
}

// probationEnd counts the year and the extension from the meeting.
func (t *track) probationEnd() model.Date {
	months := t.policy.Admission.On(t.AdmittedOn).ProbationMonths
	if s := t.last(model.StepKindProbationExtended); s != nil {
		months += int(s.Amount)
	}
	return t.AdmittedOn.AddMonths(months)
}
