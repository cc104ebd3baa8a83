package indicator

import (
	_ "embed"
	"sync"

	"fugai/model"
)

// Scope tells whose decision a setting is.
type Scope string

// The scopes of a setting.
const (
	ScopeNational Scope = "NATIONAL"
	ScopeLocal    Scope = "LOCAL"
	ScopeProduct  Scope = "PRODUCT"
)

// Setting is what the policy says of a value besides the value.
type Setting struct {
	// Path is the place in the file, for example "counted.setUps".
	Path   string
	Title  string // Chinese
	Source string
	Scope  Scope
}

// Version is a value and the first day on which it holds.
type Version[T any] struct {
	From  model.Date
	Value T
}

// Dated is a setting with its values in order of days.
type Dated[T any] struct {
	Setting
	Versions []Version[T]
}

// On is the value that holds on a day. The first one also holds before its own first day, because earlier years are counted
// by the oldest rule that is known.
func (d *Dated[T]) On(day model.Date) T {
	for i := len(d.Versions) - 1; i > 0; i-- {
		if d.Versions[i].From <= day {
			return d.Versions[i].Value
		}
	}
	return d.Versions[0].Value
}

// ReturnPlace says how the annual return shows a set-up that its forms do not name.
type ReturnPlace string

// The two ways to show affiliated and combined covers in the return.
const (
	Supplementary ReturnPlace = "SUPPLEMENTARY" // the unit stays in its 'not established' row
	Own           ReturnPlace = "OWN"           // the unit counts as having its own organisation
)

// Width is how many units a joint branch may cover, where the limit is on.
type Width struct {
	On    bool
	Units int
}

// Audience is the units for which a next step is meant.
type Audience string

// The audiences of a next step.
const (
	ForAll           Audience = "ALL"
	ForSchool        Audience = "SCHOOL"
	ForPrivateSchool Audience = "PRIVATE_SCHOOL"
)

// Step is a row of the table of next steps.
type Step struct {
	Step model.NextStep
	For  Audience
	On   bool
}

// Admission holds the numbers of one version of the rules on admission of members. 0 means that the version has no such duty.
type Admission struct {
	Name                                          string
	TalkMonths, ActivistMonths, ReviewMonths      int
	NoticeWorkingDays, TrainingDays               int
	TrainingHours, MeetingMonths                  int
	ApprovalMonths, ApprovalSpecialMonths         int
	OathMonths, ProbationMonths                   int
	ExtensionAtLeastMonths, ExtensionAtMostMonths int
	FullMembershipMonths                          int
}

// Policy is every number and switch that the rules read, with source, scope and effective dates.
type Policy struct {
	SetUps            Dated[[]model.SetUp]
	Natures           Dated[[]model.OrganisationNature]
	MassOrganisations Dated[[]model.MassOrganisationKind]
	GraceMonths       Dated[int]

	ReturnAffiliated Dated[ReturnPlace]
	ReturnCombined   Dated[ReturnPlace]

	StandAlone               Dated[int]
	BranchCommittee          Dated[int]
	BranchAtMost             Dated[int]
	GeneralBranch            Dated[int]
	Committee                Dated[int]
	EmployeesForMembers      Dated[int]
	EmployeesForOrganisation Dated[int]
	SchoolStaff              Dated[int]
	ThirtyStaffSchools       Dated[bool]

	JointWidth           Dated[Width]
	PrivateSchoolWidth   Dated[Width]
	EnterpriseWidth      Dated[Width]
	RuralSchoolWidth     Dated[Width]
	CombinedParticipants Dated[int]
	// InstructorUnits is how many units one instructor may have.
	InstructorUnits Dated[int]

	// Terms are in years.
	TermBranch, TermVillageBranch    Dated[int]
	TermGeneralBranch, TermCommittee Dated[int]
	StepsDue, StepsFew               Dated[[]Step]
	StepsProbationaryOnly, StepsNone Dated[[]Step]
	StepsUnknown                     Dated[[]Step]
	Admission                        Dated[Admission]
	// The numbers of the look-back, in months; DocumentFor are the set-ups whose organisations need an approval document, and
	// HeadcountDifference by how many full members an organisation's report may differ from those of its units.
	ActivityMonths, VisitMonths     Dated[int]
	ReminderMonths, TemporaryMonths Dated[int]
	DocumentFor                     Dated[[]model.SetUp]
	HeadcountDifference             Dated[int]
	// CandidateMonths is how long personal fields of candidates that ended without completion are kept.
	CandidateMonths Dated[int]

	Targets []Target
}

//go:embed policy.yaml
var defaultPolicyText string

// DefaultPolicyText is the policy file that the product brings.
func DefaultPolicyText() string { return defaultPolicyText }

var defaultPolicy = sync.OnceValues(func() (*Policy, error) { return ParsePolicy(defaultPolicyText) })

// DefaultPolicy is the policy that the product brings. It panics when the embedded file is wrong, which a test excludes.
func DefaultPolicy() *Policy {
	p, err := defaultPolicy()
	if err != nil {
		panic("the embedded policy is wrong: " + err.Error())
	}
	return p
}
