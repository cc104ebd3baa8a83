// Package upload is the import over HTTP: it takes files, imports them in the background, one import at a time, and tells how
// far it is and what became of every row.
package upload

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"os"
	"time"

	"fugai/internal/access"
	"fugai/internal/intake"
	"fugai/model"
)

// Importer imports uploaded files; *intake.Importer is one.
type Importer interface {
	ImportUploads(ctx context.Context, uploads []intake.Upload, o intake.Options) (*intake.Report, error)
}

// DefaultBytes is how large a request may be unless the options say otherwise.
const DefaultBytes = 512 << 20

// Options are what a Handler needs.
type Options struct {
	Importer Importer
	// Now is the clock, Today the civil day from which changes hold where neither the caller nor a file names one.
	Now   func() time.Time
	Today func() model.Date
	// Changed is called after every batch that may have been committed, so that figures follow; nil for nobody.
	Changed func()
	// Bytes is how large a request may be; 0 is DefaultBytes.
	Bytes int64
	// Dir is where uploads lie until they are imported; "" is the system's folder for temporary files.
	Dir string
	// Log takes faults of ours; nil is slog's default.
	Log *slog.Logger
}

// Handler answers everything under /import, with the full path. It finds the principal and the request's id in the context.
type Handler struct {
	o    Options
	jobs *jobs
	mux  *http.ServeMux
}

// New is a handler without jobs. Close must be called before the database is closed.
func New(o Options) *Handler {
	if o.Bytes <= 0 {
		o.Bytes = DefaultBytes
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Changed == nil {
		o.Changed = func() {}
	}
	if o.Dir == "" {
		o.Dir = os.TempDir()
	}
	h := &Handler{o: o, jobs: &jobs{now: o.Now}, mux: http.NewServeMux()}
	h.route("POST /import", access.Import, h.start)
	h.route("GET /import/jobs", access.Import, h.list)
	h.route("GET /import/jobs/{id}", access.Import, h.show)
	h.route("DELETE /import/jobs/{id}", access.Import, h.cancel)
	h.route("GET /import/templates", access.Read, h.templates)
	h.route("GET /import/templates/{file}", access.Read, h.template)
	h.route("/", access.Read, h.nothing)
	return h
}

func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.mux.ServeHTTP(w, r) }

// Close ends the import that runs, whole batches or nothing, waits for its end and takes no more.
func (h *Handler) Close() { h.jobs.close() }

// route adds a route for those who have the right.
func (h *Handler) route(pattern string, right access.Right, answer func(http.ResponseWriter, *http.Request) error) {
	h.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		err := access.From(r.Context()).Need(right, "")
		if err == nil {
			err = answer(w, r)
		}
		if err != nil {
			h.refuse(w, r, err)
		}
	})
}

func (h *Handler) nothing(_ http.ResponseWriter, r *http.Request) error {
	return model.NotFound("", "there is nothing for %s at %s; there are POST /import, GET /import/jobs, GET and DELETE /import/jobs/{id}, "+
		"GET /import/templates and GET /import/templates/{kind}.{csv,xlsx}", r.Method, r.URL.Path)
}

// start takes the files of a request and begins to import them. An import writes to every region, so that it takes a key of
// the whole. The place is taken before the files are read: files that must wait would fill the disk.
func (h *Handler) start(w http.ResponseWriter, r *http.Request) error {
	who := access.From(r.Context())
	if !who.Whole() {
		return model.Denied("", "an import may reach beyond the scope of this key, which is %s; use a key of the whole", who.RegionCode)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(r.Context()))
	j, err := h.jobs.claim(who, cancel)
	if err != nil {
		cancel()
		return err
	}
	if err := h.receive(ctx, j, w, r); err != nil {
		cancel()
		h.jobs.release(j)
		return err
	}
	go h.run(ctx, j)
	w.Header().Set("Location", "/import/jobs/"+j.id)
	reply(w, http.StatusAccepted, j.status())
	return nil
}

func (h *Handler) list(w http.ResponseWriter, r *http.Request) error {
	list := []status{}
	for _, j := range h.jobs.of(access.From(r.Context())) {
		s := j.status()
		s.Report = nil // it may be large, and stands at the job's own address
		list = append(list, s)
	}
	reply(w, http.StatusOK, map[string]any{"jobs": list})
	return nil
}

func (h *Handler) show(w http.ResponseWriter, r *http.Request) error {
	j, err := h.jobs.find(r.PathValue("id"), access.From(r.Context()))
	if err == nil {
		reply(w, http.StatusOK, j.status())
	}
	return err
}

// patience is how long a cancelled import may take to end before its caller is answered.
const patience = 10 * time.Second

// cancel ends an import: the batch that is being written is written wholly or not at all, those before it stay.
func (h *Handler) cancel(w http.ResponseWriter, r *http.Request) error {
	j, err := h.jobs.find(r.PathValue("id"), access.From(r.Context()))
	if err != nil {
		return err
	}
	j.cancel()
	code := http.StatusAccepted
	select {
	case <-j.done:
		code = http.StatusOK
	case <-time.After(patience):
	case <-r.Context().Done():
	}
	reply(w, code, j.status())
	return nil
}

func closeAll[T io.Closer](all []T) {
	for _, one := range all {
		_ = one.Close() // only read from
	}
}
