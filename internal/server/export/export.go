// Package export answers figures and lists as files: flat tables as CSV, workbooks and JSON, streamed and never cut. The
// arguments are those of the schema's fields, in the address.
package export

import (
	"context"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"time"

	"fugai/internal/coverage"
	"fugai/model"
)

// Options are what the handler needs.
type Options struct {
	Service *coverage.Service
	// Now is the clock, for the patience with a slow caller.
	Now func() time.Time
	// Log takes faults of ours; nil is slog's default.
	Log *slog.Logger
}

type handler struct {
	service *coverage.Service
	now     func() time.Time
	log     *slog.Logger
	routes  map[string]route
}

// route is one export: the question, and the formats in which it is answered.
type route struct {
	formats []string
	ask     func(context.Context, *params) (*sheet, error)
}

// New is the handler of everything under /export/. It finds the principal in the context.
func New(o Options) http.Handler {
	h := &handler{service: o.Service, now: o.Now, log: o.Log}
	if h.log == nil {
		h.log = slog.Default()
	}
	h.routes = map[string]route{
		"coverage": {[]string{"csv", "xlsx", "json"}, h.coverage},
		"gaps":     {[]string{"csv", "xlsx", "ndjson"}, h.gaps},
		"units":    {[]string{"csv", "xlsx", "ndjson"}, h.units},
		"return":   {[]string{"csv", "xlsx", "json"}, h.annualReturn},
		"quality":  {[]string{"csv", "xlsx", "json"}, h.quality},
		"findings": {[]string{"csv", "xlsx", "ndjson"}, h.findings},
		"review":   {[]string{"csv", "xlsx", "ndjson"}, h.review},
		"plan":     {[]string{"csv", "xlsx", "ndjson"}, h.plan},
	}
	return h
}

// ServeHTTP answers one export.
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, format, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/export/"), ".")
	route, known := h.routes[name]
	switch {
	case !known || !slices.Contains(route.formats, format):
		h.refuse(w, r, model.NotFound("", "there is no export %s; there are %s", r.URL.Path, h.list()))
	case r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost:
		w.Header().Set("Allow", "GET, HEAD, POST")
		e := &model.Error{Code: model.CodeBadRequest, Message: "an export takes GET, or POST with a form, not " + r.Method}
		h.refuseAs(w, r, http.StatusMethodNotAllowed, model.Errors{e}, e)
	default:
		h.answer(w, r.WithContext(coverage.Pin(r.Context())), route, format)
	}
}

// list are the addresses of all exports.
func (h *handler) list() string {
	var all []string
	for name, r := range h.routes {
		all = append(all, "/export/"+name+".{"+strings.Join(r.formats, ",")+"}")
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

func (h *handler) answer(w http.ResponseWriter, r *http.Request, route route, format string) {
	query, fault := parameters(w, r)
	if fault != nil {
		h.refuse(w, r, fault)
		return
	}
	p := parseParams(query)
	form := p.form(format)
	s, err := route.ask(r.Context(), p)
	if p.finish(); len(p.faults) > 0 {
		err = append(p.faults, faultsOf(err)...)
	}
	if err == nil {
		s.question = p.told()
		s.imprint, err = h.service.Imprint(r.Context())
	}
	if err == nil {
		err = form.check(s)
	}
	if err != nil {
		h.refuse(w, r, err)
		return
	}
	s.head(w.Header(), form)
	if r.Method == http.MethodHead {
		return
	}
	h.send(w, r, s, form)
}

// patience is how long a caller may take for one part of an answer.
const patience = time.Minute

// send writes the sheet. What was sent cannot be taken back: a later fault ends the connection, so that nobody takes a part
// for the whole.
func (h *handler) send(w http.ResponseWriter, r *http.Request, s *sheet, f form) {
	out := &outlet{w: w, control: http.NewResponseController(w), now: h.now}
	err := f.write(out, s)
	switch {
	case err == nil:
	case out.begun:
		if r.Context().Err() == nil {
			h.log.ErrorContext(r.Context(), "an export was broken off", "path", r.URL.Path, "error", err)
		}
		panic(http.ErrAbortHandler)
	default:
		s.unhead(w.Header())
		h.refuse(w, r, err)
	}
}

// outlet moves the deadline of the connection with every part that goes out.
type outlet struct {
	w       http.ResponseWriter
	control *http.ResponseController
	now     func() time.Time
	begun   bool
}

func (o *outlet) Write(part []byte) (int, error) {
	_ = o.control.SetWriteDeadline(o.now().Add(patience)) // one that cannot be moved stays
	o.begun = true
	return o.w.Write(part)
}
