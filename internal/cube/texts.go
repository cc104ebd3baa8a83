package cube

import "slices"

// Texts are many texts that lie one after the other, so that they are one object and take 4 bytes beside their own.
type Texts struct {
	all  []byte
	ends []uint32
}

// Add appends a text, which is copied.
func (t *Texts) Add(text []byte) {
	t.all = append(t.all, text...)
	t.ends = append(t.ends, uint32(len(t.all)))
}

// AddName appends a name, packed.
func (t *Texts) AddName(name string) {
	t.all = pack(t.all, name)
	t.ends = append(t.ends, uint32(len(t.all)))
}

// Len is how many texts there are.
func (t *Texts) Len() int { return len(t.ends) }

// At is a text by its place, valid as long as nothing is added.
func (t *Texts) At(i int) []byte {
	if i == 0 {
		return t.all[:t.ends[0]]
	}
	return t.all[t.ends[i-1]:t.ends[i]]
}

// trim gives back the room that Add has left.
func (t *Texts) trim() {
	t.all, t.ends = slices.Clone(t.all), slices.Clone(t.ends)
}
