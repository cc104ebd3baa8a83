package server_test

import (
	"net/http"
	"net/http/httptest"
)

// request is a query by GET to a host.
func request(host string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/graphql?query={hello}", nil)
	r.Host = host
	return r
}

func serve(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
