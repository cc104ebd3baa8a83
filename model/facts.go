package model

// Recorded tells by which commit a row was recorded and by which it was superseded (exclusive; Current while it was not),
// and where it came from. A correction never overwrites a row.
type Recorded struct {
	SinceVersion DataVersion
	UntilVersion DataVersion
	SourceID     SourceID
}

// Valid is the period in which a fact holds: from ValidFrom, inclusive, to ValidTo, exclusive; Never while it is open.
type Valid struct {
	ValidFrom Date
	ValidTo   Date
}

// On tells whether the day lies in the period.
func (v Valid) On(day Date) bool { return v.ValidFrom <= day && day < v.ValidTo }

// Overlaps tells whether the periods share a day.
func (v Valid) Overlaps(o Valid) bool { return v.ValidFrom < o.ValidTo && o.ValidFrom < v.ValidTo }

// Source is where facts came from: an import of files, or a system that writes through the API.
type Source struct {
	ID       SourceID
	ImportID *ImportID
	// Name is the register, the system or the file.
	Name string
	// Recorder is the name of the key or of the account that recorded the facts.
	Recorder string
}

// RegionFact is what holds of a region in a period. Code and parent change over time; the id stays.
type RegionFact struct {
	RegionID RegionID
	Valid
	Code     RegionCode
	Name     string
	Level    RegionLevel
	ParentID RegionID // 0 at the top
	Recorded
}

// ZoneFact is what holds of a zone (park, building, market, business district) in a period.
type ZoneFact struct {
	ZoneID ZoneID
	Valid
	Code     string
	Name     string
	Kind     ZoneKind
	RegionID RegionID
	// OrganisationID is the zone's own Party organisation; 0 without one.
	OrganisationID OrganisationID
	Recorded
}

// UnitAttributes are the reported facts of a unit that may change from a date on.
type UnitAttributes struct {
	Name       string
	Domain     Domain
	AlsoDomain Domain // 0 where the unit counts in one domain only
	Control    Control
	RegionID   RegionID
	ZoneID     ZoneID // 0 outside every zone
	// Industry is the section A–T of GB/T 4754-2017, alone or with the digits behind it (C, C13, C1310).
	Industry string
	Size     Size
	// Employees are 从业人员; OnDutyStaff 在岗职工, an optional second count.
	Employees   Count
	OnDutyStaff Count
	// FullMembers and ProbationaryMembers are members whose membership is formally kept at the unit.
	FullMembers         Count
	ProbationaryMembers Count
	// NoProbationaryColumn: the source has no column for probationary members at all, so that they count as 0.
	NoProbationaryColumn bool
	// MembersElsewhere are staff whose membership is kept elsewhere; they enter no member figure.
	MembersElsewhere Count
	FoundedOn        Date
	Status           UnitStatus
	// StatusEvidence is the decision or record behind a status other than ACTIVE.
	StatusEvidence string
	// ResponsibleID is the organisation recorded as responsible for the unit; 0 without one.
	ResponsibleID OrganisationID

	// Kind is the kind of a social organisation, the school type, the level of a state-owned enterprise or the rank of an organ.
	Kind            UnitKind
	AboveScale      AboveScale
	SchoolType      string // 3 digits of the ministry's code
	Pupils          Count
	Teachers        Count
	PublicOrPrivate PublicOrPrivate
	OrganKind       OrganKind
	// Supervisor is the supervising body (业务主管单位) or supervisor of a state-owned enterprise; SupervisorCode its credit code.
	Supervisor     string
	SupervisorCode CreditCode
}

// UnitFact is what holds of a unit in a period.
type UnitFact struct {
	UnitID UnitID
	Valid
	UnitAttributes
	Recorded
}

// UnitKey is the identity of a unit: an id and the credit code that people use. A unit that gets a new credit code is a new
// unit that succeeds the old one.
type UnitKey struct {
	ID         UnitID
	CreditCode CreditCode
}

