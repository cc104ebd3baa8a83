package indicator

import (
	"fmt"
	"strings"

	"fugai/model"
)

// load reads one line of facts.
func (s *script) load(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("a line of facts needs more")
	}
	switch words[0] {
	case "setup", "covers", "participants":
		return s.loadSetUp(words)
	case "unit":
		return s.loadUnit(words[1], words[2:])
	case "from":
		return s.loadUnit(words[1], words[2:])
	case "organisation", "person", "mass":
		return s.loadHolder(words[0], words[1], words[2:])
	case "cover":
		return s.loadCover(words[1:])
	case "visit":
		return s.loadVisit(words[1:])
	case "leadership":
		return s.loadLeadership(words[1:])
	case "predecessor":
		return s.loadPredecessor(words[1:])
	case "candidate":
		return s.loadCandidate(words[1:])
	case "step":
		step, err := readStep(words[1:])
		s.steps = append(s.steps, step)
		return err
	}
	return fmt.Errorf("there is no fact %q; use unit, from, organisation, person, mass, cover, visit, leadership, predecessor, candidate or step", words[0])
}

func (s *script) loadUnit(day string, words []string) error {
	on, err := model.ParseDate(day)
	if err != nil {
		return err
	}
	var f model.UnitFact
	if n := len(s.h.Facts); n > 0 {
		f = s.h.Facts[n-1]
		s.h.Facts[n-1].ValidTo = on
	} else {
		f.FoundedOn, f.Domain, f.Status, f.Name = on, model.DomainNonPublicEnterprise, model.UnitStatusActive, "某单位"
	}
	f.ValidFrom, f.ValidTo = on, model.Never
	for _, word := range words {
		key, value, _ := strings.Cut(word, "=")
		if err := unitValue(&f, key, value); err != nil {
			return fmt.Errorf("%s: %w", word, err)
		}
	}
	s.h.Facts = append(s.h.Facts, f)
	return nil
}

func unitValue(f *model.UnitFact, key, value string) (err error) {
	switch key {
	case "domain":
		return enum(model.AllDomain(), value, &f.Domain)
	case "also":
		return enum(model.AllDomain(), value, &f.AlsoDomain)
	case "control":
		return enum(model.AllControl(), value, &f.Control)
	case "status":
		return enum(model.AllUnitStatus(), value, &f.Status)
	case "evidence":
		f.StatusEvidence = value
	case "employees":
		return count(value, &f.Employees)
	case "full":
		return count(value, &f.FullMembers)
	case "probationary":
		if value == "no-column" {
			f.ProbationaryMembers, f.NoProbationaryColumn = 0, true
			return nil
		}
		return count(value, &f.ProbationaryMembers)
	case "elsewhere":
		return count(value, &f.MembersElsewhere)
	case "school":
		return enum(model.AllPublicOrPrivate(), value, &f.PublicOrPrivate)
	case "kind":
		return enum(model.AllUnitKind(), value, &f.Kind)
	case "scale":
		return enum(model.AllAboveScale(), value, &f.AboveScale)
	case "industry":
		f.Industry = value
	case "responsible":
		_, err = fmt.Sscan(value, &f.ResponsibleID)
	case "zone":
		_, err = fmt.Sscan(value, &f.ZoneID)
	case "region":
		_, err = fmt.Sscan(value, &f.RegionID)
	case "founded":
		f.FoundedOn, err = model.ParseDate(value)
	default:
		return fmt.Errorf("a unit has no such fact")
	}
	return err
}

