package cube

import (
	"bytes"
	"unicode/utf8"
)

// Names are held packed: a Chinese character takes two bytes in place of three, because names are the largest part of a cube. Packed names
// are ordered as their characters are, one begins with another where its characters do, and the first byte of a character tells its length:
//
//	00 to 7f              U+0000 to U+007F
//	80 and two bytes      U+0080 to U+2FFF
//	81 and one byte       U+3000 to U+30FF    punctuation, kana
//	82 and two bytes      U+3100 to U+4DFF
//	83 to d4 and one byte U+4E00 to U+9FFF    the usual Chinese characters
//	d5 and two bytes      U+A000 to U+FEFF
//	d6 and one byte       U+FF00 to U+FFFF    full-width forms
//	d7 and three bytes    from U+10000
const (
	below3000, kana, below4E00, chinese, belowFF00, wide, above = 0x80, 0x81, 0x82, 0x83, 0xd5, 0xd6, 0xd7
)

// pack appends a name to packed ones.
func pack(to []byte, name string) []byte {
	for i := 0; i < len(name); {
		b := name[i]
		if b >= 0xe4 && b <= 0xe9 && i+2 < len(name) { // most characters, past the decoder
			r := rune(b&0xf)<<12 | rune(name[i+1]&0x3f)<<6 | rune(name[i+2]&0x3f)
			if r >= 0x4e00 && (name[i+1]^0x80)|(name[i+2]^0x80) < 0x40 {
				to = append(to, chinese+byte((r-0x4e00)>>8), byte(r))
				i += 3
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		i += n
		switch {
		case r < 0x80:
			to = append(to, byte(r))
		case r >= 0x4e00 && r < 0xa000:
			to = append(to, chinese+byte((r-0x4e00)>>8), byte(r))
		case r >= 0xff00 && r < 0x10000:
			to = append(to, wide, byte(r))
		case r >= 0x3000 && r < 0x3100:
			to = append(to, kana, byte(r))
		case r < 0x3000:
			to = append(to, below3000, byte(r>>8), byte(r))
		case r < 0x4e00:
			to = append(to, below4E00, byte(r>>8), byte(r))
		case r < 0xff00:
			to = append(to, belowFF00, byte(r>>8), byte(r))
		default:
			to = append(to, above, byte(r>>16), byte(r>>8), byte(r))
		}
	}
	return to
}

// packedLength is how many bytes a character takes, by its first.
func packedLength(first byte) int {
	switch {
	case first < 0x80:
		return 1
	case first == below3000 || first == below4E00 || first == belowFF00:
		return 3
	case first == above:
		return 4
	}
	return 2
}

// unpack is the name of a packed one.
func unpack(packed []byte) string {
	out := make([]byte, 0, 2*len(packed))
	for len(packed) > 0 {
		n := packedLength(packed[0])
		r := rune(packed[0])
		switch {
		case n == 1:
		case r == kana:
			r = 0x3000 | rune(packed[1])
		case r == wide:
			r = 0xff00 | rune(packed[1])
		case n == 2:
			r = 0x4e00 + (r-chinese)<<8 | rune(packed[1])
		default:
			r = 0
			for _, b := range packed[1:n] {
				r = r<<8 | rune(b)
			}
		}
		out, packed = utf8.AppendRune(out, r), packed[n:]
	}
	return string(out)
}

// holdsPacked tells whether a packed name has the characters of another one in it.
func holdsPacked(name, part []byte) bool {
	at := bytes.Index(name, part)
	for at >= 0 { // what is found may begin inside a character
		i := 0
		for i < at {
			i += packedLength(name[i])
		}
		if i == at {
			return true
		}
		name = name[i:]
		at = bytes.Index(name, part)
	}
	return false
}
