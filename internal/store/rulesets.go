package store

import (
	"fmt"

	"gorm.io/gorm"

	"fugai/model"
)

// ruleSets is the small table of rule sets, through the mapper.
func (v *View) ruleSets() *gorm.DB { return v.gorm().Table("rule_sets") }

// RuleSet reads one rule set; not found is an error.
func (v *View) RuleSet(id model.RuleSetID) (*model.StoredRuleSet, error) {
	var list []model.StoredRuleSet
	err := v.ruleSets().Where("id = ?", int64(id)).Find(&list).Error
	if err == nil && len(list) == 0 {
		return nil, model.NotFound("ruleSet", "there is no rule set %d", id)
	}
	if err != nil {
		return nil, err
	}
	return &list[0], v.withPolicies(list[:1])
}

// withPolicies adds to rule sets the texts in force with them.
func (v *View) withPolicies(list []model.StoredRuleSet) error {
	for i := range list {
		set := &list[i]
		err := v.query("SELECT id, policy, recorder, set_at FROM policies WHERE rule_set_id = ? ORDER BY id DESC LIMIT 1", []any{set.ID}, func(r *reader) error {
			set.PolicyID, set.Policy, set.Recorder, set.SetAt = model.PolicyID(r.int()), r.text(), r.text(), r.moment()
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// RuleSetsByHash are the rule sets with a hash, the newest first.
func (v *View) RuleSetsByHash(hash string) ([]model.StoredRuleSet, error) {
	var list []model.StoredRuleSet
	if err := v.ruleSets().Where("hash = ?", hash).Order("id DESC").Find(&list).Error; err != nil {
		return nil, err
	}
	return list, v.withPolicies(list)
}

// RuleSets lists all rule sets, the newest first.
func (v *View) RuleSets() ([]model.StoredRuleSet, error) {
	var list []model.StoredRuleSet
	if err := v.ruleSets().Order("id DESC").Find(&list).Error; err != nil {
		return nil, err
	}
	return list, v.withPolicies(list)
}

// AddRuleSet stores a rule set that has no spans yet.
func (tx *Tx) AddRuleSet(hash, policy, recorder string) (model.RuleSetID, error) {
	id, err := tx.nextID("rule_sets", "id", 1)
	if err != nil {
		return 0, err
	}
	_, err = tx.exec("INSERT INTO rule_sets (id, hash, created_at) VALUES (?, ?, "+tx.s.dialect.now()+")", id, hash)
	if err != nil {
		return 0, err
	}
	return model.RuleSetID(id), tx.addPolicy(model.RuleSetID(id), policy, recorder)
}

// AddPolicy puts a text in force with a rule set, whose spans stay. It is a commit, so that every replica sees it.
func (tx *Tx) AddPolicy(set model.RuleSetID, policy, recorder string) error {
	Touch(tx, SubjectRuleSet, set)
	return tx.addPolicy(set, policy, recorder)
}

func (tx *Tx) addPolicy(set model.RuleSetID, policy, recorder string) error {
	id, err := tx.nextID("policies", "id", 1)
	if err != nil {
		return err
	}
	_, err = tx.exec("INSERT INTO policies (id, rule_set_id, policy, recorder, set_at) VALUES (?, ?, ?, ?, "+tx.s.dialect.now()+")", id, set, policy, recorder)
	return err
}

// SetBuilding says which rule set is being built beside the served one; 0 for none. From then on every commit writes its
// spans too.
func (tx *Tx) SetBuilding(id model.RuleSetID) error {
	tx.State.BuildingRuleSetID = id
	_, err := tx.exec("UPDATE data_state SET building_rule_set_id = ? WHERE id = 1", id)
	return err
}

// SwitchRuleSet serves a rule set whose spans all stand. It is a commit, so that every replica sees it.
func (tx *Tx) SwitchRuleSet(id model.RuleSetID) error {
	n, err := tx.exec("UPDATE rule_sets SET ready_at = "+tx.s.dialect.now()+" WHERE id = ?", id)
	if err != nil {
		return err
	}
	if n != 1 {
		return fmt.Errorf("there is no rule set %d to switch to", id)
	}
	if _, err = tx.exec("UPDATE data_state SET rule_set_id = ?, building_rule_set_id = 0 WHERE id = 1", id); err != nil {
		return err
	}
	tx.State.RuleSetID, tx.State.BuildingRuleSetID = id, 0
	Touch(tx, SubjectRuleSet, id)
	return nil
}
