package export

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"fugai/internal/access"
	"fugai/model"
)

// faultsOf are the faults of an error that are for the caller, with the names that they have in an address.
func faultsOf(err error) (faults model.Errors) {
	if one, ok := errors.AsType[*model.Error](err); ok {
		faults = model.Errors{one}
	} else if many, ok := errors.AsType[model.Errors](err); ok {
		faults = many
	}
	out := make(model.Errors, len(faults))
	for i, f := range faults {
		renamed := *f
		renamed.Path = parameter(f.Path)
		out[i] = &renamed
	}
	return out
}

// parameter is the name in an address of an argument of the schema.
func parameter(path string) string {
	switch path {
	case "share(of:)":
		return "of"
	case "share(weight:)":
		return "weight"
	}
	return strings.TrimPrefix(path, "where.")
}

var statuses = map[model.Code]int{
	model.CodeInvalid: http.StatusBadRequest, model.CodeBadRequest: http.StatusBadRequest, model.CodeSubjectIsUnit: http.StatusBadRequest,
	model.CodeLimit: http.StatusBadRequest, model.CodeNotFound: http.StatusNotFound, model.CodeDenied: http.StatusForbidden,
	model.CodeUnauthorised: http.StatusUnauthorized, model.CodeConflict: http.StatusConflict, model.CodeUnavailable: http.StatusServiceUnavailable,
}

// refuse answers errors in the shape of GraphQL, all at once. What is not for the caller is logged.
func (h *handler) refuse(w http.ResponseWriter, r *http.Request, err error) {
	faults := faultsOf(err)
	status := http.StatusInternalServerError
	if len(faults) > 0 && statuses[faults[0].Code] != 0 {
		status = statuses[faults[0].Code]
	}
	h.refuseAs(w, r, status, faults, err)
}

func (h *handler) refuseAs(w http.ResponseWriter, r *http.Request, status int, faults model.Errors, err error) {
	if len(faults) == 0 {
		h.log.ErrorContext(r.Context(), "an export could not be answered", "requestId", access.RequestID(r.Context()), "path", r.URL.Path, "error", err)
		faults = model.Errors{{Code: model.CodeInternal, Message: "a fault of ours, which is logged; tell the administrator the request id"}}
	}
	list := make([]any, len(faults))
	for i, f := range faults {
		extensions := map[string]any{"code": string(f.Code), "requestId": access.RequestID(r.Context())}
		if f.Path != "" {
			extensions["argument"] = f.Path
		}
		list[i] = map[string]any{"message": f.Error(), "extensions": extensions}
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "1")
	}
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"errors": list}) // a caller who has gone cannot be told
}
