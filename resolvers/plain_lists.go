package resolvers

import (
	"context"
	"maps"

	"github.com/vektah/gqlparser/v2/ast"

	"fugai/graph"
	"fugai/model"
)

// plainPage are the plain fields of a connection.
func plainPage[T any](edge, node string, of plainFields[T]) plainFields[model.Connection[T]] {
	type connection = model.Connection[T]
	return plainFields[connection]{
		"totalCount":  number(func(c *connection) *int { return &c.TotalCount }),
		"asOf":        leaf(func(c *connection) *model.Date { return &c.AsOf }),
		"dataVersion": leaf(func(c *connection) *model.DataVersion { return &c.DataVersion }),
		"pageInfo":    one("PageInfo", pageInfoFields, func(c *connection) *model.PageInfo { return &c.PageInfo }),
		"nodes":       list(node, of, (*connection).Nodes),
		"edges": list(edge, plainFields[model.Edge[T]]{
			"cursor": text(func(e *model.Edge[T]) *string { return &e.Cursor }),
			"node":   one(node, of, func(e *model.Edge[T]) *T { return e.Node }),
		}, func(c *connection) []*model.Edge[T] { return c.Edges }),
	}
}

var pageInfoFields = plainFields[model.PageInfo]{
	"hasNextPage":     flag(func(p *model.PageInfo) *bool { return &p.HasNextPage }),
	"hasPreviousPage": flag(func(p *model.PageInfo) *bool { return &p.HasPreviousPage }),
	"startCursor":     text(func(p *model.PageInfo) *string { return p.StartCursor }),
	"endCursor":       text(func(p *model.PageInfo) *string { return p.EndCursor }),
}

var gapFields = plainFields[model.Gap]{
	"unit":            one("Unit", unitFields, func(g *model.Gap) *model.Unit { return g.Unit }),
	"reasons":         list("GapReason", reasonFields, func(g *model.Gap) []*model.GapReason { return g.Reasons }),
	"nextSteps":       list("NextStepAdvice", adviceFields, func(g *model.Gap) []*model.NextStepAdvice { return g.NextSteps }),
	"since":           leaf(func(g *model.Gap) *model.Date { return &g.Since }),
	"days":            number(func(g *model.Gap) *int { return &g.Days }),
	"sinceRuleChange": flag(func(g *model.Gap) *bool { return &g.SinceRuleChange }),
	"lastCover":       one("Cover", coverFields, func(g *model.Gap) *model.Cover { return g.LastCover }),
}

var reasonFields = plainFields[model.GapReason]{
	"code":    leaf(func(r *model.GapReason) *model.GapReasonCode { return &r.Code }),
	"message": text(func(r *model.GapReason) *string { return &r.Message }),
}

var adviceFields = plainFields[model.NextStepAdvice]{
	"step":    leaf(func(a *model.NextStepAdvice) *model.NextStep { return &a.Step }),
	"message": text(func(a *model.NextStepAdvice) *string { return &a.Message }),
}

// toldFields are the plain fields of a unit that it holds itself.
var toldFields = plainFields[model.Unit]{
	"creditCode": leaf(func(u *model.Unit) *model.CreditCode { return &u.CreditCode }),
	"name":       text(func(u *model.Unit) *string { return &u.Name }),
	"employees":  leaf(func(u *model.Unit) *model.Count { return &u.Employees }),
	"asOf":       leaf(func(u *model.Unit) *model.Date { return &u.AsOf }),
	"region":     one("Region", regionFields(3), func(u *model.Unit) *model.Region { return u.Region }),
}

// unitFields are toldFields and the relations of a unit, which are read with those of the units of its page.
var unitFields = with(toldFields, plainFields[model.Unit]{
	"lastCover": read("Cover", coverFields, lastCoverOf),
	"covers":    readAll("Cover", coverFields, coversOf),
})

// with are fields and some more.
func with[T any](fields, more plainFields[T]) plainFields[T] {
	all := maps.Clone(fields)
	maps.Copy(all, more)
	return all
}

func lastCoverOf(ctx context.Context, u *model.Unit) (*model.Cover, error) {
	return loadersOf(ctx).last.load(ctx, at[model.UnitID]{u.ID, u.AsOf})
}

func coversOf(ctx context.Context, u *model.Unit) ([]*model.Cover, error) {
	return loadersOf(ctx).covers.load(ctx, at[model.UnitID]{u.ID, u.AsOf})
}

// regionFields are the plain fields of a region, with so many regions above it.
func regionFields(above int) plainFields[model.Region] {
	of := plainFields[model.Region]{
		"code": leaf(func(r *model.Region) *model.RegionCode { return &r.Code }),
		"name": text(func(r *model.Region) *string { return &r.Name }),
	}
	if above > 0 {
		of["parent"] = one("Region", regionFields(above-1), (*model.Region).Parent)
	}
	return of
}

var coverFields = plainFields[model.Cover]{
	"kind":         leaf(func(c *model.Cover) *model.CoverKind { return &c.Kind }),
	"validFrom":    leaf(func(c *model.Cover) *model.Date { return &c.ValidFrom }),
	"validTo":      leaf(func(c *model.Cover) *model.Date { return &c.ValidTo }),
	"organisation": read("Organisation", organisationFields(3), holderOf),
	"otherUnits":   otherUnits,
}

func holderOf(ctx context.Context, c *model.Cover) (*model.Organisation, error) {
	return loadOrganisation(ctx, c.OrganisationID, c.AsOf)
}

// organisationFields are the plain fields of an organisation, with so many superiors above it.
func organisationFields(above int) plainFields[model.Organisation] {
	of := plainFields[model.Organisation]{
		"code": text(func(o *model.Organisation) *string { return &o.Code }),
		"name": text(func(o *model.Organisation) *string { return &o.Name }),
	}
	if above > 0 {
		of["parent"] = read("Organisation", organisationFields(above-1), superiorOf)
	}
	return of
}

func superiorOf(ctx context.Context, o *model.Organisation) (*model.Organisation, error) {
	return loadOrganisation(ctx, o.ParentID, o.AsOf)
}

// otherUnits are the pages of the field of its name, by its arguments.
func otherUnits(c *compiler, f *ast.Field) writer[model.Cover] {
	asked, err := graph.OtherUnitsArguments(context.Background(), f.ArgumentMap(c.variables))
	c.failed = c.failed || err != nil
	return read("UnitConnection", plainPage("UnitEdge", "Unit", toldFields), func(ctx context.Context, cover *model.Cover) (*model.UnitConnection, error) {
		return loadersOf(ctx).othersOf(ctx, f, cover, asked)
	})(c, f)
}
