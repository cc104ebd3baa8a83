package registry

import (
	"context"
	"fmt"

	"fugai/internal/store"
	"fugai/model"
)

// Finding is a fault that a check found.
type Finding struct {
	// Code is SPANS, PARTITION, OVERLAP, DANGLING or ORPHAN.
	Code    string
	Message string
}

// CheckReport tells what a check looked at and found.
type CheckReport struct {
	Version  model.DataVersion
	Units    int
	Spans    int
	Findings []Finding
	// Faults counts all findings; Findings holds the first of them.
	Faults int
}

// maxFindings is how many findings a report holds.
const maxFindings = 1000

// Check rebuilds every span from the facts and compares it with the stored one, in one snapshot and in batches, checks that
// every operating unit has exactly one row of the partition on every date, that facts of a subject do not overlap, and that
// what rows name exists.
func (r *Registry) Check(ctx context.Context, progress func(units int)) (*CheckReport, error) {
	out := &CheckReport{}
	err := r.store.View(ctx, func(v *store.View) error {
		out.Version = v.State.Version
		sets, err := r.ruleSets(v)
		if err != nil {
			return err
		}
		if err := out.checkUnits(v, sets[0], progress); err != nil {
			return err
		}
		return out.checkFacts(v)
	})
	return out, err
}

func (c *CheckReport) add(code, format string, args ...any) {
	c.Faults++
	if len(c.Findings) < maxFindings {
		c.Findings = append(c.Findings, Finding{code, fmt.Sprintf(format, args...)})
	}
}

func (c *CheckReport) checkUnits(v *store.View, set ruleSet, progress func(int)) error {
	var last model.UnitID
	for {
		ids, err := v.UnitIDsAfter(last, spanBatch)
		if err != nil || len(ids) == 0 {
			if err == nil {
				err = c.checkOrphans(v, set.id)
			}
			return err
		}
		last = ids[len(ids)-1]
		if err := c.checkSpans(v, set, ids); err != nil {
			return err
		}
		if c.Units += len(ids); progress != nil {
			progress(c.Units)
		}
	}
}

func (c *CheckReport) checkSpans(v *store.View, set ruleSet, ids []model.UnitID) error {
	list, err := storedHistories(v)(ids)
	if err != nil {
		return err
	}
	built := map[model.UnitID][]model.Span{}
	for _, s := range spansOf(set.rules, list) {
		built[s.UnitID] = append(built[s.UnitID], s)
	}
	for _, h := range list {
		c.checkOverlap("unit", int64(h.ID), len(h.Facts), func(i int) model.Valid { return h.Facts[i].Valid })
	}
	stored, err := v.SpansOf(set.id, ids)
	if err != nil {
		return err
	}
	for _, id := range ids {
		c.Spans += len(stored[id])
		c.compare(id, stored[id], built[id])
		c.partition(id, stored[id])
	}
	return nil
}

func (c *CheckReport) compare(id model.UnitID, stored, built []model.Span) {
	if len(stored) != len(built) {
		c.add("SPANS", "unit %d has %d spans stored and %d rebuilt; repair the spans", id, len(stored), len(built))
		return
	}
	for i := range stored {
		if stored[i] != built[i] {
			c.add("SPANS", "the span of unit %d from %s is stored as %+v and rebuilt as %+v; repair the spans", id, stored[i].ValidFrom, stored[i], built[i])
			return
		}
	}
}

// partition checks the identity: an operating unit is in exactly one row, and no other is in one; spans follow each other
// without a hole.
func (c *CheckReport) partition(id model.UnitID, spans []model.Span) {
	for i := range spans {
		s := &spans[i]
		operating := s.Class.Operation == model.OperationOperating
		inRow := s.Class.Establishment != 0 && s.Class.Establishment != model.EstablishmentNone
		if operating != inRow {
			c.add("PARTITION", "unit %d is %s from %s, and its row is %s", id, s.Class.Operation, s.ValidFrom, s.Class.Establishment)
		}
		if s.ValidTo <= s.ValidFrom || i > 0 && spans[i-1].ValidTo != s.ValidFrom {
			c.add("PARTITION", "the span of unit %d from %s to %s does not follow the one before", id, s.ValidFrom, s.ValidTo)
		}
	}
}

func (c *CheckReport) checkOrphans(v *store.View, set model.RuleSetID) error {
	n, err := v.CountSpans(set)
	if err == nil && n != c.Spans {
		c.add("ORPHAN", "the rule set has %d spans, %d of them of units that exist; repair the spans", n, c.Spans)
	}
	return err
}

func (c *CheckReport) checkOverlap(kind string, id int64, n int, valid func(int) model.Valid) {
	for i := 1; i < n; i++ {
		if valid(i-1).ValidTo > valid(i).ValidFrom {
			c.add("OVERLAP", "two facts of %s %d hold from %s; correct one of the two", kind, id, valid(i).ValidFrom)
		}
	}
}

func (c *CheckReport) checkFacts(v *store.View) error {
	regions, err := v.Regions()
	if err != nil {
		return err
	}
	overlaps(c, "region", regions, func(f *model.RegionFact) (int64, model.Valid) { return int64(f.RegionID), f.Valid })
	zones, err := v.Zones()
	if err != nil {
		return err
	}
	overlaps(c, "zone", zones, func(f *model.ZoneFact) (int64, model.Valid) { return int64(f.ZoneID), f.Valid })
	orgs, _, err := v.AllOrganisations()
	if err != nil {
		return err
	}
	overlaps(c, "organisation", orgs, func(f *model.OrganisationFact) (int64, model.Valid) { return int64(f.OrganisationID), f.Valid })
	people, err := store.AllCurrent(v, store.InstructorFacts)
	if err != nil {
		return err
	}
	overlaps(c, "instructor", people, func(f *model.InstructorFact) (int64, model.Valid) { return int64(f.InstructorID), f.Valid })
	masses, err := store.AllCurrent(v, store.MassOrganisationFacts)
	if err != nil {
		return err
	}
	overlaps(c, "mass organisation", masses, func(f *model.MassOrganisationFact) (int64, model.Valid) { return int64(f.MassOrganisationID), f.Valid })
	found, err := v.Dangling(maxFindings)
	for _, d := range found {
		c.add("DANGLING", "%s", d)
	}
	return err
}

// overlaps looks at facts in order of subject and date.
func overlaps[F any](c *CheckReport, kind string, facts []F, at func(*F) (int64, model.Valid)) {
	for i := 1; i < len(facts); i++ {
		before, was := at(&facts[i-1])
		id, is := at(&facts[i])
		if before == id && was.ValidTo > is.ValidFrom {
			c.add("OVERLAP", "two facts of %s %d hold from %s; correct one of the two", kind, id, is.ValidFrom)
		}
	}
}
