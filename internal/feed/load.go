package feed

import (
	"context"
	"maps"
	"runtime"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// maxIncrement is the number of changed subjects of a kind beyond which its cube is loaded anew.
const maxIncrement = 200_000

// load reads the next snapshot in consistent views of one version of the database: only what changed where old is of the same rule set, and
// of covers, nil where they have not been read.
func (f *Feed) load(ctx context.Context, old *cube.Snapshot, covers *cube.Covers) (next *cube.Snapshot, err error) {
	views := 1
	if old == nil {
		if views = runtime.GOMAXPROCS(0); !f.store.Embedded() {
			views *= 2 // a view waits for the database while that waits for nobody
		}
		views = min(views, mostViews)
	}
	err = f.store.Views(ctx, views, func(views []*store.View) error {
		l := &loader{view: views[0], views: views, old: old, covers: covers}
		if err := l.readChanges(); err != nil {
			return err
		}
		next, err = l.snapshot()
		return err
	})
	return next, err
}

// mostViews bounds the connections that a load takes, so that one is left for what else the server does.
const mostViews = 4

type loader struct {
	view *store.View
	// views share the reading of everything.
	views []*store.View
	// old is nil where everything is loaded.
	old    *cube.Snapshot
	covers *cube.Covers
	// touched are the subjects whose spans changed since old, by kind; trees tells that regions, zones or organisations did, and workHolders
	// that instructors or mass organisations did.
	touched            map[model.Subject]map[model.UnitID]bool
	trees, workHolders bool
}

// spansOf tells of which kind of subject a change of the log tells that spans changed.
var spansOf = map[store.Subject]model.Subject{
	store.SubjectUnit: model.SubjectUnit, store.SubjectOrganisationSpans: model.SubjectOrganisation, store.SubjectInstructorSpans: model.SubjectInstructor,
}

func (l *loader) readChanges() error {
	if l.old == nil || l.old.RuleSet != l.view.State.RuleSetID {
		l.old, l.trees, l.workHolders = nil, true, true
		return nil
	}
	changes, err := l.view.ChangesSince(l.old.Version)
	l.touched = map[model.Subject]map[model.UnitID]bool{}
	for log, subject := range spansOf {
		l.touched[subject] = map[model.UnitID]bool{}
		touch(l.touched[subject], changes, log)
	}
	for _, c := range changes {
		switch c.Subject {
		case store.SubjectRegion, store.SubjectZone, store.SubjectOrganisation:
			l.trees = true
		case store.SubjectInstructor, store.SubjectMassOrganisation:
			l.workHolders = true
		}
	}
	return err
}

func (l *loader) snapshot() (*cube.Snapshot, error) {
	state := l.view.State
	rules, err := l.view.RuleSet(state.RuleSetID)
	if err != nil {
		return nil, err
	}
	next := &cube.Snapshot{Policy: rules.PolicyID, Demo: state.Demo, ChangedAt: state.ChangedAt}
	var p pool
	if l.old == nil {
		p.add(func(v *store.View) error { // beside the spans: whoever makes a cube of them finds the classes read
			_, err := v.SpanClasses()
			return err
		})
	}
	if l.trees {
		p.add(func(v *store.View) error { return plant(v, next) })
	} else {
		next.Regions, next.Subordination, next.Zones = l.old.Regions, l.old.Subordination, l.old.Zones
	}
	if l.workHolders {
		p.add(func(v *store.View) (err error) {
			next.WorkHolders, err = workHolders(v)
			return err
		})
	} else {
		next.WorkHolders = l.old.WorkHolders
	}
	for _, of := range model.AllSubject() {
		if l.old == nil || len(l.touched[of]) > maxIncrement {
			err = l.whole(of, next, &p)
		} else {
			p.add(func(v *store.View) error { return l.changed(v, of, next) })
		}
		if err != nil {
			return nil, err
		}
	}
	if l.covers != nil {
		p.add(func(v *store.View) (err error) {
			next.Covers, err = l.coversNow(v)
			return err
		})
	}
	return next, p.run(l.views)
}

// coversNow are the covers at the version of the view; nil where too many changed since those that are at hand.
func (l *loader) coversNow(v *store.View) (*cube.Covers, error) {
	touched := l.touched[model.SubjectUnit]
	if l.old == nil || l.old.Version != l.covers.Version {
		changes, err := v.ChangesSince(l.covers.Version)
		if err != nil {
			return nil, err
		}
		touched = map[model.UnitID]bool{}
		touch(touched, changes, store.SubjectUnit)
	}
	if len(touched) > maxIncrement {
		return nil, nil
	}
	units := slices.Collect(maps.Keys(touched))
	covers, err := v.CurrentCovers(units)
	if err != nil {
		return nil, err
	}
	return l.covers.With(v.State.Version, units, covers), nil
}

// touch notes the ids of a kind of subject that changes name, up to one more than an increment takes.
func touch(touched map[model.UnitID]bool, changes []store.Change, of store.Subject) {
	for _, c := range changes {
		for id := c.FirstID; c.Subject == of && id <= c.LastID && len(touched) <= maxIncrement; id++ {
			touched[model.UnitID(id)] = true
		}
	}
}

// changed takes the spans of the touched subjects of a kind into its cube.
func (l *loader) changed(v *store.View, of model.Subject, next *cube.Snapshot) error {
	touched := slices.Collect(maps.Keys(l.touched[of]))
	ids := make([]model.SubjectID, len(touched))
	for i, id := range touched {
		ids[i] = model.SubjectID(id)
	}
	spans, err := v.SubjectSpans(of, v.State.RuleSetID, ids)
	if err != nil {
		return err
	}
	codes, err := v.SubjectCodes(of, ids)
	if err != nil {
		return err
	}
	list := make([]cube.UnitSpans, 0, len(ids))
	for i, id := range ids {
		list = append(list, cube.UnitSpans{ID: touched[i], CreditCode: model.CreditCode(codes[id]), Spans: spans[id]})
	}
	next.Set(of, l.old.Of(of).With(v.State.Version, list))
	return nil
}

// plant reads the trees.
func plant(v *store.View, next *cube.Snapshot) error {
	regions, err := v.Regions()
	if err != nil {
		return err
	}
	zones, err := v.Zones()
	if err != nil {
		return err
	}
	periods, names, err := organisationPeriods(v)
	if err != nil {
		return err
	}
	codes, err := organisationCodes(v)
	if err != nil {
		return err
	}
	next.Regions, next.Zones = cube.NewRegions(regions), cube.NewZones(zones)
	next.Subordination = cube.NewSubordination(periods, names, codes, next.Regions)
	return nil
}

func workHolders(v *store.View) (*cube.WorkHolders, error) {
	instructors, err := store.AllCurrent(v, store.InstructorServices)
	if err != nil {
		return nil, err
	}
	masses, err := store.AllCurrent(v, store.MassOrganisationLives)
	return cube.NewWorkHolders(instructors, masses), err
}

// organisationPeriods are the periods of all organisations, and their names.
func organisationPeriods(v *store.View) ([]cube.OrganisationPeriod, *cube.Texts, error) {
	last, err := v.LastSubject(model.SubjectOrganisation)
	if err != nil {
		return nil, nil, err
	}
	names := &cube.Texts{}
	periods := make([]cube.OrganisationPeriod, 0, last) // most have one
	ends := make([]model.Date, 0, last)
	err = v.EachOrganisationPeriod(func(f *model.OrganisationFact) error {
		periods = append(periods, cube.OrganisationPeriod{ID: f.OrganisationID, ParentID: f.ParentID, Kind: f.Kind, RegionID: f.RegionID,
			Territorial: f.Territorial, DissolvedOn: f.DissolvedOn, Nature: f.Nature, SetUp: f.SetUp, Valid: f.Valid, ToldTo: f.ValidTo})
		names.AddName(f.Name)
		ends = append(ends, endOf(f.DissolvedOn))
		return nil
	})
	for i := len(periods) - 1; i >= 0; i-- { // by organisation in order of dates
		if i+1 < len(periods) && periods[i+1].ID == periods[i].ID {
			ends[i] = min(ends[i], ends[i+1]) // what is reported late ended when it says, as covers have it
		}
		periods[i].ValidTo = min(periods[i].ValidTo, ends[i])
	}
	return periods, names, err
}

// organisationCodes are the codes by id.
func organisationCodes(v *store.View) (*cube.Texts, error) {
	codes := &cube.Texts{}
	codes.Add(nil)
	err := v.EachSubjectKey(model.SubjectOrganisation, store.AllIDs, func(id model.SubjectID, code []byte) error {
		for codes.Len() < int(id) {
			codes.Add(nil)
		}
		codes.Add(code)
		return nil
	})
	return codes, err
}

// endOf is an exclusive end that may not have been reported.
func endOf(d model.Date) model.Date {
	if d.Open() {
		return model.Never
	}
	return d
}
