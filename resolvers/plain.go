package resolvers

import (
	"bytes"

	"github.com/vektah/gqlparser/v2/ast"

	"fugai/model"
)

// PlainTypes are tables of figures, pages of units and gaps, and a unit with what is round it, which are asked for most and hold the most
// fields.
var PlainTypes = Plain{
	"Coverage":       rootOf("Coverage", coverageFields),
	"GapConnection":  rootOf("GapConnection", plainPage("GapEdge", "Gap", gapFields)),
	"Unit":           rootOf("Unit", unitFields),
	"UnitConnection": rootOf("UnitConnection", plainPage("UnitEdge", "Unit", unitFields)),
}

var coverageFields = plainFields[model.Coverage]{
	"asOf":        leaf(func(v *model.Coverage) *model.Date { return &v.AsOf }),
	"dataVersion": leaf(func(v *model.Coverage) *model.DataVersion { return &v.DataVersion }),
	"rowCount":    number(func(v *model.Coverage) *int { return &v.RowCount }),
	"total":       one("CoverageRow", rowFields, func(v *model.Coverage) *row { return v.Total }),
	"rows":        list("CoverageRow", rowFields, func(v *model.Coverage) []*row { return v.Rows }),
}

type row = model.CoverageRow

var rowFields = plainFields[row]{
	"asOf":                 leaf(func(r *row) *model.Date { return &r.AsOf }),
	"period":               leaf(func(r *row) *model.Period { return r.Period }),
	"provisional":          flag(func(r *row) *bool { return &r.Provisional }),
	"units":                number(func(r *row) *int { return &r.Units }),
	"regionCode":           text(func(r *row) *string { return r.RegionCode }),
	"regionName":           text(func(r *row) *string { return r.RegionName }),
	"superiorCode":         text(func(r *row) *string { return r.SuperiorCode }),
	"zoneCode":             text(func(r *row) *string { return r.ZoneCode }),
	"zoneName":             text(func(r *row) *string { return r.ZoneName }),
	"domain":               leaf(func(r *row) *model.Domain { return r.Domain }),
	"domainName":           text((*row).DomainName),
	"control":              leaf(func(r *row) *model.Control { return r.Control }),
	"controlName":          text((*row).ControlName),
	"industry":             text(func(r *row) *string { return r.Industry }),
	"industryName":         text(func(r *row) *string { return r.IndustryName }),
	"size":                 leaf(func(r *row) *model.Size { return r.Size }),
	"sizeName":             text((*row).SizeName),
	"kind":                 leaf(func(r *row) *model.UnitKind { return r.Kind }),
	"kindName":             text((*row).KindName),
	"employeeBand":         leaf(func(r *row) *model.EmployeeBand { return r.EmployeeBand }),
	"employeeBandName":     text((*row).EmployeeBandName),
	"aboveScale":           leaf(func(r *row) *model.AboveScale { return r.AboveScale }),
	"aboveScaleName":       text((*row).AboveScaleName),
	"publicOrPrivate":      leaf(func(r *row) *model.PublicOrPrivate { return r.PublicOrPrivate }),
	"publicOrPrivateName":  text((*row).PublicOrPrivateName),
	"operation":            leaf(func(r *row) *model.Operation { return r.Operation }),
	"operationName":        text((*row).OperationName),
	"establishment":        leaf(func(r *row) *model.Establishment { return r.Establishment }),
	"establishmentName":    text((*row).EstablishmentName),
	"setUp":                leaf(func(r *row) *model.SetUp { return r.SetUp }),
	"setUpName":            text((*row).SetUpName),
	"workMeans":            leaf(func(r *row) *model.WorkMeans { return r.WorkMeans }),
	"workMeansName":        text((*row).WorkMeansName),
	"gapAge":               leaf(func(r *row) *model.GapAge { return r.GapAge }),
	"gapAgeName":           text((*row).GapAgeName),
	"organisationKind":     leaf(func(r *row) *model.OrganisationKind { return r.OrganisationKind }),
	"organisationKindName": text((*row).OrganisationKindName),
	"nature":               leaf(func(r *row) *model.OrganisationNature { return r.Nature }),
	"natureName":           text((*row).NatureName),
	"basis":                leaf(func(r *row) *model.JointBasis { return r.Basis }),
	"basisName":            text((*row).BasisName),
	"role":                 leaf(func(r *row) *model.InstructorRole { return r.Role }),
	"roleName":             text((*row).RoleName),
	"share":                shareField,
}

// shareField is the share of the arguments, which the question counted because it was asked for here.
func shareField(c *compiler, f *ast.Field) writer[row] {
	var (
		of      model.IndicatorKey
		weight  model.Weight
		compare *model.Date
	)
	args := f.ArgumentMap(c.variables)
	err := of.UnmarshalGQL(args["of"])
	if err == nil {
		err = weight.UnmarshalGQL(args["weight"])
	}
	if on := args["compareTo"]; on != nil && err == nil {
		compare = new(model.Date)
		err = compare.UnmarshalGQL(on)
	}
	c.failed = c.failed || err != nil
	share := object(c, "Share", shareFields, f.SelectionSet)
	return func(w *bytes.Buffer, r *row) {
		if s := r.Share(of, weight, compare); s != nil {
			share(w, s)
			return
		}
		w.WriteString("null")
	}
}

type share = model.Share

var shareFields = plainFields[share]{
	"weight":            leaf(func(s *share) *model.Weight { return &s.Weight }),
	"status":            leaf(func(s *share) *model.ShareStatus { return &s.Status }),
	"numerator":         number(func(s *share) *int { return s.Numerator }),
	"denominator":       number(func(s *share) *int { return s.Denominator }),
	"gap":               number(func(s *share) *int { return s.Gap }),
	"unknown":           number(func(s *share) *int { return s.Unknown }),
	"notApplicable":     number(func(s *share) *int { return s.NotApplicable }),
	"exempt":            number(func(s *share) *int { return s.Exempt }),
	"weightMissing":     number(func(s *share) *int { return s.WeightMissing }),
	"rate":              fraction(func(s *share) *float64 { return s.Rate }),
	"provisional":       flag(func(s *share) *bool { return &s.Provisional }),
	"target":            fraction(func(s *share) *float64 { return s.Target }),
	"shortfall":         number(func(s *share) *int { return s.Shortfall }),
	"definitionChanged": flag(func(s *share) *bool { return &s.DefinitionChanged }),
	"compare":           one("ShareComparison", comparisonFields, func(s *share) *model.ShareComparison { return s.Compare }),
}

var comparisonFields = plainFields[model.ShareComparison]{
	"asOf":        leaf(func(c *model.ShareComparison) *model.Date { return &c.AsOf }),
	"numerator":   number(func(c *model.ShareComparison) *int { return c.Numerator }),
	"denominator": number(func(c *model.ShareComparison) *int { return c.Denominator }),
	"rate":        fraction(func(c *model.ShareComparison) *float64 { return c.Rate }),
	"change":      fraction(func(c *model.ShareComparison) *float64 { return c.Change }),
}
