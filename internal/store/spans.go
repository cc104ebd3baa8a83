package store

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

func join(columns []string) string { return strings.Join(columns, ", ") }

// WriteSubjectSpans writes spans of subjects that have none in the rule set yet (see DeleteSubjectSpans), ordered by subject and date.
// Span.UnitID holds the number of the subject.
func (tx *Tx) WriteSubjectSpans(of model.Subject, ruleSet model.RuleSetID, spans []model.Span) error {
	if len(spans) == 0 {
		return nil
	}
	t, err := subjectOf(of)
	if err != nil {
		return err
	}
	classes, err := tx.classIDs(spans)
	if err != nil {
		return err
	}
	err = tx.s.dialect.bulk(tx, t.spans, t.columns(), len(spans), func(b *binder, i int) {
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
		b.text(storedName(spans, i))
	})
	if err != nil {
		return fmt.Errorf("writing %d spans: %w", len(spans), err)
	}
	return nil
}

// nameEnds stands for no name behind a span that has one. It is a character that no register writes.
const nameEnds = "\x18"

// storedName is the name of a span as it is stored: only where it changes, because it is the longest column, most spans of a subject share one,
// and a server that starts reads all of them.
func storedName(spans []model.Span, i int) string {
	name := spans[i].Name
	switch {
	case i == 0 || spans[i-1].UnitID != spans[i].UnitID:
		return name
	case name == spans[i-1].Name:
		return ""
	case name == "":
		return nameEnds
	}
	return name
}

// WriteSpans is WriteSubjectSpans for units.
func (tx *Tx) WriteSpans(ruleSet model.RuleSetID, spans []model.Span) error {
	return tx.WriteSubjectSpans(model.SubjectUnit, ruleSet, spans)
}

// DeleteSubjectSpans deletes all spans of subjects in a rule set.
func (tx *Tx) DeleteSubjectSpans(of model.Subject, ruleSet model.RuleSetID, ids []model.SubjectID) error {
	t, err := subjectOf(of)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(ids, Chunk) {
		list, args := among(tx.View, part, []any{ruleSet})
		if _, err := tx.exec("DELETE FROM "+t.spans+" WHERE rule_set_id = ? AND "+t.id+list, args...); err != nil {
			return err
		}
	}
	return nil
}

// DeleteRuleSetSpans deletes the spans of up to limit subjects of a kind in a rule set that is not served any more, and tells whether any
// are left. It is called again and again, so that no transaction grows long.
func (tx *Tx) DeleteRuleSetSpans(of model.Subject, ruleSet model.RuleSetID, limit int) (more bool, err error) {
	t, err := subjectOf(of)
	if err != nil {
		return false, err
	}
	ids, err := tx.subjectIDs("SELECT DISTINCT "+t.id+" FROM "+t.spans+" WHERE rule_set_id = ? ORDER BY "+t.id+" LIMIT ?", ruleSet, limit)
	if err != nil || len(ids) == 0 {
		return false, err
	}
	return len(ids) == limit, tx.DeleteSubjectSpans(of, ruleSet, ids)
}

// span reads a span into that before it, whose name it keeps where none is stored (see storedName).
func (r *reader) span(s *model.Span) (class int32) {
	before := s.UnitID
	s.UnitID = model.UnitID(r.int())
	r.valid(&s.Valid)
	class = int32(r.int())
	s.RegionID, s.ZoneID, s.Place = model.RegionID(r.int()), model.ZoneID(r.int()), model.Place(r.int())
	s.Employees, s.FullMembers, s.Members = r.count(), r.count(), r.count()
	s.FoundedOn = r.date()
	switch b := r.bytes(); {
	case s.UnitID == before && (len(b) == 0 || string(b) == s.Name):
	case string(b) == nameEnds:
		s.Name = ""
	default:
		s.Name = string(b)
	}
	return class
}

// LoadSubjectSpans hands out the spans of the subjects of a kind within some ids in a rule set, ordered by subject and date. The span is
// reused for the next call, and its Class is left empty: class is an id, see SpanClasses.
func (v *View) LoadSubjectSpans(of model.Subject, ruleSet model.RuleSetID, within IDs, each func(s *model.Span, class int32) error) error {
	t, err := subjectOf(of)
	if err != nil {
		return err
	}
	return v.spans(v.queryMany, t, " AND "+t.id+" > ? AND "+t.id+" <= ?", []any{ruleSet, within.After, within.Last}, each)
}

