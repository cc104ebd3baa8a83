package resolvers

import (
	"context"
	"sync"

	"fugai/internal/coverage"
	"fugai/model"
)

// at is an object by id as of a date.
type at[ID ~int64] struct {
	ID ID
	On model.Date
}

// byDay makes a batch over ids of one date a batch over dated ids: a read for each date, of which there is mostly one.
func byDay[ID ~int64, V any](read func(context.Context, []ID, model.Date) (map[ID]V, error)) func(context.Context, []at[ID]) (map[at[ID]]V, error) {
	return func(ctx context.Context, keys []at[ID]) (map[at[ID]]V, error) {
		days := map[model.Date][]ID{}
		for _, k := range keys {
			days[k.On] = append(days[k.On], k.ID)
		}
		out := make(map[at[ID]]V, len(keys))
		for day, ids := range days {
			found, err := read(ctx, ids, day)
			if err != nil {
				return nil, err
			}
			for id, v := range found {
				out[at[ID]{id, day}] = v
			}
		}
		return out, nil
	}
}

// loaders read the relations of one request.
type loaders struct {
	lists unitLists
	// What is read by id, and what is read of an object, have companions of their own: the members of a list are there already.
	unitsMet    companions[at[model.UnitID]]
	orgsMet     companions[at[model.OrganisationID]]
	peopleMet   companions[at[model.InstructorID]]
	massesMet   companions[at[model.MassOrganisationID]]
	zonesMet    companions[at[model.ZoneID]]
	sourcesMet  companions[model.SourceID]
	unitList    companions[at[model.UnitID]]
	orgList     companions[at[model.OrganisationID]]
	peopleList  companions[at[model.InstructorID]]
	zoneList    companions[at[model.ZoneID]]
	regionList  companions[at[model.RegionID]]
	coverList   companions[*model.Cover]
	historyList companions[model.UnitID]
	roundsMet   companions[at[model.ReviewRoundID]]
	roundList   companions[*model.ReviewRound]
	itemList    companions[at[model.ReviewItemID]]

	units    loader[at[model.UnitID], *model.Unit]
	orgs     loader[at[model.OrganisationID], *model.Organisation]
	people   loader[at[model.InstructorID], *model.Instructor]
	masses   loader[at[model.MassOrganisationID], *model.MassOrganisation]
	zones    loader[at[model.ZoneID], *model.Zone]
	sources  loader[model.SourceID, *model.Source]
	inForce  loader[*model.Cover, bool]
	covers   loader[at[model.UnitID], []*model.Cover]
	last     loader[at[model.UnitID], *model.Cover]
	superior loader[at[model.UnitID], *model.Organisation]
	visits   loader[at[model.UnitID], []*model.Visit]
	students loader[at[model.UnitID], []*model.CandidateView]
	history  loader[model.UnitID, *model.UnitHistory]
	followed loader[model.UnitID, []model.Succession]
	held     loader[at[model.OrganisationID], []*model.Cover]
	setUps   loader[at[model.OrganisationID], []model.SetUp]
	taking   loader[at[model.OrganisationID], []*model.Participation]
	judged   loader[at[model.OrganisationID], []*model.SetUpCondition]
	visited  loader[at[model.InstructorID], []*model.Visit]

	// What the look-back reads: findings of each kind of subject, and what they are about.
	ofUnits   loader[at[model.UnitID], []*model.Finding]
	ofBodies  loader[at[model.OrganisationID], []*model.Finding]
	ofPeople  loader[at[model.InstructorID], []*model.Finding]
	leaders   loader[at[model.UnitID], []*model.Leadership]
	officers  loader[at[model.OrganisationID], []*model.Officer]
	active    loader[at[model.OrganisationID], []*model.Activity]
	liveUnits loader[at[model.InstructorID], int]
	lastVisit loader[at[model.InstructorID], *model.Date]
	rounds    loader[at[model.ReviewRoundID], *model.ReviewRound]
	events    loader[at[model.ReviewItemID], []*model.ReviewEvent]

	orgPages    perField[at[model.OrganisationID], *model.OrganisationConnection]
	orgUnits    perField[at[model.OrganisationID], *model.UnitConnection]
	personUnits perField[at[model.InstructorID], *model.UnitConnection]
	zoneUnits   perField[at[model.ZoneID], *model.UnitConnection]
	otherUnits  perField[otherKey, *model.UnitConnection]
	regionRows  perField[at[model.RegionID], *model.CoverageRow]

	reviewCounts perField[*model.ReviewRound, []*model.ReviewCount]
	reviewItems  perField[*model.ReviewRound, *model.Connection[model.ReviewItem]]
}

func newLoaders(ctx context.Context, c *coverage.Service) *loaders {
	l := &loaders{lists: c}
	l.readByID(ctx, c)
	l.readOfUnits(c)
	l.readOfOrganisations(c)
	l.readForLookBack(c)
	return l
}

// readByID makes the loaders of objects by id. What they read are lists of companions in turn.
func (l *loaders) readByID(ctx context.Context, c *coverage.Service) {
	l.units = newLoader(l.unitsMet.of, then(byDay(c.UnitsAt), l.meetUnits))
	l.orgs = newLoader(l.withParents(ctx, c), l.organisationsAt(c))
	l.people = newLoader(l.peopleMet.of, then(byDay(c.InstructorsAt), l.meetInstructors))
	l.masses = newLoader(l.massesMet.of, byDay(c.MassOrganisationsAt))
	l.zones = newLoader(l.zonesMet.of, then(byDay(c.ZonesAt), l.meetZones))
	l.sources = newLoader(l.sourcesMet.of, c.SourcesByID)
	l.inForce = newLoader(l.coverList.of, c.InForce)
}

