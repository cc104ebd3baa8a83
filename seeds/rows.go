package seeds

import (
	"errors"

	"fugai/model"
)

// tables are the files of a demo province.
type tables struct {
	regions, organisations, zones, instructors, massOrganisations, units, history, covers, visits,
	participants, officers, activities, leadership, candidates, steps, returns *table
	all []*table
}

// unitColumns are those of units.csv and units_history.csv.
var unitColumns = header(
	"credit_code,name,domain,also_domain,control,region_code,zone_code,industry,size",
	"employees,on_duty_staff,full_members,probationary_members,members_elsewhere",
	"established_on,status,status_evidence,responsible_organisation_code,kind,above_scale",
	"school_type,pupils,teachers,public_or_private,organ_kind,supervisor,supervisor_code",
	"valid_from,succeeds_code,succession_kind")

var organisationColumns = header(
	"code,name,kind,nature,set_up,region_code,parent_code,established_on,dissolved_on,term_began_on,term_ends_on",
	"approval_document,approved_on,host_code,full_members,probationary_members,education_committee")

func openTables(dir string, days *calendar) (*tables, error) {
	t := &tables{}
	files := []struct {
		at            **table
		name, columns string
	}{
		{&t.regions, "regions.csv", "code,name,level,parent"},
		{&t.organisations, "organisations.csv", organisationColumns},
		{&t.zones, "zones.csv", "code,name,kind,region_code,organisation_code"},
		{&t.instructors, "instructors.csv", header("id,name,phone,role,region_code,service_from,service_to,employer",
			"eligibility,eligibility_evidence")},
		{&t.massOrganisations, "mass_organisations.csv", "code,name,kind,region_code,established_on,dissolved_on"},
		{&t.units, "units.csv", unitColumns},
		{&t.history, "units_history.csv", unitColumns},
		{&t.covers, "coverage.csv", header("unit_code,kind,organisation_code,instructor_id,mass_organisation_code",
			"set_up,basis,valid_from,valid_to,end_reason")},
		{&t.visits, "visits.csv", "instructor_id,unit_code,visited_on,content"},
		{&t.participants, "participants.csv", header("organisation_code,home_organisation_code,full_members",
			"probationary_members,valid_from,valid_to")},
		{&t.officers, "officers.csv", "organisation_code,role,name,eligibility,eligibility_evidence,valid_from,valid_to"},
		{&t.activities, "activities.csv", "organisation_code,kind,held_on,content"},
		{&t.leadership, "leadership.csv", "unit_code,secretary_is_chairman,exception_document,cross_appointed,valid_from"},
		{&t.candidates, "candidates.csv", "code,person_code,unit_code,name,direction,begun_on,planned_on"},
		{&t.steps, "candidate_steps.csv", "candidate_code,kind,on,until,amount,amount_unit,outcome,document,note"},
		{&t.returns, "declared_returns.csv", "organisation_code,year,table,row,column,value"},
	}
	for _, f := range files {
		opened, err := newTable(dir, f.name, f.columns, days)
		if err != nil {
			return nil, errors.Join(err, t.close())
		}
		*f.at = opened
		t.all = append(t.all, opened)
	}
	return t, nil
}

func (t *tables) close() error {
	var faults []error
	for _, one := range t.all {
		faults = append(faults, one.close())
	}
	return errors.Join(faults...)
}

func (t *table) unit(u *model.UnitInput) {
	t.text(string(u.CreditCode)).text(u.Name).text(u.Domain.String()).text(u.AlsoDomain.String()).text(u.Control.String())
	t.text(string(u.RegionCode)).text(u.ZoneCode).text(u.Industry).text(u.Size.String())
	t.count(u.Employees).count(u.OnDutyStaff).count(u.FullMembers).count(u.ProbationaryMembers).count(u.MembersElsewhere)
	t.date(u.FoundedOn).text(u.Status.String()).text(u.StatusEvidence).text(u.ResponsibleCode)
	t.text(u.Kind.String()).text(u.AboveScale.String())
	t.text(u.SchoolType).count(u.Pupils).count(u.Teachers).text(u.PublicOrPrivate.String()).text(u.OrganKind.String())
	t.text(u.Supervisor).text(string(u.SupervisorCode))
	t.date(u.ValidFrom).text(string(u.SucceedsCode)).text(u.SuccessionKind.String()).end()
}

func (t *table) organisation(o *model.OrganisationInput) {
	t.text(o.Code).text(o.Name).text(o.Kind.String()).text(o.Nature.String()).text(o.SetUp.String())
	t.text(string(o.RegionCode)).text(o.ParentCode).date(o.EstablishedOn).date(o.DissolvedOn)
	t.date(o.TermBeganOn).date(o.TermEndsOn).text(o.ApprovalDocument).date(o.ApprovedOn).text(o.HostCode)
	t.count(o.FullMembers).count(o.ProbationaryMembers).text(map[bool]string{true: "YES"}[o.EducationCommittee]).end()
}

func (t *table) cover(c *model.CoverInput) {
	t.text(string(c.UnitCode)).text(c.Kind.String()).text(c.OrganisationCode).text(c.InstructorCode).text(c.MassOrganisationCode)
	t.text(c.SetUp.String()).text(c.Basis.String()).date(c.ValidFrom).date(c.ValidTo).text(c.EndReason.String()).end()
}

func (t *table) instructor(i *model.InstructorInput) {
	t.text(i.Code).text(i.Name).text(i.Phone).text(i.Role.String()).text(string(i.RegionCode))
	t.date(i.ServiceFrom).date(i.ServiceTo).text(i.Employer).text(i.Eligibility.String()).text(i.EligibilityEvidence).end()
}

func (t *table) officer(o *model.OfficerInput) {
	t.text(o.OrganisationCode).text(o.Role.String()).text(o.Name).text(o.Eligibility.String()).text(o.EligibilityEvidence)
	t.date(o.ValidFrom).date(o.ValidTo).end()
}

func (t *table) massOrganisation(m *model.MassOrganisationInput) {
	t.text(m.Code).text(m.Name).text(m.Kind.String()).text(string(m.RegionCode)).date(m.EstablishedOn).date(m.DissolvedOn).end()
}

func (t *table) participation(p *model.ParticipationInput) {
	t.text(p.OrganisationCode).text(p.HomeOrganisationCode).count(p.FullMembers).count(p.ProbationaryMembers)
	t.date(p.ValidFrom).date(p.ValidTo).end()
}

func (t *table) candidate(c *model.CandidateInput) {
	t.text(c.Code).text(c.PersonCode).text(string(c.UnitCode)).text(c.Name).text(c.Direction.String()).date(c.BegunOn).date(c.PlannedOn).end()
}

func (t *table) step(s *model.CandidateStepInput) {
	t.text(s.CandidateCode).text(s.Kind.String()).date(s.On).date(s.Until).number(int64(s.Amount)).text(s.AmountUnit)
	t.text(s.Outcome.String()).text(s.Document).text(s.Note).end()
}
