package indicator

import "fugai/model"

// DomainOf is the domain in which a unit counts: control decides whether an enterprise is public or non-public; where it is not
// reported the declared domain stands.
func DomainOf(declared model.Domain, control model.Control) model.Domain {
	if declared != model.DomainNonPublicEnterprise && declared != model.DomainStateOwnedEnterprise {
		return declared
	}
	switch control {
	case model.ControlState, model.ControlCollective:
		return model.DomainStateOwnedEnterprise
	case model.ControlPrivate, model.ControlHkMacaoTaiwan, model.ControlForeign:
		return model.DomainNonPublicEnterprise
	}
	return declared
}

// domainsOf are the domains in which a unit counts; the second one is 0 where there is none.
func domainsOf(f *model.UnitFact) (first, also model.Domain) {
	first, also = DomainOf(f.Domain, f.Control), DomainOf(f.AlsoDomain, f.Control)
	if also == first {
		also = 0
	}
	return first, also
}

func orElse[T ~uint8](v, other T) T {
	if v == 0 {
		return other
	}
	return v
}

// sectionOf is the section A–T of an industry code; 0 where it is not reported.
func sectionOf(industry string) byte {
	if industry == "" || industry[0] < 'A' || industry[0] > 'T' {
		return 0
	}
	return industry[0]
}

// bandOf is the band of a number of employees. The bounds are those of the dimension, not of the policy.
func bandOf(c model.Count) model.EmployeeBand {
	switch {
	case !c.Known():
		return model.EmployeeBandUnknown
	case c.Int() < 50:
		return model.EmployeeBandUnder50
	case c.Int() < 100:
		return model.EmployeeBandFrom50To99
	}
	return model.EmployeeBandFrom100
}

func (d *unitDay) aboveScale() model.AboveScale {
	if max(d.isIn(model.DomainNonPublicEnterprise), d.isIn(model.DomainStateOwnedEnterprise)) == no {
		return model.AboveScaleNone
	}
	if d.fact.AboveScale == model.AboveScaleNone {
		return model.AboveScaleUnknown
	}
	return orElse(d.fact.AboveScale, model.AboveScaleUnknown)
}

func (d *unitDay) publicOrPrivate() model.PublicOrPrivate {
	switch {
	case d.isIn(model.DomainSchool) == no:
		return model.PublicOrPrivateNone
	case d.fact.PublicOrPrivate == model.PublicOrPrivateNone:
		return model.PublicOrPrivateUnknown
	}
	return orElse(d.fact.PublicOrPrivate, model.PublicOrPrivateUnknown)
}
