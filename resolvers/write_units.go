package resolvers

import (
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

// fields takes over the fields of an input that were given; one given as null is the zero value.
type fields struct{ given model.Fields }

func take[T any](f *fields, number int, to *T, from graphql.Omittable[*T]) {
	v, given := from.ValueOK()
	if !given {
		return
	}
	f.given = f.given.With(number)
	*to = orZero(v)
}

// takeCount is take for a count; null is not reported.
func takeCount(f *fields, number int, to *model.Count, from graphql.Omittable[*int]) {
	v, given := from.ValueOK()
	if !given {
		return
	}
	f.given = f.given.With(number)
	*to = 0
	if v != nil {
		*to = model.Counted(*v)
	}
}

func orZero[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// value is what was given, or the zero value.
func value[T any](from graphql.Omittable[*T]) T { return orZero(from.Value()) }

func unitBatch(list []*graph.UnitUpsert) *batchInput {
	in := &batchInput{size: map[string]int{"units": len(list)}}
	in.batch.Units = make([]model.UnitInput, len(list))
	for i, u := range list {
		one := &in.batch.Units[i]
		*one = unitInput(u)
		one.Path = fmt.Sprintf("units[%d]", i)
		if one.ResponsibleCode != "" {
			in.organisations = append(in.organisations, one.ResponsibleCode)
		}
	}
	in.outside = func(s *coverage.WriteScope, report func(path, message string)) {
		for i := range in.batch.Units {
			unitOutside(&in.batch.Units[i], s, report)
		}
	}
	return in
}

func unitInput(u *graph.UnitUpsert) model.UnitInput {
	var f fields
	one := model.UnitInput{CreditCode: u.CreditCode, ValidFrom: value(u.ValidFrom), SucceedsCode: value(u.Succeeds), SuccessionKind: value(u.SuccessionKind)}
	a := &one.UnitAttributes
	take(&f, model.UnitName, &a.Name, u.Name)
	take(&f, model.UnitDomain, &a.Domain, u.Domain)
	take(&f, model.UnitAlsoDomain, &a.AlsoDomain, u.AlsoDomain)
	take(&f, model.UnitControl, &a.Control, u.Control)
	take(&f, model.UnitRegion, &one.RegionCode, u.Region)
	take(&f, model.UnitZone, &one.ZoneCode, u.Zone)
	take(&f, model.UnitIndustry, &a.Industry, u.Industry)
	take(&f, model.UnitSize, &a.Size, u.Size)
	takeCount(&f, model.UnitEmployees, &a.Employees, u.Employees)
	takeCount(&f, model.UnitOnDutyStaff, &a.OnDutyStaff, u.OnDutyStaff)
	takeCount(&f, model.UnitFullMembers, &a.FullMembers, u.FullMembers)
	takeCount(&f, model.UnitProbationaryMembers, &a.ProbationaryMembers, u.ProbationaryMembers)
	takeCount(&f, model.UnitMembersElsewhere, &a.MembersElsewhere, u.MembersElsewhere)
	take(&f, model.UnitFoundedOn, &a.FoundedOn, u.FoundedOn)
	take(&f, model.UnitStatusField, &a.Status, u.Status)
	take(&f, model.UnitStatusEvidence, &a.StatusEvidence, u.StatusEvidence)
	take(&f, model.UnitResponsible, &one.ResponsibleCode, u.Responsible)
	take(&f, model.UnitKindField, &a.Kind, u.Kind)
	take(&f, model.UnitAboveScale, &a.AboveScale, u.AboveScale)
	take(&f, model.UnitSchoolType, &a.SchoolType, u.SchoolType)
	takeCount(&f, model.UnitPupils, &a.Pupils, u.Pupils)
	takeCount(&f, model.UnitTeachers, &a.Teachers, u.Teachers)
	take(&f, model.UnitPublicOrPrivate, &a.PublicOrPrivate, u.PublicOrPrivate)
	take(&f, model.UnitOrganKind, &a.OrganKind, u.OrganKind)
	take(&f, model.UnitSupervisor, &a.Supervisor, u.Supervisor)
	take(&f, model.UnitSupervisorCode, &a.SupervisorCode, u.SupervisorCode)
	one.Given = f.given
	return one
}

// unitOutside reports a unit that is stored outside the scope, or is to be written there. A unit that is new must name its
// region, or nobody could tell.
func unitOutside(u *model.UnitInput, s *coverage.WriteScope, report func(path, message string)) {
	known, within := s.Unit(u.CreditCode)
	switch {
	case !within:
		report(u.Path+".creditCode", "this unit lies")
	case u.Given.Has(model.UnitRegion) && !s.Region(u.RegionCode), !known && !u.Given.Has(model.UnitRegion):
		report(u.Path+".region", "this region lies")
	}
	if _, within := s.Unit(u.SucceedsCode); u.SucceedsCode != "" && !within {
		report(u.Path+".succeeds", "the unit that it goes on from lies")
	}
}
