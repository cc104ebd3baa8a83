package server

import (
	"embed"
	"net/http"
	"strings"
)

//go:embed graphiql
var graphiqlFiles embed.FS

// graphiql serves the page on which one writes a query by hand. It needs nothing from elsewhere and works offline.
func graphiql(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, "/graphiql"), "/")
	if name == "" {
		name = "index.html"
	}
	w.Header().Set("Cache-Control", "no-cache")
	text, err := graphiqlFiles.ReadFile("graphiql/" + name)
	if err != nil {
		notFound(w, r)
		return
	}
	if name == "index.html" {
		page(w, text)
		return
	}
	http.ServeFileFS(w, r, graphiqlFiles, "graphiql/"+name) //nolint:gosec // An embedded file system, which has no way out.
}
