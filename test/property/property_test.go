package property

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/go-sql-driver/mysql"

	"fugai/internal/access"
	"fugai/internal/coverage"
	"fugai/internal/feed"
	"fugai/internal/registry"
	"fugai/internal/store"
	"fugai/internal/store/storetest"
	"fugai/model"
)

// TestCubeAnswersLikeSQL compares the answers on random worlds with the naive reading. A world and its questions follow from the
// seed that names the test; FUGAI_TEST_WORLDS asks for more worlds than the usual ones, to hunt with.
func TestCubeAnswersLikeSQL(t *testing.T) {
	for _, kind := range storetest.Kinds {
		t.Run(kind, func(t *testing.T) {
			for seed := uint64(1); seed <= worlds(t); seed++ {
				t.Run(fmt.Sprintf("seed_%d", seed), func(t *testing.T) {
					if c := newCheck(t, kind, seed); !t.Failed() {
						c.run(questions)
					}
				})
			}
		})
	}
}

// questions is how many times a world is asked, each time for a table, a list, gaps and a movement.
const questions = 60

func worlds(t *testing.T) uint64 {
	t.Helper()
	text, ok := os.LookupEnv("FUGAI_TEST_WORLDS")
	if !ok {
		return 3
	}
	n, err := strconv.ParseUint(text, 10, 32)
	if err != nil {
		t.Fatalf("FUGAI_TEST_WORLDS is %q; write the number of worlds, for example 50", text)
	}
	return n
}

// check is a world with its service and its naive side.
type check struct {
	*testing.T
	*asker
	service *coverage.Service
	ctx     context.Context
}

func newCheck(t *testing.T, kind string, seed uint64) *check {
	r := rand.New(rand.NewPCG(seed, 20260630))
	dsn := storetest.DSN(t, kind)
	s, err := store.Open(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	db := open(t, dsn)
	w := &world{T: t, Rand: r, registry: registry.New(s), pool: newPool(r), established: map[string]model.Date{}}
	w.policy = newPolicy(seed%2 == 0, w.day())
	if err := w.registry.SetPolicy(t.Context(), w.policy.text, "test"); err != nil {
		t.Fatal(err)
	}
	w.found(160)
	w.recode(db)
	w.feed = feed.New(s, slog.New(slog.NewTextHandler(io.Discard, nil)), func(context.Context, model.RuleSetID) (bool, string) { return true, "" })
	if seed%3 > 0 { // else what is shown of covers is read from the database
		if err := w.feed.ReadCovers(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	w.live(4, 25)
	return w.checked(s, db)
}

// checked evaluates the world and makes an asker of it.
func (w *world) checked(s *store.Store, db *sql.DB) *check {
	w.Helper()
	days := append([]model.Date{early}, w.pool...)
	dates := []model.Date{today}
	for range 10 {
		dates = append(dates, w.day()+pick(w.Rand, model.Date(-1), 0, 1, 90, 91, 366))
	}
	days = append(days, dates...)
	for _, series := range everySeries {
		for p := series.From; p.First() <= series.To.Last(); p = p.Next() {
			days = append(days, min(p.Last(), today))
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	n := evaluate(w.T, db, days, w.policy)
	n.days = days
	return &check{T: w.T, asker: &asker{Rand: w.Rand, naive: n, codes: w.units, dates: dates},
		service: coverage.New(s, w.feed, func() model.Date { return today }, "")}
}

// everySeries is a series of each grain.
var everySeries = []model.Periods{
	{From: period("2025-07"), To: period("2026-06"), Grain: model.GrainMonth},
	{From: period("2025-Q1"), To: period("2026-Q2"), Grain: model.GrainQuarter},
	{From: period("2024-H1"), To: period("2026-H1"), Grain: model.GrainHalfYear},
	{From: period("2023"), To: period("2026"), Grain: model.GrainYear},
}

func period(s string) model.Period {
	p, err := model.ParsePeriod(s)
	if err != nil {
		panic(err)
	}
	return p
}

// recode gives a town another code from a day on, past the registry, which takes a new code for a new region.
func (w *world) recode(db *sql.DB) {
	w.Helper()
	d := w.day()
	const old, fresh = "990102101000", "990102901000"
	exec(w.T, db, fmt.Sprintf("UPDATE region_facts SET valid_to = %d WHERE code = '%s'", d.Number(), old))
	exec(w.T, db, fmt.Sprintf(`INSERT INTO region_facts SELECT region_id, %d, 99991231, '%s', name, level, parent_id, since_version, until_version, source_id
		FROM region_facts WHERE code = '%s'`, d.Number(), fresh, old))
}

// open is the database past the store.
func open(t *testing.T, dsn string) *sql.DB {
	t.Helper()
	driver, name := "sqlite3", "file:"+strings.TrimPrefix(dsn, "sqlite:")
	if strings.HasPrefix(dsn, "mysql:") {
		u, err := url.Parse(dsn)
		if err != nil {
			t.Fatal(err)
		}
		c := mysql.NewConfig()
		c.Net, c.Addr, c.DBName, c.User = "tcp", u.Host, strings.TrimPrefix(u.Path, "/"), u.User.Username()
		c.Passwd, _ = u.User.Password()
		driver, name = "mysql", c.FormatDSN()
	}
	db, err := sql.Open(driver, name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// as puts the next questions in the name of somebody, all at one version of the data.
func (c *check) as(who *access.Principal) {
	c.ctx = coverage.Pin(access.WithPrincipal(c.Context(), who))
}

// run asks questions of every kind.
func (c *check) run(questions int) {
	whole := &access.Principal{Name: "all", Role: model.RoleDepartment, Rights: access.RightsOf(model.RoleDepartment)}
	for i := range questions {
		c.scope = 0
		who := *whole
		if i%4 == 3 {
			who.Region, who.RegionCode = c.county()
			c.scope = who.Region
		}
		c.as(&who)
		c.table()
		c.units()
		c.gaps()
		c.movement()
		if i%5 == 0 {
			c.regionRows()
		}
		if c.Failed() {
			return // one disagreement is enough to look at
		}
	}
}

// county is the city or county of some unit, to be a viewer's scope.
func (c *check) county() (model.RegionID, model.RegionCode) {
	up := c.upward(today, pick(c.Rand, c.rows[today]...).region)
	p := up[max(0, len(up)-2)]
	return p.id, model.RegionCode(p.code)
}

// absent are the fields that a question does not give.
var absent = regexp.MustCompile(`"\w+":null,?`)

// wrong reports a disagreement with the question that shows it.
func (c *check) wrong(question any, format string, args ...any) {
	c.Helper()
	text, _ := json.Marshal(question)
	text = absent.ReplaceAll(text, nil)
	c.Errorf("%s\nquestion %s, scope %d", fmt.Sprintf(format, args...), text, c.scope)
}
