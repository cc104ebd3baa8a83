package model

// The inputs of the write side, by natural keys. Files and mutations fill the same structs; registry.Apply takes them.
// Texts are trimmed and typed already; references (codes of regions, zones, organisations …) are resolved by the registry.

// Fields is a set of attributes of an input, by number. A column that a file does not have, or a field that a mutation
// leaves out, is not in the set, and what is stored stays.
type Fields uint64

// Has tells whether the set holds a field.
func (f Fields) Has(n int) bool { return f&(1<<n) != 0 }

// With is the set and one field.
func (f Fields) With(n int) Fields { return f | 1<<n }

// Origin is the place of an input: Path in a mutation, File and Line in a file.
type Origin struct {
	Path string
	File string
	Line int
}

// RegionInput is a region from a date on. Without ValidFrom, the first report holds since ever (0001-01-01).
type RegionInput struct {
	Origin
	Code       RegionCode
	Name       string
	Level      RegionLevel // 0: the level that the code's digits say
	ParentCode RegionCode  // "" at the top
	ValidFrom  Date
	ValidTo    Date // 0: open
}

// ZoneInput is a zone from a date on.
type ZoneInput struct {
	Origin
	Code             string
	Name             string
	Kind             ZoneKind
	RegionCode       RegionCode
	OrganisationCode string
	ValidFrom        Date
	ValidTo          Date
}

// Fields of a UnitInput.
const (
	UnitName = iota
	UnitDomain
	UnitAlsoDomain
	UnitControl
	UnitRegion
	UnitZone
	UnitIndustry
	UnitSize
	UnitEmployees
	UnitOnDutyStaff
	UnitFullMembers
	UnitProbationaryMembers
	UnitMembersElsewhere
	UnitFoundedOn
	UnitStatusField
	UnitStatusEvidence
	UnitResponsible
	UnitKindField
	UnitAboveScale
	UnitSchoolType
	UnitPupils
	UnitTeachers
	UnitPublicOrPrivate
	UnitOrganKind
	UnitSupervisor
	UnitSupervisorCode
)

// UnitInput is a unit's attributes from a date on. Given tells which attributes are reported; a reported zero value means
// "not reported any more". Ids inside UnitAttributes (region, zone, responsible organisation) are not read: the codes are.
type UnitInput struct {
	Origin
	CreditCode CreditCode
	UnitAttributes
	RegionCode      RegionCode
	ZoneCode        string
	ResponsibleCode string
	Given           Fields
	// ValidFrom is the day from which the attributes hold; 0: founding day of a new unit, the batch's AsOf of a known one.
	ValidFrom Date
	// SucceedsCode is the credit code of the unit that this one goes on from, by SuccessionKind, on ValidFrom.
	SucceedsCode   CreditCode
	SuccessionKind SuccessionKind
}

// Fields of an OrganisationInput.
const (
	OrganisationName = iota
	OrganisationKindField
	OrganisationNatureField
	OrganisationRegion
	OrganisationParent
	OrganisationSetUp
	OrganisationEstablishedOn
	OrganisationDissolvedOn
	OrganisationTermBeganOn
	OrganisationTermEndsOn
	OrganisationApprovalDocument
	OrganisationApprovedOn
	OrganisationHost
	OrganisationFullMembers
	OrganisationProbationaryMembers
	OrganisationTerritorial
	OrganisationEducationCommittee
)

// OrganisationInput is an organisation's attributes from a date on.
type OrganisationInput struct {
	Origin
	Code string
	OrganisationAttributes
	RegionCode RegionCode
	ParentCode string
	HostCode   string
	Given      Fields
	ValidFrom  Date // 0: establishment of a new organisation, the batch's AsOf of a known one
}

// CoverInput is a cover row. One that overlaps exactly one stored cover of the same unit, kind and holder is that cover,
// corrected. Void withdraws it.
type CoverInput struct {
	Origin
	UnitCode             CreditCode
	Kind                 CoverKind
	OrganisationCode     string
	InstructorCode       string
	MassOrganisationCode string
	SetUp                SetUp // 0: the organisation's
	Basis                JointBasis
	ValidFrom            Date
	ValidTo              Date // exclusive; 0: open
	EndReason            EndReason
	Void                 bool
}

// InstructorInput is an instructor or liaison from a date on.
type InstructorInput struct {
	Origin
	Code        string
	Name        string
	Phone       string
	Role        InstructorRole // 0: INSTRUCTOR
	RegionCode  RegionCode
	ServiceFrom Date
	ServiceTo   Date // exclusive; 0: open
	Employer    string
	// Eligibility is 0 where the source does not report it.
	Eligibility         Eligibility
	EligibilityEvidence string
	ValidFrom           Date
}

