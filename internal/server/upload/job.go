package upload

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/model"
)

// stateReceiving is the state of a job whose files are still on their way; the other states are those of imports.
const stateReceiving = "RECEIVING"

// job is one import: who began it, how far it is and, once it has ended, what came out.
type job struct {
	id       string
	key      model.KeyID
	demo     bool
	recorder string
	started  time.Time
	now      func() time.Time
	cancel   context.CancelFunc
	// done is closed when the job has ended.
	done chan struct{}

	mu       sync.Mutex
	order    order
	state    string
	progress intake.Progress
	finished time.Time
	fault    *model.Error
	report   json.RawMessage
}

// visible tells whether somebody may see the job with its cells: who began it, or an administrator.
func (j *job) visible(who *access.Principal) bool {
	switch {
	case who.Role == model.RoleAdministrator && who.CanImport():
		return true
	case who.Key != 0:
		return who.Key == j.key
	}
	return who.Demo && j.demo
}

func (j *job) ended() bool {
	select {
	case <-j.done:
		return true
	default:
		return false
	}
}

func (j *job) endedBefore(when time.Time) bool {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.ended() && j.finished.Before(when)
}

// begin says that the files are here.
func (j *job) begin(o order) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.order, j.state = o, model.ImportStateRunning.String()
}

func (j *job) move(p intake.Progress) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.progress = p
}

// end keeps the outcome and gives the place to the next import.
func (j *job) end(state model.ImportState, report json.RawMessage, fault *model.Error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.state, j.report, j.fault, j.finished = state.String(), report, fault, j.now()
	close(j.done)
}

// status is a job as it is told.
type status struct {
	ID         string          `json:"id,omitempty"`
	State      string          `json:"state"`
	DryRun     bool            `json:"dryRun"`
	AsOf       string          `json:"asOf,omitempty"`
	Correct    bool            `json:"correct"`
	Source     string          `json:"source,omitempty"`
	Files      []string        `json:"files"`
	Recorder   string          `json:"recorder"`
	StartedAt  time.Time       `json:"startedAt"`
	FinishedAt *time.Time      `json:"finishedAt,omitempty"`
	Progress   progress        `json:"progress"`
	Error      *told           `json:"error,omitempty"`
	Report     json.RawMessage `json:"report,omitempty"`
}

// progress is how far a job is. Total is an estimate until Exact; Rate is in rows a second.
type progress struct {
	Stage       string  `json:"stage"`
	Rows        int     `json:"rows"`
	Total       int     `json:"total"`
	Exact       bool    `json:"exact"`
	Rate        float64 `json:"rate"`
	Elapsed     float64 `json:"secondsElapsed"`
	SecondsLeft float64 `json:"secondsLeft"`
}

// told is what ended an import before its end.
type told struct {
	Code    model.Code `json:"code"`
	Message string     `json:"message"`
}

func (j *job) status() status {
	j.mu.Lock()
	defer j.mu.Unlock()
	p := j.progress
	s := status{
		ID: j.id, State: j.state, DryRun: j.order.dryRun, Correct: j.order.correct, Source: j.order.source,
		Files: append([]string{}, j.order.names()...), Recorder: j.recorder, StartedAt: j.started,
		Progress: progress{p.Stage, p.Rows, p.Total, p.Exact, p.Rate, p.Elapsed.Seconds(), p.Left.Seconds()},
		Report:   j.report,
	}
	if j.order.asOf != 0 {
		s.AsOf = j.order.asOf.String()
	}
	if j.ended() {
		s.FinishedAt = &j.finished
	}
	if j.fault != nil {
		s.Error = &told{j.fault.Code, j.fault.Error()}
	}
	return s
}

// statusFor is the status for somebody who waits for the job's end: those who may not see it learn only that it runs.
func (j *job) statusFor(who *access.Principal) status {
	s := j.status()
	if !j.visible(who) {
		s.ID, s.Files, s.Source = "", []string{}, ""
	}
	return s
}
