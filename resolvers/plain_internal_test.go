package resolvers

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fugai/graph"
	"fugai/internal/coverage"
	"fugai/model"
)

// readyTables is a schema whose tables lie ready.
type readyTables struct {
	*Resolver
	table *model.Coverage
	gaps  *model.GapConnection
	units *model.UnitConnection
	fault error
	// covers are the covers of units, the last one first; unread is why relations cannot be read.
	covers map[model.UnitID][]*model.Cover
	unread error
}

// begin gives a request its loaders.
func (r *readyTables) begin(ctx context.Context) context.Context {
	l := newLoaders(ctx, nil)
	alone := func(at[model.UnitID]) []at[model.UnitID] { return nil }
	l.last = newLoader(alone, func(_ context.Context, keys []at[model.UnitID]) (map[at[model.UnitID]]*model.Cover, error) {
		if len(r.covers[keys[0].ID]) == 0 {
			return nil, r.unread
		}
		return map[at[model.UnitID]]*model.Cover{keys[0]: r.covers[keys[0].ID][0]}, r.unread
	})
	l.covers = newLoader(alone, func(_ context.Context, keys []at[model.UnitID]) (map[at[model.UnitID]][]*model.Cover, error) {
		list := append([]*model.Cover{}, r.covers[keys[0].ID]...)
		l.meetCovers(list)
		return map[at[model.UnitID]][]*model.Cover{keys[0]: list}, r.unread
	})
	l.orgs = newLoader(l.orgsMet.of, func(_ context.Context, keys []at[model.OrganisationID]) (map[at[model.OrganisationID]]*model.Organisation, error) {
		found := map[at[model.OrganisationID]]*model.Organisation{}
		for _, k := range keys { // each under the next smaller one
			found[k] = &model.Organisation{ID: k.ID, Code: fmt.Sprint("O", k.ID), AsOf: k.On}
			found[k].Name, found[k].ParentID = fmt.Sprint("<组织>", k.ID), k.ID-1
		}
		return found, r.unread
	})
	l.lists = r
	return context.WithValue(ctx, loadersKey{}, func() *loaders { return l })
}

// UnitsOfOrganisations gives an organisation units of its number.
func (r *readyTables) UnitsOfOrganisations(_ context.Context, ids []model.OrganisationID, day model.Date) (map[model.OrganisationID][]model.UnitID, error) {
	out := map[model.OrganisationID][]model.UnitID{}
	for _, id := range ids {
		out[id] = []model.UnitID{model.UnitID(id), model.UnitID(id) + 1, model.UnitID(int(day) % 10)}
	}
	return out, r.unread
}

// UnitLists tells in the pages what was asked.
func (r *readyTables) UnitLists(_ context.Context, lists [][]model.UnitID, query coverage.UnitsQuery) ([]*model.UnitConnection, error) {
	asked, err := json.Marshal(query)
	pages := make([]*model.UnitConnection, len(lists))
	for i, list := range lists {
		pages[i] = &model.UnitConnection{TotalCount: len(list), AsOf: *query.AsOf, Edges: []*model.Edge[model.Unit]{}}
		for _, id := range list {
			u := &model.Unit{ID: id, CreditCode: model.CreditCode(fmt.Sprint("C", id)), AsOf: *query.AsOf}
			u.Name = string(asked)
			pages[i].Edges = append(pages[i].Edges, &model.Edge[model.Unit]{Cursor: fmt.Sprint(id), Node: u})
		}
	}
	return pages, err
}

type readyQuery struct {
	graph.QueryResolver
	r *readyTables
}

func (r *readyTables) Query() graph.QueryResolver { return &readyQuery{r: r} }

func (q *readyQuery) Coverage(
	context.Context, *model.UnitFilter, []model.Dimension, *model.RegionLevel, *model.Date, *model.Periods, *model.IndicatorKey, bool,
	[]*model.CoverageOrder, *int, *int, *model.DataVersion,
) (*model.Coverage, error) {
	return q.r.table, q.r.fault
}

