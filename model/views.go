package model

// RegionNode is a node of the division tree of one period; trees share nothing and never change.
type RegionNode struct {
	ID    RegionID
	Code  RegionCode
	Name  string
	Level RegionLevel
	// Up is the parent; nil at the top. Below are the children by code.
	Up    *RegionNode
	Below []*RegionNode
}

// Within tells whether the node lies in the subtree of top.
func (n *RegionNode) Within(top *RegionNode) bool {
	for ; n != nil; n = n.Up {
		if n == top {
			return true
		}
	}
	return false
}

// Region is a region as of a date.
type Region struct {
	*RegionNode
	AsOf Date
}

// On is the node as a region of a date; nil for no node.
func (n *RegionNode) On(d Date) *Region {
	if n == nil {
		return nil
	}
	return &Region{n, d}
}

// Parent is the region above, on the same date.
func (r *Region) Parent() *Region { return r.Up.On(r.AsOf) }

// Path is the way from the top down to the region.
func (r *Region) Path() []*Region {
	if r.Up == nil {
		return []*Region{r}
	}
	return append(r.Parent().Path(), r)
}

// Zone is a zone as of a date.
type Zone struct {
	ID             ZoneID
	Code           string
	Name           string
	Kind           ZoneKind
	Region         *Region
	OrganisationID OrganisationID
	AsOf           Date
}

// Indicator is an entry of the catalogue, as the schema shows it.
type Indicator struct {
	Key          IndicatorKey
	Title        string
	TitleEnglish string
	Subject      Subject
	// LookBack tells that it is a rule of the look-back.
	LookBack       bool
	Formula        string
	FormulaEnglish string
	Regulation     string
	MemberBased    bool
	Version        *IndicatorVersion
	Versions       []*IndicatorVersion
}

// IndicatorVersion is a version of a definition. ValidFrom 0 is since ever.
type IndicatorVersion struct {
	Version   string
	ValidFrom Date
	ValidTo   Date
	Note      string
}

// IndicatorResult is the result of one indicator for one unit on one date.
type IndicatorResult struct {
	Indicator *Indicator
	Result    Result
}

// Explanation tells why an indicator is met or not.
type Explanation struct {
	Indicator   *Indicator
	Result      Result
	Version     string
	Rule        string
	RuleEnglish string
	Evidence    []*Evidence
	Reasons     []*GapReason
	NextSteps   []*NextStepAdvice
}

// Evidence is a fact that decided a result.
type Evidence struct {
	Title        string
	Value        string // in Chinese terms
	ValueEnglish string
	Since        Date
	Until        Date
}

// GapReason is a reason of a gap, in words.
type GapReason struct {
	Code    GapReasonCode
	Message string
}

// NextStepAdvice is a step that would close a gap, in words.
type NextStepAdvice struct {
	Step    NextStep
	Message string
}

// Gap is a unit that an indicator does not reach on a date.
type Gap struct {
	Unit            *Unit
	Indicator       *Indicator
	Reasons         []*GapReason
	NextSteps       []*NextStepAdvice
	Since           Date
	Days            int
	SinceRuleChange bool
	LastCover       *Cover
}

// UnitSpan is a span as the schema shows it.
type UnitSpan struct {
	Valid
	Name          string
	Domain        Domain
	Region        *Region
	Operation     Operation
	Establishment Establishment
	SetUp         SetUp
	WorkMeans     WorkMeans
	Employees     Count
	FullMembers   Count
	Results       []*IndicatorResult
}

// UnitReport is a row of facts as the schema shows it.
type UnitReport struct {
	UnitFact
	Region *Region
	Source *Source
}

// UnitSuccession is a succession seen from one of its units.
type UnitSuccession struct {
	Kind        SuccessionKind
	SucceededOn Date
	Unit        *Unit
}

// CandidateView is a candidate with what the clocks say on a date.
type CandidateView struct {
	Candidate
	AsOf           Date
	Stage          Stage
	StageSince     Date
	Pending        bool
	EarliestNextOn Date
	DueOn          Date
	Duty           string
	OverdueDays    int
	BlockedBy      []BlockedBy
	Provisional    bool
	Outcome        Outcome
	EndedOn        Date
	Steps          []*CandidateStep
}

// DataSet tells what answers are made of.
type DataSet struct {
	Version       DataVersion
	ChangedAt     Moment
	Today         Date
	Demo          bool
	SecrecyLabel  string
	ImportRunning bool
	RuleSet       string
	UnitCount     int
}

// Label is what every page and export of the demo carries.
func (d *DataSet) Label() string {
	if d.Demo {
		return "演示数据·非真实"
	}
	return ""
}

// Viewer is who asks, as the schema shows it.
type Viewer struct {
	Name   string
	Role   Role
	Region *Region
	Rights []Right
	Demo   bool
}

// PolicyView is the policy in force.
type PolicyView struct {
	Text     string
	Hash     string
	SetAt    Moment
	Recorder *string
}

// Industry is a section of GB/T 4754-2017.
type Industry struct{ Code, Name string }
