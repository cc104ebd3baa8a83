package resolvers

import (
	"bytes"
	"context"
	"strconv"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Plain writes results of object types whose selected fields hold what they show or are read for a whole page at once. Such a result
// needs no executor below it, whose contexts and goroutines a field cost many times what a number costs. What is not plain, or fails, is
// left to the executor as a whole, and the answer is the same to the byte.
type Plain map[string]func(*compiler, ast.SelectionSet) func(*bytes.Buffer, any)

// compiler turns selections into writers; failed tells that something in them is not plain.
type compiler struct {
	variables map[string]any
	fragments ast.FragmentDefinitionList
	failed    bool
	// ctx is that of the request, for writers that read; broken tells that one met what only the executor can tell.
	ctx    context.Context //nolint:containedctx // writers are made for one request and live no longer
	broken bool
}

// writer writes a field's value of an object.
type writer[T any] func(*bytes.Buffer, *T)

// plainFields are the plain fields of an object type, each with what makes its writer.
type plainFields[T any] map[string]func(*compiler, *ast.Field) writer[T]

// step writes a field with its key.
type step[T any] struct {
	key   string
	write writer[T]
}

// object compiles a selection of a type into a writer of whole objects.
func object[T any](c *compiler, name string, of plainFields[T], set ast.SelectionSet) writer[T] {
	steps := appendSteps(nil, map[string]*ast.Field{}, c, name, of, set)
	return func(w *bytes.Buffer, v *T) {
		for i := range steps {
			if i == 0 {
				w.WriteByte('{')
			} else {
				w.WriteByte(',')
			}
			w.WriteString(steps[i].key)
			steps[i].write(w, v)
		}
		w.WriteByte('}')
	}
}

func appendSteps[T any](steps []step[T], seen map[string]*ast.Field, c *compiler, name string, of plainFields[T], set ast.SelectionSet) []step[T] {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.InlineFragment:
			if c.failed = c.failed || len(s.Directives) > 0 || s.TypeCondition != "" && s.TypeCondition != name; !c.failed {
				steps = appendSteps(steps, seen, c, name, of, s.SelectionSet)
			}
		case *ast.FragmentSpread:
			f := c.fragments.ForName(s.Name)
			if c.failed = c.failed || f == nil || len(s.Directives) > 0 || f.TypeCondition != name; !c.failed {
				steps = appendSteps(steps, seen, c, name, of, f.SelectionSet)
			}
		case *ast.Field:
			if seen[s.Alias] != nil { // two selections that the executor would merge
				c.failed = true
			} else if one := c.field(s, name); one != nil {
				seen[s.Alias] = s
				steps = append(steps, step[T]{key(s.Alias), func(w *bytes.Buffer, _ *T) { w.WriteString(*one) }})
			} else if compile := of[s.Name]; compile == nil || len(s.Directives) > 0 {
				c.failed = true
			} else {
				seen[s.Alias] = s
				steps = append(steps, step[T]{key(s.Alias), compile(c, s)})
			}
		}
	}
	return steps
}

// field is the constant value of __typename; nil for other fields.
func (c *compiler) field(f *ast.Field, name string) *string {
	if f.Name != "__typename" || len(f.Directives) > 0 {
		return nil
	}
	text := strconv.Quote(name)
	return &text
}

func key(alias string) string { return strconv.Quote(alias) + ":" }

// leaf is a field whose value writes itself; nil is null.
func leaf[T any, M graphql.Marshaler](get func(*T) *M) func(*compiler, *ast.Field) writer[T] {
	return written(get, func(w *bytes.Buffer, v *M) { (*v).MarshalGQL(w) })
}

// written is a field of one kind of value; nil is null.
func written[T, V any](get func(*T) *V, write func(*bytes.Buffer, *V)) func(*compiler, *ast.Field) writer[T] {
	return func(*compiler, *ast.Field) writer[T] {
		return func(w *bytes.Buffer, v *T) {
			if one := get(v); one != nil {
				write(w, one)
				return
			}
			w.WriteString("null")
		}
	}
}

// one is a field that holds an object. Nil is null, or a fault that the executor tells where the schema has no null.
func one[T, V any](name string, of plainFields[V], get func(*T) *V) func(*compiler, *ast.Field) writer[T] {
	return func(c *compiler, f *ast.Field) writer[T] {
		write := object(c, name, of, f.SelectionSet)
		return func(w *bytes.Buffer, v *T) {
			if o := get(v); o != nil {
				write(w, o)
				return
			}
			c.broken = c.broken || f.Definition.Type.NonNull
			w.WriteString("null")
		}
	}
}

// list is a field that holds objects, none of them nil.
func list[T, V any](name string, of plainFields[V], get func(*T) []*V) func(*compiler, *ast.Field) writer[T] {
	return func(c *compiler, f *ast.Field) writer[T] {
		write := object(c, name, of, f.SelectionSet)
		return func(w *bytes.Buffer, v *T) {
			w.WriteByte('[')
			for i, o := range get(v) {
				if i > 0 {
					w.WriteByte(',')
				}
				if c.broken = c.broken || o == nil; !c.broken {
					write(w, o)
				}
			}
			w.WriteByte(']')
		}
	}
}

