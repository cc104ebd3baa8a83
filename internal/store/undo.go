package store

import (
	"fmt"
	"strconv"
	"strings"

	"fugai/model"
)

// shape is a fact table as SQL needs it where no row is looked at in Go.
type shape struct {
	name, key string
	columns   []string
}

func shapeOf[T any](t *Table[T]) shape { return shape{t.Name, t.Key, t.columns} }

// shapes are all tables of facts.
var shapes = []shape{
	shapeOf(RegionFacts), shapeOf(OrganisationFacts), shapeOf(ZoneFacts), shapeOf(InstructorFacts), shapeOf(MassOrganisationFacts),
	shapeOf(UnitFacts), shapeOf(Successions), shapeOf(Covers), shapeOf(Visits), shapeOf(Participations), shapeOf(Candidates),
	shapeOf(CandidateSteps), shapeOf(DeclaredReturns), shapeOf(Officers), shapeOf(Activities), shapeOf(Leaderships),
}

// reference says that a column names a subject of another table; 0 names none.
type reference struct{ name, key, column, to, toKey string }

var references = []reference{
	{"region_facts", "region_id", "parent_id", "region_facts", "region_id"},
	{"zone_facts", "zone_id", "region_id", "region_facts", "region_id"},
	{"zone_facts", "zone_id", "organisation_id", "organisation_facts", "organisation_id"},
	{"unit_facts", "unit_id", "region_id", "region_facts", "region_id"},
	{"unit_facts", "unit_id", "zone_id", "zone_facts", "zone_id"},
	{"unit_facts", "unit_id", "responsible_id", "organisation_facts", "organisation_id"},
	{"unit_successions", "unit_id", "unit_id", "unit_facts", "unit_id"},
	{"unit_successions", "unit_id", "predecessor_id", "unit_facts", "unit_id"},
	{"organisation_facts", "organisation_id", "region_id", "region_facts", "region_id"},
	{"organisation_facts", "organisation_id", "parent_id", "organisation_facts", "organisation_id"},
	{"organisation_facts", "organisation_id", "host_id", "organisation_facts", "organisation_id"},
	{"covers", "id", "unit_id", "unit_facts", "unit_id"},
	{"covers", "id", "organisation_id", "organisation_facts", "organisation_id"},
	{"covers", "id", "instructor_id", "instructor_facts", "instructor_id"},
	{"covers", "id", "mass_organisation_id", "mass_organisation_facts", "mass_organisation_id"},
	{"instructor_facts", "instructor_id", "region_id", "region_facts", "region_id"},
	{"mass_organisation_facts", "mass_organisation_id", "region_id", "region_facts", "region_id"},
	{"visits", "id", "instructor_id", "instructor_facts", "instructor_id"},
	{"visits", "id", "unit_id", "unit_facts", "unit_id"},
	{"participations", "id", "organisation_id", "organisation_facts", "organisation_id"},
	{"participations", "id", "home_organisation_id", "organisation_facts", "organisation_id"},
	{"candidates", "id", "unit_id", "unit_facts", "unit_id"},
	{"candidate_steps", "id", "candidate_id", "candidates", "id"},
	{"declared_returns", "id", "organisation_id", "organisation_facts", "organisation_id"},
	{"officers", "id", "organisation_id", "organisation_facts", "organisation_id"},
	{"activities", "id", "organisation_id", "organisation_facts", "organisation_id"},
	{"leadership_facts", "unit_id", "unit_id", "unit_facts", "unit_id"},
}

// Dangling is a current row that names a subject of which nothing is current.
type Dangling struct {
	Table  string
	ID     int64
	Column string
	Names  int64
}

func (d Dangling) String() string {
	return fmt.Sprintf("%s %d names %s %d, of which nothing is stored", d.Table, d.ID, d.Column, d.Names)
}

// Dangling finds rows that name subjects that do not exist, up to limit.
func (v *View) Dangling(limit int) ([]Dangling, error) {
	var out []Dangling
	for _, ref := range references {
		text := "SELECT f." + ref.key + ", f." + ref.column + " FROM " + ref.name + " f WHERE f.until_version = ? AND f." + ref.column +
			" <> 0 AND NOT EXISTS (SELECT 1 FROM " + ref.to + " t WHERE t." + ref.toKey + " = f." + ref.column + " AND t.until_version = ?) LIMIT ?"
		err := v.query(text, []any{model.Current, model.Current, limit - len(out)}, func(r *reader) error {
			out = append(out, Dangling{ref.name, r.int(), ref.column, r.int()})
			return nil
		})
		if err != nil || len(out) >= limit {
			return out, err
		}
	}
	return out, nil
}

