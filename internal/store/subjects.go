package store

import (
	"fmt"
	"math"

	"fugai/model"
)

// subject is how a kind of subject lies in the database.
type subject struct {
	// spans is the table of its spans; id the column of the subject there.
	spans, id string
	// keys is the table of its identities; code the column of the natural key.
	keys, code string
	// log names subjects whose spans were computed anew in the log of changes.
	log Subject
}

var subjects = map[model.Subject]subject{
	model.SubjectUnit: {spans: "unit_spans", id: "unit_id", keys: "units", code: "credit_code", log: SubjectUnit},
	model.SubjectOrganisation: {spans: "organisation_spans", id: "organisation_id", keys: "organisations", code: "code",
		log: SubjectOrganisationSpans},
	model.SubjectInstructor: {spans: "instructor_spans", id: "instructor_id", keys: "instructors", code: "code",
		log: SubjectInstructorSpans},
}

// columns are those of the table of spans.
func (s subject) columns() []string {
	return columns("rule_set_id " + s.id + " valid_from valid_to class_id region_id zone_id place employees full_members members founded_on name")
}

func subjectOf(of model.Subject) (subject, error) {
	s, ok := subjects[of]
	if !ok {
		return s, fmt.Errorf("there is no subject %d", of)
	}
	return s, nil
}

// SubjectIDsAfter are up to limit ids of subjects above one, ascending: how batches go over all of them.
func (v *View) SubjectIDsAfter(of model.Subject, after model.SubjectID, limit int) ([]model.SubjectID, error) {
	s, err := subjectOf(of)
	if err != nil {
		return nil, err
	}
	return v.subjectIDs("SELECT id FROM "+s.keys+" WHERE id > ? ORDER BY id LIMIT ?", int64(after), limit)
}

func (v *View) subjectIDs(text string, args ...any) (out []model.SubjectID, err error) {
	err = v.query(text, args, func(r *reader) error {
		out = append(out, model.SubjectID(r.int()))
		return nil
	})
	return out, err
}

// IDs are the ids behind After up to Last, inclusive.
type IDs struct{ After, Last int64 }

// AllIDs are all ids.
var AllIDs = IDs{Last: math.MaxInt64}

// LastSubject is the highest id of the subjects of a kind; 0 where there are none.
func (v *View) LastSubject(of model.Subject) (int64, error) {
	s, err := subjectOf(of)
	if err != nil {
		return 0, err
	}
	return v.number("SELECT MAX(id) FROM " + s.keys)
}

// EachSubjectKey hands out id and code of the subjects of a kind within some ids, by id. The code is reused for the next call.
func (v *View) EachSubjectKey(of model.Subject, within IDs, each func(id model.SubjectID, code []byte) error) error {
	s, err := subjectOf(of)
	if err != nil {
		return err
	}
	return v.queryMany("SELECT id, "+s.code+" FROM "+s.keys+" WHERE id > ? AND id <= ? ORDER BY id", []any{within.After, within.Last}, func(r *reader) error {
		id := model.SubjectID(r.int())
		return each(id, r.bytes())
	})
}

// SubjectCodes are the codes of subjects: credit codes of units.
func (v *View) SubjectCodes(of model.Subject, ids []model.SubjectID) (map[model.SubjectID]string, error) {
	s, err := subjectOf(of)
	if err != nil {
		return nil, err
	}
	return codes[string](v, s.keys, s.code, ids)
}

// TouchSpans logs that the spans of subjects were computed anew.
func (tx *Tx) TouchSpans(of model.Subject, ids []model.SubjectID) {
	Touch(tx, subjects[of].log, ids...)
}
