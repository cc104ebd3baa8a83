package model

// UnitFilter says which units; see the schema's UnitFilter for what each field means. Different fields must all hold,
// several values of one are alternatives; nil is no condition.
type UnitFilter struct {
	Regions   []RegionCode
	Superiors []string
	// Directly leaves out what lies below the regions (REGION) or the superiors (SUBORDINATION).
	Directly        []Dimension
	Zones           []string
	Domains         []Domain
	Controls        []Control
	Industries      []string
	Sizes           []Size
	Kinds           []UnitKind
	EmployeeBands   []EmployeeBand
	AboveScale      []AboveScale
	PublicOrPrivate []PublicOrPrivate
	Operations      []Operation
	Establishments  []Establishment
	SetUps          []SetUp
	WorkMeans       []WorkMeans
	GapAges         []GapAge
	GapAgeOf        *IndicatorKey
	GapReasons      []GapReasonCode
	Employees       *IntRange
	FullMembers     *IntRange
	Members         *IntRange
	FoundedOn       *DateRange
	Name            *TextFilter
	CreditCodes     []CreditCode
	Results         []*ResultFilter
	Movement        *MovementFilter
	ReturnCell      *ReturnCellFilter
}

// IntRange bounds a whole number; every given bound must hold.
type IntRange struct{ Eq, Gt, Gte, Lt, Lte *int }

// Bounds is the range as inclusive bounds; an empty range has lo > hi.
func (r *IntRange) Bounds() (lo, hi int) {
	lo, hi = -1<<62, 1<<62
	if r == nil {
		return lo, hi
	}
	for _, b := range []struct {
		v          *int
		side, step int
	}{{r.Eq, -1, 0}, {r.Eq, 1, 0}, {r.Gt, -1, 1}, {r.Gte, -1, 0}, {r.Lt, 1, -1}, {r.Lte, 1, 0}} {
		switch {
		case b.v == nil:
		case b.side < 0:
			lo = max(lo, *b.v+b.step)
		default:
			hi = min(hi, *b.v+b.step)
		}
	}
	return lo, hi
}

// DateRange bounds a day: Gte inclusive, Lt exclusive.
type DateRange struct{ Gte, Lt *Date }

// TextFilter compares text by code point; every given condition must hold.
type TextFilter struct{ Eq, StartsWith, Contains *string }

// ResultFilter holds units whose result of an indicator is one of several.
type ResultFilter struct {
	Indicator IndicatorKey
	In        []Result
}

// MovementFilter holds the units that a term of a movement counts.
type MovementFilter struct {
	Indicator IndicatorKey
	From      Date
	To        Date
	Term      MovementTerm
}

// UnitOrder is one key of an order of units.
type UnitOrder struct {
	By        UnitOrderBy
	Direction SortDirection
}

// OrganisationFilter says which organisations.
type OrganisationFilter struct {
	Codes      []string
	Kinds      []OrganisationKind
	Natures    []OrganisationNature
	Regions    []RegionCode
	Superiors  []string
	SetUps     []SetUp
	Dissolved  *bool
	Name       *TextFilter
	TermEndsOn *DateRange
	// ConditionsBroken asks for organisations that break a condition of a set-up, or for those that break none.
	ConditionsBroken *bool
}

// OrganisationOrder is one key of an order of organisations.
type OrganisationOrder struct {
	By        OrganisationOrderBy
	Direction SortDirection
}

// InstructorFilter says which instructors.
type InstructorFilter struct {
	Regions   []RegionCode
	Roles     []InstructorRole
	InService *bool
	// Overloaded asks for those with more live units than the policy allows, or for the others.
	Overloaded *bool
	// NotVisitedSince asks for those without a recorded visit on or after the day.
	NotVisitedSince *Date
}

// ZoneFilter says which zones.
type ZoneFilter struct {
	Regions []RegionCode
	Kinds   []ZoneKind
	// WithoutOrganisation asks for zones without an organisation of their own that lives, or for the others.
	WithoutOrganisation *bool
}

// CandidateFilter says which candidates.
type CandidateFilter struct {
	Regions    []RegionCode
	Units      []CreditCode
	Directions []Direction
	Stages     []Stage
	Pending    *bool
	Overdue    *bool
	Outcomes   []Outcome
	BlockedBy  []BlockedBy
	Flow       *CandidateFlowFilter
}

// CandidateFlowFilter holds the candidates that a term of a flow counts. FromStage and ToStage narrow MOVED_ON.
type CandidateFlowFilter struct {
	From      Date
	To        Date
	Term      CandidateFlowTerm
	FromStage *Stage
	ToStage   *Stage
}

// CandidateOrder is one key of an order of candidates.
type CandidateOrder struct {
	By        CandidateOrderBy
	Direction SortDirection
}

// Periods is a series of periods of one grain, both ends inclusive.
type Periods struct {
	From, To Period
	Grain    Grain
}

// CoverageOrder is one key of an order of coverage rows: a dimension, or a measure of an indicator.
type CoverageOrder struct {
	Dimension *Dimension
	Measure   *Measure
	Of        *IndicatorKey
	Weight    Weight
	Direction SortDirection
}

// Page is the asked part of a list: First entries after a cursor, or after Offset entries.
type Page struct {
	First  *int
	After  *string
	Offset *int
}
