package resolvers

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"net/http"
	"strconv"
	"sync"

	"github.com/99designs/gqlgen/graphql"
)

// smallestZipped is the shortest answer that is worth compressing.
const smallestZipped = 1400

var zippers = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is a constant that exists
	return z
}}

// reply is the one place where an answer leaves. What makes an answer the same as one that the caller has (its ETag) is
// known here and nowhere else: headers are set, nothing is written.
func (h *Wire) reply(w http.ResponseWriter, r *http.Request, media string, status int, response *graphql.Response) {
	parts := encoded(response)
	header := w.Header()
	header.Set("Content-Type", media+"; charset=utf-8")
	header.Set("Cache-Control", "private, no-cache")
	header.Set("Vary", "Accept, Accept-Encoding, Authorization, Cookie")
	if length(parts) >= smallestZipped && wantsGzip(r.Header.Get("Accept-Encoding")) {
		zipped := zip(parts)
		defer release(zipped)
		header.Set("Content-Encoding", "gzip")
		parts = [][]byte{zipped.Bytes()}
	}
	header.Set("Content-Length", strconv.Itoa(length(parts)))
	w.WriteHeader(status)
	for _, part := range parts {
		_, _ = w.Write(part) // a caller who has gone cannot be told
	}
}

// encoded is the JSON of a response in pieces, so that the data are not copied. Errors stand first, where people see them.
func encoded(response *graphql.Response) [][]byte {
	parts := make([][]byte, 0, 7)
	separator := "{"
	add := func(name string, json []byte) {
		parts = append(parts, []byte(separator+`"`+name+`":`), json)
		separator = ","
	}
	if len(response.Errors) > 0 {
		add("errors", marshalled(response.Errors))
	}
	if len(response.Data) > 0 {
		add("data", response.Data)
	}
	if len(response.Extensions) > 0 {
		add("extensions", marshalled(response.Extensions))
	}
	return append(parts, []byte("}"))
}

func marshalled(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return []byte(`null`)
	}
	return text
}

func length(parts [][]byte) int {
	n := 0
	for _, part := range parts {
		n += len(part)
	}
	return n
}

func zip(parts [][]byte) *bytes.Buffer {
	out := buffers.Get().(*bytes.Buffer)
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(out)
	for _, part := range parts {
		_, _ = z.Write(part) // a buffer takes everything
	}
	_ = z.Close()
	return out
}
