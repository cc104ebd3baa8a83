package store

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// Table knows how one kind of row lies in its table. The column lists are written by hand, because the bulk paths have no
// time for reflection.
type Table[T any] struct {
	// Name is the table's name.
	Name string
	// Key is the column of the subject or, for rows with an id of their own, of the id.
	Key     string
	columns []string
	write   func(*binder, *T)
	read    func(*reader, *T)
	// at are the columns that identify one row, besides since_version; identify writes them.
	at       []string
	identify func(*binder, *T)
	recorded func(*T) *model.Recorded
}

// Recorded is the recording of a row.
func (t *Table[T]) Recorded(row *T) *model.Recorded { return t.recorded(row) }

func columns(list string) []string { return strings.Fields(strings.ReplaceAll(list, ",", " ")) }

const recordedColumns = " since_version until_version source_id"

func (t *Table[T]) selection() string {
	return "SELECT " + strings.Join(t.columns, ", ") + " FROM " + t.Name
}

// Insert writes rows as recorded by the transaction's version; it fills in versions, and the source where the row has none.
func Insert[T any](tx *Tx, t *Table[T], rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	tx.changed = true
	for i := range rows {
		r := t.recorded(&rows[i])
		r.SinceVersion, r.UntilVersion = tx.Version, model.Current
		if r.SourceID == 0 {
			r.SourceID = tx.source
		}
	}
	err := tx.s.dialect.bulk(tx, t.Name, t.columns, len(rows), func(b *binder, i int) { t.write(b, &rows[i]) })
	if err != nil {
		return fmt.Errorf("writing %d rows of %s: %w", len(rows), t.Name, err)
	}
	return nil
}

// supersedeMany is how many rows one statement supersedes on MySQL.
const supersedeMany = 200

// Supersede ends current rows by the transaction's version. Nothing else of a row ever changes.
func Supersede[T any](tx *Tx, t *Table[T], rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	tx.changed = true
	match := strings.Join(t.at, " = ? AND ") + " = ? AND since_version = ? AND until_version = ?"
	identify := func(b *binder, i int) {
		t.identify(b, &rows[i])
		b.int(int64(t.recorded(&rows[i]).SinceVersion))
		b.int(int64(model.Current))
	}
	if d, ok := tx.s.dialect.(sqliteDialect); ok {
		return d.every(tx, "UPDATE "+t.Name+" SET until_version = ? WHERE "+match, 0, len(rows), 1, func(b *binder, i int) {
			b.int(int64(tx.Version))
			identify(b, i)
		})
	}
	for from := 0; from < len(rows); from += supersedeMany {
		to := min(len(rows), from+supersedeMany)
		if err := supersedeSome(tx, t.Name, match, from, to, identify); err != nil {
			return err
		}
	}
	return nil
}

func supersedeSome(tx *Tx, name, match string, from, to int, identify func(*binder, int)) error {
	s := &argSink{args: []any{int64(tx.Version)}}
	b := tx.bindFor(s, to-from)
	for i := from; i < to; i++ {
		identify(b, i)
	}
	n, err := tx.exec("UPDATE "+name+" SET until_version = ? WHERE "+strings.Repeat("OR ("+match+") ", to-from)[3:], s.args...)
	if err != nil {
		return err
	}
	if n != int64(to-from) {
		return fmt.Errorf("superseding %d rows of %s reached %d", to-from, name, n)
	}
	return nil
}

// rowsOf reads rows whose column holds one of the ids, a statement for each thousand ids, and its rows in an order, "" for any.
func rowsOf[T any, ID ~int64](v *View, t *Table[T], column string, ids []ID, where, order string, args ...any) ([]T, error) {
	ids = distinct(ids)
	var out []T
	if order != "" {
		order = " ORDER BY " + order
	}
	for part := range slices.Chunk(ids, Chunk) {
		list, args := among(v, part, nil, args...)
		err := v.query(t.selection()+" WHERE "+column+list+where+order, args, func(r *reader) error {
			if len(out) == cap(out) {
				out = slices.Grow(out, len(part)) // most subjects have one row
			}
			out = append(out, *new(T))
			t.read(r, &out[len(out)-1])
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

func distinct[ID ~int64](ids []ID) []ID {
	if slices.IsSorted(ids) {
		ok := true
		for i := 1; i < len(ids) && ok; i++ {
			ok = ids[i] != ids[i-1]
		}
		if ok {
			return ids
		}
	}
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// all reads every row that a condition takes.
func all[T any](v *View, t *Table[T], where string, args ...any) ([]T, error) {
	var out []T
	err := v.query(t.selection()+where, args, func(r *reader) error {
		out = append(out, *new(T))
		t.read(r, &out[len(out)-1])
		return nil
	})
	return out, err
}

const (
	atVersion = " AND since_version <= ? AND until_version > ?"
	onDate    = " AND valid_from <= ? AND valid_to > ?"
)

// Facts reads the rows of many subjects that were known at a data version, whatever their dates, by subject in order of
// their dates. A version of model.Current-1 or more means what is current.
func Facts[T any, ID ~int64](v *View, t *Table[T], ids []ID, version model.DataVersion) ([]T, error) {
	return rowsOf(v, t, t.Key, ids, atVersion, t.order(), version, version)
}

// CurrentFacts are the rows of many subjects that no commit has superseded.
func CurrentFacts[T any, ID ~int64](v *View, t *Table[T], ids []ID) ([]T, error) {
	return rowsOf(v, t, t.Key, ids, " AND until_version = ?", t.order(), model.Current)
}

// CurrentBy are the current rows whose column (of another subject) holds one of the ids.
func CurrentBy[T any, ID ~int64](v *View, t *Table[T], column string, ids []ID) ([]T, error) {
	return rowsOf(v, t, column, ids, named(column)+" AND until_version = ?", t.order(), model.Current)
}

// named says what is true of every id: that it is not 0. Indexes that leave out the rows with 0 are used by it.
func named(column string) string { return " AND " + column + " <> 0" }

// AllCurrent are all current rows of a table, by subject in order of their dates.
func AllCurrent[T any](v *View, t *Table[T]) ([]T, error) {
	return all(v, t, " WHERE until_version = ? ORDER BY "+t.order(), model.Current)
}

func (t *Table[T]) order() string { return strings.Join(t.at, ", ") }

// factsOn reads the rows in force on a date as known at a version.
func factsOn[T any, ID ~int64](v *View, t *Table[T], ids []ID, version model.DataVersion, day model.Date) ([]T, error) {
	return rowsOf(v, t, t.Key, ids, atVersion+onDate, t.order(), version, version, day, day)
}

// grouped puts rows into lists by a key; the order of the rows stays.
func grouped[K comparable, T any](rows []T, key func(*T) K) map[K][]T {
	out := make(map[K][]T)
	for i := range rows {
		k := key(&rows[i])
		out[k] = append(out[k], rows[i])
	}
	return out
}
