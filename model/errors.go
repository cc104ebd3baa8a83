package model

import (
	"errors"
	"fmt"
	"strings"
)

// Code is the machine-readable kind of an error or problem: a closed list, documented in docs/errors.md.
type Code string

// The codes of errors. Problems of imports and mutations have codes of their own besides (Problem.Code).
const (
	CodeInvalid       Code = "INVALID"         // an argument is wrong: the message names it and the mend
	CodeNotFound      Code = "NOT_FOUND"       // no such thing, or outside the viewer's scope
	CodeDenied        Code = "DENIED"          // the viewer has no right to this
	CodeConflict      Code = "CONFLICT"        // somebody else changed it, or the state forbids it
	CodeUnauthorised  Code = "UNAUTHENTICATED" // no key, or one that is unknown, expired or revoked
	CodeLimit         Code = "LIMIT"           // the request is over a limit: the message names it and its number
	CodeUnavailable   Code = "UNAVAILABLE"     // not ready, or the asked data version has not arrived
	CodeInternal      Code = "INTERNAL"        // a fault of ours, logged under the request id
	CodeBadRequest    Code = "BAD_REQUEST"     // the document does not parse or validate
	CodeSubjectIsUnit Code = "WRONG_SUBJECT"   // the indicator is of another subject: the message names its field
)

// Error is an error for the caller: what is wrong, where, how to mend it.
type Error struct {
	Code Code
	// Path is the argument or field, for example "where.regions[0]"; "" where none.
	Path    string
	Message string
}

func (e *Error) Error() string {
	if e.Path == "" {
		return e.Message
	}
	return e.Path + ": " + e.Message
}

// Invalid is an error about an argument.
func Invalid(path, format string, args ...any) *Error {
	return &Error{CodeInvalid, path, fmt.Sprintf(format, args...)}
}

// NotFound is an error about a thing that is not there or not in the viewer's scope; both read the same on purpose.
func NotFound(path, format string, args ...any) *Error {
	return &Error{CodeNotFound, path, fmt.Sprintf(format, args...)}
}

// Denied is an error about a right that the viewer lacks.
func Denied(path, format string, args ...any) *Error {
	return &Error{CodeDenied, path, fmt.Sprintf(format, args...)}
}

// Conflict is an error about a state that forbids the act.
func Conflict(path, format string, args ...any) *Error {
	return &Error{CodeConflict, path, fmt.Sprintf(format, args...)}
}

// Errors are all faults of one request, reported at once.
type Errors []*Error

func (e Errors) Error() string {
	texts := make([]string, len(e))
	for i, one := range e {
		texts[i] = one.Error()
	}
	return strings.Join(texts, "; ")
}

// OrNil is e as an error, nil when there is no fault.
func (e Errors) OrNil() error {
	if len(e) == 0 {
		return nil
	}
	return e
}

// CodeOf is the code of an error; CodeInternal for errors that are not for the caller.
func CodeOf(err error) Code {
	var one *Error
	var many Errors
	switch {
	case errors.As(err, &one):
		return one.Code
	case errors.As(err, &many) && len(many) > 0:
		return many[0].Code
	}
	return CodeInternal
}

// Problem is a fault in what somebody wants to write, as data: where it is, what it is and how to mend it. A warning does
// not stop the write.
type Problem struct {
	// Path is the place in a mutation's input, for example "units[3].creditCode".
	Path string
	// File, Line (counted from 1, the header is 1) and Column (the header's text) are the place in a file.
	File    string
	Line    int
	Column  string
	Code    string
	Message string
	Warning bool
}
