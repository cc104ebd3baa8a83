package export

import (
	"fmt"
	"strings"

	"fugai/model"
)

// direction takes ASC or DESC from the end of the parts of an order.
func direction(parts []string) ([]string, model.SortDirection) {
	last := len(parts) - 1
	if d, err := model.ParseSortDirection(parts[last]); err == nil && last > 0 {
		return parts[:last], d
	}
	return parts, model.SortDirectionAsc
}

// parseUnitOrder reads KEY or KEY:DESC.
func parseUnitOrder(s string) (*model.UnitOrder, error) {
	parts, d := direction(strings.Split(s, ":"))
	if len(parts) > 1 {
		return nil, fmt.Errorf("%q is no order; write KEY, KEY:ASC or KEY:DESC", s)
	}
	by, err := model.ParseUnitOrderBy(parts[0])
	return &model.UnitOrder{By: by, Direction: d}, err
}

// parseCoverageOrder reads DIMENSION or MEASURE:INDICATOR[:WEIGHT], with :ASC or :DESC behind it.
func parseCoverageOrder(s string) (*model.CoverageOrder, error) {
	parts, d := direction(strings.Split(s, ":"))
	o := &model.CoverageOrder{Weight: model.WeightUnits, Direction: d}
	if dimension, err := model.ParseDimension(parts[0]); err == nil && len(parts) == 1 {
		o.Dimension = &dimension
		return o, nil
	}
	measure, err := model.ParseMeasure(parts[0])
	if err != nil || len(parts) < 2 || len(parts) > 3 {
		return nil, fmt.Errorf("%q is no order; write a dimension, or MEASURE:INDICATOR or MEASURE:INDICATOR:WEIGHT with one of the measures %v, "+
			"and :DESC behind either", s, model.AllMeasure())
	}
	key := model.IndicatorKey(parts[1])
	o.Measure, o.Of = &measure, &key
	if len(parts) == 3 {
		o.Weight, err = model.ParseWeight(parts[2])
	}
	return o, err
}
