package export

import (
	"math"
	"strings"
	"unicode/utf8"

	"fugai/model"
)

// kind is what a cell holds, so that every format writes it as its own.
type kind uint8

const (
	empty kind = iota
	text
	whole
	fraction
	yesNo
	day
)

// cell is one value of a row. It is a value and not an interface, because an export has millions.
type cell struct {
	text string
	// bits are a whole number, a day, 1 for yes, or those of a fraction.
	bits uint64
	kind kind
}

func textCell(s string) cell {
	if s == "" {
		return cell{}
	}
	return cell{kind: text, text: s}
}

func wholeCell(n int) cell { return cell{kind: whole, bits: uint64(n)} }

func countCell(c model.Count) cell {
	if !c.Known() {
		return cell{}
	}
	return wholeCell(c.Int())
}

func boolCell(b bool) cell {
	c := cell{kind: yesNo}
	if b {
		c.bits = 1
	}
	return c
}

// dayCell is a date; no date and an open end are empty.
func dayCell(d model.Date) cell {
	if d.Open() {
		return cell{}
	}
	return cell{kind: day, bits: uint64(d)}
}

func (c *cell) whole() int64      { return int64(c.bits) } // two's complement, as it went in
func (c *cell) fraction() float64 { return math.Float64frombits(c.bits) }
func (c *cell) yes() bool         { return c.bits == 1 }
func (c *cell) date() model.Date  { return model.Date(c.whole()) }

func optionalText(s *string) cell {
	if s == nil {
		return cell{}
	}
	return textCell(*s)
}

func optionalWhole(n *int) cell {
	if n == nil {
		return cell{}
	}
	return wholeCell(*n)
}

func optionalFraction(f *float64) cell {
	if f == nil {
		return cell{}
	}
	return cell{kind: fraction, bits: math.Float64bits(*f)}
}

// column is a column of a table of T: its name, the Chinese title and what a row holds there.
type column[T any] struct {
	name, title string
	cell        func(*T) cell
}

// term is an enum value: a name and a Chinese title.
type term interface {
	~uint8
	String() string
	Title() string
}

// terms are the two columns of an enum: the code, and the Chinese term as name + "Name". Without a value both are empty.
func terms[T any, E term](name, title string, of func(*T) E) []column[T] {
	return []column[T]{
		{name, title + "代码", func(r *T) cell { return textCell(of(r).String()) }},
		{name + "Name", title, func(r *T) cell { return textCell(of(r).Title()) }},
	}
}

// join puts lists of columns behind each other.
func join[T any](lists ...[]column[T]) (all []column[T]) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

// risky are the first characters at which a spreadsheet takes a text for a formula; full-width ones as some input methods
// and spreadsheets take them for the same.
const risky = "=+-@\t\r\n＝＋－＠"

// defused is a text that no spreadsheet takes for a formula: a leading apostrophe makes it text.
func defused(s string) string {
	if first, _ := utf8.DecodeRuneInString(s); s != "" && strings.ContainsRune(risky, first) {
		return "'" + s
	}
	return s
}
