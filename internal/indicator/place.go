package indicator

import "fugai/model"

// place is where the unit stands in the subordination tree: the first that is known.
func (d *unitDay) place() model.Place {
	if d.fact.ResponsibleID != 0 {
		return model.PlaceOf(d.fact.ResponsibleID, false)
	}
	if d.strongest != nil {
		if p := placeBy(d.strongest, d.strongestSetUp, d.on); p != 0 {
			return p
		}
	}
	if d.lastEnded != nil {
		if _, over := d.lastEnded.HolderEnded(d.on); !over {
			return placeBy(d.lastEnded, d.lastEnded.SetUpOn(d.on), d.on)
		}
	}
	return 0
}

// placeBy is the committee that covers the unit as a guest, or else the superior of the covering organisation.
func placeBy(c *CoverHistory, setUp model.SetUp, day model.Date) model.Place {
	o := c.OrganisationOn(day)
	switch {
	case o == nil:
		return 0
	case setUp != model.SetUpStandalone && returnKind(o) == model.OrganisationKindCommittee:
		return model.PlaceOf(c.OrganisationID, false)
	case o.ParentID == 0:
		return 0
	}
	return model.PlaceOf(c.OrganisationID, true)
}
