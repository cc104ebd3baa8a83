// Package process runs the built program as its users do, for tests of what several processes do together.
package process

import (
	"bufio"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Binary is the path of the built program; a test that does not find it fails.
func Binary(t testing.TB) string {
	t.Helper()
	path := os.Getenv("FUGAI_TEST_BINARY")
	if path == "" {
		t.Fatal("FUGAI_TEST_BINARY names no binary; build one and set it to its path, or run make test, which does")
	}
	return path
}

// Run runs the program to its end and tells what it printed; an error of the program ends the test.
func Run(t testing.TB, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), Binary(t), args...).CombinedOutput()
	if err != nil {
		t.Fatalf("fugai %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// Key makes a key of a role and tells its secret.
func Key(t testing.TB, dsn, role, name string) string {
	t.Helper()
	said := strings.Fields(Run(t, "key", "create", "--db", dsn, "--role", role, name))
	return said[len(said)-1]
}

// Midday is a zone in which it is noon, so that no day ends during a test.
func Midday() string {
	if behind := time.Now().UTC().Hour() - 12; behind < 0 {
		return fmt.Sprintf("Etc/GMT-%d", -behind)
	} else if behind > 0 {
		return fmt.Sprintf("Etc/GMT+%d", behind)
	}
	return "Etc/UTC"
}

// Server is a running `fugai serve`. It is told to end when the test ends.
type Server struct {
	// URL ends with a slash.
	URL     string
	command *exec.Cmd
}

// Serve starts a server on a free port and returns when it is ready.
func Serve(t testing.TB, args ...string) *Server {
	t.Helper()
	command := exec.CommandContext(t.Context(), Binary(t), append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)
	command.Env = append(os.Environ(), "TMPDIR="+t.TempDir()) // a killed server leaves what was uploaded
	command.Cancel = func() error { return command.Process.Signal(os.Interrupt) }
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	s := &Server{command: command}
	t.Cleanup(func() { _ = command.Wait() }) // the test's context has ended it
	for lines := bufio.NewScanner(out); s.URL == ""; s.URL = regexp.MustCompile(`http://[^/]+/`).FindString(lines.Text()) {
		if !lines.Scan() { // a server of the demo tells first that it fills the database
			t.Fatalf("the server ends without an address: %v", lines.Err())
		}
	}
	for tries := 0; !s.ready(); tries++ {
		if tries == 1800 {
			t.Fatal("the server was not ready within three minutes")
		}
		time.Sleep(100 * time.Millisecond)
	}
	return s
}

func (s *Server) ready() bool {
	answer, err := http.Get(s.URL + "readyz")
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	return answer.StatusCode == http.StatusOK
}

// At follows a dotted path through the objects and lists of a JSON value; nil where it ends before.
func At(value any, path string) any {
	for name := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			value = v[name]
		case []any:
			i, err := strconv.Atoi(name)
			if err != nil || i >= len(v) {
				return nil
			}
			value = v[i]
		default:
			return nil
		}
	}
	return value
}

// Kill ends the server at once, as a power cut does, and returns when it is gone.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	if err := s.command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.command.Wait() // says that it was killed
}
