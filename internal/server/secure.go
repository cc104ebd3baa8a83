package server

import (
	"net"
	"net/http"
	"strings"

	"fugai/model"
)

// policy is what pages of ours may load: only what this server sends. Style attributes are written by the explorer's
// component library and by its charts.
const policy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
	"font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; " +
	"form-action 'self'; frame-ancestors 'none'"

func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", policy)
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("Cross-Origin-Opener-Policy", "same-origin")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// loopbackOnly guards the demo, which asks for no key: a page elsewhere that resolves to this machine has another Host
// header, and a proxy that opens the demo to others adds headers of its own.
func loopbackOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name := forwarded(r.Header); name != "" {
			refuse(w, r, http.StatusForbidden, model.Denied("", "the demo answers no forwarded requests (the header %s says it is one); "+
				"open it on this machine, or serve without --demo and with keys", name))
			return
		}
		if !isLoopback(hostOf(r.Host)) {
			refuse(w, r, http.StatusForbidden, model.Denied("", "the demo answers only under a loopback name, not as %q; "+
				"open http://127.0.0.1 with its port, or serve without --demo and with keys", r.Host))
			return
		}
		next.ServeHTTP(w, r)
	})
}

// forwarded is the name of a header that only proxies set, "" where there is none.
func forwarded(header http.Header) string {
	for name := range header {
		if name == "Forwarded" || name == "Via" || name == "X-Real-Ip" || strings.HasPrefix(name, "X-Forwarded-") {
			return name
		}
	}
	return ""
}

// hostOf is a host without its port and brackets.
func hostOf(hostport string) string {
	if host, _, err := net.SplitHostPort(hostport); err == nil {
		return host
	}
	return strings.TrimSuffix(strings.TrimPrefix(hostport, "["), "]")
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}
