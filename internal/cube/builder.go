package cube

import (
	"cmp"
	"slices"
	"sync"

	"fugai/model"
)

// Builder makes a cube from parts, which may be filled at the same time. Each part holds units in ascending order of their ids.
type Builder struct {
	cube    *Cube
	classes []model.SpanClass
	mu      sync.Mutex
	parts   []*Part
}

// NewBuilder makes an empty cube of units to be filled.
func NewBuilder(version model.DataVersion, ruleSet model.RuleSetID) *Builder {
	return NewSubjectBuilder(model.SubjectUnit, version, ruleSet)
}

// NewSubjectBuilder is NewBuilder for a kind of subject. Credit codes have 18 bytes; codes of the other subjects may be of any length.
func NewSubjectBuilder(of model.Subject, version model.DataVersion, ruleSet model.RuleSetID) *Builder {
	c := &Cube{Version: version, RuleSet: ruleSet, Subject: of, numbers: newClassIndex()}
	return &Builder{cube: c}
}

// Classes sets those that the spans name by their places, before the cube is built; it keeps those that a span has.
func (b *Builder) Classes(all []model.SpanClass) { b.classes = all }

// Class gives the place of a class that is added to those of the builder, for callers that do not know all of them before.
func (b *Builder) Class(class model.SpanClass) uint32 {
	b.classes = append(b.classes, class)
	return uint32(len(b.classes) - 1)
}

// Part begins a part. Different goroutines may fill different parts.
func (b *Builder) Part() *Part {
	p := &Part{cube: b.cube}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.parts = append(b.parts, p)
	return p
}

// Build finishes the cube. No part may be filled any more.
func (b *Builder) Build() *Cube {
	counts := make([]uint32, len(b.classes))
	var all []*segment
	for _, p := range b.parts {
		for _, s := range p.segments {
			s.close()
			for _, place := range s.class.wide {
				counts[place]++
			}
			all = append(all, s)
		}
	}
	b.number(all, counts)
	base := b.cube.arrange(all...)
	b.cube.segments = []*segment{base}
	b.cube.units = len(base.ids)
	b.parts = nil // the arranged copy takes their place
	return b.cube
}

// number turns places of classes into their numbers in the cube. The classes of most rows come first: where there are more than a narrow column
// can name, the others stand in few rows.
func (b *Builder) number(all []*segment, counts []uint32) {
	var places []uint32
	for place, n := range counts {
		if n > 0 {
			places = append(places, uint32(place))
		}
	}
	slices.SortStableFunc(places, func(p, q uint32) int { return cmp.Compare(counts[q], counts[p]) })
	b.cube.Classes = make([]model.SpanClass, 0, len(places))
	numbers := make([]uint32, len(counts))
	for _, place := range places {
		numbers[place] = b.cube.classOf(&b.classes[place])
	}
	for _, s := range all {
		for i, place := range s.class.wide {
			s.class.wide[i] = numbers[place]
		}
	}
}

// partRows is about how many rows a segment of a part holds. So the memory of a part grows by what it needs, and is never copied.
const partRows = 1 << 16

// Part is a number of units of a cube that is built.
type Part struct {
	cube     *Cube
	segments []*segment
	last     *segment
}

// Unit begins the next unit. The code is copied.
func (p *Part) Unit(id model.UnitID, code []byte) {
	if p.last == nil || p.last.rows >= partRows {
		p.last = p.cube.newSegment(partRows/2, partRows+partRows/8)
		p.segments = append(p.segments, p.last)
	}
	p.last.unit(id, code)
}

// Span adds a span to the unit begun last. class is the place of its class among those of the builder.
func (p *Part) Span(class uint32, s *model.Span) { p.last.span(class, s) }
