package upload

import (
	"context"
	"crypto/rand"
	"slices"
	"strings"
	"sync"
	"time"

	"fugai/internal/access"
	"fugai/model"
)

// Ended jobs are kept for an hour, and of all jobs the last twenty.
const (
	keptFor  = time.Hour
	keptJobs = 20
)

// jobs are the imports of this server, in the order in which they began. At most the last of them has not ended.
type jobs struct {
	now    func() time.Time
	mu     sync.Mutex
	list   []*job
	closed bool
}

// claim takes the one place for an import.
func (t *jobs) claim(who *access.Principal, cancel context.CancelFunc) (*job, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.closed {
		return nil, &model.Error{Code: model.CodeUnavailable, Message: "the server is ending and takes no imports; try again when it has started anew"}
	}
	t.prune()
	if running := t.running(); running != nil {
		return nil, &busyError{running.statusFor(who)}
	}
	j := &job{
		id: strings.ToLower(rand.Text()), key: who.Key, demo: who.Demo, recorder: who.Name,
		state: stateReceiving, started: t.now(), now: t.now, cancel: cancel, done: make(chan struct{}),
	}
	t.list = append(t.list, j)
	t.prune()
	return j, nil
}

func (t *jobs) running() *job {
	if n := len(t.list); n > 0 && !t.list[n-1].ended() {
		return t.list[n-1]
	}
	return nil
}

// prune forgets jobs that are too old or too many.
func (t *jobs) prune() {
	since := t.now().Add(-keptFor)
	t.list = slices.DeleteFunc(t.list, func(j *job) bool { return j.endedBefore(since) })
	t.list = slices.Delete(t.list, 0, max(0, len(t.list)-keptJobs))
}

// release gives the place back without an import.
func (t *jobs) release(j *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.list = slices.DeleteFunc(t.list, func(one *job) bool { return one == j })
	close(j.done)
}

// of are the jobs that somebody may see, newest first.
func (t *jobs) of(who *access.Principal) (visible []*job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.prune()
	for _, j := range slices.Backward(t.list) {
		if j.visible(who) {
			visible = append(visible, j)
		}
	}
	return visible
}

// find is a job by its id. One that is not there and one of somebody else read the same.
func (t *jobs) find(id string, who *access.Principal) (*job, error) {
	for _, j := range t.of(who) {
		if j.id == id {
			return j, nil
		}
	}
	return nil, model.NotFound("", "there is no import job %q; jobs are kept for an hour, the last %d of them, "+
		"and shown to the key that began them and to administrators", id, keptJobs)
}

func (t *jobs) close() {
	t.mu.Lock()
	t.closed = true
	running := t.running()
	t.mu.Unlock()
	if running != nil {
		running.cancel()
		<-running.done
	}
}
