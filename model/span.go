package model

// Results packs one Result per indicator of a subject's catalogue, three bits each, the first indicator lowest. 0 means that the
// subject was not founded on the date.
type Results uint64

// MaxIndicators is how many indicators one catalogue can hold.
const MaxIndicators = 21

// Of is the result of the indicator at an index of the catalogue.
func (r Results) Of(indicator int) Result { return Result(r >> (3 * indicator) & 7) }

// With is r with the result of one indicator set.
func (r Results) With(indicator int, result Result) Results {
	shift := 3 * indicator
	return r&^(7<<shift) | Results(result)<<shift
}

// SpanClass is everything of a span that takes few values. Spans share classes: a million units have a few thousand, so
// that a filter or a grouping is decided once a class and not once a unit. Fields that do not apply hold NONE or UNKNOWN.
type SpanClass struct {
	Domain          Domain
	AlsoDomain      Domain // 0 without
	Control         Control
	Size            Size
	Industry        byte // section A–T; 0 where not reported
	Kind            UnitKind
	EmployeeBand    EmployeeBand
	AboveScale      AboveScale
	PublicOrPrivate PublicOrPrivate
	Operation       Operation
	Establishment   Establishment
	SetUp           SetUp
	WorkMeans       WorkMeans
	// OrganisationKind, Nature and Basis are of organisations, Role of instructors; 0 for other subjects. Of an organisation, SetUp is
	// the strongest by which it covers a unit, Basis that of its joint covers, and Domain the commonest of the units that it covers.
	OrganisationKind OrganisationKind
	Nature           OrganisationNature
	Basis            JointBasis
	Role             InstructorRole
	// Reason is the primary reason that an UNMET result of this span has.
	Reason GapReasonCode
	// NotCounted and Ended have bit i set where indicator i is UNMET and COVER_NOT_COUNTED or COVER_ENDED holds for it.
	NotCounted uint32
	Ended      uint32
	Results    Results
}

// Span is a maximal period in which the dimensions of a subject and all its results of one rule set stay the same.
type Span struct {
	// UnitID is the unit. In spans of organisations and instructors it holds the number of their id (see SubjectID).
	UnitID UnitID
	Valid
	Class       SpanClass
	RegionID    RegionID
	ZoneID      ZoneID
	Place       Place
	Employees   Count
	FullMembers Count
	Members     Count // full and probationary; unknown where it cannot be decided
	FoundedOn   Date
	Name        string // the unit's name, so that the cube can filter and order by it
}
