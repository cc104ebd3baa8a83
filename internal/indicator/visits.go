package indicator

import (
	"slices"

	"fugai/model"
)

// visitClock is the clock of the visits that a person who covers a unit owes it. It starts with the cover, or with the first visit of that
// person to any unit that is recorded, whichever is later; each visit to the unit starts it anew. Before the first recorded visit nothing is
// known of visits.
type visitClock struct {
	covered model.Valid
	first   model.Date   // 0 where no visit at all is recorded
	visits  []model.Date // to the unit, ascending
}

func clockOf(c *CoverHistory) visitClock {
	return visitClock{c.Valid, c.FirstVisit, c.Visits}
}

// start is the day from which the months of a day's clock run.
func (v visitClock) start(on model.Date) model.Date {
	start := max(v.covered.ValidFrom, v.first)
	if n := v.upTo(on); n > 0 {
		start = max(start, v.visits[n-1])
	}
	return start
}

// upTo is the number of visits made by the end of a day.
func (v visitClock) upTo(on model.Date) int {
	n, found := slices.BinarySearch(v.visits, on)
	if found {
		n++
	}
	return n
}

// inTime tells whether the clock of a day has not run out: a visit on the last day itself is in time.
func (v visitClock) inTime(on model.Date, months int) truth {
	if v.first == 0 || on < v.first {
		return unknown
	}
	return known(on <= v.start(on).AddMonths(months))
}

// last is the last visit by the end of a day, as text and as a day; 0 where there was none, or where visits were not reported yet.
func (v visitClock) last(on model.Date) (Text, model.Date) {
	if v.first == 0 || on < v.first {
		return notReported, 0
	}
	n := v.upTo(on)
	if n == 0 {
		return Text{"none", "无"}, 0
	}
	day := v.visits[n-1]
	return Text{day.String(), day.String()}, day
}

// turns adds the days on which the answer of inTime may change while the cover lasts.
func (v visitClock) turns(months []int, add func(model.Date)) {
	within := func(day model.Date) {
		if v.covered.ValidFrom < day && (day < v.covered.ValidTo || v.covered.ValidTo.Open()) {
			add(day)
		}
	}
	if v.first == 0 {
		return
	}
	within(v.first)
	start := max(v.covered.ValidFrom, v.first)
	for i := v.upTo(start); i <= len(v.visits); i++ {
		next := model.Never
		if i < len(v.visits) {
			next = v.visits[i]
		}
		for _, m := range months {
			if out := start.AddMonths(m) + 1; out < next {
				within(out)
				within(next)
			}
		}
		start = next
	}
}
