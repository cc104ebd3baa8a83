package resolvers

import (
	"context"
	"errors"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// loader reads values by key, each once a request. The first object of a list that asks for a relation reads it for the whole
// list, because its companions are known: no timer waits for others to ask, so that one object costs no wait, and the number
// of statements does not depend on how the machine runs.
type loader[K comparable, V any] struct {
	read func(context.Context, []K) (map[K]V, error)
	// with are the companions of a key.
	with func(K) []K
	mu   sync.Mutex
	of   map[K]*batch[K, V]
}

// batch is what is read at once; done is closed when it has come.
type batch[K comparable, V any] struct {
	done   chan struct{}
	keys   []K
	values map[K]V
	err    error
}

func newLoader[K comparable, V any](with func(K) []K, read func(context.Context, []K) (map[K]V, error)) loader[K, V] {
	return loader[K, V]{read: read, with: with}
}

// load is the value of a key; the zero value where there is none.
func (l *loader[K, V]) load(ctx context.Context, key K) (V, error) {
	l.mu.Lock()
	b, known := l.of[key]
	if !known {
		b = l.begin(key)
	}
	l.mu.Unlock()
	if !known {
		l.run(ctx, b)
	}
	<-b.done
	return b.values[key], b.err
}

// begin makes the batch of a key and of its companions that nobody has asked for.
func (l *loader[K, V]) begin(key K) *batch[K, V] {
	b := &batch[K, V]{done: make(chan struct{}), keys: []K{key}, err: errors.New("the read of a relation panicked")}
	if l.of == nil { // a request uses few of its loaders
		l.of = map[K]*batch[K, V]{}
	}
	l.of[key] = b
	for _, k := range l.with(key) {
		if l.of[k] == nil {
			l.of[k] = b
			b.keys = append(b.keys, k)
		}
	}
	return b
}

func (l *loader[K, V]) run(ctx context.Context, b *batch[K, V]) {
	defer close(b.done)
	b.values, b.err = l.read(ctx, b.keys)
}

// companions are the keys that stand in one list, and of which therefore the same is asked. The zero value has none.
type companions[K comparable] struct {
	mu   sync.Mutex
	list map[K][]K
}

// meet notes a list of keys. Zero keys stand for what an object does not have.
func (c *companions[K]) meet(keys []K) {
	if len(keys) < 2 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.list == nil {
		c.list = map[K][]K{}
	}
	for _, k := range keys {
		if _, known := c.list[k]; !known {
			c.list[k] = keys
		}
	}
}

func (c *companions[K]) of(key K) []K {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.list[key]
}

// perField keeps a loader for each field of the operation that has arguments: they are the same for every object. The zero value is ready.
type perField[K comparable, V any] struct {
	mu sync.Mutex
	of map[*ast.Field]*loader[K, V]
}

// fieldOf is the field that is being resolved.
func fieldOf(ctx context.Context) *ast.Field { return graphql.GetFieldContext(ctx).Field.Field }

// load loads by the loader of the field that is being resolved.
func (p *perField[K, V]) load(ctx context.Context, key K, with func(K) []K, read func(context.Context, []K) (map[K]V, error)) (V, error) {
	return p.loadFor(ctx, fieldOf(ctx), key, with, read)
}

// loadFor loads by the loader of a field, made at the first call.
func (p *perField[K, V]) loadFor(
	ctx context.Context, field *ast.Field, key K, with func(K) []K, read func(context.Context, []K) (map[K]V, error),
) (V, error) {
	p.mu.Lock()
	l := p.of[field]
	if l == nil {
		if p.of == nil {
			p.of = map[*ast.Field]*loader[K, V]{}
		}
		l = &loader[K, V]{read: read, with: with}
		p.of[field] = l
	}
	p.mu.Unlock()
	return l.load(ctx, key)
}
