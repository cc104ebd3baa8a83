package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// changes are what is measured while the data change, and of files and unchanged answers.
type changes struct {
	changed int
	// alone, during and joining are the p99 of Q1, uncached and asked by one caller: without change, while units are changed in batches,
	// and while a second server starts.
	alone, during, joining time.Duration
	imports                int
	// commit is the time from the answer of a mutation to the first answer of the other server that holds it.
	commits              int
	commitP50, commitP99 time.Duration
	unchanged, bare      time.Duration // a 304, and a bare HTTP answer
	file                 time.Duration // the gaps as CSV
	fileRows             int
}

// changedUnits is how many units an import changes.
const changedUnits = 10_000

// manyCommits is how many mutations are followed to the other server; a p99 needs a hundred.
const manyCommits = 200

// changing measures beside a second server on the same database.
func (s *settings) changing(ctx context.Context, m *meter, product *process, log io.Writer, q *question, codes []string) error {
	c := &m.changes
	var err error
	if c.alone, err = m.product.p99(q, after(10*m.length)); err != nil {
		return err
	}
	var other *process
	if c.joining, err = m.product.p99(q, beside(func() (err error) {
		other, _, err = start(ctx, log, s.binary, "serve", "--db", s.db)
		return err
	})); err != nil {
		return err
	}
	defer other.stop()
	c.changed = min(changedUnits, len(codes))
	begin := time.Now()
	if c.during, err = m.product.p99(q, beside(func() error {
		for ; c.imports < 2 || time.Since(begin) < 10*m.length; c.imports++ {
			if err := s.change(ctx, codes[:c.changed], c.imports); err != nil {
				return err
			}
		}
		return nil
	})); err != nil {
		return err
	}
	key, err := s.key(ctx, "INTEGRATOR")
	if err != nil {
		return err
	}
	writer, reader := newTarget(product.url+"/graphql", "Bearer "+key), newTarget(other.url+"/graphql", m.product.authorization)
	if err := c.follow(writer, reader, codes); err != nil {
		return err
	}
	return m.downloads(product, q)
}

// change imports a file that changes the number of employees of units.
func (s *settings) change(ctx context.Context, codes []string, round int) error {
	var b strings.Builder
	b.WriteString("credit_code,employees,valid_from\n")
	for i, code := range codes {
		fmt.Fprintf(&b, "%s,%d,%s\n", code, 10+(i+round)%500, benchDay+1)
	}
	path := filepath.Join(s.dir, "changed", "units.csv")
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(b.String()), 0o644)); err != nil {
		return err
	}
	_, _, err := run(ctx, s.binary, "import", "--db", s.db, "--as-of", (benchDay + 1).String(), "--quiet", path)
	return err
}

// after ends when a time has passed, and beside when something is done.
func after(length time.Duration) func() (bool, error) {
	end := time.Now().Add(length)
	return func() (bool, error) { return time.Now().After(end), nil }
}

func beside(do func() error) func() (bool, error) {
	var ended atomic.Bool
	var fault error
	go func() {
		fault = do()
		ended.Store(true)
	}()
	return func() (bool, error) {
		if !ended.Load() {
			return false, nil
		}
		return true, fault
	}
}

// p99 asks a question again and again until something ends.
func (t *target) p99(q *question, ended func() (bool, error)) (time.Duration, error) {
	var times []time.Duration
	for {
		_, took, err := t.post(q, false)
		if err != nil {
			return 0, err
		}
		times = append(times, took)
		if over, err := ended(); over || err != nil {
			slices.Sort(times)
			return times[len(times)*99/100], err
		}
	}
}

