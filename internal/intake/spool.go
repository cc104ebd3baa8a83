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

// part is a piece of a spool. Its file is open only while it is written or read, because there may be more parts than a process may have
// open files.
type part struct {
	buffer []byte
	path   string // "" until the part goes to a file
	rows   int
}

const (
	// partBytes is about what one commit of units and covers holds: 9,000 units of 120 bytes and their covers. Three of them are in memory
	// at once: one is mapped and planned, one waits and one is written.
	partBytes = 3 << 19
	// maxParts bounds what a spool holds in memory of its parts, 64 MiB. A stage of more than 24 GiB has larger parts.
	maxParts = 1 << 14
	// spoolMemory is what the buffers of all parts of a spool hold together, unless they are so many that each would hold less than leastFlush;
	// there are three spools at a time.
	spoolMemory = 16 << 20
	leastFlush  = 4 << 10
)

func newSpool(dir string, parts int) *spool {
	return &spool{dir: dir, seed: maphash.MakeSeed(), parts: make([]part, parts), flush: max(leastFlush, spoolMemory/parts)}
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
	return p.write(s.dir)
}

// write takes the buffer to the part's file, which it makes in a folder.
func (p *part) write(dir string) error {
	f, err := p.appended(dir)
	if err != nil {
		return err
	}
	_, err = f.Write(p.buffer)
	p.buffer = p.buffer[:0]
	return errors.Join(err, f.Close())
}

func (p *part) appended(dir string) (*os.File, error) {
	if p.path != "" {
		return os.OpenFile(p.path, os.O_APPEND|os.O_WRONLY, 0)
	}
	f, err := os.CreateTemp(dir, "part-*")
	if err == nil {
		p.path = f.Name()
	}
	return f, err
}

// each gives the records of a part in order. Their cells may be kept.
func (s *spool) each(at int, sources []*source, do func(*record) error) error {
	p := &s.parts[at]
	in, err := p.reader()
	if err != nil {
		return err
	}
	defer in.Close()
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

func (p *part) reader() (io.ReadCloser, error) {
	if p.path == "" {
		return io.NopCloser(bytes.NewReader(p.buffer)), nil
	}
	f, err := os.Open(p.path)
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{io.MultiReader(f, bytes.NewReader(p.buffer)), f}, nil
}

// drop frees a part.
func (p *part) drop() error {
	path := p.path
	p.buffer, p.path = nil, ""
	if path == "" {
		return nil
	}
	return os.Remove(path)
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
