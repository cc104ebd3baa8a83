package resolvers

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"fugai/internal/coverage"
	"fugai/model"
)

// asksOf are the shares that the field being resolved asks of its rows, so that all of them are counted in one scan. It looks
// through the fields of the given names, whatever fragments they stand in.
func asksOf(ctx context.Context, through ...string) ([]coverage.ShareAsk, error) {
	a := &asker{operation: graphql.GetOperationContext(ctx), through: through}
	a.walk(graphql.GetFieldContext(ctx).Field.Selections)
	return a.asks, a.faults.OrNil()
}

type asker struct {
	operation *graphql.OperationContext
	through   []string
	asks      []coverage.ShareAsk
	faults    model.Errors
}

func (a *asker) walk(selections ast.SelectionSet) {
	for _, f := range graphql.CollectFields(a.operation, selections, rowTypes) {
		switch {
		case f.Name == "share":
			a.add(f)
		case slices.Contains(a.through, f.Name):
			a.walk(f.Selections)
		}
	}
}

// rowTypes are the types that fragments in an answer about coverage may be on.
var rowTypes = []string{"Coverage", "CoverageRow", "Movement", "MovementRow"}

func (a *asker) add(f graphql.CollectedField) {
	arguments := f.ArgumentMap(a.operation.Variables)
	var ask coverage.ShareAsk
	a.read("of", ask.Of.UnmarshalGQL(arguments["of"]))
	a.read("weight", ask.Weight.UnmarshalGQL(arguments["weight"]))
	if to := arguments["compareTo"]; to != nil {
		ask.CompareTo = new(model.Date)
		a.read("compareTo", ask.CompareTo.UnmarshalGQL(to))
	}
	same := func(b coverage.ShareAsk) bool {
		return b.Of == ask.Of && b.Weight == ask.Weight && (b.CompareTo == nil) == (ask.CompareTo == nil) &&
			(ask.CompareTo == nil || *b.CompareTo == *ask.CompareTo)
	}
	if !slices.ContainsFunc(a.asks, same) {
		a.asks = append(a.asks, ask)
	}
}

func (a *asker) read(argument string, err error) {
	if err != nil {
		a.faults = append(a.faults, model.Invalid("share("+argument+":)", "%s", err))
	}
}
