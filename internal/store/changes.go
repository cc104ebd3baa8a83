package store

import (
	"maps"
	"slices"

	"fugai/model"
)

// idSet collects ids; they are sorted once, at the end.
type idSet struct{ ids []int64 }

// Change is a range of ids of a subject that a commit touched, both ends inclusive.
type Change struct {
	Version         model.DataVersion
	Subject         Subject
	FirstID, LastID int64
}

// ranges are the ids as ranges without holes.
func (s *idSet) ranges() [][2]int64 {
	slices.Sort(s.ids)
	var out [][2]int64
	for _, id := range slices.Compact(s.ids) {
		if n := len(out); n > 0 && out[n-1][1]+1 == id {
			out[n-1][1] = id
			continue
		}
		out = append(out, [2]int64{id, id})
	}
	return out
}

func (tx *Tx) writeChanges() error {
	var all []Change
	for _, subject := range slices.Sorted(maps.Keys(tx.touched)) {
		for _, r := range tx.touched[subject].ranges() {
			all = append(all, Change{tx.Version, subject, r[0], r[1]})
		}
	}
	return tx.s.dialect.bulk(tx, "changes", []string{"version", "subject", "first_id", "last_id"}, len(all), func(b *binder, i int) {
		b.int(int64(all[i].Version))
		b.text(string(all[i].Subject))
		b.int(all[i].FirstID)
		b.int(all[i].LastID)
	})
}

// ChangesSince lists what the commits after a version touched, in order of version, subject and id.
func (v *View) ChangesSince(version model.DataVersion) ([]Change, error) {
	return v.changes("version > ?", version)
}

func (v *View) changes(where string, args ...any) ([]Change, error) {
	var out []Change
	err := v.query("SELECT version, subject, first_id, last_id FROM changes WHERE "+where+" ORDER BY version, subject, first_id", args,
		func(r *reader) error {
			out = append(out, Change{model.DataVersion(r.int()), Subject(r.text()), r.int(), r.int()})
			return nil
		})
	return out, err
}

// Commits lists the last commits, newest first.
func (v *View) Commits(limit int) ([]model.Commit, error) {
	var out []model.Commit
	err := v.query("SELECT version, committed_at, source_id, note FROM commits ORDER BY version DESC LIMIT ?", []any{limit}, func(r *reader) error {
		out = append(out, model.Commit{Version: model.DataVersion(r.int()), CommittedAt: r.moment(), SourceID: model.SourceID(r.int()), Note: r.text()})
		return nil
	})
	return out, err
}
