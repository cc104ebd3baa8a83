package intake

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// charset is what the bytes of a text file tell of its encoding.
type charset struct {
	kind    charsetKind
	suspect bool // some bytes do not fit
	binary  bool // no text at all
	sample  []byte
}

type charsetKind int

const (
	utf8Text charsetKind = iota
	gbkText              // GBK is read as its superset GB 18030
	utf16Text
)

// detect reads the whole file once: Chinese text may come late in it, and a file in GBK looks like ASCII until then.
func detect(in io.ReaderAt, size int64) (charset, error) {
	c := charset{}
	var valid, invalid int
	bom := false
	text := bufio.NewReaderSize(io.NewSectionReader(in, 0, size), 1<<18)
	for first := true; ; first = false {
		chunk, err := text.Peek(1 << 18)
		if len(chunk) == 0 {
			if err == io.EOF {
				break
			}
			return c, err
		}
		if first {
			c.sample = bytes.Clone(chunk[:min(len(chunk), 1<<12)])
			if bytes.HasPrefix(chunk, []byte{0xFF, 0xFE}) || bytes.HasPrefix(chunk, []byte{0xFE, 0xFF}) {
				c.kind = utf16Text
				return c, nil
			}
			bom = bytes.HasPrefix(chunk, []byte{0xEF, 0xBB, 0xBF})
		}
		c.binary = c.binary || bytes.IndexByte(chunk, 0) >= 0
		good, bad, used := tally(chunk, err == io.EOF)
		valid, invalid = valid+good, invalid+bad
		_, _ = text.Discard(used)
	}
	c.suspect = invalid > 0
	if !bom && invalid*4 > valid {
		c.kind = gbkText
	}
	return c, nil
}

// tally counts the characters of more than one byte that are valid UTF-8, and the bytes that are not. Bytes at the end that
// may be the beginning of a character are left for the next chunk.
func tally(chunk []byte, last bool) (valid, invalid, used int) {
	if utf8.Valid(chunk) {
		// One figure a chunk is enough to outweigh nothing: only the ratio to the invalid bytes matters.
		return len(chunk) - utf8.RuneCount(chunk), 0, len(chunk)
	}
	for used < len(chunk) {
		if chunk[used] < utf8.RuneSelf {
			used++
			continue
		}
		if !last && !utf8.FullRune(chunk[used:]) {
			return valid, invalid, used
		}
		r, n := utf8.DecodeRune(chunk[used:])
		if r == utf8.RuneError && n == 1 {
			invalid++
		} else {
			valid += n - 1
		}
		used += n
	}
	return valid, invalid, used
}

// reader gives the file as UTF-8 without a byte order mark.
func (c charset) reader(in io.ReaderAt, size int64) io.Reader {
	raw := io.NewSectionReader(in, 0, size)
	switch c.kind {
	case gbkText:
		return transform.NewReader(raw, simplifiedchinese.GB18030.NewDecoder())
	case utf16Text:
		return transform.NewReader(raw, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	}
	head := make([]byte, 3)
	if n, _ := raw.ReadAt(head, 0); n == 3 && bytes.Equal(head, []byte{0xEF, 0xBB, 0xBF}) {
		return io.NewSectionReader(in, 3, size-3)
	}
	return raw
}
