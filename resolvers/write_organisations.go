package resolvers

import (
	"fmt"

	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

func organisationBatch(list []*graph.OrganisationUpsert) *batchInput {
	in := &batchInput{size: map[string]int{"organisations": len(list)}}
	in.batch.Organisations = make([]model.OrganisationInput, len(list))
	for i, o := range list {
		in.batch.Organisations[i] = organisationInput(o)
		in.batch.Organisations[i].Path = fmt.Sprintf("organisations[%d]", i)
		in.organisations = append(in.organisations, o.Code)
	}
	in.outside = func(s *coverage.WriteScope, report func(path, message string)) {
		for i := range in.batch.Organisations {
			organisationOutside(&in.batch.Organisations[i], s, report)
		}
	}
	return in
}

func organisationInput(o *graph.OrganisationUpsert) model.OrganisationInput {
	var f fields
	one := model.OrganisationInput{Code: o.Code, ValidFrom: value(o.ValidFrom)}
	a := &one.OrganisationAttributes
	take(&f, model.OrganisationName, &a.Name, o.Name)
	take(&f, model.OrganisationKindField, &a.Kind, o.Kind)
	take(&f, model.OrganisationNatureField, &a.Nature, o.Nature)
	take(&f, model.OrganisationRegion, &one.RegionCode, o.Region)
	take(&f, model.OrganisationParent, &one.ParentCode, o.Parent)
	take(&f, model.OrganisationSetUp, &a.SetUp, o.SetUp)
	take(&f, model.OrganisationEstablishedOn, &a.EstablishedOn, o.EstablishedOn)
	take(&f, model.OrganisationDissolvedOn, &a.DissolvedOn, o.DissolvedOn)
	take(&f, model.OrganisationTermBeganOn, &a.TermBeganOn, o.TermBeganOn)
	take(&f, model.OrganisationTermEndsOn, &a.TermEndsOn, o.TermEndsOn)
	take(&f, model.OrganisationApprovalDocument, &a.ApprovalDocument, o.ApprovalDocument)
	take(&f, model.OrganisationApprovedOn, &a.ApprovedOn, o.ApprovedOn)
	take(&f, model.OrganisationHost, &one.HostCode, o.Host)
	takeCount(&f, model.OrganisationFullMembers, &a.FullMembers, o.FullMembers)
	takeCount(&f, model.OrganisationProbationaryMembers, &a.ProbationaryMembers, o.ProbationaryMembers)
	take(&f, model.OrganisationTerritorial, &a.Territorial, o.Territorial)
	one.Given = f.given
	return one
}

// organisationOutside reports an organisation that is stored outside the scope, or is to be written there.
func organisationOutside(o *model.OrganisationInput, s *coverage.WriteScope, report func(path, message string)) {
	known, within := s.Organisation(o.Code)
	switch {
	case !within:
		report(o.Path+".code", "this organisation lies")
	case o.Given.Has(model.OrganisationRegion) && !s.Region(o.RegionCode), !known && !o.Given.Has(model.OrganisationRegion):
		report(o.Path+".region", "this region lies")
	}
}

func coverBatch(list []*graph.CoverUpsert) *batchInput {
	in := &batchInput{size: map[string]int{"covers": len(list)}}
	in.batch.Covers = make([]model.CoverInput, len(list))
	for i, c := range list {
		in.batch.Covers[i] = model.CoverInput{Origin: model.Origin{Path: fmt.Sprintf("covers[%d]", i)}, UnitCode: c.Unit, Kind: c.Kind,
			OrganisationCode: value(c.Organisation), InstructorCode: value(c.Instructor), MassOrganisationCode: value(c.MassOrganisation),
			SetUp: value(c.SetUp), Basis: value(c.Basis), ValidFrom: c.ValidFrom, ValidTo: value(c.ValidTo), EndReason: value(c.EndReason), Void: c.Void}
	}
	in.outside = func(s *coverage.WriteScope, report func(path, message string)) {
		for i := range in.batch.Covers {
			reportUnit(in.batch.Covers[i].UnitCode, in.batch.Covers[i].Path+".unit", s, report)
		}
	}
	return in
}

// reportUnit reports a unit outside the scope. One that is not known is for the write side to refuse.
func reportUnit(code model.CreditCode, path string, s *coverage.WriteScope, report func(path, message string)) {
	if _, within := s.Unit(code); !within {
		report(path, "this unit lies")
	}
}

func candidateBatch(candidates []*graph.CandidateUpsert, steps []*graph.CandidateStepUpsert) *batchInput {
	in := &batchInput{size: map[string]int{"candidates": len(candidates), "steps": len(steps)}}
	for i, c := range candidates {
		in.batch.Candidates = append(in.batch.Candidates, model.CandidateInput{Origin: model.Origin{Path: fmt.Sprintf("candidates[%d]", i)},
			Code: c.Code, PersonCode: value(c.PersonCode), UnitCode: c.Unit, Name: c.Name, Direction: c.Direction, BegunOn: c.BegunOn, PlannedOn: value(c.PlannedOn)})
		in.candidates = append(in.candidates, c.Code)
	}
	for i, s := range steps {
		in.batch.CandidateSteps = append(in.batch.CandidateSteps, model.CandidateStepInput{Origin: model.Origin{Path: fmt.Sprintf("steps[%d]", i)},
			CandidateCode: s.Candidate, Kind: s.Kind, On: s.On, Until: value(s.Until), Amount: int32(value(s.Amount)), AmountUnit: value(s.AmountUnit),
			Outcome: value(s.Outcome), Document: value(s.Document), Note: value(s.Note), Void: s.Void})
		in.candidates = append(in.candidates, s.Candidate)
	}
	in.outside = func(s *coverage.WriteScope, report func(path, message string)) {
		candidatesOutside(&in.batch, s, report)
	}
	return in
}

func candidatesOutside(b *model.Batch, s *coverage.WriteScope, report func(path, message string)) {
	for i := range b.Candidates {
		c := &b.Candidates[i]
		reportUnit(c.UnitCode, c.Path+".unit", s, report)
		if !s.Candidate(c.Code) {
			report(c.Path+".code", "the school of this candidate lies")
		}
	}
	for i := range b.CandidateSteps {
		if step := &b.CandidateSteps[i]; !s.Candidate(step.CandidateCode) {
			report(step.Path+".candidate", "the school of this candidate lies")
		}
	}
}
