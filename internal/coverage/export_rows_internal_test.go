package coverage

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"fugai/internal/cube"
)

// chunks reads invented rows by several readers, and watches over them.
type chunks struct {
	unread         *cube.Row // the first row of a chunk that cannot be read
	begun, running atomic.Int32
}

var errUnread = errors.New("cannot be read")

func (c *chunks) reader() func([]cube.Row) ([]*cube.Row, error) {
	var mine sync.Mutex // free whenever the reader is called
	return func(rows []cube.Row) ([]*cube.Row, error) {
		if !mine.TryLock() {
			return nil, errors.New("a reader is called by two goroutines")
		}
		defer mine.Unlock()
		c.begun.Add(1)
		c.running.Add(1)
		defer c.running.Add(-1)
		if &rows[0] == c.unread {
			return nil, errUnread
		}
		out := make([]*cube.Row, len(rows))
		for i := range rows {
			out[i] = &rows[i]
		}
		return out, nil
	}
}

func TestChunksOfSeveralReadersComeInOrder(t *testing.T) {
	for _, n := range []int{0, 1, exportChunk, exportChunk + 1, 7*exportChunk - 1} {
		rows, c := make([]cube.Row, n), &chunks{}
		at := 0
		err := readAhead(rows, c.reader, func(r *cube.Row) error {
			if r != &rows[at] {
				t.Fatalf("of %d rows, number %d is another one", n, at)
			}
			at++
			return nil
		})
		if err != nil || at != n || c.running.Load() != 0 {
			t.Errorf("of %d rows %d came: %v", n, at, err)
		}
	}
}

func TestNothingIsReadBehindAFault(t *testing.T) {
	// Each reader may have a chunk at hand and one on its way beyond those that were taken.
	const ahead = 2 * exportReaders
	rows := make([]cube.Row, 50*exportChunk)
	c, n := &chunks{unread: &rows[4*exportChunk]}, 0
	if err := readAhead(rows, c.reader, func(*cube.Row) error { n++; return nil }); !errors.Is(err, errUnread) || n != 4*exportChunk {
		t.Errorf("behind %d rows: %v", n, err)
	}
	if c.running.Load() != 0 || c.begun.Load() > 5+ahead {
		t.Errorf("%d readers still run, %d chunks were read", c.running.Load(), c.begun.Load())
	}

	full, c := errors.New("the receiver is full"), &chunks{}
	if err := readAhead(rows, c.reader, func(*cube.Row) error { return full }); !errors.Is(err, full) {
		t.Errorf("the receiver's fault is told as %v", err)
	}
	if c.running.Load() != 0 || c.begun.Load() > 1+ahead {
		t.Errorf("%d readers still run, %d chunks were read", c.running.Load(), c.begun.Load())
	}
}
