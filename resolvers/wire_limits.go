package resolvers

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/complexity"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"fugai/model"
)

// Limits bound what one request may cost. Every field must be positive.
type Limits struct {
	// Depth is how many fields may stand below each other; what stands below __schema and __type does not count.
	Depth int
	// Aliases is how many fields may have an alias, __typename too, after fragments are spread.
	Aliases int
	// Selections is how many fields and fragments an operation may have after fragments are spread.
	Selections int
	// Tokens is how many words and signs the document may have.
	Tokens int
	// Complexity is how many fields an answer may have at most, lists counted by their asked length.
	Complexity int
	// FreeComplexity is the same for those who may query freely.
	FreeComplexity int
	// Body is how many bytes the body of a request may have.
	Body int64
	// Time is how long an operation may run.
	Time time.Duration
	// Documents is how many parsed documents are kept.
	Documents int
	// Answers is how many bytes of whole answers are kept.
	Answers int64
}

// DefaultLimits let every operation of the explorer and of the contract pass with room to spare.
func DefaultLimits() Limits {
	return Limits{
		Depth: 15, Aliases: 60, Selections: 4_000, Tokens: 8_000, Complexity: 250_000, FreeComplexity: 2_500_000,
		Body: 4 << 20, Time: 30 * time.Second, Documents: 500, Answers: 8 << 20,
	}
}

// Check says which limits are not positive.
func (l Limits) Check() error {
	var faults model.Errors
	for _, one := range []struct {
		name  string
		value int64
	}{
		{"depth", int64(l.Depth)}, {"aliases", int64(l.Aliases)}, {"selections", int64(l.Selections)}, {"tokens", int64(l.Tokens)},
		{"complexity", int64(l.Complexity)}, {"freeComplexity", int64(l.FreeComplexity)}, {"body", l.Body},
		{"time", int64(l.Time)}, {"documents", int64(l.Documents)}, {"answers", l.Answers},
	} {
		if one.value <= 0 {
			faults = append(faults, model.Invalid("limits."+one.name, "%d is no limit; set a positive number", one.value))
		}
	}
	return faults.OrNil()
}

// over is the refusal of a request that is above a limit.
func over(limit string, maximum int64, format string, args ...any) *refusal {
	return document(&gqlerror.Error{
		Message:    fmt.Sprintf(format, args...),
		Extensions: map[string]any{"code": string(model.CodeLimit), "limit": limit, "maximum": maximum},
	})
}

func (l Limits) checkSize(s size) *refusal {
	switch {
	case s.selections > l.Selections:
		return over("selections", int64(l.Selections),
			"the operation has %d selections after fragments are spread; the limit is %d; ask for fewer fields or in several requests", s.selections, l.Selections)
	case s.depth > l.Depth:
		return over("depth", int64(l.Depth), "the operation is %d fields deep; the limit of depth is %d; nest fewer fields", s.depth, l.Depth)
	case s.aliases > l.Aliases:
		return over("aliases", int64(l.Aliases), "the operation has %d aliases; the limit is %d; use fewer, or several requests", s.aliases, l.Aliases)
	}
	return nil
}

func (l Limits) tooManyTokens() *refusal {
	return over("tokens", int64(l.Tokens), "the document has more than %d tokens, which is the limit; shorten it, and send long lists as variables", l.Tokens)
}

func (l Limits) tooLarge() *refusal {
	r := over("body", l.Body, "the body has more than %d bytes, which is the limit; send less in one request", l.Body)
	r.plain, r.strict = http.StatusRequestEntityTooLarge, http.StatusRequestEntityTooLarge
	return r
}

func (l Limits) tooLong() *refusal {
	r := over("time", l.Time.Milliseconds(), "the operation ran longer than %s, which is the limit; ask for less, or in several requests", l.Time)
	r.strict = http.StatusServiceUnavailable
	return r
}

// checkComplexity counts the fields of the largest possible answer. The count of an operation without variables is kept
// with its document, so that a repeated question is not counted again.
func (h *Wire) checkComplexity(ctx context.Context, doc *admitted, o *ast.OperationDefinition, variables map[string]any) *refusal {
	limit := h.limits.Complexity
	if queriesFreely(ctx) {
		limit = h.limits.FreeComplexity
	}
	cost, known := doc.costs[o]
	if !known {
		cost = complexity.Calculate(ctx, h.schema, o, variables)
	}
	if cost > limit {
		return over("complexity", int64(limit),
			"the answer could have %d fields; the limit of complexity is %d; ask for shorter lists (first) or fewer fields", cost, limit)
	}
	return nil
}
