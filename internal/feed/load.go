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

// load reads the next snapshot in consistent views of one version of the database: only what changed where old is of the same rule set.
func (f *Feed) load(ctx context.Context, old *cube.Snapshot) (next *cube.Snapshot, err error) {
	views := 1
	if old == nil {
		views = min(runtime.GOMAXPROCS(0), mostViews)
	}
	err = f.store.Views(ctx, views, func(views []*store.View) error {
		l := &loader{view: views[0], views: views, old: old}
		if err := l.readChanges(); err != nil {
			return err
		}
		next, err = l.snapshot()
		return err
	})
	return next, err
}

// mostViews bounds the connections that a load takes, so that one is left for what else the server does.
const mostViews = 3

type loader struct {
	view *store.View
	// views share the reading of everything.
	views []*store.View
	// old is nil where everything is loaded.
	old *cube.Snapshot
	// classes are those of the spans of all kinds of subjects; nil until a whole cube is read.
	classes []model.SpanClass
	// touched are the subjects whose spans changed since old, by kind; trees tells that regions, zones or organisations did.
	touched map[model.Subject]map[model.UnitID]bool
	trees   bool
}

// spansOf tells of which kind of subject a change of the log tells that spans changed.
var spansOf = map[store.Subject]model.Subject{
	store.SubjectUnit: model.SubjectUnit, store.SubjectOrganisationSpans: model.SubjectOrganisation, store.SubjectInstructorSpans: model.SubjectInstructor,
}

func (l *loader) readChanges() error {
	if l.old == nil || l.old.RuleSet != l.view.State.RuleSetID {
		l.old, l.trees = nil, true
		return nil
	}
	l.touched = map[model.Subject]map[model.UnitID]bool{}
	for _, subject := range model.AllSubject() {
		l.touched[subject] = map[model.UnitID]bool{}
	}
	changes, err := l.view.ChangesSince(l.old.Version)
	for _, c := range changes {
		if subject, ok := spansOf[c.Subject]; ok {
			seen := l.touched[subject]
			for id := c.FirstID; id <= c.LastID && len(seen) <= maxIncrement; id++ {
				seen[model.UnitID(id)] = true
			}
		}
		switch c.Subject {
		case store.SubjectRegion, store.SubjectZone, store.SubjectOrganisation:
			l.trees = true
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
	if l.trees {
		p.add(func(v *store.View) error { return plant(v, next) })
	} else {
		next.Regions, next.Subordination, next.Zones = l.old.Regions, l.old.Subordination, l.old.Zones
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
	return next, p.run(l.views)
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
	periods, err := organisationPeriods(v)
	if err != nil {
		return err
	}
	codes, err := organisationCodes(v)
	if err != nil {
		return err
	}
	next.Regions, next.Zones = cube.NewRegions(regions), cube.NewZones(zones)
	next.Subordination = cube.NewSubordination(periods, codes, next.Regions)
	return nil
}

func organisationPeriods(v *store.View) ([]cube.OrganisationPeriod, error) {
	last, err := v.LastSubject(model.SubjectOrganisation)
	if err != nil {
		return nil, err
	}
	periods := make([]cube.OrganisationPeriod, 0, last) // most have one
	ends := make([]model.Date, 0, last)
	err = v.EachOrganisationPeriod(func(f *model.OrganisationFact) error {
		periods = append(periods, cube.OrganisationPeriod{ID: f.OrganisationID, ParentID: f.ParentID, Kind: f.Kind, RegionID: f.RegionID,
			Territorial: f.Territorial, Ends: !f.DissolvedOn.Open(), Valid: f.Valid})
		ends = append(ends, endOf(f.DissolvedOn))
		return nil
	})
	for i := len(periods) - 1; i >= 0; i-- { // by organisation in order of dates
		if i+1 < len(periods) && periods[i+1].ID == periods[i].ID {
			ends[i] = min(ends[i], ends[i+1]) // what is reported late ended when it says, as covers have it
		}
		periods[i].ValidTo = min(periods[i].ValidTo, ends[i])
	}
	return periods, err
}

// organisationCodes are the codes by id. They share one text, so that a quarter of a million of them are one object.
func organisationCodes(v *store.View) ([]string, error) {
	var all []byte
	ends := []int{0}
	err := v.EachSubjectKey(model.SubjectOrganisation, store.AllIDs, func(id model.SubjectID, code []byte) error {
		for len(ends) < int(id) {
			ends = append(ends, len(all))
		}
		all = append(all, code...)
		ends = append(ends, len(all))
		return nil
	})
	text, codes := string(all), make([]string, len(ends))
	for id := 1; id < len(ends); id++ {
		codes[id] = text[ends[id-1]:ends[id]]
	}
	return codes, err
}

// endOf is an exclusive end that may not have been reported.
func endOf(d model.Date) model.Date {
	if d.Open() {
		return model.Never
	}
	return d
}
