package store

import (
	"slices"

	"fugai/model"
)

// lookup reads the ids of natural keys, a statement for each thousand.
func lookup[K ~string, ID ~int64](v *View, name, column string, keys []K) (map[K]ID, error) {
	out := make(map[K]ID, len(keys))
	keys = slices.Clone(keys)
	slices.Sort(keys)
	for part := range slices.Chunk(slices.Compact(keys), Chunk) {
		if none, err := nothingBetween(v, name, column, part); none || err != nil {
			if err != nil {
				return nil, err
			}
			continue
		}
		list, args := inTexts(part, nil)
		err := v.query("SELECT id, "+column+" FROM "+name+" WHERE "+column+list, args, func(r *reader) error {
			id := ID(r.int())
			out[K(r.text())] = id
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// manyKeys is from how many keys on it is asked first whether anything lies between them.
const manyKeys = 100

// nothingBetween tells that no key from the first to the last of a sorted list is stored: so it is in the parts of a first
// import, whose rows have neighbouring keys.
func nothingBetween[K ~string](v *View, name, column string, keys []K) (bool, error) {
	if len(keys) < manyKeys {
		return false, nil
	}
	n, err := v.number("SELECT 1 FROM "+name+" WHERE "+column+" BETWEEN ? AND ? LIMIT 1", string(keys[0]), string(keys[len(keys)-1]))
	return n == 0, err
}

// codes reads the natural keys of ids.
func codes[K ~string, ID ~int64](v *View, name, column string, ids []ID) (map[ID]K, error) {
	out := make(map[ID]K, len(ids))
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil)
		err := v.query("SELECT id, "+column+" FROM "+name+" WHERE id"+list, args, func(r *reader) error {
			id := ID(r.int())
			out[id] = K(r.text())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Keys is a table of identities: ids and the natural keys that people use.
type Keys[K ~string, ID ~int64] struct{ name, column string }

// The identities. Regions have none: their codes change, and are facts.
var (
	UnitKeys             = Keys[model.CreditCode, model.UnitID]{"units", "credit_code"}
	OrganisationKeys     = Keys[string, model.OrganisationID]{"organisations", "code"}
	ZoneKeys             = Keys[string, model.ZoneID]{"zones", "code"}
	InstructorKeys       = Keys[string, model.InstructorID]{"instructors", "code"}
	MassOrganisationKeys = Keys[string, model.MassOrganisationID]{"mass_organisations", "code"}
)

// Find reads the ids of natural keys; keys without one are left out.
func (k Keys[K, ID]) Find(v *View, keys []K) (map[K]ID, error) {
	return lookup[K, ID](v, k.name, k.column, keys)
}

// Of reads the natural keys of ids.
func (k Keys[K, ID]) Of(v *View, ids []ID) (map[ID]K, error) {
	return codes[K](v, k.name, k.column, ids)
}

// Last is the highest id that is taken; 0 when there is none.
func (k Keys[K, ID]) Last(v *View) (ID, error) {
	n, err := v.number("SELECT MAX(id) FROM " + k.name)
	return ID(n), err
}

// Reserve takes n new ids and tells the first. They are used or lost with the transaction.
func (k Keys[K, ID]) Reserve(tx *Tx, n int) (ID, error) {
	first, err := tx.nextID(k.name, "id", n)
	return ID(first), err
}

// Write stores new identities, in order of their ids.
func (k Keys[K, ID]) Write(tx *Tx, ids []ID, keys []K) error {
	return tx.s.dialect.bulk(tx, k.name, []string{"id", k.column}, len(keys), func(b *binder, i int) {
		b.int(int64(ids[i]))
		b.text(string(keys[i]))
	})
}

// UnitIDs finds units by credit code.
func (v *View) UnitIDs(codes []model.CreditCode) (map[model.CreditCode]model.UnitID, error) {
	return UnitKeys.Find(v, codes)
}

// OrganisationIDs finds organisations by code.
func (v *View) OrganisationIDs(codes []string) (map[string]model.OrganisationID, error) {
	return OrganisationKeys.Find(v, codes)
}

// ZoneIDs finds zones by code.
func (v *View) ZoneIDs(codes []string) (map[string]model.ZoneID, error) {
	return ZoneKeys.Find(v, codes)
}

// InstructorIDs finds instructors by code.
func (v *View) InstructorIDs(codes []string) (map[string]model.InstructorID, error) {
	return InstructorKeys.Find(v, codes)
}

// MassOrganisationIDs finds mass organisations by code.
func (v *View) MassOrganisationIDs(codes []string) (map[string]model.MassOrganisationID, error) {
	return MassOrganisationKeys.Find(v, codes)
}

// CreditCodes are the credit codes of units.
func (v *View) CreditCodes(ids []model.UnitID) (map[model.UnitID]model.CreditCode, error) {
	return UnitKeys.Of(v, ids)
}

// OrganisationCodes are the codes of organisations.
func (v *View) OrganisationCodes(ids []model.OrganisationID) (map[model.OrganisationID]string, error) {
	return OrganisationKeys.Of(v, ids)
}

// EachUnitKey hands out id and credit code of every unit, by id.
func (v *View) EachUnitKey(each func(model.UnitKey) error) error { return v.EachUnitKeyAfter(0, each) }

// EachUnitKeyAfter is EachUnitKey for the units with higher ids than the given one.
func (v *View) EachUnitKeyAfter(after model.UnitID, each func(model.UnitKey) error) error {
	return v.queryMany("SELECT id, credit_code FROM units WHERE id > ? ORDER BY id", []any{after}, func(r *reader) error {
		id := model.UnitID(r.int())
		return each(model.UnitKey{ID: id, CreditCode: model.CreditCode(r.text())})
	})
}

// UnitIDsAfter are up to limit ids of units above one, ascending: how batches go over all units.
func (v *View) UnitIDsAfter(after model.UnitID, limit int) ([]model.UnitID, error) {
	var out []model.UnitID
	err := v.query("SELECT id FROM units WHERE id > ? ORDER BY id LIMIT ?", []any{after, limit}, func(r *reader) error {
		out = append(out, model.UnitID(r.int()))
		return nil
	})
	return out, err
}

// ReserveRegions takes n new ids of regions and tells the first.
func (tx *Tx) ReserveRegions(n int) (model.RegionID, error) {
	first, err := tx.nextID("regions", "id", n)
	return model.RegionID(first), err
}

// WriteRegions stores new regions.
func (tx *Tx) WriteRegions(ids []model.RegionID) error {
	return tx.s.dialect.bulk(tx, "regions", []string{"id"}, len(ids), func(b *binder, i int) { b.int(int64(ids[i])) })
}

// NextIDs takes n ids for rows of a table that have an id of their own, and tells the first.
func NextIDs[T any](tx *Tx, t *Table[T], n int) (int64, error) { return tx.nextID(t.Name, t.Key, n) }
