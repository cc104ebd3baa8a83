package cube

import "sync"

// kept holds what was made of the cube for what was asked last, because questions differ more in what they do not depend on. Values are shared
// and not to be changed.
type kept[K comparable, V any] struct {
	mu sync.Mutex
	by map[K]V
}

// of is what is kept under a key, or what is made now, and kept where it says so. Where more than most would be kept, all others are dropped.
func (k *kept[K, V]) of(key K, most int, made func() (v V, keep bool)) V {
	k.mu.Lock()
	defer k.mu.Unlock()
	if v, known := k.by[key]; known {
		return v
	}
	v, keep := made()
	if !keep {
		return v
	}
	if k.by == nil || len(k.by) >= most {
		k.by = map[K]V{}
	}
	k.by[key] = v
	return v
}
