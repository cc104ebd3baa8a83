package indicator

import "fugai/model"

// Gap is why a unit is a gap of an indicator on a day, since when, and what would close it.
type Gap struct {
	Indicator *Indicator
	Index     int
	// Since is the first day of the unbroken run in the gap. Days = asOf − Since.
	Since model.Date
	// ByRules tells that the run began because the rules changed on that day: by the rules of the day before, the unit would
	// not have been a gap.
	ByRules bool
	// Reasons and NextSteps are of indicators of coverage.
	Reasons   []Reason
	NextSteps []model.NextStep
}

// Reason is one reason of a gap. Cover, Date and Ended are set where a cover stands behind it and the history is at hand.
type Reason struct {
	Code    model.GapReasonCode
	Message Text
	CoverID model.CoverID
	// Date is the day since which the uncounted cover is in force, or the first day on which the ended one was not.
	Date  model.Date
	Ended model.EndReason
}

// Gap is the gap of the indicator at a place of the catalogue on a day; false where the unit is no gap.
func (rs *RuleSet) Gap(h *UnitHistory, index int, on model.Date) (*Gap, bool) {
	spans := rs.Spans(h)
	since, first, ok := unmetSince(spans, index, on)
	if !ok {
		return nil, false
	}
	g := &Gap{Indicator: catalogue[index], Index: index, Since: since, ByRules: !first && rs.begunByRules(h, index, since)}
	if g.Indicator.Coverage {
		span := &spans[spanAt(spans, on)]
		g.Reasons, g.NextSteps = rs.SpanReasons(span, h.Covers, index, on), rs.NextSteps(span, on)
	}
	return g, true
}

// spanAt is the place of the span that holds a day; -1 before the first.
func spanAt(spans []model.Span, on model.Date) int {
	for i := range spans {
		if spans[i].On(on) {
			return i
		}
	}
	return -1
}

// begunByRules asks the rules of the day before about the facts of a day.
func (rs *RuleSet) begunByRules(h *UnitHistory, index int, since model.Date) bool {
	before := rs.before(since)
	if before == nil {
		return false
	}
	var d unitDay
	d.see(h, h.FoundedOn(), since, before)
	return d.result(index, before.definitions[index]) != model.ResultUnmet
}

// SpanReasons are the reasons of an UNMET result of a span that holds the day: the primary one and, beside it, the uncounted and the ended
// cover. The span tells which they are; the covers of its unit, where they are at hand, tell which cover it is, since when, and why.
func (rs *RuleSet) SpanReasons(s *model.Span, covers []CoverHistory, index int, on model.Date) []Reason {
	if s.Class.Results.Of(index) != model.ResultUnmet || !catalogue[index].Coverage {
		return nil
	}
	d := unitDay{on: on, rules: rs.on(on)}
	counts := d.rules.counts[index]
	reasons := []Reason{primary(s.Class.Reason, s.FullMembers, d.rules.standAlone)}
	if s.Class.NotCounted>>index&1 == 1 {
		r := Reason{Code: model.GapReasonCodeCoverNotCounted, Message: notCountedText}
		d.tellUncounted(&r, covers, d.rules.definitions[index].kinds&^counts)
		reasons = append(reasons, r)
	}
	if s.Class.Ended>>index&1 == 1 {
		r := Reason{Code: model.GapReasonCodeCoverEnded, Message: endedText}
		d.tellEnded(&r, covers, counts)
		reasons = append(reasons, r)
	}
	return reasons
}

var (
	notCountedText = Text{"a cover is in force, but this indicator does not count it", "有覆盖在效，但本指标不计入"}
	endedText      = Text{"the last cover that counts ended", "最后一个计入的覆盖已终止"}
)

func primary(code model.GapReasonCode, full model.Count, standAlone int) Reason {
	r := Reason{Code: code}
	switch code {
	case model.GapReasonCodeDueNotEstablished:
		r.Message = textf("%[1]d full members, %[2]d or more: an organisation of its own is due",
			"正式党员%[1]d名，已达%[2]d名：应建未建", full.Int(), standAlone)
	case model.GapReasonCodeMembersBelowThreshold:
		r.Message = textf("members, but below %[1]d full ones: join or affiliate now; cultivate by the rules",
			"有党员，但正式党员不足%[1]d名：先联合或挂靠，再按规定培养", standAlone)
	case model.GapReasonCodeNoMembers:
		r.Message = Text{"no members", "没有党员"}
	default:
		r.Message = Text{"the numbers of members were not reported", "党员人数未报"}
	}
	return r
}

// tellUncounted tells of the strongest cover in force that the indicator might have counted but does not.
func (d *unitDay) tellUncounted(r *Reason, covers []CoverHistory, uncounted sorts) {
	var found *CoverHistory
	for i := range covers {
		c := &covers[i]
		if c.InForce(d.on) && d.sortOf(c, d.on)&uncounted != 0 && (found == nil || d.before(c, found)) {
			found = c
		}
	}
	if found != nil {
		r.CoverID, r.Date, r.Message = found.ID, found.ValidFrom, d.whyUncounted(found)
	}
}

// before orders covers in force: organisations by set-up, then work by means, then as ties of the strongest go.
func (d *unitDay) before(c, than *CoverHistory) bool {
	a, b := d.sortOf(c, d.on), d.sortOf(than, d.on)
	if a != b {
		return a < b
	}
	return stronger(c, than)
}

func (d *unitDay) whyUncounted(c *CoverHistory) Text {
	if c.Kind == model.CoverKindWork {
		m := c.MeansOn(d.on)
		return textf("%[1]s in force since %[3]s, but this indicator does not count it", "%[2]s自%[3]s起在效，但本指标不计入",
			m.String(), m.Title(), c.ValidFrom)
	}
	setUp := c.SetUpOn(d.on)
	if o := c.OrganisationOn(d.on); o != nil && !d.rules.natureCounts[o.Nature] {
		return textf("organisation %[5]s covers it since %[6]s, but its nature %[1]s does not count", "党组织%[5]s自%[6]s起覆盖，但%[2]s党组织不计入",
			o.Nature.String(), o.Nature.Title(), setUp.String(), setUp.Title(), c.OrganisationCode, c.ValidFrom)
	}
	return textf("organisation %[3]s covers it since %[4]s as %[1]s, but this indicator does not count this set-up",
		"党组织%[3]s自%[4]s起以%[2]s方式覆盖，但本指标不计入该方式", setUp.String(), setUp.Title(), c.OrganisationCode, c.ValidFrom)
}

// tellEnded tells of the cover that ended last among those that the indicator counts.
func (d *unitDay) tellEnded(r *Reason, covers []CoverHistory, counts sorts) {
	h := UnitHistory{Covers: covers}
	c, end := h.LastEnded(d.on, func(c *CoverHistory, end model.Date) bool { return d.sortOf(c, end-1)&counts != 0 })
	if c == nil {
		return
	}
	r.CoverID, r.Date, r.Ended = c.ID, end, c.WhyEnded(end)
	r.Message = textf("the last cover that counts ended on %[3]s: %[1]s", "最后一个计入的覆盖于%[3]s终止：%[2]s",
		nameOr(r.Ended.String(), "no reason recorded"), nameOr(r.Ended.Title(), "未记录原因"), end)
}

func nameOr(name, other string) string {
	if name == "" {
		return other
	}
	return name
}
