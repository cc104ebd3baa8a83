package intake

import (
	"hash/maphash"
	"strconv"

	"fugai/model"
)

// duplicates finds rows with one key, and rows of one link that share a day, within a part: all rows of a key are in one.
type duplicates struct {
	seed   maphash.Seed
	tables map[*Table]*tableKeys
}

type tableKeys struct {
	keys  map[uint64]place
	links map[uint64][]spanned
}

type place struct{ source, line int }

type spanned struct {
	model.Valid
	place
}

func newDuplicates() *duplicates {
	return &duplicates{seed: maphash.MakeSeed(), tables: map[*Table]*tableKeys{}}
}

func (d *duplicates) of(t *Table) *tableKeys {
	known := d.tables[t]
	if known == nil {
		known = &tableKeys{keys: map[uint64]place{}, links: map[uint64][]spanned{}}
		d.tables[t] = known
	}
	return known
}

// check tells whether the row stands already, and takes it down if not.
func (d *duplicates) check(r *record, o *outcome, sources []*source) *fault {
	here := place{r.source.number, r.line}
	known := d.of(r.source.header.table)
	key := maphash.String(d.seed, o.key)
	if there, ok := known.keys[key]; ok {
		return faultf(CodeDuplicateKey,
			"the key stands already in %s; delete one of the two rows, or give both a day from which they hold (valid_from) where the table has one",
			there.text(r, sources)).at(r.source.header.keyTitle())
	}
	if o.link != "" {
		link := maphash.String(d.seed, o.link)
		for _, other := range known.links[link] {
			if other.Overlaps(o.valid) && other.source == here.source {
				return faultf(CodeOverlap, "the period overlaps that of %s (%s to %s), which is the same link; end one before the other begins, or delete it",
					other.text(r, sources), other.ValidFrom, orOpen(other.ValidTo)).at(r.source.header.title("valid_from"))
			}
		}
		known.links[link] = append(known.links[link], spanned{o.valid, here})
	}
	known.keys[key] = here
	return nil
}

func orOpen(d model.Date) string {
	if d.Open() {
		return "open"
	}
	return d.String()
}

func (p place) text(r *record, sources []*source) string {
	if p.source == r.source.number {
		return "line " + strconv.Itoa(p.line)
	}
	return sources[p.source].name + " line " + strconv.Itoa(p.line)
}
