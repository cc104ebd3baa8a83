package store

import "fugai/model"

// OrganisationsAt reads organisations with the facts in force on a date, as known at a data version.
func (v *View) OrganisationsAt(version model.DataVersion, day model.Date, ids []model.OrganisationID) (map[model.OrganisationID]*model.Organisation, error) {
	facts, err := v.OrganisationFactsOn(version, day, ids)
	if err != nil {
		return nil, err
	}
	codes, err := v.OrganisationCodes(ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.OrganisationID]*model.Organisation, len(facts))
	for i := range facts {
		id := facts[i].OrganisationID
		out[id] = &model.Organisation{ID: id, Code: codes[id], AsOf: day, OrganisationFact: facts[i]}
	}
	return out, nil
}

// OrganisationFactsOn reads the facts of organisations in force on a date, as known at a data version, by organisation.
func (v *View) OrganisationFactsOn(version model.DataVersion, day model.Date, ids []model.OrganisationID) ([]model.OrganisationFact, error) {
	return factsOn(v, OrganisationFacts, ids, version, day)
}

// OrganisationHistory reads all facts of organisations, in order of their dates.
func (v *View) OrganisationHistory(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.OrganisationFact, error) {
	facts, err := Facts(v, OrganisationFacts, ids, version)
	return grouped(facts, func(f *model.OrganisationFact) model.OrganisationID { return f.OrganisationID }), err
}

// EachOrganisationPeriod hands out what the subordination tree is built from, of all current facts of all organisations, by id in order of
// their dates: dates, superior, kind, region, whether it is the territorial committee, nature, set-up and name. The fact is reused, its other attributes
// are empty.
func (v *View) EachOrganisationPeriod(each func(*model.OrganisationFact) error) error {
	var f model.OrganisationFact
	text := "SELECT organisation_id, valid_from, valid_to, kind, region_id, parent_id, dissolved_on, territorial, nature, set_up, name" +
		" FROM organisation_facts WHERE until_version = ? ORDER BY organisation_id, valid_from"
	return v.queryMany(text, []any{model.Current}, func(r *reader) error {
		f.OrganisationID = model.OrganisationID(r.int())
		r.valid(&f.Valid)
		r.enum(&f.Kind)
		f.RegionID, f.ParentID = model.RegionID(r.int()), model.OrganisationID(r.int())
		f.DissolvedOn = r.date()
		f.Territorial = r.int() != 0
		r.enum(&f.Nature)
		r.enum(&f.SetUp)
		f.Name = r.text()
		return each(&f)
	})
}

// AllOrganisations are all current facts of all organisations, by id in order of their dates, and the codes.
func (v *View) AllOrganisations() ([]model.OrganisationFact, map[model.OrganisationID]string, error) {
	facts, err := AllCurrent(v, OrganisationFacts)
	if err != nil {
		return nil, nil, err
	}
	codes, err := v.allCodes("organisations")
	out := make(map[model.OrganisationID]string, len(codes))
	for id, code := range codes {
		out[model.OrganisationID(id)] = code
	}
	return facts, out, err
}

func (v *View) allCodes(name string) (map[int64]string, error) {
	out := map[int64]string{}
	err := v.query("SELECT id, code FROM "+name, nil, func(r *reader) error {
		id := r.int()
		out[id] = r.text()
		return nil
	})
	return out, err
}

// MassOrganisationsAt reads mass organisations with the facts in force on a date.
func (v *View) MassOrganisationsAt(
	version model.DataVersion, day model.Date, ids []model.MassOrganisationID,
) (map[model.MassOrganisationID]*model.MassOrganisation, error) {
	facts, err := factsOn(v, MassOrganisationFacts, ids, version, day)
	if err != nil {
		return nil, err
	}
	keys, err := codes[string](v, "mass_organisations", "code", ids)
	if err != nil {
		return nil, err
	}
	out := make(map[model.MassOrganisationID]*model.MassOrganisation, len(facts))
	for i := range facts {
		id := facts[i].MassOrganisationID
		out[id] = &model.MassOrganisation{ID: id, Code: keys[id], AsOf: day, MassOrganisationFact: facts[i]}
	}
	return out, nil
}

