package model

// Connection is a page of a list, for every kind of object.
type Connection[T any] struct {
	Edges       []*Edge[T]
	PageInfo    PageInfo
	TotalCount  int
	AsOf        Date
	DataVersion DataVersion
}

// Nodes are the objects of the page.
func (c *Connection[T]) Nodes() []*T {
	nodes := make([]*T, len(c.Edges))
	for i, e := range c.Edges {
		nodes[i] = e.Node
	}
	return nodes
}

// Edge is an object and its place in the list.
type Edge[T any] struct {
	Cursor string
	Node   *T
}

// PageInfo tells where a page begins and ends.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     *string
	EndCursor       *string
}

// The connections of the schema.
type (
	UnitConnection         = Connection[Unit]
	UnitEdge               = Edge[Unit]
	GapConnection          = Connection[Gap]
	GapEdge                = Edge[Gap]
	OrganisationConnection = Connection[Organisation]
	OrganisationEdge       = Edge[Organisation]
	InstructorConnection   = Connection[Instructor]
	InstructorEdge         = Edge[Instructor]
	ZoneConnection         = Connection[Zone]
	ZoneEdge               = Edge[Zone]
	CandidateConnection    = Connection[CandidateView]
	CandidateEdge          = Edge[CandidateView]
	FindingConnection      = Connection[Finding]
	FindingEdge            = Edge[Finding]
	ReviewRoundConnection  = Connection[ReviewRound]
	ReviewRoundEdge        = Edge[ReviewRound]
	ReviewItemConnection   = Connection[ReviewItem]
	ReviewItemEdge         = Edge[ReviewItem]
)
