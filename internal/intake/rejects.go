package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeOut writes the files that the options ask for: copies of the faulty rows, and the report.
func writeOut(sources []*source, report *Report, o Options) error {
	var errs []error
	if o.Rejects != "" {
		names := map[string]int{}
		for _, s := range sources {
			if s.report.Rejected > 0 {
				errs = append(errs, s.writeRejects(filepath.Join(o.Rejects, s.rejectsName(names))))
			}
		}
	}
	if o.Report != "" {
		errs = append(errs, report.Save(o.Report))
	}
	return errors.Join(errs...)
}

// rejectsName is a name for the copy that no other source of this import has.
func (s *source) rejectsName(taken map[string]int) string {
	base := filepath.Base(s.file.name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	if s.sheet != nil && s.name != s.file.name {
		base += "-" + strings.Map(fileSafe, s.sheet.name)
	}
	taken[base]++
	if n := taken[base]; n > 1 {
		base = fmt.Sprintf("%s-%d", base, n)
	}
	return base + ".rejects.csv"
}

func fileSafe(r rune) rune {
	if strings.ContainsRune(`/\:*?"<>|`, r) || r < ' ' {
		return '_'
	}
	return r
}

// writeRejects writes the faulty rows under the header of the source, with the reason behind them, as UTF-8 with the mark
// that spreadsheet programs need. The copy can be mended and imported as it is; the column of reasons is not read.
func (s *source) writeRejects(path string) (err error) {
	f, err := os.Create(path) //nolint:gosec // In the folder that the operator names, under a name made safe above.
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.WriteString("\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(f)
	_ = out.Write(append(slices.Clone(s.header.titles), reasonTitle))
	err = s.faulty.each(func(row *faultyRow) error {
		if !row.rejected {
			return nil
		}
		return out.Write(append(padded(row.Cells, len(s.header.titles)), row.reason()))
	})
	out.Flush()
	return errors.Join(err, out.Error())
}

// reasonTitle is the header of the column that rejects have behind the others. It is read past without a warning.
const reasonTitle = "退回原因 reason"

func padded(cells []string, width int) []string {
	row := slices.Clone(cells)
	for len(row) < width {
		row = append(row, "")
	}
	return row
}

// reason says what is wrong with the row, in the order in which it was found.
func (r *Row) reason() string {
	var reasons []string
	for _, p := range r.Problems {
		if !p.Warning {
			reasons = append(reasons, strings.TrimPrefix(p.Column+": "+p.Message, ": "))
		}
	}
	return fmt.Sprintf("line %d: %s", r.Line, strings.Join(reasons, "; "))
}
