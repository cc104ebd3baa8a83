package registry

import "fugai/model"

// outcome is what became of an input.
type outcome uint8

const (
	unchanged outcome = iota
	changed
	added
	rejected
)

// outcomes are those of the inputs of one kind.
type outcomes struct {
	name   string
	of     []outcome
	warned map[int]bool
	origin func(int) *model.Origin
}

// tally counts the outcomes by kind, and by the file of each input. Of a refused batch nothing is new or changed.
func (o *outcomes) tally(applied bool, kinds, files map[string]*model.Tally) {
	for i := range o.of {
		count(kinds, o.name, o.of[i], o.warned[i], applied)
		if file := o.origin(i).File; file != "" {
			count(files, file, o.of[i], o.warned[i], applied)
		}
	}
}

func count(tallies map[string]*model.Tally, name string, o outcome, warned, applied bool) {
	t := tallies[name]
	if t == nil {
		t = &model.Tally{}
		tallies[name] = t
	}
	if warned {
		t.Warned++
	}
	switch {
	case o == rejected:
		t.Rejected++
	case !applied:
	case o == added:
		t.New++
	case o == changed:
		t.Changed++
	default:
		t.Unchanged++
	}
}

// rejected counts the inputs that are refused.
func (o *outcomes) rejected() (n int) {
	for _, one := range o.of {
		if one == rejected {
			n++
		}
	}
	return n
}

// inputs begins a kind of inputs.
func inputs[In any](w *work, name string, list []In, origin func(*In) *model.Origin) *outcomes {
	o := &outcomes{name: name, of: make([]outcome, len(list)), warned: map[int]bool{},
		origin: func(i int) *model.Origin { return origin(&list[i]) }}
	if len(list) > 0 {
		w.kinds = append(w.kinds, o)
	}
	return o
}

// each calls fn for every input of a kind that is not refused yet.
func each[In any](w *work, o *outcomes, list []In, fn func(place, *In)) {
	for i := range list {
		if o.of[i] != rejected {
			fn(place{w, o, i, o.origin(i)}, &list[i])
		}
	}
}
