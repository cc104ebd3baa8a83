package upload

import (
	"encoding/json"
	"errors"
	"net/http"

	"fugai/internal/access"
	"fugai/model"
)

// busyError is the refusal of an import while another one runs.
type busyError struct{ running status }

func (e *busyError) Error() string {
	return "an import is running; wait for its end, or cancel it with DELETE /import/jobs/{id}"
}

// limitError is a refusal that names its limit.
type limitError struct {
	told    *model.Error
	maximum int64
}

func (e *limitError) Error() string { return e.told.Error() }

func (e *limitError) Unwrap() error { return e.told }

var statuses = map[model.Code]int{
	model.CodeInvalid: http.StatusBadRequest, model.CodeBadRequest: http.StatusBadRequest, model.CodeLimit: http.StatusRequestEntityTooLarge,
	model.CodeNotFound: http.StatusNotFound, model.CodeDenied: http.StatusForbidden, model.CodeConflict: http.StatusConflict,
	model.CodeUnavailable: http.StatusServiceUnavailable,
}

// faultsOf are the faults of an error that are for the caller.
func faultsOf(err error) model.Errors {
	if one, ok := errors.AsType[*model.Error](err); ok {
		return model.Errors{one}
	}
	many, _ := errors.AsType[model.Errors](err)
	return many
}

func internal() *model.Error {
	return &model.Error{Code: model.CodeInternal, Message: "a fault of ours, which is logged; tell the administrator the request id"}
}

// refuse answers errors in the shape of GraphQL, as every route of the server does. What is not for the caller is logged.
func (h *Handler) refuse(w http.ResponseWriter, r *http.Request, err error) {
	more := map[string]any{}
	faults := faultsOf(err)
	if busy, ok := errors.AsType[*busyError](err); ok {
		faults = model.Errors{model.Conflict("", "%s", busy.Error())}
		more["running"] = busy.running
	}
	if limit, ok := errors.AsType[*limitError](err); ok {
		more["limit"], more["maximum"] = "uploadBytes", limit.maximum
	}
	if len(faults) == 0 {
		h.o.Log.ErrorContext(r.Context(), "an import request could not be answered", "requestId", access.RequestID(r.Context()), "path", r.URL.Path, "error", err)
		faults = model.Errors{internal()}
	}
	code := http.StatusInternalServerError
	if known := statuses[faults[0].Code]; known != 0 {
		code = known
	}
	reply(w, code, map[string]any{"errors": listed(faults, access.RequestID(r.Context()), more)})
}

func listed(faults model.Errors, requestID string, more map[string]any) (list []any) {
	for _, f := range faults {
		extensions := map[string]any{"code": string(f.Code), "requestId": requestID}
		for name, value := range more {
			extensions[name] = value
		}
		if f.Path != "" {
			extensions["argument"] = f.Path
		}
		list = append(list, map[string]any{"message": f.Error(), "extensions": extensions})
	}
	return list
}

func reply(w http.ResponseWriter, code int, body any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body) // a caller who has gone cannot be told
}
