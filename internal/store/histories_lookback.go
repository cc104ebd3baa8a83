package store

import (
	"slices"

	"fugai/model"
)

// AddLookBack fills in what only the look-back reads of units: leadership and predecessors of those that may have some, and the visits of
// all. Where nothing of a kind is stored at all, it asks no further.
func (v *View) AddLookBack(units map[model.UnitID]*model.UnitHistory, some []model.UnitID, version model.DataVersion) error {
	if err := v.addLeadership(units, some, version); err != nil {
		return err
	}
	if err := v.addPredecessors(units, some, version); err != nil {
		return err
	}
	return v.addVisits(units, version)
}

// some tells whether a table has any row.
func (v *View) some(table string) (bool, error) {
	n, err := v.number("SELECT 1 FROM " + table + " LIMIT 1")
	return n != 0, err
}

func (v *View) addLeadership(units map[model.UnitID]*model.UnitHistory, ids []model.UnitID, version model.DataVersion) error {
	if some, err := v.some(Leaderships.Name); err != nil || !some {
		return err
	}
	rows, err := Facts(v, Leaderships, ids, version)
	for i := range rows {
		if h := units[rows[i].UnitID]; h != nil {
			h.Leadership = append(h.Leadership, rows[i])
		}
	}
	return err
}

func (v *View) addPredecessors(units map[model.UnitID]*model.UnitHistory, ids []model.UnitID, version model.DataVersion) error {
	if some, err := v.some(Successions.Name); err != nil || !some {
		return err
	}
	rows, err := rowsOf(v, Successions, "unit_id", ids, atVersion, "succeeded_on, predecessor_id", version, version)
	if err != nil || len(rows) == 0 {
		return err
	}
	before := make([]model.UnitID, len(rows))
	for i := range rows {
		before[i] = rows[i].PredecessorID
	}
	facts, err := v.UnitHistory(version, before)
	for i := range rows {
		if h := units[rows[i].UnitID]; h != nil {
			h.Predecessors = append(h.Predecessors, model.PredecessorHistory{SucceededOn: rows[i].SucceededOn, Facts: facts[rows[i].PredecessorID]})
		}
	}
	return err
}

// visitPair is an instructor and a unit that is visited.
type visitPair struct {
	instructor model.InstructorID
	unit       model.UnitID
}

func (v *View) addVisits(units map[model.UnitID]*model.UnitHistory, version model.DataVersion) error {
	var visited []model.UnitID
	var people []model.InstructorID
	for id, h := range units {
		for i := range h.Covers {
			if who := h.Covers[i].InstructorID; who != 0 {
				visited, people = append(visited, id), append(people, who)
			}
		}
	}
	if len(people) == 0 {
		return nil
	}
	if some, err := v.some(Visits.Name); err != nil || !some {
		return err
	}
	first, err := v.FirstVisits(people, version)
	if err != nil {
		return err
	}
	days, err := v.visitDays(visited, version)
	if err != nil {
		return err
	}
	for id, h := range units {
		for i := range h.Covers {
			c := &h.Covers[i]
			c.FirstVisit, c.Visits = first[c.InstructorID], days[visitPair{c.InstructorID, id}]
		}
	}
	return nil
}

// visitDays are the days of visits to units, ascending and once each.
func (v *View) visitDays(units []model.UnitID, version model.DataVersion) (map[visitPair][]model.Date, error) {
	out := map[visitPair][]model.Date{}
	for part := range slices.Chunk(distinct(units), Chunk) {
		list, args := among(v, part, nil, version, version)
		text := "SELECT DISTINCT instructor_id, unit_id, visited_on FROM visits WHERE unit_id" + list + atVersion + " ORDER BY visited_on"
		err := v.query(text, args, func(r *reader) error {
			k := visitPair{model.InstructorID(r.int()), model.UnitID(r.int())}
			out[k] = append(out[k], r.date())
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// FirstVisits are the first days on which visits of instructors to any unit are recorded, as known at a data version; those without one
// are left out.
func (v *View) FirstVisits(ids []model.InstructorID, version model.DataVersion) (map[model.InstructorID]model.Date, error) {
	out := map[model.InstructorID]model.Date{}
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, []any{version, version})
		// The inner SELECT walks along the index and stops at the first row.
		text := "SELECT i.id, (SELECT x.visited_on FROM visits x WHERE x.instructor_id = i.id AND x.since_version <= ? AND x.until_version > ?" +
			" ORDER BY x.visited_on LIMIT 1) FROM instructors i WHERE i.id" + list
		err := v.query(text, args, func(r *reader) error {
			id := model.InstructorID(r.int())
			if day := r.date(); day != 0 {
				out[id] = day
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
