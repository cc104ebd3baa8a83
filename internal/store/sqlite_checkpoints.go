package store

import (
	"sync"

	sqlite3 "github.com/ncruces/go-sqlite3"
)

const (
	// checkpointPages is after how many pages of the log (WAL) they are taken into the file beside the writer: 32 MiB.
	checkpointPages = 4000
	// mostLogPages is from how many pages of the log on the writer lends a hand, so that the log begins anew: 128 MiB.
	mostLogPages = 16000
)

// checkpoints take pages from the log of a file into the file while the writer goes on: most of a checkpoint is waiting for the disk.
type checkpoints struct {
	name string // of the file, with the settings of its connections
	// some and most are checkpointPages and mostLogPages.
	some, most int
	ready      chan struct{}
	stop       chan struct{}
	start, end sync.Once
	ended      sync.WaitGroup
	// upTo are the pages of the log for which a checkpoint was asked for. It belongs to the writer.
	upTo int
}

func newCheckpoints(name string) *checkpoints {
	return &checkpoints{name: name, some: checkpointPages, most: mostLogPages, ready: make(chan struct{}, 1), stop: make(chan struct{})}
}

// follow sees every commit of a connection.
func (c *checkpoints) follow(writer *sqlite3.Conn) { writer.WALHook(c.committed) }

// committed is called by the writer after each commit with the pages that the log holds. That a checkpoint fails is no fault of the commit:
// the pages stay in the log until the next one.
func (c *checkpoints) committed(writer *sqlite3.Conn, schema string, pages int) error {
	if pages < c.upTo { // the log has begun anew
		c.upTo = 0
	}
	switch {
	case pages >= c.most:
		_, _, _ = writer.WALCheckpoint(schema, sqlite3.CHECKPOINT_PASSIVE)
	case pages >= c.upTo+c.some:
		c.upTo = pages
		c.start.Do(func() { c.ended.Go(c.run) })
		select {
		case c.ready <- struct{}{}:
		default: // one is under way, and one waits
		}
	}
	return nil
}

// run makes checkpoints on a connection of its own.
func (c *checkpoints) run() {
	conn, err := sqlite3.Open(c.name)
	if err != nil {
		return // the writer makes them
	}
	defer conn.Close()
	for {
		select {
		case <-c.ready:
			_, _, _ = conn.WALCheckpoint("main", sqlite3.CHECKPOINT_PASSIVE)
		case <-c.stop:
			return
		}
	}
}

// close ends the checkpoints. The last connection to close takes in what is left.
func (c *checkpoints) close() {
	c.end.Do(func() { close(c.stop) })
	c.ended.Wait()
}
