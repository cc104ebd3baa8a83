// Package tiny is a real schema of a few fields, generated like the product's, on which the wire is tested.
package tiny

//go:generate go run github.com/99designs/gqlgen generate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"

	"fugai/model"
)

// RegionCode is a scalar that refuses everything but 12 digits with a plain error, as the product's scalars do.
type RegionCode string

// MarshalGQL writes the code.
func (c RegionCode) MarshalGQL(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(string(c))) }

// UnmarshalGQL reads the code.
func (c *RegionCode) UnmarshalGQL(in any) error {
	s, _ := in.(string)
	if len(s) != 12 {
		return fmt.Errorf("%q is no region code; write 12 digits", s)
	}
	*c = RegionCode(s)
	return nil
}

// Schema is the executable schema; lists multiply the cost of what they hold by first.
func Schema() graphql.ExecutableSchema {
	c := Config{Resolvers: &root{}}
	times := func(child, first int) int { return 1 + child*first }
	c.Complexity.Query.Nodes = times
	c.Complexity.Node.Children = times
	return NewExecutableSchema(c)
}

type root struct{ count atomic.Int64 }

func (r *root) Query() QueryResolver       { return query{} }
func (r *root) Mutation() MutationResolver { return mutation{r} }
func (r *root) Node() NodeResolver         { return node{} }

type query struct{}

func (query) Hello(_ context.Context, name string) (string, error) { return "hello " + name, nil }

func (query) Nodes(_ context.Context, first int) ([]*Node, error) { return nodes(first), nil }

func (query) Fail(_ context.Context, how Failure) (*string, error) {
	one := model.Invalid("where.employees", "gte 9 is above lte 3; swap them")
	switch how {
	case FailureInvalid:
		return nil, one
	case FailureWrapped:
		return nil, fmt.Errorf("reading the page: %w", model.NotFound("id", "there is no unit 7"))
	case FailureMany:
		return nil, model.Errors{one, model.Denied("orderBy", "the role READER may not order by members")}
	case FailurePanic:
		panic("a fault of ours")
	}
	return nil, errors.New("dial tcp 10.0.0.1: the database's password is secret")
}

func (query) Region(_ context.Context, where RegionFilter) (*string, error) {
	return new(string(where.Codes[0])), nil
}

func (query) Wait(ctx context.Context) (*string, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

type mutation struct{ *root }

func (m mutation) Increment(context.Context) (int, error) { return int(m.count.Add(1)), nil }

type node struct{}

func (node) Child(context.Context, *Node) (*Node, error) { return nodes(1)[0], nil }

func (node) Children(_ context.Context, _ *Node, first int) ([]*Node, error) {
	return nodes(first), nil
}

func nodes(n int) []*Node {
	list := make([]*Node, n)
	for i := range list {
		list[i] = &Node{ID: strconv.Itoa(i)}
	}
	return list
}