// fill gives every field that is to be shown some value, and every second of those that may be null none.
func fill(rng *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if rng.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(rng, v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(rng, f)
			}
		}
	case reflect.String:
		v.SetString([]string{"鼓楼", `a "quoted" \ text`, "<b>&\n\t\x01", "", "😀\u2028"}[rng.IntN(5)])
	case reflect.Uint8:
		v.SetUint(uint64(1 + rng.IntN(2)))
	case reflect.Int, reflect.Int32, reflect.Int64:
		v.SetInt(int64(rng.IntN(700_000)))
	case reflect.Float64:
		v.SetFloat([]float64{0, 1, 1.0 / 3, 1e-7, 123456789.125, -0.00001, 1e21, rng.Float64()}[rng.IntN(8)])
	case reflect.Bool:
		v.SetBool(rng.IntN(2) == 0)
	}
}

func someTable(rng *rand.Rand) *model.Coverage {
	row := func() *model.CoverageRow {
		r := &model.CoverageRow{}
		fill(rng, reflect.ValueOf(r).Elem())
		period := model.PeriodOf(r.AsOf, model.GrainMonth)
		r.Period = &period
		r.Shares = nil
		for _, compare := range []*model.ShareComparison{nil, {}} {
			for _, of := range []model.IndicatorKey{"A", "B"} {
				s := &model.Share{}
				fill(rng, reflect.ValueOf(s).Elem())
				s.Indicator, s.Weight, s.Compare = &model.Indicator{Key: of}, model.Weight(1+rng.IntN(2)), nil
				if compare != nil {
					s.Compare = &model.ShareComparison{}
					fill(rng, reflect.ValueOf(s.Compare).Elem())
					s.Compare.AsOf = model.MustDate("2025-06-30")
				}
				r.Shares = append(r.Shares, s)
			}
		}
		return r
	}
	t := &model.Coverage{AsOf: model.MustDate("2026-06-30"), DataVersion: 7, RowCount: rng.IntN(9), Total: row(), Rows: []*model.CoverageRow{}}
	for range rng.IntN(4) {
		t.Rows = append(t.Rows, row())
	}
	return t
}

