package resolvers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fugai/model"
)

func (q *readyQuery) Gaps(
	context.Context, model.IndicatorKey, *model.UnitFilter, []*model.UnitOrder, *int, *string, *int, *model.Date, *model.DataVersion,
) (*model.GapConnection, error) {
	return q.r.gaps, q.r.fault
}

func (q *readyQuery) Units(
	context.Context, *model.UnitFilter, []*model.UnitOrder, *int, *string, *int, *model.Date, *model.DataVersion,
) (*model.UnitConnection, error) {
	return q.r.units, q.r.fault
}

// Unit is the first of the units; nil where there is none.
func (q *readyQuery) Unit(context.Context, model.CreditCode, *model.Date) (*model.Unit, error) {
	if len(q.r.units.Edges) == 0 {
		return nil, q.r.fault
	}
	return q.r.units.Edges[0].Node, q.r.fault
}

// somePages are pages of gaps and of their units; units have up to two covers.
func somePages(rng *rand.Rand) *readyTables {
	r := &readyTables{table: someTable(rng), gaps: &model.GapConnection{}, units: &model.UnitConnection{}, covers: map[model.UnitID][]*model.Cover{}}
	r.gaps.TotalCount, r.gaps.AsOf, r.units.DataVersion = 9, model.MustDate("2026-06-30"), 7
	fill(rng, reflect.ValueOf(&r.gaps.PageInfo).Elem())
	city := &model.RegionNode{Code: "990100000000", Name: "甲\"市"}
	for i := range rng.IntN(5) {
		u := &model.Unit{ID: model.UnitID(i + 1), CreditCode: "91990000MA0000000X", AsOf: model.MustDate("2026-06-30")}
		u.Name, u.Employees = fmt.Sprint("<名>", i), model.Count(rng.IntN(3))
		if rng.IntN(4) > 0 {
			u.Region = (&model.RegionNode{Code: "990101000000", Name: "东县", Up: []*model.RegionNode{nil, city}[rng.IntN(2)]}).On(u.AsOf)
		}
		for range rng.IntN(3) {
			r.covers[u.ID] = append(r.covers[u.ID], &model.Cover{Kind: model.CoverKind(1 + rng.IntN(2)), UnitID: u.ID, OrganisationID: model.OrganisationID(rng.IntN(4)),
				Valid: model.Valid{ValidFrom: 730_000, ValidTo: []model.Date{740_000, model.Never}[rng.IntN(2)]}, AsOf: u.AsOf})
		}
		g := &model.Gap{Unit: u, Since: 739_000, Days: i, Reasons: []*model.GapReason{}, NextSteps: []*model.NextStepAdvice{{Step: 1, Message: "设"}}}
		for range rng.IntN(3) {
			g.Reasons = append(g.Reasons, &model.GapReason{Code: model.GapReasonCode(1 + rng.IntN(3)), Message: "因\n"})
		}
		r.gaps.Edges = append(r.gaps.Edges, &model.Edge[model.Gap]{Cursor: fmt.Sprint("c", i), Node: g})
		r.units.Edges = append(r.units.Edges, &model.Edge[model.Unit]{Cursor: fmt.Sprint("u", i), Node: u})
	}
	return r
}

