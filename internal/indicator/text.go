// Package indicator holds the rules: the catalogue of indicators, the policy with every number they read, the partition of the
// annual return, and the spans that follow from a unit's facts. It is pure: no input or output, no clock.
package indicator

import "fmt"

// Text is one sentence in both languages of the product.
type Text struct {
	English string
	Chinese string
}

// textf fills the same values into both languages.
func textf(english, chinese string, args ...any) Text {
	return Text{fmt.Sprintf(english, args...), fmt.Sprintf(chinese, args...)}
}
