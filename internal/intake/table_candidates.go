package intake

import "fugai/model"

type candidate = model.CandidateInput

var candidateTable = def[candidate]{
	name: "candidates", title: "三向培养对象", field: "Candidates", stage: stageCandidates, partition: "code",
	columns: []column[candidate]{
		col("code", "培养对象编号", "P0001", codeOf(func(c *candidate) *string { return &c.Code }), "candidate_code", "编号", "代码").required(),
		col("person_code", "人员编号", "R0001", codeOf(func(c *candidate) *string { return &c.PersonCode }), "教师编号", "工号").note("同一人的几个培养方向用同一编号。 The same for all directions of one person."),
		col("unit_code", "统一社会信用代码", "12350100M0001007XX", creditOf(func(c *candidate) *model.CreditCode { return &c.UnitCode }), "学校代码", "单位代码", "credit_code").required(),
		col("name", "姓名", "演示教师", textOf(longText, func(c *candidate) *string { return &c.Name }), "教师姓名").required(),
		enumCol("direction", "培养方向", "BACKBONE_TO_MEMBER", directionWords, func(c *candidate) *model.Direction { return &c.Direction }, "方向").required(),
		col("begun_on", "开始日期", "2025-09-01", dateOf(func(c *candidate) *model.Date { return &c.BegunOn }), "起始日期", "列入日期").required(),
		col("planned_on", "计划完成日期", "", dateOf(func(c *candidate) *model.Date { return &c.PlannedOn }), "计划日期").note("培养成骨干、培养成管理人员两个方向填写。 Of the directions to backbone and to management."),
	},
	list:   func(b *model.Batch) *[]candidate { return &b.Candidates },
	origin: func(c *candidate) *model.Origin { return &c.Origin },
	settle: func(c *candidate, h *header) []*fault {
		return endAfterBegin(c.BegunOn, c.PlannedOn, h, "begun_on", "planned_on")
	},
	key: func(c *candidate) string { return c.Code },
}.table()

type step = model.CandidateStepInput

var candidateStepTable = def[step]{
	name: "candidate_steps", title: "培养步骤", field: "CandidateSteps", stage: stageCandidates, partition: "candidate_code",
	columns: []column[step]{
		col("candidate_code", "培养对象编号", "P0001", codeOf(func(s *step) *string { return &s.CandidateCode }), "培养对象代码").required(),
		enumCol("kind", "步骤", "APPLIED", stepWords, func(s *step) *model.StepKind { return &s.Kind }, "培养步骤", "step", "环节").required(),
		col("on", "日期", "2025-09-10", dateOf(func(s *step) *model.Date { return &s.On }), "步骤日期", "办理日期").required(),
		col("until", "截止日期", "", dateOf(func(s *step) *model.Date { return &s.Until }), "结束日期").note("公示或培训的最后一天（含当日）。 Last day, inclusive, of a public notice or training."),
		col("amount", "数量", "", func(s *step, cell string, _ *cellContext) *fault {
			n, f := count(cell)
			s.Amount = int32(n.Int())
			return f
		}, "时长").note("培训天数或学时数，延长预备期的月数。 Days or hours of training, months of an extension."),
		col("amount_unit", "数量单位", "", amountUnitOf, "单位").note("天、学时或月。 DAYS (天), HOURS (学时) or MONTHS (月)."),
		enumCol("outcome", "培养结果", "", outcomeWords, func(s *step) *model.Outcome { return &s.Outcome }, "结果"),
		col("document", "文号", "", textOf(longText, func(s *step) *string { return &s.Document }), "决定文号"),
		col("note", "备注", "", textOf(longText, func(s *step) *string { return &s.Note }), "说明"),
		voidOf(func(s *step) *bool { return &s.Void }),
	},
	list:   func(b *model.Batch) *[]step { return &b.CandidateSteps },
	origin: func(s *step) *model.Origin { return &s.Origin },
	settle: func(s *step, h *header) []*fault {
		if s.Until == 0 || s.Until >= s.On {
			return nil
		}
		return []*fault{faultf(CodeEndBeforeBegin, "the last day %s lies before the first %s", s.Until, s.On).at(h.title("until"))}
	},
	key: func(s *step) string { return joinKey(s.CandidateCode, s.Kind.String(), s.On.String()) },
}.table()

func amountUnitOf(s *step, cell string, _ *cellContext) *fault {
	unit, ok := map[string]string{
		"DAYS": "DAYS", "天": "DAYS", "日": "DAYS", "HOURS": "HOURS", "学时": "HOURS", "小时": "HOURS", "MONTHS": "MONTHS", "月": "MONTHS", "个月": "MONTHS",
	}[cell]
	if !ok {
		return faultf(CodeEnum, "%q is no unit of an amount; use DAYS (天), HOURS (学时) or MONTHS (月)", cell)
	}
	s.AmountUnit = unit
	return nil
}
