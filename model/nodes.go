package model

// IsNode marks the types with a global id.

// IsNode marks a unit.
func (*Unit) IsNode() {}

// IsNode marks an organisation.
func (*Organisation) IsNode() {}

// IsNode marks a cover.
func (*Cover) IsNode() {}

// IsNode marks an instructor.
func (*Instructor) IsNode() {}

// IsNode marks a mass organisation.
func (*MassOrganisation) IsNode() {}

// IsNode marks a region.
func (*Region) IsNode() {}

// IsNode marks a zone.
func (*Zone) IsNode() {}

// IsNode marks a candidate.
func (*CandidateView) IsNode() {}

// IsNode marks an import.
func (*Import) IsNode() {}

// IsNode marks a round of the look-back.
func (*ReviewRound) IsNode() {}

// IsNode marks an item of a round.
func (*ReviewItem) IsNode() {}