// withParents are the companions of an organisation and, where the request shows them, the superiors of all of these: one statement reads
// them all.
func (l *loaders) withParents(ctx context.Context, c *coverage.Service) func(at[model.OrganisationID]) []at[model.OrganisationID] {
	return func(key at[model.OrganisationID]) []at[model.OrganisationID] {
		list := l.orgsMet.of(key)
		parent := c.Parents(ctx)
		if parent == nil {
			return list
		}
		with := append([]at[model.OrganisationID]{key}, list...)
		for _, k := range with[:len(with):len(with)] {
			if id := parent(k.ID, k.On); id != 0 {
				with = append(with, at[model.OrganisationID]{id, k.On})
			}
		}
		return with
	}
}

// organisationsAt reads organisations. Those that were asked for are companions of one another, and so are the superiors that were read
// along with them.
func (l *loaders) organisationsAt(
	c *coverage.Service,
) func(context.Context, []at[model.OrganisationID]) (map[at[model.OrganisationID]]*model.Organisation, error) {
	read := byDay(c.OrganisationsAt)
	return func(ctx context.Context, keys []at[model.OrganisationID]) (map[at[model.OrganisationID]]*model.Organisation, error) {
		found, err := read(ctx, keys)
		asked := map[at[model.OrganisationID]]bool{keys[0]: true}
		for _, k := range l.orgsMet.of(keys[0]) {
			asked[k] = true
		}
		var first, along []*model.Organisation
		for _, k := range keys {
			if asked[k] {
				first = append(first, found[k])
			} else {
				along = append(along, found[k])
			}
		}
		l.meetOrganisations(first)
		l.meetOrganisations(along)
		return found, err
	}
}

func (l *loaders) readOfUnits(c *coverage.Service) {
	l.covers = newLoader(l.unitList.of, thenEach(byDay(c.CoversOfUnits), l.meetCovers))
	l.last = newLoader(l.unitList.of, then(byDay(c.LastCovers), l.meetCovers))
	l.superior = newLoader(l.unitList.of, then(byDay(c.SuperiorsOf), l.meetOrganisations))
	l.visits = newLoader(l.unitList.of, thenEach(byDay(c.VisitsOfUnits), l.meetVisits))
	l.students = newLoader(l.unitList.of, thenEach(byDay(c.CandidatesOfUnits), l.meetCandidates))
	l.history = newLoader(l.historyList.of, c.HistoriesOf)
	l.followed = newLoader(l.historyList.of, c.SuccessionsOf)
}

func (l *loaders) readOfOrganisations(c *coverage.Service) {
	l.held = newLoader(l.orgList.of, thenEach(byDay(c.CoversOfOrganisations), l.meetCovers))
	l.judged = newLoader(l.orgList.of, byDay(c.SetUpConditionsOf))
	l.setUps = newLoader(l.orgList.of, byDay(c.SetUpsOf))
	l.taking = newLoader(l.orgList.of, thenEach(byDay(c.ParticipantsOf), l.meetParticipations))
	l.visited = newLoader(l.peopleList.of, thenEach(byDay(c.VisitsOfInstructors), l.meetVisits))
}

func (l *loaders) readForLookBack(c *coverage.Service) {
	l.ofUnits = newLoader(l.unitList.of, thenEach(byDay(c.FindingsOfUnits), l.meetFindings))
	l.ofBodies = newLoader(l.orgList.of, thenEach(byDay(c.FindingsOfOrganisations), l.meetFindings))
	l.ofPeople = newLoader(l.peopleList.of, thenEach(byDay(c.FindingsOfInstructors), l.meetFindings))
	l.leaders = newLoader(l.unitList.of, byDay(c.LeadershipOf))
	l.officers = newLoader(l.orgList.of, byDay(c.OfficersOf))
	l.active = newLoader(l.orgList.of, byDay(c.ActivitiesOf))
	l.liveUnits = newLoader(l.peopleList.of, byDay(c.LiveUnitsOf))
	l.lastVisit = newLoader(l.peopleList.of, byDay(c.LastVisitsOf))
	l.rounds = newLoader(l.roundsMet.of, then(byDay(c.ReviewRoundsByID), l.meetReviewRounds))
	l.events = newLoader(l.itemList.of, thenEach(byDay(c.ReviewEventsOf), l.meetReviewEvents))
}

// then hands the objects that a batch has read to meet.
func then[K comparable, V any](read func(context.Context, []K) (map[K]V, error), meet func([]V)) func(context.Context, []K) (map[K]V, error) {
	return func(ctx context.Context, keys []K) (map[K]V, error) {
		found, err := read(ctx, keys)
		all := make([]V, 0, len(found))
		for _, v := range found {
			all = append(all, v)
		}
		meet(all)
		return found, err
	}
}

// thenEach is then for batches of lists.
func thenEach[K comparable, V any](read func(context.Context, []K) (map[K][]V, error), meet func([]V)) func(context.Context, []K) (map[K][]V, error) {
	return then(read, func(lists [][]V) {
		var all []V
		for _, list := range lists {
			all = append(all, list...)
		}
		meet(all)
	})
}

type loadersKey struct{}

// Begin adds to the context what lives for one request: the snapshot that all its fields answer from, and the loaders, which are made when
// the first is used.
func (r *Resolver) Begin(ctx context.Context) context.Context {
	ctx = coverage.Pin(ctx)
	return context.WithValue(ctx, loadersKey{}, sync.OnceValue(func() *loaders { return newLoaders(ctx, r.coverage) }))
}

func loadersOf(ctx context.Context) *loaders { return ctx.Value(loadersKey{}).(func() *loaders)() }
