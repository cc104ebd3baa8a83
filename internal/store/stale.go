package store

import (
	"slices"

	"fugai/model"
)

// MarkStale notes that facts of subjects have changed and their spans have not been computed anew yet. Those that are noted
// already stay so.
func (tx *Tx) MarkStale(of model.Subject, ids []model.SubjectID) error {
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(tx.View, part, []any{of})
		marked, err := tx.subjectIDs("SELECT subject_id FROM stale_subjects WHERE subject = ? AND subject_id"+list+" ORDER BY subject_id", args...)
		if err != nil {
			return err
		}
		fresh := part
		if len(marked) > 0 {
			fresh = slices.DeleteFunc(slices.Clone(part), func(id model.SubjectID) bool {
				_, found := slices.BinarySearch(marked, id)
				return found
			})
		}
		err = tx.s.dialect.bulk(tx, "stale_subjects", []string{"subject", "subject_id"}, len(fresh), func(b *binder, i int) {
			b.name(of)
			b.int(int64(fresh[i]))
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// StaleSubjects are up to limit subjects of a kind above one whose spans have not been computed since their facts changed, by id.
func (v *View) StaleSubjects(of model.Subject, after model.SubjectID, limit int) ([]model.SubjectID, error) {
	return v.subjectIDs("SELECT subject_id FROM stale_subjects WHERE subject = ? AND subject_id > ? ORDER BY subject_id LIMIT ?", of, int64(after), limit)
}

// CountStale is how many subjects of a kind are stale.
func (v *View) CountStale(of model.Subject) (int, error) {
	n, err := v.number("SELECT COUNT(*) FROM stale_subjects WHERE subject = ?", of)
	return int(n), err
}

// ClearStale notes that the spans of subjects are those of their facts.
func (tx *Tx) ClearStale(of model.Subject, ids []model.SubjectID) error {
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(tx.View, part, []any{of})
		if _, err := tx.exec("DELETE FROM stale_subjects WHERE subject = ? AND subject_id"+list, args...); err != nil {
			return err
		}
	}
	return nil
}
