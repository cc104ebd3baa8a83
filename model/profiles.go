package model

// UnitProfile is what only the unit's domain has.
type UnitProfile interface{ IsUnitProfile() }

// EnterpriseProfile is that of a non-public enterprise.
type EnterpriseProfile struct{ AboveScale AboveScale }

// SocialOrganisationProfile is that of a social organisation.
type SocialOrganisationProfile struct {
	Kind                UnitKind
	SupervisingBody     *string
	SupervisingBodyCode CreditCode
}

// SchoolProfile is that of a school.
type SchoolProfile struct {
	Kind            UnitKind
	SchoolType      *string
	Pupils          Count
	Teachers        Count
	PublicOrPrivate PublicOrPrivate
	Supervisor      *string
}

// StateOwnedEnterpriseProfile is that of a state-owned or collective enterprise.
type StateOwnedEnterpriseProfile struct {
	Level          UnitKind
	Supervisor     *string
	SupervisorCode CreditCode
	AboveScale     AboveScale
}

// OrganProfile is that of an organ.
type OrganProfile struct {
	Kind OrganKind
	Rank UnitKind
}

// IsUnitProfile marks a profile.
func (EnterpriseProfile) IsUnitProfile() {}

// IsUnitProfile marks a profile.
func (SocialOrganisationProfile) IsUnitProfile() {}

// IsUnitProfile marks a profile.
func (SchoolProfile) IsUnitProfile() {}

// IsUnitProfile marks a profile.
func (StateOwnedEnterpriseProfile) IsUnitProfile() {}

// IsUnitProfile marks a profile.
func (OrganProfile) IsUnitProfile() {}

// Profile is the profile of the unit's domain.
func (u *Unit) Profile() UnitProfile {
	kind := u.Kind
	if kind == 0 {
		kind = UnitKindNone
	}
	switch u.Domain {
	case DomainSocialOrganisation:
		return SocialOrganisationProfile{kind, textOrNil(u.Supervisor), u.SupervisorCode}
	case DomainSchool:
		return SchoolProfile{kind, textOrNil(u.SchoolType), u.Pupils, u.Teachers, orElse(u.PublicOrPrivate, PublicOrPrivateUnknown), textOrNil(u.Supervisor)}
	case DomainStateOwnedEnterprise:
		return StateOwnedEnterpriseProfile{kind, textOrNil(u.Supervisor), u.SupervisorCode, orElse(u.AboveScale, AboveScaleUnknown)}
	case DomainOrgan:
		return OrganProfile{u.OrganKind, kind}
	}
	return EnterpriseProfile{orElse(u.AboveScale, AboveScaleUnknown)}
}

func textOrNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func orElse[T comparable](v, other T) T {
	var zero T
	if v == zero {
		return other
	}
	return v
}
