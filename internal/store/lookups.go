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
	for part := range slices.Chunk(slices.Compact(keys), chunk) {
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

// codes reads the natural keys of ids.
func codes[K ~string, ID ~int64](v *View, name, column string, ids []ID) (map[ID]K, error) {
	out := make(map[ID]K, len(ids))
	for part := range slices.Chunk(distinct(ids), chunk) {
		err := v.query("SELECT id, "+column+" FROM "+name+" WHERE id"+in(part), nil, func(r *reader) error {
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

// addKeys stores new natural keys and tells their ids, which follow the order of the keys.
func addKeys[K ~string, ID ~int64](tx *Tx, name, column string, keys []K) (ID, error) {
	first, err := tx.nextID(name, "id", len(keys))
	if err != nil || len(keys) == 0 {
		return 0, err
	}
	tx.changed = true
	err = tx.s.dialect.bulk(tx, name, []string{"id", column}, len(keys), func(b *binder, i int) {
		b.int(first + int64(i))
		b.text(string(keys[i]))
	})
	return ID(first), err
}

// UnitIDs finds units by credit code.
func (v *View) UnitIDs(codes []model.CreditCode) (map[model.CreditCode]model.UnitID, error) {
	return lookup[model.CreditCode, model.UnitID](v, "units", "credit_code", codes)
}

// OrganisationIDs finds organisations by code.
func (v *View) OrganisationIDs(codes []string) (map[string]model.OrganisationID, error) {
	return lookup[string, model.OrganisationID](v, "organisations", "code", codes)
}

// ZoneIDs finds zones by code.
func (v *View) ZoneIDs(codes []string) (map[string]model.ZoneID, error) {
	return lookup[string, model.ZoneID](v, "zones", "code", codes)
}

// InstructorIDs finds instructors by code.
func (v *View) InstructorIDs(codes []string) (map[string]model.InstructorID, error) {
	return lookup[string, model.InstructorID](v, "instructors", "code", codes)
}

// MassOrganisationIDs finds mass organisations by code.
func (v *View) MassOrganisationIDs(codes []string) (map[string]model.MassOrganisationID, error) {
	return lookup[string, model.MassOrganisationID](v, "mass_organisations", "code", codes)
}

// CreditCodes are the credit codes of units.
func (v *View) CreditCodes(ids []model.UnitID) (map[model.UnitID]model.CreditCode, error) {
	return codes[model.CreditCode](v, "units", "credit_code", ids)
}

// OrganisationCodes are the codes of organisations.
func (v *View) OrganisationCodes(ids []model.OrganisationID) (map[model.OrganisationID]string, error) {
	return codes[string](v, "organisations", "code", ids)
}

// EachUnitKey hands out id and credit code of every unit, by id.
func (v *View) EachUnitKey(each func(model.UnitKey) error) error { return v.EachUnitKeyAfter(0, each) }

// EachUnitKeyAfter is EachUnitKey for the units with higher ids than the given one.
func (v *View) EachUnitKeyAfter(after model.UnitID, each func(model.UnitKey) error) error {
	return v.query("SELECT id, credit_code FROM units WHERE id > ? ORDER BY id", []any{after}, func(r *reader) error {
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

// AddUnits stores new credit codes; the ids follow their order from the one that is returned.
func (tx *Tx) AddUnits(codes []model.CreditCode) (model.UnitID, error) {
	return addKeys[model.CreditCode, model.UnitID](tx, "units", "credit_code", codes)
}

// AddOrganisations stores new codes of organisations.
func (tx *Tx) AddOrganisations(codes []string) (model.OrganisationID, error) {
	return addKeys[string, model.OrganisationID](tx, "organisations", "code", codes)
}

// AddZones stores new codes of zones.
func (tx *Tx) AddZones(codes []string) (model.ZoneID, error) {
	return addKeys[string, model.ZoneID](tx, "zones", "code", codes)
}

// AddInstructors stores new codes of instructors.
func (tx *Tx) AddInstructors(codes []string) (model.InstructorID, error) {
	return addKeys[string, model.InstructorID](tx, "instructors", "code", codes)
}

// AddMassOrganisations stores new codes of mass organisations.
func (tx *Tx) AddMassOrganisations(codes []string) (model.MassOrganisationID, error) {
	return addKeys[string, model.MassOrganisationID](tx, "mass_organisations", "code", codes)
}

// AddRegions takes n new ids of regions; their codes are facts.
func (tx *Tx) AddRegions(n int) (model.RegionID, error) {
	first, err := tx.nextID("regions", "id", n)
	if err != nil || n == 0 {
		return 0, err
	}
	return model.RegionID(first), tx.s.dialect.bulk(tx, "regions", []string{"id"}, n, func(b *binder, i int) { b.int(first + int64(i)) })
}

// NextIDs takes n ids for rows of a table that have an id of their own, and tells the first.
func NextIDs[T any](tx *Tx, t *Table[T], n int) (int64, error) { return tx.nextID(t.Name, t.Key, n) }
