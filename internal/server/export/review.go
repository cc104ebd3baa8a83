package export

import (
	"context"

	"fugai/internal/coverage"
	"fugai/model"
)

// review answers the items of a look-back round, as they stand on the date.
func (h *handler) review(ctx context.Context, p *params) (*sheet, error) {
	code := orElse(p, "code", parseText, "")
	query := coverage.ReviewItemsQuery{
		Where: &model.ReviewFilter{
			Rules: list(p, "rules", parseKey), States: list(p, "states", model.ParseReviewState), Subjects: list(p, "subjects", model.ParseSubject),
			Regions: list(p, "regions", model.ParseRegionCode), AssignedTo: list(p, "assignedTo", parseText), Overdue: single(p, "overdue", parseBool),
			Codes: list(p, "codes", parseText),
		},
		Page: model.Page{First: single(p, "first", parseWhole), Offset: single(p, "offset", parseWhole)},
		AsOf: single(p, "asOf", model.ParseDate),
	}
	minVersion := single(p, "minVersion", parseVersion)
	if code == "" {
		p.wrong("code", "is missing; name the round by its code")
		return nil, nil // the fault is told with the others
	}
	answer, err := h.service.ExportReview(ctx, code, query, minVersion)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "review-" + code, title: "回头看整改_" + code, asOf: answer.AsOf, version: answer.DataVersion, rows: answer.Rows}
	return fill(s, reviewColumns, answer.Each), nil
}

type reviewColumn = column[coverage.ReviewRow]

type rrow = coverage.ReviewRow

var reviewColumns = join(
	[]reviewColumn{
		{"asOf", "截至", func(r *rrow) cell { return dayCell(r.AsOf) }},
		{"round", "轮次", func(r *rrow) cell { return textCell(r.Round.Code) }},
		{"roundTitle", "轮次名称", func(r *rrow) cell { return textCell(r.Round.Title) }},
		{"foundOn", "问题认定日", func(r *rrow) cell { return dayCell(r.FoundOn) }},
		{"rule", "规则代码", func(r *rrow) cell { return textCell(string(r.Rule)) }},
		{"ruleName", "规则", func(r *rrow) cell {
			if r.Indicator == nil {
				return cell{}
			}
			return textCell(r.Indicator.Title)
		}},
	},
	terms("subject", "统计对象", func(r *rrow) model.Subject { return r.Subject }),
	[]reviewColumn{
		{"code", "代码", func(r *rrow) cell { return textCell(r.Code) }},
		{"name", "名称", func(r *rrow) cell { return textCell(r.Name) }},
	},
	regionColumns(func(r *rrow) *model.Region { return r.Region }),
	[]reviewColumn{
		{"since", "问题起始日", func(r *rrow) cell { return dayCell(r.Since) }},
		{"text", "问题", func(r *rrow) cell { return textCell(r.Text) }},
		{"mend", "整改建议", func(r *rrow) cell { return textCell(r.Mend) }},
	},
	terms("state", "整改状态", func(r *rrow) model.ReviewState { return r.State() }),
	[]reviewColumn{
		{"assignedToCode", "责任党组织代码", func(r *rrow) cell { return optionalText(r.AssignedToCode()) }},
		{"assignedToName", "责任党组织", func(r *rrow) cell {
			if r.Assigned == nil {
				return cell{}
			}
			return textCell(r.Assigned.Name)
		}},
		{"dueOn", "整改期限", func(r *rrow) cell { return dayCell(r.DueOn()) }},
		{"overdue", "是否逾期", func(r *rrow) cell { return boolCell(r.Overdue()) }},
		{"stillFound", "目前是否仍存在", func(r *rrow) cell { return boolCell(r.StillFound) }},
	},
	terms("lastAct", "最近办理", func(r *rrow) model.ReviewAct { return r.Last.Act }),
	[]reviewColumn{
		{"lastActor", "最近办理人", func(r *rrow) cell { return textCell(r.Last.Actor) }},
		{"lastOn", "最近办理日", func(r *rrow) cell { return dayCell(r.Last.ValidFrom) }},
		{"note", "办理说明", func(r *rrow) cell { return textCell(r.Note) }},
	},
)
