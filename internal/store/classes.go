package store

import (
	"fmt"

	"fugai/model"
)

// classCache keeps all span classes, because there are thousands of them and every span names one. Rows are only added.
type classCache struct {
	list []model.SpanClass // by id - 1
	// ids are those of the first classes of the list.
	ids     map[model.SpanClass]int32
	indexed int
}

// id is that of a class among those of the list. Only who writes spans asks, so that the ids are laid out then.
func (c *classCache) id(class *model.SpanClass) (int32, bool) {
	if c.ids == nil {
		c.ids = make(map[model.SpanClass]int32, len(c.list))
	}
	for ; c.indexed < len(c.list); c.indexed++ {
		c.ids[c.list[c.indexed]] = int32(c.indexed + 1)
	}
	id, ok := c.ids[*class]
	return id, ok
}

// classDraft is the cache as a transaction sees it: with the classes that it adds.
type classDraft struct {
	known int32
	added []model.SpanClass
	ids   map[model.SpanClass]int32
}

var classColumns = columns(`id domain also_domain control size industry kind employee_band above_scale public_or_private
	operation establishment set_up work_means organisation_kind nature basis role reason not_counted ended results`)

func writeClass(b *binder, id int32, c *model.SpanClass) {
	b.int(int64(id))
	b.text(c.Domain.String())
	b.name(c.AlsoDomain)
	b.text(c.Control.String())
	b.text(c.Size.String())
	if c.Industry == 0 {
		b.text("")
	} else {
		b.text(string(rune(c.Industry)))
	}
	b.text(c.Kind.String())
	b.text(c.EmployeeBand.String())
	b.text(c.AboveScale.String())
	b.text(c.PublicOrPrivate.String())
	b.text(c.Operation.String())
	b.text(c.Establishment.String())
	b.text(c.SetUp.String())
	b.text(c.WorkMeans.String())
	b.name(c.OrganisationKind)
	b.name(c.Nature)
	b.name(c.Basis)
	b.name(c.Role)
	b.name(c.Reason)
	b.int(int64(c.NotCounted))
	b.int(int64(c.Ended))
	b.int(int64(c.Results))
}

func readClass(r *reader, c *model.SpanClass) (id int32) {
	id = int32(r.int())
	r.enum(&c.Domain)
	r.enum(&c.AlsoDomain)
	r.enum(&c.Control)
	r.enum(&c.Size)
	if b := r.bytes(); len(b) > 0 {
		c.Industry = b[0]
	}
	r.enum(&c.Kind)
	r.enum(&c.EmployeeBand)
	r.enum(&c.AboveScale)
	r.enum(&c.PublicOrPrivate)
	r.enum(&c.Operation)
	r.enum(&c.Establishment)
	r.enum(&c.SetUp)
	r.enum(&c.WorkMeans)
	r.enum(&c.OrganisationKind)
	r.enum(&c.Nature)
	r.enum(&c.Basis)
	r.enum(&c.Role)
	r.enum(&c.Reason)
	c.NotCounted, c.Ended, c.Results = uint32(r.int()), uint32(r.int()), model.Results(r.int())
	return id
}

// SpanClasses are all classes; the class with id n is at n-1. The slice is shared and not to be changed.
func (v *View) SpanClasses() ([]model.SpanClass, error) {
	v.s.classesMu.Lock()
	defer v.s.classesMu.Unlock()
	cache := v.s.classes
	if v.drafted {
		return v.draftedClasses(cache.list)
	}
	err := v.eachClass(int32(len(cache.list)), func(id int32, c model.SpanClass) error {
		if int(id) != len(cache.list)+1 {
			return fmt.Errorf("span_classes has a hole before %d; run fugai check", id)
		}
		cache.list = append(cache.list, c)
		return nil
	})
	return cache.list[:len(cache.list):len(cache.list)], err
}

// draftedClasses are the classes as a transaction sees them that has added some: nobody else may know those yet.
func (v *View) draftedClasses(known []model.SpanClass) ([]model.SpanClass, error) {
	list := known[:len(known):len(known)]
	err := v.eachClass(int32(len(known)), func(_ int32, c model.SpanClass) error {
		list = append(list, c)
		return nil
	})
	return list, err
}

func (v *View) eachClass(after int32, fn func(int32, model.SpanClass) error) error {
	text := "SELECT " + join(classColumns) + " FROM span_classes WHERE id > ? ORDER BY id"
	return v.query(text, []any{int(after)}, func(r *reader) error {
		var c model.SpanClass
		id := readClass(r, &c)
		return fn(id, c)
	})
}

// classIDs finds the ids of the classes of spans and writes those that are new.
func (tx *Tx) classIDs(spans []model.Span) ([]int32, error) {
	if err := tx.draftClasses(); err != nil {
		return nil, err
	}
	tx.s.classesMu.Lock()
	defer tx.s.classesMu.Unlock()
	d, from := tx.classes, len(tx.classes.added)
	out := make([]int32, len(spans))
	for i := range spans {
		c := &spans[i].Class
		id, ok := tx.s.classes.id(c)
		if !ok || id > d.known {
			if id, ok = d.ids[*c]; !ok {
				d.added = append(d.added, *c)
				id = d.known + int32(len(d.added))
				d.ids[*c] = id
			}
		}
		out[i] = id
	}
	fresh := d.added[from:]
	tx.drafted = tx.drafted || len(fresh) > 0
	return out, tx.s.dialect.bulk(tx, "span_classes", classColumns, len(fresh), func(b *binder, i int) {
		writeClass(b, d.known+int32(from+i)+1, &fresh[i])
	})
}

func (tx *Tx) draftClasses() error {
	if tx.classes != nil {
		return nil
	}
	list, err := tx.SpanClasses()
	tx.classes = &classDraft{known: int32(len(list)), ids: map[model.SpanClass]int32{}}
	return err
}

// keepClasses makes the transaction's classes known to all, once they are committed.
func (tx *Tx) keepClasses() {
	if tx.classes == nil {
		return
	}
	cache := tx.s.classes
	tx.s.classesMu.Lock()
	defer tx.s.classesMu.Unlock()
	for i, c := range tx.classes.added {
		if len(cache.list) == int(tx.classes.known)+i {
			cache.list = append(cache.list, c)
		}
	}
}
