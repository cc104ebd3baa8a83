package registry

import (
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

const (
	// subjectBatch is how many organisations' or instructors' histories are in memory at once, and coverBatch how many covers they hold
	// together: an organisation of a community may cover hundreds of units.
	subjectBatch = 2 * store.Chunk
	coverBatch   = 20_000
)

// portion is how many of some subjects, from the first on, make a batch; at least one.
func portion(v *store.View, of model.Subject, ids []model.SubjectID) (int, error) {
	ids = ids[:min(len(ids), subjectBatch)]
	covers, err := v.CoverCounts(of, ids)
	sum := 0
	for i, id := range ids {
		if sum += covers[id]; sum > coverBatch && i > 0 {
			return i, err
		}
	}
	return len(ids), err
}

// subjectSpans reads the histories of organisations or instructors, and hands out a function that computes their spans by a rule set,
// ordered by subject and date.
func subjectSpans(v *store.View, of model.Subject, ids []model.SubjectID) (func(*indicator.RuleSet) []model.Span, error) {
	if of == model.SubjectInstructor {
		people, err := v.InstructorHistories(idsOf[model.InstructorID](ids))
		list := inOrderOf(ids, people)
		return func(rules *indicator.RuleSet) []model.Span { return compute(list, rules.AppendInstructorSpans) }, err
	}
	bodies, err := v.OrganisationHistories(idsOf[model.OrganisationID](ids))
	list := inOrderOf(ids, bodies)
	return func(rules *indicator.RuleSet) []model.Span { return compute(list, rules.AppendOrganisationSpans) }, err
}

// idsOf are numbers of subjects as ids of one kind.
func idsOf[ID ~int64](ids []model.SubjectID) []ID {
	out := make([]ID, len(ids))
	for i, id := range ids {
		out[i] = ID(id)
	}
	return out
}

// inOrderOf are the histories of subjects in the order of their ids; those without are left out.
func inOrderOf[ID ~int64, H any](ids []model.SubjectID, of map[ID]*H) []*H {
	out := make([]*H, 0, len(of))
	for _, id := range ids {
		if h := of[ID(id)]; h != nil {
			out = append(out, h)
		}
	}
	return out
}

// recompute computes the spans of organisations or instructors anew, in order of their ids, replaces the stored ones in every rule set,
// and logs it. They are not stale any more.
func recompute(tx *store.Tx, sets []ruleSet, of model.Subject, ids []model.SubjectID) error {
	for len(ids) > 0 {
		n, err := portion(tx.View, of, ids)
		if err != nil {
			return err
		}
		if err := recomputeSome(tx, sets, of, ids[:n]); err != nil {
			return err
		}
		ids = ids[n:]
	}
	return nil
}

func recomputeSome(tx *store.Tx, sets []ruleSet, of model.Subject, ids []model.SubjectID) error {
	for _, set := range sets {
		known := ids
		for len(known) > 0 && !set.knows(of, known[len(known)-1]) {
			known = known[:len(known)-1]
		}
		spans, err := subjectSpans(tx.View, of, known)
		if err != nil {
			return err
		}
		if err := replaceSubjectSpans(tx, set.id, of, known, spans(set.rules)); err != nil {
			return err
		}
	}
	return settled(tx, of, ids)
}

// replaceSubjectSpans writes the spans of organisations or instructors in place of those that are stored.
func replaceSubjectSpans(tx *store.Tx, set model.RuleSetID, of model.Subject, ids []model.SubjectID, spans []model.Span) error {
	if err := tx.DeleteSubjectSpans(of, set, ids); err != nil {
		return err
	}
	return tx.WriteSubjectSpans(of, set, spans)
}

// settled logs that the spans of subjects are those of their facts in every rule set.
func settled(tx *store.Tx, of model.Subject, ids []model.SubjectID) error {
	tx.TouchSpans(of, ids)
	return tx.ClearStale(of, ids)
}