// MassOrganisationHistory reads all facts of mass organisations, in order of their dates.
func (v *View) MassOrganisationHistory(
	version model.DataVersion, ids []model.MassOrganisationID,
) (map[model.MassOrganisationID][]model.MassOrganisationFact, error) {
	facts, err := Facts(v, MassOrganisationFacts, ids, version)
	return grouped(facts, func(f *model.MassOrganisationFact) model.MassOrganisationID { return f.MassOrganisationID }), err
}

// ParticipationsOf reads the participations in combined organisations, whatever their dates.
func (v *View) ParticipationsOf(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.Participation, error) {
	rows, err := rowsOf(v, Participations, "organisation_id", ids, atVersion, "home_organisation_id, valid_from, id", version, version)
	return grouped(rows, func(p *model.Participation) model.OrganisationID { return p.OrganisationID }), err
}

// ParticipationsOfHomes reads the participations of home organisations' members elsewhere.
func (v *View) ParticipationsOfHomes(version model.DataVersion, ids []model.OrganisationID) (map[model.OrganisationID][]model.Participation, error) {
	rows, err := rowsOf(v, Participations, "home_organisation_id", ids, atVersion, "organisation_id, valid_from, id", version, version)
	return grouped(rows, func(p *model.Participation) model.OrganisationID { return p.HomeOrganisationID }), err
}

// DeclaredReturns reads the declared cells of organisations in a year; year 0 means all years.
func (v *View) DeclaredReturns(version model.DataVersion, year int, ids []model.OrganisationID) (map[model.OrganisationID][]model.DeclaredReturn, error) {
	rows, err := rowsOf(v, DeclaredReturns, "organisation_id", ids, atVersion+" AND (year = ? OR ? = 0)",
		"organisation_id, year, table_name, row_name, column_name", version, version, year, year)
	return grouped(rows, func(d *model.DeclaredReturn) model.OrganisationID { return d.OrganisationID }), err
}

// Zones are all current facts of all zones with their codes, by id in order of their dates.
func (v *View) Zones() ([]model.ZoneFact, error) {
	facts, err := AllCurrent(v, ZoneFacts)
	if err != nil {
		return nil, err
	}
	codes, err := v.allCodes("zones")
	for i := range facts {
		facts[i].Code = codes[int64(facts[i].ZoneID)]
	}
	return facts, err
}

// ZoneHistory reads all facts of zones with their codes, in order of their dates.
func (v *View) ZoneHistory(version model.DataVersion, ids []model.ZoneID) (map[model.ZoneID][]model.ZoneFact, error) {
	facts, err := Facts(v, ZoneFacts, ids, version)
	if err != nil {
		return nil, err
	}
	keys, err := codes[string](v, "zones", "code", ids)
	for i := range facts {
		facts[i].Code = keys[facts[i].ZoneID]
	}
	return grouped(facts, func(f *model.ZoneFact) model.ZoneID { return f.ZoneID }), err
}

// Regions are all current facts of all regions, by id in order of their dates.
func (v *View) Regions() ([]model.RegionFact, error) { return AllCurrent(v, RegionFacts) }

// RegionsByCode are the current facts of all regions that bear one of the codes at any time.
func (v *View) RegionsByCode(codes []model.RegionCode) (map[model.RegionCode][]model.RegionFact, error) {
	out := map[model.RegionCode][]model.RegionFact{}
	rows, err := byTexts(v, RegionFacts, "code", codes, "region_id, valid_from")
	for i := range rows {
		out[rows[i].Code] = append(out[rows[i].Code], rows[i])
	}
	return out, err
}
