package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// event is a line of 'go test -json' (see 'go doc test2json').
type event struct {
	Action     string
	Package    string
	ImportPath string
	Test       string
	Elapsed    float64
	Output     string
}

// suite is one package under test: the last action and the output of each of its tests; "" is the package itself.
type suite struct {
	actions map[string]string
	outputs map[string][]string
}

// readGo reads 'go test -json'. It shows a line for each package with tests, and the output of what failed or was skipped.
func readGo(in io.Reader, out io.Writer) (Tally, error) {
	var all Tally
	suites := map[string]*suite{}
	decoder := json.NewDecoder(in)
	for {
		var e event
		if err := decoder.Decode(&e); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return all, fmt.Errorf("reading 'go test -json': %w", err)
		}
		if e.Action == "build-output" {
			_, _ = io.WriteString(out, e.Output)
		}
		if e.Package == "" {
			continue
		}
		one := suites[e.Package]
		if one == nil {
			one = &suite{map[string]string{}, map[string][]string{}}
			suites[e.Package] = one
		}
		if one.take(e) {
			all.add(one.close(e, out))
			delete(suites, e.Package)
		}
	}
	if len(suites) > 0 {
		return all, fmt.Errorf("%d packages did not come to their end", len(suites))
	}
	if all == (Tally{}) {
		return all, errors.New("no test ran")
	}
	return all, nil
}

func (t *Tally) add(other Tally) {
	t.Passed += other.Passed
	t.Failed += other.Failed
}

// take notes an event and tells whether it is the last one of the package.
func (s *suite) take(e event) bool {
	switch e.Action {
	case "output":
		s.outputs[e.Test] = append(s.outputs[e.Test], e.Output)
	case "run", "pass", "fail", "skip":
		s.actions[e.Test] = e.Action
		return e.Test == "" && e.Action != "run"
	}
	return false
}

// close counts a finished package and shows its line, with the output of what did not pass above it.
func (s *suite) close(last event, out io.Writer) Tally {
	delete(s.actions, "")
	var tally Tally
	for _, name := range s.names() {
		if s.actions[name] == "pass" {
			tally.Passed++
			continue
		}
		tally.Failed++
		_, _ = fmt.Fprintf(out, "--- %s %s %s\n%s", verdict(s.actions[name]), last.Package, name, strings.Join(s.outputs[name], ""))
	}
	if last.Action == "fail" && tally.Failed == 0 {
		tally.Failed = 1
	}
	if last.Action == "fail" {
		_, _ = io.WriteString(out, strings.Join(s.outputs[""], ""))
	}
	if tally != (Tally{}) {
		_, _ = fmt.Fprintf(out, "%-4s %-40s %4d passed %3d failed %7.1f s\n",
			last.Action, last.Package, tally.Passed, tally.Failed, last.Elapsed)
	}
	return tally
}

// names are the tests to count: those without subtests, and of the others those that failed on their own account.
func (s *suite) names() (names []string) {
	hasChild, childFailed := map[string]bool{}, map[string]bool{}
	for name, action := range s.actions {
		for at, c := range name {
			if c == '/' {
				hasChild[name[:at]] = true
				childFailed[name[:at]] = childFailed[name[:at]] || action != "pass"
			}
		}
	}
	for name, action := range s.actions {
		if !hasChild[name] || action != "pass" && !childFailed[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// verdict is an action in words: a test that neither passed nor failed was cut off by a crash or the time limit.
func verdict(action string) string {
	switch action {
	case "skip":
		return "SKIPPED (counts as failed)"
	case "run":
		return "UNFINISHED"
	}
	return "FAIL"
}
