package cube

import (
	"sort"

	"fugai/model"
)

// OrganisationPeriod is what is reported of an organisation for a period, as far as the subordination tree, names and what judges covers need
// it.
type OrganisationPeriod struct {
	ID       model.OrganisationID
	ParentID model.OrganisationID
	RegionID model.RegionID
	model.Valid
	// ToldTo is the exclusive end of the report, which the end of its life does not cut.
	ToldTo model.Date
	// DissolvedOn is the exclusive end of its life as the report tells it; open while it lives.
	DissolvedOn model.Date
	Kind        model.OrganisationKind
	Nature      model.OrganisationNature
	SetUp       model.SetUp
	// Territorial tells that it is recorded as the territorial committee of its region.
	Territorial bool
}

// packedPeriod is a period in two thirds of the memory.
type packedPeriod struct {
	id, parent, region uint32
	model.Valid
	toldTo, dissolvedOn model.Date
	kind                model.OrganisationKind
	nature              model.OrganisationNature
	setUp               model.SetUp
	territorial         bool
}

func (p *OrganisationPeriod) packed() packedPeriod {
	return packedPeriod{uint32(p.ID), uint32(p.ParentID), uint32(p.RegionID), p.Valid, p.ToldTo, p.DissolvedOn, p.Kind, p.Nature, p.SetUp, p.Territorial}
}

func (p *packedPeriod) open() OrganisationPeriod {
	return OrganisationPeriod{model.OrganisationID(p.id), model.OrganisationID(p.parent), model.RegionID(p.region), p.Valid, p.toldTo, p.dissolvedOn,
		p.kind, p.nature, p.setUp, p.territorial}
}

// Told is what is reported of an organisation for a date, whether it lives on it or not, and its name then; for a date of which nothing is
// reported it is the first report. false where the organisation is not known.
func (s *Subordination) Told(id model.OrganisationID, d model.Date) (p OrganisationPeriod, name string, ok bool) {
	from, to := s.placesOf(id)
	if from == to {
		return p, "", false
	}
	at := from
	for i := from; i < to; i++ {
		if p := &s.periods[i]; p.ValidFrom <= d && d < p.toldTo {
			at = i
		}
	}
	return s.periods[at].open(), unpack(s.names.At(at)), true
}

// periodsOf are the periods of an organisation.
func (s *Subordination) periodsOf(id model.OrganisationID) []packedPeriod {
	from, to := s.placesOf(id)
	return s.periods[from:to]
}

// placesOf are the places of the periods of an organisation, from one to another (exclusive).
func (s *Subordination) placesOf(id model.OrganisationID) (from, to int) {
	return runOf(s.periods, func(p *packedPeriod) uint32 { return p.id }, uint32(id))
}

// runOf are the places of the entries with an id in a list that is ordered by it, from one to another (exclusive).
func runOf[T any](list []T, idOf func(*T) uint32, id uint32) (from, to int) {
	from = sort.Search(len(list), func(i int) bool { return idOf(&list[i]) >= id })
	to = from
	for to < len(list) && idOf(&list[to]) == id {
		to++
	}
	return from, to
}

// Reported is the superior of an organisation as it is reported for a date, 0 for none. The tree of the date may have another one: none
// where the superior does not exist.
func (s *Subordination) Reported(id model.OrganisationID, d model.Date) model.OrganisationID {
	for _, p := range s.periodsOf(id) {
		if p.On(d) {
			return model.OrganisationID(p.parent)
		}
	}
	return 0
}

// Facts are the reports of an organisation in order of their dates, as far as they judge the covers that it holds.
func (s *Subordination) Facts(id model.OrganisationID) []model.OrganisationFact {
	periods := s.periodsOf(id)
	out := make([]model.OrganisationFact, len(periods))
	for i := range periods {
		p, f := &periods[i], &out[i]
		f.OrganisationID, f.ValidFrom, f.ValidTo = id, p.ValidFrom, p.toldTo
		f.RegionID, f.Kind, f.Nature, f.SetUp, f.DissolvedOn = model.RegionID(p.region), p.kind, p.nature, p.setUp, p.dissolvedOn
	}
	return out
}
