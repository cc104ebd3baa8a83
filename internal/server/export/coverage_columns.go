package export

import (
	"fugai/internal/coverage"
	"fugai/model"
)

type rowColumn = column[model.CoverageRow]

// dimensionColumns are the day and the columns of the asked dimensions, in the order of the question.
func dimensionColumns(dims []model.Dimension) []rowColumn {
	out := []rowColumn{{"asOf", "截至", func(r *model.CoverageRow) cell { return dayCell(r.AsOf) }}}
	for _, d := range dims {
		out = append(out, dimensions[d]...)
	}
	return out
}

// optional are the two columns of an enum that a row has where the question was grouped by it.
func optional[E term](name, title string, of func(*model.CoverageRow) *E) []rowColumn {
	return terms(name, title, func(r *model.CoverageRow) (v E) {
		if p := of(r); p != nil {
			v = *p
		}
		return v
	})
}

// coded are the two columns of a dimension with codes.
func coded(name, title string, code, label func(*model.CoverageRow) *string) []rowColumn {
	return []rowColumn{
		{name + "Code", title + "代码", func(r *model.CoverageRow) cell { return optionalText(code(r)) }},
		{name + "Name", title, func(r *model.CoverageRow) cell { return optionalText(label(r)) }},
	}
}

type crow = model.CoverageRow

var dimensions = map[model.Dimension][]rowColumn{
	model.DimensionPeriod: {
		{"period", "期间", func(r *crow) cell { return textCell(r.Period.String()) }},
		{"provisional", "未到期", func(r *crow) cell { return boolCell(r.Provisional) }},
	},
	model.DimensionRegion: coded("region", "行政区划", func(r *crow) *string { return r.RegionCode }, func(r *crow) *string { return r.RegionName }),
	model.DimensionSubordination: coded("superior", "隶属党组织",
		func(r *crow) *string { return r.SuperiorCode }, func(r *crow) *string { return r.SuperiorName }),
	model.DimensionZone: coded("zone", "园区", func(r *crow) *string { return r.ZoneCode }, func(r *crow) *string { return r.ZoneName }),
	model.DimensionIndustry: {
		{"industry", "行业门类代码", func(r *crow) cell { return optionalText(r.Industry) }},
		{"industryName", "行业门类", func(r *crow) cell { return optionalText(r.IndustryName) }},
	},
	model.DimensionDomain:          optional("domain", "领域", func(r *crow) *model.Domain { return r.Domain }),
	model.DimensionControl:         optional("control", "控股情况", func(r *crow) *model.Control { return r.Control }),
	model.DimensionSize:            optional("size", "企业规模", func(r *crow) *model.Size { return r.Size }),
	model.DimensionKind:            optional("kind", "单位类型", func(r *crow) *model.UnitKind { return r.Kind }),
	model.DimensionEmployeeBand:    optional("employeeBand", "从业人员分组", func(r *crow) *model.EmployeeBand { return r.EmployeeBand }),
	model.DimensionAboveScale:      optional("aboveScale", "规模以上", func(r *crow) *model.AboveScale { return r.AboveScale }),
	model.DimensionPublicOrPrivate: optional("publicOrPrivate", "公办民办", func(r *crow) *model.PublicOrPrivate { return r.PublicOrPrivate }),
	model.DimensionOperation:       optional("operation", "运营情况", func(r *crow) *model.Operation { return r.Operation }),
	model.DimensionEstablishment:   optional("establishment", "建立情况", func(r *crow) *model.Establishment { return r.Establishment }),
	model.DimensionSetUp:           optional("setUp", "组建方式", func(r *crow) *model.SetUp { return r.SetUp }),
	model.DimensionWorkMeans:       optional("workMeans", "工作覆盖方式", func(r *crow) *model.WorkMeans { return r.WorkMeans }),
	model.DimensionGapAge:          optional("gapAge", "缺口时长", func(r *crow) *model.GapAge { return r.GapAge }),
	model.DimensionOrganisationKind: optional("organisationKind", "党组织类别",
		func(r *crow) *model.OrganisationKind { return r.OrganisationKind }),
	model.DimensionNature: optional("nature", "党组织性质", func(r *crow) *model.OrganisationNature { return r.Nature }),
	model.DimensionBasis:  optional("basis", "联合依据", func(r *crow) *model.JointBasis { return r.Basis }),
	model.DimensionRole:   optional("role", "指导员角色", func(r *crow) *model.InstructorRole { return r.Role }),
}

