package indicator

import (
	"slices"

	"fugai/model"
)

// Duty is what a candidate's clock asks for by a day, in Chinese.
type Duty string

// The duties of the clocks.
const (
	DutyTalk           Duty = "派人谈话"
	DutyReview         Duty = "半年考察"
	DutyMeeting        Duty = "召开支部大会"
	DutyApproval       Duty = "上级党委审批"
	DutyOath           Duty = "入党宣誓"
	DutyDecision       Duty = "支部大会讨论转正"
	DutyFullMembership Duty = "审批转正"
	DutyRecognition    Duty = "认定为骨干"
	DutyAppointment    Duty = "任职"
)

// Progress is what the clocks of a candidate say on a day. Earliest is not due: nobody is owed promotion.
type Progress struct {
	// Begun tells whether the direction had begun by the day; everything else is empty before.
	Begun      bool
	Stage      model.Stage
	StageSince model.Date
	// AdmittedOn is the day of the branch general meeting that admitted the person; 0 before.
	AdmittedOn model.Date
	// EarliestNextOn is the first day on which the next stage is allowed; 0 where no number of the rules sets one.
	EarliestNextOn model.Date
	// Duty is the open duty with the earliest day, and DueOn the last day on which it is in time; 0 where the rules give no number.
	Duty        Duty
	DueOn       model.Date
	OverdueDays int
	// BlockedBy are the records that are missing on the day.
	BlockedBy []model.BlockedBy
	// Pending: begun, and neither completed nor ended.
	Pending bool
	// Provisional: a day was counted past the known calendar of working days.
	Provisional bool
	// Rules is the name of the version of the admission rules by which the duty's clock runs, or else the stage's.
	Rules   string
	Outcome model.Outcome
	EndedOn model.Date
}

// Cultivation tells where a candidate stands on a day, from the steps recorded up to it. Decisions are recorded, never inferred.
func (p *Policy) Cultivation(c *model.Candidate, steps []model.CandidateStep, on model.Date) Progress {
	t := newTrack(p, c, steps, on)
	if !t.begun() {
		return Progress{}
	}
	if c.Direction == model.DirectionBackboneToMember {
		t.admission()
	} else {
		t.plan()
	}
	t.close()
	return t.Progress
}

// track is a candidate's recorded steps up to a day, in order, and what follows from them.
type track struct {
	Progress
	policy *Policy
	c      *model.Candidate
	steps  []model.CandidateStep
	on     model.Date
}

func newTrack(p *Policy, c *model.Candidate, steps []model.CandidateStep, on model.Date) *track {
	t := &track{policy: p, c: c, on: on}
	for _, s := range steps {
		if s.On <= on {
			t.steps = append(t.steps, s)
		}
	}
	slices.SortStableFunc(t.steps, func(a, b model.CandidateStep) int { return int(a.On - b.On) })
	return t
}

// begun tells whether the direction had begun: direction A may begin with the application.
func (t *track) begun() bool {
	t.Begun = t.c.BegunOn <= t.on || t.last(model.StepKindApplied) != nil
	return t.Begun
}

// last is the last recorded step of a kind; nil without one.
func (t *track) last(kind model.StepKind) *model.CandidateStep {
	for i := len(t.steps) - 1; i >= 0; i-- {
		if t.steps[i].Kind == kind {
			return &t.steps[i]
		}
	}
	return nil
}

func (t *track) has(kind model.StepKind) bool { return t.last(kind) != nil }

// enter sets the stage. The rules of its first day are named until a duty names its own.
func (t *track) enter(stage model.Stage, since model.Date) {
	t.Stage, t.StageSince = stage, since
	t.Rules = t.policy.Admission.On(since).Name
}

// owe notes an open duty whose clock started on a day; of several, the one that is due first stays. Months are counted from the
// start, and 0 months mean that the rules of the start have no such duty.
func (t *track) owe(duty Duty, start model.Date, months int) {
	if months == 0 {
		return
	}
	due := start.AddMonths(months)
	if t.DueOn == 0 || due < t.DueOn {
		t.Duty, t.DueOn, t.Rules = duty, due, t.policy.Admission.On(start).Name
	}
}

func (t *track) block(by model.BlockedBy) { t.BlockedBy = append(t.BlockedBy, by) }

// plan is the clock of the directions to backbone and to management: a plan date.
func (t *track) plan() {
	done, duty := model.StepKindRecognised, DutyRecognition
	if t.c.Direction == model.DirectionBackboneToManagement {
		done, duty = model.StepKindAppointed, DutyAppointment
	}
	if s := t.last(done); s != nil {
		t.Stage, t.StageSince = model.StageCompleted, s.On
		t.Outcome, t.EndedOn = model.OutcomeCompleted, s.On
		return
	}
	t.Stage, t.StageSince = model.StageInCultivation, t.c.BegunOn
	if t.Duty, t.DueOn = duty, t.c.PlannedOn; t.c.PlannedOn == 0 {
		t.block(model.BlockedByPlanDateMissing)
	}
}

// close ends the clocks of a direction that was completed or ended, and counts the days past the due one.
func (t *track) close() {
	if s := t.last(model.StepKindEnded); s != nil && t.Outcome == 0 {
		t.Outcome, t.EndedOn = s.Outcome, s.On
		if t.Outcome == 0 {
			t.Outcome = model.OutcomeDiscontinued
		}
	}
	if t.Pending = t.Outcome == 0; !t.Pending {
		t.Duty, t.DueOn, t.EarliestNextOn, t.BlockedBy, t.Provisional = "", 0, 0, nil, false
	}
	if t.DueOn != 0 && t.on > t.DueOn {
		t.OverdueDays = int(t.on - t.DueOn)
	}
}
