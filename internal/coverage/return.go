package coverage

import (
	"context"

	"fugai/internal/cube"
	"fugai/model"
)

// ReturnQuery is a question for the annual return.
type ReturnQuery struct {
	Where *model.UnitFilter
	AsOf  *model.Date
	// DeclaredBy is the code of the organisation whose declared return of Year is compared.
	DeclaredBy *string
	Year       *int
	// Organisations asks for the organisations beside the units.
	Organisations bool
	MinVersion    *model.DataVersion
}

// Return is the annual return on a date: the partition of the operating units in the layout of the return.
func (s *Service) Return(ctx context.Context, query ReturnQuery) (*model.AnnualReturn, error) {
	if query.AsOf == nil && query.Year != nil {
		end := min(model.NewDate(*query.Year, 12, 31), s.today())
		query.AsOf = &end
	}
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	r := &returns{question: q, ReturnQuery: query, out: &model.AnnualReturn{AsOf: q.asOf, DataVersion: q.data.Version}}
	if err := r.declarer(); err != nil {
		return nil, err
	}
	if r.base, err = q.filter(r.Where, q.asOf); err != nil {
		return nil, err
	}
	r.rows = returnRows(q.who.CanReadMemberFigures())
	for _, t := range returnTables {
		r.out.Tables = append(r.out.Tables, r.table(t))
	}
	r.check()
	if query.Organisations {
		if err := r.countOrganisations(); err != nil {
			return nil, err
		}
	}
	return r.out, r.compare()
}

// returns is an annual return on its way.
type returns struct {
	*question
	ReturnQuery
	base *cube.Filter
	rows []returnRow
	// declaredBy is the organisation of the declared return; nil without one.
	declaredBy *model.Organisation
	out        *model.AnnualReturn
}

// count counts the operating units that fit, by the dimensions that decide row and column.
func (r *returns) count(fits func(*model.SpanClass) bool, dims ...model.Dimension) ([]cube.Group, int) {
	filter := *r.base
	class := filter.Class
	filter.Class = func(c *model.SpanClass) bool {
		return c.Operation == model.OperationOperating && fits(c) && (class == nil || class(c))
	}
	groups, whole := r.data.Count(r.asOf, &filter, &cube.Grouping{Dims: dims}, nil)
	return groups, int(whole.Units)
}

// returnDims decide row and column of a unit in its table.
var returnDims = []model.Dimension{model.DimensionEstablishment, model.DimensionSetUp, model.DimensionWorkMeans, model.DimensionKind,
	model.DimensionControl, model.DimensionPublicOrPrivate}

// classOf is what a group has in common, as far as the layout asks.
func classOf(keys []int32) *model.SpanClass {
	return &model.SpanClass{
		Establishment: model.Establishment(keys[0]), SetUp: model.SetUp(keys[1]), WorkMeans: model.WorkMeans(keys[2]), Kind: model.UnitKind(keys[3]),
		Control: model.Control(keys[4]), PublicOrPrivate: model.PublicOrPrivate(keys[5]),
	}
}

// table counts one table. Schools are counted apart, because a private school is registered as something else, and a grouping
// by domain would count it twice.
func (r *returns) table(t *returnTable) *model.ReturnTable {
	out := &model.ReturnTable{Key: t.key, Title: t.title}
	cells := map[[2]string]int{}
	for _, school := range []bool{false, true} {
		groups, _ := r.count(func(c *model.SpanClass) bool {
			return tableOf(c) == t.key && (c.Domain == model.DomainSchool) == school
		}, returnDims...)
		for i := range groups {
			c := classOf(groups[i].Keys)
			if school {
				c.Domain = model.DomainSchool
			}
			for _, row := range r.rows {
				if row.holds(c) {
					cells[[2]string{row.key, total}] += int(groups[i].Units)
					cells[[2]string{row.key, t.column(c)}] += int(groups[i].Units)
				}
			}
		}
	}
	for i := range t.columns {
		out.Columns = append(out.Columns, &t.columns[i])
	}
	for _, row := range r.rows {
		line := &model.ReturnRow{Key: row.key, Title: row.title, Supplementary: row.supplementary}
		for _, c := range t.columns {
			line.Cells = append(line.Cells, &model.ReturnCell{Table: t.key, Row: row.key, Column: c.Key, Units: cells[[2]string{row.key, c.Key}]})
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}
