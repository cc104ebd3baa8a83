package store

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// SubjectReview names rounds of the look-back in the log of changes: by an act on a round or on its items.
const SubjectReview Subject = "REVIEW"

// AddReviewRound stores a round that is opened by this transaction, and gives it its id.
func (tx *Tx) AddReviewRound(round *model.ReviewRound) error {
	id, err := tx.nextID("review_rounds", "id", 1)
	if err != nil {
		return err
	}
	round.ID = model.ReviewRoundID(id)
	rules := make([]string, len(round.Rules))
	for i, r := range round.Rules {
		rules[i] = string(r)
	}
	Touch(tx, SubjectReview, round.ID)
	return tx.s.dialect.bulk(tx, "review_rounds", reviewRoundColumns, 1, func(b *binder, _ int) {
		b.int(id)
		b.text(round.Code)
		b.text(round.Title)
		b.int(int64(round.RegionID))
		b.date(round.AsOf)
		b.int(int64(round.DataVersion))
		b.text(strings.Join(rules, ","))
		b.text(round.OpenedBy)
		b.int(int64(tx.Version))
		b.text("")
		b.int(int64(model.Current))
	})
}

// AddReviewItems stores the items of a new round with the acts by which they were frozen, and gives them their ids.
func (tx *Tx) AddReviewItems(items []model.ReviewItem) error {
	first, err := tx.nextID("review_items", "id", len(items))
	if err != nil || len(items) == 0 {
		return err
	}
	events := make([]model.ReviewEvent, len(items))
	for i := range items {
		items[i].ID = model.ReviewItemID(first + int64(i))
		items[i].Last.ItemID, items[i].Last.RoundID = items[i].ID, items[i].RoundID
		events[i] = items[i].Last
	}
	err = tx.s.dialect.bulk(tx, "review_items", reviewItemColumns, len(items), func(b *binder, i int) { writeReviewItem(b, &items[i]) })
	if err != nil {
		return err
	}
	return tx.addReviewEvents(events)
}

func (tx *Tx) addReviewEvents(events []model.ReviewEvent) error {
	first, err := NextIDs(tx, ReviewEvents, len(events))
	if err != nil {
		return err
	}
	for i := range events {
		events[i].ID, events[i].ValidTo = first+int64(i), model.Never
	}
	return Insert(tx, ReviewEvents, events)
}

// ActOnReviewItems stores the next act on each of some items of one round, all of one day.
func (tx *Tx) ActOnReviewItems(events []model.ReviewEvent) error {
	ids := make([]model.ReviewItemID, len(events))
	for i := range events {
		ids[i] = events[i].ItemID
	}
	for part := range slices.Chunk(ids, Chunk) {
		list, args := among(tx.View, part, []any{tx.Version, events[0].ValidFrom}, model.Current)
		n, err := tx.exec("UPDATE review_events SET until_version = ?, valid_to = ? WHERE item_id"+list+" AND until_version = ?", args...)
		if err != nil {
			return err
		}
		if n != int64(len(part)) {
			return fmt.Errorf("%d of %d items have an act after which they stand; run fugai check", n, len(part))
		}
	}
	Touch(tx, SubjectReview, events[0].RoundID)
	return tx.addReviewEvents(events)
}

// CloseReviewRound records that an open round is closed.
func (tx *Tx) CloseReviewRound(id model.ReviewRoundID, by string) error {
	n, err := tx.exec("UPDATE review_rounds SET closed_by = ?, until_version = ? WHERE id = ? AND until_version = ?", by, tx.Version, int64(id), model.Current)
	if err == nil && n != 1 {
		err = fmt.Errorf("the round %d is not open", id)
	}
	Touch(tx, SubjectReview, id)
	return err
}

// ReviewFaults are rounds and items whose rows contradict each other, up to limit of each kind, in words.
func (v *View) ReviewFaults(limit int) (faults []string, err error) {
	for _, one := range []struct{ text, fault string }{
		{"SELECT i.id, COUNT(e.id) FROM review_items i LEFT JOIN review_events e ON e.item_id = i.id AND e.until_version = ? " +
			"GROUP BY i.id HAVING COUNT(e.id) <> 1 ORDER BY i.id LIMIT ?", "the review item %d stands as %d acts say; it must be one"},
		{"SELECT i.id, COUNT(*) FROM review_rounds r JOIN review_items i ON i.round_id = r.id JOIN review_events e ON e.item_id = i.id " +
			"AND e.until_version = ? WHERE r.until_version < e.until_version AND e.state <> 'CLOSED' GROUP BY i.id ORDER BY i.id LIMIT ?",
			"the review item %d is not closed (%d), and its round is"},
	} {
		err := v.query(one.text, []any{model.Current, limit}, func(r *reader) error {
			faults = append(faults, fmt.Sprintf(one.fault, r.int(), r.int()))
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return faults, nil
}
