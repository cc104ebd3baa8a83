package indicator

import "fugai/model"

// Finding is what a rule of the look-back finds of a subject on a day.
type Finding struct {
	Indicator *Indicator
	Index     int
	// Since is the first day of the unbroken run. Days = asOf − Since.
	Since model.Date
	// ByRules tells that the run began because the rules changed on that day: by the rules of the day before, nothing would have
	// been found.
	ByRules bool
	// Text is what is wrong, with its numbers; Mend is how to mend it.
	Text, Mend Text
	Evidence   []Evidence
}

// unmetSince is the first day of the unbroken run of UNMET results of the indicator at an index that holds a day, and whether that is
// the first day of the subject's life; false where its result on the day is another.
func unmetSince(spans []model.Span, index int, on model.Date) (since model.Date, first, ok bool) {
	at := spanAt(spans, on)
	if at < 0 || spans[at].Class.Results.Of(index) != model.ResultUnmet {
		return 0, false, false
	}
	for at > 0 && spans[at-1].Class.Results.Of(index) == model.ResultUnmet {
		at--
	}
	return spans[at].ValidFrom, at == 0, true
}

// before is the rules of the day before a day, where they differ from those of the day; else nil.
func (rs *RuleSet) before(day model.Date) *dayRules {
	if r := rs.on(day - 1); r != rs.on(day) {
		return r
	}
	return nil
}

// addSpan adds a span that begins where the last one of the same subject ends, or leaves the last one to go on where the two differ in
// nothing but their days. The spans of the subject begin at first.
func addSpan(into []model.Span, first int, s *model.Span) []model.Span {
	if last := len(into) - 1; last >= first {
		if same(&into[last], s) {
			return into
		}
		into[last].ValidTo = s.ValidFrom
	}
	return append(into, *s)
}

// factRun is what a fact says in the row of a day, as evidence with the unbroken run of days in which it says the same. A row holds from
// its first day until the next one; the first one holds back to begun.
func factRun(name, title string, rows int, from func(int) model.Date, value func(int) Text, begun, on model.Date) Evidence {
	at := 0
	for at+1 < rows && from(at+1) <= on {
		at++
	}
	now := value(at)
	first, end := at, at+1
	for first > 0 && value(first-1) == now {
		first--
	}
	for end < rows && value(end) == now {
		end++
	}
	e := Evidence{Name: name, Title: title, Value: now.English, Chinese: now.Chinese, Since: begun, Until: model.Never}
	if first > 0 {
		e.Since = max(begun, from(first))
	}
	if end < rows {
		e.Until = from(end)
	}
	return e
}
