package seeds

import (
	"math/rand/v2"

	"fugai/model"
)

// trait is what a kind of unit within a domain has: head of its credit code, name, industry, employees and members.
type trait struct {
	head, tail, industry string
	kind                 model.UnitKind
	low, high            int // employees, most of them near the low end
	members              int // members in parts of a thousand of the employees, on the upper end
	also                 model.Domain
	public               model.PublicOrPrivate
	schoolType           string
	organ                model.OrganKind
}

var domains = []option[model.Domain]{
	{800, model.DomainNonPublicEnterprise}, {85, model.DomainSocialOrganisation}, {55, model.DomainSchool},
	{22, model.DomainStateOwnedEnterprise}, {38, model.DomainOrgan},
}

// newUnit makes the attributes with which a unit is first reported.
func (t *township) newUnit() model.UnitInput {
	domain := pick(t.rng, domains)
	trait := pick(t.rng, traits[domain])
	t.serials.unit++
	u := model.UnitInput{CreditCode: creditCode(trait.head+string(t.code[:6]), t.serials.unit), RegionCode: t.code}
	u.Name, u.Domain, u.AlsoDomain, u.Kind = unitName(t.rng, t.stem, trait.tail), domain, trait.also, trait.kind
	u.Industry, u.Status = trait.industry, model.UnitStatusActive
	u.FoundedOn = t.founded()
	u.ValidFrom = u.FoundedOn // so that the same file again changes nothing, though later reports follow
	t.control(&u, trait)
	t.people(&u, trait)
	t.domainFields(&u, trait)
	t.links(&u)
	return u
}

// founded is a day of founding: 22 of a hundred are founded inside the window, so that denominators move too.
func (t *township) founded() model.Date {
	oldest := t.window - 28*365
	if t.in(220) {
		return t.window + model.Date(t.rng.IntN(int(t.AsOf-t.window)+1))
	}
	return t.window - 1 - spread(t.rng, t.window-oldest)
}

// spread is a number of days below n, more often a small one.
func spread(rng *rand.Rand, n model.Date) model.Date {
	return model.Date(int64(n) * int64(rng.IntN(1000)) * int64(rng.IntN(1000)) / 1_000_000)
}

var nonPublicControl = []option[model.Control]{
	{880, model.ControlPrivate}, {37, model.ControlHkMacaoTaiwan}, {40, model.ControlForeign}, {40, 0}, {3, model.ControlState},
}

// control leaves some unreported and lets a few contradict the declared domain, which the look-back finds.
func (t *township) control(u *model.UnitInput, tr trait) {
	switch {
	case u.Domain == model.DomainNonPublicEnterprise:
		u.Control = pick(t.rng, nonPublicControl)
	case u.Domain == model.DomainStateOwnedEnterprise:
		u.Control = pick(t.rng, []option[model.Control]{{740, model.ControlState}, {210, model.ControlCollective}, {50, 0}})
	case u.Domain == model.DomainSocialOrganisation && tr.head != "51", tr.public == model.PublicOrPrivatePrivate:
		u.Control = model.ControlPrivate
	case tr.public == model.PublicOrPrivatePublic:
		u.Control = model.ControlState
	}
}

// people sets employees and members; some report neither.
func (t *township) people(u *model.UnitInput, tr trait) {
	n := tr.low + (tr.high-tr.low)*t.rng.IntN(1000)*t.rng.IntN(1000)/1000*t.rng.IntN(1000)/1_000_000
	if t.in(20) { // a few are large
		n *= 10
	}
	u.Size = t.size(n)
	if !t.in(25) {
		u.Employees = model.Counted(n)
		if t.in(600) {
			u.OnDutyStaff = model.Counted(n - t.rng.IntN(n/8+1))
		}
	}
	if !t.in(45) {
		full := n * tr.members * t.rng.IntN(1000) * t.rng.IntN(1000) / 1_000_000 / 1000
		if full == 0 && t.in(420) {
			full = 1 + t.rng.IntN(2)
		}
		full = min(full, n)
		u.FullMembers = model.Counted(full)
		if !t.in(10) {
			u.ProbationaryMembers = model.Counted(t.rng.IntN(full/12+2) * t.rng.IntN(2))
		}
		if t.in(400) {
			u.MembersElsewhere = model.Counted(t.rng.IntN(n/20 + 2))
		}
	}
}

func (t *township) size(employees int) model.Size {
	switch {
	case t.in(10):
		return 0
	case employees >= 600:
		return model.SizeLarge
	case employees >= 100:
		return model.SizeMedium
	case employees >= 10:
		return model.SizeSmall
	}
	return model.SizeMicro
}

// domainFields sets what only one domain has.
func (t *township) domainFields(u *model.UnitInput, tr trait) {
	switch u.Domain {
	case model.DomainNonPublicEnterprise, model.DomainStateOwnedEnterprise:
		u.AboveScale = pick(t.rng, []option[model.AboveScale]{{50, 0}, {900, model.AboveScaleNo}})
		if u.Employees.Int() >= 60 && t.in(800) {
			u.AboveScale = model.AboveScaleYes
		}
		if u.Domain == model.DomainStateOwnedEnterprise {
			u.Supervisor = "演示" + t.county.city.stem + "国资监管机构"
		}
	case model.DomainSchool:
		u.SchoolType, u.PublicOrPrivate = tr.schoolType, tr.public
		if u.Employees.Known() {
			u.Teachers = model.Counted(u.Employees.Int() * (70 + t.rng.IntN(25)) / 100)
			u.Pupils = model.Counted(u.Teachers.Int() * (8 + t.rng.IntN(12)))
		}
		if t.in(20) {
			u.PublicOrPrivate = 0
		}
	case model.DomainOrgan:
		u.OrganKind = tr.organ
	case model.DomainSocialOrganisation:
		t.supervised(u)
	}
}

// supervised names the supervising body of a social organisation, with its credit code where one of the township's organs is it.
func (t *township) supervised(u *model.UnitInput) {
	switch {
	case t.organ.CreditCode != "" && t.in(500):
		u.Supervisor, u.SupervisorCode = t.organ.Name, t.organ.CreditCode
	case t.in(800):
		u.Supervisor = "演示" + t.county.stem + "民政部门"
	}
}

// links sets the zone and the responsible organisation of some units.
func (t *township) links(u *model.UnitInput) {
	if len(t.zoneCodes) > 0 && u.Domain != model.DomainOrgan && t.in(300) {
		u.ZoneCode = t.zoneCodes[t.rng.IntN(len(t.zoneCodes))]
	}
	switch b := t.county.bodies; {
	case u.Domain == model.DomainStateOwnedEnterprise && t.in(400):
		u.ResponsibleCode = t.county.city.bodies.assets.Code
	case u.Domain == model.DomainOrgan && t.in(300):
		u.ResponsibleCode = b.organs.Code
	case u.Domain == model.DomainSchool && b.education != nil && t.in(500):
		u.ResponsibleCode = b.education.Code
	}
}
