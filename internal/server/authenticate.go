package server

import (
	"encoding/json"
	"errors"
	"mime"
	"net/http"
	"strings"

	"fugai/internal/access"
	"fugai/model"
)

// sessionCookie holds the key itself: it is as long-lived and as revocable as the key, and replicas need nothing in common
// besides the database. Scripts cannot read it and other sites cannot send it.
const sessionCookie = "fugai_session"

// largestLogin is how many bytes the body of POST /session may have.
const largestLogin = 4 << 10

// authenticated lets nobody pass who has no key, and puts who asks into the context.
func (s *Server) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		who, ok := s.identify(w, r)
		if !ok {
			return
		}
		known(r.Context(), who)
		next.ServeHTTP(w, r.WithContext(access.WithPrincipal(r.Context(), who)))
	})
}

// identify tells who asks, or refuses the request. A key in the header is sent by a program on purpose; a cookie, and in the
// demo nothing at all, is sent by any page that the browser shows, so that the page must be ours.
func (s *Server) identify(w http.ResponseWriter, r *http.Request) (*access.Principal, bool) {
	header := r.Header.Get("Authorization")
	if header == "" && !s.sameOrigin(w, r) {
		return nil, false
	}
	secret, isBearer := bearer(header)
	if cookie, err := r.Cookie(sessionCookie); err == nil && header == "" && !s.o.Demo {
		secret = cookie.Value
	}
	switch {
	case secret == "" && s.o.Demo:
		return access.DemoViewer(), true
	case header != "" && !isBearer:
		unauthorised(w, r, "the Authorization header must be: Bearer KEY")
	case secret == "":
		unauthorised(w, r, "a key is needed; send the header Authorization: Bearer KEY, or enter the key in the explorer")
	default:
		return s.holder(w, r, secret)
	}
	return nil, false
}

func bearer(header string) (string, bool) {
	scheme, secret, ok := strings.Cut(header, " ")
	return strings.TrimSpace(secret), ok && strings.EqualFold(scheme, "Bearer")
}

// holder asks who holds a key. The demo has no keys besides those that it was given.
func (s *Server) holder(w http.ResponseWriter, r *http.Request, secret string) (*access.Principal, bool) {
	if s.o.Keys == nil {
		return access.DemoViewer(), true
	}
	who, err := s.o.Keys.Authenticate(r.Context(), secret)
	if err == nil {
		return who, true
	}
	if told, ok := errors.AsType[*model.Error](err); ok {
		unauthorised(w, r, told.Message)
		return nil, false
	}
	s.o.Log.ErrorContext(r.Context(), "a key could not be checked", "requestId", access.RequestID(r.Context()), "error", err)
	refuse(w, r, http.StatusInternalServerError, internal())
	return nil, false
}

func unauthorised(w http.ResponseWriter, r *http.Request, message string) {
	w.Header().Set("WWW-Authenticate", `Bearer realm="fugai"`)
	refuse(w, r, http.StatusUnauthorized, &model.Error{Code: model.CodeUnauthorised, Message: message})
}

// sameOrigin refuses what a page of another site makes a browser send, unless it only reads: such a page cannot see the answer.
func (s *Server) sameOrigin(w http.ResponseWriter, r *http.Request) bool {
	if s.origin.Check(r) == nil {
		return true
	}
	refuse(w, r, http.StatusForbidden, model.Denied("", "a page of another origin (%s) may not write with a session; "+
		"send a key in the Authorization header, or allow the origin in the server's settings", r.Header.Get("Origin")))
	return false
}

// login exchanges a key for a session: the cookie that the explorer's requests carry.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	if !s.sameOrigin(w, r) {
		return
	}
	if s.o.Demo { // it has no sessions: a cookie of another server on this machine must not matter either
		w.WriteHeader(http.StatusNoContent)
		return
	}
	key, fault := loginKey(w, r)
	if fault != nil {
		refuse(w, r, http.StatusBadRequest, fault)
		return
	}
	who, ok := s.holder(w, r, key)
	if !ok {
		return
	}
	known(r.Context(), who)
	http.SetCookie(w, session(r, key, 0))
	w.WriteHeader(http.StatusNoContent)
}

func loginKey(w http.ResponseWriter, r *http.Request) (string, *model.Error) {
	wrong := &model.Error{Code: model.CodeBadRequest, Message: `send {"key": "fgk_…"} with the Content-Type application/json`}
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return "", wrong
	}
	var body struct{ Key string }
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, largestLogin)).Decode(&body); err != nil || body.Key == "" {
		return "", wrong
	}
	return body.Key, nil
}

// logout ends the session in this browser; the key stays.
func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if s.sameOrigin(w, r) {
		http.SetCookie(w, session(r, "", -1))
		w.WriteHeader(http.StatusNoContent)
	}
}

// session is the cookie. It is gone with the browser's window, and never leaves over plain HTTP where the page came by HTTPS.
func session(r *http.Request, key string, age int) *http.Cookie {
	return &http.Cookie{ //nolint:gosec // Secure is set wherever the browser came by HTTPS; over plain HTTP it would drop the cookie.
		Name: sessionCookie, Value: key, Path: "/", MaxAge: age, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https",
	}
}
