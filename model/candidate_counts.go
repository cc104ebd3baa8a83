package model

// CandidateCounts are numbers of candidates on a date, by group.
type CandidateCounts struct {
	AsOf        Date
	DataVersion DataVersion
	Rows        []*CandidateCountRow
	Total       *CandidateCountRow
}

// CandidateGroup names a group of candidates; a dimension that was not asked for is nil.
type CandidateGroup struct {
	AsOf      Date
	Direction *Direction
	Stage     *Stage
	Region    *Region
	SchoolID  UnitID
	Pending   *bool
	Overdue   *bool
	Outcome   *Outcome
}

// CandidateCountRow is the number of candidates of one group. Count is nil where Status suppresses it.
type CandidateCountRow struct {
	CandidateGroup
	Count  *int
	Status ShareStatus
	// Withheld tells that cells of one or two persons are left out of the count for this viewer.
	Withheld bool
}

// CandidateFlow is what became of candidates between two dates.
type CandidateFlow struct {
	From, To    Date
	DataVersion DataVersion
	Rows        []*CandidateFlowRow
	Total       *CandidateFlowRow
}

// CandidateFlowRow is the flow of one group: Remaining = PendingBefore + Entered − Completed − Ended.
type CandidateFlowRow struct {
	CandidateGroup
	PendingBefore int
	Entered       int
	Completed     int
	Ended         int
	Remaining     int
	MovedOn       []*StageMove
	EndedBy       []*OutcomeCount
}

// StageMove counts the candidates that were pending on both dates and moved from one stage to another.
type StageMove struct {
	FromStage Stage
	ToStage   Stage
	Count     int
}

// OutcomeCount counts the candidates that ended with an outcome.
type OutcomeCount struct {
	Outcome Outcome
	Count   int
}
