package resolvers

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

// parameters are what a request asks.
type parameters struct {
	Query         string         `json:"query"`
	OperationName string         `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

var shapes = map[string]string{"query": "text", "operationName": "text or null", "variables": "an object or null", "extensions": "an object or null"}

func (h *Wire) read(w http.ResponseWriter, r *http.Request) (parameters, *refusal) {
	var asked parameters
	var refused *refusal
	switch r.Method {
	case http.MethodGet:
		asked, refused = readURL(r.URL)
	case http.MethodPost:
		asked, refused = h.readBody(w, r)
	default:
		return asked, notAllowed("GET, POST", "GraphQL is asked by POST, queries also by GET, not by %s", r.Method)
	}
	if refused == nil && asked.Query == "" {
		refused = malformed(`the parameter "query" is missing; send the text of a GraphQL document in it`)
	}
	return asked, refused
}

func readURL(u *url.URL) (parameters, *refusal) {
	values, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return parameters{}, malformed("the query string of the address cannot be read: %v", err)
	}
	asked := parameters{Query: values.Get("query"), OperationName: values.Get("operationName")}
	for name, into := range map[string]*map[string]any{"variables": &asked.Variables, "extensions": &asked.Extensions} {
		if text := values.Get(name); text != "" {
			if err := decode([]byte(text), into); err != nil {
				return asked, malformed("the parameter %q must be %s, as JSON", name, shapes[name])
			}
		}
	}
	return asked, nil
}

// buffers hold bodies while they are read, and answers while they are compressed.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestKept is the largest buffer that goes back to the pool.
const largestKept = 1 << 20

func release(b *bytes.Buffer) {
	if b.Cap() <= largestKept {
		b.Reset()
		buffers.Put(b)
	}
}

func (h *Wire) readBody(w http.ResponseWriter, r *http.Request) (asked parameters, refused *refusal) {
	if refused := checkContentType(r.Header); refused != nil {
		return asked, refused
	}
	body := buffers.Get().(*bytes.Buffer)
	defer release(body)
	if _, err := body.ReadFrom(http.MaxBytesReader(w, r.Body, h.limits.Body)); err != nil {
		if _, large := errors.AsType[*http.MaxBytesError](err); large {
			return asked, h.limits.tooLarge()
		}
		return asked, malformed("the body ended early: %v", err)
	}
	if err := decode(body.Bytes(), &asked); err != nil {
		return asked, malformed("%s", bodyFault(err))
	}
	return asked, nil
}

// decode reads exactly one JSON value. Numbers keep their digits, so that a large Int is not rounded.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("something stands after the JSON value")
	}
	return nil
}

func bodyFault(err error) string {
	if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		name, _, _ := strings.Cut(wrong.Field, ".")
		switch {
		case shapes[name] != "":
			return fmt.Sprintf("the parameter %q must be %s, not %s", name, shapes[name], wrong.Value)
		case wrong.Value == "array":
			return `the body is a list; batches are not served: send each operation as a request of its own`
		}
		return fmt.Sprintf(`the body must be an object with "query", not %s`, wrong.Value)
	}
	if errors.Is(err, io.EOF) {
		return `the body is empty; send {"query": "…"} as JSON`
	}
	return fmt.Sprintf("the body is not JSON: %v", err)
}

func checkContentType(header http.Header) *refusal {
	if encoding := header.Get("Content-Encoding"); encoding != "" && encoding != "identity" {
		return unsupported("the Content-Encoding is %q; send the body as it is", encoding)
	}
	sent := header.Get("Content-Type")
	if sent == mediaJSON {
		return nil
	}
	media, parameters, err := mime.ParseMediaType(sent)
	charset := strings.ToLower(parameters["charset"])
	if err != nil || media != mediaJSON || (charset != "" && charset != "utf-8" && charset != "utf8") {
		return unsupported("the Content-Type is %q; send application/json in UTF-8", sent)
	}
	return nil
}
