package indicator

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"fugai/model"
)

// DefinitionOn names what holds for an indicator on a day. Two days have the same definition when the values are equal.
type DefinitionOn struct {
	// Version is the number of the definition in the catalogue.
	Version int
	// Since is the first day on which the definition and every number that it reads were as they are; 0 since ever.
	Since model.Date
}

// DefinitionOf is the definition of the indicator at a place of a subject's catalogue on a day.
func (rs *RuleSet) DefinitionOf(subject model.Subject, index int, day model.Date) DefinitionOn {
	in := catalogueOf(subject)[index]
	d := in.On(day)
	on := DefinitionOn{Version: d.Number}
	if d != &in.Definitions[0] {
		on.Since = d.From
	}
	for _, cut := range rs.cuts[d] {
		if cut <= day {
			on.Since = max(on.Since, cut)
		}
	}
	return on
}

// DefinitionOn is DefinitionOf for units.
func (rs *RuleSet) DefinitionOn(index int, day model.Date) DefinitionOn {
	return rs.DefinitionOf(model.SubjectUnit, index, day)
}

// DefinitionChangedOf tells whether an indicator of a subject is defined differently on two days: another version, or another number
// that it reads. A series or comparison that crosses such a day says so.
func (rs *RuleSet) DefinitionChangedOf(subject model.Subject, index int, a, b model.Date) bool {
	return rs.DefinitionOf(subject, index, a) != rs.DefinitionOf(subject, index, b)
}

// DefinitionChanged is DefinitionChangedOf for units.
func (rs *RuleSet) DefinitionChanged(index int, a, b model.Date) bool {
	return rs.DefinitionChangedOf(model.SubjectUnit, index, a, b)
}

// FormulaOf is the text of the rule at a place of a subject's catalogue on a day, with the numbers of the policy.
func (rs *RuleSet) FormulaOf(subject model.Subject, index int, day model.Date) Text {
	return rs.filled(catalogueOf(subject)[index].On(day).formula, day)
}

// Formula is FormulaOf for units.
func (rs *RuleSet) Formula(index int, day model.Date) Text {
	return rs.FormulaOf(model.SubjectUnit, index, day)
}

// filled is a text with the numbers of the policy of a day in the place of their paths.
func (rs *RuleSet) filled(t Text, day model.Date) Text {
	return Text{rs.fill(t.English, day, false), rs.fill(t.Chinese, day, true)}
}

var placeholder = regexp.MustCompile(`\{[A-Za-z.]+\}`)

func (rs *RuleSet) fill(template string, day model.Date, chinese bool) string {
	return placeholder.ReplaceAllStringFunc(template, func(p string) string {
		return rs.settings[strings.Trim(p, "{}")].shown(day, chinese)
	})
}

// shown is the value of a setting, as text.
func shown(value any, chinese bool) string {
	switch v := value.(type) {
	case []model.SetUp:
		return names(v, chinese)
	case []model.OrganisationNature:
		return names(v, chinese)
	case []model.MassOrganisationKind:
		return names(v, chinese)
	case Width:
		return v.shown(chinese)
	}
	return fmt.Sprint(value)
}

func (w Width) shown(chinese bool) string {
	switch {
	case w.On:
		return fmt.Sprint(w.Units)
	case chinese:
		return "不限"
	}
	return "no limit"
}

func names[T interface {
	String() string
	Title() string
}](values []T, chinese bool) string {
	texts := make([]string, len(values))
	for i, v := range values {
		if texts[i] = v.String(); chinese {
			texts[i] = v.Title()
		}
	}
	if chinese {
		return strings.Join(texts, "、")
	}
	return strings.Join(texts, ", ")
}

// settingCuts are, for each definition of any subject, the days on which a setting that it reads changes. They are found once,
// because lists of gaps ask for every row.
func settingCuts(p *Policy) map[*Definition][]model.Date {
	cuts := map[*Definition][]model.Date{}
	fields := p.fields()
	for _, in := range everyIndicator() {
		for i := range in.Definitions {
			d := &in.Definitions[i]
			for _, f := range fields {
				if slices.Contains(d.reads, f.path) {
					cuts[d] = append(cuts[d], f.cuts()...)
				}
			}
		}
	}
	return cuts
}

// settingsOf are the settings of a policy by path.
func settingsOf(p *Policy) map[string]field {
	settings := map[string]field{}
	for _, f := range p.fields() {
		settings[f.path] = f
	}
	return settings
}
