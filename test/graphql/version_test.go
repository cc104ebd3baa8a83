package graphql

import (
	"context"
	"fmt"
	"testing"

	"fugai/model"
)

func TestAQuestionThatWaitsForACommitReadsItsRelationsAtThatCommit(t *testing.T) {
	each(t, func(t *testing.T, p *product) {
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		go p.feed.Run(ctx)
		unit := uncovered(t, p)
		batch := &model.Batch{Covers: []model.CoverInput{{UnitCode: unit, Kind: model.CoverKindWork, InstructorCode: "I1", ValidFrom: today - 30}}}
		done, err := p.writes.Apply(ctx, batch, model.Apply{Source: model.Source{Name: "elsewhere", Recorder: "test"}, AsOf: today})
		check(t, err)
		if len(done.Problems) > 0 {
			t.Fatalf("the cover was refused: %+v", done.Problems)
		}
		var a struct {
			Units struct {
				DataVersion model.DataVersion
				Nodes       []struct {
					WorkMeans string
					Covers    []struct{ InForce bool }
				}
			}
		}
		p.get(t, department, fmt.Sprintf(`{ units(minVersion: %d, where: {creditCodes: ["%s"]}) { dataVersion nodes { workMeans covers { inForce } } } }`,
			done.Version, unit), nil, &a)
		if n := a.Units.Nodes; a.Units.DataVersion < done.Version || len(n) != 1 || n[0].WorkMeans != "INSTRUCTOR" || len(n[0].Covers) != 1 || !n[0].Covers[0].InForce {
			t.Errorf("after commit %d the answer is %+v", done.Version, a.Units)
		}
	})
}

// uncovered is the credit code of the unit of which nothing is reported.
func uncovered(t *testing.T, p *product) model.CreditCode {
	t.Helper()
	var a struct {
		Units struct {
			Nodes []struct{ CreditCode model.CreditCode }
		}
	}
	p.get(t, department, `{ units(where: {name: {eq: "东街五号公司"}}) { nodes { creditCode } } }`, nil, &a)
	return a.Units.Nodes[0].CreditCode
}
