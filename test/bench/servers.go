package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// process is a server that the benchmark started.
type process struct {
	*exec.Cmd
	url string
}

// start runs a server on a free port and waits until it is ready. What it logs goes to log.
func start(ctx context.Context, log io.Writer, program string, args ...string) (*process, time.Duration, error) {
	address, err := freeAddress()
	if err != nil {
		return nil, 0, err
	}
	p := &process{exec.CommandContext(ctx, program, append(args, "--addr", address)...), "http://" + address}
	p.Stderr = log
	begin := time.Now()
	if err := p.Start(); err != nil {
		return nil, 0, err
	}
	for time.Since(begin) < 5*time.Minute {
		answer, err := http.Get(p.url + "/readyz")
		if err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return p, time.Since(begin), nil
			}
		}
		time.Sleep(20 * time.Millisecond)
	}
	p.stop()
	return nil, 0, fmt.Errorf("%s was not ready in five minutes", program)
}

func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

func (p *process) stop() {
	_ = p.Process.Kill()
	_ = p.Wait()
}

// memory is the resident memory of the server in MiB.
func (p *process) memory() (int, error) {
	f, err := os.Open("/proc/" + strconv.Itoa(p.Process.Pid) + "/status")
	if err != nil {
		return 0, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmRSS:"); ok {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			return kib / 1024, err
		}
	}
	return 0, errors.New("the memory of the server is not told")
}

// run runs a command of the product to its end and tells what it printed, and the time.
func run(ctx context.Context, program string, args ...string) (string, time.Duration, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Stderr = os.Stderr
	begin := time.Now()
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s", program, args[0], err, out)
	}
	return string(out), time.Since(begin), err
}

// bare is a server of net/http that reads JSON and writes JSON: the floor under any GraphQL server.
func bare() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var body map[string]any
		if err := json.NewDecoder(r.Body).Decode(&body); err != nil && !errors.Is(err, io.EOF) {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"data": body})
	})
}

// serveReference is the benchmark's own program as one of the reference servers.
func serveReference(ctx context.Context, kind, dsn, address string) error {
	h := bare()
	if kind == "constant" {
		ready, err := newConstant(ctx, dsn)
		if err != nil {
			return err
		}
		h = ready.handler()
	}
	mux := http.NewServeMux()
	mux.Handle("/graphql", h)
	mux.HandleFunc("/readyz", func(http.ResponseWriter, *http.Request) {})
	return (&http.Server{Addr: address, Handler: mux, ReadHeaderTimeout: time.Minute}).ListenAndServe()
}
