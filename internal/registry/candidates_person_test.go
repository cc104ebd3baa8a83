package registry_test

import (
	"strings"
	"testing"

	"fugai/internal/registry"
	"fugai/model"
)

// directions is a batch of two directions of one person: the second begins on a day, and the first is recognised on another.
func directions(second, recognised string) *model.Batch {
	candidate := func(code string, d model.Direction, begun string) model.CandidateInput {
		return model.CandidateInput{Code: code, PersonCode: "R1", UnitCode: unitCode(1), Name: "教师", Direction: d, BegunOn: day(begun)}
	}
	b := &model.Batch{Candidates: []model.CandidateInput{candidate("D1", model.DirectionMemberToBackbone, "2024-01-01"),
		candidate("D2", model.DirectionBackboneToManagement, second)}}
	if recognised != "" {
		b.CandidateSteps = []model.CandidateStepInput{{CandidateCode: "D1", Kind: model.StepKindRecognised, On: day(recognised)}}
	}
	return b
}

func TestAPersonHasOnePendingDirectionOnADay(t *testing.T) {
	for _, c := range []struct {
		name, second, recognised string
		refused                  bool
	}{
		{"the first is pending", "2025-06-01", "", true},
		{"the first ends a day later", "2025-06-01", "2025-06-02", true},
		{"the second begins on the day of the recognition", "2025-06-01", "2025-06-01", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			each(t, true, func(e env) {
				out := e.apply(directions(c.second, c.recognised), how)
				found := pendingTwice(out.Problems)
				if (found != nil) != c.refused {
					e.Fatalf("problems: %+v", out.Problems)
				}
				if found != nil && (found.Warning || !strings.Contains(found.Message, "D1 and D2 are of the same person and both pending on "+c.second)) {
					e.Errorf("the problem reads %+v", *found)
				}
			})
		})
	}
}

func TestAStoredDirectionOfThePersonIsSeenAndImportsOnlyWarn(t *testing.T) {
	each(t, true, func(e env) {
		b := directions("2025-06-01", "")
		first, second := *b, *b
		first.Candidates, second.Candidates = b.Candidates[:1], b.Candidates[1:]
		e.ok(&first)
		if found := pendingTwice(e.apply(&second, how).Problems); found == nil || found.Warning {
			e.Errorf("a second batch is not refused: %+v", found)
		}
		imported := how
		imported.SkipFaulty = true
		if found := pendingTwice(e.apply(&second, imported).Problems); found == nil || !found.Warning {
			e.Errorf("an import does not warn: %+v", found)
		}
	})
}

func pendingTwice(list []model.Problem) *model.Problem {
	for i := range list {
		if list[i].Code == registry.CodePending {
			return &list[i]
		}
	}
	return nil
}
