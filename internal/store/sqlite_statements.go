package store

import (
	"errors"
	"sync"

	sqlite3 "github.com/ncruces/go-sqlite3"
)

// keptStatements bounds the statements that a connection keeps.
const keptStatements = 128

// statements are the prepared statements of the connections to a file. To parse and plan a statement takes longer than to read
// the few rows that most questions need, so that a connection keeps what it has prepared.
type statements struct {
	mu   sync.Mutex
	kept map[*sqlite3.Conn]map[string]*sqlite3.Stmt
}

func newStatements() *statements {
	return &statements{kept: map[*sqlite3.Conn]map[string]*sqlite3.Stmt{}}
}

// opened makes room for the statements of a new connection.
func (s *statements) opened(c *sqlite3.Conn) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept[c] = map[string]*sqlite3.Stmt{}
	return nil
}

// closing ends the statements of a connection, which could not be closed before them.
func (s *statements) closing(c *sqlite3.Conn) error {
	s.mu.Lock()
	kept := s.kept[c]
	delete(s.kept, c)
	s.mu.Unlock()
	var err error
	for _, stmt := range kept {
		err = errors.Join(err, stmt.Close())
	}
	return err
}

// of are the statements of a connection. Whoever holds the connection is alone with them.
func (s *statements) of(c *sqlite3.Conn) map[string]*sqlite3.Stmt {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.kept[c]
}

// use runs fn with the statement of a text. A connection runs one statement at a time.
func (s *statements) use(c *sqlite3.Conn, text string, fn func(*sqlite3.Stmt) error) error {
	kept := s.of(c)
	stmt := kept[text]
	if stmt == nil {
		var err error
		if stmt, _, err = c.PrepareFlags(text, sqlite3.PREPARE_PERSISTENT); err != nil {
			return err
		}
		if err := forget(kept, keptStatements-1); err != nil {
			return errors.Join(err, stmt.Close())
		}
		kept[text] = stmt
	}
	err := fn(stmt)
	_ = stmt.Reset() // what went wrong is told by fn
	return err
}

// forget ends statements, whichever they are, until so many are left.
func forget(kept map[string]*sqlite3.Stmt, most int) error {
	for text, stmt := range kept {
		if len(kept) <= most {
			break
		}
		delete(kept, text)
		if err := stmt.Close(); err != nil {
			return err
		}
	}
	return nil
}
