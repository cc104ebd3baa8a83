package export

import (
	"context"
	"fmt"
	"strings"

	"fugai/internal/coverage"
	"fugai/model"
)

// findings answers what a rule of the look-back finds, or will.
func (h *handler) findings(ctx context.Context, p *params) (*sheet, error) {
	query := coverage.FindingsQuery{
		Rule: orElse(p, "rule", parseKey, ""), Where: p.subjectFilter(), Due: p.window("dueBetween"), OrderBy: list(p, "orderBy", parseFindingOrder),
		Page: model.Page{First: single(p, "first", parseWhole), Offset: single(p, "offset", parseWhole)},
		AsOf: single(p, "asOf", model.ParseDate), MinVersion: single(p, "minVersion", parseVersion),
	}
	if query.Rule == "" {
		p.wrong("rule", "is missing; name the rule whose findings are asked for, for example TERM_OVERRUN")
		return nil, nil // the fault is told with the others
	}
	answer, err := h.service.ExportFindings(ctx, query)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "findings-" + string(query.Rule), title: "问题", asOf: answer.AsOf, version: answer.DataVersion, rows: answer.Rows}
	if in, err := h.service.Indicator(ctx, query.Rule); err == nil {
		s.title += "_" + in.Title
	}
	return fill(s, findingColumns, answer.Each), nil
}

// window reads a window of days, whose two ends stand together.
func (p *params) window(name string) *model.DateSpan {
	from, to := single(p, name+".from", model.ParseDate), single(p, name+".to", model.ParseDate)
	if from == nil && to == nil {
		return nil
	}
	if from == nil || to == nil {
		p.wrong(name, "needs both %[1]s.from and %[1]s.to", name)
		return nil
	}
	return &model.DateSpan{From: *from, To: *to}
}

// parseFindingOrder reads KEY or KEY:DESC.
func parseFindingOrder(s string) (*model.FindingOrder, error) {
	parts, d := direction(strings.Split(s, ":"))
	if len(parts) > 1 {
		return nil, fmt.Errorf("%q is no order; write KEY, KEY:ASC or KEY:DESC", s)
	}
	by, err := model.ParseFindingOrderBy(parts[0])
	return &model.FindingOrder{By: by, Direction: d}, err
}

type findingColumn = column[model.Finding]

type frow = model.Finding

func regionOfFinding(f *frow) *model.Region { return f.Region }

var findingColumns = join(
	[]findingColumn{
		{"asOf", "截至", func(f *frow) cell { return dayCell(f.AsOf) }},
		{"rule", "规则代码", func(f *frow) cell { return textCell(string(f.Rule.Key)) }},
		{"ruleName", "规则", func(f *frow) cell { return textCell(f.Rule.Title) }},
	},
	terms("subject", "统计对象", func(f *frow) model.Subject { return f.Subject }),
	[]findingColumn{
		{"code", "代码", func(f *frow) cell { return textCell(f.Code) }},
		{"name", "名称", func(f *frow) cell { return textCell(f.Name) }},
	},
	regionColumns(regionOfFinding),
	[]findingColumn{
		{"since", "问题起始日", func(f *frow) cell { return dayCell(f.Since) }},
		{"days", "天数", func(f *frow) cell { return wholeCell(f.Days) }},
		{"sinceRuleChange", "因口径变化", func(f *frow) cell { return boolCell(f.SinceRuleChange) }},
		{"text", "问题", func(f *frow) cell { return textCell(f.Text) }},
		{"textEnglish", "问题(英文)", func(f *frow) cell { return textCell(f.TextEnglish) }},
		{"mend", "整改建议", func(f *frow) cell { return textCell(f.Mend) }},
		{"mendEnglish", "整改建议(英文)", func(f *frow) cell { return textCell(f.MendEnglish) }},
		{"evidence", "依据", func(f *frow) cell { return textCell(evidenceText(f.Evidence)) }},
	},
)

// evidenceText is the facts that decided in one text, with the days since which they hold.
func evidenceText(list []*model.Evidence) string {
	texts := make([]string, len(list))
	for i, e := range list {
		texts[i] = e.Title + "：" + e.Value
		if !e.Since.Open() {
			texts[i] += "（" + e.Since.String() + "起）"
		}
	}
	return strings.Join(texts, "；")
}
