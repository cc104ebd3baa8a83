package intake

import (
	"fmt"
	"strings"
	"unicode"
)

// header is a recognised header: which table it is and where its columns stand.
type header struct {
	table *Table
	// places is the cell of each column of the table; -1 where the file has none.
	places []int
	// titles are the texts of the header, cell by cell.
	titles []string
	// line is the last line of the header; rows follow.
	line  int
	cells cellContext
}

// title is the header's own text for the first of the columns that the file has; the first name where it has none.
func (h *header) title(names ...string) string {
	for _, name := range names {
		if at := h.place(name); at >= 0 {
			return h.titles[at]
		}
	}
	return names[0]
}

// place is the cell of a column, -1 where the file has none.
func (h *header) place(name string) int {
	for i, c := range h.table.Columns {
		if c.Name == name {
			return h.places[i]
		}
	}
	return -1
}

// cell is the trimmed cell of a column in a row.
func (h *header) cell(name string, cells []string) string {
	at := h.place(name)
	if at < 0 || at >= len(cells) {
		return ""
	}
	return trim(cells[at])
}

// match is how well a header fits a table.
type match struct {
	header
	known      int
	missing    []string
	duplicates []string
}

func (m *match) fits() bool { return len(m.missing) == 0 }

// fit finds the columns of a table among the titles.
func fit(t *Table, titles []string) *match {
	m := &match{header: header{table: t, titles: titles, places: make([]int, len(t.Columns))}}
	for i := range m.places {
		m.places[i] = -1
	}
	names := aliases(t)
	for at, title := range titles {
		i, ok := lookUp(names, title)
		switch {
		case !ok:
		case m.places[i] >= 0:
			m.duplicates = append(m.duplicates, fmt.Sprintf("%q and %q both are %s", titles[m.places[i]], title, t.Columns[i].Name))
		default:
			m.places[i] = at
			m.known++
		}
	}
	for i, c := range t.Columns {
		if c.Required && m.places[i] < 0 {
			m.missing = append(m.missing, fmt.Sprintf("%s (%s)", c.Title, c.Name))
		}
	}
	return m
}

// aliasesOf holds the headers of every table by name, made once: headers are looked for in many rows.
var aliasesOf = func() map[string]map[string]int {
	all := map[string]map[string]int{}
	for _, t := range tables {
		names := map[string]int{}
		for i, c := range t.Columns {
			for _, name := range append([]string{c.Name, c.Title}, c.Synonyms...) {
				names[plainTitle(name)] = i
			}
		}
		all[t.Name] = names
	}
	return all
}()

func aliases(t *Table) map[string]int { return aliasesOf[t.Name] }

// lookUp finds a title, first as it stands, then without a remark in brackets: 从业人数（人）.
func lookUp(names map[string]int, title string) (int, bool) {
	key := plainTitle(title)
	if key == "" {
		return 0, false
	}
	i, ok := names[key]
	if at := strings.IndexByte(key, '('); !ok && at > 0 {
		i, ok = names[key[:at]]
	}
	return i, ok
}

// plainTitle takes off what does not distinguish headers: case, blanks, underscores, hyphens, stars, full-width forms.
func plainTitle(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("_-*:\ufeff", r) {
			return -1
		}
		return unicode.ToLower(r)
	}, narrow(s))
}

// recognise finds the table that a header belongs to. hint is the name of file and sheet; it decides between equals.
func recognise(titles []string, hint string) (*match, *fault) {
	var best []*match
	for _, t := range tables {
		m := fit(t, titles)
		switch {
		case m.known < 2:
		case len(best) == 0 || better(m, best[0]):
			best = []*match{m}
		case !better(best[0], m):
			best = append(best, m)
		}
	}
	if len(best) == 0 {
		return nil, faultf(CodeUnknownKind, "no header of a known table was found; the first row must name the columns, as in the templates")
	}
	return oneOf(best, hint)
}

// better: the table that knows more of the columns comes first, then one whose required columns are all there.
func better(a, b *match) bool {
	if a.known != b.known {
		return a.known > b.known
	}
	return a.fits() && !b.fits()
}

func oneOf(best []*match, hint string) (*match, *fault) {
	if len(best) == 1 {
		return best[0], nil
	}
	var names []string
	var named *match
	longest := 0
	hint = plainTitle(hint)
	for _, m := range best {
		for _, name := range []string{plainTitle(m.table.Name), plainTitle(m.table.Title)} {
			if strings.Contains(hint, name) && len(name) > longest { // mass_organisations holds organisations
				named, longest = m, len(name)
			}
		}
		names = append(names, fmt.Sprintf("%s (%s)", m.table.Name, m.table.Title))
	}
	if named != nil {
		return named, nil
	}
	return nil, faultf(CodeAmbiguousKind, "the header fits several tables: %s; add columns that only one has, or name the file or sheet after the table",
		strings.Join(names, ", "))
}

// faults are what is to be said of the header itself.
func (m *match) faults() (faults []*fault) {
	if !m.fits() {
		faults = append(faults, faultf(CodeMissingColumn, "the table %s (%s) lacks the columns %s; add them to the header, as in the template",
			m.table.Title, m.table.Name, strings.Join(m.missing, ", ")))
	}
	for _, d := range m.duplicates {
		faults = append(faults, faultf(CodeDuplicateColumn, "the columns %s; delete one of them", d))
	}
	if missing := m.missingForNew(); m.fits() && len(missing) > 0 {
		faults = append(faults, warnf(CodeMissingColumn, "without the columns %s the file can change known rows of %s, but add no new ones",
			strings.Join(missing, ", "), m.table.Title))
	}
	if unknown := m.unknown(); len(unknown) > 0 {
		faults = append(faults, warnf(CodeUnknownColumn, "the columns %s are not read; the table %s (%s) does not have them",
			strings.Join(unknown, ", "), m.table.Title, m.table.Name))
	}
	return faults
}

func (m *match) missingForNew() (missing []string) {
	for i, c := range m.table.Columns {
		if c.ForNew && m.places[i] < 0 {
			missing = append(missing, fmt.Sprintf("%s (%s)", c.Title, c.Name))
		}
	}
	return missing
}

func (m *match) unknown() (unknown []string) {
	names := aliases(m.table)
	for _, title := range m.titles {
		if _, ok := lookUp(names, title); !ok && trim(title) != "" && title != reasonTitle {
			unknown = append(unknown, fmt.Sprintf("%q", trim(title)))
		}
	}
	return unknown
}

// keyTitle is the header's text for the first required column: the key, or the first part of it.
func (h *header) keyTitle() string {
	for _, c := range h.table.Columns {
		if c.Required {
			return h.title(c.Name)
		}
	}
	return ""
}
