package registry

import (
	"strings"

	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// checker compares the spans of one kind of subject.
type checker struct {
	*CheckReport
	v   *store.View
	set ruleSet
	of  model.Subject
	// found tells of which indicators of the catalogue a gap is a finding of the look-back.
	found []bool
	// spans counts the spans of subjects that exist.
	spans int
}

// names are the kinds of subject in messages.
var names = map[model.Subject]string{
	model.SubjectUnit: "unit", model.SubjectOrganisation: "organisation", model.SubjectInstructor: "instructor",
}

// lookBackMask tells of which indicators a gap is a finding, by their places in the catalogue.
func lookBackMask(rules *indicator.RuleSet, of model.Subject) (found []bool) {
	for _, in := range rules.Catalogue(of) {
		found = append(found, in.LookBack)
	}
	return found
}

func (c *checker) check(progress func(int)) error {
	stale, err := c.stale()
	if err != nil {
		return err
	}
	var last model.SubjectID
	for {
		ids, err := c.next(last)
		if err != nil {
			return err
		}
		if len(ids) == 0 {
			return c.orphans()
		}
		last = ids[len(ids)-1]
		if err := c.some(ids, stale); err != nil {
			return err
		}
		c.count(len(ids))
		if progress != nil {
			progress(c.Units + c.Organisations + c.Instructors)
		}
	}
}

// stale names the subjects that wait for their spans.
func (c *checker) stale() (map[model.SubjectID]bool, error) {
	n, err := c.v.CountStale(c.of)
	if err != nil || n == 0 {
		return nil, err
	}
	ids, err := c.v.StaleSubjects(c.of, 0, n)
	if err != nil {
		return nil, err
	}
	codes, err := c.v.SubjectCodes(c.of, ids)
	stale := make(map[model.SubjectID]bool, len(ids))
	for _, id := range ids {
		stale[id] = true
		c.add("STALE", "the spans of %s %d (%s) are of before an import that has not ended; wait for it, or import anything or start a server, which computes them",
			names[c.of], id, codes[id])
	}
	return stale, err
}

func (c *checker) next(last model.SubjectID) ([]model.SubjectID, error) {
	if c.of == model.SubjectUnit {
		return c.v.SubjectIDsAfter(c.of, last, spanBatch)
	}
	return nextSubjects(c.v, c.of, last)
}

func (c *checker) count(n int) {
	switch c.of {
	case model.SubjectUnit:
		c.Units += n
	case model.SubjectOrganisation:
		c.Organisations += n
	case model.SubjectInstructor:
		c.Instructors += n
	}
}

func (c *checker) some(ids []model.SubjectID, stale map[model.SubjectID]bool) error {
	spans, err := c.rebuild(ids)
	if err != nil {
		return err
	}
	built := map[model.SubjectID][]model.Span{}
	for _, s := range spans {
		built[model.SubjectID(s.UnitID)] = append(built[model.SubjectID(s.UnitID)], s)
	}
	stored, err := c.v.SubjectSpans(c.of, c.set.id, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		c.tally(stored[id])
		if !stale[id] {
			c.compare(id, stored[id], built[id])
		}
		c.sequence(id, stored[id])
		if c.of == model.SubjectUnit {
			c.partition(id, stored[id])
		}
	}
	return nil
}

// rebuild computes the spans of subjects from their facts; of units it also looks whether the facts overlap.
func (c *checker) rebuild(ids []model.SubjectID) ([]model.Span, error) {
	if c.of != model.SubjectUnit {
		spans, err := subjectSpans(c.v, c.of, ids)
		return spans(c.set.rules), err
	}
	list, err := storedHistories(c.v)(idsOf[model.UnitID](ids))
	for _, h := range list {
		c.checkOverlap("unit", int64(h.ID), len(h.Facts), func(i int) model.Valid { return h.Facts[i].Valid })
	}
	return spansOf(c.set.rules, list), err
}

// tally counts spans, and those with a finding.
func (c *checker) tally(spans []model.Span) {
	c.spans += len(spans)
	c.Spans += len(spans)
	for i := range spans {
		for at, found := range c.found {
			if found && spans[i].Class.Results.Of(at) == model.ResultUnmet {
				c.LookBack++
				break
			}
		}
	}
}

func (c *checker) compare(id model.SubjectID, stored, built []model.Span) {
	if len(stored) != len(built) {
		c.add("SPANS", "%s %d has %d spans stored and %d rebuilt; repair the spans", names[c.of], id, len(stored), len(built))
		return
	}
	for i := range stored {
		if stored[i] != built[i] {
			c.add("SPANS", "the span of %s %d from %s is stored as %+v and rebuilt as %+v%s; repair the spans",
				names[c.of], id, stored[i].ValidFrom, stored[i], built[i], c.differing(&stored[i], &built[i]))
			return
		}
	}
}

// differing names the indicators in whose results two spans differ.
func (c *checker) differing(stored, built *model.Span) string {
	var keys []string
	for at, in := range c.set.rules.Catalogue(c.of) {
		if was, is := stored.Class.Results.Of(at), built.Class.Results.Of(at); was != is {
			keys = append(keys, string(in.Key)+" "+was.String()+" for "+is.String())
		}
	}
	if len(keys) == 0 {
		return ""
	}
	return ", with " + strings.Join(keys, ", ")
}

// sequence checks that spans follow each other without a hole.
func (c *checker) sequence(id model.SubjectID, spans []model.Span) {
	for i := range spans {
		s := &spans[i]
		if s.ValidTo <= s.ValidFrom || i > 0 && spans[i-1].ValidTo != s.ValidFrom {
			c.add("PARTITION", "the span of %s %d from %s to %s does not follow the one before", names[c.of], id, s.ValidFrom, s.ValidTo)
		}
	}
}

// partition checks the identity: an operating unit is in exactly one row, and no other is in one.
func (c *checker) partition(id model.SubjectID, spans []model.Span) {
	for i := range spans {
		s := &spans[i]
		operating := s.Class.Operation == model.OperationOperating
		inRow := s.Class.Establishment != 0 && s.Class.Establishment != model.EstablishmentNone
		if operating != inRow {
			c.add("PARTITION", "unit %d is %s from %s, and its row is %s", id, s.Class.Operation, s.ValidFrom, s.Class.Establishment)
		}
	}
}

func (c *checker) orphans() error {
	n, err := c.v.CountSubjectSpans(c.of, c.set.id)
	if err == nil && n != c.spans {
		c.add("ORPHAN", "the rule set has %d spans of %ss, %d of them of %ss that exist; repair the spans", n, names[c.of], c.spans, names[c.of])
	}
	return err
}
