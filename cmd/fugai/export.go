package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path"
	"time"

	"fugai/internal/server/export"
	"fugai/model"
)

type exportCommand struct {
	deployment
	What    string `arg:"" help:"Name of the export with its form: coverage.csv, coverage.xlsx, coverage.json, gaps.csv, gaps.xlsx, gaps.ndjson, units.csv …"`
	Query   string `short:"q" placeholder:"PARAMETERS" help:"The same parameters as under /export, such as 'groupBy=DOMAIN&of=TWO_COVERAGES&asOf=2026-06-30'."`
	Out     string `short:"o" placeholder:"FILE" help:"Write here; default standard output."`
	Secrecy string `default:"内部" help:"Secrecy label."`
}

func (c *exportCommand) Run(ctx context.Context, t *terminal) error {
	r, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer r.close()
	ctx, stop := context.WithCancel(system(ctx))
	defer stop()
	log := slog.New(slog.NewTextHandler(t.errs, nil))
	reads, f := r.reading(ctx, log, c.Secrecy)
	if _, err := f.Await(ctx, 0, longestLoad); err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://command.line/export/"+path.Base(c.What)+"?"+c.Query, nil)
	if err != nil {
		return misuse("--query: %v", err)
	}
	w := &fileResponse{header: http.Header{}, status: http.StatusOK, file: os.Stdout}
	if c.Out != "" {
		if w.file, err = os.Create(c.Out); err != nil {
			return err
		}
		defer w.file.Close()
	}
	export.New(export.Options{Service: reads, Now: time.Now, Log: log}).ServeHTTP(w, request)
	return w.outcome(c.Out)
}

// longestLoad is how long a command waits for the data to be loaded.
const longestLoad = 10 * time.Minute

// fileResponse lets the export write into a file; a refusal is kept for the error.
type fileResponse struct {
	header  http.Header
	status  int
	refusal []byte
	file    *os.File
	err     error
}

func (w *fileResponse) Header() http.Header { return w.header }

func (w *fileResponse) WriteHeader(status int) { w.status = status }

func (w *fileResponse) Write(b []byte) (int, error) {
	if w.status != http.StatusOK {
		w.refusal = append(w.refusal, b...)
		return len(b), nil
	}
	n, err := w.file.Write(b)
	if err != nil {
		w.err = err
	}
	return n, err
}

// outcome is the error of an export that was refused or cut short; nothing is left of its file.
func (w *fileResponse) outcome(name string) error {
	if w.status == http.StatusOK && w.err == nil {
		return nil
	}
	if name != "" {
		_ = os.Remove(name)
	}
	if w.err != nil {
		return w.err
	}
	return model.Invalid("--query", "%s", fmt.Sprintf("the export was refused: %s", w.refusal))
}
