package resolvers

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
)

const (
	// longestKept is the longest text whose document is kept: a parsed document takes many times the memory of its text.
	longestKept = 16 << 10
	// mostFaults is how many faults of one document are told; more would only make the answer long.
	mostFaults = 20
)

// documents are the texts that were admitted lately: parsed, within the limits and valid.
type documents struct {
	schema graphql.ExecutableSchema
	limits Limits
	kept   *lru.LRU[*admitted]
}

// admitted is a document that may be executed.
type admitted struct {
	parsed *ast.QueryDocument
	// costs are the complexities of the operations that have no variables.
	costs map[*ast.OperationDefinition]int
}

func newDocuments(schema graphql.ExecutableSchema, limits Limits) *documents {
	return &documents{schema: schema, limits: limits, kept: lru.New[*admitted](max(1, limits.Documents))}
}

func (d *documents) get(text string) (*admitted, *refusal) {
	if doc, ok := d.kept.Get(context.Background(), text); ok {
		return doc, nil
	}
	doc, refused := d.admit(text)
	if refused == nil && len(text) <= longestKept {
		d.kept.Add(context.Background(), text, doc)
	}
	return doc, refused
}

// admit measures before it validates: validation takes time that grows with what the limits bound.
func (d *documents) admit(text string) (*admitted, *refusal) {
	parsed, refused := d.parse(text)
	if refused != nil {
		return nil, refused
	}
	m := measurer{fragments: parsed.Fragments, sizes: map[string]size{}}
	for _, o := range parsed.Operations {
		if refused := d.limits.checkSize(m.set(o.SelectionSet)); refused != nil {
			return nil, refused
		}
	}
	// ValidateWithRules would sort its rules once for each rule in each call, a third of its time.
	if faults := validator.ValidateWithSources(d.schema.Schema(), parsed); len(faults) > 0 {
		return nil, document(told(faults[:min(len(faults), mostFaults)])...)
	}
	withoutDefer(parsed)
	return &admitted{parsed: parsed, costs: d.costs(parsed)}, nil
}

// told are faults without the text of the document, which the caller has.
func told(faults gqlerror.SourceList) gqlerror.List {
	list := make(gqlerror.List, len(faults))
	for i, f := range faults {
		list[i] = &gqlerror.Error{Err: f.Err, Message: f.Message, Path: f.Path, Extensions: f.Extensions, Rule: f.Rule}
		for _, at := range f.Locations {
			list[i].Locations = append(list[i].Locations, gqlerror.Location{Line: at.Line, Column: at.Column})
		}
	}
	return list
}

func (d *documents) parse(text string) (*ast.QueryDocument, *refusal) {
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, d.limits.Tokens)
	if err != nil {
		if strings.Contains(err.Error(), fmt.Sprintf("exceeded token limit of %d", d.limits.Tokens)) {
			return nil, d.limits.tooManyTokens()
		}
		return nil, document(graphqlErrors(err)...)
	}
	if len(parsed.Operations) == 0 {
		return nil, document(gqlerror.Errorf("the document has no operation; write a query, for example { __typename }"))
	}
	return parsed, nil
}

func (d *documents) costs(parsed *ast.QueryDocument) map[*ast.OperationDefinition]int {
	costs := map[*ast.OperationDefinition]int{}
	for _, o := range parsed.Operations {
		if len(o.VariableDefinitions) == 0 {
			costs[o] = complexity.Calculate(context.Background(), d.schema, o, nil)
		}
	}
	return costs
}

// operation picks the operation to run.
func (a *admitted) operation(name string) (*ast.OperationDefinition, *refusal) {
	all := a.parsed.Operations
	o := all.ForName(name)
	switch {
	case o == nil && name == "":
		return nil, document(gqlerror.Errorf("the document has several operations; name one of them in operationName: %s", names(all)))
	case o == nil:
		return nil, document(gqlerror.Errorf("the document has no operation %q; operationName must be one of: %s", name, names(all)))
	case o.Operation == ast.Subscription:
		return nil, document(gqlerror.ErrorPosf(o.Position, "subscriptions are not served over plain HTTP; send a query"))
	}
	return o, nil
}

func names(all ast.OperationList) string {
	list := make([]string, len(all))
	for i, o := range all {
		list[i] = o.Name
	}
	return strings.Join(list, ", ")
}

func coerced(schema *ast.Schema, o *ast.OperationDefinition, given map[string]any) (map[string]any, *refusal) {
	variables, err := validator.VariableValues(schema, o, given)
	if err != nil {
		return nil, document(graphqlErrors(err)...)
	}
	return variables, nil
}

// size is what an operation has after its fragments are spread.
type size struct{ depth, aliases, selections int }

// measurer measures each fragment once, so that fragments which double each other cost no time. A fragment that spreads
// itself has the size 0 inside itself; validation refuses it.
type measurer struct {
	fragments ast.FragmentDefinitionList
	sizes     map[string]size
}

func (m measurer) set(set ast.SelectionSet) size {
	var s size
	for _, selection := range set {
		one := m.one(selection)
		s.depth = max(s.depth, one.depth)
		s.aliases = plus(s.aliases, one.aliases)
		s.selections = plus(s.selections, plus(one.selections, 1))
	}
	return s
}

func (m measurer) one(selection ast.Selection) size {
	switch selection := selection.(type) {
	case *ast.Field:
		return m.field(selection)
	case *ast.InlineFragment:
		return m.set(selection.SelectionSet)
	case *ast.FragmentSpread:
		return m.fragment(selection.Name)
	}
	return size{}
}

func (m measurer) field(f *ast.Field) size {
	s := m.set(f.SelectionSet)
	s.depth++
	if f.Name == "__schema" || f.Name == "__type" {
		s.depth = 1 // validation bounds the depth of introspection
	}
	if f.Alias != f.Name {
		s.aliases = plus(s.aliases, 1)
	}
	return s
}

func (m measurer) fragment(name string) size {
	if s, known := m.sizes[name]; known {
		return s
	}
	m.sizes[name] = size{}
	if f := m.fragments.ForName(name); f != nil {
		m.sizes[name] = m.set(f.SelectionSet)
	}
	return m.sizes[name]
}

// plus adds without running over.
func plus(a, b int) int {
	if a > math.MaxInt32-b {
		return math.MaxInt32
	}
	return a + b
}

// withoutDefer takes @defer out of a document: an answer is one piece, and a server may leave the directive unheeded.
func withoutDefer(doc *ast.QueryDocument) {
	for _, o := range doc.Operations {
		undefer(o.SelectionSet)
	}
	for _, f := range doc.Fragments {
		undefer(f.SelectionSet)
	}
}

func undefer(set ast.SelectionSet) {
	isDefer := func(d *ast.Directive) bool { return d.Name == "defer" }
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			undefer(s.SelectionSet)
		case *ast.InlineFragment:
			s.Directives = slices.DeleteFunc(s.Directives, isDefer)
			undefer(s.SelectionSet)
		case *ast.FragmentSpread:
			s.Directives = slices.DeleteFunc(s.Directives, isDefer)
		}
	}
}