// loadHolder reads an organisation, a person or a mass organisation. A second line for the same code begins with from=DATE.
func (s *script) loadHolder(kind, code string, words []string) error {
	holder := s.organisations[code]
	if holder == nil {
		holder = &CoverHistory{}
		s.organisations[code] = holder
	}
	id := len(s.organisations)
	switch kind {
	case "organisation":
		f := model.OrganisationFact{}
		f.Kind, f.Nature, f.DissolvedOn = model.OrganisationKindBranch, model.OrganisationNatureRegular, model.Never
		if n := len(holder.Organisation); n > 0 {
			f = holder.Organisation[n-1]
		} else {
			f.OrganisationID = model.OrganisationID(id)
			holder.OrganisationID = f.OrganisationID
		}
		err := each(words, func(key, value string) error { return organisationValue(&f, key, value) })
		holder.Organisation = append(holder.Organisation, f)
		return err
	case "person":
		f := model.InstructorFact{Role: model.InstructorRoleInstructor}
		if n := len(holder.Instructor); n > 0 {
			f = holder.Instructor[n-1]
		}
		holder.InstructorID = model.InstructorID(id)
		err := each(words, func(key, value string) error { return personValue(&f, key, value) })
		holder.Instructor = append(holder.Instructor, f)
		return err
	}
	f := model.MassOrganisationFact{DissolvedOn: model.Never}
	if n := len(holder.MassOrganisation); n > 0 {
		f = holder.MassOrganisation[n-1]
	}
	holder.MassOrganisationID = model.MassOrganisationID(id)
	err := each(words, func(key, value string) error { return massValue(&f, key, value) })
	holder.MassOrganisation = append(holder.MassOrganisation, f)
	return err
}

func each(words []string, set func(key, value string) error) error {
	for _, word := range words {
		key, value, _ := strings.Cut(word, "=")
		if err := set(key, value); err != nil {
			return fmt.Errorf("%s: %w", word, err)
		}
	}
	return nil
}

func organisationValue(f *model.OrganisationFact, key, value string) (err error) {
	switch key {
	case "kind":
		return enum(model.AllOrganisationKind(), value, &f.Kind)
	case "nature":
		return enum(model.AllOrganisationNature(), value, &f.Nature)
	case "superior":
		_, err = fmt.Sscan(value, &f.ParentID)
	case "from":
		f.ValidFrom, err = model.ParseDate(value)
	case "dissolved":
		f.DissolvedOn, err = end(value)
	case "setup":
		return enum(model.AllSetUp(), value, &f.SetUp)
	default:
		return fmt.Errorf("an organisation has no such fact")
	}
	return err
}

func personValue(f *model.InstructorFact, key, value string) (err error) {
	switch key {
	case "role":
		return enum(model.AllInstructorRole(), value, &f.Role)
	case "from":
		f.ValidFrom, err = model.ParseDate(value)
	case "began":
		f.ServiceFrom, err = model.ParseDate(value)
	case "ended":
		f.ServiceTo, err = end(value)
	case "eligibility":
		return enum(model.AllEligibility(), value, &f.Eligibility)
	case "region":
		_, err = fmt.Sscan(value, &f.RegionID)
	default:
		return fmt.Errorf("a person has no such fact")
	}
	return err
}

func massValue(f *model.MassOrganisationFact, key, value string) (err error) {
	switch key {
	case "kind":
		return enum(model.AllMassOrganisationKind(), value, &f.Kind)
	case "from":
		f.ValidFrom, err = model.ParseDate(value)
	case "dissolved":
		f.DissolvedOn, err = end(value)
	default:
		return fmt.Errorf("a mass organisation has no such fact")
	}
	return err
}

func end(value string) (model.Date, error) {
	if value == "never" {
		return model.Never, nil
	}
	return model.ParseDate(value)
}

// loadCover reads: HOLDER FROM..[TO] [setup=…] [why=…]. The end is exclusive.
func (s *script) loadCover(words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("write cover HOLDER FROM..TO")
	}
	holder := s.organisations[words[0]]
	if holder == nil {
		return fmt.Errorf("%s is not loaded; write organisation, person or mass before it", words[0])
	}
	c := CoverHistory{OrganisationCode: words[0]}
	c.ID, c.Kind = model.CoverID(len(s.h.Covers)+1), model.CoverKindWork
	if holder.OrganisationID != 0 {
		c.Kind = model.CoverKindOrganisation
	}
	from, to, _ := strings.Cut(words[1], "..")
	var err error
	if c.ValidFrom, err = model.ParseDate(from); err != nil {
		return err
	}
	if c.ValidTo = model.Never; to != "" {
		if c.ValidTo, err = model.ParseDate(to); err != nil {
			return err
		}
	}
	err = each(words[2:], func(key, value string) error {
		if key == "why" {
			return enum(model.AllEndReason(), value, &c.EndReason)
		}
		return enum(model.AllSetUp(), value, &c.SetUp)
	})
	s.h.Covers = append(s.h.Covers, c)
	return err
}
