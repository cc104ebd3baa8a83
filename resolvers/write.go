package resolvers

import (
	"context"
	"errors"
	"strings"

	"fugai/graph"
	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/model"
)

// longestBatch is how many inputs of one kind a mutation takes.
const longestBatch = 10_000

// batchInput is the input of a mutation: what it writes, and how to check that it lies in the scope of who writes.
type batchInput struct {
	batch model.Batch
	// size is the number of the inputs of each list, by its name in the mutation.
	size map[string]int
	// organisations and candidates are those that the inputs name.
	organisations, candidates []string
	// outside reports the inputs that name what lies outside a scope.
	outside func(*coverage.WriteScope, func(path, message string))
}

// write applies a batch as one commit.
func (r *Resolver) write(ctx context.Context, options *graph.WriteOptions, in *batchInput) (*graph.WritePayload, error) {
	who := access.From(ctx)
	if err := who.Need(access.Write, ""); err != nil {
		return nil, err
	}
	if err := in.check(options); err != nil {
		return nil, err
	}
	outside, err := r.outside(ctx, in)
	if err != nil {
		return nil, err
	}
	if len(outside) > 0 {
		return r.refused(ctx, outside)
	}
	how := model.Apply{Source: model.Source{Name: options.Source, Recorder: who.Name}, AsOf: r.coverage.Today(), Correct: options.Correct, DryRun: options.DryRun}
	if asOf, given := options.AsOf.ValueOK(); given && asOf != nil {
		how.AsOf = *asOf
	}
	done, err := r.writer.Apply(ctx, &in.batch, how)
	if err != nil {
		return nil, err
	}
	return r.payload(&done, how.DryRun), nil
}

func (in *batchInput) check(options *graph.WriteOptions) error {
	var faults model.Errors
	if options.Source == "" {
		faults = append(faults, model.Invalid("input.options.source", "is empty; name the register or system that the facts come from"))
	}
	for name, n := range in.size {
		if n > longestBatch {
			faults = append(faults, model.Invalid("input."+name, "there are %d; at most %d fit one batch, so send them in several", n, longestBatch))
		}
	}
	return faults.OrNil()
}

// outside are the problems of inputs that name what lies outside the scope of the key.
func (r *Resolver) outside(ctx context.Context, in *batchInput) (problems []*model.Problem, err error) {
	scope, err := r.coverage.WriteScope(ctx, in.organisations, in.candidates)
	if err != nil || scope.Whole() {
		return nil, err
	}
	in.outside(scope, func(path, message string) {
		message += " outside the scope of this key, which is " + string(scope.RegionCode())
		problems = append(problems, &model.Problem{Path: path, Code: coverage.CodeOutOfScope, Message: message})
	})
	return problems, nil
}

// refused is a batch that was not applied because of problems.
func (r *Resolver) refused(ctx context.Context, problems []*model.Problem) (*graph.WritePayload, error) {
	data, err := r.coverage.DataSet(ctx)
	if err != nil {
		return nil, err
	}
	return &graph.WritePayload{DataVersion: data.Version, Problems: problems}, nil
}

func (r *Resolver) payload(done *model.Applied, dryRun bool) *graph.WritePayload {
	p := &graph.WritePayload{DataVersion: done.Version, Applied: !dryRun, Problems: make([]*model.Problem, len(done.Problems))}
	for _, t := range done.Tallies {
		p.New, p.Changed, p.Unchanged = p.New+t.New, p.Changed+t.Changed, p.Unchanged+t.Unchanged
	}
	for i := range done.Problems {
		p.Problems[i] = &done.Problems[i]
		p.Problems[i].Path = inputPath(p.Problems[i].Path)
		p.Applied = p.Applied && done.Problems[i].Warning
	}
	if p.Applied = p.Applied && p.New+p.Changed > 0; p.Applied {
		r.changed()
	}
	return p
}

// inputFields are the fields of inputs where columns of files, by which the registry tells problems, have other names: a reference is named by
// what it refers to.
var inputFields = map[string]string{
	"candidateCode": "candidate", "hostCode": "host", "instructorId": "instructor", "massOrganisationCode": "massOrganisation",
	"organisationCode": "organisation", "parentCode": "parent", "regionCode": "region", "responsibleCode": "responsible", "succeedsCode": "succeeds",
	"unitCode": "unit", "zoneCode": "zone",
}

// inputPath is the path in the input of a mutation, for example covers[3].unit for covers[3].unitCode.
func inputPath(path string) string {
	entry, field, _ := strings.Cut(path, ".")
	if named, other := inputFields[field]; other {
		return entry + "." + named
	}
	if field == "establishedOn" && strings.HasPrefix(entry, "units[") {
		return entry + ".foundedOn"
	}
	return path
}

// undoImport takes an import back.
func (r *Resolver) undoImport(ctx context.Context, id string) (*graph.WritePayload, error) {
	who := access.From(ctx)
	if err := who.Need(access.Import, ""); err != nil {
		return nil, err
	}
	var number model.ImportID
	if err := number.UnmarshalGQL(id); err != nil {
		return nil, model.Invalid("id", "%s", err)
	}
	if !who.Whole() {
		return nil, model.Denied("", "an import may reach beyond the scope of this key, which is %s; use a key of the whole", who.RegionCode)
	}
	version, err := r.writer.UndoImport(ctx, number, who.Name)
	if err != nil {
		return nil, err
	}
	r.changed()
	return &graph.WritePayload{DataVersion: version, Applied: true, Problems: []*model.Problem{}}, nil
}

// setPolicy sets the policy. What is wrong with its text is a problem, not an error.
func (r *Resolver) setPolicy(ctx context.Context, text string) (*graph.PolicyPayload, error) {
	who := access.From(ctx)
	if err := who.Need(access.SetPolicy, ""); err != nil {
		return nil, err
	}
	if !who.Whole() {
		return nil, model.Denied("", "the policy holds for the whole deployment, and the scope of this key is %s; use a key of the whole", who.RegionCode)
	}
	err := r.writer.SetPolicy(ctx, text, who.Name)
	if problems := policyProblems(err); problems != nil {
		return &graph.PolicyPayload{Problems: problems}, nil
	}
	if err != nil {
		return nil, err
	}
	r.changed()
	hash, err := coverage.HashOfPolicy(text)
	return &graph.PolicyPayload{Hash: &hash, Problems: []*model.Problem{}}, err
}

// policyProblems are the faults of a policy's text; nil where the error is none of them.
func policyProblems(err error) (problems []*model.Problem) {
	var many model.Errors
	var one *model.Error
	switch {
	case errors.As(err, &many):
	case errors.As(err, &one):
		many = model.Errors{one}
	}
	for _, e := range many {
		if e.Code != model.CodeInvalid {
			return nil
		}
		problems = append(problems, &model.Problem{Path: e.Path, Code: string(e.Code), Message: e.Message})
	}
	return problems
}
