// Package coverage is the read side: it validates a question, narrows it to the viewer's scope, asks the cube and fetches the
// rows of a page. Every exported method takes the principal from the context first.
package coverage

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"fugai/internal/access"
	"fugai/internal/cube"
	"fugai/internal/indicator"
	"fugai/internal/store"
	"fugai/model"
)

// Source hands out snapshots of the data; the feed is one.
type Source interface {
	Current() (*cube.Snapshot, error)
	Await(ctx context.Context, version model.DataVersion, wait time.Duration) (*cube.Snapshot, error)
}

// Service answers questions.
type Service struct {
	store  *store.Store
	source Source
	// today is the civil day in the deployment's zone.
	today   func() model.Date
	secrecy string

	mu   sync.Mutex
	sets map[model.PolicyID]*ruleSet
	// organisationList is the index of the last list of organisations.
	organisationList *organisationIndex
	plans            planCache
	// publishedCells are those of the last day and data version that were asked for.
	publishedCells *published
}

// ruleSet is a rule set with its catalogues as the schema shows them, made once.
type ruleSet struct {
	*indicator.RuleSet
	stored model.StoredRuleSet
	lists  map[model.Subject]*listOf
	// indicators are those of units.
	indicators []*model.Indicator
}

// New makes a service. today tells the civil day in the deployment's zone; secrecy is the label of pages and exports.
func New(s *store.Store, source Source, today func() model.Date, secrecy string) *Service {
	return &Service{store: s, source: source, today: today, secrecy: secrecy, sets: map[model.PolicyID]*ruleSet{}}
}

// Today is the civil day in the deployment's zone.
func (s *Service) Today() model.Date { return s.today() }

// longestWait is how long a question with minVersion waits for the commit.
const longestWait = 5 * time.Second

// pinKey carries the snapshot of a request, so that all its fields answer from one data version.
type pinKey struct{}

type pinned struct {
	mu       sync.Mutex
	snapshot *cube.Snapshot
	// fleeting tells that an answer holds something that can change without a commit, or waited for a later one.
	fleeting atomic.Bool
	// needs stand before the first question.
	needs Needs
}

// fleeting marks the request's answer as one that is not the same for as long as the data are.
func fleeting(ctx context.Context) {
	if pin, ok := ctx.Value(pinKey{}).(*pinned); ok {
		pin.fleeting.Store(true)
	}
}

// Identity names the data that a pinned request is answered from: data version, rule set and today, because dates default to
// it. It is "" where the same question may have another answer although nothing was committed.
func (s *Service) Identity(ctx context.Context) string {
	pin, ok := ctx.Value(pinKey{}).(*pinned)
	if !ok || pin.fleeting.Load() {
		return ""
	}
	now, err := s.pinned(ctx)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%d/%d/%t/%s", now.Version, now.RuleSet, now.Demo, s.today())
}

// Pin makes all questions with the context answer from one snapshot: the newest one at the first question.
func Pin(ctx context.Context) context.Context {
	return context.WithValue(ctx, pinKey{}, &pinned{needs: allNeeded})
}

// question is what every question begins with: who asks, of which data, for which day.
type question struct {
	*Service
	ctx   context.Context
	who   *access.Principal
	data  *cube.Snapshot
	rules *ruleSet
	asOf  model.Date
	needs Needs
	// subject is what the question is about: units, unless about says otherwise; spans is its cube.
	subject model.Subject
	spans   *cube.Cube
	// narrowed are conditions on dimensions that units do not have.
	narrowed []func(*model.SpanClass) bool
	// faults collects everything wrong with the question, to be told at once.
	faults model.Errors
}

// ask begins a question. asOf nil is today.
func (s *Service) ask(ctx context.Context, asOf *model.Date, minVersion *model.DataVersion) (*question, error) {
	who := access.From(ctx)
	if err := who.Need(access.Read, ""); err != nil {
		return nil, err
	}
	data, err := s.snapshot(ctx, minVersion)
	if err != nil {
		return nil, err
	}
	rules, err := s.rulesOf(ctx, data.Policy, data.RuleSet)
	if err != nil {
		return nil, err
	}
	q := &question{Service: s, ctx: ctx, who: who, data: data, rules: rules, asOf: s.today(), subject: model.SubjectUnit, spans: data.Cube, needs: needsOf(ctx)}
	if asOf != nil {
		q.asOf = *asOf
	}
	return q, nil
}

func (s *Service) snapshot(ctx context.Context, minVersion *model.DataVersion) (*cube.Snapshot, error) {
	now, err := s.pinned(ctx)
	if err != nil || minVersion == nil || now.Version >= *minVersion {
		return now, err
	}
	fleeting(ctx)
	later, err := s.source.Await(ctx, *minVersion, longestWait)
	if pin, ok := ctx.Value(pinKey{}).(*pinned); ok && err == nil {
		pin.advance(later) // the relations of what is answered are read at its version, too
	}
	return later, err
}

func (p *pinned) advance(later *cube.Snapshot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if later.Version > p.snapshot.Version {
		p.snapshot = later
	}
}

func (s *Service) pinned(ctx context.Context) (*cube.Snapshot, error) {
	pin, ok := ctx.Value(pinKey{}).(*pinned)
	if !ok {
		return s.source.Current()
	}
	pin.mu.Lock()
	defer pin.mu.Unlock()
	if pin.snapshot != nil {
		return pin.snapshot, nil
	}
	now, err := s.source.Current()
	pin.snapshot = now
	return now, err
}

// rulesOf is the rule set of a policy, read once.
func (s *Service) rulesOf(ctx context.Context, policyID model.PolicyID, id model.RuleSetID) (*ruleSet, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known := s.sets[policyID]; known != nil {
		return known, nil
	}
	stored, err := store.Get(ctx, s.store, func(v *store.View) (*model.StoredRuleSet, error) { return v.RuleSet(id) })
	if err != nil {
		return nil, err
	}
	policy, err := indicator.ParsePolicy(stored.Policy)
	if err != nil {
		return nil, err
	}
	set := &ruleSet{RuleSet: indicator.NewRuleSet(policy), stored: *stored, lists: map[model.Subject]*listOf{}}
	for _, subject := range model.AllSubject() {
		set.lists[subject] = set.list(subject, s.today())
	}
	set.indicators = set.lists[model.SubjectUnit].shown
	s.sets[stored.PolicyID] = set
	return set, nil
}

// wrong adds a fault.
func (q *question) wrong(path, format string, args ...any) {
	q.faults = append(q.faults, model.Invalid(path, format, args...))
}

func (q *question) fault(err *model.Error) { q.faults = append(q.faults, err) }