// read is a field whose object is read with those of its page; nil is null, and errors are for the executor to tell.
func read[T, V any](name string, of plainFields[V], get func(context.Context, *T) (*V, error)) func(*compiler, *ast.Field) writer[T] {
	return func(c *compiler, f *ast.Field) writer[T] { return one(name, of, reading(c, get))(c, f) }
}

// readAll is read for a field without arguments that holds objects.
func readAll[T, V any](name string, of plainFields[V], get func(context.Context, *T) ([]*V, error)) func(*compiler, *ast.Field) writer[T] {
	return func(c *compiler, f *ast.Field) writer[T] {
		c.failed = c.failed || len(f.Arguments) > 0
		return list(name, of, reading(c, get))(c, f)
	}
}

// reading reads a relation until one could not be read.
func reading[T, R any](c *compiler, get func(context.Context, *T) (R, error)) func(*T) R {
	return func(v *T) (none R) {
		if c.broken {
			return none
		}
		found, err := get(c.ctx, v)
		c.broken = err != nil
		return found
	}
}

// rootOf compiles root fields of a type.
func rootOf[T any](name string, of plainFields[T]) func(*compiler, ast.SelectionSet) func(*bytes.Buffer, any) {
	return func(c *compiler, set ast.SelectionSet) func(*bytes.Buffer, any) {
		write := object(c, name, of, set)
		return func(w *bytes.Buffer, result any) {
			if v, _ := result.(*T); v != nil {
				write(w, v)
				return
			}
			w.WriteString("null")
		}
	}
}

func text[T any](get func(*T) *string) func(*compiler, *ast.Field) writer[T] {
	return written(get, func(w *bytes.Buffer, s *string) { graphql.MarshalString(*s).MarshalGQL(w) })
}

func number[T any](get func(*T) *int) func(*compiler, *ast.Field) writer[T] {
	return written(get, func(w *bytes.Buffer, n *int) { w.Write(strconv.AppendInt(w.AvailableBuffer(), int64(*n), 10)) })
}

func fraction[T any](get func(*T) *float64) func(*compiler, *ast.Field) writer[T] {
	return written(get, func(w *bytes.Buffer, f *float64) { w.Write(strconv.AppendFloat(w.AvailableBuffer(), *f, 'g', -1, 64)) })
}

func flag[T any](get func(*T) *bool) func(*compiler, *ast.Field) writer[T] {
	return written(get, func(w *bytes.Buffer, b *bool) { w.Write(strconv.AppendBool(w.AvailableBuffer(), *b)) })
}

// plainRun is an operation all of whose results are plain. The executor resolves its root fields, with arguments, rights and errors, and is
// told that they are null; their results are kept and written afterwards.
type plainRun struct {
	*compiler
	roots   []root
	mu      sync.Mutex
	results map[string]any
}

type root struct {
	alias string
	write func(*bytes.Buffer, any)
}

// run is the plain run of a query; nil where the executor has to write it.
func (p Plain) run(o *graphql.OperationContext) *plainRun {
	if len(p) == 0 || o.Operation.Operation != ast.Query {
		return nil
	}
	c := &compiler{variables: o.Variables, fragments: o.Doc.Fragments}
	run := &plainRun{compiler: c, results: map[string]any{}}
	seen := map[string]bool{}
	for _, selection := range o.Operation.SelectionSet {
		f, ok := selection.(*ast.Field)
		if !ok || len(f.Directives) > 0 || seen[f.Alias] || f.Definition == nil {
			return nil
		}
		compile := p[f.Definition.Type.NamedType]
		if compile == nil || f.Definition.Type.NonNull {
			return nil
		}
		seen[f.Alias] = true
		run.roots = append(run.roots, root{f.Alias, compile(c, f.SelectionSet)})
	}
	if c.failed {
		return nil
	}
	return run
}

// keep is the middleware of fields that keeps the results of root fields.
func (r *plainRun) keep(ctx context.Context, next graphql.Resolver) (any, error) {
	result, err := next(ctx)
	if err != nil || result == nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.results[graphql.GetFieldContext(ctx).Field.Alias] = result
	return nil, nil
}

// data are the results as the executor would have written them; nothing where it must write them itself.
func (r *plainRun) data(ctx context.Context) []byte {
	r.ctx = ctx
	var w bytes.Buffer
	for i, one := range r.roots {
		if i == 0 {
			w.WriteByte('{')
		} else {
			w.WriteByte(',')
		}
		w.WriteString(key(one.alias))
		if result := r.results[one.alias]; result != nil {
			one.write(&w, result)
		} else {
			w.WriteString("null")
		}
	}
	w.WriteByte('}')
	if r.broken {
		return nil
	}
	return w.Bytes()
}
