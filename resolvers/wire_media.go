package resolvers

import (
	"mime"
	"strconv"
	"strings"
)

// The media types of an answer. The older one says 200 to every well-formed request; the newer one tells by the status
// whether the request was refused.
const (
	mediaJSON     = "application/json"
	mediaResponse = "application/graphql-response+json"
)

// preference orders media ranges of equal weight: a named type before a range, the newer type before the older.
var preference = map[string]struct {
	rank  int
	media string
}{
	mediaResponse: {3, mediaResponse}, mediaJSON: {2, mediaJSON}, "application/*": {1, mediaJSON}, "*/*": {1, mediaJSON},
}

// acceptedMedia is the media type that the caller wants most; application/json without an Accept header.
func acceptedMedia(accept []string) (string, *refusal) {
	if len(accept) == 0 || accept[0] == mediaJSON {
		return mediaJSON, nil
	}
	best, bestWeight, bestRank := "", 0.0, 0
	for _, part := range strings.Split(strings.Join(accept, ","), ",") {
		media, weight := mediaRange(part)
		p := preference[media]
		if p.rank > 0 && weight > 0 && (weight > bestWeight || weight == bestWeight && p.rank > bestRank) {
			best, bestWeight, bestRank = p.media, weight, p.rank
		}
	}
	if best == "" {
		return mediaJSON, notAcceptable("the answer is %s or %s; name one of them in Accept", mediaResponse, mediaJSON)
	}
	return best, nil
}

// mediaRange is a part of an Accept header and its weight; "" for one that asks for another charset than UTF-8.
func mediaRange(part string) (string, float64) {
	media, parameters, err := mime.ParseMediaType(part)
	if charset := parameters["charset"]; err != nil || (charset != "" && !strings.EqualFold(charset, "utf-8")) {
		return "", 0
	}
	return media, weight(parameters["q"])
}

func weight(q string) float64 {
	if w, err := strconv.ParseFloat(q, 64); err == nil && w >= 0 {
		return w
	}
	return 1
}

// wantsGzip tells whether an Accept-Encoding header asks for gzip.
func wantsGzip(accept string) bool {
	if accept == "" {
		return false
	}
	for _, part := range strings.Split(accept, ",") {
		coding, parameter, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.TrimSpace(coding) == "gzip" {
			return weight(strings.TrimPrefix(strings.TrimSpace(parameter), "q=")) > 0
		}
	}
	return false
}
