package indicator

import "fugai/model"

// memberClass is what a unit's member counts say about establishing: the rows of the return, the primary reason of a gap and the
// next steps all follow from it.
type memberClass uint8

const (
	membersUnknown memberClass = iota
	membersDue
	membersFew
	membersProbationary
	membersNone
)

func (d *unitDay) memberClass() memberClass {
	return classOf(d.fact.FullMembers, d.probationary, d.rules.standAlone)
}

// classOf decides by full members first; where they are 0, by the probationary ones.
func classOf(full, probationary model.Count, standAlone int) memberClass {
	switch {
	case !full.Known():
		return membersUnknown
	case full.Int() >= standAlone:
		return membersDue
	case full.Int() >= 1:
		return membersFew
	case !probationary.Known():
		return membersUnknown
	case probationary.Int() >= 1:
		return membersProbationary
	}
	return membersNone
}

// partition is the one row of the annual return in which the unit stands: the first that holds.
func (d *unitDay) partition() model.Establishment {
	switch {
	case d.operation != model.OperationOperating:
		return model.EstablishmentNone
	case d.ownKind != 0:
		return ownRows[d.ownKind]
	case d.inForce&joint != 0:
		return model.EstablishmentJoint
	}
	return notEstablishedRows[d.memberClass()]
}

var ownRows = [...]model.Establishment{
	model.OrganisationKindCommittee:     model.EstablishmentOwnCommittee,
	model.OrganisationKindGeneralBranch: model.EstablishmentOwnGeneralBranch,
	model.OrganisationKindBranch:        model.EstablishmentOwnBranch,
}

var notEstablishedRows = [...]model.Establishment{
	membersDue:          model.EstablishmentNotEstablishedDue,
	membersFew:          model.EstablishmentNotEstablishedFew,
	membersProbationary: model.EstablishmentNotEstablishedFew,
	membersNone:         model.EstablishmentNotEstablishedNone,
	membersUnknown:      model.EstablishmentNotEstablishedNotReported,
}

// returnKind is the row of the return for an organisation's kind. The return has no row for a working committee; it stands with
// the committees. A kind that is not reported is the lowest.
func returnKind(o *model.OrganisationFact) model.OrganisationKind {
	switch {
	case o == nil || o.Kind == 0:
		return model.OrganisationKindBranch
	case o.Kind == model.OrganisationKindWorkingCommittee:
		return model.OrganisationKindCommittee
	}
	return o.Kind
}
