package cube

import (
	"bytes"
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// someCharacters are the ends of the ranges that are packed alike, and what names are made of.
var someCharacters = []rune{0, 'a', '~', 0x7f, 0x80, 'é', 0x7ff, 0x800, 0x2fff, 0x3000, '、', '》', 0x30ff, 0x3100, '㐀', 0x4dff, 0x4e00, '一', '丁', '中', '国', 0x4eff, 0x4f00,
	'党', 0x9fff, 0xa000, 0xd7ff, 0xe000, 0xfeff, 0xff00, '（', '）', 0xffff, 0x10000, '𠮷', 0x10ffff}

func TestPackedNamesStandForTheirCharacters(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	name := func() string {
		out := make([]rune, r.IntN(6))
		for i := range out {
			out[i] = someCharacters[r.IntN(len(someCharacters))]
		}
		return string(out)
	}
	found := 0
	for range 200_000 {
		a, b := name(), name()
		pa, pb := pack(nil, a), pack(nil, b)
		if unpack(pa) != a {
			t.Fatalf("%q is unpacked as %q", a, unpack(pa))
		}
		if got, want := bytes.Compare(pa, pb), slices.Compare([]rune(a), []rune(b)); got != want || want != cmp.Compare(a, b) {
			t.Fatalf("%q and %q are ordered %d, want %d", a, b, got, want)
		}
		if got, want := bytes.HasPrefix(pa, pb), strings.HasPrefix(a, b); got != want {
			t.Fatalf("%q begins with %q: %t", a, b, got)
		}
		if got, want := holdsPacked(pa, pb), strings.Contains(a, b); got != want {
			t.Fatalf("%q holds %q: %t", a, b, got)
		} else if want && b != "" {
			found++
		}
	}
	if found < 1000 {
		t.Errorf("only %d names held another one", found)
	}
	// 82 31 83, 80 2e 00: 83 80 between them looks like another character.
	if holdsPacked(pack(nil, "\u3183\u2e00"), pack(nil, "\u4e80")) {
		t.Error("a character was found across two others")
	}
	if n := len(pack(nil, "（有限合伙）中共")); n != 16 {
		t.Errorf("eight characters take %d bytes", n)
	}
}
