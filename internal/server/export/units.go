package export

import (
	"context"

	"fugai/internal/coverage"
	"fugai/model"
)

// unitsQuery reads the arguments of the schema's fields units and gaps. Exports have no pages, so that after is not known.
func (p *params) unitsQuery() coverage.UnitsQuery {
	return coverage.UnitsQuery{
		Where:      p.filter(),
		OrderBy:    list(p, "orderBy", parseUnitOrder),
		Page:       model.Page{First: single(p, "first", parseWhole), Offset: single(p, "offset", parseWhole)},
		AsOf:       single(p, "asOf", model.ParseDate),
		MinVersion: single(p, "minVersion", parseVersion),
	}
}

func (h *handler) units(ctx context.Context, p *params) (*sheet, error) {
	answer, err := h.service.ExportUnits(ctx, p.unitsQuery())
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "units", title: "单位", asOf: answer.AsOf, version: answer.DataVersion, rows: answer.Rows}
	return fill(s, unitColumns, answer.Each), nil
}

type unitColumn = column[coverage.UnitRow]

type urow = coverage.UnitRow

// at is the code and the name of the region of a level in which a unit lies.
func at(level model.RegionLevel, name, title string) []unitColumn {
	of := func(r *urow) *model.RegionNode {
		if r.Region == nil {
			return nil
		}
		n := r.Region.RegionNode
		for n != nil && n.Level > level {
			n = n.Up
		}
		if n == nil || n.Level != level {
			return nil
		}
		return n
	}
	return region(name, title, of)
}

func region(name, title string, of func(*urow) *model.RegionNode) []unitColumn {
	return []unitColumn{
		{name + "Code", title + "代码", func(r *urow) cell {
			if n := of(r); n != nil {
				return textCell(string(n.Code))
			}
			return cell{}
		}},
		{name + "Name", title, func(r *urow) cell {
			if n := of(r); n != nil {
				return textCell(n.Name)
			}
			return cell{}
		}},
	}
}

func ownRegion(r *urow) *model.RegionNode {
	if r.Region == nil {
		return nil
	}
	return r.Region.RegionNode
}

// identity are the columns by which a unit is known and found.
var identity = join(
	[]unitColumn{
		{"asOf", "截至", func(r *urow) cell { return dayCell(r.AsOf) }},
		{"creditCode", "统一社会信用代码", func(r *urow) cell { return textCell(string(r.CreditCode)) }},
		{"name", "单位名称", func(r *urow) cell { return textCell(r.Name) }},
	},
	region("region", "行政区划", ownRegion), at(model.RegionLevelCity, "city", "地级"), at(model.RegionLevelCounty, "county", "县级"),
	at(model.RegionLevelTownship, "township", "乡级"),
	[]unitColumn{
		{"superiorCode", "隶属党组织代码", func(r *urow) cell { return organisation(r.Superior, codeOf) }},
		{"superiorName", "隶属党组织", func(r *urow) cell { return organisation(r.Superior, nameOf) }},
		{"zoneCode", "园区代码", func(r *urow) cell {
			if r.Zone == nil {
				return cell{}
			}
			return textCell(r.Zone.Code)
		}},
		{"zoneName", "园区", func(r *urow) cell {
			if r.Zone == nil {
				return cell{}
			}
			return textCell(r.Zone.Name)
		}},
	},
)

func codeOf(o *model.Organisation) string { return o.Code }
func nameOf(o *model.Organisation) string { return o.Name }

func organisation(o *model.Organisation, of func(*model.Organisation) string) cell {
	if o == nil {
		return cell{}
	}
	return textCell(of(o))
}

// traits are what a unit is, and what the rules say of it. Member figures are empty without the right to them.
var traits = join(
	terms("domain", "领域", func(r *urow) model.Domain { return r.Domain }),
	terms("alsoDomain", "兼属领域", func(r *urow) model.Domain { return r.AlsoDomain }),
	terms("control", "控股情况", func(r *urow) model.Control { return r.Control }),
	[]unitColumn{
		{"industry", "行业代码", func(r *urow) cell { return textCell(r.Industry) }},
		{"industryName", "行业门类", func(r *urow) cell { return textCell(coverage.IndustryName(r.Span.Class.Industry)) }},
	},
	terms("size", "企业规模", func(r *urow) model.Size { return r.Size }),
	terms("kind", "单位类型", func(r *urow) model.UnitKind { return r.Span.Class.Kind }),
	terms("aboveScale", "规模以上", func(r *urow) model.AboveScale { return r.Span.Class.AboveScale }),
	terms("publicOrPrivate", "公办民办", func(r *urow) model.PublicOrPrivate { return r.Span.Class.PublicOrPrivate }),
	[]unitColumn{
		{"employees", "从业人员", func(r *urow) cell { return countCell(r.Employees) }},
		{"fullMembers", "正式党员", func(r *urow) cell { return countCell(r.FullMembers) }},
		{"members", "党员", func(r *urow) cell { return countCell(r.Members()) }},
	},
	terms("memberFigures", "党员数可见性", func(r *urow) model.MemberFigures { return r.MemberFigures() })[:1],
	[]unitColumn{{"foundedOn", "成立日期", func(r *urow) cell { return dayCell(r.FoundedOn) }}},
	terms("operation", "运营情况", func(r *urow) model.Operation { return r.Operation() }),
	terms("establishment", "建立情况", func(r *urow) model.Establishment { return r.Establishment() }),
	terms("setUp", "组建方式", func(r *urow) model.SetUp { return r.SetUp() }),
	terms("workMeans", "工作覆盖方式", func(r *urow) model.WorkMeans { return r.WorkMeans() }),
)

var unitColumns = join(identity, traits)
