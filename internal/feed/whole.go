package feed

import (
	"fmt"
	"sync/atomic"

	"fugai/internal/cube"
	"fugai/internal/store"
	"fugai/model"
)

// share is how many subjects one piece of work reads.
const share = 50_000

// whole adds the work of reading all spans of a kind of subject: a piece for some ids, and whoever ends the last piece makes the cube.
func (l *loader) whole(of model.Subject, next *cube.Snapshot, p *pool) error {
	state := l.view.State
	last, err := l.view.LastSubject(of)
	if err != nil {
		return err
	}
	builder := cube.NewSubjectBuilder(of, state.Version, state.RuleSetID)
	var left atomic.Int64
	left.Store(last/share + 1)
	for after := int64(0); after <= last; after += share {
		w := &writer{of: of, part: builder.Part(), within: store.IDs{After: after, Last: min(after+share, last)}}
		p.add(func(v *store.View) error {
			if err := w.read(v); err != nil || left.Add(-1) > 0 {
				return err
			}
			classes, err := v.SpanClasses()
			if err != nil {
				return err
			}
			builder.Classes(classes)
			next.Set(of, builder.Build())
			return nil
		})
	}
	return nil
}

// writer fills a part of a cube with the spans of some subjects.
type writer struct {
	of     model.Subject
	part   *cube.Part
	within store.IDs
	// ids and codes are the keys of the subjects, by id; ends are where each code ends.
	ids   []model.SubjectID
	codes []byte
	ends  []int
	at    int
	last  model.UnitID
}

func (w *writer) read(v *store.View) error {
	most := int(w.within.Last - w.within.After)
	w.ids, w.ends, w.codes = make([]model.SubjectID, 0, most), make([]int, 0, most), make([]byte, 0, most*model.CreditCodeLength)
	err := v.EachSubjectKey(w.of, w.within, func(id model.SubjectID, code []byte) error {
		w.ids, w.codes = append(w.ids, id), append(w.codes, code...)
		w.ends = append(w.ends, len(w.codes))
		return nil
	})
	if err == nil {
		err = v.LoadSubjectSpans(w.of, v.State.RuleSetID, w.within, w.add)
	}
	w.ids, w.codes, w.ends = nil, nil, nil
	return err
}

func (w *writer) add(s *model.Span, class int32) error {
	if s.UnitID != w.last { // both come by id, so that one walk along the keys finds them all
		if w.last = s.UnitID; !w.begin(model.SubjectID(s.UnitID)) {
			return fmt.Errorf("subject %d has spans and no key; run fugai check", w.last)
		}
	}
	w.part.Span(uint32(class-1), s) // ids of classes count from 1
	return nil
}

// begin tells whether the subject has a key.
func (w *writer) begin(id model.SubjectID) bool {
	for w.at < len(w.ids) && w.ids[w.at] < id {
		w.at++
	}
	if w.at == len(w.ids) || w.ids[w.at] != id {
		return false
	}
	begin := 0
	if w.at > 0 {
		begin = w.ends[w.at-1]
	}
	w.part.Unit(model.UnitID(id), w.codes[begin:w.ends[w.at]])
	return true
}
