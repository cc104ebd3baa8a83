package intake

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
)

const (
	// samplesPerPart is how many rows tell of the keys of a part: so many that parts are of about one size.
	samplesPerPart = 64
	// sampleBytes is how much is read for one row; longer rows tell nothing.
	sampleBytes = 4 << 10
)

// bounds are the keys with which parts begin, so that the rows of a part have neighbouring keys: the database then writes a
// few pages of its indexes, not all of them for every part. They are taken from rows all over the files, and only spread the
// rows: a wrong one makes parts of different size. nil where rows are not spread by a key, or cannot be looked at before
// they are read: of workbooks and of text in two bytes.
func bounds(sources []*source, parts int) []string {
	if parts < 2 {
		return nil
	}
	var total int64
	for _, s := range sources {
		if s.header.table.partition == "" || s.sheet != nil || s.charset.kind == utf16Text {
			return nil
		}
		total += s.size
	}
	var keys []string
	for _, s := range sources {
		keys = append(keys, s.sample(1+int(int64(parts*samplesPerPart)*s.size/max(total, 1)))...)
	}
	if len(keys) < parts {
		return nil
	}
	slices.Sort(keys)
	out := make([]string, parts-1)
	for i := range out {
		out[i] = keys[(i+1)*len(keys)/parts]
	}
	return out
}

// sample reads the keys of up to n rows, evenly spread over the source.
func (s *source) sample(n int) (keys []string) {
	in, err := s.file.open()
	if err != nil {
		return nil // reading the source will say so
	}
	defer in.Close()
	buf := make([]byte, sampleBytes)
	for i := range n {
		read, _ := in.ReadAt(buf, in.size*int64(i)/int64(n))
		if key := s.keyIn(buf[:read]); key != "" {
			keys = append(keys, key)
		}
	}
	return keys
}

// keyIn is the key of the first whole row in a piece of the source.
func (s *source) keyIn(piece []byte) string {
	_, rest, _ := bytes.Cut(piece, []byte("\n"))
	line, _, whole := bytes.Cut(rest, []byte("\n"))
	if !whole {
		return ""
	}
	rows := csv.NewReader(bytes.NewReader(line))
	rows.Comma, rows.FieldsPerRecord = s.comma, len(s.header.titles)
	cells, err := rows.Read()
	if err != nil {
		return ""
	}
	return strings.ToUpper(s.header.cell(s.header.table.partition, cells))
}
