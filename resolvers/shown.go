package resolvers

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"

	"fugai/internal/coverage"
)

// Shown are the fields that a document names, by the type that has them.
type Shown map[string]map[string]bool

// shownBy walks a valid document, every operation and fragment once.
func shownBy(doc *ast.QueryDocument) Shown {
	s := Shown{}
	for _, o := range doc.Operations {
		s.walk(o.SelectionSet)
	}
	for _, f := range doc.Fragments {
		s.walk(f.SelectionSet)
	}
	return s
}

func (s Shown) walk(set ast.SelectionSet) {
	for _, selection := range set {
		switch one := selection.(type) {
		case *ast.Field:
			fields := s[one.ObjectDefinition.Name]
			if fields == nil {
				fields = map[string]bool{}
				s[one.ObjectDefinition.Name] = fields
			}
			fields[one.Name] = true
			s.walk(one.SelectionSet)
		case *ast.InlineFragment:
			s.walk(one.SelectionSet)
		}
	}
}

// beyond tells whether a field of a type is named that is not among some; what every object has is.
func (s Shown) beyond(typeName string, of map[string]bool) bool {
	for name := range s[typeName] {
		if !of[name] && name != "__typename" {
			return true
		}
	}
	return false
}

// Narrow tells the read side what a request shows. Units that stand in lists of other kinds are of the type Unit, too, and what an
// interface shows of one (its id) needs no facts.
func (r *Resolver) Narrow(ctx context.Context, shown Shown) {
	coverage.Narrow(ctx, coverage.Needs{
		UnitFacts:  shown.beyond("Unit", coverage.SpanTells),
		LastCovers: shown["Gap"]["lastCover"],
	})
}