// selection is some fields of a type, in some order, under some aliases, some of them in fragments.
func selection(rng *rand.Rand, name string, all []string, nested map[string]func() string) string {
	var b strings.Builder
	b.WriteString("{ ")
	if rng.IntN(3) == 0 {
		b.WriteString("__typename ")
	}
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for i, field := range all[:1+rng.IntN(len(all))] {
		one := field
		if sub := nested[field]; sub != nil {
			one = sub()
		}
		if rng.IntN(4) == 0 && !strings.Contains(one, ": ") {
			one = fmt.Sprintf("a%d: %s", i, one)
		}
		switch rng.IntN(8) {
		case 0:
			one = "... on " + name + " { " + one + " }"
		case 1:
			one = "... { " + one + " }"
		}
		b.WriteString(one + " ")
	}
	return b.String() + "}"
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func someQuestion(rng *rand.Rand) string {
	n := 0
	share := func() string {
		n++
		args := []string{`of: "A"`, `of: "B", weight: EMPLOYEES`, `of: "C"`, `of: $of, weight: $weight`, `of: "A", compareTo: "2025-06-30"`, `compareTo: $on, of: $of`}[rng.IntN(6)]
		of := keys(shareFields)
		return fmt.Sprintf("s%d: share(%s) %s", n, args, selection(rng, "Share", of, map[string]func() string{"compare": func() string {
			return "compare " + selection(rng, "ShareComparison", keys(comparisonFields), nil)
		}}))
	}
	row := func() string {
		return selection(rng, "CoverageRow", append(keys(rowFields), "share2", "share3"), map[string]func() string{"share": share, "share2": share, "share3": share})
	}
	return `query Q($of: IndicatorKey! = "B", $weight: Weight! = UNITS, $on: Date = "2025-06-30") { t: coverage(groupBy: [DOMAIN]) { asOf ...F rows ` + row() +
		` } coverage { total ` + row() + ` x: asOf } } fragment F on Coverage { dataVersion rowCount __typename ` +
		`used: total { a: share(of: $of, weight: $weight, compareTo: $on) { weight } } }`
}

// ask sends a question to the schema, with types that are written without the executor or with none.
func (r *readyTables) ask(t *testing.T, plain Plain, question string) (body string, isPlain bool) {
	t.Helper()
	h, isPlain := r.prepared(t, plain, question)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/graphql?query="+url.QueryEscape(question), nil))
	return w.Body.String(), isPlain
}

// prepared is a handler, and whether it writes a question without the executor.
func (r *readyTables) prepared(t *testing.T, plain Plain, question string) (h *Wire, isPlain bool) {
	t.Helper()
	limits := DefaultLimits()
	limits.Aliases = 1000
	h = NewWire(graph.NewExecutableSchema(graph.Config{Resolvers: r}),
		WireOptions{Limits: limits, Plain: plain, Begin: r.begin, Log: slog.New(slog.DiscardHandler)})
	operation, refused := h.prepare(t.Context(), parameters{Query: question})
	if refused != nil {
		t.Fatalf("%v: %s", refused.errors, question)
	}
	return h, plain.run(operation) != nil
}

func TestPlainTypesAreWrittenAsTheExecutorWritesThem(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 4))
		schema, question := &readyTables{table: someTable(rng)}, someQuestion(rng)
		want, _ := schema.ask(t, nil, question)
		got, isPlain := schema.ask(t, PlainTypes, question)
		if !isPlain {
			t.Fatalf("left to the executor: %s", question)
		}
		if got != want || !strings.HasPrefix(got, `{"data":{"t":{"asOf":"2026-06-30"`) {
			t.Fatalf("%s\nis written\n%s\nand by the executor\n%s", question, got, want)
		}
	}
	for name, schema := range map[string]*readyTables{"null": {}, "an error": {fault: model.Invalid("where.regions", "is no region")}} {
		const question = `{ a: coverage { rowCount } b: coverage { asOf } }`
		want, _ := schema.ask(t, nil, question)
		if got, isPlain := schema.ask(t, PlainTypes, question); got != want || !isPlain || !strings.Contains(got, `"data":{"a":null,"b":null}`) {
			t.Errorf("%s: %s, by the executor %s", name, got, want)
		}
	}
}

func TestWhatIsNotPlainIsLeftToTheExecutor(t *testing.T) {
	schema := &readyTables{table: someTable(rand.New(rand.NewPCG(1, 1)))}
	for _, inner := range []string{
		`rows { region { code } }`, `rows { domain @include(if: true) }`, `rows @skip(if: false) { domain }`, `rows { domain } rows { size }`,
		`rows { ... @include(if: true) { domain } }`, `rows { share(of: "A") { indicator { key } } }`, `rows { share(of: "A") { definition { __typename } } }`,
		`total { domain size domain }`,
	} {
		want, _ := schema.ask(t, nil, "{ coverage { "+inner+" } }")
		if got, isPlain := schema.ask(t, PlainTypes, "{ coverage { "+inner+" } }"); isPlain || got != want {
			t.Errorf("%s: plain %v, %s; by the executor %s", inner, isPlain, got, want)
		}
	}
	for _, question := range []string{`{ __typename coverage { asOf } }`, `{ ... on Query { coverage { asOf } } }`, `{ coverage { asOf } coverage { rowCount } }`} {
		want, _ := schema.ask(t, nil, question)
		if got, isPlain := schema.ask(t, PlainTypes, question); isPlain || got != want {
			t.Errorf("%s: plain %v, %s; by the executor %s", question, isPlain, got, want)
		}
	}
}