var unitsColumn = rowColumn{"units", "单位数", func(r *crow) cell { return wholeCell(r.Units) }}

type shareColumn = column[model.Share]

// measures are the numbers of a share, as the schema names them.
var measures = join(
	terms("status", "指标状态", func(s *model.Share) model.ShareStatus { return s.Status })[:1],
	[]shareColumn{
		{"numerator", "分子", func(s *model.Share) cell { return optionalWhole(s.Numerator) }},
		{"denominator", "分母", func(s *model.Share) cell { return optionalWhole(s.Denominator) }},
		{"gap", "缺口", func(s *model.Share) cell { return optionalWhole(s.Gap) }},
		{"unknown", "未知", func(s *model.Share) cell { return optionalWhole(s.Unknown) }},
		{"notApplicable", "不适用", func(s *model.Share) cell { return optionalWhole(s.NotApplicable) }},
		{"exempt", "不纳入", func(s *model.Share) cell { return optionalWhole(s.Exempt) }},
		{"weightMissing", "权重未报单位数", func(s *model.Share) cell { return optionalWhole(s.WeightMissing) }},
		{"rate", "比率", func(s *model.Share) cell { return optionalFraction(s.Rate) }},
		{"target", "目标", func(s *model.Share) cell { return optionalFraction(s.Target) }},
		{"shortfall", "差额", func(s *model.Share) cell { return optionalWhole(s.Shortfall) }},
		{"definition", "口径版本", func(s *model.Share) cell { return textCell(s.Definition.Version) }},
		{"definitionChanged", "口径有变", func(s *model.Share) cell { return boolCell(s.DefinitionChanged) }},
		{"compareAsOf", "对比日期", comparison(func(c *model.ShareComparison) cell { return dayCell(c.AsOf) })},
		{"compareNumerator", "对比分子", comparison(func(c *model.ShareComparison) cell { return optionalWhole(c.Numerator) })},
		{"compareDenominator", "对比分母", comparison(func(c *model.ShareComparison) cell { return optionalWhole(c.Denominator) })},
		{"compareRate", "对比比率", comparison(func(c *model.ShareComparison) cell { return optionalFraction(c.Rate) })},
		{"change", "变化(百分点)", comparison(func(c *model.ShareComparison) cell { return optionalFraction(c.Change) })},
	})

func comparison(of func(*model.ShareComparison) cell) func(*model.Share) cell {
	return func(s *model.Share) cell {
		if s.Compare == nil {
			return cell{}
		}
		return of(s.Compare)
	}
}

// longColumns are those of a row a group and share, behind those of the group; they do not depend on the asked shares.
func longColumns(group []rowColumn) []column[line] {
	var out []column[line]
	for _, c := range group {
		out = append(out, column[line]{c.name, c.title, func(l *line) cell { return c.cell(l.CoverageRow) }})
	}
	for _, c := range join([]shareColumn{
		{"indicator", "指标代码", func(s *model.Share) cell { return textCell(string(s.Indicator.Key)) }},
		{"indicatorName", "指标", func(s *model.Share) cell { return textCell(s.Indicator.Title) }},
	}, terms("weight", "权重", func(s *model.Share) model.Weight { return s.Weight }), measures) {
		out = append(out, column[line]{c.name, c.title, func(l *line) cell { return c.cell(l.share) }})
	}
	return out
}

// wideColumns are those of a row a group, behind those of the group: the numbers of each asked share stand side by side, named by indicator and, other
// than by units, weight.
func wideColumns(group []rowColumn, asks []coverage.ShareAsk) []rowColumn {
	out := group
	for i, a := range asks {
		prefix := string(a.Of) + "_"
		if a.Weight != model.WeightUnits {
			prefix += a.Weight.String() + "_"
		}
		for _, c := range measures {
			out = append(out, rowColumn{prefix + c.name, prefix + c.title, func(r *crow) cell { return c.cell(r.Shares[i]) }})
		}
	}
	return out
}
