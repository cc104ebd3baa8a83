package indicator

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

func init() {
	scriptsOf["organisation_"] = func(name string) scripted {
		return &subjectScript{scriptRules: newScriptRules(name), subjectFacts: &organisationFacts{}, of: model.SubjectOrganisation, before: "not established"}
	}
}

// organisationFacts are the facts of one case on an organisation. The first one that is loaded is the one that is judged.
type organisationFacts struct {
	codes []string // of organisations, by id − 1
	facts map[string][]model.OrganisationFact
	units []string // by id − 1
	unit  map[string][]model.UnitFact
	h     model.OrganisationHistory
	last  string // what "from" continues
}

func (s *organisationFacts) reset() {
	*s = organisationFacts{facts: map[string][]model.OrganisationFact{}, unit: map[string][]model.UnitFact{},
		h: model.OrganisationHistory{Regions: map[model.RegionID]model.RegionCode{}}}
}

func (s *organisationFacts) spans(rules *RuleSet) []model.Span {
	return rules.AppendOrganisationSpans(nil, s.history())
}

func (s *organisationFacts) finding(rules *RuleSet, index int, on model.Date) (*Finding, bool) {
	return rules.OrganisationFinding(s.history(), index, on)
}

// load reads one line of facts.
func (s *organisationFacts) load(words []string) error {
	switch words[0] {
	case "organisation", "unit":
		if len(words) < 3 {
			return fmt.Errorf("write %s CODE DATE", words[0])
		}
		s.last = words[1]
		return s.loadFact(words[0] == "unit", words[2], words[3:])
	case "from":
		return s.loadFact(s.unit[s.last] != nil, words[1], words[2:])
	case "cover", "participants", "officer":
		return s.loadPeriod(words)
	case "activity":
		return each(words[1:], func(day, _ string) error {
			on, err := model.ParseDate(day)
			s.h.Activities = append(s.h.Activities, on)
			return err
		})
	case "region":
		var id model.RegionID
		_, err := fmt.Sscan(words[1], &id)
		s.h.Regions[id] = model.RegionCode(words[2])
		return err
	}
	return fmt.Errorf("there is no fact %q; use organisation, unit, from, cover, participants, officer, activity or region", words[0])
}

func (s *organisationFacts) loadFact(unit bool, day string, words []string) error {
	on, err := model.ParseDate(day)
	if err != nil {
		return err
	}
	if unit {
		list := s.unit[s.last]
		f := model.UnitFact{}
		f.FoundedOn, f.Domain, f.Status, f.Name = on, model.DomainNonPublicEnterprise, model.UnitStatusActive, "某单位"
		if n := len(list); n > 0 {
			f = list[n-1]
		}
		f.ValidFrom = on
		err := each(words, func(key, value string) error {
			if key == "name" {
				f.Name = value
				return nil
			}
			return unitValue(&f, key, value)
		})
		s.unit[s.last] = append(list, f)
		return err
	}
	list := s.facts[s.last]
	f := model.OrganisationFact{OrganisationID: s.id(s.last)}
	f.Kind, f.Nature, f.EstablishedOn, f.DissolvedOn, f.Name = model.OrganisationKindBranch, model.OrganisationNatureRegular, on, model.Never, "某党组织"
	if n := len(list); n > 0 {
		f = list[n-1]
	}
	f.ValidFrom = on
	err = each(words, func(key, value string) error { return s.organisationValue(&f, key, value) })
	s.facts[s.last] = append(list, f)
	return err
}

// id is the id of a code, which need not be known otherwise.
func (s *organisationFacts) id(code string) model.OrganisationID {
	at := slices.Index(s.codes, code)
	if at < 0 {
		at = len(s.codes)
		s.codes = append(s.codes, code)
	}
	return model.OrganisationID(at + 1)
}

func (s *organisationFacts) organisationValue(f *model.OrganisationFact, key, value string) (err error) {
	switch key {
	case "superior":
		if f.ParentID = 0; value != "none" {
			f.ParentID = s.id(value)
		}
	case "name":
		f.Name = value
	case "established":
		f.EstablishedOn, err = model.ParseDate(value)
	case "term":
		from, to, _ := strings.Cut(value, "..")
		if f.TermBeganOn = 0; from != "" {
			f.TermBeganOn, err = model.ParseDate(from)
		}
		if f.TermEndsOn = 0; to != "" && err == nil {
			f.TermEndsOn, err = model.ParseDate(to)
		}
	case "education":
		f.EducationCommittee = value == "yes"
	case "territorial":
		f.Territorial = value == "yes"
	case "region":
		_, err = fmt.Sscan(value, &f.RegionID)
	case "document", "approved", "full", "probationary":
		facts := SetUpFacts{Organisation: f.OrganisationAttributes}
		err = setUpValue(&facts, key, value)
		f.OrganisationAttributes = facts.Organisation
	default:
		return organisationValue(f, key, value)
	}
	return err
}

