// Package intake is the importer: it reads CSV files and workbooks, recognises what they hold by their headers, checks
// every row and applies them through the registry, in the order of their dependencies.
package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fugai/model"
)

// Importer imports files. One importer may serve many imports at once; the registry orders their commits.
type Importer struct {
	registry Registry
	clock    func() time.Time
}

// New makes an importer. clock is the wall clock; nil leaves times out of reports and progress.
func New(registry Registry, clock func() time.Time) *Importer { return &Importer{registry, clock} }

// Options of an import.
type Options struct {
	// AsOf is the day from which changed attributes hold where the file gives none.
	AsOf model.Date
	// Correct makes changed attributes correct what was reported, in place of holding from a day on.
	Correct bool
	// DryRun makes every check and changes nothing.
	DryRun bool
	// Report is the file for the report in JSON, Rejects the folder for copies of the faulty rows; "" for none.
	Report  string
	Rejects string
	// Source names where the facts come from; the names of the files where empty. Recorder is who imports.
	Source   string
	Recorder string
	// KeepRows is how many faulty rows of a file the report shows with their cells.
	KeepRows int
	// Progress is told after every batch.
	Progress func(Progress)
}

// Run imports files and folders. The report is returned in any case, also beside an error: what was committed stays.
// The error is not nil where the import could not be made or finished; faulty rows are no error.
func (i *Importer) Run(ctx context.Context, paths []string, o Options) (*Report, error) {
	files, ignored, err := collect(paths)
	if err != nil {
		return nil, err
	}
	return i.run(ctx, files, ignored, o)
}

// Upload is an uploaded file; its name tells the format and is what the report calls it.
type Upload struct {
	Name    string
	Content io.ReaderAt
	Size    int64
}

// ImportUpload imports one uploaded file; a dry run of it is the preview. name is the file's own name and tells its format.
func (i *Importer) ImportUpload(ctx context.Context, name string, content io.ReaderAt, size int64, o Options) (*Report, error) {
	return i.ImportUploads(ctx, []Upload{{name, content, size}}, o)
}

// ImportUploads imports several files as one import, in the order of their dependencies. Their names must differ.
func (i *Importer) ImportUploads(ctx context.Context, uploads []Upload, o Options) (*Report, error) {
	files := make([]file, len(uploads))
	for n, u := range uploads {
		files[n] = file{name: filepath.Base(u.Name), open: func() (opened, error) { return opened{u.Content, io.NopCloser(nil), u.Size}, nil }}
	}
	return i.run(ctx, files, nil, o)
}

func (i *Importer) run(ctx context.Context, files []file, ignored []string, o Options) (report *Report, err error) {
	if o.AsOf == 0 && i.clock != nil {
		o.AsOf = model.DateOf(i.clock())
	}
	if o.Rejects != "" {
		if err := os.MkdirAll(o.Rejects, 0o755); err != nil {
			return nil, model.Invalid("rejects", "the folder for faulty rows cannot be made: %s", plainError(err))
		}
	}
	report = &Report{DryRun: o.DryRun, AsOf: o.AsOf, Ignored: ignored, State: model.ImportStateRunning}
	if i.clock != nil {
		report.Started = i.clock()
	}
	dir, err := os.MkdirTemp("", "fugai-import-*")
	if err != nil {
		return nil, fmt.Errorf("no folder for temporary files can be made; set TMPDIR to one with room: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	sources := survey(files, report)
	for _, s := range sources {
		s.faulty.dir = dir
	}
	err = i.apply(ctx, dir, sources, o, report)
	if i.clock != nil {
		report.Seconds = i.clock().Sub(report.Started).Seconds()
	}
	return report, errors.Join(err, writeOut(sources, report, o))
}

// survey finds the tables of all files, with a report for each.
func survey(files []file, report *Report) (found []*source) {
	for _, f := range files {
		tables, fault := sourcesOf(f)
		if fault != nil {
			one := &FileReport{File: f.name}
			one.add(fault.problem(f.name, 0))
			report.Files = append(report.Files, one)
			continue
		}
		found = append(found, surveyTables(f, tables, report)...)
	}
	for n, s := range found {
		s.number = n
	}
	return found
}

// surveyTables looks for the headers. Of a workbook, sheets without any table are passed over with a warning if another has one.
func surveyTables(f file, tables []*source, report *Report) (usable []*source) {
	var reports []*FileReport
	some := false
	for _, s := range tables {
		s.report = &FileReport{File: f.name}
		if s.sheet != nil {
			s.report.Sheet = s.sheet.name
		}
		reports = append(reports, s.report)
		if fault := s.look(); fault != nil {
			s.report.add(fault.problem(s.name, 0))
			continue
		}
		some = true
		s.report.Kind, s.report.Title = s.header.table.Name, s.header.table.Title
		if !refused(s.report) {
			usable = append(usable, s)
		}
	}
	for _, r := range reports {
		if some && r.Kind == "" {
			excuse(r)
		}
	}
	report.Files = append(report.Files, reports...)
	return usable
}

func refused(r *FileReport) bool {
	for _, p := range r.Problems {
		if !p.Warning {
			return true
		}
	}
	return false
}

// excuse turns the fault of a sheet that is no table into a warning: notes and covers stand beside tables in workbooks.
func excuse(r *FileReport) {
	for i := range r.Problems {
		if code := r.Problems[i].Code; code == CodeUnknownKind || code == CodeEmptyFile {
			r.Problems[i].Warning, r.Failed = true, false
			r.Problems[i].Message = "the sheet is passed over: " + r.Problems[i].Message
		}
	}
}

// sourceName is the name under which the facts of a batch are stored.
func (o Options) sourceName(b *prepared) string {
	if o.Source != "" {
		return o.Source
	}
	var names []string
	for s := range b.rows {
		names = append(names, filepath.Base(s.name))
	}
	return shorten(strings.Join(sorted(names), ", "), longText)
}
