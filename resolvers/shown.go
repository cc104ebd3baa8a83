package resolvers

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"

	"fugai/internal/coverage"
)

// Shown are the fields that a valid document names, in every operation and fragment.
type Shown struct{ document *ast.QueryDocument }

// any tells whether a field is named for which is holds; the type is the object or the interface that has the field.
func (s Shown) any(is func(typeName, field string) bool) bool {
	for _, o := range s.document.Operations {
		if anyIn(o.SelectionSet, is) {
			return true
		}
	}
	for _, f := range s.document.Fragments {
		if anyIn(f.SelectionSet, is) {
			return true
		}
	}
	return false
}

func anyIn(set ast.SelectionSet, is func(typeName, field string) bool) bool {
	for _, selection := range set {
		switch one := selection.(type) {
		case *ast.Field:
			if is(one.ObjectDefinition.Name, one.Name) || anyIn(one.SelectionSet, is) {
				return true
			}
		case *ast.InlineFragment:
			if anyIn(one.SelectionSet, is) {
				return true
			}
		}
	}
	return false
}

// Narrow tells the read side what a request shows. What the interface of all objects shows, the id, memory tells of units and organisations
// and not of covers.
func (r *Resolver) Narrow(ctx context.Context, shown Shown) {
	coverage.Narrow(ctx, coverage.Needs{
		UnitFacts: shown.any(func(typeName, field string) bool {
			return typeName == "Unit" && field != "__typename" && !coverage.SpanTells[field]
		}),
		CoverFacts: shown.any(func(typeName, field string) bool {
			return (typeName == "Cover" || typeName == "Node") && field != "__typename" && !coverage.CoversTell[field]
		}),
		OrganisationFacts: shown.any(func(typeName, field string) bool {
			return typeName == "Organisation" && field != "__typename" && !coverage.TreeTells[field]
		}),
		LastCovers:  shown.any(func(typeName, field string) bool { return typeName == "Gap" && field == "lastCover" }),
		RuleChanges: shown.any(func(typeName, field string) bool { return typeName == "Gap" && field == "sinceRuleChange" }),
		Parents:     shown.any(func(typeName, field string) bool { return typeName == "Organisation" && field == "parent" }),
	})
}
