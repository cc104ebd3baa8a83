package indicator

import "fugai/model"

func everyUnit(*unitDay) truth { return yes }

func enoughFullMembers(d *unitDay) truth { return atLeast(d.fact.FullMembers, d.rules.standAlone) }

func withoutOrganisation(d *unitDay) truth {
	return known(d.inForce&countedOrganisations(d.rules) == 0)
}

// notEstablished is in the sense of the annual return's partition.
func notEstablished(d *unitDay) truth {
	return known(d.establishment >= model.EstablishmentNotEstablishedDue && d.establishment <= model.EstablishmentNotEstablishedNotReported)
}

// withMembers is m ≥ 1, which is known once one of the two counts is 1 or more.
func withMembers(d *unitDay) truth {
	return max(atLeast(d.fact.FullMembers, 1), atLeast(d.probationary, 1))
}

func fiftyEmployees(d *unitDay) truth {
	return all(d.isIn(model.DomainNonPublicEnterprise), atLeast(d.fact.Employees, d.rules.employeesForMembers))
}

func hundredEmployees(d *unitDay) truth {
	return all(d.isIn(model.DomainNonPublicEnterprise), atLeast(d.fact.Employees, d.rules.employeesForOrganisation))
}

func privateSchools(d *unitDay) truth {
	return all(known(d.rules.thirtyStaffSchools), d.isIn(model.DomainSchool), d.isPrivate(), atLeast(d.fact.Employees, d.rules.schoolStaff))
}

// isIn tells whether the unit counts in a domain, as its first or its second one.
func (d *unitDay) isIn(domain model.Domain) truth {
	return known(d.domain == domain || d.alsoDomain == domain)
}

func (d *unitDay) isPrivate() truth {
	switch d.fact.PublicOrPrivate {
	case model.PublicOrPrivatePrivate:
		return yes
	case model.PublicOrPrivatePublic:
		return no
	}
	return unknown
}

// only counts the same sorts whatever the policy.
func only(s sorts) func(*dayRules) sorts { return func(*dayRules) sorts { return s } }

func countedOrganisations(r *dayRules) sorts { return r.countedSetUps }

func countedWork(r *dayRules) sorts { return byInstructor | byLiaison | r.countedMass }

func countedEither(r *dayRules) sorts { return countedOrganisations(r) | countedWork(r) }