// LoadSpans is LoadSubjectSpans for all units.
func (v *View) LoadSpans(ruleSet model.RuleSetID, each func(s *model.Span, class int32) error) error {
	return v.LoadSubjectSpans(model.SubjectUnit, ruleSet, AllIDs, each)
}

func (v *View) spans(
	query func(string, []any, func(*reader) error) error, t subject, where string, args []any, each func(*model.Span, int32) error,
) error {
	var s model.Span
	text := "SELECT " + v.s.dialect.numbers(join(t.columns()[1:])) + " FROM " + t.spans + " WHERE rule_set_id = ?" + where + " ORDER BY " + t.id + ", valid_from"
	return query(text, args, func(r *reader) error {
		return each(&s, r.span(&s))
	})
}

// SubjectSpans are the spans of subjects in a rule set, with their classes, by subject in order of their dates.
func (v *View) SubjectSpans(of model.Subject, ruleSet model.RuleSetID, ids []model.SubjectID) (map[model.SubjectID][]model.Span, error) {
	return spansBy(v, of, ruleSet, ids)
}

// SpansOf is SubjectSpans for units.
func (v *View) SpansOf(ruleSet model.RuleSetID, ids []model.UnitID) (map[model.UnitID][]model.Span, error) {
	return spansBy(v, model.SubjectUnit, ruleSet, ids)
}

func spansBy[ID ~int64](v *View, of model.Subject, ruleSet model.RuleSetID, ids []ID) (map[ID][]model.Span, error) {
	classes, err := v.SpanClasses()
	if err != nil {
		return nil, err
	}
	out := make(map[ID][]model.Span, len(ids))
	err = loadSpansOf(v, of, ruleSet, ids, func(s *model.Span, class int32) error {
		if class < 1 || int(class) > len(classes) {
			return fmt.Errorf("the spans of %s %d name class %d, which does not exist; run fugai check", of, s.UnitID, class)
		}
		one := *s
		one.Class = classes[class-1]
		out[ID(s.UnitID)] = append(out[ID(s.UnitID)], one)
		return nil
	})
	return out, err
}

func loadSpansOf[ID ~int64](v *View, of model.Subject, ruleSet model.RuleSetID, ids []ID, each func(s *model.Span, class int32) error) error {
	t, err := subjectOf(of)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, []any{ruleSet})
		if err := v.spans(v.query, t, " AND "+t.id+list, args, each); err != nil {
			return err
		}
	}
	return nil
}

// LoadSpansOf is LoadSpans for some units, for a cube that takes in a change.
func (v *View) LoadSpansOf(ruleSet model.RuleSetID, ids []model.UnitID, each func(s *model.Span, class int32) error) error {
	return loadSpansOf(v, model.SubjectUnit, ruleSet, ids, each)
}

// CountSubjectSpans is the number of spans of a kind of subject in a rule set.
func (v *View) CountSubjectSpans(of model.Subject, ruleSet model.RuleSetID) (int, error) {
	t, err := subjectOf(of)
	if err != nil {
		return 0, err
	}
	n, err := v.number("SELECT COUNT(*) FROM "+t.spans+" WHERE rule_set_id = ?", ruleSet)
	return int(n), err
}

// CountSpans is CountSubjectSpans for units.
func (v *View) CountSpans(ruleSet model.RuleSetID) (int, error) {
	return v.CountSubjectSpans(model.SubjectUnit, ruleSet)
}

// LastSpanSubject is the highest subject of a kind that has spans in a rule set: where a build goes on. 0 when there is none.
func (v *View) LastSpanSubject(of model.Subject, id model.RuleSetID) (model.SubjectID, error) {
	t, err := subjectOf(of)
	if err != nil {
		return 0, err
	}
	n, err := v.number("SELECT MAX("+t.id+") FROM "+t.spans+" WHERE rule_set_id = ?", id)
	return model.SubjectID(n), err
}
