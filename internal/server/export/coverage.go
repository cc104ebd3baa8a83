package export

import (
	"context"
	"slices"

	"fugai/internal/coverage"
	"fugai/model"
)

// tableQuery reads the arguments of the schema's field coverage, and of the field share of its rows.
func (p *params) tableQuery() coverage.TableQuery {
	q := p.tableShape()
	if q.Where = p.filter(); q.Where != nil {
		q.GapAgeOf = q.Where.GapAgeOf
	}
	q.Asks = p.asks(func() []model.IndicatorKey { return []model.IndicatorKey{"TWO_COVERAGES"} })
	return q
}

// tableShape reads the arguments that coverage and quality share.
func (p *params) tableShape() coverage.TableQuery {
	return coverage.TableQuery{
		GroupBy:      list(p, "groupBy", model.ParseDimension),
		RegionLevel:  single(p, "regionLevel", model.ParseRegionLevel),
		AsOf:         single(p, "asOf", model.ParseDate),
		Periods:      p.periods(),
		IncludeEmpty: orElse(p, "includeEmpty", parseBool, false),
		OrderBy:      list(p, "orderBy", parseCoverageOrder),
		First:        single(p, "first", parseWhole),
		Offset:       single(p, "offset", parseWhole),
		MinVersion:   single(p, "minVersion", parseVersion),
	}
}

// asks reads the shares that are asked of each row; usual are the indicators where none is named.
func (p *params) asks(usual func() []model.IndicatorKey) (asks []coverage.ShareAsk) {
	of, weights, compareTo := list(p, "of", parseKey), list(p, "weight", model.ParseWeight), single(p, "compareTo", model.ParseDate)
	if of == nil {
		of = usual()
	}
	if weights == nil {
		weights = []model.Weight{model.WeightUnits}
	}
	for _, key := range of {
		for _, w := range weights {
			if a := (coverage.ShareAsk{Of: key, Weight: w, CompareTo: compareTo}); !slices.Contains(asks, a) {
				asks = append(asks, a)
			}
		}
	}
	return asks
}

func (p *params) periods() *model.Periods {
	from, to := single(p, "periods.from", model.ParsePeriod), single(p, "periods.to", model.ParsePeriod)
	grain := single(p, "periods.grain", model.ParseGrain)
	if from == nil && to == nil && grain == nil {
		return nil
	}
	if from == nil || to == nil || grain == nil {
		p.wrong("periods", "needs all of periods.from, periods.to and periods.grain")
		return nil
	}
	return &model.Periods{From: *from, To: *to, Grain: *grain}
}

// coverage answers the table: in the long shape a row a group and share, in the wide one a row a group.
func (h *handler) coverage(ctx context.Context, p *params) (*sheet, error) {
	query := p.tableQuery()
	return h.table(ctx, p, query, &sheet{name: "coverage", title: "覆盖率"}, unitsColumn)
}

// table fills a sheet with the rows of a table; counted is the column of how many a group has.
func (h *handler) table(ctx context.Context, p *params, query coverage.TableQuery, s *sheet, counted rowColumn) (*sheet, error) {
	shape := orElse(p, "shape", choice("long", "wide"), "long")
	answer, err := h.service.Table(ctx, query)
	if err != nil {
		return nil, err
	}
	s.asOf, s.version = answer.AsOf, answer.DataVersion
	columns := append(dimensionColumns(query.GroupBy), counted)
	if shape == "wide" {
		s.rows = len(answer.Rows)
		return fill(s, wideColumns(columns, query.Asks), listed(answer.Rows)), nil
	}
	lines := long(answer.Rows)
	s.rows = len(lines)
	return fill(s, longColumns(columns), listed(lines)), nil
}

// line is a group and one of its shares.
type line struct {
	*model.CoverageRow
	share *model.Share
}

func long(rows []*model.CoverageRow) []*line {
	lines := make([]*line, 0, len(rows))
	for _, r := range rows {
		for _, s := range r.Shares {
			lines = append(lines, &line{r, s})
		}
	}
	return lines
}
