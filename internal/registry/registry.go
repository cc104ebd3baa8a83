// Package registry is the write side: it takes batches of inputs by natural keys, checks them, and in one transaction writes
// the facts that changed, the spans of every unit that they touch and the log of changes.
package registry

import (
	"context"
	"fmt"
	"sync"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// Registry writes. It is safe for concurrent use; the store lets one write at a time.
type Registry struct {
	store *store.Store

	mu    sync.Mutex
	rules map[model.RuleSetID]*indicator.RuleSet
}

// New is a registry on a migrated store. EnsureRuleSet must have run once before it takes batches.
func New(s *store.Store) *Registry {
	return &Registry{store: s, rules: map[model.RuleSetID]*indicator.RuleSet{}}
}

// Apply applies a batch as one commit, all or nothing; see model.Apply. Faults of the inputs are in the answer, not in the error.
func (r *Registry) Apply(ctx context.Context, batch *model.Batch, how model.Apply) (model.Applied, error) {
	s, err := r.Begin(ctx, how.DryRun)
	if err != nil {
		return model.Applied{}, err
	}
	defer s.Close()
	return s.Apply(batch, how)
}

// ruleSets are the sets whose spans a transaction keeps: the served one, and the one that is being built.
func (r *Registry) ruleSets(v *store.View) ([]ruleSet, error) {
	st := v.State
	if st.RuleSetID == 0 {
		return nil, &model.Error{Code: model.CodeUnavailable, Message: "the database has no rule set yet; start with fugai serve, or set a policy"}
	}
	rules, err := r.ruleSet(v, st.RuleSetID)
	if err != nil {
		return nil, err
	}
	sets := []ruleSet{{id: st.RuleSetID, rules: rules}}
	if st.BuildingRuleSetID == 0 {
		return sets, nil
	}
	building, err := r.ruleSet(v, st.BuildingRuleSetID)
	if err != nil {
		return nil, err
	}
	upTo := map[model.Subject]model.SubjectID{}
	for _, of := range model.AllSubject() {
		if upTo[of], err = v.LastSpanSubject(of, st.BuildingRuleSetID); err != nil {
			return nil, err
		}
	}
	return append(sets, ruleSet{id: st.BuildingRuleSetID, rules: building, upTo: upTo}), nil
}

// ruleSet reads a stored rule set. One that another catalogue made cannot be kept by this binary.
func (r *Registry) ruleSet(v *store.View, id model.RuleSetID) (*indicator.RuleSet, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if rules := r.rules[id]; rules != nil {
		return rules, nil
	}
	stored, err := v.RuleSet(id)
	if err != nil {
		return nil, err
	}
	policy, err := indicator.ParsePolicy(stored.Policy)
	if err != nil {
		return nil, fmt.Errorf("the policy of rule set %d does not fit this binary: %w; set a new policy", id, err)
	}
	rules := indicator.NewRuleSet(policy)
	if rules.Hash() != stored.Hash {
		return nil, &model.Error{Code: model.CodeUnavailable, Message: fmt.Sprintf(
			"the spans of rule set %d were made by other rules than this binary's; start fugai serve, which builds them anew, or use the binary that made them", id)}
	}
	r.rules[id] = rules
	return rules, nil
}

// policyOf is the policy in force; the default one before any is stored.
func (r *Registry) policyOf(v *store.View) (*indicator.Policy, error) {
	if v.State.RuleSetID == 0 {
		return indicator.DefaultPolicy(), nil
	}
	rules, err := r.ruleSet(v, v.State.RuleSetID)
	if err != nil {
		return nil, err
	}
	return rules.Policy(), nil
}
