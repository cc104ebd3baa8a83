package export

import (
	"context"
	"strings"

	"fugai/internal/coverage"
	"fugai/model"
)

func (h *handler) gaps(ctx context.Context, p *params) (*sheet, error) {
	query := coverage.GapsQuery{Indicator: orElse(p, "indicator", parseKey, ""), UnitsQuery: p.unitsQuery()}
	if query.Indicator == "" {
		p.wrong("indicator", "is missing; name the indicator whose gaps are asked for, for example TWO_COVERAGES")
		return nil, nil // the fault is told with the others
	}
	x := p.except(&query.UnitsQuery)
	answer, err := h.service.ExportGaps(ctx, query)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "gaps-" + string(query.Indicator), title: "缺口", asOf: answer.AsOf, version: answer.DataVersion, rows: answer.Rows}
	each := answer.Each
	if len(x.codes) > 0 {
		query.Where = x.among(query.Where)
		left, err := h.service.ExportGaps(ctx, query)
		if err != nil {
			return nil, err
		}
		s.rows -= left.Rows
		each = without(x, answer.Each, func(g *grow) model.CreditCode { return g.CreditCode })
	}
	if in, err := h.service.Indicator(ctx, query.Indicator); err == nil {
		s.title += "_" + in.Title
	}
	return fill(s, gapColumns, each), nil
}

type gapColumn = column[coverage.GapRow]

type grow = coverage.GapRow

// ofUnit makes columns of units those of gaps.
func ofUnit(columns []unitColumn) []gapColumn {
	out := make([]gapColumn, len(columns))
	for i, c := range columns {
		out[i] = gapColumn{c.name, c.title, func(g *grow) cell { return c.cell(&g.UnitRow) }}
	}
	return out
}

// several joins what a gap has several of. Texts of the product hold no semicolons.
func several[T any](list []*T, separator string, of func(*T) string) cell {
	if len(list) == 1 {
		return textCell(of(list[0])) // as most have
	}
	texts := make([]string, len(list))
	for i, one := range list {
		texts[i] = of(one)
	}
	return textCell(strings.Join(texts, separator))
}

// last is a value of the last cover; empty where none has ended.
func last(of func(*model.Cover) cell) func(*grow) cell {
	return func(g *grow) cell {
		if g.Gap.LastCover == nil {
			return cell{}
		}
		return of(g.Gap.LastCover)
	}
}

func lastTerms[E term](name, title string, of func(*model.Cover) E) []gapColumn {
	return terms(name, title, func(g *grow) (v E) {
		if g.Gap.LastCover != nil {
			v = of(g.Gap.LastCover)
		}
		return v
	})
}

var gapColumns = join(
	[]gapColumn{
		{"indicator", "指标代码", func(g *grow) cell { return textCell(string(g.Gap.Indicator.Key)) }},
		{"indicatorName", "指标", func(g *grow) cell { return textCell(g.Gap.Indicator.Title) }},
	},
	ofUnit(identity),
	[]gapColumn{
		{"since", "缺口起始日", func(g *grow) cell { return dayCell(g.Gap.Since) }},
		{"days", "缺口天数", func(g *grow) cell { return wholeCell(g.Gap.Days) }},
		{"sinceRuleChange", "因口径变化", func(g *grow) cell { return boolCell(g.Gap.SinceRuleChange) }},
		{"reasons", "原因代码", func(g *grow) cell {
			return several(g.Gap.Reasons, ";", func(r *model.GapReason) string { return r.Code.String() })
		}},
		{"reasonTexts", "原因", func(g *grow) cell {
			return several(g.Gap.Reasons, "；", func(r *model.GapReason) string { return r.Message })
		}},
		{"nextSteps", "下一步代码", func(g *grow) cell {
			return several(g.Gap.NextSteps, ";", func(s *model.NextStepAdvice) string { return s.Step.String() })
		}},
		{"nextStepTexts", "下一步", func(g *grow) cell {
			return several(g.Gap.NextSteps, "；", func(s *model.NextStepAdvice) string { return s.Message })
		}},
	},
	ofUnit(traits),
	lastTerms("lastCoverKind", "最后覆盖类别", func(c *model.Cover) model.CoverKind { return c.Kind }),
	lastTerms("lastCoverSetUp", "最后覆盖组建方式", func(c *model.Cover) model.SetUp { return c.SetUp }),
	[]gapColumn{
		{"lastCoverOrganisationCode", "最后覆盖党组织代码", func(g *grow) cell { return organisation(g.LastOrganisation, codeOf) }},
		{"lastCoverOrganisationName", "最后覆盖党组织", func(g *grow) cell { return organisation(g.LastOrganisation, nameOf) }},
		{"lastCoverFrom", "最后覆盖起", last(func(c *model.Cover) cell { return dayCell(c.ValidFrom) })},
		{"lastCoverTo", "最后覆盖止", last(func(c *model.Cover) cell { return dayCell(c.ValidTo) })},
	},
	lastTerms("lastCoverEndReason", "最后覆盖终止原因", func(c *model.Cover) model.EndReason { return c.EndReason }),
)
