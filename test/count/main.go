// Command count runs a part of the tests, shows what went wrong and keeps the tally:
//
//	count -kind go -name NAME -to FILE COMMAND...     the command is 'go test -json'
//	count -kind node -name NAME -to FILE COMMAND...   the command ends in a run of node's own test runner
//	count -kind step -name NAME -to FILE COMMAND...   the command is no test; it counts only where it fails
//	count -sum FILE                                   says 'N passed, N failed' of all parts
//
// It exits with 1 where something failed, or where a sum has no test at all. A skipped test is a failed one: a run that
// leaves something out must not look like one that proved it.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// Tally is what became of the tests of one part.
type Tally struct{ Passed, Failed int }

// A reader makes the tally of a command's standard output, and shows on out what a person wants to see of it.
type reader func(in io.Reader, out io.Writer) (Tally, error)

var readers = map[string]reader{"go": readGo, "node": readNode, "step": readStep}

func main() {
	kind := flag.String("kind", "step", "what the command is: go, node or step")
	name := flag.String("name", "", "name of the part, for its line in the tally")
	to := flag.String("to", "", "file that the tally is added to")
	sum := flag.String("sum", "", "file of tallies to add up")
	flag.Parse()
	var tally Tally
	var err error
	if *sum != "" {
		tally, err = sumOf(*sum)
	} else {
		tally, err = part(*kind, *name, *to, flag.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "count:", err)
		os.Exit(2)
	}
	if tally.Failed > 0 || *sum != "" && tally.Passed == 0 {
		os.Exit(1)
	}
}

// part runs a command and adds a line to the file of tallies.
func part(kind, name, to string, command []string) (Tally, error) {
	read, ok := readers[kind]
	if !ok || len(command) == 0 || to == "" {
		return Tally{}, fmt.Errorf("use: count -kind go|node|step -name NAME -to FILE COMMAND")
	}
	fmt.Printf("== %s\n", name)
	tally, err := run(read, command, os.Stdout)
	if err != nil {
		fmt.Printf("FAIL %s: %v\n", name, err)
	}
	file, err := os.OpenFile(to, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return tally, err
	}
	_, err = fmt.Fprintf(file, "%d %d %s\n", tally.Passed, tally.Failed, name)
	return tally, join(err, file.Close())
}

// run reads a command to its end. A command that fails without a failed test (it did not build, it crashed) is one failure,
// and the error says so.
func run(read reader, command []string, out io.Writer) (Tally, error) {
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return Tally{Failed: 1}, err
	}
	if err := cmd.Start(); err != nil {
		return Tally{Failed: 1}, err
	}
	tally, err := read(pipe, out)
	if err != nil {
		// The rest is read as well, so that the command does not wait for a reader for ever.
		_, _ = io.Copy(out, pipe)
	}
	if err = join(err, cmd.Wait()); err != nil {
		tally.Failed = max(tally.Failed, 1)
	}
	return tally, err
}

// sumOf adds up a file of tallies and prints the last line of a run.
func sumOf(path string) (Tally, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return Tally{}, err
	}
	var all Tally
	for line := range strings.Lines(string(text)) {
		var one Tally
		if _, err := fmt.Sscan(line, &one.Passed, &one.Failed); err != nil {
			return all, fmt.Errorf("%s: %q is no tally: %w", path, line, err)
		}
		all.Passed += one.Passed
		all.Failed += one.Failed
	}
	fmt.Printf("%d passed, %d failed\n", all.Passed, all.Failed)
	return all, nil
}

// join is the first error: a second one is the consequence of it.
func join(first, second error) error {
	if first != nil {
		return first
	}
	return second
}
