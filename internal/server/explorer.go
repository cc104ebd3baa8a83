package server

import (
	_ "embed"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// unbuilt is shown where the explorer was not built into the binary.
//
//go:embed unbuilt.html
var unbuilt []byte

// reserved are the first parts of paths that belong to the API; below them an unknown path is an error, never a page.
var reserved = map[string]bool{
	"graphql": true, "export": true, "session": true, "graphiql": true, "healthz": true, "readyz": true, "metrics": true, "api": true,
}

// explorer serves the built explorer. A path without extension is a page of it, whatever the path: the explorer keeps its
// state in the address.
func (s *Server) explorer() http.Handler {
	index := s.index()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		first, _, _ := strings.Cut(name, "/")
		switch {
		case reserved[first]:
			notFound(w, r)
		case path.Ext(name) == "" || name == "index.html":
			page(w, index)
		case s.isFile(name):
			s.file(w, r, name)
		default:
			notFound(w, r)
		}
	})
}

func (s *Server) index() []byte {
	if s.o.Assets != nil {
		if built, err := fs.ReadFile(s.o.Assets, "index.html"); err == nil {
			return built
		}
	}
	return unbuilt
}

func (s *Server) isFile(name string) bool {
	if s.o.Assets == nil || !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(s.o.Assets, name)
	return err == nil && info.Mode().IsRegular()
}

// file sends a file. One in assets/ has a hash of its content in its name, so that a browser never asks for it again.
func (s *Server) file(w http.ResponseWriter, r *http.Request, name string) {
	keep := "no-cache"
	if strings.HasPrefix(name, "assets/") {
		keep = "public, max-age=31536000, immutable"
	}
	w.Header().Set("Cache-Control", keep)
	if s.squeezed(w, r, name) {
		return
	}
	http.ServeFileFS(w, r, s.o.Assets, name) //nolint:gosec // A file system of the built explorer, which has no way out.
}

// squeezed sends the compressed copy that the build left beside a file, if there is one and the caller takes it: compressing for
// every caller anew would be the slowest part of a first visit.
func (s *Server) squeezed(w http.ResponseWriter, r *http.Request, name string) bool {
	copied := name + ".gz"
	if !s.isFile(copied) {
		return false
	}
	w.Header().Add("Vary", "Accept-Encoding")
	if !takesGzip(r.Header.Get("Accept-Encoding")) {
		return false
	}
	body, err := fs.ReadFile(s.o.Assets, copied)
	if err != nil {
		return false
	}
	w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) //nolint:gosec // A built file, without anything of the request; a browser that has gone cannot be told.
	}
	return true
}

// takesGzip reads an Accept-Encoding header: gzip is named, and not refused by a weight of nothing.
func takesGzip(header string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, weight, _ := strings.Cut(strings.ReplaceAll(one, " ", ""), ";")
		if name == "gzip" {
			q, err := strconv.ParseFloat(strings.TrimPrefix(weight, "q="), 64)
			return weight == "" || err == nil && q > 0
		}
	}
	return false
}

func page(w http.ResponseWriter, html []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(html) //nolint:gosec // A built page, without anything of the request; a browser that has gone cannot be told.
}