// loadPeriod reads: cover UNIT FROM..[TO] [setup=] [basis=], participants HOME FROM..[TO] [full=], officer ROLE FROM..[TO] [eligibility=].
func (s *organisationFacts) loadPeriod(words []string) error {
	if len(words) < 3 {
		return fmt.Errorf("write %s WHOM FROM..TO", words[0])
	}
	valid := model.Valid{ValidTo: model.Never}
	from, to, _ := strings.Cut(words[2], "..")
	var err error
	if valid.ValidFrom, err = model.ParseDate(from); err == nil && to != "" {
		valid.ValidTo, err = model.ParseDate(to)
	}
	if err != nil {
		return err
	}
	switch words[0] {
	case "cover":
		return s.loadCover(words[1], valid, words[3:])
	case "participants":
		p := model.Participation{OrganisationID: 1, HomeOrganisationID: s.id(words[1]), Valid: valid}
		err = each(words[3:], func(key, value string) error { return count(value, &p.FullMembers) })
		s.h.Participations = append(s.h.Participations, p)
		return err
	}
	o := model.Officer{OrganisationID: 1, Name: "张三", Valid: valid}
	if err := enum(model.AllOfficerRole(), words[1], &o.Role); err != nil {
		return err
	}
	err = each(words[3:], func(key, value string) error { return enum(model.AllEligibility(), value, &o.Eligibility) })
	s.h.Officers = append(s.h.Officers, o)
	return err
}

func (s *organisationFacts) loadCover(unit string, valid model.Valid, words []string) error {
	if !slices.Contains(s.units, unit) {
		s.units = append(s.units, unit)
	}
	c := model.CoveredUnit{CreditCode: model.CreditCode(unit)}
	c.ID, c.Kind, c.OrganisationID, c.Valid = model.CoverID(len(s.h.Covers)+1), model.CoverKindOrganisation, 1, valid
	c.UnitID = model.UnitID(slices.Index(s.units, unit) + 1)
	err := each(words, func(key, value string) error {
		switch key {
		case "setup":
			return enum(model.AllSetUp(), value, &c.SetUp)
		case "basis":
			return enum(model.AllJointBasis(), value, &c.Basis)
		}
		return fmt.Errorf("a cover has no such fact")
	})
	s.h.Covers = append(s.h.Covers, c)
	return err
}

// history joins what was loaded.
func (s *organisationFacts) history() *model.OrganisationHistory {
	h := s.h
	h.ID, h.Code, h.Facts = 1, s.codes[0], s.facts[s.codes[0]]
	h.Others, h.Codes = map[model.OrganisationID][]model.OrganisationFact{}, map[model.OrganisationID]string{}
	for i, code := range s.codes[1:] {
		if id := model.OrganisationID(i + 2); s.facts[code] != nil {
			h.Others[id], h.Codes[id] = s.facts[code], code
		}
	}
	h.Covers = slices.Clone(s.h.Covers)
	for i := range h.Covers {
		h.Covers[i].Unit = s.unit[string(h.Covers[i].CreditCode)]
	}
	return &h
}

func (s *organisationFacts) dimension(span *model.Span, key string) (string, bool) {
	c := &span.Class
	texts := map[string]fmt.Stringer{
		"operation": c.Operation, "setUp": c.SetUp, "basis": c.Basis, "domain": c.Domain, "kind": c.OrganisationKind, "nature": c.Nature,
		"full": span.FullMembers, "members": span.Members, "established": span.FoundedOn,
	}
	if v, ok := texts[key]; ok {
		return nameOr(v.String(), "none"), true
	}
	switch key {
	case "name":
		return span.Name, true
	case "region":
		return fmt.Sprint(span.RegionID), true
	case "place":
		id, superior := span.Place.Organisation()
		switch {
		case span.Place == 0:
			return "none", true
		case superior:
			return "superior of " + s.codes[id-1], true
		}
		return s.codes[id-1], true
	}
	return "", false
}
