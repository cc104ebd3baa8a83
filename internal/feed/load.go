package feed

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// maxIncrement is the number of changed subjects of a kind beyond which its cube is loaded anew.
const maxIncrement = 200_000

// load reads the next snapshot in one consistent view of the database: only what changed where old is of the same rule set.
func (f *Feed) load(ctx context.Context, old *cube.Snapshot) (next *cube.Snapshot, err error) {
	err = f.store.View(ctx, func(v *store.View) error {
		l := &loader{view: v, old: old}
		if err := l.readChanges(); err != nil {
			return err
		}
		next, err = l.snapshot()
		return err
	})
	return next, err
}

type loader struct {
	view *store.View
	// old is nil where everything is loaded.
	old *cube.Snapshot
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
	if next.Cube, err = l.cube(model.SubjectUnit); err != nil {
		return nil, err
	}
	if next.Organisations, err = l.cube(model.SubjectOrganisation); err != nil {
		return nil, err
	}
	if next.Instructors, err = l.cube(model.SubjectInstructor); err != nil {
		return nil, err
	}
	if !l.trees {
		next.Regions, next.Subordination, next.Zones = l.old.Regions, l.old.Subordination, l.old.Zones
		return next, nil
	}
	return next, l.plant(next)
}

// cube is the next cube of a kind of subject.
func (l *loader) cube(of model.Subject) (*cube.Cube, error) {
	if l.old == nil || len(l.touched[of]) > maxIncrement {
		return l.whole(of)
	}
	return l.changed(of, slices.Collect(maps.Keys(l.touched[of])))
}

// whole reads all spans.
func (l *loader) whole(of model.Subject) (*cube.Cube, error) {
	state := l.view.State
	rows, err := l.view.CountSubjectSpans(of, state.RuleSetID)
	if err != nil {
		return nil, err
	}
	w := &writer{builder: cube.NewSubjectBuilder(of, state.Version, state.RuleSetID, rows)}
	if w.classes, err = l.view.SpanClasses(); err != nil {
		return nil, err
	}
	w.known = make([]uint32, len(w.classes))
	if w.keys, err = l.keys(of); err != nil {
		return nil, err
	}
	if err = l.view.LoadSubjectSpans(of, state.RuleSetID, w.add); err != nil {
		return nil, err
	}
	return w.builder.Build(), nil
}

func (l *loader) keys(of model.Subject) (keys []model.SubjectKey, err error) {
	err = l.view.EachSubjectKey(of, func(k model.SubjectKey) error {
		keys = append(keys, k)
		return nil
	})
	return keys, err
}

// writer fills a cube with spans that come by subject.
type writer struct {
	builder *cube.Builder
	// classes are those of all kinds of subjects. known are their numbers in the cube and 1, or 0 where no span has had them yet.
	classes []model.SpanClass
	known   []uint32
	keys    []model.SubjectKey
	at      int
	last    model.UnitID
}

func (w *writer) add(s *model.Span, class int32) error {
	if s.UnitID != w.last { // both come by id, so that one walk along the keys finds them all
		if w.last = s.UnitID; !w.begin(model.SubjectID(s.UnitID)) {
			return fmt.Errorf("subject %d has spans and no key; run fugai check", w.last)
		}
	}
	known := &w.known[class-1] // ids of classes count from 1
	if *known == 0 {
		*known = w.builder.Class(w.classes[class-1]) + 1
	}
	w.builder.Span(*known-1, s)
	return nil
}

// begin tells whether the subject has a key.
func (w *writer) begin(id model.SubjectID) bool {
	for w.at < len(w.keys) && w.keys[w.at].ID < id {
		w.at++
	}
	if w.at == len(w.keys) || w.keys[w.at].ID != id {
		return false
	}
	w.builder.Unit(model.UnitID(id), model.CreditCode(w.keys[w.at].Code))
	return true
}

// changed reads the spans of the touched subjects.
func (l *loader) changed(of model.Subject, touched []model.UnitID) (*cube.Cube, error) {
	ids := make([]model.SubjectID, len(touched))
	for i, id := range touched {
		ids[i] = model.SubjectID(id)
	}
	spans, err := l.view.SubjectSpans(of, l.view.State.RuleSetID, ids)
	if err != nil {
		return nil, err
	}
	codes, err := l.view.SubjectCodes(of, ids)
	if err != nil {
		return nil, err
	}
	next := make([]cube.UnitSpans, 0, len(ids))
	for i, id := range ids {
		next = append(next, cube.UnitSpans{ID: touched[i], CreditCode: model.CreditCode(codes[id]), Spans: spans[id]})
	}
	return l.old.Of(of).With(l.view.State.Version, next), nil
}

// plant reads the trees.
func (l *loader) plant(next *cube.Snapshot) error {
	regions, err := l.view.Regions()
	if err != nil {
		return err
	}
	zones, err := l.view.Zones()
	if err != nil {
		return err
	}
	facts, byID, err := l.view.AllOrganisations()
	if err != nil {
		return err
	}
	codes := []string{""}
	for id, code := range byID {
		for len(codes) <= int(id) {
			codes = append(codes, "")
		}
		codes[id] = code
	}
	periods := make([]cube.OrganisationPeriod, len(facts))
	ended := model.Never
	for i := len(facts) - 1; i >= 0; i-- { // by organisation in order of dates
		o := &facts[i]
		if i+1 == len(facts) || facts[i+1].OrganisationID != o.OrganisationID {
			ended = model.Never
		}
		ended = min(ended, endOf(o.DissolvedOn)) // what is reported late ended when it says, as covers have it
		periods[i] = cube.OrganisationPeriod{ID: o.OrganisationID, ParentID: o.ParentID, Kind: o.Kind, RegionID: o.RegionID, Territorial: o.Territorial,
			Valid: model.Valid{ValidFrom: o.ValidFrom, ValidTo: min(o.ValidTo, ended)}}
	}
	next.Regions, next.Zones = cube.NewRegions(regions), cube.NewZones(zones)
	next.Subordination = cube.NewSubordination(periods, codes, next.Regions)
	return nil
}

// endOf is an exclusive end that may not have been reported.
func endOf(d model.Date) model.Date {
	if d.Open() {
		return model.Never
	}
	return d
}
