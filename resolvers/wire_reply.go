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

// reply is the one place where an answer leaves. A caller who names the tag of the answer is told that it has not changed.
func (h *Wire) reply(w http.ResponseWriter, r *http.Request, media string, status int, given *answer) {
	header := w.Header()
	header.Set("Cache-Control", "private, no-cache")
	header.Set("Vary", "Accept, Accept-Encoding, Authorization, Cookie")
	if given.held != "" {
		header.Set("ETag", given.held)
		w.WriteHeader(http.StatusNotModified)
		return
	}
	zipped := given.zip != nil || len(given.body) >= smallestZipped && wantsGzip(r.Header.Get("Accept-Encoding"))
	if given.keyed {
		tag := given.key.tag(media, zipped)
		header.Set("ETag", tag)
		if holdsAny(r) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	header.Set("Content-Type", media+"; charset=utf-8")
	body := given.body
	if zipped {
		header.Set("Content-Encoding", "gzip")
		body = h.zipped(given)
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	_, _ = w.Write(body) // a caller who has gone cannot be told
}

// encoded is the JSON of a response. Errors stand first, where people see them.
func encoded(response *graphql.Response) []byte {
	body := make([]byte, 0, len(response.Data)+len(`{"data":}`))
	add := func(name string, json []byte) {
		if len(body) == 0 {
			body = append(body, '{')
		} else {
			body = append(body, ',')
		}
		body = append(append(append(append(body, '"'), name...), `":`...), json...)
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
	return append(body, '}')
}

func marshalled(v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		return []byte(`null`)
	}
	return text
}

// zipped is the compressed form of an answer, kept where the answer is: compressing takes longer than all else of a repeated question.
func (h *Wire) zipped(given *answer) []byte {
	if given.zip != nil {
		return given.zip
	}
	out := buffers.Get().(*bytes.Buffer)
	defer release(out)
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(out)
	_, _ = z.Write(given.body) // a buffer takes everything
	_ = z.Close()
	zip := bytes.Clone(out.Bytes())
	if given.keyed {
		h.answers.put(form{given.key, true}, zip)
	}
	return zip
}
