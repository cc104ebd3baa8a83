package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// target is a server that is driven.
type target struct {
	url, authorization string
	client             *http.Client
	serial             *atomic.Uint64
}

func newTarget(url, authorization string) *target {
	// Answers come as they are: of all the servers only the product would compress them, which pays over a network and costs beside it.
	transport := &http.Transport{MaxIdleConnsPerHost: 64, DisableCompression: true}
	return &target{url, authorization, &http.Client{Timeout: time.Minute, Transport: transport}, &atomic.Uint64{}}
}

// post sends a question: another one each time, or the repeated one.
func (t *target) post(q *question, repeated bool) ([]byte, time.Duration, error) {
	n := uint64(0)
	if !repeated {
		n = t.serial.Add(1)
	}
	body, err := json.Marshal(map[string]string{"query": q.operation(n)})
	if err != nil {
		return nil, 0, err
	}
	start := time.Now()
	request, err := http.NewRequest(http.MethodPost, t.url, bytes.NewReader(body))
	if err != nil {
		return nil, 0, err
	}
	request.Header = http.Header{"Content-Type": {"application/json"}, "Authorization": {t.authorization}, questionHeader: {q.name}}
	answer, err := t.client.Do(request)
	if err != nil {
		return nil, 0, err
	}
	defer answer.Body.Close()
	got, err := io.ReadAll(answer.Body)
	took := time.Since(start)
	if err == nil && (answer.StatusCode != http.StatusOK || bytes.Contains(got, []byte(`"errors"`))) {
		err = fmt.Errorf("%s: %.400s", answer.Status, got)
	}
	return got, took, err
}

// point is what is measured of a question at a concurrency.
type point struct {
	p50, p99 time.Duration
	perSec   float64
}

// measure drives a question in a closed loop for a while, after a warm-up. An answer of another length than the checked one is a fault.
func (t *target) measure(q *question, repeated bool, workers int, length time.Duration) (point, error) {
	first, _, err := t.post(q, repeated)
	if err != nil {
		return point{}, err
	}
	if _, _, err := t.loop(q, repeated, workers, length/5, len(first)); err != nil {
		return point{}, err
	}
	times, wall, err := t.loop(q, repeated, workers, length, len(first))
	if err != nil {
		return point{}, err
	}
	slices.Sort(times)
	return point{times[len(times)/2], times[len(times)*99/100], float64(len(times)) / wall.Seconds()}, nil
}

func (t *target) loop(q *question, repeated bool, workers int, length time.Duration, size int) (times []time.Duration, wall time.Duration, err error) {
	var mu sync.Mutex
	var all sync.WaitGroup
	start := time.Now()
	for range workers {
		all.Go(func() {
			for begun := false; !begun || time.Since(start) < length; begun = true {
				got, took, fault := t.post(q, repeated)
				if fault == nil && len(got) != size {
					fault = fmt.Errorf("%s: an answer has %d bytes, the checked one has %d", q.name, len(got), size)
				}
				mu.Lock()
				times, err = append(times, took), cmp.Or(err, fault)
				mu.Unlock()
			}
		})
	}
	all.Wait()
	return times, time.Since(start), err
}

// turn is how long one of several functions runs before it is the turn of the next.
const turn = 50 * time.Millisecond

// timed are the median times of functions, each run for a while. They take turns, because other work comes and goes on the machine.
func timed(length time.Duration, fns ...func()) []time.Duration {
	times := make([][]time.Duration, len(fns))
	for start := time.Now(); time.Since(start) < length*time.Duration(len(fns)) || len(times[0]) < 5; {
		for i, fn := range fns {
			for begin, before := time.Now(), time.Now(); before.Sub(begin) < turn; {
				fn()
				after := time.Now()
				times[i], before = append(times[i], after.Sub(before)), after
			}
		}
	}
	medians := make([]time.Duration, len(fns))
	for i := range times {
		slices.Sort(times[i])
		medians[i] = times[i][len(times[i])/2]
	}
	return medians
}
