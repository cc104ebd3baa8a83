package indicator

import (
	"fmt"
	"slices"
	"strings"

	"fugai/model"
)

// catalogueOf are the indicators of a subject, in the order in which results are packed and rows are shown.
func catalogueOf(subject model.Subject) []*Indicator {
	switch subject {
	case model.SubjectOrganisation:
		return organisationCatalogue
	case model.SubjectInstructor:
		return instructorCatalogue
	}
	return catalogue
}

// everyIndicator is the catalogues of all subjects, one behind the other.
func everyIndicator() (all []*Indicator) {
	for _, subject := range model.AllSubject() {
		all = append(all, catalogueOf(subject)...)
	}
	return all
}

// position is where an indicator stands: its subject, and its place in that subject's catalogue.
type position struct {
	subject model.Subject
	index   int
}

// byKey finds the indicators of all subjects.
var byKey = func() map[model.IndicatorKey]position {
	m := map[model.IndicatorKey]position{}
	for _, subject := range model.AllSubject() {
		for i, in := range catalogueOf(subject) {
			m[in.Key] = position{subject, i}
		}
	}
	return m
}()

// Catalogue is the catalogue of a subject, in its order.
func (rs *RuleSet) Catalogue(subject model.Subject) []*Indicator {
	return slices.Clone(catalogueOf(subject))
}

// Find is the subject of an indicator and its place in that subject's catalogue.
func (rs *RuleSet) Find(key model.IndicatorKey) (subject model.Subject, index int, ok bool) {
	place, ok := byKey[key]
	return place.subject, place.index, ok
}

// Indicators is the catalogue of units, in its order.
func (rs *RuleSet) Indicators() []*Indicator { return slices.Clone(catalogue) }

// Index is the place of an indicator of units in their catalogue and in Results.
func (rs *RuleSet) Index(key model.IndicatorKey) (int, bool) {
	place, ok := byKey[key]
	if !ok || place.subject != model.SubjectUnit {
		return 0, false
	}
	return place.index, true
}

// UnknownIndicator is UnknownIndicatorOf for units.
func UnknownIndicator(key model.IndicatorKey) *model.Error {
	return UnknownIndicatorOf(model.SubjectUnit, key)
}

// UnknownIndicatorOf is the error for a key that is not in the catalogue of a subject. It lists those that are; of a key that stands in
// the catalogue of another subject it says so, and which fields answer it.
func UnknownIndicatorOf(subject model.Subject, key model.IndicatorKey) *model.Error {
	if place, ok := byKey[key]; ok && place.subject != subject {
		field := fmt.Sprintf("quality(subject: %s) or findings(rule: %s)", place.subject, key)
		if !catalogueOf(place.subject)[place.index].LookBack {
			field = "coverage"
		}
		return model.Invalid("", "%s is a share of %s, not of %s; ask for it with %s", key, plural(place.subject), plural(subject), field)
	}
	keys := make([]string, len(catalogueOf(subject)))
	for i, in := range catalogueOf(subject) {
		keys[i] = string(in.Key)
	}
	return model.Invalid("", "there is no indicator %q; use one of %s", key, strings.Join(keys, ", "))
}

func plural(s model.Subject) string { return strings.ToLower(s.String()) + "s" }
