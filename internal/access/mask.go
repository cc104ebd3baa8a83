package access

import "fugai/model"

// Masked stands in place of a text about a person for callers without the right to persons. It is visible on purpose:
// null would say that there is nothing.
const Masked = "MASKED"

// Text is a text about a person as p may see it. An empty one is masked too, for its absence tells something.
func (p *Principal) Text(s string) string {
	if p.CanReadPersons() {
		return s
	}
	return Masked
}

// Personal is an enum value about a person as p may see it: the value, or the enum's own value for masked.
func Personal[T any](p *Principal, v, masked T) T {
	if p.CanReadPersons() {
		return v
	}
	return masked
}

// Members is a count of one unit's members as p may see it; nil where it may not.
func Members(p *Principal, c model.Count) *model.Count {
	if p.CanReadMemberFigures() {
		return &c
	}
	return nil
}

// Establishment is the row of the partition as p may see it. The four rows of units that are not established follow from
// the unit's count of full members, so they are one row without the right.
func (p *Principal) Establishment(e model.Establishment) model.Establishment {
	if p.CanReadMemberFigures() {
		return e
	}
	switch e {
	case model.EstablishmentNotEstablishedDue, model.EstablishmentNotEstablishedFew,
		model.EstablishmentNotEstablishedNone, model.EstablishmentNotEstablishedNotReported:
		return model.EstablishmentNotEstablished
	}
	return e
}

// Reason is the reason of a gap as p may see it; the four primary ones follow from the count of members.
func (p *Principal) Reason(r model.GapReasonCode) model.GapReasonCode {
	if p.CanReadMemberFigures() {
		return r
	}
	switch r {
	case model.GapReasonCodeDueNotEstablished, model.GapReasonCodeMembersNotReported,
		model.GapReasonCodeMembersBelowThreshold, model.GapReasonCodeNoMembers:
		return model.GapReasonCodeNotEstablished
	}
	return r
}

// Step is the next step of a gap as p may see it; every step follows from the count of members.
func (p *Principal) Step(s model.NextStep) model.NextStep {
	if s == 0 || p.CanReadMemberFigures() {
		return s
	}
	return model.NextStepEstablish
}
