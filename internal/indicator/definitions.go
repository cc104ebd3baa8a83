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

// DefinitionOn is the definition of the indicator at a place of the catalogue on a day.
func (rs *RuleSet) DefinitionOn(index int, day model.Date) DefinitionOn {
	in := catalogue[index]
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

// DefinitionChanged tells whether an indicator is defined differently on two days: another version, or another number that
// it reads. A series or comparison that crosses such a day says so.
func (rs *RuleSet) DefinitionChanged(index int, a, b model.Date) bool {
	return rs.DefinitionOn(index, a) != rs.DefinitionOn(index, b)
}

// Formula is the rule's text on a day, with the numbers of the policy.
func (rs *RuleSet) Formula(index int, day model.Date) Text {
	t := catalogue[index].On(day).formula
	return Text{rs.fill(t.English, day, false), rs.fill(t.Chinese, day, true)}
}

var placeholder = regexp.MustCompile(`\{[A-Za-z.]+\}`)

func (rs *RuleSet) fill(template string, day model.Date, chinese bool) string {
	return placeholder.ReplaceAllStringFunc(template, func(p string) string {
		return rs.policy.shown(strings.Trim(p, "{}"), day, chinese)
	})
}

// shown is the value of a setting that formulas name, as text.
func (p *Policy) shown(path string, day model.Date, chinese bool) string {
	switch path {
	case "counted.setUps":
		return names(p.SetUps.On(day), chinese)
	case "counted.massOrganisations":
		return names(p.MassOrganisations.On(day), chinese)
	case "thresholds.standAlone":
		return fmt.Sprint(p.StandAlone.On(day))
	case "thresholds.employeesForMembers":
		return fmt.Sprint(p.EmployeesForMembers.On(day))
	case "thresholds.employeesForOrganisation":
		return fmt.Sprint(p.EmployeesForOrganisation.On(day))
	case "thresholds.schoolStaff":
		return fmt.Sprint(p.SchoolStaff.On(day))
	}
	return path
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

// settingCuts are, for each definition, the days on which a setting that it reads changes. They are found once, because lists
// of gaps ask for every row.
func settingCuts(p *Policy) map[*Definition][]model.Date {
	cuts := map[*Definition][]model.Date{}
	fields := p.fields()
	for _, in := range catalogue {
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
