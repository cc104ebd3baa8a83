package intake

import (
	"encoding/json"
	"io"
	"os"
	"slices"
	"time"

	"fugai/model"
)

// Report is the outcome of an import: its counts are exact, and every problem is listed.
type Report struct {
	ImportID model.ImportID
	State    model.ImportState
	DryRun   bool
	AsOf     model.Date
	Version  model.DataVersion
	Started  time.Time
	Seconds  float64
	Total    Counts
	Files    []*FileReport
	// Ignored are files of folders that are no tables.
	Ignored []string
}

// Counts are what became of rows. Rows = New + Changed + Unchanged + Skipped + Rejected; Warned rows are among the others.
type Counts struct {
	Rows, New, Changed, Unchanged, Skipped, Rejected, Warned int
}

// FileReport is the outcome of one file, or of one sheet of a workbook.
type FileReport struct {
	File string
	// Sheet is the sheet's name, "" for CSV files.
	Sheet string
	// Kind is the name of the table, "" where none was recognised.
	Kind  string
	Title string
	Counts
	Problems []model.Problem
	// Header and FaultyRows show the faulty rows with their cells; only filled where Options.KeepRows asks for it.
	Header     []string
	FaultyRows []Row
	// LeftOff is how many problems Shorten took away.
	LeftOff int
	// Failed: the file as a whole could not be read.
	Failed bool

	headerLine int
}

// Row is a row of a file with what is wrong with it.
type Row struct {
	Line     int
	Cells    []string
	Problems []model.Problem
}

func (f *FileReport) add(p model.Problem) {
	f.Problems = append(f.Problems, p)
	if p.Line == 0 && !p.Warning {
		f.Failed = true
	}
}

// Faults tells how many problems are not mere warnings.
func (r *Report) Faults() (n int) {
	for _, f := range r.Files {
		for _, p := range f.Problems {
			if !p.Warning {
				n++
			}
		}
	}
	return n
}

// Shorten keeps the first problems of each file and says how many it left off, for readers to whom a million is no use.
func (r *Report) Shorten(problems int) {
	for _, f := range r.Files {
		if more := len(f.Problems) - problems; more > 0 {
			f.Problems, f.LeftOff = slices.Clone(f.Problems[:problems]), more
		}
	}
}

// record is the report as it is stored: without the cells of faulty rows, which may name persons and are sealed nowhere.
func (r *Report) record() *Report {
	kept := *r
	kept.Files = make([]*FileReport, len(r.Files))
	for i, f := range r.Files {
		one := *f
		one.Header, one.FaultyRows = nil, nil
		kept.Files[i] = &one
	}
	return &kept
}

// finish sorts the problems by line and sums the counts up.
func (r *Report) finish() {
	r.Total = Counts{}
	for _, f := range r.Files {
		slices.SortStableFunc(f.Problems, func(a, b model.Problem) int { return a.Line - b.Line })
		slices.SortStableFunc(f.FaultyRows, func(a, b Row) int { return a.Line - b.Line })
		f.Warned = f.warnedRows()
		r.Total.add(f.Counts)
	}
}

// warnedRows counts rows, not warnings: a row may have several, and those of the header are of no row.
func (f *FileReport) warnedRows() (n int) {
	last := f.headerLine
	for _, p := range f.Problems {
		if p.Warning && p.Line > last {
			n, last = n+1, p.Line
		}
	}
	return n
}

func (c *Counts) add(o Counts) {
	c.Rows += o.Rows
	c.New += o.New
	c.Changed += o.Changed
	c.Unchanged += o.Unchanged
	c.Skipped += o.Skipped
	c.Rejected += o.Rejected
	c.Warned += o.Warned
}

// reportJSON is the form of a report in files and in the record of the import.
type reportJSON struct {
	Import  model.ImportID    `json:"import,omitempty"`
	State   string            `json:"state"`
	DryRun  bool              `json:"dryRun"`
	AsOf    string            `json:"asOf"`
	Version model.DataVersion `json:"dataVersion"`
	Started string            `json:"started,omitempty"`
	Seconds float64           `json:"seconds"`
	Total   countsJSON        `json:"total"`
	Files   []fileJSON        `json:"files"`
	Ignored []string          `json:"ignored,omitempty"`
}

type countsJSON struct {
	Rows      int `json:"rows"`
	New       int `json:"new"`
	Changed   int `json:"changed"`
	Unchanged int `json:"unchanged"`
	Skipped   int `json:"skipped"`
	Rejected  int `json:"rejected"`
	Warned    int `json:"warned"`
}

type fileJSON struct {
	File  string `json:"file"`
	Sheet string `json:"sheet,omitempty"`
	Kind  string `json:"kind,omitempty"`
	Title string `json:"title,omitempty"`
	countsJSON
	Problems []problemJSON `json:"problems"`
	LeftOff  int           `json:"problemsLeftOff,omitempty"`
	Header   []string      `json:"header,omitempty"`
	Rows     []rowJSON     `json:"faultyRows,omitempty"`
}

type problemJSON struct {
	Line    int    `json:"line,omitempty"`
	Column  string `json:"column,omitempty"`
	Code    string `json:"code"`
	Message string `json:"message"`
	Warning bool   `json:"warning,omitempty"`
}

type rowJSON struct {
	Line     int           `json:"line"`
	Cells    []string      `json:"cells"`
	Problems []problemJSON `json:"problems"`
}

// MarshalJSON writes the documented form, with names in camel case and dates as text.
func (r *Report) MarshalJSON() ([]byte, error) {
	out := reportJSON{
		Import: r.ImportID, State: r.State.String(), DryRun: r.DryRun, AsOf: r.AsOf.String(), Version: r.Version,
		Seconds: r.Seconds, Total: countsJSON(r.Total), Files: []fileJSON{}, Ignored: r.Ignored,
	}
	if !r.Started.IsZero() {
		out.Started = r.Started.Format(time.RFC3339)
	}
	for _, f := range r.Files {
		one := fileJSON{File: f.File, Sheet: f.Sheet, Kind: f.Kind, Title: f.Title, countsJSON: countsJSON(f.Counts),
			Problems: problemsJSON(f.Problems), LeftOff: f.LeftOff, Header: f.Header}
		for _, row := range f.FaultyRows {
			one.Rows = append(one.Rows, rowJSON{row.Line, row.Cells, problemsJSON(row.Problems)})
		}
		out.Files = append(out.Files, one)
	}
	return json.Marshal(out)
}

func problemsJSON(all []model.Problem) []problemJSON {
	out := make([]problemJSON, len(all))
	for i, p := range all {
		out[i] = problemJSON{p.Line, p.Column, p.Code, p.Message, p.Warning}
	}
	return out
}

// WriteJSON writes the report, indented.
func (r *Report) WriteJSON(to io.Writer) error {
	out := json.NewEncoder(to)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(r)
}

// Save writes the report to a file.
func (r *Report) Save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := r.WriteJSON(f); err != nil {
		_ = f.Close()
		return err
	}
	return f.Close()
}
