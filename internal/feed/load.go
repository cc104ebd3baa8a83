package feed

import (
	"context"
	"fmt"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// maxIncrement is the number of changed units beyond which everything is loaded anew.
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
	old  *cube.Snapshot
	// touched are the units that changed since old; trees tells that regions, zones or organisations did.
	touched []model.UnitID
	trees   bool
}

func (l *loader) readChanges() error {
	if l.old == nil || l.old.RuleSet != l.view.State.RuleSetID {
		l.old, l.trees = nil, true
		return nil
	}
	changes, err := l.view.ChangesSince(l.old.Version)
	seen := map[model.UnitID]bool{}
	for _, c := range changes {
		switch c.Subject {
		case store.SubjectUnit:
			for id := c.FirstID; id <= c.LastID && len(seen) <= maxIncrement; id++ {
				seen[model.UnitID(id)] = true
			}
		case store.SubjectRegion, store.SubjectZone, store.SubjectOrganisation:
			l.trees = true
		}
	}
	for id := range seen {
		l.touched = append(l.touched, id)
	}
	if len(seen) > maxIncrement {
		l.old, l.trees = nil, true
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
	if l.old == nil {
		next.Cube, err = l.whole()
	} else {
		next.Cube, err = l.changed()
	}
	if err != nil {
		return nil, err
	}
	if !l.trees {
		next.Regions, next.Subordination, next.Zones = l.old.Regions, l.old.Subordination, l.old.Zones
		return next, nil
	}
	return next, l.plant(next)
}

// whole reads all spans.
func (l *loader) whole() (*cube.Cube, error) {
	state := l.view.State
	rows, err := l.view.CountSpans(state.RuleSetID)
	if err != nil {
		return nil, err
	}
	b := cube.NewBuilder(state.Version, state.RuleSetID, rows)
	classes, err := l.view.SpanClasses()
	if err != nil {
		return nil, err
	}
	known := make([]uint32, len(classes))
	for i := range classes {
		known[i] = b.Class(classes[i])
	}
	keys, err := l.unitKeys()
	if err != nil {
		return nil, err
	}
	last, at := model.UnitID(0), 0
	err = l.view.LoadSpans(state.RuleSetID, func(s *model.Span, class int32) error {
		if s.UnitID != last { // both come by id, so that one walk along the keys finds them all
			last = s.UnitID
			for at < len(keys) && keys[at].ID < last {
				at++
			}
			if at == len(keys) || keys[at].ID != last {
				return fmt.Errorf("unit %d has spans and no key; run fugai check", last)
			}
			b.Unit(last, keys[at].CreditCode)
		}
		b.Span(known[class-1], s) // ids of classes count from 1
		return nil
	})
	return b.Build(), err
}

func (l *loader) unitKeys() (keys []model.UnitKey, err error) {
	err = l.view.EachUnitKey(func(k model.UnitKey) error {
		keys = append(keys, k)
		return nil
	})
	return keys, err
}

// changed reads the spans of the touched units.
func (l *loader) changed() (*cube.Cube, error) {
	spans, err := l.view.SpansOf(l.view.State.RuleSetID, l.touched)
	if err != nil {
		return nil, err
	}
	codes, err := l.view.CreditCodes(l.touched)
	if err != nil {
		return nil, err
	}
	units := make([]cube.UnitSpans, 0, len(l.touched))
	for _, id := range l.touched {
		units = append(units, cube.UnitSpans{ID: id, CreditCode: codes[id], Spans: spans[id]})
	}
	return l.old.With(l.view.State.Version, units), nil
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
