package registry

import (
	"reflect"
	"testing"

	"fugai/model"
)

// TestEveryAttributeIsCopiedByItsField fills each attribute alone and lets every setter copy: what no setter copies would be
// lost without a word when somebody adds an attribute.
func TestEveryAttributeIsCopiedByItsField(t *testing.T) {
	// The column is merged by hand, with the count that it stands for.
	all(t, func(to, from *model.UnitAttributes) { mergeUnit(to, from, 1<<len(unitSetters)-1) }, "NoProbationaryColumn")
	all(t, func(to, from *model.OrganisationAttributes) {
		for _, set := range organisationSetters {
			set(to, from)
		}
	})
}

func all[A any](t *testing.T, merge func(to, from *A), except ...string) {
	t.Helper()
	for i := range reflect.TypeFor[A]().NumField() {
		field := reflect.TypeFor[A]().Field(i)
		var to, from A
		filled(reflect.ValueOf(&from).Elem().Field(i))
		merge(&to, &from)
		copied := reflect.DeepEqual(reflect.ValueOf(to).Field(i).Interface(), reflect.ValueOf(from).Field(i).Interface())
		if excepted := len(except) > 0 && field.Name == except[0]; copied == excepted {
			t.Errorf("%s.%s: copied %v", reflect.TypeFor[A]().Name(), field.Name, copied)
		}
	}
}

func filled(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Uint8:
		v.SetUint(2)
	default:
		v.SetInt(2)
	}
}
