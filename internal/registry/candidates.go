package registry

import (
	"cmp"
	"slices"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// planCandidates reads the candidates that the batch names; new ones get their ids here, so that steps of the same batch can
// name them.
func (w *work) planCandidates() error {
	in := w.batch.Candidates
	if len(in)+len(w.batch.CandidateSteps) == 0 {
		return nil
	}
	w.candidates = newRows(store.Candidates, func(c *model.Candidate) string { return c.Code }, nil)
	var codes []string
	for i := range in {
		codes = append(codes, in[i].Code)
	}
	for i := range w.batch.CandidateSteps {
		codes = append(codes, w.batch.CandidateSteps[i].CandidateCode)
	}
	stored, err := w.v.CandidatesByCode(uniqueKeys(codes))
	if err != nil {
		return err
	}
	for _, c := range stored {
		w.candidates.load([]model.Candidate{c})
	}
	next, err := store.NextIDs(w.tx, store.Candidates, len(in))
	if err != nil {
		return err
	}
	o := inputs(w, "Candidates", in, func(c *model.CandidateInput) *model.Origin { return &c.Origin })
	seen := map[string]int{}
	each(w, o, in, func(p place, c *model.CandidateInput) {
		p.candidate(c, seen, model.CandidateID(next+int64(p.index)))
	})
	return nil
}

func (p place) candidate(in *model.CandidateInput, seen map[string]int, id model.CandidateID) {
	if !p.code("code", in.Code, "the candidate's code") {
		return
	}
	onceOnly(p, seen, in.Code, "code")
	p.shorter("person_code", in.PersonCode, maxCode)
	p.name(in.Name, "the candidate's name")
	if in.Direction == 0 || in.Direction == model.DirectionMasked {
		p.fault("direction", CodeRequired, "the direction is missing; write BACKBONE_TO_MEMBER, MEMBER_TO_BACKBONE or BACKBONE_TO_MANAGEMENT")
	}
	if in.BegunOn == 0 {
		p.fault("begun_on", CodeRequired, "the day on which the direction began is missing; fill it in")
	}
	if in.PlannedOn != 0 && in.PlannedOn < in.BegunOn {
		p.fault("planned_on", CodeEndBeforeBegin, "the plan date %s is before the begin %s; correct one of the two", in.PlannedOn, in.BegunOn)
	}
	unit := p.unit("unit_code", in.UnitCode)
	if p.bad() {
		return
	}
	p.w.namedAt[in.Code] = p
	p.done(p.w.candidates.put(in.Code, func(c *model.Candidate) {
		if c.ID == 0 {
			c.ID = id
		}
		c.Code, c.PersonCode, c.UnitID, c.Name = in.Code, in.PersonCode, unit.id, in.Name
		c.Direction, c.BegunOn, c.PlannedOn = in.Direction, in.BegunOn, in.PlannedOn
	}))
}

type stepKey struct {
	candidate model.CandidateID
	kind      model.StepKind
	on        model.Date
}

func (w *work) planSteps() error {
	in := w.batch.CandidateSteps
	if len(in) == 0 {
		return nil
	}
	w.steps = newRows(store.CandidateSteps, func(s *model.CandidateStep) stepKey { return stepKey{s.CandidateID, s.Kind, s.On} },
		func(s *model.CandidateStep, id int64) { s.ID = model.StepID(id) })
	var ids []model.CandidateID
	for _, r := range w.candidates.order {
		ids = append(ids, r.now.ID)
	}
	stored, err := store.CurrentBy(w.v, store.CandidateSteps, "candidate_id", ids)
	if err != nil {
		return err
	}
	w.steps.load(stored)
	for _, r := range w.steps.order {
		w.stepsOf[r.now.CandidateID] = append(w.stepsOf[r.now.CandidateID], r)
	}
	policy, err := w.policy()
	if err != nil {
		return err
	}
	o := inputs(w, "CandidateSteps", in, func(s *model.CandidateStepInput) *model.Origin { return &s.Origin })
	seen := map[stepKey]int{}
	for _, i := range inOrder(in) {
		place{w, o, i, &in[i].Origin}.step(&in[i], seen, policy)
	}
	return nil
}

// inOrder are the steps in the order in which they happened, because whether one was in order depends on those before.
func inOrder(in []model.CandidateStepInput) []int {
	order := make([]int, len(in))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(in[a].On, in[b].On), cmp.Compare(in[a].Kind, in[b].Kind))
	})
	return order
}

