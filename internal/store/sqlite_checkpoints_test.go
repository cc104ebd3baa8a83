package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// blobs opens a file with a table, and hands out a function that writes pages into it in a transaction.
func blobs(t *testing.T) (s *Store, file string, write func(pages int)) {
	file = filepath.Join(t.TempDir(), "log.db")
	s, err := Open(t.Context(), "sqlite:"+file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	run := func(text string, args ...any) {
		t.Helper()
		if _, err := s.write.ExecContext(t.Context(), text, args...); err != nil {
			t.Fatal(err)
		}
	}
	run("CREATE TABLE blobs (bytes BLOB)")
	return s, file, func(pages int) { run("INSERT INTO blobs VALUES (randomblob(?))", pages*8192) }
}

func size(t *testing.T, file string) int64 {
	t.Helper()
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// TestCheckpointsAreMadeBesideTheWriter writes less than what makes the writer lend a hand: the pages reach the file all the same.
func TestCheckpointsAreMadeBesideTheWriter(t *testing.T) {
	s, file, write := blobs(t)
	s.beside.some, s.beside.most = 50, 1<<30
	before := size(t, file)
	write(60)
	for end := time.Now().Add(20 * time.Second); size(t, file) < before+50*8192; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("the file holds %d bytes, %d before 60 pages were written", size(t, file), before)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(file + "-wal"); !os.IsNotExist(err) {
		t.Errorf("the log is left behind: %v", err)
	}
}

// TestTheLogBeginsAnew writes without a pause, so that a checkpoint beside the writer would never see the end of the log.
func TestTheLogBeginsAnew(t *testing.T) {
	s, file, write := blobs(t)
	s.beside.some, s.beside.most = 1<<30, 100
	for range 50 {
		write(10)
	}
	if n := size(t, file+"-wal") / 8192; n < 90 || n > 150 {
		t.Errorf("the log has grown to %d pages, want 100 and what one write adds", n)
	}
}
