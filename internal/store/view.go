package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"gorm.io/gorm"

	"fugai/model"
)

// State is the one row that says where the data stand.
type State struct {
	Version model.DataVersion
	// RuleSetID is the set whose spans are served; BuildingRuleSetID the one being built beside it, 0 without.
	RuleSetID         model.RuleSetID
	BuildingRuleSetID model.RuleSetID
	// Demo tells that the data are invented.
	Demo      bool
	ChangedAt model.Moment
}

// View is a connection that reads. It belongs to one goroutine and ends with the call that handed it out.
type View struct {
	// State is that of the snapshot; empty in Read.
	State State
	s     *Store
	ctx   context.Context
	conn  *sql.Conn
	// drafted tells that the transaction of the view has added span classes.
	drafted bool
}

// Read hands out a connection without a snapshot. It serves reads at a data version, which no later commit changes, with
// the fewest round trips.
func (s *Store) Read(ctx context.Context, fn func(*View) error) error {
	conn, err := s.read.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return fn(&View{s: s, ctx: ctx, conn: conn})
}

// View reads everything in fn from one consistent snapshot.
func (s *Store) View(ctx context.Context, fn func(*View) error) error {
	return s.Read(ctx, func(v *View) error {
		tx, err := v.conn.BeginTx(ctx, s.dialect.beginView())
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if v.State, err = v.state(""); err != nil {
			return err
		}
		return fn(v)
	})
}

// Views hands out up to n views of one and the same snapshot, for reads that share the work: fewer, at least one, where commits come
// between them.
func (s *Store) Views(ctx context.Context, n int, fn func([]*View) error) error {
	return s.View(ctx, func(first *View) error { return s.moreViews(ctx, n-1, []*View{first}, fn) })
}

func (s *Store) moreViews(ctx context.Context, n int, views []*View, fn func([]*View) error) error {
	if n <= 0 {
		return fn(views)
	}
	return s.View(ctx, func(v *View) error {
		if now, then := v.State, views[0].State; now.Version == then.Version && now.RuleSetID == then.RuleSetID {
			views = append(views, v)
		}
		return s.moreViews(ctx, n-1, views, fn)
	})
}

// Get is Read for one result.
func Get[T any](ctx context.Context, s *Store, fn func(*View) (T, error)) (T, error) {
	var out T
	err := s.Read(ctx, func(v *View) (err error) {
		out, err = fn(v)
		return err
	})
	return out, err
}

// State reads where the data stand.
func (s *Store) State(ctx context.Context) (State, error) {
	return Get(ctx, s, func(v *View) (State, error) { return v.state("") })
}

func (v *View) state(lock string) (State, error) {
	var st State
	err := v.query("SELECT version, rule_set_id, building_rule_set_id, demo, changed_at FROM data_state WHERE id = 1"+lock, nil,
		func(r *reader) error {
			st.Version = model.DataVersion(r.int())
			st.RuleSetID, st.BuildingRuleSetID = model.RuleSetID(r.int()), model.RuleSetID(r.int())
			st.Demo, st.ChangedAt = r.int() != 0, r.moment()
			return nil
		})
	if err == nil && st.ChangedAt.IsZero() {
		err = errors.New("the database has no data state; run fugai migrate")
	}
	return st, err
}

type counterKey struct{}

// WithCounter lets tests count the statements that reads run with the context.
func WithCounter(ctx context.Context, n *atomic.Int64) context.Context {
	return context.WithValue(ctx, counterKey{}, n)
}

// query runs a statement and hands each row to fn.
func (v *View) query(text string, args []any, fn func(*reader) error) error {
	return v.read(v.s.dialect.query, text, args, fn)
}

// queryMany is query for a statement that reads most of a table.
func (v *View) queryMany(text string, args []any, fn func(*reader) error) error {
	return v.read(v.s.dialect.queryMany, text, args, fn)
}

func (v *View) read(how func(*View, string, []any, func(*reader) error) error, text string, args []any, fn func(*reader) error) error {
	if n, ok := v.ctx.Value(counterKey{}).(*atomic.Int64); ok {
		n.Add(1)
	}
	if err := how(v, text, args, fn); err != nil {
		return fmt.Errorf("%s: %w", opening(text), err)
	}
	return nil
}

// exec runs a statement that changes rows and tells how many.
func (v *View) exec(text string, args ...any) (int64, error) {
	n, err := v.s.dialect.exec(v, text, args)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", opening(text), err)
	}
	return n, nil
}

// opening is the part of a statement that names it in an error; the values in it are never shown.
func opening(text string) string {
	if at := strings.Index(text, " WHERE"); at > 0 {
		text = text[:at]
	}
	return text[:min(len(text), 120)]
}

// number reads one whole number; 0 for NULL or no row.
func (v *View) number(text string, args ...any) (int64, error) {
	var n int64
	err := v.query(text, args, func(r *reader) error { n = r.int(); return nil })
	return n, err
}

// gorm is the mapper on the view's connection, for the small tables.
func (v *View) gorm() *gorm.DB {
	db := v.s.orm.Session(&gorm.Session{NewDB: true, Context: v.ctx})
	db.Statement.ConnPool = v.conn
	return db
}

// in writes " IN (1,2,3)"; ids are numbers, so that they need no binding.
func in[ID ~int64](ids []ID) string {
	b := append(make([]byte, 0, 6+12*len(ids)), " IN ("...)
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(id), 10)
	}
	return string(append(b, ')'))
}

// among is a condition that a column holds one of the ids, and the arguments of a statement with it: those that stand before it, what it binds
// itself, and those behind it.
func among[ID ~int64](v *View, ids []ID, before []any, after ...any) (string, []any) {
	text, list := v.s.dialect.in(idsOf(ids))
	args := slices.Clip(before)
	if list != nil {
		args = append(args, list)
	}
	return text, append(args, after...)
}

// inTexts writes " IN (?,?,?)" and appends the keys to args.
func inTexts[K ~string](keys []K, args []any) (string, []any) {
	for _, k := range keys {
		args = append(args, string(k))
	}
	return " IN (" + strings.Repeat(",?", len(keys))[1:] + ")", args
}