// follow sends mutations of one unit each to a server and asks the other one until its answer holds them.
func (c *changes) follow(writer, reader *target, codes []string) error {
	var times []time.Duration
	for n := range manyCommits {
		text := fmt.Sprintf(`mutation { upsertUnits(input: {options: {source: "bench", asOf: %q}, units: [{creditCode: %q, employees: %d}]}) { dataVersion problems { message } } }`,
			(benchDay + 2).String(), codes[n%len(codes)], 1000+n)
		body, _, err := writer.post(&question{text: text}, true)
		if err != nil {
			return err
		}
		begin := time.Now()
		var done struct {
			Data struct {
				UpsertUnits struct {
					DataVersion json.Number
					Problems    []json.RawMessage
				}
			}
		}
		if err := json.Unmarshal(body, &done); err != nil || len(done.Data.UpsertUnits.Problems) > 0 {
			return fmt.Errorf("a mutation answers %s: %w", body, errors.Join(err, errors.New("nothing was written")))
		}
		if err := reader.reaches(done.Data.UpsertUnits.DataVersion); err != nil {
			return err
		}
		times = append(times, time.Since(begin))
	}
	slices.Sort(times)
	c.commits, c.commitP50, c.commitP99 = len(times), times[len(times)/2], times[len(times)*99/100]
	return nil
}

// reaches asks a server for a figure until its answer holds a version.
func (t *target) reaches(want json.Number) error {
	version, err := want.Int64()
	for err == nil {
		var answer struct {
			Data struct {
				Coverage struct{ DataVersion json.Number }
			}
		}
		body, _, fault := t.post(&question{text: `{ coverage { dataVersion total { units } } }`}, true)
		if err = errors.Join(fault, json.Unmarshal(body, &answer)); err != nil {
			break
		}
		var got int64
		if got, err = answer.Data.Coverage.DataVersion.Int64(); err == nil && got >= version {
			break
		}
		time.Sleep(time.Millisecond)
	}
	return err
}

// download is the answer to a GET.
type download struct {
	status int
	tag    string
	body   []byte
	took   time.Duration
}

// downloads measures an unchanged answer and the gaps as a file.
func (m *meter) downloads(product *process, q *question) error {
	get := func(path string, query url.Values, tag string) (got download, err error) {
		request, err := http.NewRequest(http.MethodGet, product.url+path+"?"+query.Encode(), nil)
		if err != nil {
			return got, err
		}
		request.Header.Set("Authorization", m.product.authorization)
		if tag != "" {
			request.Header.Set("If-None-Match", tag)
		}
		begin := time.Now()
		answer, err := m.product.client.Do(request)
		if err != nil {
			return got, err
		}
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		return download{answer.StatusCode, answer.Header.Get("ETag"), body, time.Since(begin)}, err
	}
	ask := url.Values{"query": {q.operation(0)}}
	first, err := get("/graphql", ask, "")
	if err != nil {
		return err
	}
	medians := timed(m.length, func() {
		again, fault := get("/graphql", ask, first.tag)
		if fault == nil && again.status != http.StatusNotModified {
			fault = fmt.Errorf("an unchanged answer is sent again with the status %d", again.status)
		}
		err = errors.Join(err, fault)
	}, func() {
		_, _, fault := m.bare.post(q, true)
		err = errors.Join(err, fault)
	})
	if err != nil {
		return err
	}
	m.unchanged, m.changes.bare = medians[0], medians[1]
	file, err := get("/export/gaps.csv", url.Values{"indicator": {"TWO_COVERAGES"}, "asOf": {benchDay.String()}}, "")
	if err == nil && file.status != http.StatusOK {
		err = fmt.Errorf("the gaps as a file: %d %.200s", file.status, file.body)
	}
	m.file, m.fileRows = file.took, bytes.Count(file.body, []byte("\n"))-1
	return err
}

// text is what was measured, in Markdown.
func (c *changes) text() string {
	return fmt.Sprintf(`
| While the data change | | of |
| --- | ---: | --- |
| Q1 uncached, p99 without change | %s ms | |
| the same while %d units are changed, %d times in batches | %s ms | %.1f × without |
| the same while a second server starts | %s ms | %.1f × without |
| commit to figure on the other server, p50 | %s ms | %d mutations of one unit |
| the same, p99 | %s ms | |
| 304 for an unchanged answer | %s ms | %.1f × bare HTTP |
| all gaps as CSV | %s ms | %d rows |
`, milliseconds(c.alone), c.changed, c.imports, milliseconds(c.during), c.during.Seconds()/c.alone.Seconds(), milliseconds(c.joining), c.joining.Seconds()/c.alone.Seconds(),
		milliseconds(c.commitP50), c.commits, milliseconds(c.commitP99), milliseconds(c.unchanged), c.unchanged.Seconds()/c.bare.Seconds(), milliseconds(c.file), c.fileRows)
}
