package coverage

import (
	"fugai/model"
)

// label writes one dimension of a row: the object or enum, and the flat code and name.
func (t *table) label(row *model.CoverageRow, d model.Dimension, id int64, g *group) {
	switch d {
	case model.DimensionPeriod:
		p := t.periods[g.period]
		row.Period, row.Provisional = &p, p.Last() > g.day
	case model.DimensionRegion:
		if row.Region = t.tree(g.day).Node(model.RegionID(id)).On(g.day); row.Region == nil && g.before != 0 {
			row.Region = t.tree(g.before).Node(model.RegionID(id)).On(g.before)
		}
		if row.Region != nil {
			code := string(row.Region.Code)
			row.RegionCode, row.RegionName = &code, &row.Region.Name
		}
	case model.DimensionZone:
		t.labelZone(row, model.ZoneID(id), g)
	case model.DimensionSubordination:
		t.labelSuperior(row, model.OrganisationID(id))
	case model.DimensionIndustry:
		code, name := model.SizeUnknown.String(), IndustryName(byte(id))
		if id != 0 {
			code = string(rune(id))
		}
		row.Industry, row.IndustryName = &code, &name
	default:
		labelEnum(row, d, uint8(id))
	}
}

func (t *table) labelZone(row *model.CoverageRow, id model.ZoneID, g *group) {
	code, name := none, model.SetUpNone.Title()
	if row.Zone = t.zone(id, g.day); row.Zone == nil && g.before != 0 {
		row.Zone = t.zone(id, g.before)
	}
	if row.Zone != nil {
		code, name = row.Zone.Code, row.Zone.Name
	}
	row.ZoneCode, row.ZoneName = &code, &name
}

// labelSuperior names the organisation as it is reported for the last day of the question.
func (t *table) labelSuperior(row *model.CoverageRow, id model.OrganisationID) {
	code, name := none, model.SetUpNone.Title()
	if id != 0 {
		code = t.data.Subordination.Code(id)
		_, name, _ = t.data.Subordination.Told(id, t.asOf)
	}
	row.SuperiorID, row.SuperiorCode, row.SuperiorName = id, &code, &name
}

// zone is a zone on a date, or nil.
func (q *question) zone(id model.ZoneID, on model.Date) *model.Zone {
	if id == 0 {
		return nil
	}
	for _, f := range q.data.Zones.On(on) {
		if f.ZoneID == id {
			return q.zoneOf(f, on)
		}
	}
	return nil
}

func (q *question) zoneOf(f *model.ZoneFact, on model.Date) *model.Zone {
	return &model.Zone{ID: f.ZoneID, Code: f.Code, Name: f.Name, Kind: f.Kind, Region: q.tree(on).Node(f.RegionID).On(on),
		OrganisationID: f.OrganisationID, AsOf: on}
}

// enum is an enum value; nil for 0, which stands for subjects without one.
func enum[T ~uint8](v uint8) *T {
	if v == 0 {
		return nil
	}
	e := T(v)
	return &e
}

func labelEnum(row *model.CoverageRow, d model.Dimension, v uint8) {
	switch d {
	case model.DimensionDomain:
		row.Domain = enum[model.Domain](v)
	case model.DimensionControl:
		row.Control = enum[model.Control](v)
	case model.DimensionSize:
		row.Size = enum[model.Size](v)
	case model.DimensionKind:
		row.Kind = enum[model.UnitKind](v)
	case model.DimensionEmployeeBand:
		row.EmployeeBand = enum[model.EmployeeBand](v)
	case model.DimensionAboveScale:
		row.AboveScale = enum[model.AboveScale](v)
	case model.DimensionPublicOrPrivate:
		row.PublicOrPrivate = enum[model.PublicOrPrivate](v)
	case model.DimensionOperation:
		row.Operation = enum[model.Operation](v)
	case model.DimensionEstablishment:
		row.Establishment = enum[model.Establishment](v)
	case model.DimensionSetUp:
		row.SetUp = enum[model.SetUp](v)
	case model.DimensionWorkMeans:
		row.WorkMeans = enum[model.WorkMeans](v)
	case model.DimensionGapAge:
		row.GapAge = enum[model.GapAge](v)
	case model.DimensionOrganisationKind:
		row.OrganisationKind = enum[model.OrganisationKind](v)
	case model.DimensionNature:
		row.Nature = enum[model.OrganisationNature](v)
	case model.DimensionBasis:
		row.Basis = enum[model.JointBasis](v)
	case model.DimensionRole:
		row.Role = enum[model.InstructorRole](v)
	}
}
