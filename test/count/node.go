package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
)

// summary is a line of the summary that node's reporters (tap and spec) end with.
var summary = regexp.MustCompile(`^(?:#|ℹ) (pass|fail|cancelled|skipped|todo) (\d+)$`)

// readNode reads the report of node's own test runner and shows it as it is. A report without a summary is an error: the
// runner did not come to its end, or there was none.
func readNode(in io.Reader, out io.Writer) (Tally, error) {
	var tally Tally
	summaries := 0
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		_, _ = fmt.Fprintln(out, lines.Text())
		found := summary.FindStringSubmatch(lines.Text())
		if found == nil {
			continue
		}
		n, _ := strconv.Atoi(found[2])
		if found[1] == "pass" {
			tally.Passed += n
			summaries++
		} else {
			tally.Failed += n
		}
	}
	switch {
	case lines.Err() != nil:
		return tally, lines.Err()
	case summaries == 0:
		return tally, errors.New("the runner printed no summary; 'npm test' must end in 'node --test'")
	case tally == Tally{}:
		return tally, errors.New("no test ran")
	}
	return tally, nil
}

// readStep shows the output of a command that is no test.
func readStep(in io.Reader, out io.Writer) (Tally, error) {
	_, err := io.Copy(out, in)
	return Tally{}, err
}
