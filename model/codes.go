package model

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Ids are surrogate keys of the database. Each kind has its own type, so that an id of the wrong kind does not compile.
type (
	UnitID             int64
	RegionID           int64
	ZoneID             int64
	OrganisationID     int64
	CoverID            int64
	InstructorID       int64
	VisitID            int64
	MassOrganisationID int64
	ParticipationID    int64
	CandidateID        int64
	OfficerID          int64
	ActivityID         int64
	ReviewRoundID      int64
	ReviewItemID       int64
	StepID             int64
	ImportID           int64
	SourceID           int64
	RuleSetID          int64
	PolicyID           int64
	KeyID              int64
)

// DataVersion is the number of a commit. Versions become visible in order.
type DataVersion int64

// Current is the exclusive end, in data versions, of a row that has not been superseded.
const Current DataVersion = 1<<63 - 1

// MarshalGQL writes the number.
func (v DataVersion) MarshalGQL(w io.Writer) {
	_, _ = io.WriteString(w, strconv.FormatInt(int64(v), 10))
}

// UnmarshalGQL reads the number.
func (v *DataVersion) UnmarshalGQL(in any) error {
	n, err := wholeNumber(in)
	*v = DataVersion(n)
	return err
}

// RegionCode is a division code of 12 digits (GB/T 2260 and the statistical digits).
type RegionCode string

// ParseRegionCode reads 2, 4, 6, 9 or 12 digits; a shorter code is the prefix (3505 = 350500000000).
func ParseRegionCode(s string) (RegionCode, error) {
	switch len(s) {
	case 2, 4, 6, 9, 12:
		if strings.Trim(s, "0123456789") == "" {
			return RegionCode(s + strings.Repeat("0", 12-len(s))), nil
		}
	}
	return "", fmt.Errorf("%q is no region code; write 12 digits, or the first 2, 4, 6 or 9 of them", s)
}

// Level is the level that the code's digits say. A code whose last digits are 0 belongs to the level above.
func (c RegionCode) Level() RegionLevel {
	switch {
	case len(c) != 12:
		return 0
	case c[9:] != "000":
		return RegionLevelVillage
	case c[6:9] != "000":
		return RegionLevelTownship
	case c[4:6] != "00":
		return RegionLevelCounty
	case c[2:4] != "00":
		return RegionLevelCity
	}
	return RegionLevelProvince
}

// MarshalGQL writes the 12 digits.
func (c RegionCode) MarshalGQL(w io.Writer) { marshalText(w, string(c)) }

// UnmarshalGQL reads a full or short code.
func (c *RegionCode) UnmarshalGQL(in any) error {
	return unmarshalText(in, "RegionCode", ParseRegionCode, c)
}

// CreditCodeLength is how many characters a credit code has.
const CreditCodeLength = 18

// CreditCode is the unified social credit code of a unit, 18 characters (GB 32100-2015).
type CreditCode string

const creditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// ParseCreditCode checks the shape: 18 characters of the alphabet 0-9A-HJ-NPQRTUWXY. A wrong check character is not an
// error here, because real codes with one exist; CheckCharacterOK tells.
func ParseCreditCode(s string) (CreditCode, error) {
	if len(s) == CreditCodeLength && strings.Trim(s, creditAlphabet) == "" {
		return CreditCode(s), nil
	}
	return "", fmt.Errorf("%q is no credit code; it has 18 characters, digits and capital letters without I, O, S, V and Z", s)
}

// CheckCharacterOK tells whether the last character is that of WithCheckCharacter.
func (c CreditCode) CheckCharacterOK() bool {
	return len(c) == CreditCodeLength && c == WithCheckCharacter(string(c[:17]))
}

// WithCheckCharacter is the code that begins with 17 characters: the last one is (31 − Σ value·3^(i−1) mod 31) mod 31 (GB 32100-2015).
func WithCheckCharacter(first17 string) CreditCode {
	sum, weight := 0, 1
	for i := range len(first17) {
		sum += strings.IndexByte(creditAlphabet, first17[i]) * weight
		weight = weight * 3 % 31
	}
	return CreditCode(first17 + string(creditAlphabet[(31-sum%31)%31]))
}

// MarshalGQL writes the code.
func (c CreditCode) MarshalGQL(w io.Writer) { marshalText(w, string(c)) }

// UnmarshalGQL reads a code.
func (c *CreditCode) UnmarshalGQL(in any) error {
	return unmarshalText(in, "CreditCode", ParseCreditCode, c)
}

// IndicatorKey names an indicator of the catalogue. That it exists is checked where the catalogue is known.
type IndicatorKey string

// MarshalGQL writes the key.
func (k IndicatorKey) MarshalGQL(w io.Writer) { marshalText(w, string(k)) }

// UnmarshalGQL reads any text.
func (k *IndicatorKey) UnmarshalGQL(in any) error {
	return unmarshalText(in, "IndicatorKey", func(s string) (IndicatorKey, error) { return IndicatorKey(s), nil }, k)
}

func marshalText(w io.Writer, s string) {
	if s == "" {
		_, _ = io.WriteString(w, "null")
		return
	}
	_, _ = io.WriteString(w, strconv.Quote(s))
}

func unmarshalText[T ~string](in any, kind string, parse func(string) (T, error), out *T) error {
	s, ok := in.(string)
	if !ok {
		return fmt.Errorf("%s is text, not %T", kind, in)
	}
	v, err := parse(s)
	*out = v
	return err
}