// Unit is a unit as of a date: the identity, the facts in force and, for readers, what the rules say of them.
type Unit struct {
	ID         UnitID
	CreditCode CreditCode
	AsOf       Date
	UnitFact
	// Region and Span are filled in by the read side, and what the viewer has no right to see is taken out: figures are then
	// not reported, and the row of the annual return is NOT_ESTABLISHED.
	Region  *Region       `gorm:"-"`
	Span    *Span         `gorm:"-"`
	Figures MemberFigures `gorm:"-"`
}

// MemberFigures tells whether the viewer is shown the unit's member figures.
func (u *Unit) MemberFigures() MemberFigures { return orElse(u.Figures, MemberFiguresShown) }

// Operation tells whether the unit operates on the date.
func (u *Unit) Operation() Operation { return u.Span.Class.Operation }

// Establishment is the row of the annual return.
func (u *Unit) Establishment() Establishment { return u.Span.Class.Establishment }

// SetUp is the strongest set-up in force.
func (u *Unit) SetUp() SetUp { return u.Span.Class.SetUp }

// WorkMeans is the means of work coverage in force.
func (u *Unit) WorkMeans() WorkMeans { return u.Span.Class.WorkMeans }

// Members are full and probationary members together.
func (u *Unit) Members() Count {
	if u.Figures == MemberFiguresForbidden {
		return 0
	}
	return u.Span.Members
}

// Succession tells that a unit goes on as another, from a date.
type Succession struct {
	UnitID        UnitID // the successor
	PredecessorID UnitID
	Kind          SuccessionKind
	SucceededOn   Date
	Recorded
}

// OrganisationAttributes are the reported facts of a Party organisation that may change from a date on.
type OrganisationAttributes struct {
	Name     string
	Kind     OrganisationKind
	Nature   OrganisationNature
	RegionID RegionID
	ParentID OrganisationID // the superior; 0 without one
	// SetUp is the set-up that a file gives with the organisation; covers that give none take it from here.
	SetUp         SetUp
	EstablishedOn Date
	DissolvedOn   Date // exclusive end of its life; Never while it lives
	// TermBeganOn and TermEndsOn bound the term of its committee; TermEndsOn is the day on which the next election is due.
	TermBeganOn      Date
	TermEndsOn       Date
	ApprovalDocument string
	ApprovedOn       Date
	// HostID is the hosting organisation of a combined organisation; 0 without one.
	HostID              OrganisationID
	FullMembers         Count
	ProbationaryMembers Count
	// EducationCommittee tells that it is the Party committee of an education system (教育系统党委), under which schools belong.
	EducationCommittee bool
	// Territorial tells that it is recorded as the territorial committee of its region, which answers for the units there that
	// have no other place in the subordination tree.
	Territorial bool
}

// OrganisationFact is what holds of an organisation in a period.
type OrganisationFact struct {
	OrganisationID OrganisationID
	Valid
	OrganisationAttributes
	Recorded
}

// OrganisationKey is the identity of an organisation.
type OrganisationKey struct {
	ID   OrganisationID
	Code string
}

// Organisation is an organisation as of a date.
type Organisation struct {
	ID   OrganisationID
	Code string
	AsOf Date
	OrganisationFact
	Region *Region `gorm:"-"` // filled in by the read side
}

// Cover links a holder (organisation, instructor or mass organisation) with a unit for a period. The id stays when a cover
// is corrected; SinceVersion tells the rows apart.
type Cover struct {
	ID     CoverID
	UnitID UnitID
	Kind   CoverKind
	// Exactly one of the three holders is set: the organisation for kind ORGANISATION, one of the others for kind WORK.
	OrganisationID     OrganisationID
	InstructorID       InstructorID
	MassOrganisationID MassOrganisationID
	SetUp              SetUp // 0 for kind WORK
	Basis              JointBasis
	Valid
	EndReason EndReason
	Recorded
	AsOf Date `gorm:"-"` // the date of the question, filled in by the read side
}

