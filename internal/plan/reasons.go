package plan

import (
	"slices"

	"fugai/model"
)

// plannable are the steps that a plan can propose. Members that are sent in, unions and leagues are for others to decide.
var plannable = []model.NextStep{model.NextStepStandAlone, model.NextStepJoin, model.NextStepAffiliate, model.NextStepCombined, model.NextStepInstructor}

// reason is why a gap stays open: what its table of next steps lacks, or else what the last resort of the table lacks.
func (p *planner) reason(u *Unit) model.PlanReason {
	has := func(step model.NextStep) bool { return slices.Contains(u.Steps, step) }
	tries := func(step model.NextStep) bool { return has(step) && p.rules.Closes[step] }
	switch {
	case has(model.NextStepReportMembers):
		return model.PlanReasonMembersNotReported
	case !slices.ContainsFunc(plannable, has):
		return model.PlanReasonNoStep
	case !slices.ContainsFunc(plannable, tries) && has(model.NextStepInstructor):
		return model.PlanReasonOnlyWorkCoverage
	case !slices.ContainsFunc(plannable, tries):
		return model.PlanReasonStepNotCounted
	case tries(model.NextStepInstructor):
		return model.PlanReasonNoInstructorCapacity
	case tries(model.NextStepAffiliate):
		return model.PlanReasonNoHost
	}
	return model.PlanReasonNoNeighbours
}
