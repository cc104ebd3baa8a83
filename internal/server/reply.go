package server

import (
	"encoding/json"
	"net/http"
	"strings"

	"fugai/internal/access"
	"fugai/model"
)

// refuse answers an error in the shape of GraphQL, which clients of every route can read.
func refuse(w http.ResponseWriter, r *http.Request, status int, e *model.Error) {
	extensions := map[string]any{"code": string(e.Code), "requestId": access.RequestID(r.Context())}
	if e.Path != "" {
		extensions["argument"] = e.Path
	}
	media := "application/json"
	if strings.Contains(r.Header.Get("Accept"), "application/graphql-response+json") {
		media = "application/graphql-response+json"
	}
	body := map[string]any{"errors": []any{map[string]any{"message": e.Error(), "extensions": extensions}}}
	writeJSON(w, status, media, body)
}

func writeJSON(w http.ResponseWriter, status int, media string, body any) {
	header := w.Header()
	header.Set("Content-Type", media+"; charset=utf-8")
	header.Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // a caller who has gone cannot be told
}

// routes is the mend of an address that is not served.
const routes = "the API is at /graphql (GET, POST), /export/… (GET), /import (POST), /import/… (GET, DELETE), " +
	"/session (POST, DELETE), /graphiql, /healthz, /readyz and /metrics (GET)"

func methodNotAllowed(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusMethodNotAllowed, &model.Error{
		Code: model.CodeBadRequest, Message: r.URL.Path + " does not take " + r.Method + "; " + routes,
	})
}

func notFound(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusNotFound, model.NotFound("", "there is nothing at %s; %s", r.URL.Path, routes))
}
