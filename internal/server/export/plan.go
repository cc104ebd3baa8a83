package export

import (
	"context"
	"slices"

	"fugai/internal/coverage"
	"fugai/model"
)

// plan answers a plan as a task list: a row a unit of each proposal. Who answers for a task, until when and whether it is done are
// columns to be filled in.
func (h *handler) plan(ctx context.Context, p *params) (*sheet, error) {
	query := coverage.PlanQuery{
		Where: p.filter(), Indicator: orElse(p, "indicator", parseKey, "TWO_COVERAGES"), AsOf: single(p, "asOf", model.ParseDate),
		MinVersion: single(p, "minVersion", parseVersion),
	}
	steps := list(p, "steps", model.ParseNextStep)
	answer, err := h.service.GapPlan(ctx, query)
	if err != nil {
		return nil, err
	}
	s := &sheet{name: "plan-" + string(query.Indicator), title: "任务清单_" + answer.Indicator.Title, asOf: answer.AsOf, version: answer.DataVersion}
	for _, counted := range answer.Steps {
		if steps == nil || slices.Contains(steps, counted.Step) {
			s.rows += counted.Units
		}
	}
	r := &taskReader{service: h.service, ctx: ctx, plan: answer, steps: steps}
	return fill(s, taskColumns, r.each), nil
}

// task is a unit of a proposal, with what stands beside it.
type task struct {
	*model.Proposal
	// number is that of the proposal in the file: units that join share it.
	number     int
	unit       *model.Unit
	host       *model.Organisation // nil where none is needed or near
	instructor *model.Instructor   // nil for other steps, and outside the scope
}

// taskReader reads a plan page by page, so that a large one is never in memory with all its relations.
type taskReader struct {
	service *coverage.Service
	ctx     context.Context
	plan    *model.GapPlan
	steps   []model.NextStep
}

func (r *taskReader) each(to func(*task) error) error {
	size, number := coverage.LongestPage, 0
	for {
		page, err := r.service.Proposals(r.ctx, r.plan, r.steps, model.Page{First: &size, Offset: &number})
		if err != nil || len(page.Nodes()) == 0 {
			return err
		}
		beside, err := r.relations(page.Nodes())
		if err != nil {
			return err
		}
		for _, one := range page.Nodes() {
			number++
			for _, id := range one.UnitIDs {
				t := task{one, number, beside.units[id], beside.hosts[one.HostID], beside.instructors[one.InstructorID]}
				if err := to(&t); err != nil {
					return err
				}
			}
		}
	}
}

// relations are what stands beside the proposals of a page.
type relations struct {
	units       map[model.UnitID]*model.Unit
	hosts       map[model.OrganisationID]*model.Organisation
	instructors map[model.InstructorID]*model.Instructor
}

func (r *taskReader) relations(page []*model.Proposal) (found relations, err error) {
	var units []model.UnitID
	var hosts []model.OrganisationID
	var instructors []model.InstructorID
	for _, one := range page {
		units = append(units, one.UnitIDs...)
		if one.HostID != 0 {
			hosts = append(hosts, one.HostID)
		}
		if one.InstructorID != 0 {
			instructors = append(instructors, one.InstructorID)
		}
	}
	if found.units, err = r.service.UnitsAt(r.ctx, units, r.plan.AsOf); err != nil {
		return found, err
	}
	if found.hosts, err = r.service.OrganisationsAt(r.ctx, hosts, r.plan.AsOf); err != nil {
		return found, err
	}
	found.instructors, err = r.service.InstructorsAt(r.ctx, instructors, r.plan.AsOf)
	return found, err
}

type taskColumn = column[task]

// ofHost and ofInstructor are empty where a proposal has none.
func ofHost(of func(*model.Organisation) string) func(*task) cell {
	return func(t *task) cell {
		if t.host == nil {
			return cell{}
		}
		return textCell(of(t.host))
	}
}

func ofInstructor(of func(*model.Instructor) string) func(*task) cell {
	return func(t *task) cell {
		if t.instructor == nil {
			return cell{}
		}
		return textCell(of(t.instructor))
	}
}

func toFillIn(*task) cell { return cell{} }

var taskColumns = join(
	[]taskColumn{
		{"asOf", "截至", func(t *task) cell { return dayCell(t.AsOf) }},
		{"task", "任务序号", func(t *task) cell { return wholeCell(t.number) }},
	},
	terms("step", "步骤", func(t *task) model.NextStep { return t.Step }),
	[]taskColumn{
		{"creditCode", "统一社会信用代码", func(t *task) cell { return textCell(string(t.unit.CreditCode)) }},
		{"name", "单位名称", func(t *task) cell { return textCell(t.unit.Name) }},
	},
	terms("domain", "领域", func(t *task) model.Domain { return t.unit.Domain }),
	[]taskColumn{
		{"regionCode", "行政区划代码", func(t *task) cell { return textCell(string(t.unit.Region.Code)) }},
		{"regionName", "行政区划", func(t *task) cell { return textCell(t.unit.Region.Name) }},
		{"units", "涉及单位数", func(t *task) cell { return wholeCell(len(t.UnitIDs)) }},
	},
	terms("basis", "联合依据", func(t *task) model.PlanBasis { return t.Basis }),
	[]taskColumn{
		{"hostCode", "依托党组织代码", ofHost(codeOf)},
		{"hostName", "依托党组织", ofHost(nameOf)},
	},
	terms("hostRelation", "依托关系", func(t *task) model.PlanHost { return t.Relation }),
	[]taskColumn{
		{"instructorCode", "指导员编号", ofInstructor(func(i *model.Instructor) string { return i.Code })},
		{"instructorName", "指导员", ofInstructor(func(i *model.Instructor) string { return i.Name })},
		{"fullMembers", "正式党员合计", func(t *task) cell { return wholeCell(t.FullMembers) }},
		{"proposal", "方案说明", func(t *task) cell { return textCell(t.Message) }},
		{"responsible", "责任人", toFillIn},
		{"dueOn", "完成期限", toFillIn},
		{"done", "完成情况", toFillIn},
	},
)
