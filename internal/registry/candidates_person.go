package registry

import (
	"cmp"
	"maps"
	"slices"

	"fugai/internal/store"
	"fugai/model"
)

// planPersons finds persons with two pending directions on a day. A batch that holds candidates and steps together is refused;
// in an import, whose steps come in a file of their own behind the candidates, it is a warning.
func (w *work) planPersons() error {
	if w.candidates == nil {
		return nil
	}
	candidates, err := w.directionsOfPersons()
	if err != nil || len(candidates) == 0 {
		return err
	}
	steps, err := w.stepsOfPersons(candidates)
	if err != nil {
		return err
	}
	policy, err := w.policy()
	if err != nil {
		return err
	}
	of := map[string][]pendingTime{}
	for i := range candidates {
		c := &candidates[i]
		p := policy.Cultivation(c, steps[c.ID], lastDay(c, steps[c.ID]))
		of[c.PersonCode] = append(of[c.PersonCode], pendingTime{c, pendingFrom(c, steps[c.ID]), end(p.EndedOn)})
	}
	for _, person := range slices.Sorted(maps.Keys(of)) {
		w.onePending(of[person])
	}
	return nil
}

// pendingTime is the time in which a candidate is pending; the end is exclusive, because the next direction may begin that day.
type pendingTime struct {
	*model.Candidate
	from, to model.Date
}

// pendingFrom is the begin of a direction, which may be the application.
func pendingFrom(c *model.Candidate, steps []model.CandidateStep) model.Date {
	from := c.BegunOn
	for i := range steps {
		if steps[i].Kind == model.StepKindApplied {
			from = min(from, steps[i].On)
		}
	}
	return from
}

// lastDay is the day on which the last step is known.
func lastDay(c *model.Candidate, steps []model.CandidateStep) model.Date {
	last := c.BegunOn
	for i := range steps {
		last = max(last, steps[i].On)
	}
	return last
}

// directionsOfPersons are all directions of the persons that the batch names, as the batch makes them.
func (w *work) directionsOfPersons() ([]model.Candidate, error) {
	var persons []string
	byCode := map[string]model.Candidate{}
	for _, r := range w.candidates.order {
		if byCode[r.now.Code] = r.now; r.now.PersonCode != "" {
			persons = append(persons, r.now.PersonCode)
		}
	}
	if len(persons) == 0 {
		return nil, nil
	}
	stored, err := w.v.CandidatesOfPersons(uniqueKeys(persons))
	if err != nil {
		return nil, err
	}
	for _, c := range stored {
		if _, named := byCode[c.Code]; !named {
			byCode[c.Code] = c
		}
	}
	var out []model.Candidate
	for _, c := range byCode {
		if c.PersonCode != "" {
			out = append(out, c)
		}
	}
	return out, nil
}

// stepsOfPersons are the steps of candidates: those of the batch where it has any, and the stored ones of the others.
func (w *work) stepsOfPersons(candidates []model.Candidate) (map[model.CandidateID][]model.CandidateStep, error) {
	out := map[model.CandidateID][]model.CandidateStep{}
	var ids []model.CandidateID
	for i := range candidates {
		id := candidates[i].ID
		if len(w.batch.CandidateSteps) > 0 && w.candidates.only(candidates[i].Code) != nil {
			out[id] = w.liveSteps(id)
			continue
		}
		ids = append(ids, id)
	}
	stored, err := store.CurrentBy(w.v, store.CandidateSteps, "candidate_id", ids)
	for _, s := range stored {
		out[s.CandidateID] = append(out[s.CandidateID], s)
	}
	return out, err
}

// onePending reports each direction that begins before an earlier one of the person has ended.
func (w *work) onePending(list []pendingTime) {
	slices.SortFunc(list, func(a, b pendingTime) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.Code, b.Code)) })
	for i := 1; i < len(list); i++ {
		before, c := &list[i-1], &list[i]
		if c.from >= before.to || c.from >= c.to {
			continue
		}
		p, ok := w.namedAt[c.Code]
		if !ok {
			p, ok = w.namedAt[before.Code]
		}
		if !ok {
			continue // both were stored like this before
		}
		report := p.fault
		if w.how.SkipFaulty {
			report = p.warn
		}
		report("person_code", CodePending,
			"%s and %s are of the same person and both pending on %s; record the end of the first before the second begins, or correct the person's code",
			before.Code, c.Code, c.from)
	}
}
