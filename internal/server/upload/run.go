package upload

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/model"
)

// keptRows is how many faulty rows of each file a report keeps.
const keptRows = 1000

// run imports the files of a job, takes them away and keeps the report.
func (h *Handler) run(ctx context.Context, j *job) {
	defer j.cancel()
	report, err := h.imported(ctx, j)
	if removed := os.RemoveAll(j.order.dir); removed != nil {
		h.o.Log.ErrorContext(ctx, "an upload was not removed", "requestId", access.RequestID(ctx), "error", removed)
	}
	state, text := model.ImportStateFailed, json.RawMessage(nil)
	if report != nil {
		state = report.State
		text, _ = json.Marshal(report) // of plain values
	}
	j.end(state, text, h.faultOf(ctx, err))
	if !j.order.dryRun {
		h.o.Changed()
	}
}

// imported runs the import. A panic ends the import, not the server.
func (h *Handler) imported(ctx context.Context, j *job) (report *intake.Report, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			report, err = nil, fmt.Errorf("an import panicked: %v\n%s", fault, debug.Stack())
		}
	}()
	uploads, files, err := j.order.open()
	defer closeAll(files)
	if err != nil {
		return nil, err
	}
	return h.o.Importer.ImportUploads(ctx, uploads, intake.Options{
		AsOf: j.order.asOf, Correct: j.order.correct, DryRun: j.order.dryRun, Source: j.order.source, Recorder: j.recorder,
		KeepRows: keptRows, Progress: func(p intake.Progress) {
			j.move(p)
			if !j.order.dryRun {
				h.o.Changed()
			}
		},
	})
}

// faultOf is an error as the job tells it. What is not for the caller is logged.
func (h *Handler) faultOf(ctx context.Context, err error) *model.Error {
	if err == nil || cancelled(ctx) {
		return nil // that it was cancelled is told by the state
	}
	if faults := faultsOf(err); len(faults) > 0 {
		return &model.Error{Code: faults[0].Code, Path: faults[0].Path, Message: faults[0].Message}
	}
	h.o.Log.ErrorContext(ctx, "an import could not be made", "requestId", access.RequestID(ctx), "error", err)
	return internal()
}

func cancelled(ctx context.Context) bool { return ctx.Err() != nil }
