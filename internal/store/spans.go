package store

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

func join(columns []string) string { return strings.Join(columns, ", ") }

var spanColumns = columns(`rule_set_id unit_id valid_from valid_to class_id region_id zone_id place employees full_members
	members founded_on name`)

// WriteSpans writes spans of units that have none in the rule set yet (see DeleteSpans), ordered by unit and date.
func (tx *Tx) WriteSpans(ruleSet model.RuleSetID, spans []model.Span) error {
	if len(spans) == 0 {
		return nil
	}
	classes, err := tx.classIDs(spans)
	if err != nil {
		return err
	}
	err = tx.s.dialect.bulk(tx, "unit_spans", spanColumns, len(spans), func(b *binder, i int) {
		s := &spans[i]
		b.int(int64(ruleSet))
		b.int(int64(s.UnitID))
		b.valid(s.Valid)
		b.int(int64(classes[i]))
		b.int(int64(s.RegionID))
		b.int(int64(s.ZoneID))
		b.int(int64(s.Place))
		b.count(s.Employees)
		b.count(s.FullMembers)
		b.count(s.Members)
		b.date(s.FoundedOn)
		b.text(s.Name)
	})
	if err != nil {
		return fmt.Errorf("writing %d spans: %w", len(spans), err)
	}
	return nil
}

// DeleteSpans deletes all spans of units in a rule set.
func (tx *Tx) DeleteSpans(ruleSet model.RuleSetID, ids []model.UnitID) error {
	for part := range slices.Chunk(ids, chunk) {
		if _, err := tx.exec("DELETE FROM unit_spans WHERE rule_set_id = ? AND unit_id"+in(part), ruleSet); err != nil {
			return err
		}
	}
	return nil
}

// DeleteRuleSetSpans deletes up to limit units' spans of a rule set that is not served any more, and tells whether any are
// left. It is called again and again, so that no transaction grows long.
func (tx *Tx) DeleteRuleSetSpans(ruleSet model.RuleSetID, limit int) (more bool, err error) {
	var ids []model.UnitID
	err = tx.query("SELECT DISTINCT unit_id FROM unit_spans WHERE rule_set_id = ? ORDER BY unit_id LIMIT ?", []any{ruleSet, limit},
		func(r *reader) error { ids = append(ids, model.UnitID(r.int())); return nil })
	if err != nil || len(ids) == 0 {
		return false, err
	}
	return len(ids) == limit, tx.DeleteSpans(ruleSet, ids)
}

func (r *reader) span(s *model.Span, name *string) (class int32) {
	s.UnitID = model.UnitID(r.int())
	r.valid(&s.Valid)
	class = int32(r.int())
	s.RegionID, s.ZoneID, s.Place = model.RegionID(r.int()), model.ZoneID(r.int()), model.Place(r.int())
	s.Employees, s.FullMembers, s.Members = r.count(), r.count(), r.count()
	s.FoundedOn = r.date()
	if b := r.bytes(); string(b) != *name { // the spans of one unit share the text of its name
		*name = string(b)
	}
	s.Name = *name
	return class
}

// LoadSpans hands out all spans of a rule set, ordered by unit and date. The span is reused for the next call, and its Class
// is left empty: class is an id, see SpanClasses.
func (v *View) LoadSpans(ruleSet model.RuleSetID, each func(s *model.Span, class int32) error) error {
	return v.spans(" WHERE rule_set_id = ? ORDER BY unit_id, valid_from", []any{ruleSet}, each)
}

func (v *View) spans(where string, args []any, each func(*model.Span, int32) error) error {
	var s model.Span
	var name string
	return v.query("SELECT "+join(spanColumns[1:])+" FROM unit_spans"+where, args, func(r *reader) error {
		return each(&s, r.span(&s, &name))
	})
}

// SpansOf are the spans of units in a rule set, with their classes, by unit in order of their dates.
func (v *View) SpansOf(ruleSet model.RuleSetID, ids []model.UnitID) (map[model.UnitID][]model.Span, error) {
	classes, err := v.SpanClasses()
	if err != nil {
		return nil, err
	}
	out := make(map[model.UnitID][]model.Span, len(ids))
	for part := range slices.Chunk(distinct(ids), chunk) {
		err := v.spans(" WHERE rule_set_id = ? AND unit_id"+in(part)+" ORDER BY unit_id, valid_from", []any{ruleSet},
			func(s *model.Span, class int32) error {
				if class < 1 || int(class) > len(classes) {
					return fmt.Errorf("the spans of unit %d name class %d, which does not exist; run fugai check", s.UnitID, class)
				}
				one := *s
				one.Class = classes[class-1]
				out[s.UnitID] = append(out[s.UnitID], one)
				return nil
			})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// LoadSpansOf is LoadSpans for some units, for a cube that takes in a change.
func (v *View) LoadSpansOf(ruleSet model.RuleSetID, ids []model.UnitID, each func(s *model.Span, class int32) error) error {
	for part := range slices.Chunk(distinct(ids), chunk) {
		err := v.spans(" WHERE rule_set_id = ? AND unit_id"+in(part)+" ORDER BY unit_id, valid_from", []any{ruleSet}, each)
		if err != nil {
			return err
		}
	}
	return nil
}

// CountSpans is the number of spans of a rule set.
func (v *View) CountSpans(ruleSet model.RuleSetID) (int, error) {
	n, err := v.number("SELECT COUNT(*) FROM unit_spans WHERE rule_set_id = ?", ruleSet)
	return int(n), err
}
