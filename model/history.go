package model

// UnitHistory is everything that decides a unit's results: its own facts and its covers, with the dated rows of their
// holders. All of it is of one data version.
type UnitHistory struct {
	ID UnitID
	// Facts are in order of ValidFrom and do not overlap.
	Facts  []UnitFact
	Covers []CoverHistory
}

// CoverHistory is a cover and what is known of its holder; the lists of the other kinds of holder are empty.
type CoverHistory struct {
	Cover
	OrganisationCode string
	Organisation     []OrganisationFact
	Instructor       []InstructorFact
	MassOrganisation []MassOrganisationFact
}