// InstructorFact is what holds of an instructor or liaison in a period.
type InstructorFact struct {
	InstructorID InstructorID
	Valid
	Name     string
	Phone    string // encrypted at rest
	Role     InstructorRole
	RegionID RegionID
	// ServiceFrom, inclusive, and ServiceTo, exclusive, bound the service; Never while it goes on, 0 where not reported.
	ServiceFrom Date
	ServiceTo   Date
	Employer    string
	// Eligibility is whether the person may be sent, as recorded, with the record behind it; 0 where not reported.
	Eligibility         Eligibility
	EligibilityEvidence string
	Recorded
}

// Instructor is an instructor as of a date.
type Instructor struct {
	ID   InstructorID
	Code string
	AsOf Date
	InstructorFact
}

// Visit is a recorded visit of an instructor to a unit.
type Visit struct {
	ID           VisitID
	InstructorID InstructorID
	UnitID       UnitID
	VisitedOn    Date
	Content      string
	Recorded
	AsOf Date `gorm:"-"` // the date of the question, filled in by the read side
}

// MassOrganisationFact is what holds of a trade union, Youth League or women's federation in a period.
type MassOrganisationFact struct {
	MassOrganisationID MassOrganisationID
	Valid
	Name          string
	Kind          MassOrganisationKind
	RegionID      RegionID
	EstablishedOn Date
	DissolvedOn   Date
	Recorded
}

// MassOrganisation is a mass organisation as of a date.
type MassOrganisation struct {
	ID   MassOrganisationID
	Code string
	AsOf Date
	MassOrganisationFact
}

// Participation is the number of members of a home organisation that take part in a combined organisation in a period.
// It never moves a headcount.
type Participation struct {
	ID                 ParticipationID
	OrganisationID     OrganisationID // the combined organisation
	HomeOrganisationID OrganisationID
	Valid
	FullMembers         Count
	ProbationaryMembers Count
	Recorded
	AsOf Date `gorm:"-"` // the date of the question, filled in by the read side
}

// Candidate is a teacher in one direction of three-way cultivation.
type Candidate struct {
	ID   CandidateID
	Code string
	// PersonCode is the person by the code that the school gives; "" where it gave none.
	PersonCode string
	UnitID     UnitID // the school
	Name       string // encrypted at rest
	Direction  Direction
	BegunOn    Date
	// PlannedOn is the plan date of the directions to backbone and to management; 0 where none was set.
	PlannedOn Date
	Recorded
}

// CandidateStep is a recorded decision or act in a candidate's direction. Stages follow from steps and are never inferred.
type CandidateStep struct {
	ID          StepID
	CandidateID CandidateID
	Kind        StepKind
	On          Date
	// Until is the last day, inclusive, of a public notice or training.
	Until Date
	// Amount is days or hours of training, months of an extension.
	Amount int32
	// Unit of Amount: DAYS, HOURS or MONTHS.
	AmountUnit string
	Outcome    Outcome
	// Document is the number of the decision; Note the recorded special reason.
	Document string
	Note     string
	Recorded
}

// DeclaredReturn is one cell of an annual return as an organisation declared it.
type DeclaredReturn struct {
	ID             int64
	OrganisationID OrganisationID
	Year           int
	Table          string
	Row            string
	Column         string
	Value          int64
	Recorded
}

// Place says where a unit stands in the subordination tree: by an organisation, by that organisation's superior, or, as the
// zero value, by the territorial committee of its region. It is a leaf, so that a moved superior rewrites no span.
type Place int64

// PlaceOf is the place at the organisation itself, or at its superior.
func PlaceOf(id OrganisationID, superior bool) Place {
	p := Place(id) << 1
	if superior {
		p |= 1
	}
	return p
}

// Organisation is the organisation that the place names, and whether the place is its superior.
func (p Place) Organisation() (id OrganisationID, superior bool) {
	return OrganisationID(p >> 1), p&1 == 1
}