func (p place) step(in *model.CandidateStepInput, seen map[stepKey]int, policy *indicator.Policy) {
	c := p.w.candidates.only(in.CandidateCode)
	switch {
	case in.CandidateCode == "":
		p.fault("candidate_code", CodeRequired, "the candidate's code is missing; fill it in")
	case c == nil:
		p.fault("candidate_code", CodeUnknownCandidate, "there is no candidate %s; import the candidates first or correct the code", in.CandidateCode)
	}
	p.checkStep(in)
	if p.bad() {
		return
	}
	if _, named := p.w.namedAt[in.CandidateCode]; !named {
		p.w.namedAt[in.CandidateCode] = p
	}
	k := stepKey{c.now.ID, in.Kind, in.On}
	if onceOnly(p, seen, k, "on"); p.bad() {
		return
	}
	if in.Void {
		p.withdraw(p.w.steps.drop(k))
		return
	}
	p.record(in, k, &c.now, policy)
}

// record records a step, where the rules of admission do not refuse it. One that is stored already stays without a question.
func (p place) record(in *model.CandidateStepInput, k stepKey, c *model.Candidate, policy *indicator.Policy) {
	set := func(s *model.CandidateStep) {
		s.CandidateID, s.Kind, s.On, s.Until = k.candidate, in.Kind, in.On, in.Until
		s.Amount, s.AmountUnit, s.Outcome, s.Document, s.Note = in.Amount, in.AmountUnit, in.Outcome, in.Document, in.Note
	}
	r := p.w.steps.only(k)
	var next model.CandidateStep
	if r != nil {
		next = r.now
	}
	set(&next)
	if r != nil && r.now == next {
		p.done(unchanged)
		return
	}
	if err := policy.CheckStep(c, p.w.liveSteps(k.candidate), next); err != nil {
		p.fault("kind", CodeStep, "%v", err)
		return
	}
	p.done(p.w.steps.put(k, set))
	if r == nil {
		p.w.stepsOf[k.candidate] = append(p.w.stepsOf[k.candidate], p.w.steps.only(k))
	}
}

// liveSteps are the steps of a candidate as the batch makes them.
func (w *work) liveSteps(id model.CandidateID) (out []model.CandidateStep) {
	for _, r := range w.stepsOf[id] {
		if !r.gone {
			out = append(out, r.now)
		}
	}
	return out
}

// checkStep looks at the fields of a step by its kind.
func (p place) checkStep(in *model.CandidateStepInput) {
	if in.Kind == 0 || in.Kind == model.StepKindMasked {
		p.fault("kind", CodeRequired, "the kind of the step is missing; fill it in, for example APPLIED")
	}
	if in.On == 0 {
		p.fault("on", CodeRequired, "the day of the step is missing; fill it in")
	}
	if in.Until != 0 && in.Until < in.On {
		p.fault("until", CodeEndBeforeBegin, "the last day %s is before the first %s; correct one of the two", in.Until, in.On)
	}
	if in.Kind == model.StepKindEnded && (in.Outcome == 0 || in.Outcome == model.OutcomeMasked) {
		p.fault("outcome", CodeStep, "a direction that ended needs its outcome; write COMPLETED, WITHDREW, DISCONTINUED or MOVED")
	}
	if in.Kind != model.StepKindEnded && in.Outcome != 0 {
		p.fault("outcome", CodeStep, "only a step of kind ENDED has an outcome; leave it empty")
	}
	switch in.AmountUnit {
	case "", "DAYS", "HOURS", "MONTHS":
	default:
		p.fault("amount_unit", CodeStep, "%q is no unit of an amount; write DAYS, HOURS or MONTHS", in.AmountUnit)
	}
	if in.Amount < 0 || (in.Amount > 0) != (in.AmountUnit != "") {
		p.fault("amount", CodeStep, "an amount is 1 or more and has a unit; fill in both or none")
	}
	p.fits("document", in.Document)
	p.fits("note", in.Note)
}
