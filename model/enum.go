package model

import (
	"database/sql/driver"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// enumValue is one value of an enum: its name in schema, SQL and files, and the Chinese term.
type enumValue struct{ name, title string }

// enumTable does the reading and writing for one generated enum type; index i of values is the number i+1.
type enumTable struct {
	kind   string
	values []enumValue
	byName map[string]uint8
}

func newEnumTable(kind string, values []enumValue) *enumTable {
	t := &enumTable{kind: kind, values: values, byName: make(map[string]uint8, 2*len(values))}
	for i, v := range values {
		t.byName[v.name] = uint8(i + 1)
	}
	return t
}

func allOf[T ~uint8](t *enumTable) []T {
	all := make([]T, len(t.values))
	for i := range all {
		all[i] = T(i + 1)
	}
	return all
}

func (t *enumTable) name(v uint8) string {
	if v == 0 || int(v) > len(t.values) {
		return ""
	}
	return t.values[v-1].name
}

func (t *enumTable) title(v uint8) string {
	if v == 0 || int(v) > len(t.values) {
		return ""
	}
	return t.values[v-1].title
}

func (t *enumTable) parse(name string) (uint8, error) {
	if v, ok := t.byName[name]; ok {
		return v, nil
	}
	names := make([]string, len(t.values))
	for i, v := range t.values {
		names[i] = v.name
	}
	return 0, fmt.Errorf("%q is no %s; use one of %s", name, t.kind, strings.Join(names, ", "))
}

func (t *enumTable) marshal(w io.Writer, v uint8) {
	if v == 0 {
		_, _ = io.WriteString(w, "null")
		return
	}
	_, _ = io.WriteString(w, strconv.Quote(t.name(v)))
}

func (t *enumTable) unmarshal(in any) (uint8, error) {
	s, ok := in.(string)
	if !ok {
		return 0, fmt.Errorf("%s must be a name, not %T", t.kind, in)
	}
	return t.parse(s)
}

func (t *enumTable) text(in []byte) (uint8, error) {
	if len(in) == 0 {
		return 0, nil
	}
	if v, ok := t.byName[string(in)]; ok {
		return v, nil
	}
	return t.parse(string(in))
}

func (t *enumTable) scan(in any) (uint8, error) {
	switch v := in.(type) {
	case nil:
		return 0, nil
	case string:
		return t.text([]byte(v))
	case []byte:
		return t.text(v)
	}
	return 0, fmt.Errorf("column of %s holds %T", t.kind, in)
}

func (t *enumTable) value(v uint8) (driver.Value, error) {
	if v == 0 {
		return nil, nil
	}
	return t.name(v), nil
}
