package model

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// A global id names the kind and the number of an object, so that an id of the wrong kind fails at the edge. Callers take
// it as opaque.

func marshalID(w io.Writer, kind string, id int64) {
	_, _ = io.WriteString(w, `"`+kind+":"+strconv.FormatInt(id, 10)+`"`)
}

// ParseID splits a global id into its kind and number.
func ParseID(id string) (kind string, number int64, err error) {
	kind, digits, ok := strings.Cut(id, ":")
	number, err = strconv.ParseInt(digits, 10, 64)
	if !ok || err != nil || number <= 0 {
		return "", 0, fmt.Errorf("%q is no id; take ids from the field id of an object", id)
	}
	return kind, number, nil
}

func unmarshalID(in any, want string) (int64, error) {
	text, ok := in.(string)
	if !ok {
		return 0, fmt.Errorf("an id is text, not %T", in)
	}
	kind, number, err := ParseID(text)
	if err == nil && kind != want {
		err = fmt.Errorf("%q is the id of a %s, not of a %s", text, kind, want)
	}
	return number, err
}

// MarshalGQL writes the global id.
func (id UnitID) MarshalGQL(w io.Writer) { marshalID(w, "Unit", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *UnitID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Unit")
	*id = UnitID(n)
	return err
}

// MarshalGQL writes the global id.
func (id OrganisationID) MarshalGQL(w io.Writer) { marshalID(w, "Organisation", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *OrganisationID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Organisation")
	*id = OrganisationID(n)
	return err
}

// MarshalGQL writes the global id.
func (id CoverID) MarshalGQL(w io.Writer) { marshalID(w, "Cover", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *CoverID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Cover")
	*id = CoverID(n)
	return err
}

// MarshalGQL writes the global id.
func (id InstructorID) MarshalGQL(w io.Writer) { marshalID(w, "Instructor", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *InstructorID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Instructor")
	*id = InstructorID(n)
	return err
}

// MarshalGQL writes the global id.
func (id MassOrganisationID) MarshalGQL(w io.Writer) { marshalID(w, "MassOrganisation", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *MassOrganisationID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "MassOrganisation")
	*id = MassOrganisationID(n)
	return err
}

// MarshalGQL writes the global id.
func (id RegionID) MarshalGQL(w io.Writer) { marshalID(w, "Region", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *RegionID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Region")
	*id = RegionID(n)
	return err
}

// MarshalGQL writes the global id.
func (id ZoneID) MarshalGQL(w io.Writer) { marshalID(w, "Zone", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *ZoneID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Zone")
	*id = ZoneID(n)
	return err
}

// MarshalGQL writes the global id.
func (id CandidateID) MarshalGQL(w io.Writer) { marshalID(w, "Candidate", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *CandidateID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Candidate")
	*id = CandidateID(n)
	return err
}

// MarshalGQL writes the global id.
func (id ImportID) MarshalGQL(w io.Writer) { marshalID(w, "Import", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *ImportID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "Import")
	*id = ImportID(n)
	return err
}

// MarshalGQL writes the global id.
func (id ReviewRoundID) MarshalGQL(w io.Writer) { marshalID(w, "ReviewRound", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *ReviewRoundID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "ReviewRound")
	*id = ReviewRoundID(n)
	return err
}

// MarshalGQL writes the global id.
func (id ReviewItemID) MarshalGQL(w io.Writer) { marshalID(w, "ReviewItem", int64(id)) }

// UnmarshalGQL reads a global id of this kind.
func (id *ReviewItemID) UnmarshalGQL(in any) error {
	n, err := unmarshalID(in, "ReviewItem")
	*id = ReviewItemID(n)
	return err
}