// VisitInput is a visit. The key is instructor, unit and day.
type VisitInput struct {
	Origin
	InstructorCode string
	UnitCode       CreditCode
	VisitedOn      Date
	Content        string
	Void           bool
}

// MassOrganisationInput is a trade union, Youth League or women's federation.
type MassOrganisationInput struct {
	Origin
	Code          string
	Name          string
	Kind          MassOrganisationKind
	RegionCode    RegionCode
	EstablishedOn Date
	DissolvedOn   Date // exclusive; 0: open
	ValidFrom     Date
}

// ParticipationInput is the participation of a home organisation's members in a combined organisation. The key is both
// organisations; one that overlaps exactly one stored row is that row, corrected.
type ParticipationInput struct {
	Origin
	OrganisationCode     string
	HomeOrganisationCode string
	FullMembers          Count
	ProbationaryMembers  Count
	ValidFrom            Date
	ValidTo              Date // exclusive; 0: open
	Void                 bool
}

// OfficerInput is a secretary or deputy secretary of an organisation. A row that overlaps exactly one stored row of the same organisation,
// role and name is that row, corrected; else, as there is one secretary on a day, a secretary's row is the stored one that begins on the
// same day, with another name. Void withdraws it.
type OfficerInput struct {
	Origin
	OrganisationCode    string
	Role                OfficerRole // 0: SECRETARY
	Name                string
	Eligibility         Eligibility // 0: not reported
	EligibilityEvidence string
	ValidFrom           Date
	ValidTo             Date // exclusive; 0: open
	Void                bool
}

// ActivityInput is a recorded activity of an organisation. The key is organisation, kind and day. Void withdraws it.
type ActivityInput struct {
	Origin
	OrganisationCode string
	Kind             ActivityKind
	HeldOn           Date
	Content          string
	Void             bool
}

// LeadershipInput tells how the posts of Party and management of a state-owned enterprise are filled, from a date on.
type LeadershipInput struct {
	Origin
	UnitCode          CreditCode
	OnePerson         Answer // 0: not reported
	ExceptionDocument string
	CrossAppointed    Answer // 0: not reported
	ValidFrom         Date   // 0: the batch's AsOf
}

// CandidateInput is a candidate; the key is the code, given by the school or department.
type CandidateInput struct {
	Origin
	Code string
	// PersonCode names the person; nobody has two pending directions on a day.
	PersonCode string
	UnitCode   CreditCode
	Name       string
	Direction  Direction
	BegunOn    Date
	PlannedOn  Date
}

// CandidateStepInput is a recorded step; the key is candidate, kind and day.
type CandidateStepInput struct {
	Origin
	CandidateCode string
	Kind          StepKind
	On            Date
	Until         Date
	Amount        int32
	AmountUnit    string
	Outcome       Outcome
	Document      string
	Note          string
	Void          bool
}

// DeclaredReturnInput is one declared cell; the key is all but the value.
type DeclaredReturnInput struct {
	Origin
	OrganisationCode string
	Year             int
	Table            string
	Row              string
	Column           string
	Value            int64
}

// Batch is what one commit applies, all or nothing, in the order of its fields.
type Batch struct {
	Regions           []RegionInput
	Organisations     []OrganisationInput
	Zones             []ZoneInput
	Instructors       []InstructorInput
	MassOrganisations []MassOrganisationInput
	Units             []UnitInput
	Covers            []CoverInput
	Visits            []VisitInput
	Participations    []ParticipationInput
	Officers          []OfficerInput
	Activities        []ActivityInput
	Leaderships       []LeadershipInput
	Candidates        []CandidateInput
	CandidateSteps    []CandidateStepInput
	DeclaredReturns   []DeclaredReturnInput
}

// Apply says how a batch is applied.
type Apply struct {
	Source Source
	// AsOf is the day from which changed attributes hold where an input gives none.
	AsOf Date
	// Correct makes changed attributes correct what was reported, in place of holding from a day on.
	Correct bool
	// DryRun makes every check and changes nothing.
	DryRun bool
	// SkipFaulty applies the inputs without faults and reports the others; otherwise one fault refuses the whole batch.
	SkipFaulty bool
}

// Tally counts what became of the inputs of one kind.
type Tally struct {
	New, Changed, Unchanged, Rejected, Warned int
}

// Applied is the outcome of a batch.
type Applied struct {
	// Version is the data version of the commit; the current one where nothing changed.
	Version DataVersion
	// Tallies by kind of input: the field names of Batch.
	Tallies map[string]*Tally
	// Files are the same counts by Origin.File, for inputs that come from files; a file holds inputs of one kind.
	Files    map[string]*Tally
	Problems []Problem
}
