package cube

import (
	"hash/maphash"

	"fugai/model"
)

// classIndex finds the numbers of classes: an open hash table of numbers, each and 1, beside the list of classes. A map that holds the classes
// once more takes ten times the memory.
type classIndex struct {
	slots []uint32
	seed  maphash.Seed
}

func newClassIndex() classIndex { return classIndex{make([]uint32, 256), maphash.MakeSeed()} }

// slot is the one of a class, or the one that it would take.
func (x *classIndex) slot(classes []model.SpanClass, class *model.SpanClass) *uint32 {
	for i := maphash.Comparable(x.seed, *class); ; i++ {
		slot := &x.slots[i&uint64(len(x.slots)-1)]
		if *slot == 0 || classes[*slot-1] == *class {
			return slot
		}
	}
}

// number is that of a class, which is added to the list where it is new.
func (x *classIndex) number(classes *[]model.SpanClass, class *model.SpanClass) uint32 {
	slot := x.slot(*classes, class)
	if *slot == 0 {
		*classes = append(*classes, *class)
		*slot = uint32(len(*classes))
		if n := *slot; 2*int(n) > len(x.slots) {
			x.grow(*classes)
			return n - 1
		}
	}
	return *slot - 1
}

func (x *classIndex) grow(classes []model.SpanClass) {
	x.slots = make([]uint32, 2*len(x.slots))
	for i := range classes {
		*x.slot(classes, &classes[i]) = uint32(i + 1)
	}
}
