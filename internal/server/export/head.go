package export

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// demoLabel is on everything that shows invented data.
const demoLabel = "演示数据·非真实"

// The headers of an export. Rows lets the receiver check that it has all.
const (
	headerVersion = "X-Fugai-Data-Version"
	headerAsOf    = "X-Fugai-As-Of"
	headerSecrecy = "X-Fugai-Secrecy"
	headerDemo    = "X-Fugai-Demo"
	headerRows    = "X-Fugai-Rows"
	headerName    = "Content-Disposition"
)

// head writes what the file is and what it is of. Texts that are not ASCII are percent-encoded UTF-8.
func (s *sheet) head(h http.Header, f form) {
	h.Set("Content-Type", f.media)
	h.Set("Cache-Control", "private, no-store")
	h.Set(headerVersion, strconv.FormatInt(int64(s.version), 10))
	h.Set(headerAsOf, s.asOf.String())
	h.Set(headerSecrecy, encoded(s.imprint.Secrecy))
	h.Set(headerDemo, strconv.FormatBool(s.imprint.Demo))
	h.Set(headerRows, strconv.Itoa(s.rows))
	h.Set(headerName, s.disposition(f.extension))
}

// unhead takes the headers back, for an answer that became an error.
func (s *sheet) unhead(h http.Header) {
	for _, name := range []string{headerVersion, headerAsOf, headerSecrecy, headerDemo, headerRows, headerName} {
		h.Del(name)
	}
}

// disposition names the file: plainly for old callers and, by RFC 5987, in full with secrecy label and, in the demo, its label.
func (s *sheet) disposition(extension string) string {
	plain := fmt.Sprintf("%s-%s-v%d.%s", s.name, s.asOf, s.version, extension)
	parts := []string{s.title, s.asOf.String(), fmt.Sprintf("v%d", s.version)}
	if s.imprint.Secrecy != "" {
		parts = append(parts, s.imprint.Secrecy)
	}
	if s.imprint.Demo {
		parts = append(parts, demoLabel)
	}
	full := strings.Map(fileRune, strings.Join(parts, "_")) + "." + extension
	return fmt.Sprintf(`attachment; filename="%s"; filename*=UTF-8''%s`, strings.Map(asciiRune, plain), encoded(full))
}

// fileRune leaves out what some file system does not take in a name.
func fileRune(r rune) rune {
	if r < ' ' || strings.ContainsRune(`/\:*?"<>|`, r) {
		return -1
	}
	return r
}

func asciiRune(r rune) rune {
	if r > '~' || r == '"' || r == '\\' {
		return '_'
	}
	return fileRune(r)
}

// encoded leaves letters, digits and -._~ as they are.
func encoded(s string) string { return strings.ReplaceAll(url.QueryEscape(s), "+", "%20") }
