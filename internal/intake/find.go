package intake

import (
	"errors"
	"io"
)

// headerRows is how many rows are searched for the header: titles, notes and units of measure may stand above it.
const headerRows = 30

// findHeader reads the first rows of a table and finds its header among them.
func findHeader(rows tableReader, hint string) (*match, *fault) {
	head, f := firstRows(rows)
	if f != nil {
		return nil, f
	}
	var best *match
	var bestFault *fault
	for i := range head {
		for _, titles := range readings(head, i) {
			m, f := recognise(titles, hint)
			if bestFault == nil || f != nil && f.code == CodeAmbiguousKind && bestFault.code == CodeUnknownKind {
				bestFault = f
			}
			if m != nil && (best == nil || better(m, best)) {
				best = m
				best.line = head[i].line
			}
		}
	}
	if best == nil || bestFault != nil && bestFault.code == CodeAmbiguousKind && !best.fits() {
		return nil, bestFault
	}
	return best, nil
}

type headRow struct {
	line  int
	cells []string
}

func firstRows(rows tableReader) (head []headRow, f *fault) {
	for len(head) < headerRows {
		r, err := rows.next()
		switch {
		case errors.Is(err, io.EOF):
			if len(head) == 0 {
				return nil, faultf(CodeEmptyFile, "there is nothing in it; expected a header and rows below it")
			}
			return head, nil
		case err != nil:
			return nil, faultf(CodeUnreadable, "%s", err)
		}
		head = append(head, headRow{r.line, append([]string(nil), r.cells...)})
	}
	return head, nil
}

// readings are the ways to read row i as the end of a header: alone, and, for merged headers of two rows, with the cells
// of the row above where its own are empty, or before its own (党员数 above 正式 and 预备).
func readings(head []headRow, i int) [][]string {
	all := [][]string{head[i].cells}
	if i == 0 {
		return all
	}
	above, below := head[i-1].cells, head[i].cells
	filled := make([]string, max(len(above), len(below)))
	joined := make([]string, len(filled))
	group := ""
	for at := range filled {
		up, down := cellAt(above, at), cellAt(below, at)
		if up != "" {
			group = up
		}
		filled[at], joined[at] = down, group+down
		if down == "" {
			filled[at], joined[at] = up, up
			group = ""
		}
	}
	return append(all, filled, mixed(filled, joined))
}

// mixed takes the joined title only where the filled one alone says nothing to any table.
func mixed(filled, joined []string) []string {
	titles := make([]string, len(filled))
	for at := range titles {
		titles[at] = filled[at]
		if !known(filled[at]) {
			for _, title := range []string{joined[at], swapped(filled[at], joined[at])} {
				if known(title) {
					titles[at] = title
				}
			}
		}
	}
	return titles
}

// swapped puts the lower title before the upper one: 正式 below 党员数 is 正式党员数.
func swapped(down, joined string) string {
	if len(joined) <= len(down) {
		return joined
	}
	return down + joined[:len(joined)-len(down)]
}

func known(title string) bool {
	for _, t := range tables {
		if _, ok := lookUp(aliases(t), title); ok {
			return true
		}
	}
	return false
}

func cellAt(cells []string, at int) string {
	if at < len(cells) {
		return trim(cells[at])
	}
	return ""
}
