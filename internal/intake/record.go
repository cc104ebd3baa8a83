package intake

import (
	"encoding/binary"
	"errors"
	"io"
)

// record is a row of a source as it was read: its place and its cells, or why it could not be read.
type record struct {
	source *source
	line   int
	cells  []string
	// fault tells that the row itself is unreadable; the cells are then what is left of it.
	fault *fault
}

// tableReader gives the rows of a table one after the other, io.EOF after the last. Cells are valid until the next call.
// Empty rows are left out.
type tableReader interface {
	next() (record, error)
	Close() error
}

// appendRecord writes a record in the form of spools: number of the source, line, fault, cells.
func appendRecord(b []byte, r *record) []byte {
	body := binary.AppendUvarint(nil, uint64(r.source.number))
	body = binary.AppendUvarint(body, uint64(r.line))
	if r.fault == nil {
		body = append(body, 0)
	} else {
		body = append(body, 1)
		body = appendText(appendText(appendText(body, r.fault.code), r.fault.column), r.fault.message)
	}
	for _, cell := range r.cells {
		body = appendText(body, cell)
	}
	return append(binary.AppendUvarint(b, uint64(len(body))), body...)
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

var errSpool = errors.New("a temporary file of the import is damaged; run the import again")

// readRecord reads one record; cells are appended to the given slice, which may be reused.
func readRecord(in byteReader, sources []*source, cells []string) (record, error) {
	size, err := binary.ReadUvarint(in)
	if err != nil {
		return record{}, err // io.EOF between records is the end
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(in, body); err != nil {
		return record{}, errSpool
	}
	return decodeRecord(string(body), sources, cells)
}

type byteReader interface {
	io.Reader
	io.ByteReader
}

func decodeRecord(body string, sources []*source, cells []string) (record, error) {
	number, body, ok := cutNumber(body)
	line, body, ok2 := cutNumber(body)
	if !ok || !ok2 || number >= len(sources) || body == "" {
		return record{}, errSpool
	}
	r := record{source: sources[number], line: line}
	if cells == nil {
		cells = make([]string, 0, len(r.source.header.titles))
	}
	faulty := body[0] == 1
	body = body[1:]
	for body != "" {
		size, rest, ok := cutNumber(body)
		if !ok || size > len(rest) {
			return record{}, errSpool
		}
		cells = append(cells, rest[:size])
		body = rest[size:]
	}
	if faulty {
		r.fault = &fault{code: cells[0], column: cells[1], message: cells[2]}
		cells = cells[3:]
	}
	r.cells = cells
	return r, nil
}

// cutNumber is binary.Uvarint on text, so that the cells share the memory of their record.
func cutNumber(s string) (int, string, bool) {
	n, shift := 0, 0
	for i := 0; i < len(s) && i < binary.MaxVarintLen64; i++ {
		n |= int(s[i]&0x7f) << shift
		if s[i] < 0x80 {
			return n, s[i+1:], true
		}
		shift += 7
	}
	return 0, "", false
}