func someListQuestion(rng *rand.Rand) string {
	n := 0
	sub := func(field, name string, all []string, nested map[string]func() string) func() string {
		return func() string { return field + " " + selection(rng, name, all, nested) }
	}
	region := sub("region", "Region", keys(regionFields(1)), map[string]func() string{"parent": sub("parent", "Region", keys(regionFields(0)), nil)})
	organisation := func(field string) func() string {
		return sub(field, "Organisation", keys(organisationFields(1)), map[string]func() string{"parent": sub("parent", "Organisation", keys(organisationFields(0)), nil)})
	}
	others := func() string {
		n++
		args := []string{"", `(first: 2, asOf: "2025-06-30")`, `(where: {employees: {lte: $most}, domains: [SCHOOL]}, after: "x")`,
			`(orderBy: [{by: NAME, direction: $order}], offset: 3, first: $first)`}[rng.IntN(4)]
		told := sub("", "Unit", keys(toldFields), map[string]func() string{"region": region})
		return fmt.Sprintf("o%d: otherUnits%s { totalCount asOf nodes %s edges { cursor } }", n, args, told())
	}
	cover := func(field string) func() string {
		return sub(field, "Cover", keys(coverFields), map[string]func() string{"organisation": organisation("organisation"), "otherUnits": others})
	}
	unit := map[string]func() string{"region": region, "lastCover": cover("lastCover"), "covers": cover("covers")}
	gap := map[string]func() string{"lastCover": cover("lastCover"), "unit": sub("unit", "Unit", keys(unitFields), unit),
		"reasons": sub("reasons", "GapReason", keys(reasonFields), nil), "nextSteps": sub("nextSteps", "NextStepAdvice", keys(adviceFields), nil)}
	page := func(edge, node string, of map[string]func() string, all []string) string {
		one := func(field string) func() string { return sub(field, node, all, of) }
		return selection(rng, strings.Replace(edge, "Edge", "Connection", 1), keys(plainPage(edge, node, gapFields)), map[string]func() string{
			"pageInfo": sub("pageInfo", "PageInfo", keys(pageInfoFields), nil), "nodes": one("nodes"),
			"edges": sub("edges", edge, []string{"cursor", "node"}, map[string]func() string{"node": one("node")})})
	}
	return `query Q($most: Int = 5, $order: SortDirection = DESC, $first: Int) { gaps(indicator: "A") ` + page("GapEdge", "Gap", gap, keys(gapFields)) + ` units ` + page("UnitEdge", "Unit", unit, keys(unitFields)) +
		` unit(creditCode: "91990000MA0000000X") ` + selection(rng, "Unit", keys(unitFields), unit) +
		` used: unit(creditCode: "91990000MA0000000X") { covers { otherUnits(where: {employees: {lte: $most}}, orderBy: [{by: NAME, direction: $order}], first: $first) { totalCount } } }` +
		` coverage { rowCount } }`
}

func TestPlainListsAreWrittenAsTheExecutorWritesThem(t *testing.T) {
	broken := 0
	for seed := range uint64(120) {
		rng := rand.New(rand.NewPCG(seed, 5))
		schema, question := somePages(rng), someListQuestion(rng)
		if seed%6 == 0 {
			schema.unread = errors.New("the database is gone")
		}
		want, _ := schema.ask(t, nil, question)
		got, isPlain := schema.ask(t, PlainTypes, question)
		if !isPlain {
			t.Fatalf("left to the executor: %s", question)
		}
		if strings.Contains(want, `"errors"`) {
			broken++
		} else if got != want {
			t.Errorf("%s is the same but for its bytes", question)
		}
		if sorted(t, got) != sorted(t, want) || !strings.Contains(got, `"data":{"gaps":`) {
			t.Fatalf("%s\nis written\n%s\nand by the executor\n%s", question, got, want)
		}
	}
	if broken < 5 {
		t.Errorf("only %d relations could not be read", broken)
	}
}

// sorted is an answer with its errors in the order of their texts: fields of a list come to theirs in any order.
func sorted(t *testing.T, body string) string {
	t.Helper()
	var answer struct{ Errors, Data json.RawMessage }
	if err := json.Unmarshal([]byte(body), &answer); err != nil {
		t.Fatal(err)
	}
	var list []json.RawMessage
	if len(answer.Errors) > 0 {
		if err := json.Unmarshal(answer.Errors, &list); err != nil {
			t.Fatal(err)
		}
	}
	slices.SortFunc(list, func(a, b json.RawMessage) int { return strings.Compare(string(a), string(b)) })
	return fmt.Sprintf("%s %s", list, answer.Data)
}

func TestListsWithOtherRelationsAreLeftToTheExecutor(t *testing.T) {
	schema := somePages(rand.New(rand.NewPCG(2, 2)))
	for _, question := range []string{`{ gaps(indicator: "A") { nodes { unit { memberFigures } } } }`, `{ units { nodes { industryName } } }`,
		`{ units { nodes { fullMembers } } }`, `{ gaps(indicator: "A") { nodes { indicator { key } } } }`,
		`{ unit(creditCode: "91990000MA0000000X") { covers(inForce: true) { kind } } }`} {
		if _, isPlain := schema.prepared(t, PlainTypes, question); isPlain {
			t.Errorf("written plainly: %s", question)
		}
	}
}
