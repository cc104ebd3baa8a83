package registry

import (
	"context"
	"fmt"

	"fugai/internal/store"
	"fugai/model"
)

// Finding is a fault that a check found.
type Finding struct {
	// Code is SPANS, STALE, PARTITION, OVERLAP, DANGLING, ORPHAN or REVIEW.
	Code    string
	Message string
}

// CheckReport tells what a check looked at and found.
type CheckReport struct {
	Version       model.DataVersion
	Units         int
	Organisations int
	Instructors   int
	// Spans are those of all subjects; LookBack those of them in which a rule of the look-back finds something.
	Spans    int
	LookBack int
	Findings []Finding
	// Faults counts all findings; Findings holds the first of them.
	Faults int
}

// maxFindings is how many findings a report holds.
const maxFindings = 1000

// Check rebuilds every span from the facts and compares it with the stored one, in one snapshot and in batches, checks that
// every operating unit has exactly one row of the partition on every date, that facts of a subject do not overlap, that what
// rows name exists, and that items of review rounds stand as their acts say. Subjects whose spans an import has yet to compute are named and not compared.
func (r *Registry) Check(ctx context.Context, progress func(subjects int)) (*CheckReport, error) {
	out := &CheckReport{}
	err := r.store.View(ctx, func(v *store.View) error {
		out.Version = v.State.Version
		sets, err := r.ruleSets(v)
		if err != nil {
			return err
		}
		for _, of := range model.AllSubject() {
			c := checker{CheckReport: out, v: v, set: sets[0], of: of, found: lookBackMask(sets[0].rules, of)}
			if err := c.check(progress); err != nil {
				return err
			}
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
	posts, err := store.AllCurrent(v, store.Leaderships)
	if err != nil {
		return err
	}
	overlaps(c, "the leadership of unit", posts, func(f *model.Leadership) (int64, model.Valid) { return int64(f.UnitID), f.Valid })
	found, err := v.Dangling(maxFindings)
	if err != nil {
		return err
	}
	for _, d := range found {
		c.add("DANGLING", "%s", d)
	}
	reviews, err := v.ReviewFaults(maxFindings)
	for _, f := range reviews {
		c.add("REVIEW", "%s", f)
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
