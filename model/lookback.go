package model

// The facts and histories that the look-back (回头看) reads besides those of coverage.

// Officer is a secretary or deputy secretary of an organisation, in a period. A post without a row on a date is vacant, once any
// officer of the organisation was reported.
type Officer struct {
	ID             OfficerID
	OrganisationID OrganisationID
	Role           OfficerRole
	Name           string // encrypted at rest
	// Eligibility is as recorded, with the record behind it; 0 where not reported.
	Eligibility         Eligibility
	EligibilityEvidence string
	Valid
	Recorded
}

// Activity is a recorded activity of an organisation on a day.
type Activity struct {
	ID             ActivityID
	OrganisationID OrganisationID
	Kind           ActivityKind
	HeldOn         Date
	Content        string
	Recorded
}

// Leadership tells how the posts of Party and management of a state-owned enterprise are filled, from a date on.
type Leadership struct {
	UnitID UnitID
	Valid
	// OnePerson tells whether secretary and chairman are one person; ExceptionDocument is the recorded exception, "" without one.
	OnePerson         Answer
	ExceptionDocument string
	// CrossAppointed tells whether members of the Party committee sit on the board and in management, and the reverse.
	CrossAppointed Answer
	Recorded
}

// OrganisationHistory is all that the rules read of one organisation.
type OrganisationHistory struct {
	ID   OrganisationID
	Code string
	// Facts are in order of ValidFrom. A row holds until the next one; the first one also holds back to the establishment.
	Facts []OrganisationFact
	// Covers are its covers of every date, in order of ValidFrom, each with the facts of its unit.
	Covers []CoveredUnit
	// Participations are those in it, in order of ValidFrom then id.
	Participations []Participation
	Officers       []Officer // in order of ValidFrom, then id
	// Activities are the days on which an activity is recorded, ascending and once each.
	Activities []Date
	// Others are the dated facts of the organisations that it names: every superior up to the top on any date, hosts, and the homes of
	// participants. Codes are theirs. An organisation that is named and not there is not known.
	Others map[OrganisationID][]OrganisationFact
	Codes  map[OrganisationID]string
	// Regions are the present codes of the regions of its own and of its units' facts; of one that is not there the level is not known.
	Regions map[RegionID]RegionCode
}

// CoveredUnit is a cover with the dated facts of its unit.
type CoveredUnit struct {
	Cover
	CreditCode CreditCode
	Unit       []UnitFact // in order of ValidFrom
}

// InstructorHistory is all that the rules read of one instructor.
type InstructorHistory struct {
	ID   InstructorID
	Code string
	// Facts are in order of ValidFrom.
	Facts []InstructorFact
	// Covers are the covers of every date, in order of ValidFrom, each with the facts of its unit.
	Covers []CoveredUnit
	// Visits are in order of days, then unit.
	Visits []UnitVisit
}

// UnitVisit is a visit to a unit on a day.
type UnitVisit struct {
	UnitID UnitID
	On     Date
}

// SubjectID names a subject of any kind by number.
type SubjectID int64

// SubjectFilter says which subjects; see the schema's SubjectFilter. Different fields must all hold, several values of one are
// alternatives; nil is no condition. A field that the subject does not have is an error that names it.
type SubjectFilter struct {
	Regions           []RegionCode
	Superiors         []string
	Zones             []string
	Domains           []Domain
	Controls          []Control
	Industries        []string
	UnitKinds         []UnitKind
	OrganisationKinds []OrganisationKind
	Natures           []OrganisationNature
	SetUps            []SetUp
	Bases             []JointBasis
	Roles             []InstructorRole
	// Live is whether the subject operates, lives or is in service on the date; nil is no condition.
	Live    *bool
	Codes   []string
	Name    *TextFilter
	Results []*ResultFilter
}

// FindingOrder is one key of an order of findings.
type FindingOrder struct {
	By        FindingOrderBy
	Direction SortDirection
}

// DateSpan is a window of days, both ends inclusive.
type DateSpan struct{ From, To Date }

// Finding is a subject that a rule of the look-back points at on a date, and why.
type Finding struct {
	Rule *Indicator
	// Subject is the kind of the subject, ID its number and Code what people call it.
	Subject Subject
	ID      SubjectID
	Code    string
	Name    string // MASKED for persons without the right
	Region  *Region
	// Since is the first day of the unbroken run; for one that is due, the day on which it will begin. Days = asOf − Since, negative
	// until it begins.
	Since Date
	Days  int
	// SinceRuleChange tells that the run began with a new version of the policy or the definition.
	SinceRuleChange bool
	// Text is what is wrong, with its numbers, in Chinese; Mend is how to mend it.
	Text        string
	TextEnglish string
	Mend        string
	MendEnglish string
	Evidence    []*Evidence
	AsOf        Date
}

// FindingCount is what a rule found on a date.
type FindingCount struct {
	Rule *Indicator
	// Share is of the subjects in the rule's population: the numerator are those without a finding, the gap the findings.
	Share *Share
}

// RegionCode is the code of the region; nil without one.
func (f *Finding) RegionCode() *RegionCode {
	if f.Region == nil {
		return nil
	}
	return &f.Region.Code
}

// RegionName is the name of the region; nil without one.
func (f *Finding) RegionName() *string {
	if f.Region == nil {
		return nil
	}
	return &f.Region.Name
}
