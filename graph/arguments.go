// Package graph is the schema and what gqlgen makes of it, and the arguments that are read without its executor.
package graph

import (
	"context"

	"fugai/model"
)

// OtherUnits are the arguments of the field otherUnits of a cover.
type OtherUnits struct {
	Where         *model.UnitFilter
	OrderBy       []*model.UnitOrder
	First, Offset *int
	After         *string
	AsOf          *model.Date
}

// OtherUnitsArguments reads the arguments of a document as the executor does.
func OtherUnitsArguments(ctx context.Context, given map[string]any) (*OtherUnits, error) {
	read, err := (&executionContext{}).field_Cover_otherUnits_args(ctx, given)
	if err != nil {
		return nil, err
	}
	asked := &OtherUnits{}
	asked.Where, _ = read["where"].(*model.UnitFilter)
	asked.OrderBy, _ = read["orderBy"].([]*model.UnitOrder)
	asked.First, _ = read["first"].(*int)
	asked.Offset, _ = read["offset"].(*int)
	asked.After, _ = read["after"].(*string)
	asked.AsOf, _ = read["asOf"].(*model.Date)
	return asked, nil
}
