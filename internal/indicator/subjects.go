package indicator

import (
	"slices"

	"fugai/model"
)

// catalogues are the indicators of each subject, in the order in which results are packed and rows are shown.
func catalogueOf(subject model.Subject) []*Indicator {
	switch subject {
	case model.SubjectOrganisation:
		return organisationCatalogue
	case model.SubjectInstructor:
		return instructorCatalogue
	}
	return catalogue
}

// Catalogue is the catalogue of a subject, in its order.
func (rs *RuleSet) Catalogue(subject model.Subject) []*Indicator {
	return slices.Clone(catalogueOf(subject))
}

// Find is the subject of an indicator and its place in that subject's catalogue.
func (rs *RuleSet) Find(key model.IndicatorKey) (subject model.Subject, index int, ok bool) {
	for _, subject := range model.AllSubject() {
		for i, in := range catalogueOf(subject) {
			if in.Key == key {
				return subject, i, true
			}
		}
	}
	return 0, 0, false
}

// Finding is what a rule of the look-back finds of a subject on a day.
type Finding struct {
	Indicator *Indicator
	Index     int
	// Since is the first day of the unbroken run. Days = asOf − Since.
	Since model.Date
	// ByRules tells that the run began because the rules changed on that day.
	ByRules bool
	// Text is what is wrong, with its numbers; Mend is how to mend it.
	Text, Mend Text
	Evidence   []Evidence
}
