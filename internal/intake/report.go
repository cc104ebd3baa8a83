package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"fugai/model"
)

// Report is the outcome of an import. Its counts are exact; it lists the first problems of each file and says how many more there are. The file
// of Options.Report lists all.
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
	// LeftOff is how many problems there are beyond those that are listed.
	LeftOff int
	// Failed: the file as a whole could not be read.
	Failed bool

	// faulty are all faulty rows, until the import ends; whole is how many problems are of the file as a whole.
	faulty *faultyRows
	whole  int
	// faults is how many of the problems that are not listed are not mere warnings.
	faults int
}

// keptProblems is how many problems of a file a report lists.
const keptProblems = 10_000

// keep counts a faulty row, whose line comes behind those before, and lists what is told of it.
func (f *FileReport) keep(row *faultyRow, keepRows int, h *header) {
	warned := false
	for _, p := range row.Problems {
		warned = warned || p.Warning
		if len(f.Problems) < keptProblems {
			f.Problems = append(f.Problems, p)
			continue
		}
		if f.LeftOff++; !p.Warning {
			f.faults++
		}
	}
	if warned && !row.stray {
		f.Warned++
	}
	if !row.stray && len(f.FaultyRows) < keepRows {
		f.Header, f.FaultyRows = h.titles, append(f.FaultyRows, row.Row)
	}
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
		n += f.faults
		for _, p := range f.Problems {
			if !p.Warning {
				n++
			}
		}
	}
	return n
}

// recordedProblems is how many problems of all files together the stored report lists: databases take no statement of any length.
const recordedProblems = 10_000

// record is the report as it is stored: without the cells of faulty rows, which may name persons and are sealed nowhere, and with fewer
// problems.
func (r *Report) record() *Report {
	kept := *r
	kept.Files = make([]*FileReport, len(r.Files))
	for i, f := range r.Files {
		one := *f
		one.Header, one.FaultyRows = nil, nil
		n := min(len(one.Problems), max(100, recordedProblems/len(r.Files)))
		one.LeftOff += len(one.Problems) - n
		one.Problems = one.Problems[:n]
		kept.Files[i] = &one
	}
	return &kept
}

// finish sums the counts up.
func (r *Report) finish() {
	r.Total = Counts{}
	for _, f := range r.Files {
		r.Total.add(f.Counts)
	}
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

// Save writes the report to a file, indented, with every problem.
func (r *Report) Save(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	if err := r.writeWhole(out); err != nil {
		_ = f.Close()
		return err
	}
	return errors.Join(out.Flush(), f.Close())
}

// noProblems is what the form of a file without problems holds. No text in it does: there, marks are escaped.
const noProblems = `"problems": []`

// writeWhole writes the report with the problems of all faulty rows, which need not fit into memory, into the lists of its form.
func (r *Report) writeWhole(out io.Writer) error {
	bare := *r
	bare.Files = make([]*FileReport, len(r.Files))
	for i, f := range r.Files {
		one := *f
		one.Problems, one.LeftOff = nil, 0
		bare.Files[i] = &one
	}
	var form bytes.Buffer
	encoder := json.NewEncoder(&form)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(&bare); err != nil {
		return err
	}
	pieces := strings.Split(form.String(), "\n      "+noProblems) // of files, not of rows, which stand deeper
	for i, piece := range pieces {
		if _, err := io.WriteString(out, piece); err != nil {
			return err
		}
		if i == len(r.Files) {
			break
		}
		l := &problemList{out: out}
		if err := r.Files[i].eachProblem(l.add); err != nil {
			return err
		}
		if err := l.end(); err != nil {
			return err
		}
	}
	return nil
}

// eachProblem hands out all problems of a file: those of the file as a whole, then those of its rows, by line.
func (f *FileReport) eachProblem(do func(*model.Problem) error) error {
	whole := f.Problems
	if f.faulty != nil {
		whole = whole[:f.whole]
	}
	for i := range whole {
		if err := do(&whole[i]); err != nil {
			return err
		}
	}
	if f.faulty == nil {
		return nil
	}
	return f.faulty.each(func(row *faultyRow) error {
		for i := range row.Problems {
			if err := do(&row.Problems[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// problemList writes the list of the problems of a file as json.Encoder would, one by one.
type problemList struct {
	out   io.Writer
	begun bool
}

func (l *problemList) add(p *model.Problem) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("        ", "  ")
	if err := encoder.Encode(problemJSON{p.Line, p.Column, p.Code, p.Message, p.Warning}); err != nil {
		return err
	}
	before := ",\n        "
	if !l.begun {
		before = "\n      \"problems\": [\n        "
	}
	l.begun = true
	_, err := io.WriteString(l.out, before+strings.TrimSuffix(text.String(), "\n"))
	return err
}

func (l *problemList) end() error {
	behind := "\n      ]"
	if !l.begun {
		behind = "\n      " + noProblems
	}
	_, err := io.WriteString(l.out, behind)
	return err
}
