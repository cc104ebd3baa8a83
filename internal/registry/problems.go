package registry

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"fugai/model"
)

// The codes of problems, a closed list. Where the reading side finds the same fault in a file, it uses the same code.
const (
	CodeRequired                = "REQUIRED"                  // something that must be reported is not
	CodeText                    = "TEXT"                      // a text is too long to be stored
	CodeCreditCode              = "CREDIT_CODE"               // the shape of a credit code is wrong
	CodeNotAUnit                = "NOT_A_UNIT"                // the credit code is of an individual business or a residents' committee
	CodeRegionCode              = "REGION_CODE"               // the shape of a region code is wrong
	CodeUnknownRegion           = "UNKNOWN_REGION"            // no such region
	CodeUnknownZone             = "UNKNOWN_ZONE"              // no such zone
	CodeUnknownOrganisation     = "UNKNOWN_ORGANISATION"      // no such organisation
	CodeUnknownUnit             = "UNKNOWN_UNIT"              // no such unit
	CodeUnknownInstructor       = "UNKNOWN_INSTRUCTOR"        // no such instructor
	CodeUnknownMassOrganisation = "UNKNOWN_MASS_ORGANISATION" // no such mass organisation
	CodeUnknownCandidate        = "UNKNOWN_CANDIDATE"         // no such candidate
	CodeDuplicateKey            = "DUPLICATE_KEY"             // the key stands twice in a batch
	CodeOverlap                 = "OVERLAP"                   // rows of one link share a day
	CodeEndBeforeBegin          = "END_BEFORE_BEGIN"          // an end on or before its begin
	CodeHolder                  = "HOLDER"                    // a cover without a holder, with several or with one of the other kind
	CodeContradiction           = "CONTRADICTION"             // fields of one input contradict each other
	CodeBeforeBegin             = "BEFORE_BEGIN"              // a fact from before the founding of the unit or establishment of the organisation
	CodeCycle                   = "CYCLE"                     // a region or organisation would be its own superior
	CodeStep                    = "STEP"                      // a candidate's step lacks what its kind needs
	CodePending                 = "PENDING_TWICE"             // a person with two pending directions on a day; a warning in imports

	// Warnings.
	CodeCheckCharacter          = "CHECK_CHARACTER"           // the check character of a credit code is wrong
	CodeLevel                   = "LEVEL"                     // a region's level is not what its code's digits say
	CodeCoverBeforeUnit         = "COVER_BEFORE_UNIT"         // a cover begins before its unit was founded
	CodeCoverBeforeOrganisation = "COVER_BEFORE_ORGANISATION" // a cover begins before its organisation was established
	CodeCoverAfterOrganisation  = "COVER_AFTER_ORGANISATION"  // a cover begins after its organisation was dissolved
	CodeSetUpMissing            = "SET_UP_MISSING"            // neither cover nor organisation tells the set-up
	CodeNothingToVoid           = "NOTHING_TO_VOID"           // a withdrawn row is not stored
	CodePostTaken               = "POST_TAKEN"                // two secretaries of one organisation on a day
	CodeNotStateOwned           = "NOT_STATE_OWNED"           // leadership of a unit that is no state-owned enterprise
)

// maxText is how many characters a text may have; maxCode is that of a code.
const (
	maxText = 255
	maxCode = 64
)

// place is where an input stands. Its faults refuse the input.
type place struct {
	w      *work
	kind   *outcomes
	index  int
	origin *model.Origin
}

// fault refuses the input. The field is the English name of the column; in a mutation it is the field in camel case.
func (p place) fault(field, code, format string, args ...any) {
	p.kind.of[p.index] = rejected
	p.report(field, code, fmt.Sprintf(format, args...), false)
}

func (p place) warn(field, code, format string, args ...any) {
	p.kind.warned[p.index] = true
	p.report(field, code, fmt.Sprintf(format, args...), true)
}

func (p place) report(field, code, message string, warning bool) {
	out := model.Problem{File: p.origin.File, Line: p.origin.Line, Code: code, Message: message, Warning: warning}
	if out.File != "" || out.Line != 0 {
		out.Column = field
	}
	if p.origin.Path != "" || out.Column == "" {
		out.Path = strings.TrimPrefix(p.origin.Path+"."+camel(field), ".")
	}
	p.w.problems = append(p.w.problems, out)
}

func (p place) bad() bool { return p.kind.of[p.index] == rejected }

func (p place) done(o outcome) {
	if !p.bad() {
		p.kind.of[p.index] = o
	}
}

// camel turns valid_from into validFrom.
func camel(field string) string {
	parts := strings.Split(field, "_")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

// present checks that a text is there; name, that a name is there and fits.
func (p place) present(field, text, what string) bool {
	if text == "" {
		p.fault(field, CodeRequired, "%s is missing; fill it in", what)
	}
	return text != ""
}

func (p place) name(text, what string) {
	if p.present("name", text, what) {
		p.fits("name", text)
	}
}

func (p place) fits(field, text string) { p.shorter(field, text, maxText) }

func (p place) code(field, text, what string) bool {
	return p.present(field, text, what) && p.shorter(field, text, maxCode)
}

func (p place) shorter(field, text string, limit int) bool {
	if len(text) <= limit {
		return true
	}
	if n := utf8.RuneCountInString(text); n > limit {
		p.fault(field, CodeText, "the text has %d characters; %d fit", n, limit)
		return false
	}
	return true
}

// period checks that an end lies behind its begin; 0 is an open end.
func (p place) period(field string, from, to model.Date) {
	if to != 0 && to <= from {
		p.fault(field, CodeEndBeforeBegin, "the end %s is not after the begin %s; ends are exclusive, the first day on which it does not hold any more", to, from)
	}
}

// end is an exclusive end as it is stored: an open one is Never.
func end(d model.Date) model.Date {
	if d == 0 {
		return model.Never
	}
	return d
}
