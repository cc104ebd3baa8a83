package store

import (
	"slices"

	"fugai/model"
)

// silent is the condition of a running import that has given no sign of life, by the database's own clock.
func (s *Store) silent() string {
	if s.Embedded() {
		return "alive_at < strftime('%Y-%m-%d %H:%M:%f', 'now', '-60 seconds')"
	}
	return "alive_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND"
}

// StartImport stores a running import.
func (tx *Tx) StartImport(recorder string) (model.ImportID, error) {
	id, err := tx.nextID("imports", "id", 1)
	if err != nil {
		return 0, err
	}
	now := tx.s.dialect.now()
	_, err = tx.exec("INSERT INTO imports (id, state, recorder, started_at, alive_at) VALUES (?, ?, ?, "+now+", "+now+")",
		id, model.ImportStateRunning, recorder)
	return model.ImportID(id), err
}

// AliveImport is the sign of life of a running import.
func (tx *Tx) AliveImport(id model.ImportID) error {
	_, err := tx.exec("UPDATE imports SET alive_at = "+tx.s.dialect.now()+" WHERE id = ? AND state = ?", id, model.ImportStateRunning)
	return err
}

// FinishImport stores how an import ended, and its report.
func (tx *Tx) FinishImport(id model.ImportID, state model.ImportState, report string) error {
	now := tx.s.dialect.now()
	n, err := tx.exec("UPDATE imports SET state = ?, finished_at = "+now+", report = ? WHERE id = ?", state, report, id)
	if err == nil && n == 0 {
		err = model.NotFound("import", "there is no import %d", id)
	}
	return err
}

// SetImportState changes the state of an import and leaves its report.
func (tx *Tx) SetImportState(id model.ImportID, state model.ImportState) error {
	_, err := tx.exec("UPDATE imports SET state = ? WHERE id = ?", state, id)
	return err
}

func (v *View) imports(where string, args ...any) ([]model.Import, error) {
	var out []model.Import
	text := "SELECT id, CASE WHEN state = 'RUNNING' AND " + v.s.silent() + " THEN 'INTERRUPTED' ELSE state END AS state, " +
		"recorder, started_at, alive_at, finished_at, report FROM imports"
	err := v.query(text+where, args, func(r *reader) error {
		i := model.Import{ID: model.ImportID(r.int())}
		r.enum(&i.State)
		i.Recorder, i.StartedAt, i.AliveAt, i.FinishedAt, i.Report = r.text(), r.moment(), r.moment(), r.moment(), r.text()
		out = append(out, i)
		return nil
	})
	return out, err
}

// Imports lists the last imports, newest first.
func (v *View) Imports(limit int) ([]model.Import, error) {
	return v.imports(" ORDER BY id DESC LIMIT ?", limit)
}

// Import reads one import.
func (v *View) Import(id model.ImportID) (model.Import, error) {
	list, err := v.imports(" WHERE id = ?", id)
	if err != nil || len(list) == 1 {
		return append(list, model.Import{})[0], err
	}
	return model.Import{}, model.NotFound("import", "there is no import %d", id)
}

// ImportRunning tells whether an import is running and alive.
func (v *View) ImportRunning() (bool, error) {
	n, err := v.number("SELECT COUNT(*) FROM imports WHERE state = 'RUNNING' AND NOT (" + v.s.silent() + ")")
	return n > 0, err
}

// SourcesByID reads sources.
func (v *View) SourcesByID(ids []model.SourceID) (map[model.SourceID]*model.Source, error) {
	out := make(map[model.SourceID]*model.Source, len(ids))
	for part := range slices.Chunk(distinct(ids), Chunk) {
		list, args := among(v, part, nil)
		err := v.query("SELECT id, import_id, name, recorder FROM sources WHERE id"+list, args, func(r *reader) error {
			s := &model.Source{ID: model.SourceID(r.int())}
			if n := model.ImportID(r.int()); n != 0 {
				s.ImportID = &n
			}
			s.Name, s.Recorder = r.text(), r.text()
			out[s.ID] = s
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}
