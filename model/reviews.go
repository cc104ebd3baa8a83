package model

// The types of review rounds (回头看轮次): findings that are frozen, handed to organisations, answered, checked and closed.

// The most items that one act takes, and the most characters of a note.
const (
	MaxReviewItems = 1000
	MaxReviewNote  = 1000
)

// ReviewRound is a look-back round: the findings of a scope on a date, frozen.
type ReviewRound struct {
	ID   ReviewRoundID
	Code string
	// Title names it for people.
	Title    string
	RegionID RegionID // 0 for the whole country
	Region   *Region  // nil for the whole country
	// AsOf is the date of the findings, and of the division tree in which its items lie.
	AsOf Date
	// DataVersion is the version whose findings were frozen.
	DataVersion DataVersion
	Rules       []IndicatorKey
	OpenedBy    string
	OpenedAt    Moment
	// ClosedAt is when the round as a whole was closed; zero while it is open.
	ClosedBy string
	ClosedAt Moment
}

// ClosedByText is who closed the round; nil while it is open.
func (r *ReviewRound) ClosedByText() *string { return textOrNil(r.ClosedBy) }

// ReviewItem is a frozen finding and how its mending stands.
type ReviewItem struct {
	ID      ReviewItemID
	RoundID ReviewRoundID
	Rule    IndicatorKey
	Subject Subject
	// SubjectID, Code, Name, RegionID, Since, Text and Mend are as they were when the round was opened. The name of an instructor is
	// the code: a round keeps no persons.
	SubjectID SubjectID
	Code      string
	Name      string
	RegionID  RegionID
	Region    *Region
	Since     Date
	Text      string
	Mend      string
	// FoundOn is the date of the round's findings.
	FoundOn Date
	// Last is the act after which the item stands as it does on AsOf, the date of the question.
	Last ReviewEvent
	AsOf Date
}

// State is how the mending stands.
func (i *ReviewItem) State() ReviewState { return i.Last.State }

// DueOn is the last day on which the item may be closed in time; 0 until it is assigned.
func (i *ReviewItem) DueOn() Date { return i.Last.DueOn }

// AssignedToCode is the code of the organisation that is to mend it; nil until it is assigned.
func (i *ReviewItem) AssignedToCode() *string { return i.Last.AssignedToCode() }

// Overdue tells whether the due date lies before the date of the question and the item is not closed.
func (i *ReviewItem) Overdue() bool {
	return i.Last.DueOn != 0 && i.Last.DueOn < i.AsOf && i.Last.State != ReviewStateClosed
}

// ReviewEvent is one act on an item: what, who and when, and how the item stands after it.
type ReviewEvent struct {
	ID      int64
	ItemID  ReviewItemID
	RoundID ReviewRoundID
	Act     ReviewAct
	State   ReviewState
	Actor   string
	// Valid is from the civil day of the act to that of the next one on the item.
	Valid
	At Moment // when it was committed
	// AssignedTo and DueOn hold from the act on; 0 until the item is assigned.
	AssignedTo   OrganisationID
	AssignedCode string
	DueOn        Date
	Note         string
	Recorded
	AsOf Date
}

// AssignedToCode is the code of the organisation that is to mend the item; nil until it is assigned.
func (e *ReviewEvent) AssignedToCode() *string { return textOrNil(e.AssignedCode) }

// NoteText is what was said.
func (e *ReviewEvent) NoteText() *string { return textOrNil(e.Note) }

// ReviewFilter says which items of rounds. Different fields must all hold; several values of one are alternatives.
type ReviewFilter struct {
	Rules    []IndicatorKey
	States   []ReviewState
	Subjects []Subject
	Regions  []RegionCode
	// AssignedTo are organisations by code; NONE stands for items that are not assigned.
	AssignedTo []string
	// Overdue asks for items whose due date has passed on the date and that are not closed, or for the others.
	Overdue *bool
	Codes   []string
}

// ReviewCount is the number of items of one group; dimensions that were not asked for are nil.
type ReviewCount struct {
	Rule    *Indicator
	State   *ReviewState
	Subject *Subject
	Region  *Region
	// AssignedID and AssignedCode are the organisation; 0 and "" for items that are not assigned.
	AssignedID   OrganisationID
	AssignedCode string
	AsOf         Date
	Items        int
	Closed       int
	Overdue      int
}

// AssignedToCode is the code of the organisation; nil where items are not assigned or not grouped by it.
func (c *ReviewCount) AssignedToCode() *string { return textOrNil(c.AssignedCode) }

// ClosedRate is Closed / Items; nil without items.
func (c *ReviewCount) ClosedRate() *float64 {
	if c.Items == 0 {
		return nil
	}
	rate := float64(c.Closed) / float64(c.Items)
	return &rate
}

// ReviewOpening is what opens a round. Region nil is the scope of who opens it, AsOf nil today, and Rules nil every rule that who
// opens it may see.
type ReviewOpening struct {
	Code, Title string
	Region      *RegionCode
	AsOf        *Date
	Rules       []IndicatorKey
}

// ReviewActor is who acts on a round, and the civil day of the act.
type ReviewActor struct {
	Name string
	// Alone tells that everybody has this name, because no keys are needed.
	Alone bool
	On    Date
}

// ReviewStep is one act on items of one round.
type ReviewStep struct {
	// Act is ASSIGNED, ANSWERED, CLOSED or REOPENED.
	Act ReviewAct
	// Items are the items in the order in which they were named; those that were refused already are 0.
	Items []ReviewItemID
	// AssignTo is the code of the organisation that is to mend them; of ASSIGNED.
	AssignTo string
	// DueOn is the last day in time: of ASSIGNED, and of REOPENED, where 0 leaves it as it is.
	DueOn Date
	Note  string
	By    ReviewActor
	// Refused are problems that were found already; with any, nothing is changed.
	Refused []*Problem
}

// ReviewDone is what became of an act. Without a problem that is no warning it was committed as Version.
type ReviewDone struct {
	Version  DataVersion
	RoundID  ReviewRoundID
	Items    []ReviewItemID
	Problems []*Problem
}

// Refused tells whether nothing was changed.
func (d *ReviewDone) Refused() bool {
	for _, p := range d.Problems {
		if !p.Warning {
			return true
		}
	}
	return false
}

// ReviewOutcome is what became of an act on rounds or items, as the schema shows it.
type ReviewOutcome struct {
	DataVersion DataVersion
	Round       *ReviewRound
	Items       []*ReviewItem
	Problems    []*Problem
}

// ReviewCodeTaken is the error that a round of the code exists.
func ReviewCodeTaken(code string) *Error {
	return Conflict("input.code", "a round with the code %q exists; choose another code", code)
}
