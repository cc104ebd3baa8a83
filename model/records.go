package model

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"time"
)

// Moment is a point in time, UTC, as the database keeps it. The zero value is NULL.
type Moment struct{ time.Time }

// momentLayout has a fixed width, so that moments sort as text.
const momentLayout = "2006-01-02 15:04:05.000000"

// Scan reads a DATETIME column of MySQL or a TEXT column of SQLite.
func (m *Moment) Scan(in any) error {
	switch v := in.(type) {
	case nil:
		*m = Moment{}
		return nil
	case time.Time:
		*m = Moment{v.UTC()}
		return nil
	case []byte:
		return m.Scan(string(v))
	case string:
		t, err := time.Parse("2006-01-02 15:04:05", v) // fractions of any length are accepted
		*m = Moment{t}
		return err
	}
	return fmt.Errorf("column of a moment holds %T", in)
}

// Value writes a column.
func (m Moment) Value() (driver.Value, error) {
	if m.IsZero() {
		return nil, nil
	}
	return m.UTC().Format(momentLayout), nil
}

// GormDataType lets gorm treat the column as a moment.
func (Moment) GormDataType() string { return "datetime" }

// MarshalGQL writes RFC 3339, or null.
func (m Moment) MarshalGQL(w io.Writer) {
	if m.IsZero() {
		_, _ = io.WriteString(w, "null")
		return
	}
	_, _ = io.WriteString(w, strconv.Quote(m.UTC().Format(time.RFC3339)))
}

// UnmarshalGQL reads RFC 3339.
func (m *Moment) UnmarshalGQL(in any) error {
	s, ok := in.(string)
	if !ok {
		return fmt.Errorf("a moment is text as 2026-06-30T08:00:00Z, not %T", in)
	}
	t, err := time.Parse(time.RFC3339, s)
	*m = Moment{t.UTC()}
	return err
}

// Commit is one data version: when it was recorded, and from which source.
type Commit struct {
	Version     DataVersion
	CommittedAt Moment
	SourceID    SourceID
	Note        string
}

// Import is a run of the importer. One that is RUNNING without a sign of life for a minute counts as INTERRUPTED.
type Import struct {
	ID         ImportID
	State      ImportState
	Recorder   string
	StartedAt  Moment
	AliveAt    Moment
	FinishedAt Moment
	// Report is the JSON report; "" until the import has ended.
	Report string
}

// AccessKey is a key without its secret: only a hash is stored.
type AccessKey struct {
	ID   KeyID
	Name string
	Hash string
	Role Role
	// RegionID is the root of the scope; 0 is the whole country.
	RegionID  RegionID
	CreatedAt Moment
	ExpiresAt Moment
	RevokedAt Moment
}

// StoredRuleSet is a rule set as stored: the hash of catalogue and policy, and the policy's text.
type StoredRuleSet struct {
	ID        RuleSetID
	Hash      string
	CreatedAt Moment
	// ReadyAt is when all spans of the set stood; zero while it is being built.
	ReadyAt Moment
	// Policy is the text in force with the set, PolicyID its number; Recorder set it at SetAt.
	PolicyID PolicyID `gorm:"-"`
	Policy   string   `gorm:"-"`
	Recorder string   `gorm:"-"`
	SetAt    Moment   `gorm:"-"`
}
