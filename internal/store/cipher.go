package store

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
)

// sealedMark begins every sealed text, so that texts of before the key was set are still read.
const sealedMark = "sealed1:"

// Cipher seals the names and phones of persons at rest by AES-GCM. The same text is sealed differently each time, so that
// equal names do not show. A nil Cipher stores texts as they are.
type Cipher struct{ aead cipher.AEAD }

// NewCipher takes a key of 32 bytes.
func NewCipher(key []byte) (*Cipher, error) {
	if len(key) != 32 {
		return nil, fmt.Errorf("the encryption key has %d bytes; it needs 32, write them as 64 hexadecimal digits", len(key))
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	return &Cipher{aead}, err
}

func (c *Cipher) seal(text string) string {
	if c == nil || text == "" {
		return text
	}
	nonce := make([]byte, c.aead.NonceSize())
	_, _ = rand.Read(nonce) // never fails
	return sealedMark + base64.RawStdEncoding.EncodeToString(c.aead.Seal(nonce, nonce, []byte(text), nil))
}

func (c *Cipher) open(text string) (string, error) {
	sealed, ok := strings.CutPrefix(text, sealedMark)
	if !ok {
		return text, nil
	}
	if c == nil {
		return "", errors.New("the names of persons are encrypted; start with the encryption key that wrote them")
	}
	data, err := base64.RawStdEncoding.DecodeString(sealed)
	if err != nil || len(data) < c.aead.NonceSize() {
		return "", errors.New("a sealed name is damaged")
	}
	n := c.aead.NonceSize()
	plain, err := c.aead.Open(nil, data[:n], data[n:], nil)
	if err != nil {
		return "", errors.New("a sealed name was written with another encryption key, or is damaged; start with the key that wrote it")
	}
	return string(plain), nil
}
