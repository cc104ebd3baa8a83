package indicator

import (
	"slices"
	"strings"

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
	// population asks whether an operating unit belongs to the denominator.
	population func(*unitDay) truth
	// counts are the sorts of cover of which one makes a unit MET, and kinds those of the same kind that might have.
	counts func(*dayRules) sorts
	kinds  sorts
	// met replaces counts where it is not a cover that decides.
	met func(*unitDay) truth
	// facts are the unit's facts that decide, for the evidence.
	facts []factName
	// organisation and instructor are the rules of the other subjects.
	organisation *organisationRule
	instructor   *instructorRule
	// told and mend are of rules of the look-back on units: what is wrong on a day, and how to mend it.
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

// byKey finds the places of the indicators in the catalogue.
var byKey = func() map[model.IndicatorKey]int {
	m := make(map[model.IndicatorKey]int, len(catalogue))
	for i, in := range catalogue {
		m[in.Key] = i
	}
	return m
}()

func definition(key model.IndicatorKey) *Indicator {
	if i, ok := byKey[key]; ok {
		return catalogue[i]
	}
	return nil
}

// UnknownIndicator is the error for a key that is not in the catalogue; it lists those that are.
func UnknownIndicator(key model.IndicatorKey) *model.Error {
	keys := make([]string, len(catalogue))
	for i, in := range catalogue {
		keys[i] = string(in.Key)
	}
	return model.Invalid("", "there is no indicator %q; use one of %s", key, strings.Join(keys, ", "))
}

// cutDays are the days on which a definition or a setting that spans depend on changes, in order.
func cutDays(p *Policy) []model.Date {
	days := []model.Date{0}
	for _, f := range p.fields() {
		if f.spans {
			days = append(days, f.cuts()...)
		}
	}
	for _, in := range catalogue {
		for _, d := range in.Definitions[1:] {
			days = append(days, d.From)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}
