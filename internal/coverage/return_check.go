package coverage

import (
	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/model"
)

// check works every identity of the return out in a second way: by scans that do not group, and by the indicators.
func (r *returns) check() {
	sum := 0
	for i, t := range r.out.Tables {
		layout := returnTables[i]
		for k, c := range t.Columns {
			_, units := r.count(func(s *model.SpanClass) bool {
				return tableOf(s) == t.Key && (c.Key == total || layout.column(s) == c.Key)
			})
			r.identity("各行之和 = 实体运营单位", "the rows sum to the operating units", &t.Key, &c.Key, partitionSum(t, k), units)
		}
		for _, row := range t.Rows {
			columns := 0
			for _, c := range row.Cells[1:] {
				columns += c.Units
			}
			r.identity("各列之和 = 合计："+row.Title, "the columns sum to the total of the row "+row.Key, &t.Key, nil, columns, row.Cells[0].Units)
		}
		sum += partitionSum(t, 0)
	}
	_, all := r.count(func(*model.SpanClass) bool { return true })
	r.identity("各表之和 = 全部实体运营单位", "the tables sum to all operating units", nil, nil, sum, all)
	r.checkIndicators()
}

// checkIndicators compares with the indicators that say the same where the policy leaves affiliated and combined set-ups
// supplementary.
func (r *returns) checkIndicators() {
	p := r.rules.Policy()
	if p.ReturnAffiliated.On(r.asOf) == indicator.Supplementary && p.ReturnCombined.On(r.asOf) == indicator.Supplementary {
		r.identity("单独与联合建立 = 组织覆盖率(公布口径)的分子", "own and joint = numerator of ORGANISATION_COVERAGE_RETURN", nil, nil,
			r.sumOf("OWN_COMMITTEE", "OWN_GENERAL_BRANCH", "OWN_BRANCH", "JOINT"), r.tally("ORGANISATION_COVERAGE_RETURN", model.ResultMet))
		if r.who.CanReadMemberFigures() {
			r.identity("应建尚未建立 = 应建已覆盖率的缺口", "due = gap of DUE_COVERED", nil, nil,
				r.sumOf("NOT_ESTABLISHED_DUE"), r.tally("DUE_COVERED", model.ResultUnmet))
		}
	}
	r.identity("已派党建指导员 = 已派指导员的分子", "instructors = numerator of INSTRUCTOR_SENT", nil, nil,
		r.sumOf("INSTRUCTOR"), r.tally("INSTRUCTOR_SENT", model.ResultMet))
}

func (r *returns) tally(key model.IndicatorKey, result model.Result) int {
	index, _ := r.rules.Index(key)
	_, whole := r.data.Count(r.asOf, r.base, &cube.Grouping{}, []cube.Ask{{Indicator: index, Weight: model.WeightUnits}})
	return int(whole.Tallies[0].By[result])
}

// sumOf sums rows over all tables.
func (r *returns) sumOf(keys ...string) (sum int) {
	for _, t := range r.out.Tables {
		for _, row := range t.Rows {
			for _, key := range keys {
				if row.Key == key {
					sum += row.Cells[0].Units
				}
			}
		}
	}
	return sum
}

// partitionSum sums the rows of the partition in a column.
func partitionSum(t *model.ReturnTable, column int) (sum int) {
	for _, row := range t.Rows {
		if !row.Supplementary && row.Key != total {
			sum += row.Cells[column].Units
		}
	}
	return sum
}

func (r *returns) identity(title, english string, table, column *string, left, right int) {
	r.out.Checks = append(r.out.Checks, &model.ReturnCheck{Title: title, TitleEnglish: english, Table: table, Column: column, Left: left, Right: right})
}
