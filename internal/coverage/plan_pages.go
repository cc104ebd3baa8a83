package coverage

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"

	"fugai/model"
)

// Proposals is a page of the proposals of a plan; steps nil is all of them.
func (s *Service) Proposals(ctx context.Context, p *model.GapPlan, steps []model.NextStep, page model.Page) (*model.ProposalConnection, error) {
	list := keep(p.Proposals, func(one *model.Proposal) bool { return steps == nil || slices.Contains(steps, one.Step) })
	return planPage(ctx, s, p, list, page, "proposals", func(one *model.Proposal) model.CreditCode { return one.FirstCode },
		func(one *model.Proposal) { one.Message = proposalMessage(one) })
}

// OpenGaps is a page of the gaps of a plan that have no proposal; reasons nil is all of them.
func (s *Service) OpenGaps(ctx context.Context, p *model.GapPlan, reasons []model.PlanReason, page model.Page) (*model.OpenGapConnection, error) {
	list := keep(p.Open, func(one *model.OpenGap) bool { return reasons == nil || slices.Contains(reasons, one.Reason) })
	return planPage(ctx, s, p, list, page, "open", func(one *model.OpenGap) model.CreditCode { return one.Code },
		func(one *model.OpenGap) { one.Message = openMessage(one.Reason) })
}

func keep[T any](list []T, fits func(*T) bool) []*T {
	out := make([]*T, 0, len(list))
	for i := range list {
		if fits(&list[i]) {
			out = append(out, &list[i])
		}
	}
	return out
}

// planPage is a page of a list of a plan in the order of credit codes, put into words. The plan itself stays as it is.
func planPage[T any](
	ctx context.Context, s *Service, p *model.GapPlan, list []*T, page model.Page, name string,
	code func(*T) model.CreditCode, say func(*T),
) (*model.Connection[T], error) {
	q, err := s.ask(ctx, &p.AsOf, nil)
	if err != nil {
		return nil, err
	}
	m := openPage[model.CreditCode](q, page, name)
	if err := q.faults.OrNil(); err != nil {
		return nil, err
	}
	codes := make([]model.CreditCode, len(list))
	for i, one := range list {
		codes[i] = code(one)
	}
	part, at, before, more := m.cut(codes, cmp.Compare[model.CreditCode])
	first := 0
	if len(part) > 0 {
		first, _ = slices.BinarySearch(codes, part[0])
	}
	nodes := make([]*T, len(part))
	for i := range part {
		said := *list[first+i]
		say(&said)
		nodes[i] = &said
	}
	out := connect(q, nodes, len(list), more, before, at)
	out.DataVersion = p.DataVersion
	return out, nil
}

// basisWords say what the units of a joint branch have in common.
var basisWords = map[model.PlanBasis]string{
	model.PlanBasisZone: "同一园区", model.PlanBasisTownship: "同一乡镇街道", model.PlanBasisIndustry: "同县同行业",
}

// proposalMessage says a proposal in Chinese; names are fields of their own.
func proposalMessage(p *model.Proposal) string {
	switch p.Step {
	case model.NextStepStandAlone:
		return fmt.Sprintf("正式党员%d名，应单独组建党支部", p.FullMembers)
	case model.NextStepJoin:
		return fmt.Sprintf("%s%d家单位联合组建党支部，正式党员合计%d名", basisWords[p.Basis], len(p.UnitIDs), p.FullMembers)
	case model.NextStepAffiliate:
		return fmt.Sprintf("挂靠%s，正式党员%d名", p.Relation.Title(), p.FullMembers)
	case model.NextStepCombined:
		return fmt.Sprintf("成立兼合式党组织，可参加的正式党员%d名，组织关系不转移；成立前核实其正式党员身份", p.FullMembers)
	}
	return "选派党建指导员"
}

// openMessage says in Chinese why a gap has no proposal, and what to do first.
func openMessage(r model.PlanReason) string {
	switch r {
	case model.PlanReasonMembersNotReported:
		return "党员人数未报，先补报党员人数"
	case model.PlanReasonNoNeighbours:
		return "周边待联合单位的正式党员合计不足，或联合党支部已达覆盖单位数上限；按规定培养，待条件具备再联合"
	case model.PlanReasonNoHost:
		return "周边无法联合，也没有可挂靠的业务主管单位、园区、社区或乡镇街道党组织"
	case model.PlanReasonNoInstructorCapacity:
		return "本县及以上在任党建指导员联系单位数均已达上限；可依法推动建立工会、共青团组织，或增派指导员"
	case model.PlanReasonOnlyWorkCoverage:
		return "没有党员，只可先做工作覆盖，本指标不计入工作覆盖"
	case model.PlanReasonStepNotCounted:
		return "可行的组建方式按政策不计入组织覆盖"
	}
	return "政策的下一步表未列可提方案的步骤"
}

// planCache keeps the last plan, so that paging through a large one makes it once. A plan depends on nothing but its key.
type planCache struct {
	mu   sync.Mutex
	key  string
	plan *model.GapPlan
}

func (c *planCache) once(key string, plan func() (*model.GapPlan, error)) (*model.GapPlan, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.plan != nil && c.key == key {
		return c.plan, nil
	}
	made, err := plan()
	if err == nil {
		c.key, c.plan = key, made
	}
	return made, err
}

// key names everything that the plan follows from: data, rules, question and what the viewer sees.
func (p *planning) key() string {
	text, _ := json.Marshal([]any{p.data.Version, p.data.RuleSet, p.asOf, p.Indicator, p.RegionLevel, p.who.Region, p.who.RegionCode, p.Where})
	return string(text)
}
