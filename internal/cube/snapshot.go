package cube

import (
	"cmp"
	"slices"

	"fugai/model"
)

// Snapshot is everything that answers are computed from, at one data version: the cube and the dated trees beside it. It
// never changes; a commit makes the next one.
type Snapshot struct {
	*Cube
	// Organisations and Instructors are the cubes of the other subjects, at the same data version.
	Organisations *Cube
	Instructors   *Cube
	Regions       *Regions
	Subordination *Subordination
	Zones         *Zones
	WorkHolders   *WorkHolders
	// Covers are nil until they have been read, which is after the first answers.
	Covers *Covers
	// Policy is the number of the policy's text in force.
	Policy    model.PolicyID
	Demo      bool
	ChangedAt model.Moment
}

// Of is the cube of a subject.
func (s *Snapshot) Of(subject model.Subject) *Cube {
	switch subject {
	case model.SubjectOrganisation:
		return s.Organisations
	case model.SubjectInstructor:
		return s.Instructors
	}
	return s.Cube
}

// Set puts the cube of a subject into a snapshot that is being made.
func (s *Snapshot) Set(subject model.Subject, c *Cube) {
	switch subject {
	case model.SubjectOrganisation:
		s.Organisations = c
	case model.SubjectInstructor:
		s.Instructors = c
	default:
		s.Cube = c
	}
}

// BuildIndexes orders names and codes of all cubes, one after the other. It may run beside queries.
func (s *Snapshot) BuildIndexes() {
	for _, subject := range model.AllSubject() {
		s.Of(subject).BuildIndexes()
	}
}

// Zones are all zones over time. There are few, so that lists are walked.
type Zones struct {
	facts []model.ZoneFact // by code, then date
	maxID model.ZoneID
}

// NewZones takes all current facts of zones.
func NewZones(facts []model.ZoneFact) *Zones {
	z := &Zones{facts: slices.Clone(facts)}
	slices.SortFunc(z.facts, func(a, b model.ZoneFact) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.ValidFrom, b.ValidFrom))
	})
	for i := range z.facts {
		z.maxID = max(z.maxID, z.facts[i].ZoneID)
	}
	return z
}

// On are the zones of a date, by code.
func (z *Zones) On(d model.Date) []*model.ZoneFact {
	var out []*model.ZoneFact
	for i := range z.facts {
		if z.facts[i].On(d) {
			out = append(out, &z.facts[i])
		}
	}
	return out
}

// Size is how long a column by zone id must be.
func (z *Zones) Size() int { return int(z.maxID) + 1 }