// undoList is how many obstacles a refusal lists.
const undoList = 20

// UndoImport supersedes the rows that an import recorded and brings back, as new rows, those that it superseded. It tells
// what the import's commits touched. It is refused where later commits changed the same rows or name its subjects.
func (tx *Tx) UndoImport(id model.ImportID, recorder string) ([]Change, error) {
	versions, err := tx.versionsOf(id)
	if err != nil || len(versions.ids) == 0 {
		return nil, err
	}
	if err := tx.laterChanges(id, versions); err != nil {
		return nil, err
	}
	source, err := tx.AddSource(model.Source{Name: fmt.Sprintf("undo of import %d", id), Recorder: recorder})
	if err != nil {
		return nil, err
	}
	tx.Record(source, fmt.Sprintf("undo of import %d", id))
	tx.changed = true
	for _, s := range shapes {
		if err := tx.swap(s, versions); err != nil {
			return nil, err
		}
	}
	if err := tx.refuseDangling(id); err != nil {
		return nil, err
	}
	changes, err := tx.changes(versions.cond("version"))
	for _, c := range changes {
		tx.touchRange(c)
	}
	return changes, err
}

func (v *View) versionsOf(id model.ImportID) (*idSet, error) {
	s := &idSet{}
	err := v.query("SELECT c.version FROM commits c JOIN sources s ON s.id = c.source_id WHERE s.import_id = ?", []any{id}, func(r *reader) error {
		s.ids = append(s.ids, r.int())
		return nil
	})
	return s, err
}

// cond is the condition that a column holds one of the numbers.
func (s *idSet) cond(column string) string {
	var parts []string
	for _, r := range s.ranges() {
		parts = append(parts, column+" BETWEEN "+strconv.FormatInt(r[0], 10)+" AND "+strconv.FormatInt(r[1], 10))
	}
	return "(" + strings.Join(parts, " OR ") + ")"
}

// laterChanges refuses an undo where rows of the import were superseded by others.
func (v *View) laterChanges(id model.ImportID, versions *idSet) error {
	var list []string
	for _, s := range shapes {
		text := "SELECT " + s.key + ", until_version FROM " + s.name + " WHERE " + versions.cond("since_version") +
			" AND until_version <> ? AND NOT " + versions.cond("until_version") + " LIMIT ?"
		err := v.query(text, []any{model.Current, undoList}, func(r *reader) error {
			list = append(list, fmt.Sprintf("%s %d (by data version %d)", s.name, r.int(), r.int()))
			return nil
		})
		if err != nil {
			return err
		}
	}
	if len(list) == 0 {
		return nil
	}
	return model.Conflict("import", "later commits changed what import %d recorded: %s; undo those first, or correct the facts", id, shown(list))
}

func shown(list []string) string {
	if len(list) > undoList {
		return strings.Join(list[:undoList], ", ") + " and more"
	}
	return strings.Join(list, ", ")
}

// swap brings back the rows that were superseded and supersedes those that were recorded.
func (tx *Tx) swap(s shape, versions *idSet) error {
	kept := s.columns[:len(s.columns)-3]
	restore := "INSERT INTO " + s.name + " (" + join(s.columns) + ") SELECT " + join(kept) + ", ?, ?, source_id FROM " + s.name +
		" WHERE " + versions.cond("until_version") + " AND NOT " + versions.cond("since_version")
	if _, err := tx.exec(restore, tx.Version, model.Current); err != nil {
		return err
	}
	_, err := tx.exec("UPDATE "+s.name+" SET until_version = ? WHERE until_version = ? AND "+versions.cond("since_version"), tx.Version, model.Current)
	return err
}

func (tx *Tx) refuseDangling(id model.ImportID) error {
	found, err := tx.Dangling(undoList)
	if err != nil || len(found) == 0 {
		return err
	}
	list := make([]string, len(found))
	for i, d := range found {
		list[i] = d.String()
	}
	return model.Conflict("import", "later commits name what import %d recorded: %s; undo those first", id, shown(list))
}

func (tx *Tx) touchRange(c Change) {
	for id := c.FirstID; id <= c.LastID; id++ {
		Touch(tx, c.Subject, id)
	}
}
