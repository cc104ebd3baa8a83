package coverage

import (
	"context"
	"slices"

	"fugai/internal/access"
	"fugai/internal/plan"
	"fugai/model"
)

// planned are the indicators for whose gaps plans are made: a proposal makes a unit MET and never changes their population.
var planned = []model.IndicatorKey{"TWO_COVERAGES", "ORGANISATION_COVERAGE"}

// PlanQuery is a question for a plan.
type PlanQuery struct {
	Where       *model.UnitFilter
	Indicator   model.IndicatorKey
	RegionLevel *model.RegionLevel
	AsOf        *model.Date
	MinVersion  *model.DataVersion
}

// GapPlan proposes what would close the gaps of an indicator among the units that the viewer sees.
func (s *Service) GapPlan(ctx context.Context, query PlanQuery) (*model.GapPlan, error) {
	q, err := s.ask(ctx, query.AsOf, query.MinVersion)
	if err != nil {
		return nil, err
	}
	if err := q.who.Need(access.ReadMemberFigures, "gapPlan"); err != nil {
		return nil, err
	}
	index := q.index("indicator", query.Indicator)
	if len(q.faults) == 0 && !slices.Contains(planned, query.Indicator) {
		q.wrong("indicator", "there are no plans for %s; ask for TWO_COVERAGES or ORGANISATION_COVERAGE", query.Indicator)
	}
	p := &planning{question: q, PlanQuery: query, index: index}
	if err := p.check(); err != nil {
		return nil, err
	}
	return s.plans.once(p.key(), p.answer)
}

// planning is a plan on its way.
type planning struct {
	*question
	PlanQuery
	index  int
	shares *table
}

// check makes the table of shares ready, so that all faults of the question are told at once.
func (p *planning) check() error {
	p.shares = &table{question: p.question, TableQuery: TableQuery{Where: p.Where, GroupBy: []model.Dimension{model.DimensionRegion},
		RegionLevel: p.RegionLevel, AsOf: p.AsOf, Asks: []ShareAsk{{Of: p.Indicator, Weight: model.WeightUnits}}}}
	if err := p.shares.validate(); err != nil {
		return err
	}
	_, err := p.filter(p.Where, p.asOf)
	return err
}

func (p *planning) answer() (*model.GapPlan, error) {
	in, err := p.input()
	if err != nil {
		return nil, err
	}
	made := plan.Make(*in)
	out := &model.GapPlan{Indicator: p.rules.indicators[p.index], AsOf: p.asOf, DataVersion: p.data.Version, Gaps: len(in.Units)}
	closed := p.list(out, &made)
	return out, p.addShares(out, closed)
}

// list puts a plan into the model's words, and counts the closed gaps by leaf region.
func (p *planning) list(out *model.GapPlan, made *plan.Plan) (closed map[model.RegionID]int) {
	closed = map[model.RegionID]int{}
	steps, reasons := map[model.NextStep]*model.PlanStepCount{}, map[model.PlanReason]*model.PlanReasonCount{}
	out.Proposals = make([]model.Proposal, len(made.Proposals))
	for i := range made.Proposals {
		one := &made.Proposals[i]
		out.Proposals[i] = p.proposal(one)
		count(steps, one.Step, model.PlanStepCount{Step: one.Step}).Proposals++
		steps[one.Step].Units += len(one.Units)
		for _, u := range one.Units {
			closed[u.RegionID]++
			out.Closed++
		}
	}
	out.Open = make([]model.OpenGap, len(made.Open))
	for i, o := range made.Open {
		out.Open[i] = model.OpenGap{UnitID: o.Unit.ID, Code: o.Unit.Code, Reason: o.Reason, AsOf: p.asOf}
		count(reasons, o.Reason, model.PlanReasonCount{Reason: o.Reason}).Units++
	}
	out.Steps, out.Reasons = inOrder(model.AllNextStep(), steps), inOrder(model.AllPlanReason(), reasons)
	return closed
}

func (p *planning) proposal(one *plan.Proposal) model.Proposal {
	ids := make([]model.UnitID, len(one.Units))
	for i, u := range one.Units {
		ids[i] = u.ID
	}
	return model.Proposal{Step: one.Step, UnitIDs: ids, FirstCode: one.Units[0].Code, Basis: one.Basis, HostID: one.Host, Relation: one.Relation,
		InstructorID: one.Instructor, FullMembers: one.FullMembers, AsOf: p.asOf}
}

// count is the counter of a key, made at its first use.
func count[K comparable, V any](of map[K]*V, key K, first V) *V {
	if of[key] == nil {
		of[key] = &first
	}
	return of[key]
}

// inOrder are the counters of the keys that have one.
func inOrder[K comparable, V any](keys []K, of map[K]*V) (out []*V) {
	for _, k := range keys {
		if v := of[k]; v != nil {
			out = append(out, v)
		}
	}
	return out
}

// addShares adds the shares before, counted as every share is, and after: each closed gap goes from the gap to the numerator.
func (p *planning) addShares(out *model.GapPlan, closed map[model.RegionID]int) error {
	counted, err := p.shares.count(p.shares.days)
	if err != nil {
		return err
	}
	groups, nodes := p.shares.regionGroups(p.asOf)
	byGroup := map[model.RegionID]int{}
	for region, n := range closed {
		if int(region) < len(groups) && groups[region] >= 0 {
			byGroup[nodes[groups[region]].ID] += n
		}
	}
	answer := p.shares.answer(counted)
	out.Before, out.After = sharesOf(answer.Total, out.Closed)
	for _, row := range answer.Rows {
		r := &model.PlanRegion{Region: row.Region}
		r.Before, r.After = sharesOf(row, byGroup[row.Region.ID])
		out.Regions = append(out.Regions, r)
	}
	return nil
}

func sharesOf(row *model.CoverageRow, closed int) (before, after *model.PlanShare) {
	s := row.Shares[0]
	return planShare(*s.Numerator, *s.Denominator), planShare(*s.Numerator+closed, *s.Denominator)
}

func planShare(numerator, denominator int) *model.PlanShare {
	s := &model.PlanShare{Numerator: numerator, Denominator: denominator, Gap: denominator - numerator}
	if denominator > 0 {
		rate := float64(numerator) / float64(denominator)
		s.Rate = &rate
	}
	return s
}
