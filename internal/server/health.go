package server

import (
	"errors"
	"net/http"

	"fugai/internal/access"
	"fugai/model"
)

// healthz says that the process lives, whatever the state of its data.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, "application/json", map[string]any{"status": "ok"})
}

// readyz says whether questions can be answered, and if not, why. What is not said for callers (a model.Error) may tell
// about the inside and goes to the log alone.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	err := s.o.State.Ready(r.Context())
	if err == nil {
		writeJSON(w, http.StatusOK, "application/json", map[string]any{"ready": true, "dataVersion": s.o.State.DataVersion()})
		return
	}
	reason := "the data cannot be read; the log says why"
	if told, ok := errors.AsType[*model.Error](err); ok {
		reason = told.Error()
	}
	s.o.Log.WarnContext(r.Context(), "not ready", "requestId", access.RequestID(r.Context()), "reason", err.Error())
	writeJSON(w, http.StatusServiceUnavailable, "application/json", map[string]any{"ready": false, "reason": reason})
}
