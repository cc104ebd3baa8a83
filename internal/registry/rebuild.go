package registry

import (
	"context"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// EnsureRuleSet makes the first rule set, from the default policy, and builds the stored policy's set anew where this
// binary's catalogue is another one. A server calls it before it is ready.
func (r *Registry) EnsureRuleSet(ctx context.Context, recorder string) error {
	st, err := r.store.State(ctx)
	if err != nil {
		return err
	}
	if st.RuleSetID == 0 {
		return r.Rebuild(ctx, indicator.DefaultPolicyText(), recorder, nil)
	}
	stored, err := store.Get(ctx, r.store, func(v *store.View) (*model.StoredRuleSet, error) { return v.RuleSet(st.RuleSetID) })
	if err != nil {
		return err
	}
	return r.Rebuild(ctx, stored.Policy, recorder, nil)
}

// SetPolicy checks a policy, builds its rule set beside the served one and switches.
func (r *Registry) SetPolicy(ctx context.Context, text, recorder string) error {
	return r.Rebuild(ctx, text, recorder, nil)
}

// Policy is the text of the policy in force.
func (r *Registry) Policy(ctx context.Context) (string, error) {
	var text string
	err := r.store.View(ctx, func(v *store.View) error {
		if v.State.RuleSetID == 0 {
			text = indicator.DefaultPolicyText()
			return nil
		}
		stored, err := v.RuleSet(v.State.RuleSetID)
		if err == nil {
			text = stored.Policy
		}
		return err
	})
	return text, err
}

// Building tells how far a build is: up to which subject of which kind the spans stand.
type Building struct {
	Subject model.Subject
	Last    model.SubjectID
}

// Rebuild builds the rule set of a policy and this binary's catalogue beside the served one, in batches, and switches by one
// row. A build that was interrupted goes on where it stood. Where the served set computes the same spans already, only the text
// of the policy is put in force. progress may be nil; it is told before each batch is committed.
func (r *Registry) Rebuild(ctx context.Context, policy, recorder string, progress func(Building)) error {
	return r.build(ctx, policy, recorder, false, progress)
}

// Repair builds the served rule set anew: the mend for spans that a check found wrong.
func (r *Registry) Repair(ctx context.Context, recorder string) error {
	policy, err := r.Policy(ctx)
	if err != nil {
		return err
	}
	return r.build(ctx, policy, recorder, true, nil)
}

func (r *Registry) build(ctx context.Context, policy, recorder string, anew bool, progress func(Building)) error {
	parsed, err := indicator.ParsePolicy(policy)
	if err != nil {
		return err
	}
	rules := indicator.NewRuleSet(parsed)
	id, old, err := r.startBuild(ctx, rules.Hash(), policy, recorder, anew)
	if err != nil || id == 0 {
		return err
	}
	for done := false; !done; {
		err := r.store.Update(ctx, func(tx *store.Tx) (err error) {
			var at Building
			done, at, err = r.buildSome(tx, id, rules)
			if progress != nil {
				progress(at)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return r.dropSpans(ctx, old)
}

// startBuild finds or makes the rule set to build; id 0 means that it is served already. old are sets whose spans are of no
// use afterwards.
func (r *Registry) startBuild(ctx context.Context, hash, policy, recorder string, anew bool) (id model.RuleSetID, old []model.RuleSetID, err error) {
	err = r.store.Update(ctx, func(tx *store.Tx) error {
		st := tx.State
		if st.RuleSetID != 0 {
			served, err := tx.RuleSet(st.RuleSetID)
			switch {
			case err != nil:
				return err
			case served.Hash == hash && !anew && served.Policy != policy:
				return tx.AddPolicy(served.ID, policy, recorder)
			case served.Hash == hash && !anew:
				return nil
			}
			old = append(old, st.RuleSetID)
		}
		if st.BuildingRuleSetID != 0 {
			building, err := tx.RuleSet(st.BuildingRuleSetID)
			if err != nil {
				return err
			}
			if building.Hash == hash {
				id = building.ID
				return nil
			}
			old = append(old, building.ID)
		}
		if id, err = tx.AddRuleSet(hash, policy, recorder); err != nil {
			return err
		}
		return tx.SetBuilding(id)
	})
	return id, old, err
}

// buildSome writes the spans of the next subjects of a set, units first, and switches to it when there are none left. Subjects without
// facts have no spans, so it goes on until it has written some. Units that came while organisations were built are behind the last unit
// with spans, and taken in by the next call.
func (r *Registry) buildSome(tx *store.Tx, id model.RuleSetID, rules *indicator.RuleSet) (done bool, at Building, err error) {
	if tx.State.RuleSetID == id {
		return true, at, nil
	}
	if tx.State.BuildingRuleSetID != id {
		return false, at, model.Conflict("policy", "another rule set is being built meanwhile; set the policy again when it stands")
	}
	for _, of := range model.AllSubject() {
		at.Subject = of
		if at.Last, err = tx.LastSpanSubject(of, id); err != nil {
			return false, at, err
		}
		for {
			spans, last, err := nextSpans(tx.View, of, at.Last, rules)
			if err != nil {
				return false, at, err
			}
			if last == 0 {
				break
			}
			at.Last = last
			if len(spans) > 0 {
				return false, at, tx.WriteSubjectSpans(of, id, spans)
			}
		}
	}
	return true, at, tx.SwitchRuleSet(id)
}

// nextSpans computes the spans of the next subjects after one, and tells the last of them; 0 when there are none.
func nextSpans(v *store.View, of model.Subject, after model.SubjectID, rules *indicator.RuleSet) ([]model.Span, model.SubjectID, error) {
	if of == model.SubjectUnit {
		ids, err := v.UnitIDsAfter(model.UnitID(after), spanBatch)
		if err != nil || len(ids) == 0 {
			return nil, 0, err
		}
		list, err := storedHistories(v)(ids)
		return spansOf(rules, list), model.SubjectID(ids[len(ids)-1]), err
	}
	ids, err := nextSubjects(v, of, after)
	if err != nil || len(ids) == 0 {
		return nil, 0, err
	}
	spans, err := subjectSpans(v, of, ids)
	return spans(rules), ids[len(ids)-1], err
}

// nextSubjects are the organisations or instructors after one that make a batch; none at the end.
func nextSubjects(v *store.View, of model.Subject, after model.SubjectID) ([]model.SubjectID, error) {
	ids, err := v.SubjectIDsAfter(of, after, subjectBatch)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	n, err := portion(v, of, ids)
	return ids[:n], err
}

// dropSpans deletes the spans of sets that are not served any more, some subjects at a time.
func (r *Registry) dropSpans(ctx context.Context, sets []model.RuleSetID) error {
	for _, id := range sets {
		for _, of := range model.AllSubject() {
			for more := true; more; {
				err := r.store.Update(ctx, func(tx *store.Tx) (err error) {
					more, err = tx.DeleteRuleSetSpans(of, id, spanBatch)
					return err
				})
				if err != nil {
					return err
				}
			}
		}
	}
	return nil
}
