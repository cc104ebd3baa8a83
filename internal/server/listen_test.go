package server_test

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"fugai/internal/server"
	"fugai/model"
)

func demo(t *testing.T) http.Handler {
	t.Helper()
	o := options(io.Discard)
	o.Demo, o.Keys = true, nil
	return newServer(t, o)
}

func TestTheDemoAnswersOnThisMachineWithoutAKey(t *testing.T) {
	h := demo(t)
	for _, host := range []string{"127.0.0.1:8080", "localhost:8080", "[::1]:8080", "127.0.0.1", "[::1]"} {
		r := request(host)
		if w := serve(h, r); w.Code != 200 || !strings.Contains(w.Body.String(), "hello world") {
			t.Errorf("as %s: %d %s", host, w.Code, w.Body)
		}
	}
	if w := do(h, "GET", "/export/x.csv", ""); w.Body.String() != "rows for demo" {
		t.Errorf("the export says %q", w.Body)
	}
	if w := do(h, "POST", "/graphql", hello, "Content-Type", "application/json", "Cookie", "fugai_session=of-another-server"); w.Code != 200 {
		t.Errorf("a cookie of another server on this machine: %d %s", w.Code, w.Body)
	}
	if w := do(h, "POST", "/session", ""); w.Code != 204 {
		t.Errorf("a session in the demo: %d %s", w.Code, w.Body)
	}
	refused(t, do(h, "POST", "/graphql", hello, "Content-Type", "application/json", "Origin", "http://evil.example"), 403, model.CodeDenied, "another origin")
}

func TestTheDemoRefusesForeignHosts(t *testing.T) {
	h := demo(t)
	for _, host := range []string{"fugai.example", "fugai.example:8080", "192.168.1.5:8080", "localhost.evil.example", "127.0.0.1.nip.example:80", ""} {
		r := request(host)
		refused(t, serve(h, r), 403, model.CodeDenied, "only under a loopback name")
	}
	r := request("evil.example")
	r.URL.Path = "/"
	refused(t, serve(h, r), 403, model.CodeDenied, "open http://127.0.0.1")
}

func TestTheDemoRefusesForwardedRequests(t *testing.T) {
	h := demo(t)
	for _, name := range []string{"X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-proto", "Forwarded", "Via", "X-Real-IP"} {
		refused(t, do(h, "GET", "/graphql?query={hello}", "", name, "127.0.0.1"), 403, model.CodeDenied, "no forwarded requests")
	}
}

func TestTheDemoListensOnLoopbackOnly(t *testing.T) {
	for _, addr := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.168.1.5:0", "fugai.example:0"} {
		_, err := server.Listen(t.Context(), addr, true)
		if err == nil || !strings.Contains(err.Error(), "listens on this machine only") || !strings.Contains(err.Error(), "--addr 127.0.0.1:8080") {
			t.Errorf("%s: %v", addr, err)
		}
	}
	listener, err := server.Listen(t.Context(), "127.0.0.1:0", true)
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if _, err := server.Listen(t.Context(), listener.Addr().String(), false); err == nil || !strings.Contains(err.Error(), "choose another address") {
		t.Errorf("an address in use: %v", err)
	}
	if _, err := server.Listen(t.Context(), "8080", false); err == nil || !strings.Contains(err.Error(), "HOST:PORT") {
		t.Errorf("a port alone: %v", err)
	}
}

func TestShutdownLetsARunningRequestEnd(t *testing.T) {
	o := options(io.Discard)
	begun, release := make(chan struct{}), make(chan struct{})
	o.Demo, o.Export = true, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(begun)
		<-release
		_, _ = io.WriteString(w, "all rows")
	})
	s, err := server.New(o)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := server.Listen(t.Context(), "127.0.0.1:0", true)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	ended, answer := make(chan error, 1), make(chan string, 1)
	go func() { ended <- s.Serve(ctx, listener) }()
	go func() {
		response, err := http.Get("http://" + listener.Addr().String() + "/export/x.csv")
		if err != nil {
			answer <- err.Error()
			return
		}
		defer response.Body.Close()
		text, _ := io.ReadAll(response.Body)
		answer <- string(text)
	}()
	<-begun
	stop()
	select {
	case err := <-ended:
		t.Fatalf("the server ended (%v) while a request ran", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(release)
	if got := <-answer; got != "all rows" {
		t.Errorf("the request got %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("the end: %v", err)
	}
}
