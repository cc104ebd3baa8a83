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

// appendRecord writes a record in the form of spools: length of the rest, number of the source, line, fault, cells.
func appendRecord(b []byte, r *record) []byte {
	head := len(b)
	b = append(b, 0, 0, 0, 0)
	b = binary.AppendUvarint(b, uint64(r.source.number))
	b = binary.AppendUvarint(b, uint64(r.line))
	if r.fault == nil {
		b = append(b, 0)
	} else {
		b = append(b, 1)
		b = appendText(appendText(appendText(b, r.fault.code), r.fault.column), r.fault.message)
	}
	for _, cell := range r.cells {
		b = appendText(b, cell)
	}
	binary.LittleEndian.PutUint32(b[head:], uint32(len(b)-head-recordHead))
	return b
}

// recordHead is the size of the length before a record.
const recordHead = 4

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

var errSpool = errors.New("a temporary file of the import is damaged; run the import again")

// recordReader reads records in the form of spools. Text and cells are taken from blocks that many records share, because
// an import has millions of them.
type recordReader struct {
	in      io.Reader
	sources []*source
	block   []byte
	text    string
	room    []string
}

const (
	textBlock = 1 << 18
	cellBlock = 1 << 12
)

// next is the next record; its cells may be kept.
func (d *recordReader) next() (record, error) {
	if len(d.text) < recordHead {
		if err := d.more(recordHead); err != nil {
			return record{}, err
		}
	}
	size := int(uint32(d.text[0]) | uint32(d.text[1])<<8 | uint32(d.text[2])<<16 | uint32(d.text[3])<<24)
	if len(d.text) < recordHead+size {
		if err := d.more(recordHead + size); err != nil {
			return record{}, err
		}
	}
	body := d.text[recordHead : recordHead+size]
	d.text = d.text[recordHead+size:]
	return d.decode(body)
}

// more reads on until the text holds so many bytes at least.
func (d *recordReader) more(need int) error {
	have := len(d.text)
	if size := max(need, textBlock); cap(d.block) < size {
		d.block = make([]byte, size)
	}
	d.block = d.block[:cap(d.block)]
	copy(d.block, d.text)
	n, err := io.ReadAtLeast(d.in, d.block[have:], need-have)
	if err != nil {
		return errSpool
	}
	d.text = string(d.block[:have+n])
	return nil
}

func (d *recordReader) decode(body string) (record, error) {
	number, body, ok := cutNumber(body)
	line, body, ok2 := cutNumber(body)
	if !ok || !ok2 || number >= len(d.sources) || body == "" {
		return record{}, errSpool
	}
	r := record{source: d.sources[number], line: line}
	faulty := body[0] == 1
	cells, ok := d.cells(body[1:], len(r.source.header.titles))
	if !ok || faulty && len(cells) < 3 {
		return record{}, errSpool
	}
	if faulty {
		r.fault = &fault{code: cells[0], column: cells[1], message: cells[2]}
		cells = cells[3:]
	}
	r.cells = cells
	return r, nil
}

// cells cuts the cells of a record into room that records share; a record of more cells than its header gets its own.
func (d *recordReader) cells(body string, expected int) ([]string, bool) {
	if cap(d.room)-len(d.room) < expected {
		d.room = make([]string, 0, max(cellBlock, expected))
	}
	from := len(d.room)
	cells := d.room[from : from : from+expected]
	for body != "" {
		size, rest, ok := cutNumber(body)
		if !ok || size > len(rest) {
			return nil, false
		}
		cells = append(cells, rest[:size])
		body = rest[size:]
	}
	if len(cells) <= expected {
		d.room = d.room[:from+len(cells)]
		cells = cells[:len(cells):len(cells)]
	}
	return cells, true
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
