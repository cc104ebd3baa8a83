package intake

import (
	"bytes"
	"context"
	"fmt"
	"reflect"
	"sync"
	"testing"
	"time"

	"fugai/internal/registry"
	"fugai/model"
)

// fake is a registry in memory: it knows which keys it has seen, refuses unknown organisations, and remembers batches.
type fake struct {
	mu       sync.Mutex
	known    map[string]string
	batches  []model.Batch
	state    model.ImportState
	report   []byte
	apply    func() error
	lastHow  model.Apply
	sessions int
}

// unplanned applies without a plan.
type unplanned func() (model.Applied, error)

func (u unplanned) Apply() (model.Applied, error) { return u() }

func newFake() *fake { return &fake{known: map[string]string{}} }

func (f *fake) OpenImport(context.Context, string, bool) (Session, error) {
	f.sessions++
	return f, nil
}

func (f *fake) ID() model.ImportID { return 7 }

func (f *fake) Settle(context.Context, func(registry.Settling)) (model.DataVersion, error) {
	return model.DataVersion(len(f.batches)), nil
}

func (f *fake) Close(_ context.Context, state model.ImportState, report []byte) error {
	f.state, f.report = state, report
	return nil
}

func (f *fake) Plan(ctx context.Context, b *model.Batch, how model.Apply) (Planned, error) {
	return unplanned(func() (model.Applied, error) { return f.Apply(ctx, b, how) }), nil
}

func (f *fake) Apply(ctx context.Context, b *model.Batch, how model.Apply) (model.Applied, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.apply != nil {
		if err := f.apply(); err != nil {
			return model.Applied{}, err
		}
	}
	f.lastHow = how
	f.batches = append(f.batches, *b)
	done := model.Applied{Version: model.DataVersion(len(f.batches)), Files: map[string]*model.Tally{}}
	known := f.known
	if how.DryRun {
		known = map[string]string{}
		for k, v := range f.known {
			known[k] = v
		}
	}
	v := reflect.ValueOf(b).Elem()
	for i := range v.NumField() {
		for j := range v.Field(i).Len() {
			f.one(v.Type().Field(i).Name, v.Field(i).Index(j), known, &done)
		}
	}
	return done, nil
}

func (f *fake) one(kind string, in reflect.Value, known map[string]string, done *model.Applied) {
	origin := in.FieldByName("Origin").Interface().(model.Origin)
	t := done.Files[origin.File]
	if t == nil {
		t = &model.Tally{}
		done.Files[origin.File] = t
	}
	if c, ok := in.Interface().(model.CoverInput); ok && c.OrganisationCode == "UNKNOWN" {
		t.Rejected++
		done.Problems = append(done.Problems, model.Problem{File: origin.File, Line: origin.Line, Column: "organisation_code", Code: "UNKNOWN_REFERENCE", Message: "there is no organisation UNKNOWN"})
		return
	}
	in.FieldByName("Origin").SetZero()
	text := fmt.Sprintf("%+v", in.Interface())
	in.FieldByName("Origin").Set(reflect.ValueOf(origin))
	key := kind + fmt.Sprint(in.Field(1).Interface()) + origin.File + fmt.Sprint(origin.Line)
	switch old, ok := known[key]; {
	case !ok:
		t.New++
	case old != text:
		t.Changed++
	default:
		t.Unchanged++
	}
	known[key] = text
}

// upload imports one content under a name, against a fresh fake.
func upload(t *testing.T, name string, content []byte) (*Report, *fake) {
	t.Helper()
	f := newFake()
	report, err := New(f, nil).ImportUpload(context.Background(), name, bytes.NewReader(content), int64(len(content)),
		Options{AsOf: model.MustDate("2026-06-30"), KeepRows: 10})
	if err != nil {
		t.Fatal(err)
	}
	return report, f
}

// problems of a report, as "line column CODE".
func problems(r *Report) (list []string) {
	for _, f := range r.Files {
		for _, p := range f.Problems {
			mark := ""
			if p.Warning {
				mark = " (warning)"
			}
			list = append(list, fmt.Sprintf("%d %s %s%s", p.Line, p.Column, p.Code, mark))
		}
	}
	return list
}

func fixedClock() func() time.Time {
	now := time.Date(2026, 6, 30, 9, 0, 0, 0, time.UTC)
	return func() time.Time { now = now.Add(time.Second); return now }
}

func (f *fake) Alive(context.Context) error { return nil }
