package model

// GapPlan is what would close the gaps of an indicator, and its share before and after.
type GapPlan struct {
	Indicator   *Indicator
	AsOf        Date
	DataVersion DataVersion
	// Gaps is the number of gaps, Closed how many of them have a proposal.
	Gaps   int
	Closed int
	Before *PlanShare
	After  *PlanShare
	// Regions are the shares of the parts of the asked region, by code.
	Regions []*PlanRegion
	Steps   []*PlanStepCount
	Reasons []*PlanReasonCount
	// Proposals are ordered by the credit code of their first unit, and Open by credit code. Lists page through them.
	Proposals []Proposal
	Open      []OpenGap
}

// PlanShare is a share of the plan's indicator. Rate is nil when the denominator is 0.
type PlanShare struct {
	Numerator   int
	Denominator int
	Gap         int
	Rate        *float64
}

// PlanRegion is the share of one region before and after.
type PlanRegion struct {
	Region *Region
	Before *PlanShare
	After  *PlanShare
}

// PlanStepCount counts the proposals of one step and the units in them.
type PlanStepCount struct {
	Step      NextStep
	Proposals int
	Units     int
}

// PlanReasonCount counts the gaps without a proposal by the reason.
type PlanReasonCount struct {
	Reason PlanReason
	Units  int
}

// Proposal is one act that would close the gaps of its units.
type Proposal struct {
	Step NextStep
	// UnitIDs are ordered by credit code; FirstCode is the first one's.
	UnitIDs   []UnitID
	FirstCode CreditCode
	Basis     PlanBasis // 0 unless the step is JOIN
	HostID    OrganisationID
	Relation  PlanHost // 0 without a host
	// InstructorID is set where the step is INSTRUCTOR.
	InstructorID InstructorID
	// FullMembers are those of all units together; for a combined set-up those who can take part.
	FullMembers int
	Message     string
	AsOf        Date
}

// OpenGap is a gap for which a plan has no proposal.
type OpenGap struct {
	UnitID  UnitID
	Code    CreditCode
	Reason  PlanReason
	Message string
	AsOf    Date
}

// The connections of plans.
type (
	ProposalConnection = Connection[Proposal]
	ProposalEdge       = Edge[Proposal]
	OpenGapConnection  = Connection[OpenGap]
	OpenGapEdge        = Edge[OpenGap]
)

// UnitCount is the number of units.
func (p *Proposal) UnitCount() int { return len(p.UnitIDs) }

// StepName is the Chinese term.
func (c *PlanStepCount) StepName() string { return c.Step.Title() }

// ReasonName is the Chinese term.
func (c *PlanReasonCount) ReasonName() string { return c.Reason.Title() }
