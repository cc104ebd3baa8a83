package model

// Coverage answers a question about coverage.
type Coverage struct {
	AsOf        Date
	DataVersion DataVersion
	Rows        []*CoverageRow
	RowCount    int
	Total       *CoverageRow
}

// CoverageRow is one group. Pointers and empty codes are null: the question was not grouped by that dimension, or, for
// objects, the group is the one without.
type CoverageRow struct {
	AsOf            Date
	Period          *Period
	Provisional     bool
	Region          *Region
	RegionCode      *string
	RegionName      *string
	SuperiorID      OrganisationID
	SuperiorCode    *string
	SuperiorName    *string
	Zone            *Zone
	ZoneCode        *string
	ZoneName        *string
	Domain          *Domain
	Control         *Control
	Industry        *string
	IndustryName    *string
	Size            *Size
	Kind            *UnitKind
	EmployeeBand    *EmployeeBand
	AboveScale      *AboveScale
	PublicOrPrivate *PublicOrPrivate
	Operation       *Operation
	Establishment   *Establishment
	SetUp           *SetUp
	WorkMeans       *WorkMeans
	GapAge          *GapAge
	// The dimensions of organisations, and the role of instructors.
	OrganisationKind *OrganisationKind
	Nature           *OrganisationNature
	Basis            *JointBasis
	Role             *InstructorRole
	Units            int
	Shares           []*Share
}

// Share of an indicator, a weight and a date to compare with, as it was asked for; nil where it was not counted.
func (r *CoverageRow) Share(of IndicatorKey, weight Weight, compareTo *Date) *Share {
	for _, s := range r.Shares {
		if s.Indicator.Key == of && s.Weight == weight && s.comparedTo(compareTo) {
			return s
		}
	}
	return nil
}

func titled[T interface {
	~uint8
	Title() string
}](v *T) *string {
	if v == nil {
		return nil
	}
	s := (*v).Title()
	return &s
}

// DomainName is the Chinese term; the other names likewise. nil where the question was not grouped by the dimension.
func (r *CoverageRow) DomainName() *string { return titled(r.Domain) }

// ControlName is the Chinese term.
func (r *CoverageRow) ControlName() *string { return titled(r.Control) }

// SizeName is the Chinese term.
func (r *CoverageRow) SizeName() *string { return titled(r.Size) }

// KindName is the Chinese term.
func (r *CoverageRow) KindName() *string { return titled(r.Kind) }

// EmployeeBandName is the Chinese term.
func (r *CoverageRow) EmployeeBandName() *string { return titled(r.EmployeeBand) }

// AboveScaleName is the Chinese term.
func (r *CoverageRow) AboveScaleName() *string { return titled(r.AboveScale) }

// PublicOrPrivateName is the Chinese term.
func (r *CoverageRow) PublicOrPrivateName() *string { return titled(r.PublicOrPrivate) }

// OperationName is the Chinese term.
func (r *CoverageRow) OperationName() *string { return titled(r.Operation) }

// EstablishmentName is the Chinese term.
func (r *CoverageRow) EstablishmentName() *string { return titled(r.Establishment) }

// SetUpName is the Chinese term.
func (r *CoverageRow) SetUpName() *string { return titled(r.SetUp) }

// WorkMeansName is the Chinese term.
func (r *CoverageRow) WorkMeansName() *string { return titled(r.WorkMeans) }

// GapAgeName is the Chinese term.
func (r *CoverageRow) GapAgeName() *string { return titled(r.GapAge) }

// OrganisationKindName is the Chinese term.
func (r *CoverageRow) OrganisationKindName() *string { return titled(r.OrganisationKind) }

// NatureName is the Chinese term.
func (r *CoverageRow) NatureName() *string { return titled(r.Nature) }

// BasisName is the Chinese term.
func (r *CoverageRow) BasisName() *string { return titled(r.Basis) }

// RoleName is the Chinese term.
func (r *CoverageRow) RoleName() *string { return titled(r.Role) }

// Share is a share of a population on a date. Numbers are nil where Status forbids or suppresses them.
type Share struct {
	Indicator         *Indicator
	Weight            Weight
	Status            ShareStatus
	Numerator         *int
	Denominator       *int
	Gap               *int
	Unknown           *int
	NotApplicable     *int
	Exempt            *int
	WeightMissing     *int
	Rate              *float64
	Provisional       bool
	Target            *float64
	Shortfall         *int
	Definition        *IndicatorVersion
	DefinitionChanged bool
	Compare           *ShareComparison
}

func (s *Share) comparedTo(d *Date) bool {
	if d == nil || s.Compare == nil {
		return d == nil && s.Compare == nil
	}
	return s.Compare.AsOf == *d
}

// ShareComparison is the same share on another date; Change is in percentage points.
type ShareComparison struct {
	AsOf        Date
	Numerator   *int
	Denominator *int
	Rate        *float64
	Change      *float64
	Definition  *IndicatorVersion
}

// Movement tells what moved an indicator between two dates.
type Movement struct {
	Indicator   *Indicator
	From, To    Date
	DataVersion DataVersion
	Rows        []*MovementRow
	Total       *MovementRow
}

// MovementRow is the movement of one group.
type MovementRow struct {
	Group           *CoverageRow
	NumeratorFrom   int
	DenominatorFrom int
	Gained          int
	Lost            int
	EnteredMet      int
	EnteredUnmet    int
	LeftMet         int
	LeftUnmet       int
	NumeratorTo     int
	DenominatorTo   int
}
