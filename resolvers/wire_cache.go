package resolvers

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"fugai/internal/access"
)

// answerKey identifies an answer: who asks, of which data, and what. It never spans viewers, so that no answer reaches one
// who may not see it.
type answerKey [sha256.Size]byte

// tag is the key as a strong ETag: an answer is the same to the byte as long as nothing in its key changes. The two media
// types and the compressed form are other representations and have tags of their own.
func (k answerKey) tag(media string, zipped bool) string {
	suffix := ""
	if media == mediaResponse {
		suffix += "r"
	}
	if zipped {
		suffix += "z"
	}
	return `"` + base64.RawURLEncoding.EncodeToString(k[:]) + suffix + `"`
}

// keyOf is the key of a request; false where the data have no identity, so that nothing can be told the same.
func (h *Wire) keyOf(ctx context.Context, asked parameters) (answerKey, bool) {
	data := h.identity(ctx)
	if data == "" {
		return answerKey{}, false
	}
	p := access.From(ctx)
	text, err := json.Marshal([]any{data, p.Key, p.Name, p.Role, p.Rights, p.Region, p.Domains, p.Demo, asked.OperationName, asked.Variables, asked.Query})
	if err != nil {
		return answerKey{}, false
	}
	return sha256.Sum256(text), true
}

// held is the tag under which the caller holds the answer of a key; "" where he does not. If-None-Match names a tag that was given with
// that answer and with nothing else, so that the question need not be run.
func held(r *http.Request, k answerKey, media string) string {
	sent := r.Header.Get("If-None-Match")
	if sent == "" || r.Method != http.MethodGet {
		return ""
	}
	zipped := k.tag(media, true)
	for one := range strings.SplitSeq(sent, ",") {
		switch strings.TrimPrefix(strings.TrimSpace(one), "W/") {
		case k.tag(media, false):
			return k.tag(media, false)
		case zipped:
			if wantsGzip(r.Header.Get("Accept-Encoding")) {
				return zipped
			}
		}
	}
	return ""
}

// holdsAny tells whether the caller takes any answer for the one that he holds.
func holdsAny(r *http.Request) bool {
	return r.Method == http.MethodGet && strings.TrimSpace(r.Header.Get("If-None-Match")) == "*"
}

// form is an answer as it is kept: its body, or the compressed one.
type form struct {
	answerKey
	zipped bool
}

// answers are the whole answers given lately, within a number of bytes.
type answers struct {
	mu    sync.Mutex
	kept  *simplelru.LRU[form, []byte]
	bytes int64
	most  int64
}

// mostAnswers bounds the number of answers by more than their bytes allow, because the list of them wants a number.
const mostAnswers = 100_000

func newAnswers(most int64) *answers {
	a := &answers{most: most}
	a.kept, _ = simplelru.NewLRU(mostAnswers, func(_ form, body []byte) { a.bytes -= taken(body) }) // the size is positive
	return a
}

// taken is about how many bytes an answer takes: those of small ones are less than what finds them.
func taken(body []byte) int64 { return int64(cap(body)) + 256 }

// given is the answer of a key in the form in which it goes out; nil where it is not kept.
func (a *answers) given(k answerKey, zipped bool) *answer {
	a.mu.Lock()
	defer a.mu.Unlock()
	if zipped {
		if zip, known := a.kept.Get(form{k, true}); known {
			return &answer{zip: zip, key: k, keyed: true}
		}
	}
	body, known := a.kept.Get(form{answerKey: k})
	if !known {
		return nil
	}
	return &answer{body: body, key: k, keyed: true}
}

// put keeps an answer, unless it would take more than a sixteenth of the room.
func (a *answers) put(k form, body []byte) {
	if taken(body) > a.most/16 {
		return
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.kept.Contains(k) {
		return
	}
	a.kept.Add(k, body)
	a.bytes += taken(body)
	for a.bytes > a.most {
		a.kept.RemoveOldest()
	}
}
