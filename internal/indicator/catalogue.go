package indicator

import (
	"slices"

	"fugai/model"
)

// Indicator is a named share: what it counts, of what, by which regulation, in which versions.
type Indicator struct {
	Key     model.IndicatorKey
	Title   string // Chinese
	Subject model.Subject
	// Coverage tells that it is an indicator of coverage, and not of the look-back alone.
	Coverage bool
	// LookBack tells that it stands in the catalogue of the look-back (回头看): its gaps are findings.
	LookBack bool
	// MemberBased tells that its result for one subject tells something of members.
	MemberBased bool
	// Personal tells that its result for one subject tells something of a person that is shown with the right to persons only.
	Personal bool
	// Weights are the ways in which its units may be weighed.
	Weights []model.Weight
	// Definitions are its versions in order of days. The first one also holds for all days before it.
	Definitions []Definition
}

// Definition is one version of an indicator.
type Definition struct {
	Number     int
	From       model.Date
	Regulation string
	// formula is the rule's text; numbers stand in it as {policy.path} and are filled in from the policy of the day.
	formula Text
	// reads are the settings of the policy on which the definition depends.
	reads []string
	// among are sorts of cover of which one must be in force for an operating unit to belong to the denominator; 0 asks for none.
	among sorts
	// population asks whether such a unit belongs to it.
	population func(*unitDay) truth
	// counts are the sorts of cover of which one makes a unit MET, and kinds those of the same kind that might have.
	counts func(*dayRules) sorts
	kinds  sorts
	// met replaces counts where it is not a cover that decides.
	met func(*unitDay) truth
	// facts are the unit's facts that decide, for the evidence.
	facts []factName
	// more is evidence besides facts and covers; nil where there is none.
	more func(*unitDay) []Evidence
	// organisation and instructor are the rules of the other subjects.
	organisation *organisationRule
	instructor   *instructorRule
	// told is of rules of the look-back on units: what is wrong on a day. mend is how to mend it, of every rule of the look-back.
	told func(*unitDay) Text
	mend Text
}

// On is the definition that holds on a day.
func (in *Indicator) On(day model.Date) *Definition {
	for i := len(in.Definitions) - 1; i > 0; i-- {
		if in.Definitions[i].From <= day {
			return &in.Definitions[i]
		}
	}
	return &in.Definitions[0]
}

var allWeights = model.AllWeight()

// cutDays are the days on which a definition of any subject or a setting that spans depend on changes, in order.
func cutDays(p *Policy) []model.Date {
	days := []model.Date{0}
	for _, f := range p.fields() {
		if f.spans {
			days = append(days, f.cuts()...)
		}
	}
	for _, in := range everyIndicator() {
		for _, d := range in.Definitions[1:] {
			days = append(days, d.From)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
