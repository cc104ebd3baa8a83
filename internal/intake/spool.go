package intake

import (
	"bytes"
	"errors"
	"hash/maphash"
	"io"
	"os"
	"slices"
)

// spool holds the records of a stage until they are applied, spread over parts. Small imports stay in memory; a part that
// grows goes to a temporary file.
type spool struct {
	dir   string
	seed  maphash.Seed
	parts []part
	// flush is how many bytes a part holds in memory before it goes to its file.
	flush int
	// bounds are the keys with which the parts from the second on begin, where they are known.
	bounds []string
}

type part struct {
	buffer []byte
	file   *os.File
	rows   int
}

const (
	// partBytes is about what one commit of units and covers holds: 9,000 units of 120 bytes and their covers. Three of them are in memory
	// at once: one is mapped and planned, one waits and one is written.
	partBytes = 3 << 19
	maxParts  = 512
	// spoolMemory bounds the buffers of all parts of a spool together; there are three at a time.
	spoolMemory = 16 << 20
)

func newSpool(dir string, parts int) *spool {
	return &spool{dir: dir, seed: maphash.MakeSeed(), parts: make([]part, parts), flush: max(1<<16, spoolMemory/parts)}
}

// partsFor is the number of parts for a stage of so many bytes.
func partsFor(size int64) int { return int(min(maxParts, 1+size/partBytes)) }

// byKey is the part of a key. The last part is kept for keys that must come late, so it is not the part of any other.
func (s *spool) byKey(key string) int {
	if len(s.parts) <= 2 {
		return 0
	}
	if s.bounds != nil {
		at, _ := slices.BinarySearch(s.bounds, key)
		return at
	}
	return int(maphash.String(s.seed, key) % uint64(len(s.parts)-1))
}

func (s *spool) add(at int, r *record) error {
	p := &s.parts[at]
	p.buffer = appendRecord(p.buffer, r)
	p.rows++
	if len(p.buffer) < s.flush {
		return nil
	}
	return s.write(p)
}

func (s *spool) write(p *part) (err error) {
	if p.file == nil {
		if p.file, err = os.CreateTemp(s.dir, "part-*"); err != nil {
			return err
		}
	}
	_, err = p.file.Write(p.buffer)
	p.buffer = p.buffer[:0]
	return err
}

// each gives the records of a part in order. Their cells may be kept.
func (s *spool) each(at int, sources []*source, do func(*record) error) error {
	p := &s.parts[at]
	in, err := p.reader()
	if err != nil {
		return err
	}
	records := &recordReader{in: in, sources: sources}
	for range p.rows {
		r, err := records.next()
		if err == nil {
			err = do(&r)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *part) reader() (io.Reader, error) {
	if p.file == nil {
		return bytes.NewReader(p.buffer), nil
	}
	if _, err := p.file.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	return io.MultiReader(p.file, bytes.NewReader(p.buffer)), nil
}

// drop frees a part.
func (p *part) drop() error {
	p.buffer = nil
	if p.file == nil {
		return nil
	}
	err := errors.Join(p.file.Close(), os.Remove(p.file.Name()))
	p.file = nil
	return err
}

func (s *spool) rows() (n int) {
	for i := range s.parts {
		n += s.parts[i].rows
	}
	return n
}

// Close frees what is left.
func (s *spool) Close() error {
	var errs []error
	for i := range s.parts {
		errs = append(errs, s.parts[i].drop())
	}
	return errors.Join(errs...)
}
