package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"

	"fugai/model"
)

// faultyRows keeps the faulty rows of a source until its end, so that they can be told in the order of their lines: in parts of neighbouring
// lines, which go to temporary files as they grow. An import of nothing but faulty rows holds as little of them in memory as any other.
type faultyRows struct {
	dir   string
	parts []part
}

const (
	// faultyLines is how many lines a part is for: its rows are sorted in memory.
	faultyLines = 4096
	// faultyFlush is how many bytes a part holds in memory.
	faultyFlush = 4 << 10
)

// faultyRow is a row with what became of it.
type faultyRow struct {
	Row
	// rejected tells that the row was not applied, stray that it stands for a problem of no row that is at hand.
	rejected, stray bool
}

// keptRow is the form of a faulty row in parts. Cells are bytes, because they may be no text in any encoding.
type keptRow struct {
	Line            int
	Cells           [][]byte
	Problems        []model.Problem
	Rejected, Stray bool
}

func (f *faultyRows) add(row *faultyRow) error {
	kept := keptRow{row.Line, make([][]byte, len(row.Cells)), row.Problems, row.rejected, row.stray}
	for i, c := range row.Cells {
		kept.Cells[i] = []byte(c)
	}
	text, err := json.Marshal(&kept)
	if err != nil {
		return err
	}
	at := max(0, row.Line) / faultyLines
	for len(f.parts) <= at {
		f.parts = append(f.parts, part{})
	}
	p := &f.parts[at]
	p.buffer = append(append(p.buffer, text...), '\n')
	p.rows++
	if len(p.buffer) < faultyFlush {
		return nil
	}
	return p.write(f.dir)
}

// each hands out the rows in the order of their lines.
func (f *faultyRows) each(do func(*faultyRow) error) error {
	for i := range f.parts {
		rows, err := f.parts[i].faulty()
		if err != nil {
			return err
		}
		for k := range rows {
			if err := do(&rows[k]); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *part) faulty() (rows []faultyRow, err error) {
	in, err := p.reader()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	rows = make([]faultyRow, p.rows)
	decoder := json.NewDecoder(in)
	for i := range rows {
		var kept keptRow
		if err := decoder.Decode(&kept); err != nil {
			return nil, errors.Join(errSpool, err)
		}
		rows[i] = faultyRow{Row{kept.Line, make([]string, len(kept.Cells)), kept.Problems}, kept.Rejected, kept.Stray}
		for k, c := range kept.Cells {
			rows[i].Cells[k] = string(c)
		}
	}
	slices.SortStableFunc(rows, func(a, b faultyRow) int { return cmp.Compare(a.Line, b.Line) })
	return rows, nil
}
